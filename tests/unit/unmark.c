/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/unmark.h.
 */
#include "../../src/parse/unmark.h"

#include "base/utf8.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static void
check_title(const char *text, bool is_html, const char *want)
{
    struct buf out = {0};

    unmark_add_title(&out, str_of(text), is_html);
    buf_end(&out);
    assert_string_equal(out.ptr, want);
    buf_done(&out);
}

static void
test_unmark_takes_the_markup_out_of_titles(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"plain", "plain"},
        {" <b>bold</b> and <i class=x>not</i> ", "bold and not"},
        {"one<br>two", "one two"},
        {"caf&eacute; &amp; bar &#8212; a&nbsp;b",
            "caf\xC3\xA9 & bar \xE2\x80\x94 a\xC2\xA0"
            "b"},
        {"Tom &amp;amp; Jerry", "Tom & Jerry"},
        {"&lt;em&gt;twice&lt;/em&gt; escaped", "twice escaped"},
        {"List&lt;String&gt; is a type", "List<String> is a type"},
        {"List<String> is a type", "List<String> is a type"},
        {"love <3 &lt;3", "love <3 <3"},
        {"the <b> that never ends", "the <b> that never ends"},
        {"AT&T and R&D;", "AT&T and R&D;"},
        {"a < b > c", "a < b > c"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_title(cases[i].text, true, cases[i].want);
}

static void
test_unmark_decodes_plain_titles_only_where_it_must(void **state)
{
    (void)state;
    check_title("a & b < c", false, "a & b < c");
    check_title("<b>bold</b>", false, "bold");
    check_title("caf&eacute;", false, "caf\xC3\xA9");
    check_title("std::vector<int>", false, "std::vector<int>");
}

static void
test_unmark_makes_one_line_of_html(void **state)
{
    struct buf out = {0};
    (void)state;

    unmark_add_html(&out, STR("<p>one<br>two</p><script>x</script><p>three"));
    assert_string_equal(out.ptr, "one two three");
    buf_done(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unmark_takes_the_markup_out_of_titles),
        cmocka_unit_test(test_unmark_decodes_plain_titles_only_where_it_must),
        cmocka_unit_test(test_unmark_makes_one_line_of_html),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
