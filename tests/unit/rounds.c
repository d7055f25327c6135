/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/rounds.h. In place of the programs stand scripts; a feed has one
 * entry. What comes is written at once.
 */
#include "app/rounds.h"

#include "attic.h"
#include "model/collect.h"
#include "model/parcel.h"
#include "store/feeds.h"

#include <time.h>
#include <uv.h>

static const char fetch[] = "for url; do :; done\n"
                            "printf 'status 200\\nurl %s\\netag \"v\"\\n\\n' "
                            "\"$url\" >&3\n"
                            "echo feed";

struct stage {
    struct attic *attic;
    uv_loop_t loop;
    struct rounds *rounds;
    struct rounds_count count; /* as it was told last */
    uint32_t n_told, n_taken, n_skipped;
};

static void
take(void *user, const struct feeds_item *feed, struct tidings *what)
{
    struct stage *s = user;
    uint32_t n_new;

    s->n_taken++;
    attic_must(s->attic,
        tidings_put(s->attic->db, feed->id, what, &n_new, &s->attic->err));
}

static void
note_skipped(void *user, const struct feeds_item *feed)
{
    struct stage *s = user;

    assert_true(feed->id > 0);
    s->n_skipped++;
}

static void
note(void *user, const struct rounds_count *count)
{
    struct stage *s = user;

    s->n_told++;
    s->count = *count;
}

static void
subscribe(struct attic *at, const char *url)
{
    const struct feeds_wish wish = {.url = str_of(url)};
    int64_t id;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
}

static void
begin_with(
    struct attic *at, struct stage *s, const char *script, int64_t wanted)
{
    /* Most are of what the command line names, and not of feeds. */
    const struct job_opts jobs = {.max_size = 1 << 20,
        .type = "text",
        .base_url = "http://other.org/",
        .is_full_page = true,
        .wants_feed = true};
    struct collect *c = collect_new();
    struct buf bytes = {0};

    collect_fact(c, FEED_TITLE, STR("News"));
    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_URL, STR("http://a.org/entry"));
    collect_entry_fact(c, FEED_ENTRY_TITLE, STR("Entry"));
    struct feed *f = collect_finish(c);
    parcel_encode(f, &bytes);
    feed_free(f);
    attic_write(at, "feed", buf_str(&bytes));
    buf_done(&bytes);
    attic_program(at, "gutread-parse",
        "case \"$*\" in *--type*|*other.org*|*--full-page*) exit 9;; esac\n"
        "cat >/dev/null; cat feed");
    attic_program(at, "gutread-fetch", script);
    *s = (struct stage){.attic = at};
    uv_loop_init(&s->loop);
    const struct rounds_opts how = {&s->loop, at->db, &jobs, wanted, false};
    const struct rounds_ops ops = {take, note_skipped, note, s};
    s->rounds = rounds_start(&how, &ops, &at->err);
}

static void
begin(struct attic *at, struct stage *s, const char *script)
{
    begin_with(at, s, script, 0);
}

static void
end(struct stage *s)
{
    rounds_cancel(s->rounds);
    uv_run(&s->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&s->loop), 0);
}

/* Goes all the way. */
static void
finish(struct stage *s)
{
    uv_run(&s->loop, UV_RUN_DEFAULT);
    assert_true(rounds_is_done(s->rounds));
    assert_int_equal(s->count.n_done, s->count.n);
    assert_int_equal(s->n_skipped, s->count.n_paused);
    end(s);
}

static int64_t
ask(struct attic *at, const char *sql)
{
    return attic_sql(at, sql);
}

static void
test_rounds_bring_what_is_new_in_all_feeds(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    subscribe(at, "http://b.org/feed");
    begin(at, &s, fetch);
    finish(&s);
    assert_int_equal(s.count.n, 2);
    assert_int_equal(s.count.n_failed, 0);
    assert_int_equal(ask(at, "SELECT count(*) FROM entry"), 2);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE title = 'News' AND "
                "etag = '\"v\"' AND checked_at > 0 AND due_at > checked_at"),
        2);
}

static void
test_rounds_say_why_the_feeds_are_not_known(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    ask(at, "ALTER TABLE feed RENAME TO gone");
    begin(at, &s, fetch);
    assert_null(s.rounds);
    assert_true(at->err.text[0] != '\0');
    end(&s);
}

static void
test_rounds_note_why_a_feed_could_not_be_had(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    begin(at, &s,
        "printf 'status 429\\nfailure busy\\nurl http://a.org/feed\\nretry "
        "%s\\n\\n' $(($(date +%s) + 9000)) >&3; echo busy >&2; exit 1");
    finish(&s);
    assert_int_equal(s.count.n_failed, 1);
    assert_int_equal(ask(at, "SELECT failure = 'busy' AND n_failures = 1 AND "
                             "due_at - checked_at BETWEEN 8000 AND 9000 "
                             "FROM feed"),
        1);
    /* It is left alone until then. */
    begin(at, &s, fetch);
    assert_true(rounds_is_done(s.rounds));
    assert_int_equal(rounds_count(s.rounds)->n_resting, 1);
    assert_int_equal(rounds_stage(s.rounds, 1), HARVEST_OVER);
    end(&s);
}

static void
test_rounds_leave_a_server_alone_that_wants_a_pause(void **state)
{
    struct attic *at = *state;
    struct stage s;
    char url[40];

    for (int i = 0; i < 6; i++) {
        snprintf(url, sizeof url, "http://a.org/feed/%d", i);
        subscribe(at, url);
    }
    subscribe(at, "http://b.org/feed");
    begin(at, &s,
        "for url; do :; done; echo >> asked\n"
        "printf 'status 429\nfailure busy\nurl %s\nretry %s\n\n' \"$url\""
        " $(($(date +%s) + 9000)) >&3; echo busy >&2; exit 1");
    finish(&s);
    /* Two were on their way. */
    assert_int_equal(s.count.n, 3);
    assert_int_equal(s.count.n_paused, 4);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE n_failures > 0"), 3);
}

static void
test_rounds_leave_a_feed_alone_that_is_gone_but_not_when_it_is_wanted(
    void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    subscribe(at, "http://b.org/feed");
    begin(at, &s,
        "for url; do :; done\n"
        "printf 'status 410\\nfailure gone\\nurl %s\\n\\n' \"$url\" >&3\n"
        "echo '<p>A page that says so, and that nobody looks at.'\n"
        "echo gone >&2; exit 1");
    finish(&s);
    assert_int_equal(s.count.n_failed, 2);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE due_at > 4000000000 AND"
                " failure LIKE '%gone for good; it is not asked any more'"),
        2);
    begin(at, &s, fetch);
    assert_true(rounds_is_done(s.rounds));
    assert_int_equal(rounds_count(s.rounds)->n_resting, 2);
    end(&s);
    begin_with(at, &s, fetch, 2);
    finish(&s);
    assert_int_equal(s.count.n, 1);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE id = 2 AND failure = ''"), 1);
}

static void
test_rounds_find_feeds_where_they_have_moved(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    subscribe(at, "http://b.org/feed");
    subscribe(at, "http://c.org/feed");
    begin(at, &s,
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
        ask(at, "SELECT count(*) FROM feed WHERE (id, url) IN (VALUES"
                " (1, 'http://n.org/feed'), (2, 'https://b.org/feed'),"
                " (3, 'http://c.org/feed'))"),
        3);
}

static void
test_rounds_blame_no_feed_for_a_network_that_is_not_there(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    begin(at, &s, "echo offline >&3; echo no way >&2; exit 1");
    finish(&s);
    assert_int_equal(ask(at, "SELECT failure = 'no way' AND n_failures = 0 AND "
                             "due_at = checked_at FROM feed"),
        1);
    begin(at, &s, fetch);
    assert_false(rounds_is_done(s.rounds));
    finish(&s);
    assert_int_equal(ask(at, "SELECT failure = '' FROM feed"), 1);
}

static void
test_rounds_that_reach_no_feed_note_that_of_none(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://a.org/feed");
    subscribe(at, "http://b.org/feed");
    begin(at, &s, "echo offline >&3; echo no way >&2; exit 1");
    finish(&s);
    assert_true(s.count.is_offline);
    assert_int_equal(s.count.n_failed, 2);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE failure = ''"), 2);
    /* Where one was reached, there is a network. */
    begin(at, &s,
        "for url; do :; done\n"
        "case $url in *a.org*) echo offline >&3; echo no way >&2; exit 1;; "
        "esac\n"
        "printf 'status 200\\nurl %s\\n\\n' \"$url\" >&3; echo feed");
    finish(&s);
    assert_false(s.count.is_offline);
    assert_int_equal(
        ask(at, "SELECT count(*) FROM feed WHERE failure = ''"), 1);
}

static void
test_rounds_note_that_a_feed_has_no_address(void **state)
{
    struct attic *at = *state;
    struct stage s;

    subscribe(at, "http://[::1/feed");
    subscribe(at, "http://a.org/feed");
    begin(at, &s, fetch);
    finish(&s);
    assert_int_equal(s.count.n, 2);
    assert_int_equal(s.count.n_failed, 1);
    assert_int_equal(
        ask(at, "SELECT n_failures = 1 AND failure = 'not an address' FROM feed"
                " WHERE id = 1"),
        1);
    assert_int_equal(ask(at, "SELECT n_entries FROM feed WHERE id = 2"), 1);
}

static void
test_rounds_can_be_canceled(void **state)
{
    struct attic *at = *state;
    struct stage s;
    enum harvest_stage stages[4];

    begin(at, &s, fetch);
    assert_true(rounds_is_done(s.rounds)); /* there is no feed */
    end(&s);
    subscribe(at, "http://a.org/feed");
    for (int i = 0; i < 2; i++)
        subscribe(at, i ? "http://a.org/2" : "http://a.org/3");
    begin(at, &s, "exec sleep 1000");
    uv_run(&s.loop, UV_RUN_NOWAIT);
    for (int i = 0; i < 4; i++)
        stages[i] = rounds_stage(s.rounds, i + 1);
    end(&s);
    assert_int_equal(s.n_told, 0);
    assert_int_equal(s.n_taken, 0);
    assert_int_equal(stages[0], HARVEST_WAITING);
    assert_int_equal(stages[1], HARVEST_LOADING);
    assert_int_equal(stages[2], HARVEST_LOADING);
    assert_int_equal(stages[3], HARVEST_OVER);
    rounds_cancel(NULL);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_rounds_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(bring_what_is_new_in_all_feeds),
        T(say_why_the_feeds_are_not_known),
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
