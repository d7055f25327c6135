/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/rounds.h. In place of the programs stand scripts; a feed has
 * one entry.
 */
#include "rounds.h"

#include "hall.h"
#include "model/collect.h"
#include "model/parcel.h"
#include "store/feeds.h"

#include <time.h>

static const char fetch[] = "for url; do :; done\n"
                            "printf 'status 200\\nurl %s\\netag \"v\"\\n\\n' "
                            "\"$url\" >&3\n"
                            "echo feed";

struct stage {
    struct hall *hall;
    struct rounds *rounds;
    struct rounds_count count;
};

static void
note_done(void *user, const struct rounds_count *count)
{
    struct stage *s = user;

    s->count = *count;
}

static void
subscribe(struct hall *h, const char *url)
{
    const struct feeds_wish wish = {.url = str_of(url)};
    int64_t id;

    attic_must(
        h->attic, feeds_subscribe(h->attic->db, &wish, 1, &id, &h->attic->err));
}

static void
begin_with(struct hall *h, struct stage *s, const char *script, int64_t wanted)
{
    const struct job_opts opts = {.max_size = 1 << 20};
    struct collect *c = collect_new();
    struct buf bytes = {0};

    collect_fact(c, FEED_TITLE, STR("News"));
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_URL, STR("http://a.org/entry"));
    collect_entry_fact(c, FEED_ENTRY_TITLE, STR("Entry"));
    struct feed *f = collect_finish(c);
    parcel_encode(f, &bytes);
    feed_free(f);
    attic_write(h->attic, "feed", buf_str(&bytes));
    buf_done(&bytes);
    attic_program(h->attic, "gutread-parse", "cat >/dev/null; cat feed");
    attic_program(h->attic, "gutread-fetch", script);
    hall_open(h);
    *s = (struct stage){.hall = h};
    s->rounds = rounds_start(&h->loop, h->memory, &opts, wanted, note_done, s);
}

static void
begin(struct hall *h, struct stage *s, const char *script)
{
    begin_with(h, s, script, 0);
}

/* Goes all the way. */
static void
finish(struct stage *s)
{
    uv_run(&s->hall->loop, UV_RUN_DEFAULT);
    assert_true(rounds_is_done(s->rounds));
    assert_null(rounds_failure(s->rounds));
    assert_int_equal(s->count.n_done, s->count.n);
    rounds_cancel(s->rounds);
    hall_close(s->hall);
}

static int64_t
ask(struct hall *h, const char *sql)
{
    return attic_sql(h->attic, sql);
}

static void
test_rounds_bring_what_is_new_in_all_feeds(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    subscribe(h, "http://b.org/feed");
    begin(h, &s, fetch);
    finish(&s);
    assert_int_equal(s.count.n, 2);
    assert_int_equal(s.count.n_failed, 0);
    assert_int_equal(ask(h, "SELECT count(*) FROM entry"), 2);
    assert_int_equal(
        ask(h, "SELECT count(*) FROM feed WHERE title = 'News' AND "
               "etag = '\"v\"' AND checked_at > 0 AND due_at > checked_at"),
        2);
}

static void
test_rounds_say_why_the_feeds_are_not_known(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    ask(h, "ALTER TABLE feed RENAME TO gone");
    begin(h, &s, fetch);
    assert_true(rounds_is_done(s.rounds));
    assert_non_null(rounds_failure(s.rounds));
    rounds_cancel(s.rounds);
    hall_close(h);
}

static void
test_rounds_ask_two_of_a_host_at_a_time(void **state)
{
    struct hall *h = *state;
    struct stage s;
    char url[40];

    for (int i = 0; i < 4; i++) {
        snprintf(url, sizeof url, "http://a.org/feed/%d", i);
        subscribe(h, url);
    }
    /* Each waits for another one, and sees whether there is a third. */
    begin(h, &s,
        "for url; do :; done\n"
        "touch here.$$\n"
        "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do\n"
        "set -- here.*; [ $# -lt 2 ] || break; sleep 0.05; done\n"
        "[ $# -lt 3 ] || touch crowd; [ $# -lt 2 ] || touch pair\n"
        "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3; echo feed\n"
        "rm here.$$");
    finish(&s);
    char *pair = file_join(h->attic->folder, "pair");
    char *crowd = file_join(h->attic->folder, "crowd");
    assert_int_equal(access(pair, F_OK), 0);
    assert_int_not_equal(access(crowd, F_OK), 0);
    free(pair);
    free(crowd);
}

static void
test_rounds_note_why_a_feed_could_not_be_had(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    begin(h, &s,
        "printf 'status 429\\nfailure busy\\nurl http://a.org/feed\\nretry "
        "%s\\n\\n' $(($(date +%s) + 9000)) >&3; echo busy >&2; exit 1");
    finish(&s);
    assert_int_equal(s.count.n_failed, 1);
    assert_int_equal(ask(h, "SELECT failure = 'busy' AND n_failures = 1 AND "
                            "due_at - checked_at BETWEEN 8000 AND 9000 "
                            "FROM feed"),
        1);
    /* It is left alone until then. */
    begin(h, &s, fetch);
    assert_true(rounds_is_done(s.rounds));
    assert_int_equal(rounds_count(s.rounds)->n_resting, 1);
    assert_int_equal(rounds_asking(s.rounds, 1), DESK_IDLE);
    rounds_cancel(s.rounds);
}

static void
test_rounds_leave_a_server_alone_that_wants_a_pause(void **state)
{
    struct hall *h = *state;
    struct stage s;
    char url[40];

    for (int i = 0; i < 6; i++) {
        snprintf(url, sizeof url, "http://a.org/feed/%d", i);
        subscribe(h, url);
    }
    subscribe(h, "http://b.org/feed");
    begin(h, &s,
        "for url; do :; done; echo >> asked\n"
        "printf 'status 429\nfailure busy\nurl %s\nretry %s\n\n' \"$url\""
        " $(($(date +%s) + 9000)) >&3; echo busy >&2; exit 1");
    finish(&s);
    /* Two were on their way. */
    assert_int_equal(s.count.n, 3);
    assert_int_equal(s.count.n_paused, 4);
    assert_int_equal(
        ask(h, "SELECT count(*) FROM feed WHERE n_failures > 0"), 3);
}

static void
test_rounds_leave_a_feed_alone_that_is_gone_but_not_when_it_is_wanted(
    void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    subscribe(h, "http://b.org/feed");
    begin(h, &s,
        "for url; do :; done\n"
        "printf 'status 410\\nfailure gone\\nurl %s\\n\\n' \"$url\" >&3\n"
        "echo '<p>A page that says so, and that nobody looks at.'\n"
        "echo gone >&2; exit 1");
    finish(&s);
    assert_int_equal(s.count.n_failed, 2);
    assert_int_equal(
        ask(h, "SELECT count(*) FROM feed WHERE due_at > 4000000000 AND"
               " failure LIKE '%gone for good; it is not asked any more'"),
        2);
    begin(h, &s, fetch);
    assert_true(rounds_is_done(s.rounds));
    assert_int_equal(rounds_count(s.rounds)->n_resting, 2);
    rounds_cancel(s.rounds);
    hall_close(h);
    begin_with(h, &s, fetch, 2);
    finish(&s);
    assert_int_equal(s.count.n, 1);
    assert_int_equal(
        ask(h, "SELECT count(*) FROM feed WHERE id = 2 AND failure = ''"), 1);
}

static void
test_rounds_find_feeds_where_they_have_moved(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    subscribe(h, "http://b.org/feed");
    subscribe(h, "http://c.org/feed");
    begin(h, &s,
        "for url; do :; done\n"
        "case $url in\n"
        "*a.org*) where=http://n.org/feed; status=200;;\n"
        "*b.org*) where=https://b.org/feed; status=304;;\n"
        "*c.org*) printf 'status 404\\nfailure no\\nurl http://d.org/\\n"
        "moved http://d.org/\\n\\n' >&3; echo no >&2; exit 1;;\n"
        "esac\n"
        "printf 'status %s\\nurl %s\\nmoved %s\\n\\n' $status $where $where "
        ">&3; [ $status = 304 ] || echo feed");
    finish(&s);
    assert_int_equal(s.count.n_failed, 1);
    assert_int_equal(
        ask(h, "SELECT count(*) FROM feed WHERE (id, url) IN (VALUES"
               " (1, 'http://n.org/feed'), (2, 'https://b.org/feed'),"
               " (3, 'http://c.org/feed'))"),
        3);
}

static void
test_rounds_blame_no_feed_for_a_network_that_is_not_there(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    begin(h, &s, "echo offline >&3; echo no way >&2; exit 1");
    finish(&s);
    assert_int_equal(ask(h, "SELECT failure = 'no way' AND n_failures = 0 AND "
                            "due_at = checked_at FROM feed"),
        1);
    begin(h, &s, fetch);
    assert_false(rounds_is_done(s.rounds));
    finish(&s);
    assert_int_equal(ask(h, "SELECT failure = '' FROM feed"), 1);
}

static void
test_rounds_that_reach_no_feed_note_that_of_none(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://a.org/feed");
    subscribe(h, "http://b.org/feed");
    begin(h, &s, "echo offline >&3; echo no way >&2; exit 1");
    finish(&s);
    assert_true(s.count.is_offline);
    assert_int_equal(s.count.n_failed, 2);
    assert_int_equal(ask(h, "SELECT count(*) FROM feed WHERE failure = ''"), 2);
    /* Where one was reached, there is a network. */
    begin(h, &s,
        "for url; do :; done\n"
        "case $url in *a.org*) echo offline >&3; echo no way >&2; exit 1;; "
        "esac\n"
        "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3; echo feed");
    finish(&s);
    assert_false(s.count.is_offline);
    assert_int_equal(ask(h, "SELECT count(*) FROM feed WHERE failure = ''"), 1);
}

static void
test_rounds_note_that_a_feed_has_no_address(void **state)
{
    struct hall *h = *state;
    struct stage s;

    subscribe(h, "http://[::1/feed");
    subscribe(h, "http://a.org/feed");
    begin(h, &s, fetch);
    finish(&s);
    assert_int_equal(s.count.n, 2);
    assert_int_equal(s.count.n_failed, 1);
    assert_int_equal(
        ask(h, "SELECT n_failures = 1 AND failure = 'not an address' FROM feed"
               " WHERE id = 1"),
        1);
    assert_int_equal(ask(h, "SELECT n_entries FROM feed WHERE id = 2"), 1);
}

static void
test_rounds_can_be_canceled(void **state)
{
    struct hall *h = *state;
    struct stage s;
    enum desk_asking asking[4];

    begin(h, &s, fetch);
    assert_true(rounds_is_done(s.rounds)); /* there is no feed */
    rounds_cancel(s.rounds);
    hall_close(h);
    subscribe(h, "http://a.org/feed");
    for (int i = 0; i < 2; i++)
        subscribe(h, i ? "http://a.org/2" : "http://a.org/3");
    begin(h, &s, "exec sleep 1000");
    uv_run(&h->loop, UV_RUN_NOWAIT);
    for (int i = 0; i < 4; i++)
        asking[i] = rounds_asking(s.rounds, i + 1);
    rounds_cancel(s.rounds);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    assert_int_equal(s.count.n_done, 0);
    assert_int_equal(asking[0], DESK_WAITING);
    assert_int_equal(asking[1], DESK_ASKING);
    assert_int_equal(asking[2], DESK_ASKING);
    assert_int_equal(asking[3], DESK_IDLE);
    rounds_cancel(NULL);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_rounds_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(bring_what_is_new_in_all_feeds),
        T(say_why_the_feeds_are_not_known),
        T(ask_two_of_a_host_at_a_time),
        T(note_why_a_feed_could_not_be_had),
        T(leave_a_server_alone_that_wants_a_pause),
        T(leave_a_feed_alone_that_is_gone_but_not_when_it_is_wanted),
        T(find_feeds_where_they_have_moved),
        T(blame_no_feed_for_a_network_that_is_not_there),
        T(that_reach_no_feed_note_that_of_none),
        T(note_that_a_feed_has_no_address),
        T(can_be_canceled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
