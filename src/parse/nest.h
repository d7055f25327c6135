/* SPDX-License-Identifier: ISC */
/*
 * nest - opens blocks where an article may have them
 *
 * Stands between elements, which may come in any order, and model/build.h,
 * which takes no block in a wrong place. What an article needs around a block
 * is opened too (a list around a stray item, an item around text in a list),
 * and paragraphs begin by themselves when text comes.
 *
 * Items and definitions stay open when their element ends, until what comes
 * next shows whether it belongs to them: a list between two items becomes part
 * of the first one, as it looks in a browser.
 */
#ifndef PARSE_NEST_H
#define PARSE_NEST_H

#include "model/build.h"

#include <stdbool.h>
#include <stdint.h>

#define NEST_NONE UINT32_MAX /* no entry, no block */

/* A block that is open; paragraphs that began by themselves are not here. */
struct nest_entry {
    block_ix ix;
    uint8_t kind;    /* enum block_kind */
    bool is_made;    /* false: nested too deep for an article */
    bool is_spare;   /* belongs to no element that is still open */
    bool is_implied; /* never had an element */
    bool has_child;
};

struct nest {
    struct build *build;
    struct nest_entry *entries;
    uint32_t n, cap;
    uint32_t row;  /* line of the source, for blocks that are opened */
    bool has_para; /* a paragraph is open */
};

void nest_init(struct nest *n, struct build *b);

/*
 * Closes everything and frees what n holds, but not the builder.
 */
void nest_done(struct nest *n);

/*
 * Ends the paragraph, opens a block of that kind, with what it needs around it,
 * and returns its entry. Opens none and returns NEST_NONE inside a heading or
 * another block that holds text only, and where a row, a cell, a summary or a
 * caption has no place.
 */
uint32_t nest_open(struct nest *n, enum block_kind kind);

/*
 * Closes the entry and all above it; an item or definition only becomes spare.
 */
void nest_close(struct nest *n, uint32_t entry);

/*
 * Ends the paragraph and closes entries until no more than size are left.
 */
void nest_cut(struct nest *n, uint32_t size);

/*
 * Ends the paragraph, if one is open.
 */
void nest_end_para(struct nest *n);

/*
 * Sees to it that a leaf is open that takes text.
 */
void nest_need_leaf(struct nest *n);

/*
 * Tells whether a leaf other than a paragraph is open.
 */
bool nest_in_leaf(const struct nest *n);

/*
 * Returns the kind of the innermost entry, BLOCK_DOC when there is none.
 */
enum block_kind nest_kind(const struct nest *n);

/*
 * Tells whether the innermost entry is still without any content.
 */
bool nest_is_fresh(const struct nest *n);

/*
 * Returns the block of the entry, or NEST_NONE when it could not be made or
 * entry is NEST_NONE.
 */
block_ix nest_block(const struct nest *n, uint32_t entry);

/*
 * Closes the block of entry, whose open children must all be spare, and opens
 * another one like it in its place. Does nothing when it has no child yet.
 */
void nest_renew(struct nest *n, uint32_t entry);

#endif
