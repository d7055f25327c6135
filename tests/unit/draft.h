/* SPDX-License-Identifier: ISC */
/*
 * draft - short ways to make an article and to see what is written of it
 *
 * The text of a leaf is written with its spans in braces, behind letters for
 * what they are:
 *
 *      "plain {e|emphasis} and {sl|a strong link}"
 */
#ifndef UNIT_DRAFT_H
#define UNIT_DRAFT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "model/build.h"
#include "out/out.h"

#include <stdlib.h>

/*
 * Returns what the letters up to '|' say a span is.
 */
static inline struct span_style
draft_style(struct build *b, const char *letters)
{
    static const struct {
        char letter;
        uint32_t role;
        const char *link, *image;
    } styles[] = {
        {'e', ROLE_EM, NULL, NULL},
        {'s', ROLE_STRONG, NULL, NULL},
        {'c', ROLE_CODE, NULL, NULL},
        {'d', ROLE_STRIKE, NULL, NULL},
        {'i', ROLE_INSERT, NULL, NULL},
        {'m', ROLE_MARK, NULL, NULL},
        {'b', ROLE_SUB, NULL, NULL},
        {'p', ROLE_SUP, NULL, NULL},
        {'k', ROLE_KBD, NULL, NULL},
        {'l', 0, "http://a.org/", NULL},
        {'L', 0, "b.md", NULL},
        {'I', ROLE_IMAGE, NULL, "c.png"},
        {'n', ROLE_NOTE_REF, "#fn-x", NULL},
        {'r', ROLE_NOTE_BACK, "#fnref-x", NULL},
    };
    struct span_style style = SPAN_PLAIN;

    for (; *letters != '|'; letters++)
        for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
            if (styles[i].letter != *letters)
                continue;
            style.roles |= styles[i].role;
            if (styles[i].link)
                style.link = build_link(b, str_of(styles[i].link));
            if (styles[i].image)
                style.image = build_link(b, str_of(styles[i].image));
        }
    return style;
}

/*
 * Adds text to the open leaf; '\n' ends a line.
 */
static inline void
draft_text(struct build *b, struct str text, struct span_style style)
{
    struct str line;

    for (bool is_first = true; (line = str_next_line(&text)).ptr;) {
        if (!is_first)
            build_break(b, style);
        build_text(b, line, style);
        is_first = false;
    }
}

/*
 * Adds a leaf with spans, and returns its index.
 */
static inline block_ix
draft_leaf(struct build *b, enum block_kind kind, const char *spans)
{
    block_ix ix = build_open(b, kind);
    struct str s = str_of(spans);

    while (s.len > 0) {
        size_t open = str_find(s, STR("{"), 0);
        if (open > 0 && kind == BLOCK_CODE)
            build_text(b, str_slice(s, 0, open), SPAN_PLAIN);
        else if (open > 0)
            draft_text(b, str_slice(s, 0, open), SPAN_PLAIN);
        s = str_slice(s, open, s.len);
        if (s.len == 0)
            break;
        size_t bar = str_find(s, STR("|"), 0), end = str_find(s, STR("}"), 0);
        draft_text(b, str_slice(s, bar + 1, end), draft_style(b, s.ptr + 1));
        s = str_slice(s, end + 1, s.len);
    }
    build_close(b);
    return ix;
}

static inline block_ix
draft_para(struct build *b, const char *spans)
{
    return draft_leaf(b, BLOCK_PARA, spans);
}

static inline block_ix
draft_heading(struct build *b, unsigned level, const char *spans)
{
    block_ix ix = draft_leaf(b, BLOCK_HEADING, spans);

    build_level(b, ix, level);
    return ix;
}

/*
 * Returns what is written of b, which is taken, with opts; owned.
 */
static inline char *
draft_write(struct build *b, struct out_opts opts)
{
    struct article *a = build_finish(b);
    struct buf out = {0};
    struct err err;

    assert_true(article_check(a, &err));
    if (!out_write(a, &opts, &out, &err))
        fail_msg("%s", err.text);
    article_free(a);
    return buf_take(&out);
}

/*
 * Compares what is written of b, which is taken, with want.
 */
static inline void
draft_expect(
    struct build *b, struct out_opts opts, const char *name, const char *want)
{
    char *got = draft_write(b, opts);

    if (strcmp(got, want) != 0)
        fail_msg("%s: wanted\n%s\ngot\n%s", name, want, got);
    free(got);
}

/*
 * Prepares all tests of a program.
 */
static inline int
draft_start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

#endif
