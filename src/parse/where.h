/* SPDX-License-Identifier: ISC */
/*
 * where - the address of a page, and what its links are seen from
 */
#ifndef PARSE_WHERE_H
#define PARSE_WHERE_H

#include "base/buf.h"

#include <stdbool.h>

struct where {
    struct str page; /* may be empty */
    struct str base; /* that, or what the page says */
};

/*
 * Appends the address of what the page means by ref. Returns false and adds
 * nothing when that is none to go on to: a page of the web leads to others of
 * the web only.
 */
bool where_find(const struct where *w, struct str ref, struct buf *out);

/*
 * Tells whether url is the page itself, or a piece or view of it, and not
 * another one. own is what the page says of its own address, or empty.
 */
bool where_is_here(const struct where *w, struct str own, struct str url);

#endif
