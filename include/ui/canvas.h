/* SPDX-License-Identifier: ISC */
/*
 * canvas - a grid of cells
 *
 * Views draw on a canvas; ui/screen copies it to the terminal. A cell holds one
 * character of one or two cells with the marks that combine with it, and its
 * attributes. Whatever is drawn is clipped to the canvas, and nothing but
 * printable text gets into a cell.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include "base/buf.h"
#include "base/str.h"
#include "layout/theme.h"

#include <stdint.h>

enum {
    CANVAS_CELL_BYTES = 24
}; /* of a character with its marks */

struct cell {
    char text[CANVAS_CELL_BYTES]; /* UTF-8 with a NUL; "" behind a wide one */
    uint8_t cols;                 /* 1 or 2; 0 behind a wide one */
    struct attrs attrs;
};

/* A part of a canvas, in cells from its upper left corner. */
struct rect {
    int col, row;
    int cols, rows;
};

struct canvas {
    struct cell *cells; /* row by row */
    int cols, rows;
    int cursor_col, cursor_row; /* -1: not shown */
};

/*
 * Makes the canvas cols × rows blank cells, whatever it was before. Zeroed is
 * a valid empty canvas; canvas_done() frees it.
 */
void canvas_resize(struct canvas *c, int cols, int rows);

/*
 * Frees the cells.
 */
void canvas_done(struct canvas *c);

/*
 * Fills area with blanks in attrs.
 */
void canvas_fill(struct canvas *c, struct rect area, struct attrs attrs);

/*
 * Draws text at col, row of the canvas, clipped to area, and returns the column
 * behind it, also where that is outside. col may be left of the area: then the
 * part that is inside is drawn. A wide character that is cut becomes a blank.
 */
int canvas_put(struct canvas *c, struct rect area, int col, int row,
    struct str text, struct attrs attrs);

/*
 * Draws text like canvas_put() at the start of room, one row, and ends it with
 * "…" where room has too few columns.
 */
int canvas_put_short(struct canvas *c, struct rect area, struct rect room,
    struct str text, struct attrs attrs);

/*
 * Puts attributes over those of n cells from col, row: colors that are not
 * default and all bits win.
 */
void canvas_tint(struct canvas *c, struct rect area, int col, int row, int n,
    struct attrs attrs);

/*
 * Appends the canvas as text, a line a row without trailing blanks, for tests.
 */
void canvas_add_text(const struct canvas *c, struct buf *out);

#endif
