/* SPDX-License-Identifier: ISC */
/*
 * layout - an article as lines of a given width
 *
 * Puts the parts together: the cover, the blocks, the addresses of the links.
 * Lines come out in reading order; only what stands side by side or is said
 * twice could make a place fall, so places are raised where they do, in one
 * pass at the end.
 */
#include "layout/layout.h"

#include "base/mem.h"
#include "cover.h"
#include "forme.h"

#include <stdlib.h>

/*
 * Returns where the text of every block, or of what follows it, begins.
 */
static uint32_t *
find_offsets(const struct article *a)
{
    uint32_t *offsets = mem_alloc((a->n_blocks + 1) * sizeof *offsets);
    const struct span *last = a->spans + a->n_spans;
    uint32_t at = a->n_spans > 0 ? last[-1].text.at + last[-1].text.len : 0;

    offsets[a->n_blocks] = at;
    for (block_ix b = a->n_blocks; b-- > 0;) {
        if (a->blocks[b].n_spans > 0)
            at = a->spans[a->blocks[b].first_span].text.at;
        offsets[b] = at;
    }
    return offsets;
}

/*
 * Makes a layout of the sheet, which it takes.
 */
static struct layout *
finish(struct sheet *sheet, const struct article *a, uint32_t cols)
{
    struct layout *l = mem_alloc(sizeof *l);
    uint32_t at = 0, max_cols = 0, n_text = (uint32_t)sheet->text.len;

    sheet_drop_blank(sheet, 0);
    for (uint32_t i = 0; i < sheet->n_lines; i++) {
        struct line *line = &sheet->lines[i];
        if (line->at < at)
            line->at = at;
        if (line->block >= a->n_blocks)
            line->block = a->n_blocks - 1;
        at = line->at;
        max_cols = line->cols > max_cols ? line->cols : max_cols;
    }
    *l = (struct layout){
        .lines = sheet->lines,
        .runs = sheet->runs,
        .n_lines = sheet->n_lines,
        .n_runs = sheet->n_runs,
        .n_text = n_text,
        .text = buf_take(&sheet->text),
        .cols = cols,
        .max_cols = max_cols,
    };
    *sheet = (struct sheet){0};
    return l;
}

struct layout *
layout_new(const struct article *a, const struct layout_opts *opts)
{
    bool is_part = opts->end > opts->first;
    block_ix first = is_part ? opts->first : 1;
    block_ix end = is_part ? opts->end : a->n_blocks;
    uint32_t *offsets = find_offsets(a);
    struct press p = {
        .a = a, .opts = opts, .offsets = offsets, .fill = forme_put};
    struct sheet sheet = {0};
    struct galley page;

    refs_init(&p.refs, a, opts->links);
    galley_init(&page, &sheet, opts->cols, end, THEME_TEXT);
    page.can_fold = true;

    if (opts->has_head)
        cover_put_head(&p, &page);
    forme_put(&p, &page, first, end);
    cover_put_refs(&p, &page, end);
    cover_put_foot(&p, &page, end);

    free(offsets);
    prose_done(&p.prose);
    wrap_done(&p.wrap);
    refs_done(&p.refs);
    return finish(&sheet, a, opts->cols);
}

void
layout_free(struct layout *l)
{
    if (!l)
        return;
    free((void *)l->lines);
    free((void *)l->runs);
    free((void *)l->text);
    free(l);
}

struct str
layout_run_text(
    const struct layout *l, const struct article *a, const struct run *run)
{
    return (struct str){(run->is_own ? l->text : a->text) + run->at, run->len};
}

uint32_t
layout_line_at(const struct layout *l, uint32_t at)
{
    uint32_t low = 0, high = l->n_lines;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (l->lines[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}
