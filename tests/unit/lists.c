/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/lists.h and store/positions.h, and of what all statements of
 * the floor cost.
 */
#include "store/lists.h"

#include "attic.h"
#include "connection.h"
#include "store/feeds.h"
#include "store/hits.h"
#include "store/names.h"
#include "store/positions.h"

enum {
    N_ITEMS = 250
};

/* Fails unless the numbers of the list are those of its items, behind a cursor,
 * too. */
static void
expect_numbers(struct attic *at, struct lists_ask ask)
{
    struct item_list page = {0};
    struct lists_numbers numbers = {0};

    for (int i = 0; i < 2; i++) {
        ask.limit = i == 0 ? 2 : 0;
        attic_must(at, lists_load(at->db, &ask, &page, &at->err));
        attic_must(at, lists_load_numbers(at->db, &ask, &numbers, &at->err));
        assert_int_equal(numbers.n_ids, page.n_items);
        for (uint32_t k = 0; k < page.n_items; k++)
            assert_int_equal(numbers.ids[k], page.items[k].id);
        ask.cursor = page.cursor;
    }
    item_list_done(&page);
    lists_numbers_done(&numbers);
    assert_null(numbers.ids);
}

static void
test_lists_have_their_items_in_their_order(void **state)
{
    struct attic *at = *state;
    int64_t ids[8];

    for (int i = 0; i < 8; i++)
        ids[i] = attic_put_number(at, i);
    for (int i = 0; i < 6; i++)
        attic_must(at, library_read(at->db, ids[(i * 5) % 6], 9, &at->err));
    for (int i = 1; i < 5; i++)
        attic_must(at,
            library_shelve(at->db, ids[i], LIBRARY_SAVED, true, 9, &at->err));
    attic_must(at,
        library_shelve(at->db, ids[3], LIBRARY_ARCHIVED, true, 9, &at->err));
    attic_must(at,
        library_shelve(at->db, ids[7], LIBRARY_FAVORITE, true, 9, &at->err));
    attic_must(at, library_delete(at->db, ids[4], 9, &at->err));

    for (int list = 0; list < LISTS_TAG; list++)
        expect_numbers(at, (struct lists_ask){.list = (enum lists_list)list});
    for (uint32_t limit = 0; limit < 4; limit++) {
        struct lists_ask ask = {.limit = limit};
        ask.list = LISTS_HISTORY;
        attic_expect(at, ask, "001 002 003 005 000 ");
        ask.list = LISTS_SAVED;
        attic_expect(at, ask, "002 001 ");
        ask.list = LISTS_ARCHIVED;
        attic_expect(at, ask, "003 ");
        ask.list = LISTS_FAVORITE;
        attic_expect(at, ask, "007 ");
        ask.list = LISTS_ALL;
        attic_expect(at, ask, "007 006 005 003 002 001 000 ");
        ask.list = LISTS_UNFINISHED;
        attic_expect(at, ask, "");
    }
    assert_int_equal(lists_count(at->db, LISTS_HISTORY, 0), 5);
    assert_int_equal(lists_count(at->db, LISTS_SAVED, 0), 2);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 7);
}

static void
test_lists_show_clean_text_whatever_is_in_the_file(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put_number(at, 1);
    struct item_list page = {0};

    attic_sql(at, "UPDATE item SET title = 'a' || char(27) || '[31m' ||"
                  " char(10) || 'b' || char(8238), byline = x'ff41'");
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_true(utf8_is_clean(page.items[0].title));
    assert_null(strchr(page.items[0].title.ptr, '\n'));
    assert_null(strchr(page.items[0].title.ptr, 27));
    assert_true(utf8_is_clean(page.items[0].byline));

    /* A path is for the system; what it is called is for people. */
    struct buf shown = {0};
    attic_sql(at, "UPDATE item SET kind = 2, title = '',"
                  " place = '/a' || char(27) || char(8203, 8203, 8203, 10)");
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_string_equal(page.items[0].place.ptr, "/a\033\u200B\u200B\u200B\n");
    assert_string_equal(page.items[0].title.ptr, "/a\u200B ");
    item_add_place(&page.items[0], &shown);
    assert_true(str_eq(buf_str(&shown), page.items[0].title));
    attic_sql(at, "UPDATE item SET kind = 1, place = 'http://a@b.org/'");
    attic_must(at, lists_load_item(at->db, id, &page, &at->err));
    assert_string_equal(page.items[0].place.ptr, "http://a@b.org/");
    assert_string_equal(page.items[0].title.ptr, "http://b.org");
    buf_done(&shown);
    item_list_done(&page);
}

static void
test_positions_come_back_with_their_folds(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put_number(at, 1);
    struct article *a = library_article(at->db, id, &at->err);
    struct position p = {
        .place = bookmark_make(a, 5), .folds = {"\0\1\0", 3}, .progress = 400};
    struct position got;
    struct buf folds = {0};

    assert_false(positions_find(at->db, id, &folds, &got, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    attic_reopen(at);
    attic_must(at, positions_find(at->db, id, &folds, &got, &at->err));
    assert_int_equal(bookmark_find(a, &got.place), 5);
    assert_true(str_eq(got.folds, p.folds));
    assert_int_equal(got.progress, 400);
    assert_false(got.is_finished);

    /* Finished once is finished, until it is begun again. */
    p = (struct position){.place = bookmark_make(a, 9), .progress = 1000};
    p.is_finished = true;
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    p.is_finished = false;
    p.progress = 500;
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    attic_must(at, positions_find(at->db, id, &folds, &got, &at->err));
    assert_true(got.is_finished);
    assert_int_equal(got.folds.len, 0);
    p.progress = 0;
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    attic_must(at, positions_find(at->db, id, &folds, &got, &at->err));
    assert_false(got.is_finished);
    buf_done(&folds);
    article_free(a);
}

static void
test_positions_of_damaged_bytes_are_none(void **state)
{
    struct attic *at = *state;
    int64_t id = attic_put_number(at, 1);
    struct position p = {.progress = 1};
    struct buf folds = {0};

    attic_must(at, positions_put(at->db, id, &p, &at->err));
    attic_sql(at, "UPDATE position SET bookmark = x'0102'");
    assert_false(positions_find(at->db, id, &folds, &p, &at->err));
    assert_int_equal(at->err.code, ERR_NOT_FOUND);
    buf_done(&folds);
}

static void
test_positions_have_marks(void **state)
{
    struct attic *at = *state;
    int64_t one = attic_put_number(at, 1), two = attic_put_number(at, 2), item;
    struct article *a = library_article(at->db, one, &at->err);
    struct bookmark place = bookmark_make(a, 4), got;

    attic_must(at, positions_put_mark(at->db, 'x', one, &place, &at->err));
    attic_must(at, positions_put_mark(at->db, 'X', two, &place, &at->err));
    attic_must(at, positions_find_mark(at->db, 'x', &item, &got, &at->err));
    assert_int_equal(item, one);
    assert_int_equal(bookmark_find(a, &got), 4);
    attic_must(at, positions_put_mark(at->db, 'x', two, &place, &at->err));
    attic_must(at, positions_find_mark(at->db, 'x', &item, &got, &at->err));
    assert_int_equal(item, two);
    assert_false(positions_find_mark(at->db, 'y', &item, &got, &at->err));
    assert_string_equal(at->err.text, "there is no mark 'y'");

    /* It is where it was when what was deleted is put back. */
    attic_must(at, library_delete(at->db, two, 1, &at->err));
    assert_false(positions_find_mark(at->db, 'x', &item, &got, &at->err));
    attic_must(at, library_undelete(at->db, two, &at->err));
    attic_must(at, positions_find_mark(at->db, 'x', &item, &got, &at->err));
    article_free(a);
}

/* Uses everything that is used while somebody waits. */
static void
use_all(struct attic *at, int64_t id, int64_t feed)
{
    struct item_list page = {0};
    struct hits found = {0};
    struct hits_ask words = {.words = STR("some text"), .limit = 5};
    struct position p = {.progress = 1};
    struct bookmark place = {0};
    struct buf folds = {0}, texts = {0};
    struct item_head head;
    struct names names = {0};
    struct feeds_list feeds = {0};
    int64_t unused;

    for (int list = 0; list < LISTS_COUNT; list++) {
        struct lists_ask ask = {
            .list = (enum lists_list)list, .of = feed, .limit = 20};
        attic_must(at, lists_load(at->db, &ask, &page, &at->err));
        ask.cursor = page.cursor;
        attic_must(at, lists_load(at->db, &ask, &page, &at->err));
    }
    attic_must(at, hits_find(at->db, &words, &found, &at->err));
    attic_must(
        at, library_find(at->db, STR("http://a.org/007"), &unused, &at->err));
    article_free(library_article(at->db, id, &at->err));
    attic_must(at, library_body(at->db, id, NULL, &texts, &head, &at->err));
    attic_must(at, positions_put(at->db, id, &p, &at->err));
    attic_must(at, positions_find(at->db, id, &folds, &p, &at->err));
    attic_must(at, positions_put_mark(at->db, 'a', id, &place, &at->err));
    attic_must(at, positions_find_mark(at->db, 'a', &unused, &place, &at->err));
    attic_must(at, library_read(at->db, id, 1, &at->err));
    attic_must(
        at, library_shelve(at->db, id, LIBRARY_SAVED, true, 1, &at->err));
    attic_must(at, names_add(at->db, NAMES_TAG, id, STR("t"), &at->err));
    attic_must(at, names_load(at->db, NAMES_TAG, id, &names, &at->err));
    attic_must(at, names_add(at->db, NAMES_READING, id, STR("l"), &at->err));
    attic_must(at, names_load(at->db, NAMES_READING, 0, &names, &at->err));
    attic_must(at, names_move(at->db, names.items[0].id, id, 1, &at->err));
    attic_must(at, names_move(at->db, names.items[0].id, id, -1, &at->err));
    attic_must(
        at, lists_find_next(at->db, names.items[0].id, &unused, &at->err));
    attic_must(at, feeds_mark(at->db, feed, id, true, &at->err));
    attic_must(at, feeds_load(at->db, &feeds, &at->err));
    attic_must(at, names_load(at->db, NAMES_TAG, 0, &names, &at->err));
    attic_must(at, library_delete(at->db, id, 1, &at->err));
    attic_must(at, library_undelete(at->db, id, &at->err));
    attic_must(at, library_purge(at->db, 1, &at->err));
    attic_prune(at, library_size(at->db) - 1);
    item_list_done(&page);
    hits_done(&found);
    names_done(&names);
    feeds_done(&feeds);
    buf_done(&folds);
    buf_done(&texts);
}

static void
test_no_statement_goes_through_a_table_or_sorts(void **state)
{
    struct attic *at = *state;
    struct feeds_wish wish = {.url = STR("http://a.org/feed")};
    int64_t id = 0, feed;

    attic_must(at, feeds_subscribe(at->db, &wish, 1, &feed, &at->err));
    attic_must(at, db_begin(at->db, &at->err));
    for (int i = 0; i < N_ITEMS; i++) {
        id = attic_put_number(at, i);
        attic_must(at, library_read(at->db, id, 1, &at->err));
    }
    attic_must(at, db_end(at->db, true, &at->err));
    attic_reopen(at);
    use_all(at, id, feed);
    for (uint32_t i = 0; i < at->db->n_statements; i++) {
        const char *sql = at->db->statements[i].sql;
        sqlite3_stmt *stmt = at->db->statements[i].stmt;
        int n_steps =
            sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
        int n_sorts = sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_SORT, 0);
        int n_indexes =
            sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_AUTOINDEX, 0);
        /* But for the few rows of state, what FTS5 does itself, and the
         * few names of an item. */
        if (n_steps > 8 || n_indexes > 0 ||
            (n_sorts > 0 && !strstr(sql, "score") && !strstr(sql, "JOIN tag")))
            fail_msg("%d steps, %d sorts: %s", n_steps, n_sorts, sql);
    }
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(test_##name, attic_setup, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(lists_have_their_items_in_their_order),
        T(lists_show_clean_text_whatever_is_in_the_file),
        T(positions_come_back_with_their_folds),
        T(positions_of_damaged_bytes_are_none),
        T(positions_have_marks),
        T(no_statement_goes_through_a_table_or_sorts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
