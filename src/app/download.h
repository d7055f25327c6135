/* SPDX-License-Identifier: ISC */
/*
 * download - one run of gutread-fetch
 *
 * Its page goes into a pipe, whose other end is handed over with the head for
 * somebody else to read; the bytes are never seen here.
 *
 *      download_start --> head --> progress* --> done(NULL)
 *                     \--------------------\--> done(err)
 */
#ifndef APP_DOWNLOAD_H
#define APP_DOWNLOAD_H

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
    const char *user_agent; /* NULL: what gutread-fetch thinks */
};

/* What is known before the page comes. Texts live until the callback returns
 * and are NULL when unknown. */
struct download_head {
    const char *url;  /* where the page is in the end */
    const char *type; /* as HTTP says it */
    uint64_t length;  /* bytes on their way; 0: unknown */
    bool is_exposed;  /* a redirect led from https to http */
};

/*
 * head is told when there is a page, once; fd is where it comes, and taken.
 * progress is told how many bytes came so far, of those on their way. done is
 * told last, once, when nothing is left: err is NULL for success, ERR_CANCELED
 * after download_stop(), ERR_CLOSED when nobody wanted to read on, or else why
 * there is no page.
 */
struct download_ops {
    void (*head)(void *user, const struct download_head *head, int fd);
    void (*progress)(void *user, uint64_t n_bytes);
    void (*done)(void *user, const struct err *err);
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

/*
 * Returns the host of an address of the web, with its port if it has one, but
 * without a name and a password; a part of url.
 */
struct str download_host(const char *url);

#endif
