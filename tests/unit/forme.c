/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/layout.h: how blocks are shown, kind by kind.
 */
#include "proof.h"

static void
add_span(struct build *b, const char *text, uint32_t roles)
{
    build_text(
        b, str_of(text), (struct span_style){roles, LINK_NONE, LINK_NONE});
}

static void
test_forme_parts_paragraphs_by_blank_lines(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_PARA, "one two three");
    proof_add(b, BLOCK_PARA, "four");
    proof_assert_build(b, 8, "one two\nthree\n\nfour\n");
}

static void
test_forme_ends_lines_where_the_author_does(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_PARA);
    add_span(b, "one", 0);
    build_break(b, SPAN_PLAIN);
    add_span(b, "two", 0);
    proof_assert_build(b, 0, "one\ntwo\n");
}

static void
test_forme_makes_headings_stand_out(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 1, "One", 0);
    proof_add_heading(b, 2, "Two is longer", 0);
    proof_add_heading(b, 3, "Three is longer", 0);
    proof_add_heading(b, 4, "Four", 0);
    proof_assert_build(b, 10,
        "One\n═══\n\n"
        "Two is\nlonger\n──────\n\n"
        "■ Three is\n  longer\n\n"
        "□ Four\n");
}

static void
test_forme_hangs_items(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_LIST);
    proof_add_item(b, "one two three", 0);
    build_open(b, BLOCK_ITEM);
    proof_add(b, BLOCK_PARA, "four");
    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    proof_add(b, BLOCK_PARA, "five");
    build_open(b, BLOCK_LIST);
    proof_add_item(b, "six", 0);
    proof_assert_build(b, 12,
        "• one two\n"
        "  three\n"
        "• four\n"
        "  ◦ five\n"
        "    ▪ six\n");
}

static void
test_forme_puts_numbers_right(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_number(b, proof_open(b, BLOCK_LIST, BLOCK_IS_ORDERED), 9);
    proof_add_item(b, "nine", 0);
    proof_add_item(b, "ten", 0);
    build_close(b);
    build_number(b, proof_open(b, BLOCK_LIST, BLOCK_IS_ORDERED), INT32_MAX);
    proof_add_item(b, "a", 0);
    proof_add_item(b, "b", 0);
    build_close(b);
    build_number(b, proof_open(b, BLOCK_LIST, BLOCK_IS_ORDERED), -1);
    proof_add_item(b, "c", 0);
    proof_add_item(b, "d", 0);
    proof_assert_build(b, 40,
        " 9. nine\n10. ten\n\n"
        "2147483647. a\n2147483648. b\n\n"
        "-1. c\n 0. d\n");
}

static void
test_forme_gives_tasks_boxes(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_LIST);
    proof_add_item(b, "open", BLOCK_IS_TASK);
    proof_add_item(b, "done", BLOCK_IS_TASK | BLOCK_IS_DONE);
    build_close(b);
    build_number(b, proof_open(b, BLOCK_LIST, BLOCK_IS_ORDERED), 1);
    proof_add_item(b, "first", BLOCK_IS_TASK);
    proof_add_item(b, "second", 0);
    proof_assert_build(b, 40,
        "☐ open\n☑ done\n\n"
        "1. ☐ first\n2. second\n");
}

static void
test_forme_parts_the_items_of_loose_lists(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_open(b, BLOCK_LIST, BLOCK_IS_LOOSE);
    build_open(b, BLOCK_ITEM);
    proof_add(b, BLOCK_PARA, "one");
    proof_add(b, BLOCK_PARA, "more");
    build_close(b);
    proof_add_item(b, "two", 0);
    proof_assert_build(b, 40, "• one\n\n  more\n\n• two\n");
}

static void
test_forme_shows_empty_items(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_number(b, proof_open(b, BLOCK_LIST, BLOCK_IS_ORDERED), 1);
    build_open(b, BLOCK_ITEM);
    build_close(b);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    build_close(b);
    build_close(b);
    build_close(b);
    proof_add_item(b, "end", 0);
    proof_assert_build(b, 40, "1.\n2. •\n3. end\n");
}

static void
test_forme_puts_marks_of_frames_on_one_line(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_LIST);
    proof_add_item(b, "inner", 0);
    proof_add_item(b, "next", 0);
    build_close(b);
    build_close(b);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_QUOTE);
    proof_add(b, BLOCK_PARA, "quoted");
    proof_add(b, BLOCK_CODE, "x");
    proof_assert_build(b, 40,
        "• ◦ inner\n"
        "  ◦ next\n"
        "• │ quoted\n"
        "  │\n"
        "  │   x\n");
}

static void
test_forme_puts_bars_beside_quotes(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_QUOTE);
    proof_add(b, BLOCK_PARA, "one two");
    build_open(b, BLOCK_QUOTE);
    proof_add(b, BLOCK_PARA, "three");
    build_close(b);
    build_close(b);
    proof_add(b, BLOCK_PARA, "four");
    proof_assert_build(b, 9,
        "│ one two\n"
        "│\n"
        "│ │ three\n"
        "\n"
        "four\n");
}

static void
test_forme_gives_deep_frames_half_of_the_width(void **state)
{
    struct build *b = build_new();
    (void)state;

    for (int i = 0; i < 30; i++)
        build_open(b, BLOCK_QUOTE);
    proof_add(b, BLOCK_PARA, "deep text");
    proof_assert_build(b, 12, "│ │ │ deep\n│ │ │ text\n");
}

static void
test_forme_puts_marks_without_room_into_the_text(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_LIST);
    proof_add_item(b, "ab", 0);
    build_open(b, BLOCK_ITEM);
    proof_add(b, BLOCK_CODE, "long code");
    proof_assert_build(b, 3, "•\nab\n•\nlong code\n");
}

static void
test_forme_keeps_code_as_it_is(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_CODE, "if (x)\n\n    a  b;   /* much too wide */\n");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 10};
    struct layout *l = layout_new(a, &opts);

    assert_int_equal(l->n_lines, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(l->lines[i].kind, LINE_CODE);
    assert_int_equal(l->max_cols, 33);
    layout_free(l);
    proof_assert(a, opts,
        "  if (x)\n\n"
        "      a  b;   /* much too wide */\n");
    article_free(a);
}

static void
test_forme_draws_a_rule_in_the_middle(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_PARA, "a");
    build_open(b, BLOCK_RULE);
    build_close(b);
    proof_add(b, BLOCK_PARA, "b");
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.cols = 11}, "a\n\n   * * *\n\nb\n");
    proof_assert(a, (struct layout_opts){.cols = 3}, "a\n\n *\n\nb\n");
    proof_assert(a, (struct layout_opts){.cols = 0}, "a\n\n* * *\n\nb\n");
    article_free(a);
}

static void
test_forme_lists_footnotes(void **state)
{
    struct build *b = build_new();
    link_ix link = build_link(b, STR("#note"));
    (void)state;

    build_open(b, BLOCK_PARA);
    add_span(b, "A fact.", 0);
    build_text(b, STR("9"),
        (struct span_style){ROLE_NOTE_REF | ROLE_SUP, link, LINK_NONE});
    build_close(b);
    for (int i = 9; i <= 10; i++) {
        build_info(b, build_open(b, BLOCK_NOTE), i == 9 ? STR("9") : STR("10"));
        proof_add(b, BLOCK_PARA, "a source");
        build_close(b);
    }
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.cols = 40},
        "A fact.[9]\n"
        "\n"
        "────────\n"
        " [9] a source\n"
        "[10] a source\n");
    /* A reference stays with its word. */
    proof_assert(a, (struct layout_opts){.cols = 9, .end = 2}, "A\nfact.[9]\n");
    article_free(a);
}

static void
test_forme_hangs_definitions(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TERMS);
    proof_add(b, BLOCK_TERM, "fiber");
    proof_add(b, BLOCK_TERM, "fibre");
    build_open(b, BLOCK_DEFINITION);
    proof_add(b, BLOCK_PARA, "what plants are made of");
    build_close(b);
    proof_add(b, BLOCK_TERM, "gut");
    build_open(b, BLOCK_DEFINITION);
    proof_add(b, BLOCK_PARA, "a tube");
    proof_assert_build(b, 20,
        "fiber\n"
        "fibre\n"
        "    what plants are\n"
        "    made of\n"
        "\n"
        "gut\n"
        "    a tube\n");
}

static void
test_forme_shows_details_open(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_DETAILS);
    proof_add(b, BLOCK_SUMMARY, "More");
    proof_add(b, BLOCK_PARA, "one");
    proof_add(b, BLOCK_PARA, "two");
    build_close(b);
    proof_add(b, BLOCK_PARA, "end");
    proof_assert_build(b, 20, "▾ More\n  one\n\n  two\n\nend\n");
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forme_parts_paragraphs_by_blank_lines),
        cmocka_unit_test(test_forme_ends_lines_where_the_author_does),
        cmocka_unit_test(test_forme_makes_headings_stand_out),
        cmocka_unit_test(test_forme_hangs_items),
        cmocka_unit_test(test_forme_puts_numbers_right),
        cmocka_unit_test(test_forme_gives_tasks_boxes),
        cmocka_unit_test(test_forme_parts_the_items_of_loose_lists),
        cmocka_unit_test(test_forme_shows_empty_items),
        cmocka_unit_test(test_forme_puts_marks_of_frames_on_one_line),
        cmocka_unit_test(test_forme_puts_bars_beside_quotes),
        cmocka_unit_test(test_forme_gives_deep_frames_half_of_the_width),
        cmocka_unit_test(test_forme_puts_marks_without_room_into_the_text),
        cmocka_unit_test(test_forme_keeps_code_as_it_is),
        cmocka_unit_test(test_forme_draws_a_rule_in_the_middle),
        cmocka_unit_test(test_forme_lists_footnotes),
        cmocka_unit_test(test_forme_hangs_definitions),
        cmocka_unit_test(test_forme_shows_details_open),
    };

    return cmocka_run_group_tests(tests, proof_start, NULL);
}
