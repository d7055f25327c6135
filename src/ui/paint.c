/* SPDX-License-Identifier: ISC */
/*
 * paint - draws a pane on a canvas
 *
 * Text is drawn run by run and tinted afterwards: a hit or the focus may cover
 * parts of several runs, and the text below stays as it was drawn.
 */
#include "ui/paint.h"

#include "base/utf8.h"

/* A line that is being drawn. */
struct stroke {
    const struct paint *paint;
    const struct pane *pane;
    struct canvas *canvas;
    struct rect area; /* of the text of this line */
    int row;
    int shift; /* of runs that are not fixed */
};

static int
run_col(const struct stroke *s, const struct run *run)
{
    return s->area.col + (int)run->col - (run->is_fixed ? 0 : s->shift);
}

/* Tints the hits that lie in the run, as far as they can be seen. The columns
 * before a hit are counted on from the hit before: a line can hold many. */
static void
tint_hits(const struct stroke *s, struct rect clip, const struct run *run,
    struct str text)
{
    const struct find_hits *hits = s->paint->hits;
    uint32_t end = run->at + run->len, at = 0;
    uint32_t i = find_hit_at(hits, run->at);
    int col = run_col(s, run);
    if (i > 0 && hits->items[i - 1].at + hits->items[i - 1].len > run->at)
        i--;

    for (; i < hits->n_items && hits->items[i].at < end &&
           col < clip.col + clip.cols;
         i++) {
        struct find_hit hit = hits->items[i];
        uint32_t from = hit.at > run->at ? hit.at - run->at : 0;
        uint32_t to = hit.at + hit.len - run->at;
        col += (int)utf8_cols(str_slice(text, at, from));
        int n = (int)utf8_cols(str_slice(text, from, to));
        enum theme_key key =
            i == s->paint->hit ? THEME_MATCH_HERE : THEME_MATCH;
        canvas_tint(
            s->canvas, clip, col, s->row, n, s->paint->theme->keys[key]);
        col += n;
        at = to;
    }
}

static void
draw_run(const struct stroke *s, struct rect clip, const struct run *run)
{
    const struct pane *p = s->pane;
    const struct theme *theme = s->paint->theme;
    struct str text = layout_run_text(p->layout, p->article, run);
    struct attrs attrs = theme_attrs(
        theme, (enum theme_key)run->key, run->roles, run->link != LINK_NONE);

    int col = run_col(s, run);
    canvas_put(s->canvas, clip, col, s->row, text, attrs);
    if (s->paint->hits && !run->is_own)
        tint_hits(s, clip, run, text);
    if (spots_has_run(&s->paint->focus, run))
        canvas_tint(s->canvas, clip, col, s->row, (int)run->cols,
            theme->keys[THEME_FOCUS]);
}

/* Marks that the line goes on beyond an edge. */
static void
mark_edges(const struct stroke *s, const struct line *line, struct rect clip)
{
    struct rect all = {0, 0, s->canvas->cols, s->canvas->rows};
    struct attrs attrs = s->paint->theme->keys[THEME_MARKER];
    int end = s->area.col + s->area.cols;

    if (s->shift > 0 && line->cols > 0)
        canvas_put(s->canvas, all, clip.col - 1, s->row, STR("‹"), attrs);
    if ((int)line->cols - s->shift > s->area.cols)
        canvas_put(s->canvas, all, end, s->row, STR("›"), attrs);
}

static void
draw_line(struct stroke *s, const struct line *line)
{
    const struct layout *l = s->pane->layout;
    const struct run *runs = &l->runs[line->first_run];
    struct rect clip = s->area;
    int fixed = 0;

    /* What is shifted must not run over what stays. */
    for (uint32_t i = 0; i < line->n_runs && runs[i].is_fixed; i++)
        fixed = (int)(runs[i].col + runs[i].cols);
    if (s->shift > 0) {
        clip.col += fixed;
        clip.cols -= fixed;
    }
    for (uint32_t i = 0; i < line->n_runs; i++)
        draw_run(s, runs[i].is_fixed ? s->area : clip, &runs[i]);
    if (line->kind == LINE_CODE)
        mark_edges(s, line, clip);

    const struct spot *focus = &s->paint->focus;
    if (focus->kind == SPOT_FOLD && line->section == focus->section &&
        line->n_runs > 0)
        canvas_tint(s->canvas, s->area, s->area.col + (int)runs[0].col, s->row,
            (int)(line->cols - runs[0].col),
            s->paint->theme->keys[THEME_FOCUS]);
}

/* Tells whether line ix has text of another block than line other, or none. */
static bool
is_border(const struct layout *l, uint32_t ix, uint32_t other)
{
    return other >= l->n_lines || l->lines[other].n_runs == 0 ||
           l->lines[other].block != l->lines[ix].block;
}

/* Returns what is at the side of a line to mark a change; empty: nothing. */
static struct str
find_mark(const struct paint *paint, const struct layout *l, uint32_t ix)
{
    const struct line *line = &l->lines[ix];
    const uint8_t change = paint->changed[line->block];

    if (line->n_runs == 0)
        return (struct str){0};
    if (change == PAINT_NEW)
        return STR("▎");
    if (change == PAINT_CUT_ABOVE && (ix == 0 || is_border(l, ix, ix - 1)))
        return STR("▔");
    if (change == PAINT_CUT_BELOW && is_border(l, ix, ix + 1))
        return STR("▁");
    return (struct str){0};
}

void
paint_pane(const struct paint *paint, const struct pane *p, struct canvas *c,
    struct rect area)
{
    canvas_fill(c, area, paint->theme->keys[THEME_TEXT]);
    for (int row = 0; row < area.rows; row++) {
        uint32_t ix = p->top + (uint32_t)row;
        if (ix >= p->layout->n_lines)
            break;
        const struct line *line = &p->layout->lines[ix];
        bool is_code = line->kind == LINE_CODE;
        int cols = is_code ? pane_code_cols(p) : p->text_cols;
        struct stroke s = {
            .paint = paint,
            .pane = p,
            .canvas = c,
            .area = {area.col + p->text_col, area.row + row, cols, 1},
            .row = area.row + row,
            .shift = is_code ? p->shift : 0,
        };
        draw_line(&s, line);
        if (paint->changed)
            canvas_put(c, area, s.area.col - 1, s.row,
                find_mark(paint, p->layout, ix),
                paint->theme->keys[THEME_MARKER]);
    }
}

void
paint_label(const struct paint *paint, const struct pane *p,
    const struct spot *spot, struct str label, struct canvas *c,
    struct rect area)
{
    if (!pane_is_seen(p, spot->line))
        return;
    const struct line *line = &p->layout->lines[spot->line];
    int shift = line->kind == LINE_CODE ? p->shift : 0;
    canvas_put(c, area, area.col + p->text_col + (int)spot->col - shift,
        area.row + (int)(spot->line - p->top), label,
        paint->theme->keys[THEME_HINT]);
}
