/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/mem.h.
 */
#include "base/mem.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/*
 * Runs fn in a child, with stderr closed, and returns its exit status.
 */
static int
status_of(void (*fn)(void))
{
    int status;
    pid_t pid = fork();

    if (pid == 0) {
        close(STDERR_FILENO);
        fn();
        _exit(0);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void
say_hook(void)
{
    _exit(3);
}

static void
allocate_too_much(void)
{
    volatile size_t n = SIZE_MAX / 2;

    free(mem_alloc_zero(n, 4));
}

static void
fail_third(void)
{
    mem_fail_at(3);
    free(mem_alloc(1));
    free(mem_copy_text("x", 1));
    free(mem_resize(NULL, 1, 1));
}

static void
fail_with_hook(void)
{
    mem_on_exhausted(say_hook);
    mem_fail_at(1);
    free(mem_alloc(1));
}

static void
fail_fourth_of_three(void)
{
    mem_fail_at(4);
    free(mem_alloc(1));
    free(mem_copy_text("x", 1));
    free(mem_resize(NULL, 1, 1));
}

static void
test_mem_ends_the_program_when_there_is_none(void **state)
{
    (void)state;
    assert_int_equal(status_of(allocate_too_much), MEM_EXIT_STATUS);
    assert_int_equal(status_of(fail_third), MEM_EXIT_STATUS);
    assert_int_equal(status_of(fail_fourth_of_three), 0);
}

static void
test_mem_calls_the_hook_first(void **state)
{
    (void)state;
    assert_int_equal(status_of(fail_with_hook), 3);
}

static void
test_mem_grow_keeps_what_is_there(void **state)
{
    uint32_t *numbers = NULL, cap = 0;
    (void)state;

    for (uint32_t i = 0; i < 10000; i++) {
        MEM_GROW(numbers, cap, i + 1);
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers[i], i);
    assert_true(cap >= 10000 && cap < 20000);
    free(numbers);
}

static void
test_mem_copies_text_with_a_nul(void **state)
{
    char *copy = mem_copy_text("abc", 2);
    (void)state;

    assert_string_equal(copy, "ab");
    free(copy);
    copy = mem_copy_text(NULL, 0);
    assert_string_equal(copy, "");
    free(copy);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mem_ends_the_program_when_there_is_none),
        cmocka_unit_test(test_mem_calls_the_hook_first),
        cmocka_unit_test(test_mem_grow_keeps_what_is_there),
        cmocka_unit_test(test_mem_copies_text_with_a_nul),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
