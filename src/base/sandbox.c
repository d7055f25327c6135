/* SPDX-License-Identifier: ISC */
/*
 * sandbox - what a program gives up before it touches what may be hostile
 *
 * The order matters: Landlock needs a descriptor and that no new privileges can
 * come, the limits forbid more descriptors, and the filter forbids all that was
 * needed to get there.
 */
#include "base/sandbox.h"

#include "landlock.h"
#include "syscalls.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_close_range
#    define SYS_close_range 436
#endif

enum {
    MEBIBYTE = 1 << 20,
    MAX_PARSE_SECONDS = 20,            /* of the processor */
    MAX_FETCH_SECONDS = 300,           /* the same; waiting does not count */
    MEMORY_OF_PARSER = 256 * MEBIBYTE, /* besides what the document takes */
    MEMORY_OF_FETCHER = 1024 * MEBIBYTE,
    GROWTH = 64, /* bytes of memory that parsing takes for one of a document */
    N_PARSER_FDS = 3,
    N_LOADER_FDS = 16,
    N_FETCHER_FDS = 256,
    MAX_FD = 1 << 16, /* where the search for open descriptors gives up */
};

static const char *const names[] = {
#define X(constant, name) name,
    SANDBOX_PARTS(X)
#undef X
};

static const char *const no_paths[] = {NULL};

/* Where libraries are. */
static const char *const library_paths[] = {
    "/etc/ld.so.cache",
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/gnu/store",
    NULL,
};

/* What a fetcher may read besides: who has which name, and whom to trust. The
 * resolver and the converter of host names load libraries when they are asked. */
static const char *const fetcher_paths[] = {
    "/etc/resolv.conf",
    "/etc/hosts",
    "/etc/host.conf",
    "/etc/gai.conf",
    "/etc/nsswitch.conf",
    "/etc/services",
    "/etc/protocols",
    "/run/systemd/resolve",
    "/etc/ssl",
    "/etc/pki",
    "/etc/ca-certificates",
    "/etc/crypto-policies",
    "/etc/gnutls",
    "/usr/share/ca-certificates",
    "/usr/share/pki",
    "/usr/local/share/ca-certificates",
    "/usr/local/share/certs",
    "/var/lib/ca-certificates",
    NULL,
};

/* What a fetcher keeps of its environment; the same two name files. */
static const char *const fetcher_variables[] = {
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "http_proxy",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
    "no_proxy",
    "NO_PROXY",
    "RES_OPTIONS",
    "LOCALDOMAIN",
    NULL,
};

enum {
    N_FILE_VARIABLES = 2,
    N_PATHS = sizeof fetcher_paths / sizeof *fetcher_paths +
              sizeof library_paths / sizeof *library_paths + N_FILE_VARIABLES,
};

static void
close_descriptors(int first)
{
    if (syscall(SYS_close_range, (unsigned)first, ~0u, 0u) == 0)
        return;
    const long limit = sysconf(_SC_OPEN_MAX);
    for (int fd = first; fd < limit && fd < MAX_FD; fd++)
        close(fd);
}

static bool
is_kept(const char *variable, const char *const *kept)
{
    for (; kept && *kept; kept++) {
        const size_t len = strlen(*kept);
        if (strncmp(variable, *kept, len) == 0 && variable[len] == '=')
            return true;
    }
    return false;
}

/*
 * Takes out of the environment what is not kept, and overwrites it: who takes
 * over the program finds no password there.
 */
static void
clear_environment(const char *const *kept)
{
    char **to = environ;

    for (char **from = environ; from && *from; from++) {
        if (is_kept(*from, kept))
            *to++ = *from;
        else
            explicit_bzero(*from, strlen(*from));
    }
    if (to)
        *to = NULL;
}

static bool
enter_privileges(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/*
 * Lowers a limit to value, from which nothing leads back. One that is lower
 * already stays.
 */
static bool
lower(int what, rlim_t value)
{
    struct rlimit limit;

    if (getrlimit(what, &limit) != 0)
        return false;
    if (value < limit.rlim_max)
        limit.rlim_max = value;
    if (limit.rlim_max < limit.rlim_cur)
        limit.rlim_cur = limit.rlim_max;
    return setrlimit(what, &limit) == 0;
}

/*
 * Limits the time of the processor. A second before the end there is a signal
 * that says why.
 */
static bool
lower_time(rlim_t seconds)
{
    struct rlimit limit;

    if (!lower(RLIMIT_CPU, seconds + 1) || getrlimit(RLIMIT_CPU, &limit) != 0)
        return false;
    if (limit.rlim_max > seconds)
        limit.rlim_cur = seconds;
    return setrlimit(RLIMIT_CPU, &limit) == 0;
}

/*
 * Leaves no image of the program behind, and its memory to nobody.
 */
static bool
hide_memory(void)
{
    return lower(RLIMIT_CORE, 0) && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

#ifndef SANDBOX_IS_INSTRUMENTED
static bool
limit_parser(size_t max_size, rlim_t n_fds)
{
    const rlim_t most = (SIZE_MAX / 2 - MEMORY_OF_PARSER) / GROWTH;
    const rlim_t size = max_size < most ? max_size : most;
    const rlim_t memory = MEMORY_OF_PARSER + size * GROWTH;

    return lower(RLIMIT_AS, memory) && lower(RLIMIT_FSIZE, memory) &&
           lower(RLIMIT_NOFILE, n_fds) && lower(RLIMIT_NPROC, 0);
}

static bool
limit_fetcher(size_t max_size)
{
    const rlim_t size = max_size < SIZE_MAX / 2 ? max_size : SIZE_MAX / 2;

    return lower(RLIMIT_AS, MEMORY_OF_FETCHER) &&
           lower(RLIMIT_FSIZE, size + MEBIBYTE) &&
           lower(RLIMIT_NOFILE, N_FETCHER_FDS);
}
#endif

static bool
enter_limits(enum sandbox_role role, size_t max_size)
{
    const bool is_fetcher = role == SANDBOX_FETCHER;
    const bool ok =
        lower_time(is_fetcher ? MAX_FETCH_SECONDS : MAX_PARSE_SECONDS) &&
        hide_memory();

#ifdef SANDBOX_IS_INSTRUMENTED
    (void)max_size;
    return ok && false; /* the other limits would stop what watches */
#else
    if (!ok || is_fetcher)
        return ok && limit_fetcher(max_size);
    return limit_parser(
        max_size, role == SANDBOX_PARSER ? N_PARSER_FDS : N_LOADER_FDS);
#endif
}

static bool
enter_landlock(enum sandbox_role role)
{
    const char *paths[N_PATHS];
    size_t n = 0;

    if (role == SANDBOX_PARSER)
        return landlock_enter(no_paths, false);
    if (role == SANDBOX_LOADER)
        return landlock_enter(library_paths, false);
    for (unsigned i = 0; i < N_FILE_VARIABLES; i++)
        if (getenv(fetcher_variables[i]))
            paths[n++] = getenv(fetcher_variables[i]);
    for (const char *const *path = library_paths; *path; path++)
        paths[n++] = *path;
    memcpy(paths + n, fetcher_paths, sizeof fetcher_paths);
    return landlock_enter(paths, true);
}

static bool
enter_syscalls(enum sandbox_role role)
{
    switch (role) {
    case SANDBOX_PARSER:
        return syscalls_leave_parser();
    case SANDBOX_LOADER:
        return syscalls_leave_loader();
    case SANDBOX_FETCHER:
        return syscalls_leave_fetcher();
    case SANDBOX_READER:
        return syscalls_leave_reader();
    }
    return false;
}

/*
 * Does what no kernel refuses.
 */
static void
drop_the_rest(enum sandbox_role role)
{
    const bool is_fetcher = role == SANDBOX_FETCHER;

    close_descriptors(is_fetcher ? 4 : 3);
    clear_environment(is_fetcher ? fetcher_variables : NULL);
}

/*
 * Returns the set of parts that role is made of.
 */
static unsigned
parts_of(enum sandbox_role role)
{
    return role == SANDBOX_READER ? SANDBOX_PRIVILEGES | SANDBOX_SECCOMP
                                  : SANDBOX_ALL;
}

unsigned
sandbox_enter(enum sandbox_role role, size_t max_size, unsigned parts)
{
    unsigned held = 0;

    if (role != SANDBOX_READER)
        drop_the_rest(role);
    parts &= parts_of(role);
#ifdef SANDBOX_IS_INSTRUMENTED
    parts &= SANDBOX_PRIVILEGES | SANDBOX_LIMITS;
#endif
    if ((parts & SANDBOX_PRIVILEGES) && enter_privileges())
        held |= SANDBOX_PRIVILEGES;
    if ((parts & SANDBOX_LANDLOCK) && enter_landlock(role))
        held |= SANDBOX_LANDLOCK;
    if ((parts & SANDBOX_LIMITS) && enter_limits(role, max_size))
        held |= SANDBOX_LIMITS;
    if ((parts & SANDBOX_SECCOMP) && enter_syscalls(role))
        held |= SANDBOX_SECCOMP;
    return held;
}

/*
 * Appends the names of the parts of a set, parted by commas.
 */
static void
add_names(struct buf *out, unsigned parts)
{
    const size_t start = out->len;

    for (unsigned i = 0; i < SANDBOX_PART_COUNT; i++) {
        if (!(parts & 1u << i))
            continue;
        if (out->len > start)
            buf_add_text(out, ", ");
        buf_add_text(out, names[i]);
    }
}

/*
 * Appends which parts do not hold, and why.
 */
static void
add_missing(struct buf *out, unsigned parts)
{
#ifdef SANDBOX_IS_INSTRUMENTED
    buf_add_text(out, "not in this build, which watches itself: ");
#else
    buf_add_text(out, "not on this system: ");
#endif
    add_names(out, parts);
}

void
sandbox_add_words(enum sandbox_role role, unsigned parts, struct buf *out)
{
    const unsigned missing = parts_of(role) & ~parts;

    add_names(out, parts);
    if (parts && missing)
        buf_add_text(out, "; ");
    if (missing)
        add_missing(out, missing);
}

bool
sandbox_check(enum sandbox_role role, unsigned parts, struct err *err)
{
    const unsigned missing = parts_of(role) & ~parts;
    struct buf words = {0};

    if (!missing)
        return true;
    add_missing(&words, missing);
    err_set(err, ERR_DENIED, "the sandbox is not whole: %s", words.ptr);
    buf_done(&words);
    return false;
}
