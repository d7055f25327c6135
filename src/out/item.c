/* SPDX-License-Identifier: ISC */
/*
 * item - items of lists in Markdown
 *
 * GitHub's parser sees "[ ]" only at the start of a line and in lists that are
 * in nothing but lists, and takes any "[x]" in the line for a tick. Elsewhere a
 * box is HTML.
 */
#include "item.h"

#include "form.h"

/*
 * Tells whether the line that is written holds nothing but the sign of an item.
 */
static bool
is_item_line(const struct margin *m)
{
    size_t start = m->out->len;

    while (start > 0 && m->out->ptr[start - 1] != '\n')
        start--;
    struct str sign = str_trim(str_slice(buf_str(m->out), start, m->out->len));
    return sign.len > 0 && strchr("-0123456789", sign.ptr[0]) &&
           str_find(sign, STR(" "), 0) == sign.len;
}

void
item_add_box(struct margin *m, block_ix item, struct str text)
{
    bool is_done = (m->a->blocks[item].marks & BLOCK_IS_DONE) != 0;
    bool has_tick = str_find(text, STR("[x]"), 0) < text.len ||
                    str_find(text, STR("[X]"), 0) < text.len;

    if (text.len > 0 && is_item_line(m) && (is_done || !has_tick))
        buf_add_text(m->out, is_done ? "[x] " : "[ ] ");
    else
        buf_add_format(m->out, "<input type=\"checkbox\" disabled%s>%s",
            is_done ? " checked" : "", text.len > 0 ? " " : "");
}

/*
 * Adds on a line of its own, as HTML, what cannot be said of an item otherwise:
 * that it has a box but no text behind it, that its list is loose but has no
 * paragraph.
 */
static void
add_item_line(struct margin *m, block_ix item)
{
    const struct block *blocks = m->a->blocks;
    bool has_content = item + 1 < blocks[item].end;
    bool has_text = has_content && blocks[item + 1].kind == BLOCK_PARA;
    bool has_box = (blocks[item].marks & BLOCK_IS_TASK) && !has_text;
    bool has_mark = form_is_loose_only(m->a, item);

    if (!has_box && !has_mark)
        return;
    buf_add_text(m->out, MARGIN_COMMENT);
    if (has_box)
        item_add_box(m, item, (struct str){0});
    if (has_mark)
        buf_add_text(m->out, "<p></p>");
    if (has_content)
        margin_end_line(m);
}

void
item_open(struct margin *m, block_ix item)
{
    const struct block *blocks = m->a->blocks;
    const struct block *list = &blocks[blocks[item].parent];
    bool is_tight = !(list->marks & BLOCK_IS_LOOSE);
    size_t start = m->out->len;

    if (list->marks & BLOCK_IS_ORDERED)
        buf_add_format(m->out, "%d. ", (int)margin_top(m)->number++);
    else
        buf_add_text(m->out, "- ");
    size_t indent = m->out->len - start;
    margin_push(m, item, "", is_tight);
    buf_add_repeat(&m->prefix, ' ', indent);
    add_item_line(m, item);
}

void
item_close(struct margin *m, block_ix item)
{
    const struct block *blocks = m->a->blocks;
    block_ix list = blocks[item].parent;
    block_ix last = margin_top(m)->last;
    bool is_last = blocks[item].end == blocks[list].end;

    if (last == 0) {
        while (str_ends(buf_str(m->out), STR(" ")))
            buf_cut(m->out, m->out->len - 1);
    } else if ((blocks[list].marks & BLOCK_IS_LOOSE) && is_last &&
               !form_shows_loose(m->a, list)) {
        for (int i = blocks[last].kind == BLOCK_RULE; i >= 0; i--) {
            margin_skip_line(m);
            buf_add_text(m->out, MARGIN_COMMENT);
        }
    }
    margin_pop(m);
}
