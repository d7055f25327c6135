/* SPDX-License-Identifier: ISC */
/*
 * signals - what the system tells the screen
 *
 * Ends (HUP, INT, TERM, QUIT), the size of the window (WINCH), and being
 * stopped and going on (TSTP, CONT), all as calls of the loop.
 */
#ifndef UI_SIGNALS_H
#define UI_SIGNALS_H

#include <stdbool.h>
#include <uv.h>

enum {
    SIGNALS_COUNT = 7
};

/*
 * Is told the number of a signal that came.
 */
typedef void (*signals_fn)(void *user, int number);

struct signals {
    uv_signal_t handles[SIGNALS_COUNT];
    signals_fn fn;
    void *user;
};

/*
 * Starts to tell fn of signals. s must stay where it is until the loop has
 * closed its handles.
 */
void signals_start(
    struct signals *s, uv_loop_t *loop, signals_fn fn, void *user);

/*
 * Stops this process as the terminal would, or all of our pipe; goes on when it
 * is continued.
 */
void signals_suspend(struct signals *s, bool is_whole_pipe);

/*
 * Closes the handles; fn is not called any more.
 */
void signals_close(struct signals *s);

#endif
