/* SPDX-License-Identifier: ISC */
/*
 * wish - what the library is to remember
 *
 * A task of the keeper (app/keeper.h): it holds a copy of everything that it
 * needs, since it is written on another thread.
 */
#ifndef APP_WISH_H
#define APP_WISH_H

#include "app/receipt.h"
#include "app/source.h"
#include "app/tidings.h"
#include "base/buf.h"
#include "store/library.h"
#include "store/names.h"
#include "store/positions.h"

#include <stdbool.h>
#include <stdint.h>

struct memory;

/* What the keeper is to write. */
struct wish {
    struct memory *memory;
    int64_t id;  /* of the item, or name; 0: place has to tell */
    char *place; /* owned, or NULL */
    enum source_kind kind;
    struct buf article; /* encoded; empty: none */
    struct receipt receipt;
    enum names_kind names;
    struct buf text; /* names, parted by commas, or a new one */
    int64_t list;    /* in which the item is moved by places */
    int places;
    struct tidings tidings;
    struct bookmark mark;
    struct buf folds;
    struct position position; /* without place and folds */
    enum library_shelf shelf;
    char letter;
    bool is_on;
    bool is_asked_for; /* by a key: a person hears when it fails */
    bool is_read;      /* now */
    bool is_remade;    /* of the page that is kept */
    int64_t now;
};

/*
 * Write what the wish, which data is, has. They are what struct keeper_task calls
 * work.
 */
bool wish_write_article(struct db *db, void *data, struct err *err);
bool wish_write_place(struct db *db, void *data, struct err *err);
bool wish_write_mark(struct db *db, void *data, struct err *err);
bool wish_write_shelf(struct db *db, void *data, struct err *err);
bool wish_write_address(struct db *db, void *data, struct err *err);
bool wish_write_names(struct db *db, void *data, struct err *err);
bool wish_write_rename(struct db *db, void *data, struct err *err);
bool wish_write_forget(struct db *db, void *data, struct err *err);
bool wish_write_move(struct db *db, void *data, struct err *err);
bool wish_write_feed(struct db *db, void *data, struct err *err);
bool wish_write_feed_read(struct db *db, void *data, struct err *err);
bool wish_write_subscription(struct db *db, void *data, struct err *err);
bool wish_write_delete(struct db *db, void *data, struct err *err);
bool wish_write_unsubscribe(struct db *db, void *data, struct err *err);

/*
 * Frees the wish.
 */
void wish_free(void *data);

#endif
