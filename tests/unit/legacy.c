/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/parse/legacy.h, through parse/charset.h: every character of every
 * charset, held against what iconv(3) says.
 */
#include "parse/charset.h"

#include "base/utf8.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* What pages call a charset, and what iconv(3) does; and the bytes for which the
 * WHATWG Encoding standard and glibc differ. */
static const struct {
    const char *label, *name, *others;
} charsets[] = {
    {"windows-1252", "CP1252", ""},
    {"iso-8859-2", "ISO-8859-2", ""},
    {"iso-8859-3", "ISO-8859-3", ""},
    {"iso-8859-4", "ISO-8859-4", ""},
    {"iso-8859-5", "ISO-8859-5", ""},
    {"iso-8859-6", "ISO-8859-6", ""},
    {"iso-8859-7", "ISO-8859-7", ""},
    {"iso-8859-8", "ISO-8859-8", ""},
    {"iso-8859-10", "ISO-8859-10", ""},
    {"iso-8859-13", "ISO-8859-13", ""},
    {"iso-8859-14", "ISO-8859-14", ""},
    {"iso-8859-15", "ISO-8859-15", ""},
    {"iso-8859-16", "ISO-8859-16", ""},
    {"ibm866", "CP866", ""},
    {"koi8-r", "KOI8-R", ""},
    {"koi8-u", "KOI8-U", ""},
    {"macintosh", "MACINTOSH", "\xC6\xF0"},
    {"x-mac-cyrillic", "MAC-CYRILLIC", "\xFF"},
    {"windows-874", "CP874", ""},
    {"windows-1250", "CP1250", ""},
    {"windows-1251", "CP1251", ""},
    {"windows-1253", "CP1253", ""},
    {"windows-1254", "CP1254", ""},
    {"windows-1255", "CP1255", ""},
    {"windows-1256", "CP1256", ""},
    {"windows-1257", "CP1257", ""},
    {"windows-1258", "CP1258", ""},
    {"gb18030", "GB18030", ""},
    {"big5", "BIG5-HKSCS", ""},
    {"euc-jp", "EUC-JP-MS", ""},
    {"shift_jis", "CP932", ""},
    {"euc-kr", "CP949", ""},
};

/*
 * Appends what iconv(3) makes of the bytes, and a line end. Returns false when
 * it makes nothing of them or holds something back for a character that may
 * follow.
 */
static bool
convert(iconv_t converter, const char *bytes, size_t len, struct buf *out)
{
    char *in = (char *)bytes, room[16], *end = room;
    size_t n_left = sizeof room;

    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &in, &len, &end, &n_left) == (size_t)-1 || len > 0 ||
        iconv(converter, NULL, NULL, &end, &n_left) == (size_t)-1)
        return false;
    buf_add(out, room, sizeof room - n_left);
    buf_add_char(out, '\n');
    return true;
}

/*
 * Tells whether the line is a control, or a character of nobody or anybody.
 */
static bool
is_private(struct str line)
{
    uint32_t cp;

    utf8_decode(line.ptr, line.len, &cp);
    return cp < 0xA0 || (cp >= 0xE000 && cp <= 0xF8FF);
}

/*
 * Appends the character to text if iconv(3) knows it, and what it is to wanted.
 */
static void
add(iconv_t converter, const char *bytes, size_t len, struct buf *text,
    struct buf *wanted)
{
    const size_t start = wanted->len;

    if (!convert(converter, bytes, len, wanted))
        return;
    if (is_private(str_slice(buf_str(wanted), start, wanted->len))) {
        buf_cut(wanted, start);
        return;
    }
    buf_add(text, bytes, len);
    buf_add_char(text, '\n');
}

/*
 * Adds all characters of one and two bytes but the others.
 */
static void
add_all(
    iconv_t converter, const char *others, struct buf *text, struct buf *wanted)
{
    struct buf one = {0};

    for (unsigned lead = 0x80; lead < 0x100; lead++) {
        char bytes[] = {(char)lead, 0};
        if (strchr(others, bytes[0]))
            continue;
        add(converter, bytes, 1, text, wanted);
        if (convert(converter, bytes, 1, &one))
            continue;
        for (unsigned trail = 0x40; trail < 0x100; trail++) {
            bytes[1] = (char)trail;
            add(converter, bytes, 2, text, wanted);
        }
    }
    buf_done(&one);
}

/*
 * Adds characters of four bytes from all over GB18030, and of three of EUC-JP.
 */
static void
add_long(iconv_t converter, struct buf *text, struct buf *wanted)
{
    for (unsigned place = 0; place < 39420; place += 7) {
        const char four[] = {(char)(0x81 + place / 12600),
            (char)(0x30 + place / 1260 % 10), (char)(0x81 + place / 10 % 126),
            (char)(0x30 + place % 10)};
        add(converter, four, 4, text, wanted);
    }
    for (unsigned place = 0; place < 77 * 94; place++) {
        const char three[] = {
            '\x8F', (char)(0xA1 + place / 94), (char)(0xA1 + place % 94)};
        add(converter, three, 3, text, wanted);
    }
    add(converter, "\x90\x30\x81\x30", 4, text, wanted);
    add(converter, "\x8E\xB1", 2, text, wanted);
}

static void
compare(const char *label, struct str got, struct str wanted)
{
    unsigned n_wrong = 0;

    while (wanted.len > 0) {
        const struct str a = str_next_line(&got), b = str_next_line(&wanted);
        if (!str_eq(a, b) && n_wrong++ < 8)
            print_error(
                "%s: '%.*s', not '%.*s'\n", label, STR_ARG(a), STR_ARG(b));
    }
    if (n_wrong > 0 || got.len > 0)
        fail_msg("%s: %u characters", label, n_wrong);
}

static void
test_legacy_knows_what_iconv_knows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        iconv_t converter = iconv_open("UTF-8", charsets[i].name);
        struct buf text = {0}, wanted = {0}, type = {0}, storage = {0};
        if (converter == (iconv_t)-1) {
            print_message("# not known here: %s\n", charsets[i].name);
            continue;
        }
        buf_add_format(&type, "text/plain; charset=%s", charsets[i].label);
        add_all(converter, charsets[i].others, &text, &wanted);
        if (strcmp(charsets[i].label, "gb18030") == 0 ||
            strcmp(charsets[i].label, "euc-jp") == 0)
            add_long(converter, &text, &wanted);
        compare(charsets[i].label,
            charset_decode(buf_str(&text), buf_str(&type), &storage),
            buf_str(&wanted));
        iconv_close(converter);
        buf_done(&text);
        buf_done(&wanted);
        buf_done(&type);
        buf_done(&storage);
    }
}

static void
test_legacy_follows_the_escapes_of_japanese_mail(void **state)
{
    static const struct {
        const char *bytes, *wanted;
    } cases[] = {
        {"a\033$B$\"\033(Bb", "aあb"},
        {"\033$@$\"$$\033(J\\~\033(B\\~", "あい¥‾\\~"},
        {"\033$B$\"\033(I1", "あｱ"},
        {"\033$(D\"0\033(B\033$B$\"", "ˇあ"},
        {"\033$B$\"\n$\"", "あ\n$\""},
        {"\033$B$\"$", "あ\uFFFD"},
        {"\033$B$\"\033Q", "あ\uFFFD\uFFFD"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf storage = {0};
        const struct str got = charset_decode(str_of(cases[i].bytes),
            STR("text/plain; charset=iso-2022-jp"), &storage);
        if (!str_eq(got, str_of(cases[i].wanted)))
            fail_msg("%zu: '%.*s'", i, STR_ARG(got));
        buf_done(&storage);
    }
}

static void
test_legacy_makes_one_mark_of_every_byte_that_means_nothing(void **state)
{
    static const struct {
        const char *label, *bytes, *wanted;
    } cases[] = {
        {"gb18030", "\x81\x30\x81", "\uFFFD0\uFFFD"},
        {"gb18030", "\xFE\x39\xFE\x39", "\uFFFD9\uFFFD9"},
        {"gb18030", "\xE3\x32\x9A\x35\xFF", "\U0010FFFF\uFFFD"},
        {"gb18030", "\xE3\x32\x9A\x36", "\uFFFD2\uFFFD6"},
        {"big5", "\x88\x62\xA4", "\u00CA\u0304\uFFFD"},
        {"euc-jp", "\x8F\xA2\xAF\x8E\x20", "˘\uFFFD "},
        {"shift_jis", "\xB1\x82\xA0\x82", "ｱあ\uFFFD"},
        {"windows-1252", "\x81\x80", "\uFFFD€"},
        {"macintosh", "\xC6\xC6", "∆∆"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf storage = {0}, type = {0};
        buf_add_format(&type, "text/plain; charset=%s", cases[i].label);
        const struct str got =
            charset_decode(str_of(cases[i].bytes), buf_str(&type), &storage);
        if (!str_eq(got, str_of(cases[i].wanted)))
            fail_msg("%zu: '%.*s'", i, STR_ARG(got));
        buf_done(&storage);
        buf_done(&type);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_legacy_knows_what_iconv_knows),
        cmocka_unit_test(test_legacy_follows_the_escapes_of_japanese_mail),
        cmocka_unit_test(
            test_legacy_makes_one_mark_of_every_byte_that_means_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
