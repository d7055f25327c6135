/* SPDX-License-Identifier: ISC */
/*
 * Tests of blocks as Markdown, through out/out.h.
 */
#include "base/mem.h"
#include "draft.h"

static const struct out_opts markdown = {
    .format = OUT_MARKDOWN, .is_body = true};

static void
test_scribe_writes_leaves(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_heading(b, 2, "Head {e|line}\nbreak #");
    draft_para(b, "One\ntwo");
    block_ix code = draft_leaf(b, BLOCK_CODE, "a\n\n```\n b");
    build_info(b, code, STR("c"));
    build_open(b, BLOCK_RULE);
    build_close(b);
    draft_leaf(b, BLOCK_CODE, "x {s|y}\n\nz");
    draft_expect(b, markdown, "leaves",
        "## Head *line*<br>break \\#\n\n"
        "One\\\ntwo\n\n"
        "````c\na\n\n```\n b\n````\n\n"
        "***\n\n"
        "<pre><code>x <strong>y</strong>&#10;\nz\n</code></pre>\n");
}

static void
test_scribe_names_headings_that_have_other_names(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_heading(b, 1, "Same");
    draft_heading(b, 1, "Same");
    build_open(b, BLOCK_HEADING);
    build_anchor(b, STR("mine"));
    build_text(b, STR("Other"), SPAN_PLAIN);
    build_close(b);
    build_open(b, BLOCK_HEADING);
    build_anchor(b, STR("a \"b\""));
    build_text(b, STR("Odd"), SPAN_PLAIN);
    build_close(b);
    build_open(b, BLOCK_HEADING);
    build_text(b, STR("As if {"), SPAN_PLAIN);
    build_close(b);
    draft_leaf(b, BLOCK_HEADING, "x");
    build_open(b, BLOCK_HEADING);
    build_text(b, STR("Braces {#x}"), SPAN_PLAIN);
    build_close(b);
    draft_expect(b, markdown, "names",
        "# Same\n\n# Same\n\n# Other {#mine}\n\n"
        "# <a id=\"a &quot;b&quot;\"></a>Odd\n\n# As if {\n\n# x\n\n"
        "# Braces {#x} {#braces-x}\n");
}

static void
test_scribe_puts_anchors_above_headings_and_code(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_para(b, "a");
    build_anchor(b, STR("one"));
    draft_heading(b, 2, "B");
    build_anchor(b, STR("two"));
    draft_leaf(b, BLOCK_CODE, "c");
    build_anchor(b, STR("three"));
    draft_expect(b, markdown, "anchors",
        "a\n\n<a id=\"one\"></a>\n\n## B\n\n<a id=\"two\"></a>\n\n"
        "```\nc\n```\n\n<a id=\"three\"></a>\n");
}

/*
 * Opens a list, and an item in it.
 */
static block_ix
open_list(struct build *b, unsigned marks)
{
    block_ix list = build_open(b, BLOCK_LIST);

    build_mark(b, list, marks);
    build_open(b, BLOCK_ITEM);
    return list;
}

static void
next_item(struct build *b)
{
    build_close(b);
    build_open(b, BLOCK_ITEM);
}

static void
close_list(struct build *b)
{
    build_close(b);
    build_close(b);
}

static void
test_scribe_nests_tight_and_loose_lists(void **state)
{
    struct build *b = build_new();
    (void)state;

    block_ix outer = open_list(b, BLOCK_IS_ORDERED | BLOCK_IS_LOOSE);
    build_number(b, outer, 9);
    draft_para(b, "a");
    open_list(b, 0);
    draft_para(b, "b");
    draft_leaf(b, BLOCK_CODE, "c\n\nd");
    next_item(b);
    next_item(b);
    draft_para(b, "e");
    close_list(b);
    next_item(b);
    draft_para(b, "f");
    draft_para(b, "g");
    close_list(b);
    draft_expect(b, markdown, "lists",
        "9. a\n\n"
        "   - b\n     ```\n     c\n\n     d\n     ```\n   -\n   - e\n\n"
        "10. f\n\n    g\n");
}

static void
test_scribe_keeps_apart_what_would_run_together(void **state)
{
    struct build *b = build_new();
    (void)state;

    open_list(b, 0);
    draft_para(b, "a");
    close_list(b);
    open_list(b, 0);
    draft_para(b, "b");
    draft_para(b, "c");
    open_list(b, 0);
    draft_para(b, "d");
    close_list(b);
    draft_para(b, "e");
    close_list(b);
    block_ix loose = open_list(b, BLOCK_IS_ORDERED | BLOCK_IS_LOOSE);
    build_number(b, loose, 1);
    draft_para(b, "f");
    close_list(b);
    draft_expect(b, markdown, "neighbors",
        "- a\n\n<!-- -->\n\n"
        "- b\n  <!-- --><div>c</div>\n  - d\n  <!-- -->\n  e\n\n"
        "1. f\n\n   <!-- -->\n");
}

static void
test_scribe_ticks_boxes(void **state)
{
    struct build *b = build_new();
    (void)state;

    block_ix list = open_list(b, 0);
    build_mark(b, list + 1, BLOCK_IS_TASK);
    draft_para(b, "a");
    next_item(b);
    build_mark(b, draft_para(b, "b") - 1, BLOCK_IS_TASK | BLOCK_IS_DONE);
    next_item(b);
    build_mark(b, draft_para(b, "see {c|[x]}") - 1, BLOCK_IS_TASK);
    next_item(b);
    build_mark(b, draft_leaf(b, BLOCK_CODE, "d") - 1, BLOCK_IS_TASK);
    close_list(b);
    build_open(b, BLOCK_QUOTE);
    list = open_list(b, 0);
    build_mark(b, list + 1, BLOCK_IS_TASK);
    draft_para(b, "e");
    close_list(b);
    build_close(b);
    draft_expect(b, markdown, "boxes",
        "- [ ] a\n- [x] b\n"
        "- <input type=\"checkbox\" disabled> see `[x]`\n"
        "- <!-- --><input type=\"checkbox\" disabled>\n"
        "  ```\n  d\n  ```\n\n"
        "> - <input type=\"checkbox\" disabled> e\n");
}

static void
test_scribe_quotes_at_every_depth(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_QUOTE);
    draft_para(b, "a");
    build_open(b, BLOCK_QUOTE);
    open_list(b, 0);
    draft_para(b, "b\nc");
    close_list(b);
    build_close(b);
    build_close(b);
    build_open(b, BLOCK_QUOTE);
    draft_leaf(b, BLOCK_CODE, "\nd");
    build_close(b);
    draft_expect(b, markdown, "quotes",
        "> a\n>\n> > - b\\\n> >   c\n\n> ```\n>\n> d\n> ```\n");
}

/*
 * Adds a row of cells with that text, parted by '/'.
 */
static void
add_row(struct build *b, unsigned marks, const char *cells)
{
    struct str s = str_of(cells);

    build_mark(b, build_open(b, BLOCK_ROW), marks);
    while (s.len > 0) {
        size_t end = str_find(s, STR("/"), 0);
        char *cell = mem_copy_text(s.ptr, end);
        build_mark(b, build_open(b, BLOCK_CELL),
            marks | (*cell == '>' ? BLOCK_IS_RIGHT : 0));
        draft_para(b, *cell == '>' ? cell + 1 : cell);
        build_close(b);
        free(cell);
        s = str_slice(s, end + 1, s.len);
    }
    build_close(b);
}

static void
test_scribe_writes_simple_tables_with_pipes(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TABLE);
    add_row(b, BLOCK_IS_HEADER, "a/>b");
    add_row(b, 0, "c|d{s| e}/>{c|f|g}");
    add_row(b, 0, "h\ni/>{c|\\|}");
    build_close(b);
    draft_expect(b, markdown, "pipes",
        "| a | b |\n| --- | ---: |\n"
        "| c\\|d **e** | `f\\|g` |\n"
        "| h<br>i | <code>\\\\\\|</code> |\n");
}

static void
test_scribe_writes_other_tables_as_html(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_TABLE);
    draft_leaf(b, BLOCK_CAPTION, "Cap");
    add_row(b, BLOCK_IS_HEADER, "a");
    build_open(b, BLOCK_ROW);
    block_ix cell = build_open(b, BLOCK_CELL);
    build_number(b, cell, 2);
    draft_leaf(b, BLOCK_CODE, "b\n\nc");
    build_close(b);
    build_close(b);
    build_close(b);
    draft_expect(b, markdown, "html",
        "<table>\n<caption>Cap</caption>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n"
        "</thead>\n<tr>\n<td colspan=\"2\">\n"
        "<pre><code>b&#10;\nc\n</code></pre>\n</td>\n</tr>\n</table>\n");
}

static void
test_scribe_keeps_details_markdown(void **state)
{
    struct build *b = build_new();
    (void)state;

    block_ix details = build_open(b, BLOCK_DETAILS);
    build_mark(b, details, BLOCK_IS_OPEN);
    draft_leaf(b, BLOCK_SUMMARY, "S {s|*}");
    draft_para(b, "{e|a}");
    build_close(b);
    open_list(b, 0);
    build_open(b, BLOCK_DETAILS);
    draft_leaf(b, BLOCK_SUMMARY, "T");
    draft_para(b, "b");
    build_close(b);
    close_list(b);
    build_open(b, BLOCK_DETAILS);
    draft_leaf(b, BLOCK_SUMMARY, "U");
    build_close(b);
    draft_expect(b, markdown, "details",
        "<details open>\n<summary>S <strong>*</strong></summary>\n\n"
        "*a*\n\n</details>\n\n"
        "- <!-- --><details><summary>T</summary><p>b</p></details>\n\n"
        "<details>\n<summary>U</summary>\n</details>\n");
}

static void
test_scribe_writes_figures_and_terms_as_html(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_FIGURE);
    draft_para(b, "{I|a}");
    draft_leaf(b, BLOCK_CAPTION, "b");
    build_close(b);
    build_open(b, BLOCK_TERMS);
    draft_leaf(b, BLOCK_TERM, "c");
    build_open(b, BLOCK_DEFINITION);
    draft_para(b, "d");
    build_close(b);
    build_close(b);
    draft_expect(b, markdown, "html",
        "<figure>\n<img src=\"c.png\" alt=\"a\">\n"
        "<figcaption>b</figcaption>\n</figure>\n\n"
        "<dl>\n<dt>c</dt>\n<dd>d</dd>\n</dl>\n");
}

/*
 * Adds a note with an anchor of that name.
 */
static void
add_note(struct build *b, const char *name, const char *label)
{
    block_ix note = build_open(b, BLOCK_NOTE);

    build_anchor(b, str_of(name));
    build_info(b, note, str_of(label));
    draft_para(b, "b {r|\u21A9}");
    draft_para(b, "c");
    build_close(b);
}

static void
test_scribe_writes_notes(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_para(b, "{n|1}: a");
    add_note(b, "fn-x", "1");
    draft_expect(b, markdown, "a label", "[^x]\\: a\n\n[^x]: b\n\n    c\n");

    b = build_new();
    draft_para(b, "a{n|\n1}");
    add_note(b, "fn-x", "1");
    draft_expect(b, markdown, "a reference on a line of its own",
        "a\\\n[^x]\n\n[^x]: b\n\n    c\n");

    b = build_new();
    struct span_style ref = {ROLE_NOTE_REF, LINK_NONE, LINK_NONE};
    ref.link = build_link(b, STR("#cite-9"));
    build_open(b, BLOCK_PARA);
    build_text(b, STR("[7]"), ref);
    build_close(b);
    add_note(b, "cite-9", "7");
    draft_expect(b, markdown, "a number",
        "[^1]\n\n[^1]: <a id=\"cite-9\"></a>b\n\n    c\n");
}

static void
test_scribe_writes_notes_as_html_that_markdown_would_lose(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_para(b, "a");
    add_note(b, "fn-x", "1");
    draft_expect(b, markdown, "no reference",
        "a\n\n<section class=\"footnotes\" data-footnotes><ol>\n<li>\n"
        "<p><a id=\"fn-x\"></a>b "
        "<a href=\"#fnref-x\" data-footnote-backref>\u21A9</a></p>\n"
        "<p>c</p>\n</li>\n</ol></section>\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scribe_writes_leaves),
        cmocka_unit_test(test_scribe_names_headings_that_have_other_names),
        cmocka_unit_test(test_scribe_puts_anchors_above_headings_and_code),
        cmocka_unit_test(test_scribe_nests_tight_and_loose_lists),
        cmocka_unit_test(test_scribe_keeps_apart_what_would_run_together),
        cmocka_unit_test(test_scribe_ticks_boxes),
        cmocka_unit_test(test_scribe_quotes_at_every_depth),
        cmocka_unit_test(test_scribe_writes_simple_tables_with_pipes),
        cmocka_unit_test(test_scribe_writes_other_tables_as_html),
        cmocka_unit_test(test_scribe_keeps_details_markdown),
        cmocka_unit_test(test_scribe_writes_figures_and_terms_as_html),
        cmocka_unit_test(test_scribe_writes_notes),
        cmocka_unit_test(
            test_scribe_writes_notes_as_html_that_markdown_would_lose),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
