/* SPDX-License-Identifier: ISC */
/*
 * screen - the terminal
 *
 * Shows a canvas and tells what was typed. It is the only module that knows
 * ncurses, and the only one of the floor with state of its own: a process has
 * one terminal, and whoever ends it, be it a fatal signal or a lack of memory,
 * must be able to give it back.
 *
 * Keys are read from the terminal itself, never from standard input, which may
 * be an article.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "app/options.h"
#include "base/err.h"
#include "base/str.h"
#include "ui/canvas.h"
#include "ui/event.h"

#include <stdbool.h>

struct screen_opts {
    enum options_when color; /* auto: unless NO_COLOR is set */
    bool has_mouse;
};

/*
 * Takes over the terminal that standard output is. Fails when TERM names none
 * that can be drawn on, and says what to do instead.
 */
bool screen_open(const struct screen_opts *opts, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Gives the terminal back as it was. Allowed at any time, also twice.
 */
void screen_close(void);

/*
 * Returns the descriptor that becomes readable when something was typed. It is
 * not one that another process knows: it may be made non-blocking.
 */
int screen_fd(void);

/*
 * Takes the next event that is there; false when there is none.
 */
bool screen_read(struct event *out_event);

/*
 * Tells whether the terminal is gone. To be asked when screen_fd() was readable
 * and nothing could be read.
 */
bool screen_is_lost(void);

/*
 * Asks the terminal how large it is now.
 */
void screen_measure(int *out_cols, int *out_rows);

/*
 * Shows the canvas; only what differs from the last one is sent.
 */
void screen_draw(const struct canvas *c);

/*
 * Forgets what the terminal shows, so that the next draw sends everything.
 */
void screen_forget(void);

/*
 * Leaves the terminal to others for a while, and takes it over again.
 */
void screen_pause(void);
void screen_resume(void);

/*
 * Takes the mouse, or leaves it to the terminal.
 */
void screen_mouse(bool is_on);

/*
 * Puts text into the clipboard with OSC 52, as far as the terminal allows that.
 * Returns false when the terminal is one that does not know it, or text is too
 * long or not clean.
 */
bool screen_copy(struct str text);

#endif
