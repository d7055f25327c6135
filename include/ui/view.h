/* SPDX-License-Identifier: ISC */
/*
 * view - one layer of the screen
 *
 * Views stand on a stack (ui/tui). The top one gets keys, actions and mouse;
 * views that do not fill the screen are drawn over the ones below. A handler
 * changes the view's state and returns what has to happen next; it never draws,
 * never waits and never runs a loop of its own.
 *
 * A key goes to the top view's key first, then through the keymap to its act.
 * What act leaves alone (VIEW_IGNORED) the tui does itself: it closes, quits,
 * redraws, suspends, shows the help and turns the mouse on and off.
 *
 * A view is a struct that begins with a struct view:
 *
 *      struct help {
 *          struct view view;
 *          int top;
 *      };
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "app/action.h"
#include "app/keymap.h"
#include "ui/canvas.h"

#include <stdbool.h>

struct view;

/* What has to happen after a handler: a set of these. */
enum {
    VIEW_NOTHING = 0,      /* handled, and nothing changed */
    VIEW_DRAW = 1 << 0,    /* draw the screen at the end of this turn */
    VIEW_CLOSE = 1 << 1,   /* take this view off the stack and free it */
    VIEW_QUIT = 1 << 2,    /* end the program */
    VIEW_IGNORED = 1 << 3, /* not for this view */
};

typedef unsigned view_reaction;

enum view_mouse_kind {
    VIEW_MOUSE_PRESS,
    VIEW_MOUSE_WHEEL_UP,
    VIEW_MOUSE_WHEEL_DOWN,
};

struct view_mouse {
    enum view_mouse_kind kind;
    int col, row; /* cells of the screen */
};

struct view_ops {
    const char *name;
    bool is_overlay; /* does not fill the screen: draw what is below first */
    bool is_line;    /* an overlay whose area is the status bar: a prompt */

    /* Actions whose hints the status bar shows where there is room, ended with
     * ACTION_NONE; or NULL. */
    const enum action *hints;

    /* Is told the area that the view will be drawn in, before anything else
     * and whenever it changes. Or NULL. */
    void (*resize)(struct view *v, struct rect area);

    /* Draws the view into area (the whole screen but the status bar). */
    void (*draw)(struct view *v, struct canvas *c, struct rect area);

    /* Does the action with its count (0: none was typed). */
    view_reaction (*act)(struct view *v, enum action action, unsigned count);

    /* Takes a key before the keymap sees it; VIEW_IGNORED passes it on. NULL
     * for views that have no text entry. */
    view_reaction (*key)(struct view *v, keymap_key key);

    /* Takes pasted text, of any bytes: entry_paste() makes it a clean line.
     * NULL where text is not typed: a paste is no sequence of commands. */
    view_reaction (*paste)(struct view *v, struct str text);

    /* NULL for views that ignore the mouse. */
    view_reaction (*mouse)(struct view *v, const struct view_mouse *mouse);

    /* Appends what the status bar shows at its left and right. Or NULL: what
     * the view below says. */
    void (*status)(struct view *v, struct buf *left, struct buf *right);

    /* Frees the view. */
    void (*free)(struct view *v);
};

struct view {
    const struct view_ops *ops;
    struct tui *tui; /* borrowed; filled by tui_push() */
};

#endif
