/* SPDX-License-Identifier: ISC */
/*
 * stock - the row of something to read
 *
 * The steps that keeping pages, files and entries of feeds have in common. All
 * of them are within a change of the caller.
 */
#ifndef STORE_STOCK_H
#define STORE_STOCK_H

#include "base/str.h"
#include "model/article.h"
#include "store/db.h"
#include "store/item.h"

#include <stdint.h>

/*
 * Finds the item with that place; *out_id is 0 when there is none.
 */
bool stock_find(struct db *db, struct str place, int64_t *out_id,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Finds the item with that place or makes it; one that was deleted is there
 * again, without what was said of it.
 */
bool stock_make(struct db *db, enum item_kind kind, struct str place,
    int64_t now, int64_t *out_id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns a number that tells the text of an article from others.
 */
int64_t stock_digest(const struct article *a);

/*
 * Writes down what the article says of itself. The index is the caller's.
 */
bool stock_describe(struct db *db, int64_t id, const struct article *a,
    int64_t digest, struct err *err) __attribute__((warn_unused_result));

/*
 * Keeps the article, its prose and, if not empty, the page; head is NULL where
 * only the article is made anew, which is no use of it. Writes down the size.
 */
bool stock_store(struct db *db, int64_t id, const struct item_head *head,
    const struct article *a, struct str body, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns the article that is kept of an item, as library_article() does.
 */
struct article *stock_article(struct db *db, int64_t id, struct err *err);

/*
 * Makes an address lead to an item, whatever it led to before.
 */
bool stock_add_address(struct db *db, int64_t id, struct str url,
    struct err *err) __attribute__((warn_unused_result));

#endif
