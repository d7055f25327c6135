/* SPDX-License-Identifier: ISC */
/*
 * db - the library as it is open
 */
#include "store/db.h"

#include "connection.h"
#include "query.h"

void
db_close(struct db *db)
{
    if (!db)
        return;
    connection_close(db, !db->is_damaged);
    connection_free(db);
}

bool
db_is_writable(const struct db *db)
{
    return db->is_writable && !db->is_damaged;
}

const char *
db_notice(const struct db *db)
{
    return db->notice;
}

bool
db_is_damaged(const struct db *db)
{
    return db->is_damaged;
}

bool
db_has_moved(const struct db *db)
{
    return connection_has_moved(db);
}

bool
db_has_news(struct db *db)
{
    const int64_t before = db->version;

    db->version = query_find_number(db, "PRAGMA data_version", before);
    return db->version != before;
}

/* Undoes the innermost change. */
static void
undo(struct db *db)
{
    /* SQLite may have undone all of it already, which is no failure here. */
    if (db->depth > 0)
        sqlite3_exec(
            db->handle, "ROLLBACK TO inner; RELEASE inner", NULL, NULL, NULL);
    else if (!sqlite3_get_autocommit(db->handle))
        sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool
db_begin(struct db *db, struct err *err)
{
    if (!db_is_writable(db))
        return err_set(err, ERR_DENIED,
            db->is_damaged ? "the library is damaged; it is mended when "
                             "gutread starts next"
                           : "the library may not be written");
    if (!query_run(
            db, db->depth > 0 ? "SAVEPOINT inner" : "BEGIN IMMEDIATE", err))
        return false;
    /* Who mends it holds this lock until the new file is in its place. */
    if (db->depth == 0 && connection_has_moved(db)) {
        undo(db);
        return err_set(err, ERR_TIMEOUT,
            "the library was damaged, and another program has mended it; try "
            "again");
    }
    db->depth++;
    return true;
}

bool
db_end(struct db *db, bool ok, struct err *err)
{
    bool is_outer = --db->depth == 0;

    /* A failure may have undone everything, also what is outside of this. */
    if (ok && sqlite3_get_autocommit(db->handle))
        ok = err_set(err, ERR_IO, "the change was undone by a failure before");
    ok = ok && query_run(db, is_outer ? "COMMIT" : "RELEASE inner", err);
    if (!ok)
        undo(db);
    return ok;
}
