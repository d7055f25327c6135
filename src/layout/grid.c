/* SPDX-License-Identifier: ISC */
/*
 * grid - a table as columns side by side
 *
 * The cells of a row are laid out one below the other on a sheet of their own,
 * each in a galley as wide as its columns. Then their lines are put together:
 * the first line of each, the second of each, and so on. A line's place is the
 * first of those in it; so places never fall within a row.
 *
 * Where some row takes several lines, blank lines part the rows.
 */
#include "grid.h"

#include "base/mem.h"
#include "para.h"

#include <stdlib.h>

enum {
    NARROWEST_GAP = 2
};

/* The lines of one cell, and where they go. */
struct part {
    uint32_t first, n_lines;
    uint32_t left, cols;
    uint16_t marks; /* the cell's alignment */
};

struct grid {
    struct press *p;
    struct galley *g;
    const struct table *t;
    struct sheet cells;
    struct part *parts;
    uint32_t n_parts;
};

/*
 * Lays out the cell at c on the sheet of the cells.
 */
static struct part
put_cell(struct grid *grid, const struct table_cursor *c, bool is_header)
{
    const struct article *a = grid->p->a;
    const struct table_column *first = &grid->t->columns[c->column];
    const struct table_column *last = first + c->span - 1;
    const struct block *cell = &a->blocks[c->cell];
    struct part part = {
        .first = grid->cells.n_lines,
        .left = first->left,
        .cols = last->left + last->cols - first->left,
        .marks = cell->marks,
    };
    if (!(part.marks & (BLOCK_IS_LEFT | BLOCK_IS_CENTER | BLOCK_IS_RIGHT)) &&
        c->span == 1 && table_is_numeric(grid->t, c->column))
        part.marks |= BLOCK_IS_RIGHT;
    enum theme_key key = is_header || (cell->marks & BLOCK_IS_HEADER)
                             ? THEME_TABLE_HEAD
                             : (enum theme_key)galley_top(grid->g)->key;
    uint32_t cols = grid->g->cols > 0 ? part.cols : 0;
    struct galley column;

    galley_init(&column, &grid->cells, cols, cell->end, key);
    column.is_cell = true;
    grid->p->fill(grid->p, &column, c->cell + 1, cell->end);
    sheet_drop_blank(&grid->cells, part.first);
    part.n_lines = grid->cells.n_lines - part.first;
    return part;
}

/*
 * Returns how far a line of part is moved to the right inside its cell.
 */
static uint32_t
shift_in(const struct part *part, const struct line *line)
{
    uint32_t blank = line->cols < part->cols ? part->cols - line->cols : 0;

    if (part->marks & BLOCK_IS_RIGHT)
        return blank;
    if (part->marks & BLOCK_IS_CENTER)
        return blank / 2;
    return 0;
}

/*
 * Puts line k of part into the last line of the galley.
 */
static void
put_part_line(
    struct grid *grid, const struct part *part, uint32_t k, uint32_t left)
{
    const struct line *line = &grid->cells.lines[part->first + k];
    struct sheet *sheet = grid->g->sheet;
    uint32_t col = left + part->left + shift_in(part, line);
    uint32_t taken = sheet->lines[sheet->n_lines - 1].cols;

    /* Without a limit a cell may be wider than its column. */
    if (taken > left && col < taken + NARROWEST_GAP)
        col = taken + NARROWEST_GAP;
    for (uint32_t i = 0; i < line->n_runs; i++)
        sheet_copy_run(sheet, grid->cells.runs[line->first_run + i],
            grid->cells.text.ptr, col);
}

/*
 * Takes out the parts that have no line k, so that going through the lines of a
 * row costs no more than there are. Returns the place of line k: the first of
 * its parts.
 */
static uint32_t
keep_parts(struct grid *grid, uint32_t k)
{
    uint32_t at = UINT32_MAX, n_kept = 0;

    for (uint32_t i = 0; i < grid->n_parts; i++) {
        struct part part = grid->parts[i];
        if (k >= part.n_lines)
            continue;
        grid->parts[n_kept++] = part;
        if (grid->cells.lines[part.first + k].at < at)
            at = grid->cells.lines[part.first + k].at;
    }
    grid->n_parts = n_kept;
    return at;
}

static void
put_row(struct grid *grid, block_ix row)
{
    const struct article *a = grid->p->a;
    bool is_header = (a->blocks[row].marks & BLOCK_IS_HEADER) != 0;
    struct table_cursor c = table_row(a, row);

    sheet_cut(&grid->cells, (struct sheet_state){0});
    grid->n_parts = 0;
    while (table_next(grid->t, a, &c)) {
        struct part part = put_cell(grid, &c, is_header);
        grid->parts[grid->n_parts++] = part;
    }
    for (uint32_t k = 0;; k++) {
        uint32_t at = keep_parts(grid, k);
        if (grid->n_parts == 0)
            break;
        uint32_t left = galley_begin_line(grid->g, LINE_TEXT, at, row);
        for (uint32_t i = 0; i < grid->n_parts; i++)
            put_part_line(grid, &grid->parts[i], k, left);
    }
}

/*
 * Puts the line under the header, before block b.
 */
static void
put_rule(struct grid *grid, block_ix b)
{
    struct press *p = grid->p;
    uint32_t left = galley_begin_line(grid->g, LINE_TEXT, p->offsets[b], b);

    for (uint32_t i = 0; i < grid->t->n_columns; i++) {
        const struct table_column *c = &grid->t->columns[i];
        sheet_add_row(grid->g->sheet, left + c->left, STR("─"), c->cols,
            look_of(THEME_BORDER));
    }
}

/*
 * Tells whether before is a header row and block, which may be NULL, is not.
 */
static bool
ends_header(const struct block *block, const struct block *before)
{
    return before && (before->marks & BLOCK_IS_HEADER) &&
           !(block && (block->marks & BLOCK_IS_HEADER));
}

void
grid_put(struct press *p, struct galley *g, block_ix b, const struct table *t)
{
    const struct block *table = &p->a->blocks[b];
    struct grid grid = {.p = p, .g = g, .t = t};
    const struct block *before = NULL;
    bool has_rule = false; /* only under the header rows at the top */

    para_put_marks(p, g, b);
    grid.parts = mem_alloc(t->n_columns * sizeof *grid.parts);
    for (block_ix i = b + 1; i < table->end; i = p->a->blocks[i].end) {
        const struct block *child = &p->a->blocks[i];
        bool is_parted =
            before && (t->is_tall || child->kind == BLOCK_CAPTION ||
                          before->kind == BLOCK_CAPTION);

        if (!has_rule && ends_header(child, before)) {
            put_rule(&grid, i);
            has_rule = true;
        } else if (is_parted) {
            para_put_blank(p, g, i);
        }
        if (child->kind == BLOCK_CAPTION)
            para_put_leaf(p, g, i, THEME_CAPTION);
        else
            put_row(&grid, i);
        before = child;
    }
    if (!has_rule && ends_header(NULL, before))
        put_rule(&grid, table->end);
    free(grid.parts);
    sheet_done(&grid.cells);
}
