/* SPDX-License-Identifier: ISC */
/*
 * mem - memory that is never NULL
 *
 * Thin wrappers of malloc. The only state is the hook and the counter that lets
 * a test make an allocation fail.
 */
#include "base/mem.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    PATIENCE = 2 /* seconds */
};

static void (*exhausted_hook)(void);
static uint64_t n_until_failure; /* 0: never */
static atomic_bool is_ending;
static _Thread_local bool is_ending_here;

_Noreturn void
mem_exhausted(void)
{
    static const char sentence[] = "gutread: out of memory\n";

    if (atomic_exchange(&is_ending, true) && !is_ending_here) {
        struct timespec left = {.tv_sec = PATIENCE};
        while (nanosleep(&left, &left) != 0)
            ; /* another thread gives back the terminal */
        _exit(MEM_EXIT_STATUS);
    }
    is_ending_here = true;
    if (exhausted_hook)
        exhausted_hook();
    if (write(STDERR_FILENO, sentence, sizeof sentence - 1) < 0) {
        /* Nothing is left to be told, or to tell it with. */
    }
    _exit(MEM_EXIT_STATUS);
}

/*
 * Ends the program when no memory can be that large, or when this allocation
 * has to fail for a test.
 */
static void
check_request(size_t n, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(n, size, &total) || total > PTRDIFF_MAX)
        mem_exhausted();
    if (n_until_failure > 0 && --n_until_failure == 0)
        mem_exhausted();
}

static void *
check_result(void *ptr)
{
    if (!ptr)
        mem_exhausted();
    return ptr;
}

void *
mem_alloc(size_t size)
{
    check_request(size, 1);
    return check_result(malloc(size > 0 ? size : 1));
}

void *
mem_alloc_zero(size_t n, size_t size)
{
    check_request(n, size);
    return check_result(calloc(n > 0 ? n : 1, size > 0 ? size : 1));
}

void *
mem_resize(void *ptr, size_t n, size_t size)
{
    check_request(n, size);
    if (n == 0 || size == 0)
        n = size = 1;
    return check_result(reallocarray(ptr, n, size));
}

void *
mem_grow(void *ptr, uint32_t *cap, uint32_t need, size_t size)
{
    if (need <= *cap)
        return ptr;

    uint64_t wanted = (uint64_t)*cap + *cap / 2 + 8;
    if (wanted < need)
        wanted = need;
    if (wanted > UINT32_MAX)
        wanted = UINT32_MAX;

    ptr = mem_resize(ptr, wanted, size);
    *cap = (uint32_t)wanted;
    return ptr;
}

char *
mem_copy_text(const char *text, size_t len)
{
    char *copy = mem_alloc(len + 1);

    if (len > 0)
        memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}

void
mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

void
mem_fail_at(uint64_t n)
{
    n_until_failure = n;
}
