/* SPDX-License-Identifier: ISC */
/*
 * grid - the rows and columns of open tables
 *
 * Each table remembers for every column how many more rows a cell reaches down.
 * Most have none, and no memory is taken for it. The first row of a table is
 * taken for its head when the author has not said so but made all its cells
 * header cells.
 */
#include "grid.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    MAX_COLS = 1000,
    MAX_ROWSPAN = 65534, /* as HTML has it */
    MAX_FILLED = 1 << 16 /* empty cells in one document */
};

struct grid {
    uint16_t *left; /* how many rows cells reach down, one a column */
    uint32_t n_left, cap_left;
    uint32_t col;                     /* in the row */
    uint32_t n_cells, n_header_cells; /* in the row */
    uint32_t n_rows, n_filled;
    bool has_head;
};

static struct grid *
innermost(struct flow *f)
{
    return f->n_grids > 0 ? &f->grids[f->n_grids - 1] : NULL;
}

void
grid_push(struct flow *f)
{
    MEM_GROW(f->grids, f->cap_grids, f->n_grids + 1);
    f->grids[f->n_grids++] = (struct grid){0};
}

void
grid_pop(struct flow *f)
{
    free(innermost(f)->left);
    f->n_grids--;
}

void
grid_begin_row(struct flow *f)
{
    struct grid *g = innermost(f);

    if (!g)
        return;
    g->col = 0;
    g->n_cells = 0;
    g->n_header_cells = 0;
    if (frame_top(f)->is_head)
        g->has_head = true;
}

/*
 * Adds empty cells as long as a cell from above reaches into this column.
 */
static void
fill(struct flow *f, struct grid *g)
{
    while (g->col < g->n_left && g->left[g->col] > 0) {
        g->left[g->col]--;
        g->col++;
        if (g->n_filled++ > MAX_FILLED)
            continue;
        uint32_t cell = nest_open(&f->nest, BLOCK_CELL);
        if (cell != NEST_NONE)
            nest_close(&f->nest, cell);
    }
}

void
grid_end_row(struct flow *f)
{
    struct grid *g = innermost(f);
    uint32_t entry = frame_top(f)->entry;

    if (!g || entry == NEST_NONE)
        return;
    fill(f, g);
    /* Columns behind a short row. */
    while (g->col < g->n_left) {
        if (g->left[g->col] > 0)
            g->left[g->col]--;
        g->col++;
    }

    block_ix row = nest_block(&f->nest, entry);
    bool is_head = frame_top(f)->is_head ||
                   (g->n_rows == 0 && !g->has_head && g->n_cells > 1 &&
                       g->n_header_cells == g->n_cells);
    if (row != NEST_NONE && is_head)
        build_mark(f->build, row, BLOCK_IS_HEADER);
    g->n_rows++;
}

/*
 * Notes that the cell at the current column takes so many columns and rows.
 */
static void
occupy(struct grid *g, uint32_t n_cols, uint32_t n_rows)
{
    uint32_t end = g->col + n_cols;

    if (n_rows > 1 && end <= MAX_COLS) {
        MEM_GROW(g->left, g->cap_left, end);
        while (g->n_left < end)
            g->left[g->n_left++] = 0;
    }
    for (; g->col < end; g->col++)
        if (g->col < g->n_left)
            g->left[g->col] = (uint16_t)(n_rows - 1);
}

static uint32_t
limit(int32_t number, uint32_t max)
{
    if (number < 1)
        return 1;
    return (uint32_t)number > max ? max : (uint32_t)number;
}

uint32_t
grid_open_cell(struct flow *f, enum element e, const struct attrs *attrs)
{
    struct grid *g = innermost(f);

    if (g)
        fill(f, g);
    uint32_t entry = nest_open(&f->nest, BLOCK_CELL);
    if (!g || entry == NEST_NONE)
        return entry;

    uint32_t n_cols = limit(element_number(attrs, ATTR_COLSPAN, 1), MAX_COLS);
    int32_t n_rows = element_number(attrs, ATTR_ROWSPAN, 1);
    occupy(g, n_cols, n_rows == 0 ? MAX_ROWSPAN : limit(n_rows, MAX_ROWSPAN));
    g->n_cells++;
    g->n_header_cells += e == ELEMENT_TH;

    block_ix cell = nest_block(&f->nest, entry);
    if (cell != NEST_NONE) {
        build_number(f->build, cell, (int32_t)n_cols);
        build_mark(f->build, cell,
            frame_top(f)->align | (e == ELEMENT_TH ? BLOCK_IS_HEADER : 0));
    }
    return entry;
}
