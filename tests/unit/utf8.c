/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/utf8.h.
 */
#include "base/utf8.h"

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

static void
test_utf8_decodes_and_encodes_every_code_point(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[4];
        uint32_t back;
        size_t len = utf8_encode(cp, bytes);
        assert_int_equal(utf8_decode(bytes, len, &back), len);
        if (cp >= 0xD800 && cp <= 0xDFFF)
            assert_int_equal(back, UTF8_REPLACEMENT);
        else
            assert_int_equal(back, cp);
    }
}

static void
test_utf8_appends_code_points(void **state)
{
    struct buf b = {0};
    (void)state;

    utf8_add_cp(&b, 'a');
    utf8_add_cp(&b, 0xE9);
    utf8_add_cp(&b, 0x20AC);
    utf8_add_cp(&b, 0x1F600);
    utf8_add_cp(&b, 0xD800);
    assert_string_equal(
        b.ptr, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xEF\xBF\xBD");
    buf_done(&b);
}

static void
test_utf8_replaces_each_maximal_subpart(void **state)
{
    /* Table 3-8 of the Unicode standard, and its neighbors. */
    static const struct {
        const char *name, *bytes, *want;
    } cases[] = {
        {"non-shortest", "\xC0\xAF", "??"},
        {"non-shortest of three", "\xE0\x80\xBF", "???"},
        {"surrogate", "\xED\xA0\x80", "???"},
        {"too large", "\xF4\x91\x92\x93", "????"},
        {"five bytes", "\xF8\x88\x80\x80\x80", "?????"},
        {"truncated", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF", "????"},
        {"cut off", "a\xE2\x82", "a?"},
        {"lone continuation", "\x80z", "?z"},
        {"lead before ASCII", "\xE2z", "?z"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0}, want = {0};
        utf8_add_clean(&got, str_of(cases[i].bytes));
        for (const char *c = cases[i].want; *c; c++)
            utf8_add_cp(&want, *c == '?' ? UTF8_REPLACEMENT : (uint32_t)*c);
        if (!str_eq(buf_str(&got), buf_str(&want)))
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        assert_false(utf8_is_valid(str_of(cases[i].bytes)));
        buf_done(&got);
        buf_done(&want);
    }
    assert_true(utf8_is_valid(STR("a\xEF\xBF\xBD")));
}

static void
test_utf8_lets_only_clean_text_through(void **state)
{
    static const struct {
        const char *name;
        struct str dirty;
        const char *clean;
    } cases[] = {
        {"escape", STR_INIT("a\x1b[1mb"), "a[1mb"},
        {"nul", STR_INIT("a\0b"), "ab"},
        {"delete", STR_INIT("a\x7f"), "a"},
        {"C1",
            STR_INIT("a\xC2\x9b"
                     "31m"),
            "a31m"},
        {"raw C1", STR_INIT("a\x9b"), "a\xEF\xBF\xBD"},
        {"line ends", STR_INIT("a\r\nb\rc\nd"), "a\nb\nc\nd"},
        {"other line ends",
            STR_INIT("a\xC2\x85"
                     "b\xE2\x80\xA8"
                     "c"),
            "a\nb\nc"},
        {"tab", STR_INIT("a\tb"), "a b"},
        {"override",
            STR_INIT("a\xE2\x80\xAE"
                     "b"),
            "a<U+202E>b"},
        {"isolate", STR_INIT("\xE2\x81\xA6x"), "<U+2066>x"},
        {"byte order mark",
            STR_INIT("\xEF\xBB\xBF"
                     "a"),
            "a"},
        {"noncharacter", STR_INIT("\xEF\xBF\xBF"), "\xEF\xBF\xBD"},
        {"tags",
            STR_INIT("a\xF3\xA0\x81\x81"
                     "b"),
            "ab"},
        {"marks stay", STR_INIT("e\xCC\x81"), "e\xCC\x81"},
        {"direction marks stay", STR_INIT("\xE2\x80\x8F\xD7\x90"),
            "\xE2\x80\x8F\xD7\x90"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        utf8_add_clean(&got, cases[i].dirty);
        if (!str_eq(buf_str(&got), str_of(cases[i].clean)))
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        assert_true(utf8_is_clean(buf_str(&got)));
        buf_done(&got);
    }
}

static void
test_utf8_drops_what_only_hides_something(void **state)
{
    static const struct {
        const char *name;
        struct str dirty;
        const char *clean;
    } cases[] = {
        {"invisible operators", STR_INIT("f\xE2\x81\xA1x\xE2\x81\xA4y"), "fxy"},
        {"formats out of use", STR_INIT("1\xE2\x81\xAE 2"), "1 2"},
        {"beams", STR_INIT("a\xF0\x9D\x85\xB3-"), "a-"},
        {"more tags", STR_INIT("a\xF3\xA0\x87\xB0-"), "a-"},
        {"a variant of a letter stays",
            STR_INIT("\xE8\xBE\xBA\xF3\xA0\x84\x80"),
            "\xE8\xBE\xBA\xF3\xA0\x84\x80"},
        {"an overlong escape", STR_INIT("\xC0\x9B[1m"),
            "\xEF\xBF\xBD\xEF\xBF\xBD[1m"},
        {"a lone surrogate", STR_INIT("\xED\xA0\x80"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        utf8_add_clean(&got, cases[i].dirty);
        if (!str_eq(buf_str(&got), str_of(cases[i].clean)))
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        assert_int_equal(utf8_is_clean(cases[i].dirty),
            str_eq(cases[i].dirty, str_of(cases[i].clean)));
        buf_done(&got);
    }
}

/*
 * A text that comes in pieces is no place to hide more in than one that comes
 * whole.
 */
static void
test_utf8_cleans_pieces_as_one_text(void **state)
{
    static const struct {
        const char *before, *piece;
        const char *clean; /* NULL: nothing is wrong with it */
    } cases[] = {
        {"a\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "\u0308\u0309",
            "\u0308"},
        {"a\u200B", "\u200Bb", "b"},
        {"a", "\u200Db", "b"},
        {"\u0915\u094D", "\u200D\u0937", NULL},
        {"\u2764", "\uFE0F", NULL},
        {"\u2764\uFE0F", "\uFE0E", ""},
        {" ", "\uFE0F", ""},
        {"", "\uFE0F", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *want = cases[i].clean ? cases[i].clean : cases[i].piece;
        struct buf got = {0};
        utf8_add_clean_behind(
            &got, str_of(cases[i].piece), str_of(cases[i].before));
        if (!str_eq(buf_str(&got), str_of(want)))
            fail_msg("case %zu: got '%s'", i, got.ptr);
        buf_done(&got);
    }
}

static void
test_utf8_cleans_any_bytes(void **state)
{
    unsigned seed = 7;
    (void)state;

    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        struct buf got = {0};
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = (char)(seed >> 16 | (seed >> 8 & 0x80));
        }
        utf8_add_clean(&got, (struct str){bytes, sizeof bytes});
        assert_true(utf8_is_clean(buf_str(&got)));
        buf_done(&got);
    }
}

static void
test_utf8_sees_what_is_no_letter_anywhere_in_ascii(void **state)
{
    char text[40];
    (void)state;

    for (size_t at = 0; at < sizeof text; at++) {
        struct str s = {text, sizeof text};
        memset(text, 'A', sizeof text);
        text[at] = '\n';
        assert_true(utf8_is_clean(s));
        assert_int_equal(utf8_cols(s), sizeof text - 1);
        text[at] = '\t';
        assert_false(utf8_is_clean(s));
        text[at] = '\x7F';
        assert_false(utf8_is_clean(s));
        assert_true(utf8_is_valid(s) && utf8_is_ascii(s));
        text[at] = '\xC3';
        assert_false(utf8_is_clean(s));
        assert_false(utf8_is_valid(s) || utf8_is_ascii(s));
    }
}

static void
test_utf8_keeps_graphemes_whole(void **state)
{
    static const struct {
        const char *text;
        size_t len;
    } cases[] = {
        {"ab", 1},
        {"e\xCC\x81x", 3},
        {"\r\n", 2},
        {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9z", 11},
        {"\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA\xF0\x9F\x87\xA9", 8},
        {"\xE1\x84\x80\xE1\x85\xA1", 6},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_grapheme(str_of(cases[i].text)), cases[i].len);
    assert_int_equal(utf8_grapheme((struct str){0}), 0);
}

static void
test_utf8_counts_cells(void **state)
{
    static const struct {
        const char *name, *text;
        size_t cols;
    } cases[] = {
        {"ASCII", "abc", 3},
        {"Latin", "\xC3\xA9", 1},
        {"combining", "e\xCC\x81", 1},
        {"CJK", "\xE4\xB8\xAD\xE6\x96\x87", 4},
        {"emoji", "\xF0\x9F\x98\x80", 2},
        {"soft hyphen",
            "a\xC2\xAD"
            "b",
            2},
        {"zero-width space",
            "a\xE2\x80\x8B"
            "b",
            2},
        {"no-break space",
            "a\xC2\xA0"
            "b",
            3},
        {"full width", "\xEF\xBC\xA1", 2},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (utf8_cols(str_of(cases[i].text)) != cases[i].cols)
            fail_msg(
                "%s: %zu", cases[i].name, utf8_cols(str_of(cases[i].text)));
}

static void
test_utf8_fits_whole_graphemes(void **state)
{
    size_t cols;
    (void)state;

    assert_true(str_eq(utf8_fit(STR("abc"), 2, &cols), STR("ab")));
    assert_int_equal(cols, 2);
    assert_int_equal(utf8_fit(STR("\xE4\xB8\xAD"), 1, &cols).len, 0);
    assert_int_equal(cols, 0);
    assert_int_equal(utf8_fit(STR("e\xCC\x81x"), 1, &cols).len, 3);
}

static void
test_utf8_folds_case_and_marks(void **state)
{
    static const struct {
        const char *a, *b;
    } cases[] = {
        {"\xC3\x89"
         "cole",
            "ecole"},
        {"STRASSE", "stra\xC3\x9F"
                    "e"},
        {"\xC5\xBB\xC3\xB3\xC5\x82w", "zo\xC5\x82w"},
        {"\xEF\xBC\xA1", "a"},
        {"A\xCC\xA7\xCC\x81-B\xCC\x81", "a-b"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf a = {0}, b = {0};
        utf8_add_folded(&a, str_of(cases[i].a));
        utf8_add_folded(&b, str_of(cases[i].b));
        assert_string_equal(a.ptr, b.ptr);
        buf_done(&a);
        buf_done(&b);
    }
}

static void
test_utf8_lowers_with_the_full_mapping(void **state)
{
    struct buf b = {0};
    (void)state;

    utf8_add_lower(&b, STR("\xC3\x84 \xCE\xA3\xCE\x99\xCE\xA3"));
    assert_string_equal(b.ptr, "\xC3\xA4 \xCF\x83\xCE\xB9\xCF\x82");
    buf_done(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_decodes_and_encodes_every_code_point),
        cmocka_unit_test(test_utf8_appends_code_points),
        cmocka_unit_test(test_utf8_replaces_each_maximal_subpart),
        cmocka_unit_test(test_utf8_lets_only_clean_text_through),
        cmocka_unit_test(test_utf8_drops_what_only_hides_something),
        cmocka_unit_test(test_utf8_cleans_pieces_as_one_text),
        cmocka_unit_test(test_utf8_cleans_any_bytes),
        cmocka_unit_test(test_utf8_sees_what_is_no_letter_anywhere_in_ascii),
        cmocka_unit_test(test_utf8_keeps_graphemes_whole),
        cmocka_unit_test(test_utf8_counts_cells),
        cmocka_unit_test(test_utf8_fits_whole_graphemes),
        cmocka_unit_test(test_utf8_folds_case_and_marks),
        cmocka_unit_test(test_utf8_lowers_with_the_full_mapping),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
