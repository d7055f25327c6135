/* SPDX-License-Identifier: ISC */
/*
 * fresh - how long a copy of a page may stand for it
 *
 * What RFC 9111 (HTTP Caching) says to a cache of one person: "s-maxage" and
 * "private" are not for it. Nothing is guessed where the server says nothing.
 */
#ifndef FETCH_FRESH_H
#define FETCH_FRESH_H

#include <stdbool.h>
#include <stdint.h>

/* The values of headers; empty when there is none. */
struct fresh_headers {
    const char *cache_control, *expires, *date, *age;
};

struct fresh {
    int64_t until; /* seconds since 1970; 0: it has to be asked for anew */
    bool may_keep; /* a copy may be kept at all */
    bool must_ask; /* one that is not fresh any more may never be shown */
};

/*
 * Returns what the headers of an answer that came at now, in seconds since 1970,
 * allow.
 */
struct fresh fresh_read(const struct fresh_headers *headers, int64_t now);

#endif
