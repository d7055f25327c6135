/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/canvas.h.
 */
#include "ui/canvas.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct attrs plain = {THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, 0};
static const struct attrs bold = {
    THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, THEME_BOLD};
static const struct attrs red = {1, THEME_COLOR_DEFAULT, THEME_REVERSE};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static struct rect
whole(const struct canvas *c)
{
    return (struct rect){0, 0, c->cols, c->rows};
}

static void
expect(const struct canvas *c, const char *want)
{
    struct buf got = {0};
    canvas_add_text(c, &got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
}

static void
test_canvas_draws_text_and_returns_the_column_behind(void **state)
{
    struct canvas c = {0};
    (void)state;
    canvas_resize(&c, 10, 2);
    assert_int_equal(canvas_put(&c, whole(&c), 2, 0, STR("one"), plain), 5);
    assert_int_equal(canvas_put(&c, whole(&c), 8, 1, STR("three"), plain), 13);
    expect(&c, "  one\n        th\n");
    canvas_resize(&c, 3, 1);
    expect(&c, "\n");
    canvas_done(&c);
}

static void
test_canvas_clips_on_all_sides(void **state)
{
    struct canvas c = {0};
    struct rect area = {2, 1, 4, 1};
    (void)state;
    canvas_resize(&c, 8, 3);
    canvas_put(&c, area, 0, 1, STR("abcdefgh"), plain);
    canvas_put(&c, area, 2, 0, STR("above"), plain);
    canvas_put(&c, area, 2, 2, STR("below"), plain);
    canvas_put(&c, area, 20, 1, STR("right"), plain);
    expect(&c, "\n  cdef\n\n");
    canvas_fill(&c, (struct rect){-5, -5, 8, 7}, plain);
    expect(&c, "\n   def\n\n");
    canvas_put(&c, (struct rect){-9, -9, 90, 90}, -1, 2, STR("xyz"), plain);
    expect(&c, "\n   def\nyz\n");
    canvas_done(&c);
}

static void
test_canvas_never_shows_half_of_a_wide_character(void **state)
{
    struct canvas c = {0};
    (void)state;
    canvas_resize(&c, 6, 1);
    assert_int_equal(canvas_put(&c, whole(&c), 0, 0, STR("世界"), plain), 4);
    expect(&c, "世界\n");
    canvas_put(&c, whole(&c), 1, 0, STR("x"), plain);
    expect(&c, " x界\n");
    canvas_put(&c, whole(&c), 2, 0, STR("y"), plain);
    expect(&c, " xy\n");
    canvas_put(&c, whole(&c), 1, 0, STR("世"), plain);
    canvas_put(&c, whole(&c), 0, 0, STR("世"), plain);
    expect(&c, "世\n");
    canvas_put(&c, whole(&c), 5, 0, STR("世"), bold);
    expect(&c, "世\n");
    assert_int_equal(c.cells[5].attrs.bits, THEME_BOLD);
    canvas_put(&c, whole(&c), -1, 0, STR("世z"), plain);
    expect(&c, " z\n");
    canvas_done(&c);
}

static void
test_canvas_keeps_marks_with_their_character(void **state)
{
    struct canvas c = {0};
    (void)state;
    canvas_resize(&c, 8, 1);
    canvas_put(&c, whole(&c), 0, 0, STR("e\u0301a"), plain);
    assert_string_equal(c.cells[0].text, "e\u0301");
    assert_string_equal(c.cells[1].text, "a");

    /* A mark in a run of its own finds the character that it belongs to. */
    canvas_put(&c, whole(&c), 2, 0, STR("\u0302"), plain);
    assert_string_equal(c.cells[1].text, "a\u0302");
    canvas_put(&c, whole(&c), 0, 0, STR("世\u3099"), plain);
    assert_string_equal(c.cells[0].text, "世\u3099");

    /* Without one it is left out; more than a cell holds as well. */
    canvas_put(&c, whole(&c), 0, 0, STR("\u0301b"), plain);
    assert_string_equal(c.cells[0].text, "b");
    struct buf many = {0};
    buf_add_char(&many, 'z');
    for (int i = 0; i < 100; i++)
        buf_add_text(&many, "\u0301");
    canvas_put(&c, whole(&c), 0, 0, buf_str(&many), plain);
    assert_string_equal(c.cells[0].text, "z\u0301\u0301\u0301\u0301");
    buf_done(&many);
    canvas_done(&c);
}

static void
test_canvas_lets_only_printable_text_in(void **state)
{
    static const struct {
        const char *name, *text, *want;
    } cases[] = {
        {"controls", "a\033[31mb\x07\x7F\tc\r\n", "a[31mbc\n"},
        {"C1",
            "a\xC2\x9B"
            "31mb",
            "a31mb\n"},
        {"override", "a\u202Eb", "ab\n"},
        {"malformed", "a\xFF\xE2\x82z", "a\uFFFD\uFFFDz\n"},
        {"soft hyphen", "a\u00ADb", "ab\n"},
    };
    struct canvas c = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        canvas_resize(&c, 12, 1);
        canvas_put(&c, whole(&c), 0, 0, str_of(cases[i].text), plain);
        expect(&c, cases[i].want);
    }
    canvas_done(&c);
}

static void
test_canvas_takes_joined_emoji_apart(void **state)
{
    struct canvas c = {0};
    struct str family = STR("👩\u200D👧❤\uFE0F|");
    (void)state;
    canvas_resize(&c, 12, 1);
    int end = canvas_put(&c, whole(&c), 0, 0, family, plain);
    assert_int_equal(end, utf8_cols(family));
    expect(&c, "👩👧❤|\n");

    /* The joiner stays where it shapes letters. */
    canvas_put(&c, whole(&c), 0, 0, STR("क\u094D\u200Dष"), plain);
    assert_string_equal(c.cells[0].text, "क\u094D\u200D");

    canvas_resize(&c, 12, 1);
    canvas_put(&c, whole(&c), 0, 0, STR("1\uFE0F\u20E3\u00A9\uFE0F|"), plain);
    expect(&c, "1\u20E3\u00A9|\n");

    canvas_resize(&c, 12, 1);
    canvas_put(&c, whole(&c), 0, 0, STR("👍🏽|"), plain);
    expect(&c, "👍  |\n");
    canvas_done(&c);
}

static void
test_canvas_shortens_with_an_ellipsis(void **state)
{
    static const struct {
        int cols;
        const char *text, *want;
        int end;
    } cases[] = {
        {5, "words", "words\n", 5},
        {4, "words", "wor…\n", 4},
        {1, "words", "…\n", 1},
        {0, "words", "\n", 0},
        {-3, "words", "\n", 0},
        {4, "世界世", "世…\n", 3},
        {9, "", "\n", 0},
    };
    struct canvas c = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        canvas_resize(&c, 8, 1);
        assert_int_equal(
            cases[i].end, canvas_put_short(&c, whole(&c),
                              (struct rect){0, 0, cases[i].cols, 1},
                              str_of(cases[i].text), plain));
        expect(&c, cases[i].want);
    }
    canvas_done(&c);
}

static void
test_canvas_tints_what_is_there(void **state)
{
    struct canvas c = {0};
    (void)state;
    canvas_resize(&c, 4, 1);
    canvas_put(&c, whole(&c), 0, 0, STR("abcd"), bold);
    canvas_tint(&c, whole(&c), -1, 0, 3, red);
    canvas_tint(&c, whole(&c), 0, 1, 3, red);
    expect(&c, "abcd\n");
    assert_int_equal(c.cells[1].attrs.fg, 1);
    assert_int_equal(c.cells[1].attrs.bits, THEME_BOLD | THEME_REVERSE);
    assert_int_equal(c.cells[2].attrs.bits, THEME_BOLD);
    canvas_done(&c);
}

static void
test_canvas_may_be_empty(void **state)
{
    struct canvas c = {0};
    (void)state;
    canvas_put(&c, (struct rect){0, 0, 9, 9}, 0, 0, STR("x"), plain);
    canvas_resize(&c, 0, -4);
    canvas_fill(&c, (struct rect){0, 0, 9, 9}, plain);
    assert_int_equal(canvas_put(&c, whole(&c), 0, 0, STR("x"), plain), 1);
    canvas_resize(&c, 1, 1);
    canvas_put(&c, whole(&c), 0, 0, STR("世x"), plain);
    expect(&c, "\n");
    canvas_done(&c);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canvas_draws_text_and_returns_the_column_behind),
        cmocka_unit_test(test_canvas_clips_on_all_sides),
        cmocka_unit_test(test_canvas_never_shows_half_of_a_wide_character),
        cmocka_unit_test(test_canvas_keeps_marks_with_their_character),
        cmocka_unit_test(test_canvas_lets_only_printable_text_in),
        cmocka_unit_test(test_canvas_takes_joined_emoji_apart),
        cmocka_unit_test(test_canvas_shortens_with_an_ellipsis),
        cmocka_unit_test(test_canvas_tints_what_is_there),
        cmocka_unit_test(test_canvas_may_be_empty),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
