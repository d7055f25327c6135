/* SPDX-License-Identifier: ISC */
/*
 * byline - the people in a line that names who wrote something
 */
#ifndef PARSE_BYLINE_H
#define PARSE_BYLINE_H

#include "base/buf.h"

/*
 * Appends the names in text: without "By" and what follows the names, such as
 * dates. Adds nothing where text is an address, a date or too long.
 */
void byline_add(struct buf *out, struct str text);

/*
 * Appends text as one line, with single blanks for all white space.
 */
void byline_collapse(struct buf *out, struct str text);

#endif
