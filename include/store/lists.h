/* SPDX-License-Identifier: ISC */
/*
 * lists - what is in the library, in the order of a list
 *
 * Lists are long, so they are read in pages: a page begins behind the last item
 * of the one before, which its cursor tells, and takes the same time wherever in
 * the list it is.
 *
 *      struct item_list page = {0};
 *      struct lists_ask ask = {.list = LISTS_HISTORY, .limit = 50};
 *      while (lists_load(db, &ask, &page, &err) && page.n_items > 0) {
 *          show(page.items, page.n_items);
 *          ask.cursor = page.cursor;
 *      }
 *      item_list_done(&page);
 */
#ifndef STORE_LISTS_H
#define STORE_LISTS_H

#include "base/err.h"
#include "base/str.h"
#include "store/db.h"
#include "store/item.h"

#include <stdbool.h>
#include <stdint.h>

/* All lists, newest first but READING, which is as it was put together.
 * X(constant, name on the command line) */
#define LISTS(X)                                                               \
    X(LISTS_UNFINISHED, "unfinished") /* read in part */                       \
    X(LISTS_SAVED, "saved")           /* for later, not archived */            \
    X(LISTS_ARCHIVED, "archived")                                              \
    X(LISTS_FAVORITE, "favorite")                                              \
    X(LISTS_HISTORY, "history") /* everything that was read */                 \
    X(LISTS_ALL, "all")         /* everything, in the order it came */         \
    X(LISTS_TAG, "tag")         /* with tag number of */                       \
    X(LISTS_FEED, "feed")       /* entries of feed number of */                \
    X(LISTS_UNREAD, "unread")   /* likewise, not read yet */                   \
    X(LISTS_READING, "reading") /* reading list number of */

enum lists_list {
#define X(constant, name) constant,
    LISTS(X)
#undef X
    LISTS_COUNT
};

struct lists_ask {
    enum lists_list list;
    int64_t of;     /* the tag, the feed or the reading list */
    int64_t cursor; /* 0: from the start */
    uint32_t limit; /* items of a page; 0: all of them */
};

/*
 * Reads a page in the place of what was in it; empty behind the end.
 */
bool lists_load(struct db *db, const struct lists_ask *ask,
    struct item_list *page, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Reads the pages that are saved, not archived, and whose text is not kept, the
 * newest first and no more than limit, in the place of what was in page.
 */
bool lists_load_missing(struct db *db, uint32_t limit, struct item_list *page,
    struct err *err) __attribute__((warn_unused_result));

/* The numbers of items, in the order of a list. Zeroed is valid and empty. */
struct lists_numbers {
    int64_t *ids; /* owned */
    uint32_t n_ids, cap_ids;
};

/*
 * Reads the numbers of the items alone, in the place of what was there; the
 * cursor of ask is respected, there is none of the result.
 */
bool lists_load_numbers(struct db *db, const struct lists_ask *ask,
    struct lists_numbers *numbers, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Frees the numbers and leaves none.
 */
void lists_numbers_done(struct lists_numbers *numbers);

/*
 * Reads one item into the page.
 */
bool lists_load_item(struct db *db, int64_t id, struct item_list *page,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Finds what comes next on the reading list with number of: the first item that
 * is neither read to its end nor archived, or the first one when all are; 0 on an
 * empty list.
 */
bool lists_find_next(struct db *db, int64_t of, int64_t *out_id,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns how many items the list has; 0 also when it cannot be read. Linear in
 * them where the list is of something.
 */
int64_t lists_count(struct db *db, enum lists_list list, int64_t of);

#endif
