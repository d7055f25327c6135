/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/charset.h: what text in many charsets and with many labels is
 * read as.
 */
#include "parse/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/*
 * Expects that bytes of which HTTP says content_type are decoded to want.
 */
static void
expect(const char *name, struct str bytes, const char *content_type,
    struct str want)
{
    struct buf storage = {0};
    struct str got = charset_decode(bytes, str_of(content_type), &storage);

    if (!str_eq(got, want))
        fail_msg("%s: got '%.*s'", name, STR_ARG(got));
    buf_done(&storage);
}

static const struct {
    const char *label;
    struct str bytes;
    const char *want;
} labeled[] = {
    {"iso-2022-jp",
        STR_INIT("\033$BF|K\1348l$NJ8>O$G$9!#$3$l$OE75$$K$D$$$F$N%Z!<%8$G$9!#"
                 "\033(B"),
        "日本語の文章です。これは天気についてのページです。"},
    {"shift_jis",
        STR_INIT(
            "\223\372\226{\214\352\202\314\225\266\217\315\202\305\202"
            "\267\201B\202\261\202\352\202\315\223V\213C\202\311\202\302"
            "\202\242\202\304\202\314\203y\201[\203W\202\305\202\267\201B"),
        "日本語の文章です。これは天気についてのページです。"},
    {"x-sjis",
        STR_INIT(
            "\223\372\226{\214\352\202\314\225\266\217\315\202\305\202"
            "\267\201B\202\261\202\352\202\315\223V\213C\202\311\202\302"
            "\202\242\202\304\202\314\203y\201[\203W\202\305\202\267\201B"),
        "日本語の文章です。これは天気についてのページです。"},
    {"euc-jp",
        STR_INIT("\306\374\313\334\270\354\244\316\312\270\276\317\244\307\244"
                 "\271\241\243\244\263\244\354\244\317\305\267\265\244\244\313"
                 "\244\304\244\244\244\306\244\316\245\332\241\274\245\270\244"
                 "\307\244\271\241\243"),
        "日本語の文章です。これは天気についてのページです。"},
    {"euc-kr",
        STR_INIT("\307\321\261\271\276\356 \271\256\300\345\300\324\264\317"
                 "\264\331. \277\300\264\303\300\272 \263\257\276\276\260\241 "
                 "\301\301\275\300\264\317\264\331."),
        "한국어 문장입니다. 오늘은 날씨가 좋습니다."},
    {"ks_c_5601-1987",
        STR_INIT("\307\321\261\271\276\356 \271\256\300\345\300\324\264\317"
                 "\264\331. \277\300\264\303\300\272 \263\257\276\276\260\241 "
                 "\301\301\275\300\264\317\264\331."),
        "한국어 문장입니다. 오늘은 날씨가 좋습니다."},
    {"gb2312",
        STR_INIT("\325\342\312\307\322\273\270\366\271\330\323\332\314\354\306"
                 "\370\265\304\315\370\322\263\243\254\275\361\314\354\314\354"
                 "\306\370\272\334\272\303\241\243"),
        "这是一个关于天气的网页，今天天气很好。"},
    {"gbk",
        STR_INIT("\325\342\312\307\322\273\270\366\271\330\323\332\314\354\306"
                 "\370\265\304\315\370\322\263\243\254\275\361\314\354\314\354"
                 "\306\370\272\334\272\303\241\243"),
        "这是一个关于天气的网页，今天天气很好。"},
    {"gb18030",
        STR_INIT("\337@\312\307\322\273\202\200\352P\354\266\314\354\232\342"
                 "\265\304\276W\355\223\243\254\275\361\314\354\314\354\232"
                 "\342\272\334\272\303\241\243"),
        "這是一個關於天氣的網頁，今天天氣很好。"},
    {"big5",
        STR_INIT("\263o\254O\244@\255\323\303\366\251\363\244\321\256\360\252"
                 "\272\272\364\255\266\241A\244\265\244\321\244\321\256\360"
                 "\253\334\246n\241C"),
        "這是一個關於天氣的網頁，今天天氣很好。"},
    {"koi8-r",
        STR_INIT("\374\324\317 \323\324\322\301\316\311\303\301 \317 \320\317"
                 "\307\317\304\305 \327 \322\301\332\316\331\310 \307\317\322"
                 "\317\304\301\310."),
        "Это страница о погоде в разных городах."},
    {"koi8-u",
        STR_INIT("\343\305 \323\324\317\322\246\316\313\301 \320\322\317 \320"
                 "\317\307\317\304\325 \325 \322\246\332\316\311\310 \315\246"
                 "\323\324\301\310, \255\301\316\317\313."),
        "Це сторінка про погоду у різних містах, "
        "ґанок."},
    {"windows-1251",
        STR_INIT("\335\362\356 \361\362\360\340\355\350\366\340 \356 \357\356"
                 "\343\356\344\345 \342 \360\340\347\355\373\365 \343\356\360"
                 "\356\344\340\365."),
        "Это страница о погоде в разных городах."},
    {"ibm866",
        STR_INIT("\235\342\256 \341\342\340\240\255\250\346\240 \256 \257\256"
                 "\243\256\244\245 \242 \340\240\247\255\353\345 \243\256\340"
                 "\256\244\240\345."),
        "Это страница о погоде в разных городах."},
    {"iso-8859-5",
        STR_INIT("\315\342\336 \341\342\340\320\335\330\346\320 \336 \337\336"
                 "\323\336\324\325 \322 \340\320\327\335\353\345 \323\336\340"
                 "\336\324\320\345."),
        "Это страница о погоде в разных городах."},
    {"x-mac-cyrillic",
        STR_INIT("\235\362\356 \361\362\360\340\355\350\366\340 \356 \357\356"
                 "\343\356\344\345 \342 \360\340\347\355\373\365 \343\356\360"
                 "\356\344\340\365."),
        "Это страница о погоде в разных городах."},
    {"latin1", STR_INIT("Gr\366\337e \204ist\223 \226 \200"),
        "Größe „ist“ – €"},
    {"x-user-defined", STR_INIT("Gr\366\337e \204ist\223 \226 \200"),
        "Größe „ist“ – €"},
    {"macintosh", STR_INIT("Gr\232\247e \343ist\322 \320 \333"),
        "Größe „ist“ – €"},
    {"greek",
        STR_INIT("\301\365\364\336 \345\337\355\341\351 \354\351\341 \363\345"
                 "\353\337\344\341 \343\351\341 \364\357\355 \352\341\351\361"
                 "\374"),
        "Αυτή είναι μια σελίδα για τον καιρό"},
    {"windows-1253",
        STR_INIT("\301\365\364\336 \345\337\355\341\351 \354\351\341 \363\345"
                 "\353\337\344\341 \343\351\341 \364\357\355 \352\341\351\361"
                 "\374"),
        "Αυτή είναι μια σελίδα για τον καιρό"},
    {"iso-8859-8-i",
        STR_INIT("\346\344 \343\363 \362\354 \356\346\342 \344\340\345\345\351"
                 "\370"),
        "זה דף על מזג האוויר"},
    {"windows-1255",
        STR_INIT("\346\344 \343\363 \362\354 \356\346\342 \344\340\345\345\351"
                 "\370"),
        "זה דף על מזג האוויר"},
    {"windows-1256",
        STR_INIT("\345\320\345 \325\335\315\311 \332\344 \307\341\330\336\323"),
        "هذه صفحة عن الطقس"},
    {"iso-8859-6",
        STR_INIT("\347\320\347 \325\341\315\311 \331\346 \307\344\327\342\323"),
        "هذه صفحة عن الطقس"},
    {"iso-8859-9", STR_INIT("Bu sayfa hava durumu \360\375\376"),
        "Bu sayfa hava durumu ğış"},
    {"tis-620",
        STR_INIT("\271\325\350\244\327\315\313\271\351\322\340\241\325\350\302"
                 "\307\241\321\272\312\300\322\276\315\322\241\322\310"),
        "นี่คือหน้าเกี่ยวกับสภาพอากาศ"},
    {"latin2",
        STR_INIT("To jest strona o pogodzie: za\277\363\263\346 g\352\266l\261"
                 " ja\274\361"),
        "To jest strona o pogodzie: zażółć gęślą "
        "jaźń"},
    {"windows-1250",
        STR_INIT("To jest strona o pogodzie: za\277\363\263\346 g\352\234l\271"
                 " ja\237\361"),
        "To jest strona o pogodzie: zażółć gęślą "
        "jaźń"},
    {"windows-1257", STR_INIT("Tai puslapis apie or\340 \360\341 \376iem\340"),
        "Tai puslapis apie orą šį žiemą"},
    {"iso-8859-13", STR_INIT("Tai puslapis apie or\340 \360\341 \376iem\340"),
        "Tai puslapis apie orą šį žiemą"},
    {"utf-16le",
        STR_INIT("-\004B\004>\004 \000A\004B\004@\0040\004=\0048\004F\0040\004"
                 " \000>\004 \000\077\004>\0043\004>\0044\0045\004 \0002\004 "
                 "\000@\0040\0047\004=\004K\004E\004 \0003\004>\004@\004>\0044"
                 "\0040\004E\004.\000"),
        "Это страница о погоде в разных городах."},
    {"utf-16be",
        STR_INIT("e\345g,\212\2360ne\207z\3400g0Y0\0020S0\2140oY)l\0270k0d0D0f"
                 "0n0\3320\3740\2700g0Y0\002"),
        "日本語の文章です。これは天気についてのページです。"},
    {"utf-16",
        STR_INIT("\331\217/f\000N*NsQ\216N)Y\024l\204vQ\177u\230\014\377\312N)"
                 "Y)Y\024l\210_}Y\0020"),
        "这是一个关于天气的网页，今天天气很好。"},
    {"unicodefffe",
        STR_INIT("\004-\004B\004>\000 \004A\004B\004@\0040\004=\0048\004F\0040"
                 "\000 \004>\000 \004\077\004>\0043\004>\0044\0045\000 \0042"
                 "\000 \004@\0040\0047\004=\004K\004E\000 \0043\004>\004@\004>"
                 "\0044\0040\004E\000."),
        "Это страница о погоде в разных городах."},
};

static void
test_charset_is_what_the_server_says(void **state)
{
    (void)state;

    for (size_t i = 0; i < sizeof labeled / sizeof *labeled; i++) {
        struct buf type = {0};
        buf_add_format(&type, "text/html; Charset=\"%s\"", labeled[i].label);
        expect(labeled[i].label, labeled[i].bytes, type.ptr,
            str_of(labeled[i].want));
        buf_done(&type);
    }
}

/* "Größe" in UTF-8 and in windows-1252, "погода" in KOI8-R and windows-1251. */
#define UTF8_SIZE  "Gr\303\266\303\237e"
#define LATIN_SIZE "Gr\366\337e"
#define KOI8       "\320\317\307\317\304\301"
#define CP1251     "\357\356\343\356\344\340"
#define WEATHER    "\320\277\320\276\320\263\320\276\320\264\320\260"

static void
test_charset_is_found_in_the_order_of_trust(void **state)
{
    static const struct {
        const char *name, *type;
        struct str bytes;
        const char *want;
    } cases[] = {
        {"a mark before all", "text/html; charset=koi8-r",
            STR_INIT("\357\273\277" UTF8_SIZE), UTF8_SIZE},
        {"a mark of two bytes", "text/html; charset=koi8-r",
            STR_INIT("\376\377\0G\0r\0\366\0\337\0e"), UTF8_SIZE},
        {"the other one", "", STR_INIT("\377\376G\0r\0\366\0\337\0e\0"),
            UTF8_SIZE},
        {"valid UTF-8 before what the server says",
            "text/html; charset=iso-8859-1", STR_INIT(UTF8_SIZE), UTF8_SIZE},
        {"and before what the page says", "text/html",
            STR_INIT("<meta charset=koi8-r>" UTF8_SIZE),
            "<meta charset=koi8-r>" UTF8_SIZE},
        {"ASCII that is called UTF-16", "text/html; charset=utf-16",
            STR_INIT("plain text"), "plain text"},
        {"the server before the page", "text/html; charset=koi8-r",
            STR_INIT("<meta charset=windows-1251>" KOI8),
            "<meta charset=windows-1251>" WEATHER},
        {"the page before a guess", "text/html",
            STR_INIT("<meta charset=windows-1251>" CP1251),
            "<meta charset=windows-1251>" WEATHER},
        {"a page in the old form", "text/html",
            STR_INIT("<META http-equiv=content-type content='text/html; "
                     "charset=koi8-r'>" KOI8),
            "<META http-equiv=content-type content='text/html; "
            "charset=koi8-r'>" WEATHER},
        {"a page in XML", "text/html",
            STR_INIT("<?xml version='1.0' encoding='koi8-r'?>" KOI8),
            "<?xml version='1.0' encoding='koi8-r'?>" WEATHER},
        {"a page that says UTF-16 in ASCII", "text/html",
            STR_INIT("<meta charset=utf-16>" UTF8_SIZE),
            "<meta charset=utf-16>" UTF8_SIZE},
        {"UTF-8 that is none", "text/html; charset=utf-8", STR_INIT(LATIN_SIZE),
            UTF8_SIZE},
        {"a label that nobody knows", "text/html; charset=zork",
            STR_INIT(LATIN_SIZE), UTF8_SIZE},
        {"a label of hidden markup", "text/html; charset=hz-gb-2312",
            STR_INIT("~{<:Ky2;VL~}"), "~{<:Ky2;VL~}"},
        {"another one", "text/html; charset=iso-2022-kr",
            STR_INIT("\033$)C plain"), "\033$)C plain"},
        {"nothing at all", "", STR_INIT(LATIN_SIZE), UTF8_SIZE},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].name, cases[i].bytes, cases[i].type,
            str_of(cases[i].want));
}

static void
test_charset_repairs_what_is_broken(void **state)
{
    (void)state;

    expect("half a letter", STR("\223\372\226"), "x; charset=shift_jis",
        STR("\346\227\245\357\277\275"));
    expect("half a unit", STR("\376\377\0a\0"), "", STR("a"));
    expect("half a pair", STR("\376\377\330\75\0a"), "", STR("\357\277\275a"));
    expect("a pair", STR("\376\377\330\75\336\0"), "", STR("\360\237\230\200"));
    expect("nothing", STR(""), "x; charset=utf-16", STR(""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charset_is_what_the_server_says),
        cmocka_unit_test(test_charset_is_found_in_the_order_of_trust),
        cmocka_unit_test(test_charset_repairs_what_is_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
