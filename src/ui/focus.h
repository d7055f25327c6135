/* SPDX-License-Identifier: ISC */
/*
 * focus - the link or fold that Enter is for
 */
#ifndef UI_FOCUS_H
#define UI_FOCUS_H

#include "reading.h"

/*
 * Returns the focus if it is seen, else SPOT_NONE: what is not seen gets no
 * keys.
 */
struct spot focus_in_sight(const struct reading *r);

/*
 * Moves the focus to the next link or fold (step 1) or the one before (-1),
 * scrolling there; with the contents beside the text, those take their turn
 * when there is no further one in sight.
 */
view_reaction focus_move(struct reading *r, int step);

/*
 * Follows the focus; without one, opens or closes the first fold in sight.
 */
view_reaction focus_enter(struct reading *r);

#endif
