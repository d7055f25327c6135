/* SPDX-License-Identifier: ISC */
/*
 * inlay - the elements in a text of a feed as HTML again
 *
 * XHTML that stands in a feed by right, and HTML that nobody escaped, come from
 * the parser of XML in pieces; here they are written down as they were.
 */
#ifndef PARSE_INLAY_H
#define PARSE_INLAY_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Appends text; with has_entities an ampersand in it stays what it is.
 */
void inlay_add_text(struct buf *out, struct str text, bool has_entities);

/*
 * Appends a start tag; attrs are names and values in turn up to NULL.
 */
void inlay_add_start(
    struct buf *out, const char *name, const char **attrs, bool has_entities);

/*
 * Appends an end tag, where HTML has one.
 */
void inlay_add_end(struct buf *out, const char *name);

/*
 * Returns a name without its prefix.
 */
const char *inlay_local_name(const char *name);

#endif
