/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/memory.h, and of app/filing.h and app/deposit.h behind it.
 */
#include "app/memory.h"

#include "app/deposit.h"
#include "app/filing.h"
#include "model/collect.h"
#include "store/feeds.h"
#include "store/lists.h"
#include "study.h"

#include <fcntl.h>
#include <sys/mman.h>

static void
test_memory_has_a_page_that_was_kept(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct reprint page = {0};
    struct study d;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    assert_false(receipt.is_there);
    study_reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_non_null(found);
    assert_int_equal(found->n_text, a->n_text);
    assert_true(str_eq(receipt.head.etag, STR("\"1\"")));
    assert_int_equal(receipt.head.fresh_until, 4711);
    assert_int_equal(lists_count(memory_db(d.memory), LISTS_HISTORY, 0), 1);
    article_free(found);
    receipt_done(&receipt);
    article_free(a);
    study_close(&d);
    assert_string_equal(d.notice, "");
    source_done(&s);
}

static void
test_memory_finds_the_place_and_folds_of_a_file(void **state)
{
    struct source s = {
        .kind = SOURCE_FILE,
        .place = mem_copy_text("a.md", 4),
        .key = mem_copy_text("/tmp/a.md", 9),
    };
    struct article *a = attic_article("Herons", STUDY_TEXT);
    const struct position put = {
        .place = bookmark_make(a, 40),
        .folds = STR("\1\0\1"),
        .progress = 300,
    };
    struct receipt receipt = {0};
    struct position found;
    struct buf folds = {0};
    struct reprint page = {0};
    struct study d;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    memory_note_place(d.memory, &s, &put, true);
    memory_put_mark(d.memory, 'q', &s, &put.place);
    study_reopen(&d);
    assert_true(memory_find_place(d.memory, &s, &folds, &found));
    assert_int_equal(bookmark_find(a, &found.place), 40);
    assert_int_equal(found.folds.len, 3);
    assert_int_equal(found.progress, 300);
    assert_null(memory_article(d.memory, &s, &receipt, &page));

    struct source marked;
    struct bookmark mark;
    assert_true(memory_find_mark(d.memory, 'q', &marked, &mark));
    assert_int_equal(marked.kind, SOURCE_FILE);
    assert_true(source_eq(&marked, &s));
    assert_false(memory_find_mark(d.memory, 'r', &marked, &mark));
    source_done(&marked);
    buf_done(&folds);
    article_free(a);
    study_close(&d);
    source_done(&s);
}

static void
test_memory_shelves_and_renews(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct article *b = attic_article("Herons again", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct reprint page = {0};
    struct study d;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_SAVED, true);
    receipt = study_receipt("\"2\"", true);
    deposit_renew(d.memory, &s, b, &receipt);
    receipt = study_receipt(NULL, true);
    receipt.head.fresh_until = 4712;
    deposit_renew(d.memory, &s, NULL, &receipt);
    study_reopen(&d);
    assert_true(memory_is_on(d.memory, &s, LIBRARY_SAVED));
    assert_false(memory_is_on(d.memory, &s, LIBRARY_FAVORITE));
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_int_equal(found->n_text, b->n_text);
    assert_true(str_eq(receipt.head.etag, STR("\"2\"")));
    assert_int_equal(receipt.head.fresh_until, 4712);
    article_free(found);
    receipt_done(&receipt);
    article_free(a);
    article_free(b);
    study_close(&d);
    source_done(&s);
}

static void
test_memory_leaves_what_is_put_on_a_list_in_the_archive(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct study d;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_ARCHIVED, true);
    filing_name_source(d.memory, &s, NAMES_READING, STR("birds"));
    study_reopen(&d);
    assert_true(memory_is_on(d.memory, &s, LIBRARY_ARCHIVED));
    assert_true(memory_is_on(d.memory, &s, LIBRARY_SAVED));
    study_close(&d);
    article_free(a);
    source_done(&s);
}

static void
test_memory_deletes_again_what_was_read_again(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct study d;
    int64_t id;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    study_reopen(&d);
    assert_true(memory_find(d.memory, &s, &id));
    assert_true(filing_delete(d.memory, id));
    assert_true(filing_delete(d.memory, id)); /* as who presses D twice */
    assert_true(filing_undelete(d.memory));
    assert_false(filing_undelete(d.memory));
    assert_true(filing_delete(d.memory, id));
    receipt = study_receipt("\"1\"", true);
    deposit_keep(d.memory, &s, a, &receipt);
    assert_true(filing_delete(d.memory, id));
    study_reopen(&d);
    assert_false(memory_find(d.memory, &s, &id));
    assert_string_equal(d.notice, "");
    article_free(a);
    study_close(&d);
    source_done(&s);
}

static void
test_memory_takes_in_what_came_of_a_feed(void **state)
{
    struct source s = study_source();
    struct collect *c = collect_new();
    struct harvest_result loaded = {
        .feed = collect_finish(c), .receipt = study_receipt("\"1\"", true)};
    struct tidings what = tidings_take(&loaded);
    struct feeds_list feeds = {0};
    struct study d;
    struct err err;

    (void)state;
    study_open(&d);
    filing_subscribe(d.memory, &s, &what);
    assert_null(what.feed);
    study_reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_int_equal(feeds.n_items, 1);
    assert_string_equal(feeds.items[0].url.ptr, s.place);
    assert_string_equal(feeds.items[0].etag.ptr, "\"1\"");
    err_set(&what.failure, ERR_GONE, "gone");
    filing_put_feed(d.memory, feeds.items[0].id, &what);
    assert_int_equal(what.failure.code, ERR_NONE);
    study_reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_string_equal(feeds.items[0].failure.ptr, "gone");
    filing_unsubscribe(d.memory, feeds.items[0].id);
    study_reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_int_equal(feeds.n_items, 0);
    assert_string_equal(d.notice, "");
    feeds_done(&feeds);
    study_close(&d);
    source_done(&s);
}

static void
test_memory_prunes_the_library_at_its_end(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct study d;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    memory_limit(d.memory, 1);
    study_reopen(&d);
    assert_int_equal(lists_count(memory_db(d.memory), LISTS_HISTORY, 0), 1);
    assert_false(memory_has_text(d.memory, &s));
    article_free(a);
    study_close(&d);
    source_done(&s);
}

static void
test_memory_says_that_it_remembers_nothing(void **state)
{
    struct attic *at = *state;
    struct source s = study_source();
    struct receipt receipt = study_receipt(NULL, true);
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct study d;
    int64_t id;
    int fd = open(at->path, O_RDWR | O_CREAT, 0600);

    close(fd);
    setenv("XDG_DATA_HOME", at->path, 1);
    study_open(&d);
    uv_run(&d.loop, UV_RUN_NOWAIT);
    assert_non_null(strstr(d.notice, "nothing is remembered"));
    assert_false(memory_can_keep(d.memory, &s));
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_SAVED, true);
    assert_false(memory_find(d.memory, &s, &id));
    study_close(&d);
    article_free(a);
    source_done(&s);
}

static void
test_memory_knows_the_text_of_a_feed_by_the_feed_and_its_name(void **state)
{
    const struct item item = {
        .kind = ITEM_ENTRY, .place = STR("https://a.org/feed#own")};
    struct source s = memory_source(&item);

    (void)state;
    assert_string_equal(s.place, "https://a.org/feed");
    assert_string_equal(s.key, "https://a.org/feed\nown");
    source_done(&s);
}

static void
test_memory_knows_no_standard_input(void **state)
{
    struct source s = {.kind = SOURCE_STDIN};
    struct study d;

    (void)state;
    study_open(&d);
    assert_false(memory_can_keep(d.memory, &s));
    study_close(&d);
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, study_setup, study_teardown)

static void
test_memory_has_the_page_where_its_article_cannot_be_read(void **state)
{
    struct attic *at = *state;
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt("\"1\"", true);
    struct reprint page = {0};
    struct study d;
    int fd = memfd_create("page", 0);

    receipt.body = fd;
    receipt.has_body = write(fd, "<p>Hi", 5) == 5;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    study_close(&d);
    char *own = at->path;
    at->path = memory_path();
    attic_sql(at, "UPDATE content SET article = x'00'");
    free(at->path);
    at->path = own;

    study_open(&d);
    assert_null(memory_article(d.memory, &s, &receipt, &page));
    assert_true(page.is_open);
    assert_string_equal(page.url.ptr, "https://herons.example/a");
    deposit_remake(d.memory, &s, a);
    reprint_close(&page);
    receipt_done(&receipt);
    study_reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_non_null(found);
    assert_false(page.is_open);
    article_free(found);
    receipt_done(&receipt);
    article_free(a);
    study_close(&d);
    source_done(&s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_memory_has_a_page_that_was_kept),
        TEST(test_memory_has_the_page_where_its_article_cannot_be_read),
        TEST(test_memory_finds_the_place_and_folds_of_a_file),
        TEST(test_memory_shelves_and_renews),
        TEST(test_memory_leaves_what_is_put_on_a_list_in_the_archive),
        TEST(test_memory_deletes_again_what_was_read_again),
        TEST(test_memory_takes_in_what_came_of_a_feed),
        TEST(test_memory_prunes_the_library_at_its_end),
        TEST(test_memory_says_that_it_remembers_nothing),
        TEST(test_memory_knows_the_text_of_a_feed_by_the_feed_and_its_name),
        TEST(test_memory_knows_no_standard_input),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
