/* SPDX-License-Identifier: ISC */
/*
 * repair - a damaged library is mended
 *
 * Damage that is found while the library is in use is noted by a file beside it,
 * since nothing can be trusted to be written into it; who opens the library next
 * mends it. The new file is made beside the damaged one and takes its place when
 * it is whole (swap.h), so that a kill on the way costs nothing but time.
 *
 * Other programs that have the damaged one open cannot write meanwhile, and see
 * afterwards that it is not the library any more (db_has_moved()).
 */
#ifndef STORE_REPAIR_H
#define STORE_REPAIR_H

#include "base/err.h"
#include "store/db.h"

#include <stdbool.h>

/*
 * Tells whether the library at path is to be mended, whatever it looks like.
 */
bool repair_is_due(const char *path);

/*
 * Makes a new library of what can be read of the damaged one, which is moved
 * aside, or waits for another program that does; db has the new one open then.
 */
bool repair_mend(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

#endif
