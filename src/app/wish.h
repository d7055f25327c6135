/* SPDX-License-Identifier: ISC */
/*
 * wish - something that the library is to remember, on its way there
 *
 * A task for the keeper (app/keeper.h). Here is what all of them have: what they
 * are about, and who hears how it went. What else is to be written is behind that,
 * in a struct that begins with a wish; it is a copy of everything that is needed,
 * since it is written on another thread.
 *
 *      struct moving { struct wish wish; int places; };
 *
 *      struct moving *w = wish_about_item(m, id, sizeof *w);
 *      if (w) {
 *          w->places = places;
 *          wish_add(&w->wish, write_moving);
 *      }
 *
 * An item is looked for by its address or path where that is known, not by its
 * number: the wish that puts it into the library may still be waiting when this
 * one is made.
 */
#ifndef APP_WISH_H
#define APP_WISH_H

#include "app/source.h"
#include "base/buf.h"
#include "base/err.h"
#include "store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct memory;

struct wish {
    struct memory *memory;
    int64_t id;        /* of an item, a name or a feed; 0: see place */
    char *place;       /* owned: of an item; NULL: see id */
    struct buf text;   /* owned: what is to be written, as bytes */
    int64_t now;       /* when it was made, in seconds since 1970 */
    bool is_asked_for; /* by a key: a person hears when it fails */
    bool is_patient;   /* these two are as in struct keeper_task */
    uint64_t key;
    void (*drop)(void *data); /* frees what is owned behind it; NULL: nothing */
};

/*
 * Returns a wish about what a source is, with the rest of the size bytes of its
 * struct zeroed, owned; NULL when nothing can be written, or be remembered of the
 * source.
 */
void *wish_about(struct memory *m, const struct source *s, size_t size);

/*
 * The same about what has that number. It is asked for, and a person hears when
 * nothing can be written.
 */
void *wish_about_item(struct memory *m, int64_t id, size_t size);

/* Writes what the struct, which data is, has, as struct keeper_task calls it. */
typedef bool (*wish_fn)(struct db *db, void *data, struct err *err);

/*
 * Hands a wish over, which is taken, to be written by work; false when it is
 * NULL.
 */
bool wish_add(struct wish *w, wish_fn work);

/*
 * Finds the item that a wish is about, for what writes it.
 */
bool wish_find(struct db *db, const struct wish *w, int64_t *out_id,
    struct err *err) __attribute__((warn_unused_result));

#endif
