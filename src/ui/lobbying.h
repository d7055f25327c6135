/* SPDX-License-Identifier: ISC */
/*
 * lobbying - the state of a lobby, which its parts share
 *
 * The lobby is one view in three files: the view itself, where its rows come
 * from (supply.c), and what a person does with them (chores.c). Nothing here is
 * for other views.
 */
#ifndef UI_LOBBYING_H
#define UI_LOBBYING_H

#include "base/buf.h"
#include "order.h"
#include "rows.h"
#include "seek.h"
#include "shelving.h"
#include "ui/desk.h"
#include "ui/entry.h"
#include "ui/list.h"
#include "ui/view.h"

#include <stdbool.h>

/* What a lobby shows while nothing is looked for. */
enum lobby_scope {
    LOBBY_HOME, /* some rows of each part */
    LOBBY_PART, /* part, whole */
    LOBBY_LIST, /* what ask says */
};

struct lobby {
    struct view view;
    struct desk desk;
    enum lobby_scope scope;
    enum rows_part part;
    struct lists_ask ask;
    struct buf title;
    enum order order;
    struct list list;
    struct rows rows;
    unsigned n_changes; /* of what rows are made of, when they were made: */
    unsigned n_ours;    /* of the library, by us */
    unsigned n_news;    /* and by others */
    bool is_stale;      /* they have to be made again */
    bool is_ahead;      /* they are what the library will be */
    struct entry entry; /* the words that are looked for */
    bool is_typing;
    struct shelving shelving;
    int64_t feed; /* that is asked about */
};

/*
 * Returns the row that is selected, borrowed, or NULL.
 */
static inline const struct row *
lobbying_row(const struct lobby *l)
{
    uint32_t row = list_row(&l->list);

    return row == LIST_NONE ? NULL : &l->rows.items[row];
}

/*
 * Tells whether the lobby is a reading list.
 */
static inline bool
lobbying_is_reading(const struct lobby *l)
{
    return l->scope == LOBBY_LIST && l->ask.list == LISTS_READING;
}

#endif
