/* SPDX-License-Identifier: ISC */
/*
 * help - every action and its keys as a view
 *
 *      Moving
 *        j <Down> <C-n>   one line down, or N lines
 *        % ...
 *
 * The text is broken into lines for the width of a column; what an action does
 * and its keys are wrapped side by side. On a wide screen the groups stand in
 * two columns, parted where that makes them least high. While there is a filter
 * it is always one column: a row of the list is then a line, and lines of an
 * action are found by all of its words.
 */
#include "ui/help.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/list.h"
#include "ui/page.h"

#include <stdlib.h>

enum {
    MAX_COLS = 160,
    COLUMN_MAX = 78,
    COLUMN_MIN = 58, /* of each, where there are two */
    INDENT = 2,
    GAP = 2
};

/* A line of a column: a title, or part of what an action's row says. */
struct help_line {
    enum action action; /* ACTION_NONE: a title, or empty */
    struct str keys;    /* or the title */
    struct str text;
};

struct help {
    struct list_view base;
    const struct theme *theme;
    struct buf note;
    struct buf keys[ACTION_COUNT]; /* of each action */
    int key_cols;                  /* the widest of them */
    struct help_line *lines;       /* owned */
    uint32_t n_lines, cap_lines;
    uint32_t split; /* first line of the second column; 0: there is one */
    int cols;       /* of a column, for which the lines were made */
};

/* Making the lines. */

static void
add_line(struct help *h, struct help_line line)
{
    MEM_GROW(h->lines, h->cap_lines, h->n_lines + 1);
    h->lines[h->n_lines++] = line;
}

/* Returns how many cells the keys get in a column. */
static int
keys_cols(const struct help *h)
{
    int most = h->cols * 2 / 5;

    return h->key_cols < most ? h->key_cols : most;
}

/* Adds the lines of one action: its keys beside what it does, each wrapped in
 * its own cells. */
static void
add_action(struct help *h, enum action action)
{
    struct str keys = buf_str(&h->keys[action]);
    struct str text = str_of(action_row(action)->help);
    int key_cols = keys_cols(h);
    int text_cols = h->cols - INDENT - key_cols - GAP;

    while (keys.len > 0 || text.len > 0) {
        struct help_line line = {.action = action};
        line.keys = page_cut_line(&keys, key_cols);
        line.text = page_cut_line(&text, text_cols);
        add_line(h, line);
    }
}

/* Adds the title of a group and its actions, below an empty line. */
static void
add_group(struct help *h, enum action_group group)
{
    if (group > 0)
        add_line(h, (struct help_line){0});
    add_line(h, (struct help_line){.keys = str_of(action_group_title(group))});
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        if (action_row(a)->group == group)
            add_action(h, a);
    }
}

/* Returns how many rows two columns take, when the second begins at split. */
static uint32_t
rows_of_two(const struct help *h, uint32_t split)
{
    uint32_t first = split - 1; /* without the empty line before it */
    uint32_t second = h->n_lines - split;

    return first > second ? first : second;
}

/* Makes the lines for columns of cols cells; returns how many rows they are. */
static uint32_t
make_lines(struct help *h, int cols, bool has_two)
{
    uint32_t rows = 0;

    h->cols = cols;
    h->n_lines = h->split = 0;
    for (enum action_group g = 0; g < ACTION_GROUP_COUNT; g++)
        add_group(h, g);
    if (!has_two)
        return h->n_lines;

    rows = h->n_lines;
    for (uint32_t i = 1; i < h->n_lines; i++) {
        bool is_title =
            h->lines[i].action == ACTION_NONE && h->lines[i].keys.len > 0;
        if (is_title && rows_of_two(h, i) < rows) {
            rows = rows_of_two(h, i);
            h->split = i;
        }
    }
    return rows;
}

/* Rows. */

/* Appends all that is said of the action on line i, so that each of its lines
 * is found by words on the others. */
static void
add_line_text(const struct help *h, uint32_t i, struct buf *out)
{
    enum action action = h->lines[i].action;

    if (action == ACTION_NONE)
        return;
    buf_add_str(out, buf_str(&h->keys[action]));
    buf_add_char(out, ' ');
    buf_add_text(out, action_row(action)->help);
    buf_add_char(out, ' ');
}

static void
add_text(void *user, uint32_t row, struct buf *out)
{
    const struct help *h = user;

    if (h->split == 0)
        add_line_text(h, row, out);
}

/* Draws line i into a column. */
static void
draw_line(const struct help *h, uint32_t i, struct canvas *c, struct rect area)
{
    const struct help_line *line = &h->lines[i];
    const struct attrs *keys = h->theme->keys;
    int col = area.col + 1;

    if (line->action == ACTION_NONE) {
        canvas_put(c, area, col, area.row, line->keys, keys[THEME_HEADING2]);
        return;
    }
    col += INDENT;
    canvas_put(c, area, col, area.row, line->keys, keys[THEME_TERM]);
    col += keys_cols(h) + GAP;
    canvas_put(c, area, col, area.row, line->text, keys[THEME_TEXT]);
}

/* Draws a row of the list: a line, or one of each column. */
static void
draw_row(
    void *user, uint32_t row, struct canvas *c, struct rect area, bool is_here)
{
    const struct help *h = user;

    (void)is_here; /* nothing is selected */
    if (h->split == 0) {
        draw_line(h, row, c, area);
        return;
    }
    if (row < h->split - 1)
        draw_line(h, row, c, area);
    area.col += area.cols / 2;
    area.cols -= area.cols / 2;
    if (h->split + row < h->n_lines)
        draw_line(h, h->split + row, c, area);
}

static const struct list_ops list_ops = {draw_row, add_text, NULL, NULL};

/* The view. */

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct help *h = (struct help *)v;
    struct page page = {h->theme, STR("Help"), buf_str(&h->note), MAX_COLS};
    struct rect body = page_draw(&page, c, area);
    bool has_two =
        body.cols >= 2 * COLUMN_MIN && !list_is_filtered(&h->base.list);
    int cols = (has_two ? body.cols / 2 : body.cols) - 2;

    if (cols > COLUMN_MAX)
        cols = COLUMN_MAX;
    /* Another width, or a filter that begins or ends, is another text. */
    if (cols != h->cols || has_two != (h->split > 0))
        list_reset(&h->base.list, make_lines(h, cols, has_two), 0);
    list_draw(&h->base.list, c, body);
}

static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    struct help *h = (struct help *)v;
    view_reaction reaction = list_act(&h->base.list, action, count);

    if (reaction == VIEW_IGNORED &&
        (action == ACTION_CLOSE || action == ACTION_HELP))
        return VIEW_CLOSE;
    return reaction;
}

static void
status(struct view *v, struct buf *left, struct buf *right)
{
    buf_add_text(left, "Help");
    list_add_place(&((struct help *)v)->base.list, right);
}

static void
free_help(struct view *v)
{
    struct help *h = (struct help *)v;

    list_done(&h->base.list);
    buf_done(&h->note);
    for (enum action a = 0; a < ACTION_COUNT; a++)
        buf_done(&h->keys[a]);
    free(h->lines);
    free(h);
}

static const struct view_ops ops = {
    .name = "help",
    .draw = draw,
    .act = act,
    .key = list_view_key,
    .paste = list_view_paste,
    .mouse = list_view_mouse,
    .status = status,
    .free = free_help,
};

/* Notes the keys of all actions, and says how to leave. */
static void
note_keys(struct help *h, const struct keymap *keymap)
{
    for (enum action a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
        keymap_add_keys(keymap, a, 0, &h->keys[a]);
        if (h->keys[a].len == 0)
            buf_add_text(&h->keys[a], "(no key)");
        int cols = (int)utf8_cols(buf_str(&h->keys[a]));
        if (cols > h->key_cols)
            h->key_cols = cols;
    }
    keymap_add_keys(keymap, ACTION_CLOSE, 1, &h->note);
    buf_add_text(&h->note, " closes this help, ");
    keymap_add_keys(keymap, ACTION_FIND, 1, &h->note);
    buf_add_text(&h->note, " finds in it");
}

struct view *
help_new(const struct theme *theme, const struct keymap *keymap)
{
    struct help *h = mem_alloc_zero(1, sizeof *h);

    h->base.view.ops = &ops;
    h->theme = theme;
    note_keys(h, keymap);
    list_init(&h->base.list, theme, &list_ops, h, 0);
    return &h->base.view;
}
