/* SPDX-License-Identifier: ISC */
/*
 * fetch - one page of the web
 *
 * Gets what an http or https address stands for, and waits for it: this is for
 * a program of its own (gutread-fetch), which whoever does not want to wait
 * kills. Redirects are followed here, one request after the other, so that each
 * can be looked at: only http and https, at most FETCH_MAX_REDIRECTS, and a
 * password in the address goes to its own host only. Cookies live as long as
 * one call. No address is told where one came from. What comes compressed is
 * given out as it was before, and counted against the limit then. What is no
 * text is refused as soon as its first bytes are there.
 *
 * The order of events:
 *
 *      redirect*  head  (body | progress)*
 *
 * Example:
 *
 *      struct fetch_opts opts = {.timeout = 30, .max_size = 1 << 20};
 *      struct fetch_ops ops = {0};
 *      struct err err;
 *      if (!fetch_page("https://example.org/", &opts, &ops, NULL, &err))
 *          printf("%s\n", err.text);
 */
#ifndef FETCH_FETCH_H
#define FETCH_FETCH_H

#include "base/err.h"
#include "base/str.h"
#include "fetch/fresh.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    FETCH_MAX_REDIRECTS = 10,
    FETCH_CONNECT_TIMEOUT = 15, /* seconds */
};

enum {
    FETCH_MAX_TIMEOUT = 3600 /* seconds */
};

struct fetch_opts {
    unsigned timeout;       /* seconds in which at least one byte must come */
    size_t max_size;        /* bytes of the body */
    const char *user_agent; /* NULL: none is sent */
    const char *password;   /* NULL, or: for the address, percent-encoded */
    const char *etag;       /* NULL, or: only if it is another one now */
    const char *since;      /* NULL, or: only if newer; as HTTP writes dates */
    const char *ca_file;    /* NULL, or: whom to trust instead */
};

/* What comes before the body. Texts live until the callback returns and may
 * hold any bytes but NUL; they are empty when the server does not tell. */
struct fetch_head {
    long status;
    const char *failure; /* what it means if it is 400 or more */
    const char *url;     /* where the last redirect led, without a password */
    const char *moved;   /* where to ask from now on; empty: as before */
    const char *type;
    const char *etag;
    const char *modified;
    struct fresh fresh;
    int64_t retry_at; /* seconds since 1970 before which one is not to ask
                         again; 0: the server does not say */
    int64_t length;   /* bytes on their way, still compressed; -1: unknown */
};

/*
 * What happens, told to user; each may be NULL. body returns false, and why in
 * err, to end it. progress is told how many bytes came so far, still
 * compressed, at most ten times a second.
 */
struct fetch_ops {
    void (*redirect)(void *user, const char *url, bool is_downgrade);
    void (*head)(void *user, const struct fetch_head *head);
    bool (*body)(void *user, struct str bytes, struct err *err);
    void (*progress)(void *user, uint64_t n_bytes);
};

/*
 * Gets the page at url. A status of 400 or more is a failure, whose page is given
 * out all the same; 304 is none, and has no page. err says what failed and what
 * can be done, without the address that was asked for.
 */
bool fetch_page(const char *url, const struct fetch_opts *opts,
    const struct fetch_ops *ops, void *user, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns what does the work, with its own libraries and their versions.
 */
const char *fetch_library(void);

#endif
