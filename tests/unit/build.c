/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/build.h.
 */
#include "model/build.h"

#include "base/utf8.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct span_style em = {ROLE_EM, LINK_NONE, LINK_NONE};
static const struct span_style strong = {ROLE_STRONG, LINK_NONE, LINK_NONE};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static struct article *
finish(struct build *b)
{
    struct err err = {0};
    struct article *a = build_finish(b);

    if (!article_check(a, &err))
        fail_msg("%s", err.text);
    return a;
}

static void
assert_text(const struct article *a, block_ix b, const char *want)
{
    struct str got = article_text(a, b);

    if (!str_eq(got, str_of(want)))
        fail_msg("block %u: got '%.*s', not '%s'", b, STR_ARG(got), want);
}

static void
test_build_makes_an_empty_article(void **state)
{
    struct article *a = finish(build_new());
    (void)state;

    assert_int_equal(a->n_blocks, 1);
    assert_int_equal(a->n_spans, 0);
    assert_int_equal(article_block_at(a, 0), 0);
    article_free(a);
}

static void
test_build_nests_blocks(void **state)
{
    struct build *b = build_new();
    (void)state;

    sample_add_leaf(b, BLOCK_HEADING, "Title");
    block_ix list = build_open(b, BLOCK_LIST);
    build_mark(b, list, BLOCK_IS_ORDERED | BLOCK_IS_LOOSE);
    build_number(b, list, 3);
    build_open(b, BLOCK_ITEM);
    sample_add_leaf(b, BLOCK_PARA, "one");
    build_close(b);
    build_open(b, BLOCK_ITEM);
    build_close(b);
    build_close(b);
    assert_int_equal(build_kind(b), BLOCK_DOC);

    struct article *a = finish(b);
    assert_int_equal(a->n_blocks, 6);
    assert_int_equal(a->blocks[2].kind, BLOCK_LIST);
    assert_int_equal(a->blocks[2].number, 3);
    assert_int_equal(a->blocks[2].end, 6);
    assert_int_equal(a->blocks[4].parent, 3);
    assert_int_equal(a->blocks[5].kind, BLOCK_ITEM);
    assert_text(a, 4, "one");
    article_free(a);
}

static void
test_build_collapses_white_space(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_PARA);
    build_text(b, STR("  a \n\t b"), SPAN_PLAIN);
    build_text(b, STR(" "), SPAN_PLAIN);
    build_text(b, STR(" c\xC2\xA0 d "), SPAN_PLAIN);
    build_break(b, SPAN_PLAIN);
    build_text(b, STR(" e "), SPAN_PLAIN);
    build_break(b, SPAN_PLAIN);
    build_close(b);

    struct article *a = finish(b);
    assert_text(a, 1, "a b c\xC2\xA0 d\ne");
    assert_int_equal(a->n_spans, 1);
    article_free(a);
}

static void
test_build_keeps_blanks_out_of_marked_text(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_PARA);
    build_text(b, STR("a"), SPAN_PLAIN);
    build_text(b, STR(" b "), em);
    build_text(b, STR("c "), strong);
    build_text(b, STR("d"), strong);
    build_close(b);

    struct article *a = finish(b);
    assert_text(a, 1, "a b c d");
    assert_int_equal(a->n_spans, 4);
    assert_true(str_eq(article_str(a, a->spans[1].text), STR("b")));
    assert_int_equal(a->spans[2].roles, 0);
    assert_true(str_eq(article_str(a, a->spans[3].text), STR("c d")));
    article_free(a);
}

static void
test_build_keeps_code_as_it_is(void **state)
{
    struct build *b = build_new();
    (void)state;

    block_ix code = build_open(b, BLOCK_CODE);
    build_info(b, code, STR(" c "));
    build_text(b, STR("\ta\n  b\tc\r\n\n"), SPAN_PLAIN);
    build_close(b);

    struct article *a = finish(b);
    assert_text(a, 1, "        a\n  b     c\n");
    assert_true(str_eq(article_str(a, a->blocks[1].info), STR("c")));
    article_free(a);
}

static void
test_build_drops_what_is_empty(void **state)
{
    struct build *b = build_new();
    (void)state;

    sample_add_leaf(b, BLOCK_PARA, "  ");
    build_open(b, BLOCK_QUOTE);
    sample_add_leaf(b, BLOCK_PARA, "");
    build_close(b);
    build_open(b, BLOCK_TABLE);
    sample_add_leaf(b, BLOCK_CAPTION, "no rows");
    build_open(b, BLOCK_ROW);
    build_close(b);
    build_close(b);
    build_open(b, BLOCK_RULE);
    build_close(b);
    sample_add_leaf(b, BLOCK_HEADING, "");

    struct article *a = finish(b);
    assert_int_equal(a->n_blocks, 2);
    assert_int_equal(a->blocks[1].kind, BLOCK_RULE);
    article_free(a);
}

static void
test_build_gives_links_once(void **state)
{
    struct build *b = build_new();
    (void)state;

    link_ix one = build_link(b, STR("http://a/"));
    link_ix two = build_link(b, STR("#x\ny"));
    assert_int_equal(build_link(b, STR(" http://a/ ")), one);
    assert_int_equal(build_link(b, STR("")), LINK_NONE);
    assert_int_not_equal(one, two);

    struct article *a = finish(b);
    assert_int_equal(a->n_links, 2);
    assert_true(str_eq(article_link(a, two), STR("#x y")));
    article_free(a);
}

static void
test_build_names_headings_as_github_does(void **state)
{
    static const struct {
        const char *title, *want;
    } cases[] = {
        {"Hello, World!", "hello-world"},
        {"Hello World", "hello-world-1"},
        {"hello world", "hello-world-2"},
        {"The gut\xE2\x80\x93skin axis", "the-gutskin-axis"},
        {"C++ & C", "c--c"},
        {"a_b-c.d", "a_b-cd"},
        {"\xC3\x9C"
         "ber \xE4\xB8\xAD\xE6\x96\x87",
            "\xC3\xBC"
            "ber-\xE4\xB8\xAD\xE6\x96\x87"},
        {"\xF0\x9F\x9A\x80 Launch", "-launch"},
    };
    struct build *b = build_new();
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        sample_add_leaf(b, BLOCK_HEADING, cases[i].title);
    struct article *a = finish(b);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        block_ix ix = (block_ix)i + 1;
        struct str got = article_str(a, a->blocks[ix].info);
        if (!str_eq(got, str_of(cases[i].want)))
            fail_msg("'%s' is named '%.*s'", cases[i].title, STR_ARG(got));
        uint32_t anchor = article_find_anchor(a, got);
        assert_int_not_equal(anchor, ANCHOR_NONE);
        assert_int_equal(a->anchors[anchor].block, ix);
    }
    article_free(a);
}

static void
test_build_lets_a_heading_have_a_name_of_its_own(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_HEADING);
    build_anchor(b, STR("mine"));
    build_text(b, STR("Some title"), SPAN_PLAIN);
    build_close(b);

    struct article *a = finish(b);
    assert_true(str_eq(article_str(a, a->blocks[1].info), STR("mine")));
    assert_int_not_equal(
        article_find_anchor(a, STR("some-title")), ANCHOR_NONE);
    assert_int_not_equal(article_find_anchor(a, STR("MINE")), ANCHOR_NONE);
    assert_int_not_equal(article_find_anchor(a, STR("m%69ne")), ANCHOR_NONE);
    assert_int_equal(article_find_anchor(a, STR("other")), ANCHOR_NONE);
    article_free(a);
}

static void
test_build_keeps_anchors_at_their_place(void **state)
{
    struct build *b = build_new();
    (void)state;

    sample_add_leaf(b, BLOCK_PARA, "gone");
    build_drop(b, 1);
    build_open(b, BLOCK_PARA);
    build_anchor(b, STR("start"));
    build_text(b, STR("one "), SPAN_PLAIN);
    build_text(b, STR("two"), em);
    build_anchor(b, STR("end"));
    build_text(b, STR(" three"), SPAN_PLAIN);
    build_anchor(b, STR("end"));
    build_close(b);

    struct article *a = finish(b);
    assert_text(a, 1, "one two three");
    assert_int_equal(a->n_anchors, 2);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("start"))].at, 0);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("end"))].at, 7);
    article_free(a);
}

static void
test_build_names_what_follows_in_a_container(void **state)
{
    struct build *b = build_new();
    (void)state;

    sample_add_leaf(b, BLOCK_PARA, "one");
    build_anchor(b, STR("between"));
    build_open(b, BLOCK_HEADING);
    build_text(b, STR("two"), SPAN_PLAIN);
    build_anchor(b, STR("inside"));
    build_close(b);
    build_anchor(b, STR("end"));

    struct article *a = finish(b);
    const struct anchor *between =
        &a->anchors[article_find_anchor(a, STR("between"))];
    const struct anchor *inside =
        &a->anchors[article_find_anchor(a, STR("inside"))];
    assert_int_equal(between->block, 2);
    assert_int_equal(between->at, 3);
    assert_int_equal(inside->block, 2);
    assert_int_equal(inside->at, 3);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("end"))].at, 6);
    article_free(a);
}

static void
test_build_gives_a_heading_the_name_that_stands_right_before_it(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_anchor(b, STR("two"));
    sample_add_leaf(b, BLOCK_PARA, "one");
    build_anchor(b, STR("three"));
    sample_add_leaf(b, BLOCK_HEADING, "Three");
    sample_add_leaf(b, BLOCK_HEADING, "Two");

    struct article *a = finish(b);
    assert_true(str_eq(article_str(a, a->blocks[2].info), STR("three")));
    assert_int_equal(a->blocks[3].info.len, 0);
    article_free(a);
}

static void
test_build_parts_a_paragraph_behind_its_first_spans(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_QUOTE);
    block_ix ix = build_open(b, BLOCK_PARA);
    assert_false(build_has_mark(b, BLOCK_IS_QUESTION));
    build_mark(b, ix, BLOCK_IS_QUESTION);
    assert_true(build_has_mark(b, BLOCK_IS_QUESTION));
    build_text(b, STR("one"), em);
    build_anchor(b, STR("between"));
    build_text(b, STR(" "), SPAN_PLAIN);
    build_text(b, STR("two"), em);
    build_text(b, STR(" three"), SPAN_PLAIN);
    build_anchor(b, STR("end"));
    build_close(b);
    sample_add_leaf(b, BLOCK_PARA, "four");
    build_close(b);
    assert_text(build_draft(b), 2, "one two three");
    build_split(b, 2, 1);
    build_split(b, 3, 1); /* has no rest */

    struct article *a = finish(b);
    assert_int_equal(a->n_blocks, 5);
    assert_text(a, 2, "one");
    assert_text(a, 3, "two three");
    assert_text(a, 4, "four");
    assert_int_equal(a->blocks[1].end, 5);
    assert_int_equal(a->blocks[2].marks, BLOCK_IS_QUESTION);
    assert_int_equal(a->blocks[3].marks, 0);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("between"))].at, 3);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("end"))].at, 12);
    assert_int_equal(a->anchors[article_find_anchor(a, STR("end"))].block, 3);
    article_free(a);
}

static void
test_build_moves_anchors_of_dropped_blocks_to_what_follows(void **state)
{
    struct build *b = build_new();
    (void)state;

    sample_add_leaf(b, BLOCK_PARA, "first");
    sample_add_leaf(b, BLOCK_HEADING, "Contents");
    block_ix list = build_open(b, BLOCK_LIST);
    build_open(b, BLOCK_ITEM);
    sample_add_leaf(b, BLOCK_PARA, "entry");
    build_close(b);
    build_close(b);
    sample_add_leaf(b, BLOCK_PARA, "last");

    const struct article *draft = build_draft(b);
    assert_int_equal(draft->n_blocks, 7);
    assert_int_equal(draft->blocks[2].kind, BLOCK_HEADING);
    build_drop(b, 2);
    build_drop(b, list);

    struct article *a = finish(b);
    assert_int_equal(a->n_blocks, 3);
    assert_text(a, 2, "last");
    uint32_t anchor = article_find_anchor(a, STR("contents"));
    assert_int_equal(a->anchors[anchor].block, 2);
    assert_int_equal(a->anchors[anchor].at, 5);
    article_free(a);
}

static void
test_build_reduces_a_heading_to_what_is_no_text(void **state)
{
    const struct span_style image = {ROLE_IMAGE, LINK_NONE, LINK_NONE};
    const struct span_style ref = {ROLE_NOTE_REF, LINK_NONE, LINK_NONE};
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_HEADING);
    build_text(b, STR("Title "), SPAN_PLAIN);
    build_text(b, STR("one"), image);
    build_text(b, STR(" "), SPAN_PLAIN);
    build_text(b, STR("two"), image);
    build_text(b, STR(" and "), SPAN_PLAIN);
    build_text(b, STR("1"), ref);
    build_text(b, STR(" end"), SPAN_PLAIN);
    build_close(b);
    sample_add_leaf(b, BLOCK_HEADING, "Only text");
    build_reduce(b, 1, ROLE_IMAGE | ROLE_NOTE_REF);
    build_reduce(b, 2, ROLE_IMAGE);

    struct article *a = finish(b);
    assert_int_equal(a->n_blocks, 2);
    assert_int_equal(a->blocks[1].kind, BLOCK_PARA);
    assert_text(a, 1, "one two1");
    assert_int_not_equal(article_find_anchor(a, STR("only-text")), ANCHOR_NONE);
    article_free(a);
}

static void
test_build_keeps_facts_and_notes_clean(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_fact(b, FACT_TITLE, STR(" A\n  \x1btitle "));
    build_fact(b, FACT_TAGS, STR("one\ntwo"));
    build_fact(b, FACT_BYLINE, STR("x"));
    build_fact(b, FACT_BYLINE, STR("Ann"));
    build_note(b, "lost %d", 3);
    build_note(b, "lost\n%d", 3);

    struct article *a = finish(b);
    assert_true(str_eq(article_fact(a, FACT_TITLE), STR("A title")));
    assert_true(str_eq(article_fact(a, FACT_TAGS), STR("one\ntwo")));
    assert_true(str_eq(article_fact(a, FACT_BYLINE), STR("Ann")));
    assert_true(str_eq(article_fact(a, FACT_SITE), STR("")));
    assert_int_equal(a->n_notes, 1);
    assert_true(str_eq(article_str(a, a->notes[0]), STR("lost 3")));
    article_free(a);
}

static void
test_build_flattens_what_is_nested_too_deep(void **state)
{
    enum {
        N = 1000
    };
    static const enum block_kind kinds[] = {BLOCK_QUOTE, BLOCK_LIST};
    (void)state;

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct build *b = build_new();
        for (int i = 0; i < N; i++) {
            build_open(b, kinds[k]);
            if (kinds[k] == BLOCK_LIST)
                build_open(b, BLOCK_ITEM);
        }
        build_open(b, BLOCK_DETAILS);
        sample_add_leaf(b, BLOCK_SUMMARY, "sum");
        build_open(b, BLOCK_TERMS);
        sample_add_leaf(b, BLOCK_TERM, "term");
        build_close(b);
        sample_add_leaf(b, BLOCK_PARA, "deep");

        struct article *a = finish(b);
        assert_text(a, a->n_blocks - 1, "deep");
        assert_text(a, a->n_blocks - 2, "term");
        assert_text(a, a->n_blocks - 3, "sum");
        assert_int_equal(a->n_notes, 1);
        article_free(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_build_makes_an_empty_article),
        cmocka_unit_test(test_build_nests_blocks),
        cmocka_unit_test(test_build_collapses_white_space),
        cmocka_unit_test(test_build_keeps_blanks_out_of_marked_text),
        cmocka_unit_test(test_build_keeps_code_as_it_is),
        cmocka_unit_test(test_build_drops_what_is_empty),
        cmocka_unit_test(test_build_gives_links_once),
        cmocka_unit_test(test_build_names_headings_as_github_does),
        cmocka_unit_test(test_build_lets_a_heading_have_a_name_of_its_own),
        cmocka_unit_test(test_build_keeps_anchors_at_their_place),
        cmocka_unit_test(test_build_names_what_follows_in_a_container),
        cmocka_unit_test(test_build_parts_a_paragraph_behind_its_first_spans),
        cmocka_unit_test(
            test_build_gives_a_heading_the_name_that_stands_right_before_it),
        cmocka_unit_test(
            test_build_moves_anchors_of_dropped_blocks_to_what_follows),
        cmocka_unit_test(test_build_reduces_a_heading_to_what_is_no_text),
        cmocka_unit_test(test_build_keeps_facts_and_notes_clean),
        cmocka_unit_test(test_build_flattens_what_is_nested_too_deep),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
