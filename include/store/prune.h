/* SPDX-License-Identifier: ISC */
/*
 * prune - what goes when the library takes too much room
 *
 * What was kept of the items that were not read, or fetched, for the longest
 * time: texts, articles and pages, not what is known of them. Saved ones,
 * favorites and what is on a reading list stay, whatever they take.
 *
 * A text that goes has to be taken out of the index word by word, so that many
 * take their time: a second for a thousand, as long as it took to put them in.
 * So it is done a little at a time.
 */
#ifndef STORE_PRUNE_H
#define STORE_PRUNE_H

#include "base/err.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Prunes for about so many milliseconds, but a few items at least, until all take
 * no more than max_size bytes and the file has no pages that nobody needs.
 * *out_is_done tells whether that is so.
 */
bool prune_run(struct db *db, int64_t max_size, unsigned milliseconds,
    bool *out_is_done, struct err *err) __attribute__((warn_unused_result));

#endif
