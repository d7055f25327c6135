/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/str.h.
 */
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_str_compares_bytes_and_ascii_case(void **state)
{
    (void)state;
    assert_true(str_eq(STR("a"), STR("a")));
    assert_true(str_eq((struct str){0}, STR("")));
    assert_false(str_eq(STR("a"), STR("A")));
    assert_true(str_eq_nocase(STR("HTML"), STR("html")));
    assert_false(str_eq_nocase(STR("\xC3\x89"), STR("\xC3\xA9")));
    assert_int_equal(str_compare_nocase(STR("aB"), STR("Ab")), 0);
    assert_true(str_compare_nocase(STR("a"), STR("AB")) < 0);
    assert_true(str_compare_nocase(STR("_"), STR("A")) < 0);
    assert_true(str_compare_nocase(STR("\xC3"), STR("z")) > 0);
    assert_int_equal(str_lower('Z'), 'z');
    assert_int_equal(str_lower('['), '[');
    assert_true(str_compare(STR("a"), STR("ab")) < 0);
    assert_true(str_compare(STR("b"), STR("ab")) > 0);
    assert_int_equal(str_compare(STR(""), (struct str){0}), 0);
}

static void
test_str_slices_within_bounds(void **state)
{
    (void)state;
    assert_true(str_eq(str_slice(STR("hello"), 1, 3), STR("el")));
    assert_true(str_eq(str_slice(STR("hello"), 3, 99), STR("lo")));
    assert_int_equal(str_slice(STR("hello"), 9, 99).len, 0);
    assert_int_equal(str_slice(STR("hello"), 3, 2).len, 0);
}

static void
test_str_finds_what_begins_ends_or_is_inside(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("abcabc"), STR("ca"), 0), 2);
    assert_int_equal(str_find(STR("abcabc"), STR("a"), 1), 3);
    assert_int_equal(str_find(STR("abc"), STR("x"), 0), 3);
    assert_int_equal(str_find(STR("abc"), STR("c"), 9), 3);
    assert_true(str_starts(STR("abc"), STR("ab")));
    assert_false(str_starts(STR("a"), STR("ab")));
    assert_true(str_starts_nocase(STR("HTTP://x"), STR("http://")));
    assert_true(str_ends(STR("a.md"), STR(".md")));
    assert_false(str_ends(STR("md"), STR(".md")));
}

static void
test_str_finds_words_of_a_class_attribute(void **state)
{
    (void)state;
    assert_true(str_has_word(STR(" one\tTwo  three"), STR("two")));
    assert_true(str_has_word(STR("one"), STR("one")));
    assert_false(str_has_word(STR("one-two"), STR("one")));
    assert_false(str_has_word(STR(""), STR("")));
}

static void
test_str_trims_both_ends(void **state)
{
    (void)state;
    assert_true(str_eq(str_trim(STR(" \t\r\n a b \f")), STR("a b")));
    assert_int_equal(str_trim(STR(" \n ")).len, 0);
}

static void
test_str_gives_words_without_blanks(void **state)
{
    struct str s = STR(" one\t\ntwo ");
    (void)state;

    assert_true(str_eq(str_next_word(&s), STR("one")));
    assert_true(str_eq(str_next_word(&s), STR("two")));
    assert_int_equal(str_next_word(&s).len, 0);
    assert_int_equal(s.len, 0);
}

static void
test_str_gives_lines_without_their_ends(void **state)
{
    struct str s = STR("one\r\n\ntwo\rx\nlast");
    (void)state;

    assert_true(str_eq(str_next_line(&s), STR("one")));
    struct str empty = str_next_line(&s);
    assert_int_equal(empty.len, 0);
    assert_non_null(empty.ptr);
    assert_true(str_eq(str_next_line(&s), STR("two\rx")));
    assert_true(str_eq(str_next_line(&s), STR("last")));
    assert_null(str_next_line(&s).ptr);
}

static void
test_str_digest_is_that_of_the_definition(void **state)
{
    (void)state;

    assert_int_equal(str_digest(STR("")), 0xcbf29ce484222325u);
    assert_int_equal(str_digest(STR("a")), 0xaf63dc4c8601ec8cu);
    assert_int_equal(str_digest(STR("foobar")), 0x85944171f73967e8u);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str_compares_bytes_and_ascii_case),
        cmocka_unit_test(test_str_slices_within_bounds),
        cmocka_unit_test(test_str_finds_what_begins_ends_or_is_inside),
        cmocka_unit_test(test_str_finds_words_of_a_class_attribute),
        cmocka_unit_test(test_str_trims_both_ends),
        cmocka_unit_test(test_str_gives_words_without_blanks),
        cmocka_unit_test(test_str_gives_lines_without_their_ends),
        cmocka_unit_test(test_str_digest_is_that_of_the_definition),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
