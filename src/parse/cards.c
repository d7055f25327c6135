/* SPDX-License-Identifier: ISC */
/*
 * cards - what leads to other pages, in small pictures of them
 *
 * Neither names of classes nor headings are needed to know them, since both are
 * missing where machines make the names: cards stand beside one another, are
 * short, and begin with a link to another page, or have it as their heading.
 * Whatever is around them and holds nothing else goes with them, and so does the
 * line in front of them, which says what they are.
 */
#include "cards.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    MAX_ROWS = 100, /* elements in one */
    MIN_PARAS = 3,  /* that stand beside one another in a text */
    MAX_CARD = 500, /* letters */
    MAX_LINE = 60,  /* letters of the line that announces cards */
};

/* Elements of which several children are cards. */
struct parents {
    uint32_t *rows;
    uint32_t n, cap;
};

/*
 * Tells whether row is in a link, inside of card, to another page.
 */
static bool
leads_away(const struct census *c, uint32_t card, uint32_t row)
{
    for (; row >= card; row = c->rows[row].parent) {
        struct str href = {0};
        if (c->rows[row].element == ELEMENT_A)
            href = str_trim(census_attr(c, row, "href"));
        if (href.len > 0)
            return href.ptr[0] != '#';
    }
    return false;
}

static bool
is_card(const struct census *c, uint32_t card)
{
    const struct row *row = &c->rows[card];
    bool is_first = true;

    if (row->is_dropped || row->sum.text == 0 || row->end - card > MAX_ROWS ||
        row->sum.text > MAX_CARD || row->sum.links == 0 || row->n_paras > 2 ||
        row->sum.headings > 1 || row->sum.prose == 0)
        return false;
    if (row->element != ELEMENT_DIV && row->element != ELEMENT_ARTICLE &&
        row->element != ELEMENT_SECTION && row->element != ELEMENT_LI &&
        row->element != ELEMENT_A)
        return false;
    for (uint32_t i = card; i < row->end; i++) {
        const struct row *inner = &c->rows[i];
        if (inner->is_dropped || inner->text == 0)
            continue;
        bool is_title = is_first || c->rows[inner->block].is_heading;
        if (is_title && leads_away(c, card, i))
            return inner->block != card;
        is_first = false;
    }
    return false;
}

/*
 * Returns how many children of parent are cards.
 */
static uint32_t
count_cards(const struct census *c, uint32_t parent)
{
    uint32_t n = 0;

    if (c->rows[parent].n_paras > 1)
        return 0;
    for (uint32_t i = parent + 1; i < c->rows[parent].end; i = c->rows[i].end)
        n += is_card(c, i);
    return n;
}

/*
 * Puts the parents of several cards into out_found, the outer ones only, and
 * returns how many letters are on their cards.
 */
static uint32_t
find_cards(const struct census *c, struct parents *out_found)
{
    uint32_t n_text = 0;

    for (uint32_t i = 1; i < c->n;) {
        if (c->rows[i].is_dropped || c->rows[i].sum.links < 2) {
            i = c->rows[i].is_dropped ? c->rows[i].end : i + 1;
            continue;
        }
        if (count_cards(c, i) < 2) {
            i++;
            continue;
        }
        MEM_GROW(out_found->rows, out_found->cap, out_found->n + 1);
        out_found->rows[out_found->n++] = i;
        for (uint32_t j = i + 1; j < c->rows[i].end; j = c->rows[j].end)
            n_text += is_card(c, j) ? c->rows[j].sum.text : 0;
        i = c->rows[i].end;
    }
    return n_text;
}

static bool
is_para(const struct row *row)
{
    return !row->is_dropped &&
           (row->element == ELEMENT_P ||
               (row->element == ELEMENT_DIV && row->line_text > 0 &&
                   row->line_text == row->sum.text));
}

/*
 * Returns how many letters of sentences stand in the paragraphs of one parent,
 * where there are most.
 */
static uint32_t
longest_run(const struct census *c)
{
    uint32_t n_most = 0;

    for (uint32_t i = 1; i < c->n; i++) {
        uint32_t n = 0;
        if (c->rows[i].is_dropped || c->rows[i].n_paras < MIN_PARAS)
            continue;
        for (uint32_t j = i + 1; j < c->rows[i].end; j = c->rows[j].end)
            if (is_para(&c->rows[j]))
                n += c->rows[j].sum.prose;
        n_most = n > n_most ? n : n_most;
    }
    return n_most;
}

static bool
is_hollow(const struct row *row)
{
    return row->sum.prose == 0 && row->sum.text < MAX_LINE;
}

/*
 * Drops row and what is around it as long as there is nothing else in it, and
 * then the line in front.
 */
static void
drop_around(struct census *c, uint32_t row)
{
    uint32_t above = c->rows[row].parent, before = 0;

    while (above > 1 && is_hollow(&c->rows[above])) {
        row = above;
        above = c->rows[row].parent;
    }
    c->rows[row].is_dropped = true;
    for (uint32_t i = above + 1; i < row; i = c->rows[i].end)
        if (!c->rows[i].is_dropped && c->rows[i].sum.text > 0)
            before = i;
    if (before > 0 && is_hollow(&c->rows[before]) && c->rows[before].is_block &&
        c->rows[before].element != ELEMENT_H1)
        c->rows[before].is_dropped = true;
}

void
cards_drop(struct census *c)
{
    struct parents found = {0};
    const uint32_t n_text = find_cards(c, &found);

    if (n_text > longest_run(c))
        found.n = 0;
    for (uint32_t i = 0; i < found.n; i++)
        for (uint32_t j = found.rows[i] + 1; j < c->rows[found.rows[i]].end;
             j = c->rows[j].end)
            if (is_card(c, j))
                c->rows[j].is_dropped = true;
    if (found.n > 0)
        census_sum(c);
    for (uint32_t i = 0; i < found.n; i++)
        if (is_hollow(&c->rows[found.rows[i]]))
            drop_around(c, found.rows[i]);
    if (found.n > 0)
        census_sum(c);
    free(found.rows);
}
