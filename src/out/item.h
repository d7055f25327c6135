/* SPDX-License-Identifier: ISC */
/*
 * item - items of lists in Markdown
 *
 * The sign of an item, its box if it is a task, and what shows that a list is
 * loose. Between item_open() and item_close() the blocks of the item are
 * written.
 */
#ifndef OUT_ITEM_H
#define OUT_ITEM_H

#include "margin.h"

/*
 * Begins item, whose list has the innermost frame, and opens a frame for it.
 */
void item_open(struct margin *m, block_ix item);

/*
 * Ends item and closes its frame. What shows that a list is loose, if nothing
 * else does, is a comment behind an empty line.
 */
void item_close(struct margin *m, block_ix item);

/*
 * Adds the box of the task item before text, the first paragraph in it, which
 * is written next.
 */
void item_add_box(struct margin *m, block_ix item, struct str text);

#endif
