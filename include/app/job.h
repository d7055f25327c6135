/* SPDX-License-Identifier: ISC */
/*
 * job - one load, from a source to an article
 *
 * Starts gutread-parse with the source as its standard input, collects the
 * encoded article from its standard output, decodes and checks it. A page of
 * the web is written by gutread-fetch into memory that only a descriptor leads
 * to; the parser is started when it is there. All of it happens in the loop,
 * nothing waits. The parser gets no argument that comes from a document but its
 * name, its address and its type, each in one piece; it gets no environment and
 * no descriptor besides its standard three.
 *
 * A page that has no text, but sends its reader elsewhere at once, is followed;
 * one time, as a redirect.
 *
 *      job_start --> (loop turns) --> done(article, NULL)   success
 *                                 |-> feed(feed)            success, a feed
 *                                 \-> done(NULL, err)       failure
 *      job_cancel: no callback
 *
 * When that is told, all handles of the job are closed. A canceled job needs
 * some more turns of the loop to close them, so run the loop until nothing is
 * left before it is closed.
 */
#ifndef APP_JOB_H
#define APP_JOB_H

#include "app/options.h"
#include "app/reply.h"
#include "app/source.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "model/article.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct uv_loop_s;
struct job;

/* What a load of a page is busy with. */
enum job_phase {
    JOB_CONNECTING, /* waits for the server to answer */
    JOB_RECEIVING,
    JOB_PARSING,
};

struct job_progress {
    enum job_phase phase;
    struct str host; /* that is asked, with its port; lives as the job */
    uint64_t n_bytes, n_total; /* on their way; n_total is 0 when unknown */
    bool is_exposed; /* a server led from https to http: see JOB_EXPOSED */
};

/* What a reader is to know of that, a clause. The article says it in a note. */
#define JOB_EXPOSED                                                            \
    "on the way here a server led from https to http: anybody in between can " \
    "have changed this page"

/*
 * Is told how far a load of a page from the web is, about ten times a second
 * while something happens. Never called for other sources, from within
 * job_start() or after job_cancel().
 */
typedef void (*job_progress_fn)(
    void *user, const struct job_progress *progress);

/*
 * Is told what the server said of a page that came whole, before it is parsed,
 * or of one that has not changed. fd holds its bytes from the start, to be kept
 * unread: who wants them calls dup(2) and reads with pread(2), as the parser
 * shares the offset. -1: there are none. Both live until the callback returns.
 */
typedef void (*job_reply_fn)(void *user, const struct reply *reply, int fd);

/*
 * Is told that the server does not want to be asked again before that time, in
 * seconds since 1970.
 */
typedef void (*job_busy_fn)(void *user, int64_t until);

/*
 * Is told of the feed, taken by the callee, that the source is, in the place of
 * done.
 */
typedef void (*job_feed_fn)(void *user, struct feed *feed);

/*
 * Returns the address, owned, at which the page at url is asked for, with the name
 * and the password that its server wants; NULL when nobody knows another one.
 */
typedef char *(*job_address_fn)(void *user, const char *url);

struct job_opts {
    const char *type;         /* as options have it; NULL: guess */
    const char *base_url;     /* NULL: that of the page */
    const char *content_type; /* of a file that was a page; NULL: is none */
    const char *user_agent;   /* NULL: that of gutread-fetch */
    const char *etag, *since; /* of a copy that is there; or NULL. When it is
                                 still good, the job fails as ERR_UNCHANGED */
    job_reply_fn reply;       /* these are told with the user of done; or */
    job_progress_fn progress; /* NULL */
    job_busy_fn busy;         /* likewise */
    job_feed_fn feed;         /* likewise; NULL: a feed is a failure */
    job_address_fn address;   /* or NULL; called with */
    void *address_user;       /* this */
    size_t max_size;          /* bytes of the source */
    unsigned timeout;         /* seconds without a byte; 0: the usual ones */
    unsigned patience;        /* seconds without a sign of life from one of the
                                 programs; 0: long enough */
    bool is_full_page;        /* nothing is left out */
    bool is_offline;          /* pages of the web are not loaded */
    bool is_anew;             /* what is kept does not stand for a page */
    bool needs_sandbox;       /* it fails where the sandbox is not whole */
    bool needs_feed;          /* what comes with a failure is not looked at */
    bool wants_feed;          /* what a page names as its feed is loaded, too */
};

/*
 * Is told the result, once: the article, taken by the callee, or NULL and why,
 * without the name of the source (app/source.h). ERR_UNPARSED is a document that
 * was there, but that the parser broke down on. err lives until the callback
 * returns; the job itself is gone already. Never called from within job_start().
 */
typedef void (*job_done_fn)(
    void *user, struct article *article, const struct err *err);

/*
 * Starts loading source, of which a copy is kept; opts is copied, its strings
 * too. The result is valid until done is called. A failure to start is told
 * through done as well.
 */
struct job *job_start(struct uv_loop_s *loop, const struct source *source,
    const struct job_opts *opts, job_done_fn done, void *user);

/*
 * Ends the job at once: its programs are killed and nothing is told any more.
 * NULL is allowed.
 */
void job_cancel(struct job *job);

/*
 * Returns how the options want sources loaded. The text of an option is put
 * into type and must live as long, as must o.
 */
struct job_opts job_options(const struct options *o, struct buf *type);

#endif
