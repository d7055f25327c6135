/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/store/terms.h.
 */
#include "terms.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_terms_are_folded_words_and_pairs(void **state)
{
    static const struct {
        const char *name, *text, *want;
    } cases[] = {
        {"words", "The quick, BROWN fox.", "the quick brown fox "},
        {"accents", "Caf\xC3\xA9 na\xC3\xAFve \xC3\x89t\xC3\xA9",
            "cafe naive ete "},
        {"other alphabets",
            "\xD0\x9C\xD0\xB8\xD1\x80 \xCE\x86\xCE\xBB\xCF\x86\xCE\xB1",
            "\xD0\xBC\xD0\xB8\xD1\x80 \xCE\xB1\xCE\xBB\xCF\x86\xCE\xB1 "},
        {"numbers", "C17 3.14 1_000", "c17 3 14 1 000 "},
        {"a soft hyphen", "hy\xC2\xADphen", "hyphen "},
        {"wide letters", "\xEF\xBC\xA1\xEF\xBD\x82", "ab "},
        {"quotes of all kinds",
            "\"a\" 'b' \xE2\x80\x9C"
            "c\xE2\x80\x9D",
            "a b c "},
        {"a run of Han", "\xE4\xB8\x96\xE7\x95\x8C\xE5\x92\x8C",
            "\xE4\xB8\x96\xE7\x95\x8C \xE7\x95\x8C\xE5\x92\x8C \xE5\x92\x8C "},
        {"one of them", "\xE4\xB8\x96", "\xE4\xB8\x96 "},
        {"Han and letters", "go\xE4\xB8\x96ok", "go \xE4\xB8\x96 ok "},
        {"two runs", "\xE4\xB8\x96\xE3\x80\x81\xE7\x95\x8C",
            "\xE4\xB8\x96 \xE7\x95\x8C "},
        {"nothing", " .,;\n", ""},
        {"what is no text",
            "a\xFF\xFE"
            "b\xE4\xB8",
            "a b "},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        buf_end(&got);
        terms_add(str_of(cases[i].text), TERMS_VERSION, &got);
        if (strcmp(got.ptr, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        buf_done(&got);
    }
}

static void
test_terms_are_signs(void **state)
{
    static const struct {
        const char *name, *text, *want;
    } cases[] = {
        {"an emoji", "a\U0001F986b", "a \U0001F986 b "},
        {"how it looks", "\u2764\uFE0F\u2764\uFE0E!", "\u2764 "},
        {"a tone of skin", "\U0001F44D\U0001F3FE", "\U0001F44D "},
        {"emoji that are joined",
            "\U0001F469\U0001F3FD\u200D\u2764\uFE0F\u200D\U0001F469x",
            "\U0001F469\u2764\U0001F469 x "},
        {"a joiner to nothing", "\u2764\u200D a", "\u2764 a "},
        {"flags", "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7",
            "\U0001F1E9\U0001F1EA \U0001F1EB\U0001F1F7 "},
        {"half a flag", "\U0001F1E9 x", "\U0001F1E9 x "},
        {"a flag with tags", "\U0001F3F4\U000E0067\U000E0062\U000E007F",
            "\U0001F3F4 "},
        {"a key, which is a number", "1\uFE0F\u20E3", "1\u20E3 "},
        {"a row", "\u2500\u2500\u2500\u2500 \u2500", "\u2500 \u2500 "},
        {"arrows and money", "1\u21922 \u20AC5", "1 \u2192 2 \u20AC 5 "},
        {"words with signs", "C++ C# F#. g++-12 A+ (C++)",
            "c \uFF0B\uFF0B c \uFF03 f \uFF03 g \uFF0B\uFF0B 12 a \uFF0B c "
            "\uFF0B\uFF0B "},
        {"signs before words", "#tag .NET (@ann) \"#x\"",
            "\uFF03 tag \uFF0E net \uFF20 ann \uFF03 x "},
        {"ASCII that is none", "a+b c + d a#b # x a.b a@b.c ... .. +1 e+++ #",
            "a b c d a b x a b a b c 1 e "},
        {"an emoji of years to come", "\U0001FAFF", "\U0001FAFF "},
        {"what is no text", "\uFFFD", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        buf_end(&got);
        terms_add(str_of(cases[i].text), TERMS_VERSION, &got);
        if (strcmp(got.ptr, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        buf_done(&got);
    }
}

static void
test_terms_of_before_are_without_signs(void **state)
{
    struct buf got = {0};
    (void)state;

    terms_add(STR("C++ \U0001F986 \u2764\uFE0Fx #tag \u2192"),
        TERMS_WITHOUT_SIGNS, &got);
    assert_string_equal(got.ptr, "c x tag ");
    buf_done(&got);
}

static void
test_terms_know_where_they_stand(void **state)
{
    struct terms t = terms_of(STR("One \xC3\x89t\xC3\xA9, two"));
    (void)state;

    assert_true(terms_next(&t));
    assert_int_equal(t.at, 0);
    assert_int_equal(t.len, 3);
    assert_true(terms_next(&t));
    assert_int_equal(t.at, 4);
    assert_int_equal(t.len, 5);
    assert_true(terms_next(&t));
    assert_int_equal(t.at, 11);
    assert_false(terms_next(&t));
    assert_false(terms_next(&t));
    terms_done(&t);
}

static void
test_terms_cut_what_is_no_word(void **state)
{
    struct buf text = {0}, got = {0};
    (void)state;

    for (int i = 0; i < 1000; i++)
        buf_add_text(&text, "\xC3\xB8"); /* folds to itself */
    terms_add(buf_str(&text), TERMS_VERSION, &got);
    assert_true(got.len < 100);
    got.len--;
    assert_true(utf8_is_valid(buf_str(&got)));
    buf_done(&text);
    buf_done(&got);
}

static void
test_terms_make_a_query_of_anything(void **state)
{
    static const struct {
        const char *name, *query;
        bool is_typing;
        const char *want; /* NULL: none */
    } cases[] = {
        {"words", "Gut health", false, "\"gut\" \"health\""},
        {"while typing", "Gut hea", true, "\"gut\" \"hea\" *"},
        {"a short start", "gut he", true, "\"gut\" \"he\""},
        {"a word that ended", "gut hea ", true, "\"gut\" \"hea\""},
        {"a phrase", "\"gut health\" diet", false, "\"gut health\" \"diet\""},
        {"an open phrase", "diet \"gut health", true,
            "\"diet\" \"gut health\""},
        {"Han", "\xE4\xB8\x96\xE7\x95\x8C\xE5\x92\x8C", false,
            "\"\xE4\xB8\x96\xE7\x95\x8C \xE7\x95\x8C\xE5\x92\x8C\""},
        {"two of Han", "\xE4\xB8\x96\xE7\x95\x8C", false,
            "\"\xE4\xB8\x96\xE7\x95\x8C\""},
        {"one of Han", "\xE4\xB8\x96", false, "\"\xE4\xB8\x96\" *"},
        {"operators", "a AND (b OR c) NOT d* ^e f:g NEAR(h)", false,
            "\"a\" \"and\" \"b\" \"or\" \"c\" \"not\" \"d\" \"e\" \"f\" \"g\" "
            "\"near\" \"h\""},
        {"an attack", "x\" OR 1=1; DROP TABLE item; --", false,
            "\"x\" \"or 1 1 drop table item\""},
        {"empty quotes", "\"\" \"\"", false, NULL},
        {"nothing", " *-() ", false, NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        const struct terms_query query = {
            str_of(cases[i].query), cases[i].is_typing, false};
        bool ok = terms_add_query(&query, &got);
        if (ok != (cases[i].want != NULL) ||
            (ok && strcmp(got.ptr, cases[i].want) != 0))
            fail_msg("%s: got '%s'", cases[i].name, ok ? got.ptr : "nothing");
        buf_done(&got);
    }
}

static void
test_terms_make_a_query_of_what_is_written_as_it_is(void **state)
{
    static const struct {
        const char *name, *query, *want, *loose; /* NULL: the same */
        bool is_typing;
    } cases[] = {
        {"words", "gut health", "\"gut\" \"health\"", NULL, false},
        {"a sign behind", "C++ code", "\"c \uFF0B\uFF0B\" \"code\"",
            "\"c\" \"code\"", false},
        {"a sign before", "use .NET", "\"use\" \"\uFF0E net\"",
            "\"use\" \"net\"", false},
        {"two words", "node.js, go", "\"node js\" \"go\"",
            "\"node\" \"js\" \"go\"", false},
        {"a comma alone", "gut,health", "\"gut\" \"health\"", NULL, false},
        {"an emoji", "a \U0001F986", "\"a\" \"\U0001F986\" *", NULL, false},
        {"an emoji and a word", "\U0001F986b", "\"\U0001F986 b\"",
            "\"\U0001F986\" * \"b\"", false},
        {"half a sign", "c+", "\"c \uFF0B\" *", "\"c\"", true},
        {"in quotes", "\"in C++\"", "\"in c \uFF0B\uFF0B\"", NULL, false},
        {"Han and letters", "\u4E16\u754Cok", "\"\u4E16\u754C \u754C ok\"",
            "\"\u4E16\u754C\" \"ok\"", false},
        {"typing on", "node.jsx", "\"node jsx\" *", "\"node\" \"jsx\" *", true},
        {"signs alone", "++ # \"#\"", "", NULL, false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int is_exact = 0; is_exact < 2; is_exact++) {
            const struct terms_query query = {
                str_of(cases[i].query), cases[i].is_typing, is_exact};
            const char *want =
                !is_exact && cases[i].loose ? cases[i].loose : cases[i].want;
            struct buf got = {0};
            buf_end(&got);
            bool ok = terms_add_query(&query, &got);
            if (ok != (want[0] != '\0') || strcmp(got.ptr, want) != 0)
                fail_msg("%s: got '%s'", cases[i].name, got.ptr);
            buf_done(&got);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terms_are_folded_words_and_pairs),
        cmocka_unit_test(test_terms_are_signs),
        cmocka_unit_test(test_terms_of_before_are_without_signs),
        cmocka_unit_test(test_terms_know_where_they_stand),
        cmocka_unit_test(test_terms_cut_what_is_no_word),
        cmocka_unit_test(test_terms_make_a_query_of_anything),
        cmocka_unit_test(test_terms_make_a_query_of_what_is_written_as_it_is),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
