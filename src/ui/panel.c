/* SPDX-License-Identifier: ISC */
/*
 * panel - the contents beside the text, or over it
 *
 * Beside the text it has what the text does not need. An article of one section
 * has no panel there, but can be asked for its contents.
 */
#include "panel.h"

enum {
    WIDE_COLS = 100, /* from here on the panel stands beside the text */
    MIN_SECTIONS = 2,
    MIN_COLS = 24, /* of the panel, with the line at its side */
    MAX_COLS = 48,
    OVER_COLS = 50,
};

static bool
is_wide(const struct reading *r)
{
    return r->area.cols >= WIDE_COLS;
}

static void
put_areas(struct reading *r)
{
    int cols = 0;
    r->text = r->area;
    if (r->panel_kind == PANEL_BESIDE) {
        cols = r->area.cols - reading_measure(r) - 4;
        if (cols > MAX_COLS)
            cols = MAX_COLS;
        if (cols < MIN_COLS)
            cols = MIN_COLS;
        r->text.col += cols;
        r->text.cols -= cols;
    } else if (r->panel_kind == PANEL_OVER) {
        cols = r->area.cols < OVER_COLS + 4 ? r->area.cols - 2 : OVER_COLS;
    }
    r->panel = r->area;
    r->panel.cols = cols;
    pane_resize(&r->pane, r->text.cols, r->text.rows, reading_measure(r));
}

static void
show_panel(struct reading *r, enum panel_kind kind)
{
    r->panel_kind = kind;
    if (kind == PANEL_HIDDEN)
        contents_focus(&r->contents, false);
    put_areas(r);
}

static void
give_keys(struct reading *r)
{
    contents_show(&r->contents, pane_section(&r->pane, true));
    contents_focus(&r->contents, true);
}

void
panel_resize(struct reading *r)
{
    bool is_wanted = reading_has_article(r) &&
                     contents_count(&r->contents) >= MIN_SECTIONS &&
                     !tui_places(r->tui)->is_without_panel;
    bool is_shown = r->panel_kind == PANEL_OVER || is_wanted;

    if (is_wide(r) && r->panel_kind != PANEL_BESIDE && is_shown)
        show_panel(r, PANEL_BESIDE);
    else if (!is_wide(r) && r->panel_kind == PANEL_BESIDE)
        show_panel(r, PANEL_HIDDEN);
    else
        put_areas(r);
}

static view_reaction
pick_section(void *user, section_ix s)
{
    struct reading *r = user;
    uint32_t at = pane_section_at(&r->pane, s);
    reading_leave_stop(r, r->pane.place);
    pane_reveal(&r->pane, at);
    if (r->pane.folded[s])
        pane_fold(&r->pane, s, false);
    pane_jump(&r->pane, at);
    contents_focus(&r->contents, false);
    if (r->panel_kind == PANEL_OVER)
        show_panel(r, PANEL_HIDDEN);
    return VIEW_DRAW;
}

void
panel_open_article(struct reading *r)
{
    contents_init(&r->contents, tui_theme(r->tui), r->pane.article,
        r->pane.outline, pick_section, r);
    if (contents_count(&r->contents) < MIN_SECTIONS ||
        r->panel_kind == PANEL_OVER)
        r->panel_kind = PANEL_HIDDEN;
    panel_resize(r);
}

void
panel_close_article(struct reading *r)
{
    contents_done(&r->contents);
}

view_reaction
panel_toggle(struct reading *r)
{
    struct places *places = tui_places(r->tui);
    if (r->panel_kind != PANEL_HIDDEN && r->contents.has_focus) {
        places->is_without_panel = is_wide(r);
        show_panel(r, PANEL_HIDDEN);
        return VIEW_DRAW;
    }
    if (contents_count(&r->contents) == 0) {
        tui_notice(r->tui, "this article has no headings");
        return VIEW_DRAW;
    }
    if (is_wide(r))
        places->is_without_panel = false;
    show_panel(r, is_wide(r) ? PANEL_BESIDE : PANEL_OVER);
    give_keys(r);
    return VIEW_DRAW;
}

bool
panel_enter(struct reading *r)
{
    if (r->panel_kind != PANEL_BESIDE)
        return false;
    give_keys(r);
    return true;
}

/* Leaves the panel: back to the text, and out of the way if it lies over it. */
static view_reaction
leave(struct reading *r)
{
    contents_focus(&r->contents, false);
    if (r->panel_kind == PANEL_OVER)
        show_panel(r, PANEL_HIDDEN);
    return VIEW_DRAW;
}

view_reaction
panel_act(struct reading *r, enum action action, unsigned count)
{
    if (r->panel_kind == PANEL_HIDDEN || !r->contents.has_focus)
        return VIEW_IGNORED;
    view_reaction done = contents_act(&r->contents, action, count);
    if (!(done & VIEW_IGNORED))
        return done;
    if (action == ACTION_CLOSE || action == ACTION_NEXT_LINK ||
        action == ACTION_PREV_LINK)
        return leave(r);
    return VIEW_IGNORED;
}

view_reaction
panel_key(struct reading *r, keymap_key key)
{
    if (r->panel_kind == PANEL_HIDDEN || !r->contents.has_focus)
        return VIEW_IGNORED;
    return contents_key(&r->contents, key);
}

static bool
is_in(struct rect area, const struct view_mouse *mouse)
{
    return mouse->col >= area.col && mouse->col < area.col + area.cols &&
           mouse->row >= area.row && mouse->row < area.row + area.rows;
}

view_reaction
panel_mouse(struct reading *r, const struct view_mouse *mouse)
{
    if (r->panel_kind == PANEL_HIDDEN)
        return VIEW_IGNORED;
    if (is_in(r->panel, mouse)) {
        view_reaction done = contents_mouse(&r->contents, mouse);
        return done & VIEW_IGNORED ? VIEW_NOTHING : done;
    }
    if (r->panel_kind == PANEL_OVER && mouse->kind == VIEW_MOUSE_PRESS)
        return leave(r);
    return VIEW_IGNORED;
}

void
panel_draw(struct reading *r, struct canvas *c)
{
    if (r->panel_kind == PANEL_HIDDEN || !reading_has_article(r))
        return;
    struct rect inside = r->panel;
    struct attrs border = tui_theme(r->tui)->keys[THEME_BORDER];
    inside.cols--;
    contents_show(&r->contents, pane_section(&r->pane, true));
    contents_draw(&r->contents, c, inside);
    for (int row = 0; row < r->panel.rows; row++)
        canvas_put(c, r->panel, inside.col + inside.cols, r->panel.row + row,
            STR("│"), border);
}

view_reaction
panel_paste(struct reading *r, struct str text)
{
    if (r->panel_kind == PANEL_HIDDEN || !r->contents.has_focus)
        return VIEW_IGNORED;
    return contents_paste(&r->contents, text);
}
