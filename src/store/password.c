/* SPDX-License-Identifier: ISC */
/*
 * password - what a server wants of whoever asks for a feed
 *
 * It has a table of its own, so that who writes out what is known of feeds comes
 * by none: only feeds_load() reads it.
 */
#include "password.h"

#include "model/url.h"
#include "query.h"

bool
password_put(struct db *db, int64_t feed, struct str address, struct err *err)
{
    const struct str password = url_password(address);

    if (password.len == 0)
        return true;
    struct query q =
        query_begin(db, "INSERT INTO password(id, text) VALUES (?1, ?2)"
                        " ON CONFLICT(id) DO UPDATE SET text = ?2");
    query_add_number(&q, feed);
    query_add_text(&q, password);
    query_next(&q);
    return query_end(&q, err);
}

bool
password_drop(struct db *db, int64_t feed, struct err *err)
{
    return query_run_with(db, "DELETE FROM password WHERE id = ?", feed, err);
}
