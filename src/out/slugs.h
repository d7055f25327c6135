/* SPDX-License-Identifier: ISC */
/*
 * slugs - which names headings get by themselves
 *
 * A heading without a name of its own gets one from its title, with a number
 * when headings before it have the same. Here the names are made again as they
 * will be made when the headings are read again, so that only others have to be
 * written.
 */
#ifndef OUT_SLUGS_H
#define OUT_SLUGS_H

#include "base/buf.h"
#include "model/article.h"

struct slug {
    block_ix block; /* the heading, or 0 for the title */
    uint32_t at;    /* into text */
    uint32_t len;
    uint32_t number; /* how many before it are the same */
};

struct slugs {
    struct slug *slugs; /* by block */
    uint32_t n, cap;
    struct buf text;
};

/*
 * Fills s with the slugs of the headings among the blocks from first to end;
 * title, if it is not empty, counts as a heading before them. slugs_done()
 * frees what it holds.
 */
void slugs_init(struct slugs *s, const struct article *a, struct str title,
    block_ix first, block_ix end);

/*
 * Frees what s holds and leaves it empty.
 */
void slugs_done(struct slugs *s);

/*
 * Tells whether name is what heading b gets by itself.
 */
bool slugs_give(const struct slugs *s, block_ix b, struct str name);

#endif
