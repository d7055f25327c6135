/* SPDX-License-Identifier: ISC */
/*
 * attic - a library in a folder of its own
 *
 * For the tests of the floor store and of what uses it. Everything in the folder
 * is removed at the end.
 */
#ifndef UNIT_ATTIC_H
#define UNIT_ATTIC_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "model/build.h"
#include "store/library.h"
#include "store/lists.h"
#include "store/prune.h"
#include "store/vault.h"

#include <dirent.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct attic {
    char *folder;
    char *path; /* of the library */
    struct db *db;
    struct err err;
};

/* Calls what may fail, which sets at->err. */
#define attic_must(at, call)                                                   \
    do {                                                                       \
        if (!(call))                                                           \
            fail_msg("%s: %s", #call, (at)->err.text);                         \
    } while (0)

static inline void
attic_open(struct attic *at)
{
    at->db = vault_open(at->path, &at->err);
    if (!at->db)
        fail_msg("%s", at->err.text);
}

/* Closes the library and opens it again. */
static inline void
attic_reopen(struct attic *at)
{
    db_close(at->db);
    attic_open(at);
}

/* Makes a folder, without a library in it yet. */
static inline int
attic_prepare(void **state)
{
    struct attic *at = mem_alloc_zero(1, sizeof *at);
    /* In memory where that can be had: syncs cost nothing there. */
    const char *top = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

    utf8_start();
    at->folder = file_join(top, "gutread-attic-XXXXXX");
    if (!mkdtemp(at->folder))
        return -1;
    at->path = file_join(at->folder, "library.db");
    *state = at;
    return 0;
}

/* Makes a folder with an empty library in it, open. */
static inline int
attic_setup(void **state)
{
    if (attic_prepare(state) != 0)
        return -1;
    attic_open(*state);
    return 0;
}

/* Removes the files of a folder, and folders with nothing in them. */
static inline void
attic_clear(const char *folder)
{
    DIR *files = opendir(folder);
    struct dirent *e;

    while (files && (e = readdir(files)) != NULL) {
        char *path = file_join(folder, e->d_name);
        if (e->d_name[0] != '.' && unlink(path) != 0)
            rmdir(path);
        free(path);
    }
    if (files)
        closedir(files);
}

static inline int
attic_teardown(void **state)
{
    struct attic *at = *state;

    db_close(at->db);
    attic_clear(at->folder);
    rmdir(at->folder);
    free(at->folder);
    free(at->path);
    free(at);
    return 0;
}

/* Writes bytes to a file in the folder. */
static inline void
attic_write(struct attic *at, const char *name, struct str bytes)
{
    char *path = file_join(at->folder, name);
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0700);

    assert_true(fd >= 0);
    assert_true(file_write_fd(fd, bytes, &err));
    close(fd);
    free(path);
}

/* Puts a shell script in the place of a program that gutread starts; it finds
 * itself in the folder. */
static inline void
attic_program(struct attic *at, const char *name, const char *script)
{
    struct buf text = {0};

    buf_add_format(&text, "#!/bin/sh\ncd \"${0%%/*}\" || exit 1\n%s\n", script);
    attic_write(at, name, buf_str(&text));
    setenv("GUTREAD_LIBEXEC", at->folder, 1);
    buf_done(&text);
}

/* Runs SQL in the file, past everything; returns the first number that comes. */
static inline int64_t
attic_sql(struct attic *at, const char *sql)
{
    sqlite3 *handle;
    sqlite3_stmt *stmt = NULL;
    int64_t number = 0;
    const char *rest = sql;

    assert_int_equal(sqlite3_open(at->path, &handle), SQLITE_OK);
    sqlite3_busy_timeout(handle, 5000);
    while (*rest) {
        if (sqlite3_prepare_v2(handle, rest, -1, &stmt, &rest) != SQLITE_OK)
            fail_msg("%s: %s", rest, sqlite3_errmsg(handle));
        if (stmt && sqlite3_step(stmt) == SQLITE_ROW)
            number = sqlite3_column_int64(stmt, 0);
        sqlite3_finalize(stmt);
    }
    sqlite3_close(handle);
    return number;
}

/* Fails unless the file is whole: pages, references and the index. */
static inline void
attic_check(struct attic *at)
{
    assert_int_equal(attic_sql(at, "SELECT integrity_check = 'ok' FROM"
                                   " pragma_integrity_check"),
        1);
    assert_int_equal(
        attic_sql(at, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    attic_sql(at, "INSERT INTO words(words) VALUES ('integrity-check')");
    assert_int_equal(
        attic_sql(at, "SELECT total(size) - (SELECT value FROM state"
                      " WHERE name = 'size') FROM item"),
        0);
    assert_int_equal(
        attic_sql(at, "SELECT count(*) FROM item LEFT JOIN content USING (id)"
                      " WHERE size <> coalesce(length(text), 0)"
                      " + coalesce(length(article), 0)"
                      " + coalesce(length(body), 0)"),
        0);
    assert_int_equal(
        attic_sql(at, "SELECT count(*) FROM feed f WHERE n_entries <>"
                      " (SELECT count(*) FROM entry WHERE feed = f.id) OR"
                      " n_unread <> (SELECT count(*) FROM entry WHERE"
                      " feed = f.id AND is_read = 0 AND item IS NOT NULL)"),
        0);
}

/* Returns an article with a title and paragraphs, a line each, owned. */
static inline struct article *
attic_article(const char *title, const char *text)
{
    struct build *b = build_new();
    struct str rest = str_of(text), line;

    build_open(b, BLOCK_HEADING);
    build_text(b, str_of(title), SPAN_PLAIN);
    build_close(b);
    while ((line = str_next_line(&rest)).ptr) {
        build_open(b, BLOCK_PARA);
        build_text(b, line, SPAN_PLAIN);
        build_close(b);
    }
    build_fact(b, FACT_TITLE, str_of(title));
    build_fact(b, FACT_URL, STR("https://a.org/canonical"));
    return build_finish(b);
}

/* Prunes the library to that size. */
static inline void
attic_prune(struct attic *at, int64_t max_size)
{
    bool is_done = false;

    while (!is_done)
        attic_must(at, prune_run(at->db, max_size, 0, &is_done, &at->err));
}

/* Notes a page that is not there. */
static inline bool
attic_note(struct db *db, struct str url, struct str title, struct str excerpt,
    int64_t *out_id, struct err *err)
{
    struct library_note note = {url, title, excerpt};

    return library_put_note(db, &note, 1, out_id, err);
}

/* Keeps a page with that text and returns its number. */
static inline int64_t
attic_put(
    struct attic *at, const char *url, const char *title, const char *text)
{
    struct article *a = attic_article(title, text);
    struct item_head head = {.final = str_of(url), .fetched_at = 1000};
    int64_t id = 0;

    struct library_page page = {str_of(url), &head, a, str_of(text), true};

    attic_must(at, library_put_page(at->db, &page, &id, &at->err));
    article_free(a);
    return id;
}

/* Puts a page in that is called by its number, in three digits. */
static inline int64_t
attic_put_number(struct attic *at, int number)
{
    char url[48], title[16];

    snprintf(url, sizeof url, "http://a.org/%03d", number);
    snprintf(title, sizeof title, "%03d", number);
    return attic_put(at, url, title, "some text");
}

/* Fails unless the list has the titles, in pages of that many. */
static inline void
attic_expect(struct attic *at, struct lists_ask ask, const char *want)
{
    struct item_list page = {0};
    struct buf got = {0};

    buf_end(&got);
    do {
        attic_must(at, lists_load(at->db, &ask, &page, &at->err));
        for (uint32_t i = 0; i < page.n_items; i++)
            buf_add_format(&got, "%s ", page.items[i].title.ptr);
        ask.cursor = page.cursor;
    } while (page.n_items > 0 && ask.limit > 0);
    if (strcmp(got.ptr, want) != 0)
        fail_msg("got '%s', not '%s'", got.ptr, want);
    item_list_done(&page);
    buf_done(&got);
}

#endif
