/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/loss.h.
 */
#include "store/loss.h"

#include "attic.h"
#include "store/library.h"

#define URL "https://a.org/page"
#define TEN "one two three four five six seven eight nine ten"

/* Returns an article with that text and, unless NULL, a note. */
static struct article *
make(const char *text, const char *note)
{
    struct build *b = build_new();

    build_open(b, BLOCK_PARA);
    build_text(b, str_of(text), SPAN_PLAIN);
    build_close(b);
    if (note)
        build_note(b, "%s", note);
    return build_finish(b);
}

/* Keeps a page with that article, which is freed. */
static int64_t
put(struct attic *at, struct article *a, bool is_wanted)
{
    struct item_head head = {.final = STR(URL), .fetched_at = 1000};
    struct library_page page = {STR(URL), &head, a, (struct str){0}, is_wanted};
    int64_t id = 0;

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    article_free(a);
    return id;
}

static bool
is_loss(
    struct attic *at, const char *url, const struct article *a, bool is_wanted)
{
    const struct loss_ask ask = {str_of(url), (struct str){0}, a, is_wanted};
    bool is_loss = false;

    attic_must(at, loss_find(at->db, &ask, &is_loss, &at->err));
    return is_loss;
}

static void
test_loss_is_what_has_less_and_says_so_or_much_less_unasked(void **state)
{
    static const struct {
        const char *name, *text, *note;
        bool is_loss, is_loss_wanted;
    } cases[] = {
        {"the same", TEN, NULL, false, false},
        {"as much, with a note", TEN, "cut", false, false},
        {"some less", "one two three four five six", NULL, false, false},
        {"some less, with a note", "one two three four five six", "a wall",
            true, true},
        {"half", "one two three four five", NULL, false, false},
        {"a third", "one two three", NULL, true, false},
        {"next to nothing", "moved", NULL, true, true},
        {"nothing, with a note", "Log in", "a wall", true, true},
        {"more", TEN " eleven", "cut", false, false},
    };
    struct attic *at = *state;

    put(at, make(TEN, NULL), true);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = make(cases[i].text, cases[i].note);
        if (is_loss(at, URL, a, false) != cases[i].is_loss ||
            is_loss(at, URL, a, true) != cases[i].is_loss_wanted)
            fail_msg("%s", cases[i].name);
        assert_false(is_loss(at, URL "/other", a, false));
        article_free(a);
    }
}

static void
test_loss_takes_the_place_of_nothing_that_is_kept(void **state)
{
    struct attic *at = *state;
    int64_t id = put(at, make(TEN, NULL), true);

    assert_int_equal(put(at, make("moved", NULL), false), id);
    assert_int_equal(put(at, make("Log in", "a wall"), true), id);
    assert_int_equal(attic_sql(at, "SELECT words FROM item"), 10);
    attic_check(at);
    put(at, make("moved", NULL), true);
    assert_int_equal(attic_sql(at, "SELECT words FROM item"), 10);
    put(at, make("one two three", NULL), true);
    assert_int_equal(attic_sql(at, "SELECT words FROM item"), 3);
    attic_check(at);
}

static void
test_loss_is_none_where_as_much_was_missing_before(void **state)
{
    struct attic *at = *state;
    struct article *a = make("one two three four five six", "a wall");

    put(at, make(TEN, "the end is missing"), true);
    assert_false(is_loss(at, URL, a, false));
    article_free(a);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_loss_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(is_what_has_less_and_says_so_or_much_less_unasked),
        T(takes_the_place_of_nothing_that_is_kept),
        T(is_none_where_as_much_was_missing_before),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
