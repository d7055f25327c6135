/* SPDX-License-Identifier: ISC */
/*
 * query - one statement, from its values to its rows
 */
#include "query.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "connection.h"

/* Keeps the first failure. */
static void
note(struct query *q, int code)
{
    if (q->code == SQLITE_OK && code != SQLITE_OK)
        q->code = code;
}

struct query
query_begin(struct db *db, const char *sql)
{
    struct query q = {.db = db, .code = SQLITE_OK};

    q.stmt = connection_prepare(db, sql, &q.code);
    return q;
}

void
query_add_number(struct query *q, int64_t number)
{
    if (q->stmt)
        note(q, sqlite3_bind_int64(q->stmt, ++q->n_added, number));
}

void
query_add_text(struct query *q, struct str text)
{
    if (q->stmt)
        note(q,
            sqlite3_bind_text64(q->stmt, ++q->n_added, text.ptr ? text.ptr : "",
                text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void
query_add_bytes(struct query *q, struct str bytes)
{
    if (q->stmt)
        note(q, sqlite3_bind_blob64(q->stmt, ++q->n_added,
                    bytes.ptr ? bytes.ptr : "", bytes.len, SQLITE_STATIC));
}

void
query_add_none(struct query *q)
{
    q->n_added++;
}

bool
query_next(struct query *q)
{
    if (!q->stmt || q->code != SQLITE_OK)
        return false;
    int code = sqlite3_step(q->stmt);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        note(q, code);
    return false;
}

int64_t
query_number(struct query *q, int column)
{
    return sqlite3_column_int64(q->stmt, column);
}

/*
 * Ends the program if a value is nothing because there was no memory for it.
 */
static void
require_memory(const struct query *q, const void *value)
{
    if (!value && sqlite3_errcode(q->db->handle) == SQLITE_NOMEM)
        mem_exhausted();
}

struct str
query_text(struct query *q, int column)
{
    const unsigned char *text = sqlite3_column_text(q->stmt, column);
    size_t len = (size_t)sqlite3_column_bytes(q->stmt, column);

    require_memory(q, text);
    return text ? (struct str){(const char *)text, len} : (struct str){0};
}

struct str
query_bytes(struct query *q, int column)
{
    const void *bytes = sqlite3_column_blob(q->stmt, column);
    size_t len = (size_t)sqlite3_column_bytes(q->stmt, column);

    require_memory(q, bytes);
    return bytes ? (struct str){bytes, len} : (struct str){0};
}

struct str
query_copy(struct str text, struct arena *arena)
{
    char *copy = arena_alloc(arena, text.len + 1);

    memcpy(copy, text.ptr ? text.ptr : "", text.len);
    copy[text.len] = '\0';
    return (struct str){copy, text.len};
}

struct str
query_keep(struct query *q, int column, struct arena *arena)
{
    struct str text = query_text(q, column);
    struct buf clean = {0};

    utf8_add_clean(&clean, text);
    buf_replace(&clean, 0, '\n', ' ');
    text = query_copy(buf_str(&clean), arena);
    buf_done(&clean);
    return text;
}

bool
query_end(struct query *q, struct err *err)
{
    if (q->stmt)
        connection_give_back(q->db, q->stmt);
    q->stmt = NULL;
    if (q->code == SQLITE_OK)
        return true;
    return connection_fail(q->db, q->code, err);
}

bool
query_run(struct db *db, const char *sql, struct err *err)
{
    struct query q = query_begin(db, sql);

    while (query_next(&q))
        ;
    return query_end(&q, err);
}

bool
query_run_with(struct db *db, const char *sql, int64_t number, struct err *err)
{
    struct query q = query_begin(db, sql);

    query_add_number(&q, number);
    while (query_next(&q))
        ;
    return query_end(&q, err);
}

bool
query_run_with_both(struct db *db, const char *sql, int64_t first,
    int64_t second, struct err *err)
{
    struct query q = query_begin(db, sql);

    query_add_number(&q, first);
    query_add_number(&q, second);
    while (query_next(&q))
        ;
    return query_end(&q, err);
}

bool
query_read_number(
    struct db *db, const char *sql, int64_t *out_number, struct err *err)
{
    struct query q = query_begin(db, sql);
    bool has_row = query_next(&q);
    int64_t number = has_row ? query_number(&q, 0) : 0;

    if (!query_end(&q, err))
        return false;
    if (has_row)
        *out_number = number;
    return true;
}

int64_t
query_find_number(struct db *db, const char *sql, int64_t fallback)
{
    struct err unused;
    int64_t number = fallback;

    return query_read_number(db, sql, &number, &unused) ? number : fallback;
}

int64_t
query_last_id(const struct db *db)
{
    return sqlite3_last_insert_rowid(db->handle);
}

int
query_n_changed(const struct db *db)
{
    return sqlite3_changes(db->handle);
}
