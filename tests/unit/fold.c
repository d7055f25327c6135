/* SPDX-License-Identifier: ISC */
/*
 * Tests of folds in layout/layout.h.
 */
#include "proof.h"

/*
 * Returns an article with two chapters, the first with two questions.
 */
static struct article *
make_chapters(void)
{
    struct build *b = build_new();

    proof_add_heading(b, 2, "Questions", 0);
    proof_add_heading(b, 3, "Who?", BLOCK_IS_QUESTION);
    proof_add(b, BLOCK_PARA, "You.");
    proof_add(b, BLOCK_PARA, "And you.");
    proof_add_heading(b, 3, "Why?", BLOCK_IS_QUESTION);
    proof_add(b, BLOCK_PARA, "So.");
    proof_add_heading(b, 2, "End", 0);
    proof_add(b, BLOCK_PARA, "Bye.");
    return proof_finish(b);
}

static void
assert_folded(const struct article *a, const uint8_t *folded, uint32_t cols,
    const char *want)
{
    proof_assert(a, (struct layout_opts){.cols = cols, .folded = folded}, want);
}

static void
test_fold_hides_a_section_and_says_how_much(void **state)
{
    struct article *a = make_chapters();
    (void)state;

    assert_folded(a, (uint8_t[]){0, 1, 0, 0}, 32,
        "Questions\n─────────\n"
        "\n"
        "▸ Who?                   3 lines\n"
        "\n"
        "▾ Why?\n\nSo.\n\n"
        "End\n───\n\nBye.\n");
    assert_folded(a, (uint8_t[]){1, 0, 0, 0}, 32,
        "▸ Questions              9 lines\n"
        "\n"
        "End\n───\n\nBye.\n");
    article_free(a);
}

static void
test_fold_puts_folded_heads_close_together(void **state)
{
    struct article *a = make_chapters();
    (void)state;

    assert_folded(a, (uint8_t[]){0, 1, 1, 0}, 32,
        "Questions\n─────────\n"
        "\n"
        "▸ Who?                   3 lines\n"
        "▸ Why?                    1 line\n"
        "\n"
        "End\n───\n\nBye.\n");
    article_free(a);
}

static void
test_fold_counts_what_is_folded_inside_as_open(void **state)
{
    struct article *a = make_chapters();
    (void)state;

    assert_folded(a, (uint8_t[]){1, 1, 1, 1}, 32,
        "▸ Questions              9 lines\n"
        "▸ End                     1 line\n");
    article_free(a);
}

static void
test_fold_says_nothing_where_there_is_no_room(void **state)
{
    struct article *a = make_chapters();
    struct outline *o = outline_new(a);
    static const uint8_t folded[] = {1, 0, 0, 1};
    struct layout_opts opts = {.cols = 20, .outline = o, .folded = folded};
    struct layout *l = layout_new(a, &opts);
    (void)state;

    assert_int_equal(l->n_lines, 2);
    assert_int_equal(l->lines[0].n_hidden, 9);
    assert_int_equal(l->lines[0].section, 0);
    assert_int_equal(l->lines[1].n_hidden, 1);
    assert_int_equal(l->lines[1].section, 3);
    layout_free(l);
    outline_free(o);
    assert_folded(a, folded, 20, "▸ Questions\n▸ End\n");
    assert_folded(a, folded, 0, "▸ Questions  9 lines\n▸ End  1 line\n");
    article_free(a);
}

static void
test_fold_puts_the_count_on_the_first_line_of_a_long_head(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 2, "A heading that is too long for one line", 0);
    proof_add(b, BLOCK_PARA, "Text.");
    struct article *a = proof_finish(b);
    assert_folded(a, (uint8_t[]){1}, 40,
        "▸ A heading that is too           1 line\n"
        "  long for one line\n");
    article_free(a);
}

static void
test_fold_hides_details_and_answers(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_DETAILS);
    proof_add(b, BLOCK_SUMMARY, "More");
    build_open(b, BLOCK_LIST);
    proof_add_item(b, "one", 0);
    build_open(b, BLOCK_ITEM);
    build_close(b);
    build_close(b);
    build_close(b);
    build_close(b);
    proof_add_item(b, "next", 0);
    build_close(b);
    build_open(b, BLOCK_TERMS);
    build_mark(b, proof_add(b, BLOCK_TERM, "Who?"), BLOCK_IS_QUESTION);
    build_open(b, BLOCK_DEFINITION);
    proof_add(b, BLOCK_PARA, "You.");
    build_close(b);
    build_close(b);
    build_mark(b, proof_add(b, BLOCK_PARA, "Why?"), BLOCK_IS_QUESTION);
    proof_add(b, BLOCK_PARA, "So.");
    struct article *a = proof_finish(b);
    assert_folded(a, (uint8_t[]){1, 1, 1}, 40,
        "• ▸ More                         2 lines\n"
        "• next\n"
        "\n"
        "▸ Who?                            1 line\n"
        "\n"
        "▸ Why?                            1 line\n");
    assert_folded(a, (uint8_t[]){0, 0, 0}, 40,
        "• ▾ More\n"
        "    ◦ one\n"
        "    ◦\n"
        "• next\n"
        "\n"
        "▾ Who?\n"
        "    You.\n"
        "\n"
        "▾ Why?\n"
        "\n"
        "So.\n");
    article_free(a);
}

static void
test_fold_leaves_a_head_without_text_below_alone(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 3, "Unanswered?", BLOCK_IS_QUESTION);
    proof_add_heading(b, 3, "Next", 0);
    struct article *a = proof_finish(b);
    struct outline *o = outline_new(a);
    struct layout_opts opts = {.outline = o, .folded = (const uint8_t[]){1, 1}};
    struct layout *l = layout_new(a, &opts);
    assert_int_equal(l->lines[0].section, SECTION_NONE);
    layout_free(l);
    proof_assert(a, opts, "■ Unanswered?\n\n■ Next\n");
    outline_free(o);
    article_free(a);
}

static void
test_fold_numbers_only_links_that_are_seen(void **state)
{
    struct build *b = build_new();
    (void)state;

    for (int i = 0; i < 2; i++) {
        proof_add_heading(b, 2, "Head", 0);
        build_open(b, BLOCK_PARA);
        link_ix link =
            build_link(b, i == 0 ? STR("http://1.org/") : STR("http://2.org/"));
        build_text(b, STR("link"), (struct span_style){0, link, LINK_NONE});
        build_close(b);
    }
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 20,
        .links = LAYOUT_LINKS_END,
        .folded = (const uint8_t[]){1, 0}};
    proof_assert(
        a, opts, "▸ Head\n\nHead\n────\n\nlink[1]\n\n[1] http://2.org/\n");
    article_free(a);
}

static void
test_fold_does_not_reach_into_tables(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TABLE);
    build_open(b, BLOCK_ROW);
    build_number(b, build_open(b, BLOCK_CELL), 1);
    proof_add_heading(b, 3, "Head", 0);
    proof_add(b, BLOCK_PARA, "text");
    struct article *a = proof_finish(b);
    assert_folded(a, (uint8_t[]){1}, 20, "■ Head\n\ntext\n");
    article_free(a);
}

/*
 * A table of empty cells takes no lines, folded or not.
 */
static void
test_fold_of_nothing_does_not_say_how_much(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 2, "Head", 0);
    build_open(b, BLOCK_TABLE);
    proof_add_row(b, "|", 0);
    struct article *a = proof_finish(b);
    assert_folded(a, (uint8_t[]){1}, 40, "▸ Head\n");
    article_free(a);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold_hides_a_section_and_says_how_much),
        cmocka_unit_test(test_fold_puts_folded_heads_close_together),
        cmocka_unit_test(test_fold_counts_what_is_folded_inside_as_open),
        cmocka_unit_test(test_fold_says_nothing_where_there_is_no_room),
        cmocka_unit_test(
            test_fold_puts_the_count_on_the_first_line_of_a_long_head),
        cmocka_unit_test(test_fold_hides_details_and_answers),
        cmocka_unit_test(test_fold_leaves_a_head_without_text_below_alone),
        cmocka_unit_test(test_fold_numbers_only_links_that_are_seen),
        cmocka_unit_test(test_fold_does_not_reach_into_tables),
        cmocka_unit_test(test_fold_of_nothing_does_not_say_how_much),
    };

    return cmocka_run_group_tests(tests, proof_start, NULL);
}
