/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/element.h.
 */
#include "parse/element.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_element_tables_are_sorted(void **state)
{
    static const char *const attrs[] = {
#define X(constant, name) name,
        ELEMENT_ATTRS(X)
#undef X
    };
    (void)state;

    for (int e = 1; e < ELEMENT_COUNT; e++)
        assert_true(
            strcmp(element_info(e - 1)->name, element_info(e)->name) < 0);
    for (int i = 1; i < ATTR_COUNT; i++)
        assert_true(strcmp(attrs[i - 1], attrs[i]) < 0);
}

static void
test_element_finds_every_name_in_any_case(void **state)
{
    (void)state;

    for (int e = 1; e < ELEMENT_COUNT; e++)
        assert_int_equal(element_find(str_of(element_info(e)->name)), e);
    assert_int_equal(element_find(STR("BlockQuote")), ELEMENT_BLOCKQUOTE);
    assert_int_equal(element_find(STR("")), ELEMENT_OTHER);
    assert_int_equal(element_find(STR("d")), ELEMENT_OTHER);
    assert_int_equal(element_find(STR("divs")), ELEMENT_OTHER);
    assert_int_equal(element_find_attr(STR("href")), ATTR_HREF);
    assert_int_equal(element_find_attr(STR("hre")), ATTR_COUNT);
}

static void
test_element_attributes_keep_empty_apart_from_missing(void **state)
{
    struct attrs attrs = {0};
    (void)state;

    element_add_attr(&attrs, ATTR_OPEN, (struct str){0});
    element_add_attr(&attrs, ATTR_CLASS, STR("a  Bc\td"));
    assert_true(element_has_attr(&attrs, ATTR_OPEN));
    assert_false(element_has_attr(&attrs, ATTR_ID));
    assert_int_equal(element_attr(&attrs, ATTR_OPEN).len, 0);
    assert_true(element_has_class(&attrs, STR("bc")));
    assert_false(element_has_class(&attrs, STR("b")));
}

static void
test_element_reads_numbers_as_far_as_they_go(void **state)
{
    static const struct {
        const char *text;
        int32_t want;
    } cases[] = {
        {"12", 12},
        {" -3px", -3},
        {"+7", 7},
        {"0", 0},
        {"", 42},
        {"-", 42},
        {"x1", 42},
        {"99999999999999", 999999999},
        {"-99999999999999", -999999999},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct attrs attrs = {0};
        element_add_attr(&attrs, ATTR_START, str_of(cases[i].text));
        assert_int_equal(element_number(&attrs, ATTR_START, 42), cases[i].want);
    }
    assert_int_equal(element_number(&(struct attrs){0}, ATTR_START, 42), 42);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_element_tables_are_sorted),
        cmocka_unit_test(test_element_finds_every_name_in_any_case),
        cmocka_unit_test(test_element_attributes_keep_empty_apart_from_missing),
        cmocka_unit_test(test_element_reads_numbers_as_far_as_they_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
