/* SPDX-License-Identifier: ISC */
/*
 * canvas - a grid of cells
 *
 * A cell is one code point that takes cells, with the marks of no width that
 * follow it: that is how ncurses and wcwidth() see text, so that both agree on
 * every column. What terminals that join emoji into one would draw narrower or
 * wider than wcwidth() says is taken apart here: joiners behind an emoji and
 * all presentation selectors are dropped, and skin tones become blanks. A
 * family is then shown as its members, but no terminal loses a column over it.
 *
 * Writing on half of a wide character blanks the other half.
 */
#include "ui/canvas.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    MAX_MARKS = 4, /* of a cell: what an ncurses cell holds */
    ZERO_WIDTH_JOINER = 0x200D,
    TEXT_SELECTOR = 0xFE0E,
    EMOJI_SELECTOR = 0xFE0F,
    SOFT_HYPHEN = 0xAD,
};

static const struct attrs plain = {THEME_COLOR_DEFAULT, THEME_COLOR_DEFAULT, 0};

static void
make_blank(struct cell *cell, struct attrs attrs)
{
    memset(cell->text, 0, sizeof cell->text);
    cell->text[0] = ' ';
    cell->cols = 1;
    cell->attrs = attrs;
}

void
canvas_resize(struct canvas *c, int cols, int rows)
{
    c->cols = cols > 0 ? cols : 0;
    c->rows = rows > 0 ? rows : 0;
    size_t n = (size_t)c->cols * (size_t)c->rows;
    c->cells = mem_resize(c->cells, n ? n : 1, sizeof *c->cells);
    for (size_t i = 0; i < n; i++)
        make_blank(&c->cells[i], plain);
    c->cursor_col = c->cursor_row = -1;
}

void
canvas_done(struct canvas *c)
{
    free(c->cells);
    *c = (struct canvas){0};
}

/* Returns the part of area that lies on the canvas. */
static struct rect
clip(const struct canvas *c, struct rect area)
{
    int right = area.col + area.cols, bottom = area.row + area.rows;
    if (area.col < 0)
        area.col = 0;
    if (area.row < 0)
        area.row = 0;
    if (right > c->cols)
        right = c->cols;
    if (bottom > c->rows)
        bottom = c->rows;
    area.cols = right > area.col ? right - area.col : 0;
    area.rows = bottom > area.row ? bottom - area.row : 0;
    return area;
}

static struct cell *
cell_at(struct canvas *c, int col, int row)
{
    return &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
}

/* Makes the cell ready to be written: no half of a wide character is left. */
static struct cell *
take_cell(struct canvas *c, int col, int row)
{
    struct cell *cell = cell_at(c, col, row);
    if (cell->cols == 0 && col > 0)
        make_blank(cell - 1, cell[-1].attrs);
    if (cell->cols == 2 && col + 1 < c->cols)
        make_blank(cell + 1, cell[1].attrs);
    return cell;
}

void
canvas_fill(struct canvas *c, struct rect area, struct attrs attrs)
{
    area = clip(c, area);
    for (int row = area.row; row < area.row + area.rows; row++) {
        for (int col = area.col; col < area.col + area.cols; col++)
            make_blank(take_cell(c, col, row), attrs);
    }
}

static bool
is_emoji(uint32_t cp)
{
    return cp >= 0x1F000 || (cp >= 0x2600 && cp <= 0x27BF) ||
           (cp >= 0x2B00 && cp <= 0x2BFF);
}

/* Where a text is being drawn, and what was drawn last. */
struct pen {
    struct canvas *canvas;
    struct rect area; /* clipped */
    int col, row;
    struct attrs attrs;
    uint32_t last; /* code point that took cells, 0 before the first */
};

static void
draw_mark(struct pen *p, const char *ptr, size_t len, uint32_t cp)
{
    if (cp == SOFT_HYPHEN || cp == EMOJI_SELECTOR || cp == TEXT_SELECTOR ||
        (cp == ZERO_WIDTH_JOINER && is_emoji(p->last)))
        return;
    int col = p->col - 1;
    if (col < p->area.col || col >= p->area.col + p->area.cols)
        return;

    struct cell *cell = cell_at(p->canvas, col, p->row);
    if (cell->cols == 0 && col > p->area.col)
        cell--;
    size_t used = strlen(cell->text);
    int n_marks = 0;
    for (size_t at = 1; at < used; at++)
        n_marks += (cell->text[at] & 0xC0) != 0x80;
    if (cell->cols == 0 || n_marks >= MAX_MARKS ||
        used + len >= sizeof cell->text)
        return;
    memcpy(cell->text + used, ptr, len);
}

static void
draw_character(
    struct pen *p, const char *ptr, size_t len, unsigned cols, bool is_blank)
{
    int left = p->area.col, right = p->area.col + p->area.cols;
    for (int i = 0; i < (int)cols; i++) {
        int col = p->col + i;
        if (col >= left && col < right)
            make_blank(take_cell(p->canvas, col, p->row), p->attrs);
    }
    if (is_blank || p->col < left || p->col + (int)cols > right)
        return;
    struct cell *cell = cell_at(p->canvas, p->col, p->row);
    memcpy(cell->text, ptr, len);
    cell->cols = (uint8_t)cols;
    if (cols == 2) {
        cell[1].text[0] = '\0';
        cell[1].cols = 0;
    }
}

int
canvas_put(struct canvas *c, struct rect area, int col, int row,
    struct str text, struct attrs attrs)
{
    struct pen p = {c, clip(c, area), col, row, attrs, 0};
    bool is_inside =
        p.area.cols > 0 && row >= p.area.row && row < p.area.row + p.area.rows;

    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        size_t len = utf8_decode(text.ptr + at, text.len - at, &cp);
        const char *ptr =
            cp == UTF8_REPLACEMENT ? "\xEF\xBF\xBD" : text.ptr + at;
        size_t n_bytes = cp == UTF8_REPLACEMENT ? 3 : len;
        at += len;
        if (cp == '\n' || !utf8_is_clean_cp(cp))
            continue;
        unsigned cols = utf8_cp_cols(cp);
        bool is_tone = cp >= 0x1F3FB && cp <= 0x1F3FF && is_emoji(p.last);
        if (is_inside && cols == 0)
            draw_mark(&p, ptr, n_bytes, cp);
        else if (is_inside)
            draw_character(&p, ptr, n_bytes, cols, is_tone);
        if (cols)
            p.last = cp;
        p.col += (int)cols;
    }
    return p.col;
}

int
canvas_put_short(struct canvas *c, struct rect area, struct rect room,
    struct str text, struct attrs attrs)
{
    if (room.cols <= 0)
        return room.col;
    size_t used = 0, cols = (size_t)room.cols;
    struct str fits = utf8_fit(text, cols, &used);
    if (fits.len == text.len)
        return canvas_put(c, area, room.col, room.row, text, attrs);
    fits = utf8_fit(text, cols - 1, &used);
    int col = canvas_put(c, area, room.col, room.row, fits, attrs);
    return canvas_put(c, area, col, room.row, STR("…"), attrs);
}

void
canvas_tint(struct canvas *c, struct rect area, int col, int row, int n,
    struct attrs attrs)
{
    area = clip(c, area);
    if (row < area.row || row >= area.row + area.rows)
        return;
    for (int i = 0; i < n; i++) {
        if (col + i < area.col || col + i >= area.col + area.cols)
            continue;
        struct cell *cell = cell_at(c, col + i, row);
        cell->attrs = theme_over(cell->attrs, attrs);
    }
}

void
canvas_add_text(const struct canvas *c, struct buf *out)
{
    for (int row = 0; row < c->rows; row++) {
        size_t end = out->len;
        for (int col = 0; col < c->cols; col++) {
            const struct cell *cell =
                &c->cells[(size_t)row * (size_t)c->cols + (size_t)col];
            buf_add_text(out, cell->text);
            if (cell->text[0] && strcmp(cell->text, " ") != 0)
                end = out->len;
        }
        if (out->ptr)
            buf_cut(out, end);
        buf_add_char(out, '\n');
    }
}
