/* SPDX-License-Identifier: ISC */
/*
 * tui - the view stack and the turn
 *
 * The draw stands in a uv_prepare handler: it runs once before the loop goes to
 * sleep, after all handlers of the turn, whatever woke it up. All keys that have
 * arrived are taken before it, so that a terminal that is slower than the key
 * repeat does not lag behind; ncurses may still have some that libuv cannot see.
 *
 * What is left of an article when its view is freed is still written, so that
 * the library is closed behind the views.
 *
 * Signals that end the program only stop the loop; tui_run() tells which one it
 * was. A terminal that is gone counts as a hangup.
 */
#include "ui/tui.h"

#include "app/job.h"
#include "app/memory.h"
#include "app/options.h"
#include "base/mem.h"
#include "notice.h"
#include "signals.h"
#include "ui/bar.h"
#include "ui/browser.h"
#include "ui/chord.h"
#include "ui/places.h"
#include "ui/screen.h"
#include "ui/stack.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <uv.h>

struct tui {
    const struct options *options;
    const struct keymap *keymap;
    struct buf type; /* of the sources, if the options say it */
    struct job_opts job_opts;
    uv_loop_t loop;
    uv_poll_t input;
    uv_prepare_t turn;
    struct signals signals;
    struct stack stack;
    struct canvas canvas;
    struct chord chord;
    struct notice notice;
    struct places places;
    struct memory *memory;
    tui_act_fn on_action;
    void *user;
    int status;
    bool is_dirty;   /* something has to be drawn */
    bool is_stopped; /* nothing is handled any more */
    bool is_held;    /* keys wait */
    bool has_mouse;
};

const struct theme *
tui_theme(const struct tui *tui)
{
    (void)tui;
    return theme_default();
}

const struct keymap *
tui_keymap(const struct tui *tui)
{
    return tui->keymap;
}

const struct options *
tui_options(const struct tui *tui)
{
    return tui->options;
}

struct places *
tui_places(struct tui *tui)
{
    return &tui->places;
}

struct memory *
tui_memory(struct tui *tui)
{
    return tui->memory;
}

struct uv_loop_s *
tui_loop(struct tui *tui)
{
    return &tui->loop;
}

const struct job_opts *
tui_job_opts(const struct tui *tui)
{
    return &tui->job_opts;
}

void
tui_on_action(struct tui *tui, tui_act_fn fn, void *user)
{
    tui->on_action = fn;
    tui->user = user;
}

void
tui_draw(struct tui *tui)
{
    tui->is_dirty = true;
}

void
tui_notice(struct tui *tui, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    notice_put(&tui->notice, false, fmt, args);
    va_end(args);
    tui->is_dirty = true;
}

void
tui_error(struct tui *tui, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    notice_put(&tui->notice, true, fmt, args);
    va_end(args);
    tui->is_dirty = true;
}

bool
tui_copy(struct tui *tui, struct str text)
{
    (void)tui;
    return screen_copy(text);
}

static void
stop(struct tui *tui, int status)
{
    if (!tui->is_stopped)
        tui->status = status;
    tui->is_stopped = true;
    uv_stop(&tui->loop);
}

void
tui_push(struct tui *tui, struct view *view)
{
    view->tui = tui;
    stack_push(&tui->stack, view);
    tui->is_dirty = true;
}

void
tui_remove(struct tui *tui, struct view *view)
{
    if (!stack_remove(&tui->stack, view))
        return;
    tui->is_dirty = true;
    if (!stack_top(&tui->stack))
        stop(tui, 0);
}

static void
react(struct tui *tui, struct view *view, view_reaction r)
{
    if (r & VIEW_DRAW)
        tui->is_dirty = true;
    if (r & VIEW_CLOSE)
        tui_remove(tui, view);
    if (r & VIEW_QUIT)
        stop(tui, 0);
}

static void
measure(struct tui *tui)
{
    int cols, rows;
    screen_measure(&cols, &rows);
    stack_resize(&tui->stack, cols, rows);
    tui->is_dirty = true;
}

/* Stops, the other programs of our pipe as well, and goes on afterwards. */
static void
suspend(struct tui *tui, bool is_whole_pipe)
{
    screen_pause();
    signals_suspend(&tui->signals, is_whole_pipe);
    screen_resume();
    measure(tui);
}

static void
take_signal(void *user, int number)
{
    struct tui *tui = user;
    switch (number) {
    case SIGWINCH:
        screen_forget(); /* even if the size is the same again */
        measure(tui);
        break;
    case SIGTSTP:
        suspend(tui, false);
        break;
    case SIGCONT:
        screen_resume();
        measure(tui);
        break;
    default:
        stop(tui, TUI_SIGNAL + number);
        break;
    }
}

/* Does what is the same in all views. */
static void
act_anywhere(struct tui *tui, struct view *top, enum action action)
{
    switch (action) {
    case ACTION_CLOSE:
        react(tui, top, VIEW_CLOSE);
        return;
    case ACTION_QUIT:
        stop(tui, 0);
        return;
    case ACTION_REDRAW:
        screen_forget();
        tui->is_dirty = true;
        return;
    case ACTION_SUSPEND:
        suspend(tui, true);
        return;
    case ACTION_MOUSE:
        tui->has_mouse = !tui->has_mouse;
        screen_mouse(tui->has_mouse);
        tui_notice(
            tui, tui->has_mouse
                     ? "the mouse is ours again: wheel and clicks work here"
                     : "the mouse is the terminal's: select text as usual");
        return;
    default:
        break;
    }
    if (tui->on_action)
        react(tui, top, tui->on_action(tui->user, tui, action));
}

static void
act(struct tui *tui, enum action action, unsigned count)
{
    struct view *top = stack_top(&tui->stack);
    view_reaction r = VIEW_IGNORED;
    bool is_last = action == ACTION_CANCEL && tui->stack.n_views == 1;
    if (action == ACTION_CANCEL)
        action = ACTION_CLOSE;
    bool is_ours = action == ACTION_QUIT || action == ACTION_CLOSE ||
                   action == ACTION_SUSPEND;

    if (stack_is_too_small(&tui->stack) && !is_ours)
        return;
    if (!stack_is_too_small(&tui->stack))
        r = top->ops->act(top, action, count);
    if (is_last && (r & (VIEW_IGNORED | VIEW_CLOSE | VIEW_QUIT)))
        tui_notice(tui, "press q to leave");
    else if (r & VIEW_IGNORED)
        act_anywhere(tui, top, action);
    else
        react(tui, top, r);
}

/* Gives a key to the top view, then to the keymap. Returns whether it meant
 * something. */
static bool
press(struct tui *tui, keymap_key key)
{
    struct view *top = stack_top(&tui->stack);
    if (top->ops->key && !chord_is_pending(&tui->chord) &&
        !stack_is_too_small(&tui->stack)) {
        view_reaction r = top->ops->key(top, key);
        if (!(r & VIEW_IGNORED)) {
            react(tui, top, r);
            return true;
        }
    }

    enum action action = ACTION_NONE;
    unsigned count = 0;
    bool was_pending = chord_is_pending(&tui->chord);
    enum chord_effect effect =
        chord_add(&tui->chord, tui->keymap, key, &action, &count);
    tui->is_dirty = tui->is_dirty || was_pending || effect == CHORD_PENDING;
    if (effect == CHORD_ACTION)
        act(tui, action, count);
    return effect != CHORD_UNKNOWN;
}

/* An Alt that means nothing may be an Esc and a key that came together over a
 * slow line. It is taken for these where Esc does no more than leave a prompt;
 * elsewhere a slip of the finger would end the program. */
static void
take_key(struct tui *tui, keymap_key key)
{
    const struct view *top = stack_top(&tui->stack);
    bool is_split = (key & KEYMAP_ALT) && top->ops->is_overlay &&
                    !chord_is_pending(&tui->chord);

    if (notice_clear(&tui->notice))
        tui->is_dirty = true;
    if (press(tui, key) || !is_split)
        return;
    press(tui, KEYMAP_ESCAPE);
    if (!tui->is_stopped)
        press(tui, key & ~(keymap_key)KEYMAP_ALT);
}

static void
take_paste(struct tui *tui, struct str paste)
{
    struct view *top = stack_top(&tui->stack);
    if (top->ops->paste && !stack_is_too_small(&tui->stack))
        react(tui, top, top->ops->paste(top, paste));
}

static void
take_event(struct tui *tui, const struct event *event)
{
    struct view *top = stack_top(&tui->stack);
    switch (event->kind) {
    case EVENT_KEY:
        take_key(tui, event->key);
        break;
    case EVENT_PASTE:
        take_paste(tui, event->paste);
        break;
    case EVENT_MOUSE:
        chord_clear(&tui->chord);
        if (top->ops->mouse && !stack_is_too_small(&tui->stack))
            react(tui, top, top->ops->mouse(top, &event->mouse));
        break;
    }
}

/* Takes what was typed, as far as keys need not wait. Returns whether there was
 * anything. */
static bool
take_events(struct tui *tui)
{
    struct event event;
    bool is_any = false;
    while (!tui->is_stopped && !tui->is_held && screen_read(&event)) {
        is_any = true;
        take_event(tui, &event);
    }
    return is_any;
}

static void
read_input(uv_poll_t *poll, int status, int events)
{
    struct tui *tui = poll->data;
    (void)events;
    bool is_any = take_events(tui);
    if (status < 0 || (!is_any && !tui->is_held && screen_is_lost()))
        stop(tui, TUI_SIGNAL + SIGHUP);
}

void
tui_hold(struct tui *tui)
{
    tui->is_held = true;
    uv_poll_stop(&tui->input);
}

void
tui_release(struct tui *tui)
{
    tui->is_held = false;
    uv_poll_start(&tui->input, UV_READABLE | UV_DISCONNECT, read_input);
}

static void
end_turn(uv_prepare_t *turn)
{
    struct tui *tui = turn->data;
    struct buf typed = {0};

    take_events(tui);
    /* The loop still tells this turn's news: who hears them may point to a view
     * that was there to the end. */
    if (tui->is_stopped)
        return;
    stack_bury(&tui->stack);
    if (!tui->is_dirty)
        return;
    tui->is_dirty = false;
    canvas_resize(&tui->canvas, tui->stack.cols, tui->stack.rows);
    chord_add_text(&tui->chord, &typed);
    struct bar bar = {
        .theme = tui_theme(tui),
        .keymap = tui->keymap,
        .typed = buf_str(&typed),
        .notice = buf_str(&tui->notice.text),
        .is_error = tui->notice.is_error,
    };
    stack_draw(&tui->stack, &bar, &tui->canvas);
    screen_draw(&tui->canvas);
    buf_done(&typed);
}

static void
show_notice(void *user, const char *notice)
{
    tui_error(user, "%s", notice);
}

static void
start_handles(struct tui *tui)
{
    uv_poll_init(&tui->loop, &tui->input, screen_fd());
    tui->input.data = tui;
    tui_release(tui);
    uv_prepare_init(&tui->loop, &tui->turn);
    tui->turn.data = tui;
    uv_prepare_start(&tui->turn, end_turn);
    signals_start(&tui->signals, &tui->loop, take_signal, tui);
}

struct tui *
tui_open(
    const struct options *options, const struct keymap *keymap, struct err *err)
{
    struct screen_opts opts = {
        (enum options_when)options->color, options->mouse};
    struct tui *tui = mem_alloc_zero(1, sizeof *tui);
    int failure = uv_loop_init(&tui->loop);
    if (failure != 0) {
        err_set(err, ERR_IO, "the event loop: %s", uv_strerror(failure));
        free(tui);
        return NULL;
    }
    if (!screen_open(&opts, err)) {
        uv_loop_close(&tui->loop);
        free(tui);
        return NULL;
    }

    /* What a child or the terminal no longer reads is told by the write. */
    signal(SIGPIPE, SIG_IGN);
    tui->keymap = keymap;
    tui->options = options;
    tui->has_mouse = options->mouse;
    tui->job_opts = job_options(options, &tui->type);
    start_handles(tui);
    tui->memory = memory_open(&tui->loop, show_notice, tui);
    memory_limit(tui->memory, (int64_t)options->library_max_size);
    tui->job_opts.address = memory_address;
    tui->job_opts.address_user = tui->memory;
    measure(tui);
    return tui;
}

int
tui_run(struct tui *tui)
{
    if (!tui->is_stopped && stack_top(&tui->stack))
        uv_run(&tui->loop, UV_RUN_DEFAULT);
    return tui->status;
}

void
tui_close(struct tui *tui)
{
    if (!tui)
        return;
    screen_close();
    stack_done(&tui->stack);
    memory_close(tui->memory);
    uv_close((uv_handle_t *)&tui->input, NULL);
    uv_close((uv_handle_t *)&tui->turn, NULL);
    signals_close(&tui->signals);
    browser_leave(&tui->loop);
    uv_run(&tui->loop, UV_RUN_DEFAULT);
    uv_loop_close(&tui->loop);
    canvas_done(&tui->canvas);
    notice_clear(&tui->notice);
    buf_done(&tui->type);
    places_done(&tui->places);
    free(tui);
}
