/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/nesting.h.
 */
#include "parse/nesting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/*
 * Appends piece n times.
 */
static void
repeat(struct buf *out, const char *piece, int n)
{
    for (int i = 0; i < n; i++)
        buf_add_text(out, piece);
}

/*
 * Counts how often word stands in s.
 */
static int
count(struct str s, struct str word)
{
    int n = 0;

    for (size_t at = 0; (at = str_find(s, word, at)) < s.len; at += word.len)
        n++;
    return n;
}

struct cut {
    const char *html, *cut; /* NULL: nothing */
};

/*
 * Fails unless each document is cut as it should be, and none for its depth.
 */
static void
expect_cuts(const struct cut *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct buf out = {0};
        bool is_flat = false;
        struct str got = nesting_cut(str_of(cases[i].html), &out, &is_flat);
        const char *want = cases[i].cut ? cases[i].cut : cases[i].html;
        if (is_flat || !str_eq(got, str_of(want)))
            fail_msg("%s: got '%.*s'", cases[i].html, STR_ARG(got));
        buf_done(&out);
    }
}

static void
test_nesting_leaves_documents_as_they_are(void **state)
{
    /* Each is repeated until it would be too deep if its elements stayed. */
    static const char *const pieces[] = {
        "<p>a",
        "<p>a<p>b</p>c",
        "<div><p>a</div>",
        "<p><span>a</p>",
        "<ul><li>a<li><p>b<ul><li>c</ul></ul>",
        "<li>a",
        "<dt>a<dd>b",
        "<table><tr><td>a<td>b<tr><th>c</table>",
        "<table><tbody><tr><td><p>a</table>",
        "<a name=b>",
        "<a href=a><b>c</a>d</b>",
        "<h2>a</h2>",
        "<br><img src=a><hr>",
        "<svg><path/><g><circle/></g></svg>",
        "<script type=application/ld+json>\"<div>\"</script>",
        "<!-- <div> --><!x <div>",
        "<textarea><div></textarea>",
        "<b><p>a</b></p>",
        "<option>a",
        "<ruby>a<rt>b<rt>c</ruby>",
        "</div></p></foo>",
        "<button>a",
        "<div title='>'></div>",
    };
    (void)state;

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf html = {0}, out = {0};
        bool is_flat = false;
        repeat(&html, pieces[i], 2 * NESTING_MAX_DEPTH);
        struct str got = nesting_cut(buf_str(&html), &out, &is_flat);
        if (is_flat || !str_eq(got, buf_str(&html)))
            fail_msg("%s: was cut", pieces[i]);
        assert_ptr_equal(got.ptr, html.ptr);
        buf_done(&html);
    }
}

static void
test_nesting_takes_out_tags_and_their_ends(void **state)
{
    static const struct {
        const char *start, *end;
    } cases[] = {
        {"<div>", "</div>"},
        {"<foo>", "</foo>"},
        {"<blockquote class=a>", "</blockquote>"},
        {"<SPAN>", "</SPAN\n>"},
        {"<svg>", "</svg>"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf html = {0}, out = {0};
        const int depth = NESTING_MAX_DEPTH + 1000;
        for (int j = 0; j < depth; j++)
            buf_add_format(&html, "%s%d", cases[i].start, j % 10);
        repeat(&html, cases[i].end, depth);

        bool is_flat = false;
        struct str got = nesting_cut(buf_str(&html), &out, &is_flat);
        assert_true(is_flat);
        assert_int_equal(count(got, str_of(cases[i].start)), NESTING_MAX_DEPTH);
        assert_int_equal(count(got, str_of(cases[i].end)), NESTING_MAX_DEPTH);
        assert_int_equal(
            out.len, NESTING_MAX_DEPTH *
                             (strlen(cases[i].start) + strlen(cases[i].end)) +
                         depth);
        buf_done(&html);
        buf_done(&out);
    }
}

static void
test_nesting_sees_what_stays_open(void **state)
{
    /* Each leaves an element open, whatever its end tags say. */
    static const char *const pieces[] = {
        "<b><div></b>",
        "<span><div></span>",
        "<foo></bar>",
        "<div><table><tr><td></div>",
        "<ul><li></li>",
        "<i><p></i><div>",
        "<object></p>",
        "<p><b id=a>x",
    };
    (void)state;

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf html = {0}, out = {0};
        repeat(&html, pieces[i], 2 * NESTING_MAX_DEPTH);
        bool is_flat = false;
        struct str got = nesting_cut(buf_str(&html), &out, &is_flat);
        if (!is_flat || got.len >= html.len)
            fail_msg("%s: was not cut", pieces[i]);
        buf_done(&html);
        buf_done(&out);
    }
}

static void
test_nesting_cuts_attributes_that_are_too_many(void **state)
{
    struct buf html = {0}, out = {0};
    bool is_flat = false;
    (void)state;

    buf_add_text(&html, "a<p");
    for (int i = 0; i < NESTING_MAX_ATTRS + 50; i++)
        buf_add_format(&html, " a%d='>'", i);
    buf_add_text(&html, ">b</p>");
    struct str got = nesting_cut(buf_str(&html), &out, &is_flat);
    assert_int_equal(count(got, STR("='>'")), NESTING_MAX_ATTRS);
    assert_true(str_ends(got, STR("='>'>b</p>")));
    assert_false(is_flat);
    buf_done(&html);
    buf_done(&out);
}

static void
test_nesting_reads_tags_that_have_no_end(void **state)
{
    static const char *const cases[] = {"", "<", "</", "<a", "<a b='", "<!--",
        "<!", "</a", "<a b=", "<script>", "<script></scrip", "<plaintext><p>"};
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        bool is_flat = false;
        struct str got = nesting_cut(str_of(cases[i]), &out, &is_flat);
        assert_false(is_flat);
        assert_true(got.len <= strlen(cases[i]));
        buf_done(&out);
    }
}

static void
test_nesting_leaves_out_what_scripts_and_style_sheets_say(void **state)
{
    static const struct cut cases[] = {
        {"<script>if (a <b) '<div>'</script>c", "<script></script>c"},
        {"<SCRIPT src=a>b</Script >c", "<SCRIPT src=a></Script >c"},
        {"<style>a\r\nb {\n}\r</style>c", "<style>\n\n\n</style>c"},
        {"<style>a</p>", "<style>"},
        {"<script type='application/ld+json'>{}</script>", NULL},
        {"<script type=\"math/tex\">x^2</script>", NULL},
        {"<script><!-- <script></script> --></script>", NULL},
        {"<textarea><script>a</script></textarea>", NULL},
        {"<svg><style>a</style></svg>", NULL},
        {"<iframe>a</iframe><title>b</title><pre>c</pre>", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out = {0};
        bool is_flat = false;
        struct str got = nesting_cut(str_of(cases[i].html), &out, &is_flat);
        const char *want = cases[i].cut ? cases[i].cut : cases[i].html;
        if (!str_eq(got, str_of(want)))
            fail_msg("%s: got '%.*s'", cases[i].html, STR_ARG(got));
        assert_false(is_flat);
        buf_done(&out);
    }
}

static void
test_nesting_moves_white_space_that_is_not_shown_into_tags(void **state)
{
    static const struct cut cases[] = {
        {"<div>\n  <p>a</p>\r\n\n</div>", "<div\n><p>a</p\n\n></div>"},
        {"<p>a</p> <b>b</b> <p>c", "<p>a</p><b>b</b><p>c"},
        {"<table>\n<tr> <td a='b'>\t<i>", "<table\n><tr><td a='b'><i>"},
        {"<pre>\n<b> </b> <p>\n</pre> <p>", "<pre>\n<b> </b> <p>\n</pre><p>"},
        {"<p>a\n</p>b\n<p>", NULL},
        {"<b>a</b> <b>b</b>\n<br> <b>", NULL},
        {"<hr/>\n<p>", NULL},
        {"<svg> <p/> <p></p> </svg>", NULL},
        {"<svg></svg>\n<details>a", NULL},
        {"<svg></svg\n ><p>a</p>", "<svg></svg>\n <p>a</p>"},
        {"<textarea> <p> </p> </textarea>", NULL},
        {"<p> <!-- --> <p>", NULL},
    };
    (void)state;

    expect_cuts(cases, sizeof cases / sizeof *cases);
}

static void
test_nesting_takes_out_what_only_colors_code(void **state)
{
    static const struct cut cases[] = {
        {"<pre><span class=\"k\">if</span> <span>x</span></pre>",
            "<pre>if x</pre>"},
        {"<pre><span class=\"\">0x1</span></pre>", "<pre>0x1</pre>"},
        {"<pre><span class=\"hljs-number\">0x1</span></pre>", "<pre>0x1</pre>"},
        {"<pre><span class=\"token string\">a\nb</span></pre>",
            "<pre>a\nb</pre>"},
        {"<pre><span class=\"w\"><span class=\"k\">a</span>b</span></pre>",
            "<pre><span class=\"w\">ab</span></pre>"},
        {"<pre><span class=\"k\">a<b>b</b></span></pre>", NULL},
        {"<pre><span class=\"ln\"> 1</span>a</pre>", NULL},
        {"<pre><span class=\"sr-only\">a</span></pre>", NULL},
        {"<pre><span class=\"k\" hidden>a</span></pre>", NULL},
        {"<pre><span class=\"k\" id=\"x\">a</span></pre>", NULL},
        {"<pre><span class='k'>a</span></pre>", NULL},
        {"<p><span class=\"k\">a</span>", NULL},
    };
    (void)state;

    expect_cuts(cases, sizeof cases / sizeof *cases);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nesting_leaves_documents_as_they_are),
        cmocka_unit_test(test_nesting_takes_out_tags_and_their_ends),
        cmocka_unit_test(test_nesting_sees_what_stays_open),
        cmocka_unit_test(test_nesting_cuts_attributes_that_are_too_many),
        cmocka_unit_test(test_nesting_reads_tags_that_have_no_end),
        cmocka_unit_test(
            test_nesting_leaves_out_what_scripts_and_style_sheets_say),
        cmocka_unit_test(
            test_nesting_moves_white_space_that_is_not_shown_into_tags),
        cmocka_unit_test(test_nesting_takes_out_what_only_colors_code),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
