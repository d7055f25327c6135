/* SPDX-License-Identifier: ISC */
/*
 * hints - a letter over every link and fold on the screen
 */
#ifndef UI_HINTS_H
#define UI_HINTS_H

#include "reading.h"
#include "ui/paint.h"

/*
 * Shows the hints, or tells that there is nothing to be hinted at.
 */
void hints_open(struct reading *r);

/*
 * Takes the next letter of a hint: follows what has it, or ends the mode.
 */
view_reaction hints_key(struct reading *r, keymap_key key);

/*
 * Draws the hints that what was typed leaves.
 */
void hints_draw(
    const struct reading *r, const struct paint *paint, struct canvas *c);

/*
 * Ends the mode.
 */
void hints_close(struct reading *r);

#endif
