/* SPDX-License-Identifier: ISC */
/*
 * walk - a range of blocks as a tree that opens and closes
 *
 * A block ends when the next one is behind its end. Then the block around it is
 * the innermost one, which its parent index tells.
 */
#include "walk.h"

/*
 * Returns the outermost block that has to be begun for block b to have a place.
 */
static block_ix
outermost_needed(const struct article *a, block_ix b)
{
    while (b > 0 && !article_may_hold(BLOCK_DOC, a->blocks[b].kind))
        b = a->blocks[b].parent;
    return b;
}

struct walk
walk_begin(const struct article *a, block_ix first, block_ix end)
{
    if (first == 0)
        first = 1;
    if (first >= end)
        return (struct walk){.a = a};

    block_ix outer = outermost_needed(a, first);
    return (struct walk){
        .a = a,
        .first = first,
        .end = end,
        .next = outer,
        .open = a->blocks[outer].parent,
        .top = a->blocks[outer].parent,
    };
}

bool
walk_next(struct walk *w)
{
    const struct block *blocks = w->a->blocks;
    bool has_more = w->next < w->end;

    if (w->open != w->top && (!has_more || blocks[w->open].end <= w->next)) {
        w->block = w->open;
        w->is_open = false;
        w->open = blocks[w->open].parent;
        return true;
    }
    if (!has_more)
        return false;

    /* The range may go on behind the block in which it began. */
    if (w->open == w->top) {
        while (blocks[w->top].end <= w->next)
            w->top = blocks[w->top].parent;
        w->open = w->top;
    }
    w->block = w->open = w->next++;
    w->is_open = true;

    /* What stands before the range in the blocks around it is left out. */
    while (w->next < w->first && blocks[w->next].end <= w->first)
        w->next = blocks[w->next].end;
    return true;
}

void
walk_skip(struct walk *w)
{
    block_ix end = w->a->blocks[w->open].end;

    if (w->is_open && w->next < end)
        w->next = end;
}

block_ix
walk_before(const struct article *a, block_ix b)
{
    block_ix parent = a->blocks[b].parent;
    block_ix before = b - 1;

    if (before == parent)
        return 0;
    while (a->blocks[before].parent != parent)
        before = a->blocks[before].parent;
    return before;
}

block_ix
walk_behind(const struct article *a, block_ix b)
{
    block_ix next = a->blocks[b].end;

    return next < a->blocks[a->blocks[b].parent].end ? next : 0;
}
