/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/find.h.
 */
#include "ui/find.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

/* Makes an article with a paragraph for each line of text; '\\' is a break. */
static struct article *
article_of(const char *text)
{
    struct build *b = build_new();
    struct str rest = str_of(text), line;
    while ((line = str_next_line(&rest)).ptr) {
        build_open(b, BLOCK_PARA);
        size_t slash = str_find(line, STR("\\"), 0);
        build_text(b, str_slice(line, 0, slash), SPAN_PLAIN);
        if (slash < line.len) {
            build_break(b, SPAN_PLAIN);
            build_text(b, str_slice(line, slash + 1, line.len), SPAN_PLAIN);
        }
        build_close(b);
    }
    return build_finish(b);
}

/* Appends all hits, each in brackets. */
static void
add_hits(const struct article *a, const struct find_hits *hits, struct buf *out)
{
    for (uint32_t i = 0; i < hits->n_items; i++) {
        buf_add_char(out, '[');
        buf_add(out, a->text + hits->items[i].at, hits->items[i].len);
        buf_add_char(out, ']');
    }
    buf_end(out);
}

static void
expect(const char *text, const char *pattern, const char *want)
{
    struct article *a = article_of(text);
    struct find *f = find_new(a);
    struct find_hits hits = {0};
    struct buf got = {0};
    struct err err;

    assert_true(find_search(f, str_of(pattern), &hits, &err));
    add_hits(a, &hits, &got);
    if (strcmp(got.ptr, want) != 0)
        print_error("'%s' in '%s'\n", pattern, text);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
    find_hits_done(&hits);
    find_free(f);
    article_free(a);
}

static void
test_find_has_smart_case_and_smart_accents(void **state)
{
    (void)state;
    expect("fiber Fiber FIBER fib\u00E9r", "fiber",
        "[fiber][Fiber][FIBER][fib\u00E9r]");
    expect("fiber Fiber FIBER", "Fiber", "[Fiber]");
    expect("fiber fib\u00E9r FIB\u00C9R", "fib\u00E9r",
        "[fib\u00E9r][FIB\u00C9R]");
    expect("fib\u00E9r Fib\u00E9r", "Fib\u00E9r", "[Fib\u00E9r]");
    expect("stra\u00DFe STRASSE", "strasse", "[stra\u00DFe][STRASSE]");
    expect("\u039B\u03CC\u03B3\u03BF\u03C2", "\u03BB\u03BF\u03B3\u03BF\u03C3",
        "[\u039B\u03CC\u03B3\u03BF\u03C2]");
}

static void
test_find_hits_are_whole_clusters_of_the_article(void **state)
{
    (void)state;
    expect("xe\u0301y", "e", "[e\u0301]");
    expect("xe\u0301y", "ey", "[e\u0301y]");
    expect("\uFB01ber", "fib", "[\uFB01b]");
    expect("\u00E9\u00E9\u00E9 a \u00E9b", "ab", "");
    expect("\u00E9\u00E9\u00E9 a \u00E9b", "eb", "[\u00E9b]");
    expect("\u00E9\u00E9\u00E9 a \u00E9b", "a", "[a]");
}

static void
test_find_reads_scripts_without_case(void **state)
{
    (void)state;
    expect("世界の世界", "世界", "[世界][世界]");
    expect("안녕 세계", "세", "[세]");
    expect("がか", "か", "[が][か]");
    expect("がか", "が", "[が]");
}

static void
test_find_takes_straight_quotes_for_curved_ones(void **state)
{
    (void)state;
    expect("don\u2019t \u201Csay\u201D", "don't \"say\"",
        "[don\u2019t \u201Csay\u201D]");
    expect("don't don\u2019t", "don\u2019t", "[don\u2019t]");
    expect("eczema\u2010free", "eczema-free", "[eczema\u2010free]");
    expect("micro\u00ADbiome", "microbiome", "[micro\u00ADbiome]");
}

static void
test_find_never_goes_from_block_to_block(void **state)
{
    (void)state;
    expect("one\ntwo", "onetwo", "");
    expect("one\ntwo", "one two", "");
    expect("one\\two", "one two", "[one\ntwo]");
    expect("one\ntwo", "&one.*two", "");
    expect("ab\nab", "ab", "[ab][ab]");
}

static void
test_find_does_not_overlap(void **state)
{
    (void)state;
    expect("aaaaa", "aa", "[aa][aa]");
    expect("", "a", "");
    expect("a", "", "");
    expect("a & b", "&", "");
}

static void
test_find_knows_expressions(void **state)
{
    (void)state;
    expect("fiber and fibre", "&fib(er|re)", "[fiber][fibre]");
    expect("Fiber fiber", "&Fib", "[Fib]");
    expect("Fiber fiber", "&fib", "[Fib][fib]");
    expect("one\\two", "&^t.*$", "[two]");
    expect("aXbX", "&x*", "[X][X]");
    expect("世界 世", "&世.?", "[世界][世]");
    expect("\u00C9t\u00E9", "&\u00E9", "[\u00C9][\u00E9]");
    expect("a&b", "&&", "[&]");
    expect("one two", "&\\W", "[ ]");
    expect("a.b", "a.b", "[a.b]");
    expect("axb", "a.b", "");
}

static void
test_find_says_what_is_wrong_with_an_expression(void **state)
{
    static const char *const patterns[] = {"&(", "&[", "&a{", "&*a{2",
        "&(a)\\1", "&((a{100}){100}){100}", "&a{99999999999999999999}"};
    struct article *a = article_of("aaaa");
    struct find *f = find_new(a);
    struct find_hits hits = {0};
    (void)state;

    struct err err;
    assert_true(find_search(f, STR("a"), &hits, &err));
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        err = (struct err){0};
        assert_false(find_search(f, str_of(patterns[i]), &hits, &err));
        assert_true(err.text[0] != '\0');
        assert_int_equal(hits.n_items, 4);
    }
    find_hits_done(&hits);
    find_free(f);
    article_free(a);
}

static void
test_find_finds_the_hit_at_a_place(void **state)
{
    struct article *a = article_of("ab ab ab");
    struct find *f = find_new(a);
    struct find_hits hits = {0};
    struct err err;
    (void)state;

    assert_int_equal(find_hit_at(&hits, 0), 0);
    assert_true(find_search(f, STR("ab"), &hits, &err));
    assert_int_equal(find_hit_at(&hits, 0), 0);
    assert_int_equal(find_hit_at(&hits, 1), 1);
    assert_int_equal(find_hit_at(&hits, 3), 1);
    assert_int_equal(find_hit_at(&hits, 7), 3);
    find_hits_done(&hits);
    find_free(f);
    article_free(a);
}

static void
test_find_is_not_confused_by_long_paragraphs(void **state)
{
    struct buf text = {0};
    (void)state;
    while (text.len < 100000)
        buf_add_text(&text, "\u00E9世 word ");
    struct article *a = article_of(text.ptr);
    struct find *f = find_new(a);
    struct find_hits plain = {0}, expression = {0};
    struct err err;

    assert_true(find_search(f, STR("word"), &plain, &err));
    assert_true(find_search(f, STR("&word"), &expression, &err));
    assert_int_equal(plain.n_items, expression.n_items);
    for (uint32_t i = 0; i < plain.n_items; i++) {
        assert_memory_equal(a->text + plain.items[i].at, "word", 4);
        assert_int_equal(plain.items[i].at, expression.items[i].at);
    }
    find_hits_done(&plain);
    find_hits_done(&expression);
    find_free(f);
    article_free(a);
    buf_done(&text);
}

static void
test_find_finds_all_words_where_they_begin(void **state)
{
    struct article *a = article_of("Herons and a heronry\nTwo h\xC3\xA9rons, "
                                   "not superherons, water");
    struct find *f = find_new(a);
    struct find_hits hits = {0};
    static const uint32_t want[][2] = {{0, 5}, {13, 5}, {24, 6}, {50, 3}};
    (void)state;

    find_words(f, STR(" wat \"HERON heron& "), &hits);
    assert_int_equal(hits.n_items, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(hits.items[i].at, want[i][0]);
        assert_int_equal(hits.items[i].len, want[i][1]);
    }
    find_words(f, STR(" \" "), &hits);
    assert_int_equal(hits.n_items, 0);
    find_hits_done(&hits);
    find_free(f);
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find_finds_all_words_where_they_begin),
        cmocka_unit_test(test_find_has_smart_case_and_smart_accents),
        cmocka_unit_test(test_find_hits_are_whole_clusters_of_the_article),
        cmocka_unit_test(test_find_reads_scripts_without_case),
        cmocka_unit_test(test_find_takes_straight_quotes_for_curved_ones),
        cmocka_unit_test(test_find_never_goes_from_block_to_block),
        cmocka_unit_test(test_find_does_not_overlap),
        cmocka_unit_test(test_find_knows_expressions),
        cmocka_unit_test(test_find_says_what_is_wrong_with_an_expression),
        cmocka_unit_test(test_find_finds_the_hit_at_a_place),
        cmocka_unit_test(test_find_is_not_confused_by_long_paragraphs),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
