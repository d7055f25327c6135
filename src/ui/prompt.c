/* SPDX-License-Identifier: ISC */
/*
 * prompt - a line of text, or a yes or no, asked in the status bar
 *
 * Up and Down go through the past lines that begin with what was typed, as a
 * shell's do; what was typed is kept and comes back behind the newest.
 */
#include "ui/prompt.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>

enum {
    LEAST_TEXT = 10, /* cells that a remark leaves */
    GAP = 2          /* blanks around it */
};

struct prompt {
    struct view view;
    char *label;
    const struct theme *theme;
    const struct prompt_ops *ops;
    void *user;
    struct prompt_past *past;
    struct entry entry;
    uint32_t shown;   /* past line that is shown; n_lines: the typed one */
    struct buf typed; /* while another one is shown */
};

static void
tell_change(struct prompt *p)
{
    if (p->ops->change)
        p->ops->change(p->user, entry_text(&p->entry));
}

/* Finds the next past line that begins with what was typed. */
static bool
find_past(const struct prompt *p, int step, uint32_t *out_line)
{
    uint32_t n = p->past ? p->past->n_lines : 0;
    for (uint32_t i = p->shown + (uint32_t)step; i < n; i += (uint32_t)step) {
        if (str_starts(str_of(p->past->lines[i]), buf_str(&p->typed))) {
            *out_line = i;
            return true;
        }
    }
    return false;
}

static view_reaction
show_past(struct prompt *p, int step)
{
    uint32_t n = p->past ? p->past->n_lines : 0, line;
    if (p->shown >= n) {
        buf_cut(&p->typed, 0);
        buf_add_str(&p->typed, entry_text(&p->entry));
    }
    if (find_past(p, step, &line)) {
        p->shown = line;
        entry_put(&p->entry, str_of(p->past->lines[line]));
    } else if (step > 0 && p->shown < n) {
        p->shown = n;
        entry_put(&p->entry, buf_str(&p->typed));
    } else {
        return VIEW_NOTHING;
    }
    tell_change(p);
    return VIEW_DRAW;
}

static view_reaction
complete(struct prompt *p)
{
    struct buf text = {0};
    view_reaction done = VIEW_NOTHING;

    if (p->ops->complete &&
        p->ops->complete(p->user, entry_text(&p->entry), &text)) {
        entry_put(&p->entry, buf_str(&text));
        tell_change(p);
        done = VIEW_DRAW;
    }
    buf_done(&text);
    return done;
}

static void
keep_line(struct prompt_past *past, struct str line)
{
    if (!past || line.len == 0)
        return;
    for (uint32_t i = 0; i < past->n_lines; i++) {
        bool is_full = past->n_lines == PROMPT_MAX_PAST && i == 0;
        if (!is_full && !str_eq(str_of(past->lines[i]), line))
            continue;
        free(past->lines[i]);
        past->n_lines--;
        memmove(&past->lines[i], &past->lines[i + 1],
            (past->n_lines - i) * sizeof *past->lines);
        break;
    }
    past->lines[past->n_lines++] = mem_copy_text(line.ptr, line.len);
}

static view_reaction
leave(struct prompt *p)
{
    if (p->ops->leave)
        p->ops->leave(p->user);
    return VIEW_CLOSE | VIEW_DRAW;
}

static view_reaction
take_key(struct view *v, keymap_key key)
{
    struct prompt *p = (struct prompt *)v;

    switch (key) {
    case KEYMAP_ENTER:
        keep_line(p->past, entry_text(&p->entry));
        p->ops->enter(p->user, entry_text(&p->entry));
        return VIEW_CLOSE | VIEW_DRAW;
    case KEYMAP_ESCAPE:
    case KEYMAP_CTRL | 'c':
    case KEYMAP_CTRL | 'g':
        return leave(p);
    case KEYMAP_UP:
    case KEYMAP_CTRL | 'p':
        return show_past(p, -1);
    case KEYMAP_DOWN:
    case KEYMAP_CTRL | 'n':
        return show_past(p, 1);
    case KEYMAP_TAB:
        return complete(p);
    default:
        break;
    }
    if (key == KEYMAP_BACKSPACE && p->entry.text.len == 0)
        return leave(p);
    switch (entry_key(&p->entry, key)) {
    case ENTRY_CHANGED:
        p->shown = p->past ? p->past->n_lines : 0;
        tell_change(p);
        return VIEW_DRAW;
    case ENTRY_MOVED:
        return VIEW_DRAW;
    case ENTRY_IGNORED:
        break;
    }
    return key & (KEYMAP_CTRL | KEYMAP_ALT) ? VIEW_IGNORED : VIEW_NOTHING;
}

static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    (void)v;
    (void)count;
    /* Only what is about the program, not the view below. */
    return action == ACTION_REDRAW || action == ACTION_SUSPEND ? VIEW_IGNORED
                                                               : VIEW_NOTHING;
}

static view_reaction
take_paste(struct view *v, struct str text)
{
    struct prompt *p = (struct prompt *)v;
    entry_paste(&p->entry, text);
    tell_change(p);
    return VIEW_DRAW;
}

static void
draw_prompt(struct view *v, struct canvas *c, struct rect area)
{
    struct prompt *p = (struct prompt *)v;
    struct buf remark = {0};
    struct str typed = entry_text(&p->entry), label = str_of(p->label);
    bool is_fault = p->ops->remark && p->ops->remark(p->user, typed, &remark);
    struct attrs attrs = p->theme->keys[THEME_TEXT];
    struct str text = buf_str(&remark);

    /* The remark gives way to the text, unless it says what is wrong there. */
    int least = is_fault ? 0 : (int)(utf8_cols(label) + utf8_cols(typed)) + 1;
    int room = area.cols - GAP - (least > LEAST_TEXT ? least : LEAST_TEXT);
    int cols = (int)utf8_cols(text);
    if (cols > room)
        cols = room > 0 ? room : 0;
    struct rect left = area;
    left.cols -= cols ? cols + GAP : 0;
    canvas_fill(c, area, attrs);
    entry_draw(&p->entry, label, c, left, attrs);
    if (cols > 0)
        canvas_put_short(c, area,
            (struct rect){area.col + area.cols - cols - 1, area.row, cols, 1},
            text, p->theme->keys[is_fault ? THEME_STATUS_ERROR : THEME_BYLINE]);
    buf_done(&remark);
}

static void
free_prompt(struct view *v)
{
    struct prompt *p = (struct prompt *)v;
    entry_done(&p->entry);
    buf_done(&p->typed);
    free(p->label);
    free(p);
}

static const struct view_ops prompt_view = {
    .name = "prompt",
    .is_overlay = true,
    .is_line = true,
    .draw = draw_prompt,
    .act = act,
    .key = take_key,
    .paste = take_paste,
    .free = free_prompt,
};

struct view *
prompt_new(const char *label, struct prompt_past *past,
    const struct theme *theme, const struct prompt_ops *ops, void *user)
{
    struct prompt *p = mem_alloc_zero(1, sizeof *p);
    p->view.ops = &prompt_view;
    p->label = mem_copy_text(label, strlen(label));
    p->past = past;
    p->shown = past ? past->n_lines : 0;
    p->theme = theme;
    p->ops = ops;
    p->user = user;
    return &p->view;
}

void
prompt_put(struct view *prompt, struct str text)
{
    entry_paste(&((struct prompt *)prompt)->entry, text);
}

void
prompt_past_done(struct prompt_past *past)
{
    for (uint32_t i = 0; i < past->n_lines; i++)
        free(past->lines[i]);
    past->n_lines = 0;
}

const char *
prompt_last(const struct prompt_past *past)
{
    return past->n_lines ? past->lines[past->n_lines - 1] : NULL;
}

struct ask {
    struct view view;
    char *question;
    const struct theme *theme;
    prompt_answer_fn answer;
    void *user;
};

static view_reaction
take_answer(struct view *v, keymap_key key)
{
    struct ask *a = (struct ask *)v;
    a->answer(a->user, key == 'y' || key == 'Y');
    return VIEW_CLOSE | VIEW_DRAW;
}

static void
draw_ask(struct view *v, struct canvas *c, struct rect area)
{
    struct ask *a = (struct ask *)v;
    struct str keys = STR(" (y/n) ");
    struct attrs attrs = a->theme->keys[THEME_TEXT];
    int room = area.cols - 2 - (int)utf8_cols(keys);

    canvas_fill(c, area, attrs);
    int col = canvas_put_short(c, area,
        (struct rect){area.col + 1, area.row, room, 1}, str_of(a->question),
        attrs);
    c->cursor_col = canvas_put(c, area, col, area.row, keys, attrs);
    c->cursor_row = area.row;
}

static void
free_ask(struct view *v)
{
    struct ask *a = (struct ask *)v;
    free(a->question);
    free(a);
}

static const struct view_ops ask_view = {
    .name = "question",
    .is_overlay = true,
    .is_line = true,
    .draw = draw_ask,
    .act = act,
    .key = take_answer,
    .free = free_ask,
};

struct view *
prompt_ask(const char *question, const struct theme *theme,
    prompt_answer_fn answer, void *user)
{
    struct ask *a = mem_alloc_zero(1, sizeof *a);
    a->view.ops = &ask_view;
    a->question = mem_copy_text(question, strlen(question));
    a->theme = theme;
    a->answer = answer;
    a->user = user;
    return &a->view;
}
