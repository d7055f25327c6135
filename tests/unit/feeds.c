/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/feeds.h.
 */
#include "store/feeds.h"

#include "attic.h"
#include "model/collect.h"
#include "stock.h"
#include "store/lists.h"

#define FEED_URL "https://a.org/feed"

enum {
    NOW = 1700000000
};

static void
add_entry(struct collect *c, const char *title, const char *url, const char *id)
{
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_TITLE, str_of(title));
    collect_entry_fact(c, FEED_ENTRY_URL, str_of(url));
    collect_entry_fact(c, FEED_ENTRY_ID, str_of(id));
    collect_entry_fact(c, FEED_ENTRY_PUBLISHED, STR("2025-07-05"));
}

static void
add_text(struct collect *c, const char *text, bool is_whole)
{
    struct article *a = attic_article("T", text);

    collect_article(c, a, is_whole);
    article_free(a);
}

static int64_t
subscribe(struct attic *at, const char *url)
{
    struct feeds_wish wish = {.url = str_of(url)};
    int64_t id = 0;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
    return id;
}

/* Takes in what was collected and returns how many entries are new. */
static uint32_t
put(struct attic *at, int64_t feed, struct collect *c)
{
    struct feeds_head head = {.checked_at = 100, .due_at = 200};
    struct feed *f = collect_finish(c);
    uint32_t n_new = 0;

    attic_must(at, feeds_put(at->db, feed, &head, f, &n_new, &at->err));
    feed_free(f);
    return n_new;
}

static struct collect *
collect_three(void)
{
    struct collect *c = collect_new();

    collect_fact(c, FEED_TITLE, STR("A feed"));
    collect_fact(c, FEED_SITE, STR("https://a.org/"));
    add_entry(c, "Third", "https://a.org/3", "3");
    add_entry(c, "Second", "https://a.org/2", "2");
    add_text(c, "all of the second", true);
    add_entry(c, "First", "https://a.org/1", "1");
    add_text(c, "only the start of the first", false);
    return c;
}

static void
expect(struct attic *at, enum lists_list list, int64_t feed, const char *want)
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

static void
test_feeds_have_what_is_new_once(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL);

    assert_int_equal(put(at, feed, collect_three()), 3);
    expect(at, LISTS_UNREAD, feed, "Third* Second* First* ");
    assert_int_equal(put(at, feed, collect_three()), 0);
    struct collect *c = collect_three();
    add_entry(c, "Zero", "https://a.org/0", "0");
    assert_int_equal(put(at, feed, c), 1);
    expect(at, LISTS_FEED, feed, "Zero* Third* Second* First* ");
    attic_check(at);
}

static void
test_feeds_keep_the_text_of_whole_entries(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL), id;

    put(at, feed, collect_three());
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
    int64_t feed = subscribe(at, FEED_URL), id;
    struct collect *c = collect_new();
    struct lists_ask ask = {.list = LISTS_FEED, .of = feed};
    struct item_list page = {0};

    add_entry(c, "Bank", "https://bank.example/login", "x");
    add_text(c, "type your password here", true);
    put(at, feed, c);
    assert_false(
        library_find(at->db, STR("https://bank.example/login"), &id, &at->err));
    attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    assert_int_equal(page.items[0].kind, ITEM_ENTRY);
    assert_true(page.items[0].has_text);
    item_list_done(&page);
}

static void
test_feeds_say_nothing_of_pages_that_are_kept(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL);
    int64_t id = attic_put(at, "https://a.org/2", "Its own title", "its text");

    assert_int_equal(put(at, feed, collect_three()), 3);
    expect(at, LISTS_FEED, feed, "Third* Its own title* First* ");
    struct article *a = library_article(at->db, id, &at->err);
    assert_true(str_eq(article_fact(a, FACT_TITLE), STR("Its own title")));
    article_free(a);
    attic_check(at);
}

static void
test_feeds_know_what_was_read_anywhere(void **state)
{
    struct attic *at = *state;
    int64_t one = subscribe(at, FEED_URL),
            two = subscribe(at, "https://b.org/");
    int64_t id;
    struct feeds_list list = {0};

    put(at, one, collect_three());
    put(at, two, collect_three());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_read(at->db, id, 5, &at->err));
    expect(at, LISTS_UNREAD, one, "Second* First* ");
    expect(at, LISTS_FEED, one, "Third Second* First* ");
    attic_must(at, feeds_mark(at->db, one, id, false, &at->err));
    expect(at, LISTS_UNREAD, one, "Third* Second* First* ");
    attic_must(at, feeds_mark(at->db, one, 0, true, &at->err));
    expect(at, LISTS_UNREAD, one, "");
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 2);
    assert_int_equal(list.items[0].n_entries, 3);
    assert_int_equal(list.items[0].n_unread + list.items[1].n_unread, 2);
    feeds_done(&list);
    attic_check(at);
}

static void
test_feeds_do_not_bring_back_what_was_deleted(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL), id;

    put(at, feed, collect_three());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_delete(at->db, id, 5, &at->err));
    assert_int_equal(put(at, feed, collect_three()), 0);
    expect(at, LISTS_FEED, feed, "Second* First* ");
    attic_must(at, library_purge(at->db, 6, &at->err));
    assert_int_equal(put(at, feed, collect_three()), 0);
    expect(at, LISTS_FEED, feed, "Second* First* ");
    attic_check(at);
}

static void
test_feeds_take_along_only_what_nobody_wants(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL), id, gone;

    put(at, feed, collect_three());
    attic_must(at, library_find(at->db, STR("https://a.org/2"), &id, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 5, &at->err));
    attic_must(at, feeds_unsubscribe(at->db, feed, &at->err));
    assert_false(feeds_find(at->db, STR(FEED_URL), &gone, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);
    expect(at, LISTS_ALL, 0, "Second* ");
    attic_check(at);
}

static void
test_feeds_remember_how_asking_went(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL);
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

    /* The clock was wrong when it was asked for last. */
    list.items[0].checked_at = 4000000000;
    list.items[0].due_at = 4000000100;
    assert_true(feeds_is_due(&list.items[0], 1000));
    feeds_done(&list);
}

/* Takes in what was collected from where the feed is now. */
static uint32_t
put_moved(struct attic *at, int64_t feed, const char *url, struct collect *c)
{
    struct feeds_head head = {
        .moved = str_of(url), .checked_at = 100, .due_at = 200};
    struct feed *f = c ? collect_finish(c) : NULL;
    uint32_t n_new = 0;

    attic_must(at, feeds_put(at->db, feed, &head, f, &n_new, &at->err));
    feed_free(f);
    return n_new;
}

/* Returns three entries, of which one has its text in the feed alone. */
static struct collect *
collect_own(void)
{
    struct collect *c = collect_three();

    add_entry(c, "Own", "", "own");
    add_text(c, "a text that is nowhere else", true);
    return c;
}

static void
test_feeds_that_move_keep_their_entries(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL), id, found;

    put(at, feed, collect_own());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_read(at->db, id, 5, &at->err));
    assert_int_equal(
        put_moved(at, feed, "https://b.org/feed", collect_own()), 0);
    expect(at, LISTS_UNREAD, feed, "Second* First* Own* ");
    expect(at, LISTS_FEED, feed, "Third Second* First* Own* ");
    attic_must(
        at, feeds_find(at->db, STR("https://b.org/feed"), &id, &at->err));
    assert_int_equal(id, feed);
    assert_false(feeds_find(at->db, STR(FEED_URL), &id, &at->err));
    /* The text that the feed brought is known by both addresses. */
    attic_must(
        at, stock_find(at->db, STR("https://b.org/feed#own"), &id, &at->err));
    attic_must(at, stock_find(at->db, STR(FEED_URL "#own"), &found, &at->err));
    assert_true(id != 0 && id == found);
    /* Once more, without anything new, and to where it is. */
    put_moved(at, feed, "https://b.org/feed", NULL);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM feed"), 1);
    attic_check(at);
}

static void
test_feeds_that_move_to_one_another_become_one(void **state)
{
    struct attic *at = *state;
    int64_t old = subscribe(at, FEED_URL),
            new = subscribe(at, "https://www.a.org/rss");
    struct collect *c = collect_own();
    struct feeds_list list = {0};
    int64_t id;

    add_entry(c, "Zero", "https://a.org/0", "0");
    put(at, old, c);
    put(at, new, collect_own());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, feeds_mark(at->db, old, id, true, &at->err));
    attic_must(at, stock_find(at->db, STR(FEED_URL "#own"), &id, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 5, &at->err));
    assert_int_equal(
        put_moved(at, old, "https://www.a.org/rss", collect_own()), 0);
    /* Read is read, what only one had is there, what was saved is saved. */
    expect(at, LISTS_FEED, new, "Third Second* First* Own* Zero* ");
    expect(at, LISTS_UNREAD, new, "Second* First* Own* Zero* ");
    expect(at, LISTS_SAVED, 0, "Own* ");
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 1);
    assert_int_equal(list.items[0].id, new);
    assert_int_equal(list.items[0].n_entries, 5);
    assert_int_equal(list.items[0].n_unread, 4);
    feeds_done(&list);
    attic_check(at);
}

static void
test_feeds_put_no_entries_among_those_of_another_host(void **state)
{
    struct attic *at = *state;
    int64_t old = subscribe(at, FEED_URL),
            new = subscribe(at, "https://b.org/feed");
    struct collect *c = collect_new();

    put(at, old, collect_three());
    add_entry(c, "Real", "https://b.org/1", "1");
    put(at, new, c);
    put_moved(at, old, "https://b.org/feed", collect_three());
    expect(at, LISTS_FEED, new, "Real* ");
    expect(at, LISTS_FEED, old, "Third* Second* First* ");
    attic_check(at);
}

static void
test_feeds_know_entries_that_have_gone_to_https(void **state)
{
    struct attic *at = *state;
    int64_t old = subscribe(at, "http://a.org/feed"),
            new = subscribe(at, "https://a.org/feed");
    struct collect *c = collect_new();

    add_entry(c, "One", "http://a.org/1", "");
    add_entry(c, "Two", "http://a.org/2", "");
    put(at, old, c);
    attic_must(at, feeds_mark(at->db, old, 0, true, &at->err));
    for (int i = 0; i < 2; i++) {
        c = collect_new();
        add_entry(c, "One", "https://a.org/1", "");
        assert_int_equal(put(at, i == 0 ? old : new, c), i);
    }
    put_moved(at, old, "https://a.org/feed", NULL);
    expect(at, LISTS_FEED, new, "One Two ");
    attic_check(at);
}

static void
test_feeds_that_are_gone_are_never_due(void **state)
{
    struct attic *at = *state;
    int64_t feed = subscribe(at, FEED_URL);
    struct feeds_failure failure = {.why = "gone", .now = NOW, .is_gone = true};
    struct feeds_list list = {0};

    put(at, feed, collect_three());
    attic_must(at, feeds_note_failure(at->db, feed, &failure, &at->err));
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_false(feeds_is_due(&list.items[0], NOW + 4000000000));
    assert_int_equal(list.items[0].n_failures, 1);
    assert_int_equal(list.items[0].n_entries, 3);
    put(at, feed, collect_three());
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_true(feeds_is_due(&list.items[0], NOW));
    feeds_done(&list);
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
        T(say_nothing_of_pages_that_are_kept),
        T(know_what_was_read_anywhere),
        T(do_not_bring_back_what_was_deleted),
        T(take_along_only_what_nobody_wants),
        T(remember_how_asking_went),
        T(that_move_keep_their_entries),
        T(that_move_to_one_another_become_one),
        T(put_no_entries_among_those_of_another_host),
        T(know_entries_that_have_gone_to_https),
        T(that_are_gone_are_never_due),
        T(are_in_the_order_of_folders_and_titles),
        T(are_planned_later_after_every_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
