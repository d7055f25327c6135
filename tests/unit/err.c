/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/err.h.
 */
#include "base/err.h"

#include <errno.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_err_set_says_no(void **state)
{
    struct err err = {0};
    (void)state;

    assert_false(err_set(&err, ERR_TOO_LARGE, "%s is %d", "it", 5));
    assert_int_equal(err.code, ERR_TOO_LARGE);
    assert_string_equal(err.text, "it is 5");
}

static void
test_err_wrap_puts_the_view_of_the_caller_in_front(void **state)
{
    struct err err = {0};
    (void)state;

    err_set_errno(&err, EACCES, "dusk.theme");
    assert_false(err_wrap(&err, "theme '%s'", "dusk"));
    assert_int_equal(err.code, ERR_DENIED);
    assert_string_equal(
        err.text, "theme 'dusk': dusk.theme: Permission denied");
}

static void
test_err_tells_the_reason_alone_without_a_name(void **state)
{
    struct err err = {0};
    (void)state;

    assert_false(err_set_errno(&err, ENOENT, NULL));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_string_equal(err.text, "No such file or directory");
}

static void
test_err_knows_what_errno_means(void **state)
{
    static const struct {
        int number;
        enum err_code code;
    } cases[] = {
        {ENOENT, ERR_NOT_FOUND},
        {ENOTDIR, ERR_NOT_FOUND},
        {EPERM, ERR_DENIED},
        {EIO, ERR_IO},
        {EISDIR, ERR_IO},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        err_set_errno(&err, cases[i].number, "x");
        assert_int_equal(err.code, cases[i].code);
    }
}

static void
test_err_text_is_safe_to_print(void **state)
{
    struct err err = {0};
    (void)state;

    err_set(&err, ERR_IO, "a\x1b[31mb\nc\xFF\xC2\x9b");
    assert_string_equal(err.text, "a[31mb?c\xEF\xBF\xBD");
}

static void
test_err_text_is_cut_between_characters(void **state)
{
    struct err err = {0};
    char text[600];
    (void)state;

    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xC3\xA9", 2);
    text[sizeof text - 2] = '\0';
    err_set(&err, ERR_IO, "x%s", text);
    assert_true(strlen(err.text) < sizeof err.text);
    assert_int_equal(strlen(err.text) % 2, 1);
    err_wrap(&err, "%s", text);
    assert_true(strlen(err.text) < sizeof err.text);
    assert_int_equal(strlen(err.text) % 2, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_err_set_says_no),
        cmocka_unit_test(test_err_wrap_puts_the_view_of_the_caller_in_front),
        cmocka_unit_test(test_err_tells_the_reason_alone_without_a_name),
        cmocka_unit_test(test_err_knows_what_errno_means),
        cmocka_unit_test(test_err_text_is_safe_to_print),
        cmocka_unit_test(test_err_text_is_cut_between_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
