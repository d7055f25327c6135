/* SPDX-License-Identifier: ISC */
/*
 * anchors - the anchors of an article in the order of its text
 *
 * An article has its anchors sorted by name, to find them; who writes markup
 * meets them by place. Here each one stands in a leaf, also where it names a
 * list or a table: then it is the first leaf in there. The name that a heading
 * has as its own is not here: the heading says it.
 */
#ifndef OUT_ANCHORS_H
#define OUT_ANCHORS_H

#include "model/article.h"

struct place {
    block_ix block; /* a leaf */
    uint32_t at;    /* offset into article.text */
    uint32_t anchor;
};

struct anchors {
    const struct article *a;
    struct place *places;
    uint32_t n;
    uint32_t next; /* of those that are not written yet */
};

/*
 * Tells whether an anchor need not be written, because who reads what is
 * written makes it by itself.
 */
typedef bool (*anchors_implied_fn)(
    const void *user, const struct anchor *anchor);

/*
 * Fills p with the anchors of a, except those for which is_implied (may be
 * NULL) says so; anchors_done() frees what it holds.
 */
void anchors_init(struct anchors *p, const struct article *a,
    anchors_implied_fn is_implied, const void *user);

/*
 * Frees what p holds and leaves it empty.
 */
void anchors_done(struct anchors *p);

/*
 * Takes the next anchor of block b that stands at or before the offset at into
 * article.text, and returns its name; a NULL pointer when there is none. Blocks
 * and offsets must not go back; anchors of blocks before b are lost.
 */
struct str anchors_next(struct anchors *p, block_ix b, uint32_t at);

/*
 * Returns where the next anchor of block b stands, if that is before end; else
 * end.
 */
uint32_t anchors_until(const struct anchors *p, block_ix b, uint32_t end);

/*
 * Tells whether an anchor of block b stands at that offset. Logarithmic time.
 */
bool anchors_has(const struct anchors *p, block_ix b, uint32_t at);

/*
 * Tells whether block b has an anchor at that offset or behind it, but before
 * end, that is not written yet. Logarithmic time.
 */
bool anchors_any(
    const struct anchors *p, block_ix b, uint32_t at, uint32_t end);

#endif
