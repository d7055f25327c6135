/* SPDX-License-Identifier: ISC */
/*
 * sketch - an article on one line, for tests to compare
 *
 * Blocks are their names with what is in them in parentheses, spans their text
 * with roles in front of braces:
 *
 *      heading2#intro(Intro) para(see em|link=#a{the rest})
 *
 * Everything that an article knows of a block stands there, but for rows of the
 * source, so that two articles with the same sketch read alike.
 */
#ifndef UNIT_SKETCH_H
#define UNIT_SKETCH_H

#include "base/buf.h"
#include "model/article.h"

#include <stdio.h>

static inline void
sketch_add_roles(
    struct buf *out, const struct article *a, const struct span *span)
{
    static const char *const names[] = {
#define X(constant, bit, name) [bit] = (name),
        ROLES(X)
#undef X
    };
    size_t start = out->len;

    for (unsigned bit = 0; bit < sizeof names / sizeof *names; bit++)
        if (span->roles >> bit & 1)
            buf_add_format(
                out, "%s%s", out->len > start ? "|" : "", names[bit]);
    if (span->link != LINK_NONE)
        buf_add_format(out, "%slink=%.*s", out->len > start ? "|" : "",
            STR_ARG(article_link(a, span->link)));
    if (span->image != LINK_NONE)
        buf_add_format(out, "%ssrc=%.*s", out->len > start ? "|" : "",
            STR_ARG(article_link(a, span->image)));
}

static inline void
sketch_add_marks(
    struct buf *out, const struct article *a, const struct block *block)
{
    static const char *const names[] = {"ordered", "loose", "task", "done",
        "header", "question", "open", "left", "center", "right", "reversed"};

    if (block->level > 0)
        buf_add_format(out, "%u", block->level);
    if (block->info.len > 0)
        buf_add_format(out, "#%.*s", STR_ARG(article_str(a, block->info)));
    for (unsigned bit = 0; bit < sizeof names / sizeof *names; bit++)
        if (block->marks >> bit & 1)
            buf_add_format(out, "+%s", names[bit]);
    if (block->kind == BLOCK_CELL ? block->number > 1 : block->number != 0)
        buf_add_format(out, "=%d", block->number);
}

static inline void
sketch_add_text(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\n')
            buf_add_text(out, "\\n");
        else
            buf_add_char(out, s.ptr[i]);
    }
}

/*
 * Returns the sketch of a, owned.
 */
static inline char *
sketch_of(const struct article *a)
{
    static const char *const names[] = {
#define X(constant, name, is_leaf) [constant] = (name),
        BLOCK_KINDS(X)
#undef X
    };
    struct buf out = {0};
    block_ix open[ARTICLE_MAX_DEPTH + 1];
    unsigned depth = 0;

    for (block_ix b = 1; b <= a->n_blocks; b++) {
        while (depth > 0 && a->blocks[open[depth - 1]].end <= b) {
            buf_add_char(&out, ')');
            depth--;
        }
        if (b == a->n_blocks)
            break;
        const struct block *block = &a->blocks[b];
        if (out.len > 0 && out.ptr[out.len - 1] != '(')
            buf_add_char(&out, ' ');
        buf_add_text(&out, names[block->kind]);
        sketch_add_marks(&out, a, block);
        buf_add_char(&out, '(');
        for (uint32_t i = 0; i < block->n_spans; i++) {
            const struct span *span = &a->spans[block->first_span + i];
            size_t start = out.len;
            sketch_add_roles(&out, a, span);
            bool is_plain = out.len == start;
            buf_add_text(&out, is_plain ? "" : "{");
            sketch_add_text(&out, article_str(a, span->text));
            buf_add_text(&out, is_plain ? "" : "}");
        }
        open[depth++] = b;
    }
    return buf_take(&out);
}

#endif
