/* SPDX-License-Identifier: ISC */
/*
 * syscalls - which system calls the kernel still answers (seccomp)
 *
 * A parser and a fetcher have lists of what is allowed. For the parser the rest
 * is deadly but for the opening of files, which the C library tries here and
 * there and can do without. The fetcher's libraries are many and not ours, so
 * that there the rest just fails, but for the starting of programs and the like.
 * The reader has a list of what fails: what it starts inherits the filter.
 *
 * A filter sees numbers, not what a pointer leads to: which files may be read
 * is for Landlock to say.
 */
#include "syscalls.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef PR_SET_VMA
#    define PR_SET_VMA 0x53564d41
#endif

enum {
    MAX_TESTS = 2,
    THREAD = 0x00010000,           /* CLONE_THREAD */
    SOCKET_TYPE = 0xF,             /* without the flags that a type may carry */
    LANDLOCK_CREATE_RULESET = 444, /* libseccomp may be older than they are */
    LANDLOCK_RESTRICT_SELF = 446,
    NETLINK_ROUTE_IX = 0, /* a protocol of AF_NETLINK */
    WRITING = O_ACCMODE | O_CREAT | O_TRUNC,
    ROOM = 4 << 20, /* bytes; several times what libseccomp takes */
};

/* A call that is answered in a way of its own. */
struct rule {
    int call;
    uint32_t action;
    unsigned n_tests; /* of arguments; all must hold */
    struct scmp_arg_cmp tests[MAX_TESTS];
};

#define ALLOW(name)                                                            \
    {                                                                          \
        SCMP_SYS(name), SCMP_ACT_ALLOW, 0,                                     \
        {                                                                      \
            {                                                                  \
                0                                                              \
            }                                                                  \
        }                                                                      \
    }
#define FAIL(name, number)                                                     \
    {                                                                          \
        SCMP_SYS(name), SCMP_ACT_ERRNO(number), 0,                             \
        {                                                                      \
            {                                                                  \
                0                                                              \
            }                                                                  \
        }                                                                      \
    }
#define KILL(name)                                                             \
    {                                                                          \
        SCMP_SYS(name), SCMP_ACT_KILL_PROCESS, 0,                              \
        {                                                                      \
            {                                                                  \
                0                                                              \
            }                                                                  \
        }                                                                      \
    }
/* Answers a call so if the bits of mask in an argument are value. */
#define WHEN(name, action, argument, mask, value)                              \
    {                                                                          \
        SCMP_SYS(name), (action), 1,                                           \
        {                                                                      \
            {(argument), SCMP_CMP_MASKED_EQ, (mask), (value)},                 \
        }                                                                      \
    }
#define ALLOW_IF(name, argument, mask, value)                                  \
    WHEN(name, SCMP_ACT_ALLOW, argument, mask, value)
#define FAIL_IF(name, number, argument, mask, value)                           \
    WHEN(name, SCMP_ACT_ERRNO(number), argument, mask, value)
/* Allows a call if one argument is first and the bits of another are value. */
#define ALLOW_BOTH(name, one, first, other, mask, value)                       \
    {                                                                          \
        SCMP_SYS(name), SCMP_ACT_ALLOW, 2,                                     \
        {                                                                      \
            {(one), SCMP_CMP_MASKED_EQ, UINT32_MAX, (first)},                  \
                {(other), SCMP_CMP_MASKED_EQ, (mask), (value)},                \
        }                                                                      \
    }
#define ALLOW_SOCKET(family, last, mask, value)                                \
    ALLOW_BOTH(socket, 0, family, last, mask, value)
#define ALLOW_MEMORY(name) /* that is no file, and that nothing runs in */     \
    ALLOW_BOTH(name, 4, UINT32_MAX, 2, PROT_EXEC, 0)

/* What every program does, with memory and time and at its end. */
static const struct rule common[] = {
    ALLOW(close), ALLOW(poll), ALLOW(ppoll), ALLOW(lseek), ALLOW(brk),
    ALLOW(munmap), ALLOW(mremap), ALLOW(madvise), ALLOW(futex),
    ALLOW(sched_yield), ALLOW(getpid), ALLOW(gettid), ALLOW(getrandom),
    ALLOW(clock_gettime), ALLOW(gettimeofday), ALLOW(sysinfo),
    ALLOW(restart_syscall), ALLOW(rt_sigreturn), ALLOW(rt_sigprocmask),
    ALLOW(rt_sigaction), ALLOW(exit), ALLOW(exit_group),
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_SET_VMA), /* names of memory */
};

/* It has a document, an answer and what to say of both. The document is not
 * for writing: it may come from a terminal, or be kept. */
static const struct rule answering[] = {
    ALLOW_IF(write, 0, UINT32_MAX, STDOUT_FILENO),
    ALLOW_IF(write, 0, UINT32_MAX, STDERR_FILENO),
    ALLOW_IF(writev, 0, UINT32_MAX, STDOUT_FILENO),
    ALLOW_IF(writev, 0, UINT32_MAX, STDERR_FILENO),
};

static const struct rule parser[] = {
    ALLOW_IF(read, 0, UINT32_MAX, STDIN_FILENO),
    ALLOW_IF(readv, 0, UINT32_MAX, STDIN_FILENO),
    ALLOW_MEMORY(mmap),
    ALLOW_MEMORY(mmap2),
    ALLOW_IF(mprotect, 2, PROT_EXEC, 0),
    FAIL(open, EACCES),
    FAIL(openat, EACCES),
    FAIL(access, EACCES),
    FAIL(faccessat, EACCES),
    FAIL(faccessat2, EACCES),
    FAIL(stat, EACCES),
    FAIL(lstat, EACCES),
    FAIL(fstat, EACCES),
    FAIL(newfstatat, EACCES),
    FAIL(statx, EACCES),
    FAIL(readlink, EACCES),
    FAIL(readlinkat, EACCES),
    FAIL(sched_getaffinity, EPERM),
};

/* What loading a library takes. */
static const struct rule loading[] = {
    ALLOW(read),
    ALLOW(readv),
    ALLOW(mmap),
    ALLOW(mmap2),
    ALLOW(mprotect),
    ALLOW_IF(open, 1, WRITING, O_RDONLY),
    ALLOW_IF(openat, 2, WRITING, O_RDONLY),
    ALLOW(pread64),
    ALLOW(access),
    ALLOW(faccessat),
    ALLOW(faccessat2),
    ALLOW(stat),
    ALLOW(lstat),
    ALLOW(fstat),
    ALLOW(newfstatat),
    ALLOW(statx),
    ALLOW(fstatfs),
    ALLOW(readlink),
    ALLOW(readlinkat),
};

/* What a loader needs to become a parser. */
static const struct rule loader[] = {
    ALLOW(seccomp),
    ALLOW(close_range),
    ALLOW(setrlimit),
    ALLOW(getrlimit),
    ALLOW_IF(prlimit64, 0, UINT32_MAX, 0), /* its own limits */
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_SET_NO_NEW_PRIVS),
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_SET_SECCOMP),
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_GET_SECCOMP),
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_SET_DUMPABLE),
    {LANDLOCK_CREATE_RULESET, SCMP_ACT_ALLOW, 0, {{0}}},
    {LANDLOCK_RESTRICT_SELF, SCMP_ACT_ALLOW, 0, {{0}}},
};

/* What can be done to a descriptor, without who is to have its signals. */
#define ALLOW_CONTROL(name)                                                    \
    ALLOW_IF(name, 1, UINT32_MAX, F_DUPFD),                                    \
        ALLOW_IF(name, 1, UINT32_MAX, F_DUPFD_CLOEXEC),                        \
        ALLOW_IF(name, 1, UINT32_MAX, F_GETFD),                                \
        ALLOW_IF(name, 1, UINT32_MAX, F_SETFD),                                \
        ALLOW_IF(name, 1, UINT32_MAX, F_GETFL),                                \
        ALLOW_IF(name, 1, UINT32_MAX, F_SETFL)

/*
 * Its resolver loads libraries when it is asked. It has no socket that leads to
 * a program of this machine by a path: who may talk to the bus of a session or
 * to the window system starts programs there. Resolvers that talk to a daemon
 * in this way give up, and the next way is taken, that of DNS.
 */
static const struct rule fetcher[] = {
    ALLOW(write),
    ALLOW(writev),
    ALLOW(getdents64),
    ALLOW_CONTROL(fcntl),
    ALLOW_CONTROL(fcntl64),
    ALLOW_IF(ioctl, 1, UINT32_MAX, FIONBIO),
    ALLOW_IF(ioctl, 1, UINT32_MAX, FIONREAD),
    ALLOW(pipe),
    ALLOW(pipe2),
    ALLOW(eventfd2),
    ALLOW(select),
    ALLOW(pselect6),
    ALLOW(epoll_create1),
    ALLOW(epoll_ctl),
    ALLOW(epoll_wait),
    ALLOW(epoll_pwait),
    ALLOW_SOCKET(AF_INET, 1, SOCKET_TYPE, SOCK_STREAM),
    ALLOW_SOCKET(AF_INET, 1, SOCKET_TYPE, SOCK_DGRAM),
    ALLOW_SOCKET(AF_INET6, 1, SOCKET_TYPE, SOCK_STREAM),
    ALLOW_SOCKET(AF_INET6, 1, SOCKET_TYPE, SOCK_DGRAM),
    ALLOW_SOCKET(AF_NETLINK, 2, UINT32_MAX, NETLINK_ROUTE_IX),
    ALLOW_BOTH(socketpair, 0, AF_UNIX, 1, SOCKET_TYPE, SOCK_STREAM),
    ALLOW(connect),
    ALLOW(bind), /* of netlink, to learn which addresses there are */
    ALLOW(shutdown),
    ALLOW(getsockname),
    ALLOW(getpeername),
    ALLOW(getsockopt),
    ALLOW(setsockopt),
    ALLOW(recvfrom),
    ALLOW(recvmsg),
    ALLOW(recvmmsg),
    ALLOW(sendto),
    ALLOW(sendmsg),
    ALLOW(sendmmsg),
    ALLOW_IF(clone, 0, THREAD, THREAD),
    FAIL(clone3, ENOSYS), /* its flags cannot be seen; clone is next */
    ALLOW(set_robust_list),
    ALLOW(rseq),
    ALLOW(sched_getaffinity),
    ALLOW(sigaltstack),
    ALLOW(nanosleep),
    ALLOW(clock_nanosleep),
    ALLOW(clock_getres),
    ALLOW(time),
    ALLOW(uname),
    ALLOW(getuid),
    ALLOW(geteuid),
    ALLOW(getgid),
    ALLOW(getegid),
    ALLOW(getrlimit),
    ALLOW_BOTH(prlimit64, 0, 0, 2, UINT64_MAX, 0), /* reads its own */
    ALLOW_IF(prctl, 0, UINT32_MAX, PR_SET_NAME),
    KILL(execve),
    KILL(execveat),
    KILL(fork),
    KILL(vfork),
    KILL(ptrace),
    KILL(process_vm_readv),
    KILL(process_vm_writev),
};

/* Pairs of streams stay: libuv makes its pipes with them. Others could send to
 * whom they were not made for. */
static const struct rule reader[] = {
    FAIL_IF(socketpair, EACCES, 1, SOCKET_TYPE, SOCK_DGRAM),
    FAIL_IF(socketpair, EACCES, 1, SOCKET_TYPE, SOCK_RAW),
    FAIL(socket, EACCES),
    FAIL(connect, EACCES),
    FAIL(bind, EACCES),
    FAIL(listen, EACCES),
    FAIL(accept, EACCES),
    FAIL(accept4, EACCES),
    FAIL(io_uring_setup, ENOSYS), /* would do the same behind our back */
    FAIL(ptrace, EPERM),
    FAIL(process_vm_readv, EPERM),
    FAIL(process_vm_writev, EPERM),
    FAIL(pidfd_getfd, EPERM),
    /* What would be typed into the shell, which has a network. */
    FAIL_IF(ioctl, EPERM, 1, UINT32_MAX, TIOCSTI),
    FAIL_IF(ioctl, EPERM, 1, UINT32_MAX, TIOCLINUX),
};

static bool
add_rules(scmp_filter_ctx filter, const struct rule *rules, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct rule *r = &rules[i];
        if (seccomp_rule_add_array(
                filter, r->action, r->call, r->n_tests, r->tests) != 0)
            return false;
    }
    return true;
}

/*
 * Lets the program end itself with a signal, as abort() does; no other.
 */
static bool
add_abort(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp is_own = {
        0, SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0};

    return seccomp_rule_add_array(
               filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &is_own) == 0;
}

/*
 * Ends the program if there is no memory for a filter. libseccomp does not look
 * everywhere whether it got some.
 */
static void
require_room(void)
{
    void *room = mmap(
        NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (room == MAP_FAILED)
        mem_exhausted();
    munmap(room, ROOM);
}

/*
 * Returns an empty filter that answers every call with action; NULL when the
 * kernel cannot do that.
 */
static scmp_filter_ctx
start(uint32_t action)
{
    require_room();
    scmp_filter_ctx filter = seccomp_init(action);
    if (filter && seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH,
                      SCMP_ACT_KILL_PROCESS) == 0)
        return filter;
    seccomp_release(filter);
    return NULL;
}

/*
 * Puts the filter, which is taken, in force if it is ok.
 */
static bool
load(scmp_filter_ctx filter, bool ok)
{
    ok = ok && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return ok;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

bool
syscalls_leave_parser(void)
{
    scmp_filter_ctx filter = start(SCMP_ACT_KILL_PROCESS);

    return filter &&
           load(filter, add_rules(filter, common, COUNT(common)) &&
                            add_rules(filter, answering, COUNT(answering)) &&
                            add_rules(filter, parser, COUNT(parser)) &&
                            add_abort(filter));
}

bool
syscalls_leave_loader(void)
{
    scmp_filter_ctx filter = start(SCMP_ACT_ERRNO(EPERM));

    return filter &&
           load(filter, add_rules(filter, common, COUNT(common)) &&
                            add_rules(filter, answering, COUNT(answering)) &&
                            add_rules(filter, loading, COUNT(loading)) &&
                            add_rules(filter, loader, COUNT(loader)) &&
                            add_abort(filter));
}

bool
syscalls_leave_fetcher(void)
{
    scmp_filter_ctx filter = start(SCMP_ACT_ERRNO(EPERM));

    return filter &&
           load(filter, add_rules(filter, common, COUNT(common)) &&
                            add_rules(filter, loading, COUNT(loading)) &&
                            add_rules(filter, fetcher, COUNT(fetcher)) &&
                            add_abort(filter));
}

bool
syscalls_leave_reader(void)
{
    scmp_filter_ctx filter = start(SCMP_ACT_ALLOW);

    return filter && load(filter, add_rules(filter, reader, COUNT(reader)));
}
