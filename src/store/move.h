/* SPDX-License-Identifier: ISC */
/*
 * move - a subscription that has another address now
 *
 * Within a change of the caller, feeds.c.
 */
#ifndef STORE_MOVE_H
#define STORE_MOVE_H

#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Gives feed number *feed the address. Where a subscription has that already, it
 * gets the entries and is *feed then, unless it is of another host, where
 * nothing changes. A password stays only where the address has it. Entries
 * that f, or NULL, calls by their addresses on the new host are found again.
 */
bool move_feed(struct db *db, int64_t *feed, struct str address,
    const struct feed *f, struct err *err) __attribute__((warn_unused_result));

#endif
