/* SPDX-License-Identifier: ISC */
/*
 * entry - what a subscription has published
 *
 * Within a change of the caller, feeds.c.
 */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H

#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"
#include "store/db.h"

#include <stdint.h>

/*
 * What an entry that is called name is called where its site has gone from http
 * to https, or back, and calls entries by their addresses; an expression of SQL.
 */
#define ENTRY_TWIN(name)                                                       \
    "CASE WHEN substr(" name ", 1, 7) = 'http://'"                             \
    " THEN 'https://' || substr(" name ", 8)"                                  \
    " WHEN substr(" name ", 1, 8) = 'https://'"                                \
    " THEN 'http://' || substr(" name ", 9) ELSE " name " END"

/*
 * Tells whether the hosts of two addresses are one, with "www." or without.
 */
bool entry_has_host(struct str url, struct str other);

/*
 * Takes in the entries of f that are not known yet and says how many; of those
 * that are, the texts that have changed.
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
