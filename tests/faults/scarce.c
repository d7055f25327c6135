/* SPDX-License-Identifier: ISC */
/*
 * scarce - a system that runs out of memory when it is told to
 *
 * Loaded before a program (LD_PRELOAD) it stands between it and the allocator
 * of the C library, libraries included. SCARCE_AT is the number of the first
 * allocation that fails, counted from 1, and SCARCE_FOR how many fail; then
 * there is memory again. SCARCE_COUNT is the number of a descriptor that gets
 * how many there were at the end.
 *
 * What the loader and the libraries take before main() counts as well. What
 * libseccomp takes does not: it does not look everywhere whether it got memory,
 * and src/base/syscalls.c sees to it that there is some. Nor does what a locale
 * takes: the C library goes on with another one.
 */
#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CALLER __builtin_return_address(0)

/* The C library's own names. NOLINTBEGIN(*-reserved-identifier,cert-dcl*,*naming)
 */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *ptr, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
/* NOLINTEND(*-reserved-identifier,cert-dcl*,*naming) */

static atomic_int is_in_locale;
static atomic_ulong n_allocations, first, n_failures, count_fd;

static unsigned long
number_of(const char *variable)
{
    const char *text = getenv(variable);

    return text ? strtoul(text, NULL, 10) : 0;
}

__attribute__((constructor)) static void
begin(void)
{
    n_failures = number_of("SCARCE_FOR");
    first = number_of("SCARCE_AT");
    count_fd = number_of("SCARCE_COUNT");
}

__attribute__((destructor)) static void
tell(void)
{
    char line[24];
    const int len = snprintf(line, sizeof line, "%lu\n", n_allocations);

    if (count_fd > 0 && write((int)count_fd, line, (size_t)len) < 0)
        _exit(99);
}

/*
 * Tells whether the allocation that returns to caller is to fail.
 */
static int
fails(const void *caller)
{
    Dl_info place;

    if (is_in_locale)
        return 0;
    if (dladdr(caller, &place) && strstr(place.dli_fname, "/libseccomp."))
        return 0;

    const unsigned long n = ++n_allocations;

    if (first == 0 || n < first || n - first >= n_failures)
        return 0;
    errno = ENOMEM;
    return 1;
}

char *
setlocale(int category, const char *name)
{
    typedef char *taking(int, const char *);
    taking *take = (taking *)(uintptr_t)dlsym(RTLD_NEXT, "setlocale");

    is_in_locale = 1;
    char *locale = take(category, name);
    is_in_locale = 0;
    return locale;
}

void *
malloc(size_t size)
{
    return fails(CALLER) ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
    return fails(CALLER) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *ptr, size_t size)
{
    return fails(CALLER) ? NULL : __libc_realloc(ptr, size);
}

void *
reallocarray(void *ptr, size_t n, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(n, size, &total) || fails(CALLER)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(ptr, total);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
    return fails(CALLER) ? NULL : __libc_memalign(alignment, size);
}

int
posix_memalign(void **out_ptr, size_t alignment, size_t size)
{
    void *ptr = fails(CALLER) ? NULL : __libc_memalign(alignment, size);

    if (!ptr)
        return ENOMEM;
    *out_ptr = ptr;
    return 0;
}
