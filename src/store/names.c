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

/* What is done with each kind. A number is that of a turn, so that it is never
 * given again: somebody may still be looking at a list that was forgotten. */
static const struct {
    const char *what, *make, *find, *add, *remove, *tidy, *rename, *forget,
        *all, *of_item;
} statements[] = {
    [NAMES_TAG] =
        {
            "tag",
            "INSERT OR IGNORE INTO tag(name, id) VALUES (?1,"
            " max(?2, (SELECT coalesce(max(id), 0) + 1 FROM tag)))",
            "SELECT id FROM tag WHERE name = ?",
            "INSERT OR IGNORE INTO tagging(tag, item) VALUES (?1, ?2)",
            "DELETE FROM tagging WHERE tag = ?1 AND item = ?2",
            "DELETE FROM tag WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag = ?1)",
            "UPDATE OR IGNORE tag SET name = ?2 WHERE id = ?1",
            "DELETE FROM tag WHERE id = ?",
            "SELECT id, name,"
            " (SELECT count(*) FROM tagging WHERE tag = tag.id) -"
            " (SELECT count(*) FROM item INDEXED BY item_deleted"
            "  CROSS JOIN tagging ON tagging.item = item.id"
            "  AND tagging.tag = tag.id WHERE deleted_by <> 0), 0, 0"
            " FROM tag",
            "SELECT tag.id, name, 1, 0, 0 FROM tagging JOIN tag ON tag.id = tag"
            " WHERE item = ?",
        },
    [NAMES_READING] =
        {
            "reading list",
            "INSERT OR IGNORE INTO list(name, id) VALUES (?1,"
            " max(?2, (SELECT coalesce(max(id), 0) + 1 FROM list)))",
            "SELECT id FROM list WHERE name = ?",
            "INSERT OR IGNORE INTO listing(list, item, turn)"
            " VALUES (?1, ?2, ?3)",
            "DELETE FROM listing WHERE list = ?1 AND item = ?2",
            "DELETE FROM list WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM listing WHERE list = ?1)",
            "UPDATE OR IGNORE list SET name = ?2 WHERE id = ?1",
            "DELETE FROM list WHERE id = ?",
            "SELECT list.id, name, count(*),"
            " sum(is_finished OR archived_turn > 0), max(turn) FROM list"
            " CROSS JOIN listing ON list = list.id"
            " CROSS JOIN item ON item.id = item"
            " WHERE deleted_by = 0 GROUP BY list.id",
            "SELECT list.id, name, 1, 0, 0 FROM listing"
            " JOIN list ON list.id = list"
            " WHERE item = ?",
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
    bool ok = true;
    if (trimmed.len == 0)
        ok = err_set(err, ERR_BAD_DATA, "a name cannot be empty");
    else if (trimmed.len > NAME_MAX_LEN)
        ok = err_set(
            err, ERR_BAD_DATA, "a name has at most %d bytes", NAME_MAX_LEN);
    else if (str_find(trimmed, STR(","), 0) < trimmed.len)
        ok = err_set(
            err, ERR_BAD_DATA, "a name has no comma: commas part names");
    else
        buf_add_str(out, trimmed);
    buf_done(&clean);
    return ok;
}

/* Makes a label, unless it is there already. */
static bool
make_label(struct db *db, enum names_kind kind, struct str name, int64_t turn,
    struct err *err)
{
    struct query q = query_begin(db, statements[kind].make);

    query_add_text(&q, name);
    query_add_number(&q, turn);
    query_next(&q);
    return query_end(&q, err);
}

/* Finds the number of a label; 0 when there is none of that name. */
static bool
find_label(struct db *db, enum names_kind kind, struct str name,
    int64_t *out_id, struct err *err)
{
    struct query q = query_begin(db, statements[kind].find);
    int64_t id = 0;

    query_add_text(&q, name);
    if (query_next(&q))
        id = query_number(&q, 0);
    if (!query_end(&q, err))
        return false;
    *out_id = id;
    return true;
}

bool
names_add(struct db *db, enum names_kind kind, int64_t item, struct str name,
    struct err *err)
{
    struct buf kept = {0};
    int64_t id = 0, turn = 0;
    bool ok = add_name(name, &kept, err) && db_begin(db, err);

    if (ok) {
        ok = turn_take(db, &turn, err) &&
             make_label(db, kind, buf_str(&kept), turn, err) &&
             find_label(db, kind, buf_str(&kept), &id, err);
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
              find_label(db, kind, buf_str(&kept), &id, err);

    if (ok && id == 0)
        ok = err_set(err, ERR_NOT_FOUND, "there is no %s '%s'",
            statements[kind].what, kept.ptr);
    if (ok)
        *out_id = id;
    buf_done(&kept);
    return ok;
}

bool
names_remove(struct db *db, enum names_kind kind, int64_t item, struct str name,
    struct err *err)
{
    int64_t id;

    if (!db_begin(db, err))
        return false;
    bool ok = names_find(db, kind, name, &id, err) &&
              query_run_with_both(db, statements[kind].remove, id, item, err);
    if (ok && query_n_changed(db) == 0)
        ok = err_set(err, ERR_NOT_FOUND,
            kind == NAMES_TAG ? "it has no tag '%.*s'"
                              : "it is not on the reading list '%.*s'",
            STR_ARG(str_trim(name)));
    ok = ok && query_run_with(db, statements[kind].tidy, id, err);
    return db_end(db, ok, err);
}

struct str
names_next(struct str *text)
{
    const size_t end = str_find(*text, STR(","), 0);
    struct str name = str_trim(str_slice(*text, 0, end));

    *text = str_slice(*text, end + 1, text->len);
    return name;
}

bool
names_has(struct str text, struct str name)
{
    while (text.len > 0)
        if (str_eq(names_next(&text), name))
            return true;
    return false;
}

bool
names_has_any(struct str text)
{
    while (text.len > 0)
        if (names_next(&text).len > 0)
            return true;
    return false;
}

bool
names_put(struct db *db, enum names_kind kind, int64_t item, struct str text,
    struct err *err)
{
    struct names had = {0};

    if (!db_begin(db, err))
        return false;
    bool ok = names_load(db, kind, item, &had, err);
    for (uint32_t i = 0; ok && i < had.n_items; i++)
        if (!names_has(text, had.items[i].name))
            ok = names_remove(db, kind, item, had.items[i].name, err);
    while (ok && text.len > 0) {
        struct str name = names_next(&text);
        ok = name.len == 0 || names_add(db, kind, item, name, err);
    }
    names_done(&had);
    return db_end(db, ok, err);
}

/* Says why a label could not be called so. */
static bool
refuse_rename(
    struct db *db, enum names_kind kind, struct str name, struct err *err)
{
    const char *what = statements[kind].what;
    int64_t other;

    if (!find_label(db, kind, name, &other, err))
        return false;
    return other != 0 ? err_set(err, ERR_BAD_DATA, "there is another %s '%s'",
                            what, name.ptr)
                      : err_set(err, ERR_NOT_FOUND, "the %s is gone", what);
}

bool
names_rename(struct db *db, enum names_kind kind, int64_t id, struct str name,
    struct err *err)
{
    struct buf kept = {0};
    bool ok = add_name(name, &kept, err) && db_begin(db, err);

    if (ok) {
        struct query q = query_begin(db, statements[kind].rename);
        query_add_number(&q, id);
        query_add_text(&q, buf_str(&kept));
        query_next(&q);
        ok = query_end(&q, err);
        if (ok && query_n_changed(db) == 0)
            ok = refuse_rename(db, kind, buf_str(&kept), err);
        ok = db_end(db, ok, err);
    }
    buf_done(&kept);
    return ok;
}

bool
names_forget(struct db *db, enum names_kind kind, int64_t id, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = query_run_with(db, statements[kind].forget, id, err);
    return db_end(db, ok, err);
}

/* A row of a reading list. */
struct listing {
    int64_t id, turn; /* id 0: there is none */
};

static bool
read_listing(struct query *q, struct listing *out, struct err *err)
{
    *out = (struct listing){0};
    if (query_next(q))
        *out = (struct listing){query_number(q, 0), query_number(q, 1)};
    return query_end(q, err);
}

/* Finds the row of an item. */
static bool
find_listing(struct db *db, int64_t list, int64_t item, struct listing *out,
    struct err *err)
{
    struct query q = query_begin(
        db, "SELECT id, turn FROM listing WHERE list = ? AND item = ?");

    query_add_number(&q, list);
    query_add_number(&q, item);
    return read_listing(&q, out, err);
}

/* Finds the row that is shown below another one, or above it. */
static bool
find_neighbor(struct db *db, int64_t list, int64_t turn, bool is_below,
    struct listing *out, struct err *err)
{
    struct query q = query_begin(db,
        is_below ? "SELECT listing.id, turn FROM listing"
                   " JOIN item ON item.id = item WHERE list = ? AND turn > ?"
                   " AND deleted_by = 0 ORDER BY turn LIMIT 1"
                 : "SELECT listing.id, turn FROM listing"
                   " JOIN item ON item.id = item WHERE list = ? AND turn < ?"
                   " AND deleted_by = 0 ORDER BY turn DESC LIMIT 1");

    query_add_number(&q, list);
    query_add_number(&q, turn);
    return read_listing(&q, out, err);
}

static bool
put_turn(struct db *db, int64_t id, int64_t turn, struct err *err)
{
    return query_run_with_both(
        db, "UPDATE listing SET turn = ?2 WHERE id = ?1", id, turn, err);
}

bool
names_move(
    struct db *db, int64_t list, int64_t item, int places, struct err *err)
{
    const bool is_below = places > 0;
    struct listing here, other;

    if (!db_begin(db, err))
        return false;
    bool ok = find_listing(db, list, item, &here, err);
    for (; ok && here.id != 0 && places != 0; places += is_below ? -1 : 1) {
        ok = find_neighbor(db, list, here.turn, is_below, &other, err);
        if (!ok || other.id == 0)
            break;
        ok = put_turn(db, other.id, here.turn, err) &&
             put_turn(db, here.id, other.turn, err);
        here.turn = other.turn;
    }
    return db_end(db, ok, err);
}

static int
compare(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    int order = str_compare_nocase(x->name, y->name);

    return order != 0 ? order : str_compare(x->name, y->name);
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
        const int64_t n_items = query_number(&q, 2);
        if (n_items == 0)
            continue; /* what had it is deleted, but may come back */
        MEM_GROW(names->items, names->cap_items, names->n_items + 1);
        names->items[names->n_items++] =
            (struct name){query_number(&q, 0), query_keep(&q, 1, &names->texts),
                n_items, query_number(&q, 3), query_number(&q, 4)};
    }
    if (names->n_items > 0)
        qsort(names->items, names->n_items, sizeof *names->items, compare);
    return query_end(&q, err);
}

void
names_done(struct names *names)
{
    free(names->items);
    arena_done(&names->texts);
    *names = (struct names){0};
}
