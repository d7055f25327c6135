/* SPDX-License-Identifier: ISC */
/*
 * feeds - what is subscribed to
 *
 * What subscriptions have published is in entry.c.
 */
#include "store/feeds.h"

#include "base/mem.h"
#include "entry.h"
#include "model/plate.h"
#include "model/url.h"
#include "move.h"
#include "password.h"
#include "query.h"

#include <stdlib.h>

enum {
    DAY = 24 * 60 * 60
};

bool
feeds_subscribe(struct db *db, const struct feeds_wish *wish, int64_t now,
    int64_t *out_id, struct err *err)
{
    struct buf url = {0};
    int64_t id = 0;

    if (!db_begin(db, err))
        return false;
    url_add_public(&url, url_without_fragment(wish->url));
    struct query q = query_begin(db,
        "INSERT INTO feed(url, title, folder, added_at)"
        " VALUES (?1, ?2, ?3, ?4) ON CONFLICT(url) DO UPDATE SET"
        " title = CASE ?2 WHEN '' THEN title ELSE ?2 END,"
        " folder = CASE ?3 WHEN '' THEN folder ELSE ?3 END RETURNING id");
    query_add_text(&q, buf_str(&url));
    query_add_text(&q, wish->title);
    query_add_text(&q, wish->folder);
    query_add_number(&q, now);
    while (query_next(&q))
        id = query_number(&q, 0);
    bool ok = query_end(&q, err) && password_put(db, id, wish->url, err);
    buf_done(&url);
    if (!db_end(db, ok, err))
        return false;
    *out_id = id;
    return true;
}

bool
feeds_unsubscribe(struct db *db, int64_t feed, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = entry_drop_all(db, feed, err) &&
              query_run_with(db, "DELETE FROM feed WHERE id = ?", feed, err);
    return db_end(db, ok, err);
}

/* Finds a feed whose address differs from url in a name before its host. */
static bool
find_named(struct db *db, struct str url, int64_t *out_id, struct err *err)
{
    struct query q = query_begin(db, "SELECT id, url FROM feed");
    struct buf named = {0};

    while (*out_id == 0 && query_next(&q)) {
        buf_cut(&named, 0);
        url_add_login(&named, url, query_text(&q, 1));
        if (str_eq(buf_str(&named), query_text(&q, 1)))
            *out_id = query_number(&q, 0);
    }
    buf_done(&named);
    return query_end(&q, err);
}

bool
feeds_find(struct db *db, struct str url, int64_t *out_id, struct err *err)
{
    struct query q = query_begin(db, "SELECT id FROM feed WHERE url = ?");
    struct buf name = {0};
    int64_t id = 0;

    url_add_public(&name, url_without_fragment(url));
    query_add_text(&q, buf_str(&name));
    if (query_next(&q))
        id = query_number(&q, 0);
    bool ok = query_end(&q, err) &&
              (id != 0 || find_named(db, buf_str(&name), &id, err));
    buf_done(&name);
    if (!ok)
        return false;
    if (id == 0)
        return err_set(err, ERR_NOT_FOUND, "there is no subscription to it");
    *out_id = id;
    return true;
}

static int
compare(const void *a, const void *b)
{
    const struct feeds_item *x = a, *y = b;
    int order = str_compare_nocase(x->folder, y->folder);

    if (order == 0)
        order = str_compare_nocase(x->title, y->title);
    return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/* Returns what to call a feed without a title. */
static struct str
name_of(struct str url, struct arena *texts)
{
    struct buf name = {0};

    plate_add(&name, url);
    const struct str kept = query_copy(buf_str(&name), texts);
    buf_done(&name);
    return kept;
}

/* Returns where to ask for a feed. */
static struct str
address_of(struct str url, struct str password, struct arena *texts)
{
    struct buf address = {0};

    if (password.len == 0)
        return url;
    url_add_private(&address, url, password);
    const struct str kept = query_copy(buf_str(&address), texts);
    buf_done(&address);
    return kept;
}

/*
 * Takes off what was deleted: what can still be had back, and what is known so
 * that it does not come back, which counts as unread no more (schema.c).
 */
static bool
take_off_deleted(struct db *db, struct feeds_list *list, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT entry.feed, is_read FROM item INDEXED BY item_deleted"
        " CROSS JOIN entry ON entry.item = item.id WHERE deleted_by <> 0"
        " UNION ALL SELECT feed, 1 FROM entry WHERE item IS NULL");

    while (query_next(&q))
        for (uint32_t i = 0; i < list->n_items; i++)
            if (list->items[i].id == query_number(&q, 0)) {
                list->items[i].n_entries--;
                list->items[i].n_unread -= query_number(&q, 1) == 0;
            }
    return query_end(&q, err);
}

bool
feeds_load(struct db *db, struct feeds_list *list, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT id, url, title, site, folder, etag, modified, failure,"
        " n_failures, checked_at, due_at, n_entries, n_unread, password.text"
        " FROM feed LEFT JOIN password USING (id)");

    list->n_items = 0;
    arena_done(&list->texts);
    while (query_next(&q)) {
        MEM_GROW(list->items, list->cap_items, list->n_items + 1);
        struct feeds_item *item = &list->items[list->n_items++];
        *item = (struct feeds_item){
            .id = query_number(&q, 0),
            .url = query_keep(&q, 1, &list->texts),
            .title = query_keep(&q, 2, &list->texts),
            .site = query_keep(&q, 3, &list->texts),
            .folder = query_keep(&q, 4, &list->texts),
            .etag = query_keep(&q, 5, &list->texts),
            .modified = query_keep(&q, 6, &list->texts),
            .failure = query_keep(&q, 7, &list->texts),
            .n_failures = (unsigned)query_number(&q, 8),
            .checked_at = query_number(&q, 9),
            .due_at = query_number(&q, 10),
            .n_entries = query_number(&q, 11),
            .n_unread = query_number(&q, 12),
        };
        item->address = address_of(item->url, query_text(&q, 13), &list->texts);
        if (item->title.len == 0)
            item->title = name_of(item->url, &list->texts);
    }
    if (!query_end(&q, err) || !take_off_deleted(db, list, err))
        return false;
    if (list->n_items > 1)
        qsort(list->items, list->n_items, sizeof *list->items, compare);
    return true;
}

void
feeds_add_login(struct db *db, struct str url, struct buf *out)
{
    struct query q = query_begin(db,
        "SELECT feed.url, password.text FROM item JOIN entry"
        " ON entry.item = item.id JOIN feed ON feed.id = entry.feed"
        " JOIN password ON password.id = feed.id WHERE item.place = ?");
    const size_t start = out->len;
    struct err unused;

    query_add_text(&q, url_without_fragment(url));
    buf_add_str(out, url);
    while (out->len == start + url.len && query_next(&q)) {
        struct buf home = {0};
        url_add_private(&home, query_text(&q, 0), query_text(&q, 1));
        buf_cut(out, start);
        url_add_login(out, url, buf_str(&home));
        buf_done(&home);
    }
    if (!query_end(&q, &unused)) {
        /* Then the server says what it wants. */
    }
}

bool
feeds_is_due(const struct feeds_item *item, int64_t now)
{
    return now >= item->due_at || item->checked_at > now + DAY;
}

/* Notes that the feed could be had. */
static bool
note_success(
    struct db *db, int64_t feed, const struct feeds_head *head, struct err *err)
{
    struct query q = query_begin(db,
        "UPDATE feed SET etag = CASE ?2 WHEN '' THEN etag ELSE ?2 END,"
        " modified = CASE ?3 WHEN '' THEN modified ELSE ?3 END,"
        " checked_at = ?4, due_at = ?5, failure = '', n_failures = 0"
        " WHERE id = ?1");

    query_add_number(&q, feed);
    query_add_text(&q, head->etag);
    query_add_text(&q, head->modified);
    query_add_number(&q, head->checked_at);
    query_add_number(&q, head->due_at);
    query_next(&q);
    return query_end(&q, err);
}

/* Writes down what the feed says of itself; a title that is there stays. */
static bool
describe(struct db *db, int64_t feed, const struct feed *f, struct err *err)
{
    struct query q = query_begin(db,
        "UPDATE feed SET title = CASE title WHEN '' THEN ?2 ELSE title END,"
        " site = ?3 WHERE id = ?1");

    query_add_number(&q, feed);
    query_add_text(&q, feed_fact(f, FEED_TITLE));
    query_add_text(&q, feed_fact(f, FEED_SITE));
    query_next(&q);
    return query_end(&q, err);
}

int64_t
feeds_plan(int64_t now, int64_t not_before, unsigned n_failures)
{
    enum {
        HOUR = 60 * 60,
        WEEK = 7 * 24 * HOUR,
        MAX_DOUBLINGS = 8
    };
    int64_t due =
        now + ((int64_t)HOUR
                  << (n_failures < MAX_DOUBLINGS ? n_failures : MAX_DOUBLINGS));

    if (due < not_before)
        due = not_before;
    return due < now + WEEK ? due : now + WEEK;
}

bool
feeds_put(struct db *db, int64_t feed, const struct feeds_head *head,
    const struct feed *f, uint32_t *out_n_new, struct err *err)
{
    uint32_t n_new = 0;

    if (!db_begin(db, err))
        return false;
    bool ok =
        (head->moved.len == 0 || move_feed(db, &feed, head->moved, f, err)) &&
        note_success(db, feed, head, err) &&
        (!f || (describe(db, feed, f, err) &&
                   entry_put_all(db, feed, f, head->checked_at, &n_new, err)));
    if (!db_end(db, ok, err))
        return false;
    *out_n_new = n_new;
    return true;
}

/* Returns when to ask again a feed that could not be had for the nth time. */
static int64_t
plan_after(const struct feeds_failure *failure, int64_t n_failures)
{
    if (failure->is_ours)
        return failure->now;
    if (failure->is_gone)
        return INT64_MAX;
    return feeds_plan(failure->now, failure->not_before, (unsigned)n_failures);
}

bool
feeds_note_failure(struct db *db, int64_t feed,
    const struct feeds_failure *failure, struct err *err)
{
    int64_t n_failures = 0;

    if (!db_begin(db, err))
        return false;
    struct query q =
        query_begin(db, "SELECT n_failures FROM feed WHERE id = ?");
    query_add_number(&q, feed);
    if (query_next(&q))
        n_failures = query_number(&q, 0);
    bool ok = query_end(&q, err);
    if (ok) {
        q = query_begin(db,
            "UPDATE feed SET failure = ?2, n_failures = n_failures + ?3,"
            " checked_at = ?4, due_at = ?5 WHERE id = ?1");
        query_add_number(&q, feed);
        query_add_text(&q, str_of(failure->why));
        query_add_number(&q, !failure->is_ours);
        query_add_number(&q, failure->now);
        query_add_number(&q, plan_after(failure, n_failures));
        query_next(&q);
        ok = query_end(&q, err);
    }
    return db_end(db, ok, err);
}

bool
feeds_mark(
    struct db *db, int64_t feed, int64_t item, bool is_read, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    struct query q = query_begin(
        db, item != 0 ? "UPDATE entry SET is_read = ?2 WHERE feed = ?1"
                        " AND item = ?3"
                      : "UPDATE entry SET is_read = ?2 WHERE feed = ?1"
                        " AND is_read <> ?2");
    query_add_number(&q, feed);
    query_add_number(&q, is_read);
    if (item != 0)
        query_add_number(&q, item);
    query_next(&q);
    bool ok = query_end(&q, err);
    return db_end(db, ok, err);
}

void
feeds_done(struct feeds_list *list)
{
    free(list->items);
    arena_done(&list->texts);
    *list = (struct feeds_list){0};
}
