/* SPDX-License-Identifier: ISC */
/*
 * address - where a page is asked for
 *
 * An address without the password that it came with, which is kept beside it
 * for the host that it is for.
 */
#ifndef FETCH_ADDRESS_H
#define FETCH_ADDRESS_H

#include "base/err.h"

#include <curl/curl.h>

#include <stdbool.h>

struct address {
    CURLU *url;            /* that is asked for, without a password */
    char *scheme, *host;   /* of the first address; these and the rest are */
    char *port;            /* owned by libcurl; NULL: unknown */
    char *user, *password; /* that it had, decoded, or NULL */
    bool is_home;          /* url is where the password belongs */
};

/*
 * Reads the first address, which must be one of the web; password, if not NULL,
 * goes with it, percent-encoded.
 */
bool address_read(struct address *a, const char *text, const char *password,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Goes to where a server points, which must be of the web, too.
 * out_is_downgrade tells whether the way there led from https to http.
 */
bool address_follow(struct address *a, const char *location,
    bool *out_is_downgrade, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns a part of the address, to be freed by curl_free(); NULL without one.
 */
char *address_part(const struct address *a, CURLUPart part);

void address_done(struct address *a);

#endif
