/* SPDX-License-Identifier: ISC */
/*
 * tui - the view stack and the turn
 *
 * One loop, one stack of views, one draw at the end of a turn in which
 * something changed. Keys, the mouse, signals and the callbacks of jobs and
 * watches are handlers; they change state and ask for a draw. Nothing wakes up
 * when nothing happens.
 *
 * It knows no view: ui/session puts the first ones on the stack. Views know it
 * and borrow from it what all of them need.
 *
 *      struct tui *tui = tui_open(options, keymap, err);
 *      tui_push(tui, reader_new(tui, shelf, first, &host));
 *      int status = tui_run(tui);
 *      tui_close(tui);
 */
#ifndef UI_TUI_H
#define UI_TUI_H

#include "app/keymap.h"
#include "base/err.h"
#include "base/str.h"
#include "layout/theme.h"
#include "ui/view.h"

struct job_opts;
struct memory;
struct options;
struct places;
struct tui;
struct uv_loop_s;

/*
 * Does what no view did with an action, such as to push the help.
 */
typedef view_reaction (*tui_act_fn)(
    void *user, struct tui *tui, enum action action);

/*
 * Takes over the terminal; tui_close() gives it back. options and keymap are
 * borrowed until then. NULL, and why, where there is no usable terminal.
 */
struct tui *tui_open(const struct options *options, const struct keymap *keymap,
    struct err *err);

/*
 * Gives the terminal back as it was and frees all views. NULL is allowed.
 */
void tui_close(struct tui *tui);

enum {
    TUI_SIGNAL = 128 /* and the number of a signal, as shells count */
};

/*
 * Runs until the stack is empty or somebody quits, and returns the exit status
 * of the program; more than TUI_SIGNAL when a signal ended it.
 */
int tui_run(struct tui *tui);

/*
 * Puts the view, which is taken, on top of the stack. Allowed in handlers.
 */
void tui_push(struct tui *tui, struct view *view);

/*
 * Takes the view, wherever it stands, off the stack; it is freed at the end of
 * the turn. The program ends with the last one.
 */
void tui_remove(struct tui *tui, struct view *view);

/*
 * Lets fn(user, ...) do the actions that no view did.
 */
void tui_on_action(struct tui *tui, tui_act_fn fn, void *user);

/*
 * Asks for a draw at the end of this turn, as VIEW_DRAW does; for callbacks
 * that are no handler of a view.
 */
void tui_draw(struct tui *tui);

/*
 * Lets keys wait until tui_release(): what was typed ahead is for what is about
 * to be shown. To be used only for moments that nobody notices.
 */
void tui_hold(struct tui *tui);
void tui_release(struct tui *tui);

/*
 * Shows a sentence in the status bar until the next key: a notice, or in red
 * why something failed.
 */
void tui_notice(struct tui *tui, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void tui_error(struct tui *tui, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Sends text to the clipboard through the terminal (OSC 52). Returns false when
 * it is too long or the terminal is one that would show it.
 */
bool tui_copy(struct tui *tui, struct str text);

/*
 * Return what all views share, borrowed.
 */
const struct theme *tui_theme(const struct tui *tui);
const struct keymap *tui_keymap(const struct tui *tui);
const struct options *tui_options(const struct tui *tui);
struct places *tui_places(struct tui *tui);
struct memory *tui_memory(struct tui *tui);
struct uv_loop_s *tui_loop(struct tui *tui);

/*
 * Returns how the options want articles to be loaded; borrowed.
 */
const struct job_opts *tui_job_opts(const struct tui *tui);

#endif
