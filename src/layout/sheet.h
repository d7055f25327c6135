/* SPDX-License-Identifier: ISC */
/*
 * sheet - lines and runs while they are made
 *
 * The growing arrays of a layout, and the text of its own. Lines are added at
 * the end, runs to the last line. What was added last can be taken away again.
 * A zeroed struct sheet is empty.
 */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "base/buf.h"
#include "layout/line.h"

struct sheet {
    struct line *lines;
    struct run *runs;
    struct buf text;
    uint32_t n_lines, cap_lines;
    uint32_t n_runs, cap_runs;
};

/* How full a sheet is. */
struct sheet_state {
    uint32_t n_lines, n_runs;
    size_t n_text;
};

/* How a piece of text looks and where it leads. */
struct look {
    link_ix link;   /* or LINK_NONE */
    uint32_t roles; /* set of ROLE_ bits */
    uint8_t key;    /* enum theme_key */
};

/*
 * Returns the look of a part of the article that is neither link nor marked.
 */
static inline struct look
look_of(enum theme_key key)
{
    return (struct look){LINK_NONE, 0, (uint8_t)key};
}

/*
 * Adds an empty line of that kind, at that place, for block b.
 */
void sheet_add_line(
    struct sheet *s, enum line_kind kind, uint32_t at, block_ix b);

/*
 * Adds run to the last line and makes the line as wide as it must be.
 */
void sheet_add_run(struct sheet *s, struct run run);

/*
 * Adds a run at column col to the last line with text of the layout's own.
 */
void sheet_add_own(
    struct sheet *s, uint32_t col, struct str text, struct look look);

/*
 * Does the same with count times sign, which is one cell wide.
 */
void sheet_add_row(struct sheet *s, uint32_t col, struct str sign,
    uint32_t count, struct look look);

/*
 * Keeps a text of the layout's own, for runs that are made later.
 */
struct text_ref sheet_keep(struct sheet *s, struct str text);

/*
 * Adds a copy of run to the last line, cols further to the right. The run may
 * be one of another sheet, whose text is from.
 */
void sheet_copy_run(
    struct sheet *s, struct run run, const char *from, uint32_t cols);

/*
 * Puts run behind the others of line ix. Takes time by what was added after
 * that line.
 */
void sheet_insert_run(struct sheet *s, uint32_t ix, struct run run);

/*
 * Returns how full s is, for sheet_cut().
 */
struct sheet_state sheet_state(const struct sheet *s);

/*
 * Takes away what was added since s was in that state.
 */
void sheet_cut(struct sheet *s, struct sheet_state state);

/*
 * Takes away the last line if it is a blank one and not one of the first n.
 */
void sheet_drop_blank(struct sheet *s, uint32_t n);

/*
 * Frees what s holds and leaves it empty.
 */
void sheet_done(struct sheet *s);

#endif
