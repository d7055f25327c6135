/* SPDX-License-Identifier: ISC */
/*
 * kiosk - feeds for the tests of subscriptions
 */
#ifndef UNIT_KIOSK_H
#define UNIT_KIOSK_H

#include "attic.h"
#include "model/collect.h"
#include "store/feeds.h"
#include "store/lists.h"

#define FEED_URL "https://a.org/feed"

/* Adds an entry with what feeds say of them. */
static inline void
kiosk_entry(
    struct collect *c, const char *title, const char *url, const char *id)
{
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_TITLE, str_of(title));
    collect_entry_fact(c, FEED_ENTRY_URL, str_of(url));
    collect_entry_fact(c, FEED_ENTRY_ID, str_of(id));
    collect_entry_fact(c, FEED_ENTRY_PUBLISHED, STR("2025-07-05"));
}

/* Gives the last entry a text. */
static inline void
kiosk_text(struct collect *c, const char *text, bool is_whole)
{
    struct article *a = attic_article("T", text);

    collect_article(c, a, is_whole);
    article_free(a);
}

/* Returns the number of the feed at url, which is subscribed to then. */
static inline int64_t
kiosk_subscribe(struct attic *at, const char *url)
{
    struct feeds_wish wish = {.url = str_of(url)};
    int64_t id = 0;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
    return id;
}

/* Takes in what was collected and returns how many entries are new. */
static inline uint32_t
kiosk_put(struct attic *at, int64_t feed, struct collect *c)
{
    struct feeds_head head = {.checked_at = 100, .due_at = 200};
    struct feed *f = collect_finish(c);
    uint32_t n_new = 0;

    attic_must(at, feeds_put(at->db, feed, &head, f, &n_new, &at->err));
    feed_free(f);
    return n_new;
}

/* Returns a feed with three entries, of which two have a text. */
static inline struct collect *
kiosk_three(void)
{
    struct collect *c = collect_new();

    collect_fact(c, FEED_TITLE, STR("A feed"));
    collect_fact(c, FEED_SITE, STR("https://a.org/"));
    kiosk_entry(c, "Third", "https://a.org/3", "3");
    kiosk_entry(c, "Second", "https://a.org/2", "2");
    kiosk_text(c, "all of the second", true);
    kiosk_entry(c, "First", "https://a.org/1", "1");
    kiosk_text(c, "only the start of the first", false);
    return c;
}

/* Expects the titles of a list, each behind a blank; new ones have a star. */
static inline void
kiosk_expect(
    struct attic *at, enum lists_list list, int64_t feed, const char *want)
{
    struct lists_ask ask = {.list = list, .of = feed};
    struct item_list page = {0};
    struct buf got = {0};

    buf_end(&got);
    attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    for (uint32_t i = 0; i < page.n_items; i++)
        buf_add_format(&got, "%s%s ", page.items[i].title.ptr,
            page.items[i].is_new ? "*" : "");
    if (strcmp(got.ptr, want) != 0)
        fail_msg("got '%s', not '%s'", got.ptr, want);
    item_list_done(&page);
    buf_done(&got);
}

#endif
