/* SPDX-License-Identifier: ISC */
/*
 * landlock - no files but those beneath some paths (Linux 5.13)
 *
 * By raw system calls, whose numbers are the same on all architectures, and
 * with our own struct: the headers of the machine that builds may be older than
 * the kernel of the one that runs. A kernel takes a struct that is longer than
 * its own if what it does not know is zero.
 */
#include "landlock.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#    define SYS_landlock_create_ruleset 444
#    define SYS_landlock_add_rule       445
#    define SYS_landlock_restrict_self  446
#endif

/* How many rights of files there are, by version. Later ones are of no version
 * that is known here. */
static const unsigned n_file_rights[] = {0, 13, 14, 15, 15, 16};

enum {
    ASK_VERSION = 1 << 0, /* a flag of create_ruleset */
    RULE_PATH = 1,        /* a kind of rule */
    NET_SINCE = 4,        /* versions */
    SCOPE_SINCE = 6,
    RIGHT_READ_FILE = 1 << 2,
    RIGHT_READ_FOLDER = 1 << 3,
    NET_BIND = 1 << 0,
    NET_CONNECT = 1 << 1,
    SCOPE_ABSTRACT_SOCKET = 1 << 0,
    SCOPE_SIGNAL = 1 << 1,
};

struct ruleset {
    uint64_t files, net, scope; /* rights that are taken away */
};

struct path_rule {
    uint64_t files; /* rights that come back */
    int32_t fd;
} __attribute__((packed));

static struct ruleset
choose_rights(long version, bool has_network)
{
    const long last = sizeof n_file_rights / sizeof *n_file_rights - 1;
    const unsigned n = n_file_rights[version < last ? version : last];
    struct ruleset r = {.files = (1ull << n) - 1};

    if (version >= NET_SINCE)
        r.net = has_network ? NET_BIND : NET_BIND | NET_CONNECT;
    if (version >= SCOPE_SINCE)
        r.scope = SCOPE_ABSTRACT_SOCKET | SCOPE_SIGNAL;
    return r;
}

/*
 * Lets the path be read. Where there is none there is nothing to read.
 */
static bool
allow(int ruleset, const char *path)
{
    struct path_rule rule = {.files = RIGHT_READ_FILE};
    struct stat st;

    rule.fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.fd < 0)
        return true;
    if (fstat(rule.fd, &st) == 0 && S_ISDIR(st.st_mode))
        rule.files |= RIGHT_READ_FOLDER;
    const long status =
        syscall(SYS_landlock_add_rule, ruleset, RULE_PATH, &rule, 0);
    close(rule.fd);
    return status == 0;
}

bool
landlock_enter(const char *const *paths, bool has_network)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    if (version < 1)
        return false;

    const struct ruleset rights = choose_rights(version, has_network);
    const int ruleset =
        (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
    if (ruleset < 0)
        return false;
    bool ok = true;
    for (; ok && *paths; paths++)
        ok = allow(ruleset, *paths);
    ok = ok && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return ok;
}
