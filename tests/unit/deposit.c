/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/deposit.h: which pages are kept.
 */
#include "app/deposit.h"

#include "app/filing.h"
#include "study.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

static void
test_deposit_notes_a_page_that_must_not_be_kept(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct receipt receipt = study_receipt(NULL, false);
    struct reprint page = {0};
    struct study d;
    int64_t id;

    (void)state;
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    study_reopen(&d);
    assert_null(memory_article(d.memory, &s, &receipt, &page));
    assert_true(memory_find(d.memory, &s, &id));
    article_free(a);
    study_close(&d);
    source_done(&s);
}

static void
test_deposit_keeps_what_a_person_wants_whatever_the_server_does(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    struct article *other = attic_article("Geese", STUDY_TEXT);
    struct receipt receipt = study_receipt(NULL, false);
    struct reprint page = {0};
    struct study d;
    int64_t id;

    (void)state;
    study_open(&d);
    /* What was brought and must not be kept is nothing. */
    deposit_renew(d.memory, &s, a, &receipt);
    study_reopen(&d);
    assert_false(memory_find(d.memory, &s, &id));

    /* Nobody wants it. */
    receipt = study_receipt(NULL, false);
    deposit_keep(d.memory, &s, a, &receipt);
    deposit_hold(d.memory, &s, a);
    study_reopen(&d);
    assert_false(memory_has_text(d.memory, &s));

    filing_shelve_source(d.memory, &s, LIBRARY_FAVORITE, true);
    deposit_hold(d.memory, &s, a);
    study_reopen(&d);
    assert_true(memory_has_text(d.memory, &s));

    /* What is there is left alone, but another edition is kept. */
    deposit_hold(d.memory, &s, other);
    receipt = study_receipt("\"2\"", false);
    deposit_renew(d.memory, &s, a, &receipt);
    study_reopen(&d);
    struct article *found = memory_article(d.memory, &s, &receipt, &page);
    assert_true(str_eq(article_fact(found, FACT_TITLE), STR("Herons")));
    assert_string_equal(receipt.head.etag.ptr, "\"2\"");
    receipt_done(&receipt);
    article_free(found);
    article_free(other);
    article_free(a);
    study_close(&d);
    source_done(&s);
}

static void
test_deposit_keeps_the_bytes_of_a_page(void **state)
{
    struct attic *at = *state;
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    const struct reply reply = {.url = s.place, .may_keep = true};
    struct receipt receipt = {0};
    struct buf body = {0}, texts = {0};
    struct item_head head;
    struct study d;
    int64_t id;
    char *path = file_join(at->folder, "body");
    int fd = open(path, O_RDWR | O_CREAT, 0600);

    assert_true(file_write_fd(fd, STR(STUDY_TEXT), &at->err));
    receipt_put(&receipt, &reply, fd);
    close(fd);
    study_open(&d);
    deposit_keep(d.memory, &s, a, &receipt);
    study_reopen(&d);
    assert_true(memory_find(d.memory, &s, &id));
    attic_must(at,
        library_body(memory_db(d.memory), id, &body, &texts, &head, &at->err));
    assert_true(str_eq(buf_str(&body), STR(STUDY_TEXT)));
    study_close(&d);
    buf_done(&body);
    buf_done(&texts);
    article_free(a);
    free(path);
    source_done(&s);
}

static void
test_deposit_keeps_no_error_of_a_server_for_a_page(void **state)
{
    struct source s = study_source();
    struct article *a = attic_article("Herons", STUDY_TEXT);
    const struct reply reply = {.url = "https://herons.example/a",
        .may_keep = true,
        .failure = "HTTP 500: the server has failed"};
    struct receipt receipt = {0};
    struct study d;

    (void)state;
    study_open(&d);
    filing_save_address(d.memory, &s);
    receipt_put(&receipt, &reply, -1);
    deposit_keep(d.memory, &s, a, &receipt);
    study_reopen(&d);
    assert_true(memory_is_on(d.memory, &s, LIBRARY_SAVED));
    assert_false(memory_has_text(d.memory, &s));
    study_close(&d);
    article_free(a);
    source_done(&s);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_deposit_##name, study_setup, study_teardown)
    const struct CMUnitTest tests[] = {
        T(notes_a_page_that_must_not_be_kept),
        T(keeps_what_a_person_wants_whatever_the_server_does),
        T(keeps_the_bytes_of_a_page),
        T(keeps_no_error_of_a_server_for_a_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
