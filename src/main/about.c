/* SPDX-License-Identifier: ISC */
/*
 * about - what --version tells
 *
 * Whether a sandbox holds is known only when it was entered, from which nothing
 * leads back; so each program enters its own and says what came of it.
 */
#include "about.h"

#include "app/install.h"
#include "base/file.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MAX_ANSWER = 4096
};

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

    if (posix_spawn_file_actions_init(&actions) != 0)
        return false;
    const bool ok =
        posix_spawn_file_actions_addopen(
            &actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) == 0 &&
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO) == 0 &&
        posix_spawn(out_pid, path, &actions, NULL, args, none) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return ok;
}

/*
 * Appends what the program at path answers to the option. Returns false when
 * it does not answer.
 */
static bool
ask(char *path, char *option, struct buf *out)
{
    struct err ignored;
    int ends[2], status = -1;
    pid_t pid;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    bool ok = start(path, option, ends[1], &pid);
    close(ends[1]);
    if (ok) {
        ok = file_read_fd(ends[0], MAX_ANSWER, out, &ignored);
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
