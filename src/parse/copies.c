/* SPDX-License-Identifier: ISC */
/*
 * copies - what an article has twice, for two kinds of screens
 *
 * Pages that are made for narrow and for wide screens often hold a part for
 * each, of which a style shows one. A paragraph may well be said again; a box
 * with sentences that is the same to the last letter is a copy. Boxes are told
 * apart by how many letters of which kind they have, and compared only with the
 * first that has as many, up to a limit.
 */
#include "copies.h"

#include "base/mem.h"

#include <stdlib.h>

enum {
    MIN_PROSE = 100, /* letters of sentences in a box */
    MAX_TEXT = 4000, /* bytes that are compared */
    FACTOR = 40503,  /* spreads numbers over the table */
    EMPTY = 0        /* row 0 is no element */
};

/*
 * Tells whether row is a box that may be there twice.
 */
static bool
is_box(const struct row *row)
{
    return !row->is_dropped && !row->is_code &&
           (row->element == ELEMENT_DIV || row->element == ELEMENT_SECTION ||
               row->element == ELEMENT_ARTICLE ||
               row->element == ELEMENT_ASIDE) &&
           row->sum.prose >= MIN_PROSE && row->line_text < row->sum.text;
}

/*
 * Tells whether there is code in row.
 */
static bool
has_code(const struct census *c, uint32_t i)
{
    for (uint32_t j = i; j < c->rows[i].end; j++)
        if (c->rows[j].is_code || c->rows[j].element == ELEMENT_PRE)
            return true;
    return false;
}

static bool
is_same(const struct census *c, uint32_t a, uint32_t b)
{
    struct buf left = {0}, right = {0};

    census_text(c, a, MAX_TEXT, &left);
    census_text(c, b, MAX_TEXT, &right);
    bool is_same = str_eq(str_trim(buf_str(&left)), str_trim(buf_str(&right)));
    buf_done(&left);
    buf_done(&right);
    return is_same;
}

/*
 * Returns the place for boxes that have as many letters as row: of the first,
 * or empty.
 */
static uint32_t *
place_of(const struct census *c, uint32_t *table, uint32_t n, uint32_t row)
{
    const struct tally *sum = &c->rows[row].sum;
    uint32_t at = (sum->text * FACTOR + sum->prose) * FACTOR % n;

    for (; table[at] != EMPTY; at = (at + 1) % n) {
        const struct tally *other = &c->rows[table[at]].sum;
        if (other->text == sum->text && other->prose == sum->prose)
            break;
    }
    return &table[at];
}

void
copies_drop(struct census *c, uint32_t article)
{
    uint32_t n = 2 * (c->rows[article].end - article) + 1;
    uint32_t *table = mem_alloc_zero(n, sizeof *table);

    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        if (c->rows[i].is_dropped) {
            i = c->rows[i].end - 1;
            continue;
        }
        if (!is_box(&c->rows[i]))
            continue;
        uint32_t *first = place_of(c, table, n, i);
        if (*first == EMPTY) {
            *first = i;
        } else if (!census_is_in(c, i, *first) && is_same(c, i, *first) &&
                   !has_code(c, i)) {
            c->rows[i].is_dropped = true;
            i = c->rows[i].end - 1;
        }
    }
    free(table);
    census_sum(c);
}
