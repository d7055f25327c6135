/* SPDX-License-Identifier: ISC */
/*
 * Tests of fetch/fresh.h.
 */
#include "fetch/fresh.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Sun, 09 Sep 2001 01:46:40 GMT */
#define NOW 1000000000

static void
test_fresh_is_as_long_as_the_server_says(void **state)
{
    static const struct {
        const char *name;
        struct fresh_headers headers;
        int64_t seconds; /* from NOW; 0: not at all */
        bool must_ask, must_not_keep;
    } cases[] = {
        {"nothing", {"", "", "", ""}, 0, false, false},
        {"max-age", {"max-age=60", "", "", ""}, 60, false, false},
        {"one among many", {"public, Max-Age = \"60\" , x", "", "", ""}, 60,
            false, false},
        {"in vain", {"max-age=soon", "", "", ""}, 0, false, false},
        {"the past", {"max-age=0", "Sun, 09 Sep 2001 02:46:40 GMT", "", ""}, 0,
            false, false},
        {"an age", {"max-age=60", "", "", "40"}, 20, false, false},
        {"too old", {"max-age=60", "", "", "90"}, 0, false, false},
        {"for ever", {"max-age=99999999999999999999", "", "", ""}, 315360000,
            false, false},
        {"not for one person", {"s-maxage=60", "", "", ""}, 0, false, false},
        {"for one person", {"private, max-age=60", "", "", ""}, 60, false,
            false},
        {"expires", {"", "Sun, 09 Sep 2001 02:46:40 GMT", "", ""}, 3600, false,
            false},
        {"another clock",
            {"", "Sun, 09 Sep 2001 05:46:40 GMT",
                "Sun, 09 Sep 2001 05:45:40 GMT", ""},
            60, false, false},
        {"no date", {"", "0", "", ""}, 0, false, false},
        {"expired", {"", "Sun, 09 Sep 2001 00:46:40 GMT", "", ""}, 0, false,
            false},
        {"no-cache", {"no-cache, max-age=60", "", "", ""}, 0, true, false},
        {"must-revalidate", {"max-age=60, must-revalidate", "", "", ""}, 60,
            true, false},
        {"no-store", {"no-store, max-age=60", "", "", ""}, 0, false, true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct fresh got = fresh_read(&cases[i].headers, NOW);
        const int64_t seconds = got.until > 0 ? got.until - NOW : 0;
        if (seconds != cases[i].seconds || got.must_ask != cases[i].must_ask ||
            got.may_keep == cases[i].must_not_keep)
            fail_msg("%s: %lld", cases[i].name, (long long)seconds);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fresh_is_as_long_as_the_server_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
