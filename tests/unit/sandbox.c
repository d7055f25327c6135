/* SPDX-License-Identifier: ISC */
/*
 * Tests of base/sandbox.h. Every attack is a function that tells whether it
 * succeeded. It is tried without a sandbox, to see that it can succeed at all,
 * then in the whole sandbox, and then with each part alone that should stop it.
 * What this system cannot show is said, and not taken for shown.
 */
#include "base/sandbox.h"

#include "attack.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    STATUS_DONE = 0,
    STATUS_REFUSED = 1,
    STATUS_BROKEN = 2,
    MAX_SIZE = 1 << 20,
    SPARE_FD = 100, /* open in the test, and not meant for anybody */
};

/*
 * Runs try in a process of its own that entered the sandbox with parts, or
 * none. Returns how it ended: one of STATUS_, or minus a signal.
 */
static int
play(bool (*try)(void), bool is_in, enum sandbox_role role, unsigned parts)
{
    int status;

    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        if (is_in && (parts & ~sandbox_enter(role, MAX_SIZE, parts)))
            _exit(STATUS_BROKEN);
        _exit(try() ? STATUS_DONE : STATUS_REFUSED);
    }
    assert_true(pid > 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/*
 * Returns the parts that hold here.
 */
static unsigned
find_parts(enum sandbox_role role)
{
    int status;

    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit((int)sandbox_enter(role, MAX_SIZE, SANDBOX_ALL));
    assert_true(pid > 0);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return (unsigned)WEXITSTATUS(status);
}

static void
expect_refusal(const struct attack *a, enum sandbox_role role, unsigned parts)
{
    const int end = play(a->try, true, role, parts);

    if (end != STATUS_REFUSED && end != -SIGSYS)
        fail_msg("%s, with parts %x: ended with %d", a->name, parts, end);
}

/*
 * Says that a test shows nothing here, as the system or the kind of build does
 * not have what it is about. cmocka's skip() would write "not ok".
 */
static void
leave_out(void)
{
    print_message("# left out: that part of the sandbox does not hold here\n");
}

/*
 * Plays all attacks on a role.
 */
static void
attack(enum sandbox_role role)
{
    const unsigned held = find_parts(role);
    unsigned n_played = 0;

    for (const struct attack *a = attack_list; a->name; a++) {
        if (!(a->roles & 1u << role))
            continue;
        if (play(a->try, false, role, 0) != STATUS_DONE) {
            print_message("# cannot be done here anyway: %s\n", a->name);
            continue;
        }
        if (!(a->parts & held)) {
            print_message("# not stopped here: %s\n", a->name);
            continue;
        }
        expect_refusal(a, role, held);
        for (unsigned part = 1; part <= SANDBOX_ALL; part <<= 1)
            if (a->parts & held & part)
                expect_refusal(a, role, SANDBOX_PRIVILEGES | part);
        n_played++;
    }
    if (n_played == 0)
        leave_out();
}

static void
test_parser_can_do_nothing_but_parse(void **state)
{
    (void)state;
    attack(SANDBOX_PARSER);
}

static void
test_loader_can_do_nothing_but_load(void **state)
{
    (void)state;
    attack(SANDBOX_LOADER);
}

static bool
become_parser(void)
{
    return sandbox_enter(SANDBOX_PARSER, MAX_SIZE, SANDBOX_ALL) ==
               SANDBOX_ALL &&
           !attack_read_file("/etc/ld.so.cache");
}

static bool
read_a_library(void)
{
    return attack_read_file("/etc/ld.so.cache");
}

static void
test_loader_becomes_a_parser(void **state)
{
    (void)state;
    if (find_parts(SANDBOX_LOADER) != SANDBOX_ALL) {
        leave_out();
        return;
    }
    assert_int_equal(
        play(read_a_library, true, SANDBOX_LOADER, SANDBOX_ALL), STATUS_DONE);
    assert_int_equal(
        play(become_parser, true, SANDBOX_LOADER, SANDBOX_ALL), STATUS_DONE);
}

static void
test_fetcher_can_do_nothing_but_fetch(void **state)
{
    (void)state;
    attack(SANDBOX_FETCHER);
}

static void
test_reader_without_a_network_has_none(void **state)
{
    (void)state;
    attack(SANDBOX_READER);
}

static bool
has_pipe_and_memory(void)
{
    const size_t much = 100 << 20;
    char *memory = malloc(much);
    const bool ok = memory && memset(memory, 1, much) == memory &&
                    write(STDOUT_FILENO, "", 0) == 0;

    free(memory);
    return ok;
}

static void
test_parser_still_has_its_memory_and_its_output(void **state)
{
    const unsigned held = find_parts(SANDBOX_PARSER);
    (void)state;

    assert_int_equal(
        play(has_pipe_and_memory, true, SANDBOX_PARSER, held), STATUS_DONE);
}

static bool
give_up(void)
{
    abort();
}

static void
test_sandbox_lets_a_program_crash_as_it_would(void **state)
{
    (void)state;
    for (unsigned role = SANDBOX_PARSER; role <= SANDBOX_READER; role++)
        assert_int_equal(play(give_up, true, role, find_parts(role)), -SIGABRT);
}

static bool
connect_to(const struct sockaddr_in *address)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    return fd >= 0 &&
           connect(fd, (const struct sockaddr *)address, sizeof *address) == 0;
}

static bool
find_and_connect(void)
{
    struct addrinfo *found;
    struct sockaddr_in address;
    socklen_t len = sizeof address;

    if (getsockname(3, (struct sockaddr *)&address, &len) != 0 ||
        getaddrinfo("localhost", "80", NULL, &found) != 0)
        return false;
    freeaddrinfo(found);
    return connect_to(&address) && attack_start_thread() &&
           attack_read_file("/etc/hosts");
}

static void
test_fetcher_still_finds_a_server_and_connects(void **state)
{
    const unsigned held = find_parts(SANDBOX_FETCHER);
    struct sockaddr_in address;
    int fd = attack_listen(&address);
    (void)state;

    assert_true(fd >= 0 && dup2(fd, 3) == 3);
    assert_int_equal(
        play(find_and_connect, true, SANDBOX_FETCHER, held), STATUS_DONE);
    if (fd != 3)
        close(fd);
    close(3);
}

static bool
start_programs_and_read(void)
{
    int pair[2];
    pid_t pid = fork();

    if (pid == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(1);
    }
    return waitpid(pid, NULL, 0) == pid && attack_read_file("/etc/passwd") &&
           socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0;
}

static void
test_reader_still_reads_files_and_starts_programs(void **state)
{
    const unsigned held = find_parts(SANDBOX_READER);
    (void)state;

    assert_int_equal(
        play(start_programs_and_read, true, SANDBOX_READER, held), STATUS_DONE);
}

static bool
has_spare_descriptor(void)
{
    return fcntl(SPARE_FD, F_GETFD) >= 0;
}

static void
test_sandbox_closes_descriptors_that_are_not_meant_for_it(void **state)
{
    (void)state;
    assert_int_equal(dup2(STDERR_FILENO, SPARE_FD), SPARE_FD);
    assert_int_equal(
        play(has_spare_descriptor, true, SANDBOX_READER, 0), STATUS_DONE);
    assert_int_equal(
        play(has_spare_descriptor, true, SANDBOX_PARSER, 0), STATUS_REFUSED);
    assert_int_equal(
        play(has_spare_descriptor, true, SANDBOX_FETCHER, 0), STATUS_REFUSED);
    close(SPARE_FD);
}

/*
 * Tells whether the environment that the program was started with holds text,
 * by looking where the kernel put it.
 */
static bool
is_told(const char *text)
{
    for (char **variable = environ; *variable; variable++)
        if (strstr(*variable, text))
            return true;
    return false;
}

static char secret_variable[] = "GUTREAD_SECRET=told";

static bool
knows_secret(void)
{
    return is_told("told") || strstr(secret_variable, "told");
}

static bool
knows_proxy(void)
{
    return is_told("http_proxy=http://p/");
}

static void
test_sandbox_clears_the_environment(void **state)
{
    (void)state;
    setenv("http_proxy", "http://p/", 1);
    putenv(secret_variable);
    assert_int_equal(play(knows_secret, true, SANDBOX_READER, 0), STATUS_DONE);
    assert_int_equal(
        play(knows_secret, true, SANDBOX_PARSER, 0), STATUS_REFUSED);
    assert_int_equal(
        play(knows_secret, true, SANDBOX_FETCHER, 0), STATUS_REFUSED);
    assert_int_equal(
        play(knows_proxy, true, SANDBOX_PARSER, 0), STATUS_REFUSED);
    assert_int_equal(play(knows_proxy, true, SANDBOX_FETCHER, 0), STATUS_DONE);
}

static bool
is_limited(void)
{
    static const int limits[] = {
        RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NOFILE};
    struct rlimit limit;

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (getrlimit(limits[i], &limit) != 0 ||
            limit.rlim_max == RLIM_INFINITY)
            return false;
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
}

static bool
has_no_processes(void)
{
    struct rlimit limit;

    return getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_max == 0;
}

static void
test_sandbox_limits_what_is_taken(void **state)
{
    (void)state;
    if (!(find_parts(SANDBOX_PARSER) & SANDBOX_LIMITS)) {
        leave_out();
        return;
    }
    for (unsigned role = SANDBOX_PARSER; role <= SANDBOX_FETCHER; role++)
        assert_int_equal(
            play(is_limited, true, role, SANDBOX_LIMITS), STATUS_DONE);
    assert_int_equal(
        play(has_no_processes, true, SANDBOX_PARSER, SANDBOX_LIMITS),
        STATUS_DONE);
}

static void
test_sandbox_says_which_parts_hold(void **state)
{
    struct buf words = {0};
    struct err err = {0};
    (void)state;

    sandbox_add_words(SANDBOX_PARSER, SANDBOX_ALL, &words);
    assert_string_equal(
        words.ptr, "no new privileges, limits, Landlock, seccomp");
    buf_cut(&words, 0);
    sandbox_add_words(
        SANDBOX_PARSER, SANDBOX_ALL & ~(unsigned)SANDBOX_LANDLOCK, &words);
    assert_non_null(strstr(words.ptr, "limits, seccomp; not "));
    assert_non_null(strstr(words.ptr, ": Landlock"));
    buf_done(&words);

    assert_true(sandbox_check(SANDBOX_FETCHER, SANDBOX_ALL, &err));
    assert_true(sandbox_check(
        SANDBOX_READER, SANDBOX_PRIVILEGES | SANDBOX_SECCOMP, &err));
    assert_false(sandbox_check(SANDBOX_FETCHER, SANDBOX_SECCOMP, &err));
    assert_int_equal(err.code, ERR_DENIED);
    assert_non_null(strstr(err.text, "no new privileges, limits, Landlock"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parser_can_do_nothing_but_parse),
        cmocka_unit_test(test_loader_can_do_nothing_but_load),
        cmocka_unit_test(test_loader_becomes_a_parser),
        cmocka_unit_test(test_fetcher_can_do_nothing_but_fetch),
        cmocka_unit_test(test_reader_without_a_network_has_none),
        cmocka_unit_test(test_parser_still_has_its_memory_and_its_output),
        cmocka_unit_test(test_sandbox_lets_a_program_crash_as_it_would),
        cmocka_unit_test(test_fetcher_still_finds_a_server_and_connects),
        cmocka_unit_test(test_reader_still_reads_files_and_starts_programs),
        cmocka_unit_test(
            test_sandbox_closes_descriptors_that_are_not_meant_for_it),
        cmocka_unit_test(test_sandbox_clears_the_environment),
        cmocka_unit_test(test_sandbox_limits_what_is_taken),
        cmocka_unit_test(test_sandbox_says_which_parts_hold),
    };

    /* The document is what could be written to as well. */
    if (dup2(memfd_create("document", 0), STDIN_FILENO) != STDIN_FILENO)
        return EXIT_FAILURE;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
