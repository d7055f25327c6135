/* SPDX-License-Identifier: ISC */
/*
 * query - one statement, from its values to its rows
 *
 * Failures are kept until the end, so that a query is written without asking
 * after each step. Statements are prepared once for a connection and kept; they
 * are known by the address of their text, so that must be a literal.
 *
 *      struct query q = query_begin(db, "SELECT title FROM item WHERE id = ?");
 *      query_add_number(&q, id);
 *      while (query_next(&q))
 *          show(query_text(&q, 0));
 *      return query_end(&q, err);
 */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct db;
struct sqlite3_stmt;

struct query {
    struct db *db;
    struct sqlite3_stmt *stmt; /* NULL: could not be prepared */
    int n_added;
    int code; /* of SQLite, the first that is a failure */
};

/*
 * Begins a query; query_end() ends it, whatever happens between.
 */
struct query query_begin(struct db *db, const char *sql);

/*
 * Gives the next '?' its value; text and bytes are borrowed until query_end().
 * query_add_none() adds NULL.
 */
void query_add_number(struct query *q, int64_t number);
void query_add_text(struct query *q, struct str text);
void query_add_bytes(struct query *q, struct str bytes);
void query_add_none(struct query *q);

/*
 * Goes to the next row; false when there is none, or on a failure.
 */
bool query_next(struct query *q);

/*
 * Return a column of the row, counted from 0. Texts are borrowed until the next
 * query_next() and empty for NULL; a text in the database is not believed to be
 * UTF-8 by those who show it.
 */
int64_t query_number(struct query *q, int column);
struct str query_text(struct query *q, int column);
struct str query_bytes(struct query *q, int column);

/*
 * Returns a column of the row as clean text on one line, NUL-terminated, in the
 * memory of arena: a file may hold anything.
 */
struct str query_keep(struct query *q, int column, struct arena *arena);

/*
 * Returns a copy of the text as it is, NUL-terminated, in the memory of arena.
 */
struct str query_copy(struct str text, struct arena *arena);

/*
 * Ends the query. Returns false and sets err when anything failed.
 */
bool query_end(struct query *q, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Runs a statement that has neither values nor rows.
 */
bool query_run(struct db *db, const char *sql, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Runs a statement with one number, or with two.
 */
bool query_run_with(struct db *db, const char *sql, int64_t number,
    struct err *err) __attribute__((warn_unused_result));
bool query_run_with_both(struct db *db, const char *sql, int64_t first,
    int64_t second, struct err *err) __attribute__((warn_unused_result));

/*
 * Puts the first column of the first row into out_number, which stays as it is
 * when there is no row.
 */
bool query_read_number(struct db *db, const char *sql, int64_t *out_number,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns the first column of the first row, or fallback when there is none or
 * on a failure.
 */
int64_t query_find_number(struct db *db, const char *sql, int64_t fallback);

/*
 * Returns the number of the row that was put in last.
 */
int64_t query_last_id(const struct db *db);

/*
 * Returns how many rows the last statement changed.
 */
int query_n_changed(const struct db *db);

#endif
