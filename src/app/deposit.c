/* SPDX-License-Identifier: ISC */
/*
 * deposit - articles that are kept
 *
 * What is on its way (wish.h) is a copy: an article as bytes, a page as a
 * descriptor.
 */
#include "app/deposit.h"

#include "model/codec.h"
#include "store/library.h"
#include "store/lists.h"
#include "wish.h"

/* Notes that an item is being read. */
static bool
write_reading(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    int64_t id;

    return wish_find(db, w, &id, err) && library_read(db, id, w->now, err);
}

void
deposit_read(struct memory *m, const struct source *s)
{
    wish_add(wish_about(m, s, sizeof(struct wish)), write_reading);
}

/* Puts an article in the place of that of an item. */
static bool
write_remade(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    struct article *a = codec_decode(w->text.ptr, w->text.len, err);
    int64_t id;

    bool ok =
        a && wish_find(db, w, &id, err) && library_replace(db, id, a, err);
    article_free(a);
    return ok;
}

void
deposit_remake(
    struct memory *m, const struct source *s, const struct article *a)
{
    struct wish *w = wish_about(m, s, sizeof *w);

    if (!w)
        return;
    codec_encode(a, &w->text);
    wish_add(w, write_remade);
}

/* What a person has done with a page. */
struct standing {
    bool is_wanted; /* it is to be kept, also where its server wants no copies:
                       that is meant for caches, and would be no help on the
                       train */
    bool has_text;
};

/* Finds out how a page stands; as nothing when it is not in the library. */
static struct standing
find_standing(struct db *db, struct str place)
{
    struct item_list page = {0};
    struct standing found = {0};
    struct err unused;
    int64_t id;

    if (library_find(db, place, &id, &unused) &&
        lists_load_item(db, id, &page, &unused)) {
        found.is_wanted = page.items[0].is_saved || page.items[0].is_favorite;
        found.has_text = page.items[0].has_text;
    }
    item_list_done(&page);
    return found;
}

/* Puts an article where a page is wanted and there is none. */
static bool
write_held(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    const struct standing standing = find_standing(db, str_of(w->place));
    const struct item_head head = {.fetched_at = w->now};
    struct library_page page = {
        .asked = str_of(w->place), .head = &head, .is_wanted = true};
    int64_t unused;

    if (!standing.is_wanted || standing.has_text)
        return true;
    struct article *a = codec_decode(w->text.ptr, w->text.len, err);
    page.article = a;
    bool ok = a && library_put_page(db, &page, &unused, err);
    article_free(a);
    return ok;
}

void
deposit_hold(struct memory *m, const struct source *s, const struct article *a)
{
    struct wish *w = s->kind == SOURCE_WEB ? wish_about(m, s, sizeof *w) : NULL;

    if (!w)
        return;
    codec_encode(a, &w->text);
    wish_add(w, write_held);
}

/* An article, encoded or none, and the page that it was made of. */
struct deposit {
    struct wish wish;
    enum source_kind kind;
    struct receipt receipt;
    bool is_read; /* now */
};

static void
drop_deposit(void *data)
{
    receipt_done(&((struct deposit *)data)->receipt);
}

static bool
put_page(struct db *db, const struct deposit *w, const struct article *a,
    int64_t *out_id, struct err *err)
{
    struct buf body = {0};

    receipt_add_body(&w->receipt, &body);
    const struct library_page page = {
        .asked = str_of(w->wish.place),
        .head = &w->receipt.head,
        .article = a,
        .body = buf_str(&body),
        .is_wanted = w->is_read,
    };
    bool ok = library_put_page(db, &page, out_id, err);
    buf_done(&body);
    return ok;
}

/* Puts what may be kept of an article into the library. */
static bool
put_article(struct db *db, const struct deposit *w, const struct article *a,
    int64_t *out_id, struct err *err)
{
    const struct str place = str_of(w->wish.place);
    const struct library_note note = {
        .url = place,
        .title = article_fact(a, FACT_TITLE),
        .excerpt = article_fact(a, FACT_EXCERPT),
    };

    if (w->kind == SOURCE_ENTRY)
        return wish_find(db, &w->wish, out_id, err);
    if (w->kind == SOURCE_FILE)
        return library_put_file(db, place, a, w->wish.now, out_id, err);
    if (w->receipt.may_keep ||
        (w->receipt.may_save && find_standing(db, place).is_wanted))
        return put_page(db, w, a, out_id, err);
    /* What was not read is no item because of it. */
    return w->is_read ? library_put_note(db, &note, w->wish.now, out_id, err)
                      : wish_find(db, &w->wish, out_id, err);
}

/* Keeps an article. Without one, that of the library is still good. */
static bool
write_kept(struct db *db, void *data, struct err *err)
{
    const struct deposit *w = data;
    struct article *a = NULL;
    int64_t id;

    if (w->wish.text.len == 0)
        return wish_find(db, &w->wish, &id, err) &&
               (!w->receipt.is_there ||
                   library_confirm(db, id, &w->receipt.head, err));
    a = codec_decode(w->wish.text.ptr, w->wish.text.len, err);
    bool ok = a && put_article(db, w, a, &id, err) &&
              (!w->is_read || library_read(db, id, w->wish.now, err));
    article_free(a);
    return ok;
}

/* Keeps an article, or NULL, with its receipt, which is left empty. */
static void
keep(struct memory *m, const struct source *s, const struct article *a,
    struct receipt *receipt, bool is_read)
{
    struct deposit *w = wish_about(m, s, sizeof *w);

    if (!w) {
        receipt_done(receipt);
        return;
    }
    w->kind = s->kind;
    w->receipt = receipt_take(receipt);
    w->wish.drop = drop_deposit;
    w->is_read = is_read;
    if (a)
        codec_encode(a, &w->wish.text);
    wish_add(&w->wish, write_kept);
}

void
deposit_keep(struct memory *m, const struct source *s, const struct article *a,
    struct receipt *receipt)
{
    keep(m, s, a, receipt, true);
}

void
deposit_renew(struct memory *m, const struct source *s, const struct article *a,
    struct receipt *receipt)
{
    keep(m, s, a, receipt, false);
}
