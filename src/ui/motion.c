/* SPDX-License-Identifier: ISC */
/*
 * motion - moving about in the article that is read
 *
 * Moves that go far can be taken back with ''; only jumps to something with a
 * name leave a stop on the trail.
 */
#include "motion.h"

enum {
    SHIFT_COLS = 8
};

static view_reaction
draw_if(bool is_changed)
{
    return is_changed ? VIEW_DRAW : VIEW_NOTHING;
}

/* Scrolls by n of what is counted; n pages if none was typed is 1. */
static view_reaction
scroll(struct reading *r, long lines, unsigned count)
{
    long n = count > 0 ? (long)count : 1;
    return draw_if(pane_scroll(&r->pane, n * lines));
}

/* Goes to line count, from 1, or without one to the line given. */
static view_reaction
go_to_line(struct reading *r, unsigned count, uint32_t line)
{
    reading_leave_last(r, r->pane.place);
    pane_go(&r->pane, count > 0 ? count - 1 : line);
    return VIEW_DRAW;
}

static view_reaction
go_to_percent(struct reading *r, unsigned count)
{
    uint64_t percent = count < 100 ? count : 100;
    uint32_t n = r->pane.layout->n_lines, rows = (uint32_t)r->pane.rows;
    uint64_t limit = n > rows ? n - rows : 0;
    reading_leave_last(r, r->pane.place);
    pane_go(&r->pane, (uint32_t)((limit * percent + 99) / 100));
    return VIEW_DRAW;
}

static view_reaction
go_to_heading(struct reading *r, int step, unsigned count)
{
    for (unsigned i = 0; i < (count ? count : 1); i++) {
        section_ix s = pane_next_heading(&r->pane, step);
        if (s == SECTION_NONE && i == 0) {
            tui_notice(
                r->tui, step > 0 ? "no heading below" : "no heading above");
            if (step < 0)
                pane_go(&r->pane, 0);
        }
        if (s == SECTION_NONE)
            break;
        pane_jump(&r->pane, pane_section_at(&r->pane, s));
    }
    return VIEW_DRAW;
}

view_reaction
motion_act(struct reading *r, enum action action, unsigned count)
{
    struct pane *p = &r->pane;
    long half = p->rows > 1 ? p->rows / 2 : 1;
    int shift = SHIFT_COLS * (count ? (int)(count % 1000) : 1);

    switch (action) {
    case ACTION_LINE_DOWN:
        return scroll(r, 1, count);
    case ACTION_LINE_UP:
        return scroll(r, -1, count);
    case ACTION_PAGE_DOWN:
        return scroll(r, pane_page(p), count);
    case ACTION_PAGE_UP:
        return scroll(r, -pane_page(p), count);
    case ACTION_HALF_DOWN:
        return scroll(r, half, count);
    case ACTION_HALF_UP:
        return scroll(r, -half, count);
    case ACTION_TOP:
        return go_to_line(r, count, 0);
    case ACTION_BOTTOM:
        return go_to_line(r, count, UINT32_MAX);
    case ACTION_PERCENT:
        return go_to_percent(r, count);
    case ACTION_NEXT_HEADING:
        return go_to_heading(r, 1, count);
    case ACTION_PREV_HEADING:
        return go_to_heading(r, -1, count);
    case ACTION_LEFT:
        return draw_if(pane_shift(p, -shift));
    case ACTION_RIGHT:
        return draw_if(pane_shift(p, shift));
    default:
        return VIEW_IGNORED;
    }
}
