/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/shelf.h.
 */
#include "app/shelf.h"

#include "feedsample.h"

#include "base/file.h"
#include "model/build.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static int
enter_folder(void **state)
{
    char *folder = strdup("/tmp/gutread-shelf-XXXXXX");

    *state = folder;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int
leave_folder(void **state)
{
    static const char *const names[] = {"a.md", "b.md", "c.md", "d.md"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    int status = chdir("/") == 0 ? rmdir(*state) : -1;
    free(*state);
    return status;
}

static void
touch(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    assert_true(fd >= 0);
    close(fd);
}

static shelf_id
add(struct shelf *s, const char *argument)
{
    struct source source;
    struct err err;

    if (!source_parse(argument, &source, &err))
        fail_msg("%s: %s", argument, err.text);
    shelf_id id = shelf_add(s, &source, &err);
    source_done(&source);
    return id;
}

/*
 * Notes an article with that title and order; NULL for none.
 */
static void
note(struct shelf *s, shelf_id id, const char *title, const char *order)
{
    struct build *b = build_new();

    build_open(b, BLOCK_PARA);
    build_text(b, STR("three little words"), SPAN_PLAIN);
    build_close(b);
    if (title)
        build_fact(b, FACT_TITLE, str_of(title));
    if (order)
        build_fact(b, FACT_ORDER, str_of(order));
    build_fact(b, FACT_BYLINE, STR("Ann"));
    struct article *a = build_finish(b);
    shelf_note_article(s, id, a);
    article_free(a);
}

/*
 * Compares the names of the files, in their order, with those in wanted.
 */
static void
check_order(const struct shelf *s, const char *wanted)
{
    struct buf got = {0};

    for (uint32_t place = 0; place < shelf_count(s); place++) {
        shelf_id id = shelf_at(s, place);
        assert_int_equal(shelf_place(s, id), place);
        buf_add(&got, file_name(shelf_item(s, id)->source.place), 1);
    }
    assert_string_equal(got.ptr, wanted);
    buf_done(&got);
}

static void
test_shelf_keeps_arguments_as_they_were_given(void **state)
{
    struct shelf *s = shelf_new();
    (void)state;

    touch("a.md"), touch("b.md"), touch("c.md");
    assert_int_equal(shelf_count(s), 0);
    assert_int_equal(add(s, "c.md"), 0);
    assert_int_equal(add(s, "a.md"), 1);
    assert_int_equal(add(s, "b.md"), 2);
    note(s, 0, NULL, "3");
    note(s, 1, NULL, "2");
    note(s, 2, NULL, "1");
    check_order(s, "cab");
    shelf_free(s);
}

static void
test_shelf_adds_nothing_twice(void **state)
{
    struct shelf *s = shelf_new();
    (void)state;

    touch("a.md"), touch("b.md"), touch("c.md");
    assert_int_equal(add(s, "b.md"), 0);
    assert_int_equal(add(s, "./b.md"), 0);
    assert_int_equal(add(s, "."), 1);
    assert_int_equal(add(s, "."), 1);
    check_order(s, "bac");
    assert_int_equal(add(s, "-"), 3);
    assert_int_equal(add(s, "-"), 3);
    shelf_free(s);
}

static void
test_shelf_orders_a_folder_by_what_articles_say(void **state)
{
    struct shelf *s = shelf_new();
    (void)state;

    touch("a.md"), touch("b.md"), touch("c.md"), touch("d.md");
    assert_int_equal(add(s, "."), 0);
    check_order(s, "abcd");
    note(s, 3, NULL, "-1");
    check_order(s, "dabc");
    note(s, 1, NULL, "2");
    check_order(s, "dbac");
    note(s, 0, NULL, NULL);
    note(s, 2, NULL, "x");
    check_order(s, "dbac");
    note(s, 3, NULL, "99999999999");
    check_order(s, "bacd");
    shelf_free(s);
}

static void
test_shelf_knows_neighbors(void **state)
{
    struct shelf *s = shelf_new();
    (void)state;

    touch("a.md"), touch("b.md");
    add(s, "b.md");
    add(s, "a.md");
    assert_int_equal(shelf_neighbor(s, 0, 1), 1);
    assert_int_equal(shelf_neighbor(s, 1, -1), 0);
    assert_int_equal(shelf_neighbor(s, 0, -1), SHELF_NONE);
    assert_int_equal(shelf_neighbor(s, 1, 1), SHELF_NONE);
    shelf_free(s);
}

static void
test_shelf_notes_what_articles_say(void **state)
{
    struct shelf *s = shelf_new();
    (void)state;

    touch("a.md");
    add(s, "a.md");
    assert_false(shelf_item(s, 0)->is_known);
    assert_string_equal(shelf_title(s, 0), "a.md");

    shelf_note_failure(s, 0, "No such file");
    assert_true(shelf_item(s, 0)->is_known);
    assert_string_equal(shelf_item(s, 0)->failure, "No such file");
    assert_string_equal(shelf_title(s, 0), "a.md");

    note(s, 0, "The title", "7");
    assert_null(shelf_item(s, 0)->failure);
    assert_null(shelf_item(s, 0)->published);
    assert_string_equal(shelf_title(s, 0), "The title");
    assert_string_equal(shelf_item(s, 0)->byline, "Ann");
    assert_int_equal(shelf_item(s, 0)->order, 7);
    assert_int_equal(shelf_item(s, 0)->words, 3);

    shelf_note_failure(s, 0, "gone");
    assert_string_equal(shelf_title(s, 0), "The title");
    shelf_free(s);
}

static void
test_shelf_finds_sources(void **state)
{
    struct source web = {.kind = SOURCE_WEB};
    struct shelf *s = shelf_new();
    struct source b;
    struct err err;
    (void)state;

    touch("a.md"), touch("b.md"), touch("c.md");
    add(s, "c.md");
    add(s, "b.md");
    add(s, "a.md");
    assert_true(source_parse("b.md", &b, &err));
    assert_int_equal(shelf_find(s, &b), 1);
    assert_int_equal(shelf_find(s, &web), SHELF_NONE);
    source_done(&b);
    shelf_free(s);
    shelf_free(NULL);
}

static void
test_shelf_refuses_a_folder_without_articles(void **state)
{
    struct shelf *s = shelf_new();
    struct source folder;
    struct err err;
    (void)state;

    assert_true(source_parse(".", &folder, &err));
    assert_int_equal(shelf_add(s, &folder, &err), SHELF_NONE);
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_string_equal(
        err.text, "no articles in this folder (.md, .html or .txt)");
    source_done(&folder);
    shelf_free(s);
}

/* Puts a.md, c.md, which is a feed with three entries, and b.md on a shelf; returns the shelf
 * and in *out_id the first entry. */
static struct shelf *
make_shelf_with_feed(shelf_id *out_id)
{
    struct shelf *s = shelf_new();

    touch("a.md"), touch("c.md"), touch("b.md");
    add(s, "a.md");
    add(s, "c.md");
    add(s, "b.md");
    *out_id = shelf_spread(s, 1, feedsample_feed());
    return s;
}

static void
test_shelf_puts_the_entries_of_a_feed_in_its_place(void **state)
{
    shelf_id first;
    struct shelf *s = make_shelf_with_feed(&first);
    (void)state;

    assert_int_equal(shelf_count(s), 5);
    assert_int_equal(shelf_at(s, 0), 0);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(shelf_at(s, 1 + i), first + i);
    assert_int_equal(shelf_at(s, 4), 2);
    assert_int_equal(shelf_place(s, 1), 1);
    assert_int_equal(shelf_neighbor(s, 0, 1), first);
    assert_int_equal(shelf_neighbor(s, first + 2, 1), 2);
    assert_int_equal(shelf_neighbor(s, 2, -1), first + 2);
    shelf_free(s);
}

static void
test_shelf_knows_what_a_feed_says_of_its_entries(void **state)
{
    shelf_id first;
    struct shelf *s = make_shelf_with_feed(&first);
    const struct shelf_item *item = shelf_item(s, first);
    (void)state;

    assert_string_equal(shelf_title(s, first), "Soaking");
    assert_string_equal(item->published, "2025-07-05");
    assert_int_equal(item->source.kind, SOURCE_WEB);
    assert_string_equal(item->source.place, "https://example.org/soak");
    assert_true(item->words > 0);
    item = shelf_item(s, first + 1);
    assert_string_equal(shelf_title(s, first + 1), "Salt \xC3\xA9 water");
    assert_null(item->excerpt);
    assert_int_equal(shelf_item(s, first + 2)->source.kind, SOURCE_ENTRY);
    assert_string_equal(shelf_title(s, 1), "Bean news");
    shelf_free(s);
}

static void
test_shelf_has_the_articles_of_a_feed(void **state)
{
    shelf_id first;
    struct shelf *s = make_shelf_with_feed(&first);
    struct article *a = shelf_article(s, first, true);
    (void)state;

    assert_non_null(a);
    article_free(a);
    assert_null(shelf_article(s, first + 1, true));
    a = shelf_article(s, first + 1, false);
    assert_non_null(a);
    article_free(a);
    assert_null(shelf_article(s, first + 2, false));
    assert_null(shelf_article(s, 0, false));
    shelf_free(s);
}

static void
test_shelf_puts_another_edition_of_a_feed_before_what_it_had(void **state)
{
    struct shelf *s = shelf_new();
    struct collect *c = collect_new();
    (void)state;

    touch("b.md");
    touch("c.md");
    touch("d.md");
    add(s, "b.md");
    add(s, "c.md");
    add(s, "d.md");
    feedsample_add(c, "One", "https://a.example/1", "1");
    feedsample_add(c, "Two", "https://a.example/2", "2");
    const shelf_id one = shelf_spread(s, 1, collect_finish(c));

    c = collect_new();
    feedsample_add(c, "Three", "https://a.example/3", "3");
    feedsample_add(c, "New two", "https://a.example/2", "2");
    const shelf_id three = shelf_spread(s, 1, collect_finish(c));
    assert_int_equal(shelf_count(s), 5);
    static const char *const titles[] = {
        "b.md", "Three", "New two", "One", "d.md"};
    for (uint32_t i = 0; i < 5; i++)
        assert_string_equal(shelf_title(s, shelf_at(s, i)), titles[i]);
    assert_int_equal(shelf_at(s, 1), three);
    assert_int_equal(shelf_at(s, 2), one + 1);
    assert_int_equal(shelf_at(s, 3), one);
    assert_int_equal(shelf_place(s, 1), 1);
    assert_int_equal(shelf_feed(s, one), 1);
    assert_int_equal(shelf_feed(s, 0), SHELF_NONE);

    /* Of what has become an article meanwhile the entries stay. */
    struct article *a = build_finish(build_new());
    shelf_note_article(s, 1, a);
    article_free(a);
    assert_int_equal(shelf_at(s, 1), three);
    assert_int_equal(shelf_place(s, 1), 1);
    shelf_free(s);
}

static void
test_shelf_spreads_a_feed_only_once(void **state)
{
    shelf_id first;
    struct shelf *s = make_shelf_with_feed(&first);
    (void)state;

    assert_int_equal(shelf_spread(s, 1, feedsample_feed()), first);
    assert_int_equal(shelf_count(s), 5);
    assert_int_equal(
        shelf_spread(s, 0, collect_finish(collect_new())), SHELF_NONE);
    assert_int_equal(shelf_count(s), 5);
    shelf_free(s);
}

static void
test_shelf_loses_no_entries_that_lead_to_the_same_page(void **state)
{
    struct shelf *s = shelf_new();
    struct collect *c = collect_new();
    (void)state;

    touch("c.md");
    add(s, "c.md");
    feedsample_add(c, "One", "https://a.example/", "1");
    feedsample_add(c, "Two", "https://a.example/", "2");
    feedsample_add(c, "Three", "https://a.example/", "3");
    struct build *b = build_new();
    build_open(b, BLOCK_PARA);
    build_text(b, STR("All of it."), SPAN_PLAIN);
    build_close(b);
    struct article *a = build_finish(b);
    collect_article(c, a, true);
    article_free(a);
    shelf_id first = shelf_spread(s, 0, collect_finish(c));
    assert_int_equal(shelf_count(s), 3);

    /* What has no text is read where its link leads. */
    for (shelf_id id = first; id < first + 2; id++) {
        assert_int_equal(shelf_item(s, id)->source.kind, SOURCE_WEB);
        assert_string_equal(
            shelf_item(s, id)->source.place, "https://a.example/");
        assert_int_equal(shelf_find(s, &shelf_item(s, id)->source), id);
    }
    assert_int_equal(shelf_item(s, first + 2)->source.kind, SOURCE_ENTRY);
    shelf_free(s);
}

static void
test_shelf_takes_long_feeds(void **state)
{
    struct shelf *s = shelf_new();
    struct collect *c = collect_new();
    (void)state;

    touch("c.md");
    add(s, "c.md");
    for (int i = 0; i < 2000; i++) {
        char title[32];
        snprintf(title, sizeof title, "Entry %d", i);
        feedsample_add(c, title, NULL, title);
    }
    shelf_id first = shelf_spread(s, 0, collect_finish(c));
    assert_int_equal(shelf_count(s), 2000);
    for (shelf_id id = first; id < first + 2000; id++)
        assert_non_null(shelf_item(s, id)->feed);
    assert_string_equal(shelf_title(s, shelf_at(s, 1999)), "Entry 1999");
    shelf_free(s);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_shelf_keeps_arguments_as_they_were_given),
        IN_FOLDER(test_shelf_adds_nothing_twice),
        IN_FOLDER(test_shelf_orders_a_folder_by_what_articles_say),
        IN_FOLDER(test_shelf_knows_neighbors),
        IN_FOLDER(test_shelf_notes_what_articles_say),
        IN_FOLDER(test_shelf_finds_sources),
        IN_FOLDER(test_shelf_refuses_a_folder_without_articles),
        IN_FOLDER(test_shelf_puts_the_entries_of_a_feed_in_its_place),
        IN_FOLDER(test_shelf_knows_what_a_feed_says_of_its_entries),
        IN_FOLDER(test_shelf_has_the_articles_of_a_feed),
        IN_FOLDER(test_shelf_puts_another_edition_of_a_feed_before_what_it_had),
        IN_FOLDER(test_shelf_spreads_a_feed_only_once),
        IN_FOLDER(test_shelf_takes_long_feeds),
        IN_FOLDER(test_shelf_loses_no_entries_that_lead_to_the_same_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
