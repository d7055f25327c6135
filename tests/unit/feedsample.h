/* SPDX-License-Identifier: ISC */
/*
 * feedsample - a feed with some of everything
 *
 * Two entries with an article, of which the second is only a beginning, and one
 * with none.
 */
#ifndef UNIT_FEEDSAMPLE_H
#define UNIT_FEEDSAMPLE_H

#include "model/collect.h"
#include "sample.h"

/* Begins an entry with a title, an address and an id; NULL: none. */
static inline void
feedsample_add(
    struct collect *c, const char *title, const char *url, const char *id)
{
    if (!collect_entry(c))
        return;
    collect_entry_fact(c, FEED_ENTRY_TITLE, str_of(title));
    collect_entry_fact(c, FEED_ENTRY_URL, str_of(url));
    collect_entry_fact(c, FEED_ENTRY_ID, str_of(id));
}

/*
 * Makes the feed, owned.
 */
static inline struct feed *
feedsample_feed(void)
{
    struct collect *c = collect_new();
    struct article *a = sample_article();

    collect_fact(c, FEED_TITLE, STR("Bean news"));
    collect_fact(c, FEED_SITE, STR("https://example.org/"));
    feedsample_add(c, "Soaking", "https://example.org/soak", "tag:1");
    collect_entry_fact(c, FEED_ENTRY_PUBLISHED, STR("2025-07-05"));
    collect_article(c, a, true);
    feedsample_add(c, NULL, "https://example.org/salt", NULL);
    collect_entry_fact(c, FEED_ENTRY_EXCERPT, STR("Salt \xC3\xA9 water"));
    collect_entry_fact(c, FEED_ENTRY_MODIFIED, STR("2025-07-04"));
    collect_article(c, a, false);
    feedsample_add(c, "Cooking", NULL, NULL);
    collect_note(c, STR("a note"));
    article_free(a);
    return collect_finish(c);
}

#endif
