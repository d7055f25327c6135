/* SPDX-License-Identifier: ISC */
/*
 * names - what a person calls items
 *
 * Tags and reading lists are the same but for the order that a list has, so
 * they differ in their statements only.
 */
#include "store/names.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "query.h"
#include "turn.h"

#include <stdlib.h>

enum {
    NAME_MAX_LEN = 200 /* bytes */
};

/* What is done with each kind. */
static const struct {
    const char *make, *find, *add, *remove, *tidy, *all, *of_item;
} statements[] = {
    [NAMES_TAG] =
        {
            "INSERT OR IGNORE INTO tag(name) VALUES (?)",
            "SELECT id FROM tag WHERE name = ?",
            "INSERT OR IGNORE INTO tagging(tag, item) VALUES (?1, ?2)",
            "DELETE FROM tagging WHERE tag = ?1 AND item = ?2",
            "DELETE FROM tag WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag = ?1)",
            "SELECT id, name, (SELECT count(*) FROM tagging WHERE tag = tag.id)"
            " FROM tag ORDER BY name",
            "SELECT tag.id, name, 1 FROM tagging JOIN tag ON tag.id = tag"
            " WHERE item = ? ORDER BY name",
        },
    [NAMES_READING] =
        {
            "INSERT OR IGNORE INTO list(name) VALUES (?)",
            "SELECT id FROM list WHERE name = ?",
            "INSERT OR IGNORE INTO listing(list, item, turn)"
            " VALUES (?1, ?2, ?3)",
            "DELETE FROM listing WHERE list = ?1 AND item = ?2",
            "DELETE FROM list WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM listing WHERE list = ?1)",
            "SELECT id, name,"
            " (SELECT count(*) FROM listing WHERE list = list.id)"
            " FROM list ORDER BY name",
            "SELECT list.id, name, 1 FROM listing JOIN list ON list.id = list"
            " WHERE item = ? ORDER BY name",
        },
};

/* Appends the name as it is kept. */
static bool
add_name(struct str name, struct buf *out, struct err *err)
{
    struct buf clean = {0};

    utf8_add_clean(&clean, name);
    buf_replace(&clean, 0, '\n', ' ');
    struct str trimmed = str_trim(buf_str(&clean));
    bool ok = trimmed.len > 0 && trimmed.len <= NAME_MAX_LEN;
    if (ok)
        buf_add_str(out, trimmed);
    else
        err_set(err, ERR_BAD_DATA, "'%.40s' cannot be a name",
            clean.ptr ? clean.ptr : "");
    buf_done(&clean);
    return ok;
}

/* Runs a statement with one name and returns the number that comes, or 0. */
static bool
ask_number(struct db *db, const char *sql, struct str name, int64_t *out,
    struct err *err)
{
    struct query q = query_begin(db, sql);
    int64_t number = 0;

    query_add_text(&q, name);
    if (query_next(&q))
        number = query_number(&q, 0);
    if (!query_end(&q, err))
        return false;
    *out = number;
    return true;
}

static bool
run_pair(struct db *db, const char *sql, int64_t label, int64_t item,
    struct err *err)
{
    struct query q = query_begin(db, sql);

    query_add_number(&q, label);
    query_add_number(&q, item);
    query_next(&q);
    return query_end(&q, err);
}

bool
names_add(struct db *db, enum names_kind kind, int64_t item, struct str name,
    struct err *err)
{
    struct buf kept = {0};
    int64_t unused, id = 0, turn = 0;
    bool ok = add_name(name, &kept, err) && db_begin(db, err);

    if (ok) {
        ok = ask_number(
                 db, statements[kind].make, buf_str(&kept), &unused, err) &&
             ask_number(db, statements[kind].find, buf_str(&kept), &id, err) &&
             turn_take(db, &turn, err);
        if (ok) {
            struct query q = query_begin(db, statements[kind].add);
            query_add_number(&q, id);
            query_add_number(&q, item);
            if (kind == NAMES_READING)
                query_add_number(&q, turn);
            query_next(&q);
            ok = query_end(&q, err);
        }
        ok = db_end(db, ok, err);
    }
    buf_done(&kept);
    return ok;
}

bool
names_find(struct db *db, enum names_kind kind, struct str name,
    int64_t *out_id, struct err *err)
{
    struct buf kept = {0};
    int64_t id = 0;
    bool ok = add_name(name, &kept, err) &&
              ask_number(db, statements[kind].find, buf_str(&kept), &id, err);

    if (ok && id == 0)
        ok = err_set(err, ERR_NOT_FOUND, "nothing is called '%s'", kept.ptr);
    if (ok)
        *out_id = id;
    buf_done(&kept);
    return ok;
}

bool
names_remove(struct db *db, enum names_kind kind, int64_t item, struct str name,
    struct err *err)
{
    struct err reason;
    int64_t id;

    if (!names_find(db, kind, name, &id, &reason)) {
        if (reason.code == ERR_NOT_FOUND)
            return true;
        *err = reason;
        return false;
    }
    if (!db_begin(db, err))
        return false;
    bool ok = run_pair(db, statements[kind].remove, id, item, err) &&
              query_run_with(db, statements[kind].tidy, id, err);
    return db_end(db, ok, err);
}

bool
names_load(struct db *db, enum names_kind kind, int64_t item,
    struct names *names, struct err *err)
{
    struct query q = query_begin(
        db, item != 0 ? statements[kind].of_item : statements[kind].all);

    names->n_items = 0;
    arena_done(&names->texts);
    if (item != 0)
        query_add_number(&q, item);
    while (query_next(&q)) {
        MEM_GROW(names->items, names->cap_items, names->n_items + 1);
        names->items[names->n_items++] = (struct name){query_number(&q, 0),
            query_keep(&q, 1, &names->texts), query_number(&q, 2)};
    }
    return query_end(&q, err);
}

void
names_done(struct names *names)
{
    free(names->items);
    arena_done(&names->texts);
    *names = (struct names){0};
}
