/* SPDX-License-Identifier: ISC */
/*
 * Tests of pages of HTML, of front matter, and of contents and questions in
 * both languages, through out/out.h.
 */
#include "draft.h"

static const struct out_opts html = {.format = OUT_HTML, .is_body = true};
static const struct out_opts markdown = {.format = OUT_MARKDOWN};

static void
test_html_escapes_everything(void **state)
{
    struct build *b = build_new();
    struct span_style style = SPAN_PLAIN;
    (void)state;

    style.link = build_link(b, STR("a?b&c=\"d\""));
    build_open(b, BLOCK_HEADING);
    build_anchor(b, STR("a\"b"));
    build_text(b, STR("<h1> & \"q\""), SPAN_PLAIN);
    build_close(b);
    build_open(b, BLOCK_PARA);
    build_text(b, STR("</p><script>"), style);
    build_close(b);
    draft_leaf(b, BLOCK_CODE, "a < b && c");
    draft_expect(b, html, "escapes",
        "<h1 id=\"a&quot;b\"><a id=\"h1--q\"></a>"
        "&lt;h1&gt; &amp; \"q\"</h1>\n"
        "<p><a href=\"a?b&amp;c=&quot;d&quot;\">&lt;/p&gt;&lt;script&gt;</a>"
        "</p>\n<pre><code>a &lt; b &amp;&amp; c\n</code></pre>\n");
}

static void
test_html_follows_only_harmless_addresses(void **state)
{
    static const struct {
        const char *url, *want; /* NULL: no address */
    } cases[] = {
        {"http://a.b/", "http://a.b/"},
        {"HTTPS://a.b/", "HTTPS://a.b/"},
        {"mailto:a@b.c", "mailto:a@b.c"},
        {"gemini://a", "gemini://a"},
        {"tel:1", "tel:1"},
        {"../b.md#c", "../b.md#c"},
        {"#c", "#c"},
        {"a b", "a%20b"},
        {"\xC3\xA9", "%C3%A9"},
        {"javascript:x", NULL},
        {"JavaScript:x", NULL},
        {"java\nscript:x", "java%20script:x"},
        {"data:text/html,x", NULL},
        {"vbscript:x", NULL},
        {"file:///etc/passwd", NULL},
        {"what:ever", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build *b = build_new();
        struct span_style style = SPAN_PLAIN;
        struct buf want = {0};

        style.link = build_link(b, str_of(cases[i].url));
        build_open(b, BLOCK_PARA);
        build_text(b, STR("x"), style);
        if (cases[i].want)
            buf_add_format(
                &want, "<p><a href=\"%s\">x</a></p>\n", cases[i].want);
        else
            buf_add_text(&want, "<p><a>x</a></p>\n");
        draft_expect(b, html, cases[i].url, want.ptr);
        buf_done(&want);
    }
}

static void
test_html_writes_every_kind_of_block(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_QUOTE);
    draft_para(b, "a {es|b}\nc");
    build_close(b);
    block_ix list = build_open(b, BLOCK_LIST);
    build_mark(b, list, BLOCK_IS_ORDERED);
    build_number(b, list, 4);
    block_ix item = build_open(b, BLOCK_ITEM);
    build_mark(b, item, BLOCK_IS_TASK | BLOCK_IS_DONE);
    draft_para(b, "d");
    build_open(b, BLOCK_RULE);
    build_close(b);
    build_close(b);
    build_close(b);
    list = build_open(b, BLOCK_LIST);
    build_mark(b, list, BLOCK_IS_LOOSE);
    build_open(b, BLOCK_ITEM);
    draft_para(b, "e");
    build_close(b);
    build_open(b, BLOCK_ITEM);
    build_close(b);
    build_close(b);
    build_info(b, draft_leaf(b, BLOCK_CODE, "f"), STR("py"));
    build_open(b, BLOCK_DETAILS);
    draft_leaf(b, BLOCK_SUMMARY, "g");
    draft_para(b, "{k|h}");
    build_close(b);
    draft_expect(b, html, "blocks",
        "<blockquote>\n<p>a <strong><em>b</em></strong><br>c</p>\n"
        "</blockquote>\n"
        "<ol start=\"4\">\n"
        "<li><input type=\"checkbox\" disabled checked> d\n<hr>\n</li>\n"
        "</ol>\n"
        "<ul>\n<li>\n<p>e</p>\n</li>\n<li></li>\n</ul>\n"
        "<pre><code class=\"language-py\">f\n</code></pre>\n"
        "<details>\n<summary>g</summary>\n<p><kbd>h</kbd></p>\n</details>\n");
}

/*
 * Returns an article with everything that it can say of itself.
 */
static struct build *
build_known(void)
{
    struct build *b = build_new();

    build_fact(b, FACT_TITLE, STR("A: \"title\""));
    build_fact(b, FACT_BYLINE, STR("Ann O'Neil"));
    build_fact(b, FACT_PUBLISHED, STR("2025-07-05"));
    build_fact(b, FACT_LANG, STR("no"));
    build_fact(b, FACT_EXCERPT, STR("# <b>"));
    build_fact(b, FACT_TAGS, STR("one\ntwo: 2"));
    build_fact(b, FACT_ORDER, STR("3"));
    build_fact(b, FACT_PREV_URL, STR("b.md"));
    build_fact(b, FACT_NEXT_TITLE, STR("Next"));
    build_fact(b, FACT_NEXT_URL, STR("javascript:x"));
    draft_para(b, "text");
    return b;
}

static void
test_html_says_what_the_article_says_of_itself(void **state)
{
    (void)state;

    draft_expect(build_known(), (struct out_opts){.format = OUT_HTML}, "page",
        "<!doctype html>\n<html lang=\"no\">\n<head>\n"
        "<meta charset=\"utf-8\">\n<title>A: \"title\"</title>\n"
        "<meta name=\"author\" content=\"Ann O'Neil\">\n"
        "<meta name=\"description\" content=\"# &lt;b&gt;\">\n"
        "<meta property=\"article:published_time\" content=\"2025-07-05\">\n"
        "<link rel=\"prev\" href=\"b.md\">\n</head>\n<body>\n<article>\n"
        "<h1>A: \"title\"</h1>\n"
        "<p>Ann O'Neil · <time>2025-07-05</time></p>\n"
        "<p>text</p>\n</article>\n</body>\n</html>\n");
}

static void
test_markdown_begins_with_front_matter(void **state)
{
    (void)state;

    draft_expect(build_known(), markdown, "front matter",
        "---\ntitle: \"A: \\\"title\\\"\"\nauthor: Ann O'Neil\n"
        "date: 2025-07-05\nlang: \"no\"\ntags: [one, \"two: 2\"]\n"
        "summary: \"# <b>\"\norder: 3\nprev: b.md\n"
        "next: {title: Next, url: \"javascript:x\"}\n---\n\ntext\n");
}

static void
test_markdown_writes_the_title_whose_anchor_is_left(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_fact(b, FACT_TITLE, STR("The *title*"));
    draft_para(b, "{I|logo}");
    build_drop(b, draft_heading(b, 1, "The *title*"));
    draft_para(b, "text");
    draft_expect(b, markdown, "a heading that was dropped",
        "---\ntitle: \"The *title*\"\n---\n\n![logo](c.png)\n\n"
        "# The \\*title\\*\n\ntext\n");

    b = build_new();
    build_fact(b, FACT_TITLE, STR("Title"));
    draft_heading(b, 2, "Title");
    draft_expect(
        b, markdown, "another heading", "---\ntitle: Title\n---\n\n## Title\n");
}

static void
test_markup_nests_contents(void **state)
{
    struct out_opts opts = {
        .format = OUT_MARKDOWN, .part = OUT_CONTENTS, .is_body = true};
    (void)state;

    for (int i = 0; i < 2; i++) {
        struct build *b = build_new();
        draft_heading(b, 2, "One [1]");
        draft_heading(b, 4, "Deep {c|x}\ny");
        draft_heading(b, 2, "Two");
        draft_para(b, "text");
        draft_expect(b, opts, "contents",
            i == 0 ? "- [One \\[1\\]](#one-1)\n  - [Deep x y](#deep-x-y)\n"
                     "- [Two](#two)\n"
                   : "<ol>\n<li><a href=\"#one-1\">One [1]</a><ol>\n"
                     "<li><a href=\"#deep-x-y\">Deep x y</a></li>\n</ol>\n"
                     "</li>\n<li><a href=\"#two\">Two</a></li>\n</ol>\n");
        opts.format = OUT_HTML;
    }
}

static void
test_markup_numbers_the_contents_of_a_section(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_heading(b, 2, "One");
    draft_heading(b, 2, "Two");
    draft_heading(b, 3, "Deep");
    draft_expect(b,
        (struct out_opts){.format = OUT_HTML,
            .part = OUT_CONTENTS,
            .is_body = true,
            .section = STR("two")},
        "contents of a section",
        "<ol start=\"2\">\n<li><a href=\"#two\">Two</a><ol>\n"
        "<li><a href=\"#deep\">Deep</a></li>\n</ol>\n</li>\n</ol>\n");
}

/*
 * Returns an article with a question of each kind.
 */
static struct build *
build_questions(void)
{
    struct build *b = build_new();

    draft_heading(b, 2, "FAQ");
    build_mark(b, draft_heading(b, 3, "Why {e|not}?"), BLOCK_IS_QUESTION);
    draft_para(b, "Because{n|1}.");
    build_open(b, BLOCK_DETAILS);
    build_mark(b, draft_leaf(b, BLOCK_SUMMARY, "How?"), BLOCK_IS_QUESTION);
    draft_para(b, "So.");
    build_close(b);
    build_open(b, BLOCK_TERMS);
    build_mark(b, draft_leaf(b, BLOCK_TERM, "When?"), BLOCK_IS_QUESTION);
    build_open(b, BLOCK_DEFINITION);
    draft_para(b, "Now.");
    build_close(b);
    build_close(b);
    return b;
}

static void
test_markup_prints_questions_of_every_kind_once(void **state)
{
    struct out_opts opts = {
        .format = OUT_MARKDOWN, .part = OUT_QUESTIONS, .is_body = true};
    (void)state;

    draft_expect(build_questions(), opts, "markdown",
        "## Why *not*?\n\nBecause<sup>1</sup>.\n\n"
        "<details>\n<summary>How?</summary>\n\nSo.\n\n</details>\n\n"
        "<dl>\n<dt>When?</dt>\n<dd>Now.</dd>\n</dl>\n");
    opts.section = STR("When?");
    draft_expect(build_questions(), opts, "a term",
        "## When?\n\n<dl>\n<dd>Now.</dd>\n</dl>\n");
    opts.section = STR("How?");
    opts.format = OUT_HTML;
    draft_expect(build_questions(), opts, "a summary",
        "<details>\n<summary>How?</summary>\n<p>So.</p>\n</details>\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_escapes_everything),
        cmocka_unit_test(test_html_follows_only_harmless_addresses),
        cmocka_unit_test(test_html_writes_every_kind_of_block),
        cmocka_unit_test(test_html_says_what_the_article_says_of_itself),
        cmocka_unit_test(test_markdown_begins_with_front_matter),
        cmocka_unit_test(test_markdown_writes_the_title_whose_anchor_is_left),
        cmocka_unit_test(test_markup_nests_contents),
        cmocka_unit_test(test_markup_numbers_the_contents_of_a_section),
        cmocka_unit_test(test_markup_prints_questions_of_every_kind_once),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
