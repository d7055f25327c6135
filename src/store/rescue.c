/* SPDX-License-Identifier: ISC */
/*
 * rescue - what can still be read of a damaged library
 *
 * Every table is read by the numbers of its rows, upwards. Where that fails,
 * the rows behind the damage are looked for in growing steps, each of which
 * goes down from the root of the table to another leaf; the rows of a few
 * damaged pages are lost, not all that come after them.
 *
 * An item whose row is lost has its address in an index still, which is asked
 * for nothing else, and its article, which says what else there was to know. It
 * is saved then, so that it is found and stays, unless a feed has brought it.
 *
 * When not even the first page can be read, a copy is (transplant.h), but nothing
 * that not every version has is looked for in it: something else may be there.
 */
#include "rescue.h"

#include "base/buf.h"
#include "base/mem.h"
#include "connection.h"
#include "index.h"
#include "query.h"
#include "schema.h"
#include "stock.h"
#include "transplant.h"

#include <time.h>
#include <unistd.h>

enum {
    MAX_MISSES = 62 /* steps into nothing before a table is at its end: each is
                       twice as long, and more are no number */
};

/* Where rows come from and go to, one table at a time. */
struct transfer {
    sqlite3 *from, *to;
    sqlite3_stmt *select, *insert;
    int n_columns;
    bool is_transplant; /* what is read */
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

/* Copies all tables but those of the index and, of a transplant, such as were
 * added to the first version. */
static void
copy_tables(struct transfer *t)
{
    sqlite3_stmt *tables;
    int code = sqlite3_prepare_v2(t->to,
        "SELECT name, (SELECT count(*) FROM pragma_table_info(s.name))"
        " FROM sqlite_schema s WHERE type = 'table'"
        " AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%'"
        " AND NOT (?1 AND name = 'password')",
        -1, &tables, NULL);

    if (code == SQLITE_OK)
        code = sqlite3_bind_int(tables, 1, t->is_transplant);
    while (code == SQLITE_OK && sqlite3_step(tables) == SQLITE_ROW)
        copy_table(t, (const char *)sqlite3_column_text(tables, 0),
            sqlite3_column_int(tables, 1));
    sqlite3_finalize(tables);
}

/* Makes the items anew of which only the address is left, as far as the index of
 * addresses can be read; -1 marks them. */
static void
find_lost(struct transfer *t)
{
    int code = sqlite3_prepare_v2(t->from,
        "SELECT id, CASE WHEN place LIKE '/%' THEN 2"
        " WHEN place LIKE '%#%' THEN 3 ELSE 1 END, place, -1 FROM item"
        " INDEXED BY sqlite_autoindex_item_1 ORDER BY place",
        -1, &t->select, NULL);

    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(t->to,
            "INSERT OR IGNORE INTO item(id, kind, place, is_indexed)"
            " VALUES (?, ?, ?, ?)",
            -1, &t->insert, NULL);
    t->n_columns = 4;
    while (code == SQLITE_OK && sqlite3_step(t->select) == SQLITE_ROW)
        copy_row(t);
    sqlite3_finalize(t->select);
    sqlite3_finalize(t->insert);
    t->select = t->insert = NULL;
}

/* Gives back what else of them can be known, and puts them where a person finds
 * them. */
static bool
restore_lost(struct db *db, struct err *err)
{
    static const char *const sql[] = {
        "INSERT OR IGNORE INTO item(id, kind, place, is_indexed)"
        " SELECT id, 1, final, -1 FROM content WHERE final <> ''",
        "UPDATE item SET added_at = fetched_at, size = length(text) +"
        " length(article) + coalesce(length(body), 0) FROM content"
        " WHERE content.id = item.id AND is_indexed = -1",
        "UPDATE item SET saved_at = added_at, saved_turn = id"
        " WHERE is_indexed = -1 AND kind = 1"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.item = item.id)",
        "UPDATE item SET read_at = added_at, read_turn = id"
        " WHERE is_indexed = -1 AND id IN (SELECT id FROM position)",
    };

    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++)
        if (!query_run(db, sql[i], err))
            return false;
    return true;
}

/* Lets the articles of items say what these are. */
static bool
describe_lost(struct db *db, struct err *err)
{
    struct query q = query_begin(
        db, "SELECT id FROM item WHERE is_indexed = -1 AND size > 0");
    struct err unused;
    bool ok = true;

    while (ok && query_next(&q)) {
        const int64_t id = query_number(&q, 0);
        struct article *a = stock_article(db, id, &unused);
        ok = !a || stock_describe(db, id, a, stock_digest(a), err);
        article_free(a);
    }
    return query_end(&q, err) && ok;
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

/* Has what is in the new library written to its file. */
static bool
settle(struct db *db)
{
    return sqlite3_wal_checkpoint_v2(db->handle, NULL,
               SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK;
}

/* Opens a file to read from it; NULL when no table can be seen. */
static sqlite3 *
open_damaged(const char *path)
{
    sqlite3_stmt *any = NULL;
    sqlite3 *from;
    int code = sqlite3_open_v2(
        path, &from, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

    if (code == SQLITE_OK) {
        sqlite3_db_config(from, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        code = sqlite3_prepare_v2(from, "SELECT id FROM item", -1, &any, NULL);
        sqlite3_finalize(any);
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
        if (t->from) {
            copy_tables(t);
            find_lost(t);
        }
        ok = restore_lost(db, err) && describe_lost(db, err) &&
             drop_orphans(db, err);
        ok = db_end(db, ok, err);
    }
    sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    return ok;
}

bool
rescue_copy(struct db *db, const char *path, struct err *err)
{
    struct transfer t = {.from = open_damaged(path), .to = db->handle};
    struct buf copy = {0};

    buf_add_format(&copy, "%s-copy", path);
    if (!t.from && settle(db) && transplant_write(path, db->path, copy.ptr)) {
        t.from = open_damaged(copy.ptr);
        t.is_transplant = true;
    }
    bool ok = copy_whole_rows(db, &t, err);
    sqlite3_close(t.from);
    unlink(copy.ptr);
    buf_add_text(&copy, "-shm");
    unlink(copy.ptr);
    buf_cut(&copy, copy.len - 3);
    buf_add_text(&copy, "wal");
    unlink(copy.ptr);
    buf_done(&copy);
    return ok && index_fill(db, err);
}
