/* SPDX-License-Identifier: ISC */
/*
 * fold - what a folded section hides
 *
 * The blocks of a folded section are laid out like all others, counted, and cut
 * away again. So a block is laid out once, however folds lie in folds, and
 * nothing else needs to know that it is hidden. Folds inside a fold are taken
 * as open: the count tells how much there is to read.
 */
#ifndef LAYOUT_FOLD_H
#define LAYOUT_FOLD_H

#include "press.h"

enum {
    FOLD_LABEL_COLS = 16, /* room that a head leaves for "1234567 lines" */
    FOLD_MIN_COLS = 32,   /* where lines are narrower, it is not said */
};

/* A fold that is going on, or with is_open false none. */
struct fold {
    bool is_open;
    block_ix end;               /* of the section */
    uint32_t head_line;         /* the first line of its head */
    uint32_t n_frames;          /* that were open when it began */
    uint32_t n_refs;            /* that were numbered then */
    struct sheet_state visible; /* what stays */
};

/*
 * Begins to hide what comes up to block end; the head has just been put, its
 * first line is head_line.
 */
void fold_begin(struct fold *fold, const struct press *p,
    const struct galley *g, block_ix end, uint32_t head_line);

/*
 * Tells whether fold goes on, but ends at or before block b, and all frames
 * opened in it are closed.
 */
bool fold_is_over(const struct fold *fold, const struct galley *g, block_ix b);

/*
 * Ends the fold: cuts away what it hides, and notes on the head how many lines
 * that were.
 */
void fold_end(struct fold *fold, struct press *p, struct galley *g);

#endif
