/* SPDX-License-Identifier: ISC */
/*
 * cover - what stands before and behind the text
 *
 * None of this is at a place in the text. What comes before has the place of
 * the first block, what comes behind the one where the last block ends.
 */
#include "cover.h"

#include "model/plate.h"
#include "para.h"

enum {
    NATURAL_COLS = 24, /* of a rule, where lines have no width */
};

/*
 * Puts a rule of cols cells, but not beyond the right edge.
 */
static void
put_rule(struct press *p, struct galley *g, block_ix b, struct str sign,
    uint32_t cols)
{
    if (g->cols > 0 && cols > g->cols)
        cols = g->cols;
    uint32_t left = galley_begin_line(g, LINE_TEXT, p->offsets[b], b);

    sheet_add_row(g->sheet, left, sign, cols, look_of(THEME_RULE));
}

/*
 * Puts a paragraph of own text with a label in front.
 */
static uint32_t
put_own(struct press *p, struct galley *g, block_ix b, struct str label,
    struct str text, struct look look)
{
    para_begin(p, g);
    prose_add_own(&p->prose, label, look);
    prose_add_own(&p->prose, text, look);
    return para_put(p, g, b, 0);
}

static void
add_part(struct buf *line, struct str part)
{
    if (part.len == 0)
        return;
    if (line->len > 0)
        buf_add_text(line, " · ");
    buf_add_str(line, part);
}

/*
 * Writes "byline · date · 1,412 words · 6 min", as far as it is known.
 */
static void
add_byline(struct buf *line, const struct article *a)
{
    uint32_t words = article_words(a, 0, a->n_blocks);
    struct buf length = {0};

    add_part(line, article_fact(a, FACT_BYLINE));
    add_part(line, article_day(article_fact(a, FACT_PUBLISHED)));
    if (words == 0)
        return;

    if (words >= 1000000)
        buf_add_format(
            &length, "%u,%03u,", words / 1000000, words / 1000 % 1000);
    else if (words >= 1000)
        buf_add_format(&length, "%u,", words / 1000);
    buf_add_format(&length, words >= 1000 ? "%03u" : "%u", words % 1000);
    buf_add_text(&length, words == 1 ? " word" : " words");
    add_part(line, buf_str(&length));

    buf_cut(&length, 0);
    buf_add_format(&length, "%u min", article_minutes(words));
    add_part(line, buf_str(&length));
    buf_done(&length);
}

void
cover_put_head(struct press *p, struct galley *g)
{
    const struct article *a = p->a;
    struct str title = article_fact(a, FACT_TITLE);
    struct str none = {0};
    struct buf byline = {0};

    if (title.len > 0) {
        uint32_t cols = put_own(p, g, 0, none, title, look_of(THEME_TITLE));
        put_rule(p, g, 0, STR("═"), cols);
    }
    add_byline(&byline, a);
    put_own(p, g, 0, none, buf_str(&byline), look_of(THEME_BYLINE));
    buf_done(&byline);

    for (uint32_t i = 0; i < a->n_notes; i++)
        put_own(p, g, 0, STR("Note: "), article_str(a, a->notes[i]),
            look_of(THEME_NOTICE));
    para_put_blank(p, g, 0);
}

void
cover_put_refs(struct press *p, struct galley *g, block_ix end)
{
    struct buf mark = {0}, shown = {0};

    if (p->refs.n_order == 0)
        return;
    buf_add_format(&mark, "[%u]", p->refs.first + p->refs.n_order - 1);
    uint32_t indent = (uint32_t)mark.len + 1;

    para_put_blank(p, g, end);
    for (uint32_t i = 0; i < p->refs.n_order; i++) {
        link_ix link = p->refs.order[i];
        struct look look = {link, 0, THEME_ADDRESS};

        buf_cut(&mark, 0);
        buf_add_format(&mark, "[%u]", p->refs.first + i);
        galley_push(g, BLOCK_ITEM, end);
        galley_mark(g, buf_str(&mark), indent, THEME_MARKER);
        buf_cut(&shown, 0);
        plate_add(&shown, article_link(p->a, link));
        put_own(p, g, end, (struct str){0}, buf_str(&shown), look);
        galley_pop(g);
    }
    buf_done(&mark);
    buf_done(&shown);
}

static void
put_neighbor(struct press *p, struct galley *g, block_ix end, struct str title,
    link_ix link)
{
    struct look look = {link, 0, THEME_FOOT};
    bool is_next = link == LAYOUT_LINK_NEXT;

    if (title.len == 0)
        return;
    para_begin(p, g);
    prose_add_own(
        &p->prose, is_next ? STR("Next: ") : STR("← Previous: "), look);
    prose_add_own(&p->prose, title, look);
    if (is_next)
        prose_add_own(&p->prose, STR(" →"), look);
    para_put(p, g, end, 0);
}

void
cover_put_foot(struct press *p, struct galley *g, block_ix end)
{
    const struct layout_opts *opts = p->opts;

    if (opts->prev_title.len == 0 && opts->next_title.len == 0)
        return;
    para_put_blank(p, g, end);
    put_rule(p, g, end, STR("─"), g->cols > 0 ? g->cols : NATURAL_COLS);
    put_neighbor(p, g, end, opts->prev_title, LAYOUT_LINK_PREV);
    put_neighbor(p, g, end, opts->next_title, LAYOUT_LINK_NEXT);
}
