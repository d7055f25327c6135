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
        terms_add(str_of(cases[i].text), &got);
        if (strcmp(got.ptr, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got.ptr);
        buf_done(&got);
    }
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
    terms_add(buf_str(&text), &got);
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
        bool ok =
            terms_add_query(str_of(cases[i].query), cases[i].is_typing, &got);
        if (ok != (cases[i].want != NULL) ||
            (ok && strcmp(got.ptr, cases[i].want) != 0))
            fail_msg("%s: got '%s'", cases[i].name, ok ? got.ptr : "nothing");
        buf_done(&got);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terms_are_folded_words_and_pairs),
        cmocka_unit_test(test_terms_know_where_they_stand),
        cmocka_unit_test(test_terms_cut_what_is_no_word),
        cmocka_unit_test(test_terms_make_a_query_of_anything),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
