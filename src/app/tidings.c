/* SPDX-License-Identifier: ISC */
/*
 * tidings - what came of asking for a feed
 */
#include "app/tidings.h"

#include "store/feeds.h"
#include "store/library.h"
#include "store/lists.h"

#include <assert.h>
#include <time.h>

struct tidings
tidings_take(struct harvest_result *result)
{
    struct tidings t = {
        .feed = result->feed,
        .receipt = receipt_take(&result->receipt),
        .retry_at = result->retry_at,
        .asked_at = time(NULL),
    };

    result->feed = NULL;
    receipt_drop_body(&t.receipt);
    if (result->article)
        err_set(&t.failure, ERR_BAD_DATA, "this is no feed any more");
    else if (result->err && result->err->code != ERR_UNCHANGED)
        t.failure = *result->err;
    return t;
}

struct tidings
tidings_move(struct tidings *t)
{
    struct tidings moved = *t;

    *t = (struct tidings){0};
    return moved;
}

struct str
tidings_url(const struct tidings *t, struct str url)
{
    return t->receipt.lasting.len > 0 ? t->receipt.lasting : url;
}

static bool
note_failure(
    struct db *db, int64_t id, const struct tidings *t, struct err *err)
{
    const struct feeds_failure failure = {
        .why = t->failure.text,
        .now = t->asked_at,
        .not_before = t->retry_at,
        .is_gone = t->failure.code == ERR_GONE,
        .is_ours = t->failure.code == ERR_OFFLINE,
    };

    return feeds_note_failure(db, id, &failure, err);
}

bool
tidings_put(struct db *db, int64_t id, const struct tidings *t,
    uint32_t *out_n_new, struct err *err)
{
    const struct receipt *r = &t->receipt;
    const struct feeds_head head = {
        .moved = r->is_moved ? r->lasting : (struct str){0},
        .etag = r->head.etag,
        .modified = r->head.modified,
        .checked_at = t->asked_at,
        .due_at = feeds_plan(t->asked_at, r->head.fresh_until, 0),
    };

    if (t->failure.code == ERR_NONE)
        return feeds_put(db, id, &head, t->feed, out_n_new, err);
    *out_n_new = 0;
    return note_failure(db, id, t, err);
}

/* Deletes what was saved at url, to be loaded later, and could not be. */
static bool
drop_page(struct db *db, struct str url, int64_t now, struct err *err)
{
    struct item_list page = {0};
    struct err unused;
    int64_t id;

    bool is_there = library_find(db, url, &id, &unused) &&
                    lists_load_item(db, id, &page, &unused);
    bool ok =
        !is_there || page.items[0].has_text || library_delete(db, id, now, err);
    item_list_done(&page);
    return ok;
}

bool
tidings_subscribe(struct db *db, struct str url, const struct tidings *t,
    uint32_t *out_n_new, struct err *err)
{
    const struct feeds_wish wish = {.url = tidings_url(t, url)};
    uint32_t n_new = 0;
    int64_t id;

    assert(t->feed);
    if (!db_begin(db, err))
        return false;
    bool ok = drop_page(db, url, t->asked_at, err) &&
              feeds_subscribe(db, &wish, t->asked_at, &id, err) &&
              tidings_put(db, id, t, &n_new, err);
    if (!db_end(db, ok, err))
        return false;
    *out_n_new = n_new;
    return true;
}

void
tidings_done(struct tidings *t)
{
    feed_free(t->feed);
    receipt_done(&t->receipt);
    *t = (struct tidings){0};
}
