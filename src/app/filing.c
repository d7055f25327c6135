/* SPDX-License-Identifier: ISC */
/*
 * filing - what a person does with the library
 */
#include "app/filing.h"

#include "base/mem.h"
#include "remembering.h"

void
filing_shelve(
    struct memory *m, int64_t id, enum library_shelf shelf, bool is_on)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return;
    w->shelf = shelf;
    w->is_on = is_on;
    remembering_add(w, wish_write_shelf, 0, false);
}

void
filing_tag(struct memory *m, int64_t id, struct str names)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return;
    buf_add_str(&w->names, names);
    remembering_add(w, wish_write_tags, 0, false);
}

void
filing_delete(struct memory *m, int64_t id)
{
    for (uint32_t i = 0; i < m->n_deleted; i++)
        if (m->deleted[i] == id)
            return;
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return;
    w->is_on = true;
    MEM_GROW(m->deleted, m->cap_deleted, m->n_deleted + 1);
    m->deleted[m->n_deleted++] = id;
    remembering_add(w, wish_write_delete, 0, false);
}

bool
filing_undelete(struct memory *m)
{
    if (m->n_deleted == 0)
        return false;
    struct wish *w = remembering_item_wish(m, m->deleted[--m->n_deleted]);

    if (w)
        remembering_add(w, wish_write_delete, 0, false);
    return true;
}

void
filing_save_address(struct memory *m, const struct source *s)
{
    struct wish *w = remembering_wish(m, s);

    if (!w)
        return;
    w->is_asked_for = true;
    remembering_add(w, wish_write_address, 0, false);
}

void
filing_subscribe(struct memory *m, const struct source *s, struct feed *feed,
    struct receipt *receipt)
{
    struct wish *w = remembering_wish(m, s);

    if (!w) {
        receipt_done(receipt);
        feed_free(feed);
        return;
    }
    w->receipt = receipt_take(receipt);
    w->feed = feed;
    w->is_asked_for = true;
    remembering_add(w, wish_write_subscription, 0, false);
}

void
filing_read_feed(struct memory *m, int64_t id)
{
    struct wish *w = remembering_item_wish(m, id);

    if (w)
        remembering_add(w, wish_write_feed_read, 0, false);
}

void
filing_put_feed(struct memory *m, const struct filing_feed *what)
{
    struct wish *w = remembering_item_wish(m, what->id);

    if (!w) {
        receipt_done(what->receipt);
        feed_free(what->feed);
        return;
    }
    w->receipt = receipt_take(what->receipt);
    w->feed = what->feed;
    w->retry_at = what->retry_at;
    if (what->failure)
        w->failure = *what->failure;
    remembering_add(w, wish_write_feed, 0, false);
}

void
filing_unsubscribe(struct memory *m, int64_t id)
{
    struct wish *w = remembering_item_wish(m, id);

    if (w)
        remembering_add(w, wish_write_unsubscribe, 0, false);
}
