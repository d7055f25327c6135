/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/tidings.h.
 */
#include "app/tidings.h"

#include "attic.h"
#include "model/collect.h"
#include "store/feeds.h"

#include <fcntl.h>

static struct feed *
make_feed(void)
{
    struct collect *c = collect_new();

    collect_fact(c, FEED_TITLE, STR("News"));
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_URL, STR("http://a.org/entry"));
    collect_entry_fact(c, FEED_ENTRY_TITLE, STR("Entry"));
    return collect_finish(c);
}

/* Returns a feed that came from where it is to be asked for again. */
static struct tidings
make_tidings(const char *lasting)
{
    const struct reply reply = {
        .url = "http://a.org/now", .lasting = lasting, .etag = "\"v\""};
    struct harvest_result result = {.feed = make_feed()};
    int page = open("/dev/null", O_RDONLY | O_CLOEXEC);

    receipt_put(&result.receipt, &reply, page);
    close(page);
    struct tidings t = tidings_take(&result);
    assert_null(result.feed);
    assert_false(result.receipt.is_there);
    assert_false(t.receipt.has_body);
    return t;
}

static uint32_t
subscribe(struct attic *at, const char *url, const char *lasting)
{
    struct tidings t = make_tidings(lasting);
    uint32_t n_new;

    attic_must(
        at, tidings_subscribe(at->db, str_of(url), &t, &n_new, &at->err));
    tidings_done(&t);
    return n_new;
}

static void
test_tidings_of_a_load_tell_what_it_was(void **state)
{
    struct harvest_result result = {.feed = make_feed(), .retry_at = 7};
    struct err err;

    (void)state;
    struct tidings t = tidings_take(&result);
    assert_null(result.feed);
    assert_non_null(t.feed);
    assert_int_equal(t.failure.code, ERR_NONE);
    assert_int_equal(t.retry_at, 7);
    assert_true(t.asked_at > 0);
    tidings_done(&t);

    err_set(&err, ERR_UNCHANGED, "the page has not changed");
    result = (struct harvest_result){.err = &err};
    t = tidings_take(&result);
    assert_int_equal(t.failure.code, ERR_NONE);

    err_set(&err, ERR_GONE, "gone");
    t = tidings_take(&result);
    assert_string_equal(t.failure.text, "gone");

    result = (struct harvest_result){.article = attic_article("A", "B")};
    t = tidings_take(&result);
    assert_string_equal(t.failure.text, "this is no feed any more");
    harvest_drop(&result);
    tidings_done(&t);
}

static void
test_tidings_subscribe_where_the_feed_is(void **state)
{
    struct attic *at = *state;

    assert_int_equal(subscribe(at, "http://a.org/", "http://a.org/feed"), 1);
    assert_int_equal(subscribe(at, "http://a.org/", "http://a.org/feed"), 0);
    assert_int_equal(
        attic_sql(at, "SELECT count(*) FROM feed WHERE title = 'News' AND url ="
                      " 'http://a.org/feed' AND etag = '\"v\"'"),
        1);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM feed"), 1);
}

static void
test_tidings_delete_what_was_saved_of_the_feed_but_no_page(void **state)
{
    struct attic *at = *state;
    int64_t id;

    attic_put(at, "http://a.org/page", "A page", "that names a feed");
    attic_must(at, attic_note(at->db, STR("http://a.org/feed"), STR(""),
                       STR(""), &id, &at->err));
    subscribe(at, "http://a.org/page", "http://a.org/other");
    subscribe(at, "http://a.org/feed", "http://a.org/feed");
    assert_true(library_find(at->db, STR("http://a.org/page"), &id, &at->err));
    assert_false(library_find(at->db, STR("http://a.org/feed"), &id, &at->err));
}

static void
test_tidings_that_cannot_be_written_subscribe_to_nothing(void **state)
{
    struct attic *at = *state;
    struct tidings t = make_tidings("http://a.org/feed");
    uint32_t n_new = 7;

    attic_sql(at, "ALTER TABLE entry RENAME TO gone");
    attic_reopen(at);
    assert_false(tidings_subscribe(
        at->db, STR("http://a.org/feed"), &t, &n_new, &at->err));
    assert_int_equal(n_new, 7);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM feed"), 0);
    tidings_done(&t);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_tidings_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(of_a_load_tell_what_it_was),
        T(subscribe_where_the_feed_is),
        T(delete_what_was_saved_of_the_feed_but_no_page),
        T(that_cannot_be_written_subscribe_to_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
