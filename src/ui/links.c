/* SPDX-License-Identifier: ISC */
/*
 * links - all links of an article as a view
 *
 * A link is a run of neighboring spans that lead to the same address: part of
 * it may be emphasized. The ways to footnotes and back are left out; they are
 * no use away from their place. Where the screen is narrow, the address goes to
 * a line of its own.
 */
#include "ui/links.h"

#include "base/buf.h"
#include "base/mem.h"
#include "model/plate.h"
#include "ui/list.h"
#include "ui/page.h"

#include <stdlib.h>

enum {
    MAX_COLS = 120,
    COLS_FOR_BOTH = 64, /* text and address in one line */
    NUMBER_COLS = 5
};

struct link_row {
    size_t at;  /* where its text begins, in the texts */
    size_t len; /* of its text; behind it stand the address, and that again as
                   it is shown */
    size_t address_len, shown_len;
};

struct links {
    struct list_view base;
    const struct theme *theme;
    struct link_row *rows; /* owned */
    uint32_t n_rows, cap_rows;
    struct buf texts;
    struct buf note; /* how many there are */
    links_do_fn fn;
    void *user;
};

/* Collecting. */

/* Appends text in one line. */
static void
add_line(struct buf *out, struct str text)
{
    size_t start = out->len;

    buf_add_str(out, text);
    buf_replace(out, start, '\n', ' ');
}

/* Adds the link that begins with span i of those up to end, and returns the
 * span behind it. */
static uint32_t
add_link(struct links *l, const struct article *a, uint32_t i, uint32_t end)
{
    link_ix link = a->spans[i].link;
    struct link_row row = {.at = l->texts.len};

    for (; i < end && a->spans[i].link == link; i++)
        add_line(&l->texts, article_str(a, a->spans[i].text));
    row.len = l->texts.len - row.at;
    add_line(&l->texts, article_link(a, link));
    row.address_len = l->texts.len - row.at - row.len;
    plate_add(&l->texts, article_link(a, link));
    row.shown_len = l->texts.len - row.at - row.len - row.address_len;
    MEM_GROW(l->rows, l->cap_rows, l->n_rows + 1);
    l->rows[l->n_rows++] = row;
    return i;
}

/* Copies all links of the article. */
static void
collect(struct links *l, const struct article *a)
{
    for (block_ix b = 0; b < a->n_blocks; b++) {
        uint32_t i = a->blocks[b].first_span;
        uint32_t end = i + a->blocks[b].n_spans;
        while (i < end) {
            const struct span *span = &a->spans[i];
            if (span->link != LINK_NONE &&
                !(span->roles & (ROLE_NOTE_REF | ROLE_NOTE_BACK)))
                i = add_link(l, a, i, end);
            else
                i++;
        }
    }
}

static struct str
text_of(const struct links *l, uint32_t row)
{
    const struct link_row *r = &l->rows[row];

    return str_slice(buf_str(&l->texts), r->at, r->at + r->len);
}

static struct str
address_of(const struct links *l, uint32_t row)
{
    const struct link_row *r = &l->rows[row];
    size_t at = r->at + r->len;

    return str_slice(buf_str(&l->texts), at, at + r->address_len);
}

static struct str
shown_of(const struct links *l, uint32_t row)
{
    const struct link_row *r = &l->rows[row];
    size_t at = r->at + r->len + r->address_len;

    return str_slice(buf_str(&l->texts), at, at + r->shown_len);
}

/* Rows. */

static void
add_text(void *user, uint32_t row, struct buf *out)
{
    const struct links *l = user;

    buf_add_str(out, text_of(l, row));
    buf_add_char(out, ' ');
    buf_add_str(out, shown_of(l, row));
}

/* Draws a row: number and text, and the address beside or below them. */
static void
draw_link(
    void *user, uint32_t row, struct canvas *c, struct rect area, bool is_here)
{
    const struct links *l = user;
    struct attrs look = list_attrs(&l->base.list, THEME_TEXT, is_here);
    struct attrs dim = list_attrs(&l->base.list, THEME_ADDRESS, is_here);
    struct buf number = {0};
    int col = area.col + NUMBER_COLS;
    int cols = area.cols - NUMBER_COLS - 1;
    int address_row = area.row, address_col = col, address_cols = cols;

    buf_add_format(&number, "%*u", NUMBER_COLS - 1, row + 1);
    canvas_put(c, area, area.col, area.row, buf_str(&number), dim);
    buf_done(&number);

    if (area.rows > 1) {
        address_row++;
    } else if (area.cols >= COLS_FOR_BOTH) {
        cols = cols / 2 - 2;
        address_col += cols + 2;
        address_cols -= cols + 2;
    } else {
        address_cols = 0;
    }
    canvas_put_short(
        c, area, (struct rect){col, area.row, cols, 1}, text_of(l, row), look);
    canvas_put_short(c, area,
        (struct rect){address_col, address_row, address_cols, 1},
        shown_of(l, row), dim);
}

static view_reaction
follow(void *user, uint32_t row)
{
    struct links *l = user;

    return l->fn(l->user, ACTION_ENTER, address_of(l, row));
}

static const struct list_ops list_ops = {draw_link, add_text, follow, NULL};

/* The view. */

static void
draw(struct view *v, struct canvas *c, struct rect area)
{
    struct links *l = (struct links *)v;
    struct page page = {l->theme, STR("Links"), buf_str(&l->note), MAX_COLS};
    struct rect body = page_draw(&page, c, area);

    l->base.list.lines = body.cols < COLS_FOR_BOTH && body.rows > 3 ? 2 : 1;
    list_draw(&l->base.list, c, body);
}

/* What the reader does with a link goes to its function; the rest is the
 * list's, or closes it. */
static view_reaction
act(struct view *v, enum action action, unsigned count)
{
    struct links *l = (struct links *)v;
    uint32_t row = list_row(&l->base.list);
    view_reaction reaction = list_act(&l->base.list, action, count);

    if (reaction != VIEW_IGNORED)
        return reaction;
    switch (action) {
    case ACTION_BROWSER:
    case ACTION_COPY:
        if (row == LIST_NONE)
            return VIEW_NOTHING;
        return l->fn(l->user, action, address_of(l, row));
    case ACTION_CLOSE:
    case ACTION_LINKS:
        return VIEW_CLOSE;
    default:
        return VIEW_IGNORED;
    }
}

static void
status(struct view *v, struct buf *left, struct buf *right)
{
    struct links *l = (struct links *)v;
    uint32_t row = list_row(&l->base.list);

    if (row != LIST_NONE)
        buf_add_str(left, shown_of(l, row));
    list_add_place(&l->base.list, right);
}

static void
free_links(struct view *v)
{
    struct links *l = (struct links *)v;

    list_done(&l->base.list);
    buf_done(&l->texts);
    buf_done(&l->note);
    free(l->rows);
    free(l);
}

static const enum action hints[] = {ACTION_FIND, ACTION_HELP, ACTION_NONE};

static const struct view_ops ops = {
    .name = "links",
    .hints = hints,
    .draw = draw,
    .act = act,
    .key = list_view_key,
    .paste = list_view_paste,
    .mouse = list_view_mouse,
    .status = status,
    .free = free_links,
};

struct view *
links_new(const struct theme *theme, const struct article *article,
    links_do_fn fn, void *user)
{
    struct links *l = mem_alloc_zero(1, sizeof *l);

    l->base.view.ops = &ops;
    l->theme = theme;
    l->fn = fn;
    l->user = user;
    collect(l, article);
    if (l->n_rows > 0)
        buf_add_format(&l->note, "%u in this article", l->n_rows);
    else
        buf_add_text(&l->note, "none in this article");
    list_init(&l->base.list, theme, &list_ops, l, l->n_rows);
    return &l->base.view;
}
