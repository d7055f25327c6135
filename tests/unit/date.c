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
        {"2024 Feb 29", "2024-02-29"},
        {"2000-02-29", "2000-02-29"},
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
        {"3/4/2025", "3/4/2025"},
        {"  last summer ", "last summer"},
        {"5 Julember 2025", "5 Julember 2025"},
        {"1 May 2 June 2025", "1 May 2 June 2025"},
        {"99999999999999999999", "99999999999999999999"},
    };
    (void)state;
    CHECK(cases);
}

static void
test_date_takes_no_day_that_cannot_be(void **state)
{
    static const char *const cases[][2] = {
        {"2025-13-01", ""},
        {"2025-07-32", ""},
        {"2024-02-30", ""},
        {"2023-02-29T10:00:00Z", ""},
        {"1900-02-29", ""},
        {"2024/6/31", ""},
        {"20240230", ""},
        {"31.06.2024", ""},
        {"30 February 2024", ""},
        {"2024年2月30日", ""},
        {"Fri, 30 Feb 2024 10:00:00 GMT", ""},
        {"30 Feb 2024 or 1 Mar 2024", ""},
    };
    struct str date;
    struct buf day = {0};
    (void)state;

    CHECK(cases);
    assert_false(date_find(
        STR("on 30 Feb 2024 10:00"), DATE_ORDER_UNKNOWN, &date, &day));
    assert_true(date_find(STR("not 30 Feb 2024, but 1 Mar 2024"),
        DATE_ORDER_UNKNOWN, &date, &day));
    assert_true(str_eq(buf_str(&day), STR("2024-03-01")));
    buf_done(&day);
}

static void
test_date_knows_months_in_many_languages(void **state)
{
    static const char *const cases[][2] = {
        {"5. Juli 2025", "2025-07-05"},
        {"12. März 2025", "2025-03-12"},
        {"5 juillet 2025", "2025-07-05"},
        {"1er août 2025", "2025-08-01"},
        {"5 de julio de 2025", "2025-07-05"},
        {"5 de março de 2025", "2025-03-05"},
        {"5 luglio 2025", "2025-07-05"},
        {"5 mei 2025", "2025-05-05"},
        {"5 lipca 2025", "2025-07-05"},
        {"5 июля 2025 г.", "2025-07-05"},
        {"5. heinäkuuta 2025", "2025-07-05"},
        {"5 Temmuz 2025", "2025-07-05"},
        {"2025. július 5.", "2025-07-05"},
        {"2025年7月5日", "2025-07-05"},
        {"2025년 7월 5일", "2025-07-05"},
        {"05.07.2025", "2025-07-05"},
        {"07/25/2025", "2025-07-25"},
        {"25/07/2025", "2025-07-25"},
    };
    (void)state;
    CHECK(cases);
}

static void
test_date_knows_the_hours_of_an_afternoon(void **state)
{
    static const char *const cases[][2] = {
        {"July 5, 2025, 10:20 PM", "2025-07-05T22:20"},
        {"July 5, 2025, 12:20 a.m.", "2025-07-05T00:20"},
        {"July 5, 2025, 10:20", "2025-07-05T10:20"},
    };
    (void)state;
    CHECK(cases);
}

static void
test_date_is_found_in_a_line(void **state)
{
    static const struct {
        const char *text;
        enum date_order order;
        const char *date, *day; /* NULL: there is none */
    } cases[] = {
        {"By Ann Lee, 5 July 2025 at 10:20", DATE_ORDER_UNKNOWN, "5 July 2025",
            "2025-07-05"},
        {"Updated 3/4/2025", DATE_DAY_FIRST, "3/4/2025", "2025-04-03"},
        {"Updated 3/4/2025", DATE_MONTH_FIRST, "3/4/2025", "2025-03-04"},
        {"Updated 3/4/2025", DATE_ORDER_UNKNOWN, NULL, NULL},
        {"call 555-2025-07-05", DATE_ORDER_UNKNOWN, NULL, NULL},
        {"May we go on the 5th", DATE_ORDER_UNKNOWN, NULL, NULL},
        {"3012-07-05", DATE_ORDER_UNKNOWN, NULL, NULL},
        {"", DATE_ORDER_UNKNOWN, NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str date = {0};
        struct buf day = {0};
        bool is_found =
            date_find(str_of(cases[i].text), cases[i].order, &date, &day);
        if (is_found != (cases[i].date != NULL) ||
            !str_eq(date, str_of(cases[i].date)) ||
            !str_eq(buf_str(&day), str_of(cases[i].day)))
            fail_msg("'%s': got '%.*s', '%.*s'", cases[i].text, STR_ARG(date),
                STR_ARG(buf_str(&day)));
        buf_done(&day);
    }
}

static void
test_date_order_is_that_of_the_country(void **state)
{
    (void)state;
    assert_int_equal(date_order_of(STR("en-US")), DATE_MONTH_FIRST);
    assert_int_equal(date_order_of(STR("en_GB")), DATE_DAY_FIRST);
    assert_int_equal(date_order_of(STR("fr")), DATE_DAY_FIRST);
    assert_int_equal(date_order_of(STR("en")), DATE_ORDER_UNKNOWN);
    assert_int_equal(date_order_of(STR("")), DATE_ORDER_UNKNOWN);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date_knows_the_usual_ways_to_write_a_day),
        cmocka_unit_test(test_date_keeps_the_time_and_the_zone),
        cmocka_unit_test(test_date_leaves_alone_what_it_does_not_know),
        cmocka_unit_test(test_date_takes_no_day_that_cannot_be),
        cmocka_unit_test(test_date_knows_months_in_many_languages),
        cmocka_unit_test(test_date_knows_the_hours_of_an_afternoon),
        cmocka_unit_test(test_date_is_found_in_a_line),
        cmocka_unit_test(test_date_order_is_that_of_the_country),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
