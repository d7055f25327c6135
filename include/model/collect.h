/* SPDX-License-Identifier: ISC */
/*
 * collect - the only maker of feeds
 *
 * A parser says what the feed says of itself, begins one entry after the other,
 * says what is said of each, and gets a feed with all invariants of model/feed.h
 * from collect_finish(). What comes in may be anything: text is cleaned here and
 * becomes one line, entries that repeat another one are left out, and so are
 * those that say nothing at all.
 *
 * Example:
 *
 *      struct collect *c = collect_new();
 *      collect_fact(c, FEED_TITLE, STR("Bean news"));
 *      if (collect_entry(c))
 *          collect_entry_fact(c, FEED_ENTRY_TITLE, STR("Soaking"));
 *      struct feed *f = collect_finish(c);
 *      feed_free(f);
 */
#ifndef MODEL_COLLECT_H
#define MODEL_COLLECT_H

#include "model/feed.h"

struct collect;

/*
 * Returns a collection of nothing; collect_finish() or collect_free() ends it.
 */
struct collect *collect_new(void);

/*
 * Throws away c and what was collected. NULL is allowed.
 */
void collect_free(struct collect *c);

/*
 * Says what the feed says of itself, which replaces what was said before.
 */
void collect_fact(struct collect *c, enum feed_fact fact, struct str value);

/*
 * Begins another entry. Returns false when there are as many as a feed can have:
 * then none is begun, and a note says so.
 */
bool collect_entry(struct collect *c) __attribute__((warn_unused_result));

/*
 * Says what is said of the entry begun last, which there must be; it replaces
 * what was said before.
 */
void collect_entry_fact(
    struct collect *c, enum feed_entry_fact fact, struct str value);

/*
 * Gives the entry begun last its article; is_whole: that is all of it, and not
 * only its beginning. At most once for an entry.
 */
void collect_article(struct collect *c, const struct article *a, bool is_whole);

/*
 * Adds a note, one line; the same note twice is one.
 */
void collect_note(struct collect *c, struct str note);

/*
 * Returns how many entries were begun.
 */
uint32_t collect_count(const struct collect *c);

/*
 * Returns the feed, owned, and ends c. Linear time.
 */
struct feed *collect_finish(struct collect *c);

#endif
