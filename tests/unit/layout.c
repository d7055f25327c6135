/* SPDX-License-Identifier: ISC */
/*
 * Tests of layout/layout.h, what it says of links, images and the whole. Blocks
 * are tested in flow.c and table.c, what must hold of every layout in laws.c.
 */
#include "proof.h"

static const struct span_style em = {ROLE_EM, LINK_NONE, LINK_NONE};

static void
add_span(struct build *b, const char *text, uint32_t roles)
{
    build_text(
        b, str_of(text), (struct span_style){roles, LINK_NONE, LINK_NONE});
}

static void
add_link(struct build *b, const char *text, const char *address)
{
    link_ix link = build_link(b, str_of(address));

    build_text(b, str_of(text), (struct span_style){0, link, LINK_NONE});
}

static void
test_layout_of_nothing_is_empty(void **state)
{
    struct article *a = proof_finish(build_new());
    struct layout *l = layout_new(a, &(struct layout_opts){.cols = 40});
    (void)state;

    assert_int_equal(l->n_lines, 0);
    assert_int_equal(layout_line_at(l, 0), 0);
    layout_free(l);
    layout_free(NULL);
    article_free(a);
}

static void
test_layout_says_what_is_an_image(void **state)
{
    struct build *b = build_new();
    link_ix image = build_link(b, STR("bean.png"));
    (void)state;

    build_open(b, BLOCK_FIGURE);
    build_open(b, BLOCK_PARA);
    build_text(
        b, STR("a bean"), (struct span_style){ROLE_IMAGE, LINK_NONE, image});
    build_close(b);
    proof_add(b, BLOCK_CAPTION, "What it is");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 40};
    proof_assert(a, opts, "[▣ a bean]\nWhat it is\n");
    opts.links = LAYOUT_LINKS_END;
    proof_assert(a, opts, "[▣ a bean][1]\nWhat it is\n\n[1] bean.png\n");

    /* Who wants to can follow it. */
    struct layout *l = layout_new(a, &opts);
    assert_int_equal(l->runs[0].link, image);
    layout_free(l);
    article_free(a);
}

static void
test_layout_says_what_is_raised_or_lowered(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_PARA);
    add_span(b, "x", 0);
    add_span(b, "2", ROLE_SUP);
    add_span(b, "n", ROLE_SUP | ROLE_EM);
    add_span(b, " H", 0);
    add_span(b, "2", ROLE_SUB);
    add_span(b, "O 1", 0);
    add_span(b, "st", ROLE_SUP);
    proof_assert_build(b, 40, "x^2n H_2O 1st\n");
}

static void
test_layout_numbers_links_in_order(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_open(b, BLOCK_PARA);
    add_link(b, "one", "http://1.org/");
    add_span(b, " ", 0);
    add_link(b, "two", "http://2.org/");
    add_span(b, " ", 0);
    add_link(b, "one again", "http://1.org/");
    add_span(b, " ", 0);
    add_link(b, "here", "#here");
    add_span(b, " ", 0);
    add_link(b, "http://3.org/", "http://3.org/");
    add_span(b, " ", 0);
    add_link(b, "ann@4.org", "mailto:ann@4.org");
    struct article *a = proof_finish(b);

    proof_assert(a, (struct layout_opts){.links = LAYOUT_LINKS_END},
        "one[1] two[2] one again[1] here http://3.org/ ann@4.org\n"
        "\n"
        "[1] http://1.org/\n"
        "[2] http://2.org/\n");
    proof_assert(a, (struct layout_opts){.links = LAYOUT_LINKS_INLINE},
        "one <http://1.org/> two <http://2.org/> one again <http://1.org/> "
        "here http://3.org/ ann@4.org\n");
    proof_assert(a, (struct layout_opts){0},
        "one two one again here http://3.org/ ann@4.org\n");
    article_free(a);
}

static void
test_layout_gives_a_link_of_many_spans_one_number(void **state)
{
    struct build *b = build_new();
    link_ix link = build_link(b, STR("http://a.org/"));
    (void)state;

    build_open(b, BLOCK_PARA);
    build_text(b, STR("very "), (struct span_style){ROLE_EM, link, LINK_NONE});
    build_text(b, STR("good"), (struct span_style){0, link, LINK_NONE});
    build_text(b, STR(" one"), em);
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.links = LAYOUT_LINKS_END},
        "very good[1] one\n\n[1] http://a.org/\n");
    article_free(a);
}

static void
test_layout_cuts_addresses_that_would_fill_pages(void **state)
{
    struct build *b = build_new();
    struct buf address = {0}, want = {0};
    (void)state;

    buf_add_text(&address, "data:");
    buf_add_repeat(&address, 'x', 1000);
    build_open(b, BLOCK_PARA);
    add_link(b, "picture", address.ptr);
    struct article *a = proof_finish(b);
    buf_add_format(&want, "picture <%.500s…>\n", address.ptr);
    proof_assert(
        a, (struct layout_opts){.links = LAYOUT_LINKS_INLINE}, want.ptr);

    buf_cut(&want, 0);
    buf_add_format(&want, "picture[1]\n\n[1] %s\n", address.ptr);
    proof_assert(a, (struct layout_opts){.links = LAYOUT_LINKS_END}, want.ptr);
    article_free(a);
    buf_done(&address);
    buf_done(&want);
}

static void
test_layout_begins_with_what_is_known(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_fact(b, FACT_TITLE, STR("On Beans and Guts"));
    build_fact(b, FACT_BYLINE, STR("Ann"));
    build_fact(b, FACT_PUBLISHED, STR("2025-07-05T10:00:00Z"));
    build_note(b, "an image was lost");
    proof_add(b, BLOCK_PARA, "Text.");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 40, .has_head = true};
    proof_assert(a, opts,
        "On Beans and Guts\n"
        "═════════════════\n"
        "Ann · 2025-07-05 · 1 word · 1 min\n"
        "Note: an image was lost\n"
        "\n"
        "Text.\n");
    opts.cols = 10;
    proof_assert(a, opts,
        "On Beans\nand Guts\n════════\n"
        "Ann ·\n2025-07-05\n· 1 word ·\n1 min\n"
        "Note: an\nimage was\nlost\n"
        "\n"
        "Text.\n");
    article_free(a);

    a = proof_finish(build_new());
    opts.cols = 40;
    proof_assert(a, opts, "");
    article_free(a);
}

static void
test_layout_draws_no_rule_under_what_is_not_seen(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 1, "\u00AD", 0);
    proof_add(b, BLOCK_PARA, "Text.");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 40};
    struct layout *l = layout_new(a, &opts);
    assert_int_equal(l->n_runs, 1);
    layout_free(l);
    article_free(a);
}

/*
 * A date that nobody knows is not cut, and the rule under the title is not
 * wider than the page where a character of the title is.
 */
static void
test_layout_begins_with_what_is_known_but_strange(void **state)
{
    struct build *b = build_new();
    (void)state;

    build_fact(b, FACT_TITLE, STR("A 👩‍👩‍👧 b"));
    build_fact(b, FACT_PUBLISHED, STR("12. März 2025"));
    proof_add(b, BLOCK_PARA, "Text.");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 4, .has_head = true};
    proof_assert(a, opts,
        "A\n👩‍👩‍👧\nb\n════\n"
        "12.\nMärz\n2025\n· 1\nword\n· 1\nmin\n"
        "\n"
        "Text\n.\n");
    article_free(a);
}

static void
test_layout_groups_the_digits_of_many_words(void **state)
{
    struct build *b = build_new();
    struct buf text = {0};
    (void)state;

    for (int i = 0; i < 1005; i++)
        buf_add_text(&text, "w ");
    proof_add(b, BLOCK_PARA, text.ptr);
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 40, .has_head = true};
    struct layout *l = layout_new(a, &opts);
    assert_true(
        str_eq(layout_run_text(l, a, &l->runs[0]), STR("1,005 words · 5 min")));
    layout_free(l);
    article_free(a);
    buf_done(&text);
}

static void
test_layout_ends_with_the_neighbors(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_PARA, "Text.");
    struct article *a = proof_finish(b);
    struct layout_opts opts = {.cols = 12, .prev_title = STR("Before")};
    proof_assert(a, opts, "Text.\n\n────────────\n← Previous:\nBefore\n");

    opts.cols = 24;
    opts.next_title = STR("After");
    proof_assert(a, opts,
        "Text.\n\n────────────────────────\n"
        "← Previous: Before\nNext: After →\n");
    struct layout *l = layout_new(a, &opts);
    assert_int_equal(l->runs[2].link, LAYOUT_LINK_PREV);
    assert_int_equal(l->runs[l->n_runs - 1].link, LAYOUT_LINK_NEXT);
    layout_free(l);
    article_free(a);
}

static void
test_layout_shows_a_part(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_PARA, "before");
    build_open(b, BLOCK_QUOTE);
    block_ix first = proof_add(b, BLOCK_PARA, "one");
    block_ix last = proof_add(b, BLOCK_PARA, "two");
    build_close(b);
    proof_add(b, BLOCK_PARA, "after");
    struct article *a = proof_finish(b);
    proof_assert(a,
        (struct layout_opts){.cols = 20, .first = first, .end = last + 1},
        "one\n\ntwo\n");
    article_free(a);
}

static void
test_layout_finds_the_line_of_a_place(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add_heading(b, 2, "Head", 0);
    proof_add(b, BLOCK_PARA, "one two");
    struct article *a = proof_finish(b);
    struct layout *l = layout_new(a, &(struct layout_opts){.cols = 4});
    static const uint32_t want[] = {0, 0, 0, 0, 3, 3, 3, 3, 4, 4, 4, 4};

    /* Head, its underline, blank, one, two. */
    assert_int_equal(l->n_lines, 5);
    for (uint32_t at = 0; at < sizeof want / sizeof want[0]; at++)
        assert_int_equal(layout_line_at(l, at), want[at]);
    layout_free(l);
    article_free(a);
}

static void
test_layout_leaves_out_what_has_no_width(void **state)
{
    struct build *b = build_new();
    (void)state;

    proof_add(b, BLOCK_PARA, "soft\xC2\xADware zero\xE2\x80\x8Bwidth");
    struct article *a = proof_finish(b);
    proof_assert(a, (struct layout_opts){.cols = 40}, "software zerowidth\n");
    proof_assert(
        a, (struct layout_opts){.cols = 7}, "soft-\nware\nzero\nwidth\n");
    article_free(a);
}

int
main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout_of_nothing_is_empty),
        cmocka_unit_test(test_layout_says_what_is_an_image),
        cmocka_unit_test(test_layout_says_what_is_raised_or_lowered),
        cmocka_unit_test(test_layout_numbers_links_in_order),
        cmocka_unit_test(test_layout_gives_a_link_of_many_spans_one_number),
        cmocka_unit_test(test_layout_cuts_addresses_that_would_fill_pages),
        cmocka_unit_test(test_layout_begins_with_what_is_known),
        cmocka_unit_test(test_layout_begins_with_what_is_known_but_strange),
        cmocka_unit_test(test_layout_draws_no_rule_under_what_is_not_seen),
        cmocka_unit_test(test_layout_groups_the_digits_of_many_words),
        cmocka_unit_test(test_layout_ends_with_the_neighbors),
        cmocka_unit_test(test_layout_shows_a_part),
        cmocka_unit_test(test_layout_finds_the_line_of_a_place),
        cmocka_unit_test(test_layout_leaves_out_what_has_no_width),
    };

    return cmocka_run_group_tests(tests, proof_start, NULL);
}
