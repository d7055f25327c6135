/* SPDX-License-Identifier: ISC */
/*
 * record - a table row by row, where columns would be too narrow
 *
 * The names of the columns are those of the last header row at the top; header
 * rows above it are shown as rows. Fields that are empty are left out, but not
 * in the first record, so that every name is seen once.
 */
#include "record.h"

#include "base/mem.h"
#include "para.h"

#include <stdlib.h>

enum {
    HANG = 2,
    MAX_NAME_COLS = 60, /* of a name that is said again */
    MAX_NAME_BLOCKS = 8,
};

struct records {
    struct press *p;
    struct galley *g;
    const struct table *t;
    block_ix names; /* the row of names, 0: there is none */
    block_ix *name; /* one a column: its cell in that row, 0: none */
    bool is_first;  /* the names are said for the first time */
};

/*
 * Finds the row of names: the last of the header rows at the top, unless there
 * are no others.
 */
static block_ix
find_names(const struct article *a, block_ix b)
{
    block_ix names = 0;

    for (block_ix i = b + 1; i < a->blocks[b].end; i = a->blocks[i].end) {
        if (a->blocks[i].kind != BLOCK_ROW)
            continue;
        if (!(a->blocks[i].marks & BLOCK_IS_HEADER))
            return names;
        names = i;
    }
    return 0;
}

static void
fill_names(struct records *r)
{
    struct table_cursor c = table_row(r->p->a, r->names);

    while (r->names != 0 && table_next(r->t, r->p->a, &c))
        for (uint32_t i = 0; i < c.span; i++)
            r->name[c.column + i] = c.cell;
}

static bool
has_text(const struct article *a, block_ix cell)
{
    for (block_ix b = cell + 1; b < a->blocks[cell].end; b++)
        if (a->blocks[b].n_spans > 0)
            return true;
    return false;
}

/*
 * Adds the text of the cell that is a name: all of it if it is new, else what
 * fits in cols. Returns how much of cols is left.
 */
static uint32_t
add_name(struct records *r, block_ix name, bool is_new, uint32_t cols)
{
    struct prose *prose = &r->p->prose;
    const struct article *a = r->p->a;
    size_t len = prose->text.len;

    cols = is_new ? UINT32_MAX : cols;
    for (block_ix b = name + 1; b < a->blocks[name].end && cols > 0; b++) {
        if (!is_new && b > name + MAX_NAME_BLOCKS)
            break;
        if (a->blocks[b].n_spans == 0)
            continue;
        if (prose->text.len > len)
            prose_add_own(prose, STR(" "), look_of(THEME_TABLE_HEAD));
        cols = prose_add_label(prose, a, b, THEME_TABLE_HEAD, cols);
    }
    return cols;
}

/*
 * Begins a paragraph with the names of span columns. Returns false if they have
 * none.
 */
static bool
begin_field(struct records *r, uint32_t column, uint32_t span)
{
    struct prose *prose = &r->p->prose;
    uint32_t cols = MAX_NAME_COLS;

    para_begin(r->p, r->g);
    size_t len = prose->text.len;
    for (uint32_t i = column; i < column + span && cols > 0; i++) {
        block_ix name = r->name[i];
        bool is_other = i == 0 || r->name[i - 1] != name;
        if (name == 0 || (i > column && !is_other) || !has_text(r->p->a, name))
            continue;
        if (prose->text.len > len)
            prose_add_own(prose, STR(", "), look_of(THEME_TABLE_HEAD));
        cols = add_name(r, name, r->is_first && is_other, cols);
    }
    if (prose->text.len == len)
        return false;

    char last = prose->text.ptr[prose->text.len - 1];
    if (last != ':' && last != '?')
        prose_add_own(prose, STR(":"), look_of(THEME_TABLE_HEAD));
    return true;
}

/*
 * Puts the blocks of cell below its name.
 */
static void
put_blocks(struct records *r, block_ix cell, bool has_name)
{
    block_ix end = r->p->a->blocks[cell].end;

    para_put(r->p, r->g, cell, HANG);
    galley_push(r->g, BLOCK_CELL, end);
    if (has_name)
        galley_indent(r->g, HANG);
    r->p->fill(r->p, r->g, cell + 1, end);
    galley_pop(r->g);
}

static void
put_field(struct records *r, const struct table_cursor *c, bool is_header)
{
    const struct article *a = r->p->a;
    const struct block *cell = &a->blocks[c->cell];
    struct prose *prose = &r->p->prose;
    bool is_plain =
        cell->end == c->cell + 2 && a->blocks[c->cell + 1].kind == BLOCK_PARA;
    enum theme_key key = is_header || (cell->marks & BLOCK_IS_HEADER)
                             ? THEME_TABLE_HEAD
                             : (enum theme_key)galley_top(r->g)->key;
    bool has_name = begin_field(r, c->column, c->span);

    if (!is_plain) {
        put_blocks(r, c->cell, has_name);
        return;
    }
    if (has_name)
        prose_add_own(prose, STR(" "), look_of(THEME_TEXT));
    prose_add_leaf(prose, a, c->cell + 1, key, &r->p->refs);
    para_put(r->p, r->g, c->cell, HANG);
}

/*
 * Puts a row. With the first one the names of all columns are shown, also of
 * those for which it has nothing.
 */
static void
put_record(struct records *r, block_ix row)
{
    const struct article *a = r->p->a;
    bool is_header = (a->blocks[row].marks & BLOCK_IS_HEADER) != 0;
    struct table_cursor c = table_row(a, row);

    while (table_next(r->t, a, &c))
        if (r->is_first || a->blocks[c.cell].end > c.cell + 1)
            put_field(r, &c, is_header);
    if (!r->is_first)
        return;
    for (uint32_t i = c.column + c.span; i < r->t->n_columns; i++) {
        begin_field(r, i, 1);
        para_put(r->p, r->g, row, HANG);
    }
}

/*
 * Goes through the rows; the names come into force behind their row.
 */
static void
put_rows(struct records *r, block_ix b)
{
    const struct article *a = r->p->a;
    bool is_parted = false;

    for (block_ix i = b + 1; i < a->blocks[b].end; i = a->blocks[i].end) {
        if (i == r->names) {
            fill_names(r);
            r->is_first = true;
            continue;
        }
        if (is_parted)
            para_put_blank(r->p, r->g, i);
        is_parted = true;
        if (a->blocks[i].kind == BLOCK_CAPTION) {
            para_put_leaf(r->p, r->g, i, THEME_CAPTION);
            continue;
        }
        put_record(r, i);
        r->is_first = false;
    }
}

void
record_put(struct press *p, struct galley *g, block_ix b, const struct table *t)
{
    bool could_fold = g->can_fold;
    struct records r = {
        .p = p,
        .g = g,
        .t = t,
        .names = find_names(p->a, b),
        .name = mem_alloc_zero(t->n_columns, sizeof *r.name),
    };

    para_put_marks(p, g, b);
    g->can_fold = false;
    put_rows(&r, b);
    g->can_fold = could_fold;
    free(r.name);
}
