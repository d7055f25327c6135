/* SPDX-License-Identifier: ISC */
/*
 * shelf - what is read one after the other
 *
 * Articles in an order: the arguments of the command line, a folder, the
 * bundled collection, what stands around the one that was chosen in the library.
 * The shelf knows what previous and next mean, and what is known of each article
 * so far, which grows as they are loaded. It is gone with the session; what a
 * person keeps as a reading list is in store/names.h.
 *
 * Order: what was added first comes first, so that arguments stay as they were
 * given. Among the articles of one folder, those that give an order number
 * (front matter "order") come first, by that number; the others follow in the
 * order of their names. A feed becomes its entries, in its order, as soon as it
 * is known: shelf_spread(). Items are referred to by an id that stays the same
 * when the order changes; ids count from 0 as items are added.
 */
#ifndef APP_SHELF_H
#define APP_SHELF_H

#include "app/source.h"
#include "base/err.h"
#include "model/article.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stdint.h>

#define SHELF_NONE UINT32_MAX

typedef uint32_t shelf_id;

struct shelf_item {
    struct source source;
    char *title;  /* owned; NULL until known */
    char *byline; /* likewise */
    char *published;
    char *excerpt;
    char *failure; /* why it could not be loaded, or NULL */
    uint32_t words;
    int32_t order;  /* INT32_MAX: none given; of an entry: its place in the
                       feed, behind which are those that it has no more */
    uint32_t batch; /* which shelf_add() it came with, from 0 */
    bool is_known;  /* was loaded, or failed */
    const struct feed
        *feed; /* it is an entry of; owned by the shelf, or NULL */
    feed_ix entry;
    shelf_id first_entry; /* of a feed whose entries are in its place; else
                             SHELF_NONE */
};

struct shelf;

/*
 * Returns an empty shelf, owned (shelf_free()).
 */
struct shelf *shelf_new(void);

/*
 * Frees the shelf. NULL is allowed.
 */
void shelf_free(struct shelf *s);

/*
 * Adds a source, of which a copy is kept, behind the others and returns its id;
 * one that is there already is not added twice. A folder adds its articles
 * instead, and the id is that of the first; SHELF_NONE and err, without a name
 * (app/source.h), when it cannot be read or has none.
 */
shelf_id shelf_add(struct shelf *s, const struct source *source,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Notes what the article says of itself, or why it could not be loaded, and
 * puts the item in its place. A failure keeps what was known before.
 */
void shelf_note_article(struct shelf *s, shelf_id id, const struct article *a);
void shelf_note_failure(struct shelf *s, shelf_id id, const char *why);

/*
 * Notes the title of an item that need not be loaded to know it.
 */
void shelf_note_title(struct shelf *s, shelf_id id, struct str title);

/*
 * Notes what the feed, which the source of id is, says of itself.
 */
void shelf_note_feed(struct shelf *s, shelf_id id, const struct feed *f);

/*
 * Puts the entries of the feed, which is taken, in the place of item id, which
 * is its source, and returns the id of the first. The item itself is in no place
 * any more. SHELF_NONE when there are no entries: then the item stays. Another
 * time, entries that were there keep their ids, and those that the feed has no
 * more stand behind the others.
 */
shelf_id shelf_spread(struct shelf *s, shelf_id id, struct feed *f);

/*
 * Returns the item of the feed that id is an entry of; SHELF_NONE if it is none.
 */
shelf_id shelf_feed(const struct shelf *s, shelf_id id);

/*
 * Returns the article of item id that its feed has, owned, or NULL; with is_whole
 * only if it is all that there is to read.
 */
struct article *shelf_article(
    const struct shelf *s, shelf_id id, bool is_whole);

/*
 * Returns how many items there are, the id of the one at a place in the order,
 * and the place of an id (linear time); that of a feed is that of its first entry.
 */
uint32_t shelf_count(const struct shelf *s);
shelf_id shelf_at(const struct shelf *s, uint32_t place);
uint32_t shelf_place(const struct shelf *s, shelf_id id);

/*
 * Returns how many ids there are: all below are of items.
 */
uint32_t shelf_size(const struct shelf *s);

/*
 * Returns a number that is another one after anything on the shelf, or known of
 * it, has changed.
 */
unsigned shelf_n_changes(const struct shelf *s);

/*
 * Returns the item, borrowed until the shelf changes.
 */
const struct shelf_item *shelf_item(const struct shelf *s, shelf_id id);

/*
 * Returns the title of the item, or a label of its source until that is known.
 */
const char *shelf_title(const struct shelf *s, shelf_id id);

/*
 * Finds the item with that source, or SHELF_NONE.
 */
shelf_id shelf_find(const struct shelf *s, const struct source *source);

/*
 * Finds the neighbor of id: -1 the one before, 1 the next; SHELF_NONE at the
 * ends.
 */
shelf_id shelf_neighbor(const struct shelf *s, shelf_id id, int step);

#endif
