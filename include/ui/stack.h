/* SPDX-License-Identifier: ISC */
/*
 * stack - the views, one over another
 *
 * The top one is the last. A view that is taken off is freed later, when no
 * handler of its can be running any more.
 */
#ifndef UI_STACK_H
#define UI_STACK_H

#include "ui/bar.h"
#include "ui/view.h"

enum {
    STACK_MIN_COLS = 20,
    STACK_MIN_ROWS = 5
};

struct stack {
    struct view **views; /* owned, with what they point to */
    struct view **dead;  /* likewise, waiting for stack_bury() */
    uint32_t n_views, cap_views;
    uint32_t n_dead, cap_dead;
    int cols, rows; /* of the screen */
};

/*
 * Frees all views, the top one first, and leaves the stack empty.
 */
void stack_done(struct stack *s);

/*
 * Puts the view on top and tells it its area.
 */
void stack_push(struct stack *s, struct view *view);

/*
 * Takes the view off, wherever it is; false when it is not there.
 */
bool stack_remove(struct stack *s, struct view *view);

/*
 * Frees the views that were taken off.
 */
void stack_bury(struct stack *s);

/*
 * Returns the top view, NULL when there is none.
 */
struct view *stack_top(const struct stack *s);

/*
 * Tells whether the screen is too small for any view.
 */
bool stack_is_too_small(const struct stack *s);

/*
 * Notes the size of the screen and tells all views. No area is smaller than
 * the smallest that views are made for.
 */
void stack_resize(struct stack *s, int cols, int rows);

/*
 * Draws the views that are seen and the status bar, to which what the views say
 * is added; or, when the screen is too small, that it is.
 */
void stack_draw(const struct stack *s, struct bar *bar, struct canvas *c);

#endif
