/* SPDX-License-Identifier: ISC */
/*
 * password - what a server wants of whoever asks for a feed
 *
 * Within a change of the caller, feeds.c.
 */
#ifndef STORE_PASSWORD_H
#define STORE_PASSWORD_H

#include "base/err.h"
#include "base/str.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Keeps the password that stands in the address of a feed, if there is one, in
 * the place of what was kept.
 */
bool password_put(struct db *db, int64_t feed, struct str address,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Forgets the password of a feed.
 */
bool password_drop(struct db *db, int64_t feed, struct err *err)
    __attribute__((warn_unused_result));

#endif
