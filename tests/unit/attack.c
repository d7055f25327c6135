/* SPDX-License-Identifier: ISC */
/*
 * attack - what a program that was taken over would try
 */
#include "attack.h"

#include "base/sandbox.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define NEW_FILE "/tmp/gutread-sandbox-file"

bool
attack_read_file(const char *path)
{
    char byte;
    int fd = open(path, O_RDONLY);

    return fd >= 0 && read(fd, &byte, 1) == 1;
}

static bool
read_a_file(void)
{
    return attack_read_file("/etc/passwd");
}

static bool
read_environment_of_parent(void)
{
    char path[64];

    snprintf(path, sizeof path, "/proc/%d/cmdline", (int)getppid());
    return attack_read_file(path);
}

static bool
list_a_folder(void)
{
    char names[512];
    int fd = open("/", O_RDONLY | O_DIRECTORY);

    return fd >= 0 && syscall(SYS_getdents64, fd, names, sizeof names) > 0;
}

static bool
write_a_file(void)
{
    int fd = open(NEW_FILE, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool ok = fd >= 0 && write(fd, "x", 1) == 1;

    unlink(NEW_FILE);
    return ok;
}

static bool
write_to_proc(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

    return fd >= 0 && write(fd, "0", 1) == 1;
}

static bool
make_a_folder(void)
{
    return mkdir(NEW_FILE ".d", 0700) == 0 && rmdir(NEW_FILE ".d") == 0;
}

static bool
execute(void)
{
    char name[] = "true";
    char *args[] = {name, NULL};
    char *none[] = {NULL};

    execve("/bin/true", args, none); /* which exits with STATUS_DONE */
    return false;
}

static bool
execute_by_descriptor(void)
{
    char name[] = "true";
    char *args[] = {name, NULL};
    char *none[] = {NULL};
    int fd = open("/bin/true", O_PATH);

    syscall(SYS_execveat, fd, "", args, none, AT_EMPTY_PATH);
    return false;
}

static bool
fork_itself(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    return pid > 0 && waitpid(pid, NULL, 0) == pid;
}

static void *
do_nothing(void *user)
{
    return user;
}

bool
attack_start_thread(void)
{
    pthread_t thread;

    return pthread_create(&thread, NULL, do_nothing, NULL) == 0 &&
           pthread_join(thread, NULL) == 0;
}

static bool
trace(void)
{
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0;
}

static bool
read_memory_of_parent(void)
{
    static char target = 0;
    char byte;
    struct iovec here = {&byte, 1};
    struct iovec there = {&target, 1};

    return process_vm_readv(getppid(), &here, 1, &there, 1, 0) == 1;
}

static bool
signal_parent(void)
{
    return kill(getppid(), 0) == 0;
}

static bool
signal_thread_of_parent(void)
{
    return syscall(SYS_tgkill, getppid(), getppid(), 0) == 0;
}

static bool
mount_something(void)
{
    return unshare(CLONE_NEWNS) == 0 &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("none", "/mnt", "tmpfs", 0, NULL) == 0;
}

static bool
make_a_namespace(void)
{
    return unshare(CLONE_NEWUSER) == 0;
}

static bool
raise_limits(void)
{
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};

    return setrlimit(RLIMIT_CPU, &more) == 0;
}

static bool
take_much_memory(void)
{
    const size_t much = (size_t)1 << 40;

    return mmap(NULL, much, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1,
               0) != MAP_FAILED;
}

static bool
run_made_code(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
               -1, 0) != MAP_FAILED;
}

static bool
run_written_code(void)
{
    void *memory = mmap(
        NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory != MAP_FAILED &&
           mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool
write_to_the_document(void)
{
    return write(STDIN_FILENO, "x", 1) == 1;
}

static bool
map_the_document(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, STDIN_FILENO,
               0) != MAP_FAILED;
}

/*
 * Has the parent get a signal whenever there is something to read.
 */
static bool
send_signals_by_descriptor(void)
{
    return fcntl(STDERR_FILENO, F_SETOWN, getppid()) == 0;
}

static bool
limit_parent(void)
{
    struct rlimit limit;

    return getrlimit(RLIMIT_CORE, &limit) == 0 &&
           prlimit(getppid(), RLIMIT_CORE, &limit, NULL) == 0;
}

static bool
take_descriptor_of_parent(void)
{
    const int parent = (int)syscall(SYS_pidfd_open, getppid(), 0);

    return parent >= 0 && syscall(SYS_pidfd_getfd, parent, 0, 0) >= 0;
}

static bool
type_for_others(void)
{
    /* That this is no terminal is an answer. */
    return ioctl(STDIN_FILENO, TIOCSTI, "x") == 0 || errno == ENOTTY;
}

static bool
keep_a_key(void)
{
    const int own_keys = -3; /* those of the session, which others have, too */

    return syscall(SYS_add_key, "user", "gutread", "x", 1, own_keys) >= 0;
}

/*
 * Asks for the number of the process as a program of 32 bits does: filters that
 * only know calls by their numbers take it for writev().
 */
static bool
call_as_another_machine(void)
{
    long number = 20;

#ifdef __x86_64__
    __asm__ volatile("int $0x80" : "+a"(number) : : "memory", "r8", "r9");
#endif
    return number == getpid();
}

static bool
become_dumpable(void)
{
    return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0 &&
           prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 1;
}

static bool
make_memory_file(void)
{
    return memfd_create("x", 0) >= 0;
}

static bool
open_a_ring(void)
{
    char params[120] = {0};

    return syscall(SYS_io_uring_setup, 1, params) >= 0;
}

static bool
is_made(int family, int type, int protocol)
{
    return socket(family, type | SOCK_CLOEXEC, protocol) >= 0;
}

static bool
make_a_tcp_socket(void)
{
    return is_made(AF_INET, SOCK_STREAM, 0);
}

static bool
make_a_udp_socket(void)
{
    return is_made(AF_INET6, SOCK_DGRAM, 0);
}

static bool
make_a_unix_socket(void)
{
    return is_made(AF_UNIX, SOCK_STREAM, 0);
}

static bool
make_a_raw_socket(void)
{
    return is_made(AF_INET, SOCK_RAW, IPPROTO_ICMP);
}

static bool
make_a_packet_socket(void)
{
    return is_made(AF_PACKET, SOCK_DGRAM, 0);
}

static bool
hear_of_devices(void)
{
    return is_made(AF_NETLINK, SOCK_RAW, 15); /* NETLINK_KOBJECT_UEVENT */
}

/*
 * Listens on any port of 127.0.0.1; returns the descriptor, or -1.
 */
int
attack_listen(struct sockaddr_in *out_address)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t len = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0 || bind(fd, (struct sockaddr *)&address, len) != 0 ||
        listen(fd, 1) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &len) != 0)
        return -1;
    *out_address = address;
    return fd;
}

static bool
wait_for_visitors(void)
{
    struct sockaddr_in address;

    return attack_listen(&address) >= 0;
}

static bool
call_own_number(void)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "/nowhere"};
    int pair[2];

    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0)
        return false;
    /* That nobody is there is an answer. */
    return connect(pair[0], (struct sockaddr *)&name, sizeof name) == 0 ||
           errno == ENOENT;
}

static bool
send_to_what_there_is(void)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "/nowhere"};
    int pair[2];

    return socketpair(AF_UNIX, SOCK_RAW, 0, pair) == 0 &&
           sendto(pair[0], "x", 1, 0, (struct sockaddr *)&name, sizeof name) <
               0 &&
           errno == ENOENT;
}

enum {
    PARSER = 1 << SANDBOX_PARSER,
    FETCHER = 1 << SANDBOX_FETCHER,
    READER = 1 << SANDBOX_READER,
    LOADER = 1 << SANDBOX_LOADER,
    PARSERS = PARSER | LOADER,
    CHILDREN = PARSERS | FETCHER,
    EVERYBODY = CHILDREN | READER,
    BOTH = SANDBOX_LANDLOCK | SANDBOX_SECCOMP,
};

const struct attack attack_list[] = {
    {"read a file", read_a_file, CHILDREN, SANDBOX_LANDLOCK},
    {"read a file", read_a_file, PARSER, SANDBOX_SECCOMP},
    {"read of the parent", read_environment_of_parent, CHILDREN,
        SANDBOX_LANDLOCK},
    {"list a folder", list_a_folder, CHILDREN, SANDBOX_LANDLOCK},
    {"list a folder", list_a_folder, PARSER, SANDBOX_SECCOMP},
    {"write a file", write_a_file, CHILDREN, BOTH},
    {"write to /proc", write_to_proc, CHILDREN, BOTH},
    {"make a folder", make_a_folder, CHILDREN, BOTH},
    {"execute", execute, CHILDREN, BOTH},
    {"execute by descriptor", execute_by_descriptor, CHILDREN, BOTH},
    {"fork", fork_itself, CHILDREN, SANDBOX_SECCOMP},
    {"start a thread", attack_start_thread, PARSERS, SANDBOX_SECCOMP},
    {"trace", trace, EVERYBODY, SANDBOX_SECCOMP},
    {"read memory of the parent", read_memory_of_parent, EVERYBODY,
        SANDBOX_SECCOMP},
    {"signal the parent", signal_parent, CHILDREN, SANDBOX_SECCOMP},
    {"signal a thread", signal_thread_of_parent, CHILDREN, SANDBOX_SECCOMP},
    {"mount", mount_something, CHILDREN, SANDBOX_SECCOMP},
    {"make a namespace", make_a_namespace, CHILDREN, SANDBOX_SECCOMP},
    {"raise limits", raise_limits, PARSER | FETCHER, SANDBOX_SECCOMP},
    {"take much memory", take_much_memory, CHILDREN, SANDBOX_LIMITS},
    {"run made code", run_made_code, PARSER, SANDBOX_SECCOMP},
    {"run written code", run_written_code, PARSER, SANDBOX_SECCOMP},
    {"write to the document", write_to_the_document, PARSERS, SANDBOX_SECCOMP},
    {"map the document", map_the_document, PARSER, SANDBOX_SECCOMP},
    {"send signals", send_signals_by_descriptor, CHILDREN, SANDBOX_SECCOMP},
    {"limit the parent", limit_parent, CHILDREN, SANDBOX_SECCOMP},
    {"take a descriptor", take_descriptor_of_parent, EVERYBODY,
        SANDBOX_SECCOMP},
    {"type for others", type_for_others, EVERYBODY, SANDBOX_SECCOMP},
    {"keep a key", keep_a_key, CHILDREN, SANDBOX_SECCOMP},
    {"call as another machine", call_as_another_machine, EVERYBODY,
        SANDBOX_SECCOMP},
    {"become dumpable", become_dumpable, PARSER | FETCHER, SANDBOX_SECCOMP},
    {"make a file in memory", make_memory_file, CHILDREN, SANDBOX_SECCOMP},
    {"open a ring", open_a_ring, EVERYBODY, SANDBOX_SECCOMP},
    {"make a TCP socket", make_a_tcp_socket, PARSERS | READER, SANDBOX_SECCOMP},
    {"make a UDP socket", make_a_udp_socket, PARSERS | READER, SANDBOX_SECCOMP},
    {"make a Unix socket", make_a_unix_socket, EVERYBODY, SANDBOX_SECCOMP},
    {"make a raw socket", make_a_raw_socket, EVERYBODY, SANDBOX_SECCOMP},
    {"make a packet socket", make_a_packet_socket, EVERYBODY, SANDBOX_SECCOMP},
    {"hear of devices", hear_of_devices, EVERYBODY, SANDBOX_SECCOMP},
    {"wait for visitors", wait_for_visitors, EVERYBODY, SANDBOX_SECCOMP},
    {"connect what there is", call_own_number, EVERYBODY, SANDBOX_SECCOMP},
    {"send to what there is", send_to_what_there_is, EVERYBODY,
        SANDBOX_SECCOMP},
    {NULL, NULL, 0, 0},
};
