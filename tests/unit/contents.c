/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/contents.h: the panel of a small article on a canvas.
 */
#include "ui/contents.h"

#include "base/utf8.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct fixture {
    struct article *article;
    struct outline *outline;
    struct contents contents;
    struct canvas canvas;
    section_ix picked;
};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static view_reaction
note_pick(void *user, section_ix s)
{
    ((struct fixture *)user)->picked = s;
    return VIEW_DRAW;
}

static void
add_leaf(
    struct build *b, enum block_kind kind, unsigned level, const char *text)
{
    block_ix ix = build_open(b, kind);

    if (level > 0)
        build_level(b, ix, level);
    build_text(b, str_of(text), SPAN_PLAIN);
    build_close(b);
}

/* Three sections, the second with two of its own. */
static struct article *
make_article(void)
{
    struct build *b = build_new();

    add_leaf(b, BLOCK_PARA, 0, "Before all.");
    add_leaf(b, BLOCK_HEADING, 2, "What pinto beans are");
    add_leaf(b, BLOCK_PARA, 0, "one two three");
    add_leaf(b, BLOCK_HEADING, 2, "What is in them");
    add_leaf(b, BLOCK_HEADING, 3, "Fiber");
    add_leaf(b, BLOCK_PARA, 0, "four five");
    block_ix ix = build_open(b, BLOCK_HEADING);
    build_level(b, ix, 3);
    build_text(b, STR("Starch that"), SPAN_PLAIN);
    build_break(b, SPAN_PLAIN);
    build_text(b, STR("resists"), SPAN_PLAIN);
    build_close(b);
    add_leaf(b, BLOCK_HEADING, 2, "How to begin without regretting it");
    add_leaf(b, BLOCK_PARA, 0, "six");
    return build_finish(b);
}

static void
begin(struct fixture *f, struct article *article)
{
    *f = (struct fixture){.article = article, .picked = SECTION_NONE};
    f->outline = outline_new(article);
    contents_init(
        &f->contents, theme_default(), f->article, f->outline, note_pick, f);
}

static void
end(struct fixture *f)
{
    contents_done(&f->contents);
    outline_free(f->outline);
    article_free(f->article);
    canvas_done(&f->canvas);
}

static void
expect(struct fixture *f, int cols, int rows, const char *want)
{
    struct buf got = {0};

    canvas_resize(&f->canvas, cols, rows);
    contents_draw(&f->contents, &f->canvas, (struct rect){0, 0, cols, rows});
    canvas_add_text(&f->canvas, &got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
}

static struct attrs
attrs_at(const struct fixture *f, int col, int row)
{
    return f->canvas.cells[row * f->canvas.cols + col].attrs;
}

static void
test_contents_are_drawn_with_numbers_depths_and_words(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, make_article());
    assert_int_equal(contents_count(&f.contents), 5);
    expect(&f, 48, 8,
        "  Contents\n"
        "\n"
        "  1   What pinto beans are                    3\n"
        "  2   What is in them                         6\n"
        "  2.1   Fiber                                 2\n"
        "  2.2   Starch that resists                   0\n"
        "  3   How to begin without regretting it      1\n"
        "\n");
    end(&f);
}

static void
test_contents_leave_out_what_does_not_fit(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, make_article());
    expect(&f, 30, 7,
        "  Contents\n"
        "\n"
        "  1   What pinto beans are\n"
        "  2   What is in them\n"
        "  2.1   Fiber\n"
        "  2.2   Starch that resists\n"
        "  3   How to begin without r…\n");
    expect(&f, 16, 4,
        "  Contents\n"
        "  What pinto b…\n"
        "  What is in t…\n"
        "    Fiber\n");
    expect(&f, 1, 1, "\n");
    end(&f);
}

static void
test_contents_mark_the_section_being_read_and_follow_it(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, make_article());
    assert_true(contents_show(&f.contents, 0));
    assert_false(contents_show(&f.contents, 0));
    expect(&f, 24, 3,
        "  Contents\n"
        "› What pinto beans are\n"
        "  What is in them\n");
    assert_true(attrs_at(&f, 4, 1).bits & THEME_REVERSE);
    assert_false(attrs_at(&f, 4, 2).bits & THEME_REVERSE);

    assert_true(contents_show(&f.contents, 4));
    expect(&f, 24, 3,
        "  Contents\n"
        "    Starch that resists\n"
        "› How to begin without…\n");
    assert_true(contents_show(&f.contents, SECTION_NONE));
    expect(&f, 24, 3,
        "  Contents\n"
        "  What pinto beans are\n"
        "  What is in them\n");
    end(&f);
}

static void
test_contents_mark_the_section_around_a_question(void **state)
{
    struct fixture f;
    struct build *b = build_new();
    (void)state;

    add_leaf(b, BLOCK_HEADING, 2, "FAQ");
    block_ix ix = build_open(b, BLOCK_HEADING);
    build_level(b, ix, 3);
    build_mark(b, ix, BLOCK_IS_QUESTION);
    build_text(b, STR("Why?"), SPAN_PLAIN);
    build_close(b);
    add_leaf(b, BLOCK_PARA, 0, "Because.");
    begin(&f, build_finish(b));

    section_ix question = outline_at(f.outline, ix);
    assert_true(contents_show(&f.contents, question));
    if (f.outline->sections[question].depth == 0)
        expect(&f, 12, 2, "  Contents\n› FAQ\n");
    end(&f);
}

static void
test_contents_have_a_selection_with_the_focus(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, make_article());
    contents_show(&f.contents, 1);
    contents_focus(&f.contents, true);
    expect(&f, 24, 7,
        "  Contents\n"
        "\n"
        "  What pinto beans are\n"
        "› What is in them\n"
        "    Fiber\n"
        "    Starch that resists\n"
        "  How to begin without…\n");
    contents_act(&f.contents, ACTION_LINE_DOWN, 2);
    contents_show(&f.contents, 2);
    expect(&f, 24, 7,
        "  Contents\n"
        "\n"
        "  What pinto beans are\n"
        "  What is in them\n"
        "›   Fiber\n"
        "    Starch that resists\n"
        "  How to begin without…\n");
    assert_true(attrs_at(&f, 4, 5).bits & THEME_REVERSE);
    assert_int_equal(attrs_at(&f, 4, 4).bits, THEME_BOLD);
    assert_int_equal(contents_act(&f.contents, ACTION_ENTER, 0), VIEW_DRAW);
    assert_int_equal(f.picked, 3);
    assert_int_equal(
        contents_act(&f.contents, ACTION_NEXT_LINK, 0), VIEW_IGNORED);
    assert_int_equal(contents_act(&f.contents, ACTION_CLOSE, 0), VIEW_IGNORED);
    end(&f);
}

static void
test_contents_lose_the_filter_with_the_focus(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f, make_article());
    contents_focus(&f.contents, true);
    contents_act(&f.contents, ACTION_FIND, 0);
    for (const char *k = "2.2"; *k; k++)
        contents_key(&f.contents, (keymap_key)*k);
    expect(&f, 24, 4,
        "  Contents\n"
        "    Starch that resists\n"
        "\n"
        "/2.2              1 of 5\n");
    contents_key(&f.contents, KEYMAP_ENTER);
    assert_int_equal(f.picked, 3);
    contents_focus(&f.contents, false);
    expect(&f, 24, 2, "  Contents\n  What pinto beans are\n");
    end(&f);
}

static void
test_contents_are_picked_by_one_click(void **state)
{
    struct fixture f;
    struct view_mouse click = {VIEW_MOUSE_PRESS, 4, 4};
    (void)state;

    begin(&f, make_article());
    contents_show(&f.contents, 2);
    expect(&f, 24, 3, "  Contents\n›   Fiber\n    Starch that resists\n");
    canvas_resize(&f.canvas, 24, 8);
    contents_draw(&f.contents, &f.canvas, (struct rect){0, 0, 24, 8});
    assert_true(contents_mouse(&f.contents, &click) & VIEW_DRAW);
    assert_int_equal(f.picked, 2);
    click.row = 0;
    assert_int_equal(contents_mouse(&f.contents, &click), VIEW_IGNORED);
    end(&f);
}

static void
test_contents_let_long_numbers_push_their_titles(void **state)
{
    struct fixture f;
    struct build *b = build_new();
    (void)state;

    for (unsigned level = 2; level <= 6; level++)
        add_leaf(b, BLOCK_HEADING, level, "Deep");
    begin(&f, build_finish(b));
    expect(&f, 32, 6,
        "  Contents\n"
        "  1     Deep\n"
        "  1.1     Deep\n"
        "  1.1.1     Deep\n"
        "  1.1.1.1       Deep\n"
        "  1.1.1.1.1       Deep\n");
    end(&f);
}

static void
test_contents_without_headings_say_so(void **state)
{
    struct fixture f;
    struct build *b = build_new();
    (void)state;

    add_leaf(b, BLOCK_PARA, 0, "Only this.");
    begin(&f, build_finish(b));
    contents_focus(&f.contents, true);
    expect(&f, 34, 3, "  Contents\n  This article has no headings.\n\n");
    assert_int_equal(contents_act(&f.contents, ACTION_ENTER, 0), VIEW_NOTHING);
    end(&f);
}

static void
test_contents_of_no_article_may_lose_the_focus(void **state)
{
    struct contents none = {0};
    (void)state;

    contents_focus(&none, false);
    assert_int_equal(contents_count(&none), 0);
    contents_done(&none);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contents_are_drawn_with_numbers_depths_and_words),
        cmocka_unit_test(test_contents_leave_out_what_does_not_fit),
        cmocka_unit_test(
            test_contents_mark_the_section_being_read_and_follow_it),
        cmocka_unit_test(test_contents_mark_the_section_around_a_question),
        cmocka_unit_test(test_contents_have_a_selection_with_the_focus),
        cmocka_unit_test(test_contents_lose_the_filter_with_the_focus),
        cmocka_unit_test(test_contents_are_picked_by_one_click),
        cmocka_unit_test(test_contents_let_long_numbers_push_their_titles),
        cmocka_unit_test(test_contents_without_headings_say_so),
        cmocka_unit_test(test_contents_of_no_article_may_lose_the_focus),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
