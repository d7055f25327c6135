/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/ui/order.h.
 */
#include "order.h"

#include "attic.h"

struct stage {
    struct rows rows;
    struct titles *titles;
    int64_t pea, oat, bean;
};

static void
begin(struct attic *at, struct stage *s)
{
    const struct lists_ask all = {.list = LISTS_ALL};
    atomic_bool stop = false;

    *s = (struct stage){0};
    s->pea = attic_put(at, "http://a.org/1", "Pea", "one two three");
    s->oat = attic_put(at, "http://a.org/2", "oat", "one");
    s->bean = attic_put(at, "http://a.org/3",
        "B\xC3\xA9"
        "an",
        "one two");
    attic_must(at, s->titles = titles_load(at->db, &stop, &at->err));
    rows_load_list(&s->rows, at->db, &all);
}

static void
end(struct stage *s)
{
    titles_free(s->titles);
    rows_done(&s->rows);
}

static void
expect(const struct stage *s, int64_t a, int64_t b, int64_t c)
{
    assert_int_equal(s->rows.n_items, 3);
    assert_int_equal(s->rows.items[0].id, a);
    assert_int_equal(s->rows.items[1].id, b);
    assert_int_equal(s->rows.items[2].id, c);
}

static void
test_order_sorts_by_what_is_said_of_items(void **state)
{
    struct stage s;

    begin(*state, &s);
    order_apply(ORDER_NEWEST, &s.rows, s.titles);
    expect(&s, s.bean, s.oat, s.pea);
    order_apply(ORDER_TITLE, &s.rows, s.titles);
    expect(&s, s.bean, s.oat, s.pea);
    order_apply(ORDER_SHORTEST, &s.rows, s.titles);
    expect(&s, s.oat, s.bean, s.pea);
    order_apply(ORDER_OLDEST, &s.rows, s.titles);
    expect(&s, s.pea, s.bean, s.oat);
    end(&s);
}

static void
test_order_is_that_of_the_list_until_titles_are_there(void **state)
{
    struct stage s;

    begin(*state, &s);
    order_apply(ORDER_SHORTEST, &s.rows, NULL);
    expect(&s, s.bean, s.oat, s.pea);
    assert_true(order_needs_titles(ORDER_SHORTEST));
    assert_false(order_needs_titles(ORDER_OLDEST));
    end(&s);
}

static void
test_order_has_a_name_unless_it_is_the_usual_one(void **state)
{
    (void)state;
    assert_string_equal(order_name(ORDER_NEWEST, false), "");
    for (int i = ORDER_NEWEST + 1; i < ORDER_COUNT; i++)
        assert_true(strlen(order_name((enum order)i, false)) > 0);
    assert_string_equal(order_name(ORDER_OLDEST, true), "last first");
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_order_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(sorts_by_what_is_said_of_items),
        T(is_that_of_the_list_until_titles_are_there),
        T(has_a_name_unless_it_is_the_usual_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
