/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/seek.h. The loop must be empty at the end of every test.
 */
#include "seek.h"

#include "hall.h"

struct stage {
    struct hall *hall;
    struct seek *seek;
    unsigned n_told;
};

static void
note_told(void *user)
{
    ((struct stage *)user)->n_told++;
}

static void
begin(struct hall *h, struct stage *s)
{
    *s = (struct stage){.hall = h};
    attic_put(h->attic, "http://a.org/1", "Herons", "They stand in water.");
    attic_put(h->attic, "http://a.org/2", "Water", "It is wet.");
    s->seek = seek_start(&h->loop, h->attic->path, 1);
    seek_tell(s->seek, 1, note_told, s);
}

/* Turns the loop until the seek has nothing more to do. */
static void
wait_for_rest(struct stage *s)
{
    unsigned n = s->n_told;

    while (s->n_told == n || seek_is_busy(s->seek))
        uv_run(&s->hall->loop, UV_RUN_ONCE);
}

static uint32_t
count(struct stage *s, const char *words)
{
    uint32_t n;

    if (!seek_filter(s->seek, str_of(words), &n))
        assert_int_equal(n, 0);
    return n;
}

static void
test_seek_filters_titles_once_they_are_there(void **state)
{
    struct stage s;

    begin(*state, &s);
    assert_int_equal(count(&s, "heron"), 0);
    assert_null(seek_titles(s.seek));
    wait_for_rest(&s);
    assert_int_equal(count(&s, "heron"), 1);
    assert_int_equal(titles_count(seek_titles(s.seek)), 2);
    seek_cancel(s.seek);
}

static void
test_seek_finds_texts_and_has_hits_for_these_words_alone(void **state)
{
    struct hits hits = {0};
    struct stage s;

    begin(*state, &s);
    seek_words(s.seek, STR("wa"));
    seek_words(s.seek, STR("water"));
    wait_for_rest(&s);
    while (seek_is_busy(s.seek))
        uv_run(&s.hall->loop, UV_RUN_ONCE);
    assert_false(seek_take_hits(s.seek, STR("wa"), &hits));
    assert_true(seek_take_hits(s.seek, STR("water"), &hits));
    assert_int_equal(hits.list.n_items, 2);
    hits_done(&hits);
    assert_false(seek_take_hits(s.seek, STR("water"), &hits));
    seek_cancel(s.seek);
}

static void
test_seek_reads_titles_again_when_the_library_has_changed(void **state)
{
    struct stage s;

    begin(*state, &s);
    wait_for_rest(&s);
    seek_tell(s.seek, 1, note_told, &s);
    assert_false(seek_is_busy(s.seek));
    attic_put(s.hall->attic, "http://a.org/3", "Fish", "Careless ones.");
    seek_tell(s.seek, 2, note_told, &s);
    assert_true(seek_is_busy(s.seek));
    /* The old ones do until then. */
    assert_int_equal(count(&s, "heron"), 1);
    assert_int_equal(count(&s, "fish"), 0);
    wait_for_rest(&s);
    assert_int_equal(count(&s, "fish"), 1);
    seek_cancel(s.seek);
}

static void
test_seek_says_why_it_cannot_look(void **state)
{
    struct hits hits = {0};
    struct stage s;

    begin(*state, &s);
    wait_for_rest(&s);
    assert_null(seek_failure(s.seek));
    attic_sql(s.hall->attic, "DROP TABLE words");
    seek_words(s.seek, STR("water"));
    wait_for_rest(&s);
    assert_non_null(seek_failure(s.seek));
    assert_true(seek_take_hits(s.seek, STR("water"), &hits));
    assert_int_equal(hits.list.n_items, 0);
    hits_done(&hits);
    seek_cancel(s.seek);
}

static void
test_seek_tells_nobody_who_has_left(void **state)
{
    struct stage s;
    int other;

    begin(*state, &s);
    seek_words(s.seek, STR("water"));
    seek_leave(s.seek, &other);
    wait_for_rest(&s);
    unsigned n = s.n_told;
    seek_words(s.seek, STR("wet"));
    seek_leave(s.seek, &s);
    while (seek_is_busy(s.seek))
        uv_run(&s.hall->loop, UV_RUN_ONCE);
    assert_int_equal(s.n_told, n);
    seek_cancel(s.seek);
}

static void
test_seek_can_be_canceled_at_work(void **state)
{
    struct stage s;

    begin(*state, &s);
    seek_words(s.seek, STR("water"));
    assert_true(seek_is_busy(s.seek));
    seek_cancel(s.seek);
    uv_run(&s.hall->loop, UV_RUN_DEFAULT);
    assert_int_equal(s.n_told, 0);
    seek_cancel(NULL);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(test_seek_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(filters_titles_once_they_are_there),
        T(finds_texts_and_has_hits_for_these_words_alone),
        T(reads_titles_again_when_the_library_has_changed),
        T(says_why_it_cannot_look),
        T(tells_nobody_who_has_left),
        T(can_be_canceled_at_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
