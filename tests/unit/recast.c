/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/recast.h: tables and lists that are something else.
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
test_recast_takes_tables_that_place_things_apart(void **state)
{
    static const struct reading cases[] = {
        {"one column", "<table><tr><td>a<tr><td>b</table>", "para(a) para(b)"},
        {"a heading in a cell", "<table><tr><td><h2>a</h2><td>b</table>",
            "heading2#a(a) para(b)"},
        {"called so", "<table role=presentation><tr><td>a<td>b</table>",
            "para(a) para(b)"},
        {"a table in it",
            "<table><tr><th>a<tr><td><table><tr><th>b<td>c</table></table>",
            "para(a) table(row(cell+header(para(b)) cell(para(c))))"},
        {"data", "<table><tr><td>a<td>b</table>",
            "table(row(cell(para(a)) cell(para(b))))"},
        {"data with names", "<table><tr><th>a<tr><td><pre>b</pre></table>",
            "table(row(cell+header(para(a))) row(cell(code(b))))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_recast_takes_code_out_of_tables(void **state)
{
    static const struct reading cases[] = {
        {"two columns",
            "<table><tr><td><pre>1\n2</pre><td><pre>a\n b</pre></table>",
            "code(a\\n b)"},
        {"a row a line",
            "<table><tr><td class=blob-num>1</td><td "
            "class=blob-code>a</td></tr>\n<tr><td class=blob-num>2</td><td "
            "class=blob-code>  b</td></tr></table>",
            "code(a\\n  b)"},
        {"numbers beside text", "<table><tr><td>1<td>a<tr><td>2<td>b</table>",
            "table(row(cell(para(1)) cell(para(a))) row(cell(para(2)) "
            "cell(para(b))))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_recast_takes_lists_of_cards_apart(void **state)
{
    static const struct reading cases[] = {
        {"cards", "<ul><li><h3>a</h3>b<li><h3>c</h3>d</ul>",
            "heading2#a(a) para(b) heading2#c(c) para(d)"},
        {"numbered", "<ol><li><h3>a</h3>b</ol>",
            "list+ordered+loose=1(item(heading2#a(a) para(b)))"},
        {"lines", "<ul><li>a<ul><li>b</ul></ul>",
            "list(item(para(a) list(item(para(b)))))"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recast_takes_tables_that_place_things_apart),
        cmocka_unit_test(test_recast_takes_code_out_of_tables),
        cmocka_unit_test(test_recast_takes_lists_of_cards_apart),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
