/* SPDX-License-Identifier: ISC */
/*
 * tty - a program on a pseudo terminal, seen from the terminal's side
 *
 *      driver ──fork── keeper (leads the session, as a shell would)
 *        │               └──fork── program (its own foreground group)
 *        └── master ═════ slave ══════┘
 *
 * The keeper is there because a program that leads its own session cannot be
 * suspended, and because the terminal would be hung up, and its modes lost,
 * the moment the program ends. The keeper tells the driver through a pipe
 * what becomes of the program, and passes a hangup on to it.
 *
 * Nothing here waits: tty_step() does what can be done within a few
 * milliseconds and comes back. Who wants to know something asks again.
 */
#ifndef TUI_TTY_H
#define TUI_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

struct queue {
    char *bytes;
    size_t len, sent;
};

struct tty {
    int master, slave;  /* -1 once hung up */
    int news;           /* from the keeper */
    int input;          /* to the program's standard input, -1 if none */
    pid_t keeper;       /* 0: there is no terminal */
    pid_t program;      /* 0 until the keeper told it */
    bool is_stopped;    /* by a signal */
    bool has_ended;     /* then status is as from waitpid() */
    int status;         /* of the program */
    long long moved_ms; /* when a byte last went in or out, or a
                           program was seen to work */
    bool is_painted;    /* bytes have come since it was last whole */
    struct termios before;
    struct queue to_program, to_input;
};

/*
 * Takes output of the program; bytes live until it returns.
 */
typedef void tty_output_fn(void *user, const char *bytes, size_t len);

/*
 * Starts argv (found on PATH) on a new terminal of that size, in the current
 * folder and environment. Its standard input is the terminal, or a pipe with
 * the text of input when that is not NULL; input is copied. A program that
 * cannot be started ends with status 127. Never fails: a system that has no
 * terminals ends the driver.
 */
void tty_start(
    struct tty *t, char *const argv[], int cols, int rows, const char *input);

/*
 * Moves bytes in both directions and takes news, for at most that many
 * milliseconds; returns as soon as something happened.
 */
void tty_step(struct tty *t, int limit_ms, tty_output_fn *fn, void *user);

/*
 * Queues bytes as if typed. Nothing happens after a hangup.
 */
void tty_send(struct tty *t, const char *bytes, size_t len);

/*
 * Tells the terminal's size, which sends SIGWINCH.
 */
void tty_resize(struct tty *t, int cols, int rows);

/*
 * Tells whether the program has nothing to do: it has read all keys, it and
 * its children sleep, and no byte moved for quiet_ms, in which nobody was seen
 * to work.
 */
bool tty_is_idle(struct tty *t, int quiet_ms);

/*
 * Tells whether the screen may be half painted: bytes have come, and the program
 * still works at more.
 */
bool tty_is_torn(struct tty *t);

/*
 * Tells whether something is still fetched or parsed for the program.
 */
bool tty_has_helpers(const struct tty *t);

/*
 * Tells whether the terminal's line discipline is as it was at the start.
 */
bool tty_is_restored(const struct tty *t);

/*
 * Pulls the plug: closes the terminal, so that the session gets SIGHUP.
 */
void tty_hangup(struct tty *t);

/*
 * Kills what still runs and forgets the terminal. Allowed on zeroes.
 */
void tty_close(struct tty *t);

/*
 * Returns milliseconds of a clock that is never set.
 */
long long tty_now(void);

#endif
