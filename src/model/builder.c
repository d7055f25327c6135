/* SPDX-License-Identifier: ISC */
/*
 * builder - what a struct build holds
 */
#include "builder.h"

#include "base/utf8.h"

static bool
is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\f';
}

void
builder_add_collapsed(
    struct buf *out, struct buf *scratch, struct str value, bool has_lines)
{
    const size_t at = out->len;

    buf_cut(scratch, 0);
    utf8_add_clean(scratch, value);
    for (size_t i = 0; i < scratch->len; i++) {
        char c = scratch->ptr[i];
        bool is_line = c == '\n' && has_lines;
        if (!is_white(c) || is_line)
            buf_add_char(out, c);
        else if (out->len > at && !is_white(out->ptr[out->len - 1]))
            buf_add_char(out, ' ');
    }
    while (out->len > at && is_white(out->ptr[out->len - 1]))
        buf_cut(out, out->len - 1);
}

struct text_ref
builder_add_side(struct build *b, struct str value, bool has_lines)
{
    uint32_t at = (uint32_t)b->side.len;

    if (b->side.len + value.len * 8 > BUILDER_MAX_TEXT)
        return (struct text_ref){0};
    builder_add_collapsed(&b->side, &b->scratch, value, has_lines);
    return (struct text_ref){at, (uint32_t)b->side.len - at};
}

void
builder_add_line(struct buf *out, struct str value)
{
    size_t start = out->len;

    utf8_add_clean(out, value);
    buf_replace(out, start, '\n', ' ');
}

void
builder_add_note(struct build *b, struct str note)
{
    struct buf clean = {0};
    bool is_new;

    builder_add_line(&clean, note);
    if (b->notes.n_refs < ARTICLE_MAX_NOTES)
        intern_add(&b->notes, &b->side, buf_str(&clean), &is_new);
    buf_done(&clean);
}
