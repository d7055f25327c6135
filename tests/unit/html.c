/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/html.h and parse/flow.h: what each element becomes.
 */
#include "parse/html.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts html = {
    .type = SNIFF_HTML,
    .is_full_page = true,
};

static void
test_html_makes_paragraphs_of_text_between_blocks(void **state)
{
    static const struct reading cases[] = {
        {"p", "<p>a<p>b", "para(a) para(b)"},
        {"bare text", "a<div>b</div>c", "para(a) para(b) para(c)"},
        {"white space", "<p> a \n b </p>\n<p>\t</p>", "para(a b)"},
        {"only no-break spaces", "<p>&nbsp;</p><p>a&nbsp;b", "para(a\u00A0b)"},
        {"inline around blocks", "<b>a<div>b</div></b>c",
            "para(strong{a}) para(strong{b}) para(c)"},
        {"br", "a<br> b <br>", "para(a\\nb)"},
        {"two brs", "a<br><br>b", "para(a) para(b)"},
        {"wbr", "a<wbr>b",
            "para(a\u200B"
            "b)"},
        {"entities", "<p>&lt;b&gt; &amp;amp; &eacute; &#x41; &nosuch;",
            "para(<b> &amp; \u00E9 A &nosuch;)"},
        {"nothing", "", ""},
        {"rule", "a<hr>b", "para(a) rule() para(b)"},
        {"controls", "<p>a&#27;[1mb\x1B[0m", "para(a[1mb[0m)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_knows_what_inline_elements_say(void **state)
{
    static const struct reading cases[] = {
        {"stress", "<em>a</em><i>b</i><cite>c</cite><dfn>d</dfn><var>e</var>",
            "para(em{abcde})"},
        {"importance", "<strong>a</strong><b>b</b>", "para(strong{ab})"},
        {"code", "<code>a</code><samp>b</samp><tt>c</tt>", "para(code{abc})"},
        {"keys", "<kbd>a</kbd>", "para(kbd{a})"},
        {"changes", "<del>a</del><s>b</s><strike>c</strike><ins>d</ins>",
            "para(strike{abc}insert{d})"},
        {"others", "<mark>a</mark><sub>b</sub><sup>c</sup>",
            "para(mark{a}sub{b}sup{c})"},
        {"one in another", "<em>a<b>b</b></em>", "para(em{a}em|strong{b})"},
        {"quotation", "<q>a <q>b</q></q>", "para(\u201Ca \u2018b\u2019\u201D)"},
        {"ruby", "<ruby>a<rp>[</rp><rt>b</rt><rp>]</rp></ruby>", "para(a(b))"},
        {"unknown", "<foo>a <x-bar>b</x-bar></foo>", "para(a b)"},
        {"formula", "<math alttext='x^2'><mi>x</mi><mn>2</mn></math>",
            "para(x^2)"},
        {"formula in TeX",
            "<math><semantics><mi>x</mi><annotation "
            "encoding='application/x-tex'>\\pi</annotation></semantics></math>",
            "para(\\pi)"},
        {"formula alone", "<math><mi>x</mi><mo>=</mo></math>", "para(x =)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_parts_what_only_a_style_parts(void **state)
{
    static const struct reading cases[] = {
        {"boxes beside each other", "<span>One</span><span>Two</span>",
            "para(One Two)"},
        {"the end of a sentence", "<b>So.</b><a href=/x>yes</a>",
            "para(strong{So.} link=/x{yes})"},
        {"a word in pieces", "<span>W</span><span>ord</span>", "para(Word)"},
        {"a link in pieces", "<a href=b>Bra</a><a href=b>nds</a>",
            "para(link=b{Brands})"},
        {"a sentence in pieces",
            "<span class=t>A sentence is longer than any label, includin</span>"
            "<span class=t>g this</span>",
            "para(A sentence is longer than any label, including this)"},
        {"code in pieces", "<code><span>a.</span><span>B</span></code>",
            "para(code{a.B})"},
        {"a smaller part of a heading", "<h2>A<small>b</small></h2>",
            "heading2#a-b(A b)"},
        {"images", "<img alt=a src=a><img alt=b src=b>c",
            "para(image|src=a{a} image|src=b{b} c)"},
        {"blocks", "<span style='display:block'>a</span><i>b</i>",
            "para(a) para(em{b})"},
        {"blocks in a heading",
            "<h2>a<span style='display:block'>b</span></h2>",
            "heading2#a-b(a\\nb)"},
        {"blocks in code", "<pre><b style='display:block'>a</b><i>b</i></pre>",
            "code(strong{a}em{\\nb})"},
        {"parts of a line", "a <div style='display: inline-block'>b</div> c",
            "para(a b c)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_hides_what_browsers_hide(void **state)
{
    static const struct reading cases[] = {
        {"script", "a<script>b</script><style>c</style>d", "para(ad)"},
        {"template", "a<template><p>b</p></template>", "para(a)"},
        {"hidden", "<p hidden>a</p><p>b", "para(b)"},
        {"aria-hidden", "<p>a<span aria-hidden=true>b</span>", "para(a)"},
        {"display", "<p style='color:red; DISPLAY : none !important'>a", ""},
        {"visibility", "<p style='visibility:hidden'>a", ""},
        {"a part of a word", "<p style='x-display:none'>a", "para(a)"},
        {"head", "<head><meta name=a content=b></head>a", "para(a)"},
        {"comment", "a<!-- b -->c", "para(ac)"},
        {"svg", "a<svg><text>b</text></svg>", "para(a)"},
        {"form controls",
            "<form>a<input value=b><select><option>c</select><textarea>d"
            "</textarea><label>e</label></form>",
            "para(ae)"},
        {"a closed dialog", "<dialog>a</dialog><dialog open>b</dialog>",
            "para(b)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_makes_links_and_pictures(void **state)
{
    static const struct reading cases[] = {
        {"link", "<a href='a.html'>b</a>", "para(link=a.html{b})"},
        {"place", "<a href='#a'>b</a>", "para(link=#a{b})"},
        {"script", "<a href='javascript:x()'>b</a>", "para(b)"},
        {"nowhere", "<a href='#'>b</a><a href=''>c</a><a>d</a>", "para(bcd)"},
        {"around blocks", "<a href=a><p>b<p>c</a>",
            "para(link=a{b}) para(link=a{c})"},
        {"picture", "<img src=a.png alt='b  c'>", "para(image|src=a.png{b c})"},
        {"linked picture", "<a href=x><img src=a.png alt=b></a>",
            "para(image|link=x|src=a.png{b})"},
        {"no description", "<img src='x/a%20b.png?c'>",
            "para(image|src=x/a%20b.png?c{a b.png})"},
        {"its title", "<img src=a.png alt='' title=t>",
            "para(image|src=a.png{t})"},
        {"a pixel", "a<img src=a.png width=1 height=1>", "para(a)"},
        {"inline data", "<img src='data:x' alt=a><img src='data:y'>",
            "para(image{a})"},
        {"video", "<video src=a.mp4 title=t>no</video>",
            "para(player|link=a.mp4{Video: t})"},
        {"sources", "<audio><source src=x/a.ogg><source src=a.mp3>no</audio>b",
            "para(player|link=x/a.ogg{Audio: a.ogg}b)"},
        {"page", "<iframe src='https://a.b/'>x</iframe>",
            "para(player|link=https://a.b/{Page: a.b})"},
        {"object", "<object data=a.pdf>b</object><object data=c></object>",
            "para(link=a.pdf{b}link=c{Object})"},
        {"area", "<map><area href=a alt=b></map>", "para(link=a{b})"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_sees_links_from_the_address_of_the_page(void **state)
{
    static const struct parse_opts opts = {
        .type = SNIFF_HTML,
        .base_url = STR_INIT("https://a.b/c/d.html?x#y"),
    };
    static const struct reading cases[] = {
        {"relative", "<a href=e>f</a>", "para(link=https://a.b/c/e{f})"},
        {"place", "<a href='#e'>f</a>", "para(link=#e{f})"},
        {"whole", "<a href='https://a.b/c/d.html?x#e'>f</a>",
            "para(link=#e{f})"},
        {"picture", "<img src=/e.png alt=f>",
            "para(image|src=https://a.b/e.png{f})"},
        {"base", "<base href='/z/'><a href=e>f</a><a href='#e'>g</a>",
            "para(link=https://a.b/z/e{f}link=https://a.b/z/#e{g})"},
    };
    (void)state;
    READING_CHECK(cases, &opts);
}

static void
test_html_keeps_headings_and_their_names(void **state)
{
    static const struct reading cases[] = {
        {"levels", "a<h1>b</h1><h6>c</h6>",
            "para(a) heading1#b(b) heading6#c(c)"},
        {"id", "a<h2 id=x>b</h2>", "para(a) heading2#x(b)"},
        {"prefix", "a<h2 id=user-content-x>b</h2>", "para(a) heading2#x(b)"},
        {"a name inside", "a<h2>b <a name=x></a></h2>",
            "para(a) heading2#x(b)"},
        {"lines", "a<h2><div>b</div><p>c</p>d</h2>",
            "para(a) heading2#b-c-d(b\\nc\\nd)"},
        {"empty", "a<h2> </h2>", "para(a)"},
        {"a link to itself", "a<h2 id=x><a href='#x'>b</a></h2>",
            "para(a) heading2#x(b)"},
        {"a sign", "a<h2 id=x>b<a href='#x' class=y>\u00B6</a></h2>",
            "para(a) heading2#x(b)"},
        {"other links", "a<h2>b<a href='#y'>c</a><a href='#x'>#</a>d</h2>",
            "para(a) heading2#bcd(blink=#y{c}d)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_makes_lists_whatever_is_in_them(void **state)
{
    static const struct reading cases[] = {
        {"tight", "<ul><li>a<li>b</ul>", "list(item(para(a)) item(para(b)))"},
        {"loose", "<ul><li><p>a</p><li>b</ul>",
            "list+loose(item(para(a)) item(para(b)))"},
        {"ordered", "<ol start=3><li>a</ol>", "list+ordered=3(item(para(a)))"},
        {"nested", "<ul><li>a<ul><li>b</ul></ul>",
            "list(item(para(a) list(item(para(b)))))"},
        {"nested between items", "<ul><li>a</li><ul><li>b</ul><li>c</ul>",
            "list(item(para(a) list(item(para(b)))) item(para(c)))"},
        {"text in a list", "<ul>a<li>b</ul>",
            "list(item(para(a)) item(para(b)))"},
        {"items without a list", "<li>a</li><li>b</li>c",
            "list(item(para(a)) item(para(b))) para(c)"},
        {"values", "<ol><li>a<li value=5>b<li>c</ol>",
            "list+ordered=1(item(para(a))) "
            "list+ordered=5(item(para(b)) item(para(c)))"},
        {"a first value", "<ol><li value=4>a<li>b</ol>",
            "list+ordered=4(item(para(a)) item(para(b)))"},
        {"counting down", "<ol reversed><li>a<li>b</ol>",
            "list+ordered+reversed=2(item(para(a)) item(para(b)))"},
        {"letters", "<ol type=a><li>a</ol>", "list#a+ordered=1(item(para(a)))"},
        {"Roman numbers", "<ol style='list-style: upper-roman'><li>a</ol>",
            "list#I+ordered=1(item(para(a)))"},
        {"box", "<ul><li><input type=checkbox checked> a</ul>",
            "list(item+task+done(para(a)))"},
        {"box in text", "a <input type=checkbox>", "para(a \u2610)"},
        {"empty item", "<ul><li></li><li>a</ul>", "list(item(para(a)))"},
        {"empty numbered item", "<ol><li></li><li>a</ol>",
            "list+ordered=1(item() item(para(a)))"},
        {"empty list", "<ul></ul>a", "para(a)"},
        {"a huge start", "<ol start=99999999999><li>a</ol>",
            "list+ordered=999999999(item(para(a)))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_makes_terms_figures_and_details(void **state)
{
    static const struct reading cases[] = {
        {"terms", "<dl><dt>a<dd>b<dd>c</dl>",
            "terms(term(a) definition(para(b)) definition(para(c)))"},
        {"groups", "<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>",
            "terms(term(a) definition(para(b)) term(c) definition(para(d)))"},
        {"no list around", "<dt>a<dd>b</dd>c",
            "terms(term(a) definition(para(b))) para(c)"},
        {"text in it", "<dl>a</dl>", "terms(definition(para(a)))"},
        {"quote", "<blockquote>a<p>b</blockquote>", "quote(para(a) para(b))"},
        {"figure", "<figure><img src=a alt=b><figcaption>c<p>d</figcaption>",
            "figure(para(image|src=a{b}) caption(c\\nd))"},
        {"caption alone", "<figcaption>a</figcaption>", "para(a)"},
        {"details", "<details open><summary>a</summary>b<p>c</details>d",
            "details+open(summary(a) para(b) para(c)) para(d)"},
        {"summary late", "<details>a<summary>b</summary></details>",
            "details(summary(b) para(a))"},
        {"no summary", "<details>a</details>",
            "details(summary(Details) para(a))"},
        {"heading in it", "<details><summary><h3>a</h3></summary>b</details>",
            "details(summary(a) para(b))"},
        {"summary alone", "<summary>a</summary>", "para(a)"},
        {"two", "<details><summary>a</summary><summary>b</summary></details>",
            "details(summary(a) para(b))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_keeps_the_blanks_of_code(void **state)
{
    static const struct reading cases[] = {
        {"pre", "<pre>\n a\n  b\n\n</pre>", "code( a\\n  b\\n)"},
        {"language", "<pre><code class='x language-js y'>a</code></pre>",
            "code#js(a)"},
        {"on pre", "<pre class=lang-c>a</pre><pre lang=d>b</pre>",
            "code#c(a) code#d(b)"},
        {"around it", "<div class='highlight-source-sh'><pre>a</pre></div>b",
            "code#sh(a) para(b)"},
        {"pandoc", "<pre class='sourceCode py'>a</pre>", "code#py(a)"},
        {"roles", "<pre>a<b>b</b><br>c<a href=d>e</a></pre>",
            "code(astrong{b}\\nclink=d{e})"},
        {"lines", "<pre><div>a</div><div>b\n</div>c</pre>", "code(a\\nb\\nc)"},
        {"empty", "<pre></pre>a", "para(a)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_makes_tables_that_fit(void **state)
{
    static const struct reading cases[] = {
        {"plain", "<table><tr><td>a<td>b<tr><td>c</table>",
            "table(row(cell(para(a)) cell(para(b))) row(cell(para(c))))"},
        {"head", "<table><thead><tr><th>a<tbody><tr><td>b</table>",
            "table(row+header(cell+header(para(a))) row(cell(para(b))))"},
        {"head by its cells", "<table><tr><th>a<th>b<tr><th>c<td>d</table>",
            "table(row+header(cell+header(para(a)) cell+header(para(b))) "
            "row(cell+header(para(c)) cell(para(d))))"},
        {"caption", "<table><caption>a</caption><tr><td>b</table>",
            "table(caption(a) row(cell(para(b))))"},
        {"alignment",
            "<table><tr align=right><td>a<td align=center>b"
            "<td style='text-align:left'>c</table>",
            "table(row(cell+right(para(a)) cell+center(para(b)) "
            "cell+left(para(c))))"},
        {"spans",
            "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
            "table(row(cell(para(a)) cell=2(para(b))) "
            "row(cell() cell(para(c)) cell(para(d))))"},
        {"a span at the end",
            "<table><tr><td>a<td rowspan=0>b<tr><td>c</table>",
            "table(row(cell(para(a)) cell(para(b))) "
            "row(cell(para(c)) cell()))"},
        {"blocks in cells", "<table><tr><th><ul><li>a</ul>b</table>",
            "table(row(cell+header(list(item(para(a))) para(b))))"},
        {"one in another",
            "<table><tr><th>a<table><tr><th>b</table>c<tr><td>d"
            "<tr><td>e</table>",
            "table(row(cell+header(para(a) table(row(cell+header(para(b)))) "
            "para(c))) row(cell(para(d))) row(cell(para(e))))"},
        {"text beside cells", "<table>a<tr>b<th>c</table>",
            "para(ab) table(row(cell+header(para(c))))"},
        {"a hidden cell", "<table><tr><td hidden>a<td>b</table>",
            "table(row(cell(para(b))))"},
        {"no rows", "<table></table>a", "para(a)"},
        {"cells alone", "<tr><td>a</td></tr>", "para(a)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_recognises_footnotes_of_many_makers(void **state)
{
    static const struct reading cases[] = {
        {"github",
            "<p>a<sup><a href='#fn-1' id=r data-footnote-ref>1</a></sup></p>"
            "<section data-footnotes class=footnotes><ol><li id=fn-1><p>b "
            "<a href='#r' data-footnote-backref>x</a></p></li></ol></section>",
            "para(anote-ref|link=#fn-1{1}) "
            "note#1(para(b note-back|link=#r{x}))"},
        {"pandoc",
            "<p>a<a href='#fn1' class=footnote-ref role=doc-noteref>"
            "<sup>1</sup></a></p><aside class=footnotes role=doc-endnotes><hr>"
            "<ol><li id=fn1>b <a class=footnote-back href='#r'>x</a></ol>",
            "para(anote-ref|link=#fn1{1}) "
            "note#1(para(b note-back|link=#r{x}))"},
        {"kramdown",
            "<p>a<sup id=r><a href='#fn:1' rel=footnote>1</a></sup></p>"
            "<div class=footnotes><ol><li id='fn:1'>b<ol><li>c</ol> <a "
            "href='#r' "
            "class=reversefootnote>x</a></ol></div>",
            "para(anote-ref|link=#fn:1{1}) "
            "note#1(para(b) list+ordered=1(item(para(c))) "
            "para(note-back|link=#r{x}))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_html_puts_names_at_their_places(void **state)
{
    static const struct {
        const char *html, *name, *want; /* the text at that place */
    } cases[] = {
        {"<p>ab<p id=x>cd", "x", "cd"},
        {"<p>ab<span id=x>cd</span>", "x", "cd"},
        {"<p>ab</p><a name=x></a><p>cd", "x", "cd"},
        {"<p>ab<div id=x><ul><li>cd</ul></div>", "x", "cd"},
        {"<p>ab<ul><li>c<li id=x>d</ul>", "x", "d"},
        {"<p>ab<h2 id=x>cd</h2>", "x", "cd"},
        {"<p>ab<h2>cd<a id=x></a></h2>ef", "x", "cdef"},
        {"<p>ab<p id=x hidden>z<p>cd", "x", "cd"},
        {"<p>ab<table id=x><tr><td>cd</table>", "x", "cd"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = reading_of(cases[i].html, &html);
        uint32_t anchor = article_find_anchor(a, str_of(cases[i].name));
        assert_int_not_equal(anchor, ANCHOR_NONE);
        struct str rest = {a->text + a->anchors[anchor].at, a->n_text};
        if (!str_starts((struct str){rest.ptr, strlen(rest.ptr)},
                str_of(cases[i].want)))
            fail_msg("%s: at '%s'", cases[i].html, rest.ptr);
        article_free(a);
    }
}

static void
test_html_tells_title_and_language(void **state)
{
    struct article *a =
        reading_of("<html lang=de><title> a\n b </title><p>c", &html);
    (void)state;

    assert_true(str_eq(article_fact(a, FACT_TITLE), STR("a b")));
    assert_true(str_eq(article_fact(a, FACT_LANG), STR("de")));
    assert_true(str_eq(article_fact(a, FACT_TYPE), STR("html")));
    article_free(a);
}

static void
test_html_keeps_text_of_what_is_nested_too_deep(void **state)
{
    struct buf text = {0};
    (void)state;

    for (int i = 0; i < 100000; i++)
        buf_add_text(&text, "<div><blockquote>");
    buf_add_text(&text, "deep");
    struct article *a = reading_of(text.ptr, &html);
    assert_true(str_eq(article_text(a, a->n_blocks - 1), STR("deep")));
    assert_int_equal(a->n_notes, 1);
    article_free(a);
    buf_done(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_makes_paragraphs_of_text_between_blocks),
        cmocka_unit_test(test_html_knows_what_inline_elements_say),
        cmocka_unit_test(test_html_parts_what_only_a_style_parts),
        cmocka_unit_test(test_html_hides_what_browsers_hide),
        cmocka_unit_test(test_html_makes_links_and_pictures),
        cmocka_unit_test(test_html_sees_links_from_the_address_of_the_page),
        cmocka_unit_test(test_html_keeps_headings_and_their_names),
        cmocka_unit_test(test_html_makes_lists_whatever_is_in_them),
        cmocka_unit_test(test_html_makes_terms_figures_and_details),
        cmocka_unit_test(test_html_keeps_the_blanks_of_code),
        cmocka_unit_test(test_html_makes_tables_that_fit),
        cmocka_unit_test(test_html_recognises_footnotes_of_many_makers),
        cmocka_unit_test(test_html_puts_names_at_their_places),
        cmocka_unit_test(test_html_tells_title_and_language),
        cmocka_unit_test(test_html_keeps_text_of_what_is_nested_too_deep),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
