/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/outline.h.
 */
#include "layout/outline.h"

#include "base/utf8.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static block_ix
add_leaf(struct build *b, enum block_kind kind, const char *text)
{
    block_ix ix = build_open(b, kind);

    build_text(b, str_of(text), SPAN_PLAIN);
    build_close(b);
    return ix;
}

static block_ix
add_heading(struct build *b, unsigned level, const char *text)
{
    block_ix ix = add_leaf(b, BLOCK_HEADING, text);

    build_level(b, ix, level);
    return ix;
}

static void
add_question(struct build *b, enum block_kind kind, const char *text)
{
    build_mark(b, add_leaf(b, kind, text), BLOCK_IS_QUESTION);
}

/*
 * Writes a section a line: number or "-", question mark, head, the text of its
 * blocks, the index of its parent.
 */
static char *
describe(const struct article *a, const struct outline *o)
{
    struct buf text = {0};

    for (section_ix s = 0; s < o->n_sections; s++) {
        const struct section *section = &o->sections[s];
        struct str number = outline_number(o, s);
        buf_add_format(
            &text, "%.*s%s ", STR_ARG(number), section->is_question ? "?" : "");
        buf_add_str(&text, article_text(a, section->head));
        buf_add_text(&text, ":");
        for (block_ix b = section->first; b < section->end; b++)
            if (a->blocks[b].n_spans > 0) {
                buf_add_char(&text, ' ');
                buf_add_str(&text, article_text(a, b));
            }
        if (section->parent != SECTION_NONE)
            buf_add_format(&text, " in %u", section->parent);
        buf_add_char(&text, '\n');
    }
    return buf_take(&text);
}

static void
assert_outline(struct build *b, const char *want)
{
    struct article *a = build_finish(b);
    struct outline *o = outline_new(a);
    char *got = describe(a, o);

    assert_string_equal(got, want);
    free(got);
    outline_free(o);
    article_free(a);
}

static void
test_outline_of_nothing_is_empty(void **state)
{
    (void)state;
    assert_outline(build_new(), "");
    outline_free(NULL);
}

static void
test_outline_numbers_headings(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_leaf(b, BLOCK_PARA, "p");
    add_heading(b, 2, "A");
    add_leaf(b, BLOCK_PARA, "a");
    add_heading(b, 3, "B");
    add_leaf(b, BLOCK_PARA, "b");
    add_heading(b, 3, "C");
    add_heading(b, 2, "D");
    add_leaf(b, BLOCK_PARA, "d");
    assert_outline(b, "1 A: a B b C\n"
                      "1.1 B: b in 0\n"
                      "1.2 C: in 0\n"
                      "2 D: d\n");
}

static void
test_outline_takes_a_skipped_level_as_one_deeper(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 4, "low first");
    add_heading(b, 1, "A");
    add_heading(b, 5, "B");
    add_heading(b, 3, "C");
    assert_outline(b, "1 low first:\n"
                      "2 A: B C\n"
                      "2.1 B: in 1\n"
                      "2.2 C: in 1\n");
}

static void
test_outline_ends_a_section_with_its_container(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 2, "A");
    build_open(b, BLOCK_QUOTE);
    add_heading(b, 1, "Q");
    add_leaf(b, BLOCK_PARA, "q");
    build_close(b);
    add_leaf(b, BLOCK_PARA, "a");
    assert_outline(b, "1 A: Q q a\n1.1 Q: q in 0\n");
}

static void
test_outline_leaves_footnotes_out(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 2, "A");
    add_leaf(b, BLOCK_PARA, "a");
    build_open(b, BLOCK_NOTE);
    add_leaf(b, BLOCK_PARA, "note");
    build_close(b);
    assert_outline(b, "1 A: a\n");
}

static void
test_outline_makes_sections_of_details(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 2, "A");
    build_open(b, BLOCK_DETAILS);
    add_leaf(b, BLOCK_SUMMARY, "S");
    add_leaf(b, BLOCK_PARA, "s");
    add_heading(b, 3, "B");
    add_leaf(b, BLOCK_PARA, "b");
    build_close(b);
    add_leaf(b, BLOCK_PARA, "a");
    assert_outline(b, "1 A: S s B b a\n"
                      " S: s B b in 0\n"
                      "1.1 B: b in 1\n");
}

static void
test_outline_ends_a_question_at_the_next(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 2, "FAQ");
    add_question(b, BLOCK_PARA, "Who?");
    add_leaf(b, BLOCK_PARA, "me");
    build_open(b, BLOCK_QUOTE);
    add_leaf(b, BLOCK_PARA, "and you");
    build_close(b);
    add_question(b, BLOCK_PARA, "Why?");
    add_leaf(b, BLOCK_PARA, "so");
    add_heading(b, 3, "More");
    assert_outline(b, "1 FAQ: Who? me and you Why? so More\n"
                      "? Who?: me and you in 0\n"
                      "? Why?: so in 0\n"
                      "1.1 More: in 0\n");
}

static void
test_outline_answers_terms_with_definitions(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TERMS);
    add_question(b, BLOCK_TERM, "Who?");
    build_open(b, BLOCK_DEFINITION);
    add_leaf(b, BLOCK_PARA, "me");
    build_close(b);
    build_open(b, BLOCK_DEFINITION);
    add_leaf(b, BLOCK_PARA, "you");
    build_close(b);
    add_leaf(b, BLOCK_TERM, "plain");
    build_open(b, BLOCK_DEFINITION);
    add_leaf(b, BLOCK_PARA, "so");
    build_close(b);
    build_close(b);
    assert_outline(b, "? Who?: me you\n");
}

static void
test_outline_counts_question_headings_as_headings(void **state)
{
    struct build *b = build_new();
    (void)state;

    add_heading(b, 2, "FAQ");
    build_mark(b, add_heading(b, 3, "Who?"), BLOCK_IS_QUESTION);
    add_leaf(b, BLOCK_PARA, "me");
    assert_outline(b, "1 FAQ: Who? me\n1.1? Who?: me in 0\n");
}

/*
 * Returns an article of two chapters, the first with two sections.
 */
static struct article *
make_book(void)
{
    struct build *b = build_new();

    add_leaf(b, BLOCK_PARA, "one two three");
    add_heading(b, 1, "Über Bohnen");
    add_leaf(b, BLOCK_PARA, "four five");
    add_heading(b, 2, "Boiling");
    add_leaf(b, BLOCK_PARA, "six");
    add_heading(b, 2, "Notes");
    add_heading(b, 1, "Bog");
    build_open(b, BLOCK_DETAILS);
    add_leaf(b, BLOCK_SUMMARY, "Notes");
    add_leaf(b, BLOCK_PARA, "seven");
    build_close(b);
    return build_finish(b);
}

static void
test_outline_counts_words(void **state)
{
    struct article *a = make_book();
    struct outline *o = outline_new(a);
    static const uint32_t want[] = {5, 1, 0, 2, 1};
    (void)state;

    assert_int_equal(o->n_sections, 5);
    for (section_ix s = 0; s < o->n_sections; s++)
        assert_int_equal(o->sections[s].words, want[s]);
    outline_free(o);
    article_free(a);
}

static void
test_outline_finds_the_section_around_a_block(void **state)
{
    struct article *a = make_book();
    struct outline *o = outline_new(a);
    static const section_ix want[] = {
        SECTION_NONE, SECTION_NONE, 0, 0, 1, 1, 2, 3, 3, 4, 4};
    (void)state;

    assert_int_equal(a->n_blocks, 11);
    for (block_ix b = 0; b < a->n_blocks; b++)
        assert_int_equal(outline_at(o, b), want[b]);
    for (section_ix s = 0; s < o->n_sections; s++)
        assert_int_equal(outline_at(o, o->sections[s].head), s);
    outline_free(o);
    article_free(a);
}

static void
test_outline_finds_sections_by_name(void **state)
{
    static const struct {
        const char *name;
        section_ix want;
    } cases[] = {
        {"1", 0},
        {"1.2", 2},
        {"2", 3},
        {" bog ", 3},
        {"über bohnen", 0},
        {"ÜBER", 0},
        {"boi", 1},
        {"bo", SECTION_NONE},    /* two begin so */
        {"Notes", SECTION_NONE}, /* two are called so */
        {"soup", SECTION_NONE},
        {"3", SECTION_NONE},
        {"", SECTION_NONE},
    };
    struct article *a = make_book();
    struct outline *o = outline_new(a);
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err err = {0};
        section_ix got = outline_find(o, a, str_of(cases[i].name), &err);
        if (got != cases[i].want)
            fail_msg("'%s' is %u, not %u", cases[i].name, got, cases[i].want);
        assert_int_equal(
            err.code, got == SECTION_NONE ? ERR_NOT_FOUND : ERR_NONE);
    }
    outline_free(o);
    article_free(a);
}

static void
test_outline_folds_details_and_questions_at_first(void **state)
{
    struct build *b = build_new();
    uint8_t folded[8];
    (void)state;

    add_heading(b, 2, "FAQ");
    build_mark(b, add_heading(b, 3, "Who?"), BLOCK_IS_QUESTION);
    add_leaf(b, BLOCK_PARA, "me");
    build_mark(b, add_heading(b, 3, "Unanswered?"), BLOCK_IS_QUESTION);
    add_heading(b, 3, "Plain");
    for (int i = 0; i < 2; i++) {
        block_ix details = build_open(b, BLOCK_DETAILS);
        build_mark(b, details, i == 0 ? 0 : BLOCK_IS_OPEN);
        add_leaf(b, BLOCK_SUMMARY, "S");
        add_leaf(b, BLOCK_PARA, "s");
        build_close(b);
    }

    struct article *a = build_finish(b);
    struct outline *o = outline_new(a);
    static const uint8_t closed[] = {0, 1, 0, 0, 1, 0}, open[6] = {0};
    assert_int_equal(o->n_sections, 6);
    outline_default_folds(o, a, true, folded);
    assert_memory_equal(folded, closed, sizeof closed);
    outline_default_folds(o, a, false, folded);
    assert_memory_equal(folded, open, sizeof open);
    outline_free(o);
    article_free(a);
}

static void
test_outline_nests_deep_sections(void **state)
{
    struct build *b = build_new();
    (void)state;

    for (unsigned i = 0; i < 40; i++) {
        for (unsigned level = 1; level <= 6; level++)
            add_heading(b, level, "h");
        build_open(b, BLOCK_QUOTE);
    }
    add_leaf(b, BLOCK_PARA, "p");

    struct article *a = build_finish(b);
    struct outline *o = outline_new(a);
    assert_int_equal(o->n_sections, 240);
    for (section_ix s = 0; s < o->n_sections; s++) {
        assert_int_equal(o->sections[s].depth, s + 1);
        assert_int_equal(o->sections[s].end, a->n_blocks);
        assert_int_equal(outline_number(o, s).len, 2 * s + 1);
    }
    outline_free(o);
    article_free(a);
}

static void
test_outline_labels_what_the_author_has_not_numbered(void **state)
{
    static const struct {
        const char *title, *want;
    } cases[] = {
        {"Start", "1"},
        {"1. Start", ""},
        {"1.2 Start", ""},
        {"10) Start", ""},
        {"2024 in review", "5"},
        {"1.5x faster", "6"},
        {"3.", "7"},
    };
    struct build *b = build_new();
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        add_heading(b, 2, cases[i].title);
    struct article *a = build_finish(b);
    struct outline *o = outline_new(a);
    for (section_ix s = 0; s < o->n_sections; s++) {
        struct str label = outline_label(o, a, s);
        if (!str_eq(label, str_of(cases[s].want)))
            fail_msg("'%s': got '%.*s'", cases[s].title, STR_ARG(label));
    }
    outline_free(o);
    article_free(a);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outline_of_nothing_is_empty),
        cmocka_unit_test(test_outline_numbers_headings),
        cmocka_unit_test(test_outline_takes_a_skipped_level_as_one_deeper),
        cmocka_unit_test(test_outline_ends_a_section_with_its_container),
        cmocka_unit_test(test_outline_leaves_footnotes_out),
        cmocka_unit_test(test_outline_makes_sections_of_details),
        cmocka_unit_test(test_outline_ends_a_question_at_the_next),
        cmocka_unit_test(test_outline_answers_terms_with_definitions),
        cmocka_unit_test(test_outline_counts_question_headings_as_headings),
        cmocka_unit_test(test_outline_counts_words),
        cmocka_unit_test(test_outline_finds_the_section_around_a_block),
        cmocka_unit_test(test_outline_finds_sections_by_name),
        cmocka_unit_test(test_outline_folds_details_and_questions_at_first),
        cmocka_unit_test(test_outline_nests_deep_sections),
        cmocka_unit_test(test_outline_labels_what_the_author_has_not_numbered),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
