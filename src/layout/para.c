/* SPDX-License-Identifier: ISC */
/*
 * para - a paragraph in a galley
 *
 * Every line needs a place in the article. Lines without text of their own, as
 * an address that goes on over several lines, take the one where the text
 * before them ended, so that the first line of a text is the one that is found.
 */
#include "para.h"

void
para_begin(struct press *p, struct galley *g)
{
    prose_clear(&p->prose);
    for (uint32_t i = 0; i < g->n_frames; i++) {
        struct frame *f = &g->frames[i];
        if (f->mark_state != MARK_IN_TEXT)
            continue;
        struct str mark = {g->sheet->text.ptr + f->mark.at, f->mark.len};
        prose_add_own(&p->prose, mark, look_of(f->mark_key));
        prose_add_own(&p->prose, STR(" "), look_of(THEME_TEXT));
        f->mark_state = MARK_NONE;
    }
}

uint32_t
para_put(struct press *p, struct galley *g, block_ix b, uint32_t hang)
{
    struct wrap_opts opts = {
        .cols = galley_room(g),
        .hang = hang,
        .is_greedy = p->opts->is_greedy,
    };
    uint32_t place = p->offsets[b], cols = 0;

    if (opts.cols > 0 && hang > opts.cols / 4)
        hang = opts.hang = 0;
    wrap_text(&p->wrap, buf_str(&p->prose.text), opts);
    for (uint32_t i = 0; i < p->wrap.n_lines; i++) {
        const struct wrap_line *line = &p->wrap.lines[i];
        struct place here = prose_place(&p->prose, line->from, line->to);
        if (i > 0 && here.from != PROSE_NOWHERE)
            place = here.from;

        uint32_t left = galley_begin_line(g, LINE_TEXT, place, b);
        if (i > 0)
            left += hang;
        prose_put(&p->prose, g->sheet, line->from, line->to, left);
        if (line->has_hyphen)
            sheet_add_own(g->sheet, left + line->cols - 1, STR("-"),
                prose_look(&p->prose, line->to - 1));
        if (here.to != PROSE_NOWHERE)
            place = here.to;
        cols = line->cols > cols ? line->cols : cols;
    }
    return cols;
}

uint32_t
para_put_leaf(struct press *p, struct galley *g, block_ix b, enum theme_key key)
{
    para_begin(p, g);
    p->prose.is_text = p->opts->is_text && g->can_fold;
    prose_add_leaf(&p->prose, p->a, b, key, &p->refs);
    p->prose.is_text = false;
    return para_put(p, g, b, 0);
}

void
para_put_marks(struct press *p, struct galley *g, block_ix b)
{
    para_begin(p, g);
    para_put(p, g, b, 0);
}

void
para_put_lonely_marks(struct press *p, struct galley *g, block_ix b)
{
    para_put_marks(p, g, b);
    for (uint32_t i = 0; i < g->n_frames; i++)
        if (g->frames[i].mark_state == MARK_HANGS) {
            galley_begin_line(g, LINE_TEXT, p->offsets[b], b);
            return;
        }
}

void
para_put_blank(struct press *p, struct galley *g, block_ix b)
{
    sheet_drop_blank(g->sheet, g->first_line);
    if (g->sheet->n_lines > g->first_line)
        galley_begin_line(g, LINE_BLANK, p->offsets[b], b);
}
