/* SPDX-License-Identifier: ISC */
/*
 * reason - why a server gave no page, and what can be done
 */
#ifndef FETCH_REASON_H
#define FETCH_REASON_H

#include "base/err.h"

#include <curl/curl.h>

#include <stdbool.h>

/* What is known of a request that failed. */
struct reason {
    const char *host, *port;
    const char *detail;                /* libcurl's own words */
    int number;                        /* a value of errno, or 0 */
    long proxy_status;                 /* of CONNECT, or 0 */
    unsigned timeout, connect_timeout; /* seconds */
    unsigned max_timeout;              /* that can be asked for */
    bool is_stalled;                   /* nothing came for that long */
};

/*
 * Sets err from a status of HTTP that is no success. wait is how many seconds
 * the server wants to be left alone, 0 when it does not tell. Returns false.
 */
bool reason_set_status(struct err *err, long status, long wait);

/*
 * Sets err from libcurl's code for a request that got no answer, or not all of
 * it. Returns false.
 */
bool reason_set_code(
    struct err *err, CURLcode code, const struct reason *reason);

#endif
