/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/way.h.
 */
#include "way.h"

#include "attic.h"
#include "feedsample.h"
#include "store/feeds.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/names.h"
#include "store/positions.h"

#define TEXT "one two three four five six seven eight nine ten"

/* Keeps a page that came from final where asked was asked for. */
static int64_t
put(struct attic *at, const char *asked, const char *final, const char *title,
    const char *text)
{
    struct article *a = attic_article(title, text);
    struct item_head head = {.final = str_of(final), .fetched_at = 1000};
    struct library_page page = {
        str_of(asked), &head, a, str_of("the page"), true};
    int64_t id = 0;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    article_free(a);
    return id;
}

static int64_t
find(struct attic *at, const char *url)
{
    int64_t id = 0;

    attic_must(at, library_find(at->db, str_of(url), &id, &at->err));
    return id;
}

static int64_t
note(struct attic *at, const char *url)
{
    struct library_note page = {.url = str_of(url)};
    int64_t id = 0;

    attic_must(at, library_put_note(at->db, &page, 5, &id, &at->err));
    return id;
}

static void
test_way_of_what_was_saved_leads_to_its_page(void **state)
{
    struct attic *at = *state;
    int64_t old = note(at, "http://a.org/x");

    attic_must(
        at, library_shelve(at->db, old, LIBRARY_SAVED, true, 7, &at->err));
    attic_must(
        at, library_shelve(at->db, old, LIBRARY_FAVORITE, true, 7, &at->err));
    attic_must(
        at, library_shelve(at->db, old, LIBRARY_ARCHIVED, true, 8, &at->err));
    attic_must(at, names_add(at->db, NAMES_TAG, old, STR("food"), &at->err));
    attic_must(
        at, names_add(at->db, NAMES_READING, old, STR("train"), &at->err));
    int64_t id = put(at, "http://a.org/x", "https://a.org/x", "T", TEXT);
    assert_int_equal(find(at, "http://a.org/x"), id);
    assert_int_equal(find(at, "https://a.org/x"), id);

    struct item_list page = {0};
    struct names tags = {0};
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 1);
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_true(page.items[0].is_saved && page.items[0].is_favorite);
    assert_true(page.items[0].is_archived && page.items[0].has_text);
    assert_int_equal(page.items[0].saved_at, 7);
    assert_int_equal(page.items[0].added_at, 5);
    attic_must(at, names_load(at->db, NAMES_TAG, id, &tags, &at->err));
    assert_int_equal(tags.n_items, 1);
    attic_must(at, names_load(at->db, NAMES_READING, id, &tags, &at->err));
    assert_int_equal(tags.n_items, 1);
    attic_check(at);
    names_done(&tags);
    item_list_done(&page);
}

static void
test_way_of_what_was_saved_keeps_its_address_when_that_leads_elsewhere(
    void **state)
{
    struct attic *at = *state;
    struct item_list page = {0};

    for (int i = 0; i < 2; i++) {
        char url[32];
        snprintf(url, sizeof url, "http://a.org/%d", i);
        int64_t id = note(at, url);
        assert_int_equal(put(at, url, "http://a.org/", "Home", TEXT), id);
        attic_must(at, lists_load_item(at->db, id, &page, &at->err));
        assert_string_equal(page.items[0].place.ptr, url);
        assert_true(page.items[0].has_text);
    }
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 2);
    attic_check(at);
    item_list_done(&page);
}

static void
test_way_of_an_entry_that_is_read_leads_to_its_page(void **state)
{
    struct attic *at = *state;
    struct collect *c = collect_new();
    struct feeds_head head = {.checked_at = 1};
    struct feeds_wish wish = {.url = STR("http://a.org/feed")};
    int64_t feed;
    uint32_t n_new;

    feedsample_add(c, "T", "http://b.org/x", NULL);
    struct feed *f = collect_finish(c);
    attic_must(at, feeds_subscribe(at->db, &wish, 1, &feed, &at->err));
    attic_must(at, feeds_put(at->db, feed, &head, f, &n_new, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_UNREAD, feed), 1);
    int64_t id = put(at, "http://b.org/x", "https://c.org/x", "T", TEXT);
    attic_must(at, library_read(at->db, id, 9, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_UNREAD, feed), 0);
    assert_int_equal(lists_count(at->db, LISTS_FEED, feed), 1);
    attic_check(at);
    feed_free(f);
}

static void
test_way_of_a_page_that_has_moved_keeps_what_was_done_with_it(void **state)
{
    struct attic *at = *state;
    int64_t old = put(at, "", "http://a.org/x", "T", TEXT);
    struct article *a = attic_article("T", TEXT);
    struct position p = {.place = bookmark_make(a, 10), .progress = 300}, got;
    struct buf folds = {0};
    struct bookmark mark;
    int64_t marked;

    attic_must(at, library_read(at->db, old, 9, &at->err));
    attic_must(at, positions_put(at->db, old, &p, &at->err));
    attic_must(at, positions_put_mark(at->db, 'q', old, &p.place, &at->err));
    assert_int_equal(
        put(at, "http://a.org/x", "https://www.b.org/y", "T", TEXT), old);
    /* Another edition of it there. */
    assert_int_equal(
        put(at, "http://a.org/x", "https://www.b.org/z", "T", TEXT " and more"),
        old);
    assert_int_equal(find(at, "http://a.org/x"), old);

    /* Only the way to it is another one. */
    int64_t id = put(
        at, "http://a.org/x", "https://www.a.org/x/", "T", TEXT " and more");
    assert_int_not_equal(id, old);
    assert_int_equal(find(at, "http://a.org/x"), id);
    assert_int_equal(find(at, "https://www.a.org/x/"), id);
    attic_must(at, positions_find(at->db, id, &folds, &got, &at->err));
    assert_int_equal(got.progress, 300);
    attic_must(at, positions_find_mark(at->db, 'q', &marked, &mark, &at->err));
    assert_int_equal(marked, id);
    assert_int_equal(lists_count(at->db, LISTS_HISTORY, 0), 1);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 1);
    attic_check(at);
    buf_done(&folds);
    article_free(a);
}

/* Reads a page as far as place. */
static void
read_to(struct attic *at, const char *url, uint32_t place)
{
    struct article *a = attic_article("T", TEXT);
    const struct position p = {
        .place = bookmark_make(a, place), .progress = 10 * place};
    int64_t id = put(at, "", url, "T", TEXT);

    attic_must(at, library_read(at->db, id, 9, &at->err));
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    article_free(a);
}

static void
test_way_of_two_that_were_read_keeps_the_newer_place(void **state)
{
    struct attic *at = *state;
    struct article *a = attic_article("T", TEXT);
    struct position got;
    struct buf folds = {0};

    read_to(at, "https://www.a.org/1/", 10);
    read_to(at, "http://a.org/1", 20);
    read_to(at, "http://a.org/2", 10);
    read_to(at, "https://www.a.org/2/", 20);
    const int64_t ids[] = {
        put(at, "http://a.org/1", "https://www.a.org/1/", "T", TEXT),
        put(at, "http://a.org/2", "https://www.a.org/2/", "T", TEXT)};
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 2);
    for (int i = 0; i < 2; i++) {
        attic_must(at, positions_find(at->db, ids[i], &folds, &got, &at->err));
        assert_int_equal(got.progress, 200);
        assert_int_equal(bookmark_find(a, &got.place), 20);
    }
    attic_check(at);
    buf_done(&folds);
    article_free(a);
}

static void
test_way_to_another_page_takes_nothing_from_an_article(void **state)
{
    struct attic *at = *state;
    int64_t id = put(at, "", "http://a.org/x", "T", TEXT);
    int64_t home =
        put(at, "http://a.org/x", "http://a.org/", "Home", TEXT TEXT TEXT);

    assert_int_not_equal(home, id);
    assert_int_equal(find(at, "http://a.org/x"), id);
    assert_int_equal(find(at, "http://a.org/"), home);

    /* The same title is no proof where the host is another one. */
    int64_t other =
        put(at, "http://a.org/x", "http://evil.org/", "T", TEXT TEXT);
    assert_int_equal(find(at, "http://a.org/x"), id);
    assert_int_equal(find(at, "http://evil.org/"), other);

    struct article *a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    assert_int_equal(article_words(a, 0, a->n_blocks), 11);
    article_free(a);

    /* An address that only led to pages leads to the newest. */
    int64_t monday = put(at, "http://a.org/new", "http://a.org/1", "1", TEXT);
    assert_int_equal(find(at, "http://a.org/new"), monday);
    int64_t friday =
        put(at, "http://a.org/new", "http://a.org/2", "2", TEXT TEXT);
    assert_int_equal(find(at, "http://a.org/new"), friday);
    assert_int_equal(find(at, "http://a.org/1"), monday);
    attic_check(at);
}

static void
test_way_to_less_of_a_page_leaves_all_as_it_is(void **state)
{
    struct attic *at = *state;
    int64_t id = put(at, "", "http://a.org/x", "T", TEXT);
    struct build *b = build_new();

    build_fact(b, FACT_TITLE, STR("T"));
    build_note(b, "a wall");
    struct article *a = build_finish(b);
    struct item_head head = {.final = STR("https://a.org/x")};
    struct library_page page = {
        STR("http://a.org/x"), &head, a, (struct str){0}, true};
    int64_t got;

    attic_must(at, library_put_page(at->db, &page, &got, &at->err));
    assert_int_equal(got, id);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 1);
    attic_check(at);
    article_free(a);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_way_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(of_what_was_saved_leads_to_its_page),
        T(of_what_was_saved_keeps_its_address_when_that_leads_elsewhere),
        T(of_an_entry_that_is_read_leads_to_its_page),
        T(of_a_page_that_has_moved_keeps_what_was_done_with_it),
        T(of_two_that_were_read_keeps_the_newer_place),
        T(to_another_page_takes_nothing_from_an_article),
        T(to_less_of_a_page_leaves_all_as_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
