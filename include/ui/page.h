/* SPDX-License-Identifier: ISC */
/*
 * page - the frame of a view that fills the screen
 *
 * A title with a note behind it, and the rest of the screen for what the view
 * shows, in the middle where the screen is wide.
 */
#ifndef UI_PAGE_H
#define UI_PAGE_H

#include "base/str.h"
#include "layout/theme.h"
#include "ui/canvas.h"

struct page {
    const struct theme *theme;
    struct str title;
    struct str note; /* may be empty */
    int max_cols;    /* of what the view shows */
};

/*
 * Blanks area, draws the head of the page and returns what is left for the
 * view; its rows may be 0.
 */
struct rect page_draw(
    const struct page *page, struct canvas *c, struct rect area);

/*
 * Cuts as many words off *rest as fit into cols cells and returns them, without
 * blanks around them. A word that is too long is cut where it must be. At the
 * end of *rest the result is empty.
 */
struct str page_cut_line(struct str *rest, int cols);

#endif
