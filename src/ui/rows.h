/* SPDX-License-Identifier: ISC */
/*
 * rows - what the library looks like as rows
 *
 * Which rows there are: headings, items by their number, feeds, reading lists,
 * tags, bundled articles. What an item is called is not read here but when its
 * row is seen, so that lists of any length cost no more than their numbers.
 */
#ifndef UI_ROWS_H
#define UI_ROWS_H

#include "app/shelf.h"
#include "store/db.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/names.h"

#include <stdbool.h>
#include <stdint.h>

enum rows_kind {
    ROWS_GAP,     /* an empty line */
    ROWS_HEADING, /* of part, which has n */
    ROWS_ITEM,    /* of the library, by id */
    ROWS_HIT,     /* likewise: hits.list.items[n] */
    ROWS_SNIPPET, /* of that */
    ROWS_FEED,    /* feeds.items[n], by id */
    ROWS_LIST,    /* lists.items[n], likewise */
    ROWS_TAG,     /* tags.items[n], likewise */
    ROWS_BUNDLED, /* shelf id n */
    ROWS_MORE,    /* n more items of part */
};

/* The parts of home, in their order, and what is found.
 * X(constant, title, list or LISTS_COUNT for none, most rows) */
#define ROWS_PARTS(X)                                                          \
    X(ROWS_UNFINISHED, "Continue reading", LISTS_UNFINISHED, 6)                \
    X(ROWS_SAVED, "Saved", LISTS_SAVED, 8)                                     \
    X(ROWS_LISTS, "Reading lists", LISTS_COUNT, 8)                             \
    X(ROWS_FAVORITE, "Favorites", LISTS_FAVORITE, 5)                           \
    X(ROWS_FEEDS, "Feeds", LISTS_COUNT, 12)                                    \
    X(ROWS_TAGS, "Tags", LISTS_COUNT, 8)                                       \
    X(ROWS_BUNDLED_PART, "Bundled", LISTS_COUNT, 8)                            \
    X(ROWS_HISTORY, "History", LISTS_HISTORY, 10)                              \
    X(ROWS_ARCHIVED, "Archived", LISTS_ARCHIVED, 3)                            \
    X(ROWS_NAMES, "Titles", LISTS_COUNT, 0)                                    \
    X(ROWS_TEXTS, "In the texts", LISTS_COUNT, 0)

enum rows_part {
#define X(constant, title, list, most) constant,
    ROWS_PARTS(X)
#undef X
};

struct row {
    enum rows_kind kind;
    enum rows_part part;
    uint32_t n;
    int64_t id;
};

struct rows {
    struct row *items; /* owned */
    uint32_t n_items, cap_items;
    uint32_t n_found; /* that can be chosen */
    struct feeds_list feeds;
    struct names lists, tags;
    struct hits hits;
};

/*
 * Make the rows of home, or of one part of it whole and alone, in the place of
 * those there were. db may be NULL; shelf is that of bundled articles.
 */
void rows_load_home(struct rows *r, struct db *db, const struct shelf *shelf);
void rows_load_part(struct rows *r, struct db *db, const struct shelf *shelf,
    enum rows_part part);

/*
 * Makes the rows of one list, in its order; n of an item says whether it is
 * told that it is new.
 */
void rows_load_list(struct rows *r, struct db *db, const struct lists_ask *ask);

/*
 * Turns the order of all rows around.
 */
void rows_turn(struct rows *r);

/*
 * Moves a row down by that many places, or up when they are less than 0, as far
 * as there are any, and returns where it is.
 */
uint32_t rows_move(struct rows *r, uint32_t row, int places);

/* What has the words that were looked for. */
struct rows_found {
    struct str words;
    const int64_t *ids; /* items by their titles */
    uint32_t n_ids;
    struct hits hits; /* items by their texts */
};

/*
 * Makes the rows of what was found, of which the hits are taken, and of the
 * feeds, reading lists, tags and bundled articles that are called so.
 */
void rows_load_found(struct rows *r, struct db *db, const struct shelf *shelf,
    struct rows_found *found);

/*
 * Returns the title of a part, and the list that has all of it; LISTS_COUNT when
 * it is no list of items.
 */
const char *rows_title(enum rows_part part);
enum lists_list rows_list(enum rows_part part);

/*
 * Finds the row that shows what the row at r->items[...] of another time showed;
 * near when it is gone.
 */
uint32_t rows_find(const struct rows *r, const struct row *row, uint32_t near);

/*
 * Tells whether the row can be chosen.
 */
bool rows_can_choose(const struct row *row);

/*
 * Frees what the rows own and leaves none.
 */
void rows_done(struct rows *r);

#endif
