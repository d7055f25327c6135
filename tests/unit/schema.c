/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/store/schema.h: every older version becomes what a new library
 * is, and keeps what it had.
 */
#include "schema.h"

#include "attic.h"
#include "connection.h"
#include "store/hits.h"
#include "store/lists.h"
#include "store/positions.h"

#include <fcntl.h>
#include <unistd.h>

/*
 * What a library of each version had, by which it is known afterwards: the item
 * "kept" with the number 7, saved, and with a tag. A new migration comes with
 * a row here, made of tables as they were before it.
 */
static const char *const rows[] = {
    [0] = "",
    [1] = "INSERT INTO item(id, kind, place, title, excerpt, saved_at,"
          " saved_turn, added_at) VALUES (7, 1, 'http://a.org/', 'kept',"
          " 'words of it', 5, 3, 4);"
          "INSERT INTO address(url, item) VALUES ('http://a.org/old', 7);"
          "INSERT INTO tag(id, name) VALUES (2, 'good');"
          "INSERT INTO tagging(tag, item) VALUES (2, 7);"
          "INSERT INTO words(rowid, title, about, text)"
          " VALUES (7, 'kept', 'a org', 'words of it');"
          "UPDATE item SET is_indexed = 1;"
          "INSERT INTO state(name, value) VALUES ('terms', 1);"
          "UPDATE state SET value = 3 WHERE name = 'turn';",
    [2] = "INSERT INTO item(id, kind, place, title, excerpt, saved_at,"
          " saved_turn, added_at) VALUES (7, 1, 'http://a.org/', 'kept',"
          " 'words of it', 5, 3, 4);"
          "INSERT INTO address(url, item) VALUES ('http://a.org/old', 7);"
          "INSERT INTO tag(id, name) VALUES (2, 'good');"
          "INSERT INTO tagging(tag, item) VALUES (2, 7);"
          "INSERT INTO feed(id, url) VALUES (4, 'http://a.org/feed');"
          "INSERT INTO password(id, text) VALUES (4, 'secret');"
          "INSERT INTO words(rowid, title, about, text)"
          " VALUES (7, 'kept', 'a org', 'words of it');"
          "UPDATE item SET is_indexed = 1;"
          "INSERT INTO state(name, value) VALUES ('terms', 1);"
          "UPDATE state SET value = 3 WHERE name = 'turn';",
};

enum {
    N_VERSIONS = sizeof rows / sizeof *rows
};

/* Makes a library of an older version at at->path, without opening it. */
static void
make_old(struct attic *at, int version)
{
    struct db old = {.path = at->path, .is_writable = true};

    attic_must(at, connection_open(&old,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &at->err));
    assert_int_equal(sqlite3_exec(old.handle,
                         "PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL),
        SQLITE_OK);
    attic_must(at, schema_migrate(&old, version, &at->err));
    assert_int_equal(
        /* There is one. NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage) */
        sqlite3_exec(old.handle, rows[version], NULL, NULL, NULL), SQLITE_OK);
    connection_close(&old, true);
}

/* Returns all that the schema says, owned. */
static char *
describe(const char *path)
{
    sqlite3 *handle;
    sqlite3_stmt *stmt;
    struct buf out = {0};

    assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(handle,
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
            -1, &stmt, NULL),
        SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        buf_add_text(&out, (const char *)sqlite3_column_text(stmt, 0));
        buf_add_char(&out, '\n');
    }
    sqlite3_finalize(stmt);
    sqlite3_close(handle);
    return buf_take(&out);
}

static void
test_schema_of_every_older_version_becomes_the_new_one(void **state)
{
    struct attic *at = *state;
    char *fresh_path = file_join(at->folder, "fresh.db"), *fresh, *got;

    /* Who adds a migration adds rows, too. */
    assert_int_equal(N_VERSIONS, schema_version() + 1);
    db_close(vault_open(fresh_path, &at->err));
    fresh = describe(fresh_path);
    for (int version = 0; version < N_VERSIONS; version++) {
        make_old(at, version);
        attic_open(at);
        assert_null(db_notice(at->db));
        assert_true(db_is_writable(at->db));
        got = describe(at->path);
        assert_string_equal(got, fresh);
        assert_int_equal(
            attic_sql(at, "PRAGMA user_version"), schema_version());
        attic_check(at);
        db_close(at->db);
        at->db = NULL;
        unlink(at->path);
        free(got);
    }
    free(fresh);
    free(fresh_path);
}

static void
test_schema_keeps_what_an_older_version_had(void **state)
{
    struct attic *at = *state;

    for (int version = 1; version <= schema_version(); version++) {
        struct item_list page = {0};
        struct lists_ask saved = {.list = LISTS_SAVED};
        struct lists_ask tagged = {.list = LISTS_TAG, .of = 2};
        struct hits_ask words = {.words = STR("words"), .limit = 5};
        struct hits found = {0};
        int64_t id;

        make_old(at, version);
        attic_open(at);
        attic_must(
            at, library_find(at->db, STR("http://a.org/old"), &id, &at->err));
        assert_int_equal(id, 7);
        attic_must(at, lists_load(at->db, &saved, &page, &at->err));
        assert_int_equal(page.n_items, 1);
        assert_string_equal(page.items[0].title.ptr, "kept");
        assert_int_equal(page.items[0].saved_at, 5);
        attic_must(at, lists_load(at->db, &tagged, &page, &at->err));
        assert_int_equal(page.n_items, 1);
        attic_must(at, hits_find(at->db, &words, &found, &at->err));
        assert_int_equal(found.list.n_items, 1);
        hits_done(&found);
        item_list_done(&page);
        db_close(at->db);
        at->db = NULL;
        unlink(at->path);
    }
}

static void
test_schema_of_a_migration_that_was_cut_short_is_the_old_one(void **state)
{
    struct attic *at = *state;
    struct db old = {.path = at->path, .is_writable = true};

    /* No room after the first pages: the whole migration is undone. */
    attic_must(at, connection_open(&old,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &at->err));
    assert_int_equal(
        sqlite3_exec(old.handle, "PRAGMA max_page_count = 8", NULL, NULL, NULL),
        SQLITE_OK);
    assert_false(schema_migrate(&old, schema_version(), &at->err));
    assert_int_equal(at->err.code, ERR_IO);
    connection_close(&old, true);
    assert_int_equal(attic_sql(at, "PRAGMA user_version"), 0);
    assert_int_equal(attic_sql(at, "SELECT count(*) FROM sqlite_schema"), 0);
    attic_open(at);
    attic_check(at);
}

static void
test_schema_of_an_older_version_is_known_without_its_first_page(void **state)
{
    struct attic *at = *state;
    char noise[4096];

    memset(noise, 'x', sizeof noise);
    for (int version = 1; version <= schema_version(); version++) {
        struct item_list page = {0};
        make_old(at, version);
        int fd = open(at->path, O_WRONLY | O_CLOEXEC);
        assert_int_equal(pwrite(fd, noise, sizeof noise, 0), sizeof noise);
        close(fd);
        attic_open(at);
        assert_non_null(strstr(db_notice(at->db), "damaged"));
        attic_must(at, lists_load_item(at->db, 7, &page, &at->err));
        assert_string_equal(page.items[0].title.ptr, "kept");
        assert_true(page.items[0].is_saved);
        attic_check(at);
        item_list_done(&page);
        db_close(at->db);
        at->db = NULL;
        unlink(at->path);
    }
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_schema_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(of_every_older_version_becomes_the_new_one),
        T(keeps_what_an_older_version_had),
        T(of_a_migration_that_was_cut_short_is_the_old_one),
        T(of_an_older_version_is_known_without_its_first_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
