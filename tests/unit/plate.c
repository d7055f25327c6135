/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/plate.h. What is Punycode was asked of idn2(1).
 */
#include "model/plate.h"

#include "base/utf8.h"
#include "model/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void
test_plate_shows_the_host_that_is_asked(void **state)
{
    static const struct {
        const char *url, *shown;
    } cases[] = {
        {"", ""},
        {"a.md", "a.md"},
        {"#place", "#place"},
        {"mailto:me@example.org", "mailto:me@example.org"},
        {"http://example.org/a?b=c@d#e", "http://example.org/a?b=c@d#e"},
        {"http://example.org", "http://example.org"},
        {"http://example.org:8080/", "http://example.org:8080/"},
        {"http://[::1]:80/a", "http://[::1]:80/a"},
        {"http://u:p@example.org/", "http://example.org/"},
        {"https://bank.com@evil.example/x", "https://evil.example/x"},
        {"https://bank.com:443@a@evil.example:1/", "https://evil.example:1/"},
        {"https://bank.com\\@evil.example/",
            "https://bank.com\\@evil.example/"},
        {"gemini://u@host/", "gemini://host/"},
        {"http://0x7f.1/", "http://127.0.0.1/"},
        {"http://0177.0.0.01:80/", "http://127.0.0.1:80/"},
        {"http://2130706433/", "http://127.0.0.1/"},
        {"http://0300.0250.1./a", "http://192.168.0.1/a"},
        {"http://127%2e1/", "http://127.0.0.1/"},
        {"http://\uFF11\uFF12\uFF17\u30020\uFF0E0\uFF611/",
            "http://127.0.0.1/"},
        {"http://10.0.0.256/", "http://10.0.0.256/"},
        {"http://1.2.3.4.5/", "http://1.2.3.4.5/"},
        {"http://4294967296/", "http://4294967296/"},
        {"http://0x7g/", "http://0x7g/"},
        {"http://08.1/", "http://08.1/"},
        {"http://1..1/", "http://1..1/"},
        {"http://bank.com%2eevil.example/", "http://bank.com.evil.example/"},
        {"http://bank\uFF0Ecom\u3002evil.example/",
            "http://bank.com.evil.example/"},
        {"http://BÜCHER.example/", "http://bücher.example/"},
        {"http://\uFF45\uFF56\uFF49\uFF4C.example/", "http://evil.example/"},
        {"http://e\u00ADvi\u2060l\u00E9.example/", "http://evilé.example/"},
        {"http://bank.com\u2100evil/", "http://bank.com\u2100evil/"},
        {"http:///x", "http:///x"},
        {"http://", "http://"},
        {"http://@/", "http:///"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        plate_add(&got, str_of(cases[i].url));
        buf_end(&got);
        assert_string_equal(got.ptr, cases[i].shown);
        buf_done(&got);
    }
}

static void
test_plate_shows_the_end_of_a_host_where_room_is_short(void **state)
{
    static const struct {
        const char *url;
        size_t cols;
        const char *shown;
    } cases[] = {
        {"http://a.example/x", 16, "http://a.example/x"},
        {"http://a.example/x", 15, "…tp://a.example/x"},
        {"https://bank.com.evil.example:1/x", 15, "…evil.example:1/x"},
        {"https://bank.com@evil.example", 13, "…evil.example"},
        {"http://a.example/x", 1, "…/x"},
        {"http://a.example/x", 0, "http://a.example/x"},
        {"http://日本.example/", 10, "….example/"},
        {"http://日本.example/", 12, "…本.example/"},
        {"mailto:a@b.example", 5, "mailto:a@b.example"},
        {"a.md", 1, "a.md"},
        {"", 1, ""},
    };
    (void)state;

    assert_true(utf8_start());
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        plate_add_within(&got, str_of(cases[i].url), cases[i].cols);
        buf_end(&got);
        assert_string_equal(got.ptr, cases[i].shown);
        buf_done(&got);
    }
}

static void
test_plate_shows_letters_that_cannot_be_taken_for_others(void **state)
{
    static const struct {
        const char *name, *host, *shown;
    } cases[] = {
        {"Latin with marks", "münchen.example", "münchen.example"},
        {"Cyrillic", "пример.рф", "пример.рф"},
        {"Greek", "παράδειγμα.example", "παράδειγμα.example"},
        {"Arabic", "موقع.example", "موقع.example"},
        {"Japanese", "日本語テストの.jp", "日本語テストの.jp"},
        {"Japanese and Latin", "abcテスト.jp", "abcテスト.jp"},
        {"Korean", "한국어漢字.kr", "한국어漢字.kr"},
        {"Punycode already", "xn--mnchen-3ya.example",
            "xn--mnchen-3ya.example"},
        {"Latin and Cyrillic", "pаypal.com", "xn--pypal-4ve.com"},
        {"Cyrillic that looks like Latin", "аррӏе.com", "xn--80ak6aa92e.com"},
        {"Latin and Greek", "gοοgle.com", "xn--ggle-0nda.com"},
        {"Han and Cyrillic", "日п.com", "xn--o1a9011c.com"},
        {"kana and Hangul", "かな한.jp", "xn--u8j2cy087d.jp"},
        {"one label of two", "www.pаypal.пример", "www.xn--pypal-4ve.пример"},
        {"a slash that is none", "a.com∕b.example", "a.xn--comb-id9a.example"},
        {"Latin without its dot", "paypaı.com", "xn--paypa-r4a.com"},
        {"Latin of phonetics", "\u0261oogle.com", "xn--oogle-qmc.com"},
        {"a mark on its own", "paypal\u0338.com", "xn--paypal-n8d.com"},
        {"Latin with two marks", "tiếng-việt.vn", "tiếng-việt.vn"},
        {"Armenian that looks like Latin", "օհօ.com", "xn--ebb5bb.com"},
        {"an alphabet of few", "ꓮꓑꓑꓡꓰ.com", "xn--4l8aa2c7bn.com"},
        {"digits that look like others", "৪০.com", "xn--07bh.com"},
        {"a digit among Latin", "g০ogle.com", "xn--gogle-r1l.com"},
        {"kana that looks like a slash", "bank.comノevil.jp",
            "bank.xn--comevil-v04f.jp"},
        {"Japanese with the same", "ノート.jp", "ノート.jp"},
        {"a letter that is a colon", "bank\u02D08080.com",
            "xn--bank8080-mme.com"},
        {"a sign", "i❤.ws", "xn--i-7iq.ws"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf url = {0}, resolved = {0}, got = {0}, want = {0};
        buf_add_format(&url, "http://%s/", cases[i].host);
        buf_add_format(&want, "http://%s/", cases[i].shown);
        plate_add(&got, buf_str(&url));
        if (!str_eq(buf_str(&got), buf_str(&want)))
            fail_msg("%s: %s", cases[i].name, got.ptr);

        /* And as url_resolve() leaves it. */
        assert_true(url_resolve((struct str){0}, buf_str(&url), &resolved));
        buf_cut(&got, 0);
        plate_add(&got, buf_str(&resolved));
        if (!str_eq(buf_str(&got), buf_str(&want)))
            fail_msg("%s, resolved: %s", cases[i].name, got.ptr);
        buf_done(&url);
        buf_done(&resolved);
        buf_done(&got);
        buf_done(&want);
    }
}

static void
test_plate_leaves_hosts_that_are_no_names(void **state)
{
    static const char *const urls[] = {"http://a%00%C3%A9/", "http://%FF%C3/",
        "http://%C3%A9%2Fevil/", "http://%C3%A9%40evil/", "http://%C3%A9%20b/",
        "http://%C3%A9%E2%80%AE/", "http://%C3%A9%25/", "http://%C3%A9%0A/",
        "http://%C3%A9%3A80/", "http://%C3%A9%F3%A0%81%81/"};
    (void)state;

    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct buf got = {0};
        plate_add(&got, str_of(urls[i]));
        assert_string_equal(got.ptr, urls[i]);
        buf_done(&got);
    }
}

/*
 * Whatever the address, what is shown is clean and in one line.
 */
static void
test_plate_is_always_clean(void **state)
{
    static const char pieces[][8] = {"http://", "a", ".", "@", "/", "%", "C3",
        "A9", "\xC3", "\xA9", "\xE2\x80\xAE", "\x1B", "\n", "п", "xn--", ":",
        "[", "\xC2\x85", "\xF3\xA0\x81\x81", "\\"};
    uint32_t seed = 1;
    (void)state;

    for (unsigned n = 0; n < 20000; n++) {
        struct buf url = {0}, got = {0};
        buf_add_text(&url, n % 4 ? "http://" : "");
        for (unsigned i = 0; i < 8; i++) {
            seed = seed * 1103515245u + 12345u;
            buf_add_text(
                &url, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        plate_add(&got, buf_str(&url));
        plate_add_within(&got, buf_str(&url), n % 30);
        if (!utf8_is_clean(buf_str(&got)) ||
            (got.len > 0 && memchr(got.ptr, '\n', got.len)))
            fail_msg("%u", n);
        buf_done(&url);
        buf_done(&got);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plate_shows_the_host_that_is_asked),
        cmocka_unit_test(
            test_plate_shows_the_end_of_a_host_where_room_is_short),
        cmocka_unit_test(
            test_plate_shows_letters_that_cannot_be_taken_for_others),
        cmocka_unit_test(test_plate_leaves_hosts_that_are_no_names),
        cmocka_unit_test(test_plate_is_always_clean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
