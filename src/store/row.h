/* SPDX-License-Identifier: ISC */
/*
 * row - an item as lists show it
 */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "query.h"
#include "store/item.h"

/* What a query selects, in this order, from the table item. */
#define ROW_COLUMNS                                                            \
    "item.id, kind, place, title, byline, site, published, excerpt, words,"    \
    " progress, added_at, read_at, saved_at, is_finished, saved_turn > 0,"     \
    " archived_turn > 0, favorite_turn > 0, size > 0, read_turn = 0"

enum {
    ROW_N_COLUMNS = 19
};

/*
 * Adds the row that the query is at to the page and returns it.
 */
struct item *row_add(struct item_list *page, struct query *q);

#endif
