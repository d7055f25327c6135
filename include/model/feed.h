/* SPDX-License-Identifier: ISC */
/*
 * feed - what a site has published of late
 *
 * A list of entries, each with what is said of it and, where the feed carries
 * the text itself, with an article. It knows neither Atom nor RSS, nor where it
 * came from, nor what of it was read.
 *
 * Shape. Flat arrays as those of an article (model/article.h), and for the same
 * reasons: entries refer to the text and to the bodies by offset, so that a feed
 * goes through a pipe as it is and is checked in one pass when it comes back.
 *
 *      entries  [ 0 ][ 1 ][ 2 ] ...
 *                |  \    '--- facts of 1
 *      text      "Title" "2025-07-05" "An excerpt" ...
 *      bodies    encoded articles, one behind the other
 *
 * Invariants, which feed_check() proves:
 *
 *   - every text_ref of facts, keys and notes lies inside the text, which is
 *     clean in the sense of utf8_is_clean(), and has no '\n';
 *   - every entry has a key, and no two have the same;
 *   - bodies follow each other without gaps in the order of their entries; an
 *     entry that IS_WHOLE has one;
 *   - no array is longer than its FEED_MAX_ limit.
 *
 * The bodies themselves are checked when they are taken out: feed_article().
 *
 * Ownership. A feed owns its arrays and never changes: model/collect.h makes
 * one, feed_free() frees all of it. Every struct str got from a feed is
 * borrowed and lives as long as the feed.
 *
 * Example: print the titles.
 *
 *      for (feed_ix e = 0; e < feed->n_entries; e++) {
 *          struct str s = feed_label(feed, e);
 *          printf("%.*s\n", STR_ARG(s));
 *      }
 */
#ifndef MODEL_FEED_H
#define MODEL_FEED_H

#include "base/err.h"
#include "model/article.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t feed_ix;

#define FEED_NONE UINT32_MAX /* no such entry */

enum {
    FEED_MAX_ENTRIES = 1 << 16,
    FEED_MAX_NOTES = 64,
    FEED_MAX_TEXT = 1 << 27,   /* bytes */
    FEED_MAX_BODIES = 1 << 29, /* bytes */
};

/* What a feed says of itself; URL is its own address, SITE that of the pages
 * that it is about. X(constant, name) */
#define FEED_FACTS(X)                                                          \
    X(FEED_TITLE, "title")                                                     \
    X(FEED_URL, "url")                                                         \
    X(FEED_SITE, "site")                                                       \
    X(FEED_EXCERPT, "excerpt")                                                 \
    X(FEED_LANG, "lang")

enum feed_fact {
#define X(constant, name) constant,
    FEED_FACTS(X)
#undef X
    FEED_FACT_COUNT
};

/* What it says of an entry. Dates are as those of articles; ID is any text that
 * the feed calls the entry by. X(constant, name) */
#define FEED_ENTRY_FACTS(X)                                                    \
    X(FEED_ENTRY_TITLE, "title")                                               \
    X(FEED_ENTRY_URL, "url")                                                   \
    X(FEED_ENTRY_ID, "id")                                                     \
    X(FEED_ENTRY_PUBLISHED, "published")                                       \
    X(FEED_ENTRY_MODIFIED, "modified")                                         \
    X(FEED_ENTRY_BYLINE, "byline")                                             \
    X(FEED_ENTRY_EXCERPT, "excerpt")

enum feed_entry_fact {
#define X(constant, name) constant,
    FEED_ENTRY_FACTS(X)
#undef X
    FEED_ENTRY_FACT_COUNT
};

/* What an entry is: a set of these. */
enum {
    FEED_ENTRY_IS_WHOLE = 1 << 0, /* its article is all that there is to read */
    FEED_ENTRY_MARKS_ALL = (1 << 1) - 1,
};

struct feed_entry {
    struct text_ref facts[FEED_ENTRY_FACT_COUNT]; /* empty if unknown */
    /* What the entry is known by from one version of the feed to the next: its
     * id; else its address; else its title and date. */
    struct text_ref key;
    struct text_ref body; /* into feed.bodies; empty if there is no article */
    uint32_t words;       /* of the article; 0 if there is none */
    uint32_t marks;       /* set of FEED_ENTRY_ bits */
};

struct feed {
    const struct feed_entry *entries; /* in the order of the feed */
    const struct text_ref *notes;     /* what a reader should know was lost */
    const char *text;
    const char *bodies;
    uint32_t n_entries, n_notes, n_text, n_bodies;
    struct text_ref facts[FEED_FACT_COUNT]; /* empty if unknown */
};

/*
 * Frees the feed and everything it owns. NULL is allowed.
 */
void feed_free(struct feed *f);

/*
 * Return what the feed says of itself, and of entry e; empty if unknown.
 */
struct str feed_fact(const struct feed *f, enum feed_fact fact);
struct str feed_entry_fact(
    const struct feed *f, feed_ix e, enum feed_entry_fact fact);

/*
 * Returns the note i.
 */
struct str feed_note(const struct feed *f, uint32_t i);

/*
 * Returns what to call entry e: its title; without one the first words of it,
 * which may be many, or its address.
 */
struct str feed_label(const struct feed *f, feed_ix e);

/*
 * Returns when entry e was published or, where that is not said, modified.
 */
struct str feed_date(const struct feed *f, feed_ix e);

/*
 * Returns the key of entry e.
 */
struct str feed_key(const struct feed *f, feed_ix e);

/*
 * Finds the entry with that key, or FEED_NONE. Linear time.
 */
feed_ix feed_find(const struct feed *f, struct str key);

/*
 * Tells whether the feed has an article for entry e, if only the beginning of
 * it; and whether that is all there is to read.
 */
bool feed_has_article(const struct feed *f, feed_ix e);
bool feed_is_whole(const struct feed *f, feed_ix e);

/*
 * Returns the article of entry e, owned, after article_check(); NULL, and why,
 * when it has none or a bad one.
 */
struct article *feed_article(const struct feed *f, feed_ix e, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Proves the invariants above, in time linear in the size of the feed; on
 * failure err says where.
 */
bool feed_check(const struct feed *f, struct err *err)
    __attribute__((warn_unused_result));

#endif
