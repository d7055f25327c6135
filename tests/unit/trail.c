/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/trail.h.
 */
#include "ui/trail.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static char path[] = "/a.md";
static const struct source source = {
    .kind = SOURCE_FILE, .place = path, .key = path};

static struct place
at(uint32_t offset)
{
    return (struct place){offset, 0};
}

static void
expect(const struct trail *t, int step, int64_t want)
{
    const struct trail_stop *stop = trail_find(t, step);
    if (want < 0)
        assert_null(stop);
    else
        assert_int_equal(stop->place.at, want);
}

static void
test_trail_goes_back_and_forward(void **state)
{
    struct trail t = {0};
    (void)state;
    expect(&t, -1, -1);
    expect(&t, 1, -1);
    trail_leave(&t, &source, at(10)); /* 10 to 20 */
    trail_leave(&t, &source, at(20)); /* 20 to 30 */
    expect(&t, -1, 20);
    expect(&t, 1, -1);

    trail_step(&t, -1, &source, at(30));
    expect(&t, -1, 10);
    expect(&t, 1, 30);
    trail_step(&t, -1, &source, at(21)); /* moved a little at 20 */
    expect(&t, -1, -1);
    expect(&t, 1, 21);
    trail_step(&t, 1, &source, at(10));
    trail_step(&t, 1, &source, at(21));
    expect(&t, 1, -1);
    expect(&t, -1, 21);
    trail_done(&t);
    expect(&t, -1, -1);
}

static void
test_trail_forgets_what_was_ahead_of_a_jump(void **state)
{
    struct trail t = {0};
    (void)state;
    trail_leave(&t, &source, at(10));
    trail_leave(&t, &source, at(20));
    trail_step(&t, -1, &source, at(30));
    trail_leave(&t, &source, at(20));
    expect(&t, 1, -1);
    expect(&t, -1, 20);
    trail_step(&t, -1, &source, at(40));
    expect(&t, -1, 10);
    expect(&t, 1, 40);
    trail_done(&t);
}

static void
test_trail_forgets_the_oldest_stop_when_it_is_full(void **state)
{
    struct trail t = {0};
    (void)state;
    for (uint32_t i = 0; i < TRAIL_MAX + 5; i++)
        trail_leave(&t, &source, at(i));
    assert_int_equal(t.n_stops, TRAIL_MAX);
    expect(&t, -1, TRAIL_MAX + 4);
    trail_step(&t, -1, &source, at(1000));
    assert_int_equal(t.n_stops, TRAIL_MAX);
    expect(&t, 1, 1000);
    expect(&t, -1, TRAIL_MAX + 3);
    trail_done(&t);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trail_goes_back_and_forward),
        cmocka_unit_test(test_trail_forgets_what_was_ahead_of_a_jump),
        cmocka_unit_test(test_trail_forgets_the_oldest_stop_when_it_is_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
