/* SPDX-License-Identifier: ISC */
/*
 * bar - the status bar
 *
 * It is laid out from the right: how far the reader is must not jump about when
 * the title at the left changes. Only a notice that needs the room takes it: it
 * is gone with the next key.
 */
#include "ui/bar.h"

#include "app/action.h"
#include "base/utf8.h"
#include "ui/page.h"

enum {
    GAP = 3 /* cells between left, hints and right */
};

/* Appends the first key of an action and its hint: "h help". */
static bool
add_hint(const struct keymap *m, enum action action, struct buf *out)
{
    struct buf keys = {0};
    const struct action_row *row = action_row(action);
    keymap_add_keys(m, action, 1, &keys);
    struct str key = buf_str(&keys);

    bool is_shown = key.len > 0 && row->hint[0];
    if (is_shown) {
        if (key.len > 2 && key.ptr[0] == '<')
            key = str_slice(key, 1, key.len - 1);
        buf_add_str(out, key);
        buf_add_char(out, ' ');
        buf_add_text(out, row->hint);
    }
    buf_done(&keys);
    return is_shown;
}

/* Draws hints, as many as fit, so that they end before column end. */
static void
draw_hints(const struct bar *b, struct canvas *c, struct rect area, int start)
{
    struct buf line = {0};
    struct attrs attrs = b->theme->keys[THEME_STATUS];
    int room = area.col + area.cols - start, used = 0;

    for (const enum action *hint = b->hints; *hint != ACTION_NONE; hint++) {
        size_t len = line.len;
        if (len > 0)
            buf_add_text(&line, "  ");
        size_t from = line.len;
        bool is_shown = add_hint(b->keymap, *hint, &line);
        int cols = (int)utf8_cols(buf_str(&line));
        if (!is_shown || cols > room) {
            buf_cut(&line, is_shown || len < from ? len : line.len);
            if (is_shown)
                break;
            continue;
        }
        used = cols;
    }
    if (used > 0)
        canvas_put(c, area, area.col + area.cols - used, area.row,
            buf_str(&line), attrs);
    buf_done(&line);
}

int
bar_rows(const struct bar *b, int cols, int max)
{
    struct str rest = b->notice;
    int rows = 0;

    while (rows < max && cols > 2 && page_cut_line(&rest, cols - 2).len > 0)
        rows++;
    return rows > 1 ? rows : 1;
}

/*
 * Draws a notice of several rows. The last one ends where there is no room.
 */
static void
draw_notice(
    const struct bar *b, struct canvas *c, struct rect area, struct attrs attrs)
{
    struct str rest = b->notice;
    struct rect row = {area.col + 1, area.row, area.cols - 2, 1};

    for (int i = 1; i < area.rows; i++, row.row++)
        canvas_put(
            c, area, row.col, row.row, page_cut_line(&rest, row.cols), attrs);
    canvas_put_short(c, area, row, str_trim(rest), attrs);
}

void
bar_draw(const struct bar *b, struct canvas *c, struct rect area)
{
    enum theme_key key = b->is_error ? THEME_STATUS_ERROR : THEME_STATUS;
    struct attrs attrs = b->theme->keys[key];
    int end = area.col + area.cols - 1, first = area.col + 1;
    canvas_fill(c, area, attrs);
    if (area.rows > 1) {
        draw_notice(b, c, area, attrs);
        return;
    }

    bool has_notice = b->notice.len > 0;
    int n_right = (int)utf8_cols(b->right);
    if (n_right > area.cols / 2)
        n_right = area.cols / 2;
    if (has_notice && first + (int)utf8_cols(b->notice) + GAP > end - n_right)
        n_right = 0;
    end -= n_right;
    canvas_put_short(
        c, area, (struct rect){end, area.row, n_right, 1}, b->right, attrs);
    int n_typed = (int)utf8_cols(b->typed);
    if (n_typed > 0) {
        end -= n_typed + (n_right > 0 ? GAP : 0);
        canvas_put(c, area, end, area.row, b->typed, attrs);
    }

    struct str left = has_notice ? b->notice : b->left;
    if (end < area.col + area.cols - 1)
        end -= GAP;
    int col = canvas_put_short(
        c, area, (struct rect){first, area.row, end - first, 1}, left, attrs);
    if (b->hints && !has_notice) {
        struct rect rest = {area.col, area.row, end - area.col, 1};
        draw_hints(b, c, rest, col + GAP);
    }
}
