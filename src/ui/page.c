/* SPDX-License-Identifier: ISC */
/*
 * page - the frame of a view that fills the screen
 *
 * Empty lines and margins are the first to go where the screen is small.
 */
#include "ui/page.h"

#include "base/utf8.h"

enum {
    ROWS_FOR_AIR = 10, /* height that allows an empty line below the title */
    ROWS_FOR_TOP = 18, /* and one above it */
    COLS_FOR_MARGIN = 60,
    MARGIN = 2
};

struct rect
page_draw(const struct page *page, struct canvas *c, struct rect area)
{
    const struct attrs *keys = page->theme->keys;
    struct rect body = area;
    int head = 1 + (area.rows >= ROWS_FOR_AIR);

    canvas_fill(c, area, keys[THEME_TEXT]);
    if (area.cols >= COLS_FOR_MARGIN) {
        body.col += MARGIN;
        body.cols -= 2 * MARGIN;
    }
    if (body.cols > page->max_cols) {
        body.col += (body.cols - page->max_cols) / 2;
        body.cols = page->max_cols;
    }
    if (area.rows >= ROWS_FOR_TOP)
        body.row++;

    /* Rows are inset by a cell, so that the selection has an edge. */
    int end = body.col + body.cols;
    int col = canvas_put_short(c, body,
        (struct rect){body.col + 1, body.row, body.cols - 2, 1}, page->title,
        keys[THEME_TITLE]);
    canvas_put_short(c, body,
        (struct rect){col + 3, body.row, end - 1 - col - 3, 1}, page->note,
        keys[THEME_BYLINE]);

    body.row += head;
    body.rows = area.row + area.rows - body.row;
    if (body.rows < 0)
        body.rows = 0;
    return body;
}

struct str
page_cut_line(struct str *rest, int cols)
{
    size_t used = 0;
    struct str all = str_trim(*rest);
    struct str piece = utf8_fit(all, (size_t)(cols > 1 ? cols : 1), &used);
    size_t len = piece.len;

    if (len < all.len) {
        while (len > 0 && all.ptr[len] != ' ')
            len--;
        if (len == 0)
            len = piece.len > 0 ? piece.len : utf8_grapheme(all);
    }
    *rest = str_slice(all, len, all.len);
    return str_trim(str_slice(all, 0, len));
}
