/* SPDX-License-Identifier: ISC */
/*
 * Tests of model/url.h.
 */
#include "model/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
test_url_resolves_references_as_rfc_3986_does(void **state)
{
    static const struct {
        const char *name, *base, *ref, *want; /* NULL: refused */
    } cases[] = {
        {"a sibling", "http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
        {"the parent", "http://a/b/c/d;p?q", "../g", "http://a/b/g"},
        {"too far up", "http://a/b/c/d;p?q", "../../../g", "http://a/g"},
        {"a query", "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
        {"a fragment", "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"},
        {"another host", "https://a/b", "//h/x", "https://h/x"},
        {"an address", "http://a/b", "HTTPS://Ex.ORG/x", "https://ex.org/x"},
        {"no base", "", "../x/y.md", "../x/y.md"},
        {"a fragment alone", "", "#here", "#here"},
        {"blanks", "", "  a b.md ", "a%20b.md"},
        {"a line end inside", "", "http://a/\nb", "http://a/b"},
        {"a backslash", "http://a/b/", "c\\d", "http://a/b/c/d"},
        {"another alphabet", "http://a/", "\xC3\xA9", "http://a/%C3%A9"},
        {"a lone percent sign", "http://a/", "100%", "http://a/100%25"},
        {"brackets in a path", "http://a/", "x[1]", "http://a/x%5B1%5D"},
        {"an IPv6 host", "", "http://[0:0:0:0:0:0:0:1]/x",
            "http://[0000:0000:0000:0000:0000:0000:0000:0001]/x"},
        {"mail", "http://a/", "mailto:a@b.c", "mailto:a@b.c"},
        {"a script", "http://a/", "javascript:alert(1)", NULL},
        {"a hidden script", "http://a/", " java\nscript:alert(1)", NULL},
        {"inline data", "http://a/", "data:text/html,x", NULL},
        {"nothing", "http://a/", "  ", NULL},
        {"this folder, wherever that is", "", ".", "."},
        {"a path that is no host", "", ".//a/../b%c3", ".//a/../b%c3"},
        {"a file that is no host", "file:/a/b", "..//c/d", "file:/.//c/d"},
        {"a file without a host", "file:///a/b", "..//c/d", "file:////c/d"},
        {"a path that is no scheme", "", "./a:b", "./a:b"},
        {"the rest of a script", "java\tscript:alert(1)", "#x", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        bool ok =
            url_resolve(str_of(cases[i].base), str_of(cases[i].ref), &got);
        if (ok != (cases[i].want != NULL) ||
            (ok && strcmp(got.ptr, cases[i].want) != 0))
            fail_msg("%s: got '%s'", cases[i].name, ok ? got.ptr : "nothing");
        buf_done(&got);
    }
}

static void
test_url_takes_no_base_that_would_swell_each_link(void **state)
{
    struct buf base = {0}, got = {0};
    (void)state;

    buf_add_text(&base, "http://x.example/b?");
    for (int i = 0; i < 5000; i++)
        buf_add_char(&base, 'q');
    assert_true(url_resolve(buf_str(&base), STR("c"), &got));
    assert_string_equal(got.ptr, "http://x.example/c");
    buf_cut(&got, 0);
    base.ptr[strlen("http://x.example/b")] = '/';
    buf_add_char(&base, '/');
    assert_true(url_resolve(buf_str(&base), STR("c"), &got));
    assert_string_equal(got.ptr, "c");
    buf_done(&base);
    buf_done(&got);
}

static void
test_url_finds_schemes(void **state)
{
    (void)state;
    assert_true(str_eq(url_scheme(STR("mailto:x")), STR("mailto")));
    assert_true(str_eq(url_scheme(STR("a/b:c")), STR("")));
    assert_true(str_eq(url_scheme(STR(":x")), STR("")));
    assert_true(url_is_web(STR("HTTP://x")));
    assert_false(url_is_web(STR("ftp://x")));
}

static void
test_url_parts_at_the_first_hash(void **state)
{
    (void)state;
    assert_true(str_eq(url_fragment(STR("a#b#c")), STR("b#c")));
    assert_true(str_eq(url_fragment(STR("a")), STR("")));
    assert_true(str_eq(url_without_fragment(STR("a#b")), STR("a")));
}

static void
test_url_tells_mail_that_is_more_than_a_letter(void **state)
{
    static const char *const takers[] = {"mailto:a@h?attach=/etc/passwd",
        "MAILTO:?subject=x&Attachment=y", "mailto:?%61ttach=x",
        "mailto:a%3Fattach=x", "mailto:?a=b%26attach=x", "mailto:?%2561ttach=x",
        "mailto:a@h?x-header=1", "mailto:a@h?subject=a&from=b@h",
        "mailto:a@h?body=x;attach=/etc/passwd",
        "mailto:a@h?subject=x%0D%0AFrom:%20b@h", "mailto:a@h%0Abcc:b@h",
        "mailto:a@h?cc=b@h%250Ax", "mailto:a@h?to=b@h%00"};
    static const char *const others[] = {"mailto:attach@h",
        "mailto:a@h?subject=attach", "http://h/?attach=x",
        "mailto:", "mailto:a@h?to=b@h&CC=c@h&bcc=d@h&subject=s;t&body=b%26c&",
        "mailto:?in-reply-to=%3Cx@h%3E&keywords=k",
        "mailto:a@h?subject=a%20b&body=two%0D%0Alines", ""};
    (void)state;

    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        assert_true(url_is_risky_mail(str_of(takers[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(url_is_risky_mail(str_of(others[i])));
}

static void
test_url_reads_only_safe_file_addresses(void **state)
{
    static const struct {
        const char *url, *want;
    } cases[] = {
        {"file:///tmp/a%20b.md", "/tmp/a b.md"},
        {"FILE://localhost/x#y", "/x"},
        {"file:/x", "/x"},
        {"file://elsewhere/x", NULL},
        {"file:///a%2Fb", NULL},
        {"file:///a%00b", NULL},
        {"http://a/", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        bool ok = url_file_path(str_of(cases[i].url), &got);
        assert_int_equal(ok, cases[i].want != NULL);
        if (ok)
            assert_string_equal(got.ptr, cases[i].want);
        buf_done(&got);
    }
}

static void
test_url_host_is_without_a_name_and_a_password(void **state)
{
    static const struct {
        const char *url, *want;
    } cases[] = {
        {"https://a.org/b@c", "a.org"},
        {"https://a.org:80?x", "a.org:80"},
        {"http://me:secret@a.org#x", "a.org"},
        {"http://a.org@b.org/", "b.org"},
        {"http://[::1]:8/", "[::1]:8"},
        {"mailto:a@b.org", ""},
        {"", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = url_host(str_of(cases[i].url));
        if (!str_eq(got, str_of(cases[i].want)))
            fail_msg("%s: got '%.*s'", cases[i].url, STR_ARG(got));
    }
}

static void
test_url_is_public_without_its_password(void **state)
{
    static const struct {
        const char *url, *want;
    } cases[] = {
        {"https://a.org/b:c@d", "https://a.org/b:c@d"},
        {"http://me:secret@a.org:80/x?y:z@w", "http://me@a.org:80/x?y:z@w"},
        {"HTTP://me:@a.org", "HTTP://me@a.org"},
        {"http://:secret@a.org#x", "http://@a.org#x"},
        {"http://me:se@c:ret@a.org/", "http://me@a.org/"},
        {"http://me@a.org/", "http://me@a.org/"},
        {"http://[::1]:8/", "http://[::1]:8/"},
        {"http://:8/", "http://:8/"},
        {"/home/me:x@y/a", "/home/me:x@y/a"},
        {"mailto:a:b@b.org", "mailto:a:b@b.org"},
        {"", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        url_add_public(&got, str_of(cases[i].url));
        if (!str_eq(buf_str(&got), str_of(cases[i].want)))
            fail_msg("%s: got '%s'", cases[i].url, got.ptr);
        buf_done(&got);
    }
}

static void
test_url_takes_its_password_back(void **state)
{
    static const struct {
        const char *url, *password;
    } cases[] = {
        {"http://me:se%20cret@a.org:80/x?y:z@w", "se%20cret"},
        {"http://:secret@a.org#x", "secret"},
        {"http://me:se@c:ret@a.org/", "se@c:ret"},
        {"http://me:@a.org", ""},
        {"http://me@a.org/", ""},
        {"http://a.org/b:c@d", ""},
        {"mailto:a:b@b.org", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct str url = str_of(cases[i].url);
        struct buf public = {0}, got = {0};
        const struct str password = url_password(url);
        assert_true(str_eq(password, str_of(cases[i].password)));
        url_add_public(&public, url);
        url_add_private(&got, buf_str(&public), password);
        assert_true(
            str_eq(buf_str(&got), password.len > 0 ? url : buf_str(&public)));
        buf_done(&public);
        buf_done(&got);
    }
    struct buf none = {0};
    url_add_private(&none, STR("http://a.org/@"), STR("secret"));
    assert_string_equal(none.ptr, "http://a.org/@");
    buf_done(&none);
}

static void
test_url_takes_a_login_along_to_its_own_place_only(void **state)
{
    static const struct {
        const char *url, *home, *want;
    } cases[] = {
        {"http://a.org/b", "HTTP://me:pw@A.org/c", "http://me:pw@a.org/b"},
        {"http://a.org/b", "http://me@a.org", "http://me@a.org/b"},
        {"http://a.org/b", "http://a.org", "http://a.org/b"},
        {"http://you@a.org/b", "http://me:pw@a.org", "http://you@a.org/b"},
        {"https://a.org/b", "http://me:pw@a.org", "https://a.org/b"},
        {"http://a.org:81/b", "http://me:pw@a.org", "http://a.org:81/b"},
        {"http://b.org/@a.org", "http://me:pw@a.org", "http://b.org/@a.org"},
        {"/a.org", "http://me:pw@a.org", "/a.org"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf got = {0};
        url_add_login(&got, str_of(cases[i].url), str_of(cases[i].home));
        if (!str_eq(buf_str(&got), str_of(cases[i].want)))
            fail_msg("%s: got '%s'", cases[i].url, got.ptr);
        buf_done(&got);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_url_host_is_without_a_name_and_a_password),
        cmocka_unit_test(test_url_is_public_without_its_password),
        cmocka_unit_test(test_url_takes_its_password_back),
        cmocka_unit_test(test_url_takes_a_login_along_to_its_own_place_only),
        cmocka_unit_test(test_url_resolves_references_as_rfc_3986_does),
        cmocka_unit_test(test_url_takes_no_base_that_would_swell_each_link),
        cmocka_unit_test(test_url_finds_schemes),
        cmocka_unit_test(test_url_parts_at_the_first_hash),
        cmocka_unit_test(test_url_tells_mail_that_is_more_than_a_letter),
        cmocka_unit_test(test_url_reads_only_safe_file_addresses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
