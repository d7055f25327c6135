/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/date.h.
 */
#include "parse/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
check(const char *const cases[][2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf got = {0};
        date_add(&got, str_of(cases[i][0]));
        if (!str_eq(buf_str(&got), str_of(cases[i][1])))
            fail_msg("'%s': got '%.*s'", cases[i][0], STR_ARG(buf_str(&got)));
        buf_done(&got);
    }
}

#define CHECK(cases) check((cases), sizeof(cases) / sizeof *(cases))

static void
test_date_knows_the_usual_ways_to_write_a_day(void **state)
{
    static const char *const cases[][2] = {
        {"2025-07-05", "2025-07-05"},
        {" 2025/7/5 ", "2025-07-05"},
        {"2025.07.05", "2025-07-05"},
        {"20250705", "2025-07-05"},
        {"5 July 2025", "2025-07-05"},
        {"July 5, 2025", "2025-07-05"},
        {"Jul 5th 2025", "2025-07-05"},
        {"the 5th of july, 2025", "2025-07-05"},
        {"Saturday, 5 Jul. 2025", "2025-07-05"},
        {"2025 Feb 29", "2025-02-29"},
    };
    (void)state;
    CHECK(cases);
}

static void
test_date_keeps_the_time_and_the_zone(void **state)
{
    static const char *const cases[][2] = {
        {"2025-07-05T10:20:30Z", "2025-07-05T10:20:30Z"},
        {"2025-07-05 10:20", "2025-07-05T10:20"},
        {"2025-07-05T10:20:30.123+02:00", "2025-07-05T10:20:30+02:00"},
        {"2025-07-05 10:20:30 +0200", "2025-07-05T10:20:30+02:00"},
        {"Sat, 05 Jul 2025 10:20:30 GMT", "2025-07-05T10:20:30Z"},
        {"2025-07-05 at noon", "2025-07-05"},
        {"2025-07-05T99:00", "2025-07-05"},
    };
    (void)state;
    CHECK(cases);
}

static void
test_date_leaves_alone_what_it_does_not_know(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"2025", "2025"},
        {"2025-07", "2025-07"},
        {"2025-13-01", "2025-13-01"},
        {"2025-07-32", "2025-07-32"},
        {"3/4/2025", "3/4/2025"},
        {"  last summer ", "last summer"},
        {"5 Julember 2025", "5 Julember 2025"},
        {"1 May 2 June 2025", "1 May 2 June 2025"},
        {"99999999999999999999", "99999999999999999999"},
    };
    (void)state;
    CHECK(cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date_knows_the_usual_ways_to_write_a_day),
        cmocka_unit_test(test_date_keeps_the_time_and_the_zone),
        cmocka_unit_test(test_date_leaves_alone_what_it_does_not_know),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
