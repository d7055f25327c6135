/* SPDX-License-Identifier: ISC */
/*
 * paint - draws a pane on a canvas
 *
 * Lines and runs with the looks of the theme; over them hits of a search, the
 * spot that has the focus, the letters of hints, and marks where code goes on
 * beyond the edge.
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "layout/theme.h"
#include "ui/canvas.h"
#include "ui/find.h"
#include "ui/pane.h"
#include "ui/spots.h"

/* How a block is marked at its side. */
enum paint_change {
    PAINT_SAME,
    PAINT_NEW,
    PAINT_CUT_ABOVE, /* something before it is gone */
    PAINT_CUT_BELOW  /* likewise behind it */
};

struct paint {
    const struct theme *theme;
    const struct find_hits *hits; /* NULL: none */
    uint32_t hit;                 /* index of the one that is here */
    struct spot focus;
    const uint8_t *changed; /* by block: enum paint_change; NULL: no marks */
};

/*
 * Draws the lines of the pane that are seen into area, which is as large as the
 * pane.
 */
void paint_pane(const struct paint *paint, const struct pane *p,
    struct canvas *c, struct rect area);

/*
 * Draws label over the beginning of the spot, if it is seen.
 */
void paint_label(const struct paint *paint, const struct pane *p,
    const struct spot *spot, struct str label, struct canvas *c,
    struct rect area);

#endif
