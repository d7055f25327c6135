/* SPDX-License-Identifier: ISC */
/*
 * rescue - what can still be read of a damaged library
 */
#ifndef STORE_RESCUE_H
#define STORE_RESCUE_H

#include "base/err.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Copies every row that can be read of the damaged file at path into db, a
 * library without any rows, and makes its index anew. What is too damaged to be
 * read at all gives an empty one.
 */
bool rescue_copy(struct db *db, const char *path, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns a path beside path that is not taken: "library.db" becomes
 * "library-damaged-20250705-101500.db". Owned.
 */
char *rescue_name(const char *path, int64_t now);

#endif
