/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/page.h.
 */
#include "ui/page.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
test_page_leaves_the_rest_to_the_view(void **state)
{
    static const struct {
        const char *name;
        int cols, rows;
        struct rect body;
        const char *head;
    } cases[] = {
        {"usual", 80, 24, {2, 3, 76, 21}, "\n   Title   a note\n"},
        {"low", 60, 12, {2, 2, 56, 10}, "   Title   a note\n"},
        {"lower", 40, 5, {0, 1, 40, 4}, " Title   a note\n"},
        {"narrow", 12, 5, {0, 1, 12, 4}, " Title   a…\n"},
        {"wide", 120, 24, {10, 3, 100, 21}, "\n           Title   a note\n"},
        {"one cell", 1, 1, {0, 1, 1, 0}, "\n"},
        {"nothing", 0, 0, {0, 1, 0, 0}, ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page = {theme_default(), STR("Title"), STR("a note"), 100};
        struct canvas c = {0};
        struct buf got = {0};
        canvas_resize(&c, cases[i].cols, cases[i].rows);
        struct rect body = page_draw(
            &page, &c, (struct rect){0, 0, cases[i].cols, cases[i].rows});
        canvas_add_text(&c, &got);
        if (memcmp(&body, &cases[i].body, sizeof body) != 0)
            fail_msg("%s: %d %d %d %d", cases[i].name, body.col, body.row,
                body.cols, body.rows);
        if (!str_starts(buf_str(&got), str_of(cases[i].head)))
            fail_msg("%s: '%s'", cases[i].name, got.ptr);
        buf_done(&got);
        canvas_done(&c);
    }
}

static void
test_page_cuts_lines_between_words(void **state)
{
    static const struct {
        const char *name, *text;
        int cols;
        const char *want; /* lines parted by '|' */
    } cases[] = {
        {"words", "one two three", 7, "one two|three"},
        {"just fits", "one two", 7, "one two"},
        {"blanks around", "  one   two ", 4, "one|two"},
        {"a long word", "abcdefgh ij", 3, "abc|def|gh|ij"},
        {"wide characters", "\xE6\xBC\xA2\xE5\xAD\x97", 3,
            "\xE6\xBC\xA2|\xE5\xAD\x97"},
        {"too wide for the line", "\xE6\xBC\xA2", 1, "\xE6\xBC\xA2"},
        {"no room", "ab", 0, "a|b"},
        {"nothing", "", 5, ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str rest = str_of(cases[i].text);
        struct buf got = {0};
        buf_end(&got);
        for (int n = 0; rest.len > 0 && n < 9; n++) {
            if (n > 0)
                buf_add_char(&got, '|');
            buf_add_str(&got, page_cut_line(&rest, cases[i].cols));
            rest = str_trim(rest);
        }
        if (strcmp(got.ptr, cases[i].want) != 0)
            fail_msg("%s: '%s'", cases[i].name, got.ptr);
        buf_done(&got);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_leaves_the_rest_to_the_view),
        cmocka_unit_test(test_page_cuts_lines_between_words),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
