/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/ornament.h: what only a browser shows.
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
test_ornament_leaves_signs_out_of_headings(void **state)
{
    static const struct reading cases[] = {
        {"permalink", "<h2 id=a>A<a href=#a>¶</a></h2>", "heading2#a(A)"},
        {"in words", "<h2 id=a>A<a href=#a>Link to this heading</a></h2>",
            "heading2#a(A)"},
        {"with the address", "<h2 id=a>A <a href=/p#a>#</a></h2>",
            "heading2#a(A)"},
        {"the address itself", "<h2 id=a>A<a href=#section1>#section1</a></h2>",
            "heading2#a(A)"},
        {"a link that is text", "<h2><a href=#b>B2</a></h2>",
            "heading2#b2(link=#b{B2})"},
        {"edit",
            "<h2>A<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>",
            "heading2#a(A)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_ornament_leaves_line_numbers_out_of_code(void **state)
{
    static const struct reading cases[] = {
        {"in the line",
            "<pre><span class=lineno>1 </span>a\n<span class=lineno>2 "
            "</span>b</pre>",
            "code(a\\nb)"},
        {"a word of that name", "<pre><span class=ln>log</span> x</pre>",
            "code(log x)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

static void
test_ornament_leaves_icons_out(void **state)
{
    static const struct reading cases[] = {
        {"a name of a picture", "<p><i class=material-icons>star</i> a</p>",
            "para(a)"},
        {"words in a drawing",
            "<p>a</p><div class='g-Layer_1 g-aiAbs'><p>1990</p></div>",
            "para(a)"},
    };
    (void)state;
    READING_CHECK(cases, &html);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ornament_leaves_signs_out_of_headings),
        cmocka_unit_test(test_ornament_leaves_line_numbers_out_of_code),
        cmocka_unit_test(test_ornament_leaves_icons_out),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
