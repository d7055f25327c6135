/* SPDX-License-Identifier: ISC */
/*
 * label - the names of charsets
 *
 * Rows of the WHATWG table with the name that iconv(3) has for the superset
 * which browsers decode with. Labels of charsets that the standard decodes as
 * nothing, because markup hides in them, are none here. Where a page says UTF-16
 * in ASCII letters it cannot be UTF-16; the standard takes it for UTF-8. The
 * search for a label in a page is the prescan of the HTML standard in short:
 * tags are not parsed, the first "charset" or "encoding" in a meta element or an
 * XML declaration counts.
 */
#include "label.h"

#include <stddef.h>

enum {
    LOOK = 4096 /* bytes in which a page may tell its charset */
};

static const struct {
    const char *name;
    const char *labels; /* parted by blanks */
} rows[] = {
    {"UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 "
              "x-unicode20utf8 utf-16 utf-16le utf-16be ucs-2 unicode "
              "iso-10646-ucs-2 csunicode unicodefeff unicodefffe"},
    {"WINDOWS-1252",
        "windows-1252 iso-8859-1 latin1 iso8859-1 ascii us-ascii l1 cp1252 "
        "x-cp1252 iso_8859-1 iso88591 iso_8859-1:1987 iso-ir-100 cp819 ibm819 "
        "csisolatin1 ansi_x3.4-1968 x-user-defined"},
    {"ISO-8859-2", "iso-8859-2 latin2 iso8859-2 iso_8859-2 iso88592 "
                   "iso_8859-2:1987 iso-ir-101 l2 csisolatin2"},
    {"ISO-8859-3", "iso-8859-3 latin3 iso8859-3 iso_8859-3 iso88593 "
                   "iso_8859-3:1988 iso-ir-109 l3 csisolatin3"},
    {"ISO-8859-4", "iso-8859-4 latin4 iso8859-4 iso_8859-4 iso88594 "
                   "iso_8859-4:1988 iso-ir-110 l4 csisolatin4"},
    {"ISO-8859-5", "iso-8859-5 cyrillic iso8859-5 iso_8859-5 iso88595 "
                   "iso_8859-5:1988 iso-ir-144 csisolatincyrillic"},
    {"ISO-8859-6", "iso-8859-6 arabic asmo-708 ecma-114 iso8859-6 iso_8859-6 "
                   "iso88596 iso_8859-6:1987 iso-ir-127 iso-8859-6-e "
                   "iso-8859-6-i csiso88596e csiso88596i csisolatinarabic"},
    {"ISO-8859-7", "iso-8859-7 greek greek8 ecma-118 elot_928 iso8859-7 "
                   "iso_8859-7 iso88597 iso_8859-7:1987 iso-ir-126 "
                   "csisolatingreek sun_eu_greek"},
    {"ISO-8859-8",
        "iso-8859-8 iso-8859-8-i iso-8859-8-e hebrew logical visual iso8859-8 "
        "iso_8859-8 iso88598 iso_8859-8:1988 iso-ir-138 csiso88598e "
        "csiso88598i csisolatinhebrew"},
    {"ISO-8859-10", "iso-8859-10 latin6 iso8859-10 iso885910 iso-ir-157 l6 "
                    "csisolatin6"},
    {"ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "iso-8859-15 latin-9 iso8859-15 iso885915 iso_8859-15 l9 "
                    "csisolatin9"},
    {"ISO-8859-16", "iso-8859-16"},
    {"IBM866", "ibm866 cp866 866 csibm866 dos-866"},
    {"KOI8-R", "koi8-r koi koi8 koi8_r cskoi8r"},
    {"KOI8-U", "koi8-u koi8-ru"},
    {"MACINTOSH", "macintosh mac x-mac-roman csmacintosh"},
    {"MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian mac-cyrillic"},
    {"CP874", "windows-874 iso-8859-11 tis-620 dos-874 iso8859-11 iso885911"},
    {"CP1250", "windows-1250 cp1250 x-cp1250"},
    {"CP1251", "windows-1251 cp1251 x-cp1251"},
    {"CP1253", "windows-1253 cp1253 x-cp1253"},
    {"CP1254", "windows-1254 cp1254 x-cp1254 iso-8859-9 latin5 iso8859-9 "
               "iso_8859-9 iso88599 iso_8859-9:1989 iso-ir-148 l5 csisolatin5"},
    {"CP1255", "windows-1255 cp1255 x-cp1255"},
    {"CP1256", "windows-1256 cp1256 x-cp1256"},
    {"CP1257", "windows-1257 cp1257 x-cp1257"},
    {"CP1258", "windows-1258 cp1258 x-cp1258"},
    {"GB18030", "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 "
                "csiso58gb231280 iso-ir-58"},
    {"BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP-MS", "euc-jp x-euc-jp cseucpkdfmtjapanese"},
    {"ISO-2022-JP", "iso-2022-jp csiso2022jp"},
    {"CP932", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j "
              "csshiftjis"},
    {"CP949", "euc-kr windows-949 korean uhc ks_c_5601-1987 ks_c_5601-1989 "
              "ksc5601 ksc_5601 cseuckr csksc56011987 iso-ir-149"},
};

const char *
label_find(struct str label)
{
    label = str_trim(label);
    for (size_t i = 0; label.len > 0 && i < sizeof rows / sizeof *rows; i++)
        if (!memchr(label.ptr, ' ', label.len) &&
            str_has_word(str_of(rows[i].labels), label))
            return rows[i].name;
    return NULL;
}

bool
label_is_wide(struct str label, bool *out_is_big)
{
    static const struct str big = STR_INIT("utf-16be unicodefffe");
    static const struct str little =
        STR_INIT("utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode "
                 "unicodefeff");

    label = str_trim(label);
    if (label.len == 0 || memchr(label.ptr, ' ', label.len))
        return false;
    *out_is_big = str_has_word(big, label);
    return *out_is_big || str_has_word(little, label);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static struct str
skip_blanks(struct str s)
{
    while (s.len > 0 && is_blank(s.ptr[0]))
        s = str_slice(s, 1, s.len);
    return s;
}

/*
 * Returns the offset of word in s at or after from, in any case; s.len when it
 * is not there.
 */
static size_t
find_nocase(struct str s, struct str word, size_t from)
{
    for (size_t at = from; at + word.len <= s.len; at++)
        if (str_starts_nocase(str_slice(s, at, s.len), word))
            return at;
    return s.len;
}

/*
 * Returns the value behind the first "word=" in s, in quotes or without.
 */
static struct str
find_value(struct str s, struct str word)
{
    for (size_t at = find_nocase(s, word, 0); at < s.len;
         at = find_nocase(s, word, at + 1)) {
        struct str rest = skip_blanks(str_slice(s, at + word.len, s.len));
        if (rest.len == 0 || rest.ptr[0] != '=')
            continue;
        rest = skip_blanks(str_slice(rest, 1, rest.len));
        while (rest.len > 0 && (rest.ptr[0] == '"' || rest.ptr[0] == '\''))
            rest = str_slice(rest, 1, rest.len);
        size_t len = 0;
        while (len < rest.len && !is_blank(rest.ptr[len]) &&
               !strchr("\"';,>/?", rest.ptr[len]))
            len++;
        return str_slice(rest, 0, len);
    }
    return (struct str){0};
}

struct str
label_of_type(struct str content_type)
{
    return find_value(content_type, STR("charset"));
}

struct str
label_of_page(struct str bytes)
{
    struct str page = str_slice(bytes, 0, LOOK);
    struct str label = {0};

    if (str_starts(page, STR("<?xml")))
        label = find_value(
            str_slice(page, 0, str_find(page, STR("?>"), 0)), STR("encoding"));
    for (size_t at = find_nocase(page, STR("<meta"), 0);
         label.len == 0 && at < page.len;
         at = find_nocase(page, STR("<meta"), at + 1)) {
        size_t end = str_find(page, STR(">"), at);
        label = find_value(str_slice(page, at, end), STR("charset"));
    }
    return label;
}
