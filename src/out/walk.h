/* SPDX-License-Identifier: ISC */
/*
 * walk - a range of blocks as a tree that opens and closes
 *
 * Blocks stand flat in reading order; markup wants to know where each one ends,
 * too. A walk tells every block of the range twice, when it begins and when it
 * ends, in constant time a step and without a stack.
 *
 * A range may begin at a block that means nothing by itself, such as the
 * summary of details. Then the walk begins with the blocks around it that it
 * needs, so that what comes out is well formed.
 */
#ifndef OUT_WALK_H
#define OUT_WALK_H

#include "model/article.h"

struct walk {
    const struct article *a;
    block_ix first, end; /* the range */
    block_ix next;
    block_ix open;  /* the innermost block that was begun, or top */
    block_ix top;   /* the block around all that was begun */
    block_ix block; /* what the last step was about */
    bool is_open;   /* it begins; else it ends */
};

/*
 * Returns a walk over the blocks from first to end; the document itself, block
 * 0, is never told.
 */
struct walk walk_begin(const struct article *a, block_ix first, block_ix end);

/*
 * Goes to the next beginning or end, and fills block and is_open. Returns false
 * when all that was begun has ended.
 */
bool walk_next(struct walk *w);

/*
 * Leaves out what is inside the block that the last step began: the next step
 * ends it.
 */
void walk_skip(struct walk *w);

/*
 * Returns the block that stands before b in the same container, or 0.
 */
block_ix walk_before(const struct article *a, block_ix b);

/*
 * Returns the block that follows b in the same container, or 0.
 */
block_ix walk_behind(const struct article *a, block_ix b);

#endif
