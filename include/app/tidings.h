/* SPDX-License-Identifier: ISC */
/*
 * tidings - what came of asking for a feed
 *
 * Entries, nothing new, or why it could not be had: as it goes from whoever has
 * asked (app/rounds.h) to where it is written, which is the keeper's thread
 * (app/filing.h) or the command that asked. It owns all that it needs there.
 */
#ifndef APP_TIDINGS_H
#define APP_TIDINGS_H

#include "app/harvest.h"
#include "app/receipt.h"
#include "base/err.h"
#include "base/str.h"
#include "model/feed.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* Zeroed is valid: nothing new. */
struct tidings {
    struct feed *feed;      /* owned; NULL: it has not changed, or failed */
    struct receipt receipt; /* what its server says of it; empty: nothing */
    struct err failure;     /* with a code: why it could not be had */
    int64_t retry_at;       /* when its server wants to be asked again; or 0 */
    int64_t asked_at;       /* seconds since 1970 */
};

/*
 * Takes what a load has brought, owned (tidings_done()). The bytes are not in it:
 * the entries are kept, not the file that they were in.
 */
struct tidings tidings_take(struct harvest_result *result);

/*
 * Returns t, and leaves it empty.
 */
struct tidings tidings_move(struct tidings *t);

/*
 * Returns where the feed is, which was asked for at url: borrowed from one of
 * them.
 */
struct str tidings_url(const struct tidings *t, struct str url);

/*
 * Writes what came of feed number id, and tells how many entries are new.
 */
bool tidings_put(struct db *db, int64_t id, const struct tidings *t,
    uint32_t *out_n_new, struct err *err) __attribute__((warn_unused_result));

/*
 * Subscribes to the feed that came when url was asked for, takes in what it has,
 * and tells how much is new. What was saved at url without a text was it, and is
 * deleted.
 */
bool tidings_subscribe(struct db *db, struct str url, const struct tidings *t,
    uint32_t *out_n_new, struct err *err) __attribute__((warn_unused_result));

/*
 * Frees what it owns and leaves it empty.
 */
void tidings_done(struct tidings *t);

#endif
