/* SPDX-License-Identifier: ISC */
/*
 * turn - what came before what
 *
 * A clock may be set back; a turn is the next whole number, for the whole
 * library.
 */
#ifndef STORE_TURN_H
#define STORE_TURN_H

#include "base/err.h"
#include "store/db.h"

#include <stdint.h>

/*
 * Takes the next turn, within a change.
 */
bool turn_take(struct db *db, int64_t *out_turn, struct err *err)
    __attribute__((warn_unused_result));

#endif
