/* SPDX-License-Identifier: ISC */
/*
 * galley - a column that is being filled, and what stands at its left edge
 *
 * The frames are a stack of fixed size: an article is never deeper than
 * ARTICLE_MAX_DEPTH, and a block adds a frame or two of its own at most.
 */
#include "galley.h"

#include "base/utf8.h"

#include <assert.h>

static const struct str bar = STR_INIT("│");

enum {
    BAR_INDENT = 2
};

void
galley_init(struct galley *g, struct sheet *sheet, uint32_t cols, block_ix end,
    enum theme_key key)
{
    g->sheet = sheet;
    g->first_line = sheet->n_lines;
    g->cols = cols;
    g->is_cell = false;
    g->can_fold = false;
    g->n_frames = 1;
    g->frames[0] = (struct frame){
        .end = end,
        .kind = BLOCK_DOC,
        .last = BLOCK_DOC,
        .key = (uint8_t)key,
    };
}

struct frame *
galley_top(struct galley *g)
{
    return &g->frames[g->n_frames - 1];
}

struct frame *
galley_push(struct galley *g, enum block_kind kind, block_ix end)
{
    assert(g->n_frames < GALLEY_MAX_FRAMES);
    const struct frame *around = galley_top(g);

    g->frames[g->n_frames] = (struct frame){
        .end = end,
        .left = around->left,
        .kind = (uint8_t)kind,
        .key = around->key,
        .last = BLOCK_DOC,
    };
    return &g->frames[g->n_frames++];
}

void
galley_pop(struct galley *g)
{
    assert(g->n_frames > 1);
    assert(galley_top(g)->mark_state == MARK_NONE);
    g->n_frames--;
}

bool
galley_indent(struct galley *g, uint32_t cols)
{
    struct frame *f = galley_top(g);

    if (g->cols > 0 && f->left + cols > g->cols / 2)
        return false;
    f->left += cols;
    return true;
}

void
galley_mark(
    struct galley *g, struct str mark, uint32_t cols, enum theme_key key)
{
    struct frame *f = galley_top(g);

    f->mark = sheet_keep(g->sheet, mark);
    f->mark_cols = (uint32_t)utf8_cols(mark);
    f->mark_key = (uint8_t)key;
    f->mark_state = galley_indent(g, cols) ? MARK_HANGS : MARK_IN_TEXT;
}

void
galley_bar(struct galley *g)
{
    galley_top(g)->has_bar = galley_indent(g, BAR_INDENT);
}

uint32_t
galley_room(const struct galley *g)
{
    if (g->cols == 0)
        return 0;

    uint32_t left = g->frames[g->n_frames - 1].left;
    return left < g->cols ? g->cols - left : 1;
}

static void
put_mark(struct galley *g, struct frame *f)
{
    struct run run = {
        .at = f->mark.at,
        .len = f->mark.len,
        .col = f->left - 1 - f->mark_cols,
        .cols = f->mark_cols,
        .link = LINK_NONE,
        .key = f->mark_key,
        .is_own = true,
        .is_fixed = true,
    };

    sheet_add_run(g->sheet, run);
    f->mark_state = MARK_NONE;
}

uint32_t
galley_begin_line(
    struct galley *g, enum line_kind kind, uint32_t at, block_ix b)
{
    sheet_add_line(g->sheet, kind, at, b);
    for (uint32_t i = 0; i < g->n_frames; i++) {
        struct frame *f = &g->frames[i];
        if (f->has_bar) {
            sheet_add_own(
                g->sheet, f->left - BAR_INDENT, bar, look_of(THEME_BAR));
            g->sheet->runs[g->sheet->n_runs - 1].is_fixed = true;
        }
        if (f->mark_state == MARK_HANGS && kind != LINE_BLANK)
            put_mark(g, f);
    }
    return galley_top(g)->left;
}
