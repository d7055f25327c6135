/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/maildate.h.
 */
#include "../../src/parse/maildate.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
check(const char *text, const char *want)
{
    struct buf out = {0};

    maildate_add(&out, str_of(text));
    buf_end(&out);
    assert_string_equal(out.ptr, want);
    buf_done(&out);
}

static void
test_maildate_knows_the_dates_of_mail(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"Sat, 05 Jul 2025 10:20:30 GMT", "2025-07-05T10:20:30Z"},
        {"Thu, 03 Jul 25 00:00:00 +0000", "2025-07-03T00:00:00+00:00"},
        {"3 Jul 99 09:05 EST", "1999-07-03T09:05-05:00"},
        {"Sun, 6 July 2025\n 10:00:00 PDT", "2025-07-06T10:00:00-07:00"},
        {"2025-07-05T10:20:30.5+02:00", "2025-07-05T10:20:30+02:00"},
        {"2025-07-05", "2025-07-05"},
        {"Fri, 30 Feb 2024 10:00:00 EST", ""},
        {"", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i].text, cases[i].want);
}

static void
test_maildate_leaves_what_is_no_date_as_it_was_written(void **state)
{
    (void)state;
    check("  some time in  May EST ", "some time in  May EST");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_maildate_knows_the_dates_of_mail),
        cmocka_unit_test(
            test_maildate_leaves_what_is_no_date_as_it_was_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
