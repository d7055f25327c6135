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
 * Appends where the link in focus leads, as it is to be shown. Returns false when
 * there is none in sight, or when it stays in the article or goes to the one
 * before or behind, whose titles it has.
 */
bool focus_add_address(const struct reading *r, struct buf *out);

/*
 * Moves the focus so many links or folds down, or up if steps is below 0, as
 * far as there are any, and scrolls there; with the contents beside the text,
 * those take their turn when the place is not in sight.
 */
view_reaction focus_move(struct reading *r, int steps);

/*
 * Follows the focus; without one, opens or closes the first fold in sight.
 */
view_reaction focus_enter(struct reading *r);

#endif
