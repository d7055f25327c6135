/* SPDX-License-Identifier: ISC */
/*
 * drive - one run of a screen script, and the commands it is made of
 *
 * A command either does something to the terminal (act_) or says how it must
 * be (check_). A check is never a glance: it looks again until it is true or
 * patience ends, so that no script has to sleep.
 *
 * All commands have the same form: they return false when the script failed,
 * and have then said why with drive_fail().
 */
#ifndef TUI_DRIVE_H
#define TUI_DRIVE_H

#include "grid.h"
#include "script.h"
#include "tty.h"

struct drive {
    struct tty tty;
    struct grid grid;    /* there is one while there is a tty */
    int cols, rows;      /* of the terminal, or of the next one */
    int patience_ms;     /* how long a check looks again */
    char *input;         /* of the next run, or NULL */
    char *tmp;           /* absolute, as all of these */
    char *tests;         /* what {tests} stands for */
    const char *gutread; /* the program under test */
    const char *web;     /* {web} in scripts */
    char why[1024];
};

/*
 * Notes why the script failed. Returns false, for the caller to return.
 */
__attribute__((format(printf, 2, 3))) bool drive_fail(
    struct drive *d, const char *format, ...);

/*
 * Lets the program run until is_true(d, user) is of a whole screen, or patience
 * ends, or the program has ended and nothing more will come. Returns whether it
 * was true.
 */
bool drive_until(struct drive *d,
    bool (*is_true)(struct drive *d, const void *user), const void *user);

/*
 * Lets the program run until it has nothing more to do; see tty_is_idle().
 * Returns false when it is busy for longer than patience lasts.
 */
bool drive_settle(struct drive *d);

/*
 * The same, and nothing may be fetched or parsed for it any more.
 */
bool drive_finish(struct drive *d);

/*
 * Reads "12,3" or "80x24", two numbers with sep between. Returns false, with
 * the reason noted, when text is something else.
 */
bool drive_pair(
    struct drive *d, const char *text, char sep, int *out_a, int *out_b);

/*
 * Returns the number of a signal by its name without SIG, 0 with the reason
 * noted when there is none.
 */
int drive_signal(struct drive *d, const char *name);

/*
 * The commands that do something. Each is described in tests/README.md.
 */
bool act_size(struct drive *d, const struct command *c);
bool act_env(struct drive *d, const struct command *c);
bool act_unset(struct drive *d, const struct command *c);
bool act_cd(struct drive *d, const struct command *c);
bool act_file(struct drive *d, const struct command *c);
bool act_append(struct drive *d, const struct command *c);
bool act_move(struct drive *d, const struct command *c);
bool act_remove(struct drive *d, const struct command *c);
bool act_stdin(struct drive *d, const struct command *c);
bool act_beside(struct drive *d, const struct command *c);
bool act_run(struct drive *d, const struct command *c);
bool act_keys(struct drive *d, const struct command *c);
bool act_type(struct drive *d, const struct command *c);
bool act_paste(struct drive *d, const struct command *c);
bool act_paste_begin(struct drive *d, const struct command *c);
bool act_mouse(struct drive *d, const struct command *c);
bool act_signal(struct drive *d, const struct command *c);
bool act_hangup(struct drive *d, const struct command *c);

/*
 * The commands that say how it must be.
 */
bool check_wait(struct drive *d, const struct command *c);
bool check_absent(struct drive *d, const struct command *c);
bool check_screen(struct drive *d, const struct command *c);
bool check_row(struct drive *d, const struct command *c);
bool check_style(struct drive *d, const struct command *c);
bool check_cursor(struct drive *d, const struct command *c);
bool check_title(struct drive *d, const struct command *c);
bool check_settle(struct drive *d, const struct command *c);
bool check_exit(struct drive *d, const struct command *c);
bool check_killed(struct drive *d, const struct command *c);
bool check_suspended(struct drive *d, const struct command *c);
bool check_restored(struct drive *d, const struct command *c);

#endif
