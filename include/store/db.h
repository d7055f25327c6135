/* SPDX-License-Identifier: ISC */
/*
 * db - the library as it is open
 *
 * A connection to the file that store/vault.h opens. It belongs to one thread;
 * several, also of several programs, may be open at a time: readers never wait,
 * who writes waits for others that do, for a moment (src/store/connection.c).
 *
 * Writing is done between db_begin() and db_end(), which nest; what is inside
 * happens as a whole or not at all. When db_end() of the outermost pair has
 * returned true, it is on the disk: a kill or a loss of power does not undo it.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/err.h"

#include <stdbool.h>

struct db;

/*
 * Closes the library. What was not ended is undone. NULL is allowed.
 */
void db_close(struct db *db);

/*
 * Tells whether the library can be written.
 */
bool db_is_writable(const struct db *db);

/*
 * Returns what a person should know about how the library was opened, one
 * sentence without a period that lives as db does; NULL when all is well.
 */
const char *db_notice(const struct db *db);

/*
 * Tells whether damage was found since db was opened. Nothing more is written
 * then, and the next vault_open() of the file mends it.
 */
bool db_is_damaged(const struct db *db);

/*
 * Tells whether another program has mended the library since db was opened, so
 * that db has the old file: nothing is written then, and vault_open() is needed.
 */
bool db_has_moved(const struct db *db);

/*
 * Tells whether anything in the library has been changed over another connection
 * since this was asked last, or since db was opened. Takes no more than a look
 * at the log.
 */
bool db_has_news(struct db *db);

/*
 * Begins a change. On failure nothing was begun, and there is no db_end().
 */
bool db_begin(struct db *db, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Ends what db_begin() began: keeps the change when ok, else undoes it. Returns
 * true when the change is kept; err is set only when ok could not be had, so
 * that "return db_end(db, ok, err)" ends a function that may have set it.
 */
bool db_end(struct db *db, bool ok, struct err *err)
    __attribute__((warn_unused_result));

#endif
