/* SPDX-License-Identifier: ISC */
/*
 * move - a subscription that has another address now
 *
 * An entry is known by its feed's number and its name, so it stays what it is.
 * The item of a text that the feed brought is called by the address of the feed
 * and that name: it keeps its place, by which the index has it, and is known by
 * the new one, too.
 *
 * A server can say of its feed that it is anywhere. So that none puts its own
 * entries among those of another, feeds of two hosts stay two.
 */
#include "move.h"

#include "base/buf.h"
#include "entry.h"
#include "model/url.h"
#include "password.h"
#include "query.h"

/* Makes the items of a feed's own texts known by its new address. */
static bool
add_addresses(struct db *db, int64_t feed, struct str url, struct err *err)
{
    struct query q = query_begin(db,
        "INSERT OR IGNORE INTO address(url, item)"
        " SELECT ?2 || substr(place, length(feed.url) + 1) AS new, item.id"
        " FROM feed JOIN entry ON entry.feed = feed.id"
        " JOIN item ON item.id = entry.item"
        " WHERE feed.id = ?1 AND substr(place, 1, length(feed.url) + 1)"
        "  = feed.url || '#'"
        " AND NOT EXISTS (SELECT 1 FROM item other WHERE other.place ="
        "  ?2 || substr(item.place, length(feed.url) + 1))");

    query_add_number(&q, feed);
    query_add_text(&q, url);
    query_next(&q);
    return query_end(&q, err);
}

/* Gives the feed another address; a password is for the old one alone. */
static bool
rename_feed(struct db *db, int64_t feed, struct str url, struct err *err)
{
    struct query q = query_begin(db, "UPDATE feed SET url = ?2 WHERE id = ?1");

    query_add_number(&q, feed);
    query_add_text(&q, url);
    query_next(&q);
    return query_end(&q, err) && password_drop(db, feed, err);
}

/*
 * Gives everything that is known of one feed to another. What was read in one is
 * read; what only the first has is kept.
 */
static bool
merge(struct db *db, int64_t from, int64_t to, struct err *err)
{
    return query_run_with_both(db,
               "UPDATE entry SET is_read = 1 WHERE feed = ?2 AND is_read = 0"
               " AND EXISTS (SELECT 1 FROM entry other WHERE other.feed = ?1"
               "  AND other.is_read = 1"
               "  AND other.name IN (entry.name, " ENTRY_TWIN(
                   "entry.name") "))",
               from, to, err) &&
           query_run_with_both(db,
               "INSERT INTO entry(feed, name, item, turn, is_read)"
               " SELECT ?2, name, item, turn, is_read FROM entry"
               " WHERE feed = ?1 AND NOT EXISTS (SELECT 1 FROM entry other"
               "  WHERE other.feed = ?2"
               "  AND other.name IN (entry.name, " ENTRY_TWIN(
                   "entry.name") "))",
               from, to, err) &&
           query_run_with_both(db,
               "UPDATE feed SET"
               " title = CASE feed.title WHEN '' THEN other.title ELSE "
               "feed.title"
               "  END,"
               " folder = CASE feed.folder WHEN '' THEN other.folder"
               "  ELSE feed.folder END"
               " FROM feed other WHERE other.id = ?1 AND feed.id = ?2",
               from, to, err) &&
           entry_drop_all(db, from, err) &&
           query_run_with(db, "DELETE FROM feed WHERE id = ?", from, err);
}

/*
 * Finds the subscription to url, 0 for none, and appends where feed is now.
 */
static bool
find_both(struct db *db, int64_t feed, struct str url, int64_t *out_id,
    struct buf *out_url, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT (SELECT id FROM feed WHERE url = ?2), url FROM feed"
        " WHERE id = ?1");

    query_add_number(&q, feed);
    query_add_text(&q, url);
    if (query_next(&q)) {
        *out_id = query_number(&q, 0);
        buf_add_str(out_url, query_text(&q, 1));
    }
    return query_end(&q, err);
}

/* Gives the entry that was called by an address of the old host its new name. */
static bool
rename_entry(struct db *db, int64_t feed, struct str old, struct str key,
    struct err *err)
{
    struct query q =
        query_begin(db, "UPDATE OR IGNORE entry SET name = ?3 WHERE feed = ?1"
                        " AND name IN (?2, " ENTRY_TWIN("?2") ")");

    query_add_number(&q, feed);
    query_add_text(&q, old);
    query_add_text(&q, key);
    query_next(&q);
    return query_end(&q, err);
}

/*
 * Finds the entries again that are called by their addresses, where the site has
 * moved with its feed.
 */
static bool
rename_entries(struct db *db, int64_t feed, const struct feed *f,
    struct str from, struct str to, struct err *err)
{
    const struct str host = url_host(from);
    struct buf old = {0};
    bool ok = true;

    if (str_eq_nocase(host, url_host(to)))
        return true;
    for (feed_ix e = 0; ok && e < f->n_entries; e++) {
        const struct str key = feed_key(f, e), there = url_host(key);
        if (!url_is_web(key) || !entry_has_host(key, to))
            continue;
        buf_cut(&old, 0);
        buf_add_format(&old, "https://%.*s", STR_ARG(host));
        buf_add_str(&old,
            str_slice(key, (size_t)(there.ptr - key.ptr) + there.len, key.len));
        ok = rename_entry(db, feed, buf_str(&old), key, err);
    }
    buf_done(&old);
    return ok;
}

bool
move_feed(struct db *db, int64_t *feed, struct str address,
    const struct feed *f, struct err *err)
{
    struct buf from = {0}, url = {0};
    int64_t there = 0;

    url_add_public(&url, address);
    const struct str to = buf_str(&url);
    bool ok = find_both(db, *feed, to, &there, &from, err);
    const bool is_free = there == 0;
    const bool has_host = entry_has_host(buf_str(&from), to);
    if (ok && (is_free || (there != *feed && has_host))) {
        ok = (!f || rename_entries(db, *feed, f, buf_str(&from), to, err)) &&
             add_addresses(db, *feed, to, err) &&
             (is_free ? rename_feed(db, *feed, to, err)
                      : merge(db, *feed, there, err)) &&
             password_put(db, is_free ? *feed : there, address, err);
        if (ok && !is_free)
            *feed = there;
    }
    buf_done(&from);
    buf_done(&url);
    return ok;
}
