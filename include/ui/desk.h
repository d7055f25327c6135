/* SPDX-License-Identifier: ISC */
/*
 * desk - what the library as a view needs of whoever has made it
 *
 * A lobby shows what there is and lets something be chosen; it opens no article
 * and loads nothing.
 */
#ifndef UI_DESK_H
#define UI_DESK_H

#include "app/harvest.h"
#include "app/memory.h"
#include "app/shelf.h"
#include "layout/theme.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seek;
struct view;

/* What was chosen to be read. */
struct desk_choice {
    struct view *from;  /* the lobby; NULL: it does not follow the reading */
    shelf_id bundled;   /* or SHELF_NONE, and then */
    const int64_t *ids; /* the items of a list, */
    uint32_t n_ids;
    uint32_t place;   /* of which it is this one */
    bool has_hit;     /* it is to be read at */
    size_t hit_at;    /* this place of its wording, */
    struct str words; /* where these are */
};

/* All are called with user. */
struct desk_host {
    void (*open)(void *user, const struct desk_choice *choice);
    /* Is to load a page of the web into the library. */
    void (*bring)(void *user, const struct source *source);
    /* Is to ask all feeds for what is new, also that of the number, if it is
     * not 0, when it rests; and to stop that, which returns false when it was
     * not done. */
    void (*refresh)(void *user, int64_t feed);
    bool (*stop)(void *user);
    /* Tells how far it is with a feed when all are asked; or NULL. */
    enum harvest_stage (*asking)(void *user, int64_t feed);
    void *user;
};

/* What a lobby needs; all borrowed. */
struct desk {
    const struct theme *theme;
    struct memory *memory;
    const struct shelf *bundled;
    struct seek *seek; /* NULL: there is no library */
    bool is_watched;   /* what others change in the library is told */
    struct desk_host host;
};

#endif
