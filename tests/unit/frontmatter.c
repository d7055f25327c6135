/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/frontmatter.h.
 */
#include "parse/frontmatter.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts markdown = {.type = SNIFF_MARKDOWN};

static void
test_frontmatter_understands_the_words_of_site_generators(void **state)
{
    static const struct {
        const char *yaml;
        enum fact fact;
        const char *want;
    } cases[] = {
        {"title: a b", FACT_TITLE, "a b"},
        {"Title: 'it''s'", FACT_TITLE, "it's"},
        {"title: >-\n  a\n  b", FACT_TITLE, "a b"},
        {"author: Ann", FACT_BYLINE, "Ann"},
        {"authors: [Ann, Bob]", FACT_BYLINE, "Ann, Bob"},
        {"author: {name: Ann, url: /ann}", FACT_BYLINE, "Ann"},
        {"authors:\n- name: Ann\n  url: /\n- Bob", FACT_BYLINE, "Ann, Bob"},
        {"byline: Ann", FACT_BYLINE, "Ann"},
        {"date: 2025-07-05", FACT_PUBLISHED, "2025-07-05"},
        {"published: 5 July 2025", FACT_PUBLISHED, "2025-07-05"},
        {"lastmod: 2025-07-05T10:00:00Z", FACT_MODIFIED,
            "2025-07-05T10:00:00Z"},
        {"last-modified: 2025-07-05", FACT_MODIFIED, "2025-07-05"},
        {"updated: soon", FACT_MODIFIED, "soon"},
        {"lang: de", FACT_LANG, "de"},
        {"tags: [a, b c]", FACT_TAGS, "a\nb c"},
        {"tags: a, b,c", FACT_TAGS, "a\nb\nc"},
        {"tags:\n- a\ncategories:\n- b\n- a", FACT_TAGS, "a\nb"},
        {"keywords: a", FACT_TAGS, "a"},
        {"summary: a", FACT_EXCERPT, "a"},
        {"description: a\nsummary: b", FACT_EXCERPT, "a"},
        {"order: 12", FACT_ORDER, "12"},
        {"weight: -3", FACT_ORDER, "-3"},
        {"weight: heavy", FACT_ORDER, ""},
        {"prev: a/b.md", FACT_PREV_URL, "a/b.md"},
        {"prev: a/b.md", FACT_PREV_TITLE, ""},
        {"next:\n  title: a b\n  url: c.md", FACT_NEXT_TITLE, "a b"},
        {"next:\n  text: a b\n  link: c.md", FACT_NEXT_URL, "c.md"},
        {"next: What comes next", FACT_NEXT_TITLE, "What comes next"},
        {"next: What comes next", FACT_NEXT_URL, ""},
        {"next: false", FACT_NEXT_URL, ""},
        {"next: ~\ntitle: a", FACT_TITLE, "a"},
        {"next: javascript:x()", FACT_NEXT_URL, ""},
        {"site: a", FACT_SITE, "a"},
        {"canonical_url: https://a.b/c", FACT_URL, "https://a.b/c"},
        {"image: a.png", FACT_IMAGE, "a.png"},
        {"image: {src: a.png, alt: b}", FACT_IMAGE, "a.png"},
        {"title: &x a\nsite: *x\nlang: de", FACT_LANG, "de"},
        {"? [a, b]\n: c\ntitle: d", FACT_TITLE, "d"},
        {"x: [[[[[[title, a]]]]]]\ntitle: b", FACT_TITLE, "b"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = {0};
        buf_add_format(&text, "---\n%s\n---\nbody", cases[i].yaml);
        struct article *a = reading_of(text.ptr, &markdown);
        struct str got = article_fact(a, cases[i].fact);
        if (!str_eq(got, str_of(cases[i].want)) || a->n_notes > 0 ||
            a->n_blocks != 2)
            fail_msg("%s: got '%.*s'", cases[i].yaml, STR_ARG(got));
        article_free(a);
        buf_done(&text);
    }
}

static void
test_frontmatter_knows_the_page_of_an_article(void **state)
{
    static const char *const cases[][2] = {
        {"2/5", "2/5"},
        {"2", "2"},
        {"two", ""},
        {"2/", ""},
        {"/2", ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf text = {0};
        buf_add_format(&text, "---\npage: %s\n---\nbody", cases[i][0]);
        struct article *a = reading_of(text.ptr, &markdown);
        assert_true(str_eq(article_fact(a, FACT_PAGE), str_of(cases[i][1])));
        article_free(a);
        buf_done(&text);
    }
}

static void
test_frontmatter_takes_no_day_that_cannot_be(void **state)
{
    struct article *a =
        reading_of("---\ndate: 2024-02-30\n---\nbody", &markdown);
    (void)state;

    assert_int_equal(article_fact(a, FACT_PUBLISHED).len, 0);
    article_free(a);
}

static void
test_frontmatter_is_only_at_the_start_and_between_fences(void **state)
{
    static const struct reading cases[] = {
        {"nothing", "a", "para(a)"},
        {"empty", "---\n---\na", "para(a)"},
        {"a comment", "---\n# b\nx: y\n---\na", "para(a)"},
        {"a heading", "---\n## b\n---\na",
            "rule() heading2#b(b) rule() para(a)"},
        {"dots at the end", "---\nx: y\n...\na", "para(a)"},
        {"blanks behind", "---  \r\nx: y\r\n--- \r\na", "para(a)"},
        {"a byte order mark", "\xEF\xBB\xBF---\nx: y\n---\na", "para(a)"},
        {"nothing after it", "---\nx: y\n---", ""},
        {"not at the start", "\n---\nx: y\n---\na",
            "rule() heading2#x-y(x: y) para(a)"},
        {"a thematic break", "---\n\na\n\n---\n\nb",
            "rule() para(a) rule() para(b)"},
        {"a sentence", "---\nSo I said: no.\n", "rule() para(So I said: no.)"},
        {"a list", "---\n- a\n- b\n---\n",
            "rule() list(item(para(a)) "
            "item(para(b))) rule()"},
        {"TOML", "+++\nx = 1\n+++\n", "para(+++ x = 1 +++)"},
    };
    (void)state;
    READING_CHECK(cases, &markdown);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = reading_of(cases[i].text, &markdown);
        if (a->n_notes > 0)
            fail_msg("%s: has a note", cases[i].name);
        article_free(a);
    }
}

static void
test_frontmatter_that_is_broken_is_shown_with_a_note(void **state)
{
    static const struct {
        struct reading reading;
        const char *note;
    } cases[] = {
        {{"a quote", "---\ntitle: \"a\nx: y\n---\nb",
             "code#yaml(title: \"a\\nx: y) para(b)"},
            "the front matter cannot be read: "},
        {{"a tab", "---\ntitle: a\n\tx: y\n---\nb",
             "code#yaml(title: a\\n        x: y) para(b)"},
            "the front matter cannot be read: "},
        {{"no end", "---\ntitle: a\n\nb", "rule() para(title: a) para(b)"},
            "the front matter has no end"},
        {{"too deep",
             "---\na: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n---\nb",
             "code#yaml(a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[) "
             "para(b)"},
            "the front matter cannot be read: "},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(reading_failures(&cases[i].reading, 1, &markdown), 0);
        struct article *a = reading_of(cases[i].reading.text, &markdown);
        assert_int_equal(a->n_notes, 1);
        if (!str_starts(article_str(a, a->notes[0]), str_of(cases[i].note)))
            fail_msg("%s: note '%.*s'", cases[i].reading.name,
                STR_ARG(article_str(a, a->notes[0])));
        assert_int_equal(article_fact(a, FACT_TITLE).len, 0);
        article_free(a);
    }
}

static void
test_frontmatter_addresses_are_seen_from_the_document(void **state)
{
    static const struct parse_opts opts = {
        .type = SNIFF_MARKDOWN,
        .base_url = STR_INIT("https://a.b/c/d"),
    };
    struct article *a =
        reading_of("---\nnext: ../e.md\nimage: f.png\n---\n", &opts);
    (void)state;

    assert_true(
        str_eq(article_fact(a, FACT_NEXT_URL), STR("https://a.b/e.md")));
    assert_true(
        str_eq(article_fact(a, FACT_IMAGE), STR("https://a.b/c/f.png")));
    assert_true(str_eq(article_fact(a, FACT_URL), STR("https://a.b/c/d")));
    article_free(a);
}

static void
test_frontmatter_reads_a_date_as_it_would_be_shown(void **state)
{
    struct article *a =
        reading_of("---\ndate: \"2025-07-05                            "
                   "                                about\"\n---\nbody",
            &markdown);
    (void)state;

    assert_true(str_eq(article_fact(a, FACT_PUBLISHED), STR("2025-07-05")));
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frontmatter_knows_the_page_of_an_article),
        cmocka_unit_test(
            test_frontmatter_understands_the_words_of_site_generators),
        cmocka_unit_test(test_frontmatter_takes_no_day_that_cannot_be),
        cmocka_unit_test(
            test_frontmatter_is_only_at_the_start_and_between_fences),
        cmocka_unit_test(test_frontmatter_that_is_broken_is_shown_with_a_note),
        cmocka_unit_test(test_frontmatter_addresses_are_seen_from_the_document),
        cmocka_unit_test(test_frontmatter_reads_a_date_as_it_would_be_shown),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
