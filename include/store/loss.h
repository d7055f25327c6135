/* SPDX-License-Identifier: ISC */
/*
 * loss - whether a page has less than what is kept of it
 *
 * Pages end: behind a wall, in a notice that they have moved, in another page to
 * which their address leads. What was read once stays readable all the same, so
 * that such an edition does not take the place of a better one.
 *
 * An edition is a loss when its address leads to another page; when it has fewer
 * words and says itself that something is missing (a note of its article, which
 * walls and errors of servers have, too); or when not even half the words are
 * left, and of one that a person has asked for, not even a fifth.
 */
#ifndef STORE_LOSS_H
#define STORE_LOSS_H

#include "base/err.h"
#include "base/str.h"
#include "model/article.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* An edition, and on which way it came. */
struct loss_ask {
    struct str asked, final; /* where it was looked for, and found */
    const struct article *page;
    bool is_wanted; /* by a person, who sees what it has */
};

/*
 * Finds out whether it would be a loss in the place of what is kept; where
 * nothing is, it is none. Costs a look at a number unless there are fewer words.
 */
bool loss_find(struct db *db, const struct loss_ask *ask, bool *out_is_loss,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Tells whether so many words are only a rest of those that are kept, as said
 * above.
 */
bool loss_is_rest(uint32_t n_words, uint32_t n_kept, bool is_wanted);

#endif
