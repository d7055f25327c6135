/* SPDX-License-Identifier: ISC */
/*
 * pipes - tables of Markdown
 *
 * For tables that need no HTML; form.h knows which.
 */
#ifndef OUT_PIPES_H
#define OUT_PIPES_H

#include "phrase.h"

/*
 * Appends the table, which must be simple, a line for each row and no line end
 * behind the last. p is for the text of the cells.
 */
void pipes_add(const struct phrase *p, block_ix table, struct buf *out);

#endif
