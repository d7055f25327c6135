/* SPDX-License-Identifier: ISC */
/*
 * Tests of fetch/reason.h: what takes too long, or is too rare, for a server.
 */
#include "../../src/fetch/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_reason_advises_no_timeout_that_is_refused(void **state)
{
    static const struct {
        unsigned timeout;
        const char *want;
    } cases[] = {
        {1, "nothing came from 'h' for 1 second; --timeout=2 waits longer"},
        {1800, "nothing came from 'h' for 1800 seconds; --timeout=3600 waits "
               "longer"},
        {3599, "nothing came from 'h' for 3599 seconds; --timeout=3600 waits "
               "longer"},
        {3600, "nothing came from 'h' for 3600 seconds; try again later"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct reason reason = {.host = "h",
            .timeout = cases[i].timeout,
            .max_timeout = 3600,
            .is_stalled = true};
        struct err err = {0};
        assert_false(reason_set_code(&err, CURLE_ABORTED_BY_CALLBACK, &reason));
        assert_string_equal(err.text, cases[i].want);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reason_advises_no_timeout_that_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
