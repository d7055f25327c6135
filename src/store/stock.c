/* SPDX-License-Identifier: ISC */
/*
 * stock - the row of something to read
 *
 * Everything that is called by an address comes through here, and leaves the
 * password that may stand in it behind: nothing of it is written down.
 */
#include "stock.h"

#include "base/buf.h"
#include "index.h"
#include "model/url.h"
#include "model/wording.h"
#include "query.h"
#include "store/names.h"
#include "text.h"
#include "turn.h"

int64_t
stock_digest(const struct article *a)
{
    struct buf prose = {0};

    wording_add(a, &prose);
    int64_t digest = text_digest(buf_str(&prose));
    buf_done(&prose);
    return digest;
}

bool
stock_find(struct db *db, struct str place, int64_t *out_id, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT item FROM address WHERE url = ?1"
        " UNION ALL SELECT id FROM item WHERE place = ?1 LIMIT 1");
    struct buf name = {0};
    int64_t id = 0;

    url_add_public(&name, place);
    query_add_text(&q, buf_str(&name));
    if (query_next(&q))
        id = query_number(&q, 0);
    bool ok = query_end(&q, err);
    buf_done(&name);
    if (!ok)
        return false;
    *out_id = id;
    return true;
}

/* Puts an item that was deleted back to what a new one is. */
static bool
renew(struct db *db, int64_t id, int64_t now, struct err *err)
{
    struct query q = query_begin(db,
        "UPDATE item SET deleted_at = 0, deleted_by = 0, saved_at = 0,"
        " saved_turn = 0, archived_turn = 0, favorite_turn = 0, added_at = ?2"
        " WHERE id = ?1 AND deleted_by <> 0");

    query_add_number(&q, id);
    query_add_number(&q, now);
    query_next(&q);
    if (!query_end(&q, err))
        return false;
    return query_n_changed(db) == 0 ||
           (names_put(db, NAMES_TAG, id, (struct str){0}, err) &&
               names_put(db, NAMES_READING, id, (struct str){0}, err) &&
               index_add(db, id, err));
}

bool
stock_make(struct db *db, enum item_kind kind, struct str place, int64_t now,
    int64_t *out_id, struct err *err)
{
    struct buf name = {0};
    int64_t id;

    if (!stock_find(db, place, &id, err))
        return false;
    if (id != 0) {
        *out_id = id;
        return renew(db, id, now, err);
    }

    struct query q = query_begin(
        db, "INSERT INTO item(kind, place, added_at) VALUES (?, ?, ?)");
    url_add_public(&name, place);
    query_add_number(&q, kind);
    query_add_text(&q, buf_str(&name));
    query_add_number(&q, now);
    query_next(&q);
    bool ok = query_end(&q, err);
    buf_done(&name);
    if (!ok)
        return false;
    *out_id = query_last_id(db);
    return true;
}

bool
stock_describe(struct db *db, int64_t id, const struct article *a,
    int64_t digest, struct err *err)
{
    struct query q = query_begin(db,
        "UPDATE item SET title = ?2, byline = ?3, site = ?4, published = ?5,"
        " excerpt = ?6, words = ?7, digest = ?8 WHERE id = ?1");

    query_add_number(&q, id);
    query_add_text(&q, article_fact(a, FACT_TITLE));
    query_add_text(&q, article_fact(a, FACT_BYLINE));
    query_add_text(&q, article_fact(a, FACT_SITE));
    query_add_text(&q, article_fact(a, FACT_PUBLISHED));
    query_add_text(&q, article_fact(a, FACT_EXCERPT));
    query_add_number(&q, article_words(a, 0, a->n_blocks));
    query_add_number(&q, digest);
    query_next(&q);
    return query_end(&q, err);
}

struct article *
stock_article(struct db *db, int64_t id, struct err *err)
{
    struct query q =
        query_begin(db, "SELECT text, article FROM content WHERE id = ?");
    struct article *a = NULL;
    struct err reason;

    query_add_number(&q, id);
    err_set(&reason, ERR_NOT_FOUND, "its text is not kept");
    if (query_next(&q) && query_bytes(&q, 1).len > 0)
        a = text_unpack_article(
            db, query_bytes(&q, 1), query_bytes(&q, 0), &reason);
    if (!query_end(&q, &reason)) {
        article_free(a);
        a = NULL;
    }
    if (!a)
        *err = reason;
    return a;
}

/* Writes down what came with the page, and that this is its turn. */
static bool
put_head(struct db *db, int64_t id, const struct item_head *head,
    const struct article *a, struct err *err)
{
    struct buf final = {0}, canonical = {0};
    int64_t turn;

    if (!turn_take(db, &turn, err))
        return false;
    struct query q = query_begin(db,
        "UPDATE content SET final = ?2, canonical = ?3, type = ?4,"
        " charset = ?5, etag = ?6, modified = ?7, fresh_until = ?8,"
        " fetched_at = ?9 WHERE id = ?1");
    url_add_public(&final, head->final);
    url_add_public(&canonical, article_fact(a, FACT_URL));
    query_add_number(&q, id);
    query_add_text(&q, buf_str(&final));
    query_add_text(&q, buf_str(&canonical));
    query_add_text(&q, head->type);
    query_add_text(&q, head->charset);
    query_add_text(&q, head->etag);
    query_add_text(&q, head->modified);
    query_add_number(&q, head->fresh_until);
    query_add_number(&q, head->fetched_at);
    query_next(&q);
    bool ok = query_end(&q, err);
    buf_done(&final);
    buf_done(&canonical);
    if (!ok)
        return false;
    q = query_begin(db, "UPDATE item SET used_turn = ?2 WHERE id = ?1");
    query_add_number(&q, id);
    query_add_number(&q, turn);
    query_next(&q);
    return query_end(&q, err);
}

bool
stock_store(struct db *db, int64_t id, const struct item_head *head,
    const struct article *a, struct str body, struct err *err)
{
    struct buf prose = {0}, text = {0}, article = {0}, page = {0};

    wording_add(a, &prose);
    text_pack(db, buf_str(&prose), &text);
    text_pack_article(db, a, buf_str(&prose), &article);
    if (body.len > 0)
        text_pack_body(db, body, &page);

    struct query q = query_begin(db,
        "INSERT INTO content(id, text, article, body) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT(id) DO UPDATE SET text = ?2, article = ?3,"
        " body = coalesce(?4, body)");
    query_add_number(&q, id);
    query_add_bytes(&q, buf_str(&text));
    query_add_bytes(&q, buf_str(&article));
    if (body.len > 0)
        query_add_bytes(&q, buf_str(&page));
    else
        query_add_none(&q);
    query_next(&q);
    bool ok = query_end(&q, err) && (!head || put_head(db, id, head, a, err)) &&
              query_run_with(db,
                  "UPDATE item SET size = (SELECT length(text) +"
                  " length(article) + coalesce(length(body), 0)"
                  " FROM content WHERE id = ?1) WHERE id = ?1",
                  id, err);
    buf_done(&prose);
    buf_done(&text);
    buf_done(&article);
    buf_done(&page);
    return ok;
}

bool
stock_add_address(struct db *db, int64_t id, struct str url, struct err *err)
{
    struct query q = query_begin(db,
        "INSERT INTO address(url, item) VALUES (?1, ?2)"
        " ON CONFLICT(url) DO UPDATE SET item = ?2 WHERE item <> ?2");
    struct buf name = {0};

    url_add_public(&name, url);
    query_add_text(&q, buf_str(&name));
    query_add_number(&q, id);
    query_next(&q);
    bool ok = query_end(&q, err);
    buf_done(&name);
    return ok;
}
