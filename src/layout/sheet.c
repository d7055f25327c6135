/* SPDX-License-Identifier: ISC */
/*
 * sheet - lines and runs while they are made
 *
 * Plain growing arrays. Nothing in them points anywhere, so that cutting is
 * setting three counters.
 */
#include "sheet.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>

void
sheet_add_line(struct sheet *s, enum line_kind kind, uint32_t at, block_ix b)
{
    MEM_GROW(s->lines, s->cap_lines, s->n_lines + 1);
    s->lines[s->n_lines++] = (struct line){
        .first_run = s->n_runs,
        .at = at,
        .block = b,
        .section = SECTION_NONE,
        .kind = (uint8_t)kind,
    };
}

void
sheet_add_run(struct sheet *s, struct run run)
{
    assert(s->n_lines > 0);
    struct line *line = &s->lines[s->n_lines - 1];

    MEM_GROW(s->runs, s->cap_runs, s->n_runs + 1);
    s->runs[s->n_runs++] = run;
    line->n_runs++;
    if (run.col + run.cols > line->cols)
        line->cols = run.col + run.cols;
}

static struct run
own_run(uint32_t col, uint32_t cols, struct text_ref text, struct look look)
{
    return (struct run){
        .at = text.at,
        .len = text.len,
        .col = col,
        .cols = cols,
        .link = look.link,
        .roles = look.roles,
        .key = look.key,
        .is_own = true,
    };
}

void
sheet_add_own(struct sheet *s, uint32_t col, struct str text, struct look look)
{
    uint32_t cols = (uint32_t)utf8_cols(text);

    sheet_add_run(s, own_run(col, cols, sheet_keep(s, text), look));
}

void
sheet_add_row(struct sheet *s, uint32_t col, struct str sign, uint32_t count,
    struct look look)
{
    struct text_ref text = {(uint32_t)s->text.len, 0};

    if (count == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        buf_add_str(&s->text, sign);
    text.len = (uint32_t)s->text.len - text.at;
    sheet_add_run(s, own_run(col, count, text, look));
}

struct text_ref
sheet_keep(struct sheet *s, struct str text)
{
    struct text_ref ref = {(uint32_t)s->text.len, (uint32_t)text.len};

    buf_add_str(&s->text, text);
    return ref;
}

void
sheet_copy_run(struct sheet *s, struct run run, const char *from, uint32_t cols)
{
    if (run.is_own)
        run.at = sheet_keep(s, (struct str){from + run.at, run.len}).at;
    run.col += cols;
    sheet_add_run(s, run);
}

void
sheet_insert_run(struct sheet *s, uint32_t ix, struct run run)
{
    struct line *line = &s->lines[ix];
    uint32_t at = line->first_run + line->n_runs;

    MEM_GROW(s->runs, s->cap_runs, s->n_runs + 1);
    memmove(s->runs + at + 1, s->runs + at, (s->n_runs - at) * sizeof *s->runs);
    s->runs[at] = run;
    s->n_runs++;
    line->n_runs++;
    line->cols = run.col + run.cols;
    for (uint32_t i = ix + 1; i < s->n_lines; i++)
        s->lines[i].first_run++;
}

struct sheet_state
sheet_state(const struct sheet *s)
{
    return (struct sheet_state){s->n_lines, s->n_runs, s->text.len};
}

void
sheet_cut(struct sheet *s, struct sheet_state state)
{
    s->n_lines = state.n_lines;
    s->n_runs = state.n_runs;
    buf_cut(&s->text, state.n_text);
}

void
sheet_drop_blank(struct sheet *s, uint32_t n)
{
    if (s->n_lines <= n || s->lines[s->n_lines - 1].kind != LINE_BLANK)
        return;
    s->n_lines--;
    s->n_runs = s->lines[s->n_lines].first_run;
}

void
sheet_done(struct sheet *s)
{
    free(s->lines);
    free(s->runs);
    buf_done(&s->text);
    *s = (struct sheet){0};
}
