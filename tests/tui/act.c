/* SPDX-License-Identifier: ISC */
/*
 * act - the commands of a screen script that do something
 */
#include "drive.h"
#include "keys.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

bool
act_size(struct drive *d, const struct command *c)
{
    int cols, rows;

    if (!drive_pair(d, c->words[1], 'x', &cols, &rows))
        return false;
    if (cols < 1 || rows < 1)
        return drive_fail(d, "a terminal has a column and a row at least");
    d->cols = cols;
    d->rows = rows;
    if (d->tty.keeper) {
        grid_resize(&d->grid, cols, rows);
        tty_resize(&d->tty, cols, rows);
    }
    return true;
}

bool
act_env(struct drive *d, const struct command *c)
{
    char *value = strchr(c->words[1], '=');

    if (!value)
        return drive_fail(d, "not NAME=VALUE");
    *value = '\0';
    setenv(c->words[1], value + 1, 1);
    *value = '=';
    return true;
}

bool
act_unset(struct drive *d, const struct command *c)
{
    (void)d;
    unsetenv(c->words[1]);
    return true;
}

bool
act_cd(struct drive *d, const struct command *c)
{
    if (chdir(c->words[1]) < 0)
        return drive_fail(d, "%s", strerror(errno));
    return true;
}

/* Writes the path of a file in the temporary folder; makes its folders. */
static void
find_path(const struct drive *d, const char *name, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", d->tmp, name);
    for (char *at = path + strlen(d->tmp) + 1; (at = strchr(at, '/')); at++) {
        *at = '\0';
        mkdir(path, 0777);
        *at = '/';
    }
}

static bool
write_block(struct drive *d, const struct command *c, const char *mode)
{
    char path[4096];

    find_path(d, c->words[1], path, sizeof(path));
    FILE *file = fopen(path, mode);
    if (!file)
        return drive_fail(d, "%s: %s", path, strerror(errno));
    bool is_written = fputs(c->block, file) >= 0;
    if (fclose(file) != 0 || !is_written)
        return drive_fail(d, "%s: %s", path, strerror(errno));
    return true;
}

bool
act_file(struct drive *d, const struct command *c)
{
    return write_block(d, c, "wbe");
}

bool
act_append(struct drive *d, const struct command *c)
{
    return write_block(d, c, "abe");
}

bool
act_move(struct drive *d, const struct command *c)
{
    char from[4096], to[4096];

    find_path(d, c->words[1], from, sizeof(from));
    find_path(d, c->words[2], to, sizeof(to));
    if (rename(from, to) < 0)
        return drive_fail(d, "%s", strerror(errno));
    return true;
}

bool
act_remove(struct drive *d, const struct command *c)
{
    char path[4096];

    find_path(d, c->words[1], path, sizeof(path));
    if (remove(path) < 0)
        return drive_fail(d, "%s", strerror(errno));
    return true;
}

bool
act_stdin(struct drive *d, const struct command *c)
{
    free(d->input);
    d->input = strdup(c->block);
    return d->input || drive_fail(d, "no memory");
}

static void
send_reply(void *user, const char *bytes, size_t len)
{
    tty_send(user, bytes, len);
}

/* Returns the program and its arguments, owned as an array. */
static char **
make_argv(const struct drive *d, const struct command *c)
{
    char **argv = calloc(c->n_words, sizeof(*argv));

    if (!argv)
        err(2, "act");
    for (size_t i = 1; i < c->n_words; i++)
        argv[i - 1] = c->words[i];
    if (strcmp(c->words[1], "gutread") == 0)
        argv[0] = (char *)d->gutread;
    return argv;
}

struct neighbor {
    pid_t id;
    int status;
};

static bool
has_neighbor_ended(struct drive *d, const void *user)
{
    struct neighbor *n = (struct neighbor *)user;

    (void)d;
    return waitpid(n->id, &n->status, WNOHANG) == n->id;
}

/* Starts a program without the terminal; what it writes is not looked at. */
static pid_t
start_beside(const struct drive *d, const struct command *c)
{
    char **argv = make_argv(d, c);
    pid_t id = fork();

    if (id < 0)
        err(2, "fork");
    if (id == 0) {
        int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        execvp(argv[0], argv);
        err(127, "%s", argv[0]);
    }
    free(argv);
    return id;
}

bool
act_beside(struct drive *d, const struct command *c)
{
    struct neighbor n = {.id = start_beside(d, c)};

    if (!drive_until(d, has_neighbor_ended, &n)) {
        kill(n.id, SIGKILL);
        waitpid(n.id, &n.status, 0);
        return drive_fail(d, "it has not ended");
    }
    return n.status == 0 || drive_fail(d, "it has failed");
}

bool
act_run(struct drive *d, const struct command *c)
{
    if (d->tty.keeper && !d->tty.has_ended)
        return drive_fail(d, "the program before still runs");

    char **argv = make_argv(d, c);
    tty_close(&d->tty);
    grid_done(&d->grid);
    grid_init(&d->grid, d->cols, d->rows, send_reply, &d->tty);
    tty_start(&d->tty, argv, d->cols, d->rows, d->input);
    free(argv);
    free(d->input);
    d->input = NULL;
    return true;
}

bool
act_keys(struct drive *d, const struct command *c)
{
    for (size_t i = 1; i < c->n_words; i++) {
        if (!keys_press(&d->grid, c->words[i]))
            return drive_fail(d, "there is no key %s", c->words[i]);
        /* What follows at once would be a key with Alt. */
        if (strcmp(c->words[i], "<Esc>") == 0 && i + 1 < c->n_words &&
            !drive_settle(d))
            return drive_fail(d, "the program does not come to rest");
    }
    return true;
}

bool
act_type(struct drive *d, const struct command *c)
{
    tty_send(&d->tty, c->words[1], strlen(c->words[1]));
    return true;
}

bool
act_paste(struct drive *d, const struct command *c)
{
    vterm_keyboard_start_paste(d->grid.vt);
    tty_send(&d->tty, c->words[1], strlen(c->words[1]));
    vterm_keyboard_end_paste(d->grid.vt);
    return true;
}

bool
act_paste_begin(struct drive *d, const struct command *c)
{
    vterm_keyboard_start_paste(d->grid.vt);
    tty_send(&d->tty, c->words[1], strlen(c->words[1]));
    return true;
}

bool
act_mouse(struct drive *d, const struct command *c)
{
    static const struct {
        const char *name;
        int button;
        bool is_pressed, is_released;
    } events[] = {
        {"move", 0, false, false},
        {"press", 1, true, false},
        {"release", 1, false, true},
        {"click", 1, true, true},
        {"wheelup", 4, true, false},
        {"wheeldown", 5, true, false},
    };
    int col, row;

    if (!drive_pair(d, c->words[2], ',', &col, &row))
        return false;
    for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
        if (strcmp(events[i].name, c->words[1]) != 0)
            continue;
        VTerm *vt = d->grid.vt;
        int button = events[i].button;
        vterm_mouse_move(vt, row, col, VTERM_MOD_NONE);
        /* libvterm would report buttons to a program that did not ask. */
        if (d->grid.mouse == VTERM_PROP_MOUSE_NONE)
            return true;
        if (events[i].is_pressed)
            vterm_mouse_button(vt, button, true, VTERM_MOD_NONE);
        if (events[i].is_released)
            vterm_mouse_button(vt, button, false, VTERM_MOD_NONE);
        return true;
    }
    return drive_fail(d, "a mouse can move, press, release, click, wheelup "
                         "and wheeldown");
}

static bool
has_program(struct drive *d, const void *user)
{
    (void)user;
    return d->tty.program != 0;
}

static bool
goes_on(struct drive *d, const void *user)
{
    (void)user;
    return !d->tty.is_stopped;
}

/*
 * What was stopped has gone on before the next command: a second signal to stop
 * would be taken for obeyed by who still thinks of the first.
 */
bool
act_signal(struct drive *d, const struct command *c)
{
    int number = drive_signal(d, c->words[1]);

    if (number == 0)
        return false;
    if (!drive_until(d, has_program, NULL))
        return drive_fail(d, "the program did not start");
    if (d->tty.has_ended || kill(d->tty.program, number) < 0)
        return drive_fail(d, "the program has ended");
    if (number == SIGCONT && !drive_until(d, goes_on, NULL))
        return drive_fail(d, "the program does not go on");
    return true;
}

bool
act_hangup(struct drive *d, const struct command *c)
{
    (void)c;
    if (!drive_until(d, has_program, NULL))
        return drive_fail(d, "the program did not start");
    tty_hangup(&d->tty);
    return true;
}
