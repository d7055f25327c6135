/* SPDX-License-Identifier: ISC */
/*
 * wish - what the library is to remember
 *
 * An item is looked for by its address or path, not by its number: the wish that
 * puts it into the library may still be waiting when this one is made.
 */
#include "wish.h"

#include "model/codec.h"
#include "store/feeds.h"
#include "store/lists.h"

#include <stdlib.h>

void
wish_free(void *data)
{
    struct wish *w = data;

    receipt_done(&w->receipt);
    buf_done(&w->article);
    buf_done(&w->folds);
    buf_done(&w->text);
    tidings_done(&w->tidings);
    free(w->place);
    free(w);
}

static bool
find_item(struct db *db, const struct wish *w, int64_t *out_id, struct err *err)
{
    if (w->id != 0) {
        *out_id = w->id;
        return true;
    }
    return library_find(db, str_of(w->place), out_id, err);
}

static bool
put_page(struct db *db, const struct wish *w, const struct article *a,
    int64_t *out_id, struct err *err)
{
    struct buf body = {0};

    receipt_add_body(&w->receipt, &body);
    const struct library_page page = {
        .asked = str_of(w->place),
        .head = &w->receipt.head,
        .article = a,
        .body = buf_str(&body),
        .is_wanted = w->is_read,
    };
    bool ok = library_put_page(db, &page, out_id, err);
    buf_done(&body);
    return ok;
}

/* Puts what is known of the article into the library. */
static bool
put_article(
    struct db *db, const struct wish *w, int64_t *out_id, struct err *err)
{
    struct article *a = codec_decode(w->article.ptr, w->article.len, err);
    bool ok;

    if (!a)
        return false;
    if (w->is_remade) {
        ok = find_item(db, w, out_id, err) &&
             library_replace(db, *out_id, a, err);
    } else if (w->kind == SOURCE_ENTRY) {
        ok = find_item(db, w, out_id, err);
    } else if (w->kind == SOURCE_FILE) {
        ok = library_put_file(db, str_of(w->place), a, w->now, out_id, err);
    } else if (w->receipt.may_keep) {
        ok = put_page(db, w, a, out_id, err);
    } else {
        const struct library_note note = {
            .url = str_of(w->place),
            .title = article_fact(a, FACT_TITLE),
            .excerpt = article_fact(a, FACT_EXCERPT),
        };
        ok = library_put_note(db, &note, w->now, out_id, err);
    }
    article_free(a);
    return ok;
}

bool
wish_write_article(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    int64_t id;

    if (w->article.len > 0 ? !put_article(db, w, &id, err)
                           : !find_item(db, w, &id, err))
        return false;
    if (w->article.len == 0 && w->receipt.is_there &&
        !library_confirm(db, id, &w->receipt.head, err))
        return false;
    return !w->is_read || library_read(db, id, w->now, err);
}

bool
wish_write_place(struct db *db, void *data, struct err *err)
{
    struct wish *w = data;
    int64_t id;

    w->position.folds = buf_str(&w->folds);
    return find_item(db, w, &id, err) &&
           positions_put(db, id, &w->position, err);
}

bool
wish_write_mark(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    int64_t id;

    return find_item(db, w, &id, err) &&
           positions_put_mark(db, w->letter, id, &w->mark, err);
}

bool
wish_write_shelf(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    int64_t id;

    return find_item(db, w, &id, err) &&
           library_shelve(db, id, w->shelf, w->is_on, w->now, err);
}

bool
wish_write_address(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    const struct library_note note = {.url = str_of(w->place)};
    int64_t id;

    return library_put_note(db, &note, w->now, &id, err) &&
           library_shelve(db, id, LIBRARY_SAVED, true, w->now, err);
}

/* Saves an item for later, unless it is. */
static bool
save_item(struct db *db, int64_t id, int64_t now, struct err *err)
{
    struct item_list page = {0};
    bool ok = lists_load_item(db, id, &page, err);

    if (ok && !page.items[0].is_saved)
        ok = library_shelve(db, id, LIBRARY_SAVED, true, now, err);
    item_list_done(&page);
    return ok;
}

bool
wish_write_names(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    const struct str text = buf_str(&w->text);
    int64_t id;

    /* What is on a reading list is to be read. */
    return find_item(db, w, &id, err) &&
           names_put(db, w->names, id, text, err) &&
           (w->names != NAMES_READING || !names_has_any(text) ||
               save_item(db, id, w->now, err));
}

bool
wish_write_rename(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return names_rename(db, w->names, w->id, buf_str(&w->text), err);
}

bool
wish_write_forget(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return names_forget(db, w->names, w->id, err);
}

bool
wish_write_move(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return names_move(db, w->list, w->id, w->places, err);
}

bool
wish_write_feed(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    uint32_t unused;

    return tidings_put(db, w->id, &w->tidings, &unused, err);
}

bool
wish_write_feed_read(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return feeds_mark(db, w->id, 0, true, err);
}

bool
wish_write_subscription(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    uint32_t unused;

    return tidings_subscribe(db, str_of(w->place), &w->tidings, &unused, err);
}

bool
wish_write_delete(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return w->is_on ? library_delete(db, w->id, w->now, err)
                    : library_undelete(db, w->id, err);
}

bool
wish_write_unsubscribe(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return feeds_unsubscribe(db, w->id, err);
}
