/* SPDX-License-Identifier: ISC */
/*
 * standing - what a file turned out to be, and a library made of it
 */
#ifndef STORE_STANDING_H
#define STORE_STANDING_H

#include "base/err.h"
#include "store/db.h"

enum standing {
    STANDING_FAILED,
    STANDING_FRESH, /* nothing is in it yet */
    STANDING_OURS,
    STANDING_NEWER,
    STANDING_DAMAGED,
};

/*
 * Finds out what the open file is, without changing it. err says why it is no
 * library, or a damaged one.
 */
enum standing standing_find(struct db *db, struct err *err);

/*
 * Opens the file for writing, in the place of what was open, and finds that out.
 */
enum standing standing_open(struct db *db, struct err *err);

/*
 * Makes the open file, which is fresh or ours, a library of this version that
 * can be written.
 */
bool standing_raise(struct db *db, enum standing standing, struct err *err)
    __attribute__((warn_unused_result));

#endif
