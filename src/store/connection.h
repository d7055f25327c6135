/* SPDX-License-Identifier: ISC */
/*
 * connection - what a struct db is made of
 *
 * For the modules that stand between SQLite and the rest of the floor: db,
 * query, schema, rescue, vault.
 */
#ifndef STORE_CONNECTION_H
#define STORE_CONNECTION_H

#include "base/err.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct connection_statement {
    const char *sql; /* a literal */
    sqlite3_stmt *stmt;
    bool is_busy;
};

struct db {
    sqlite3 *handle;
    char *path;                              /* owned */
    char *notice;                            /* owned; NULL: all is well */
    struct connection_statement *statements; /* owned */
    uint32_t n_statements, cap_statements;
    unsigned depth;  /* of db_begin() */
    int64_t session; /* tells the deletions of this connection from others */
    int64_t version; /* of what others have written, when it was looked at */
    struct squeeze *squeeze; /* owned; NULL until it is needed */
    bool is_writable, is_damaged;
};

/*
 * Sets err to what code, a result of SQLite, means to a person, and notes
 * damage. Returns false.
 */
bool connection_fail(struct db *db, int code, struct err *err);

/*
 * Returns the prepared statement of a literal and marks it as busy; NULL and
 * the code of SQLite in out_code on failure.
 */
sqlite3_stmt *connection_prepare(struct db *db, const char *sql, int *out_code);

/*
 * Makes the file at path if there is none, so that nobody else may read it from
 * the start. Returns false when it may not be written; that is no failure yet.
 *
 * A file that is there is never opened here: to close it would give up all locks
 * that this process has on it, as POSIX has it, also those of another thread's
 * connection, and then another program would take itself for the last one and
 * remove the log.
 */
bool connection_make(const char *path);

/*
 * Has db_notice() say that.
 */
void connection_say(struct db *db, const char *notice);

/*
 * Returns path with suffix behind it, owned: the name of what is kept beside.
 */
char *connection_beside(const char *path, const char *suffix);

/*
 * Tells whether there is another file in the place of the one that is open, or
 * none.
 */
bool connection_has_moved(const struct db *db);

/*
 * Gives a statement back.
 */
void connection_give_back(struct db *db, sqlite3_stmt *stmt);

/*
 * Opens the file at db->path as it is, with the flags of sqlite3_open_v2() and
 * the settings that hold for every connection. On failure db has no handle.
 */
bool connection_open(struct db *db, int flags, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Closes the file and forgets all statements. The log of changes is taken into
 * the file only if asked. Damage that was found is noted beside the file.
 */
void connection_close(struct db *db, bool is_merged);

/*
 * Frees a connection that is closed.
 */
void connection_free(struct db *db);

/*
 * Returns the path of the note that the file at path is damaged, owned.
 */
char *connection_note(const char *path);

#endif
