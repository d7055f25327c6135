/* SPDX-License-Identifier: ISC */
/*
 * primer - what an empty library says of itself
 */
#ifndef UI_PRIMER_H
#define UI_PRIMER_H

#include "layout/theme.h"
#include "ui/canvas.h"

/*
 * Says below the first rows of body what there could be, as far as there is room.
 */
void primer_draw(
    const struct theme *theme, struct canvas *c, struct rect body, int rows);

#endif
