/* SPDX-License-Identifier: ISC */
/*
 * Tests of plain text and of text for terminals, through out/out.h.
 */
#include "draft.h"

#include "layout/theme.h"

static const struct out_opts plain = {.format = OUT_TEXT, .is_body = true};
static const struct out_opts ansi = {.format = OUT_ANSI,
    .is_body = true,
    .has_color = true,
    .has_hyperlinks = true,
    .n_colors = 256};

static void
test_text_has_no_blanks_at_line_ends(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_leaf(b, BLOCK_CODE, "a  \n\n  b \n   \nc");
    build_open(b, BLOCK_QUOTE);
    draft_para(b, "d");
    draft_para(b, "e");
    build_close(b);
    char *got = draft_write(b, plain);
    assert_null(strstr(got, " \n"));
    assert_non_null(strstr(got, "  b\n"));
    free(got);
}

static void
test_text_leaves_soft_hyphens_out(void **state)
{
    struct build *b = build_new();
    (void)state;

    draft_para(b, "syl\xC2\xADla\xC2\xAD"
                  "ble");
    draft_expect(b, plain, "soft hyphens", "syllable\n");

    struct out_opts narrow = plain;
    narrow.cols = 5;
    b = build_new();
    draft_para(b, "syl\xC2\xADla\xC2\xAD"
                  "ble");
    char *got = draft_write(b, narrow);
    assert_non_null(strstr(got, "-\n"));
    assert_null(strstr(got, "\xC2\xAD"));
    free(got);
}

static void
test_text_has_no_escapes_whatever_is_asked_for(void **state)
{
    struct out_opts opts = ansi;
    (void)state;

    opts.format = OUT_TEXT;
    for (int part = OUT_WHOLE; part <= OUT_QUESTIONS; part++) {
        struct build *b = build_new();
        opts.part = (enum out_part)part;
        build_mark(b, draft_heading(b, 1, "{s|a} {l|b}?"), BLOCK_IS_QUESTION);
        draft_para(b, "{m|c}");
        char *got = draft_write(b, opts);
        assert_null(strchr(got, '\033'));
        free(got);
    }
}

static void
test_text_begins_with_title_and_byline_unless_only_the_body_is_wanted(
    void **state)
{
    (void)state;

    for (int is_body = 0; is_body < 2; is_body++) {
        struct out_opts opts = plain;
        struct build *b = build_new();
        opts.is_body = is_body;
        build_fact(b, FACT_TITLE, STR("Title"));
        build_fact(b, FACT_BYLINE, STR("Ann"));
        draft_para(b, "text");
        char *got = draft_write(b, opts);
        assert_int_equal(strstr(got, "Title") != NULL, !is_body);
        assert_int_equal(strstr(got, "Ann") != NULL, !is_body);
        assert_non_null(strstr(got, "text\n"));
        free(got);
    }
}

/*
 * Returns a theme in which all is plain but what a test looks at.
 */
static struct theme
plain_theme(void)
{
    struct theme theme;

    for (int i = 0; i < THEME_KEY_COUNT; i++)
        theme.keys[i] =
            (struct attrs){THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, 0};
    return theme;
}

static void
test_ansi_changes_looks_only_where_they_change(void **state)
{
    static const struct {
        const char *name, *spans, *want;
    } cases[] = {
        {"plain", "a b", "a b\n"},
        {"bold", "a {s|b} c", "a \033[1mb \033[mc\n"},
        {"bold all over a blank", "{s|a b}", "\033[1ma b\033[m\n"},
        {"more", "{s|a }{es|b}", "\033[1ma \033[3mb\033[m\n"},
        {"less", "{es|a}{s| b}", "\033[1;3ma \033[0;1mb\033[m\n"},
        {"a color", "{c|a}{m|b}", "\033[38;5;200ma\033[92;41mb\033[m\n"},
        {"a blank that shows", "{k|a b} c", "\033[7ma b\033[m c\n"},
        {"two lines", "{s|a\nb}", "\033[1ma\033[m\n\033[1mb\033[m\n"},
    };
    struct theme theme = plain_theme();
    struct out_opts opts = ansi;
    (void)state;

    theme.keys[THEME_CODE].fg = 200;
    theme.keys[THEME_MARKED] = (struct attrs){10, 1, 0};
    theme.keys[THEME_KEY_CAP].bits = THEME_REVERSE;
    opts.theme = &theme;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build *b = build_new();
        draft_para(b, cases[i].spans);
        draft_expect(b, opts, cases[i].name, cases[i].want);
    }
}

static void
test_ansi_has_no_looks_without_color(void **state)
{
    struct out_opts opts = ansi;
    struct build *b = build_new();
    (void)state;

    opts.has_color = opts.has_hyperlinks = false;
    draft_para(b, "{s|a} {l|b} {m|c}");
    draft_expect(b, opts, "no color", "a b c\n");

    struct theme theme = plain_theme();
    theme.keys[THEME_CODE].fg = 200;
    opts.has_color = true;
    opts.n_colors = 0;
    opts.theme = &theme;
    b = build_new();
    draft_para(b, "{s|a} {c|b}");
    draft_expect(b, opts, "no colors", "\033[1ma \033[mb\n");
}

static void
test_ansi_links_lead_only_to_harmless_addresses(void **state)
{
    static const struct {
        const char *url, *want; /* NULL: no link */
    } cases[] = {
        {"http://a.b/c?d=e#f", "http://a.b/c?d=e#f"},
        {"https://a.b/\xC3\xA9 x", "https://a.b/%C3%A9%20x"},
        {"https://bank.com:443@evil.example:1/@x", "https://evil.example:1/@x"},
        {"http://me@a.b?x@y", "http://a.b?x@y"},
        {"http://a.b\\@evil.example/", "http://a.b\\@evil.example/"},
        {"http://a@", "http://a@"},
        {"mailto:a@b.c", "mailto:a@b.c"},
        {"file:///a/b", NULL},
        {"ftp://a", NULL},
        {"#c", NULL},
        {"b.md", NULL},
        {"//a.b/c", NULL},
        {"javascript:x", NULL},
        {"x-man-page:ls", NULL},
    };
    struct theme theme = plain_theme();
    struct out_opts opts = ansi;
    (void)state;

    opts.theme = &theme;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct build *b = build_new();
        struct span_style style = SPAN_PLAIN;
        struct buf want = {0};

        style.link = build_link(b, str_of(cases[i].url));
        build_open(b, BLOCK_PARA);
        build_text(b, STR("x"), style);
        if (cases[i].want)
            buf_add_format(
                &want, "\033]8;id=0;%s\033\\x\033]8;;\033\\\n", cases[i].want);
        else
            buf_add_text(&want, "x\n");
        draft_expect(b, opts, cases[i].url, want.ptr);
        buf_done(&want);
    }
}

static void
test_ansi_makes_one_link_of_one_that_a_line_end_cuts(void **state)
{
    struct theme theme = plain_theme();
    struct out_opts opts = ansi;
    struct build *b = build_new();
    (void)state;

    opts.theme = &theme;
    draft_para(b, "{l|a\nb} c");
    draft_expect(b, opts, "two lines",
        "\033]8;id=0;http://a.org/\033\\a\033]8;;\033\\\n"
        "\033]8;id=0;http://a.org/\033\\b\033]8;;\033\\ c\n");
}

static void
test_ansi_refuses_addresses_that_are_too_long(void **state)
{
    struct theme theme = plain_theme();
    struct out_opts opts = ansi;
    (void)state;

    opts.theme = &theme;
    for (size_t len = 2083; len <= 2084; len++) {
        struct build *b = build_new();
        struct span_style style = SPAN_PLAIN;
        struct buf url = {0};

        buf_add_text(&url, "http://");
        buf_add_repeat(&url, 'a', len - url.len);
        style.link = build_link(b, buf_str(&url));
        build_open(b, BLOCK_PARA);
        build_text(b, STR("x"), style);
        char *got = draft_write(b, opts);
        assert_int_equal(strchr(got, '\033') != NULL, len == 2083);
        free(got);
        buf_done(&url);
    }
}

static void
test_text_indents_contents_by_depth(void **state)
{
    struct out_opts opts = plain;
    struct build *b = build_new();
    (void)state;

    opts.part = OUT_CONTENTS;
    draft_heading(b, 2, "One");
    draft_heading(b, 3, "Deep\nbro\xC2\xADken");
    draft_heading(b, 2, "Two");
    draft_expect(b, opts, "contents", "1 One\n  1.1 Deep broken\n2 Two\n");

    b = build_new();
    opts.section = STR("1.1");
    draft_heading(b, 2, "One");
    draft_heading(b, 3, "Deep");
    draft_heading(b, 4, "Deeper");
    draft_heading(b, 3, "Else");
    draft_expect(b, opts, "a section", "1.1 Deep\n  1.1.1 Deeper\n");
}

/*
 * Returns an article with two questions, the first with one inside.
 */
static struct build *
build_questions(void)
{
    struct build *b = build_new();

    draft_para(b, "before");
    build_mark(b, draft_heading(b, 2, "One?"), BLOCK_IS_QUESTION);
    draft_para(b, "first");
    build_mark(b, draft_heading(b, 3, "Inner?"), BLOCK_IS_QUESTION);
    draft_para(b, "inner");
    build_mark(b, draft_heading(b, 2, "Two?"), BLOCK_IS_QUESTION);
    draft_para(b, "second");
    draft_heading(b, 2, "After");
    return b;
}

static void
test_text_prints_questions_with_their_answers(void **state)
{
    struct out_opts opts = plain;
    (void)state;

    opts.part = OUT_QUESTIONS;
    char *got = draft_write(build_questions(), opts);
    assert_null(strstr(got, "before"));
    assert_null(strstr(got, "After"));
    const char *first = strstr(got, "first"), *inner = strstr(got, "inner");
    assert_true(strstr(got, "One?") < first && first < inner);
    assert_true(inner < strstr(got, "Two?"));
    assert_null(strstr(inner + 1, "inner"));
    assert_non_null(strstr(got, "\n\n"));
    assert_null(strstr(got, "\n\n\n"));
    free(got);

    opts.is_collapsed = true;
    got = draft_write(build_questions(), opts);
    assert_non_null(strstr(got, "Two?"));
    assert_null(strstr(got, "second"));
    free(got);
}

static void
test_text_shows_addresses_behind_the_links_of_answers(void **state)
{
    struct out_opts opts = plain;
    struct build *b = build_new();
    (void)state;

    opts.part = OUT_QUESTIONS;
    opts.links = LAYOUT_LINKS_END;
    build_mark(b, draft_heading(b, 2, "One?"), BLOCK_IS_QUESTION);
    draft_para(b, "see {l|this}");
    draft_para(b, "b");
    char *got = draft_write(b, opts);
    assert_non_null(strstr(got, "this <http://a.org/>\n"));
    free(got);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_has_no_blanks_at_line_ends),
        cmocka_unit_test(test_text_leaves_soft_hyphens_out),
        cmocka_unit_test(test_text_has_no_escapes_whatever_is_asked_for),
        cmocka_unit_test(
            test_text_begins_with_title_and_byline_unless_only_the_body_is_wanted),
        cmocka_unit_test(test_ansi_changes_looks_only_where_they_change),
        cmocka_unit_test(test_ansi_has_no_looks_without_color),
        cmocka_unit_test(test_ansi_links_lead_only_to_harmless_addresses),
        cmocka_unit_test(test_ansi_makes_one_link_of_one_that_a_line_end_cuts),
        cmocka_unit_test(test_ansi_refuses_addresses_that_are_too_long),
        cmocka_unit_test(test_text_indents_contents_by_depth),
        cmocka_unit_test(test_text_prints_questions_with_their_answers),
        cmocka_unit_test(test_text_shows_addresses_behind_the_links_of_answers),
    };

    return cmocka_run_group_tests(tests, draft_start, NULL);
}
