/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/spine.h.
 */
#include "spine.h"

#include "hall.h"
#include "store/positions.h"

enum {
    COLS = 60
};

static const struct list_ops ops = {0};

static enum harvest_stage
say_asking(void *user, int64_t feed)
{
    (void)feed;
    return *(enum harvest_stage *)user;
}

/* Fails unless the first row of that kind is drawn so. */
static void
expect_asking(struct hall *h, const struct rows *r, enum rows_kind kind,
    int cols, enum harvest_stage asking, const char *want)
{
    const struct desk_host host = {.asking = say_asking, .user = &asking};
    struct list list = {0};
    struct canvas c = {0};
    uint32_t i = 0;

    while (i < r->n_items && r->items[i].kind != kind)
        i++;
    assert_true(i < r->n_items);
    list_init(&list, theme_default(), &ops, NULL, 0);
    canvas_resize(&c, cols, 1);
    const struct spine spine = {
        &list, r, h->attic->db, h->bundled, asking ? &host : NULL};
    spine_draw(&spine, i, &c, (struct rect){0, 0, cols, 1}, false);
    char *got = hall_text(&c);
    assert_string_equal(got, want);
    free(got);
    canvas_done(&c);
    list_done(&list);
}

static void
expect(struct hall *h, const struct rows *r, enum rows_kind kind, int cols,
    const char *want)
{
    expect_asking(h, r, kind, cols, HARVEST_OVER, want);
}

static void
test_spine_says_how_much_of_an_item_is_left(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct buf text = {0};
    struct rows r = {0};
    struct position p = {.progress = 500};

    for (int i = 0; i < 2200; i++)
        buf_add_text(&text, "word ");
    int64_t id = attic_put(at, "http://a.org/1", "Herons", text.ptr);
    attic_must(at, library_read(at->db, id, 1, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_ITEM, COLS,
        "   Herons                                            10 min\n");
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_ITEM, COLS,
        "   Herons                                  50% \xC2\xB7 5 min left\n");
    /* On a narrow screen the last fact says most. */
    expect(h, &r, ROWS_ITEM, 24, "   Herons    5 min left\n");
    rows_done(&r);
    buf_done(&text);
}

static void
test_spine_tells_what_is_new_or_not_there(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct rows r = {0};
    int64_t id;

    attic_must(at, attic_note(at->db, STR("http://a.org/1"), STR("Later"),
                       STR(""), &id, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 1, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_FAVORITE, true, 1, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_ITEM, COLS,
        " \xE2\x98\x85 Later                                     not loaded "
        "yet\n");
    attic_must(at, library_read(at->db, id, 1, &at->err));
    expect(h, &r, ROWS_ITEM, 24, " \xE2\x98\x85 Later       not kept\n");
    attic_must(at, library_delete(at->db, id, 1, &at->err));
    expect(h, &r, ROWS_ITEM, COLS, "   (deleted)\n");
    rows_done(&r);
}

static void
test_spine_tells_of_feeds_what_is_wrong_with_them(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    const struct feeds_wish wish = {STR("http://a.org/feed"), STR("News"), {0}};
    struct rows r = {0};
    int64_t id;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_FEED, COLS,
        "   News                                      not loaded yet\n");
    attic_must(at, feeds_note_failure(at->db, id,
                       &(struct feeds_failure){.why = "no such host", .now = 1},
                       &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_FEED, COLS,
        " ! News                                        no such host\n");
    attic_must(
        at, feeds_note_failure(at->db, id,
                &(struct feeds_failure){
                    .why = "the server gets too many requests; try again later",
                    .now = 1},
                &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_FEED, 36, " ! News  the server gets too many …\n");
    expect(h, &r, ROWS_FEED, 24, " ! News\n");
    expect(h, &r, ROWS_HEADING, COLS, " Feeds  1 · 1 failing\n");
    /* What to do then is told elsewhere, and nothing of it while it is asked. */
    expect(h, &r, ROWS_FEED, COLS,
        " ! News                   the server gets too many requests\n");
    expect_asking(h, &r, ROWS_FEED, 30, HARVEST_WAITING,
        "   News               waiting\n");
    expect_asking(h, &r, ROWS_FEED, 30, HARVEST_LOADING,
        "   News              asking …\n");
    rows_done(&r);
}

static void
test_spine_tells_headings_tags_and_what_is_bundled(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct rows r = {0};
    int64_t id = attic_put(at, "http://a.org/1", "Herons", "text");

    attic_must(at, names_add(at->db, NAMES_TAG, id, STR("birds"), &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_HEADING, COLS, " Tags  1\n");
    expect(h, &r, ROWS_TAG, COLS,
        " # birds                                                  1\n");
    expect(h, &r, ROWS_BUNDLED, COLS, "   Welcome\n");
    rows_done(&r);
}

static void
test_spine_tells_how_much_of_a_reading_list_is_read(void **state)
{
    const struct position read = {.progress = 1000, .is_finished = true};
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct rows r = {0};
    int64_t ids[2] = {attic_put(at, "http://a.org/1", "Herons", "text"),
        attic_put(at, "http://a.org/2", "Geese", "text")};

    for (int i = 0; i < 2; i++)
        attic_must(at,
            names_add(at->db, NAMES_READING, ids[i], STR("birds"), &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_LIST, 30, " \xE2\x89\xA1 birds                    2\n");
    attic_must(at, positions_put(at->db, ids[1], &read, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_LIST, 30, " \xE2\x89\xA1 birds          1 of 2 read\n");
    attic_must(at, positions_put(at->db, ids[0], &read, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_LIST, 30, " \xE2\x9C\x93 birds               2 read\n");
    attic_must(at, library_read(at->db, ids[0], 1, &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r, ROWS_ITEM, 30, " \xE2\x9C\x93 Herons               1 min\n");

    /* On the list itself what is archived is done with, too. */
    struct lists_ask ask = {.list = LISTS_READING};
    const int64_t id = attic_put(at, "http://a.org/3", "Cranes", "text");
    attic_must(at, names_add(at->db, NAMES_READING, id, STR("wet"), &at->err));
    attic_must(
        at, names_find(at->db, NAMES_READING, STR("wet"), &ask.of, &at->err));
    rows_load_list(&r, at->db, &ask);
    expect(h, &r, ROWS_ITEM, 30, "   Cranes               1 min\n");
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_ARCHIVED, true, 1, &at->err));
    rows_load_list(&r, at->db, &ask);
    expect(h, &r, ROWS_ITEM, 30, " \xE2\x9C\x93 Cranes               1 min\n");
    rows_done(&r);
}

static void
test_spine_shows_the_word_that_was_found_on_a_narrow_screen(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct rows r = {0};
    struct rows_found found = {.words = STR("heron")};
    const struct hits_ask ask = {.words = found.words, .limit = 5};

    attic_put(at, "http://a.org/1", "Ponds",
        "By the water that stands still all day a heron waits for frogs.");
    attic_must(at, hits_find(at->db, &ask, &found.hits, &at->err));
    rows_load_found(&r, at->db, h->bundled, &found);
    expect(h, &r, ROWS_SNIPPET, 80,
        "     By the water that stands still all day a heron waits for "
        "frogs.\n");
    expect(h, &r, ROWS_SNIPPET, 48,
        "     …water that stands still all day a heron …\n");
    expect(h, &r, ROWS_SNIPPET, 24, "     …all day a heron …\n");
    expect(h, &r, ROWS_SNIPPET, 14, "     …heron …\n");
    rows_done(&r);

    /* Without blanks the word is what is left. */
    attic_put(at, "http://a.org/2", "2",
        "\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4"
        "\xE6\xB0\xB4\xE9\xB7\xBA\xE9\xB3\xA5");
    found.words = STR("\xE9\xB7\xBA\xE9\xB3\xA5");
    const struct hits_ask other = {.words = found.words, .limit = 5};
    attic_must(at, hits_find(at->db, &other, &found.hits, &at->err));
    rows_load_found(&r, at->db, h->bundled, &found);
    expect(h, &r, ROWS_SNIPPET, 16, "     …\xE9\xB7\xBA\xE9\xB3\xA5\n");
    rows_done(&r);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_spine_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(says_how_much_of_an_item_is_left),
        T(tells_what_is_new_or_not_there),
        T(tells_of_feeds_what_is_wrong_with_them),
        T(tells_headings_tags_and_what_is_bundled),
        T(tells_how_much_of_a_reading_list_is_read),
        T(shows_the_word_that_was_found_on_a_narrow_screen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
