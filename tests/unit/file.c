/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/file.h.
 */
#include "base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static char folder[] = "/tmp/gutread-file-XXXXXX";

static int
make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int
remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static char *
write_file(const char *name, struct str text)
{
    char *path = file_join(folder, name);
    struct err err;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0);
    assert_true(file_write_fd(fd, text, &err));
    close(fd);
    return path;
}

static void
test_file_reads_what_was_written(void **state)
{
    struct buf b = {0};
    struct err err;
    char *path = write_file("a", (struct str){"x\0y", 3});
    (void)state;

    buf_add_text(&b, "before ");
    assert_true(file_read(path, 100, &b, &err));
    assert_int_equal(b.len, 10);
    assert_memory_equal(b.ptr, "before x\0y", 10);
    unlink(path);
    free(path);
    buf_done(&b);
}

static void
test_file_refuses_what_is_too_large_and_keeps_the_buffer(void **state)
{
    struct buf b = {0};
    struct err err;
    char *path = write_file("a", STR("12345"));
    (void)state;

    buf_add_text(&b, "kept");
    assert_true(file_read(path, 5, &b, &err));
    buf_cut(&b, 4);
    assert_false(file_read(path, 4, &b, &err));
    assert_int_equal(err.code, ERR_TOO_LARGE);
    assert_string_equal(b.ptr, "kept");
    unlink(path);
    free(path);
    buf_done(&b);
}

static void
test_file_says_why_it_cannot_read(void **state)
{
    struct buf b = {0};
    struct err err;
    (void)state;

    assert_false(file_read("/nonexistent/x", 10, &b, &err));
    assert_int_equal(err.code, ERR_NOT_FOUND);
    assert_string_equal(err.text, "/nonexistent/x: No such file or directory");
    assert_false(file_read(folder, 10, &b, &err));
    assert_non_null(strstr(err.text, "Is a directory"));
    assert_null(b.ptr);
}

static void
test_file_does_not_wait_for_a_writer(void **state)
{
    struct buf b = {0};
    struct err err;
    char *path = file_join(folder, "fifo");
    (void)state;

    assert_int_equal(mkfifo(path, 0600), 0);
    assert_true(file_read(path, 10, &b, &err));
    assert_int_equal(b.len, 0);
    unlink(path);
    free(path);
    buf_done(&b);
}

static void
test_file_tells_that_nobody_reads(void **state)
{
    struct err err;
    int ends[2];
    (void)state;

    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    signal(SIGPIPE, SIG_IGN);
    assert_false(file_write_fd(ends[1], STR("x"), &err));
    assert_int_equal(err.code, ERR_CLOSED);
    assert_false(file_write_fd(-1, STR("x"), &err));
    assert_int_equal(err.code, ERR_IO);
    close(ends[1]);
}

static void
test_file_waits_for_room_in_a_pipe_that_does_not_block(void **state)
{
    enum {
        SIZE = 1 << 20
    };
    struct buf all = {0}, got = {0};
    struct err err;
    int ends[2];
    (void)state;

    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    buf_add_repeat(&all, 'x', SIZE);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        _exit(file_write_fd(ends[1], buf_str(&all), &err) ? 0 : 1);
    }
    close(ends[1]);
    assert_true(file_read_fd(ends[0], SIZE, &got, &err));
    assert_int_equal(got.len, SIZE);
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(ends[0]);
    buf_done(&all);
    buf_done(&got);
}

static void
test_file_finds_the_xdg_folders(void **state)
{
    static const struct {
        const char *xdg, *home, *want;
    } cases[] = {
        {"/x", "/h", "/x/gutread/config"},
        {"", "/h", "/h/.config/gutread/config"},
        {"relative", "/h", "/h/.config/gutread/config"},
        {"", "", NULL},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        setenv("XDG_CONFIG_HOME", cases[i].xdg, 1);
        setenv("HOME", cases[i].home, 1);
        char *path = file_xdg(FILE_CONFIG, "config");
        if (cases[i].want)
            assert_string_equal(path, cases[i].want);
        else
            assert_null(path);
        free(path);
    }
}

static void
test_file_takes_paths_apart_and_joins_them(void **state)
{
    static const struct {
        const char *path, *folder, *name;
    } cases[] = {
        {"a.md", ".", "a.md"},
        {"/a.md", "/", "a.md"},
        {"x/y/a.md", "x/y", "a.md"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *part = file_folder(cases[i].path);
        assert_string_equal(part, cases[i].folder);
        assert_string_equal(file_name(cases[i].path), cases[i].name);
        free(part);
    }
    char *joined = file_join("a/", "/b");
    assert_string_equal(joined, "/b");
    free(joined);
    joined = file_join("a/", "b");
    assert_string_equal(joined, "a/b");
    free(joined);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_reads_what_was_written),
        cmocka_unit_test(
            test_file_refuses_what_is_too_large_and_keeps_the_buffer),
        cmocka_unit_test(test_file_says_why_it_cannot_read),
        cmocka_unit_test(test_file_does_not_wait_for_a_writer),
        cmocka_unit_test(test_file_tells_that_nobody_reads),
        cmocka_unit_test(
            test_file_waits_for_room_in_a_pipe_that_does_not_block),
        cmocka_unit_test(test_file_finds_the_xdg_folders),
        cmocka_unit_test(test_file_takes_paths_apart_and_joins_them),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
