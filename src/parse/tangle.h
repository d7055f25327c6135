/* SPDX-License-Identifier: ISC */
/*
 * tangle - finds what cmark would take more than linear time for
 *
 * Some things cost cmark the square of their number: the cells of a row, rows
 * that look like the second of a table and are not, tags of raw HTML and images
 * that are never closed in a paragraph, lists and quotes in each other with much
 * or nothing in them. No text that a person wrote has so many of them that it
 * matters. Of what has, the rest is taken as text, or, where it is a table, all
 * tables are.
 */
#ifndef PARSE_TANGLE_H
#define PARSE_TANGLE_H

#include "base/buf.h"

#include <stdbool.h>

/*
 * Returns the Markdown in text as cmark can be given it: text itself, or what
 * was made of it in out, which is empty before. Sets *out_has_tables to whether
 * cmark may look for tables. Takes linear time.
 */
struct str tangle_loosen(
    struct str text, struct buf *out, bool *out_has_tables);

#endif
