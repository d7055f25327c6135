/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/home.h: a small shelf on a canvas.
 */
#include "ui/home.h"

#include "base/utf8.h"
#include "feedsample.h"
#include "model/build.h"
#include "ui/canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    struct shelf *shelf;
    struct view *view;
    shelf_id opened;
    bool is_closed;
};

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

static shelf_id
add(struct shelf *shelf, const char *path)
{
    char place[64];
    struct source source = {.kind = SOURCE_FILE, .place = place, .key = place};
    struct err err = {0};

    snprintf(place, sizeof place, "%s", path);
    shelf_id id = shelf_add(shelf, &source, &err);
    assert_int_not_equal(id, SHELF_NONE);
    return id;
}

/* Notes an article of n words that gives an order; "" for what is unknown. */
static void
note(struct shelf *shelf, shelf_id id, const char *title, const char *excerpt,
    const char *order, unsigned n_words)
{
    struct build *b = build_new();

    build_fact(b, FACT_TITLE, str_of(title));
    build_fact(b, FACT_EXCERPT, str_of(excerpt));
    build_fact(b, FACT_ORDER, str_of(order));
    build_fact(b, FACT_BYLINE, STR("Ann"));
    build_fact(b, FACT_PUBLISHED, STR("2026-10-26T08:00:00Z"));
    build_open(b, BLOCK_PARA);
    for (unsigned i = 0; i < n_words; i++)
        build_text(b, STR("word "), SPAN_PLAIN);
    build_close(b);
    struct article *a = build_finish(b);
    shelf_note_article(shelf, id, a);
    article_free(a);
}

static view_reaction
note_open(void *user, shelf_id id)
{
    ((struct fixture *)user)->opened = id;
    return VIEW_NOTHING;
}

static void
note_close(void *user)
{
    ((struct fixture *)user)->is_closed = true;
}

static void
begin(struct fixture *f)
{
    f->opened = SHELF_NONE;
    f->is_closed = false;
    f->shelf = shelf_new();
    const struct home_host host = {
        note_open, note_open, note_open, note_close, f};
    f->view = home_new(theme_default(), f->shelf, &host);
}

/* Begins with three articles, of which the second could not be read. */
static void
begin_with_three(struct fixture *f)
{
    begin(f);
    shelf_id beans = add(f->shelf, "/pantry/beans.md");
    shelf_id bad = add(f->shelf, "/pantry/burnt.md");
    add(f->shelf, "/pantry/rice.md");
    note(f->shelf, beans, "Pinto beans", "A plain bean with a lot of fiber", "",
        500);
    shelf_note_failure(f->shelf, bad, "permission denied");
    home_refresh(f->view);
}

static void
end(struct fixture *f)
{
    f->view->ops->free(f->view);
    assert_true(f->is_closed);
    shelf_free(f->shelf);
}

static void
expect(struct fixture *f, int cols, int rows, const char *want)
{
    struct canvas c = {0};
    struct buf got = {0};

    canvas_resize(&c, cols, rows);
    f->view->ops->draw(f->view, &c, (struct rect){0, 0, cols, rows});
    canvas_add_text(&c, &got);
    buf_end(&got);
    assert_string_equal(got.ptr, want);
    buf_done(&got);
    canvas_done(&c);
}

static view_reaction
act(struct fixture *f, enum action action)
{
    return f->view->ops->act(f->view, action, 0);
}

static void
test_home_shows_articles_with_what_is_known(void **state)
{
    struct fixture f;
    (void)state;

    begin_with_three(&f);
    expect(&f, 64, 14,
        "   gutread\n"
        "\n"
        "   pantry\n"
        "\n"
        "   Pinto beans                       Ann · 2026-10-26 · 3 min\n"
        "   A plain bean with a lot of fiber\n"
        "\n"
        "   burnt.md\n"
        "   permission denied\n"
        "\n"
        "   rice.md\n"
        "\n\n\n");
    end(&f);
}

static void
test_home_shows_long_excerpts_and_titles_as_far_as_they_go(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f);
    shelf_id id = add(f.shelf, "/pantry/beans.md");
    note(f.shelf, id, "Everything there is to be said of pinto beans",
        "One two three four five six seven eight nine ten eleven twelve "
        "thirteen fourteen fifteen sixteen seventeen",
        "", 500);
    home_refresh(f.view);
    expect(&f, 50, 9,
        " gutread\n"
        " pantry\n"
        "\n"
        " Everything there is to be said of pinto …  3 min\n"
        " One two three four five six seven eight nine ten\n"
        " eleven twelve thirteen fourteen fifteen sixteen…\n"
        "\n\n\n");
    expect(&f, 30, 3,
        " gutread\n"
        " pantry\n"
        " Everything there is to be s…\n");
    end(&f);
}

static void
test_home_shows_less_where_there_is_less_room(void **state)
{
    struct fixture f;
    (void)state;

    begin_with_three(&f);
    expect(&f, 40, 8,
        " gutread\n"
        " pantry\n"
        " Pinto beans                      3 min\n"
        " A plain bean with a lot of fiber\n"
        " burnt.md\n"
        " permission denied\n"
        " rice.md\n"
        "\n");
    expect(&f, 46, 5,
        " gutread\n"
        " pantry\n"
        " Pinto beans               2026-10-26 · 3 min\n"
        " burnt.md                   permission denied\n"
        " rice.md\n");
    expect(&f, 20, 3,
        " gutread\n"
        " pantry\n"
        " Pinto beans\n");
    expect(&f, 1, 1, "\n");
    end(&f);
}

static void
test_home_opens_what_is_selected(void **state)
{
    struct fixture f;
    (void)state;

    begin_with_three(&f);
    act(&f, ACTION_LINE_DOWN);
    assert_int_equal(act(&f, ACTION_ENTER), VIEW_NOTHING);
    assert_int_equal(f.opened, 1);
    act(&f, ACTION_BOTTOM);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 2);
    assert_int_equal(act(&f, ACTION_CLOSE), VIEW_CLOSE);
    end(&f);
}

/* Adds a folder of three empty files, which is removed at once, so that their
 * order may change. */
static void
add_folder(struct fixture *f)
{
    char path[] = "/tmp/gutread-home-XXXXXX", file[64];
    struct source folder = {.kind = SOURCE_FOLDER, .place = path, .key = path};
    struct err err = {0};

    assert_non_null(mkdtemp(path));
    for (int c = 'a'; c <= 'c'; c++) {
        snprintf(file, sizeof file, "%s/%c.md", path, c);
        fclose(fopen(file, "w"));
    }
    assert_int_equal(shelf_add(f->shelf, &folder, &err), 0);
    for (int c = 'a'; c <= 'c'; c++) {
        snprintf(file, sizeof file, "%s/%c.md", path, c);
        unlink(file);
    }
    rmdir(path);
    home_refresh(f->view);
}

static void
test_home_follows_what_is_selected_to_its_new_place(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f);
    add_folder(&f);
    act(&f, ACTION_LINE_DOWN);
    note(f.shelf, 2, "Rice", "", "1", 0);
    home_refresh(f.view);
    assert_int_equal(shelf_place(f.shelf, 1), 2);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 1);
    act(&f, ACTION_TOP);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 2);
    end(&f);
}

/* The order that reading has changed is not shown yet. */
static void
test_home_goes_to_an_article_at_its_new_place(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f);
    add_folder(&f);
    note(f.shelf, 2, "Rice", "", "1", 0);
    home_select(f.view, 1);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 1);
    act(&f, ACTION_TOP);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 2);
    end(&f);
}

static void
test_home_stays_at_the_top_while_articles_find_their_places(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f);
    add_folder(&f);
    note(f.shelf, 2, "First", "", "1", 10);
    home_refresh(f.view);
    act(&f, ACTION_ENTER);
    assert_int_equal(f.opened, 2);
    end(&f);
}

static void
test_home_finds_by_title_byline_and_excerpt(void **state)
{
    struct fixture f;
    (void)state;

    begin_with_three(&f);
    act(&f, ACTION_FIND);
    for (const char *k = "fiber ann"; *k; k++)
        f.view->ops->key(f.view, (keymap_key)*k);
    expect(&f, 40, 6,
        " gutread\n"
        " pantry\n"
        " Pinto beans                      3 min\n"
        "\n\n"
        "/fiber ann                        1 of 3\n");
    assert_int_equal(act(&f, ACTION_CLOSE), VIEW_DRAW);
    assert_int_equal(act(&f, ACTION_CLOSE), VIEW_CLOSE);
    end(&f);
}

static void
test_home_calls_the_list_by_what_the_articles_share(void **state)
{
    static const struct {
        const char *name;
        const char *places[2];
        const char *want;
    } cases[] = {
        {"one folder", {"/pantry/a.md", "/pantry/b.md"}, "pantry"},
        {"two folders", {"/pantry/a.md", "/cellar/b.md"}, "Articles"},
        {"a folder in it", {"/pantry/a.md", "/pantry/x/b.md"}, "Articles"},
        {"the root", {"/a.md", "/b.md"}, "Articles"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        struct buf left = {0}, right = {0};
        begin(&f);
        add(f.shelf, cases[i].places[0]);
        add(f.shelf, cases[i].places[1]);
        home_refresh(f.view);
        f.view->ops->status(f.view, &left, &right);
        if (strcmp(left.ptr, cases[i].want) != 0)
            fail_msg("%s: '%s'", cases[i].name, left.ptr);
        assert_string_equal(right.ptr, "1 of 2");
        buf_done(&left);
        buf_done(&right);
        end(&f);
    }
}

static void
test_home_with_an_empty_shelf_says_what_to_do(void **state)
{
    struct fixture f;
    (void)state;

    begin(&f);
    expect(&f, 64, 8,
        "   gutread\n"
        "   There is nothing to read here yet: the articles that come\n"
        "   with gutread were not found. Name a file, several, or a\n"
        "   folder, in Markdown or plain text:\n"
        "\n"
        "       gutread article.md\n"
        "       gutread notes/\n"
        "       gutread - < article.md\n");
    assert_int_equal(act(&f, ACTION_ENTER), VIEW_NOTHING);
    assert_int_equal(act(&f, ACTION_CLOSE), VIEW_CLOSE);
    end(&f);
}

static void
test_home_shows_the_excerpts_of_a_feed_however_long_it_is(void **state)
{
    struct fixture f;
    struct collect *c = collect_new();
    (void)state;

    begin(&f);
    shelf_id id = add(f.shelf, "/pantry/feed.xml");
    collect_fact(c, FEED_TITLE, STR("Bean news"));
    for (int i = 1; i <= 9; i++) {
        char title[32];
        snprintf(title, sizeof title, "Entry %d", i);
        feedsample_add(c, title, NULL, title);
        collect_entry_fact(c, FEED_ENTRY_PUBLISHED, STR("2025-07-05T10:00"));
        collect_entry_fact(c, FEED_ENTRY_EXCERPT, STR("About beans."));
    }
    shelf_spread(f.shelf, id, collect_finish(c));
    home_refresh(f.view);
    expect(&f, 44, 9,
        " gutread\n"
        " Bean news\n"
        " Entry 1                         2025-07-05\n"
        " About beans.\n"
        " Entry 2                         2025-07-05\n"
        " About beans.\n"
        " Entry 3                         2025-07-05\n"
        " About beans.\n"
        " Entry 4                         2025-07-05\n");
    end(&f);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_home_shows_articles_with_what_is_known),
        cmocka_unit_test(
            test_home_shows_long_excerpts_and_titles_as_far_as_they_go),
        cmocka_unit_test(test_home_shows_less_where_there_is_less_room),
        cmocka_unit_test(test_home_opens_what_is_selected),
        cmocka_unit_test(test_home_follows_what_is_selected_to_its_new_place),
        cmocka_unit_test(test_home_goes_to_an_article_at_its_new_place),
        cmocka_unit_test(
            test_home_stays_at_the_top_while_articles_find_their_places),
        cmocka_unit_test(test_home_finds_by_title_byline_and_excerpt),
        cmocka_unit_test(test_home_calls_the_list_by_what_the_articles_share),
        cmocka_unit_test(test_home_with_an_empty_shelf_says_what_to_do),
        cmocka_unit_test(
            test_home_shows_the_excerpts_of_a_feed_however_long_it_is),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
