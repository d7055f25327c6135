/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/plain.h.
 */
#include "parse/plain.h"

#include "base/utf8.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts text = {.type = SNIFF_TEXT};

static void
test_plain_finds_paragraphs_lines_and_columns(void **state)
{
    static const struct reading cases[] = {
        {"paragraphs", "a\n\n\nb", "para(a) para(b)"},
        {"filled lines",
            "The quick brown fox jumps over the lazy dog and\n"
            "then it goes home to sleep until the next day\n"
            "begins.",
            "para(The quick brown fox jumps over the lazy dog and then it "
            "goes home to sleep until the next day begins.)"},
        {"short lines", "Roses are red\nViolets are blue",
            "para(Roses are red\\nViolets are blue)"},
        {"a line that was ended early",
            "The quick brown fox jumps over the lazy dog and\n"
            "stops.\nThen it goes on and on and on until it is\n"
            "tired",
            "para(The quick brown fox jumps over the lazy dog and\\n"
            "stops.\\nThen it goes on and on and on until it is\\ntired)"},
        {"items", "- a\n- b\n2. c", "para(- a\\n- b\\n2. c)"},
        {"indented", "a\n\n    b\n      c\n", "para(a) code(    b\\n      c)"},
        {"columns", "a    1\nbcd  2\ne    3", "code(a    1\\nbcd  2\\ne    3)"},
        {"bars", "| a | b |\n| 1 | 2 |", "code(| a | b |\\n| 1 | 2 |)"},
        {"headings", "x\n\nTitle\n=====\n\nPart\n----\n\nb",
            "para(x) heading1#title(Title) heading2#part(Part) para(b)"},
        {"a rule", "a\n\n-----\n\nb", "para(a) rule() para(b)"},
        {"markup is text", "*a* <b>c</b> &amp; `d`",
            "para(*a* <b>c</b> &amp; `d`)"},
        {"CRLF and blanks", "a  \r\n \t\r\nb", "para(a) para(b)"},
        {"nothing", "", ""},
    };
    (void)state;
    READING_CHECK(cases, &text);
}

static void
test_plain_makes_links_of_addresses(void **state)
{
    static const struct reading cases[] = {
        {"in a sentence", "See https://a.b/c_d, or (http://e.f).",
            "para(See link=https://a.b/c_d{https://a.b/c_d}, or "
            "(link=http://e.f{http://e.f}).)"},
        {"brackets inside", "https://a.b/c_(d)",
            "para(link=https://a.b/c_(d){https://a.b/c_(d)})"},
        {"in angles", "<https://a.b>", "para(<link=https://a.b{https://a.b}>)"},
        {"two", "http://a.b http://c.d",
            "para(link=http://a.b{http://a.b} link=http://c.d{http://c.d})"},
        {"no address", "a://b :// http:// x", "para(a://b :// http:// x)"},
    };
    (void)state;
    READING_CHECK(cases, &text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_finds_paragraphs_lines_and_columns),
        cmocka_unit_test(test_plain_makes_links_of_addresses),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
