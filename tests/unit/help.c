/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/help.h: the help on a canvas.
 */
#include "ui/help.h"

#include "base/utf8.h"
#include "ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

/* Returns the help drawn, owned. */
static char *
paint(struct view *v, int cols, int rows)
{
    struct canvas c = {0};
    struct buf got = {0};

    canvas_resize(&c, cols, rows);
    v->ops->draw(v, &c, (struct rect){0, 0, cols, rows});
    canvas_add_text(&c, &got);
    canvas_done(&c);
    return buf_take(&got);
}

static void
expect(struct view *v, int cols, int rows, const char *want)
{
    char *got = paint(v, cols, rows);

    assert_string_equal(got, want);
    free(got);
}

static struct view *
make_help(void)
{
    struct keymap keymap = {0};

    keymap_init(&keymap);
    struct view *v = help_new(theme_default(), &keymap);
    keymap_done(&keymap);
    return v;
}

static void
type(struct view *v, const char *keys)
{
    v->ops->act(v, ACTION_FIND, 0);
    for (; *keys; keys++)
        v->ops->key(v, (keymap_key)*keys);
}

static void
test_help_lists_every_action_at_every_width(void **state)
{
    static const int widths[] = {24, 40, 60, 80, 118, 130, 200};
    (void)state;

    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        struct view *v = make_help();
        char *got = paint(v, widths[w], 400);
        for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
            char word[64];
            const char *help = action_row(a)->help;
            size_t len = strcspn(help, " ");
            memcpy(word, help, len);
            word[len] = '\0';
            if (!strstr(got, word))
                fail_msg("%d columns: no '%s'", widths[w], word);
        }
        for (enum action_group g = 0; g < ACTION_GROUP_COUNT; g++)
            assert_non_null(strstr(got, action_group_title(g)));
        assert_null(strstr(strchr(got, '\n') + 40, "…"));
        free(got);
        v->ops->free(v);
    }
}

static void
test_help_begins_with_how_to_leave(void **state)
{
    struct view *v = make_help();
    (void)state;

    expect(v, 80, 7,
        "   Help   q closes this help, / finds in it\n"
        "   Moving\n"
        "     j <Down> <C-n>              one line down, or N lines\n"
        "     k <Up> <C-p>                one line up, or N lines\n"
        "     <Space> f <PageDown> <C-f>  one page down\n"
        "     b <PageUp> <C-b>            one page up\n"
        "     d <C-d>                     half a page down\n");
    v->ops->free(v);
}

static void
test_help_tells_the_keys_in_force(void **state)
{
    struct keymap keymap = {0};
    struct err err = {0};
    (void)state;

    keymap_init(&keymap);
    keymap_unbind(&keymap, ACTION_CLOSE);
    assert_true(keymap_bind(&keymap, ACTION_CLOSE, STR("<F12>"), &err));
    keymap_unbind(&keymap, ACTION_LINE_DOWN);
    struct view *v = help_new(theme_default(), &keymap);
    keymap_done(&keymap);
    expect(v, 60, 3,
        "   Help   <F12> closes this help, / finds in it\n"
        "   Moving\n"
        "     (no key)               one line down, or N lines\n");
    v->ops->free(v);
}

static void
test_help_wraps_keys_and_text_side_by_side(void **state)
{
    struct view *v = make_help();
    (void)state;

    free(paint(v, 30, 5));
    v->ops->act(v, ACTION_LINE_DOWN, 6);
    expect(v, 30, 5,
        " Help   q closes this help, …\n"
        "   <Space> f    one page down\n"
        "   <PageDown>\n"
        "   <C-f>\n"
        "   b <PageUp>   one page up\n");
    v->ops->free(v);
}

static void
test_help_has_two_columns_where_there_is_room(void **state)
{
    struct view *v = make_help();
    char *got = paint(v, 200, 60);
    (void)state;

    const char *line = strstr(got, "Moving");
    assert_non_null(line);
    size_t len = strcspn(line, "\n");
    const char *second = strstr(line + 6, "Articles");
    assert_non_null(second);
    assert_true(second < line + len);
    free(got);
    v->ops->free(v);
}

static void
test_help_finds_actions_in_one_column(void **state)
{
    struct view *v = make_help();
    (void)state;

    free(paint(v, 200, 60));
    type(v, "CLIPBOARD");
    type(v, "");
    assert_int_equal(v->ops->act(v, ACTION_CLOSE, 0), VIEW_DRAW);
    type(v, "half page");
    expect(v, 130, 5,
        "   Help   q closes this help, / finds in it\n"
        "     d <C-d>                     half a page down\n"
        "     u <C-u>                     half a page up\n"
        "\n"
        "  /half page\n");
    v->ops->key(v, KEYMAP_ENTER);
    assert_int_equal(v->ops->act(v, ACTION_CLOSE, 0), VIEW_DRAW);
    assert_int_equal(v->ops->act(v, ACTION_CLOSE, 0), VIEW_CLOSE);
    v->ops->free(v);
}

static void
test_help_is_closed_by_its_own_key(void **state)
{
    struct view *v = make_help();
    (void)state;

    assert_int_equal(v->ops->act(v, ACTION_HELP, 0), VIEW_CLOSE);
    assert_int_equal(v->ops->act(v, ACTION_NEXT_ARTICLE, 0), VIEW_IGNORED);
    v->ops->free(v);
}

static void
test_help_fits_a_screen_of_one_cell(void **state)
{
    struct view *v = make_help();
    (void)state;

    expect(v, 1, 1, "\n");
    free(paint(v, 2, 3));
    free(paint(v, 0, 0));
    v->ops->free(v);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_help_lists_every_action_at_every_width),
        cmocka_unit_test(test_help_begins_with_how_to_leave),
        cmocka_unit_test(test_help_tells_the_keys_in_force),
        cmocka_unit_test(test_help_wraps_keys_and_text_side_by_side),
        cmocka_unit_test(test_help_has_two_columns_where_there_is_room),
        cmocka_unit_test(test_help_finds_actions_in_one_column),
        cmocka_unit_test(test_help_is_closed_by_its_own_key),
        cmocka_unit_test(test_help_fits_a_screen_of_one_cell),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
