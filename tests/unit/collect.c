/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/collect.h.
 */
#include "model/collect.h"

#include "base/utf8.h"
#include "feedsample.h"

#include <stdio.h>
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
test_collect_makes_one_clean_line_of_any_text(void **state)
{
    struct collect *c = collect_new();
    struct err err = {0};
    (void)state;

    collect_fact(c, FEED_TITLE, STR("  two\n\t lines \x1B[31m\xFF "));
    feedsample_add(c, "a\r\nb", NULL, NULL);
    struct feed *f = collect_finish(c);
    assert_true(feed_check(f, &err));
    assert_str(feed_fact(f, FEED_TITLE), "two lines [31m\xEF\xBF\xBD");
    assert_str(feed_entry_fact(f, 0, FEED_ENTRY_TITLE), "a b");
    feed_free(f);
}

static void
test_collect_keeps_what_was_said_last(void **state)
{
    struct collect *c = collect_new();
    (void)state;

    collect_fact(c, FEED_TITLE, STR("one"));
    collect_fact(c, FEED_TITLE, STR("two"));
    struct feed *f = collect_finish(c);
    assert_str(feed_fact(f, FEED_TITLE), "two");
    feed_free(f);
}

static void
test_collect_knows_entries_by_id_then_address_then_title_and_date(void **state)
{
    struct collect *c = collect_new();
    (void)state;

    feedsample_add(c, "A", "https://a/", "id");
    feedsample_add(c, "B", "https://b/", NULL);
    feedsample_add(c, "C", NULL, NULL);
    collect_entry_fact(c, FEED_ENTRY_PUBLISHED, STR("2025-01-02"));
    struct feed *f = collect_finish(c);
    assert_str(feed_key(f, 0), "id");
    assert_str(feed_key(f, 1), "https://b/");
    assert_str(feed_key(f, 2), "C 2025-01-02");
    feed_free(f);
}

static void
test_collect_takes_no_id_that_different_entries_share(void **state)
{
    struct collect *c = collect_new();
    (void)state;

    feedsample_add(c, "A", "https://a/", "site");
    feedsample_add(c, "B", "https://b/", "site");
    feedsample_add(c, "C", "https://c/", "own");
    struct feed *f = collect_finish(c);
    assert_int_equal(f->n_entries, 3);
    assert_str(feed_key(f, 0), "https://a/");
    assert_str(feed_key(f, 1), "https://b/");
    assert_str(feed_key(f, 2), "own");
    feed_free(f);
}

static void
test_collect_keeps_entries_that_share_id_and_address(void **state)
{
    struct collect *c = collect_new();
    (void)state;

    feedsample_add(c, "A", "https://a/", "https://a/");
    feedsample_add(c, "B", "https://a/", "https://a/");
    struct feed *f = collect_finish(c);
    assert_int_equal(f->n_entries, 2);
    assert_str(feed_key(f, 0), "A https://a/");
    feed_free(f);
}

static void
test_collect_leaves_out_an_entry_that_comes_twice(void **state)
{
    struct collect *c = collect_new();
    struct article *a = sample_article();
    struct err err = {0};
    (void)state;

    feedsample_add(c, "A", "https://a/", "1");
    collect_article(c, a, true);
    feedsample_add(c, "A", "https://a/", "1");
    collect_article(c, a, true);
    feedsample_add(c, "B", "https://b/", "2");
    collect_article(c, a, false);
    struct feed *f = collect_finish(c);
    assert_int_equal(f->n_entries, 2);
    assert_true(feed_check(f, &err));
    assert_str(feed_label(f, 1), "B");
    article_free(a);
    a = feed_article(f, 1, &err);
    assert_non_null(a);
    article_free(a);
    feed_free(f);
}

static void
test_collect_leaves_out_an_entry_that_says_nothing(void **state)
{
    struct collect *c = collect_new();
    (void)state;

    feedsample_add(c, " ", "", NULL);
    feedsample_add(c, "A", NULL, NULL);
    struct feed *f = collect_finish(c);
    assert_int_equal(f->n_entries, 1);
    assert_str(feed_label(f, 0), "A");
    feed_free(f);
}

static void
test_collect_takes_no_more_entries_than_a_feed_has(void **state)
{
    struct collect *c = collect_new();
    struct err err = {0};
    uint32_t n = 0;
    (void)state;

    while (collect_entry(c)) {
        char title[32];
        snprintf(title, sizeof title, "%u", n++);
        collect_entry_fact(c, FEED_ENTRY_TITLE, str_of(title));
    }
    assert_int_equal(n, FEED_MAX_ENTRIES);
    assert_int_equal(collect_count(c), n);
    struct feed *f = collect_finish(c);
    assert_int_equal(f->n_entries, FEED_MAX_ENTRIES);
    assert_int_equal(f->n_notes, 1);
    assert_true(feed_check(f, &err));
    feed_free(f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_collect_makes_one_clean_line_of_any_text),
        cmocka_unit_test(test_collect_keeps_what_was_said_last),
        cmocka_unit_test(
            test_collect_knows_entries_by_id_then_address_then_title_and_date),
        cmocka_unit_test(test_collect_takes_no_id_that_different_entries_share),
        cmocka_unit_test(test_collect_keeps_entries_that_share_id_and_address),
        cmocka_unit_test(test_collect_leaves_out_an_entry_that_comes_twice),
        cmocka_unit_test(test_collect_leaves_out_an_entry_that_says_nothing),
        cmocka_unit_test(test_collect_takes_no_more_entries_than_a_feed_has),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
