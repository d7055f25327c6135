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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_leaves_the_rest_to_the_view),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
