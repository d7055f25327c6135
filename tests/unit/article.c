/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/article.h and of the check of its invariants.
 */
#include "model/article.h"

#include "base/utf8.h"
#include "sample.h"

#include <string.h>

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
test_article_finds_blocks_by_offset(void **state)
{
    struct article *a = sample_article();
    (void)state;

    for (block_ix b = 1; b < a->n_blocks; b++) {
        struct str text = article_text(a, b);
        if (text.len == 0)
            continue;
        uint32_t at = (uint32_t)(text.ptr - a->text);
        assert_int_equal(article_block_offset(a, b), at);
        for (uint32_t i = 0; i < text.len; i++)
            assert_int_equal(article_block_at(a, at + i), b);
    }
    assert_int_equal(article_block_at(a, UINT32_MAX), 9);
    assert_int_equal(article_block_offset(a, 6), article_block_offset(a, 8));
    article_free(a);
}

static void
test_article_counts_words_and_minutes(void **state)
{
    struct article *a = sample_article();
    (void)state;

    assert_int_equal(article_words(a, 0, a->n_blocks), 7);
    assert_int_equal(article_words(a, 1, 2), 1);
    assert_int_equal(article_minutes(0), 1);
    assert_int_equal(article_minutes(238), 1);
    assert_int_equal(article_minutes(239), 2);
    assert_int_equal(article_minutes(1412), 6);
    article_free(a);
}

/* One way to break an article; the check has to find each. */
struct damage {
    const char *name;
    size_t at; /* offset of a 32-bit number in the article's memory */
    uint32_t value;
};

#define BLOCK_FIELD(ix, field, value)                                          \
    {                                                                          \
#        field " of block " #        ix,                                       \
            sizeof(struct article) + (ix) * sizeof(struct block) +             \
                offsetof(struct block, field),                                 \
            (value)                                                            \
    }

static void
test_article_check_finds_every_damage(void **state)
{
    static const struct damage cases[] = {
        BLOCK_FIELD(0, end, 3),
        BLOCK_FIELD(0, n_spans, 1),
        BLOCK_FIELD(1, parent, 2),
        BLOCK_FIELD(1, end, 3),
        BLOCK_FIELD(1, end, 0),
        BLOCK_FIELD(2, first_span, 0),
        BLOCK_FIELD(2, n_spans, 0),
        BLOCK_FIELD(2, n_spans, 1),
        BLOCK_FIELD(2, n_spans, UINT32_MAX),
        BLOCK_FIELD(3, end, 4),
        BLOCK_FIELD(3, end, UINT32_MAX),
        BLOCK_FIELD(4, parent, 0),
        BLOCK_FIELD(4, parent, UINT32_MAX),
        BLOCK_FIELD(5, parent, 3),
        BLOCK_FIELD(8, parent, 0),
        BLOCK_FIELD(9, info.at, UINT32_MAX),
        {"number of blocks", offsetof(struct article, n_blocks), 0},
        {"too many blocks", offsetof(struct article, n_blocks), UINT32_MAX},
        {"number of spans", offsetof(struct article, n_spans), 5},
        {"title", offsetof(struct article, facts), UINT32_MAX},
        {"length of title", offsetof(struct article, facts) + 4, 1u << 20},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        struct article *a = sample_article();
        assert_true(article_check(a, &err));
        memcpy((char *)a + cases[i].at, &cases[i].value, 4);
        if (article_check(a, &err))
            fail_msg("%s: not found", cases[i].name);
        assert_int_equal(err.code, ERR_BAD_DATA);
        article_free(a);
    }
}

static void
test_article_check_wants_clean_text(void **state)
{
    static const char bad[] = {'\x1b', '\x7f', '\xC2', '\x80', '\0'};
    (void)state;

    for (size_t i = 0; i < sizeof bad; i++) {
        struct err err = {0};
        struct article *a = sample_article();
        ((char *)a->text)[1] = bad[i];
        assert_false(article_check(a, &err));
        article_free(a);
    }
}

/*
 * An article without anything but what it says of itself.
 */
static struct article *
make_saying(enum fact fact, const char *value)
{
    struct build *b = build_new();

    build_fact(b, fact, str_of(value));
    return build_finish(b);
}

static void
test_article_facts_have_their_form(void **state)
{
    static const struct {
        enum fact fact;
        bool is_good;
        const char *value;
    } cases[] = {
        {FACT_TITLE, true, "Any text: 1"},
        {FACT_TITLE, false, "Two\nlines"},
        {FACT_TAGS, true, "one\ntwo"},
        {FACT_PUBLISHED, true, "2024-02-29"},
        {FACT_PUBLISHED, true, "2024-02-29T10:00:00.5+01:00"},
        {FACT_MODIFIED, true, "yesterday"},
        {FACT_MODIFIED, false, "yester\nday"},
        {FACT_ORDER, true, "-12"},
        {FACT_ORDER, false, "1.5"},
        {FACT_SITE, true, ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str value = str_of(cases[i].value);
        if (article_is_fact(cases[i].fact, value) != cases[i].is_good)
            fail_msg("'%s'", cases[i].value);
        if (cases[i].fact != FACT_ORDER || cases[i].is_good)
            continue; /* line ends become blanks */
        struct article *a = make_saying(cases[i].fact, cases[i].value);
        assert_true(str_eq(article_fact(a, cases[i].fact), STR("")));
        article_free(a);
    }
}

static void
test_article_day_is_a_date_without_its_time(void **state)
{
    (void)state;

    assert_true(
        str_eq(article_day(STR("2024-02-29T10:00Z")), STR("2024-02-29")));
    assert_true(str_eq(article_day(STR("2024-02-29")), STR("2024-02-29")));
    assert_true(str_eq(
        article_day(STR("12. M\u00E4rz 2024")), STR("12. M\u00E4rz 2024")));
}

static void
test_article_check_wants_facts_in_their_form(void **state)
{
    struct err err = {0};
    struct article *a = make_saying(FACT_TAGS, "one\ntwo");
    (void)state;

    assert_true(article_check(a, &err));
    a->facts[FACT_TITLE] = a->facts[FACT_TAGS];
    assert_false(article_check(a, &err));
    article_free(a);
}

static void
test_article_may_hold_only_what_belongs_together(void **state)
{
    (void)state;
    assert_true(article_may_hold(BLOCK_DOC, BLOCK_PARA));
    assert_true(article_may_hold(BLOCK_LIST, BLOCK_ITEM));
    assert_true(article_may_hold(BLOCK_TABLE, BLOCK_CAPTION));
    assert_false(article_may_hold(BLOCK_LIST, BLOCK_PARA));
    assert_false(article_may_hold(BLOCK_DOC, BLOCK_ITEM));
    assert_false(article_may_hold(BLOCK_PARA, BLOCK_PARA));
    assert_false(article_may_hold(BLOCK_RULE, BLOCK_PARA));
    for (int kind = 0; kind < BLOCK_KIND_COUNT; kind++)
        assert_false(article_may_hold((enum block_kind)kind, BLOCK_DOC));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article_finds_blocks_by_offset),
        cmocka_unit_test(test_article_counts_words_and_minutes),
        cmocka_unit_test(test_article_check_finds_every_damage),
        cmocka_unit_test(test_article_check_wants_clean_text),
        cmocka_unit_test(test_article_facts_have_their_form),
        cmocka_unit_test(test_article_day_is_a_date_without_its_time),
        cmocka_unit_test(test_article_check_wants_facts_in_their_form),
        cmocka_unit_test(test_article_may_hold_only_what_belongs_together),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
