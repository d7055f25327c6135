/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/store/rescue.h: what is lost is taken out by SQL, since it is not
 * about damage here (faults.c) but about what was around it.
 */
#include "rescue.h"

#include "kiosk.h"
#include "store/names.h"

#include <string.h>

/* Copies what can be read into a library of its own, which is looked at from now
 * on. */
static void
rescue(struct attic *at, const char *lose)
{
    char *path = file_join(at->folder, "new.db");

    db_close(at->db);
    attic_sql(at, lose);
    at->db = vault_open(path, &at->err);
    attic_must(at, at->db);
    attic_must(at, rescue_copy(at->db, at->path, &at->err));
    free(at->path);
    at->path = path;
    attic_check(at);
}

static void
test_rescue_leaves_nothing_that_refers_to_what_is_lost(void **state)
{
    struct attic *at = *state;
    int64_t lost = kiosk_subscribe(at, "https://ann:secret@a.org/feed");
    int64_t feed = kiosk_subscribe(at, "https://b.org/feed");
    struct feeds_list feeds = {0};

    kiosk_put(at, lost, kiosk_three());
    kiosk_put(at, feed, kiosk_three());
    rescue(at, "DELETE FROM feed WHERE url LIKE '%@a.org%';"
               "DELETE FROM item WHERE place = 'https://a.org/3'");
    kiosk_expect(at, LISTS_FEED, feed, "Second* First* ");
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    assert_int_equal(feeds.n_items, 1);
    assert_int_equal(feeds.items[0].n_entries, 2);
    assert_int_equal(feeds.items[0].n_unread, 2);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM password"), 0);
    feeds_done(&feeds);
}

static void
test_rescue_saves_a_page_of_which_only_the_text_is_left(void **state)
{
    struct attic *at = *state;

    attic_put(at, "http://a.org/heron", "Herons", "a heron at the pond");
    rescue(at, "DELETE FROM item");
    attic_expect(
        at, (struct lists_ask){.list = LISTS_SAVED, .limit = 9}, "Herons ");
}

static void
test_rescue_goes_on_counting_behind_what_there_is(void **state)
{
    struct attic *at = *state;
    int64_t one = attic_put_number(at, 1), two = attic_put_number(at, 2);
    struct lists_ask ask = {.list = LISTS_READING, .limit = 9};

    attic_must(at, names_add(at->db, NAMES_READING, two, STR("l"), &at->err));
    rescue(at, "UPDATE state SET value = 0 WHERE name = 'turn'");
    attic_must(at, names_add(at->db, NAMES_READING, one, STR("l"), &at->err));
    attic_must(
        at, names_find(at->db, NAMES_READING, STR("l"), &ask.of, &at->err));
    attic_expect(at, ask, "002 001 ");
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_rescue_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(leaves_nothing_that_refers_to_what_is_lost),
        T(saves_a_page_of_which_only_the_text_is_left),
        T(goes_on_counting_behind_what_there_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
