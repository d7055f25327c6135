/* SPDX-License-Identifier: ISC */
/*
 * byline - the people in a line that names who wrote something
 */
#ifndef PARSE_BYLINE_H
#define PARSE_BYLINE_H

#include "base/buf.h"

#include <stdbool.h>

/*
 * Appends the names in text, which is written for readers: without "By" and
 * what follows the names, such as dates and roles. Of several lines, the first
 * that names somebody counts. Adds nothing where that is an address, a date or
 * too long.
 */
void byline_add(struct buf *out, struct str text);

/*
 * Appends the names in a value that is written for machines, and so has names
 * and little else: "Center for Reeds" is nobody who writes for Reeds.
 */
void byline_add_value(struct buf *out, struct str value);

/*
 * Tells whether text announces a name, as "By" and "Written by" do, and shows
 * what follows in out_rest, empty if that is all.
 */
bool byline_is_announced(struct str text, struct str *out_rest);

/*
 * Tells whether s, cleaned, is written like names are: few words, all but the
 * small ones between them with a capital.
 */
bool byline_is_name(struct str s);

/*
 * Appends text as one line, with single blanks for all white space.
 */
void byline_collapse(struct buf *out, struct str text);

#endif
