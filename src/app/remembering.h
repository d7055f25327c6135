/* SPDX-License-Identifier: ISC */
/*
 * remembering - the state of a memory, which its parts share
 *
 * The memory is in several files: what is remembered of what is read (memory),
 * articles (deposit), what a person does with the library (filing), and how all of
 * that gets there (wish).
 */
#ifndef APP_REMEMBERING_H
#define APP_REMEMBERING_H

#include "app/keeper.h"
#include "app/source.h"
#include "store/db.h"

#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

struct memory {
    struct db *db;         /* for reading, or NULL */
    struct keeper *keeper; /* NULL: nothing is written */
    uv_timer_t first;      /* tells the first notice */
    char *notice;          /* owned: that */
    void (*fn)(void *user, const char *notice);
    void *user;
    void (*on_change)(void *user);
    void *change_user;
    unsigned n_changes, n_news;
    bool has_told_damage;
    unsigned n_waiting; /* wishes that are not done with */
    int64_t *deleted;   /* owned: items that can be had back, newest last */
    uint32_t n_deleted, cap_deleted;
};

/*
 * Returns the name that the library has for a source, owned; NULL for none.
 */
char *remembering_place(const struct source *s);

/*
 * Tells whether anything can be written; a person hears it when not.
 */
bool remembering_can_write(struct memory *m);

#endif
