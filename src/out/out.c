/* SPDX-License-Identifier: ISC */
/*
 * out - an article written in a format
 *
 * Looks up what is asked for and leaves the rest to the format. A format is a
 * row of one table: three functions, and whether it is for terminals.
 */
#include "out/out.h"

#include "digest.h"
#include "html.h"
#include "json.h"
#include "markdown.h"
#include "piece.h"
#include "text.h"

typedef void (*add_fn)(const struct piece *p, struct buf *out);

static const struct {
    add_fn parts[3]; /* by enum out_part */
    bool has_escapes;
} formats[OUT_FORMAT_COUNT] = {
    [OUT_TEXT] =
        {
            .parts = {text_add_whole, text_add_contents, text_add_questions},
        },
    [OUT_ANSI] =
        {
            .parts = {text_add_whole, text_add_contents, text_add_questions},
            .has_escapes = true,
        },
    [OUT_MARKDOWN] =
        {
            .parts = {markdown_add_whole, markdown_add_contents,
                markdown_add_questions},
        },
    [OUT_HTML] =
        {
            .parts = {html_add_whole, html_add_contents, html_add_questions},
        },
    [OUT_JSON] =
        {
            .parts = {json_add_whole, json_add_contents, json_add_questions},
        },
};

/*
 * Narrows p down to the section that is asked for.
 */
static bool
choose_section(struct piece *p, struct err *err)
{
    section_ix s = outline_find(p->outline, p->a, p->opts->section, err);

    if (s == SECTION_NONE)
        return false;
    p->first = p->outline->sections[s].head;
    p->end = p->outline->sections[s].end;
    p->is_section = true;
    /* The summary stands in what it sums up. */
    if (p->a->blocks[p->first].kind == BLOCK_SUMMARY)
        p->first = p->a->blocks[p->first].parent;
    return true;
}

bool
out_write(const struct article *a, const struct out_opts *opts, struct buf *out,
    struct err *err)
{
    struct outline *outline = outline_new(a);
    struct piece p = {
        .a = a,
        .outline = outline,
        .opts = opts,
        .first = 1,
        .end = a->n_blocks,
        .has_escapes = formats[opts->format].has_escapes,
    };
    bool is_found = opts->section.len == 0 || choose_section(&p, err);

    if (is_found)
        formats[opts->format].parts[opts->part](&p, out);
    outline_free(outline);
    return is_found;
}

bool
out_write_feed(const struct feed *f, const struct out_opts *opts,
    struct buf *out, struct err *err)
{
    const bool is_whole = opts->part == OUT_WHOLE && opts->section.len == 0;
    struct article *a;

    if (opts->format == OUT_JSON && is_whole) {
        json_add_feed(f, out);
        return true;
    }
    a = digest_new(f);
    bool ok = out_write(a, opts, out, err);
    article_free(a);
    return ok;
}

feed_ix
out_find_entry(const struct feed *f, struct str section, struct err *err)
{
    struct article *a = digest_new(f);
    struct outline *outline = outline_new(a);
    section_ix s = outline_find(outline, a, section, err);

    outline_free(outline);
    article_free(a);
    return s == SECTION_NONE ? FEED_NONE : s;
}
