/* SPDX-License-Identifier: ISC */
/*
 * fold - what a folded section hides
 *
 * A fold and the frames close in one order, the innermost first: the fold
 * remembers how many frames were open when it began.
 */
#include "fold.h"

#include "base/utf8.h"

#include <stdio.h>

enum {
    LABEL_GAP = 2
};

void
fold_begin(struct fold *fold, const struct press *p, const struct galley *g,
    block_ix end, uint32_t head_line)
{
    *fold = (struct fold){
        .is_open = true,
        .end = end,
        .head_line = head_line,
        .n_frames = g->n_frames,
        .n_refs = p->refs.n_order,
        .visible = sheet_state(g->sheet),
    };
}

bool
fold_is_over(const struct fold *fold, const struct galley *g, block_ix b)
{
    return fold->is_open && fold->end <= b && fold->n_frames == g->n_frames;
}

/*
 * Puts the label at the right end of the head's first line.
 */
static void
put_label(struct galley *g, uint32_t head_line, uint32_t n_hidden)
{
    char text[32];
    struct line *line = &g->sheet->lines[head_line];
    const char *unit = n_hidden == 1 ? "line" : "lines";

    line->n_hidden = n_hidden;
    if (n_hidden == 0 || (g->cols > 0 && galley_room(g) < FOLD_MIN_COLS))
        return;

    snprintf(text, sizeof text, "%u %s", n_hidden, unit);
    uint32_t cols = (uint32_t)utf8_cols(str_of(text));
    uint32_t col = g->cols > 0 ? g->cols - cols : line->cols + LABEL_GAP;
    struct text_ref kept = sheet_keep(g->sheet, str_of(text));
    struct run run = {
        .at = kept.at,
        .len = kept.len,
        .col = col,
        .cols = cols,
        .link = LINK_NONE,
        .key = THEME_FOLD,
        .is_own = true,
    };
    sheet_insert_run(g->sheet, head_line, run);
}

void
fold_end(struct fold *fold, struct press *p, struct galley *g)
{
    struct sheet *sheet = g->sheet;
    uint32_t first = fold->visible.n_lines;

    /* The blank line before what is hidden parts; it is nothing to read. */
    while (first < sheet->n_lines && sheet->lines[first].kind == LINE_BLANK)
        first++;
    uint32_t n_hidden = sheet->n_lines - first;

    fold->is_open = false;
    sheet_cut(sheet, fold->visible);
    refs_cut(&p->refs, fold->n_refs);
    put_label(g, fold->head_line, n_hidden);
}
