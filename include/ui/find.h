/* SPDX-License-Identifier: ISC */
/*
 * find - searching in the text of an article
 *
 * A pattern is plain text, or behind an '&' a POSIX extended regular
 * expression.
 *
 *      fiber     finds fiber, Fiber, FIBER and fibér
 *      fibér     finds fibér and FIBÉR
 *      Fiber     finds only Fiber
 *      &fib(er|re)s?
 *
 * A capital letter asks for the exact case, an accent for the accent; straight
 * quotes and hyphens stand for the curved and the special ones. A regular
 * expression ignores the case unless it has a capital. No hit goes from one
 * block into another.
 *
 * Plain text takes linear time. A regular expression is given up after a second
 * (is_cut), looks at no more than 16 KiB of a paragraph at once, and may not
 * refer back to its groups: there is no pattern that hangs the screen.
 */
#ifndef UI_FIND_H
#define UI_FIND_H

#include "base/err.h"
#include "base/str.h"
#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    FIND_MAX_HITS = 1 << 20
};

struct find_hit {
    uint32_t at;  /* offset into article.text */
    uint32_t len; /* bytes, at least 1 */
};

/* In reading order, none over another. */
struct find_hits {
    struct find_hit *items; /* owned */
    uint32_t n_items, cap_items;
    bool is_cut; /* there may be more */
};

struct find;

/*
 * Returns what is needed to search in the article, which it borrows; owned
 * (find_free()). Folded copies of the text are made when first needed.
 */
struct find *find_new(const struct article *a);

/*
 * Frees it. NULL is allowed.
 */
void find_free(struct find *f);

/*
 * Replaces hits by those of the pattern; none for an empty one. Fails when it
 * is a regular expression that cannot be read.
 */
bool find_search(struct find *f, struct str pattern, struct find_hits *hits,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Replaces hits by all places where one of the words, parted by blanks, begins a
 * word, whatever the case and accents.
 */
void find_words(struct find *f, struct str words, struct find_hits *hits);

/*
 * Returns the index of the first hit that begins at or after the place at;
 * n_items when there is none.
 */
uint32_t find_hit_at(const struct find_hits *hits, uint32_t at);

/*
 * Frees the hits and leaves none.
 */
void find_hits_done(struct find_hits *hits);

#endif
