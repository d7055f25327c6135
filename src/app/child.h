/* SPDX-License-Identifier: ISC */
/*
 * child - a program that answers through a pipe
 *
 * One run of one of gutread's own programs: what it answers and what it
 * complains of is collected, and when it has ended and both have been read to
 * their ends, that is told. It is part of the loop; nothing waits.
 *
 *      child_start --> answer* --> end
 *
 * All zero, it is one that was not started. It may be started again after its
 * end; child_done() in between empties it.
 */
#ifndef APP_CHILD_H
#define APP_CHILD_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

enum {
    CHILD_MAX_ARGS = 20,
    CHILD_ANSWER_FD = 3
};

struct child;

/*
 * answer is told when more of it has come and may take away what it has read;
 * it may call child_kill(). end is told last, once; then the child may be
 * freed, with child_done().
 */
struct child_ops {
    void (*answer)(void *user);
    void (*end)(void *user);
};

struct child_opts {
    const char *name;     /* of the program, which app/install.h finds */
    int in;               /* is its standard input; -1: it has none */
    int out;              /* is its standard output, and it answers through
                             CHILD_ANSWER_FD; -1: it answers there */
    bool has_environment; /* it sees that of this program */
    bool has_one_answer;  /* which comes when all is done: patience is for it
                             all, and not for each piece */
    unsigned patience;    /* seconds without an answer until it is killed;
                             0: it never is */
};

struct child {
    uv_process_t program;
    uv_pipe_t pipes[2];
    uv_timer_t clock;
    unsigned n_open; /* handles that are not closed yet */

    char *args[CHILD_MAX_ARGS + 1]; /* owned; the first is the path */
    unsigned n_args;
    const struct child_ops *ops;
    void *user;

    struct buf answer, complaint;
    int64_t status;
    int term_signal;            /* 0: it ended by itself */
    unsigned patience, n_ticks; /* of the clock since the last answer */
    size_t n_complained;        /* bytes */
    bool has_one_answer;
    bool is_late, is_noisy; /* it was killed for that */
};

/*
 * Adds an argument to those that the program will get, in the form of printf().
 */
void child_add_arg(struct child *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Starts the program; the descriptors stay the caller's. Returns false, and why
 * in err, when it does not start; end is told then, too, but not from within.
 */
bool child_start(struct child *c, uv_loop_t *loop,
    const struct child_opts *opts, const struct child_ops *ops, void *user,
    struct err *err);

/*
 * Ends the program at once. Only the end is told of it any more.
 */
void child_kill(struct child *c);

/*
 * Tells whether it ended as programs should.
 */
bool child_is_ok(const struct child *c);

/*
 * Returns the first line of its complaint without the name of the program; may
 * be empty. It lives as long as the child.
 */
struct str child_reason(const struct child *c);

/*
 * Sets err to how it ended, which was not as programs should; who is what to
 * call it. Returns true when that is what it said itself, and false when it
 * broke down.
 */
bool child_explain(const struct child *c, const char *who, struct err *err);

/*
 * Frees what it holds. It must have ended, or never have been started.
 */
void child_done(struct child *c);

#endif
