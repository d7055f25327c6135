/* SPDX-License-Identifier: ISC */
/*
 * positions - where the reader is in each article
 *
 * The place as a bookmark, which survives another edition; what is folded; how
 * far it was read; and marks, which are places with a letter.
 */
#ifndef STORE_POSITIONS_H
#define STORE_POSITIONS_H

#include "base/buf.h"
#include "base/err.h"
#include "model/bookmark.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

struct position {
    struct bookmark place;
    struct str folds;  /* one byte a section, or empty: as at first */
    unsigned progress; /* thousandths of the article above the place */
    bool is_finished;  /* was read to its end once */
};

/*
 * Writes down where the reader is in an item. What was finished once stays so
 * until it is put with a progress of 0.
 */
bool positions_put(struct db *db, int64_t item, const struct position *p,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Finds where the reader was; false and ERR_NOT_FOUND when the item was never
 * read, or what is stored is no place. The folds are appended to folds, which
 * out_position borrows them from.
 */
bool positions_find(struct db *db, int64_t item, struct buf *folds,
    struct position *out_position, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Puts the mark of a letter; it was somewhere else before.
 */
bool positions_put_mark(struct db *db, char letter, int64_t item,
    const struct bookmark *place, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Finds the mark of a letter; false and ERR_NOT_FOUND when there is none.
 */
bool positions_find_mark(struct db *db, char letter, int64_t *out_item,
    struct bookmark *out_place, struct err *err)
    __attribute__((warn_unused_result));

#endif
