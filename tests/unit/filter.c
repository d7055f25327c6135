/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/filter.h.
 */
#include "ui/filter.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const rows[] = {
    "Pinto beans and gut health",
    "Can gut health cause eczema?",
    "Crème brûlée\nat home",
    "ΟΔΟΣ, the street",
    "",
};

enum {
    N_ROWS = sizeof rows / sizeof *rows
};

/* Counts in user how often it was asked. */
static void
add_text(void *user, uint32_t row, struct buf *out)
{
    ++*(unsigned *)user;
    buf_add_text(out, rows[row % N_ROWS]);
}

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
test_filter_shows_rows_that_have_all_words(void **state)
{
    static const struct {
        const char *name, *words, *want; /* the rows, a digit each */
    } cases[] = {
        {"no word", "", "01234"},
        {"blanks", "  ", "01234"},
        {"one word", "gut", "01"},
        {"two words in another order", "health can", "1"},
        {"part of a word", "cze", "1"},
        {"other case", "PINTO", "0"},
        {"without accents", "creme brulee", "2"},
        {"with accents too many", "pîntó", "0"},
        {"a final sigma", "οδος", "3"},
        {"words beside a line end", "brulee at", "2"},
        {"not across rows", "eczema creme", ""},
        {"a line end is no way round", "eczema?\ncreme", ""},
        {"more blanks", "  gut   can ", "1"},
        {"nothing", "zebra", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct filter f = {0};
        unsigned n_asked = 0;
        char got[N_ROWS + 1] = "";
        filter_reset(&f, N_ROWS);
        filter_apply(&f, str_of(cases[i].words), add_text, &n_asked);
        for (uint32_t p = 0; p < f.n_shown; p++)
            got[p] = (char)('0' + filter_row(&f, p));
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got);
        filter_done(&f);
    }
}

static void
test_filter_finds_the_same_however_the_words_came_about(void **state)
{
    static const char *const typed[] = {
        "g", "gu", "gut", "gut c", "gut ca", "gut ce", "xgut", "ut", "out", ""};
    struct filter one = {0};
    unsigned n_asked = 0;
    (void)state;

    filter_reset(&one, N_ROWS);
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        struct filter fresh = {0};
        filter_reset(&fresh, N_ROWS);
        filter_apply(&fresh, str_of(typed[i]), add_text, &n_asked);
        filter_apply(&one, str_of(typed[i]), add_text, &n_asked);
        if (fresh.n_shown != one.n_shown)
            fail_msg(
                "%s: %u and %u rows", typed[i], fresh.n_shown, one.n_shown);
        for (uint32_t p = 0; p < one.n_shown; p++)
            assert_int_equal(filter_row(&fresh, p), filter_row(&one, p));
        filter_done(&fresh);
    }
    filter_done(&one);
}

static void
test_filter_asks_for_texts_once_and_again_after_a_reset(void **state)
{
    struct filter f = {0};
    unsigned n_asked = 0;
    (void)state;

    filter_reset(&f, N_ROWS);
    filter_apply(&f, STR(""), add_text, &n_asked);
    assert_int_equal(n_asked, 0);
    filter_apply(&f, STR("a"), add_text, &n_asked);
    filter_apply(&f, STR("b"), add_text, &n_asked);
    filter_apply(&f, STR(""), add_text, &n_asked);
    filter_apply(&f, STR("c"), add_text, &n_asked);
    assert_int_equal(n_asked, N_ROWS);
    filter_reset(&f, N_ROWS);
    filter_apply(&f, STR("c"), add_text, &n_asked);
    assert_int_equal(n_asked, 2 * N_ROWS);
    filter_done(&f);
}

static void
test_filter_knows_places_of_rows(void **state)
{
    struct filter f = {0};
    unsigned n_asked = 0;
    (void)state;

    filter_reset(&f, N_ROWS);
    assert_int_equal(filter_place(&f, 3), 3);
    assert_int_equal(filter_place(&f, N_ROWS), 0);
    filter_apply(&f, STR("h"), add_text, &n_asked);  /* 0 1 2 3 */
    filter_apply(&f, STR("ea"), add_text, &n_asked); /* 0 1 */
    assert_int_equal(filter_place(&f, 1), 1);
    assert_int_equal(filter_place(&f, 3), 0);
    filter_done(&f);
}

static void
test_filter_of_no_rows_is_empty(void **state)
{
    struct filter f = {0};
    unsigned n_asked = 0;
    (void)state;

    filter_apply(&f, STR("word"), add_text, &n_asked);
    assert_int_equal(f.n_shown, 0);
    assert_int_equal(filter_place(&f, 0), 0);
    filter_done(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filter_shows_rows_that_have_all_words),
        cmocka_unit_test(
            test_filter_finds_the_same_however_the_words_came_about),
        cmocka_unit_test(
            test_filter_asks_for_texts_once_and_again_after_a_reset),
        cmocka_unit_test(test_filter_knows_places_of_rows),
        cmocka_unit_test(test_filter_of_no_rows_is_empty),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
