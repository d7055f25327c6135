/* SPDX-License-Identifier: ISC */
/*
 * Tests of what goes first when the library takes too much room.
 */
#include "attic.h"
#include "feedsample.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/names.h"

static void
test_prune_takes_what_was_not_used_longest_but_never_what_is_saved(void **state)
{
    struct attic *at = *state;
    int64_t ids[30];
    struct item_list page = {0};

    for (int i = 0; i < 30; i++) {
        char url[32];
        snprintf(url, sizeof url, "http://a.org/%d", i);
        ids[i] = attic_put(at, url, url, "always the same text of this item");
    }
    attic_must(
        at, library_shelve(at->db, ids[1], LIBRARY_SAVED, true, 1, &at->err));
    attic_must(at,
        library_shelve(at->db, ids[2], LIBRARY_FAVORITE, true, 1, &at->err));
    attic_must(
        at, names_add(at->db, NAMES_READING, ids[3], STR("list"), &at->err));
    attic_must(at, library_read(at->db, ids[0], 5, &at->err));
    int64_t size = library_size(at->db);
    attic_prune(at, size);
    assert_int_equal(library_size(at->db), size);
    attic_prune(at, size / 2);
    assert_true(library_size(at->db) <= size / 2);
    assert_true(library_size(at->db) > size / 2 - size / 15);

    /* What is left are the newest, and the first four. */
    bool was_kept = false;
    for (int i = 0; i < 30; i++) {
        attic_must(at, lists_load_item(at->db, ids[i], &page, &at->err));
        assert_true(page.items[0].has_text || (i > 3 && !was_kept));
        was_kept = i > 3 && page.items[0].has_text;
    }
    assert_true(was_kept);
    attic_prune(at, 0);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM content"), 3);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 30);
    attic_check(at);
    item_list_done(&page);
}

static void
test_prune_has_the_same_order_after_all_was_made_again(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("T", "the same text of all of them");
    int64_t ids[3];

    for (int i = 0; i < 3; i++) {
        char url[32];
        snprintf(url, sizeof url, "http://a.org/%d", i);
        ids[i] = attic_put(at, url, "T", "the same text of all of them");
    }
    for (int i = 3; i-- > 0;)
        attic_must(at, library_replace(at->db, ids[i], a, &at->err));
    attic_prune(at, library_size(at->db) - 1);
    assert_null(library_article(at->db, ids[0], &at->err));
    article_free(a);
    a = library_article(at->db, ids[1], &at->err);
    attic_must(at, a);
    article_free(a);
}

static void
test_prune_leaves_what_a_feed_has_brought_just_now(void **state)
{
    struct attic *at = *state;
    int64_t old = attic_put(at, "http://a.org/", "T", "read long ago");
    struct feeds_wish wish = {.url = STR("https://example.org/feed")};
    struct feeds_head head = {.checked_at = 1};
    struct feed *f = feedsample_feed();
    int64_t feed, id;
    uint32_t n_new;

    attic_must(at, library_read(at->db, old, 5, &at->err));
    attic_must(at, feeds_subscribe(at->db, &wish, 1, &feed, &at->err));
    attic_must(at, feeds_put(at->db, feed, &head, f, &n_new, &at->err));
    attic_prune(at, library_size(at->db) - 1);
    attic_must(at,
        library_find(at->db, STR("https://example.org/soak"), &id, &at->err));
    struct article *a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    assert_null(library_article(at->db, old, &at->err));
    attic_check(at);
    article_free(a);
    feed_free(f);
}

static void
test_prune_takes_a_few_at_a_time_and_gives_the_room_back(void **state)
{
    struct attic *at = *state;
    char text[6000];
    uint32_t noise = 1; /* nothing that can be packed */
    bool is_done = false;
    int n_kept = 100;

    for (int i = 0; i < n_kept; i++) {
        char url[32];
        for (size_t c = 0; c + 1 < sizeof text; c++) {
            noise = noise * 1664525 + 1013904223;
            text[c] = (char)('!' + (noise >> 24) % 90);
        }
        text[sizeof text - 1] = '\0';
        snprintf(url, sizeof url, "http://a.org/%d", i);
        attic_put(at, url, url, text);
    }
    const int64_t size = library_size(at->db);
    for (int i = 0; i < 2; i++) {
        attic_must(at, prune_run(at->db, size / 10, 0, &is_done, &at->err));
        assert_false(is_done);
        const int n = (int)attic_sql(at, "SELECT count(*) FROM content");
        assert_true(n < n_kept && n >= n_kept - 50);
        n_kept = n;
    }
    const int64_t most = attic_sql(at, "PRAGMA page_count");
    attic_prune(at, size / 10);
    assert_true(library_size(at->db) <= size / 10);
    assert_int_equal(attic_sql(at, "PRAGMA freelist_count"), 0);
    assert_true(attic_sql(at, "PRAGMA page_count") < most - 10);
    attic_check(at);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_prune_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(takes_what_was_not_used_longest_but_never_what_is_saved),
        T(has_the_same_order_after_all_was_made_again),
        T(leaves_what_a_feed_has_brought_just_now),
        T(takes_a_few_at_a_time_and_gives_the_room_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
