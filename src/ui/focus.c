/* SPDX-License-Identifier: ISC */
/*
 * focus - the link or fold that Enter is for
 *
 * The focus stays where it is when the text is scrolled away under it, but Tab
 * then begins with what is seen.
 */
#include "focus.h"

#include "model/plate.h"
#include "panel.h"
#include "travel.h"

struct spot
focus_in_sight(const struct reading *r)
{
    struct spot spot = r->focus;
    if (spots_find(&r->pane, &spot) && pane_is_seen(&r->pane, spot.line))
        return spot;
    return (struct spot){0};
}

bool
focus_add_address(const struct reading *r, struct buf *out)
{
    const struct spot spot = focus_in_sight(r);
    const struct article *a = r->pane.article;

    if (spot.kind != SPOT_LINK || spot.link >= a->n_links ||
        str_starts(article_link(a, spot.link), STR("#")))
        return false;
    plate_add_within(
        out, article_link(a, spot.link), (size_t)r->area.cols * 2 / 3);
    return true;
}

view_reaction
focus_move(struct reading *r, int steps)
{
    struct spot spot = spots_next(&r->pane, &r->focus, steps);
    bool is_seen = spot.kind != SPOT_NONE && pane_is_seen(&r->pane, spot.line);

    if (!is_seen && panel_enter(r)) {
        r->focus = (struct spot){0};
        return VIEW_DRAW;
    }
    if (spot.kind == SPOT_NONE) {
        tui_notice(r->tui, steps > 0 ? "no more links or folds below"
                                     : "no more links or folds above");
        return VIEW_DRAW;
    }
    r->focus = spot;
    if (!is_seen) {
        uint32_t above = (uint32_t)r->pane.rows / 3;
        pane_go(&r->pane, spot.line > above ? spot.line - above : 0);
    }
    return VIEW_DRAW;
}

view_reaction
focus_enter(struct reading *r)
{
    const struct pane *p = &r->pane;
    struct spot spot = focus_in_sight(r);
    struct spots seen = {0};

    if (spot.kind == SPOT_NONE) {
        spots_add(&seen, p, p->top, p->top + (uint32_t)p->rows);
        for (uint32_t i = 0; i < seen.n_items; i++) {
            if (seen.items[i].kind != SPOT_FOLD)
                continue;
            spot = seen.items[i];
            break;
        }
        spots_done(&seen);
    }
    if (spot.kind == SPOT_NONE)
        tui_notice(r->tui, "nothing to open here; Tab goes to the next link");
    else
        travel_spot(r, &spot);
    return VIEW_DRAW;
}
