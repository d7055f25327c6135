/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/titles.h.
 */
#include "store/titles.h"

#include "attic.h"

enum {
    N_ITEMS = 700
};

static struct titles *
load(struct attic *at)
{
    atomic_bool stop = false;
    struct titles *t = titles_load(at->db, &stop, &at->err);

    attic_must(at, t);
    return t;
}

static int64_t
note(struct attic *at, int number, const char *title)
{
    char url[48];
    int64_t id = 0;

    snprintf(url, sizeof url, "http://a.org/%d", number);
    attic_must(at,
        attic_note(at->db, str_of(url), str_of(title), STR(""), &id, &at->err));
    return id;
}

/* Fails unless the words leave these items, newest first, and no others. */
static void
expect(const struct titles *t, const char *words, int64_t one, int64_t two)
{
    int64_t *ids = mem_alloc_zero(titles_count(t) + 1, sizeof *ids);
    uint32_t n = titles_filter(t, str_of(words), ids);

    if (n != (uint32_t)(one != 0) + (two != 0) || (n > 0 && ids[0] != one) ||
        (n > 1 && ids[1] != two))
        fail_msg("'%s' leaves %u, the first being %ld", words, n, (long)ids[0]);
    free(ids);
}

static void
test_titles_are_found_by_all_words_whatever_their_case_and_accents(void **state)
{
    struct attic *at = *state;
    int64_t soup = note(at, 1, "A So\xC3\xBBp of BEANS");
    int64_t tea = note(at, 2, "Tea\nand beans");
    int64_t bare = note(at, 3, "");
    attic_sql(at, "UPDATE item SET byline = 'Ann H\xC3\xA9ron', site = 'Ponds'"
                  " WHERE title LIKE 'Tea%'");
    struct titles *t = load(at);

    assert_int_equal(titles_count(t), 3);
    expect(t, "beans", tea, soup);
    expect(t, "heron ann", tea, 0);
    expect(t, "ponds tea", tea, 0);
    expect(t, "  BEANS soup ", soup, 0);
    expect(t, "ean so\xC3\xBB", soup, 0);
    expect(t, "tea and", tea, 0);
    /* Without a title an item is called by its address. */
    expect(t, "a.org", bare, 0);
    expect(t, "coffee", 0, 0);
    titles_free(t);
}

/* A text of a few words by which a number is known. */
static void
describe(int number, char *out, size_t size)
{
    snprintf(out, size, "%s%s%s n%d", number % 2 == 0 ? "even " : "",
        number % 7 == 0 ? "seven " : "", number > 300 ? "many " : "", number);
}

static void
test_titles_lose_no_line_however_many_have_the_word(void **state)
{
    struct attic *at = *state;
    static const char *const queries[] = {
        "n", "even", "seven", "many", "even seven", "n699", "n0", "n35"};
    char title[64];

    attic_must(at, db_begin(at->db, &at->err));
    for (int i = 0; i < N_ITEMS; i++) {
        describe(i, title, sizeof title);
        note(at, i, title);
    }
    attic_must(at, db_end(at->db, true, &at->err));
    struct titles *t = load(at);
    int64_t ids[N_ITEMS];
    for (size_t q = 0; q < sizeof queries / sizeof *queries; q++) {
        uint32_t n = titles_filter(t, str_of(queries[q]), ids), n_wanted = 0;
        for (int i = N_ITEMS; i-- > 0;) {
            struct str rest = str_of(queries[q]), word;
            bool has_all = true;
            describe(i, title, sizeof title);
            while ((word = str_next_word(&rest)).len > 0)
                has_all =
                    has_all && str_find(str_of(title), word, 0) < strlen(title);
            if (has_all && (n_wanted >= n || ids[n_wanted++] != i + 1))
                fail_msg("'%s' loses %d", queries[q], i);
        }
        assert_int_equal(n, n_wanted);
    }
    titles_free(t);
}

static void
test_titles_sort_by_name_whatever_the_case_and_accents(void **state)
{
    struct attic *at = *state;
    int64_t z = note(at, 1, "zebra");
    int64_t e = note(at, 2,
        "\xC3\x89"
        "clair for breakfast");
    int64_t b = note(at, 3, "BREAD for the family");
    int64_t a = note(at, 4, "bread for the day");
    int64_t same = note(at, 5, "Bread for the day");
    struct titles *t = load(at);
    int64_t ids[] = {z, 99, same, b, a, e};
    const int64_t want[] = {same, a, b, e, z, 99};

    titles_sort(t, TITLES_BY_NAME, ids, 6);
    assert_memory_equal(ids, want, sizeof want);
    titles_sort(t, TITLES_BY_NAME, ids, 0);
    titles_free(t);
}

static void
test_titles_sort_by_length_with_unknown_ones_last(void **state)
{
    struct attic *at = *state;
    int64_t none = note(at, 1, "a");
    int64_t longer = attic_put(at, "http://a.org/l", "b", "one two three four");
    int64_t shorter = attic_put(at, "http://a.org/s", "c", "one");
    struct titles *t = load(at);
    int64_t ids[] = {none, longer, shorter};

    titles_sort(t, TITLES_BY_LENGTH, ids, 3);
    assert_int_equal(ids[0], shorter);
    assert_int_equal(ids[1], longer);
    assert_int_equal(ids[2], none);
    titles_free(t);
}

static void
test_titles_of_nothing_are_none(void **state)
{
    struct attic *at = *state;
    struct titles *t = load(at);
    int64_t ids[] = {7, 5};

    assert_int_equal(titles_count(t), 0);
    expect(t, "a", 0, 0);
    titles_sort(t, TITLES_BY_NAME, ids, 2);
    assert_int_equal(ids[0], 7);
    titles_free(t);
}

static void
test_titles_are_not_read_when_nobody_wants_them(void **state)
{
    struct attic *at = *state;
    atomic_bool stop = true;

    note(at, 1, "a");
    assert_null(titles_load(at->db, &stop, &at->err));
    assert_int_equal(at->err.code, ERR_CANCELED);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_titles_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(are_found_by_all_words_whatever_their_case_and_accents),
        T(lose_no_line_however_many_have_the_word),
        T(sort_by_name_whatever_the_case_and_accents),
        T(sort_by_length_with_unknown_ones_last),
        T(of_nothing_are_none),
        T(are_not_read_when_nobody_wants_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
