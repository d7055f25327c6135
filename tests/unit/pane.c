/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/pane.h, ui/spots.h and ui/paint.h together: what is seen.
 */
#include "ui/pane.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "story.h"
#include "ui/paint.h"
#include "ui/spots.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const long_story =
    "# One\n"
    "Words of the first section, enough of them to fill a line or two of a "
    "narrow pane.\n"
    "# Two\n"
    "Words of the second section, enough of them to fill a line or two of a "
    "narrow pane.\n"
    "## Two and a half\n"
    "Words of the section below the second, enough of them to fill two lines.\n"
    "# Three\n"
    "Words of the third section, enough of them to fill a line or two of a "
    "narrow pane.\n"
    "The end.\n";

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static struct pane
open_pane(const char *text, int cols, int rows)
{
    struct pane p = {0};
    pane_resize(&p, cols, rows, 72);
    pane_open(&p, story_new(text), true);
    return p;
}

static uint32_t
offset(const struct pane *p, const char *words)
{
    struct str text = {p->article->text, p->article->n_text};
    size_t at = str_find(text, str_of(words), 0);
    assert_true(at < text.len);
    return (uint32_t)at;
}

/* Returns what is seen on a row, without the margin; owned. */
static char *
row(const struct pane *p, const struct paint *paint, int n)
{
    struct canvas c = {0};
    struct buf text = {0};
    canvas_resize(&c, p->cols, p->rows);
    paint_pane(paint, p, &c, (struct rect){0, 0, p->cols, p->rows});
    canvas_add_text(&c, &text);
    struct str rest = buf_str(&text), line = {0};
    for (int i = 0; i <= n; i++)
        line = str_next_line(&rest);
    char *copy = mem_copy_text(line.ptr, line.len);
    buf_done(&text);
    canvas_done(&c);
    return copy;
}

static void
expect_row(const struct pane *p, int n, const char *want)
{
    struct paint paint = {.theme = theme_default()};
    char *got = row(p, &paint, n);
    assert_string_equal(got, want);
    free(got);
}

static void
test_pane_keeps_the_place_over_every_width(void **state)
{
    struct pane p = open_pane(long_story, 60, 6);
    (void)state;
    pane_jump(&p, offset(&p, "Two"));
    expect_row(&p, 0, " Two");
    for (int cols = 20; cols < 120; cols += 7) {
        pane_resize(&p, cols, 6, 72);
        char *got = row(&p, &(struct paint){.theme = theme_default()}, 0);
        assert_non_null(strstr(got, " Two"));
        free(got);
    }
    pane_resize(&p, 60, 6, 72);
    expect_row(&p, 0, " Two");

    /* A place in the middle of a paragraph comes back exactly. */
    pane_scroll(&p, 4);
    struct place place = p.place;
    pane_resize(&p, 30, 6, 72);
    pane_resize(&p, 25, 9, 72);
    pane_resize(&p, 60, 6, 72);
    assert_int_equal(p.place.at, place.at);
    assert_int_equal(layout_line_at(p.layout, place.at), p.top + place.lead);
    pane_done(&p);
}

static void
test_pane_stays_at_the_beginning(void **state)
{
    struct pane p = open_pane(long_story, 60, 6);
    (void)state;
    for (int cols = 20; cols < 100; cols += 9) {
        pane_resize(&p, cols, 6, 72);
        assert_int_equal(p.top, 0);
    }
    pane_titles(&p, "Before", "After");
    assert_int_equal(p.top, 0);
    pane_done(&p);
}

static void
test_pane_scrolls_as_far_as_there_are_lines(void **state)
{
    struct pane p = open_pane(long_story, 60, 6);
    (void)state;
    assert_false(pane_scroll(&p, -1));
    assert_true(pane_scroll(&p, 1));
    assert_int_equal(p.top, 1);
    assert_true(pane_scroll(&p, 1000000));
    assert_true(pane_is_at_end(&p));
    assert_int_equal(p.top, p.layout->n_lines - 6);
    assert_false(pane_scroll(&p, 1));
    assert_int_equal(pane_percent(&p), 100);
    assert_int_equal(pane_minutes_left(&p), 0);
    assert_true(pane_scroll(&p, -1000000));
    assert_int_equal(p.top, 0);
    assert_int_equal(pane_percent(&p), 0);
    assert_int_equal(pane_minutes_left(&p), 1);
    pane_go(&p, UINT32_MAX);
    assert_true(pane_is_at_end(&p));

    /* Where all of it is seen there is nowhere to go. */
    pane_resize(&p, 60, 100, 72);
    assert_int_equal(p.top, 0);
    assert_false(pane_scroll(&p, 5));
    assert_int_equal(pane_percent(&p), 100);
    pane_done(&p);
}

static void
test_pane_folds_and_comes_back(void **state)
{
    struct pane p = open_pane(long_story, 60, 8);
    (void)state;
    uint32_t before = p.layout->n_lines;
    pane_jump(&p, offset(&p, "below the second"));
    uint32_t top = p.top;
    struct place place = p.place;

    pane_fold_all(&p, true);
    assert_true(p.layout->n_lines < before);
    pane_fold_all(&p, false);
    assert_int_equal(p.layout->n_lines, before);
    assert_int_equal(p.top, top);
    assert_int_equal(p.place.at, place.at);

    /* What is sought in a fold in a fold is opened, and nothing else. */
    pane_fold_all(&p, true);
    pane_reveal(&p, offset(&p, "below the second"));
    assert_int_equal(p.folded[0], 1);
    assert_int_equal(p.folded[1], 0);
    assert_int_equal(p.folded[2], 0);
    assert_int_equal(p.folded[3], 1);
    pane_done(&p);
}

static void
test_pane_goes_from_heading_to_heading(void **state)
{
    struct pane p = open_pane(long_story, 60, 8);
    (void)state;
    assert_int_equal(pane_section(&p, true), SECTION_NONE);
    assert_int_equal(pane_next_heading(&p, -1), SECTION_NONE);
    for (section_ix want = 0; want < 4; want++) {
        section_ix s = pane_next_heading(&p, 1);
        assert_int_equal(s, want);
        pane_jump(&p, pane_section_at(&p, s));
        assert_int_equal(pane_section(&p, true), want);
    }
    assert_int_equal(pane_next_heading(&p, 1), SECTION_NONE);
    assert_int_equal(pane_next_heading(&p, -1), 2);

    /* One that is folded away is not gone to. */
    pane_go(&p, 0);
    pane_fold(&p, 1, true);
    pane_jump(&p, pane_section_at(&p, 1));
    assert_int_equal(pane_next_heading(&p, 1), 3);
    pane_done(&p);
}

static void
test_pane_replaces_an_article_under_the_reader(void **state)
{
    struct pane p = open_pane(long_story, 60, 6);
    struct buf changed = {0};
    (void)state;
    pane_titles(&p, "Before", NULL);
    pane_jump(&p, offset(&p, "Words of the third"));
    pane_fold(&p, 0, true);
    buf_add_text(&changed, "# New\nMuch that was put in.\n\n");
    buf_add_text(&changed, long_story);
    pane_replace(&p, story_new(changed.ptr), true);
    expect_row(
        &p, 0, " Words of the third section, enough of them to fill a line");
    assert_int_equal(p.folded[0], 0);
    assert_int_equal(p.folded[1], 1);
    buf_done(&changed);
    pane_done(&p);
}

static void
test_spots_are_links_and_what_folds(void **state)
{
    struct pane p = open_pane("# FAQ\n"
                              "[here] is a link, then\n"
                              "? A question\n"
                              "An answer with [here] inside.\n"
                              "? Another\n"
                              "[there] is one more.\n",
        40, 30);
    struct spots spots = {0};
    struct spot none = {0};
    (void)state;

    spots_add(&spots, &p, 0, p.layout->n_lines);
    assert_int_equal(spots.n_items, 3);
    assert_int_equal(spots.items[0].kind, SPOT_LINK);
    assert_int_equal(spots.items[1].kind, SPOT_FOLD);
    assert_int_equal(spots.items[2].kind, SPOT_FOLD);

    struct spot spot = spots_next(&p, &none, 1);
    assert_true(spots_eq(&spot, &spots.items[0]));
    spot = spots_next(&p, &none, -1);
    assert_true(spots_eq(&spot, &spots.items[2]));
    spot = spots_next(&p, &spots.items[0], 1);
    assert_true(spots_eq(&spot, &spots.items[1]));
    spot = spots_next(&p, &spots.items[2], 1);
    assert_int_equal(spot.kind, SPOT_NONE);

    /* Opening a fold brings its links, and the focus stays what it was. */
    spot = spots.items[2];
    uint32_t line = spot.line;
    pane_fold(&p, spots.items[1].section, false);
    assert_true(spots_find(&p, &spot));
    assert_true(spot.line > line);
    assert_true(spots_eq(&spot, &spots.items[2]));
    spots_done(&spots);
    pane_done(&p);
}

static void
test_spots_are_found_under_the_mouse(void **state)
{
    struct pane p =
        open_pane("[here] is a link\n? A question\nAn answer.\n", 40, 30);
    (void)state;
    uint32_t line = pane_line(&p, offset(&p, "here"));
    assert_int_equal(spots_under(&p, line, 0).kind, SPOT_LINK);
    assert_int_equal(spots_under(&p, line, 3).kind, SPOT_LINK);
    assert_int_equal(spots_under(&p, line, 4).kind, SPOT_NONE);
    line = pane_line(&p, offset(&p, "A question"));
    assert_int_equal(spots_under(&p, line, 3).kind, SPOT_FOLD);
    assert_int_equal(spots_under(&p, 9999, 3).kind, SPOT_NONE);
    assert_int_equal(spots_under(&p, line, -2).kind, SPOT_FOLD);
    pane_done(&p);
}

static void
test_paint_tints_hits_and_the_focus(void **state)
{
    struct pane p = open_pane("[here] is a link\n", 40, 10);
    struct find_hit items[] = {{2, 4}};
    struct find_hits hits = {items, 1, 1, false};
    struct spot none = {0};
    struct paint paint = {.theme = theme_default(), .hits = &hits, .hit = 0};
    struct canvas c = {0};
    (void)state;

    paint.focus = spots_next(&p, &none, 1);
    canvas_resize(&c, 40, 10);
    paint_pane(&paint, &p, &c, (struct rect){0, 0, 40, 10});
    uint32_t line = pane_line(&p, 0);
    const struct cell *cells = &c.cells[line * 40 + 1];
    assert_string_equal(cells[0].text, "h");
    assert_true(cells[0].attrs.bits & THEME_REVERSE);
    assert_true(cells[3].attrs.bits & THEME_REVERSE);
    assert_false(cells[4].attrs.bits & THEME_REVERSE);
    int16_t bg = theme_default()->keys[THEME_MATCH_HERE].bg;
    assert_int_not_equal(cells[1].attrs.bg, bg);
    assert_int_equal(cells[2].attrs.bg, bg);
    assert_int_equal(cells[5].attrs.bg, bg);
    assert_int_not_equal(cells[6].attrs.bg, bg);
    canvas_done(&c);
    pane_done(&p);
}

static void
test_paint_marks_code_that_goes_on(void **state)
{
    struct pane p =
        open_pane("| a line of code that is too long for this\n", 24, 8);
    (void)state;
    uint32_t line = pane_line(&p, 0);
    struct paint paint = {.theme = theme_default()};
    char *got = row(&p, &paint, (int)line);
    assert_non_null(strstr(got, "a line of"));
    assert_non_null(strstr(got, "›"));
    assert_null(strstr(got, "‹"));
    free(got);

    assert_true(pane_shift(&p, 8));
    got = row(&p, &paint, (int)line);
    assert_null(strstr(got, "a line"));
    assert_non_null(strstr(got, "‹"));
    assert_non_null(strstr(got, "›"));
    free(got);

    assert_true(pane_shift(&p, 1000));
    assert_false(pane_shift(&p, 1));
    got = row(&p, &paint, (int)line);
    assert_non_null(strstr(got, "for this"));
    assert_null(strstr(got, "›"));
    free(got);
    pane_done(&p);
}

static void
test_pane_shows_what_is_far_to_the_side(void **state)
{
    struct pane p =
        open_pane("| a line of code that is too long for this\n", 24, 8);
    struct paint paint = {.theme = theme_default()};
    (void)state;
    uint32_t line = pane_line(&p, 0), there = offset(&p, "too long");

    pane_show(&p, offset(&p, "line of"));
    assert_int_equal(p.shift, 0);
    pane_show(&p, there);
    char *got = row(&p, &paint, (int)line);
    assert_non_null(strstr(got, "too long"));
    free(got);
    int shift = p.shift;
    pane_show(&p, there);
    assert_int_equal(p.shift, shift);
    pane_show(&p, 0);
    assert_int_equal(p.shift, 0);
    pane_done(&p);
}

static void
test_pane_can_hold_nothing_at_all(void **state)
{
    struct pane p = open_pane("", 30, 5);
    struct spots spots = {0};
    struct spot none = {0};
    (void)state;
    pane_scroll(&p, 10);
    pane_scroll(&p, -10);
    pane_jump(&p, 0);
    pane_show(&p, 0);
    pane_reveal(&p, 0);
    pane_fold_all(&p, true);
    assert_int_equal(pane_section(&p, true), SECTION_NONE);
    assert_int_equal(pane_next_heading(&p, 1), SECTION_NONE);
    assert_int_equal(pane_next_heading(&p, -1), SECTION_NONE);
    assert_int_equal(pane_percent(&p), 100);
    assert_int_equal(pane_minutes_left(&p), 0);
    spots_add(&spots, &p, 0, 10);
    assert_int_equal(spots_next(&p, &none, 1).kind, SPOT_NONE);
    expect_row(&p, 4, "");
    pane_replace(&p, story_new("# Something\nnew\n"), true);
    pane_replace(&p, story_new(""), true);
    spots_done(&spots);
    pane_done(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pane_keeps_the_place_over_every_width),
        cmocka_unit_test(test_pane_stays_at_the_beginning),
        cmocka_unit_test(test_pane_scrolls_as_far_as_there_are_lines),
        cmocka_unit_test(test_pane_folds_and_comes_back),
        cmocka_unit_test(test_pane_goes_from_heading_to_heading),
        cmocka_unit_test(test_pane_replaces_an_article_under_the_reader),
        cmocka_unit_test(test_spots_are_links_and_what_folds),
        cmocka_unit_test(test_spots_are_found_under_the_mouse),
        cmocka_unit_test(test_paint_tints_hits_and_the_focus),
        cmocka_unit_test(test_paint_marks_code_that_goes_on),
        cmocka_unit_test(test_pane_shows_what_is_far_to_the_side),
        cmocka_unit_test(test_pane_can_hold_nothing_at_all),
    };
    return cmocka_run_group_tests(tests, start, NULL);
}
