/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/list.h: a list of numbers, drawn on a canvas.
 */
#include "ui/list.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What the callbacks were told. */
struct seen {
    unsigned n_drawn, n_texts;
    uint32_t entered;
};

static void
draw_number(
    void *user, uint32_t row, struct canvas *c, struct rect area, bool is_here)
{
    struct seen *seen = user;
    struct buf text = {0};

    seen->n_drawn++;
    buf_add_format(&text, "%c%u", is_here ? '>' : ' ', row);
    canvas_put(c, area, area.col, area.row, buf_str(&text),
        theme_default()->keys[THEME_TEXT]);
    buf_done(&text);
}

static void
add_number(void *user, uint32_t row, struct buf *out)
{
    struct seen *seen = user;

    seen->n_texts++;
    buf_add_format(out, "Nº %u %s", row, row % 2 ? "odd" : "even");
}

static view_reaction
enter_number(void *user, uint32_t row)
{
    struct seen *seen = user;

    seen->entered = row;
    return VIEW_CLOSE;
}

static const struct list_ops ops = {
    draw_number, add_number, enter_number, NULL};
static const struct list_ops text_ops = {draw_number, add_number, NULL, NULL};

struct fixture {
    struct seen seen;
    struct list list;
    struct canvas canvas;
};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
begin(struct fixture *f, const struct list_ops *o, uint32_t n_rows, int rows)
{
    *f = (struct fixture){.seen = {.entered = LIST_NONE}};
    list_init(&f->list, theme_default(), o, &f->seen, n_rows);
    canvas_resize(&f->canvas, 20, rows);
    list_draw(&f->list, &f->canvas, (struct rect){0, 0, 20, rows});
}

static void
end(struct fixture *f)
{
    list_done(&f->list);
    canvas_done(&f->canvas);
}

static void
expect(struct fixture *f, const char *want)
{
    struct buf got = {0};
    int rows = f->canvas.rows;

    canvas_resize(&f->canvas, f->canvas.cols, rows);
    list_draw(&f->list, &f->canvas, (struct rect){0, 0, f->canvas.cols, rows});
    canvas_add_text(&f->canvas, &got);
    buf_end(&got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
}

static void
type(struct fixture *f, const char *keys)
{
    for (; *keys; keys++)
        list_key(&f->list, (keymap_key)*keys);
}

/* Every third row is a heading. */
static bool
is_third(void *user, uint32_t row)
{
    (void)user;
    return row % 3 == 0;
}

static void
test_list_never_selects_a_row_that_is_only_looked_at(void **state)
{
    static const struct list_ops still_ops = {
        draw_number, add_number, enter_number, is_third};
    struct fixture f;

    (void)state;
    begin(&f, &still_ops, 9, 6);
    list_reset(&f.list, 9, 0);
    assert_int_equal(list_row(&f.list), 1);
    list_act(&f.list, ACTION_LINE_DOWN, 2);
    assert_int_equal(list_row(&f.list), 4);
    list_act(&f.list, ACTION_LINE_UP, 1);
    assert_int_equal(list_row(&f.list), 2);
    list_act(&f.list, ACTION_TOP, 0);
    assert_int_equal(list_row(&f.list), 1);
    list_act(&f.list, ACTION_BOTTOM, 0);
    assert_int_equal(list_row(&f.list), 8);
    list_reset(&f.list, 1, 0);
    assert_int_equal(list_row(&f.list), LIST_NONE);
    end(&f);
}

static void
test_list_moves_the_selection(void **state)
{
    static const struct {
        const char *name;
        enum action action;
        unsigned count;
        uint32_t from, want;
    } cases[] = {
        {"down", ACTION_LINE_DOWN, 0, 0, 1},
        {"three down", ACTION_LINE_DOWN, 3, 0, 3},
        {"down at the end", ACTION_LINE_DOWN, 0, 99, 99},
        {"more down than there are", ACTION_LINE_DOWN, UINT32_MAX, 5, 99},
        {"up", ACTION_LINE_UP, 0, 5, 4},
        {"up at the top", ACTION_LINE_UP, 7, 5, 0},
        {"a page", ACTION_PAGE_DOWN, 0, 0, 10},
        {"two pages up", ACTION_PAGE_UP, 2, 50, 30},
        {"half a page", ACTION_HALF_DOWN, 0, 1, 6},
        {"half a page up", ACTION_HALF_UP, 0, 50, 45},
        {"the top", ACTION_TOP, 0, 50, 0},
        {"the seventh", ACTION_TOP, 7, 50, 6},
        {"the end", ACTION_BOTTOM, 0, 50, 99},
        {"the seventh from anywhere", ACTION_BOTTOM, 7, 50, 6},
        {"a share", ACTION_PERCENT, 50, 0, 49},
        {"too large a share", ACTION_PERCENT, 500, 0, 99},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        begin(&f, &ops, 100, 10);
        list_select(&f.list, cases[i].from);
        view_reaction r = list_act(&f.list, cases[i].action, cases[i].count);
        if (r != VIEW_DRAW || list_row(&f.list) != cases[i].want)
            fail_msg("%s: at %u", cases[i].name, list_row(&f.list));
        end(&f);
    }
}

static void
test_list_keeps_rows_around_the_selection_in_view(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 9, 5);
    list_act(&f.list, ACTION_LINE_DOWN, 3);
    expect(&f, " 1\n 2\n>3\n 4\n 5\n");
    list_act(&f.list, ACTION_BOTTOM, 0);
    expect(&f, " 4\n 5\n 6\n 7\n>8\n");
    list_act(&f.list, ACTION_LINE_UP, 3);
    expect(&f, " 3\n 4\n>5\n 6\n 7\n");
    end(&f);
}

static void
test_list_draws_a_selection_that_a_smaller_screen_would_hide(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 9, 9);
    list_act(&f.list, ACTION_LINE_DOWN, 7);
    canvas_resize(&f.canvas, 20, 3);
    expect(&f, " 6\n>7\n 8\n");
    canvas_resize(&f.canvas, 20, 1);
    expect(&f, ">7\n");
    canvas_resize(&f.canvas, 20, 0);
    expect(&f, "");
    end(&f);
}

static void
test_list_draws_only_what_is_on_the_screen(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 100000, 10);
    assert_int_equal(f.seen.n_drawn, 10);
    assert_int_equal(f.seen.n_texts, 0);
    end(&f);
}

static void
test_list_rows_may_be_higher_than_a_line(void **state)
{
    struct fixture f;
    struct view_mouse click = {VIEW_MOUSE_PRESS, 1, 4};
    (void)state;

    begin(&f, &ops, 9, 7);
    f.list.lines = 3;
    f.list.gap = 1;
    expect(&f, ">0\n\n\n 1\n\n\n 2\n");
    assert_true(f.canvas.cells[20].attrs.bits & THEME_REVERSE);
    assert_false(f.canvas.cells[40].attrs.bits & THEME_REVERSE);
    list_mouse(&f.list, &click);
    assert_int_equal(list_row(&f.list), 1);
    list_act(&f.list, ACTION_PAGE_DOWN, 0);
    assert_int_equal(list_row(&f.list), 3);
    end(&f);
}

static void
test_list_enters_the_selected_row(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 5, 5);
    list_act(&f.list, ACTION_LINE_DOWN, 2);
    assert_int_equal(list_act(&f.list, ACTION_ENTER, 0), VIEW_CLOSE);
    assert_int_equal(f.seen.entered, 2);
    assert_int_equal(list_act(&f.list, ACTION_HINTS, 0), VIEW_IGNORED);
    assert_int_equal(list_act(&f.list, ACTION_CLOSE, 0), VIEW_IGNORED);
    end(&f);

    begin(&f, &ops, 0, 5);
    assert_int_equal(list_act(&f.list, ACTION_ENTER, 0), VIEW_NOTHING);
    assert_int_equal(list_act(&f.list, ACTION_LINE_DOWN, 0), VIEW_DRAW);
    assert_int_equal(list_row(&f.list), LIST_NONE);
    end(&f);
}

static void
test_list_narrows_while_the_filter_is_typed(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 30, 5);
    assert_int_equal(list_key(&f.list, 'o'), VIEW_IGNORED);
    list_act(&f.list, ACTION_FIND, 0);
    type(&f, "ODD 2");
    expect(&f, ">21\n 23\n 25\n 27\n/ODD 2       5 of 30\n");
    assert_int_equal(f.canvas.cursor_col, 6);
    assert_int_equal(f.canvas.cursor_row, 4);
    type(&f, "7");
    expect(&f, ">27\n\n\n\n/ODD 27      1 of 30\n");
    type(&f, "x");
    expect(&f, "Nothing here has al…\n\n\n\n/ODD 27x     0 of 30\n");
    assert_int_equal(list_key(&f.list, KEYMAP_ENTER), VIEW_DRAW);
    assert_int_equal(f.seen.entered, LIST_NONE);
    assert_int_equal(f.seen.n_texts, 30);
    end(&f);
}

static void
test_list_stays_on_its_row_when_the_filter_lets_it(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 30, 5);
    list_select(&f.list, 17);
    list_act(&f.list, ACTION_FIND, 0);
    type(&f, "odd");
    assert_int_equal(list_row(&f.list), 17);
    type(&f, " 2");
    assert_int_equal(list_row(&f.list), 21);
    list_key(&f.list, KEYMAP_BACKSPACE);
    list_key(&f.list, KEYMAP_BACKSPACE);
    assert_int_equal(list_row(&f.list), 17);
    list_act(&f.list, ACTION_LINE_DOWN, 0);
    assert_int_equal(list_row(&f.list), 19);
    assert_int_equal(list_key(&f.list, KEYMAP_ESCAPE), VIEW_DRAW);
    assert_int_equal(list_row(&f.list), 19);
    assert_false(list_is_filtered(&f.list));
    end(&f);
}

static void
test_list_filter_ends_by_key_and_by_action(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 30, 5);
    list_act(&f.list, ACTION_FIND, 0);
    assert_int_equal(list_key(&f.list, KEYMAP_DOWN), VIEW_IGNORED);
    assert_int_equal(list_key(&f.list, KEYMAP_CTRL | 'c'), VIEW_IGNORED);
    type(&f, "odd");
    assert_int_equal(list_key(&f.list, KEYMAP_ENTER), VIEW_DRAW | VIEW_CLOSE);
    assert_int_equal(f.seen.entered, 1);
    expect(&f, ">1\n 3\n 5\n 7\n/odd        15 of 30\n");
    assert_int_equal(f.canvas.cursor_col, -1);
    assert_int_equal(list_act(&f.list, ACTION_CLOSE, 0), VIEW_DRAW);
    expect(&f, " 0\n>1\n 2\n 3\n 4\n");

    list_act(&f.list, ACTION_FIND, 0);
    assert_int_equal(list_key(&f.list, KEYMAP_BACKSPACE), VIEW_DRAW);
    assert_false(list_is_filtered(&f.list));
    end(&f);
}

static void
test_list_takes_pasted_text_only_as_a_filter(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 30, 3);
    assert_int_equal(list_paste(&f.list, STR("odd 1")), VIEW_IGNORED);
    list_act(&f.list, ACTION_FIND, 0);
    type(&f, "9");
    list_key(&f.list, KEYMAP_HOME);
    assert_int_equal(list_paste(&f.list, STR("odd 1")), VIEW_DRAW);
    expect(&f, ">19\n\n/odd 19      1 of 30\n");
    end(&f);
}

static void
test_list_keeps_the_filter_when_its_rows_change(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, &ops, 4, 4);
    list_act(&f.list, ACTION_FIND, 0);
    type(&f, "odd");
    list_reset(&f.list, 8, 5);
    expect(&f, " 3\n>5\n 7\n/odd          4 of 8\n");
    list_reset(&f.list, 0, 0);
    expect(&f, "\n\n\n/odd          0 of 0\n");
    end(&f);
}

static void
test_list_selects_with_a_click_and_enters_with_the_next(void **state)
{
    struct fixture f;
    struct view_mouse click = {VIEW_MOUSE_PRESS, 3, 2};
    struct view_mouse beside = {VIEW_MOUSE_PRESS, 30, 2};
    struct view_mouse below = {VIEW_MOUSE_PRESS, 3, 4};
    (void)state;

    begin(&f, &ops, 4, 5);
    assert_int_equal(list_mouse(&f.list, &click), VIEW_DRAW);
    assert_int_equal(list_row(&f.list), 2);
    assert_int_equal(f.seen.entered, LIST_NONE);
    assert_true(list_mouse(&f.list, &click) & VIEW_CLOSE);
    assert_int_equal(f.seen.entered, 2);
    assert_int_equal(list_mouse(&f.list, &beside), VIEW_IGNORED);
    assert_int_equal(list_mouse(&f.list, &below), VIEW_NOTHING);

    f.list.is_quick = true;
    click.row = 1;
    assert_true(list_mouse(&f.list, &click) & VIEW_CLOSE);
    assert_int_equal(f.seen.entered, 1);
    end(&f);
}

static void
test_list_scrolls_with_the_wheel(void **state)
{
    struct fixture f;
    struct view_mouse down = {VIEW_MOUSE_WHEEL_DOWN, 3, 2};
    struct view_mouse up = {VIEW_MOUSE_WHEEL_UP, 3, 2};
    (void)state;

    begin(&f, &ops, 9, 4);
    list_mouse(&f.list, &down);
    expect(&f, ">3\n 4\n 5\n 6\n");
    list_mouse(&f.list, &down);
    list_mouse(&f.list, &down);
    expect(&f, ">5\n 6\n 7\n 8\n");
    list_mouse(&f.list, &up);
    expect(&f, " 2\n 3\n 4\n>5\n");
    end(&f);
}

static void
test_list_that_is_only_read_scrolls(void **state)
{
    struct fixture f;
    struct buf place = {0};
    (void)state;

    begin(&f, &text_ops, 10, 4);
    list_act(&f.list, ACTION_LINE_DOWN, 0);
    expect(&f, " 1\n 2\n 3\n 4\n");
    list_add_place(&f.list, &place);
    assert_string_equal(place.ptr, "50%");
    list_act(&f.list, ACTION_BOTTOM, 0);
    expect(&f, " 6\n 7\n 8\n 9\n");
    list_act(&f.list, ACTION_PAGE_UP, 0);
    expect(&f, " 2\n 3\n 4\n 5\n");
    assert_int_equal(list_act(&f.list, ACTION_ENTER, 0), VIEW_IGNORED);
    list_act(&f.list, ACTION_FIND, 0);
    type(&f, "even");
    assert_int_equal(list_key(&f.list, KEYMAP_ENTER), VIEW_DRAW);
    expect(&f, " 0\n 2\n 4\n/even\n");
    buf_done(&place);
    end(&f);
}

static void
test_list_tells_its_place(void **state)
{
    struct fixture f;
    struct buf place = {0};
    (void)state;

    begin(&f, &ops, 12, 4);
    list_act(&f.list, ACTION_LINE_DOWN, 2);
    list_add_place(&f.list, &place);
    assert_string_equal(place.ptr, "3 of 12");
    buf_cut(&place, 0);
    list_reset(&f.list, 0, 0);
    list_add_place(&f.list, &place);
    assert_int_equal(place.len, 0);
    buf_done(&place);
    end(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list_moves_the_selection),
        cmocka_unit_test(test_list_never_selects_a_row_that_is_only_looked_at),
        cmocka_unit_test(test_list_keeps_rows_around_the_selection_in_view),
        cmocka_unit_test(
            test_list_draws_a_selection_that_a_smaller_screen_would_hide),
        cmocka_unit_test(test_list_draws_only_what_is_on_the_screen),
        cmocka_unit_test(test_list_rows_may_be_higher_than_a_line),
        cmocka_unit_test(test_list_enters_the_selected_row),
        cmocka_unit_test(test_list_narrows_while_the_filter_is_typed),
        cmocka_unit_test(test_list_stays_on_its_row_when_the_filter_lets_it),
        cmocka_unit_test(test_list_filter_ends_by_key_and_by_action),
        cmocka_unit_test(test_list_takes_pasted_text_only_as_a_filter),
        cmocka_unit_test(test_list_keeps_the_filter_when_its_rows_change),
        cmocka_unit_test(
            test_list_selects_with_a_click_and_enters_with_the_next),
        cmocka_unit_test(test_list_scrolls_with_the_wheel),
        cmocka_unit_test(test_list_that_is_only_read_scrolls),
        cmocka_unit_test(test_list_tells_its_place),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
