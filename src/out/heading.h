/* SPDX-License-Identifier: ISC */
/*
 * heading - headings of Markdown
 *
 * A heading is one line of signs and text, and a name where it has one that its
 * text does not give it.
 */
#ifndef OUT_HEADING_H
#define OUT_HEADING_H

#include "phrase.h"
#include "slugs.h"

/*
 * Appends the text of leaf b as a heading of that level, from 1 to 6, without a
 * line end. p must be for one line.
 */
void heading_add(const struct phrase *p, const struct slugs *slugs, block_ix b,
    unsigned level, struct buf *out);

#endif
