/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/buf.h.
 */
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_buf_keeps_a_nul_behind_the_text(void **state)
{
    struct buf b = {0};
    (void)state;

    buf_add_text(&b, "one");
    buf_add_char(&b, ' ');
    buf_add_str(&b, STR("two"));
    buf_add_repeat(&b, '!', 3);
    buf_add_format(&b, " %d %s", 42, "x");
    assert_string_equal(b.ptr, "one two!!! 42 x");
    assert_int_equal(b.len, 15);
    buf_cut(&b, 3);
    assert_string_equal(b.ptr, "one");
    buf_done(&b);
    assert_null(b.ptr);
}

static void
test_buf_replaces_only_behind_a_byte(void **state)
{
    struct buf b = {0};
    (void)state;

    buf_replace(&b, 0, '\n', ' ');
    assert_int_equal(b.len, 0);
    buf_add_text(&b, "a\nb\n\nc");
    buf_replace(&b, 2, '\n', ' ');
    assert_string_equal(b.ptr, "a\nb  c");
    buf_done(&b);
}

static void
test_buf_grows_over_any_size(void **state)
{
    struct buf b = {0};
    (void)state;

    for (int i = 0; i < 100000; i++)
        buf_add_char(&b, (char)('a' + i % 26));
    assert_int_equal(b.len, 100000);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(b.ptr[i], 'a' + i % 26);
    buf_done(&b);
}

static void
test_buf_take_never_gives_null(void **state)
{
    struct buf b = {0};
    (void)state;

    char *text = buf_take(&b);
    assert_string_equal(text, "");
    free(text);

    buf_add_text(&b, "x");
    text = buf_take(&b);
    assert_string_equal(text, "x");
    assert_null(b.ptr);
    assert_int_equal(b.len, 0);
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_buf_keeps_a_nul_behind_the_text),
        cmocka_unit_test(test_buf_replaces_only_behind_a_byte),
        cmocka_unit_test(test_buf_grows_over_any_size),
        cmocka_unit_test(test_buf_take_never_gives_null),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
