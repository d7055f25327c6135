/* SPDX-License-Identifier: ISC */
/*
 * about - what --version tells
 *
 * Whether a sandbox holds is known only when it was entered, from which nothing
 * leads back; so each program enters its own and says what came of it.
 */
#include "about.h"

#include "app/install.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MAX_ANSWER = 4096,
    CHUNK = 512,
    PATIENCE = 10000, /* milliseconds without an answer */
};

/*
 * Tells whether code is none of a failure. For lack of memory the program ends.
 */
static bool
is_done(int code)
{
    if (code == ENOMEM)
        mem_exhausted();
    return code == 0;
}

/*
 * Starts the program at path with one option and with out as its standard
 * output; it gets nothing else.
 */
static bool
start(char *path, char *option, int out, pid_t *out_pid)
{
    char *const args[] = {path, option, NULL};
    char *const none[] = {NULL};
    posix_spawn_file_actions_t actions;

    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0)
        return is_done(code);
    code = posix_spawn_file_actions_addopen(
        &actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (code == 0)
        code = posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (code == 0)
        code = posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (code == 0)
        code = posix_spawn(out_pid, path, &actions, NULL, args, none);
    posix_spawn_file_actions_destroy(&actions);
    return is_done(code);
}

/*
 * Appends all that comes from the descriptor, clean. Returns false when it does
 * not end, or is more than an answer.
 */
static bool
read_answer(int fd, struct buf *out)
{
    struct buf answer = {0};
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    ssize_t n = 1;

    while (n > 0 && answer.len <= MAX_ANSWER) {
        n = poll(&wait, 1, PATIENCE) == 1
                ? read(fd, buf_reserve(&answer, CHUNK), CHUNK)
                : -1;
        if (n > 0)
            answer.len += (size_t)n;
    }
    if (n == 0)
        utf8_add_clean(out, buf_str(&answer));
    buf_done(&answer);
    return n == 0;
}

/*
 * Appends what the program at path answers to the option. Returns false when
 * it does not answer.
 */
static bool
ask(char *path, char *option, struct buf *out)
{
    int ends[2], status = -1;
    pid_t pid;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    bool ok = start(path, option, ends[1], &pid);
    close(ends[1]);
    if (ok) {
        ok = read_answer(ends[0], out);
        if (!ok)
            kill(pid, SIGKILL);
        ok = waitpid(pid, &status, 0) == pid && status == 0 && ok;
    }
    close(ends[0]);
    return ok;
}

/*
 * Appends what the program of that name says of itself and of its sandbox.
 */
static void
add_program(struct buf *out, const char *name)
{
    char version[] = "--version", sandbox[] = "--sandbox";
    char *path = install_find_program(name);
    struct buf parts = {0};

    if (!path)
        buf_add_format(out, "%s: the program is not installed\n", name);
    else if (!ask(path, version, out) || !ask(path, sandbox, &parts))
        buf_add_format(out, "%s: the program does not answer\n", name);
    else
        buf_add_format(
            out, "sandbox of %s: %.*s", name, STR_ARG(buf_str(&parts)));
    buf_done(&parts);
    free(path);
}

void
about_add(struct buf *out)
{
    buf_add_text(
        out, "gutread " GUTREAD_VERSION "\nwith " GUTREAD_LIBRARIES "\n");
    add_program(out, "gutread-parse");
    add_program(out, "gutread-fetch");
}
