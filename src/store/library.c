/* SPDX-License-Identifier: ISC */
/*
 * library - everything that was read, or is to be
 *
 * What is deleted is only marked, with the number of the connection that did
 * it, and taken out of the index; whoever closes the library forgets its own.
 */
#include "store/library.h"

#include "connection.h"
#include "index.h"
#include "model/url.h"
#include "query.h"
#include "stock.h"
#include "text.h"
#include "turn.h"
#include "way.h"

#include <unistd.h>

enum {
    DAY = 24 * 60 * 60
};

/* Keeps an article with what it says of itself, in the index too. */
static bool
put_article(struct db *db, int64_t id, const struct item_head *head,
    const struct article *a, struct str body, struct err *err)
{
    return index_remove(db, id, err) &&
           stock_describe(db, id, a, stock_digest(a), err) &&
           stock_store(db, id, head, a, body, err) && index_add(db, id, err);
}

bool
library_put_page(struct db *db, const struct library_page *page,
    int64_t *out_id, struct err *err)
{
    const struct way way = {
        .asked = page->asked,
        .final = page->head->final,
        .article = page->article,
        .is_wanted = page->is_wanted,
        .now = page->head->fetched_at,
    };
    bool is_loss = false;
    int64_t id = 0;

    if (!db_begin(db, err))
        return false;
    bool ok = way_find(db, &way, &id, &is_loss, err) &&
              (is_loss || put_article(db, id, page->head, page->article,
                              page->body, err));
    if (!db_end(db, ok, err))
        return false;
    *out_id = id;
    return true;
}

/*
 * Gives the item of a file that had this text at a path where there is none any
 * more, if there is such an item, the new path.
 */
static bool
adopt(struct db *db, struct str path, int64_t digest, struct err *err)
{
    int64_t id = 0;
    struct query q = query_begin(db,
        "SELECT id, place FROM item WHERE digest = ? AND digest <> 0"
        " AND kind = 2 AND deleted_by = 0");

    query_add_number(&q, digest);
    while (id == 0 && query_next(&q)) {
        struct buf place = {0};
        buf_add_str(&place, query_text(&q, 1));
        buf_end(&place);
        if (access(place.ptr, F_OK) != 0)
            id = query_number(&q, 0);
        buf_done(&place);
    }
    if (!query_end(&q, err))
        return false;
    if (id == 0)
        return true;

    if (!index_remove(db, id, err))
        return false;
    q = query_begin(db, "UPDATE item SET place = ? WHERE id = ?");
    query_add_text(&q, path);
    query_add_number(&q, id);
    query_next(&q);
    return query_end(&q, err);
}

bool
library_put_file(struct db *db, struct str path, const struct article *a,
    int64_t now, int64_t *out_id, struct err *err)
{
    int64_t id = 0, digest = stock_digest(a);

    if (!db_begin(db, err))
        return false;
    bool ok = stock_find(db, path, &id, err) &&
              (id != 0 || adopt(db, path, digest, err)) &&
              stock_make(db, ITEM_FILE, path, now, &id, err) &&
              index_remove(db, id, err) &&
              stock_describe(db, id, a, digest, err) && index_add(db, id, err);
    if (!db_end(db, ok, err))
        return false;
    *out_id = id;
    return true;
}

bool
library_put_note(struct db *db, const struct library_note *note, int64_t now,
    int64_t *out_id, struct err *err)
{
    int64_t id = 0;

    if (!db_begin(db, err))
        return false;
    bool ok = stock_make(db, ITEM_PAGE, url_without_fragment(note->url), now,
                  &id, err) &&
              index_remove(db, id, err);
    if (ok) {
        struct query q = query_begin(db,
            "UPDATE item SET title = CASE title WHEN '' THEN ?2 ELSE title END,"
            " excerpt = CASE excerpt WHEN '' THEN ?3 ELSE excerpt END"
            " WHERE id = ?1");
        query_add_number(&q, id);
        query_add_text(&q, note->title);
        query_add_text(&q, note->excerpt);
        query_next(&q);
        ok = query_end(&q, err) && index_add(db, id, err);
    }
    if (!db_end(db, ok, err))
        return false;
    *out_id = id;
    return true;
}

bool
library_confirm(
    struct db *db, int64_t id, const struct item_head *head, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    struct query q = query_begin(db,
        "UPDATE content SET etag = CASE ?2 WHEN '' THEN etag ELSE ?2 END,"
        " modified = CASE ?3 WHEN '' THEN modified ELSE ?3 END,"
        " fresh_until = ?4, fetched_at = ?5 WHERE id = ?1");
    query_add_number(&q, id);
    query_add_text(&q, head->etag);
    query_add_text(&q, head->modified);
    query_add_number(&q, head->fresh_until);
    query_add_number(&q, head->fetched_at);
    query_next(&q);
    bool ok = query_end(&q, err);
    return db_end(db, ok, err);
}

bool
library_replace(
    struct db *db, int64_t id, const struct article *a, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = put_article(db, id, NULL, a, (struct str){0}, err);
    return db_end(db, ok, err);
}

bool
library_find(struct db *db, struct str place, int64_t *out_id, struct err *err)
{
    int64_t id;

    if (!stock_find(db, place, &id, err) ||
        (id == 0 && url_is_web(place) &&
            !stock_find(db, url_without_fragment(place), &id, err)))
        return false;
    if (id != 0) {
        struct query q = query_begin(
            db, "SELECT 1 FROM item WHERE id = ? AND deleted_by = 0");
        query_add_number(&q, id);
        if (!query_next(&q))
            id = 0;
        if (!query_end(&q, err))
            return false;
    }
    if (id == 0)
        return err_set(err, ERR_NOT_FOUND, "it is not in the library");
    *out_id = id;
    return true;
}

struct article *
library_article(struct db *db, int64_t id, struct err *err)
{
    return stock_article(db, id, err);
}

/* Appends a text and returns where it is, by offset until all are there. */
static struct str
keep_text(struct buf *texts, struct str text)
{
    size_t at = texts->len;

    buf_add_str(texts, text);
    return (struct str){(const char *)at, text.len};
}

/* Makes texts of offsets. */
static void
resolve(struct item_head *head, const char *start)
{
    struct str *fields[] = {&head->final, &head->canonical, &head->type,
        &head->charset, &head->etag, &head->modified};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        fields[i]->ptr = start + (size_t)fields[i]->ptr;
}

bool
library_body(struct db *db, int64_t id, struct buf *body,
    struct buf *head_texts, struct item_head *out_head, struct err *err)
{
    struct query q = query_begin(db,
        "SELECT final, canonical, type, charset, etag, modified, fresh_until,"
        " fetched_at, body FROM content WHERE id = ?");
    struct item_head head = {0};
    struct err reason;
    bool ok = false;

    query_add_number(&q, id);
    err_set(&reason, ERR_NOT_FOUND, "its page is not kept");
    if (query_next(&q)) {
        head.final = keep_text(head_texts, query_text(&q, 0));
        head.canonical = keep_text(head_texts, query_text(&q, 1));
        head.type = keep_text(head_texts, query_text(&q, 2));
        head.charset = keep_text(head_texts, query_text(&q, 3));
        head.etag = keep_text(head_texts, query_text(&q, 4));
        head.modified = keep_text(head_texts, query_text(&q, 5));
        head.fresh_until = query_number(&q, 6);
        head.fetched_at = query_number(&q, 7);
        buf_end(head_texts);
        resolve(&head, head_texts->ptr);
        struct str packed = body ? query_bytes(&q, 8) : (struct str){0};
        ok = !body ||
             (packed.len > 0 && text_unpack_body(db, packed, body, &reason));
    }
    ok = query_end(&q, &reason) && ok;
    if (ok)
        *out_head = head;
    else
        *err = reason;
    return ok;
}

bool
library_read(struct db *db, int64_t id, int64_t now, struct err *err)
{
    int64_t turn;

    if (!db_begin(db, err))
        return false;
    bool ok = turn_take(db, &turn, err);
    if (ok) {
        struct query q = query_begin(db,
            "UPDATE item SET read_at = ?2, read_turn = ?3, used_turn = ?3"
            " WHERE id = ?1");
        query_add_number(&q, id);
        query_add_number(&q, now);
        query_add_number(&q, turn);
        query_next(&q);
        ok = query_end(&q, err) &&
             query_run_with(db,
                 "UPDATE entry SET is_read = 1 WHERE item = ? AND is_read = 0",
                 id, err);
    }
    return db_end(db, ok, err);
}

bool
library_shelve(struct db *db, int64_t id, enum library_shelf shelf, bool is_on,
    int64_t now, struct err *err)
{
    static const char *const sql[][2] = {
        [LIBRARY_SAVED] =
            {"UPDATE item SET saved_at = 0, saved_turn = 0, archived_turn = 0"
             " WHERE id = ?1",
                "UPDATE item SET saved_at = ?2, saved_turn = ?3,"
                " archived_turn = 0 WHERE id = ?1"},
        [LIBRARY_ARCHIVED] = {"UPDATE item SET archived_turn = 0 WHERE id = ?1",
            "UPDATE item SET archived_turn = ?3,"
            " saved_at = CASE saved_turn WHEN 0 THEN ?2 ELSE saved_at END,"
            " saved_turn = CASE saved_turn WHEN 0 THEN ?3"
            " ELSE saved_turn END WHERE id = ?1"},
        [LIBRARY_FAVORITE] = {"UPDATE item SET favorite_turn = 0 WHERE id = ?1",
            "UPDATE item SET favorite_turn = ?3 WHERE id = ?1"},
    };
    int64_t turn = 0;

    if (!db_begin(db, err))
        return false;
    bool ok = !is_on || turn_take(db, &turn, err);
    if (ok) {
        struct query q = query_begin(db, sql[shelf][is_on]);
        query_add_number(&q, id);
        if (is_on) {
            query_add_number(&q, now);
            query_add_number(&q, turn);
        }
        query_next(&q);
        ok = query_end(&q, err);
        if (ok && query_n_changed(db) == 0)
            ok = err_set(err, ERR_NOT_FOUND, "it is not in the library");
    }
    return db_end(db, ok, err);
}

bool
library_is_on(const struct item *item, enum library_shelf shelf)
{
    return shelf == LIBRARY_SAVED      ? item->is_saved
           : shelf == LIBRARY_ARCHIVED ? item->is_archived
                                       : item->is_favorite;
}

bool
library_delete(struct db *db, int64_t id, int64_t now, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = index_remove(db, id, err);
    if (ok) {
        struct query q = query_begin(db,
            "UPDATE item SET deleted_at = ?2, deleted_by = ?3 WHERE id = ?1");
        query_add_number(&q, id);
        query_add_number(&q, now);
        query_add_number(&q, db->session);
        query_next(&q);
        ok = query_end(&q, err);
    }
    return db_end(db, ok, err);
}

/* Says why an item could not be put back. */
static bool
refuse_undelete(struct db *db, int64_t id, struct err *err)
{
    struct query q = query_begin(db, "SELECT 1 FROM item WHERE id = ?");

    query_add_number(&q, id);
    const bool is_there = query_next(&q);
    return query_end(&q, err) &&
           err_set(err, ERR_NOT_FOUND,
               is_there ? "it is in the library again already"
                        : "it is gone for good");
}

bool
library_undelete(struct db *db, int64_t id, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    bool ok = query_run_with(db,
        "UPDATE item SET deleted_at = 0, deleted_by = 0"
        " WHERE id = ? AND deleted_by <> 0",
        id, err);
    if (ok && query_n_changed(db) == 0)
        ok = refuse_undelete(db, id, err);
    ok = ok && index_add(db, id, err);
    return db_end(db, ok, err);
}

bool
library_purge(struct db *db, int64_t now, struct err *err)
{
    if (!db_begin(db, err))
        return false;
    struct query q = query_begin(db,
        "DELETE FROM item WHERE deleted_by <> 0 AND (deleted_by = ?1"
        " OR deleted_at < ?2 - ?3 OR deleted_at > ?2 + ?3)");
    query_add_number(&q, db->session);
    query_add_number(&q, now);
    query_add_number(&q, DAY);
    query_next(&q);
    bool ok = query_end(&q, err);
    if (ok && query_n_changed(db) > 0)
        ok = query_run(db,
                 "DELETE FROM tag WHERE NOT EXISTS"
                 " (SELECT 1 FROM tagging WHERE tag = tag.id)",
                 err) &&
             query_run(db,
                 "DELETE FROM list WHERE NOT EXISTS"
                 " (SELECT 1 FROM listing WHERE list = list.id)",
                 err);
    return db_end(db, ok, err) &&
           query_run(db, "PRAGMA incremental_vacuum(256)", err);
}

bool
library_renew(struct db *db, bool *out_is_done, struct err *err)
{
    return index_renew(db, out_is_done, err);
}

static const char find_size[] = "SELECT value FROM state WHERE name = 'size'";

int64_t
library_size(struct db *db)
{
    return query_find_number(db, find_size, 0);
}
