/* SPDX-License-Identifier: ISC */
/*
 * bar - the status bar
 *
 *       Keeping track               h help  q quit   5z  42% · 3 min left
 *
 * At the left where the reader is, or a notice; at the right how far; before
 * that the keys typed so far and, where there is room, what else can be typed.
 */
#ifndef UI_BAR_H
#define UI_BAR_H

#include "app/keymap.h"
#include "layout/theme.h"
#include "ui/canvas.h"

struct bar {
    const struct theme *theme;
    const struct keymap *keymap;
    struct str left, right;
    struct str notice; /* stands for left when it is not empty */
    struct str typed;
    const enum action *hints; /* ended with ACTION_NONE, or NULL */
    bool is_error;            /* the notice is why something failed */
};

/*
 * Returns how many rows of that many columns the bar takes: one, or as many as
 * all of the notice needs, but not over max.
 */
int bar_rows(const struct bar *b, int cols, int max);

/*
 * Draws the bar into area, which has as many rows. The left gives way to the
 * right as far as half of the row.
 */
void bar_draw(const struct bar *b, struct canvas *c, struct rect area);

#endif
