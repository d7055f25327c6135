/* SPDX-License-Identifier: ISC */
/*
 * laws - what must hold of every layout
 *
 * For tests that lay out articles which nobody has looked at: made by chance in
 * unit/laws.c, by a fuzzer in fuzz/. Each function returns NULL when the law
 * holds, else what is broken, and where in out_line.
 *
 * The text that a layout shows is compared without what is not seen: blanks,
 * soft hyphens and the like. In tables the order is another and names of
 * columns are said again, so that with a table in the article it is only
 * counted.
 */
#ifndef TESTS_LAWS_H
#define TESTS_LAWS_H

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "layout/layout.h"

#include <stdint.h>
#include <stdlib.h>

enum {
    LAWS_LEAST_COLS = 6, /* of a column of a table, if it has that much */
};

/* Returns the text of line i with blanks where there is no run, owned. */
static inline char *
laws_line_text(const struct layout *l, const struct article *a, uint32_t i)
{
    const struct line *line = &l->lines[i];
    struct buf text = {0};
    uint32_t col = 0;

    for (uint32_t r = 0; r < line->n_runs; r++) {
        const struct run *run = &l->runs[line->first_run + r];
        buf_add_repeat(&text, ' ', run->col > col ? run->col - col : 0);
        buf_add_str(&text, layout_run_text(l, a, run));
        col = run->col + run->cols;
    }
    return buf_take(&text);
}

/*
 * Returns the cells by which line i may be too wide: those of graphemes that
 * are wider than the room for text, which is half of the width at least, or a
 * column.
 */
static inline size_t
laws_excess(const struct layout *l, const struct article *a, uint32_t i)
{
    size_t room = (l->cols + 1) / 2, excess = 0;
    char *text = laws_line_text(l, a, i);

    if (room > LAWS_LEAST_COLS)
        room = LAWS_LEAST_COLS;
    for (struct str rest = str_of(text); rest.len > 0;) {
        size_t len = utf8_grapheme(rest);
        size_t cols = utf8_cols(str_slice(rest, 0, len));
        if (cols > room)
            excess += cols - room;
        rest = str_slice(rest, len, rest.len);
    }
    free(text);
    return excess;
}

/* Proves what is said of the runs of a line. */
static inline const char *
laws_of_runs(
    const struct layout *l, const struct article *a, const struct line *line)
{
    uint32_t col = 0;

    for (uint32_t r = 0; r < line->n_runs; r++) {
        const struct run *run = &l->runs[line->first_run + r];
        uint32_t n_text = run->is_own ? l->n_text : a->n_text;
        if (run->at > n_text || run->len > n_text - run->at)
            return "a run is outside of its text";
        struct str text = layout_run_text(l, a, run);
        if (text.len == 0 || !utf8_is_clean(text) ||
            memchr(text.ptr, '\n', text.len))
            return "a run is empty, not clean or more than a line";
        if (run->cols != utf8_cols(text) || run->col < col)
            return "a run is not where it should be";
        if (run->link != LINK_NONE && run->link != LAYOUT_LINK_PREV &&
            run->link != LAYOUT_LINK_NEXT && run->link >= a->n_links)
            return "a run has a link that is none";
        col = run->col + run->cols;
    }
    return line->cols == col ? NULL : "a line does not end with its last run";
}

static inline const char *
laws_of_line(const struct layout *l, const struct article *a, uint32_t i)
{
    const struct line *line = &l->lines[i];
    const char *broken;

    if (line->first_run != (i > 0 ? line[-1].first_run + line[-1].n_runs : 0))
        return "runs are not in the order of lines";
    if (line->n_runs > l->n_runs - line->first_run)
        return "there are not as many runs";
    if ((broken = laws_of_runs(l, a, line)))
        return broken;
    if (line->block >= a->n_blocks || line->at > a->n_text)
        return "a line is at no place";
    if (i > 0 && line->at < line[-1].at)
        return "the place of a line falls";
    if (l->lines[layout_line_at(l, line->at)].at != line->at)
        return "the place of a line does not find it";
    if (line->kind == LINE_BLANK &&
        (i == 0 || i + 1 == l->n_lines || line[-1].kind == LINE_BLANK))
        return "a blank line parts nothing";
    if (l->cols > 0 && line->kind != LINE_CODE && line->cols > l->cols &&
        line->cols > l->cols + laws_excess(l, a, i))
        return "a line is too wide";
    return NULL;
}

/* Adds what is seen of s. */
static inline void
laws_add_seen(struct buf *out, struct str s)
{
    for (size_t i = 0; i < s.len;) {
        uint32_t cp;
        size_t step = utf8_decode(s.ptr + i, s.len - i, &cp);
        if (!utf8_is_space(cp) && cp != 0xAD && cp != 0x200B && cp != 0x2060)
            buf_add(out, s.ptr + i, step);
        i += step;
    }
}

static inline bool
laws_has_tables(const struct article *a)
{
    for (block_ix b = 0; b < a->n_blocks; b++)
        if (a->blocks[b].kind == BLOCK_TABLE)
            return true;
    return false;
}

/* Tells whether no byte occurs less often in got than in want. */
static inline bool
laws_hold_of_bytes(struct str got, struct str want)
{
    long counts[256] = {0};

    for (size_t i = 0; i < got.len; i++)
        counts[(unsigned char)got.ptr[i]]++;
    for (size_t i = 0; i < want.len; i++)
        if (--counts[(unsigned char)want.ptr[i]] < 0)
            return false;
    return true;
}

/*
 * Proves that what is seen is the text of all leaves but those that hidden, one
 * byte a block, or NULL, hides.
 */
static inline const char *
laws_of_text(
    const struct layout *l, const struct article *a, const uint8_t *hidden)
{
    struct buf got = {0}, want = {0};

    for (uint32_t i = 0; i < l->n_runs; i++)
        if (!l->runs[i].is_own)
            laws_add_seen(&got, layout_run_text(l, a, &l->runs[i]));
    for (block_ix b = 0; b < a->n_blocks; b++)
        if (!hidden || !hidden[b])
            laws_add_seen(&want, article_text(a, b));
    bool is_right = laws_has_tables(a)
                        ? laws_hold_of_bytes(buf_str(&got), buf_str(&want))
                        : str_eq(buf_str(&got), buf_str(&want));
    buf_done(&got);
    buf_done(&want);
    return is_right ? NULL : "text is lost, moved or said twice";
}

/*
 * Proves all that must hold of l when the blocks that hidden marks are folded.
 */
static inline const char *
laws_of_layout(const struct layout *l, const struct article *a,
    const uint8_t *hidden, uint32_t *out_line)
{
    const char *broken = NULL;
    uint32_t n_runs = 0;

    for (uint32_t i = 0; i < l->n_lines && !broken; i++) {
        *out_line = i;
        broken = laws_of_line(l, a, i);
        n_runs += l->lines[i].n_runs;
    }
    if (!broken && n_runs != l->n_runs)
        broken = "there are runs without a line";
    return broken ? broken : laws_of_text(l, a, hidden);
}

/*
 * Marks the blocks that folds hide, owned; sections in tables do not fold.
 */
static inline uint8_t *
laws_find_hidden(
    const struct article *a, const struct outline *o, const uint8_t *folded)
{
    uint8_t *hidden = mem_alloc_zero(a->n_blocks, 1);
    block_ix table_end = 0, b = 0;

    for (section_ix s = 0; s < o->n_sections; s++) {
        const struct section *section = &o->sections[s];
        for (; b < section->head; b++)
            if (b >= table_end && a->blocks[b].kind == BLOCK_TABLE)
                table_end = a->blocks[b].end;
        if (folded[s] && section->head >= table_end)
            memset(hidden + section->first, 1, section->end - section->first);
    }
    return hidden;
}

/*
 * Proves that only heads of folded sections hide lines, and that one that says
 * that it hides none hides no text.
 */
static inline const char *
laws_of_heads(const struct layout *l, const struct article *a,
    const struct outline *o, const uint8_t *folded, uint32_t *out_line)
{
    for (uint32_t i = 0; i < l->n_lines; i++) {
        const struct line *line = &l->lines[i];
        *out_line = i;
        if (line->n_hidden > 0 &&
            (line->section == SECTION_NONE || !folded[line->section]))
            return "a line hides lines but is no folded head";
        if (line->section == SECTION_NONE || !folded[line->section] ||
            line->n_hidden > 0)
            continue;
        const struct section *section = &o->sections[line->section];
        for (block_ix b = section->first; b < section->end; b++)
            if (a->blocks[b].n_spans > 0)
                return "a folded head hides text and does not say so";
    }
    return NULL;
}

#endif
