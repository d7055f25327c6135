/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/prompt.h.
 */
#include "ui/prompt.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* What the prompt told. */
struct told {
    char changed[64], entered[64];
    int n_changes, n_entered, n_left;
    bool is_yes;
};

static void
note_change(void *user, struct str text)
{
    struct told *t = user;
    snprintf(t->changed, sizeof t->changed, "%.*s", STR_ARG(text));
    t->n_changes++;
}

static void
note_enter(void *user, struct str text)
{
    struct told *t = user;
    snprintf(t->entered, sizeof t->entered, "%.*s", STR_ARG(text));
    t->n_entered++;
}

static void
note_leave(void *user)
{
    ((struct told *)user)->n_left++;
}

static bool
add_remark(void *user, struct str text, struct buf *out)
{
    (void)user;
    (void)text;
    buf_add_text(out, "3 of 12");
    return false;
}

/* Makes "fiber" of what is its beginning. */
static bool
complete(void *user, struct str text, struct buf *out)
{
    (void)user;
    buf_add_text(out, "fiber");
    return text.len < 5 && str_starts(STR("fiber"), text);
}

static const struct prompt_ops ops = {
    note_change, note_enter, note_leave, add_remark, complete};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static struct view *
make(struct prompt_past *past, struct told *told)
{
    return prompt_new("/", past, theme_default(), &ops, told);
}

static void
type(struct view *v, const char *text)
{
    for (; *text; text++)
        assert_int_equal(v->ops->key(v, (unsigned char)*text), VIEW_DRAW);
}

static void
expect(struct view *v, int cols, const char *want)
{
    struct canvas c = {0};
    struct buf got = {0};
    canvas_resize(&c, cols, 1);
    v->ops->draw(v, &c, (struct rect){0, 0, cols, 1});
    canvas_add_text(&c, &got);
    buf_cut(&got, got.len - 1);
    assert_string_equal(got.ptr, want);
    assert_true(c.cursor_col >= 0);
    buf_done(&got);
    canvas_done(&c);
}

static void
test_prompt_tells_every_change_and_the_end(void **state)
{
    struct told told = {0};
    struct prompt_past past = {0};
    struct view *v = make(&past, &told);
    (void)state;

    type(v, "fib");
    assert_string_equal(told.changed, "fib");
    assert_int_equal(told.n_changes, 3);
    expect(v, 30, "/fib                  3 of 12");
    expect(v, 14, "/fib       3…");
    expect(v, 10, "/fib");
    expect(v, 18, "/fib       3 of …");
    v->ops->paste(v, STR("er s"));
    assert_string_equal(told.changed, "fiber s");
    assert_int_equal(v->ops->key(v, KEYMAP_LEFT), VIEW_DRAW);
    assert_int_equal(told.n_changes, 4);
    assert_int_equal(v->ops->key(v, KEYMAP_ENTER), VIEW_CLOSE | VIEW_DRAW);
    assert_string_equal(told.entered, "fiber s");
    assert_int_equal(told.n_left, 0);
    assert_string_equal(prompt_last(&past), "fiber s");
    v->ops->free(v);
    prompt_past_done(&past);
    assert_null(prompt_last(&past));
}

static bool
add_names(void *user, struct str text, struct buf *out)
{
    (void)user;
    (void)text;
    buf_add_text(out, "one  two  three  four  five  six");
    return false;
}

static void
test_prompt_shows_its_text_whole_beside_a_long_remark(void **state)
{
    static const struct prompt_ops long_ops = {
        note_change, note_enter, note_leave, add_names, NULL};
    struct told told = {0};
    struct view *v =
        prompt_new("Lists: ", NULL, theme_default(), &long_ops, &told);
    (void)state;

    expect(v, 30, "Lists:     one  two  three  …");
    type(v, "four");
    expect(v, 30, "Lists: four  one  two  three…");
    type(v, ", twenty, two");
    expect(v, 30, "Lists: four, twenty, two  on…");
    type(v, "ab");
    expect(v, 30, "Lists: four, twenty, twoab  …");
    v->ops->free(v);
}

static void
test_prompt_completes_with_tab(void **state)
{
    struct told told = {0};
    struct view *v = make(NULL, &told);
    (void)state;

    type(v, "fi");
    assert_int_equal(v->ops->key(v, KEYMAP_TAB), VIEW_DRAW);
    assert_string_equal(told.changed, "fiber");
    expect(v, 30, "/fiber                3 of 12");
    assert_int_equal(v->ops->key(v, KEYMAP_TAB), VIEW_NOTHING);
    assert_int_equal(told.n_changes, 3);
    v->ops->free(v);
}

static void
test_prompt_can_be_left(void **state)
{
    static const keymap_key keys[] = {
        KEYMAP_ESCAPE, KEYMAP_CTRL | 'c', KEYMAP_CTRL | 'g', KEYMAP_BACKSPACE};
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct told told = {0};
        struct view *v = make(NULL, &told);
        assert_int_equal(v->ops->key(v, keys[i]), VIEW_CLOSE | VIEW_DRAW);
        assert_int_equal(told.n_left, 1);
        assert_int_equal(told.n_entered, 0);
        v->ops->free(v);
    }
}

static void
test_prompt_goes_through_past_lines(void **state)
{
    struct told told = {0};
    struct prompt_past past = {0};
    static const char *const lines[] = {"fiber", "beans", "fold", "beans"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct view *v = make(&past, &told);
        type(v, lines[i]);
        v->ops->key(v, KEYMAP_ENTER);
        v->ops->free(v);
    }
    assert_int_equal(past.n_lines, 3); /* beans is there once, as the newest */

    struct view *v = make(&past, &told);
    v->ops->key(v, KEYMAP_UP);
    assert_string_equal(told.changed, "beans");
    v->ops->key(v, KEYMAP_UP);
    assert_string_equal(told.changed, "fold");
    v->ops->key(v, KEYMAP_DOWN);
    v->ops->key(v, KEYMAP_DOWN);
    assert_string_equal(told.changed, "");

    /* Only those that begin with what was typed. */
    type(v, "f");
    v->ops->key(v, KEYMAP_UP);
    assert_string_equal(told.changed, "fold");
    v->ops->key(v, KEYMAP_UP);
    assert_string_equal(told.changed, "fiber");
    assert_int_equal(v->ops->key(v, KEYMAP_UP), VIEW_NOTHING);
    v->ops->key(v, KEYMAP_CTRL | 'n');
    v->ops->key(v, KEYMAP_CTRL | 'n');
    assert_string_equal(told.changed, "f");
    v->ops->free(v);
    prompt_past_done(&past);
}

static void
test_prompt_remembers_only_so_many_lines(void **state)
{
    struct told told = {0};
    struct prompt_past past = {0};
    (void)state;
    for (int i = 0; i < PROMPT_MAX_PAST + 10; i++) {
        char line[16];
        struct view *v = make(&past, &told);
        snprintf(line, sizeof line, "%d", i);
        type(v, line);
        v->ops->key(v, KEYMAP_ENTER);
        v->ops->free(v);
    }
    assert_int_equal(past.n_lines, PROMPT_MAX_PAST);
    assert_string_equal(past.lines[0], "10");
    prompt_past_done(&past);
}

static void
note_answer(void *user, bool is_yes)
{
    struct told *t = user;
    t->n_entered++;
    t->is_yes = is_yes;
}

static void
test_prompt_takes_only_y_for_a_yes(void **state)
{
    static const struct {
        keymap_key key;
        bool is_yes;
    } cases[] = {{'y', true}, {'Y', true}, {'n', false}, {'j', false},
        {KEYMAP_ESCAPE, false}, {KEYMAP_ENTER, false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct told told = {0};
        struct view *v =
            prompt_ask("open it?", theme_default(), note_answer, &told);
        expect(v, 24, " open it? (y/n)");
        expect(v, 14, " open… (y/n)");
        assert_int_equal(v->ops->key(v, cases[i].key), VIEW_CLOSE | VIEW_DRAW);
        assert_int_equal(told.n_entered, 1);
        assert_int_equal(told.is_yes, cases[i].is_yes);
        v->ops->free(v);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prompt_tells_every_change_and_the_end),
        cmocka_unit_test(test_prompt_shows_its_text_whole_beside_a_long_remark),
        cmocka_unit_test(test_prompt_completes_with_tab),
        cmocka_unit_test(test_prompt_can_be_left),
        cmocka_unit_test(test_prompt_goes_through_past_lines),
        cmocka_unit_test(test_prompt_remembers_only_so_many_lines),
        cmocka_unit_test(test_prompt_takes_only_y_for_a_yes),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
