/* SPDX-License-Identifier: ISC */
/*
 * names - what a person calls items
 *
 * A tag is a word that any number of items may have. A reading list is a name
 * for items in an order, that in which they were added. Both are there as long
 * as an item has them; store/lists.h shows what they hold.
 */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

enum names_kind {
    NAMES_TAG,
    NAMES_READING /* reading lists */
};

struct name {
    int64_t id;
    struct str name; /* clean text on one line */
    int64_t n_items;
};

struct names {
    struct name *items; /* owned, by name */
    uint32_t n_items, cap_items;
    struct arena texts;
};

/*
 * Gives an item a label, whose name is cleaned: blanks at its ends are none of
 * it. An empty name is ERR_BAD_DATA. What has it already keeps its place.
 */
bool names_add(struct db *db, enum names_kind kind, int64_t item,
    struct str name, struct err *err) __attribute__((warn_unused_result));

/*
 * Takes a label away from an item; nothing happens when it had none.
 */
bool names_remove(struct db *db, enum names_kind kind, int64_t item,
    struct str name, struct err *err) __attribute__((warn_unused_result));

/*
 * Finds the number of a label; false and ERR_NOT_FOUND when there is none.
 */
bool names_find(struct db *db, enum names_kind kind, struct str name,
    int64_t *out_id, struct err *err) __attribute__((warn_unused_result));

/*
 * Reads all names, or those of one item when item is not 0, into names.
 */
bool names_load(struct db *db, enum names_kind kind, int64_t item,
    struct names *names, struct err *err) __attribute__((warn_unused_result));

/*
 * Frees what names owns and leaves it empty.
 */
void names_done(struct names *names);

#endif
