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
    BATCH = 200 /* items that are put in at once */
};

/* The columns of a row of the index, made of words already. */
struct words {
    struct buf title, about, text;
    bool is_indexed;
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
add_place(struct str place, struct buf *out)
{
    size_t scheme = str_find(place, STR("://"), 0);

    if (scheme < place.len)
        place = str_slice(place, scheme + 3, place.len);
    terms_add(place, out);
}

/* Collects the words of an item; ERR_NOT_FOUND when there is no such item. */
static bool
collect(struct db *db, int64_t id, struct words *w, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT title, byline, site, place, excerpt, is_indexed, text"
        " FROM item LEFT JOIN content USING (id) WHERE id = ?");
    struct buf text = {0};
    bool is_there, is_readable = true;

    query_add_number(&q, id);
    is_there = query_next(&q);
    if (is_there) {
        struct str packed = query_bytes(&q, 6);
        w->is_indexed = query_number(&q, 5) != 0;
        terms_add(query_text(&q, 0), &w->title);
        terms_add(query_text(&q, 1), &w->about);
        terms_add(query_text(&q, 2), &w->about);
        add_place(query_text(&q, 3), &w->about);
        if (packed.len > 0)
            is_readable = text_unpack(db, packed, &text, err);
        else
            terms_add(query_text(&q, 4), &w->text);
        terms_add(buf_str(&text), &w->text);
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

bool
index_add(struct db *db, int64_t id, struct err *err)
{
    struct words w = {0};
    struct err unused;
    /* Without its text an item is found by its title. */
    bool ok = collect(db, id, &w, &unused) || unused.code == ERR_BAD_DATA ||
              (*err = unused, false);

    if (ok && !w.is_indexed)
        ok = put_words(db,
                 "INSERT INTO words(rowid, title, about, text)"
                 " VALUES (?, ?, ?, ?)",
                 id, &w, err) &&
             query_run_with(
                 db, "UPDATE item SET is_indexed = 1 WHERE id = ?", id, err);
    words_done(&w);
    return ok;
}

bool
index_remove(struct db *db, int64_t id, struct err *err)
{
    struct words w = {0};
    struct err unused;
    bool is_readable = collect(db, id, &w, &unused);
    bool ok =
        is_readable || unused.code == ERR_BAD_DATA || (*err = unused, false);

    if (ok && w.is_indexed && is_readable)
        ok = put_words(db,
            "INSERT INTO words(words, rowid, title, about, text)"
            " VALUES ('delete', ?, ?, ?, ?)",
            id, &w, err);
    if (ok && w.is_indexed)
        ok = query_run_with(
            db, "UPDATE item SET is_indexed = 0 WHERE id = ?", id, err);
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

/* Says by which version of terms.h the index is made. */
static bool
note_version(struct db *db, struct err *err)
{
    return query_run_with(db,
        "INSERT INTO state(name, value) VALUES ('terms', ?1)"
        " ON CONFLICT(name) DO UPDATE SET value = ?1",
        TERMS_VERSION, err);
}

bool
index_update(struct db *db, struct err *err)
{
    int64_t version = query_find_number(
        db, "SELECT value FROM state WHERE name = 'terms'", 0);

    if (version == TERMS_VERSION)
        return true;
    if (!db_begin(db, err))
        return false;
    bool ok =
        query_run(db, "INSERT INTO words(words) VALUES ('delete-all')", err) &&
        query_run(
            db, "UPDATE item SET is_indexed = 0 WHERE is_indexed = 1", err) &&
        index_fill(db, err) && note_version(db, err);
    return db_end(db, ok, err);
}
