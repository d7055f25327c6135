/* SPDX-License-Identifier: ISC */
/*
 * standing - what a file turned out to be, and a library made of it
 *
 * Its application and its version stand in its first page.
 */
#include "standing.h"

#include "connection.h"
#include "index.h"
#include "query.h"
#include "schema.h"

enum standing
standing_find(struct db *db, struct err *err)
{
    struct err reason;
    struct query q =
        query_begin(db, "SELECT (SELECT * FROM pragma_application_id),"
                        " (SELECT * FROM pragma_user_version),"
                        " (SELECT count(*) FROM sqlite_schema)");
    int64_t application = 0, version = 0, n_tables = 0, n_states = 0;

    if (query_next(&q)) {
        application = query_number(&q, 0);
        version = query_number(&q, 1);
        n_tables = query_number(&q, 2);
    }
    if (!query_end(&q, &reason)) {
        *err = reason;
        return reason.code == ERR_BAD_DATA ? STANDING_DAMAGED : STANDING_FAILED;
    }
    if (application == 0 && version == 0 && n_tables == 0)
        return STANDING_FRESH;
    if (application != SCHEMA_APPLICATION) {
        err_set(
            err, ERR_DENIED, "'%s' is a database of another program", db->path);
        return STANDING_FAILED;
    }
    if (version > schema_version())
        return STANDING_NEWER;
    if (!query_read_number(
            db, "SELECT count(*) FROM state", &n_states, &reason)) {
        *err = reason;
        return reason.code == ERR_BAD_DATA ? STANDING_DAMAGED : STANDING_FAILED;
    }
    if (n_states > 0)
        return STANDING_OURS;
    err_set(err, ERR_BAD_DATA, "the library is damaged");
    return STANDING_DAMAGED;
}

enum standing
standing_open(struct db *db, struct err *err)
{
    connection_close(db, false);
    if (connection_open(db, SQLITE_OPEN_READWRITE, err))
        return standing_find(db, err);
    return err->code == ERR_BAD_DATA ? STANDING_DAMAGED : STANDING_FAILED;
}

bool
standing_raise(struct db *db, enum standing standing, struct err *err)
{
    int64_t version = 0;
    int code = SQLITE_OK;

    if (standing == STANDING_FRESH)
        code = sqlite3_exec(
            db->handle, "PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(
            db->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    /* Another program that has it open has made it so already. */
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY)
        return connection_fail(db, code, err);
    db->is_writable = true;
    if (!query_read_number(db, "PRAGMA user_version", &version, err))
        return false;
    if (version < schema_version() &&
        !schema_migrate(db, schema_version(), err))
        return false;
    return standing != STANDING_FRESH || index_note_version(db, err);
}
