/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/feeds.h.
 */
#include "store/feeds.h"

#include "kiosk.h"
#include "model/wording.h"
#include "store/hits.h"
#include "store/names.h"

enum {
    NOW = 1700000000
};

static void
test_feeds_have_what_is_new_once(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL);

    assert_int_equal(kiosk_put(at, feed, kiosk_three()), 3);
    kiosk_expect(at, LISTS_UNREAD, feed, "Third* Second* First* ");
    assert_int_equal(kiosk_put(at, feed, kiosk_three()), 0);
    struct collect *c = kiosk_three();
    kiosk_entry(c, "Zero", "https://a.org/0", "0");
    assert_int_equal(kiosk_put(at, feed, c), 1);
    kiosk_expect(at, LISTS_FEED, feed, "Zero* Third* Second* First* ");
    attic_check(at);
}

static void
test_feeds_keep_the_text_of_whole_entries(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL), id;

    kiosk_put(at, feed, kiosk_three());
    attic_must(at, library_find(at->db, STR("https://a.org/2"), &id, &at->err));
    struct article *a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    article_free(a);
    attic_must(at, library_find(at->db, STR("https://a.org/1"), &id, &at->err));
    assert_null(library_article(at->db, id, &at->err));
}

static void
test_feeds_put_no_text_in_the_place_of_pages_of_others(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL), id;
    struct collect *c = collect_new();
    struct lists_ask ask = {.list = LISTS_FEED, .of = feed};
    struct item_list page = {0};

    kiosk_entry(c, "Bank", "https://bank.example/login", "x");
    kiosk_text(c, "type your password here", true);
    kiosk_put(at, feed, c);
    assert_false(
        library_find(at->db, STR("https://bank.example/login"), &id, &at->err));
    attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    assert_int_equal(page.items[0].kind, ITEM_ENTRY);
    assert_true(page.items[0].has_text);
    item_list_done(&page);
}

static void
test_feeds_have_a_page_found_again_that_was_deleted(void **state)
{
    struct attic *at = *state;
    struct hits_ask ask = {.words = STR("willow"), .limit = 5};
    struct hits hits = {0};
    int64_t id = attic_put(at, "https://a.org/3", "Third", "a willow");
    int64_t feed = kiosk_subscribe(at, FEED_URL);

    attic_must(at, library_delete(at->db, id, 5, &at->err));
    kiosk_put(at, feed, kiosk_three());
    attic_must(at, hits_find(at->db, &ask, &hits, &at->err));
    assert_int_equal(hits.list.n_items, 1);
    assert_int_equal(hits.list.items[0].id, id);
    hits_done(&hits);
    attic_check(at);
}

static void
test_feeds_say_nothing_of_pages_that_are_kept(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL);
    int64_t id = attic_put(at, "https://a.org/2", "Its own title", "its text");

    assert_int_equal(kiosk_put(at, feed, kiosk_three()), 3);
    kiosk_expect(at, LISTS_FEED, feed, "Third* Its own title* First* ");
    struct article *a = library_article(at->db, id, &at->err);
    assert_true(str_eq(article_fact(a, FACT_TITLE), STR("Its own title")));
    article_free(a);
    attic_check(at);
}

/* Puts in a feed of one entry, and returns the text that is kept of it. */
static char *
put_one(struct attic *at, int64_t feed, const char *title, const char *text)
{
    struct collect *c = collect_new();
    struct buf prose = {0};
    int64_t id;

    kiosk_entry(c, title, "https://a.org/1", "1");
    kiosk_text(c, text, true);
    kiosk_put(at, feed, c);
    attic_must(at, library_find(at->db, STR("https://a.org/1"), &id, &at->err));
    struct article *a = library_article(at->db, id, &at->err);
    attic_must(at, a);
    wording_add(a, &prose);
    article_free(a);
    return buf_take(&prose);
}

static void
expect_one(struct attic *at, int64_t feed, const char *title, const char *text,
    const char *want)
{
    char *got = put_one(at, feed, title, text);

    if (!strstr(got, want))
        fail_msg("got '%s', not '%s'", got, want);
    free(got);
}

static void
test_feeds_renew_a_text_that_they_have_brought(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL), id;

    expect_one(at, feed, "One", "herons wait for five frogs", "five");
    attic_must(at, library_find(at->db, STR("https://a.org/1"), &id, &at->err));
    attic_must(at, library_read(at->db, id, 5, &at->err));
    expect_one(at, feed, "Uno", "herons wait for six frogs", "six");
    kiosk_expect(at, LISTS_FEED, feed, "Uno ");
    attic_check(at);
    /* What is hardly there any more is no new edition. */
    expect_one(at, feed, "Nil", "gone", "six");
    kiosk_expect(at, LISTS_FEED, feed, "Uno ");
    /* Nor is what a page has said of itself taken back. */
    attic_put(at, "https://a.org/1", "Page", "the page has seven frogs");
    expect_one(at, feed, "Duo", "herons wait for eight frogs", "seven");
    attic_check(at);
}

static void
test_feeds_know_what_was_read_anywhere(void **state)
{
    struct attic *at = *state;
    int64_t one = kiosk_subscribe(at, FEED_URL),
            two = kiosk_subscribe(at, "https://b.org/");
    int64_t id;
    struct feeds_list list = {0};

    /* Also before the feed was known. */
    id = attic_put(at, "https://a.org/1", "First", "a text");
    attic_must(at, library_read(at->db, id, 4, &at->err));
    kiosk_put(at, one, kiosk_three());
    kiosk_expect(at, LISTS_UNREAD, one, "Third* Second* ");
    attic_must(at, feeds_mark(at->db, one, id, false, &at->err));
    kiosk_put(at, two, kiosk_three());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_read(at->db, id, 5, &at->err));
    kiosk_expect(at, LISTS_UNREAD, one, "Second* First* ");
    kiosk_expect(at, LISTS_FEED, one, "Third Second* First* ");
    attic_must(at, feeds_mark(at->db, one, id, false, &at->err));
    kiosk_expect(at, LISTS_UNREAD, one, "Third* Second* First* ");
    attic_must(at, feeds_mark(at->db, one, 0, true, &at->err));
    kiosk_expect(at, LISTS_UNREAD, one, "");
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 2);
    assert_int_equal(list.items[0].n_entries, 3);
    assert_int_equal(list.items[0].n_unread + list.items[1].n_unread, 1);
    feeds_done(&list);
    attic_check(at);
}

static void
test_feeds_do_not_bring_back_what_was_deleted(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL), id;

    kiosk_put(at, feed, kiosk_three());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_delete(at->db, id, 5, &at->err));
    assert_int_equal(kiosk_put(at, feed, kiosk_three()), 0);
    kiosk_expect(at, LISTS_FEED, feed, "Second* First* ");
    attic_must(at, library_purge(at->db, 6, &at->err));
    assert_int_equal(kiosk_put(at, feed, kiosk_three()), 0);
    kiosk_expect(at, LISTS_FEED, feed, "Second* First* ");
    attic_check(at);
}

/* What a person can do with an item so that it is wanted. */
enum way {
    WAY_SAVE,
    WAY_LIKE,
    WAY_TAG,
    WAY_LIST,
    WAY_READ,
    N_WAYS
};

static void
want(struct attic *at, int64_t id, enum way way)
{
    struct db *db = at->db;
    bool ok = true;

    if (way == WAY_SAVE)
        ok = library_shelve(db, id, LIBRARY_SAVED, true, 5, &at->err);
    else if (way == WAY_LIKE)
        ok = library_shelve(db, id, LIBRARY_FAVORITE, true, 5, &at->err);
    else if (way == WAY_TAG)
        ok = names_add(db, NAMES_TAG, id, STR("t"), &at->err);
    else if (way == WAY_LIST)
        ok = names_add(db, NAMES_READING, id, STR("l"), &at->err);
    else
        ok = library_read(db, id, 5, &at->err);
    attic_must(at, ok);
}

static void
test_feeds_take_along_only_what_nobody_wants(void **state)
{
    struct attic *at = *state;

    for (enum way way = 0; way < N_WAYS; way++) {
        int64_t feed = kiosk_subscribe(at, FEED_URL), id, gone;
        kiosk_put(at, feed, kiosk_three());
        attic_must(
            at, library_find(at->db, STR("https://a.org/2"), &id, &at->err));
        want(at, id, way);
        attic_must(at, feeds_unsubscribe(at->db, feed, &at->err));
        assert_false(feeds_find(at->db, STR(FEED_URL), &gone, &at->err));
        assert_int_equal(at->err.code, ERR_NOT_FOUND);
        kiosk_expect(
            at, LISTS_ALL, 0, way == WAY_READ ? "Second " : "Second* ");
        attic_must(at, library_delete(at->db, id, 5, &at->err));
        attic_must(at, library_purge(at->db, 5, &at->err));
        attic_check(at);
    }
}

static void
test_feeds_keep_what_they_are_called_and_where_they_are(void **state)
{
    struct attic *at = *state;
    const struct feeds_wish named = {STR(FEED_URL), STR("Mine"), STR("Birds")};
    struct feeds_list list = {0};
    int64_t feed;

    attic_must(at, feeds_subscribe(at->db, &named, 1, &feed, &at->err));
    assert_int_equal(kiosk_subscribe(at, FEED_URL), feed);
    kiosk_put(at, feed, kiosk_three());
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_string_equal(list.items[0].title.ptr, "Mine");
    assert_string_equal(list.items[0].folder.ptr, "Birds");
    feeds_done(&list);
}

static void
test_feeds_remember_how_asking_went(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL);
    struct feeds_head head = {
        .etag = STR("e"), .modified = STR("m"), .checked_at = 10, .due_at = 20};
    struct feeds_failure failure = {.now = NOW};
    struct feeds_list list = {0};
    uint32_t n_new = 7;

    failure.why = "no answer";
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    failure.why = "still none";
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.items[0].n_failures, 2);
    assert_string_equal(list.items[0].failure.ptr, "still none");
    int64_t due = feeds_plan(NOW, 0, 1);
    assert_false(feeds_is_due(&list.items[0], due - 1));
    assert_true(feeds_is_due(&list.items[0], due));

    /* The server says when. */
    failure.not_before = NOW + 100000;
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.items[0].due_at, NOW + 100000);

    /* Without a network nothing is held against it. */
    failure.is_ours = true;
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.items[0].n_failures, 3);
    assert_true(feeds_is_due(&list.items[0], NOW));

    attic_must(at, feeds_put(at->db, feed, &head, NULL, &n_new, &at->err));
    assert_int_equal(n_new, 0);
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.items[0].n_failures, 0);
    assert_int_equal(list.items[0].failure.len, 0);
    assert_string_equal(list.items[0].etag.ptr, "e");
    assert_string_equal(list.items[0].modified.ptr, "m");

    /* A server that says nothing of it means the same. */
    head.etag = head.modified = (struct str){0};
    attic_must(at, feeds_put(at->db, feed, &head, NULL, &n_new, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_string_equal(list.items[0].etag.ptr, "e");
    assert_string_equal(list.items[0].modified.ptr, "m");

    /* The clock was wrong when it was asked for last. */
    list.items[0].checked_at = 4000000000;
    list.items[0].due_at = 4000000100;
    assert_true(feeds_is_due(&list.items[0], 1000));
    feeds_done(&list);
}

static void
test_feeds_that_are_gone_are_never_due(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL);
    struct feeds_failure failure = {.why = "gone", .now = NOW, .is_gone = true};
    struct feeds_list list = {0};

    kiosk_put(at, feed, kiosk_three());
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_false(feeds_is_due(&list.items[0], NOW + 4000000000));
    assert_int_equal(list.items[0].n_failures, 1);
    assert_int_equal(list.items[0].n_entries, 3);
    kiosk_put(at, feed, kiosk_three());
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_true(feeds_is_due(&list.items[0], NOW));
    feeds_done(&list);
}

static void
test_feeds_do_not_count_what_was_deleted(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL);
    struct lists_ask ask = {.list = LISTS_UNREAD, .of = feed, .limit = 1};
    struct feeds_list feeds = {0};
    struct item_list page = {0};

    kiosk_put(at, feed, kiosk_three());
    attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    const int64_t id = page.items[0].id;
    attic_must(at, library_delete(at->db, id, NOW, &at->err));
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    assert_int_equal(feeds.items[0].n_unread, 2);
    assert_int_equal(feeds.items[0].n_entries, 2);
    attic_must(at, library_undelete(at->db, id, &at->err));
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    assert_int_equal(feeds.items[0].n_unread, 3);
    assert_int_equal(feeds.items[0].n_entries, 3);
    assert_int_equal(lists_count(at->db, LISTS_FEED, feed), 3);

    attic_must(at, library_delete(at->db, id, NOW, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_FEED, feed), 2);
    assert_int_equal(lists_count(at->db, LISTS_UNREAD, feed), 2);
    attic_must(at, library_purge(at->db, NOW, &at->err));
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    assert_int_equal(feeds.items[0].n_unread, 2);
    assert_int_equal(feeds.items[0].n_entries, 2);
    assert_int_equal(lists_count(at->db, LISTS_FEED, feed), 2);
    feeds_done(&feeds);
    item_list_done(&page);
}

static void
test_feeds_are_in_the_order_of_folders_and_titles(void **state)
{
    struct attic *at = *state;
    struct feeds_list list = {0};
    int64_t id;
    static const struct feeds_wish wishes[] = {
        {STR_INIT("http://3/"), STR_INIT("b"), STR_INIT("y")},
        {STR_INIT("http://2/"), STR_INIT("A"), STR_INIT("y")},
        {STR_INIT("http://1/"), STR_INIT("z"), STR_INIT("")},
        {STR_INIT("http://0/"), STR_INIT("c"), STR_INIT("X")},
    };

    for (int i = 0; i < 4; i++)
        attic_must(at, feeds_subscribe(at->db, &wishes[i], 1, &id, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 4);
    assert_string_equal(list.items[0].title.ptr, "z");
    assert_string_equal(list.items[1].title.ptr, "c");
    assert_string_equal(list.items[2].title.ptr, "A");
    assert_string_equal(list.items[3].title.ptr, "b");
    feeds_done(&list);
}

static void
test_feeds_are_planned_later_after_every_failure(void **state)
{
    enum {
        HOUR = 60 * 60,
        WEEK = 7 * 24 * HOUR
    };
    static const struct {
        const char *name;
        int64_t not_before;
        unsigned n_failures;
        int64_t want;
    } cases[] = {
        {"all is well", 0, 0, NOW + HOUR},
        {"the server says soon", NOW + 60, 0, NOW + HOUR},
        {"the server says later", NOW + 5 * HOUR, 0, NOW + 5 * HOUR},
        {"the server says next year", NOW + 50 * WEEK, 0, NOW + WEEK},
        {"the server has no clock", INT64_MAX, 0, NOW + WEEK},
        {"it failed once", 0, 1, NOW + 2 * HOUR},
        {"it failed thrice", 0, 3, NOW + 8 * HOUR},
        {"it failed, and says when", NOW + 9 * HOUR, 2, NOW + 9 * HOUR},
        {"it fails for a year", 0, UINT32_MAX, NOW + WEEK},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t due = feeds_plan(NOW, cases[i].not_before, cases[i].n_failures);
        if (due != cases[i].want)
            fail_msg("%s: in %ld seconds", cases[i].name, (long)(due - NOW));
    }
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_feeds_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(have_what_is_new_once),
        T(keep_the_text_of_whole_entries),
        T(put_no_text_in_the_place_of_pages_of_others),
        T(have_a_page_found_again_that_was_deleted),
        T(say_nothing_of_pages_that_are_kept),
        T(renew_a_text_that_they_have_brought),
        T(know_what_was_read_anywhere),
        T(do_not_bring_back_what_was_deleted),
        T(take_along_only_what_nobody_wants),
        T(keep_what_they_are_called_and_where_they_are),
        T(remember_how_asking_went),
        T(that_are_gone_are_never_due),
        T(do_not_count_what_was_deleted),
        T(are_in_the_order_of_folders_and_titles),
        T(are_planned_later_after_every_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
