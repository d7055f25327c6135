/* SPDX-License-Identifier: ISC */
/*
 * hits - finding words in everything that is kept
 *
 * Titles, bylines, sites, addresses and texts. All words must be there, in any
 * order; what stands in double quotes, and what is written in a script without
 * blanks, must be there as it is. Case and accents do not matter. What is written
 * in one piece ("C++", "node.js", "#tag") goes first where it stands so. Words in
 * a title weigh most.
 *
 *      struct hits found = {0};
 *      struct hits_ask ask = {.words = STR("gut health"), .limit = 20};
 *      if (hits_find(db, &ask, &found, &err))
 *          show(found.list.items, found.list.n_items);
 *      hits_done(&found);
 */
#ifndef STORE_HITS_H
#define STORE_HITS_H

#include "base/err.h"
#include "base/str.h"
#include "store/db.h"
#include "store/item.h"
#include "store/snippet.h"

#include <stdint.h>

struct hits_ask {
    struct str words; /* as typed */
    uint32_t limit;   /* hits at most, the best ones */
    bool is_typing;   /* the last word may go on */
};

struct hits {
    struct item_list list;    /* the items, best first */
    struct snippet *snippets; /* owned: where each has the words; without text
                                 where it has none of them in its text. at is
                                 an offset for wording_place() */
};

/*
 * Finds the items that have the words. A query without words finds nothing.
 */
bool hits_find(struct db *db, const struct hits_ask *ask, struct hits *hits,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Frees what hits owns and leaves it empty.
 */
void hits_done(struct hits *hits);

#endif
