/* SPDX-License-Identifier: ISC */
/*
 * body - blocks as HTML
 *
 * The elements are those that are read as the same blocks again, in a page as
 * well as inside Markdown.
 */
#ifndef OUT_BODY_H
#define OUT_BODY_H

#include "model/article.h"
#include "tags.h"

/*
 * Appends the blocks from first to end in the form of t. In TAGS_LINE nothing
 * ends the line, else everything ends with a line end.
 */
void body_add(const struct tags *t, block_ix first, block_ix end);

#endif
