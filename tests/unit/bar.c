/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/bar.h.
 */
#include "ui/bar.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const enum action hints[] = {
    ACTION_HELP, ACTION_PAGE_DOWN, ACTION_CLOSE, ACTION_NONE};

static int
start(void **state)
{
    static struct keymap keymap;
    keymap_init(&keymap);
    *state = &keymap;
    return utf8_start() ? 0 : -1;
}

static int
end(void **state)
{
    keymap_done(*state);
    return 0;
}

static struct bar
bar_of(void **state)
{
    return (struct bar){.theme = theme_default(),
        .keymap = *state,
        .left = STR("Fiber"),
        .right = STR("42% · 3 min left")};
}

static void
expect(const struct bar *b, int cols, const char *want)
{
    struct canvas c = {0};
    struct buf got = {0};
    const int rows = bar_rows(b, cols, 3);
    canvas_resize(&c, cols, rows);
    bar_draw(b, &c, (struct rect){0, 0, cols, rows});
    canvas_add_text(&c, &got);
    buf_cut(&got, got.len - 1);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
    canvas_done(&c);
}

static void
test_bar_shows_where_and_how_far(void **state)
{
    struct bar b = bar_of(state);
    expect(&b, 40, " Fiber                 42% · 3 min left");
    expect(&b, 28, " Fiber       42% · 3 min l…");
    expect(&b, 24, " Fiber     42% · 3 min…");
    b.left = STR("What pinto beans are made of");
    expect(&b, 40, " What pinto beans a…   42% · 3 min left");
}

static void
test_bar_shows_hints_where_there_is_room(void **state)
{
    struct bar b = bar_of(state);
    b.hints = hints;
    expect(
        &b, 60, " Fiber        h help  Space page  q quit   42% · 3 min left");
    expect(&b, 48, " Fiber    h help  Space page   42% · 3 min left");
    expect(&b, 40, " Fiber        h help   42% · 3 min left");
}

static void
test_bar_shows_a_notice_instead(void **state)
{
    struct bar b = bar_of(state);
    b.hints = hints;
    b.notice = STR("no more links");
    expect(
        &b, 60, " no more links                             42% · 3 min left");
    expect(&b, 34, " no more links   42% · 3 min left");
    expect(&b, 33, " no more links");
    expect(&b, 13, " no more\n links");
    b.notice = STR("no more links in this article of a pond");
    expect(&b, 13, " no more\n links in\n this artic…");
}

static void
test_bar_shows_what_was_typed(void **state)
{
    struct bar b = bar_of(state);
    b.typed = STR("12z");
    expect(&b, 40, " Fiber           12z   42% · 3 min left");
    b.right = (struct str){0};
    expect(&b, 20, " Fiber          12z");
}

static void
test_bar_fits_into_anything(void **state)
{
    struct bar b = bar_of(state);
    b.hints = hints;
    b.typed = STR("5z");
    for (int cols = 0; cols < 90; cols++) {
        struct canvas c = {0};
        canvas_resize(&c, cols, 1);
        bar_draw(&b, &c, (struct rect){0, 0, cols, 1});
        canvas_done(&c);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bar_shows_where_and_how_far),
        cmocka_unit_test(test_bar_shows_hints_where_there_is_room),
        cmocka_unit_test(test_bar_shows_a_notice_instead),
        cmocka_unit_test(test_bar_shows_what_was_typed),
        cmocka_unit_test(test_bar_fits_into_anything),
    };
    return cmocka_run_group_tests(tests, start, end);
}
