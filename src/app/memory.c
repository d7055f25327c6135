/* SPDX-License-Identifier: ISC */
/*
 * memory - what is remembered of what is read on the screen
 *
 * What is on its way into the library (wish.h) is a copy: an article as bytes, a
 * page as a descriptor.
 */
#include "app/memory.h"

#include "base/file.h"
#include "base/mem.h"
#include "model/codec.h"
#include "model/plate.h"
#include "remembering.h"
#include "store/feeds.h"
#include "store/lists.h"
#include "store/loss.h"
#include "store/vault.h"
#include "wish.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

/* Opening and closing. */

static void
tell_first(uv_timer_t *timer)
{
    struct memory *m = timer->data;

    m->fn(m->user, m->notice);
}

static void
tell_notice(void *user, const char *notice)
{
    struct memory *m = user;

    m->fn(m->user, notice);
}

char *
memory_path(void)
{
    return file_xdg(FILE_DATA, "library.db");
}

char *
memory_log_path(void)
{
    return file_xdg(FILE_DATA, "library.db-wal");
}

/* Opens the library that is in the place of a damaged one. */
static void
reopen(struct memory *m)
{
    char *path = memory_path();
    struct err unused;
    struct db *db = path ? vault_open(path, &unused) : NULL;

    free(path);
    if (!db)
        return; /* what there was can still be read */
    db_close(m->db);
    m->db = db;
    m->has_told_damage = false;
}

/* Notes that others have changed the library. */
static void
take_news(void *user)
{
    struct memory *m = user;

    if (m->db && db_has_moved(m->db))
        reopen(m);
    m->n_changes++;
    m->n_news++;
    if (m->on_change)
        m->on_change(m->change_user);
}

/* Opens the library; returns what a person should know of that, owned. */
static char *
open_library(struct memory *m, uv_loop_t *loop)
{
    char *path = memory_path();
    struct err err;
    const char *notice = NULL;

    if (!path) {
        notice = "nothing is remembered: HOME is not set";
    } else if (!(m->db = vault_open(path, &err))) {
        err_wrap(&err, "nothing is remembered");
        notice = err.text;
    } else {
        notice = db_notice(m->db);
        if (db_is_writable(m->db))
            m->keeper = keeper_open(loop, path, tell_notice, m);
        if (m->keeper)
            keeper_on_news(m->keeper, take_news, m);
    }
    free(path);
    return notice ? mem_copy_text(notice, strlen(notice)) : NULL;
}

struct memory *
memory_open(uv_loop_t *loop, memory_notice_fn notice, void *user)
{
    struct memory *m = mem_alloc_zero(1, sizeof *m);

    m->fn = notice;
    m->user = user;
    uv_timer_init(loop, &m->first);
    m->first.data = m;
    m->notice = open_library(m, loop);
    if (m->notice)
        uv_timer_start(&m->first, tell_first, 0, 0);
    return m;
}

static void
free_memory(uv_handle_t *handle)
{
    struct memory *m = handle->data;

    free(m->deleted);
    free(m->notice);
    free(m);
}

void
memory_limit(struct memory *m, int64_t max_size)
{
    if (m->keeper)
        keeper_limit(m->keeper, max_size);
}

void
memory_close(struct memory *m)
{
    if (!m)
        return;
    db_close(m->db);
    keeper_close(m->keeper);
    uv_close((uv_handle_t *)&m->first, free_memory);
}

struct db *
memory_db(struct memory *m)
{
    return m->db;
}

void
memory_tell_damage(struct memory *m)
{
    if (!m->db || m->has_told_damage || !db_is_damaged(m->db))
        return;
    m->has_told_damage = true;
    m->fn(m->user,
        "the library is damaged, and some of it may not be shown; it is mended "
        "when gutread starts next");
}

void
memory_on_change(struct memory *m, void (*fn)(void *user), void *user)
{
    m->on_change = fn;
    m->change_user = user;
}

unsigned
memory_n_changes(const struct memory *m)
{
    return m->n_changes;
}

unsigned
memory_n_news(const struct memory *m)
{
    return m->n_news;
}

void
memory_look(struct memory *m)
{
    if (m->db && db_has_moved(m->db))
        take_news(m);
    if (m->keeper)
        keeper_look(m->keeper);
    else if (m->db && db_has_news(m->db))
        take_news(m);
}

bool
memory_is_busy(const struct memory *m)
{
    return m->n_waiting > 0;
}

/* Sources and items. */

bool
memory_find(struct memory *m, const struct source *s, int64_t *out_id)
{
    char *place = m->db ? remembering_place(s) : NULL;
    struct err err;
    bool ok = place && library_find(m->db, str_of(place), out_id, &err);

    free(place);
    return ok;
}

bool
memory_can_keep(const struct memory *m, const struct source *s)
{
    char *place = m->keeper ? remembering_place(s) : NULL;
    bool can = place != NULL;

    free(place);
    return can;
}

struct source
memory_source(const struct item *item)
{
    const struct str place = item->place;
    const size_t end =
        item->kind == ITEM_ENTRY ? str_find(place, STR("#"), 0) : place.len;
    struct source s = {
        .kind = item->kind == ITEM_FILE   ? SOURCE_FILE
                : item->kind == ITEM_PAGE ? SOURCE_WEB
                                          : SOURCE_ENTRY,
        .place = mem_copy_text(place.ptr, end),
        .key = mem_copy_text(place.ptr, place.len),
        .plate = item->kind == ITEM_FILE ? NULL : plate_text(place),
    };

    if (end < place.len)
        s.key[end] = '\n';
    return s;
}

/* Pages. */

struct article *
memory_article(struct memory *m, const struct source *s,
    struct receipt *out_receipt, struct reprint *out_page)
{
    struct receipt receipt = {.is_there = true};
    struct article *a = NULL;
    struct err err;
    int64_t id;

    if (s->kind != SOURCE_FILE && memory_find(m, s, &id))
        a = library_article(m->db, id, &err);
    else
        return NULL;
    if (!a && !reprint_open(out_page, m->db, id, &err))
        return NULL;
    if (!library_body(m->db, id, NULL, &receipt.texts, &receipt.head, &err)) {
        /* Then it is asked for as if it were not there. */
    }
    receipt_done(out_receipt);
    *out_receipt = receipt;
    return a;
}

bool
memory_is_loss(struct memory *m, const struct source *s,
    const struct article *a, const struct receipt *receipt, bool is_wanted)
{
    const struct loss_ask ask = {
        .asked = str_of(s->place),
        .final = receipt->head.final,
        .page = a,
        .is_wanted = is_wanted,
    };
    bool is_loss = false;
    struct err unused;

    if (!m->db || s->kind != SOURCE_WEB ||
        !loss_find(m->db, &ask, &is_loss, &unused))
        return false;
    return is_loss;
}

char *
memory_address(void *memory, const char *url)
{
    const struct memory *m = memory;
    struct buf address = {0};

    if (!m->db)
        return NULL;
    feeds_add_login(m->db, str_of(url), &address);
    return buf_take(&address);
}

/* Places. */

struct placing {
    struct wish wish;
    struct position position; /* without the folds, which its text is */
};

static bool
write_placing(struct db *db, void *data, struct err *err)
{
    const struct placing *w = data;
    struct position position = w->position;
    int64_t id;

    position.folds = buf_str(&w->wish.text);
    return wish_find(db, &w->wish, &id, err) &&
           positions_put(db, id, &position, err);
}

void
memory_note_place(struct memory *m, const struct source *s,
    const struct position *p, bool is_patient)
{
    struct placing *w = wish_about(m, s, sizeof *w);

    if (!w)
        return;
    w->position = *p;
    buf_add_str(&w->wish.text, p->folds);
    w->wish.is_patient = is_patient;
    /* A key is not 0. */
    w->wish.key = str_digest(str_of(w->wish.place)) | 1;
    wish_add(&w->wish, write_placing);
}

bool
memory_find_place(struct memory *m, const struct source *s, struct buf *folds,
    struct position *out_position)
{
    struct err err;
    int64_t id;

    return memory_find(m, s, &id) &&
           positions_find(m->db, id, folds, out_position, &err);
}

struct marking {
    struct wish wish;
    struct bookmark place;
    char letter;
};

static bool
write_marking(struct db *db, void *data, struct err *err)
{
    const struct marking *w = data;
    int64_t id;

    return wish_find(db, &w->wish, &id, err) &&
           positions_put_mark(db, w->letter, id, &w->place, err);
}

void
memory_put_mark(struct memory *m, char letter, const struct source *s,
    const struct bookmark *place)
{
    struct marking *w = wish_about(m, s, sizeof *w);

    if (!w)
        return;
    w->letter = letter;
    w->place = *place;
    wish_add(&w->wish, write_marking);
}

bool
memory_find_mark(struct memory *m, char letter, struct source *out_source,
    struct bookmark *out_place)
{
    struct item_list list = {0};
    struct err err;
    int64_t id;
    bool ok = m->db &&
              positions_find_mark(m->db, letter, &id, out_place, &err) &&
              lists_load_item(m->db, id, &list, &err);

    if (ok)
        *out_source = memory_source(&list.items[0]);
    item_list_done(&list);
    return ok;
}

/* Shelves. */

/* Reads the item of a source into list; false when there is none. */
static bool
load_item(struct memory *m, const struct source *s, struct item_list *list)
{
    struct err err;
    int64_t id;

    return memory_find(m, s, &id) && lists_load_item(m->db, id, list, &err);
}

bool
memory_has_text(struct memory *m, const struct source *s)
{
    struct item_list list = {0};
    bool has_text = load_item(m, s, &list) && list.items[0].has_text;

    item_list_done(&list);
    return has_text;
}

bool
memory_is_on(struct memory *m, const struct source *s, enum library_shelf shelf)
{
    struct item_list list = {0};
    bool is_on = load_item(m, s, &list) && library_is_on(&list.items[0], shelf);

    item_list_done(&list);
    return is_on;
}
