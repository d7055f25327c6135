/* SPDX-License-Identifier: ISC */
/*
 * stack - the views, one over another
 *
 * Drawing begins at the lowest view that is seen: the highest one that is no
 * overlay. The last line is the status bar's, unless a view of one line, such
 * as a prompt, stands in it.
 */
#include "ui/stack.h"

#include "base/mem.h"

#include <stdlib.h>

void
stack_bury(struct stack *s)
{
    while (s->n_dead > 0) {
        struct view *view = s->dead[--s->n_dead];
        view->ops->free(view);
    }
}

void
stack_done(struct stack *s)
{
    while (s->n_views > 0) {
        stack_remove(s, stack_top(s));
        stack_bury(s);
    }
    stack_bury(s);
    free(s->views);
    free(s->dead);
    *s = (struct stack){0};
}

static struct rect
area_of(const struct stack *s, const struct view *v)
{
    int cols = s->cols < STACK_MIN_COLS ? STACK_MIN_COLS : s->cols;
    int rows = s->rows < STACK_MIN_ROWS ? STACK_MIN_ROWS : s->rows;
    if (v->ops->is_line)
        return (struct rect){0, rows - 1, cols, 1};
    return (struct rect){0, 0, cols, rows - 1};
}

void
stack_push(struct stack *s, struct view *view)
{
    MEM_GROW(s->views, s->cap_views, s->n_views + 1);
    s->views[s->n_views++] = view;
    if (view->ops->resize)
        view->ops->resize(view, area_of(s, view));
}

bool
stack_remove(struct stack *s, struct view *view)
{
    uint32_t i = 0;
    while (i < s->n_views && s->views[i] != view)
        i++;
    if (i == s->n_views)
        return false;
    s->n_views--;
    memmove(
        &s->views[i], &s->views[i + 1], (s->n_views - i) * sizeof *s->views);
    MEM_GROW(s->dead, s->cap_dead, s->n_dead + 1);
    s->dead[s->n_dead++] = view;
    return true;
}

struct view *
stack_top(const struct stack *s)
{
    return s->n_views ? s->views[s->n_views - 1] : NULL;
}

bool
stack_is_too_small(const struct stack *s)
{
    return s->cols < STACK_MIN_COLS || s->rows < STACK_MIN_ROWS;
}

void
stack_resize(struct stack *s, int cols, int rows)
{
    s->cols = cols;
    s->rows = rows;
    for (uint32_t i = 0; i < s->n_views; i++) {
        struct view *view = s->views[i];
        if (view->ops->resize)
            view->ops->resize(view, area_of(s, view));
    }
}

static void
draw_too_small(struct canvas *c, struct attrs attrs)
{
    static const char *const words[] = {"The", "window", "is", "too", "small."};
    struct rect all = {0, 0, c->cols, c->rows};
    int col = 0, row = 0;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str word = str_of(words[i]);
        if (col > 0 && col + (int)word.len > c->cols) {
            col = 0;
            row++;
        }
        col = canvas_put(c, all, col, row, word, attrs) + 1;
    }
}

static void
draw_bar(const struct stack *s, struct bar *bar, struct canvas *c)
{
    struct buf left = {0}, right = {0};

    /* A view that says nothing lets the one below speak. */
    uint32_t i = s->n_views;
    while (i > 0 && !s->views[i - 1]->ops->status)
        i--;
    if (i > 0) {
        struct view *v = s->views[i - 1];
        v->ops->status(v, &left, &right);
        bar->hints = v->ops->hints;
    }
    bar->left = buf_str(&left);
    bar->right = buf_str(&right);
    const int rows = bar_rows(bar, s->cols, s->rows / 2);
    bar_draw(bar, c, (struct rect){0, s->rows - rows, s->cols, rows});
    buf_done(&left);
    buf_done(&right);
}

void
stack_draw(const struct stack *s, struct bar *bar, struct canvas *c)
{
    if (stack_is_too_small(s)) {
        draw_too_small(c, bar->theme->keys[THEME_TEXT]);
        return;
    }
    uint32_t first = s->n_views;
    while (first > 0) {
        first--;
        if (!s->views[first]->ops->is_overlay)
            break;
    }

    bool has_line = false;
    for (uint32_t i = first; i < s->n_views; i++) {
        struct view *v = s->views[i];
        c->cursor_col = c->cursor_row = -1; /* only the top one's counts */
        v->ops->draw(v, c, area_of(s, v));
        has_line = has_line || v->ops->is_line;
    }
    if (!has_line)
        draw_bar(s, bar, c);
}
