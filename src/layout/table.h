/* SPDX-License-Identifier: ISC */
/*
 * table - how wide the columns of a table are
 *
 * Columns get their share of the width by what is in them. Where that is too
 * little to read, the table is not shown as one but row by row, as records
 * (see grid.h and record.h for the two).
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "press.h"

struct table_column {
    uint32_t word; /* width of its widest word */
    uint32_t line; /* width of its widest line, unbroken */
    uint64_t area; /* of all its lines */
    uint32_t cols; /* width that it gets */
    uint32_t left; /* where it begins */
    uint32_t n_numbers;
    bool has_words; /* not all of its cells are numbers */
};

struct table {
    struct table_column *columns;
    uint32_t n_columns;
    uint32_t gap;   /* cells between two columns */
    bool is_record; /* too narrow for columns */
    bool is_tall;   /* some row takes several lines */
};

/* Goes from cell to cell of a row. */
struct table_cursor {
    block_ix cell;
    uint32_t column; /* where the cell is, and how many columns it takes */
    uint32_t span;

    /* Private. */
    block_ix next, end;
    uint32_t n_left;
};

/*
 * Measures the cells of table b and gives the columns their width in g;
 * table_done() frees what t gets.
 */
void table_plan(
    struct table *t, struct press *p, const struct galley *g, block_ix b);

/*
 * Returns a cursor before the first cell of row.
 */
struct table_cursor table_row(const struct article *a, block_ix row);

/*
 * Moves c to the next cell of its row; false if there is none. Cells that say
 * that they span more columns than there are take what is left.
 */
bool table_next(
    const struct table *t, const struct article *a, struct table_cursor *c);

/*
 * Tells whether a column has numbers only, which read best in line with each
 * other: on the right.
 */
bool table_is_numeric(const struct table *t, uint32_t column);

/*
 * Frees what t holds.
 */
void table_done(struct table *t);

#endif
