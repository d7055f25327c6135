/* SPDX-License-Identifier: ISC */
/*
 * entry - what a subscription has published
 *
 * Feeds name their newest entry first; the oldest is put in first, so that turns
 * grow with the entries. One that is known stays as it is: what a person has
 * deleted does not come back, what was read stays read. Only its text is renewed
 * where the feed has another one now.
 */
#include "entry.h"

#include "base/buf.h"
#include "index.h"
#include "model/url.h"
#include "query.h"
#include "stock.h"
#include "store/loss.h"
#include "turn.h"

/* What is being taken in. */
struct intake {
    struct db *db;
    const struct feed *feed;
    int64_t id; /* of the feed */
    int64_t now;
    struct buf url; /* of the feed */
};

/* Returns the host of an address, without "www.". */
static struct str
host_of(struct str url)
{
    struct str host = url_host(url);

    return str_starts_nocase(host, STR("www.")) ? str_slice(host, 4, host.len)
                                                : host;
}

bool
entry_has_host(struct str url, struct str other)
{
    return str_eq_nocase(host_of(url), host_of(other));
}

/* What is there of an entry. */
struct copy {
    bool is_known;
    int64_t item;     /* 0: it was deleted */
    bool is_of_feed;  /* its text has come with the feed */
    int64_t digest;   /* of the text */
    uint32_t n_words; /* in it */
};

static bool
find_copy(struct intake *in, feed_ix e, struct copy *out_copy, struct err *err)
{
    struct query q = query_begin(in->db,
        "SELECT item.id, item.digest, item.words,"
        " content.type = '' AND content.body IS NULL"
        " FROM entry LEFT JOIN item ON item.id = entry.item AND deleted_by = 0"
        " LEFT JOIN content ON content.id = item.id WHERE feed = ?1"
        " AND name IN (?2, " ENTRY_TWIN("?2") ")");

    query_add_number(&q, in->id);
    query_add_text(&q, feed_key(in->feed, e));
    *out_copy = (struct copy){0};
    if (query_next(&q))
        *out_copy = (struct copy){
            .is_known = true,
            .item = query_number(&q, 0),
            .digest = query_number(&q, 1),
            .n_words = (uint32_t)query_number(&q, 2),
            .is_of_feed = query_number(&q, 3) != 0,
        };
    return query_end(&q, err);
}

/*
 * Finds or makes the item of an entry: the page that it leads to, unless the
 * feed brings a text that it must not put in that page's place.
 */
static bool
make_item(struct intake *in, feed_ix e, int64_t *out_id, struct err *err)
{
    struct str url = feed_entry_fact(in->feed, e, FEED_ENTRY_URL);
    struct buf place = {0};
    bool is_page =
        url_is_web(url) &&
        (!feed_is_whole(in->feed, e) || entry_has_host(url, buf_str(&in->url)));

    if (is_page) {
        buf_add_str(&place, url_without_fragment(url));
    } else {
        buf_add_str(&place, buf_str(&in->url));
        buf_add_char(&place, '#');
        buf_add_str(&place, feed_key(in->feed, e));
    }
    bool ok = stock_make(in->db, is_page ? ITEM_PAGE : ITEM_ENTRY,
        buf_str(&place), in->now, out_id, err);
    buf_done(&place);
    return ok;
}

/* Writes down what the feed says of an entry, where nothing better is known. */
static bool
describe(struct intake *in, feed_ix e, int64_t id, struct err *err)
{
    const struct feed *f = in->feed;
    struct query q = query_begin(in->db,
        "UPDATE item SET title = CASE title WHEN '' THEN ?2 ELSE title END,"
        " byline = CASE byline WHEN '' THEN ?3 ELSE byline END,"
        " published = CASE published WHEN '' THEN ?4 ELSE published END,"
        " excerpt = CASE excerpt WHEN '' THEN ?5 ELSE excerpt END,"
        " site = CASE site WHEN '' THEN ?6 ELSE site END WHERE id = ?1");

    query_add_number(&q, id);
    query_add_text(&q, feed_label(f, e));
    query_add_text(&q, feed_entry_fact(f, e, FEED_ENTRY_BYLINE));
    query_add_text(&q, feed_date(f, e));
    query_add_text(&q, feed_entry_fact(f, e, FEED_ENTRY_EXCERPT));
    query_add_text(&q, feed_fact(f, FEED_TITLE));
    query_next(&q);
    return query_end(&q, err);
}

/* Returns the text that the feed brings of an entry, owned, or NULL. */
static struct article *
take_text(struct intake *in, feed_ix e)
{
    struct err unused;

    return feed_is_whole(in->feed, e) ? feed_article(in->feed, e, &unused)
                                      : NULL;
}

static bool
store_text(struct intake *in, feed_ix e, int64_t id, const struct article *a,
    struct err *err)
{
    struct item_head head = {
        .final = feed_entry_fact(in->feed, e, FEED_ENTRY_URL),
        .fetched_at = in->now,
    };

    if (!stock_store(in->db, id, &head, a, (struct str){0}, err))
        return false;
    struct query q = query_begin(
        in->db, "UPDATE item SET words = ?2, digest = ?3 WHERE id = ?1");
    query_add_number(&q, id);
    query_add_number(&q, article_words(a, 0, a->n_blocks));
    query_add_number(&q, stock_digest(a));
    query_next(&q);
    return query_end(&q, err);
}

/*
 * Takes what the feed has of an item, unless its text is kept already: then what
 * the page says of itself is known, and better.
 */
static bool
fill_item(struct intake *in, feed_ix e, int64_t id, struct err *err)
{
    struct query q = query_begin(in->db, "SELECT size FROM item WHERE id = ?");

    query_add_number(&q, id);
    bool is_kept = query_next(&q) && query_number(&q, 0) > 0;
    if (!query_end(&q, err))
        return false;
    if (is_kept)
        return true;
    struct article *a = take_text(in, e);
    bool ok = index_remove(in->db, id, err) && describe(in, e, id, err) &&
              (!a || store_text(in, e, id, a, err)) &&
              index_add(in->db, id, err);
    article_free(a);
    return ok;
}

static bool
put_title(struct intake *in, feed_ix e, int64_t id, struct err *err)
{
    struct query q =
        query_begin(in->db, "UPDATE item SET title = ?2 WHERE id = ?1");

    query_add_number(&q, id);
    query_add_text(&q, feed_label(in->feed, e));
    query_next(&q);
    return query_end(&q, err);
}

/*
 * Puts what the feed has in the place of what it had, unless that would be a
 * loss.
 */
static bool
renew_text(
    struct intake *in, feed_ix e, const struct copy *copy, struct err *err)
{
    struct article *a = copy->is_of_feed ? take_text(in, e) : NULL;
    bool ok = true;

    if (a && stock_digest(a) != copy->digest &&
        !loss_is_rest(article_words(a, 0, a->n_blocks), copy->n_words, false))
        ok = index_remove(in->db, copy->item, err) &&
             put_title(in, e, copy->item, err) &&
             store_text(in, e, copy->item, a, err) &&
             index_add(in->db, copy->item, err);
    article_free(a);
    return ok;
}

static bool
put_entry(struct intake *in, feed_ix e, struct err *err)
{
    int64_t id, turn;

    if (!make_item(in, e, &id, err) || !fill_item(in, e, id, err) ||
        !turn_take(in->db, &turn, err))
        return false;
    struct query q = query_begin(in->db,
        "INSERT INTO entry(feed, name, item, turn, is_read) VALUES"
        " (?1, ?2, ?3, ?4, (SELECT read_turn > 0 FROM item WHERE id = ?3))");
    query_add_number(&q, in->id);
    query_add_text(&q, feed_key(in->feed, e));
    query_add_number(&q, id);
    query_add_number(&q, turn);
    query_next(&q);
    return query_end(&q, err);
}

bool
entry_put_all(struct db *db, int64_t feed, const struct feed *f, int64_t now,
    uint32_t *out_n_new, struct err *err)
{
    struct intake in = {.db = db, .feed = f, .id = feed, .now = now};
    struct query q = query_begin(db, "SELECT url FROM feed WHERE id = ?");
    uint32_t n_new = 0;

    query_add_number(&q, feed);
    if (query_next(&q))
        buf_add_str(&in.url, query_text(&q, 0));
    bool ok = query_end(&q, err);
    if (ok && in.url.len == 0)
        ok = err_set(err, ERR_NOT_FOUND, "there is no such subscription");
    for (feed_ix e = f->n_entries; ok && e-- > 0;) {
        struct copy copy;
        ok = find_copy(&in, e, &copy, err);
        if (!ok)
            break;
        ok = copy.is_known ? renew_text(&in, e, &copy, err)
                           : put_entry(&in, e, err);
        n_new += !copy.is_known;
    }
    buf_done(&in.url);
    if (ok)
        *out_n_new = n_new;
    return ok;
}

/*
 * Finds the next entry behind *turn whose item is there for this feed alone;
 * *out_item is 0 when there is none.
 */
static bool
find_disposable(struct db *db, int64_t feed, int64_t *turn, int64_t *out_item,
    struct err *err)
{
    struct query q = query_begin(db,
        "SELECT item, turn FROM entry JOIN item ON item.id = entry.item"
        " WHERE feed = ?1 AND turn > ?2 AND read_turn = 0 AND saved_turn = 0"
        " AND favorite_turn = 0"
        " AND NOT EXISTS (SELECT 1 FROM tagging WHERE item = entry.item)"
        " AND NOT EXISTS (SELECT 1 FROM listing WHERE item = entry.item)"
        " AND NOT EXISTS (SELECT 1 FROM entry other"
        "  WHERE other.item = entry.item AND other.feed <> ?1)"
        " ORDER BY turn LIMIT 1");

    query_add_number(&q, feed);
    query_add_number(&q, *turn);
    *out_item = 0;
    if (query_next(&q)) {
        *out_item = query_number(&q, 0);
        *turn = query_number(&q, 1);
    }
    return query_end(&q, err);
}

bool
entry_drop_all(struct db *db, int64_t feed, struct err *err)
{
    int64_t item, turn = 0;

    for (;;) {
        if (!find_disposable(db, feed, &turn, &item, err))
            return false;
        if (item == 0)
            break;
        if (!index_remove(db, item, err) ||
            !query_run_with(db, "DELETE FROM item WHERE id = ?", item, err))
            return false;
    }
    return query_run_with(db, "DELETE FROM entry WHERE feed = ?", feed, err);
}
