/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/memory.h, and of app/deposit.h and app/filing.h behind it.
 */
#include "app/memory.h"

#include "app/deposit.h"
#include "app/filing.h"
#include "attic.h"
#include "model/collect.h"
#include "store/feeds.h"
#include "store/lists.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <uv.h>

static const char text[] = "The heron stands in the water.\n"
                           "It waits for a fish that is not careful.\n"
                           "Then it flies away.\n";

/* A memory with the loop that it needs, and what it has said. */
struct desk {
    uv_loop_t loop;
    struct memory *memory;
    char notice[300];
};

static void
note(void *user, const char *notice)
{
    struct desk *d = user;

    snprintf(d->notice, sizeof d->notice, "%s", notice);
}

static void
sit_down(struct desk *d)
{
    d->notice[0] = '\0';
    uv_loop_init(&d->loop);
    d->memory = memory_open(&d->loop, note, d);
}

static void
get_up(struct desk *d)
{
    memory_close(d->memory);
    uv_run(&d->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&d->loop), 0);
}

static void
reopen(struct desk *d)
{
    get_up(d);
    sit_down(d);
}

static int
setup(void **state)
{
    if (attic_prepare(state) != 0)
        return -1;
    struct attic *at = *state;
    return setenv("XDG_DATA_HOME", at->folder, 1);
}

static int
teardown(void **state)
{
    static const char *const names[] = {
        "library.db", "library.db-wal", "library.db-shm"};
    struct attic *at = *state;
    char *folder = file_join(at->folder, "gutread");

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = file_join(folder, names[i]);
        unlink(path);
        free(path);
    }
    rmdir(folder);
    free(folder);
    return attic_teardown(state);
}

static struct source
web(void)
{
    return source_make_entry(
        &(struct source){0}, STR("https://herons.example/a"), STR("a"));
}

/* Returns what a server said of a page that has the text. */
static struct receipt
receipt_of(const char *etag, bool may_keep)
{
    const struct reply reply = {
        .url = "https://herons.example/a",
        .type = "text/plain",
        .etag = etag,
        .fresh_until = 4711,
        .may_keep = may_keep,
    };
    struct receipt receipt = {0};

    receipt_put(&receipt, &reply, -1);
    return receipt;
}

static void
test_memory_has_a_page_that_was_kept(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct reprint page = {0};
    struct desk d;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    assert_false(receipt.is_there);
    reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_non_null(found);
    assert_int_equal(found->n_text, a->n_text);
    assert_true(str_eq(receipt.head.etag, STR("\"1\"")));
    assert_int_equal(receipt.head.fresh_until, 4711);
    assert_int_equal(lists_count(memory_db(d.memory), LISTS_HISTORY, 0), 1);
    article_free(found);
    receipt_done(&receipt);
    article_free(a);
    get_up(&d);
    assert_string_equal(d.notice, "");
    source_done(&s);
}

static void
test_memory_notes_a_page_that_must_not_be_kept(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of(NULL, false);
    struct reprint page = {0};
    struct desk d;
    int64_t id;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    reopen(&d);
    assert_null(memory_article(d.memory, &s, &receipt, &page));
    assert_true(memory_find(d.memory, &s, &id));
    article_free(a);
    get_up(&d);
    source_done(&s);
}

static void
test_memory_keeps_what_a_person_wants_whatever_the_server_does(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct article *other = attic_article("Geese", text);
    struct receipt receipt = receipt_of(NULL, false);
    struct reprint page = {0};
    struct desk d;
    int64_t id;

    (void)state;
    sit_down(&d);
    /* What was brought and must not be kept is nothing. */
    deposit_renew(d.memory, &s, a, &receipt);
    reopen(&d);
    assert_false(memory_find(d.memory, &s, &id));

    /* Nobody wants it. */
    receipt = receipt_of(NULL, false);
    deposit_keep(d.memory, &s, a, &receipt);
    deposit_hold(d.memory, &s, a);
    reopen(&d);
    assert_false(memory_has_text(d.memory, &s));

    filing_shelve_source(d.memory, &s, LIBRARY_FAVORITE, true);
    deposit_hold(d.memory, &s, a);
    reopen(&d);
    assert_true(memory_has_text(d.memory, &s));

    /* What is there is left alone, but another edition is kept. */
    deposit_hold(d.memory, &s, other);
    receipt = receipt_of("\"2\"", false);
    deposit_renew(d.memory, &s, a, &receipt);
    reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_true(str_eq(article_fact(found, FACT_TITLE), STR("Herons")));
    assert_string_equal(receipt.head.etag.ptr, "\"2\"");
    receipt_done(&receipt);
    article_free(found);
    article_free(other);
    article_free(a);
    get_up(&d);
    source_done(&s);
}

static void
test_memory_keeps_the_bytes_of_a_page(void **state)
{
    struct attic *at = *state;
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    const struct reply reply = {.url = s.place, .may_keep = true};
    struct receipt receipt = {0};
    struct buf body = {0}, texts = {0};
    struct item_head head;
    struct desk d;
    int64_t id;
    char *path = file_join(at->folder, "body");
    int fd = open(path, O_RDWR | O_CREAT, 0600);

    assert_true(file_write_fd(fd, str_of(text), &at->err));
    receipt_put(&receipt, &reply, fd);
    close(fd);
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    reopen(&d);
    assert_true(memory_find(d.memory, &s, &id));
    attic_must(at,
        library_body(memory_db(d.memory), id, &body, &texts, &head, &at->err));
    assert_true(str_eq(buf_str(&body), str_of(text)));
    get_up(&d);
    buf_done(&body);
    buf_done(&texts);
    article_free(a);
    free(path);
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
    struct article *a = attic_article("Herons", text);
    const struct position put = {
        .place = bookmark_make(a, 40),
        .folds = STR("\1\0\1"),
        .progress = 300,
    };
    struct receipt receipt = {0};
    struct position found;
    struct buf folds = {0};
    struct reprint page = {0};
    struct desk d;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    memory_note_place(d.memory, &s, &put, true);
    memory_put_mark(d.memory, 'q', &s, &put.place);
    reopen(&d);
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
    get_up(&d);
    source_done(&s);
}

static void
test_memory_shelves_and_renews(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct article *b = attic_article("Herons again", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct reprint page = {0};
    struct desk d;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_SAVED, true);
    receipt = receipt_of("\"2\"", true);
    deposit_renew(d.memory, &s, b, &receipt);
    receipt = receipt_of(NULL, true);
    receipt.head.fresh_until = 4712;
    deposit_renew(d.memory, &s, NULL, &receipt);
    reopen(&d);
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
    get_up(&d);
    source_done(&s);
}

static void
test_memory_keeps_no_error_of_a_server_for_a_page(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    const struct reply reply = {.url = "https://herons.example/a",
        .may_keep = true,
        .failure = "HTTP 500: the server has failed"};
    struct receipt receipt = {0};
    struct desk d;

    (void)state;
    sit_down(&d);
    filing_save_address(d.memory, &s);
    receipt_put(&receipt, &reply, -1);
    deposit_keep(d.memory, &s, a, &receipt);
    reopen(&d);
    assert_true(memory_is_on(d.memory, &s, LIBRARY_SAVED));
    assert_false(memory_has_text(d.memory, &s));
    get_up(&d);
    article_free(a);
    source_done(&s);
}

static void
test_memory_leaves_what_is_put_on_a_list_in_the_archive(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct desk d;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_ARCHIVED, true);
    filing_name_source(d.memory, &s, NAMES_READING, STR("birds"));
    reopen(&d);
    assert_true(memory_is_on(d.memory, &s, LIBRARY_ARCHIVED));
    assert_true(memory_is_on(d.memory, &s, LIBRARY_SAVED));
    get_up(&d);
    article_free(a);
    source_done(&s);
}

static void
test_memory_deletes_again_what_was_read_again(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct desk d;
    int64_t id;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    reopen(&d);
    assert_true(memory_find(d.memory, &s, &id));
    assert_true(filing_delete(d.memory, id));
    assert_true(filing_delete(d.memory, id)); /* as who presses D twice */
    assert_true(filing_undelete(d.memory));
    assert_false(filing_undelete(d.memory));
    assert_true(filing_delete(d.memory, id));
    receipt = receipt_of("\"1\"", true);
    deposit_keep(d.memory, &s, a, &receipt);
    assert_true(filing_delete(d.memory, id));
    reopen(&d);
    assert_false(memory_find(d.memory, &s, &id));
    assert_string_equal(d.notice, "");
    article_free(a);
    get_up(&d);
    source_done(&s);
}

static void
test_memory_takes_in_what_came_of_a_feed(void **state)
{
    struct source s = web();
    struct collect *c = collect_new();
    struct harvest_result loaded = {
        .feed = collect_finish(c), .receipt = receipt_of("\"1\"", true)};
    struct tidings what = tidings_take(&loaded);
    struct feeds_list feeds = {0};
    struct desk d;
    struct err err;

    (void)state;
    sit_down(&d);
    filing_subscribe(d.memory, &s, &what);
    assert_null(what.feed);
    reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_int_equal(feeds.n_items, 1);
    assert_string_equal(feeds.items[0].url.ptr, s.place);
    assert_string_equal(feeds.items[0].etag.ptr, "\"1\"");
    err_set(&what.failure, ERR_GONE, "gone");
    filing_put_feed(d.memory, feeds.items[0].id, &what);
    assert_int_equal(what.failure.code, ERR_NONE);
    reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_string_equal(feeds.items[0].failure.ptr, "gone");
    filing_unsubscribe(d.memory, feeds.items[0].id);
    reopen(&d);
    assert_true(feeds_load(memory_db(d.memory), &feeds, &err));
    assert_int_equal(feeds.n_items, 0);
    assert_string_equal(d.notice, "");
    feeds_done(&feeds);
    get_up(&d);
    source_done(&s);
}

static void
test_memory_prunes_the_library_at_its_end(void **state)
{
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct desk d;

    (void)state;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    memory_limit(d.memory, 1);
    reopen(&d);
    assert_int_equal(lists_count(memory_db(d.memory), LISTS_HISTORY, 0), 1);
    assert_false(memory_has_text(d.memory, &s));
    article_free(a);
    get_up(&d);
    source_done(&s);
}

static void
test_memory_says_that_it_remembers_nothing(void **state)
{
    struct attic *at = *state;
    struct source s = web();
    struct receipt receipt = receipt_of(NULL, true);
    struct article *a = attic_article("Herons", text);
    struct desk d;
    int64_t id;
    int fd = open(at->path, O_RDWR | O_CREAT, 0600);

    close(fd);
    setenv("XDG_DATA_HOME", at->path, 1);
    sit_down(&d);
    uv_run(&d.loop, UV_RUN_NOWAIT);
    assert_non_null(strstr(d.notice, "nothing is remembered"));
    assert_false(memory_can_keep(d.memory, &s));
    deposit_keep(d.memory, &s, a, &receipt);
    filing_shelve_source(d.memory, &s, LIBRARY_SAVED, true);
    assert_false(memory_find(d.memory, &s, &id));
    get_up(&d);
    article_free(a);
    source_done(&s);
}

static void
test_memory_knows_no_standard_input(void **state)
{
    struct source s = {.kind = SOURCE_STDIN};
    struct desk d;

    (void)state;
    sit_down(&d);
    assert_false(memory_can_keep(d.memory, &s));
    get_up(&d);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static void
test_memory_has_the_page_where_its_article_cannot_be_read(void **state)
{
    struct attic *at = *state;
    struct source s = web();
    struct article *a = attic_article("Herons", text);
    struct receipt receipt = receipt_of("\"1\"", true);
    struct reprint page = {0};
    struct desk d;
    int fd = memfd_create("page", 0);

    receipt.body = fd;
    receipt.has_body = write(fd, "<p>Hi", 5) == 5;
    sit_down(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    get_up(&d);
    char *own = at->path;
    at->path = memory_path();
    attic_sql(at, "UPDATE content SET article = x'00'");
    free(at->path);
    at->path = own;

    sit_down(&d);
    assert_null(memory_article(d.memory, &s, &receipt, &page));
    assert_true(page.is_open);
    assert_string_equal(page.url.ptr, "https://herons.example/a");
    deposit_remake(d.memory, &s, a);
    reprint_close(&page);
    receipt_done(&receipt);
    reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_non_null(found);
    assert_false(page.is_open);
    article_free(found);
    receipt_done(&receipt);
    article_free(a);
    get_up(&d);
    source_done(&s);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_memory_has_a_page_that_was_kept),
        TEST(test_memory_notes_a_page_that_must_not_be_kept),
        TEST(test_memory_keeps_what_a_person_wants_whatever_the_server_does),
        TEST(test_memory_keeps_the_bytes_of_a_page),
        TEST(test_memory_has_the_page_where_its_article_cannot_be_read),
        TEST(test_memory_finds_the_place_and_folds_of_a_file),
        TEST(test_memory_shelves_and_renews),
        TEST(test_memory_keeps_no_error_of_a_server_for_a_page),
        TEST(test_memory_leaves_what_is_put_on_a_list_in_the_archive),
        TEST(test_memory_deletes_again_what_was_read_again),
        TEST(test_memory_takes_in_what_came_of_a_feed),
        TEST(test_memory_prunes_the_library_at_its_end),
        TEST(test_memory_says_that_it_remembers_nothing),
        TEST(test_memory_knows_no_standard_input),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
