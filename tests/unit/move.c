/* SPDX-License-Identifier: ISC */
/*
 * Tests of feeds that have another address than before (src/store/move.h,
 * src/store/password.h).
 */
#include "move.h"

#include "kiosk.h"
#include "stock.h"

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
    struct collect *c = kiosk_three();

    kiosk_entry(c, "Own", "", "own");
    kiosk_text(c, "a text that is nowhere else", true);
    return c;
}

static void
test_move_keeps_entries(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, FEED_URL), id, found;

    kiosk_put(at, feed, collect_own());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, library_read(at->db, id, 5, &at->err));
    assert_int_equal(
        put_moved(at, feed, "https://b.org/feed", collect_own()), 0);
    kiosk_expect(at, LISTS_UNREAD, feed, "Second* First* Own* ");
    kiosk_expect(at, LISTS_FEED, feed, "Third Second* First* Own* ");
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
test_move_makes_one_feed_of_two(void **state)
{
    struct attic *at = *state;
    int64_t old = kiosk_subscribe(at, FEED_URL),
            new = kiosk_subscribe(at, "https://www.a.org/rss");
    struct collect *c = collect_own();
    const struct feeds_wish kept = {
        .url = STR(FEED_URL), .folder = STR("Birds")};
    struct feeds_list list = {0};
    int64_t id;

    attic_must(at, feeds_subscribe(at->db, &kept, 1, &id, &at->err));
    kiosk_entry(c, "Zero", "https://a.org/0", "0");
    kiosk_put(at, old, c);
    kiosk_put(at, new, collect_own());
    attic_must(at, library_find(at->db, STR("https://a.org/3"), &id, &at->err));
    attic_must(at, feeds_mark(at->db, old, id, true, &at->err));
    attic_must(at, stock_find(at->db, STR(FEED_URL "#own"), &id, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 5, &at->err));
    assert_int_equal(
        put_moved(at, old, "https://www.a.org/rss", collect_own()), 0);
    /* Read is read, what only one had is there, what was saved is saved. */
    kiosk_expect(at, LISTS_FEED, new, "Third Second* First* Own* Zero* ");
    kiosk_expect(at, LISTS_UNREAD, new, "Second* First* Own* Zero* ");
    kiosk_expect(at, LISTS_SAVED, 0, "Own* ");
    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 1);
    assert_int_equal(list.items[0].id, new);
    assert_int_equal(list.items[0].n_entries, 5);
    assert_int_equal(list.items[0].n_unread, 4);
    assert_string_equal(list.items[0].folder.ptr, "Birds");
    feeds_done(&list);
    attic_check(at);
}

static void
test_move_puts_no_entries_among_those_of_another_host(void **state)
{
    struct attic *at = *state;
    int64_t old = kiosk_subscribe(at, FEED_URL),
            new = kiosk_subscribe(at, "https://b.org/feed");
    struct collect *c = collect_new();

    kiosk_put(at, old, kiosk_three());
    kiosk_entry(c, "Real", "https://b.org/1", "1");
    kiosk_put(at, new, c);
    put_moved(at, old, "https://b.org/feed", kiosk_three());
    kiosk_expect(at, LISTS_FEED, new, "Real* ");
    kiosk_expect(at, LISTS_FEED, old, "Third* Second* First* ");
    attic_check(at);
}

static void
test_move_knows_entries_that_have_gone_to_https(void **state)
{
    struct attic *at = *state;
    int64_t old = kiosk_subscribe(at, "http://a.org/feed"),
            new = kiosk_subscribe(at, "https://a.org/feed");
    struct collect *c = collect_new();

    kiosk_entry(c, "One", "http://a.org/1", "");
    kiosk_entry(c, "Two", "http://a.org/2", "");
    kiosk_put(at, old, c);
    attic_must(at, feeds_mark(at->db, old, 0, true, &at->err));
    for (int i = 0; i < 2; i++) {
        c = collect_new();
        kiosk_entry(c, "One", "https://a.org/1", "");
        assert_int_equal(kiosk_put(at, i == 0 ? old : new, c), i);
    }
    put_moved(at, old, "https://a.org/feed", NULL);
    kiosk_expect(at, LISTS_FEED, new, "One Two ");
    attic_check(at);
}

static void
test_move_with_a_site_brings_nothing_twice(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, "http://ann.example/feed");
    struct collect *c = collect_new();

    kiosk_entry(c, "Two", "http://ann.example/2", "https://ann.example/2");
    kiosk_entry(c, "One", "http://ann.example/1", "");
    kiosk_entry(c, "Else", "http://other.example/1", "");
    kiosk_put(at, feed, c);
    attic_must(at, feeds_mark(at->db, feed, 0, true, &at->err));
    for (int i = 0; i < 2; i++) {
        c = collect_new();
        kiosk_entry(c, "Three", "https://ann.org/3", "");
        kiosk_entry(c, "Two", "https://www.ann.org/2", "https://www.ann.org/2");
        kiosk_entry(c, "One", "https://ann.org/1", "");
        kiosk_entry(c, "Else", "http://other.example/1", "");
        assert_int_equal(put_moved(at, feed, "https://ann.org/feed", c), !i);
    }
    kiosk_expect(at, LISTS_FEED, feed, "Three* Two One Else ");
    attic_check(at);
}

/* Tells whether the only feed is asked at the address and told as url. */
static void
expect_address(struct attic *at, const char *address, const char *url)
{
    struct feeds_list list = {0};

    attic_must(at, feeds_load(at->db, &list, &at->err));
    assert_int_equal(list.n_items, 1);
    assert_string_equal(list.items[0].address.ptr, address);
    assert_string_equal(list.items[0].url.ptr, url);
    feeds_done(&list);
}

static void
test_move_takes_a_password_along_to_its_own_server_only(void **state)
{
    struct attic *at = *state;
    int64_t feed = kiosk_subscribe(at, "https://ann:secret@a.org/f"), id;

    expect_address(at, "https://ann:secret@a.org/f", "https://ann@a.org/f");
    /* Without one it stays, another one takes its place. */
    kiosk_subscribe(at, "https://ann@a.org/f");
    expect_address(at, "https://ann:secret@a.org/f", "https://ann@a.org/f");
    kiosk_subscribe(at, "https://ann:other@a.org/f#x");
    expect_address(at, "https://ann:other@a.org/f", "https://ann@a.org/f");
    attic_must(
        at, feeds_find(at->db, STR("https://ann:x@a.org/f"), &id, &at->err));
    assert_int_equal(id, feed);
    attic_must(at, feeds_find(at->db, STR("https://a.org/f"), &id, &at->err));
    assert_int_equal(id, feed);
    assert_false(feeds_find(at->db, STR("https://b@a.org/f"), &id, &at->err));
    assert_false(feeds_find(at->db, STR("https://a.org/"), &id, &at->err));
    /* It goes along only where the new address has it. */
    put_moved(at, feed, "https://ann:other@a.org/g", NULL);
    expect_address(at, "https://ann:other@a.org/g", "https://ann@a.org/g");
    put_moved(at, feed, "https://b.org/g", NULL);
    expect_address(at, "https://b.org/g", "https://b.org/g");
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM password"), 0);
    kiosk_subscribe(at, "https://:x@b.org/g");
    attic_must(at, feeds_unsubscribe(at->db, feed, &at->err));
    attic_must(at, feeds_find(at->db, STR("https://@b.org/g"), &id, &at->err));
    attic_must(at, feeds_unsubscribe(at->db, id, &at->err));
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM password"), 0);
    attic_check(at);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_move_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(keeps_entries),
        T(makes_one_feed_of_two),
        T(puts_no_entries_among_those_of_another_host),
        T(knows_entries_that_have_gone_to_https),
        T(with_a_site_brings_nothing_twice),
        T(takes_a_password_along_to_its_own_server_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
