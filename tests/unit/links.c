/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/links.h: the list on a canvas.
 */
#include "ui/links.h"

#include "base/utf8.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What the function of the reader was told. */
struct seen {
    enum action action;
    char address[64];
};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static view_reaction
note_link(void *user, enum action action, struct str address)
{
    struct seen *seen = user;

    assert_true(address.len < sizeof seen->address);
    seen->action = action;
    memcpy(seen->address, address.ptr, address.len);
    seen->address[address.len] = '\0';
    return VIEW_CLOSE;
}

static void
add_link(struct build *b, const char *text, uint32_t roles, const char *url)
{
    link_ix link = build_link(b, str_of(url));

    build_text(b, str_of(text), (struct span_style){roles, link, LINK_NONE});
}

/* A paragraph with three links, one of them in two styles, and a footnote. */
static struct view *
make_links(struct seen *seen)
{
    struct build *b = build_new();

    build_open(b, BLOCK_PARA);
    build_text(b, STR("See "), SPAN_PLAIN);
    add_link(b, "the ", 0, "https://example.org/guide");
    add_link(b, "guide", ROLE_EM, "https://example.org/guide");
    build_text(b, STR(" or "), SPAN_PLAIN);
    add_link(b, "below", 0, "#faq");
    add_link(b, "1", ROLE_NOTE_REF, "#fn1");
    build_text(b, STR(" or "), SPAN_PLAIN);
    link_ix last = build_link(b, STR("beans.md"));
    build_text(b, STR("pinto"), (struct span_style){0, last, LINK_NONE});
    build_break(b, (struct span_style){0, last, LINK_NONE});
    build_text(b, STR("beans"), (struct span_style){0, last, LINK_NONE});
    build_close(b);

    struct article *a = build_finish(b);
    struct view *v = links_new(theme_default(), a, note_link, seen);
    article_free(a); /* the list has copies */
    return v;
}

static void
expect(struct view *v, int cols, int rows, const char *want)
{
    struct canvas c = {0};
    struct buf got = {0};

    canvas_resize(&c, cols, rows);
    v->ops->draw(v, &c, (struct rect){0, 0, cols, rows});
    canvas_add_text(&c, &got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
    canvas_done(&c);
}

static void
test_links_are_listed_with_their_addresses(void **state)
{
    struct seen seen = {0};
    struct view *v = make_links(&seen);
    (void)state;

    expect(v, 70, 6,
        "   Links   3 in this article\n"
        "     1 the guide                     https://example.org/guide\n"
        "     2 below                         #faq\n"
        "     3 pinto beans                   beans.md\n"
        "\n\n");
    v->ops->free(v);
}

static void
test_links_give_addresses_a_line_on_narrow_screens(void **state)
{
    struct seen seen = {0};
    struct view *v = make_links(&seen);
    (void)state;

    expect(v, 28, 6,
        " Links   3 in this article\n"
        "   1 the guide\n"
        "     https://example.org/g…\n"
        "   2 below\n"
        "     #faq\n"
        "   3 pinto beans\n");
    expect(v, 28, 3,
        " Links   3 in this article\n"
        "   1 the guide\n"
        "   2 below\n");
    v->ops->free(v);
}

static void
test_links_are_followed_copied_and_opened(void **state)
{
    struct seen seen = {0};
    struct view *v = make_links(&seen);
    (void)state;

    assert_int_equal(v->ops->act(v, ACTION_ENTER, 0), VIEW_CLOSE);
    assert_int_equal(seen.action, ACTION_ENTER);
    assert_string_equal(seen.address, "https://example.org/guide");
    v->ops->act(v, ACTION_LINE_DOWN, 0);
    v->ops->act(v, ACTION_COPY, 0);
    assert_int_equal(seen.action, ACTION_COPY);
    assert_string_equal(seen.address, "#faq");
    v->ops->act(v, ACTION_BOTTOM, 0);
    v->ops->act(v, ACTION_BROWSER, 0);
    assert_int_equal(seen.action, ACTION_BROWSER);
    assert_string_equal(seen.address, "beans.md");
    v->ops->free(v);
}

static void
test_links_are_found_by_text_and_address(void **state)
{
    struct seen seen = {0};
    struct view *v = make_links(&seen);
    (void)state;

    v->ops->act(v, ACTION_FIND, 0);
    for (const char *k = "org guide"; *k; k++)
        v->ops->key(v, (keymap_key)*k);
    expect(v, 64, 3,
        "   Links   3 in this article\n"
        "     1 the guide\n"
        "  /org guide                                            1 of 3\n");
    v->ops->key(v, 'x');
    assert_int_equal(v->ops->act(v, ACTION_COPY, 0), VIEW_NOTHING);
    assert_int_equal(v->ops->act(v, ACTION_CLOSE, 0), VIEW_DRAW);
    assert_int_equal(v->ops->act(v, ACTION_CLOSE, 0), VIEW_CLOSE);
    v->ops->free(v);
}

static void
test_links_tell_the_address_in_the_status_bar(void **state)
{
    struct seen seen = {0};
    struct view *v = make_links(&seen);
    struct buf left = {0}, right = {0};
    (void)state;

    v->ops->act(v, ACTION_LINE_DOWN, 0);
    v->ops->status(v, &left, &right);
    assert_string_equal(left.ptr, "#faq");
    assert_string_equal(right.ptr, "2 of 3");
    buf_done(&left);
    buf_done(&right);
    v->ops->free(v);
}

static void
test_links_of_an_article_without_any_say_so(void **state)
{
    struct article *a = build_finish(build_new());
    struct view *v = links_new(theme_default(), a, note_link, NULL);
    (void)state;

    article_free(a);
    expect(v, 40, 2, " Links   none in this article\n\n");
    assert_int_equal(v->ops->act(v, ACTION_ENTER, 0), VIEW_NOTHING);
    assert_int_equal(v->ops->act(v, ACTION_COPY, 0), VIEW_NOTHING);
    assert_int_equal(v->ops->act(v, ACTION_LINKS, 0), VIEW_CLOSE);
    v->ops->free(v);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links_are_listed_with_their_addresses),
        cmocka_unit_test(test_links_give_addresses_a_line_on_narrow_screens),
        cmocka_unit_test(test_links_are_followed_copied_and_opened),
        cmocka_unit_test(test_links_are_found_by_text_and_address),
        cmocka_unit_test(test_links_tell_the_address_in_the_status_bar),
        cmocka_unit_test(test_links_of_an_article_without_any_say_so),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
