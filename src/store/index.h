/* SPDX-License-Identifier: ISC */
/*
 * index - the words of all items, for searching
 *
 * The index has no text of its own. Who changes the title, the byline, the
 * site, the excerpt or the text of an item calls index_remove() before and
 * index_add() behind it, in one change of the database.
 *
 * item.is_indexed is the version of the rules (terms.h) by which the words of an
 * item were put in, and are taken out again; 0: they are not in it. So an index of
 * other rules stays good until it is renewed, little by little.
 */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "base/err.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Puts the words of an item in, or takes them out; does nothing when they are
 * there, or are not. What is deleted has none to put in.
 */
bool index_add(struct db *db, int64_t id, struct err *err)
    __attribute__((warn_unused_result));
bool index_remove(struct db *db, int64_t id, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Puts the words of all items in that are not in it yet.
 */
bool index_fill(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Says that all of the index is made by the rules of today.
 */
bool index_note_version(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Makes some of the index anew, if words were something else when it was made:
 * of some fifty texts at a time, in one change. *out_is_done tells whether that
 * was all.
 */
bool index_renew(struct db *db, bool *out_is_done, struct err *err)
    __attribute__((warn_unused_result));

#endif
