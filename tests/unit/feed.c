/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/feed.h.
 */
#include "model/feed.h"

#include "base/utf8.h"
#include "feedsample.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define assert_str(s, text)                                                    \
    do {                                                                       \
        struct str got_ = (s);                                                 \
        assert_int_equal(got_.len, strlen(text));                              \
        assert_memory_equal(got_.ptr, text, got_.len);                         \
    } while (0)

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
test_feed_gives_what_its_entries_say(void **state)
{
    struct feed *f = feedsample_feed();
    (void)state;

    assert_int_equal(f->n_entries, 3);
    assert_str(feed_fact(f, FEED_TITLE), "Bean news");
    assert_str(
        feed_entry_fact(f, 0, FEED_ENTRY_URL), "https://example.org/soak");
    assert_int_equal(feed_entry_fact(f, 2, FEED_ENTRY_URL).len, 0);
    assert_int_equal(f->n_notes, 1);
    assert_str(feed_note(f, 0), "a note");
    feed_free(f);
}

static void
test_feed_labels_an_entry_without_a_title_by_its_words(void **state)
{
    struct feed *f = feedsample_feed();
    (void)state;

    assert_str(feed_label(f, 0), "Soaking");
    assert_str(feed_label(f, 1), "Salt \xC3\xA9 water");
    feed_free(f);
}

static void
test_feed_dates_an_entry_by_its_change_if_need_be(void **state)
{
    struct feed *f = feedsample_feed();
    (void)state;

    assert_str(feed_date(f, 0), "2025-07-05");
    assert_str(feed_date(f, 1), "2025-07-04");
    assert_int_equal(feed_date(f, 2).len, 0);
    feed_free(f);
}

static void
test_feed_finds_an_entry_by_its_key(void **state)
{
    struct feed *f = feedsample_feed();
    (void)state;

    assert_int_equal(feed_find(f, STR("tag:1")), 0);
    assert_int_equal(feed_find(f, STR("https://example.org/salt")), 1);
    assert_int_equal(feed_find(f, STR("Cooking")), 2);
    assert_int_equal(feed_find(f, STR("none")), FEED_NONE);
    feed_free(f);
}

static void
test_feed_gives_the_articles_that_it_has(void **state)
{
    struct feed *f = feedsample_feed();
    struct err err = {0};
    (void)state;

    assert_true(feed_is_whole(f, 0));
    assert_true(feed_has_article(f, 1));
    assert_false(feed_is_whole(f, 1));
    assert_false(feed_has_article(f, 2));

    struct article *a = feed_article(f, 1, &err);
    assert_non_null(a);
    assert_str(article_fact(a, FACT_TITLE), "Title");
    assert_int_equal(article_words(a, 0, a->n_blocks), f->entries[1].words);
    article_free(a);
    assert_null(feed_article(f, 2, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    feed_free(f);
}

static void
test_feed_check_refuses_a_key_of_two_entries(void **state)
{
    struct feed *f = feedsample_feed();
    struct feed_entry entries[3];
    struct feed bad = *f;
    struct err err = {0};
    (void)state;

    memcpy(entries, f->entries, sizeof entries);
    entries[2].key = entries[0].key;
    bad.entries = entries;
    assert_false(feed_check(&bad, &err));
    assert_int_equal(err.code, ERR_BAD_DATA);
    feed_free(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_feed_gives_what_its_entries_say),
        cmocka_unit_test(
            test_feed_labels_an_entry_without_a_title_by_its_words),
        cmocka_unit_test(test_feed_dates_an_entry_by_its_change_if_need_be),
        cmocka_unit_test(test_feed_finds_an_entry_by_its_key),
        cmocka_unit_test(test_feed_gives_the_articles_that_it_has),
        cmocka_unit_test(test_feed_check_refuses_a_key_of_two_entries),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
