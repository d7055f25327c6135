/* SPDX-License-Identifier: ISC */
/*
 * builder - what a struct build holds
 *
 * Shared by what fills it (build, leaf) and what makes an article of it
 * (settle). Two texts grow side by side: body holds what leaves show, in
 * reading order, side holds addresses, names, facts and notes. In the article
 * the side text stands behind the body.
 */
#ifndef MODEL_BUILDER_H
#define MODEL_BUILDER_H

#include "intern.h"

#include "model/article.h"

/* Each of the two texts may take half of what an article holds. */
#define BUILDER_MAX_TEXT (ARTICLE_MAX_TEXT / 2)

#define BUILDER_TOO_LONG "this is too long to show whole: its end is missing"

/* A block that is open. */
struct open_block {
    block_ix ix;  /* the innermost real block where this one is not made */
    uint8_t kind; /* enum block_kind */
    bool is_made; /* false: nested too deep, or too many blocks */
};

struct build_anchor {
    struct text_ref name; /* into side */
    block_ix block;
    uint32_t at; /* offset into body */
};

struct build {
    struct buf body, side;

    struct block *blocks;
    uint8_t *is_dropped; /* one a block */
    uint32_t n_blocks, cap_blocks, cap_dropped;
    uint32_t *splits; /* one a block: 0, or behind how many spans it parts */
    uint32_t n_splits, cap_splits; /* how many are not 0; how many there are */

    struct span *spans;
    uint32_t n_spans, cap_spans;

    struct build_anchor *anchors; /* in the order of anchor_names */
    uint32_t cap_anchors;
    struct intern anchor_names;
    struct intern links;
    struct intern notes;

    struct intern slugs;   /* what GitHub's rule made of headings ... */
    uint32_t *slug_counts; /* ... and how often */
    uint32_t cap_slug_counts;

    struct text_ref facts[FACT_COUNT]; /* into side */

    struct open_block *open; /* open[0] is the document */
    uint32_t n_open, cap_open;
    uint32_t n_made; /* how many of them are made */

    uint32_t leaf_at;  /* where the text of the open leaf begins in body */
    uint32_t code_col; /* in CODE: cells since the line began */
    bool has_blank;    /* white space waits for what follows it */
    struct span_style blank_style; /* of that white space */
    struct buf scratch;

    struct article *draft; /* owned, or NULL */
};

/*
 * Returns the block that was opened last and is not closed yet.
 */
static inline struct open_block *
builder_innermost(const struct build *b)
{
    return &b->open[b->n_open - 1];
}

/*
 * Appends value to out: clean, without white space at its ends and with one
 * blank for all that stands together, but for line ends if has_lines. scratch is
 * overwritten.
 */
void builder_add_collapsed(
    struct buf *out, struct buf *scratch, struct str value, bool has_lines);

/*
 * Appends value to the side text: clean, with white space collapsed, but for
 * line ends if has_lines. Returns the empty reference when there is no room.
 */
struct text_ref builder_add_side(
    struct build *b, struct str value, bool has_lines);

/*
 * Appends value to out, clean and as one line: line ends become blanks.
 */
void builder_add_line(struct buf *out, struct str value);

/*
 * Adds a note, one line; the same note twice is one.
 */
void builder_add_note(struct build *b, struct str note);

#endif
