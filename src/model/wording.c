/* SPDX-License-Identifier: ISC */
/*
 * wording - what an article says, as one text
 */
#include "model/wording.h"

void
wording_add(const struct article *a, struct buf *out)
{
    for (block_ix b = 0; b < a->n_blocks; b++) {
        struct str text = article_text(a, b);
        if (text.len == 0)
            continue;
        buf_add_str(out, text);
        buf_add_char(out, '\n');
    }
}

void
wording_add_line(const struct article *a, block_ix b, struct buf *out)
{
    const struct block *block = &a->blocks[b];
    const size_t start = out->len;

    for (uint32_t i = 0; i < block->n_spans; i++) {
        const struct span *span = &a->spans[block->first_span + i];
        if (!(span->roles & (ROLE_NOTE_REF | ROLE_NOTE_BACK)))
            buf_add_str(out, article_str(a, span->text));
    }
    buf_replace(out, start, '\n', ' ');
}

uint32_t
wording_place(const struct article *a, size_t at)
{
    uint32_t end = 0;

    for (block_ix b = 0; b < a->n_blocks; b++) {
        struct str text = article_text(a, b);
        if (text.len == 0)
            continue;
        uint32_t start = (uint32_t)(text.ptr - a->text);
        if (at <= text.len)
            return start + (uint32_t)at;
        at -= text.len + 1;
        end = start + (uint32_t)text.len;
    }
    return end;
}
