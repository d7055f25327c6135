/* SPDX-License-Identifier: ISC */
/*
 * rescue - what can still be read of a damaged library
 *
 * Every table is read by the numbers of its rows, upwards. Where that fails,
 * the rows behind the damage are looked for in growing steps, each of which
 * goes down from the root of the table to another leaf; the rows of a few
 * damaged pages are lost, not all that come after them. The indexes of the
 * damaged file are never asked.
 *
 * When not even the first page can be read, the one of a new library takes its
 * place in a copy: it names the same tables, in the same places.
 */
#include "rescue.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "connection.h"
#include "index.h"
#include "query.h"
#include "schema.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    MAX_MISSES = 64 /* steps into nothing before a table is at its end */
};

/* Where rows come from and go to, one table at a time. */
struct transfer {
    sqlite3 *from, *to;
    sqlite3_stmt *select, *insert;
    int n_columns;
};

char *
rescue_name(const char *path, int64_t now)
{
    struct buf name = {0};
    struct tm tm;
    char stamp[32] = "";
    time_t t = (time_t)now;
    struct str base = str_of(path);

    if (str_ends(base, STR(".db")))
        base.len -= 3;
    if (gmtime_r(&t, &tm))
        strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &tm);
    for (int i = 1;; i++) {
        buf_cut(&name, 0);
        buf_add_str(&name, base);
        buf_add_format(&name, "-damaged-%s", stamp);
        if (i > 1)
            buf_add_format(&name, "-%d", i);
        buf_add_text(&name, ".db");
        if (access(name.ptr, F_OK) != 0)
            return buf_take(&name);
    }
}

/* Puts the row that select is at into the new table. */
static void
copy_row(struct transfer *t)
{
    for (int i = 0; i < t->n_columns; i++)
        if (sqlite3_bind_value(t->insert, i + 1,
                sqlite3_column_value(t->select, i)) != SQLITE_OK)
            return;
    /* A row that breaks a rule of the table is damaged, too. */
    sqlite3_step(t->insert);
    sqlite3_reset(t->insert);
}

/*
 * Copies rows from number id on, and says in *out_last which was the last.
 * Returns false at damage.
 */
static bool
copy_rows(struct transfer *t, int64_t id, int64_t *out_last)
{
    int code;

    sqlite3_reset(t->select);
    sqlite3_bind_int64(t->select, 1, id);
    while ((code = sqlite3_step(t->select)) == SQLITE_ROW) {
        *out_last = sqlite3_column_int64(t->select, 0);
        copy_row(t);
    }
    return code == SQLITE_DONE;
}

/* Copies all rows of the table, which both sides have. */
static void
copy_table(struct transfer *t, const char *name, int n_columns)
{
    struct buf sql = {0};

    buf_add_format(
        &sql, "SELECT * FROM \"%s\" WHERE id >= ? ORDER BY id", name);
    int code = sqlite3_prepare_v2(t->from, sql.ptr, -1, &t->select, NULL);
    buf_cut(&sql, 0);
    buf_add_format(&sql, "INSERT OR REPLACE INTO \"%s\" VALUES (?", name);
    for (int i = 1; i < n_columns; i++)
        buf_add_text(&sql, ", ?");
    buf_add_text(&sql, ")");
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(t->to, sql.ptr, -1, &t->insert, NULL);
    t->n_columns = n_columns;
    if (code == SQLITE_OK && sqlite3_column_count(t->select) == n_columns) {
        int64_t last = INT64_MIN, from = INT64_MIN, step = 1;
        for (int n_misses = 0; n_misses < MAX_MISSES; n_misses++) {
            int64_t before = last;
            if (copy_rows(t, from, &last))
                break;
            if (last > before) {
                n_misses = 0;
                step = 1;
            }
            int64_t at = last > from ? last : from;
            if (at < 0)
                at = 0; /* rows are counted from 1 */
            if (at > INT64_MAX - step)
                break;
            from = at + step;
            step *= 2;
        }
    }
    sqlite3_finalize(t->select);
    sqlite3_finalize(t->insert);
    t->select = t->insert = NULL;
    buf_done(&sql);
}

/* Copies all tables but those of the index. */
static void
copy_tables(struct transfer *t)
{
    sqlite3_stmt *tables;
    int code = sqlite3_prepare_v2(t->to,
        "SELECT name, (SELECT count(*) FROM pragma_table_info(s.name))"
        " FROM sqlite_schema s WHERE type = 'table'"
        " AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%'",
        -1, &tables, NULL);

    while (code == SQLITE_OK && sqlite3_step(tables) == SQLITE_ROW)
        copy_table(t, (const char *)sqlite3_column_text(tables, 0),
            sqlite3_column_int(tables, 1));
    sqlite3_finalize(tables);
}

/* Takes out the rows that refer to others which are lost. */
static bool
drop_orphans(struct db *db, struct err *err)
{
    static const char *const sql[] = {
        "DELETE FROM content WHERE id NOT IN (SELECT id FROM item)",
        "DELETE FROM address WHERE item NOT IN (SELECT id FROM item)",
        "DELETE FROM position WHERE id NOT IN (SELECT id FROM item)",
        "DELETE FROM mark WHERE item NOT IN (SELECT id FROM item)",
        "DELETE FROM tagging WHERE item NOT IN (SELECT id FROM item)"
        " OR tag NOT IN (SELECT id FROM tag)",
        "DELETE FROM listing WHERE item NOT IN (SELECT id FROM item)"
        " OR list NOT IN (SELECT id FROM list)",
        "DELETE FROM entry WHERE feed NOT IN (SELECT id FROM feed)",
        "DELETE FROM password WHERE id NOT IN (SELECT id FROM feed)",
        "UPDATE entry SET item = NULL"
        " WHERE item NOT IN (SELECT id FROM item)",
        "UPDATE feed SET n_entries ="
        " (SELECT count(*) FROM entry WHERE entry.feed = feed.id), n_unread ="
        " (SELECT count(*) FROM entry WHERE entry.feed = feed.id AND is_read = "
        "0"
        " AND item IS NOT NULL)",
        "UPDATE item SET is_indexed = 0",
        "UPDATE item SET size = 0 WHERE id NOT IN (SELECT id FROM content)",
        "INSERT OR IGNORE INTO state(name, value) VALUES ('turn', 0),"
        " ('size', 0)",
        "UPDATE state SET value = (SELECT total(size) FROM item)"
        " WHERE name = 'size'",
        "UPDATE state SET value = max(value,"
        " (SELECT max(coalesce(max(read_turn), 0), coalesce(max(saved_turn), "
        "0),"
        " coalesce(max(archived_turn), 0), coalesce(max(favorite_turn), 0))"
        " FROM item), (SELECT coalesce(max(turn), 0) FROM entry),"
        " (SELECT coalesce(max(turn), 0) FROM listing)) WHERE name = 'turn'",
    };

    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++)
        if (!query_run(db, sql[i], err))
            return false;
    return true;
}

/*
 * Writes a copy of the damaged file with the first page of the new one in place
 * of its own, and the number of pages that it has. The pages of both must be of
 * one size.
 */
static bool
transplant(struct db *db, const char *path, const char *copy)
{
    struct buf old = {0}, new = {0};
    struct err unused;
    bool ok = sqlite3_wal_checkpoint_v2(db->handle, NULL,
                  SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK &&
              file_read(path, INT32_MAX, &old, &unused) &&
              file_read(db->path, INT32_MAX, &new, &unused) && new.len >= 512;
    size_t page =
        ok ? (size_t)(uint8_t) new.ptr[16] << 8 | (uint8_t) new.ptr[17] : 0;

    ok = ok && page >= 512 && new.len >= page &&old.len >= 2 * page;
    if (ok) {
        uint32_t n_pages = (uint32_t)(old.len / page);
        memcpy(old.ptr, new.ptr, page);
        for (int i = 0; i < 4; i++)
            old.ptr[28 + i] = (char)(n_pages >> (24 - 8 * i));
        int fd = open(
            copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
        ok = fd >= 0 && file_write_fd(fd, buf_str(&old), &unused);
        if (fd >= 0)
            close(fd);
    }
    buf_done(&old);
    buf_done(&new);
    return ok;
}

/* Opens a file to read from it; NULL when no table can be seen. */
static sqlite3 *
open_damaged(const char *path)
{
    sqlite3 *from;
    int code = sqlite3_open_v2(
        path, &from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

    if (code == SQLITE_OK) {
        sqlite3_db_config(from, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        code = sqlite3_exec(
            from, "SELECT id FROM item WHERE id < 0", NULL, NULL, NULL);
    }
    if (code == SQLITE_OK)
        return from;
    sqlite3_close(from);
    return NULL;
}

/* Copies the tables and takes out what refers to lost rows. */
static bool
copy_whole_rows(struct db *db, struct transfer *t, struct err *err)
{
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    bool ok = db_begin(db, err);
    if (ok) {
        if (t->from)
            copy_tables(t);
        ok = drop_orphans(db, err);
        ok = db_end(db, ok, err);
    }
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    return ok;
}

bool
rescue_copy(
    struct db *db, const char *path, int64_t *out_n_items, struct err *err)
{
    struct transfer t = {.from = open_damaged(path), .to = db->handle};
    struct buf copy = {0};

    buf_add_format(&copy, "%s-copy", path);
    if (!t.from && transplant(db, path, copy.ptr))
        t.from = open_damaged(copy.ptr);
    bool ok = copy_whole_rows(db, &t, err);
    sqlite3_close(t.from);
    unlink(copy.ptr);
    buf_add_text(&copy, "-shm");
    unlink(copy.ptr);
    buf_cut(&copy, copy.len - 3);
    buf_add_text(&copy, "wal");
    unlink(copy.ptr);
    buf_done(&copy);
    if (!ok || !index_fill(db, err))
        return false;
    *out_n_items = query_find_number(db, "SELECT count(*) FROM item", 0);
    return true;
}
