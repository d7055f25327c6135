/* SPDX-License-Identifier: ISC */
/*
 * pipes - tables of Markdown
 *
 * GitHub's tables have one head row, cells with a line of text each, and an
 * alignment for each column. Tables with anything else in them are written as
 * HTML.
 */
#ifndef OUT_PIPES_H
#define OUT_PIPES_H

#include "phrase.h"

/*
 * Tells whether table can be written with pipes. Linear in its size.
 */
bool pipes_fit(const struct article *a, block_ix table);

/*
 * Appends the table, which must fit, a line for each row and no line end behind
 * the last. p is for the text of the cells.
 */
void pipes_add(const struct phrase *p, block_ix table, struct buf *out);

#endif
