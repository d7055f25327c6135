/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/action.h.
 */
#include "app/action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_action_has_a_name_of_its_own_in_every_row(void **state)
{
    (void)state;
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        const struct action_row *row = action_row(a);
        for (const char *c = row->name; *c; c++)
            assert_true((*c >= 'a' && *c <= 'z') || *c == '-');
        assert_int_equal(action_find(str_of(row->name)), a);
        assert_true(row->help[0] != '\0');
        assert_true(row->group < ACTION_GROUP_COUNT);
    }
}

static void
test_action_finds_nothing_by_another_name(void **state)
{
    (void)state;
    assert_int_equal(action_find(STR("")), ACTION_NONE);
    assert_int_equal(action_find(STR("line")), ACTION_NONE);
    assert_int_equal(action_find(STR("Line-Down")), ACTION_NONE);
    assert_int_equal(action_find(STR("line-downs")), ACTION_NONE);
}

static void
test_action_groups_stand_together_and_have_titles(void **state)
{
    (void)state;
    for (enum action a = ACTION_NONE + 2; a < ACTION_COUNT; a++)
        assert_true(action_row(a - 1)->group <= action_row(a)->group);
    for (enum action_group g = 0; g < ACTION_GROUP_COUNT; g++)
        assert_true(action_group_title(g)[0] != '\0');
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_action_has_a_name_of_its_own_in_every_row),
        cmocka_unit_test(test_action_finds_nothing_by_another_name),
        cmocka_unit_test(test_action_groups_stand_together_and_have_titles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
