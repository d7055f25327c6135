/* SPDX-License-Identifier: ISC */
/*
 * item - something to read, as the library knows it
 *
 * What the modules of this floor tell one another and those above of an item: a
 * page, a file, an entry of a feed. An item has a number that never changes and
 * is never given again.
 */
#ifndef STORE_ITEM_H
#define STORE_ITEM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What an item is; the numbers are in the file. */
enum item_kind {
    ITEM_PAGE = 1,
    ITEM_FILE = 2,
    ITEM_ENTRY = 3, /* of a feed, without a page of its own */
};

/* What is known of a page besides its article. */
struct item_head {
    struct str final;     /* the address that it came from in the end */
    struct str canonical; /* what it calls itself, or empty; is read only */
    struct str type;      /* as the server said, or empty */
    struct str charset;   /* likewise */
    struct str etag;      /* for asking again, or empty */
    struct str modified;  /* Last-Modified as it was sent, or empty */
    int64_t fresh_until;  /* 0: ask every time */
    int64_t fetched_at;
};

/* An item in a list. Texts end in a NUL and live as the list does; all but the
 * place are clean and on one line. */
struct item {
    int64_t id;
    enum item_kind kind;
    struct str place; /* address or path, to be opened, not to be shown */
    struct str title; /* or what is best in its place */
    struct str byline, site, published, excerpt;
    uint32_t words;                      /* 0: not known */
    unsigned progress;                   /* thousandths that were read */
    int64_t added_at, read_at, saved_at; /* 0: never */
    bool is_finished, is_saved, is_archived, is_favorite;
    bool has_text; /* its article is kept */
    bool is_new;   /* an entry that was not read yet; of other lists: never
                      read */
};

struct item_list {
    struct item *items; /* owned */
    uint32_t n_items, cap_items;
    int64_t cursor; /* of the page behind this one, see store/lists.h */
    struct arena texts;
};

/*
 * Appends the place as it is to be shown: clean, on one line, an address with
 * the host that is asked.
 */
void item_add_place(const struct item *item, struct buf *out);

/*
 * Empties the list and keeps its room.
 */
void item_list_empty(struct item_list *list);

/*
 * Frees what the list owns and leaves it empty.
 */
void item_list_done(struct item_list *list);

#endif
