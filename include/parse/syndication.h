/* SPDX-License-Identifier: ISC */
/*
 * syndication - a feed from text
 *
 * Atom, RSS of all versions, and JSON Feed. Feeds in the wild are broken in every
 * way; they are read as far as they go, and a note says what was wrong.
 */
#ifndef PARSE_SYNDICATION_H
#define PARSE_SYNDICATION_H

#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"

struct syndication_opts {
    struct str base_url; /* the address of the feed, may be empty */
    struct str note;     /* that the reader should get as well */
    struct str cut;      /* why the end is missing, or empty */
};

/*
 * Returns the feed that text, valid UTF-8, is, owned, with all invariants of
 * model/feed.h. NULL and ERR_BAD_DATA where it is none. Linear time.
 */
struct feed *syndication_parse(
    struct str text, const struct syndication_opts *opts, struct err *err)
    __attribute__((warn_unused_result));

#endif
