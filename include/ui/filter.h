/* SPDX-License-Identifier: ISC */
/*
 * filter - which rows of a list have the words
 *
 * Numbers of rows only: what a row is and how the words are typed is ui/list's
 * affair. A row is shown when its text has all words, in any order, parts of
 * words too; letters are equal whatever their case and accents.
 *
 *      rows     0 1 2 3 4 5 6 ...     as the owner numbers them
 *      places   0     1 2             of the rows that are shown
 *
 * The texts are asked for when words are first given, and then kept, folded;
 * words that only grew are looked for in the rows that are still shown.
 */
#ifndef UI_FILTER_H
#define UI_FILTER_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

/*
 * Appends the text of row, in which line ends count as blanks.
 */
typedef void (*filter_text_fn)(void *user, uint32_t row, struct buf *out);

struct filter {
    uint32_t n_rows;   /* all of them */
    uint32_t n_shown;  /* those that have the words */
    uint32_t *shown;   /* owned: rows by place; NULL: all */
    struct buf words;  /* folded */
    struct buf folded; /* texts of all rows */
    size_t *ends;      /* owned: where the text of each row ends, or NULL */
};

/*
 * Says that there are n_rows rows, with texts that are not known yet, and shows
 * all of them. Needs no call before it on a zeroed filter.
 */
void filter_reset(struct filter *f, uint32_t n_rows);

/*
 * Frees what the filter owns and leaves it empty.
 */
void filter_done(struct filter *f);

/*
 * Shows the rows that have all of the words; those that have none: all rows.
 * Linear in the size of all texts, or of those that are still shown.
 */
void filter_apply(
    struct filter *f, struct str words, filter_text_fn add_text, void *user);

/*
 * Returns the row at a place below n_shown.
 */
uint32_t filter_row(const struct filter *f, uint32_t place);

/*
 * Returns the place of row, or that of the first row when it is not shown.
 * Logarithmic time.
 */
uint32_t filter_place(const struct filter *f, uint32_t row);

#endif
