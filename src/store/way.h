/* SPDX-License-Identifier: ISC */
/*
 * way - which item a page is, by the addresses on the way to it
 *
 * An item is called by the address that its page has in the end. Where the page
 * was known by the one that was asked for - saved but not loaded yet, brought by
 * a feed, or read before it moved - it stays that item, with its address, since
 * nobody can tell whether the other one is its own: it may be where all that is
 * gone leads to. Only when it is the same but for "https" or "www." is the item
 * called by it from now on, with everything that was done with it.
 *
 * An address that leads to another page now, as that of an article does which
 * was taken down, keeps the one that it had; and nobody can put a page in the
 * place of another one's by sending readers there.
 */
#ifndef STORE_WAY_H
#define STORE_WAY_H

#include "base/err.h"
#include "base/str.h"
#include "model/article.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/* A page, and how it came. */
struct way {
    struct str asked, final; /* where it was looked for, and found */
    const struct article *article;
    bool is_wanted; /* as store/loss.h has it */
    int64_t now;
};

/*
 * Finds or makes the item of a page; its text is the caller's to put there,
 * unless that would be a loss. Within a change of the caller.
 */
bool way_find(struct db *db, const struct way *way, int64_t *out_id,
    bool *out_is_loss, struct err *err) __attribute__((warn_unused_result));

#endif
