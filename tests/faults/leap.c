/* SPDX-License-Identifier: ISC */
/*
 * leap - a clock that jumps
 *
 * Loaded before a program (LD_PRELOAD) it makes the time of day jump at each
 * look: years ahead, years back. The clock that only measures goes on.
 */
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/time.h>
#include <time.h>

static atomic_uint n_looks;

static time_t
leap(void)
{
    static const time_t years[] = {0, 20, -20, 1, -50, 200, 0, -1};
    const time_t year = 365 * 24 * 3600;

    return years[n_looks++ % (sizeof years / sizeof *years)] * year;
}

int
clock_gettime(clockid_t clock, struct timespec *out)
{
    typedef int getting(clockid_t, struct timespec *);
    getting *get = (getting *)(uintptr_t)dlsym(RTLD_NEXT, "clock_gettime");
    const int status = get(clock, out);

    if (clock == CLOCK_REALTIME)
        out->tv_sec += leap();
    return status;
}

time_t
time(time_t *out)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    if (out)
        *out = now.tv_sec;
    return now.tv_sec;
}

int
gettimeofday(struct timeval *restrict out, void *restrict zone)
{
    (void)zone;
    out->tv_sec = time(NULL);
    out->tv_usec = 0;
    return 0;
}
