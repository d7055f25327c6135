/* SPDX-License-Identifier: ISC */
/*
 * Tests of ui/places.h.
 */
#include "ui/places.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static char path_a[] = "/a.md", path_b[] = "/b.md";
static const struct source a = {
    .kind = SOURCE_FILE, .place = path_a, .key = path_a};
static const struct source b = {
    .kind = SOURCE_FILE, .place = path_b, .key = path_b};

static void
test_places_remember_an_article_as_it_was_left(void **state)
{
    struct places p = {0};
    uint8_t folded[] = {1, 0, 1};
    (void)state;
    assert_null(places_find(&p, &a));
    places_note(&p, &a, (struct place){10, 2}, folded, 3);
    places_note(&p, &b, (struct place){20, 0}, NULL, 0);
    folded[0] = 0;
    places_note(&p, &a, (struct place){30, 1}, folded, 2);

    const struct places_item *item = places_find(&p, &a);
    assert_int_equal(item->place.at, 30);
    assert_int_equal(item->place.lead, 1);
    assert_int_equal(item->n_folded, 2);
    assert_int_equal(item->folded[0], 0);
    assert_int_equal(places_find(&p, &b)->n_folded, 0);
    assert_int_equal(p.n_items, 2);
    places_done(&p);
    assert_null(places_find(&p, &a));
}

static void
test_places_have_a_mark_for_every_letter_and_digit(void **state)
{
    struct places p = {0};
    (void)state;
    assert_null(places_find_mark(&p, 'x'));
    assert_true(places_mark(&p, 'x', &a, (struct place){1, 0}));
    assert_true(places_mark(&p, 'X', &b, (struct place){2, 0}));
    assert_true(places_mark(&p, '9', &b, (struct place){3, 0}));
    assert_true(places_mark(&p, 'x', &b, (struct place){4, 0}));
    assert_int_equal(places_find_mark(&p, 'x')->place.at, 4);
    assert_int_equal(places_find_mark(&p, 'X')->place.at, 2);
    assert_int_equal(places_find_mark(&p, '9')->place.at, 3);
    assert_false(places_mark(&p, '\'', &a, (struct place){0}));
    assert_false(places_mark(&p, 0, &a, (struct place){0}));
    assert_false(places_mark(&p, 0x4E16, &a, (struct place){0}));
    assert_null(places_find_mark(&p, 0xE9));
    places_done(&p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_remember_an_article_as_it_was_left),
        cmocka_unit_test(test_places_have_a_mark_for_every_letter_and_digit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
