/* SPDX-License-Identifier: ISC */
/*
 * titles - the titles of everything, ready to be filtered and sorted at once
 *
 * A list is shown page by page, but its filter and its order look at all of it.
 * Titles are read once, folded, into one piece of memory, and sorted, which may
 * be done on a thread of its own; then a keystroke is a walk through that piece.
 * A struct titles never changes: another state of the library is another one.
 */
#ifndef STORE_TITLES_H
#define STORE_TITLES_H

#include "base/err.h"
#include "base/str.h"
#include "store/db.h"

#include <stdatomic.h>
#include <stdint.h>

struct titles;

/* How items can be sorted. */
enum titles_order {
    TITLES_BY_NAME,   /* whatever the case and accents */
    TITLES_BY_LENGTH, /* the shortest first, those of no known length last */
    TITLES_N_ORDERS
};

/*
 * Reads the titles, sites and bylines of all items, owned (titles_free()). When
 * *stop becomes true, which may be on another thread, it fails with
 * ERR_CANCELED.
 */
struct titles *titles_load(struct db *db, const atomic_bool *stop,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Frees the titles. NULL is allowed.
 */
void titles_free(struct titles *t);

/*
 * Returns how many items there are.
 */
uint32_t titles_count(const struct titles *t);

/*
 * Fills ids, which has room for all items, with those that have all of the words
 * in their texts, in any order, parts of words too, whatever their case and
 * accents; newest first. Returns how many. Linear in the size of all texts.
 */
uint32_t titles_filter(const struct titles *t, struct str words, int64_t *ids);

/*
 * Sorts the n items of ids; those that are equal stay as they are, those that
 * are not known here come last. Linear in the number of all items.
 */
void titles_sort(
    const struct titles *t, enum titles_order order, int64_t *ids, uint32_t n);

#endif
