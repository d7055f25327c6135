/* SPDX-License-Identifier: ISC */
/*
 * list - rows to choose from
 *
 * Movement is counted in places, which are rows until the filter leaves some
 * out. Two rows are remembered: where the selection is, and where the person
 * has put it last (wanted). A filter may hide that one; as soon as it shows it
 * again the selection goes back there, so that looking around costs no place.
 */
#include "ui/list.h"

enum {
    AROUND = 2,       /* rows kept in view beside the selection */
    WHEEL = 3,        /* lines of one step of the wheel */
    LEAST_FILTER = 10 /* cells, before the number of rows has to go */
};

void
list_init(struct list *l, const struct theme *theme, const struct list_ops *ops,
    void *user, uint32_t n_rows)
{
    *l = (struct list){.theme = theme, .ops = ops, .user = user, .lines = 1};
    filter_reset(&l->filter, n_rows);
}

void
list_done(struct list *l)
{
    filter_done(&l->filter);
    entry_done(&l->entry);
    *l = (struct list){0};
}

/* Moving. */

/* Returns how many rows are on the screen, at least 1. */
static uint32_t
page(const struct list *l)
{
    int n = l->lines > 0 ? l->area.rows / l->lines : 1;

    return n > 1 ? (uint32_t)n : 1;
}

/* Returns the furthest place that the list can be scrolled to. */
static uint32_t
last_top(const struct list *l)
{
    return l->filter.n_shown > page(l) ? l->filter.n_shown - page(l) : 0;
}

/* Scrolls as little as brings the selection into view, around rows from the
 * edges. */
static void
scroll_to_here(struct list *l, uint32_t around)
{
    uint32_t most = (page(l) - 1) / 2;

    if (around > most)
        around = most;
    if (l->here < l->top + around)
        l->top = l->here > around ? l->here - around : 0;
    if (l->here + around >= l->top + page(l))
        l->top = l->here + around + 1 - page(l);
    if (l->top > last_top(l))
        l->top = last_top(l);
}

static bool
is_still(const struct list *l, uint32_t place)
{
    return l->ops->is_still &&
           l->ops->is_still(l->user, filter_row(&l->filter, place));
}

/* Returns the place nearest to place whose row can be selected: of those in the
 * direction of step, or else in the other one. */
static uint32_t
settle(const struct list *l, uint32_t place, int step)
{
    const uint32_t n = l->filter.n_shown;

    for (uint32_t p = place; p < n; p += (uint32_t)step)
        if (!is_still(l, p))
            return p;
    for (uint32_t p = place; p < n; p -= (uint32_t)step)
        if (!is_still(l, p))
            return p;
    return place;
}

/* Selects the row that the person chose, or the first when it is hidden. */
static void
stay_at_wanted(struct list *l)
{
    l->here = settle(l, filter_place(&l->filter, l->wanted), 1);
    scroll_to_here(l, AROUND);
}

/* Makes what is shown true to what is typed. */
static void
apply_entry(struct list *l)
{
    filter_apply(&l->filter, entry_text(&l->entry), l->ops->add_text, l->user);
    stay_at_wanted(l);
}

void
list_reset(struct list *l, uint32_t n_rows, uint32_t row)
{
    filter_reset(&l->filter, n_rows);
    l->wanted = row;
    apply_entry(l);
}

void
list_select(struct list *l, uint32_t row)
{
    l->wanted = row;
    stay_at_wanted(l);
}

uint32_t
list_row(const struct list *l)
{
    if (!l->ops->enter || l->here >= l->filter.n_shown || is_still(l, l->here))
        return LIST_NONE;
    return filter_row(&l->filter, l->here);
}

/* Returns place, or what comes nearest to it among n places. */
static uint32_t
clamp(int64_t place, uint32_t n)
{
    if (place < 0 || n == 0)
        return 0;
    return place < n ? (uint32_t)place : n - 1;
}

/* Selects the row at place, or scrolls there when nothing is selected. */
static void
go_to(struct list *l, int64_t place)
{
    if (!l->ops->enter) {
        l->top = clamp(place, last_top(l) + 1);
        return;
    }
    const int step = place < l->here ? -1 : 1;
    l->here = settle(l, clamp(place, l->filter.n_shown), step);
    l->wanted =
        l->filter.n_shown > 0 ? filter_row(&l->filter, l->here) : l->wanted;
    scroll_to_here(l, AROUND);
}

static void
go_by(struct list *l, int64_t step)
{
    go_to(l, (l->ops->enter ? l->here : l->top) + step);
}

/* Goes n rows on and scrolls by as many, so that a page follows a page. */
static void
turn(struct list *l, int64_t step)
{
    if (l->ops->enter)
        l->top = clamp(l->top + step, last_top(l) + 1);
    go_by(l, step);
}

/* Chooses the selected row. It is then one that the person has put the
 * selection on, even if the filter did. */
static view_reaction
enter(struct list *l)
{
    uint32_t row = list_row(l);

    if (!l->ops->enter)
        return VIEW_IGNORED;
    if (row == LIST_NONE)
        return VIEW_NOTHING;
    l->wanted = row;
    return l->ops->enter(l->user, row);
}

bool
list_is_filtered(const struct list *l)
{
    return l->is_typing || l->entry.text.len > 0;
}

view_reaction
list_clear(struct list *l)
{
    if (!list_is_filtered(l))
        return VIEW_IGNORED;
    l->is_typing = false;
    entry_done(&l->entry);
    apply_entry(l);
    return VIEW_DRAW;
}

/* Does an action that moves; tells whether it was one. */
static bool
move(struct list *l, enum action action, unsigned count)
{
    int64_t n = count > 0 ? count : 1;
    int64_t last = (int64_t)l->filter.n_shown - 1;

    switch (action) {
    case ACTION_LINE_DOWN:
        go_by(l, n);
        return true;
    case ACTION_LINE_UP:
        go_by(l, -n);
        return true;
    case ACTION_PAGE_DOWN:
        turn(l, n * page(l));
        return true;
    case ACTION_PAGE_UP:
        turn(l, -n * page(l));
        return true;
    case ACTION_HALF_DOWN:
        turn(l, n * ((page(l) + 1) / 2));
        return true;
    case ACTION_HALF_UP:
        turn(l, -n * ((page(l) + 1) / 2));
        return true;
    case ACTION_TOP:
        go_to(l, n - 1);
        return true;
    case ACTION_BOTTOM:
        go_to(l, count > 0 ? n - 1 : last);
        return true;
    case ACTION_PERCENT:
        go_to(l, last * (count < 100 ? count : 100) / 100);
        return true;
    default:
        return false;
    }
}

view_reaction
list_act(struct list *l, enum action action, unsigned count)
{
    if (move(l, action, count))
        return VIEW_DRAW;
    switch (action) {
    case ACTION_ENTER:
        return enter(l);
    case ACTION_FIND:
        if (!l->ops->add_text)
            return VIEW_IGNORED;
        l->is_typing = true;
        return VIEW_DRAW;
    case ACTION_CLOSE:
        return list_clear(l);
    default:
        return VIEW_IGNORED;
    }
}

view_reaction
list_key(struct list *l, keymap_key key)
{
    if (!l->is_typing)
        return VIEW_IGNORED;
    if (key == KEYMAP_ESCAPE ||
        (key == KEYMAP_BACKSPACE && l->entry.text.len == 0))
        return list_clear(l);
    if (key == KEYMAP_ENTER) {
        l->is_typing = false;
        return VIEW_DRAW | (l->ops->enter ? enter(l) : VIEW_NOTHING);
    }
    /* What the entry has no use for, such as the arrows up and down, still
     * moves the selection. */
    switch (entry_key(&l->entry, key)) {
    case ENTRY_IGNORED:
        return VIEW_IGNORED;
    case ENTRY_MOVED:
        return VIEW_DRAW;
    case ENTRY_CHANGED:
        break;
    }
    apply_entry(l);
    return VIEW_DRAW;
}

view_reaction
list_paste(struct list *l, struct str text)
{
    if (!l->is_typing)
        return VIEW_IGNORED;
    entry_paste(&l->entry, text);
    apply_entry(l);
    return VIEW_DRAW;
}

/* The mouse. */

/* Scrolls by a step of the wheel. The selection is taken along at the edge, for
 * it must stay in sight. */
static view_reaction
wheel(struct list *l, int step)
{
    int64_t rows = WHEEL / l->lines > 1 ? WHEEL / l->lines : 1;

    l->top = clamp(l->top + step * rows, last_top(l) + 1);
    if (!l->ops->enter || l->filter.n_shown == 0)
        return VIEW_DRAW;
    if (l->here < l->top)
        l->here = l->top;
    else if (l->here >= l->top + page(l))
        l->here = l->top + page(l) - 1;
    l->here = settle(l, l->here, -step);
    l->wanted = filter_row(&l->filter, l->here);
    return VIEW_DRAW;
}

view_reaction
list_mouse(struct list *l, const struct view_mouse *mouse)
{
    int line = mouse->row - l->area.row;
    int col = mouse->col - l->area.col;

    if (line < 0 || line >= l->area.rows || col < 0 || col >= l->area.cols)
        return VIEW_IGNORED;
    if (mouse->kind != VIEW_MOUSE_PRESS)
        return wheel(l, mouse->kind == VIEW_MOUSE_WHEEL_DOWN ? 1 : -1);

    uint32_t place = l->top + (uint32_t)(line / l->lines);
    if (!l->ops->enter || place >= l->filter.n_shown || is_still(l, place))
        return VIEW_NOTHING;
    bool is_chosen = l->is_quick || (place == l->here && !l->is_faded);
    l->here = place;
    l->wanted = filter_row(&l->filter, place);
    return is_chosen ? VIEW_DRAW | enter(l) : VIEW_DRAW;
}

/* Drawing. */

struct attrs
list_attrs(const struct list *l, enum theme_key key, bool is_here)
{
    struct attrs attrs = l->theme->keys[key];
    struct attrs here = l->theme->keys[THEME_FOCUS];

    if (!is_here)
        return attrs;
    here.bits |= attrs.bits & THEME_BOLD;
    return here;
}

/* Draws the filter, and at the right how many rows it lets through: where rows
 * can be chosen; of others only the owner knows what a person would count. */
static void
draw_filter(const struct list *l, struct canvas *c, struct rect line)
{
    struct attrs attrs = l->theme->keys[THEME_TEXT];
    struct buf count = {0};

    canvas_fill(c, line, attrs);
    if (l->ops->enter)
        buf_add_format(&count, "%u of %u", l->filter.n_shown, l->filter.n_rows);
    if ((int)count.len + LEAST_FILTER < line.cols) {
        int col = line.col + line.cols - (int)count.len;
        canvas_put(c, line, col, line.row, buf_str(&count),
            l->theme->keys[THEME_BYLINE]);
        line.cols -= (int)count.len + 1;
    }
    buf_done(&count);

    if (l->is_typing) {
        entry_draw(&l->entry, STR("/"), c, line, attrs);
        return;
    }
    canvas_put(c, line, line.col, line.row, STR("/"), attrs);
    canvas_put_short(c, line,
        (struct rect){line.col + 1, line.row, line.cols - 1, 1},
        entry_text(&l->entry), attrs);
}

/* Draws the row at place, cut at the lower edge of the list. */
static void
draw_row(struct list *l, struct canvas *c, uint32_t place)
{
    int line = (int)(place - l->top) * l->lines;
    bool is_here = l->ops->enter && place == l->here && !l->is_faded;
    struct rect area = {
        l->area.col, l->area.row + line, l->area.cols, l->lines - l->gap};

    if (area.rows > l->area.rows - line)
        area.rows = l->area.rows - line;
    if (is_here)
        canvas_fill(c, area, l->theme->keys[THEME_FOCUS]);
    l->ops->draw(l->user, filter_row(&l->filter, place), c, area, is_here);
}

void
list_draw(struct list *l, struct canvas *c, struct rect area)
{
    int rows_before = l->area.rows;

    l->area = area;
    if (list_is_filtered(l) && area.rows > 0) {
        l->area.rows--;
        draw_filter(l, c,
            (struct rect){area.col, area.row + l->area.rows, area.cols, 1});
    }
    if (l->ops->enter)
        scroll_to_here(l, l->area.rows == rows_before ? 0 : AROUND);
    else if (l->top > last_top(l))
        l->top = last_top(l);
    for (uint32_t place = l->top;
         place < l->filter.n_shown &&
         (int)(place - l->top) * l->lines < l->area.rows;
         place++)
        draw_row(l, c, place);
    if (l->filter.n_shown == 0 && l->filter.n_rows > 0)
        canvas_put_short(c, l->area,
            (struct rect){l->area.col, l->area.row, l->area.cols, 1},
            STR("Nothing here has all these words."),
            l->theme->keys[THEME_NOTICE]);
}

void
list_add_place(const struct list *l, struct buf *out)
{
    uint32_t n = l->filter.n_shown, seen = l->top + page(l);

    if (n > 0 && l->ops->enter)
        buf_add_format(out, "%u of %u", l->here + 1, n);
    else if (n > 0)
        buf_add_format(out, "%u%%", seen < n ? seen * 100 / n : 100);
}

/* Views that are a list. */

view_reaction
list_view_key(struct view *v, keymap_key key)
{
    return list_key(&((struct list_view *)v)->list, key);
}

view_reaction
list_view_paste(struct view *v, struct str text)
{
    return list_paste(&((struct list_view *)v)->list, text);
}

view_reaction
list_view_mouse(struct view *v, const struct view_mouse *mouse)
{
    return list_mouse(&((struct list_view *)v)->list, mouse);
}
