/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/carry.h.
 */
#include "ui/carry.h"

#include "base/utf8.h"
#include "story.h"

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

static uint32_t
offset(const struct article *a, const char *words)
{
    struct str text = {a->text, a->n_text};
    size_t at = str_find(text, str_of(words), 0);
    assert_true(at < text.len);
    return (uint32_t)at;
}

/* Expects that the place of words in old becomes that of want in new. */
static void
expect(const char *old, const char *new, const char *words, const char *want)
{
    struct article *a = story_new(old), *b = story_new(new);
    uint32_t got = carry_place(a, b, offset(a, words));
    if (got != offset(b, want))
        print_error("'%s' became '%.20s'\n", words, b->text + got);
    assert_int_equal(got, offset(b, want));
    article_free(a);
    article_free(b);
}

static void
test_carry_keeps_a_place_before_and_behind_a_change(void **state)
{
    const char *old = "one two three\nfour five six\nseven eight nine";
    (void)state;
    expect(old, old, "five", "five");
    expect(old, "one two three\nfour five six\nseven", "five", "five");
    expect(old, "zero\none two three\nfour five six\nseven eight nine", "five",
        "five");
    expect(old, "four five six\nseven eight nine", "five", "five");
    expect(old, "one two three\nfour NEW five six\nseven eight nine", "five",
        "five");
    expect(old, "one two three\nfour five NEW six\nseven eight nine", "five",
        "five");
}

static void
test_carry_looks_for_the_words_between_two_changes(void **state)
{
    (void)state;
    expect("start one\nthe words that are being read now\nend",
        "START two\nmuch new text stands here\n"
        "the words that are being read now\nEND",
        "the words", "the words");

    /* The nearest of several. */
    expect("start one\nsame words here\nsame words here\nlast one",
        "begin one\nsame words here\nsame words here\nfinal two",
        "same words herelast", "same words herefinal");
}

static void
test_carry_goes_near_when_the_words_are_gone(void **state)
{
    (void)state;
    expect(
        "one\ntwo three four five six\nseven", "one\nseven", "three", "seven");
    struct article *a = story_new("one two"), *b = story_new("");
    assert_int_equal(carry_place(a, b, 3), 0);
    assert_int_equal(carry_place(b, a, 0), 0);
    article_free(a);
    article_free(b);
}

static void
test_carry_never_lands_inside_a_character(void **state)
{
    (void)state;
    struct article *a = story_new("éééééééééééé one"),
                   *b = story_new("世世世世世世 two 世");
    for (uint32_t at = 0; at <= a->n_text; at++) {
        uint32_t got = carry_place(a, b, at);
        assert_true(got <= b->n_text);
        if (got < b->n_text && (a->text[at] & 0xC0) != 0x80)
            assert_int_not_equal(b->text[got] & 0xC0, 0x80);
    }
    article_free(a);
    article_free(b);
}

static void
test_carry_keeps_folds_by_their_heads(void **state)
{
    struct article *a = story_new("# A\nx\n# B\nx\n# C\nx\n# C\nx"),
                   *b = story_new("# New\nx\n# B\nx\n# C\nx\n# Other\nx\n"
                                  "# C\nx");
    struct outline *o = outline_new(a), *p = outline_new(b);
    uint8_t folded[4] = {1, 1, 0, 1}, now[5] = {0, 0, 1, 1, 0};
    (void)state;

    struct carry_folds from = {a, o, folded}, to = {b, p, now};
    carry_folds(&from, &to);
    assert_int_equal(now[0], 0); /* new: as it was at first */
    assert_int_equal(now[1], 1);
    assert_int_equal(now[2], 0);
    assert_int_equal(now[3], 1);
    assert_int_equal(now[4], 1);
    outline_free(o);
    outline_free(p);
    article_free(a);
    article_free(b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_carry_keeps_a_place_before_and_behind_a_change),
        cmocka_unit_test(test_carry_looks_for_the_words_between_two_changes),
        cmocka_unit_test(test_carry_goes_near_when_the_words_are_gone),
        cmocka_unit_test(test_carry_never_lands_inside_a_character),
        cmocka_unit_test(test_carry_keeps_folds_by_their_heads),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
