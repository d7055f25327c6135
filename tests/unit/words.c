/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/words.h.
 */
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_words_are_counted(void **state)
{
    (void)state;
    assert_int_equal(words_count(STR("")), 0);
    assert_int_equal(words_count(STR("one two\nthree")), 3);
    assert_int_equal(words_count(STR("- well-known, isn't it?")), 3);
    assert_int_equal(words_count(STR("\xE2\x80\x94 \xE2\x80\xA6")), 0);
    assert_int_equal(words_count(STR("\xD0\xBC\xD0\xB8\xD1\x80 x")), 2);
    assert_int_equal(words_count(STR("@[`{/: 0 9z AZ\ta\rb\x7F"
                                     "c\v\fd")),
        6);
    assert_int_equal(words_count(STR("na\xC3\xAFve caf\xC3\xA9\xC2\xA0x")), 2);
    assert_int_equal(
        words_count(STR("\xE2\x80\x9Cone\xE2\x80\x9D\xE2\x80\x83two")), 2);
    /* Three Han characters are one and a half words, rounded up. */
    assert_int_equal(
        words_count(STR("\xE4\xB8\xAD\xE6\x96\x87\xE5\xAD\x97")), 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
