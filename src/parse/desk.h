/* SPDX-License-Identifier: ISC */
/*
 * desk - makes a feed of what feeds of any format say
 *
 * The readers of the formats know where a title stands and how it is escaped;
 * the desk knows what a title is. It decodes and cleans, sees addresses from
 * where they stand, reads dates, makes articles of contents, and decides whether
 * a content is all of it or only the beginning.
 */
#ifndef PARSE_DESK_H
#define PARSE_DESK_H

#include "base/buf.h"
#include "model/feed.h"

#include <stdbool.h>
#include <stdint.h>

/* A text and how it is written. */
struct piece {
    struct buf text;
    bool is_html; /* else it is plain text, or said to be */
};

/* What a feed says of an entry; all may be empty. */
struct post {
    struct piece title, summary, content;
    struct buf url, id, published, modified;
    struct buf names; /* who wrote it, one a line */
    struct buf base;  /* what addresses in the contents are seen from */
    struct buf media; /* sounds and films that belong to it, as HTML */
};

struct desk;

/*
 * Returns a desk for the feed at base_url, borrowed, which may be empty.
 */
struct desk *desk_new(struct str base_url);

/*
 * Returns the address of the feed that d was made with.
 */
struct str desk_base(const struct desk *d);

/*
 * Says what the feed says of itself. FEED_SITE comes before the entries, if it
 * can; addresses are seen from base, or the feed if that is empty.
 */
void desk_fact(struct desk *d, enum feed_fact fact, const struct piece *p,
    struct str base);

/*
 * Adds a person who wrote all that names no others.
 */
void desk_name(struct desk *d, struct str name);

/*
 * Makes an entry of post and empties it.
 */
void desk_post(struct desk *d, struct post *post);

/*
 * Adds a note for who reads the feed; the empty one is none.
 */
void desk_note(struct desk *d, struct str note);

/*
 * Tells whether anything was said that only a feed says: its title, or an entry.
 */
bool desk_is_feed(const struct desk *d);

/*
 * Returns the feed, owned, and frees d.
 */
struct feed *desk_finish(struct desk *d);

/*
 * Throws away d and what it has. NULL is allowed.
 */
void desk_free(struct desk *d);

/*
 * Frees what a piece, or a post, owns and leaves it empty.
 */
void desk_clear_piece(struct piece *p);
void desk_clear_post(struct post *p);

#endif
