/* SPDX-License-Identifier: ISC */
/*
 * galley - a column that is being filled, and what stands at its left edge
 *
 * Lines are put on a sheet inside the frames that are open: quotes with a bar,
 * items with a mark and an indent. One galley fills the page, others the cells
 * of tables.
 *
 *      frames   quote  list  item
 *               │      1.    Some text that goes on
 *               │            here.
 *               '- bar '- mark, on the first line only
 *
 * Frames never take more than half of the width: one that would gets no room,
 * shows no bar, and its mark must go into the text (see para.h).
 */
#ifndef LAYOUT_GALLEY_H
#define LAYOUT_GALLEY_H

#include "sheet.h"

enum {
    GALLEY_MAX_FRAMES = ARTICLE_MAX_DEPTH + 4
};

enum mark_state {
    MARK_NONE, /* there is none, or it was shown */
    MARK_HANGS,
    MARK_IN_TEXT, /* there is no room for it but in the text */
};

struct frame {
    block_ix end;  /* where the container ends */
    uint32_t left; /* column where its content begins */

    struct text_ref mark; /* in the text of the sheet */
    uint32_t mark_cols;
    uint8_t mark_key;   /* enum theme_key */
    uint8_t mark_state; /* enum mark_state */

    uint8_t kind; /* enum block_kind of the container */
    uint8_t key;  /* enum theme_key of plain text in it */
    uint8_t
        last; /* enum block_kind of what was shown last; BLOCK_DOC: nothing */
    bool is_last_folded;
    bool has_bar;
    bool is_tight; /* no blank lines between its blocks */

    int64_t number;      /* list: of its next item */
    int64_t step;        /* list: from one number to the next, 1 or -1 */
    char numerals;       /* list: see layout/numeral.h */
    uint32_t label_cols; /* list, notes: the widest mark */
    uint32_t depth;      /* bulleted list: how many are around it */
};

struct galley {
    struct sheet *sheet;
    uint32_t first_line; /* of the sheet */
    uint32_t cols;       /* 0: no limit */
    bool is_cell;  /* of a table: even code is broken where it is too wide */
    bool can_fold; /* sections fold: not where they stand side by side */
    uint32_t n_frames;
    struct frame frames[GALLEY_MAX_FRAMES];
};

/*
 * Prepares g to fill sheet with lines of cols cells (0: no limit) that show the
 * blocks before end. Plain text has the look of key.
 */
void galley_init(struct galley *g, struct sheet *sheet, uint32_t cols,
    block_ix end, enum theme_key key);

/*
 * Returns the innermost frame; valid until the next push.
 */
struct frame *galley_top(struct galley *g);

/*
 * Opens a frame for a container that ends at block end. It begins where the one
 * around it does.
 */
struct frame *galley_push(struct galley *g, enum block_kind kind, block_ix end);

/*
 * Closes the innermost frame, of which no mark may be left.
 */
void galley_pop(struct galley *g);

/*
 * Moves the left edge of the innermost frame cols to the right if that leaves
 * enough room; else returns false.
 */
bool galley_indent(struct galley *g, uint32_t cols);

/*
 * Puts mark in front of the next line of the innermost frame, at the right end
 * of an indent of cols cells with one blank behind it.
 */
void galley_mark(
    struct galley *g, struct str mark, uint32_t cols, enum theme_key key);

/*
 * Puts a bar in front of all lines of the innermost frame, and indents it.
 */
void galley_bar(struct galley *g);

/*
 * Returns the cells that a line may have, at least 1; 0: no limit.
 */
uint32_t galley_room(const struct galley *g);

/*
 * Begins a line on the sheet with the bars and the marks that hang. Returns the
 * column where its text goes.
 */
uint32_t galley_begin_line(
    struct galley *g, enum line_kind kind, uint32_t at, block_ix b);

#endif
