/* SPDX-License-Identifier: ISC */
/*
 * Tests of app/install.h. The test itself is the running program.
 */
#include "app/install.h"

#include "base/file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int
enter_folder(void **state)
{
    char *folder = strdup("/tmp/gutread-install-XXXXXX");

    *state = folder;
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    setenv("GUTREAD_LIBEXEC", folder, 1);
    setenv("GUTREAD_DATADIR", folder, 1);
    return 0;
}

static int
leave_folder(void **state)
{
    unlink("program");
    unlink("articles/welcome.md");
    rmdir("articles");
    int status = chdir("/") == 0 ? rmdir(*state) : -1;
    free(*state);
    unsetenv("GUTREAD_LIBEXEC");
    unsetenv("GUTREAD_DATADIR");
    return status;
}

static void
create(const char *path, mode_t mode)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode);

    assert_true(fd >= 0);
    close(fd);
}

static void
test_install_finds_programs_where_the_environment_says(void **state)
{
    create("program", 0700);
    char *path = install_find_program("program");
    char *wanted = file_join(*state, "program");
    assert_non_null(path);
    assert_string_equal(path, wanted);
    free(wanted);
    free(path);
}

static void
test_install_finds_programs_beside_the_running_one(void **state)
{
    char own[4096] = {0};
    (void)state;

    assert_true(readlink("/proc/self/exe", own, sizeof own - 1) > 0);
    char *path = install_find_program(file_name(own));
    assert_non_null(path);
    assert_string_equal(path, own);
    free(path);
}

static void
test_install_finds_no_program_that_cannot_run(void **state)
{
    (void)state;
    assert_null(install_find_program("program"));
    create("program", 0600);
    if (access("program", X_OK) != 0)
        assert_null(install_find_program("program"));
}

static void
test_install_finds_articles_by_their_welcome(void **state)
{
    char *wanted = file_join(*state, "articles");

    assert_int_equal(mkdir("articles", 0700), 0);
    char *folder = install_find_articles();
    if (folder)
        assert_string_not_equal(folder, wanted);
    free(folder);

    create("articles/welcome.md", 0600);
    folder = install_find_articles();
    assert_non_null(folder);
    assert_string_equal(folder, wanted);
    free(folder);

    char *roundabout = file_join(*state, "articles/..");
    setenv("GUTREAD_DATADIR", roundabout, 1);
    folder = install_find_articles();
    assert_non_null(folder);
    assert_string_equal(folder, wanted);
    free(folder);
    free(roundabout);
    free(wanted);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_install_finds_programs_where_the_environment_says),
        IN_FOLDER(test_install_finds_programs_beside_the_running_one),
        IN_FOLDER(test_install_finds_no_program_that_cannot_run),
        IN_FOLDER(test_install_finds_articles_by_their_welcome),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
