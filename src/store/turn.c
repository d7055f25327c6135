/* SPDX-License-Identifier: ISC */
/*
 * turn - what came before what
 */
#include "turn.h"

#include "query.h"

bool
turn_take(struct db *db, int64_t *out_turn, struct err *err)
{
    struct query q =
        query_begin(db, "UPDATE state SET value = value + 1 WHERE name = 'turn'"
                        " RETURNING value");
    int64_t turn = 0;

    while (query_next(&q))
        turn = query_number(&q, 0);
    if (!query_end(&q, err))
        return false;
    *out_turn = turn;
    return turn > 0 || err_set(err, ERR_BAD_DATA, "the library is damaged");
}
