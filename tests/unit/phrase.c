/* SPDX-License-Identifier: ISC */
/*
 * Tests of spans as Markdown, through out/out.h.
 */
#include "draft.h"

static const struct out_opts markdown = {
    .format = OUT_MARKDOWN, .is_body = true};

struct phrase_case {
    const char *name, *spans, *want; /* without the line end */
};

static void
expect_paras(const struct phrase_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct build *b = build_new();
        struct buf want = {0};

        draft_para(b, cases[i].spans);
        buf_add_format(&want, "%s\n", cases[i].want);
        draft_expect(b, markdown, cases[i].name, want.ptr);
        buf_done(&want);
    }
}

#define EXPECT_PARAS(cases)                                                    \
    expect_paras((cases), sizeof(cases) / sizeof *(cases))

static void
test_phrase_writes_every_role(void **state)
{
    static const struct phrase_case cases[] = {
        {"emphasis", "a {e|b} c", "a *b* c"},
        {"strong", "a {s|b} c", "a **b** c"},
        {"both", "{es|b}", "**_b_**"},
        {"code", "a {c|b} c", "a `b` c"},
        {"strike", "a {d|b} c", "a ~~b~~ c"},
        {"insert", "{i|b}", "<ins>b</ins>"},
        {"mark", "{m|b}", "<mark>b</mark>"},
        {"sub", "H{b|2}O", "H<sub>2</sub>O"},
        {"sup", "x{p|2}", "x<sup>2</sup>"},
        {"key", "{k|Tab}", "<kbd>Tab</kbd>"},
        {"link", "a {l|b} c", "a [b](http://a.org/) c"},
        {"image", "{I|b}", "![b](c.png)"},
        {"a linked image", "{lI|b}", "[![b](c.png)](http://a.org/)"},
        {"strong in a link", "{l|a }{ls|b}", "[a **b**](http://a.org/)"},
        {"a link in strong", "{s|a }{ls|b}", "**a [b](http://a.org/)**"},
        {"code in a link", "{lc|b}", "[`b`](http://a.org/)"},
        {"roles that overlap", "{e|a}{es|b}{s|c}", "<em>a**b**</em>**c**"},
        {"a note that is not there", "a{n|1}", "a<sup>1</sup>"},
    };
    (void)state;

    EXPECT_PARAS(cases);
}

static void
test_phrase_takes_html_where_signs_would_not_work(void **state)
{
    static const struct phrase_case cases[] = {
        {"emphasis in a word", "a{e|b}c", "a*b*c"},
        {"a sign inside", "a{e|(b)}c", "a<em>(b)</em>c"},
        {"a sign inside, a blank outside", "a {e|(b)} c", "a *(b)* c"},
        {"quotes of Unicode", "a{s|“b”}", "a<strong>“b”</strong>"},
        {"letters of Unicode", "é{s|ü}ß", "é**ü**ß"},
        {"neighbors", "{e|a}{s|b}", "<em>a</em>**b**"},
        {"one inside at the start", "{es|a}{s|b}", "**<em>a</em>b**"},
        {"one inside, apart", "{es|a}{s| b}", "**_a_ b**"},
        {"strike in a word", "a{d|.}b", "a<del>.</del>b"},
        {"a line end in code", "{c|a\nb}", "<code>a\\\nb</code>"},
        {"strong in code", "{c|a}{cs|b}", "<code>a**b**</code>"},
        {"a line end before emphasis", "a{e|\nb}", "a\\\n*b*"},
    };
    (void)state;

    EXPECT_PARAS(cases);
}

static void
test_phrase_escapes_what_would_mean_something(void **state)
{
    static const struct phrase_case cases[] = {
        {"signs of emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"},
        {"an underscore in a word", "a_b", "a_b"},
        {"brackets", "[a](b)", "\\[a\\](b)"},
        {"backticks and backslashes", "`a\\", "\\`a\\\\"},
        {"a tag", "<b> a < b <", "\\<b> a < b \\<"},
        {"an entity", "&amp; &#38; a&b; & ;", "\\&amp; \\&#38; a\\&b; & ;"},
        {"a bare link", "http://a.b", "http\\://a.b"},
        {"a bare host", "www.a.b", "www\\.a.b"},
        {"an address of mail", "a@b.co", "a<!-- -->@b.co"},
        {"no address of mail", "a@b @c.d", "a@b @c.d"},
        {"an exclamation mark before a link", "a!{l|b}",
            "a\\![b](http://a.org/)"},
        {"a caret at the start of a link", "{l|^b}", "[\\^b](http://a.org/)"},
        {"a bare link in a link", "{l|http://x}", "[http://x](http://a.org/)"},
    };
    (void)state;

    EXPECT_PARAS(cases);
}

static void
test_phrase_escapes_what_would_begin_a_block(void **state)
{
    static const struct phrase_case cases[] = {
        {"a heading", "# a", "\\# a"},
        {"no heading", "#a", "#a"},
        {"seven signs", "####### a", "####### a"},
        {"a quote", "> a", "\\> a"},
        {"an item", "- a", "\\- a"},
        {"an item with plus", "+ a", "\\+ a"},
        {"an option", "--a", "--a"},
        {"a rule", "---", "\\---"},
        {"a number", "1. a", "1\\. a"},
        {"a number with a parenthesis", "12) a", "12\\) a"},
        {"a decimal", "1.5", "1.5"},
        {"a long number", "1234567890. a", "1234567890. a"},
        {"a heading under a line", "a\n===", "a\\\n\\==="},
        {"a rule under a line", "a\n--", "a\\\n\\--"},
        {"a table", "a|b\n-|-", "a|b\\\n\\-|-"},
        {"a table with a pipe", "a\n|-|", "a\\\n\\|-|"},
        {"a sign in the middle of a line", "a # b - c > d", "a # b - c > d"},
    };
    (void)state;

    EXPECT_PARAS(cases);
}

static void
test_phrase_fences_code_with_enough_ticks(void **state)
{
    static const struct phrase_case cases[] = {
        {"a tick", "{c|a`b}", "``a`b``"},
        {"a tick at the edge", "{c|`a}", "`` `a ``"},
        {"two ticks", "{c|a``b`c}", "```a``b`c```"},
        {"signs", "{c|*a*\\[}", "`*a*\\[`"},
    };
    (void)state;

    EXPECT_PARAS(cases);
}

static void
test_phrase_writes_addresses(void **state)
{
    static const struct {
        const char *name, *text, *url, *want;
    } cases[] = {
        {"plain", "a", "b.md", "[a](b.md)\n"},
        {"an address that is its text", "http://a.b/c", "http://a.b/c",
            "<http://a.b/c>\n"},
        {"parentheses", "a", "b(c", "[a](<b(c>)\n"},
        {"a blank", "a", "b c", "[a](<b c>)\n"},
        {"brackets", "a", "<b>", "[a](<\\<b\\>>)\n"},
        {"a backslash", "a", "b\\c", "[a](<b\\\\c>)\n"},
        {"an entity", "a", "b?c&copy;d&e=f", "[a](b?c&amp;copy;d&e=f)\n"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build *b = build_new();
        struct span_style style = SPAN_PLAIN;

        style.link = build_link(b, str_of(cases[i].url));
        build_open(b, BLOCK_PARA);
        build_text(b, str_of(cases[i].text), style);
        draft_expect(b, markdown, cases[i].name, cases[i].want);
    }
}

static void
test_phrase_writes_anchors_where_they_stand(void **state)
{
    struct build *b = build_new();
    struct span_style link = SPAN_PLAIN;
    (void)state;

    link.link = build_link(b, STR("u"));
    build_open(b, BLOCK_PARA);
    build_anchor(b, STR("one"));
    build_text(b, STR("a "), SPAN_PLAIN);
    build_anchor(b, STR("two"));
    build_text(b, STR("b"), link);
    build_anchor(b, STR("three"));
    build_text(b, STR("c"), link);
    build_anchor(b, STR("four"));
    build_close(b);
    draft_expect(b, markdown, "anchors",
        "<a id=\"one\"></a>a<a id=\"two\"></a> "
        "[b<span id=\"three\"></span>c](u)<a id=\"four\"></a>\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrase_writes_every_role),
        cmocka_unit_test(test_phrase_takes_html_where_signs_would_not_work),
        cmocka_unit_test(test_phrase_escapes_what_would_mean_something),
        cmocka_unit_test(test_phrase_escapes_what_would_begin_a_block),
        cmocka_unit_test(test_phrase_fences_code_with_enough_ticks),
        cmocka_unit_test(test_phrase_writes_addresses),
        cmocka_unit_test(test_phrase_writes_anchors_where_they_stand),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
