/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/size.h.
 */
#include "base/size.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_size_is_a_whole_number_of_the_largest_unit(void **state)
{
    char text[SIZE_TEXT];
    (void)state;

    assert_string_equal(size_write(text, 0), "0 bytes");
    assert_string_equal(size_write(text, 1000), "1000 bytes");
    assert_string_equal(size_write(text, 1024), "1 KiB");
    assert_string_equal(size_write(text, 1536), "1536 bytes");
    assert_string_equal(size_write(text, 64 << 20), "64 MiB");
    assert_string_equal(size_write(text, (size_t)3 << 30), "3 GiB");
    assert_string_equal(size_write(text, (size_t)3 << 40), "3072 GiB");
    assert_string_equal(
        size_write(text, SIZE_MAX), "18446744073709551615 bytes");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_size_is_a_whole_number_of_the_largest_unit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
