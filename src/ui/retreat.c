/* SPDX-License-Identifier: ISC */
/*
 * retreat - the way out of the terminal
 *
 * ncurses allocates when it leaves, and is not made for handlers of signals: it
 * may be what has crashed. A handler has a stack of its own, as the other one may
 * be at its end.
 *
 * A thread that dies does not know whether another one is drawing, and lets it
 * come to its end.
 */
#include "retreat.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <termios.h>
#include <unistd.h>

enum state {
    STATE_GIVEN,   /* it is not ours */
    STATE_LEAVING, /* it is being given back */
    STATE_TAKEN,
};

enum {
    SETTLE_MS = 100,
    N_WAITS = 3,
    STACK = 64 * 1024
};

static struct {
    struct str bytes;
    int input;
    struct termios before;
    pid_t thread; /* that draws */
    atomic_int state;
} retreat;

static _Alignas(max_align_t) char stack[STACK];

void
retreat_note(bool is_taken)
{
    retreat.state = is_taken ? STATE_TAKEN : STATE_GIVEN;
}

/* Writes all of it; a terminal that is gone needs nothing. */
static void
write_out(struct str bytes)
{
    while (bytes.len > 0) {
        const ssize_t n = write(STDOUT_FILENO, bytes.ptr, bytes.len);
        struct pollfd room = {.fd = STDOUT_FILENO, .events = POLLOUT};
        if (n < 0 && errno != EINTR &&
            (errno != EAGAIN || poll(&room, 1, SETTLE_MS) <= 0))
            return;
        if (n > 0)
            bytes = (struct str){bytes.ptr + n, bytes.len - (size_t)n};
    }
}

/* Waits for a moment, until the terminal is given back by who does that. */
static void
wait_for_others(void)
{
    for (int i = 0; i < N_WAITS && retreat.state == STATE_LEAVING; i++)
        poll(NULL, 0, SETTLE_MS);
}

/*
 * Who comes second must not end the program before the first is done; but it may
 * be a handler on the thread of the first, which does all of it again.
 */
void
retreat_now(void)
{
    const bool is_drawing = gettid() == retreat.thread;
    int state = STATE_TAKEN;

    if (retreat.state == STATE_TAKEN && !is_drawing)
        poll(NULL, 0, SETTLE_MS);
    if (!atomic_compare_exchange_strong(&retreat.state, &state, STATE_LEAVING))
        wait_for_others();
    if (retreat.state == STATE_GIVEN)
        return;
    write_out(retreat.bytes);
    tcsetattr(retreat.input, TCSANOW, &retreat.before);
    retreat.state = STATE_GIVEN;
}

static void
end_by_signal(int number)
{
    retreat_now();
    raise(number); /* which has its default action now */
}

/* Has the faults of this thread handled where there is room for that. */
static void
add_stack(void)
{
    const stack_t ours = {.ss_sp = stack, .ss_size = sizeof stack};
    stack_t old;

    if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE))
        sigaltstack(&ours, NULL);
}

void
retreat_prepare(struct str bytes, int input, const struct termios *before)
{
    static const int faults[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};

    retreat.bytes = bytes;
    retreat.input = input;
    retreat.before = *before;
    retreat.thread = gettid();
    add_stack();
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct sigaction old, ours = {.sa_handler = end_by_signal};
        ours.sa_flags = SA_RESETHAND | SA_ONSTACK;
        sigemptyset(&ours.sa_mask);
        if (sigaction(faults[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(faults[i], &ours, NULL);
    }
}
