/* SPDX-License-Identifier: ISC */
/*
 * spots - what can be gone to with Tab: links and folds
 *
 * A link that goes on in the next line is one spot. Folds are questions,
 * details and whatever is folded; headings are not, there would be no end of
 * them.
 *
 * A spot is known by what it is and where its text stands, so that it is the
 * same one in another layout.
 */
#ifndef UI_SPOTS_H
#define UI_SPOTS_H

#include "ui/pane.h"

#include <stdbool.h>
#include <stdint.h>

enum spot_kind {
    SPOT_NONE,
    SPOT_LINK,
    SPOT_FOLD,
};

struct spot {
    enum spot_kind kind;
    link_ix link;       /* SPOT_LINK: may be LAYOUT_LINK_PREV or _NEXT */
    section_ix section; /* SPOT_FOLD */
    uint32_t at, end;   /* its text in the article; 0, 0 if in the layout */
    uint32_t line;      /* where it begins */
    uint32_t col;
};

struct spots {
    struct spot *items; /* owned */
    uint32_t n_items, cap_items;
};

/*
 * Appends the spots of the lines first to end, in reading order.
 */
void spots_add(
    struct spots *s, const struct pane *p, uint32_t first, uint32_t end);

/*
 * Frees the spots and leaves none.
 */
void spots_done(struct spots *s);

/*
 * Tells whether both are the same spot.
 */
bool spots_eq(const struct spot *a, const struct spot *b);

/*
 * Tells whether the run is part of the spot.
 */
bool spots_has_run(const struct spot *spot, const struct run *run);

/*
 * Finds the spot so many steps after from, or before it if steps is below 0, or
 * the last one there is in that direction. Where from is none, or is not seen,
 * the first step is to the first or last one seen, or else to the next one below
 * or above. kind is SPOT_NONE in what is returned when there is none.
 */
struct spot spots_next(
    const struct pane *p, const struct spot *from, int steps);

/*
 * Finds the spot that is seen at a column and line of the layout.
 */
struct spot spots_under(const struct pane *p, uint32_t line, int col);

/*
 * Finds where the spot is in the pane's layout; false when it is hidden.
 */
bool spots_find(const struct pane *p, struct spot *spot);

#endif
