/* SPDX-License-Identifier: ISC */
/*
 * reader - the view that shows an article
 *
 * What each action means here, and what the status bar says. Everything with a
 * life of its own is in a file of its own: reading.h says which.
 */
#include "ui/reader.h"
#include "waiting.h"

#include "app/options.h"
#include "base/mem.h"
#include "edition.h"
#include "focus.h"
#include "hints.h"
#include "model/wording.h"
#include "motion.h"
#include "neighbors.h"
#include "opening.h"
#include "panel.h"
#include "reading.h"
#include "recall.h"
#include "renewal.h"
#include "search.h"
#include "travel.h"
#include "ui/links.h"
#include "ui/page.h"
#include "ui/paint.h"

#include <stdlib.h>

enum {
    WHEEL_LINES = 3,
    NARROW_COLS = 60, /* below, hits go before minutes */
    MEASURE_STEP = 4,
    MAX_STEPS = 100, /* more than any terminal is wide */
    MIN_MEASURE = 20,
};

static struct reading *
of(struct view *v)
{
    return (struct reading *)v;
}

static view_reaction
act_fold(struct reading *r, enum action action)
{
    struct spot focus;
    switch (action) {
    case ACTION_CONTENTS:
        return panel_toggle(r);
    case ACTION_ENTER:
        return focus_enter(r);
    case ACTION_CHANGES:
        edition_toggle_marks(r);
        return VIEW_DRAW;
    case ACTION_FOLD:
        focus = focus_in_sight(r);
        travel_fold(r, focus.kind == SPOT_FOLD ? focus.section
                                               : pane_section(&r->pane, false));
        return VIEW_DRAW;
    case ACTION_UNFOLD_ALL:
    case ACTION_FOLD_ALL:
        pane_fold_all(&r->pane, action == ACTION_FOLD_ALL);
        return VIEW_DRAW;
    default:
        return VIEW_IGNORED;
    }
}

static view_reaction
act_find(struct reading *r, enum action action, unsigned count)
{
    switch (action) {
    case ACTION_FIND:
        search_open(r, 1);
        return VIEW_DRAW;
    case ACTION_FIND_BACK:
        search_open(r, -1);
        return VIEW_DRAW;
    case ACTION_FIND_NEXT:
        search_next(r, 1, count);
        return VIEW_DRAW;
    case ACTION_FIND_PREV:
        search_next(r, -1, count);
        return VIEW_DRAW;
    default:
        return VIEW_IGNORED;
    }
}

/* How often an action is done that was typed with count. */
static int
steps_of(unsigned count)
{
    return count == 0 ? 1 : count < MAX_STEPS ? (int)count : MAX_STEPS;
}

/* Does what the list of links asks for. */
static view_reaction
act_on_address(void *user, enum action action, struct str address)
{
    struct reading *r = user;
    switch (action) {
    case ACTION_BROWSER:
        travel_browse(r, address);
        return VIEW_DRAW;
    case ACTION_COPY:
        travel_copy(r, address);
        return VIEW_DRAW;
    default:
        travel_follow(r, address);
        return VIEW_CLOSE | VIEW_DRAW;
    }
}

static view_reaction
act_link(struct reading *r, enum action action, unsigned count)
{
    int steps = steps_of(count);
    struct spot focus;
    char *address;

    switch (action) {
    case ACTION_NEXT_LINK:
        return focus_move(r, steps);
    case ACTION_PREV_LINK:
        return focus_move(r, -steps);
    case ACTION_HINTS:
        hints_open(r);
        return VIEW_DRAW;
    case ACTION_LINKS:
        tui_push(r->tui,
            links_new(tui_theme(r->tui), r->pane.article, act_on_address, r));
        return VIEW_DRAW;
    case ACTION_BACK:
    case ACTION_FORWARD:
        if (action == ACTION_BACK && r->host.has_list &&
            !trail_find(&r->trail, -1))
            return VIEW_CLOSE | VIEW_DRAW;
        travel_trail(r, action == ACTION_BACK ? -1 : 1);
        return VIEW_DRAW;
    case ACTION_BROWSER:
    case ACTION_COPY:
        focus = focus_in_sight(r);
        address = travel_whole_address(r, &focus);
        if (action == ACTION_COPY)
            travel_copy(r, str_of(address));
        else
            travel_browse(r, str_of(address));
        free(address);
        return VIEW_DRAW;
    case ACTION_MARK:
    case ACTION_JUMP:
        r->mode = action == ACTION_MARK ? MODE_MARK : MODE_JUMP;
        return VIEW_DRAW;
    default:
        return VIEW_IGNORED;
    }
}

static view_reaction
change_measure(struct reading *r, int step)
{
    int measure = r->pane.text_cols + step;
    if (measure > r->area.cols - 2)
        measure = r->area.cols - 2;
    if (measure < MIN_MEASURE)
        measure = MIN_MEASURE;
    tui_places(r->tui)->measure = measure;
    panel_resize(r);
    tui_notice(r->tui, "lines of %d columns", r->pane.text_cols);
    return VIEW_DRAW;
}

/* What can be done while nothing is shown, too. */
static view_reaction
act_article(struct reading *r, enum action action, unsigned count)
{
    int steps = steps_of(count), step = MEASURE_STEP * steps;

    switch (action) {
    case ACTION_NEXT_ARTICLE:
    case ACTION_PREV_ARTICLE:
        travel_neighbor(r, action == ACTION_NEXT_ARTICLE ? steps : -steps);
        return VIEW_DRAW;
    case ACTION_RELOAD:
        renewal_start(r);
        return VIEW_DRAW;
    case ACTION_WHOLE:
        r->is_full_page = !r->is_full_page;
        opening_retry(r);
        tui_notice(
            r->tui, r->is_full_page ? "the whole page" : "only the article");
        return VIEW_DRAW;
    case ACTION_PLAIN:
        r->is_plain = !r->is_plain;
        opening_retry(r);
        tui_notice(r->tui, r->is_plain ? "the bare text" : "the article");
        return VIEW_DRAW;
    case ACTION_WIDER:
        return change_measure(r, step);
    case ACTION_NARROWER:
        return change_measure(r, -step);
    default:
        return VIEW_IGNORED;
    }
}

static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    struct reading *r = of(v);
    view_reaction done = panel_act(r, action, count);
    if (done & VIEW_IGNORED)
        done = act_article(r, action, count);
    if (!reading_has_article(r))
        return r->failure && action == ACTION_SAVE ? recall_save(r) : done;
    if (action != ACTION_WHOLE && action != ACTION_PLAIN)
        source_done(&r->broken); /* its notice has gone */
    if (done & VIEW_IGNORED)
        done = motion_act(r, action, count);
    if (done & VIEW_IGNORED)
        done = act_fold(r, action);
    if (done & VIEW_IGNORED)
        done = recall_act(r, action);
    if (done & VIEW_IGNORED)
        done = act_find(r, action, count);
    if (done & VIEW_IGNORED)
        done = act_link(r, action, count);
    return done;
}

/* Esc takes back what is in front, one thing at a time. */
static view_reaction
take_back(struct reading *r)
{
    if (opening_give_up(r))
        return VIEW_DRAW;
    if (search_clear(r))
        return VIEW_DRAW;
    if (r->focus.kind != SPOT_NONE) {
        r->focus = (struct spot){0};
        return VIEW_DRAW;
    }
    return VIEW_IGNORED;
}

static view_reaction
take_key(struct view *v, keymap_key key)
{
    struct reading *r = of(v);
    enum reading_mode mode = r->mode;

    if (mode == MODE_HINTS)
        return hints_key(r, key);
    if (mode != MODE_NORMAL) {
        r->mode = MODE_NORMAL;
        if (key == KEYMAP_ESCAPE)
            return VIEW_DRAW;
        if (mode == MODE_MARK)
            travel_mark(r, key);
        else
            travel_to_mark(r, key);
        return VIEW_DRAW;
    }
    view_reaction done = panel_key(r, key);
    if (!(done & VIEW_IGNORED))
        return done;
    if (key == KEYMAP_ESCAPE && !r->contents.has_focus)
        return take_back(r);
    return VIEW_IGNORED;
}

static view_reaction
take_paste(struct view *v, struct str text)
{
    view_reaction done = panel_paste(of(v), text);
    return done & VIEW_IGNORED ? VIEW_NOTHING : done;
}

static view_reaction
scroll(struct reading *r, long lines)
{
    return pane_scroll(&r->pane, lines) ? VIEW_DRAW : VIEW_NOTHING;
}

static view_reaction
take_mouse(struct view *v, const struct view_mouse *mouse)
{
    struct reading *r = of(v);
    struct pane *p = &r->pane;

    if (!reading_has_article(r))
        return VIEW_NOTHING;
    hints_close(r);
    r->mode = MODE_NORMAL;
    view_reaction done = panel_mouse(r, mouse);
    if (!(done & VIEW_IGNORED))
        return done;
    if (mouse->kind == VIEW_MOUSE_WHEEL_UP)
        return scroll(r, -WHEEL_LINES);
    if (mouse->kind == VIEW_MOUSE_WHEEL_DOWN)
        return scroll(r, WHEEL_LINES);
    if (mouse->row >= r->text.row + r->text.rows)
        return VIEW_NOTHING;

    uint32_t line = p->top + (uint32_t)(mouse->row - r->text.row);
    int col = mouse->col - r->text.col - p->text_col;
    if (line < p->layout->n_lines && p->layout->lines[line].kind == LINE_CODE)
        col += p->shift;
    struct spot spot = spots_under(p, line, col);
    travel_spot(r, &spot);
    return VIEW_DRAW;
}

static void
resize(struct view *v, struct rect area)
{
    struct reading *r = of(v);
    r->area = area;
    hints_close(r);
    panel_resize(r);
}

/* Draws text from *row on, as many rows as it takes, and moves *row behind it. */
static void
draw_words(struct canvas *c, struct rect area, int *row, struct str text,
    struct attrs attrs)
{
    while (text.len > 0) {
        struct str line = page_cut_line(&text, area.cols);
        canvas_put(c, area, area.col, (*row)++, line, attrs);
    }
}

/* What can be done when there is nothing to read. */
static const char *
advice(const struct reading *r)
{
    if (r->source.kind == SOURCE_STDIN)
        return "q leaves";
    if (r->broken.kind != SOURCE_NONE)
        return "v tries the whole page, V the bare text, q leaves";
    if (memory_is_on(tui_memory(r->tui), &r->source, LIBRARY_SAVED))
        return "it is saved for later; r tries again, q leaves";
    return r->source.kind == SOURCE_WEB
               ? "r tries again, a saves the address for later, q leaves"
               : "r tries again, q leaves";
}

/* Says what is going on while there is nothing to read. */
static void
draw_message(const struct reading *r, struct canvas *c, struct rect area)
{
    const struct theme *theme = tui_theme(r->tui);
    struct rect inside = {area.col + 2, area.row, area.cols - 4, area.rows};
    int row = area.row + area.rows / 4;

    canvas_fill(c, area, theme->keys[THEME_TEXT]);
    if (!r->failure)
        return;
    draw_words(c, inside, &row, str_of(source_label(&r->source)),
        theme->keys[THEME_TITLE]);
    draw_words(c, inside, &row, str_of(r->failure), theme->keys[THEME_NOTICE]);
    row++;
    draw_words(c, inside, &row, str_of(advice(r)), theme->keys[THEME_TEXT]);
}

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct reading *r = of(v);
    if (!reading_has_article(r)) {
        draw_message(r, c, area);
        return;
    }
    neighbors_show(r);
    recall_watch(r);
    struct paint paint = {
        .theme = tui_theme(r->tui),
        .hits = r->search.hits.n_items ? &r->search.hits : NULL,
        .hit = r->search.hit,
        .focus = r->focus,
        .changed = r->edition.has_marks ? r->edition.changed : NULL,
    };
    paint_pane(&paint, &r->pane, c, r->text);
    if (r->mode == MODE_HINTS)
        hints_draw(r, &paint, c);
    panel_draw(r, c);
}

static void
add_left(const struct reading *r, struct buf *left)
{
    static const char *const modes[] = {
        [MODE_MARK] = "mark this place with a letter",
        [MODE_JUMP] = "go to the mark of a letter",
        [MODE_HINTS] = "type the letters of a link",
    };
    section_ix s;

    if (r->mode != MODE_NORMAL) {
        buf_add_text(left, modes[r->mode]);
    } else if (r->loading.n_beats > 0) {
        waiting_add_status(r, left);
    } else if (reading_has_article(r) && !focus_add_address(r, left)) {
        s = pane_section(&r->pane, true);
        if (s == SECTION_NONE)
            buf_add_str(left, reading_title(r));
        else
            wording_add_line(
                r->pane.article, r->pane.outline->sections[s].head, left);
    }
}

static void
add_status(struct view *v, struct buf *left, struct buf *right)
{
    struct reading *r = of(v);
    add_left(r, left);
    if (!reading_has_article(r))
        return;
    bool has_count = search_add_count(r, right);
    bool has_room = r->area.cols >= NARROW_COLS || !has_count;
    uint32_t minutes = pane_minutes_left(&r->pane);
    if (has_count)
        buf_add_text(right, " · ");
    if (r->edition.article && has_room)
        buf_add_text(right, "r: new edition · ");
    buf_add_format(right, "%u%%", pane_percent(&r->pane));
    if (minutes > 0 && has_room)
        buf_add_format(right, " · %u min left", minutes);
}

static void
free_reader(struct view *v)
{
    struct reading *r = of(v);
    reading_note_place(r);
    recall_leave(r);
    opening_cancel(r);
    edition_cancel(r);
    neighbors_done(r);
    watch_cancel(r->watch);
    browser_forget(r->browser);
    hints_close(r);
    search_done(r);
    panel_close_article(r);
    pane_done(&r->pane);
    trail_done(&r->trail);
    source_done(&r->last.source);
    source_done(&r->source);
    article_free(r->kept);
    free(r->failure);
    free(r->asked);
    source_done(&r->broken);
    free(r);
}

static const enum action hints[] = {ACTION_HELP, ACTION_CONTENTS, ACTION_FIND,
    ACTION_NEXT_ARTICLE, ACTION_CLOSE, ACTION_NONE};

static const struct view_ops ops = {
    .name = "reader",
    .hints = hints,
    .resize = resize,
    .draw = draw,
    .act = act,
    .key = take_key,
    .paste = take_paste,
    .mouse = take_mouse,
    .status = add_status,
    .free = free_reader,
};

struct view *
reader_new(
    struct tui *tui, struct shelf *shelf, shelf_id id, const struct host *host)
{
    struct reading *r = mem_alloc_zero(1, sizeof *r);
    r->view.ops = &ops;
    r->tui = tui;
    r->shelf = shelf;
    r->host = *host;
    r->id = r->failed = SHELF_NONE;
    r->pane.is_greedy = tui_options(tui)->wrap == OPTIONS_GREEDY;
    opening_start(r, &shelf_item(shelf, id)->source,
        (struct arrival){.kind = ARRIVAL_RESUME});
    return &r->view;
}

void
reader_find(struct view *reader, size_t at, struct str words)
{
    opening_find_wording(of(reader), at, words);
}
