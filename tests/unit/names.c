/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/names.h.
 */
#include "store/names.h"

#include "attic.h"
#include "connection.h"
#include "store/lists.h"
#include "store/positions.h"

static void
test_names_are_given_listed_and_gone(void **state)
{
    struct attic *at = *state;
    int64_t one = attic_put_number(at, 1), two = attic_put_number(at, 2), id;
    struct names names = {0};
    struct buf much = {0};

    for (int i = 0; i < 201; i++)
        buf_add_char(&much, 'x');
    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        enum names_kind k = (enum names_kind)kind;
        attic_must(at, names_add(at->db, k, two, STR(" to\nread "), &at->err));
        attic_must(at, names_add(at->db, k, one, STR("to read"), &at->err));
        attic_must(at, names_add(at->db, k, one, STR("to read"), &at->err));
        attic_must(at, names_add(at->db, k, one, STR("a"), &at->err));
        attic_must(at, names_load(at->db, k, 0, &names, &at->err));
        assert_int_equal(names.n_items, 2);
        assert_string_equal(names.items[0].name.ptr, "a");
        assert_string_equal(names.items[1].name.ptr, "to read");
        assert_int_equal(names.items[1].n_items, 2);
        assert_int_equal(
            names.items[0].used > names.items[1].used, k == NAMES_READING);
        attic_must(at, names_load(at->db, k, two, &names, &at->err));
        assert_int_equal(names.n_items, 1);

        attic_must(at, names_find(at->db, k, STR("to read"), &id, &at->err));
        struct lists_ask ask = {.of = id, .limit = 1};
        ask.list = k == NAMES_TAG ? LISTS_TAG : LISTS_READING;
        attic_expect(at, ask, "002 001 ");
        assert_int_equal(lists_count(at->db, ask.list, id), 2);
        attic_must(at, library_delete(at->db, one, 1, &at->err));
        assert_int_equal(lists_count(at->db, ask.list, id), 1);
        attic_must(at, library_undelete(at->db, one, &at->err));

        assert_false(names_remove(at->db, k, two, STR("a"), &at->err));
        assert_int_equal(at->err.code, ERR_NOT_FOUND);
        assert_string_equal(
            at->err.text, k == NAMES_TAG ? "it has no tag 'a'"
                                         : "it is not on the reading list 'a'");
        attic_must(at, names_remove(at->db, k, one, STR("a"), &at->err));
        assert_false(names_remove(at->db, k, one, STR("a"), &at->err));
        assert_false(names_find(at->db, k, STR("a"), &id, &at->err));
        assert_int_equal(at->err.code, ERR_NOT_FOUND);
        assert_string_equal(at->err.text, k == NAMES_TAG
                                              ? "there is no tag 'a'"
                                              : "there is no reading list 'a'");
        assert_false(names_add(at->db, k, one, STR(" \n"), &at->err));
        assert_int_equal(at->err.code, ERR_BAD_DATA);
        assert_false(names_add(at->db, k, one, STR("a, b"), &at->err));
        assert_string_equal(
            at->err.text, "a name has no comma: commas part names");
        assert_false(names_add(at->db, k, one, buf_str(&much), &at->err));
        assert_string_equal(at->err.text, "a name has at most 200 bytes");
    }
    buf_done(&much);
    names_done(&names);
    attic_check(at);
}

/* Makes a reading list of n items and returns its number. */
static int64_t
put_list(struct attic *at, const char *name, int n, int64_t *ids)
{
    int64_t list;

    for (int i = 0; i < n; i++) {
        ids[i] = attic_put_number(at, i);
        attic_must(at,
            names_add(at->db, NAMES_READING, ids[i], str_of(name), &at->err));
    }
    attic_must(
        at, names_find(at->db, NAMES_READING, str_of(name), &list, &at->err));
    return list;
}

static void
test_reading_lists_are_put_in_another_order(void **state)
{
    static const struct {
        int item, places;
        const char *want;
    } steps[] = {
        {0, 1, "001 000 002 003 "},
        {3, -2, "001 003 000 002 "},
        {1, 9, "003 000 002 001 "},
        {1, 1, "003 000 002 001 "},
        {2, -100, "002 003 000 001 "},
        {2, -1, "002 003 000 001 "},
        {0, 0, "002 003 000 001 "},
    };
    struct attic *at = *state;
    int64_t ids[5], others[3];
    const int64_t list = put_list(at, "course", 4, ids);
    const int64_t other = put_list(at, "other", 3, others);
    const struct lists_ask ask = {.list = LISTS_READING, .of = list};

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        attic_must(at, names_move(at->db, list, ids[steps[i].item],
                           steps[i].places, &at->err));
        attic_expect(at, ask, steps[i].want);
    }
    ids[4] = attic_put_number(at, 4);
    attic_must(at, names_move(at->db, list, ids[4], -1, &at->err));
    attic_expect(at, ask, "002 003 000 001 ");
    attic_must(
        at, names_add(at->db, NAMES_READING, ids[4], STR("course"), &at->err));
    attic_expect(at, ask, "002 003 000 001 004 ");
    attic_expect(at, (struct lists_ask){.list = LISTS_READING, .of = other},
        "000 001 002 ");
    attic_check(at);
}

static void
test_reading_lists_are_moved_past_what_is_deleted(void **state)
{
    struct attic *at = *state;
    int64_t ids[4];
    const int64_t list = put_list(at, "course", 4, ids);
    const struct lists_ask ask = {.list = LISTS_READING, .of = list};

    attic_must(at, library_delete(at->db, ids[1], 9, &at->err));
    attic_must(at, names_move(at->db, list, ids[0], 1, &at->err));
    attic_expect(at, ask, "002 000 003 ");
    attic_must(at, names_move(at->db, list, ids[0], -1, &at->err));
    attic_expect(at, ask, "000 002 003 ");
    attic_must(at, library_undelete(at->db, ids[1], &at->err));
    attic_expect(at, ask, "000 001 002 003 ");
    attic_check(at);
}

/* Reads the item to its end. */
static void
finish(struct attic *at, int64_t id)
{
    const struct position end = {.progress = 1000, .is_finished = true};

    attic_must(at, positions_put(at->db, id, &end, &at->err));
}

static void
expect_next(struct attic *at, int64_t list, int64_t want)
{
    int64_t next;

    attic_must(at, lists_find_next(at->db, list, &next, &at->err));
    assert_int_equal(next, want);
}

static void
test_reading_lists_know_what_is_next(void **state)
{
    struct attic *at = *state;
    struct names names = {0};
    int64_t ids[3];
    const int64_t list = put_list(at, "course", 3, ids);

    expect_next(at, list, ids[0]);
    finish(at, ids[0]);
    expect_next(at, list, ids[1]);
    attic_must(at, library_delete(at->db, ids[1], 9, &at->err));
    expect_next(at, list, ids[2]);
    attic_must(at, names_load(at->db, NAMES_READING, 0, &names, &at->err));
    assert_int_equal(names.items[0].n_items, 2);
    assert_int_equal(names.items[0].n_finished, 1);
    attic_must(at,
        library_shelve(at->db, ids[2], LIBRARY_ARCHIVED, true, 9, &at->err));
    expect_next(at, list, ids[0]);
    attic_must(at, names_load(at->db, NAMES_READING, 0, &names, &at->err));
    assert_int_equal(names.items[0].n_finished, 2);
    expect_next(at, list + 1, 0);
    names_done(&names);
    attic_check(at);
}

/* Expects the names of an item; of all with item 0. */
static void
expect_alphabet(struct attic *at, enum names_kind kind, int64_t item)
{
    struct names names = {0};

    attic_must(at, names_load(at->db, kind, item, &names, &at->err));
    assert_int_equal(names.n_items, 4);
    assert_string_equal(names.items[0].name.ptr, "a");
    assert_string_equal(names.items[1].name.ptr, "B");
    assert_string_equal(names.items[2].name.ptr, "b");
    assert_string_equal(names.items[3].name.ptr, "c");
    names_done(&names);
}

static void
test_names_are_in_the_order_of_the_alphabet(void **state)
{
    struct attic *at = *state;
    const int64_t item = attic_put_number(at, 1);

    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        enum names_kind k = (enum names_kind)kind;
        attic_must(at, names_put(at->db, k, item, STR("c,B,b,a"), &at->err));
        expect_alphabet(at, k, item);
        expect_alphabet(at, k, 0);
    }
    attic_check(at);
}

static void
test_names_are_put_all_at_once(void **state)
{
    struct attic *at = *state;
    const int64_t item = attic_put_number(at, 1);
    struct names names = {0};
    struct str rest = STR(" a b ,,c");

    assert_true(str_eq(names_next(&rest), STR("a b")));
    assert_int_equal(names_next(&rest).len, 0);
    assert_true(str_eq(names_next(&rest), STR("c")));
    assert_int_equal(rest.len, 0);
    attic_must(at, names_put(at->db, NAMES_TAG, item, STR("b, a,,"), &at->err));
    attic_must(at, names_put(at->db, NAMES_TAG, item, STR("c ,b"), &at->err));
    attic_must(at, names_load(at->db, NAMES_TAG, item, &names, &at->err));
    assert_int_equal(names.n_items, 2);
    assert_string_equal(names.items[0].name.ptr, "b");
    assert_string_equal(names.items[1].name.ptr, "c");
    attic_must(at, names_put(at->db, NAMES_TAG, item, STR(""), &at->err));
    attic_must(at, names_load(at->db, NAMES_TAG, 0, &names, &at->err));
    assert_int_equal(names.n_items, 0);
    names_done(&names);
    attic_check(at);
}

static void
test_names_are_changed_and_forgotten(void **state)
{
    struct attic *at = *state;
    const int64_t item = attic_put_number(at, 1);
    struct names names = {0};

    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        enum names_kind k = (enum names_kind)kind;
        int64_t a, id;
        attic_must(at, names_add(at->db, k, item, STR("a"), &at->err));
        attic_must(at, names_add(at->db, k, item, STR("b"), &at->err));
        attic_must(at, names_find(at->db, k, STR("a"), &a, &at->err));
        attic_must(at, names_rename(at->db, k, a, STR(" c "), &at->err));
        attic_must(at, names_rename(at->db, k, a, STR("c"), &at->err));
        attic_must(at, names_find(at->db, k, STR("c"), &id, &at->err));
        assert_int_equal(id, a);
        assert_false(names_rename(at->db, k, a, STR("b"), &at->err));
        assert_string_equal(
            at->err.text, k == NAMES_TAG ? "there is another tag 'b'"
                                         : "there is another reading list 'b'");
        assert_false(names_rename(at->db, k, a, STR(" "), &at->err));
        attic_must(at, names_forget(at->db, k, a, &at->err));
        assert_false(names_rename(at->db, k, a, STR("d"), &at->err));
        assert_int_equal(at->err.code, ERR_NOT_FOUND);
        attic_must(at, names_load(at->db, k, item, &names, &at->err));
        assert_int_equal(names.n_items, 1);
        assert_string_equal(names.items[0].name.ptr, "b");
        assert_false(names_rename(at->db, k, a, STR("d"), &at->err));
        assert_string_equal(at->err.text,
            k == NAMES_TAG ? "the tag is gone" : "the reading list is gone");
        /* Its number is not that of the next one. */
        attic_must(at, names_add(at->db, k, item, STR("e"), &at->err));
        attic_must(at, names_find(at->db, k, STR("e"), &id, &at->err));
        attic_must(at, names_forget(at->db, k, id, &at->err));
        attic_must(at, names_add(at->db, k, item, STR("f"), &at->err));
        attic_must(at, names_find(at->db, k, STR("f"), &a, &at->err));
        assert_true(a > id);

        at->db->is_damaged = true;
        assert_false(
            names_rename(at->db, k, names.items[0].id, STR("d"), &at->err));
        assert_false(names_forget(at->db, k, names.items[0].id, &at->err));
        at->db->is_damaged = false;
        attic_must(at, names_find(at->db, k, STR("b"), &id, &at->err));
    }
    names_done(&names);
    attic_check(at);
}

static void
test_names_are_not_given_to_what_is_gone(void **state)
{
    struct attic *at = *state;

    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        assert_false(
            names_add(at->db, (enum names_kind)kind, 999, STR("a"), &at->err));
        assert_int_equal(at->err.code, ERR_NOT_FOUND);
        assert_string_equal(at->err.text, "it is not in the library any more");
    }
    attic_check(at);
}

static void
test_names_are_not_counted_for_what_is_deleted(void **state)
{
    struct attic *at = *state;
    const int64_t one = attic_put_number(at, 1), two = attic_put_number(at, 2);
    struct names names = {0};

    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        enum names_kind k = (enum names_kind)kind;
        attic_must(at, names_put(at->db, k, one, STR("a"), &at->err));
        attic_must(at, names_put(at->db, k, two, STR("a, b"), &at->err));
        attic_must(at, library_delete(at->db, two, 1, &at->err));
        attic_must(at, names_load(at->db, k, 0, &names, &at->err));
        assert_int_equal(names.n_items, 1);
        assert_int_equal(names.items[0].n_items, 1);
        attic_must(at, library_undelete(at->db, two, &at->err));
        attic_must(at, names_load(at->db, k, 0, &names, &at->err));
        assert_int_equal(names.n_items, 2);
        assert_int_equal(names.items[0].n_items, 2);
    }
    names_done(&names);
}

static void
test_names_go_with_the_last_that_has_them(void **state)
{
    struct attic *at = *state;
    const int64_t one = attic_put_number(at, 1), two = attic_put_number(at, 2);
    struct names names = {0};

    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        enum names_kind k = (enum names_kind)kind;
        attic_must(at, names_add(at->db, k, one, STR("both"), &at->err));
        attic_must(at, names_add(at->db, k, two, STR("both"), &at->err));
        attic_must(at, names_add(at->db, k, two, STR("two"), &at->err));
    }
    attic_must(at, library_delete(at->db, two, 9, &at->err));
    attic_must(at, library_purge(at->db, 9, &at->err));
    for (int kind = NAMES_TAG; kind <= NAMES_READING; kind++) {
        int64_t unused;
        enum names_kind k = (enum names_kind)kind;
        attic_must(at, names_load(at->db, k, 0, &names, &at->err));
        assert_int_equal(names.n_items, 1);
        assert_string_equal(names.items[0].name.ptr, "both");
        assert_false(names_find(at->db, k, STR("two"), &unused, &at->err));
    }
    names_done(&names);
    attic_check(at);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(test_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(names_are_given_listed_and_gone),
        T(reading_lists_are_put_in_another_order),
        T(reading_lists_are_moved_past_what_is_deleted),
        T(reading_lists_know_what_is_next),
        T(names_are_in_the_order_of_the_alphabet),
        T(names_are_put_all_at_once),
        T(names_are_changed_and_forgotten),
        T(names_are_not_given_to_what_is_gone),
        T(names_are_not_counted_for_what_is_deleted),
        T(names_go_with_the_last_that_has_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
