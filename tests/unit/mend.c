/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/mend.h.
 */
#include "../../src/parse/mend.h"

#include <expat.h>

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/*
 * Tells whether expat takes the text, or says why not.
 */
static const char *
why_not(struct str xml)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    const char *why = NULL;

    if (XML_Parse(parser, xml.ptr, (int)xml.len, XML_TRUE) != XML_STATUS_OK)
        why = XML_ErrorString(XML_GetErrorCode(parser));
    XML_ParserFree(parser);
    return why;
}

static void
check(struct str text, const char *want)
{
    struct buf out = {0};

    mend_add(&out, text);
    if (want)
        assert_string_equal(out.ptr, want);
    const char *why = why_not(buf_str(&out));
    if (why)
        fail_msg("'%s' became '%s': %s", text.ptr, out.ptr, why);
    buf_done(&out);
}

static void
test_mend_leaves_good_xml_as_it_is(void **state)
{
    (void)state;
    check(STR("<a b=\"c\">d &amp; &#38; <e/> f</a>"),
        "<a b=\"c\">d &amp; &#38; <e/> f</a>");
}

static void
test_mend_mends_what_is_wrong(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"", "<none/>"},
        {"only text & more", "<none/>"},
        {"junk<?xml version='1.0'?><a>b</a>", "<a>b</a>"},
        {"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>&amp;b;</a>"},
        {"<a>salt & pepper</a>", "<a>salt &amp; pepper</a>"},
        {"<a>&nbsp;&eacute;</a>", "<a>&amp;nbsp;&amp;eacute;</a>"},
        {"<a>1 < 2 > 0</a>", "<a>1 &lt; 2 &gt; 0</a>"},
        {"<a><b>c</a>", "<a><b>c</b></a>"},
        {"<a>b</c></a>", "<a>b</a>"},
        {"<a><b>c", "<a><b>c</b></a>"},
        {"<a>b</a><c/>", "<a>b<c/></a>"},
        {"<a b=c d='e\"' b=f g>h</a>", "<a b=\"c\" d=\"e&quot;\" g=\"\">h</a>"},
        {"<a b=\"c>d</a>", "<a b=\"c\">d</a>"},
        {"<a><![CDATA[<b> & c]]></a>", "<a>&lt;b&gt; &amp; c</a>"},
        {"<a><![CDATA[b</a>", "<a>b&lt;/a&gt;</a>"},
        {"<a><!-- b -- c --></a>", "<a></a>"},
        {"<a><!-- b", "<a> b</a>"},
        {"<a>b\x01\x1B[0mc</a>", "<a>b[0mc</a>"},
        {"<a>&#1;&#x1F;&#65;</a>", "<a>&#65;</a>"},
        {"<a>]]></a>", "<a>]]&gt;</a>"},
        {"<a><1><-></a>", "<a>&lt;1&gt;&lt;-&gt;</a>"},
        {"<a", "<a></a>"},
        {"<a><b <c>d</a>", "<a><b><c>d</c></b></a>"},
        {"<a/>b<c/>", "<a>b<c/></a>"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(str_of(cases[i].text), cases[i].want);
}

static void
test_mend_makes_xml_of_anything(void **state)
{
    static const char *const parts[] = {"<", ">", "/", "a", "b:c", "=", "\"",
        "'", "&", ";", "#", "x", "9", " ", "\n", "<!--", "-->", "<![CDATA[",
        "]]>", "<?", "?>", "<!", "[", "]", "</", "/>", "\x01", "\xC3\xA9",
        "<a>", "</a>", "&amp;", "&#0;", "\xEF\xBF\xBF"};
    uint64_t seed = 1;
    (void)state;

    for (int round = 0; round < 20000; round++) {
        struct buf text = {0};
        for (int i = 0; i < 24; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            buf_add_text(
                &text, parts[(seed >> 33) % (sizeof parts / sizeof *parts)]);
        }
        check(buf_str(&text), NULL);
        buf_done(&text);
    }
}

static void
test_mend_keeps_a_zero_byte_from_ending_the_text(void **state)
{
    struct buf out = {0};
    (void)state;

    mend_add(&out, STR("<a>b\0c</a>"));
    assert_string_equal(out.ptr, "<a>bc</a>");
    buf_done(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mend_leaves_good_xml_as_it_is),
        cmocka_unit_test(test_mend_mends_what_is_wrong),
        cmocka_unit_test(test_mend_makes_xml_of_anything),
        cmocka_unit_test(test_mend_keeps_a_zero_byte_from_ending_the_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
