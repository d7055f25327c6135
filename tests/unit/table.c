/* SPDX-License-Identifier: ISC */
/*
 * Tests of tables in layout/layout.h.
 */
#include "proof.h"

static struct build *
begin_table(const char *names)
{
    struct build *b = build_new();

    build_open(b, BLOCK_TABLE);
    if (names)
        proof_add_row(b, names, BLOCK_IS_HEADER);
    return b;
}

static void
test_table_takes_no_more_room_than_it_needs(void **state)
{
    struct build *b = begin_table("Bean|Days");
    (void)state;

    proof_add_row(b, "pinto|90", 0);
    proof_add_row(b, "kidney|120", 0);
    proof_assert_build(b, 60,
        "Bean     Days\n"
        "──────   ────\n"
        "pinto      90\n"
        "kidney    120\n");
}

static void
test_table_shares_the_width_by_what_is_in_the_columns(void **state)
{
    struct build *b = begin_table("Name|What it is|No");
    (void)state;

    proof_add_row(b,
        "fiber|what plants are made of and people cannot digest, but their "
        "microbes can|1",
        0);
    proof_add_row(b, "starch|sugar in long chains|2", 0);
    proof_assert_build(b, 40,
        "Name    What it is                    No\n"
        "──────  ────────────────────────────  ──\n"
        "fiber   what plants are made of and    1\n"
        "        people cannot digest, but\n"
        "        their microbes can\n"
        "\n"
        "starch  sugar in long chains           2\n");
}

static void
test_table_aligns_cells(void **state)
{
    static const unsigned marks[] = {
        BLOCK_IS_LEFT, BLOCK_IS_CENTER, BLOCK_IS_RIGHT};
    static const char *const texts[][3] = {
        {"left", "middle", "right"}, {"a", "b", "c"}};
    struct build *b = begin_table(NULL);
    (void)state;

    for (int row = 0; row < 2; row++) {
        proof_open(b, BLOCK_ROW, row == 0 ? BLOCK_IS_HEADER : 0);
        for (int i = 0; i < 3; i++) {
            build_number(b, proof_open(b, BLOCK_CELL, marks[i]), 1);
            proof_add(b, BLOCK_PARA, texts[row][i]);
            build_close(b);
        }
        build_close(b);
    }
    proof_assert_build(b, 40,
        "left   middle   right\n"
        "────   ──────   ─────\n"
        "a        b          c\n");
}

static void
test_table_without_header_has_no_rule(void **state)
{
    struct build *b = begin_table(NULL);
    (void)state;

    proof_add_row(b, "a|b", 0);
    proof_add_row(b, "c|d", 0);
    proof_assert_build(b, 40, "a   b\nc   d\n");
}

static void
test_table_of_a_header_only_is_shown(void **state)
{
    (void)state;
    proof_assert_build(begin_table("a|b"), 40, "a   b\n─   ─\n");
    proof_assert_build(begin_table("a|b|c"), 3, "a\nb\nc\n");
}

static void
test_table_takes_rows_of_any_length(void **state)
{
    struct build *b = begin_table("a|b|c");
    (void)state;

    proof_add_row(b, "1", 0);
    proof_add_row(b, "1||3", 0);
    proof_add_row(b, "1|2|3|4", 0);
    proof_assert_build(b, 40,
        "a   b   c\n"
        "─   ─   ─   ─\n"
        "1\n"
        "1       3\n"
        "1   2   3   4\n");
}

static void
test_table_joins_columns(void **state)
{
    struct build *b = begin_table(NULL);
    (void)state;

    build_open(b, BLOCK_ROW);
    build_number(b, build_open(b, BLOCK_CELL), 2);
    proof_add(b, BLOCK_PARA, "over two columns");
    build_close(b);
    build_number(b, build_open(b, BLOCK_CELL), 1000000);
    proof_add(b, BLOCK_PARA, "end");
    build_close(b);
    build_close(b);
    proof_add_row(b, "a|b|c", 0);
    proof_assert_build(b, 40,
        "over two columns    end\n"
        "a         b         c\n");
}

static void
test_table_puts_its_caption_above(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TABLE);
    proof_add(b, BLOCK_CAPTION, "All beans");
    proof_add_row(b, "a|b", 0);
    proof_assert_build(b, 40, "All beans\n\na   b\n");
}

/*
 * Returns a table with a cell that holds a list and code.
 */
static struct build *
make_rich_table(void)
{
    struct build *b = begin_table("Kind|What");

    build_open(b, BLOCK_ROW);
    build_number(b, build_open(b, BLOCK_CELL), 1);
    proof_add(b, BLOCK_PARA, "list");
    build_close(b);
    build_number(b, build_open(b, BLOCK_CELL), 1);
    proof_add(b, BLOCK_PARA, "these:");
    build_open(b, BLOCK_LIST);
    proof_add_item(b, "one", 0);
    proof_add_item(b, "two", 0);
    build_close(b);
    proof_add(b, BLOCK_CODE, "a  b\n  c");
    build_close(b);
    build_close(b);
    return b;
}

static void
test_table_cells_hold_blocks(void **state)
{
    (void)state;
    proof_assert_build(make_rich_table(), 40,
        "Kind   What\n"
        "────   ───────\n"
        "list   these:\n"
        "\n"
        "       • one\n"
        "       • two\n"
        "\n"
        "         a  b\n"
        "           c\n");
    proof_assert_build(make_rich_table(), 10,
        "Kind: list\n"
        "What:\n"
        "  these:\n"
        "\n"
        "  • one\n"
        "  • two\n"
        "\n"
        "    a  b\n"
        "      c\n");
}

static void
test_table_too_narrow_becomes_records(void **state)
{
    struct build *b = begin_table("Name|What is it?|Since");
    (void)state;

    proof_add_row(b, "fiber||", 0);
    proof_add_row(b, "starch|sugar in long chains|1833", 0);
    proof_add_row(b, "|nothing", 0);
    proof_assert_build(b, 18,
        "Name: fiber\n"
        "What is it?\n"
        "Since:\n"
        "\n"
        "Name: starch\n"
        "What is it? sugar\n"
        "  in long chains\n"
        "Since: 1833\n"
        "\n"
        "What is it?\n"
        "  nothing\n");
}

static void
test_table_of_a_thousand_columns_is_shown(void **state)
{
    struct build *b = build_new();
    struct buf row = {0}, want = {0};
    (void)state;

    for (int i = 0; i < 1000; i++) {
        buf_add_format(&row, i > 0 ? "|c%d" : "c%d", i);
        buf_add_format(&want, "c%d\n", i);
    }
    build_open(b, BLOCK_TABLE);
    proof_add_row(b, row.ptr, 0);
    proof_assert_build(b, 80, want.ptr);
    buf_done(&row);
    buf_done(&want);
}

static void
test_table_keeps_its_natural_width_without_a_limit(void **state)
{
    struct build *b = begin_table("a|b");
    (void)state;

    proof_add_row(b, "one two three four five six|seven", 0);
    proof_assert_build(b, 0,
        "a                             b\n"
        "───────────────────────────   ─────\n"
        "one two three four five six   seven\n");
}

static void
test_table_lets_long_cells_push_without_a_limit(void **state)
{
    struct build *b = begin_table("a|b");
    struct buf row = {0}, want = {0};
    (void)state;

    buf_add_repeat(&row, 'x', 100);
    buf_add_text(&row, "|y");
    proof_add_row(b, row.ptr, 0);
    proof_add_row(b, "1|2", 0);

    buf_add_char(&want, 'a');
    buf_add_repeat(&want, ' ', 62);
    buf_add_text(&want, "b\n");
    for (int i = 0; i < 60; i++)
        buf_add_text(&want, "─");
    buf_add_text(&want, "   ─\n");
    buf_add_repeat(&want, 'x', 100);
    buf_add_text(&want, "  y\n1");
    buf_add_repeat(&want, ' ', 62);
    buf_add_text(&want, "2\n");
    proof_assert_build(b, 0, want.ptr);
    buf_done(&row);
    buf_done(&want);
}

static void
test_table_draws_one_rule_only(void **state)
{
    struct build *b = begin_table("a");
    (void)state;

    proof_add_row(b, "b", BLOCK_IS_HEADER);
    proof_add_row(b, "c", 0);
    proof_add_row(b, "d", BLOCK_IS_HEADER);
    proof_add_row(b, "e", 0);
    proof_assert_build(b, 40, "a\nb\n─\nc\nd\ne\n");
}

static void
test_table_says_long_names_in_full_only_once(void **state)
{
    struct build *b = begin_table(
        "a name of a column that is far too long to be said again in every row|"
        "b");
    (void)state;

    proof_add_row(b, "1|2", 0);
    proof_add_row(b, "3|4", 0);
    proof_assert_build(b, 8,
        "a name\n"
        "  of a\n"
        "  column\n"
        "  that\n"
        "  is far\n"
        "  too\n"
        "  long\n"
        "  to be\n"
        "  said\n"
        "  again\n"
        "  in\n"
        "  every\n"
        "  row: 1\n"
        "b: 2\n"
        "\n"
        "a name\n"
        "  of a\n"
        "  column\n"
        "  that\n"
        "  is far\n"
        "  too\n"
        "  long\n"
        "  to be\n"
        "  said\n"
        "  again\n"
        "  in …:\n"
        "  3\n"
        "b: 4\n");
}

static void
test_table_stands_in_quotes_and_lists(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_QUOTE);
    build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    build_open(b, BLOCK_TABLE);
    proof_add_row(b, "a|b", 0);
    proof_add_row(b, "c|d", 0);
    proof_assert_build(b, 40, "│ • a   b\n│   c   d\n");
}

static void
test_table_in_a_table_is_shown(void **state)
{
    struct build *b = begin_table(NULL);
    (void)state;

    build_open(b, BLOCK_ROW);
    build_number(b, build_open(b, BLOCK_CELL), 1);
    build_open(b, BLOCK_TABLE);
    proof_add_row(b, "a|b", 0);
    build_close(b);
    build_close(b);
    build_number(b, build_open(b, BLOCK_CELL), 1);
    proof_add(b, BLOCK_PARA, "out");
    build_close(b);
    build_close(b);
    proof_assert_build(b, 40, "a   out\nb\n");
}

static void
test_table_lines_have_the_place_of_their_first_cell(void **state)
{
    struct build *b = begin_table(NULL);
    (void)state;

    proof_add_row(b, "aaaa bbbb|cccc dddd eeee", 0);
    proof_add_row(b, "ffff|gggg", 0);
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 14};
    struct layout *l = layout_new(a, &opts);
    static const uint32_t want[] = {0, 5, 19, 23, 23};

    assert_int_equal(l->n_lines, 5);
    for (uint32_t i = 0; i < l->n_lines; i++)
        assert_int_equal(l->lines[i].at, want[i]);
    layout_free(l);
    article_free(a);
}

/*
 * A row of empty cells takes no line, and so needs no blank lines around it.
 */
static void
test_table_leaves_out_empty_rows(void **state)
{
    (void)state;

    struct build *b = build_new();
    build_open(b, BLOCK_TABLE);
    proof_add_row(b, "|", 0);
    proof_add_row(b, "one two|three", 0);
    proof_add_row(b, "|", 0);
    proof_add_row(b, "four|five", 0);
    proof_add_row(b, "|", 0);
    build_close(b);
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.cols = 9},
        "one two\n"
        "three\n"
        "\n"
        "four\n"
        "five\n");
    article_free(a);
}

/*
 * A cell that joins columns has the names of all of them, so that none is lost.
 */
static void
test_table_says_the_names_of_joined_columns(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TABLE);
    proof_add_row(b, "one|two||three", BLOCK_IS_HEADER);
    proof_open(b, BLOCK_ROW, 0);
    build_number(b, build_open(b, BLOCK_CELL), 4);
    proof_add(b, BLOCK_PARA, "wide");
    build_close(b);
    build_close(b);
    build_close(b);
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.cols = 12},
        "one, two,\n"
        "  three:\n"
        "  wide\n");
    article_free(a);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table_takes_no_more_room_than_it_needs),
        cmocka_unit_test(test_table_shares_the_width_by_what_is_in_the_columns),
        cmocka_unit_test(test_table_aligns_cells),
        cmocka_unit_test(test_table_without_header_has_no_rule),
        cmocka_unit_test(test_table_of_a_header_only_is_shown),
        cmocka_unit_test(test_table_takes_rows_of_any_length),
        cmocka_unit_test(test_table_joins_columns),
        cmocka_unit_test(test_table_puts_its_caption_above),
        cmocka_unit_test(test_table_cells_hold_blocks),
        cmocka_unit_test(test_table_too_narrow_becomes_records),
        cmocka_unit_test(test_table_of_a_thousand_columns_is_shown),
        cmocka_unit_test(test_table_keeps_its_natural_width_without_a_limit),
        cmocka_unit_test(test_table_lets_long_cells_push_without_a_limit),
        cmocka_unit_test(test_table_draws_one_rule_only),
        cmocka_unit_test(test_table_says_long_names_in_full_only_once),
        cmocka_unit_test(test_table_stands_in_quotes_and_lists),
        cmocka_unit_test(test_table_in_a_table_is_shown),
        cmocka_unit_test(test_table_lines_have_the_place_of_their_first_cell),
        cmocka_unit_test(test_table_leaves_out_empty_rows),
        cmocka_unit_test(test_table_says_the_names_of_joined_columns),
    };

    return cmocka_run_group_tests(tests, proof_start, NULL);
}
