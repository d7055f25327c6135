/* SPDX-License-Identifier: ISC */
/*
 * signals - what the system tells the screen
 *
 * To be stopped, SIGTSTP must have its default action again: our handler is
 * taken away for that moment. The signal goes to this thread alone. One for the
 * process could be taken by another thread, and this one would go on for a while
 * and change the terminal that was given back.
 */
#include "signals.h"

#include <signal.h>

static const int caught[SIGNALS_COUNT] = {
    SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP};

enum {
    STOP = SIGNALS_COUNT - 1 /* the handle of SIGTSTP */
};

static void
take_signal(uv_signal_t *handle, int number)
{
    struct signals *s = handle->data;
    s->fn(s->user, number);
}

void
signals_start(struct signals *s, uv_loop_t *loop, signals_fn fn, void *user)
{
    s->fn = fn;
    s->user = user;
    for (int i = 0; i < SIGNALS_COUNT; i++) {
        uv_signal_init(loop, &s->handles[i]);
        s->handles[i].data = s;
        uv_signal_start(&s->handles[i], take_signal, caught[i]);
    }
}

void
signals_suspend(struct signals *s, bool is_whole_pipe)
{
    uv_signal_stop(&s->handles[STOP]);
    if (is_whole_pipe) {
        signal(SIGTSTP, SIG_IGN);
        kill(0, SIGTSTP);
        signal(SIGTSTP, SIG_DFL);
    }
    raise(SIGTSTP);
    uv_signal_start(&s->handles[STOP], take_signal, SIGTSTP);
}

void
signals_close(struct signals *s)
{
    for (int i = 0; i < SIGNALS_COUNT; i++)
        uv_close((uv_handle_t *)&s->handles[i], NULL);
}
