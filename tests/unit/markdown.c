/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/markdown.h.
 */
#include "parse/markdown.h"

#include "base/utf8.h"
#include "model/codec.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts markdown = {
    .type = SNIFF_MARKDOWN,
    .is_full_page = true,
};

static const struct reading blocks[] = {
    {"headings", "p\n\n# a\n\nb\n=\n\n###### c ##",
        "para(p) heading1#a(a) heading1#b(b) heading6#c(c)"},
    {"paragraphs", "a\nb\n\n  c", "para(a b) para(c)"},
    {"breaks", "a  \nb\\\nc", "para(a\\nb\\nc)"},
    {"quotes", "> a\n> > b\n\nc", "quote(para(a) quote(para(b))) para(c)"},
    {"a list in a quote", "> - a\n>\n>   > b",
        "quote(list+loose(item(para(a) quote(para(b)))))"},
    {"tight list", "- a\n- b\n  - c",
        "list(item(para(a)) item(para(b) "
        "list(item(para(c)))))"},
    {"loose list", "* a\n\n* b", "list+loose(item(para(a)) item(para(b)))"},
    {"numbers", "7) a\n8) b", "list+ordered=7(item(para(a)) item(para(b)))"},
    {"from zero", "0. a", "list+ordered(item(para(a)))"},
    {"empty items", "-\n- a\n-", "list(item() item(para(a)) item())"},
    {"boxes", "- [ ] a\n- [x] b\n- c",
        "list(item+task(para(a)) item+task+done(para(b)) item(para(c)))"},
    {"loose boxes", "- [ ] a\n\n- [x] b",
        "list+loose(item+task(para(a)) item+task+done(para(b)))"},
    {"fence", "```c foo\na\n\n b\n```", "code#c(a\\n\\n b)"},
    {"tilde fence without end", "~~~\na", "code(a)"},
    {"indented code", "    a\n\n\tb", "code(a\\n\\nb)"},
    {"tabs in code", "```\na\tb\n```", "code(a       b)"},
    {"rules", "***\n- - -\n___", "rule() rule() rule()"},
    {"table", "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|",
        "table(row+header(cell+header(para(a)) cell+header+left(para(b)) "
        "cell+header+center(para(c)) cell+header+right(para(d))) "
        "row(cell(para(1)) cell+left(para(2)) cell+center(para(3)) "
        "cell+right(para(4))))"},
    {"short and long rows", "|a|b|\n|-|-|\n|1|\n|1|2|3|",
        "table(row+header(cell+header(para(a)) cell+header(para(b))) "
        "row(cell(para(1)) cell()) row(cell(para(1)) cell(para(2))))"},
    {"marks in cells", "|`a\\|b`|**c** [d](e)|\n|-|-|",
        "table(row+header(cell+header(para(code{a|b})) "
        "cell+header(para(strong{c} link=e{d}))))"},
    {"comments", "a\n\n<!-- b -->\n\nc <!-- d --> e", "para(a) para(c e)"},
    {"a comment in a tight item", "- a\n  <!-- b -->\n  c",
        "list(item(para(a c)))"},
    {"no final newline and CRLF", "a\r\nb\r\n\r\n# c",
        "para(a b) heading1#c(c)"},
};

static const struct reading inlines[] = {
    {"emphasis", "*a* __b__ ***c*** ~~d~~ ~e~",
        "para(em{a} strong{b} em|strong{c} strike{d} strike{e})"},
    {"code", "`a` `` b`c `` ` `", "para(code{a} code{b`c})"},
    {"links", "[a](b \"t\") [c][d] [d] <http://e.f> <g@h.i>\n\n[d]: j 'k'",
        "para(link=b{a} link=j{c} link=j{d} link=http://e.f{http://e.f} "
        "link=mailto:g@h.i{g@h.i})"},
    {"bare links", "www.a.bc, https://a.b/c_d. e@f.gh",
        "para(link=http://www.a.bc{www.a.bc}, "
        "link=https://a.b/c_d{https://a.b/c_d}. link=mailto:e@f.gh{e@f.gh})"},
    {"awkward addresses", "[a](<b c[]\"\\é&'^`{}|>)",
        "para(link=b%20c%5B%5D%22%5C%C3%A9&'%5E%60%7B%7D%7C{a})"},
    {"pictures", "![a *b* `c`\nd](e) [![f](g)](h)",
        "para(image|src=e{a b c d} image|link=h|src=g{f})"},
    {"a picture without description", "![](a/b.png)",
        "para(image|src=a/b.png{b.png})"},
    {"entities and escapes", "&lt; &copy; \\* &#0; &#x1F600;",
        "para(< © * \uFFFD \U0001F600)"},
    {"zeros", "a\\0b", "para(a\\0b)"},
};

static const struct reading notes[] = {
    {"there and back", "a[^x] b[^x]\n\n[^x]: c\n\n    d",
        "para(anote-ref|link=#fn-x{1} bnote-ref|link=#fn-x{1}) "
        "note#1(para(c) para(d note-back|link=#fnref-x{\u21A9} "
        "note-back|link=#fnref-x-2{\u21A92}))"},
    {"code in a note", "a[^é&]\n\n[^é&]:\n    ```\n    b\n    ```",
        "para(anote-ref|link=#fn-%C3%A9&{1}) "
        "note#1(code(b) para(note-back|link=#fnref-%C3%A9&{\u21A9}))"},
    {"in order of their use", "a[^2] b[^1]\n\n[^1]: c\n[^2]: d",
        "para(anote-ref|link=#fn-2{1} bnote-ref|link=#fn-1{2}) "
        "note#1(para(d note-back|link=#fnref-2{\u21A9})) "
        "note#2(para(c note-back|link=#fnref-1{\u21A9}))"},
    {"without text", "a[^1]", "para(a[^1])"},
    {"never referred to", "a\n\n[^1]: b", "para(a)"},
    {"in a note", "a[^1]\n\n[^1]: b[^2]\n[^2]: c",
        "para(anote-ref|link=#fn-1{1}) "
        "note#1(para(bnote-ref|link=#fn-2{2} "
        "note-back|link=#fnref-1{\u21A9})) "
        "note#2(para(c note-back|link=#fnref-2{\u21A9}))"},
};

static const struct reading names[] = {
    {"after a title", "p\n\n## a b {#c}", "para(p) heading2#c(a b)"},
    {"kramdown", "p\n\n## a {: #c .d}\n", "para(p) heading2#c(a)"},
    {"underlined", "p\n\na {#c}\n--", "para(p) heading2#c(a)"},
    {"after code", "p\n\n## `a` {#c-d_e}", "para(p) heading2#c-d_e(code{a})"},
    {"nothing but a name", "p\n\n## {#c}", "para(p) heading2#c({#c})"},
    {"only braces", "p\n\n## a {b} {}", "para(p) heading2#a-b-(a {b} {})"},
    {"what is not safe", "p\n\n## a {#b&c}", "para(p) heading2#a-bc(a {#b&c})"},
};

static const struct reading raw[] = {
    {"details over blocks",
        "<details>\n<summary>a</summary>\n\nb **c**\n\n- d\n\n</details>\n\ne",
        "details(summary(a) para(b strong{c}) list(item(para(d)))) para(e)"},
    {"inline", "a <kbd>b</kbd> <sub>c</sub> <mark>*d*</mark><br>e",
        "para(a kbd{b} sub{c} em|mark{d}\\ne)"},
    {"table", "<table>\n<tr><td>a</td></tr>\n</table>",
        "table(row(cell(para(a))))"},
    {"picture and link", "<a href=b><img src=c alt=d width=9></a>",
        "para(image|link=b|src=c{d})"},
    {"script", "a\n\n<script>\nb\n</script>\n\nc", "para(a) para(c)"},
    {"unknown", "<foo>a</foo> <br-b/>c", "para(a c)"},
    {"never closed", "a <b>b\n\nc", "para(a strong{b}) para(strong{c})"},
    {"a comment without end", "a\n\n<!-- b\n\nc", "para(a)"},
    {"processing instruction", "a <?b?> c", "para(a c)"},
    {"heading with a name", "p\n\n<h2 id=a>b</h2>\n\n## c <a name=d></a>",
        "para(p) heading2#a(b) heading2#d(c)"},
    {"title and frames", "<title>a</title>\n\n<frameset>\n\nb", "para(b)"},
};

#define CHECK(cases) READING_CHECK(cases, &markdown)

static void
test_markdown_knows_all_blocks(void **state)
{
    (void)state;
    CHECK(blocks);
}

static void
test_markdown_knows_all_inlines(void **state)
{
    (void)state;
    CHECK(inlines);
}

static void
test_markdown_leads_to_footnotes_and_back(void **state)
{
    (void)state;
    CHECK(notes);
}

static void
test_markdown_takes_names_off_headings(void **state)
{
    (void)state;
    CHECK(names);
}

static void
test_markdown_shows_raw_html_as_a_browser_does(void **state)
{
    (void)state;
    CHECK(raw);
}

/*
 * Appends the encoded article that text makes one way or the other; returns the
 * way that it takes if nobody interferes.
 */
static enum markdown_way
encode(const char *text, bool is_by_html, struct buf *out)
{
    struct build *b = build_new();
    struct flow *f = flow_new(b, (struct str){0});
    enum markdown_way way = MARKDOWN_DIRECT;

    if (is_by_html)
        way = markdown_parse_by_html(f, b, str_of(text), 3);
    else
        markdown_parse(f, b, str_of(text), 3);
    flow_free(f);
    struct article *a = build_finish(b);
    codec_encode(a, out);
    article_free(a);
    return way;
}

/*
 * Compares both ways through text. Returns the way that it takes.
 */
static enum markdown_way
assert_same(const char *text)
{
    struct buf direct = {0}, by_html = {0};

    encode(text, false, &direct);
    enum markdown_way way = encode(text, true, &by_html);
    if (!str_eq(buf_str(&direct), buf_str(&by_html)))
        fail_msg("'%s' differs", text);
    buf_done(&direct);
    buf_done(&by_html);
    return way;
}

static void
test_markdown_makes_the_same_of_both_ways(void **state)
{
    static const struct {
        const struct reading *cases;
        size_t n;
    } tables[] = {
        {blocks, sizeof blocks / sizeof *blocks},
        {inlines, sizeof inlines / sizeof *inlines},
        {notes, sizeof notes / sizeof *notes},
        {names, sizeof names / sizeof *names},
    };
    struct buf all = {0};
    (void)state;

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (size_t j = 0; j < tables[i].n; j++) {
            const struct reading *c = &tables[i].cases[j];
            bool is_exception = strcmp(c->name, "in a note") == 0;
            assert_int_equal(
                assert_same(c->text) == MARKDOWN_BY_HTML, is_exception);
            if (!is_exception) {
                buf_add_text(&all, c->text);
                buf_add_text(&all, "\n\n<!-- -->\n\n");
            }
        }
    }
    assert_int_equal(assert_same(all.ptr), MARKDOWN_DIRECT);
    buf_done(&all);
}

static void
test_markdown_escapes_addresses_like_cmark(void **state)
{
    (void)state;

    for (int c = 1; c < 256; c++) {
        char text[32];
        if (c == '\n' || c == '\r')
            continue;
        snprintf(text, sizeof text, "[a](<b%s%cc>) ![d](<e%s%cf>)",
            strchr("<>\\", c) ? "\\" : "", c < 128 ? c : 'x',
            strchr("<>\\", c) ? "\\" : "", c < 128 ? c : 'x');
        assert_same(text);
    }
    assert_same("[a](<\u00E9\u4E2D\U0001F600>)");
}

static void
test_markdown_makes_the_same_of_any_mixture(void **state)
{
    static const char *const pieces[] = {"- ", "1. ", "> ", "\n", "\n\n",
        "    ", "*", "**", "_", "`", "```\n", "[a](b)", "![", "](", ")", "|",
        "|-|-|\n", "# ", "===\n", "a", "b ", "~~", "\\", "[^1]",
        "\n[^1]: ", "www.a.bc", "<!-- c -->", "&amp;", "- [x] ", "\t", "  \n",
        "---\n", " {#n}", "?"};
    uint64_t seed = 42;
    (void)state;

    for (int i = 0; i < 3000; i++) {
        struct buf text = {0};
        for (int j = 0; j < 24; j++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            buf_add_text(
                &text, pieces[(seed >> 33) % (sizeof pieces / sizeof *pieces)]);
        }
        assert_same(text.ptr);
        buf_done(&text);
    }
}

static void
test_markdown_tells_rows_of_the_source(void **state)
{
    struct article *a = reading_of(
        "---\ntitle: a\n---\n\nb\n\n- c\n\n  d\n\n<b>e</b>\n\n| f |\n|-|\n",
        &markdown);
    static const uint32_t want[] = {0, 5, 7, 7, 7, 9, 11, 13, 13, 13, 13};
    (void)state;

    assert_int_equal(a->n_blocks, sizeof want / sizeof *want);
    for (block_ix b = 0; b < a->n_blocks; b++)
        assert_int_equal(a->blocks[b].source_row, want[b]);
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown_knows_all_blocks),
        cmocka_unit_test(test_markdown_knows_all_inlines),
        cmocka_unit_test(test_markdown_leads_to_footnotes_and_back),
        cmocka_unit_test(test_markdown_takes_names_off_headings),
        cmocka_unit_test(test_markdown_shows_raw_html_as_a_browser_does),
        cmocka_unit_test(test_markdown_makes_the_same_of_both_ways),
        cmocka_unit_test(test_markdown_escapes_addresses_like_cmark),
        cmocka_unit_test(test_markdown_makes_the_same_of_any_mixture),
        cmocka_unit_test(test_markdown_tells_rows_of_the_source),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
