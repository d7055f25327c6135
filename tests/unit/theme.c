/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/theme.h.
 */
#include "layout/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum {
    NONE = THEME_COLOR_DEFAULT
};

static void
assert_attrs(struct attrs got, int fg, int bg, unsigned bits)
{
    if (got.fg != fg || got.bg != bg || got.bits != bits)
        fail_msg("got %d on %d with %#x, not %d on %d with %#x", got.fg, got.bg,
            got.bits, fg, bg, bits);
}

static void
test_theme_has_no_color_out_of_range(void **state)
{
    const struct theme *t = theme_default();
    (void)state;

    for (int i = 0; i < THEME_KEY_COUNT; i++) {
        assert_in_range(t->keys[i].fg + 1, 0, 256);
        assert_in_range(t->keys[i].bg + 1, 0, 256);
    }
}

static void
test_theme_leaves_plain_text_plain(void **state)
{
    (void)state;
    assert_attrs(
        theme_attrs(theme_default(), THEME_TEXT, 0, false), NONE, NONE, 0);
}

static void
test_theme_adds_the_looks_of_roles(void **state)
{
    const struct theme *t = theme_default();
    (void)state;

    assert_attrs(theme_attrs(t, THEME_TEXT, ROLE_STRONG | ROLE_EM, false), NONE,
        NONE, THEME_BOLD | THEME_ITALIC);
    assert_attrs(theme_attrs(t, THEME_TEXT, ROLE_STRIKE | ROLE_INSERT, false),
        NONE, NONE, THEME_STRIKE | THEME_UNDERLINE);
    assert_attrs(theme_attrs(t, THEME_TEXT, ROLE_CODE | ROLE_STRONG, false),
        t->keys[THEME_CODE].fg, NONE, THEME_BOLD);
    assert_attrs(
        theme_attrs(t, THEME_TEXT, ROLE_KBD, false), NONE, NONE, THEME_REVERSE);
    assert_attrs(theme_attrs(t, THEME_TEXT, ROLE_MARK, false),
        t->keys[THEME_MARKED].fg, t->keys[THEME_MARKED].bg, 0);
}

static void
test_theme_sets_emphasis_upright_in_italics(void **state)
{
    struct attrs quote = theme_default()->keys[THEME_QUOTE];
    (void)state;

    assert_true(quote.bits & THEME_ITALIC);
    assert_attrs(theme_attrs(theme_default(), THEME_QUOTE, ROLE_EM, false),
        quote.fg, quote.bg, quote.bits & ~(unsigned)THEME_ITALIC);
}

static void
test_theme_puts_the_link_on_top(void **state)
{
    const struct theme *t = theme_default();
    (void)state;

    assert_attrs(theme_attrs(t, THEME_TEXT, ROLE_CODE, true),
        t->keys[THEME_LINK].fg, NONE, THEME_UNDERLINE);
}

static void
test_theme_over_keeps_what_is_under_a_default(void **state)
{
    struct attrs under = {1, 2, THEME_BOLD};
    (void)state;

    assert_attrs(theme_over(under, (struct attrs){NONE, 5, THEME_DIM}), 1, 5,
        THEME_BOLD | THEME_DIM);
    assert_attrs(
        theme_over(under, (struct attrs){7, NONE, 0}), 7, 2, THEME_BOLD);
}

static void
test_theme_reduces_colors(void **state)
{
    static const struct {
        const char *name;
        struct attrs attrs, want;
        int n_colors;
    } cases[] = {
        {"256 stay", {208, 17, 0}, {208, 17, 0}, 256},
        {"the cube to 16", {196, 21, 0}, {9, 4, 0}, 16},
        {"gray to 16", {244, 232, 0}, {8, 0, 0}, 16},
        {"16 stay", {12, 3, 0}, {12, 3, 0}, 16},
        {"bright to 8", {12, 11, 0}, {4, 3, THEME_BOLD}, 8},
        {"bright black to 8", {8, NONE, 0}, {NONE, NONE, THEME_DIM}, 8},
        {"the same on the same", {9, 1, 0}, {NONE, 1, THEME_BOLD}, 8},
        {"none", {1, NONE, THEME_BOLD}, {NONE, NONE, THEME_BOLD}, 0},
        {"a ground to none", {0, 3, 0}, {NONE, NONE, THEME_REVERSE}, 0},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct attrs got = theme_reduce(cases[i].attrs, cases[i].n_colors);
        struct attrs want = cases[i].want;
        if (got.fg != want.fg || got.bg != want.bg || got.bits != want.bits)
            fail_msg("%s: got %d on %d with %#x", cases[i].name, got.fg, got.bg,
                got.bits);
    }
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_theme_has_no_color_out_of_range),
        cmocka_unit_test(test_theme_leaves_plain_text_plain),
        cmocka_unit_test(test_theme_adds_the_looks_of_roles),
        cmocka_unit_test(test_theme_sets_emphasis_upright_in_italics),
        cmocka_unit_test(test_theme_puts_the_link_on_top),
        cmocka_unit_test(test_theme_over_keeps_what_is_under_a_default),
        cmocka_unit_test(test_theme_reduces_colors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
