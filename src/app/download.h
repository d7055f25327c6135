/* SPDX-License-Identifier: ISC */
/*
 * download - one run of gutread-fetch
 *
 * The page is written into memory that has only a descriptor (memfd_create(2)):
 * it is never seen here, leaves no trace on a disk, and is gone when the last
 * descriptor is closed.
 *
 *      download_start --> redirect* --> head --> progress* --> done
 *                                 \-------------------------/
 */
#ifndef APP_DOWNLOAD_H
#define APP_DOWNLOAD_H

#include "app/reply.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct uv_loop_s;
struct download;

struct download_opts {
    unsigned timeout;       /* seconds; 0: what gutread-fetch thinks */
    size_t max_size;        /* bytes of the page */
    unsigned patience;      /* seconds without a sign of life; 0: long enough */
    bool needs_sandbox;     /* it fails where the sandbox is not whole */
    const char *user_agent; /* NULL: what gutread-fetch thinks */
    const char *etag;       /* NULL, or: only another page than this one */
    const char *since;      /* NULL, or: only if newer; as HTTP writes dates */
};

/*
 * What is there in the end. Success is a reply without an err; with both, the
 * page is one that stands in the place of the wanted one (reply->failure), or
 * only the beginning of it. Lives until the callback returns, but fd, which is
 * taken: the page from its start, or -1 when there is none.
 */
struct download_result {
    const struct reply *reply; /* NULL: no server answered */
    const struct err *err;     /* NULL: all went well; ERR_CANCELED after
                                  download_stop() */
    int fd;
};

/*
 * redirect is told for each address that a server pointed to, before it is asked
 * there. head is told when one has answered with a page, once. progress is told
 * how many bytes came so far, of those on their way. done is told last, once,
 * when nothing is left.
 */
struct download_ops {
    void (*redirect)(void *user, struct str url);
    void (*head)(void *user, const struct reply *reply);
    void (*progress)(void *user, uint64_t n_bytes);
    void (*done)(void *user, const struct download_result *result);
};

/*
 * Starts fetching what is at url; all strings are copied, ops must live on. The
 * result is valid until done is called, which never happens from within.
 */
struct download *download_start(struct uv_loop_s *loop, const char *url,
    const struct download_opts *opts, const struct download_ops *ops,
    void *user);

/*
 * Ends it: the program is killed, and nothing is told any more but done. NULL
 * is allowed, and so is a second time.
 */
void download_stop(struct download *d);

#endif
