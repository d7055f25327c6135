/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/wrap.h.
 */
#include "layout/wrap.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define SHY  "\xC2\xAD"
#define NBSP "\xC2\xA0"
#define ZWSP "\xE2\x80\x8B"
#define ZWJ  "\xE2\x80\x8D"

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

/*
 * Returns the lines of text with '|' between them and '-' for a hyphen.
 */
static char *
wrapped(const char *text, struct wrap_opts opts)
{
    struct wrap w = {0};
    struct buf out = {0};

    wrap_text(&w, str_of(text), opts);
    for (uint32_t i = 0; i < w.n_lines; i++) {
        const struct wrap_line *line = &w.lines[i];
        if (i > 0)
            buf_add_char(&out, '|');
        buf_add_str(&out, str_slice(str_of(text), line->from, line->to));
        if (line->has_hyphen)
            buf_add_char(&out, '-');
    }
    wrap_done(&w);
    return buf_take(&out);
}

static void
assert_wrapped(const char *text, struct wrap_opts opts, const char *want)
{
    char *got = wrapped(text, opts);

    if (strcmp(got, want) != 0)
        fail_msg("at %u: '%s', not '%s'", opts.cols, got, want);
    free(got);
}

static void
test_wrap_breaks_greedily_where_unicode_allows_it(void **state)
{
    static const struct {
        const char *text;
        uint32_t cols;
        const char *want;
    } cases[] = {
        {"", 10, ""},
        {"one", 10, "one"},
        {"one two three", 7, "one two|three"},
        {"one two three", 6, "one|two|three"},
        {"one  two ", 7, "one|two"},
        {"one two three", 0, "one two three"},
        {"one\ntwo three", 0, "one|two three"},
        {"a\n\nb\n", 5, "a||b"},
        {"well-known", 7, "well-|known"},
        {"10" NBSP "km away", 6, "10" NBSP "km|away"},
        {"take --width=80 here", 9, "take|--width=|80 here"},
        {"take -o file", 6, "take|-o|file"},
        {"(--all)", 5, "(--al|l)"},
        {"漢字かな", 4, "漢字|かな"},
        {"漢字。", 4, "漢|字。"},
        {"「漢字」", 4, "「漢|字」"},
        {"漢\xE3\x80\x80字", 2, "漢|字"},
        {"ab" ZWSP "cd", 2, "ab" ZWSP "|cd"},
        {"e\xCC\x81"
         "e\xCC\x81",
            1, "e\xCC\x81|e\xCC\x81"},
        {"กา", 4, "กา"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_wrapped(cases[i].text,
            (struct wrap_opts){.cols = cases[i].cols, .is_greedy = true},
            cases[i].want);
}

static void
test_wrap_shows_a_hyphen_only_where_a_soft_one_breaks(void **state)
{
    const char *text = "hy" SHY "phen" SHY "ation";
    (void)state;

    assert_wrapped(text, (struct wrap_opts){.cols = 11}, text);
    assert_wrapped(
        text, (struct wrap_opts){.cols = 10}, "hy" SHY "phen" SHY "-|ation");
    assert_wrapped(
        text, (struct wrap_opts){.cols = 7}, "hy" SHY "phen" SHY "-|ation");
    /* With the hyphen "hyphen" has 7 cells. */
    assert_wrapped(
        text, (struct wrap_opts){.cols = 6}, "hy" SHY "-|phen" SHY "-|ation");
    assert_wrapped(
        "ab" SHY " cd", (struct wrap_opts){.cols = 3}, "ab" SHY "|cd");
}

static void
test_wrap_tears_words_at_good_places_first(void **state)
{
    struct wrap_opts opts = {.cols = 12};
    (void)state;

    assert_wrapped(
        "https://example.org/a/b?c=d", opts, "https://|example.org/|a/b?c=d");
    assert_wrapped("some_long_name_here", opts, "some_long_|name_here");
    assert_wrapped(
        "abcdefghijklmnopqrstuvwxyz", opts, "abcdefghijkl|mnopqrstuvwx|yz");
}

static void
test_wrap_keeps_an_address_whole_that_fits(void **state)
{
    (void)state;
    assert_wrapped("see https://a.org/b/c now", (struct wrap_opts){.cols = 17},
        "see|https://a.org/b/c|now");
    assert_wrapped("(http://a.org/b)c://d/e-f", (struct wrap_opts){.cols = 40},
        "(http://a.org/b)c://d/e-f");
    assert_wrapped("://", (struct wrap_opts){.cols = 2}, ":/|/");
}

static void
test_wrap_never_tears_a_grapheme(void **state)
{
    const char *family = "👩" ZWJ "👩" ZWJ "👧";
    const char *flags = "🇩🇪🇫🇷";
    (void)state;

    assert_wrapped(family, (struct wrap_opts){.cols = 1}, family);
    assert_wrapped(flags, (struct wrap_opts){.cols = 2}, "🇩🇪|🇫🇷");
    assert_wrapped("漢字", (struct wrap_opts){.cols = 1}, "漢|字");
    assert_wrapped("a漢b", (struct wrap_opts){.cols = 1}, "a|漢|b");
}

static void
test_wrap_balances_lines(void **state)
{
    (void)state;
    assert_wrapped(
        "aaa bb cc ddddd", (struct wrap_opts){6, 0, true}, "aaa bb|cc|ddddd");
    assert_wrapped(
        "aaa bb cc ddddd", (struct wrap_opts){6, 0, false}, "aaa|bb cc|ddddd");
}

static void
test_wrap_leaves_no_short_word_alone(void **state)
{
    const char *text = "one three seven eleven twelve twenty thirty or so it";
    (void)state;

    assert_wrapped(text, (struct wrap_opts){50, 0, true},
        "one three seven eleven twelve twenty thirty or so|it");
    assert_wrapped(text, (struct wrap_opts){50, 0, false},
        "one three seven eleven twelve twenty thirty or|so it");
}

static void
test_wrap_hangs_all_lines_but_the_first(void **state)
{
    (void)state;
    assert_wrapped("aaaa bbbb cccc dddd", (struct wrap_opts){9, 4, false},
        "aaaa bbbb|cccc|dddd");
    assert_wrapped("a b c", (struct wrap_opts){1, 4, false}, "a|b|c");
}

static void
test_wrap_measures_words_and_lines(void **state)
{
    static const struct {
        const char *text;
        uint32_t word, line;
    } cases[] = {
        {"", 0, 0},
        {"one three", 5, 9},
        {"one three\nfour ", 5, 9},
        {"漢字", 2, 4},
        {"hy" SHY "phen", 4, 6},
    };
    struct wrap w = {0};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t word, line;
        wrap_measure(&w, str_of(cases[i].text), &word, &line);
        assert_int_equal(word, cases[i].word);
        assert_int_equal(line, cases[i].line);
    }
    wrap_done(&w);
}

/*
 * Returns the next of a row of numbers that look like chance.
 */
static uint32_t
chance(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

/*
 * Writes n pieces of text of all kinds, with blanks between some.
 */
static void
add_chance_text(struct buf *text, uint32_t *seed, uint32_t n)
{
    static const char *const pieces[] = {"a", "word", "longer", "-", "/", ". ",
        " ", " ", " ", "\n", "漢", "字。", "é", "e\xCC\x81", SHY, NBSP, ZWSP,
        "👩\xE2\x80\x8D👧", "🇩🇪", "http://", "--x", "(", ")", "กา", "אב"};
    uint32_t n_pieces = sizeof pieces / sizeof pieces[0];

    for (uint32_t i = 0; i < n; i++)
        buf_add_text(text, pieces[chance(seed) % n_pieces]);
}

static bool
is_blank(struct str s)
{
    for (size_t i = 0; i < s.len;) {
        uint32_t cp;
        i += utf8_decode(s.ptr + i, s.len - i, &cp);
        if (!utf8_is_space(cp))
            return false;
    }
    return true;
}

/*
 * Returns how many graphemes of s take room.
 */
static uint32_t
count_visible(struct str s)
{
    uint32_t n = 0;

    for (size_t i = 0; i < s.len;) {
        size_t step = utf8_grapheme(str_slice(s, i, s.len));
        n += utf8_cols(str_slice(s, i, i + step)) > 0;
        i += step;
    }
    return n;
}

/*
 * Proves that the lines hold all of text but blanks, and are as wide as said
 * and not wider than asked for. Returns the sum of squares of what is left over
 * in all lines but the last.
 */
static uint64_t
check_lines(const struct wrap *w, struct str text, struct wrap_opts opts)
{
    uint32_t done = 0;
    uint64_t slack = 0;

    for (uint32_t i = 0; i < w->n_lines; i++) {
        const struct wrap_line *line = &w->lines[i];
        struct str s = str_slice(text, line->from, line->to);
        uint32_t cols = opts.cols - (i > 0 ? opts.hang : 0);
        assert_true(line->from >= done && line->to <= text.len);
        assert_true(is_blank(str_slice(text, done, line->from)));
        assert_int_equal(line->cols, utf8_cols(s) + line->has_hyphen);
        if (line->cols > cols)
            assert_int_equal(count_visible(s), 1);
        else if (i + 1 < w->n_lines)
            slack += (uint64_t)(cols - line->cols) * (cols - line->cols);
        done = line->to;
    }
    assert_true(is_blank(str_slice(text, done, text.len)));
    return slack;
}

static void
test_wrap_keeps_text_at_any_width(void **state)
{
    static const uint32_t widths[] = {1, 2, 3, 5, 8, 13, 21, 40, 80};
    struct wrap w = {0};
    struct buf text = {0};
    uint32_t seed = 2463534242;
    (void)state;

    for (int round = 0; round < 300; round++) {
        buf_cut(&text, 0);
        add_chance_text(&text, &seed, 1 + chance(&seed) % 60);
        for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
            struct wrap_opts opts = {.cols = widths[i], .is_greedy = true};
            wrap_text(&w, buf_str(&text), opts);
            check_lines(&w, buf_str(&text), opts);
            uint32_t n_greedy = w.n_lines;

            opts.is_greedy = false;
            wrap_text(&w, buf_str(&text), opts);
            check_lines(&w, buf_str(&text), opts);
            assert_in_range(w.n_lines, 0, n_greedy);

            opts.hang = 2;
            wrap_text(&w, buf_str(&text), opts);
            check_lines(
                &w, buf_str(&text), (struct wrap_opts){.cols = widths[i]});
        }
    }
    wrap_done(&w);
    buf_done(&text);
}

static void
test_wrap_is_never_more_ragged_than_greed(void **state)
{
    struct wrap w = {0};
    struct buf text = {0};
    uint32_t seed = 88172645;
    (void)state;

    for (uint32_t cols = 20; cols < 80; cols++) {
        buf_cut(&text, 0);
        for (uint32_t i = 0; i < 100; i++) {
            buf_add_repeat(&text, 'x', 1 + chance(&seed) % 9);
            buf_add_char(&text, ' ');
        }
        /* The last word is long, so that it may stand alone. */
        buf_add_repeat(&text, 'x', 20);

        struct wrap_opts opts = {.cols = cols, .is_greedy = true};
        wrap_text(&w, buf_str(&text), opts);
        uint64_t greedy = check_lines(&w, buf_str(&text), opts);
        opts.is_greedy = false;
        wrap_text(&w, buf_str(&text), opts);
        assert_true(check_lines(&w, buf_str(&text), opts) <= greedy);
    }
    wrap_done(&w);
    buf_done(&text);
}

static void
test_wrap_goes_through_long_paragraphs_in_batches(void **state)
{
    struct wrap w = {0};
    struct buf text = {0};
    uint32_t seed = 12345;
    (void)state;

    for (uint32_t i = 0; i < 100000; i++) {
        buf_add_repeat(&text, 'x', 1 + chance(&seed) % 9);
        buf_add_char(&text, ' ');
    }
    struct wrap_opts opts = {.cols = 60, .is_greedy = true};
    wrap_text(&w, buf_str(&text), opts);
    uint32_t n_greedy = w.n_lines;
    uint64_t greedy = check_lines(&w, buf_str(&text), opts);

    opts.is_greedy = false;
    wrap_text(&w, buf_str(&text), opts);
    assert_int_equal(w.n_lines, n_greedy);
    assert_true(check_lines(&w, buf_str(&text), opts) < greedy);
    wrap_done(&w);
    buf_done(&text);
}

static void
test_wrap_is_not_slowed_by_text_without_width(void **state)
{
    struct wrap w = {0};
    struct buf text = {0};
    (void)state;

    for (uint32_t i = 0; i < 100000; i++)
        buf_add_text(&text, ZWSP "\xCC\x81");
    wrap_text(&w, buf_str(&text), (struct wrap_opts){.cols = 80});
    assert_int_equal(w.n_lines, 1);
    assert_int_equal(w.lines[0].cols, 0);
    wrap_done(&w);
    buf_done(&text);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrap_breaks_greedily_where_unicode_allows_it),
        cmocka_unit_test(test_wrap_shows_a_hyphen_only_where_a_soft_one_breaks),
        cmocka_unit_test(test_wrap_tears_words_at_good_places_first),
        cmocka_unit_test(test_wrap_keeps_an_address_whole_that_fits),
        cmocka_unit_test(test_wrap_never_tears_a_grapheme),
        cmocka_unit_test(test_wrap_balances_lines),
        cmocka_unit_test(test_wrap_leaves_no_short_word_alone),
        cmocka_unit_test(test_wrap_hangs_all_lines_but_the_first),
        cmocka_unit_test(test_wrap_measures_words_and_lines),
        cmocka_unit_test(test_wrap_keeps_text_at_any_width),
        cmocka_unit_test(test_wrap_is_never_more_ragged_than_greed),
        cmocka_unit_test(test_wrap_goes_through_long_paragraphs_in_batches),
        cmocka_unit_test(test_wrap_is_not_slowed_by_text_without_width),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
