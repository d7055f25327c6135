/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/stack.h.
 */
#include "ui/stack.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* A view that draws its letter into its corners and knows its size. */
struct letter {
    struct view view;
    char letter;
    struct rect area;
    int *n_freed;
};

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct letter *l = (struct letter *)v;
    struct str s = {&l->letter, 1};
    struct attrs plain = theme_default()->keys[THEME_TEXT];
    canvas_put(c, area, area.col, area.row, s, plain);
    canvas_put(
        c, area, area.col + area.cols - 1, area.row + area.rows - 1, s, plain);
    c->cursor_col = l->letter;
}

static void
take_area(struct view *v, struct rect area)
{
    ((struct letter *)v)->area = area;
}

static void
status(struct view *v, struct buf *left, struct buf *right)
{
    buf_add_char(left, ((struct letter *)v)->letter);
    buf_add_text(right, "1%");
}

static void
free_letter(struct view *v)
{
    ++*((struct letter *)v)->n_freed;
    free(v);
}

static const struct view_ops full = {
    .resize = take_area, .draw = draw, .status = status, .free = free_letter};
static const struct view_ops overlay = {
    .is_overlay = true, .resize = take_area, .draw = draw, .free = free_letter};
static const struct view_ops line = {.is_overlay = true,
    .is_line = true,
    .resize = take_area,
    .draw = draw,
    .free = free_letter};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static struct letter *
push(struct stack *s, const struct view_ops *ops, char letter, int *n_freed)
{
    struct letter *l = mem_alloc_zero(1, sizeof *l);
    l->view.ops = ops;
    l->letter = letter;
    l->n_freed = n_freed;
    stack_push(s, &l->view);
    return l;
}

static void
expect(const struct stack *s, const char *want, int cursor)
{
    struct canvas c = {0};
    struct buf got = {0};
    struct bar bar = {.theme = theme_default()};
    canvas_resize(&c, s->cols, s->rows);
    stack_draw(s, &bar, &c);
    canvas_add_text(&c, &got);
    assert_string_equal(got.ptr, want);
    assert_int_equal(c.cursor_col, cursor);
    buf_done(&got);
    canvas_done(&c);
}

static void
test_stack_draws_from_the_highest_full_view_up(void **state)
{
    struct stack s = {0};
    int n_freed = 0;
    (void)state;
    stack_resize(&s, 20, 5);
    push(&s, &full, 'a', &n_freed);
    push(&s, &full, 'b', &n_freed);
    expect(&s, "b\n\n\n                   b\n b               1%\n", 'b');
    push(&s, &overlay, 'c', &n_freed);
    expect(&s, "c\n\n\n                   c\n b               1%\n", 'c');
    struct letter *p = push(&s, &line, 'd', &n_freed);
    expect(&s, "c\n\n\n                   c\nd                  d\n", 'd');
    assert_int_equal(p->area.row, 4);
    assert_int_equal(p->area.rows, 1);
    stack_done(&s);
    assert_int_equal(n_freed, 4);
}

static void
test_stack_frees_a_view_only_when_it_is_safe(void **state)
{
    struct stack s = {0};
    int n_freed = 0;
    (void)state;
    stack_resize(&s, 80, 24);
    struct letter *a = push(&s, &full, 'a', &n_freed);
    struct letter *b = push(&s, &full, 'b', &n_freed);
    assert_true(stack_remove(&s, &a->view));
    assert_false(stack_remove(&s, &a->view));
    assert_ptr_equal(stack_top(&s), &b->view);
    assert_int_equal(n_freed, 0);
    stack_bury(&s);
    assert_int_equal(n_freed, 1);
    stack_remove(&s, &b->view);
    assert_null(stack_top(&s));
    stack_done(&s);
    assert_int_equal(n_freed, 2);
}

static void
test_stack_tells_when_the_screen_is_too_small(void **state)
{
    struct stack s = {0};
    int n_freed = 0;
    (void)state;
    stack_resize(&s, 80, 24);
    struct letter *a = push(&s, &full, 'a', &n_freed);
    assert_int_equal(a->area.rows, 23);
    stack_resize(&s, 12, 4);
    assert_true(stack_is_too_small(&s));
    assert_int_equal(a->area.cols, STACK_MIN_COLS);
    assert_int_equal(a->area.rows, STACK_MIN_ROWS - 1);
    expect(&s, "The window\nis too\nsmall.\n\n", -1);
    stack_resize(&s, 1, 1);
    expect(&s, "T\n", -1);
    stack_resize(&s, 20, 5);
    assert_false(stack_is_too_small(&s));
    stack_done(&s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stack_draws_from_the_highest_full_view_up),
        cmocka_unit_test(test_stack_frees_a_view_only_when_it_is_safe),
        cmocka_unit_test(test_stack_tells_when_the_screen_is_too_small),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
