/* SPDX-License-Identifier: ISC */
/*
 * titles - the titles of everything, ready to be filtered as somebody types
 *
 * A list is shown page by page, but its filter looks at all of it. Titles are
 * read once, folded, into one piece of memory, which may be done on a thread of
 * its own; then a keystroke is a walk through that piece. A struct titles never
 * changes: another state of the library is another one.
 */
#ifndef STORE_TITLES_H
#define STORE_TITLES_H

#include "base/err.h"
#include "base/str.h"
#include "store/db.h"

#include <stdint.h>

struct titles;

/*
 * Reads the titles, sites and bylines of all items, owned (titles_free()).
 */
struct titles *titles_load(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

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

#endif
