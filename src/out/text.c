/* SPDX-License-Identifier: ISC */
/*
 * text - an article as lines of text, for a file or a terminal
 *
 * Runs stand at columns; what is between them are blanks. Questions are cut out
 * of a layout of everything, because a layout costs as much for one question as
 * for all.
 */
#include "text.h"

#include "base/mem.h"
#include "model/wording.h"
#include "pen.h"

#include <stdlib.h>

static const struct theme *
theme_of(const struct out_opts *opts)
{
    return opts->theme ? opts->theme : theme_default();
}

/*
 * Returns a layout of the piece; the whole article's if is_all, to cut parts
 * out of, which a list of addresses at the end would not be part of.
 */
static struct layout *
lay_out(const struct piece *p, bool is_all)
{
    const struct out_opts *opts = p->opts;
    uint8_t *folded = NULL;

    if (opts->is_collapsed) {
        folded = mem_alloc(p->outline->n_sections);
        outline_default_folds(p->outline, p->a, true, folded);
    }
    struct layout *l = layout_new(
        p->a, &(struct layout_opts){
                  .cols = opts->cols,
                  .is_greedy = opts->is_greedy,
                  .has_head = !opts->is_body && !p->is_section && !is_all,
                  .is_text = opts->is_body,
                  .links = is_all && opts->links == LAYOUT_LINKS_END
                               ? LAYOUT_LINKS_INLINE
                               : opts->links,
                  .first = p->is_section && !is_all ? p->first : 0,
                  .end = p->is_section && !is_all ? p->end : 0,
                  .outline = p->outline,
                  .folded = folded,
              });
    free(folded);
    return l;
}

/*
 * Writes a line of l without the first columns, of which runs have nothing.
 */
static void
add_line(struct pen *pen, const struct layout *l, uint32_t line, uint32_t left,
    const struct theme *theme)
{
    uint32_t first = l->lines[line].first_run, col = left;

    for (uint32_t i = 0; i < l->lines[line].n_runs; i++) {
        const struct run *run = &l->runs[first + i];
        struct attrs attrs = theme_attrs(theme, (enum theme_key)run->key,
            run->roles, run->link != LINK_NONE);
        if (run->col > col)
            pen_skip(pen, run->col - col);
        pen_add(pen, layout_run_text(l, pen->a, run), attrs, run->link);
        col = run->col + run->cols;
    }
    pen_end_line(pen);
}

static void
add_foot(struct pen *pen, const struct piece *p, struct str text)
{
    pen_add(pen, text, theme_attrs(theme_of(p->opts), THEME_FOOT, 0, false),
        LINK_NONE);
    pen_end_line(pen);
}

/*
 * Adds a line that says on which page of the article this is, if it goes on.
 */
static void
add_page(struct pen *pen, const struct piece *p)
{
    static const struct str how = STR_INIT("--next reads on");
    struct buf line = {0};
    struct str page = article_fact(p->a, FACT_PAGE);
    size_t slash = str_find(page, STR("/"), 0);
    struct str last = str_slice(page, slash + 1, page.len);

    if (p->opts->is_body || p->is_section || !article_goes_on(p->a, 1))
        return;
    pen_end_line(pen);
    buf_add_format(&line, "Page %.*s%s%.*s", STR_ARG(str_slice(page, 0, slash)),
        last.len > 0 ? " of " : "", STR_ARG(last));
    if (p->opts->cols > 0 && p->opts->cols < line.len + 2 + how.len) {
        add_foot(pen, p, buf_str(&line));
        add_foot(pen, p, how);
    } else {
        buf_add_format(&line, "; %.*s", STR_ARG(how));
        add_foot(pen, p, buf_str(&line));
    }
    buf_done(&line);
}

void
text_add_whole(const struct piece *p, struct buf *out)
{
    struct pen pen = pen_begin(out, p->a, p->opts, p->has_escapes);
    struct layout *l = lay_out(p, false);

    for (uint32_t line = 0; line < l->n_lines; line++)
        add_line(&pen, l, line, 0, theme_of(p->opts));
    add_page(&pen, p);
    layout_free(l);
}

void
text_add_body(const struct piece *p, struct buf *out)
{
    const struct out_opts opts = {.format = OUT_TEXT, .is_body = true};
    struct piece body = *p;

    body.opts = &opts;
    body.has_escapes = false;
    text_add_whole(&body, out);
}

void
text_add_contents(const struct piece *p, struct buf *out)
{
    const struct theme *theme = theme_of(p->opts);
    struct pen pen = pen_begin(out, p->a, p->opts, p->has_escapes);
    uint32_t top = 0; /* depth of the first entry */

    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        if (!piece_has_entry(p, s))
            continue;
        if (top == 0)
            top = section->depth;
        enum theme_key key =
            section->depth == top ? THEME_HEADING2 : THEME_TEXT;
        pen_skip(&pen, 2 * (size_t)(section->depth - top));
        struct str label = outline_label(p->outline, p->a, s);
        pen_add(
            &pen, label, theme_attrs(theme, THEME_MARKER, 0, false), LINK_NONE);
        pen_skip(&pen, label.len > 0);
        struct buf title = {0};
        wording_add_line(p->a, section->head, &title);
        pen_add(&pen, buf_str(&title), theme_attrs(theme, key, 0, false),
            LINK_NONE);
        buf_done(&title);
        pen_end_line(&pen);
    }
}

static bool
is_empty(const struct layout *l, uint32_t line)
{
    return l->lines[line].n_runs == 0;
}

/*
 * Finds the lines that show blocks from first to end, without empty ones around
 * them, from line on.
 */
static void
find_lines(const struct layout *l, block_ix first, block_ix end, uint32_t *line,
    uint32_t *out_end)
{
    while (*line < l->n_lines && l->lines[*line].block < first)
        (*line)++;
    while (
        *line < l->n_lines && l->lines[*line].block < end && is_empty(l, *line))
        (*line)++;
    uint32_t last = *line;
    while (last < l->n_lines && l->lines[last].block < end)
        last++;
    while (last > *line && is_empty(l, last - 1))
        last--;
    *out_end = last;
}

void
text_add_questions(const struct piece *p, struct buf *out)
{
    struct pen pen = pen_begin(out, p->a, p->opts, p->has_escapes);
    struct layout *l = lay_out(p, true);
    uint32_t line = 0, end_line = 0;
    block_ix end = 0; /* of the last question: others inside it are its own */

    for (section_ix s = 0; s < p->outline->n_sections; s++) {
        const struct section *section = &p->outline->sections[s];
        if (!piece_has_question(p, s) || section->head < end)
            continue;
        if (end > 0)
            pen_end_line(&pen);
        end = section->end;
        find_lines(l, section->head, end, &line, &end_line);
        for (; line < end_line; line++)
            add_line(&pen, l, line, 0, theme_of(p->opts));
    }
    layout_free(l);
}

void
text_add_range(const struct layout *l, const struct article *a, block_ix first,
    block_ix end, uint32_t *line, struct buf *out)
{
    const struct out_opts opts = {.format = OUT_TEXT};
    struct pen pen = pen_begin(out, a, &opts, false);
    uint32_t end_line, left = UINT32_MAX;

    find_lines(l, first, end, line, &end_line);
    for (uint32_t i = *line; i < end_line; i++)
        if (!is_empty(l, i) && l->runs[l->lines[i].first_run].col < left)
            left = l->runs[l->lines[i].first_run].col;
    for (uint32_t i = *line; i < end_line; i++)
        add_line(&pen, l, i, left, theme_default());
}
