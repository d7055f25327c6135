/* SPDX-License-Identifier: ISC */
/*
 * proof - articles made by hand, and what their layout looks like
 *
 * For the tests of the layout: shorthands for the builder, and a layout written
 * as text, as it stands on a page.
 */
#ifndef UNIT_PROOF_H
#define UNIT_PROOF_H

#include "base/utf8.h"
#include "layout/layout.h"
#include "model/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* Adds a leaf of plain text and returns its index. */
static inline block_ix
proof_add(struct build *b, enum block_kind kind, const char *text)
{
    block_ix ix = build_open(b, kind);

    build_text(b, str_of(text), SPAN_PLAIN);
    build_close(b);
    return ix;
}

/* Adds a heading of that level with those marks. */
static inline block_ix
proof_add_heading(
    struct build *b, unsigned level, const char *text, unsigned marks)
{
    block_ix ix = proof_add(b, BLOCK_HEADING, text);

    build_level(b, ix, level);
    build_mark(b, ix, marks);
    return ix;
}

/* Opens a block with marks. */
static inline block_ix
proof_open(struct build *b, enum block_kind kind, unsigned marks)
{
    block_ix ix = build_open(b, kind);

    build_mark(b, ix, marks);
    return ix;
}

/* Adds an item with one paragraph. */
static inline void
proof_add_item(struct build *b, const char *text, unsigned marks)
{
    proof_open(b, BLOCK_ITEM, marks);
    proof_add(b, BLOCK_PARA, text);
    build_close(b);
}

/* Adds a row of cells, whose texts are parted by '|'; empty ones are empty. */
static inline void
proof_add_row(struct build *b, const char *texts, unsigned marks)
{
    struct str rest = str_of(texts);

    proof_open(b, BLOCK_ROW, marks);
    for (bool is_last = false; !is_last;) {
        size_t end = str_find(rest, STR("|"), 0);
        is_last = end == rest.len;
        build_number(b, proof_open(b, BLOCK_CELL, marks), 1);
        if (end > 0) {
            build_open(b, BLOCK_PARA);
            build_text(b, str_slice(rest, 0, end), SPAN_PLAIN);
            build_close(b);
        }
        build_close(b);
        rest = str_slice(rest, end + 1, rest.len);
    }
    build_close(b);
}

/* Returns the article that b builds, checked. */
static inline struct article *
proof_finish(struct build *b)
{
    struct err err = {0};
    struct article *a = build_finish(b);

    if (!article_check(a, &err))
        fail_msg("%s", err.text);
    return a;
}

/* Adds line i as text, with blanks where there is no run. */
static inline void
proof_add_line(struct buf *out, const struct layout *l, const struct article *a,
    uint32_t i)
{
    const struct line *line = &l->lines[i];
    uint32_t col = 0;

    for (uint32_t r = 0; r < line->n_runs; r++) {
        const struct run *run = &l->runs[line->first_run + r];
        assert_true(run->col >= col);
        buf_add_repeat(out, ' ', run->col - col);
        buf_add_str(out, layout_run_text(l, a, run));
        col = run->col + run->cols;
    }
    buf_add_char(out, '\n');
}

/* Returns the layout as text, owned. */
static inline char *
proof_text(const struct layout *l, const struct article *a)
{
    struct buf out = {0};

    for (uint32_t i = 0; i < l->n_lines; i++)
        proof_add_line(&out, l, a, i);
    return buf_take(&out);
}

/* Compares the layout of a with what is wanted. */
static inline void
proof_assert(const struct article *a, struct layout_opts opts, const char *want)
{
    struct outline *outline = outline_new(a);

    if (!opts.outline)
        opts.outline = outline;
    struct layout *l = layout_new(a, &opts);
    char *got = proof_text(l, a);
    if (strcmp(got, want) != 0)
        fail_msg("got\n%s\nnot\n%s", got, want);
    free(got);
    layout_free(l);
    outline_free(outline);
}

/* Does the same with what b builds, which it takes, at cols columns. */
static inline void
proof_assert_build(struct build *b, uint32_t cols, const char *want)
{
    struct article *a = proof_finish(b);

    proof_assert(a, (struct layout_opts){.cols = cols}, want);
    article_free(a);
}

/* Sets the locale; a group's setup. */
static inline int
proof_start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

#endif
