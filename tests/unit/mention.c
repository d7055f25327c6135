/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/mention.h.
 */
#include "model/mention.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_mention_finds_addresses_as_people_write_them(void **state)
{
    static const struct {
        const char *name, *text, *urls; /* parted by blanks */
    } cases[] = {
        {"nothing", "", ""},
        {"no address", "see ftp://a.org and example.org, http://", ""},
        {"alone", "https://a.org/x?y=1&z#f", "https://a.org/x?y=1&z#f"},
        {"end of a sentence", "At http://a.org/x. Or HTTPS://b.org/!",
            "http://a.org/x HTTPS://b.org/"},
        {"brackets", "(https://a.org/x) and <https://b.org> [c](https://c.org)",
            "https://a.org/x https://b.org https://c.org"},
        {"brackets of its own", "(as https://a.org/x_(y)) https://b.org/(c)",
            "https://a.org/x_(y) https://b.org/(c)"},
        {"numbers", "[http://[::1]] http://[::1]/x",
            "http://[::1] http://[::1]/x"},
        {"quotes", "\"https://a.org/\", 'https://b.org'",
            "https://a.org/ https://b.org"},
        {"lines", "https://a.org\r\n\thttps://b.org\n",
            "https://a.org https://b.org"},
        {"emphasis", "**https://a.org/b_c**", "https://a.org/b_c"},
        {"stuck to a word", "seehttps://a.org", "https://a.org"},
        {"no host", "http:///x https://a.org", "https://a.org"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_of(cases[i].text), url;
        struct buf urls = {0};
        while ((url = mention_next(&text)).len > 0)
            buf_add_format(
                &urls, urls.len > 0 ? " %.*s" : "%.*s", STR_ARG(url));
        if (!str_eq(buf_str(&urls), str_of(cases[i].urls)))
            fail_msg("%s: '%.*s'", cases[i].name, STR_ARG(buf_str(&urls)));
        assert_int_equal(text.len, 0);
        buf_done(&urls);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mention_finds_addresses_as_people_write_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
