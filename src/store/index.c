/* SPDX-License-Identifier: ISC */
/*
 * index - the words of all items, for searching
 *
 * A row of the index is taken out by saying again what was put in. Where that
 * cannot be had any more because the text is damaged, the row stays: a search
 * that finds it finds no such item, and passes it over.
 */
#include "index.h"

#include "connection.h"
#include "query.h"
#include "squeeze.h"
#include "terms.h"
#include "text.h"

enum {
    BATCH = 200, /* items that are put in at once */
    STEP = 50    /* that are renewed at once */
};

/* The columns of a row of the index, made of words already. */
struct words {
    struct buf title, about, text;
    int version;     /* of the rules by which they are in the index; 0: they are
                    not */
    bool is_deleted; /* the item */
};

static void
words_done(struct words *w)
{
    buf_done(&w->title);
    buf_done(&w->about);
    buf_done(&w->text);
}

/* Adds the words of a place, without what all addresses have. */
static void
add_place(struct str place, int version, struct buf *out)
{
    size_t scheme = str_find(place, STR("://"), 0);

    if (scheme < place.len)
        place = str_slice(place, scheme + 3, place.len);
    terms_add(place, version, out);
}

/* Adds the words of the row that q is at; text is its own, unpacked. */
static void
add_words(struct query *q, struct str text, int version, struct words *w)
{
    terms_add(query_text(q, 0), version, &w->title);
    terms_add(query_text(q, 1), version, &w->about);
    terms_add(query_text(q, 2), version, &w->about);
    add_place(query_text(q, 3), version, &w->about);
    terms_add(text.ptr ? text : query_text(q, 4), version, &w->text);
}

/*
 * Collects the words of an item, by the rules by which they are in the index or,
 * if they are not, by those of today; ERR_NOT_FOUND when there is no such item.
 */
static bool
collect(struct db *db, int64_t id, struct words *w, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT title, byline, site, place, excerpt, is_indexed, text,"
        " deleted_by FROM item LEFT JOIN content USING (id) WHERE id = ?");
    struct buf text = {0};
    bool is_there, is_readable = true;

    query_add_number(&q, id);
    is_there = query_next(&q);
    if (is_there) {
        struct str packed = query_bytes(&q, 6);
        w->version = (int)query_number(&q, 5);
        w->is_deleted = query_number(&q, 7) != 0;
        if (packed.len > 0)
            is_readable = text_unpack(db, packed, &text, err);
        if (packed.len > 0)
            buf_end(&text);
        add_words(
            &q, buf_str(&text), w->version > 0 ? w->version : TERMS_VERSION, w);
    }
    buf_done(&text);
    if (!query_end(&q, err))
        return false;
    if (!is_there)
        return err_set(err, ERR_NOT_FOUND, "there is no such article");
    return is_readable;
}

static bool
put_words(struct db *db, const char *sql, int64_t id, const struct words *w,
    struct err *err)
{
    struct query q = query_begin(db, sql);

    query_add_number(&q, id);
    query_add_text(&q, buf_str(&w->title));
    query_add_text(&q, buf_str(&w->about));
    query_add_text(&q, buf_str(&w->text));
    query_next(&q);
    return query_end(&q, err);
}

static bool
note_indexed(struct db *db, int64_t id, int version, struct err *err)
{
    struct query q =
        query_begin(db, "UPDATE item SET is_indexed = ? WHERE id = ?");

    query_add_number(&q, version);
    query_add_number(&q, id);
    query_next(&q);
    return query_end(&q, err);
}

/* Collects as much as can be read; a text that cannot is no failure. */
static bool
collect_readable(struct db *db, int64_t id, struct words *w,
    bool *out_is_readable, struct err *err)
{
    struct err reason;

    *out_is_readable = collect(db, id, w, &reason);
    if (*out_is_readable || reason.code == ERR_BAD_DATA)
        return true;
    *err = reason;
    return false;
}

bool
index_add(struct db *db, int64_t id, struct err *err)
{
    struct words w = {0};
    bool is_readable; /* without its text an item is found by its title */
    bool ok = collect_readable(db, id, &w, &is_readable, err);

    if (ok && w.version == 0 && !w.is_deleted)
        ok = put_words(db,
                 "INSERT INTO words(rowid, title, about, text)"
                 " VALUES (?, ?, ?, ?)",
                 id, &w, err) &&
             note_indexed(db, id, TERMS_VERSION, err);
    words_done(&w);
    return ok;
}

bool
index_remove(struct db *db, int64_t id, struct err *err)
{
    struct words w = {0};
    bool is_readable;
    bool ok = collect_readable(db, id, &w, &is_readable, err);

    if (ok && w.version > 0 && is_readable)
        ok = put_words(db,
            "INSERT INTO words(words, rowid, title, about, text)"
            " VALUES ('delete', ?, ?, ?, ?)",
            id, &w, err);
    if (ok && w.version > 0)
        ok = note_indexed(db, id, 0, err);
    words_done(&w);
    return ok;
}

/* Puts some of the items in that follow *after, and says which was the last. */
static bool
fill_some(struct db *db, int64_t *after, int *out_n, struct err *err)
{
    int64_t ids[BATCH];
    int n = 0;
    struct query q =
        query_begin(db, "SELECT id FROM item WHERE id > ? AND is_indexed = 0"
                        " AND deleted_by = 0 ORDER BY id LIMIT ?");

    query_add_number(&q, *after);
    query_add_number(&q, BATCH);
    while (n < BATCH && query_next(&q))
        ids[n++] = query_number(&q, 0);
    if (!query_end(&q, err) || !db_begin(db, err))
        return false;
    bool ok = true;
    for (int i = 0; ok && i < n; i++)
        ok = index_add(db, ids[i], err);
    *out_n = n;
    if (n > 0)
        *after = ids[n - 1];
    return db_end(db, ok, err);
}

bool
index_fill(struct db *db, struct err *err)
{
    int64_t after = 0;
    int n = BATCH;

    while (n == BATCH)
        if (!fill_some(db, &after, &n, err))
            return false;
    return true;
}

bool
index_note_version(struct db *db, struct err *err)
{
    return query_run_with(db,
        "INSERT INTO state(name, value) VALUES ('terms', ?1)"
        " ON CONFLICT(name) DO UPDATE SET value = ?1",
        TERMS_VERSION, err);
}

/* Finds the items behind number *after that are in the index by other rules. */
static bool
find_old(
    struct db *db, int64_t after, int64_t *ids, int *out_n, struct err *err)
{
    struct query q =
        query_begin(db, "SELECT id FROM item WHERE id > ? AND is_indexed > 0"
                        " AND is_indexed < ? ORDER BY id LIMIT ?");

    query_add_number(&q, after);
    query_add_number(&q, TERMS_VERSION);
    query_add_number(&q, STEP);
    for (*out_n = 0; *out_n < STEP && query_next(&q); (*out_n)++)
        ids[*out_n] = query_number(&q, 0);
    return query_end(&q, err);
}

/* Renews what was found; where it ended stands in the database. */
static bool
renew(struct db *db, bool *out_is_done, struct err *err)
{
    int64_t ids[STEP];
    int64_t after = query_find_number(
        db, "SELECT value FROM state WHERE name = 'renewed'", 0);
    int n;

    if (!find_old(db, after, ids, &n, err))
        return false;
    for (int i = 0; i < n; i++)
        if (!index_remove(db, ids[i], err) || !index_add(db, ids[i], err))
            return false;
    *out_is_done = n < STEP;
    if (*out_is_done)
        return query_run(db, "DELETE FROM state WHERE name = 'renewed'", err) &&
               index_note_version(db, err);
    return query_run_with(db,
        "INSERT INTO state(name, value) VALUES ('renewed', ?1)"
        " ON CONFLICT(name) DO UPDATE SET value = ?1",
        ids[n - 1], err);
}

bool
index_renew(struct db *db, bool *out_is_done, struct err *err)
{
    int64_t version = query_find_number(
        db, "SELECT value FROM state WHERE name = 'terms'", 0);

    *out_is_done = version == TERMS_VERSION;
    if (*out_is_done)
        return true;
    if (!db_begin(db, err))
        return false;
    return db_end(db, renew(db, out_is_done, err), err);
}
