/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/slug.h.
 */
#include "model/slug.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_slug_is_the_one_that_github_makes(void **state)
{
    static const struct {
        const char *title, *slug;
    } cases[] = {
        {"Plain words", "plain-words"},
        {"What? Why!", "what-why"},
        {"a - b", "a---b"},
        {"under_score-dash", "under_score-dash"},
        {"two\nlines", "two-lines"},
        {"3.2 Numbers", "32-numbers"},
        {"\xC3\x84pfel und \xC3\x96l", "\xC3\xA4pfel-und-\xC3\xB6l"},
        {"e\xCC\x81", "e\xCC\x81"},
        {"\xE8\x85\xB8\xE5\x86\x85", "\xE8\x85\xB8\xE5\x86\x85"},
        {"\xF0\x9F\x8D\x8E", ""},
        {"", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        slug_add(&got, str_of(cases[i].title));
        buf_end(&got);
        assert_string_equal(got.ptr, cases[i].slug);
        buf_done(&got);
    }
}

static void
test_slug_is_appended(void **state)
{
    struct buf got = {0};
    (void)state;

    buf_add_text(&got, "id-");
    slug_add(&got, STR("One Two"));
    assert_string_equal(got.ptr, "id-one-two");
    buf_done(&got);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slug_is_the_one_that_github_makes),
        cmocka_unit_test(test_slug_is_appended),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
