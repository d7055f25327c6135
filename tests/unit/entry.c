/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/entry.h.
 */
#include "ui/entry.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct attrs plain = {THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, 0};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
expect(const struct entry *e, const char *text, size_t cursor)
{
    struct str got = entry_text(e);
    assert_int_equal(got.len, strlen(text));
    if (got.len)
        assert_memory_equal(got.ptr, text, got.len);
    assert_int_equal(e->cursor, cursor);
}

static void
test_entry_takes_characters_at_the_cursor(void **state)
{
    struct entry e = {0};
    (void)state;
    assert_int_equal(entry_key(&e, 'b'), ENTRY_CHANGED);
    assert_int_equal(entry_key(&e, KEYMAP_HOME), ENTRY_MOVED);
    assert_int_equal(entry_key(&e, 0xE9), ENTRY_CHANGED);
    expect(&e, "\u00E9b", 2);
    entry_key(&e, KEYMAP_CTRL | 'e');
    entry_key(&e, 0x4E16);
    expect(&e, "\u00E9b世", 6);
    entry_done(&e);
    expect(&e, "", 0);
}

static void
test_entry_moves_and_deletes_by_what_a_reader_calls_a_character(void **state)
{
    struct entry e = {0};
    (void)state;
    entry_put(&e, STR("ae\u0301👩\u200D👧"));
    entry_key(&e, KEYMAP_LEFT);
    assert_int_equal(e.cursor, 4);
    entry_key(&e, KEYMAP_LEFT);
    assert_int_equal(e.cursor, 1);
    entry_key(&e, KEYMAP_RIGHT);
    assert_int_equal(e.cursor, 4);
    assert_int_equal(entry_key(&e, KEYMAP_DELETE), ENTRY_CHANGED);
    expect(&e, "ae\u0301", 4);
    assert_int_equal(entry_key(&e, KEYMAP_BACKSPACE), ENTRY_CHANGED);
    expect(&e, "a", 1);
    entry_key(&e, KEYMAP_BACKSPACE);
    assert_int_equal(entry_key(&e, KEYMAP_BACKSPACE), ENTRY_MOVED);
    assert_int_equal(entry_key(&e, KEYMAP_DELETE), ENTRY_MOVED);
    entry_key(&e, KEYMAP_LEFT);
    entry_key(&e, KEYMAP_RIGHT);
    expect(&e, "", 0);
    entry_done(&e);
}

static void
test_entry_cuts_words_and_ends(void **state)
{
    static const struct {
        const char *name, *text;
        size_t cursor;
        keymap_key key;
        const char *want;
        size_t want_cursor;
    } cases[] = {
        {"word", "one two", 7, KEYMAP_CTRL | 'w', "one ", 4},
        {"word and blanks", "one  ", 5, KEYMAP_CTRL | 'w', "", 0},
        {"half a word", "one two", 5, KEYMAP_CTRL | 'w', "one wo", 4},
        {"to the start", "one two", 4, KEYMAP_CTRL | 'u', "two", 0},
        {"to the end", "one two", 4, KEYMAP_CTRL | 'k', "one ", 4},
        {"nothing", "", 0, KEYMAP_CTRL | 'w', "", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct entry e = {0};
        entry_put(&e, str_of(cases[i].text));
        e.cursor = cases[i].cursor;
        entry_key(&e, cases[i].key);
        expect(&e, cases[i].want, cases[i].want_cursor);
        entry_done(&e);
    }
}

static void
test_entry_leaves_other_keys_alone(void **state)
{
    static const keymap_key keys[] = {KEYMAP_ENTER, KEYMAP_ESCAPE, KEYMAP_TAB,
        KEYMAP_UP, KEYMAP_DOWN, KEYMAP_F1, KEYMAP_CTRL | 'x', KEYMAP_ALT | 'x',
        '\n', 0x202E, 0x7F, 0x9B};
    struct entry e = {0};
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_int_equal(entry_key(&e, keys[i]), ENTRY_IGNORED);
    expect(&e, "", 0);
    entry_done(&e);
}

static void
test_entry_takes_a_paste_in_one_clean_line(void **state)
{
    struct entry e = {0};
    (void)state;
    entry_put(&e, STR("ad"));
    entry_key(&e, KEYMAP_LEFT);
    entry_paste(&e, STR("b\033\xFF\r\nc"));
    expect(&e, "ab\uFFFD cd", 7);
    entry_done(&e);
}

static void
test_entry_is_never_longer_than_its_limit(void **state)
{
    struct entry e = {0};
    struct buf much = {0};
    (void)state;
    while (much.len < 2 * ENTRY_MAX_BYTES)
        buf_add_text(&much, "世");
    entry_paste(&e, buf_str(&much));
    assert_int_equal(e.text.len, ENTRY_MAX_BYTES - ENTRY_MAX_BYTES % 3);
    entry_key(&e, 'a');
    assert_int_equal(entry_key(&e, 'b'), ENTRY_MOVED);
    assert_int_equal(e.text.len, ENTRY_MAX_BYTES);
    buf_done(&much);
    entry_done(&e);
}

static void
test_entry_draws_so_that_the_cursor_is_in_sight(void **state)
{
    static const struct {
        const char *name, *label, *text;
        int cols;
        const char *want;
        int cursor;
    } cases[] = {
        {"all fits", "/", "fold", 10, "/fold\n", 5},
        {"empty", "/", "", 10, "/\n", 1},
        {"long", "/", "abcdefghij", 6, "/ghij\n", 5},
        {"wide", "/", "世界世界", 6, "/世界\n", 5},
        {"long label", "a long label", "abcdef", 8, "a l…def\n", 7},
        {"label that just fits", "label: ", "ab", 10, "label: ab\n", 9},
        {"one cell", "/", "ab", 1, "\n", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct entry e = {0};
        struct canvas c = {0};
        struct buf got = {0};
        canvas_resize(&c, cases[i].cols, 1);
        entry_put(&e, str_of(cases[i].text));
        entry_draw(&e, str_of(cases[i].label), &c,
            (struct rect){0, 0, cases[i].cols, 1}, plain);
        canvas_add_text(&c, &got);
        assert_string_equal(got.ptr, cases[i].want);
        assert_int_equal(c.cursor_col, cases[i].cursor);
        buf_done(&got);
        canvas_done(&c);
        entry_done(&e);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entry_takes_characters_at_the_cursor),
        cmocka_unit_test(
            test_entry_moves_and_deletes_by_what_a_reader_calls_a_character),
        cmocka_unit_test(test_entry_cuts_words_and_ends),
        cmocka_unit_test(test_entry_leaves_other_keys_alone),
        cmocka_unit_test(test_entry_takes_a_paste_in_one_clean_line),
        cmocka_unit_test(test_entry_is_never_longer_than_its_limit),
        cmocka_unit_test(test_entry_draws_so_that_the_cursor_is_in_sight),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
