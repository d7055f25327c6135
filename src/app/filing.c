/* SPDX-License-Identifier: ISC */
/*
 * filing - what a person does with the library
 *
 * Each kind of thing has what is to be written, how it is written, and what a
 * person asks it with.
 */
#include "app/filing.h"

#include "base/mem.h"
#include "remembering.h"
#include "store/feeds.h"
#include "store/lists.h"
#include "wish.h"

bool
filing_is_possible(struct memory *m)
{
    return remembering_can_write(m);
}

/* Returns a wish about a source, which a person hears of; NULL for none. */
static void *
ask_about(struct memory *m, const struct source *s, size_t size)
{
    struct wish *w = remembering_can_write(m) ? wish_about(m, s, size) : NULL;

    if (w)
        w->is_asked_for = true;
    return w;
}

/* Shelves. */

struct shelving {
    struct wish wish;
    enum library_shelf shelf;
    bool is_on;
};

static bool
write_shelving(struct db *db, void *data, struct err *err)
{
    const struct shelving *w = data;
    int64_t id;

    return wish_find(db, &w->wish, &id, err) &&
           library_shelve(db, id, w->shelf, w->is_on, w->wish.now, err);
}

static bool
add_shelving(struct shelving *w, enum library_shelf shelf, bool is_on)
{
    if (!w)
        return false;
    w->shelf = shelf;
    w->is_on = is_on;
    return wish_add(&w->wish, write_shelving);
}

bool
filing_shelve(
    struct memory *m, int64_t id, enum library_shelf shelf, bool is_on)
{
    return add_shelving(
        wish_about_item(m, id, sizeof(struct shelving)), shelf, is_on);
}

bool
filing_shelve_source(struct memory *m, const struct source *s,
    enum library_shelf shelf, bool is_on)
{
    return add_shelving(ask_about(m, s, sizeof(struct shelving)), shelf, is_on);
}

static bool
write_address(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;
    const struct library_note note = {.url = str_of(w->place)};
    int64_t id;

    return library_put_note(db, &note, w->now, &id, err) &&
           library_shelve(db, id, LIBRARY_SAVED, true, w->now, err);
}

bool
filing_save_address(struct memory *m, const struct source *s)
{
    return wish_add(ask_about(m, s, sizeof(struct wish)), write_address);
}

/* Tags and reading lists. */

struct naming {
    struct wish wish; /* with names, parted by commas, or a new one */
    enum names_kind kind;
};

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

static bool
write_names(struct db *db, void *data, struct err *err)
{
    const struct naming *w = data;
    const struct str text = buf_str(&w->wish.text);
    int64_t id;

    /* What is on a reading list is to be read. */
    return wish_find(db, &w->wish, &id, err) &&
           names_put(db, w->kind, id, text, err) &&
           (w->kind != NAMES_READING || !names_has_any(text) ||
               save_item(db, id, w->wish.now, err));
}

static bool
write_name(struct db *db, void *data, struct err *err)
{
    const struct naming *w = data;

    return names_rename(db, w->kind, w->wish.id, buf_str(&w->wish.text), err);
}

static bool
forget_name(struct db *db, void *data, struct err *err)
{
    const struct naming *w = data;

    return names_forget(db, w->kind, w->wish.id, err);
}

static bool
add_naming(
    struct naming *w, enum names_kind kind, struct str text, wish_fn work)
{
    if (!w)
        return false;
    w->kind = kind;
    buf_add_str(&w->wish.text, text);
    return wish_add(&w->wish, work);
}

bool
filing_name(struct memory *m, enum names_kind kind, int64_t id, struct str text)
{
    struct naming *w = wish_about_item(m, id, sizeof *w);

    return add_naming(w, kind, text, write_names);
}

bool
filing_name_source(struct memory *m, const struct source *s,
    enum names_kind kind, struct str text)
{
    struct naming *w = ask_about(m, s, sizeof *w);

    return add_naming(w, kind, text, write_names);
}

void
filing_rename(
    struct memory *m, enum names_kind kind, int64_t id, struct str name)
{
    struct naming *w = wish_about_item(m, id, sizeof *w);

    add_naming(w, kind, name, write_name);
}

void
filing_forget(struct memory *m, enum names_kind kind, int64_t id)
{
    struct naming *w = wish_about_item(m, id, sizeof *w);

    add_naming(w, kind, (struct str){0}, forget_name);
}

struct moving {
    struct wish wish;
    int64_t list;
    int places;
};

static bool
write_moving(struct db *db, void *data, struct err *err)
{
    const struct moving *w = data;

    return names_move(db, w->list, w->wish.id, w->places, err);
}

bool
filing_move(struct memory *m, int64_t list, int64_t id, int places)
{
    struct moving *w = wish_about_item(m, id, sizeof *w);

    if (!w)
        return false;
    w->list = list;
    w->places = places;
    return wish_add(&w->wish, write_moving);
}

/* Deleting. */

static bool
write_delete(struct db *db, void *data, struct err *err)
{
    const struct wish *w = data;

    return library_delete(db, w->id, w->now, err);
}

static bool
write_undelete(struct db *db, void *data, struct err *err)
{
    return library_undelete(db, ((const struct wish *)data)->id, err);
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
    if (!wish_add(wish_about_item(m, id, sizeof(struct wish)), write_delete))
        return false;
    /* It may have come back since, when it was read again. */
    drop_deleted(m, id);
    MEM_GROW(m->deleted, m->cap_deleted, m->n_deleted + 1);
    m->deleted[m->n_deleted++] = id;
    return true;
}

bool
filing_undelete(struct memory *m)
{
    if (m->n_deleted == 0)
        return false;
    const int64_t id = m->deleted[m->n_deleted - 1];
    if (!wish_add(wish_about_item(m, id, sizeof(struct wish)), write_undelete))
        return false;
    m->n_deleted--;
    return true;
}

/* Feeds. */

struct telling {
    struct wish wish; /* about a feed, or where it came from */
    struct tidings what;
};

static void
drop_telling(void *data)
{
    tidings_done(&((struct telling *)data)->what);
}

static bool
write_feed(struct db *db, void *data, struct err *err)
{
    const struct telling *w = data;
    uint32_t unused;

    return tidings_put(db, w->wish.id, &w->what, &unused, err);
}

static bool
write_subscription(struct db *db, void *data, struct err *err)
{
    const struct telling *w = data;
    uint32_t unused;

    return tidings_subscribe(db, str_of(w->wish.place), &w->what, &unused, err);
}

static void
add_telling(struct telling *w, struct tidings *what, wish_fn work)
{
    if (!w) {
        tidings_done(what);
        return;
    }
    w->what = tidings_move(what);
    w->wish.drop = drop_telling;
    wish_add(&w->wish, work);
}

void
filing_put_feed(struct memory *m, int64_t id, struct tidings *what)
{
    struct telling *w = wish_about_item(m, id, sizeof *w);

    add_telling(w, what, write_feed);
}

void
filing_subscribe(struct memory *m, const struct source *s, struct tidings *what)
{
    struct telling *w = ask_about(m, s, sizeof *w);

    add_telling(w, what, write_subscription);
}

static bool
write_feed_read(struct db *db, void *data, struct err *err)
{
    return feeds_mark(db, ((const struct wish *)data)->id, 0, true, err);
}

void
filing_read_feed(struct memory *m, int64_t id)
{
    wish_add(wish_about_item(m, id, sizeof(struct wish)), write_feed_read);
}

static bool
write_end(struct db *db, void *data, struct err *err)
{
    return feeds_unsubscribe(db, ((const struct wish *)data)->id, err);
}

void
filing_unsubscribe(struct memory *m, int64_t id)
{
    wish_add(wish_about_item(m, id, sizeof(struct wish)), write_end);
}
