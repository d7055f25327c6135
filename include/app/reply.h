/* SPDX-License-Identifier: ISC */
/*
 * reply - what a server says of a page besides its text
 *
 * For whoever keeps pages: how to ask for this one again, and when. All of it
 * is the server's word, clean of control characters and otherwise unchecked.
 *
 * A copy may be kept if may_keep is true. Until fresh_until it need not be asked
 * for again. Then one asks with etag and modified (job_opts.etag, .since); the
 * answer is a reply of which is_same is true and no text when the copy is still
 * good. A copy that is not fresh may be read while the server cannot be
 * reached, unless must_ask is true.
 */
#ifndef APP_REPLY_H
#define APP_REPLY_H

#include <stdbool.h>
#include <stdint.h>

/* Texts are NULL when the server does not tell. */
struct reply {
    const char *url;      /* where the page is in the end */
    const char *lasting;  /* where to ask for it the next time */
    const char *type;     /* Content-Type */
    const char *etag;     /* ETag */
    const char *modified; /* Last-Modified, as it was sent */
    const char *failure;  /* NULL, or: what its status of HTTP means */
    int64_t fresh_until;  /* seconds since 1970; 0: must be asked for anew */
    int64_t retry_at;     /* not to be asked again before that; 0: not said */
    uint64_t length;      /* bytes on their way; 0: unknown */
    unsigned status;      /* of HTTP */
    bool is_same;         /* status 304: there is no text */
    bool is_moved;        /* lasting is not where it was asked for */
    bool is_exposed;      /* a redirect led from https to http */
    bool may_keep;        /* not forbidden by Cache-Control: no-store */
    bool must_ask;        /* Cache-Control: must-revalidate, no-cache */
};

#endif
