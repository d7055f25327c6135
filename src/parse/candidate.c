/* SPDX-License-Identifier: ISC */
/*
 * candidate - the element that holds the article
 *
 * After hidden things and furniture are gone, most sentences that are left are
 * the article. If one element alone is called its text ("entry-content",
 * articleBody) that is it. Otherwise the search goes down from the root, at
 * every step to the child with most text, as long as that holds nearly all of
 * it. It stops where text stands beside that child, be it a paragraph or a
 * heading, and at the parent of several of a kind: posts of a talk, sections of
 * a page builder, cards of a list are the article together. A page of links is
 * an index, and has no article.
 *
 * Shares are of what is left when fragments count half and links nothing.
 * tests/extraction/README.md tells how little their exact values matter.
 */
#include "candidate.h"

enum {
    MIN_PROSE = 100, /* letters in sentences; less is no article */
    MIN_LIKE = 40,   /* letters in sentences of one of several */
    MIN_TEXT = 20,   /* percent of the prose in what is called the text */
    MAX_LINKS = 8,   /* letters in links for one in sentences, of no index */
    MIN_SHARE = 70,  /* percent of the text in a child, to go down to it */
};

/*
 * Tells whether an element is nothing without what is around it.
 */
static bool
is_part(enum element e)
{
    switch (e) {
    case ELEMENT_TABLE:
    case ELEMENT_TBODY:
    case ELEMENT_TR:
    case ELEMENT_UL:
    case ELEMENT_OL:
    case ELEMENT_LI:
    case ELEMENT_DL:
    case ELEMENT_DD:
    case ELEMENT_BLOCKQUOTE:
    case ELEMENT_PRE:
        return true;
    default:
        return false;
    }
}

/*
 * Returns the first word of the class of row, without digits at its end.
 */
static struct str
first_class(const struct census *c, uint32_t row)
{
    struct str s = str_trim(census_attr(c, row, "class"));
    size_t n = 0;

    while (n < s.len && s.ptr[n] > ' ')
        n++;
    while (n > 0 && s.ptr[n - 1] >= '0' && s.ptr[n - 1] <= '9')
        n--;
    return str_slice(s, 0, n);
}

/*
 * Tells whether row can be one of several though nothing names its kind: an
 * article, or a part with a heading, sentences and few links.
 */
static bool
is_section(const struct row *row)
{
    return row->element == ELEMENT_ARTICLE ||
           (row->sum.headings > 0 && row->sum.prose >= MIN_PROSE &&
               row->sum.linked * 5 < row->sum.text);
}

/*
 * Tells whether row, a child of parent, is one of several of its kind.
 */
static bool
has_like(const struct census *c, uint32_t parent, uint32_t row)
{
    struct str name = first_class(c, row);

    if (name.len == 0 && c->rows[row].sum.headings == 0 &&
        c->rows[row].element != ELEMENT_ARTICLE)
        return false;
    for (uint32_t i = parent + 1; i < c->rows[parent].end; i = c->rows[i].end)
        if (i != row && !c->rows[i].is_dropped &&
            c->rows[i].element == c->rows[row].element &&
            c->rows[i].sum.prose >= MIN_LIKE &&
            str_eq(first_class(c, i), name) &&
            (name.len > 0 ||
                (is_section(&c->rows[i]) && !census_has(c, i, "id"))))
            return true;
    return false;
}

/*
 * Returns the row of the only element that is called the text of the article, 0
 * if there is none or too little in it.
 */
static uint32_t
find_text(const struct census *c)
{
    uint32_t found = 0;

    for (uint32_t i = 1; i < c->n;) {
        const struct row *row = &c->rows[i];
        if (row->is_dropped || !(row->cues & CUE_TEXT) || i < 3 ||
            row->element == ELEMENT_BODY || row->sum.prose < MIN_PROSE) {
            i = row->is_dropped ? row->end : i + 1;
            continue;
        }
        if (found > 0)
            return 0;
        found = i;
        i = row->end;
    }
    if (found > 0 &&
        c->rows[found].sum.prose * 100ull < c->rows[1].sum.prose * MIN_TEXT)
        return 0;
    return found;
}

/*
 * Returns how much of the article row may hold, in letters: sentences, and half
 * of what is said in fragments outside of links, as on pages made of cards.
 */
static uint64_t
weigh(const struct row *row)
{
    uint64_t n_plain = row->sum.text - row->sum.linked;

    return n_plain > row->sum.prose ? (n_plain + row->sum.prose) / 2
                                    : row->sum.prose;
}

/*
 * Tells whether text stands directly in parent, beside row: paragraphs, or
 * headings of its parts. Then row is one part of many.
 */
static bool
is_part_of_text(const struct census *c, uint32_t parent, uint32_t row)
{
    for (uint32_t i = parent + 1; i < c->rows[parent].end; i = c->rows[i].end) {
        const struct row *beside = &c->rows[i];
        if (i == row || beside->is_dropped)
            continue;
        if (beside->element == ELEMENT_P
                ? beside->sum.prose >= MIN_LIKE
                : beside->is_heading && beside->element != ELEMENT_H1)
            return true;
    }
    return false;
}

uint32_t
candidate_find(const struct census *c)
{
    uint32_t at = find_text(c);

    if (at > 0)
        return at;
    at = 1;
    if (c->rows[1].sum.prose < MIN_PROSE ||
        c->rows[1].sum.linked > c->rows[1].sum.prose * MAX_LINKS)
        return 0;
    for (;;) {
        uint32_t best = 0;
        for (uint32_t i = at + 1; i < c->rows[at].end; i = c->rows[i].end)
            if (!c->rows[i].is_dropped &&
                (best == 0 || weigh(&c->rows[i]) > weigh(&c->rows[best])))
                best = i;
        if (best == 0 || !c->rows[best].is_block)
            break;
        const struct row *row = &c->rows[best];
        if (weigh(row) * 100 < weigh(&c->rows[at]) * MIN_SHARE)
            break;
        if (row->element == ELEMENT_P || has_like(c, at, best) ||
            is_part_of_text(c, at, best))
            break;
        at = best;
    }
    while (at > 1 && is_part(c->rows[at].element))
        at = c->rows[at].parent;
    return at;
}
