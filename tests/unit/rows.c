/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/rows.h. A row is told by a letter for its kind and what it
 * shows; a gap by a bar.
 */
#include "rows.h"

#include "hall.h"

/* Returns the rows as text, owned. */
static char *
sketch(const struct rows *r, struct db *db, const struct shelf *shelf)
{
    struct buf out = {0};
    struct item_list list = {0};
    struct err err;

    for (uint32_t i = 0; i < r->n_items; i++) {
        const struct row *row = &r->items[i];
        buf_add_text(&out, i > 0 ? " " : "");
        switch (row->kind) {
        case ROWS_GAP:
            buf_add_char(&out, '|');
            break;
        case ROWS_HEADING:
            buf_add_format(&out, "%s(%u)", rows_title(row->part), row->n);
            break;
        case ROWS_ITEM:
        case ROWS_HIT:
            assert_true(lists_load_item(db, row->id, &list, &err));
            buf_add_format(&out, "%s:%.*s", row->kind == ROWS_HIT ? "h" : "i",
                STR_ARG(list.items[0].title));
            break;
        case ROWS_SNIPPET:
            buf_add_text(&out, "s");
            break;
        case ROWS_FEED:
            buf_add_format(
                &out, "f:%.*s", STR_ARG(r->feeds.items[row->n].title));
            break;
        case ROWS_LIST:
            buf_add_format(
                &out, "l:%.*s", STR_ARG(r->lists.items[row->n].name));
            break;
        case ROWS_TAG:
            buf_add_format(&out, "t:%.*s", STR_ARG(r->tags.items[row->n].name));
            break;
        case ROWS_BUNDLED:
            buf_add_format(&out, "b:%s", shelf_title(shelf, row->n));
            break;
        case ROWS_MORE:
            buf_add_format(&out, "+%u", row->n);
            break;
        }
    }
    item_list_done(&list);
    return buf_take(&out);
}

static void
expect(struct hall *h, const struct rows *r, const char *want)
{
    char *got = sketch(r, h->attic->db, h->bundled);

    assert_string_equal(got, want);
    free(got);
}

static void
subscribe(struct attic *at, const char *url, const char *title)
{
    const struct feeds_wish wish = {str_of(url), str_of(title), {0}};
    int64_t id;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &id, &at->err));
}

/* Puts one page in and saves it, with a tag. */
static int64_t
save(struct attic *at, int number, const char *title)
{
    char url[40];

    snprintf(url, sizeof url, "http://a.org/%d", number);
    int64_t id = attic_put(at, url, title, "A heron waits for fish.");
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 1, &at->err));
    attic_must(at, names_add(at->db, NAMES_TAG, id, STR("birds"), &at->err));
    return id;
}

static void
test_rows_say_that_there_is_more_only_where_that_is_shorter(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};
    char title[2] = "a";

    for (int i = 0; i < 10; i++, title[0]++) {
        save(h->attic, i, title);
        if (i < 8)
            continue;
        rows_load_home(&r, h->attic->db, h->bundled);
        char *got = sketch(&r, h->attic->db, h->bundled);
        const char *want =
            i == 8 ? "Saved(9) i:i i:h i:g i:f i:e i:d i:c i:b i:a |"
                   : "Saved(10) i:j i:i i:h i:g i:f i:e i:d i:c +2 |";
        assert_true(str_starts(str_of(got), str_of(want)));
        free(got);
    }
    rows_done(&r);
}

static void
test_rows_have_reading_lists_in_their_order(void **state)
{
    struct hall *h = *state;
    struct attic *at = h->attic;
    struct rows r = {0};
    struct rows_found found = {.words = STR("cou")};
    const int64_t first = save(at, 1, "Herons"), second = save(at, 2, "Geese");

    attic_must(
        at, names_add(at->db, NAMES_READING, second, STR("course"), &at->err));
    attic_must(
        at, names_add(at->db, NAMES_READING, first, STR("course"), &at->err));
    rows_load_home(&r, at->db, h->bundled);
    expect(h, &r,
        "Saved(2) i:Geese i:Herons | Reading lists(1) l:course | Tags(1) "
        "t:birds | Bundled(1) b:Welcome");
    const struct lists_ask ask = {
        .list = LISTS_READING, .of = r.lists.items[0].id};
    rows_load_part(&r, at->db, h->bundled, ROWS_LISTS);
    expect(h, &r, "l:course");
    rows_load_list(&r, at->db, &ask);
    expect(h, &r, "i:Geese i:Herons");
    rows_load_found(&r, at->db, h->bundled, &found);
    expect(h, &r, "Reading lists(1) l:course");
    rows_done(&r);
}

static void
test_rows_of_home_have_the_parts_that_there_are(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};

    rows_load_home(&r, h->attic->db, h->bundled);
    expect(h, &r, "Bundled(1) b:Welcome");
    save(h->attic, 1, "Herons");
    subscribe(h->attic, "http://a.org/feed", "News");
    rows_load_home(&r, h->attic->db, h->bundled);
    expect(h, &r,
        "Saved(1) i:Herons | Feeds(1) f:News | Tags(1) t:birds | Bundled(1) "
        "b:Welcome");
    assert_int_equal(r.n_found, 4);
    /* Without a library there is still something to read. */
    rows_load_home(&r, NULL, h->bundled);
    expect(h, &r, "Bundled(1) b:Welcome");
    rows_done(&r);
}

static void
test_rows_of_a_long_part_say_how_many_more_there_are(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};

    for (int i = 0; i < 11; i++)
        save(h->attic, i, "Herons");
    rows_load_home(&r, h->attic->db, h->bundled);
    assert_int_equal(r.items[9].kind, ROWS_MORE);
    assert_int_equal(r.items[9].n, 3);
    rows_load_part(&r, h->attic->db, h->bundled, ROWS_SAVED);
    assert_int_equal(r.n_items, 11);
    rows_load_part(&r, h->attic->db, h->bundled, ROWS_TAGS);
    expect(h, &r, "t:birds");
    rows_done(&r);
}

static void
test_rows_of_many_feeds_begin_with_those_that_have_something_new(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};
    char title[] = "a";

    for (; title[0] <= 'n'; title[0]++)
        subscribe(h->attic, title, title);
    attic_sql(h->attic,
        "UPDATE feed SET n_unread = 2 WHERE title IN ('c', 'n') RETURNING 1");
    rows_load_home(&r, h->attic->db, h->bundled);
    expect(h, &r,
        "Feeds(14) f:c f:n f:a f:b f:d f:e f:f f:g f:h f:i f:j f:k +2 | "
        "Bundled(1) b:Welcome");
    rows_load_part(&r, h->attic->db, h->bundled, ROWS_FEEDS);
    expect(h, &r, "f:a f:b f:c f:d f:e f:f f:g f:h f:i f:j f:k f:l f:m f:n");
    rows_done(&r);
}

static void
test_rows_that_were_found_are_of_everything_that_has_a_name(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};
    const int64_t ids[] = {save(h->attic, 1, "Herons")};
    struct rows_found found = {.words = STR("W\xC3\xA9L"), .ids = ids};
    const struct hits_ask ask = {.words = STR("heron"), .limit = 5};

    rows_load_found(&r, h->attic->db, h->bundled, &found);
    expect(h, &r, "Bundled(1) b:Welcome");
    subscribe(h->attic, "http://a.org/feed", "Heron news");
    subscribe(h->attic, "http://b.org/feed", "Other news");
    found.words = STR("news heron");
    rows_load_found(&r, h->attic->db, h->bundled, &found);
    expect(h, &r, "Feeds(1) f:Heron news");
    found.words = STR("#bird");
    rows_load_found(&r, h->attic->db, h->bundled, &found);
    expect(h, &r, "Tags(1) t:birds");
    attic_must(
        h->attic, hits_find(h->attic->db, &ask, &found.hits, &h->attic->err));
    found.words = STR("heron");
    found.n_ids = 1;
    rows_load_found(&r, h->attic->db, h->bundled, &found);
    expect(h, &r,
        "Feeds(1) f:Heron news | Titles(1) i:Herons | In the texts(1) h:Herons "
        "s");
    assert_int_equal(found.hits.list.n_items, 0);
    assert_true(rows_can_choose(&r.items[1]));
    assert_false(rows_can_choose(&r.items[0]));
    rows_done(&r);
}

static void
test_rows_are_found_again_where_they_have_moved_to(void **state)
{
    struct hall *h = *state;
    struct rows r = {0};
    const struct lists_ask all = {.list = LISTS_ALL};

    for (int i = 0; i < 5; i++)
        save(h->attic, i, "Herons");
    rows_load_list(&r, h->attic->db, &all);
    const struct row old = r.items[1], gone = {.kind = ROWS_ITEM, .id = 99};
    save(h->attic, 9, "New");
    rows_load_list(&r, h->attic->db, &all);
    assert_int_equal(rows_find(&r, &old, 1), 2);
    assert_int_equal(rows_find(&r, &gone, 3), 3);
    assert_int_equal(rows_find(&r, &gone, 30), 5);
    rows_turn(&r);
    assert_int_equal(rows_find(&r, &old, 0), 3);
    assert_int_equal(rows_move(&r, 3, -2), 1);
    assert_int_equal(rows_find(&r, &old, 0), 1);
    assert_int_equal(rows_move(&r, 1, -9), 0);
    assert_int_equal(rows_move(&r, 0, 1000000), 5);
    assert_int_equal(rows_move(&r, 5, 1), 5);
    assert_int_equal(rows_find(&r, &old, 0), 5);
    rows_done(&r);
    assert_int_equal(rows_find(&r, &old, 4), 0);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(test_rows_##name, hall_setup, hall_teardown)
    const struct CMUnitTest tests[] = {
        T(say_that_there_is_more_only_where_that_is_shorter),
        T(have_reading_lists_in_their_order),
        T(of_home_have_the_parts_that_there_are),
        T(of_a_long_part_say_how_many_more_there_are),
        T(of_many_feeds_begin_with_those_that_have_something_new),
        T(that_were_found_are_of_everything_that_has_a_name),
        T(are_found_again_where_they_have_moved_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
