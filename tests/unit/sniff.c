/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/sniff.h and parse/charset.h: what bytes are.
 */
#include "parse/sniff.h"

#include "base/utf8.h"
#include "parse/charset.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_sniff_knows_types_by_name_and_by_the_name_of_a_file(void **state)
{
    (void)state;

    assert_int_equal(sniff_find(STR("markdown")), SNIFF_MARKDOWN);
    assert_int_equal(sniff_find(STR("html")), SNIFF_HTML);
    assert_int_equal(sniff_find(STR("text")), SNIFF_TEXT);
    assert_int_equal(sniff_find(STR("feed")), SNIFF_FEED);
    assert_int_equal(sniff_file(STR("a.rss")), SNIFF_FEED);
    assert_int_equal(sniff_file(STR("a.xml")), SNIFF_UNKNOWN);
    assert_int_equal(sniff_find(STR("unknown")), SNIFF_UNKNOWN);
    assert_string_equal(sniff_name(SNIFF_TEXT), "text");

    assert_int_equal(sniff_file(STR("a.md")), SNIFF_MARKDOWN);
    assert_int_equal(sniff_file(STR("A.MARKDOWN")), SNIFF_MARKDOWN);
    assert_int_equal(sniff_file(STR("a.b.htm")), SNIFF_HTML);
    assert_int_equal(sniff_file(STR("a.txt")), SNIFF_TEXT);
    assert_int_equal(sniff_file(STR(".md")), SNIFF_UNKNOWN);
    assert_int_equal(sniff_file(STR("README")), SNIFF_UNKNOWN);
}

static void
test_sniff_knows_a_page_by_its_beginning(void **state)
{
    static const struct {
        const char *text;
        enum sniff_type want;
    } cases[] = {
        {"<!DOCTYPE html>", SNIFF_HTML},
        {"\n <html lang=de>", SNIFF_HTML},
        {"<!-- a --><?xml version='1.0'?>\n<HTML>", SNIFF_HTML},
        {"<head>", SNIFF_HTML},
        {"<body class=a>", SNIFF_HTML},
        {"<header>", SNIFF_MARKDOWN},
        {"<p align=center>", SNIFF_MARKDOWN},
        {"# a", SNIFF_MARKDOWN},
        {"<!-- a", SNIFF_MARKDOWN},
        {"", SNIFF_MARKDOWN},
        {"<?xml version='1.0'?>\n<!-- a --><rss version='2.0'>", SNIFF_FEED},
        {"<?xml-stylesheet href='a'?><feed xmlns='b'>", SNIFF_FEED},
        {"<!DOCTYPE rss SYSTEM 'a'><rss>", SNIFF_FEED},
        {"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", SNIFF_FEED},
        {"<rdf:RDF xmlns='urn:other'>", SNIFF_MARKDOWN},
        {"{\"version\": \"https://jsonfeed.org/version/1\"}", SNIFF_FEED},
        {"{\"version\": 1}", SNIFF_MARKDOWN},
        {"<feedback>", SNIFF_MARKDOWN},
        {"About <rss>", SNIFF_MARKDOWN},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (sniff_text(str_of(cases[i].text)) != cases[i].want)
            fail_msg("'%s'", cases[i].text);
}

static void
test_sniff_looks_behind_junk_only_where_a_feed_may_be(void **state)
{
    const struct str junk = STR("Warning: x\n<?xml version='1.0'?><rss>");
    (void)state;

    assert_int_equal(sniff_text(junk), SNIFF_MARKDOWN);
    assert_true(sniff_is_feed(junk));
    assert_false(sniff_is_feed(STR("<svg>")));
    assert_true(sniff_may_be_feed(STR("text/xml; charset=x"), STR("")));
    assert_true(sniff_may_be_feed(STR(""), STR("https://a/b.xml")));
    assert_false(sniff_may_be_feed(STR("text/html"), STR("a.md")));
}

static void
test_sniff_takes_a_page_for_xml_where_it_is_said_or_seen(void **state)
{
    static const struct {
        struct str content_type, file, text;
        bool want;
    } cases[] = {
        {STR_INIT("application/xhtml+xml; charset=utf-8"), STR_INIT("a.html"),
            STR_INIT("<html>"), true},
        {STR_INIT("Text/XML"), STR_INIT(""), STR_INIT("<html>"), true},
        {STR_INIT("text/html"), STR_INIT("a.xhtml"),
            STR_INIT("<?xml version='1.0'?><html>"), false},
        {STR_INIT(""), STR_INIT("a.xhtml"), STR_INIT("<html>"), true},
        {STR_INIT(""), STR_INIT("a.html"),
            STR_INIT("<?xml version='1.0'?><html>"), true},
        {STR_INIT(""), STR_INIT("a.html"), STR_INIT("<html>"), false},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (sniff_is_xml(cases[i].content_type, cases[i].file, cases[i].text) !=
            cases[i].want)
            fail_msg("case %zu", i);
}

static void
test_sniff_refuses_what_is_no_text(void **state)
{
    static const struct {
        struct str bytes;
        const char *want;
    } cases[] = {
        {STR_INIT("%PDF-1.7\n"),
            "this is a PDF document of 9 bytes; gutread reads text"},
        {STR_INIT("\x89PNG\r\n\x1A\n\0\0\0"), "a PNG image"},
        {STR_INIT("\xFF\xD8\xFF\xE0\0"), "a JPEG image"},
        {STR_INIT("GIF89a\1\0"), "a GIF image"},
        {STR_INIT("RIFF\0\0\0\0WEBPVP8"), "a WebP image"},
        {STR_INIT("\x1F\x8B\b\0"), "compressed with gzip"},
        {STR_INIT("PK\3\4aaaaaaaaaaaaaaaaaaaaaaaaaa"
                  "mimetypeapplication/epub+zip"),
            "an EPUB book"},
        {STR_INIT("PK\3\4a"), "a zip archive"},
        {STR_INIT("\x7F"
                  "ELF\2\1\1\0"),
            "an ELF program"},
        {STR_INIT("a\1\2\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "binary"},
        {STR_INIT("\x9B\1b\x1C\xF3\5\x16\xA8\x13k\2\xE0\x10\x06\x1F"
                  "\x88\4\x19q\xD2\3\x17o\x7\xC6\x12\x1E\xBB\x15"),
            "binary"},
    };
    static const struct parse_opts opts = {.type = SNIFF_MARKDOWN};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct err err = {0};
        assert_null(parse_article(cases[i].bytes, &opts, &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
        if (!strstr(err.text, cases[i].want))
            fail_msg("%s: got '%s'", cases[i].want, err.text);
    }
}

static void
test_sniff_takes_text_that_looks_like_a_signature(void **state)
{
    static const struct str cases[] = {
        STR_INIT("GIF89a is a format"),
        STR_INIT("ID3 tags are small"),
        STR_INIT("OggS, they said"),
        STR_INIT("PKZIP"),
        STR_INIT("a\0b"),
        STR_INIT("\x1B[1mN\bNA\bAM\bME\bE\x1B[0m: a\b_ m\b_ a\b_ n\b_ "
                 "p\b_ a\b_ g\b_ e\b_"),
        STR_INIT("The ftyp box"),
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_null(sniff_binary(cases[i]));
}

static void
test_charset_makes_utf_8_of_wide_and_marked_text(void **state)
{
    static const struct {
        struct str bytes;
        const char *want;
    } cases[] = {
        {STR_INIT("\xEF\xBB\xBF"
                  "a"),
            "a"},
        {STR_INIT("\xFF\xFE"
                  "a\0\xE9\0\x3D\xD8\x00\xDE"),
            "a\u00E9\U0001F600"},
        {STR_INIT("\xFE\xFF\0a\0\xE9\xD8\x3D\xDE\x00"), "a\u00E9\U0001F600"},
        {STR_INIT("\xFF\xFE\0\0a\0\0\0"), "a"},
        {STR_INIT("\0\0\xFE\xFF\0\0\0a"), "a"},
        {STR_INIT("\xFF\xFE\x3D\xD8"
                  "a\0b"),
            "\uFFFD"
            "a"},
        {STR_INIT("a\0b\0c\0d\0e\0"), "abcde"},
        {STR_INIT("\0a\0b\0c\0d\0e"), "abcde"},
        {STR_INIT("\u00E9"), "\u00E9"},
        {STR_INIT("a\xE9z\xF0\x9F\x98"), "a\uFFFDz\uFFFD"},
        {STR_INIT(""), ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf storage = {0};
        struct str got =
            charset_decode(cases[i].bytes, (struct str){0}, &storage);
        if (!str_eq(got, str_of(cases[i].want)))
            fail_msg("%s: got '%.*s'", cases[i].want, STR_ARG(got));
        buf_done(&storage);
    }
}

static void
test_charset_copies_nothing_that_is_right(void **state)
{
    struct str text = STR("\xEF\xBB\xBF\u00E9t\u00E9");
    struct buf storage = {0};
    (void)state;

    assert_ptr_equal(
        charset_decode(text, (struct str){0}, &storage).ptr, text.ptr + 3);
    assert_null(storage.ptr);
}

static const struct {
    const char *name;
    struct str bytes, type, want;
} charset_cases[] = {
    {"the server's label", STR_INIT("\xCF\xF0\xE8"),
        STR_INIT("text/html; charset=windows-1251"), STR_INIT("При")},
    {"one in quotes", STR_INIT("\xCF\xF0\xE8"),
        STR_INIT("text/html;x=y; Charset = \"CP1251\""), STR_INIT("При")},
    {"the page's label", STR_INIT("<meta charset=koi8-r>\xF0\xD2\xC9"),
        STR_INIT(""), STR_INIT("<meta charset=koi8-r>При")},
    {"the server's before the page's",
        STR_INIT("<meta charset=koi8-r>\xCF\xF0\xE8"),
        STR_INIT("text/html; charset=windows-1251"),
        STR_INIT("<meta charset=koi8-r>При")},
    {"the older form",
        STR_INIT("<META HTTP-EQUIV=x CONTENT='text/html; "
                 "charset=Shift_JIS'>\x82\xA0"),
        STR_INIT(""),
        STR_INIT("<META HTTP-EQUIV=x CONTENT='text/html; "
                 "charset=Shift_JIS'>あ")},
    {"an XML declaration",
        STR_INIT("<?xml version='1.0' encoding='iso-8859-2'?>\xB1"),
        STR_INIT(""), STR_INIT("<?xml version='1.0' encoding='iso-8859-2'?>ą")},
    {"UTF-8 before any label", STR_INIT("<meta charset=latin1>é"),
        STR_INIT("text/html; charset=iso-8859-1"),
        STR_INIT("<meta charset=latin1>é")},
    {"Latin-1 is windows-1252", STR_INIT("\x93\xE9\x94 \x80"),
        STR_INIT("text/plain; charset=ISO-8859-1"), STR_INIT("“é” €")},
    {"a label of UTF-8 that is wrong", STR_INIT("caf\xE9"),
        STR_INIT("text/html; charset=utf-8"), STR_INIT("café")},
    {"an unknown label", STR_INIT("caf\xE9"),
        STR_INIT("text/html; charset=klingon"), STR_INIT("café")},
    {"no label at all", STR_INIT("caf\xE9"), STR_INIT(""), STR_INIT("café")},
    {"UTF-8 with damage", STR_INIT("ééé\xFF"),
        STR_INIT("text/html; charset=utf-8"), STR_INIT("ééé\xEF\xBF\xBD")},
    {"damaged UTF-8 without a label", STR_INIT("ééé\xFF"), STR_INIT(""),
        STR_INIT("ééé\xEF\xBF\xBD")},
    {"a mark before any label", STR_INIT("\xEF\xBB\xBF\xE9"),
        STR_INIT("text/html; charset=latin1"), STR_INIT("\xEF\xBF\xBD")},
    {"GB2312 is GB18030", STR_INIT("\xC4\xE3\xBA\xC3\x80"),
        STR_INIT("text/html; charset=gb2312"), STR_INIT("你好\xEF\xBF\xBD")},
    {"Korean", STR_INIT("\xC7\xD1"), STR_INIT("x; charset=euc-kr"),
        STR_INIT("한")},
    {"Japanese in 7 bits", STR_INIT("\x1B$B$\"\x1B(B"),
        STR_INIT("text/html; charset=iso-2022-jp"), STR_INIT("あ")},
    {"half a character at the end", STR_INIT("\x82\xA0\x82"),
        STR_INIT("x; charset=sjis"), STR_INIT("あ\xEF\xBF\xBD")},
};

static void
test_charset_takes_what_counts_most(void **state)
{
    (void)state;

    for (size_t i = 0; i < sizeof charset_cases / sizeof *charset_cases; i++) {
        struct buf storage = {0};
        struct str got = charset_decode(
            charset_cases[i].bytes, charset_cases[i].type, &storage);
        if (!str_eq(got, charset_cases[i].want))
            fail_msg("%s: '%.*s'", charset_cases[i].name, STR_ARG(got));
        buf_done(&storage);
    }
}

static void
test_charset_is_guessed_from_longer_texts(void **state)
{
    static const char koi8[] =
        "\xF7 \xCE\xC1\xDE\xC1\xCC\xC5 \xC2\xD9\xCC\xCF "
        "\xF3\xCC\xCF\xD7\xCF, \xC9 \xF3\xCC\xCF\xD7\xCF "
        "\xC2\xD9\xCC\xCF \xD5 \xE2\xCF\xC7\xC1.";
    struct buf storage = {0};
    (void)state;

    struct str got = charset_decode(str_of(koi8), (struct str){0}, &storage);
    assert_true(str_starts(got, STR("В начале было Слово")));
    buf_done(&storage);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_sniff_knows_types_by_name_and_by_the_name_of_a_file),
        cmocka_unit_test(test_sniff_knows_a_page_by_its_beginning),
        cmocka_unit_test(test_sniff_looks_behind_junk_only_where_a_feed_may_be),
        cmocka_unit_test(
            test_sniff_takes_a_page_for_xml_where_it_is_said_or_seen),
        cmocka_unit_test(test_sniff_refuses_what_is_no_text),
        cmocka_unit_test(test_sniff_takes_text_that_looks_like_a_signature),
        cmocka_unit_test(test_charset_makes_utf_8_of_wide_and_marked_text),
        cmocka_unit_test(test_charset_takes_what_counts_most),
        cmocka_unit_test(test_charset_is_guessed_from_longer_texts),
        cmocka_unit_test(test_charset_copies_nothing_that_is_right),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
