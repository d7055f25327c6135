/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/survey.h. In place of the parser stands a script.
 */
#include "ui/survey.h"

#include "hall.h"
#include "model/collect.h"
#include "model/parcel.h"

static void
note_news(void *user)
{
    ++*(int *)user;
}

/* Returns a feed with one entry, owned. */
static struct feed *
make_feed(const char *title)
{
    struct collect *c = collect_new();

    assert_true(collect_entry(c));
    collect_entry_fact(c, FEED_ENTRY_URL, STR("http://a.org/entry"));
    collect_entry_fact(c, FEED_ENTRY_TITLE, str_of(title));
    return collect_finish(c);
}

/* Surveys a shelf with a file that is a feed, whose entry is called "Old". What
 * is_faster says is known of it when the survey has just begun. */
static void
expect(struct hall *h, bool is_faster, const char *want)
{
    const struct job_opts opts = {.max_size = 1 << 20};
    char *path = file_join(h->attic->folder, "feed.xml");
    struct source source = {.kind = SOURCE_FILE, .place = path, .key = path};
    struct shelf *shelf = shelf_new();
    struct feed *old = make_feed("Old");
    struct buf bytes = {0};
    int n_news = 0;

    parcel_encode(old, &bytes);
    feed_free(old);
    attic_write(h->attic, "feed.xml", STR("<rss/>"));
    attic_write(h->attic, "parcel", buf_str(&bytes));
    attic_program(h->attic, "gutread-parse", "cat >/dev/null; cat parcel");
    shelf_id id = shelf_add(shelf, &source, &h->attic->err);
    struct survey *s =
        survey_start(&h->loop, shelf, &opts, SHELF_NONE, note_news, &n_news);
    if (is_faster)
        assert_int_not_equal(
            shelf_spread(shelf, id, make_feed("New")), SHELF_NONE);
    uv_run(&h->loop, UV_RUN_DEFAULT);
    assert_int_equal(n_news, 1);
    assert_int_equal(shelf_count(shelf), 1);
    assert_string_equal(shelf_title(shelf, shelf_at(shelf, 0)), want);
    survey_cancel(s);
    shelf_free(shelf);
    buf_done(&bytes);
    free(path);
}

static void
test_survey_puts_the_entries_of_a_feed_in_its_place(void **state)
{
    expect(*state, false, "Old");
}

/* A reader may have loaded it again, after the file has changed. */
static void
test_survey_does_not_undo_what_others_have_learned(void **state)
{
    expect(*state, true, "New");
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_survey_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(puts_the_entries_of_a_feed_in_its_place),
        T(does_not_undo_what_others_have_learned),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
