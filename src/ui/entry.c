/* SPDX-License-Identifier: ISC */
/*
 * entry - one line of text being typed
 *
 * The cursor stands between grapheme clusters. Stepping back walks the clusters
 * from the start: a line of text is short, and clusters cannot be found
 * backwards without looking far ahead of them.
 */
#include "ui/entry.h"

#include "base/utf8.h"

void
entry_done(struct entry *e)
{
    buf_done(&e->text);
    e->cursor = 0;
}

struct str
entry_text(const struct entry *e)
{
    return buf_str(&e->text);
}

void
entry_put(struct entry *e, struct str text)
{
    buf_cut(&e->text, 0);
    e->cursor = 0;
    entry_paste(e, text);
}

static size_t
step_back(const struct entry *e, size_t from)
{
    size_t at = 0, last = 0;
    while (at < from) {
        last = at;
        at += utf8_grapheme(str_slice(entry_text(e), at, e->text.len));
    }
    return last;
}

static size_t
step_forward(const struct entry *e, size_t from)
{
    return from + utf8_grapheme(str_slice(entry_text(e), from, e->text.len));
}

/* Returns where the word before from begins. */
static size_t
step_word(const struct entry *e, size_t from)
{
    while (from > 0 && e->text.ptr[from - 1] == ' ')
        from--;
    while (from > 0 && e->text.ptr[from - 1] != ' ')
        from--;
    return from;
}

static enum entry_effect
cut(struct entry *e, size_t from, size_t to)
{
    if (from >= to)
        return ENTRY_MOVED;
    memmove(e->text.ptr + from, e->text.ptr + to, e->text.len - to);
    buf_cut(&e->text, e->text.len - (to - from));
    e->cursor = from;
    return ENTRY_CHANGED;
}

/* Puts text, which is clean, in at the cursor. */
static enum entry_effect
put_in(struct entry *e, struct str text)
{
    if (text.len == 0 || e->text.len + text.len > ENTRY_MAX_BYTES)
        return ENTRY_MOVED;
    buf_reserve(&e->text, text.len);
    char *at = e->text.ptr + e->cursor;
    memmove(at + text.len, at, e->text.len - e->cursor);
    memcpy(at, text.ptr, text.len);
    e->text.len += text.len;
    buf_end(&e->text);
    e->cursor += text.len;
    return ENTRY_CHANGED;
}

void
entry_paste(struct entry *e, struct str text)
{
    struct buf clean = {0};
    utf8_add_clean(&clean, text);
    buf_replace(&clean, 0, '\n', ' ');
    size_t room = ENTRY_MAX_BYTES - e->text.len, len = 0;
    while (len < clean.len) {
        size_t step = utf8_grapheme(str_slice(buf_str(&clean), len, clean.len));
        if (len + step > room)
            break;
        len += step;
    }
    put_in(e, str_slice(buf_str(&clean), 0, len));
    buf_done(&clean);
}

static enum entry_effect
move(struct entry *e, size_t to)
{
    e->cursor = to;
    return ENTRY_MOVED;
}

enum entry_effect
entry_key(struct entry *e, keymap_key key)
{
    switch (key) {
    case KEYMAP_LEFT:
    case KEYMAP_CTRL | 'b':
        return move(e, step_back(e, e->cursor));
    case KEYMAP_RIGHT:
    case KEYMAP_CTRL | 'f':
        return move(e, step_forward(e, e->cursor));
    case KEYMAP_HOME:
    case KEYMAP_CTRL | 'a':
        return move(e, 0);
    case KEYMAP_END:
    case KEYMAP_CTRL | 'e':
        return move(e, e->text.len);
    case KEYMAP_BACKSPACE:
    case KEYMAP_CTRL | 'h':
        return cut(e, step_back(e, e->cursor), e->cursor);
    case KEYMAP_DELETE:
    case KEYMAP_CTRL | 'd':
        return cut(e, e->cursor, step_forward(e, e->cursor));
    case KEYMAP_CTRL | 'u':
        return cut(e, 0, e->cursor);
    case KEYMAP_CTRL | 'w':
        return cut(e, step_word(e, e->cursor), e->cursor);
    case KEYMAP_CTRL | 'k':
        return cut(e, e->cursor, e->text.len);
    default:
        break;
    }
    if (key >= KEYMAP_NAMED || key == '\n' || !utf8_is_clean_cp(key))
        return ENTRY_IGNORED;
    char bytes[4];
    return put_in(e, (struct str){bytes, utf8_encode(key, bytes)});
}

void
entry_draw(const struct entry *e, struct str label, struct canvas *c,
    struct rect area, struct attrs attrs)
{
    struct str text = entry_text(e);
    canvas_fill(c, area, attrs);

    /* The label may take half of the area, or what the text leaves, which has
     * one cell behind it for the cursor. */
    int n_label = (int)utf8_cols(label);
    int room = area.cols - (int)utf8_cols(text) - 1;
    if (room < area.cols / 2)
        room = area.cols / 2;
    if (n_label > room)
        n_label = room;
    int col = canvas_put_short(
        c, area, (struct rect){area.col, area.row, n_label, 1}, label, attrs);
    struct rect rest = area;
    rest.col = col;
    rest.cols = area.col + area.cols - col;
    int before = (int)utf8_cols(str_slice(text, 0, e->cursor));
    int shift = before < rest.cols ? 0 : before - rest.cols + 1;

    canvas_put(c, rest, col - shift, area.row, text, attrs);
    if (rest.cols > 0) {
        c->cursor_col = col - shift + before;
        c->cursor_row = area.row;
    }
}
