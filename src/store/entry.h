/* SPDX-License-Identifier: ISC */
/*
 * entry - what a subscription has published
 *
 * Within a change of the caller, feeds.c.
 */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H

#include "base/err.h"
#include "model/feed.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Takes in the entries of f that are not known yet and says how many.
 */
bool entry_put_all(struct db *db, int64_t feed, const struct feed *f,
    int64_t now, uint32_t *out_n_new, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Forgets the entries of a feed, and the items that are there for them alone.
 */
bool entry_drop_all(struct db *db, int64_t feed, struct err *err)
    __attribute__((warn_unused_result));

#endif
