/* SPDX-License-Identifier: ISC */
/*
 * Tests of src/store/swap.h and repair.h: a damaged library is mended completely,
 * wherever a kill comes. What is killed are the calls of this program that change
 * names or sync, also those of SQLite: each of these functions is ours here.
 */
#include "attic.h"
#include "store/db.h"
#include "store/names.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

enum {
    N_ITEMS = 12,
    N_LOGGED = 3 /* of them, that only the log has */
};

static int n_calls_left; /* until a kill; 0: none comes */

/* Counts a call and returns the function that does it. */
static void *
count_call(const char *name)
{
    if (n_calls_left > 0 && --n_calls_left == 0)
        kill(getpid(), SIGKILL);
    return dlsym(RTLD_NEXT, name);
}

typedef int path_fn(const char *path);
typedef int paths_fn(const char *from, const char *to);
typedef int file_fn(int fd);

int
rename(const char *from, const char *to)
{
    return ((paths_fn *)(intptr_t)count_call("rename"))(from, to);
}

int
link(const char *from, const char *to)
{
    return ((paths_fn *)(intptr_t)count_call("link"))(from, to);
}

int
unlink(const char *path)
{
    return ((path_fn *)(intptr_t)count_call("unlink"))(path);
}

int
fsync(int fd)
{
    return ((file_fn *)(intptr_t)count_call("fsync"))(fd);
}

int
fdatasync(int fd)
{
    return ((file_fn *)(intptr_t)count_call("fdatasync"))(fd);
}

static char *
beside(const struct attic *at, const char *suffix)
{
    struct buf path = {0};

    buf_add_format(&path, "%s%s", at->path, suffix);
    return buf_take(&path);
}

static void
write_file(const char *path, struct str bytes)
{
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    assert_true(fd >= 0 && file_write_fd(fd, bytes, &err));
    close(fd);
}

/* What a damaged library is made of. */
struct wreck {
    struct buf file, log;
};

/* Makes a library of which a part is in the log alone, as after a kill. */
static struct wreck
make_wreck(struct attic *at)
{
    struct wreck w = {0};
    char *log = beside(at, "-wal");

    attic_open(at);
    for (int i = 0; i < N_ITEMS - N_LOGGED; i++)
        attic_put_number(at, i);
    attic_reopen(at);
    for (int i = N_ITEMS - N_LOGGED; i < N_ITEMS; i++)
        attic_put_number(at, i);
    attic_must(at, file_read(at->path, 1 << 28, &w.file, &at->err));
    attic_must(at, file_read(log, 1 << 28, &w.log, &at->err));
    assert_true(w.log.len > 0);
    free(log);
    return w;
}

static void
wreck_done(struct wreck *w)
{
    buf_done(&w->file);
    buf_done(&w->log);
}

/* Empties the folder and puts the wreck there, noted as damaged. */
static void
put_wreck(struct attic *at, const struct wreck *w)
{
    char *log = beside(at, "-wal"), *note = beside(at, "-damaged");

    db_close(at->db);
    at->db = NULL;
    attic_clear(at->folder);
    write_file(at->path, buf_str(&w->file));
    write_file(log, buf_str(&w->log));
    write_file(note, STR(""));
    free(log);
    free(note);
}

/* Opens the library in a process that is killed at the call number; returns
 * whether it came that far. */
static bool
open_and_die(struct attic *at, int number)
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        struct err err;
        n_calls_left = number;
        db_close(vault_open(at->path, &err));
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status != 0;
}

/* Checks a file that was set aside. */
static void
check_aside(struct attic *at, const struct wreck *w, const char *name)
{
    const bool is_log = str_ends(str_of(name), STR("-wal"));
    struct buf bytes = {0};
    char *path = file_join(at->folder, name);

    attic_must(at, file_read(path, 1 << 28, &bytes, &at->err));
    assert_true(str_eq(buf_str(&bytes), buf_str(is_log ? &w->log : &w->file)));
    buf_done(&bytes);
    free(path);
}

/* Checks that all is there, that what was damaged is beside it with its log, and
 * that nothing else is. */
static void
check_mended(struct attic *at, const struct wreck *w)
{
    int n_files = 0;
    struct dirent *e;

    attic_open(at);
    assert_int_equal(lists_count(at->db, LISTS_ALL, 0), N_ITEMS);
    for (int i = 0; i < N_ITEMS; i++) {
        char url[48];
        int64_t id;
        snprintf(url, sizeof url, "http://a.org/%03d", i);
        attic_must(at, library_find(at->db, str_of(url), &id, &at->err));
    }
    attic_check(at);
    attic_reopen(at);
    assert_null(db_notice(at->db));
    db_close(at->db);
    at->db = NULL;

    DIR *folder = opendir(at->folder);
    while ((e = readdir(folder)) != NULL) {
        n_files += e->d_name[0] != '.';
        if (str_starts(str_of(e->d_name), STR("library-damaged-")))
            check_aside(at, w, e->d_name);
    }
    closedir(folder);
    assert_int_equal(n_files, 3);
}

static void
test_mending_loses_nothing_wherever_a_kill_comes(void **state)
{
    struct attic *at = *state;
    struct wreck w = make_wreck(at);
    int number = 1;

    for (bool was_killed = true; was_killed; number++) {
        put_wreck(at, &w);
        was_killed = open_and_die(at, number);
        check_mended(at, &w);
    }
    assert_true(number > 10);
    wreck_done(&w);
}

static void
test_mending_loses_nothing_when_it_is_killed_again_and_again(void **state)
{
    struct attic *at = *state;
    struct wreck w = make_wreck(at);

    /* Each comes one call further than the one before. */
    for (int first = 1; first < 4; first++) {
        put_wreck(at, &w);
        for (int number = first; open_and_die(at, number); number += first)
            ;
        check_mended(at, &w);
    }
    wreck_done(&w);
}

static void
test_mending_is_seen_by_who_has_the_old_file_open(void **state)
{
    struct attic *at = *state;
    char *note = beside(at, "-damaged");
    int64_t id;

    attic_open(at);
    attic_put_number(at, 1);
    write_file(note, STR(""));
    struct db *other = vault_open(at->path, &at->err);
    attic_must(at, other);
    assert_non_null(strstr(db_notice(other), "(1)"));
    assert_false(db_has_moved(other));
    assert_true(db_has_moved(at->db));

    /* Nothing is written where nobody will look, and no damage noted. */
    assert_false(attic_note(
        at->db, STR("http://a.org/2"), STR("2"), STR(""), &id, &at->err));
    assert_int_equal(at->err.code, ERR_TIMEOUT);
    attic_reopen(at);
    assert_null(db_notice(at->db));
    attic_must(at, attic_note(at->db, STR("http://a.org/2"), STR("2"), STR(""),
                       &id, &at->err));
    assert_int_equal(lists_count(other, LISTS_ALL, 0), 2);
    db_close(other);
    assert_int_not_equal(access(note, F_OK), 0);
    free(note);
}

static void
test_mending_waits_for_who_is_writing(void **state)
{
    struct attic *at = *state;
    char *note = beside(at, "-damaged");

    attic_open(at);
    attic_must(at, db_begin(at->db, &at->err));
    write_file(note, STR(""));
    assert_null(vault_open(at->path, &at->err));
    assert_int_equal(at->err.code, ERR_TIMEOUT);
    attic_put_number(at, 1);
    attic_must(at, db_end(at->db, true, &at->err));
    attic_reopen(at);
    assert_non_null(strstr(db_notice(at->db), "(1)"));
    free(note);
}

int
main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(                                           \
        test_mending_##name, attic_prepare, attic_teardown)
    const struct CMUnitTest tests[] = {
        T(loses_nothing_wherever_a_kill_comes),
        T(loses_nothing_when_it_is_killed_again_and_again),
        T(is_seen_by_who_has_the_old_file_open),
        T(waits_for_who_is_writing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
