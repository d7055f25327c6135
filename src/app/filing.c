/* SPDX-License-Identifier: ISC */
/*
 * filing - what a person does with the library
 */
#include "app/filing.h"

#include "base/mem.h"
#include "remembering.h"

bool
filing_is_possible(struct memory *m)
{
    return remembering_can_write(m);
}

bool
filing_shelve(
    struct memory *m, int64_t id, enum library_shelf shelf, bool is_on)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return false;
    w->shelf = shelf;
    w->is_on = is_on;
    remembering_add(w, wish_write_shelf, 0, false);
    return true;
}

/* Adds a wish about names, which may be NULL: then there is none. */
static bool
add_naming(struct wish *w, enum names_kind kind, struct str text,
    bool (*work)(struct db *db, void *data, struct err *err))
{
    if (!w)
        return false;
    w->names = kind;
    buf_add_str(&w->text, text);
    remembering_add(w, work, 0, false);
    return true;
}

bool
filing_name(struct memory *m, enum names_kind kind, int64_t id, struct str text)
{
    return add_naming(
        remembering_item_wish(m, id), kind, text, wish_write_names);
}

bool
filing_name_source(struct memory *m, const struct source *s,
    enum names_kind kind, struct str text)
{
    struct wish *w = remembering_can_write(m) ? remembering_wish(m, s) : NULL;

    if (w)
        w->is_asked_for = true;
    return add_naming(w, kind, text, wish_write_names);
}

void
filing_rename(
    struct memory *m, enum names_kind kind, int64_t id, struct str name)
{
    add_naming(remembering_item_wish(m, id), kind, name, wish_write_rename);
}

void
filing_forget(struct memory *m, enum names_kind kind, int64_t id)
{
    add_naming(
        remembering_item_wish(m, id), kind, (struct str){0}, wish_write_forget);
}

bool
filing_move(struct memory *m, int64_t list, int64_t id, int places)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return false;
    w->list = list;
    w->places = places;
    remembering_add(w, wish_write_move, 0, false);
    return true;
}

/* Takes an item out of those that can be had back. */
static void
drop_deleted(struct memory *m, int64_t id)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < m->n_deleted; i++)
        if (m->deleted[i] != id)
            m->deleted[n++] = m->deleted[i];
    m->n_deleted = n;
}

bool
filing_delete(struct memory *m, int64_t id)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w)
        return false;
    w->is_on = true;
    /* It may have come back since, when it was read again. */
    drop_deleted(m, id);
    MEM_GROW(m->deleted, m->cap_deleted, m->n_deleted + 1);
    m->deleted[m->n_deleted++] = id;
    remembering_add(w, wish_write_delete, 0, false);
    return true;
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

bool
filing_save_address(struct memory *m, const struct source *s)
{
    struct wish *w = remembering_can_write(m) ? remembering_wish(m, s) : NULL;

    if (!w)
        return false;
    w->is_asked_for = true;
    remembering_add(w, wish_write_address, 0, false);
    return true;
}

void
filing_subscribe(struct memory *m, const struct source *s, struct tidings *what)
{
    struct wish *w = remembering_wish(m, s);

    if (!w) {
        tidings_done(what);
        return;
    }
    w->tidings = tidings_move(what);
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
filing_put_feed(struct memory *m, int64_t id, struct tidings *what)
{
    struct wish *w = remembering_item_wish(m, id);

    if (!w) {
        tidings_done(what);
        return;
    }
    w->tidings = tidings_move(what);
    remembering_add(w, wish_write_feed, 0, false);
}

void
filing_unsubscribe(struct memory *m, int64_t id)
{
    struct wish *w = remembering_item_wish(m, id);

    if (w)
        remembering_add(w, wish_write_unsubscribe, 0, false);
}
