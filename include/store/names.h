/* SPDX-License-Identifier: ISC */
/*
 * names - what a person calls items
 *
 * A tag is a word that any number of items may have. A reading list is a name
 * for items in an order: that in which they were added, until they are moved.
 * Both are there as long as an item has them; store/lists.h shows what they
 * hold. The number of a name that is gone is not given to another one.
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
    int64_t n_finished; /* of them, or archived; on a reading list */
    int64_t used;       /* grows with each that is put on a reading list */
};

struct names {
    struct name *items; /* owned, by name whatever its case */
    uint32_t n_items, cap_items;
    struct arena texts;
};

/*
 * Gives an item a label, whose name is cleaned: blanks at its ends are none of
 * it. ERR_BAD_DATA is a name that is empty, too long, or has a comma: that parts
 * names where people write them. What has it already keeps its place.
 */
bool names_add(struct db *db, enum names_kind kind, int64_t item,
    struct str name, struct err *err) __attribute__((warn_unused_result));

/*
 * Gives an item the labels whose names are in text, parted by commas, and takes
 * all others of their kind away.
 */
bool names_put(struct db *db, enum names_kind kind, int64_t item,
    struct str text, struct err *err) __attribute__((warn_unused_result));

/*
 * Cuts the first name, without blanks at its ends, off text that is as that of
 * names_put(); it may be empty.
 */
struct str names_next(struct str *text);

/*
 * Tells whether name is in such a text, and whether there is any.
 */
bool names_has(struct str text, struct str name);
bool names_has_any(struct str text);

/*
 * Takes a label away from an item; ERR_NOT_FOUND when it had none.
 */
bool names_remove(struct db *db, enum names_kind kind, int64_t item,
    struct str name, struct err *err) __attribute__((warn_unused_result));

/*
 * Finds the number of a label; false and ERR_NOT_FOUND when there is none.
 */
bool names_find(struct db *db, enum names_kind kind, struct str name,
    int64_t *out_id, struct err *err) __attribute__((warn_unused_result));

/*
 * Gives the label with that number another name; ERR_BAD_DATA when it cannot be
 * one, or something else of its kind has it, and ERR_NOT_FOUND when there is no
 * such label any more.
 */
bool names_rename(struct db *db, enum names_kind kind, int64_t id,
    struct str name, struct err *err) __attribute__((warn_unused_result));

/*
 * Takes a label away from everything that has it, which stays.
 */
bool names_forget(struct db *db, enum names_kind kind, int64_t id,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Moves an item down its reading list by that many places, or up when they are
 * less than 0, as far as there are any. Nothing happens when it is not on it.
 */
bool names_move(struct db *db, int64_t list, int64_t item, int places,
    struct err *err) __attribute__((warn_unused_result));

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
