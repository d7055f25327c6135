/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/parse.h, parse/title.h and parse/contents.h: what is seen only
 * when a whole document is looked at.
 */
#include "parse/parse.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts guess;

static void
test_parse_finds_the_title(void **state)
{
    static const struct {
        const char *name, *text, *want_title, *want;
    } cases[] = {
        {"heading", "# a *b*\n\nc", "a b", "para(c)"},
        {"not the first", "c\n\n# a", "a", "para(c) heading1#a(a)"},
        {"a lower heading first", "## a\n# b", "b",
            "heading2#a(a) heading1#b(b)"},
        {"after pictures and links",
            "[![a](b)](c) ![d](e)\n\n[f](g) | [h](i)\n\n---\n# j", "j",
            "para(image|link=c|src=b{a} image|src=e{d}) para(link=g{f} | "
            "link=i{h}) rule()"},
        {"centered", "<div align=center><h1>a</h1></div>\n\nb", "a", "para(b)"},
        {"with a badge", "# a [![b](c)](d)\n\ne", "a",
            "para(image|link=d|src=c{b}) para(e)"},
        {"only a picture", "# ![a](b)\n\nc", "a",
            "para(image|src=b{a}) para(c)"},
        {"front matter", "---\ntitle: a\n---\n# b\n\nc", "a",
            "heading1#b(b) para(c)"},
        {"front matter that says the same",
            "---\ntitle: \"\u00C1 b\"\n---\n"
            "# a B\n\nc",
            "\u00C1 b", "para(c)"},
        {"page", "<html><title>a</title><p>b", "a", "para(b)"},
        {"page with heading", "<html><title>a | x</title><h1>a</h1><p>b", "a",
            "para(b)"},
        {"nothing", "a", "x.y", "para(a)"},
    };
    static const struct parse_opts opts = {.name = STR_INIT("x.y")};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading = {cases[i].name, cases[i].text, cases[i].want};
        assert_int_equal(reading_failures(&reading, 1, &opts), 0);
        struct article *a = reading_of(cases[i].text, &opts);
        struct str title = article_fact(a, FACT_TITLE);
        if (!str_eq(title, str_of(cases[i].want_title)))
            fail_msg("%s: got '%.*s'", cases[i].name, STR_ARG(title));
        article_free(a);
    }
}

static void
test_parse_leads_to_the_title_that_was_dropped(void **state)
{
    struct article *a = reading_of("# One two\n\nthree", &guess);
    uint32_t anchor = article_find_anchor(a, STR("one-two"));
    (void)state;

    assert_int_not_equal(anchor, ANCHOR_NONE);
    assert_int_equal(a->anchors[anchor].at, 0);
    article_free(a);
}

static void
test_parse_drops_tables_of_contents(void **state)
{
    static const struct reading cases[] = {
        {"links alone",
            "p\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n\n## a\n## b\n## c",
            "para(p) heading2#a(a) heading2#b(b) heading2#c(c)"},
        {"nested",
            "p\n\n1. [a](#a)\n   - [b](#b)\n2. [c](#c)\n\n## a\n### b\n## c",
            "para(p) heading2#a(a) heading3#b(b) heading2#c(c)"},
        {"announced by a heading",
            "p\n\n## Table of Contents\n\n* [a](#a)\n* [b](#b)\n\n## a\n## b",
            "para(p) heading2#a(a) heading2#b(b)"},
        {"announced by a paragraph",
            "p\n\n**On this page:**\n\n- [a](#a)\n\n## a",
            "para(p) heading2#a(a)"},
        {"titles alone",
            "p\n\nTable of contents\n\n1. Aa\n2. B b!\n\n## A\u00E1\n## b B",
            "para(p) heading2#a\u00E1(A\u00E1) heading2#b-b(b B)"},
        {"with a line between",
            "## Contents\n\nThis is in it:\n\n- a\n- b\n\n## a\n## b",
            "heading2#a(a) heading2#b(b)"},
        {"a line that leads over",
            "We shall see:\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n\n## a\n## "
            "b\n## c",
            "heading2#a(a) heading2#b(b) heading2#c(c)"},
        {"in details",
            "<details><summary>Contents</summary>\n\n- [a](#a)\n\n</details>\n"
            "\n## a",
            "heading2#a(a)"},
        {"in details with more",
            "<details><summary>Contents</summary>\n\n- [a](#a)\n\nb\n\n"
            "</details>\n\n## a",
            "details(summary(Contents) para(b)) heading2#a(a)"},
        {"names before headings",
            "## Contents\n- [a](#x)\n\n<a name=\"x\"></a>\n## b",
            "heading2#b(b)"},
        {"escaped and in capitals",
            "## Inhalt\n- [\u00E4](#%C3%84)\n\n## \u00E4",
            "heading2#\u00E4(\u00E4)"},
    };
    (void)state;
    READING_CHECK(cases, &guess);
}

static void
test_parse_keeps_lists_that_only_resemble_contents(void **state)
{
    static const struct reading cases[] = {
        {"two links", "- [a](#a)\n- [b](#b)\n\n## a\n## b",
            "list(item(para(link=#a{a})) item(para(link=#b{b}))) "
            "heading2#a(a) heading2#b(b)"},
        {"mostly text",
            "- see [a](#a) for this\n- and [b](#b) for that\n- [c](#c) last\n"
            "\n## a\n## b\n## c",
            "list(item(para(see link=#a{a} for this)) item(para(and "
            "link=#b{b} for that)) item(para(link=#c{c} last))) heading2#a(a) "
            "heading2#b(b) heading2#c(c)"},
        {"behind the headings",
            "## a\n## b\n## c\n- [a](#a)\n- [b](#b)\n- [c](#c)",
            "heading2#a(a) heading2#b(b) heading2#c(c) "
            "list(item(para(link=#a{a})) item(para(link=#b{b})) "
            "item(para(link=#c{c})))"},
        {"other places", "## Contents\n- [a](b)\n- [c](d)\n\n## e",
            "heading2#contents(Contents) list(item(para(link=b{a})) "
            "item(para(link=d{c}))) heading2#e(e)"},
        {"contents of a box", "## Contents\n- a\n- b\n\n## c",
            "heading2#contents(Contents) list(item(para(a)) item(para(b))) "
            "heading2#c(c)"},
        {"parts of a section",
            "## a\n- [b](#b)\n- [c](#c)\n- [d](#d)\n\n### b\n### c\n### d\n## "
            "e",
            "heading2#a(a) list(item(para(link=#b{b})) item(para(link=#c{c})) "
            "item(para(link=#d{d}))) heading3#b(b) heading3#c(c) "
            "heading3#d(d) heading2#e(e)"},
        {"few of many headings",
            "- [a](#a)\n- [b](#b)\n- [c](#c)\n\n## a\n## b\n## c\n## d\n## e\n"
            "## f\n## g",
            "list(item(para(link=#a{a})) item(para(link=#b{b})) "
            "item(para(link=#c{c}))) heading2#a(a) heading2#b(b) heading2#c(c) "
            "heading2#d(d) heading2#e(e) heading2#f(f) heading2#g(g)"},
    };
    (void)state;
    READING_CHECK(cases, &guess);
}

static void
test_parse_leaves_nothing_out_of_a_full_page(void **state)
{
    static const struct parse_opts opts = {.is_full_page = true};
    static const struct reading cases[] = {
        {"contents", "## Contents\n- [a](#a)\n\n## a",
            "heading2#contents(Contents) list(item(para(link=#a{a}))) "
            "heading2#a(a)"},
    };
    (void)state;
    READING_CHECK(cases, &opts);
}

static void
test_parse_takes_the_type_from_option_name_and_text(void **state)
{
    static const struct {
        struct parse_opts opts;
        const char *text, *want;
    } cases[] = {
        {{.type = SNIFF_TEXT, .name = STR_INIT("a.html")}, "# b", "text"},
        {{.name = STR_INIT("a.html")}, "# b", "html"},
        {{.name = STR_INIT("a.txt")}, "<html>", "text"},
        {{.name = STR_INIT("a")}, "<html>", "html"},
        {{.name = STR_INIT("a")}, "b", "markdown"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = reading_of(cases[i].text, &cases[i].opts);
        if (!str_eq(article_fact(a, FACT_TYPE), str_of(cases[i].want)))
            fail_msg("%s: got '%.*s'", cases[i].want,
                STR_ARG(article_fact(a, FACT_TYPE)));
        article_free(a);
    }
}

static void
test_parse_takes_all_bytes_that_may_be_text(void **state)
{
    uint64_t seed = 7;
    (void)state;

    for (int type = SNIFF_UNKNOWN; type <= SNIFF_TEXT; type++) {
        const struct parse_opts opts = {.type = (enum sniff_type)type};
        for (int i = 0; i < 200; i++) {
            char bytes[256];
            struct err err = {0};
            for (size_t j = 0; j < sizeof bytes; j++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                bytes[j] = "<>/=\"' \n#*-[](!&;|`\\\xC3\xFF"
                           "abhpt1"[(seed >> 33) % 29];
            }
            struct article *a =
                parse_article((struct str){bytes, seed >> 56}, &opts, &err);
            assert_non_null(a);
            if (!article_check(a, &err))
                fail_msg("%s", err.text);
            article_free(a);
        }
    }
}

/*
 * Each of these leaves its bytes at another point; who reads them later reads
 * what is gone, which the sanitizer sees.
 */
static void
test_parse_gives_back_the_bytes_of_a_document(void **state)
{
    static const char *const texts[] = {
        "# a\n\nb",
        "<html><p>a <new>b</new>",
        "<html><script>a</script><p>b <new>c</new>",
        "<html>\x01<script>a</script><p>\xE9t\xE9 <new>c</new>",
        "<html xmlns='http://www.w3.org/1999/xhtml'><style>a</style><p/>b",
        "<rss><channel><item><title>b</title></item></channel></rss>",
        "%PDF-1.7",
    };
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buf bytes = {0};
        struct parse_result result = {0};
        struct err err = {0};
        buf_add_text(&bytes, texts[i]);
        bool is_done = parse_document(&bytes, &guess, &result, &err);
        assert_int_equal(is_done, texts[i][0] != '%');
        assert_int_equal(is_done, result.article || result.feed);
        assert_null(bytes.ptr);
        article_free(result.article);
        feed_free(result.feed);
    }
}

static void
test_parse_says_why_there_is_no_article_and_no_feed(void **state)
{
    static const struct parse_opts failed = {
        .type = SNIFF_FEED, .failure = STR_INIT("HTTP 404: gone")};
    struct buf bytes = {0};
    struct parse_result result = {0};
    struct err err = {0};
    (void)state;

    assert_null(parse_article(
        STR("<rss><channel><item><title>a</title></item></channel></rss>"),
        &guess, &err));
    assert_string_equal(err.text, "this is a feed, not an article");
    buf_add_text(&bytes, "<rss><channel></channel></rss>");
    assert_false(parse_document(&bytes, &failed, &result, &err));
    assert_string_equal(err.text, "HTTP 404: gone");
    buf_done(&bytes);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse_says_why_there_is_no_article_and_no_feed),
        cmocka_unit_test(test_parse_finds_the_title),
        cmocka_unit_test(test_parse_leads_to_the_title_that_was_dropped),
        cmocka_unit_test(test_parse_drops_tables_of_contents),
        cmocka_unit_test(test_parse_keeps_lists_that_only_resemble_contents),
        cmocka_unit_test(test_parse_leaves_nothing_out_of_a_full_page),
        cmocka_unit_test(test_parse_takes_the_type_from_option_name_and_text),
        cmocka_unit_test(test_parse_takes_all_bytes_that_may_be_text),
        cmocka_unit_test(test_parse_gives_back_the_bytes_of_a_document),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
