/* SPDX-License-Identifier: ISC */
/*
 * grid - the rows and columns of open tables
 *
 * An article's cells may span columns but not rows: where a cell reaches down
 * into later rows, these get an empty one in its place, so that columns stay
 * aligned.
 */
#ifndef PARSE_GRID_H
#define PARSE_GRID_H

#include "frame.h"

/*
 * Begins and ends a table.
 */
void grid_push(struct flow *f);
void grid_pop(struct flow *f);

/*
 * Begins and ends a row of the innermost table. Call grid_end_row() while its
 * block is open: cells that reach down from above are added to it.
 */
void grid_begin_row(struct flow *f);
void grid_end_row(struct flow *f);

/*
 * Opens the cell e in the row, after those that reach down from above, and
 * returns its entry in nest, or NEST_NONE where there is no row.
 */
uint32_t grid_open_cell(
    struct flow *f, enum element e, const struct attrs *attrs);

#endif
