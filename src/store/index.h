/* SPDX-License-Identifier: ISC */
/*
 * index - the words of all items, for searching
 *
 * The index has no text of its own. Who changes the title, the byline, the
 * site, the excerpt or the text of an item calls index_remove() before and
 * index_add() behind it, in one change of the database.
 */
#ifndef STORE_INDEX_H
#define STORE_INDEX_H

#include "base/err.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Puts the words of an item in, or takes them out; does nothing when they are
 * there, or are not.
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
 * Makes the index anew when another version of the program made it, for which
 * words are something else.
 */
bool index_update(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

#endif
