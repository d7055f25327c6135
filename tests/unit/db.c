/* SPDX-License-Identifier: ISC */
/*
 * Tests of store/db.h: how the file of the library is opened. What happens when
 * it is killed or damaged is in faults.c.
 */
#include "store/db.h"

#include "attic.h"
#include "query.h"
#include "store/lists.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void
test_db_makes_the_file_and_its_folders_for_their_owner_alone(void **state)
{
    struct attic *at = *state;
    char *folder = file_join(at->folder, "share"), *path;
    struct stat st;

    path = file_join(folder, "library.db");
    umask(0);
    struct db *db = vault_open(path, &at->err);
    attic_must(at, db);
    assert_true(db_is_writable(db));
    assert_null(db_notice(db));
    assert_int_equal(stat(folder, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    static const char *const suffixes[] = {"", "-wal", "-shm"};
    for (int i = 0; i < 3; i++) {
        struct buf name = {0};
        buf_add_format(&name, "%s%s", path, suffixes[i]);
        assert_int_equal(stat(name.ptr, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
        buf_done(&name);
    }
    db_close(db);
    unlink(path);
    rmdir(folder);
    free(folder);
    free(path);
}

static void
test_db_takes_the_rights_of_others_away(void **state)
{
    struct attic *at = *state;
    struct stat st;

    attic_open(at);
    chmod(at->path, 0644);
    attic_reopen(at);
    assert_int_equal(stat(at->path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
}

static void
test_db_is_what_it_says_it_is(void **state)
{
    struct attic *at = *state;

    attic_open(at);
    assert_int_equal(attic_sql(at, "PRAGMA application_id"), 0x67757472);
    assert_int_equal(
        attic_sql(at, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
        1);
    /* What was ended survives a loss of power: FULL. */
    assert_int_equal(query_find_number(at->db, "PRAGMA synchronous", -1), 2);
    attic_check(at);
}

static void
test_db_undoes_what_failed_and_keeps_what_is_around_it(void **state)
{
    struct attic *at = *state;
    int64_t id;

    attic_open(at);
    attic_must(at, db_begin(at->db, &at->err));
    attic_must(at, attic_note(at->db, STR("http://a.org/1"), STR("1"), STR(""),
                       &id, &at->err));
    attic_must(at, db_begin(at->db, &at->err));
    attic_must(at, attic_note(at->db, STR("http://a.org/2"), STR("2"), STR(""),
                       &id, &at->err));
    assert_false(db_end(at->db, false, &at->err));
    attic_must(at, db_end(at->db, true, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 1);

    attic_must(at, db_begin(at->db, &at->err));
    attic_must(at, attic_note(at->db, STR("http://a.org/3"), STR("3"), STR(""),
                       &id, &at->err));
    assert_false(db_end(at->db, false, &at->err));
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 1);
    attic_check(at);
}

/* Returns all of the file's bytes. */
static struct buf
read_whole(const char *path)
{
    struct buf bytes = {0};
    struct err err;

    if (!file_read(path, 1 << 28, &bytes, &err))
        fail_msg("%s", err.text);
    return bytes;
}

static void
test_db_reads_a_newer_library_and_does_not_touch_it(void **state)
{
    struct attic *at = *state;
    int64_t id;

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    db_close(at->db);
    at->db = NULL;
    attic_sql(at, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)");
    struct buf before = read_whole(at->path);

    attic_open(at);
    assert_false(db_is_writable(at->db));
    assert_non_null(strstr(db_notice(at->db), "newer version"));
    attic_must(at, library_find(at->db, STR("http://a.org/"), &id, &at->err));
    assert_false(library_read(at->db, id, 1, &at->err));
    assert_int_equal(at->err.code, ERR_DENIED);
    db_close(at->db);
    at->db = NULL;

    struct buf after = read_whole(at->path);
    assert_true(str_eq(buf_str(&before), buf_str(&after)));
    buf_done(&before);
    buf_done(&after);
}

static void
test_db_leaves_the_files_of_others_alone(void **state)
{
    struct attic *at = *state;

    attic_sql(at, "CREATE TABLE mine(x)");
    struct buf before = read_whole(at->path);
    assert_null(vault_open(at->path, &at->err));
    assert_int_equal(at->err.code, ERR_DENIED);
    assert_non_null(strstr(at->err.text, "another program"));
    struct buf after = read_whole(at->path);
    assert_true(str_eq(buf_str(&before), buf_str(&after)));
    buf_done(&before);
    buf_done(&after);
}

static void
test_db_says_why_there_is_no_library(void **state)
{
    struct attic *at = *state;

    assert_null(vault_open(at->folder, &at->err));
    assert_non_null(strstr(at->err.text, "is no file"));
    assert_null(vault_open("/dev/null/x/library.db", &at->err));
    assert_non_null(strstr(at->err.text, "Not a directory"));
}

/* Runs work in another process, as nobody where this one is root, and returns
 * its exit status. */
static int
run_apart(struct attic *at, int (*work)(struct attic *at), bool is_nobody)
{
    int status = -1;
    pid_t pid = fork();

    assert_true(pid >= 0);
    if (pid == 0) {
        if (is_nobody && geteuid() == 0 && setuid(65534) != 0)
            _exit(99);
        _exit(work(at));
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
read_without_writing(struct attic *at)
{
    struct err err;
    int64_t id;
    struct db *db = vault_open(at->path, &err);

    if (!db)
        return 1;
    if (db_is_writable(db) || !db_notice(db) ||
        !strstr(db_notice(db), "nothing is remembered"))
        return 2;
    if (!library_find(db, STR("http://a.org/"), &id, &err))
        return 3;
    struct article *a = library_article(db, id, &err);
    if (!a)
        return 4;
    article_free(a);
    if (library_read(db, id, 1, &err) || err.code != ERR_DENIED)
        return 5;
    db_close(db);
    return 0;
}

static int
open_nothing(struct attic *at)
{
    struct err err;

    return vault_open(at->path, &err) == NULL && err.code == ERR_DENIED ? 0 : 1;
}

static void
test_db_is_read_where_nothing_can_be_written(void **state)
{
    struct attic *at = *state;

    chmod(at->folder, 0555);
    assert_int_equal(run_apart(at, open_nothing, true), 0);
    chmod(at->folder, 0755);

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    db_close(at->db);
    at->db = NULL;
    chmod(at->path, 0444);
    chmod(at->folder, 0555);
    assert_int_equal(run_apart(at, read_without_writing, true), 0);

    /* The file could be written, but not what SQLite keeps beside it. */
    chmod(at->path, 0666);
    assert_int_equal(run_apart(at, read_without_writing, true), 0);
    chmod(at->folder, 0755);
    chmod(at->path, 0600);
}

static void
test_db_reads_nothing_that_is_no_library_of_today(void **state)
{
    struct attic *at = *state;

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    db_close(at->db);
    at->db = NULL;
    attic_sql(at, "PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)");
    chmod(at->path, 0444);
    chmod(at->folder, 0555);
    assert_int_equal(run_apart(at, open_nothing, true), 0);
    chmod(at->folder, 0755);
    unlink(at->path);

    attic_sql(at, "CREATE TABLE mine(x)");
    chmod(at->path, 0444);
    assert_int_equal(run_apart(at, open_nothing, true), 0);
}

static int
add_a_hundred(struct attic *at)
{
    struct err err;
    struct db *db = vault_open(at->path, &err);

    for (int i = 0; db && i < 100; i++) {
        char url[48];
        int64_t id;
        snprintf(url, sizeof url, "http://a.org/%d/%d", (int)getpid(), i);
        if (!attic_note(db, str_of(url), STR("T"), STR("x"), &id, &err))
            return 1;
    }
    db_close(db);
    return db ? 0 : 2;
}

static void
test_db_is_shared_by_programs_from_its_first_moment_on(void **state)
{
    enum {
        N_PROGRAMS = 4
    };
    struct attic *at = *state;
    pid_t pids[N_PROGRAMS];

    for (int i = 0; i < N_PROGRAMS; i++) {
        pids[i] = fork();
        if (pids[i] == 0)
            _exit(add_a_hundred(at));
    }
    for (int i = 0; i < N_PROGRAMS; i++) {
        int status = -1;
        waitpid(pids[i], &status, 0);
        assert_int_equal(status, 0);
    }
    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), 100 * N_PROGRAMS);
    attic_check(at);
}

static void
test_db_reads_while_another_program_writes(void **state)
{
    struct attic *at = *state;
    struct err err;
    int64_t id;

    attic_open(at);
    attic_put(at, "http://a.org/", "T", "x");
    struct db *other = vault_open(at->path, &err);
    assert_non_null(other);
    assert_true(db_begin(other, &err));
    assert_true(
        attic_note(other, STR("http://b.org/"), STR(""), STR(""), &id, &err));
    attic_must(at, library_find(at->db, STR("http://a.org/"), &id, &at->err));
    assert_false(library_find(at->db, STR("http://b.org/"), &id, &at->err));
    assert_true(db_end(other, true, &err));
    attic_must(at, library_find(at->db, STR("http://b.org/"), &id, &at->err));
    db_close(other);
}

static void
test_db_keeps_its_log_when_another_program_is_done(void **state)
{
    struct attic *at = *state;
    char *log = mem_alloc(strlen(at->path) + 5);
    int ready[2], status;

    strcat(strcpy(log, at->path), "-wal");
    assert_int_equal(pipe(ready), 0);
    /* SQLite is not to know that the other program was once this one. */
    pid_t pid = fork();
    if (pid == 0) {
        struct err err;
        char go;
        if (read(ready[0], &go, 1) != 1)
            _exit(1);
        db_close(vault_open(at->path, &err));
        _exit(0);
    }
    /* Another thread has it open, too. */
    attic_open(at);
    struct db *second = vault_open(at->path, &at->err);
    attic_must(at, second);
    assert_int_equal(write(ready[1], "x", 1), 1);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    assert_int_equal(access(log, F_OK), 0);
    close(ready[0]);
    close(ready[1]);
    db_close(second);
    free(log);
}

static void
test_db_has_news_when_another_connection_has_changed_it(void **state)
{
    struct attic *at = *state;
    int64_t id;

    attic_open(at);
    assert_false(db_has_news(at->db));
    attic_put(at, "http://a.org/", "T", "x");
    assert_false(db_has_news(at->db));
    struct db *other = vault_open(at->path, &at->err);
    attic_must(at, other);
    assert_false(db_has_news(at->db));
    attic_must(at, attic_note(other, STR("http://a.org/2"), STR("2"), STR(""),
                       &id, &at->err));
    assert_true(db_has_news(at->db));
    assert_false(db_has_news(at->db));
    assert_false(db_has_news(other));
    db_close(other);
    assert_false(db_has_news(at->db));
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_db_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(makes_the_file_and_its_folders_for_their_owner_alone),
        T(takes_the_rights_of_others_away),
        T(is_what_it_says_it_is),
        T(undoes_what_failed_and_keeps_what_is_around_it),
        T(reads_a_newer_library_and_does_not_touch_it),
        T(leaves_the_files_of_others_alone),
        T(says_why_there_is_no_library),
        T(is_read_where_nothing_can_be_written),
        T(reads_nothing_that_is_no_library_of_today),
        T(is_shared_by_programs_from_its_first_moment_on),
        T(reads_while_another_program_writes),
        T(has_news_when_another_connection_has_changed_it),
        T(keeps_its_log_when_another_program_is_done),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
