/* SPDX-License-Identifier: ISC */
/*
 * pane - an article in a part of the screen
 *
 * Every change of width, folds or titles makes a new layout: that takes
 * milliseconds for a book, and nothing has to be patched.
 *
 * Lines before the line of a place may have the same offset, such as the title
 * before the first words; place.lead says how many of them are seen. At the
 * very beginning it is PLACE_ALL: there may be more of them in another width.
 */
#include "ui/pane.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/carry.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PLACE_ALL UINT32_MAX

enum {
    MARGIN = 1,       /* columns at each side, for the marks of cut lines */
    SHOW_COLS = 8,    /* of what is shown are not cut at the right */
    LOOK_AROUND = 256 /* lines among which a byte is looked for */
};

static uint32_t
last_top(const struct pane *p)
{
    uint32_t rows = p->rows > 0 ? (uint32_t)p->rows : 1;
    return p->layout->n_lines > rows ? p->layout->n_lines - rows : 0;
}

/* Looks up the line of the place. */
static void
find_top(struct pane *p)
{
    const struct line *lines = p->layout->lines;
    uint32_t line = layout_line_at(p->layout, p->place.at);
    uint32_t lead = p->place.lead;

    while (lead > 0 && line > 0 && lines[line - 1].at == lines[line].at &&
           lines[line].at == p->place.at) {
        line--;
        lead--;
    }
    p->top = line < last_top(p) ? line : last_top(p);
}

/* Notes the place of the line on top. */
static void
note_place(struct pane *p)
{
    if (p->layout->n_lines == 0)
        return;
    uint32_t at = p->layout->lines[p->top].at;
    uint32_t lead = layout_line_at(p->layout, at) - p->top;
    p->place = (struct place){at, p->top == 0 ? PLACE_ALL : lead};
}

static void
lay_out(struct pane *p)
{
    if (!p->article || p->text_cols <= 0)
        return;
    struct layout_opts opts = {
        .cols = (uint32_t)p->text_cols,
        .is_greedy = p->is_greedy,
        .has_head = true,
        .links = LAYOUT_LINKS_NONE,
        .outline = p->outline,
        .folded = p->folded,
        .prev_title = str_of(p->prev_title),
        .next_title = str_of(p->next_title),
    };
    layout_free(p->layout);
    p->layout = layout_new(p->article, &opts);
    find_top(p);
    pane_shift(p, 0);
}

/* Frees the article and what is made from it. */
static void
close_article(struct pane *p)
{
    layout_free(p->layout);
    outline_free(p->outline);
    article_free(p->article);
    free(p->folded);
    free(p->words);
    p->layout = NULL;
    p->outline = NULL;
    p->article = NULL;
    p->folded = NULL;
    p->words = NULL;
}

void
pane_done(struct pane *p)
{
    close_article(p);
    free(p->prev_title);
    free(p->next_title);
    *p = (struct pane){0};
}

struct article *
pane_take(struct pane *p)
{
    struct article *article = p->article;
    p->article = NULL;
    close_article(p);
    return article;
}

/* Makes what is made from an article, but for the layout. */
static void
take_article(struct pane *p, struct article *article, bool is_closed)
{
    p->article = article;
    p->outline = outline_new(article);
    p->folded = mem_alloc_zero(p->outline->n_sections + 1, 1);
    outline_default_folds(p->outline, article, is_closed, p->folded);
    p->words = mem_alloc_zero(article->n_blocks + 1, sizeof *p->words);
    for (block_ix b = 0; b < article->n_blocks; b++) {
        bool has_text = article->blocks[b].n_spans > 0;
        p->words[b + 1] =
            p->words[b] + (has_text ? article_words(article, b, b + 1) : 0);
    }
}

void
pane_open(struct pane *p, struct article *article, bool is_closed)
{
    close_article(p);
    take_article(p, article, is_closed);
    p->place = (struct place){0, PLACE_ALL};
    p->has_here = false;
    p->shift = 0;
    p->top = 0;
    lay_out(p);
}

void
pane_replace(struct pane *p, struct article *article, bool is_closed)
{
    struct pane old = *p;
    struct carry_folds from = {old.article, old.outline, old.folded};
    bool is_at_start = p->place.at == 0 && p->place.lead == PLACE_ALL;

    p->layout = NULL;
    take_article(p, article, is_closed);
    struct carry_folds to = {article, p->outline, p->folded};
    carry_folds(&from, &to);
    if (!is_at_start)
        p->place.at = carry_place(old.article, article, p->place.at);
    if (p->has_here)
        p->here = carry_place(old.article, article, p->here);
    old.prev_title = old.next_title = NULL; /* still in use */
    close_article(&old);
    lay_out(p);
}

void
pane_resize(struct pane *p, int cols, int rows, int measure)
{
    p->cols = cols;
    p->rows = rows;
    p->measure = measure;
    int room = cols - 2 * MARGIN;
    if (room < 1)
        room = 1;
    int text_cols = measure < room ? measure : room;
    bool is_new = text_cols != p->text_cols || !p->layout;

    p->text_cols = text_cols;
    p->text_col = (cols - text_cols) / 2;
    if (is_new)
        lay_out(p);
    else
        find_top(p);
}

static bool
put_title(char **title, const char *text)
{
    if (str_eq(str_of(*title), str_of(text)))
        return false;
    free(*title);
    *title = text ? mem_copy_text(text, strlen(text)) : NULL;
    return true;
}

bool
pane_titles(struct pane *p, const char *prev, const char *next)
{
    bool is_new = put_title(&p->prev_title, prev);
    is_new = put_title(&p->next_title, next) || is_new;
    if (is_new)
        lay_out(p);
    return is_new;
}

void
pane_go(struct pane *p, uint32_t line)
{
    p->top = line < last_top(p) ? line : last_top(p);
    p->has_here = false;
    note_place(p);
}

bool
pane_scroll(struct pane *p, long n)
{
    uint32_t old = p->top, limit = last_top(p);
    if (n < 0 && (unsigned long)-n >= p->top)
        pane_go(p, 0);
    else if (n > 0 && (unsigned long)n >= limit - p->top)
        pane_go(p, limit);
    else
        pane_go(p, (uint32_t)(p->top + n));
    return p->top != old;
}

long
pane_page(const struct pane *p)
{
    return p->rows > 2 * PANE_CONTEXT ? p->rows - PANE_CONTEXT : 1;
}

void
pane_return(struct pane *p, struct place place)
{
    p->place = place;
    p->has_here = false;
    find_top(p);
}

/* Tells whether one of the runs of a line shows the byte at. */
static bool
shows(const struct layout *l, uint32_t line, uint32_t at)
{
    const struct line *ln = &l->lines[line];
    for (uint32_t i = 0; i < ln->n_runs; i++) {
        const struct run *run = &l->runs[ln->first_run + i];
        if (!run->is_own && at >= run->at && at < run->at + run->len)
            return true;
    }
    return false;
}

uint32_t
pane_line(const struct pane *p, uint32_t at)
{
    const struct layout *l = p->layout;
    uint32_t line = layout_line_at(l, at);

    /* Cells of a table stand side by side, so that a line further up, or the
     * next one, may be the one that shows the byte. */
    uint32_t end = line + 2 < l->n_lines ? line + 2 : l->n_lines;
    uint32_t first = line > LOOK_AROUND ? line - LOOK_AROUND : 0;
    for (uint32_t i = end; i > first; i--) {
        if (shows(l, i - 1, at))
            return i - 1;
    }
    return line;
}

bool
pane_is_seen(const struct pane *p, uint32_t line)
{
    return line >= p->top && line - p->top < (uint32_t)p->rows;
}

bool
pane_is_at_end(const struct pane *p)
{
    return p->top >= last_top(p);
}

void
pane_jump(struct pane *p, uint32_t at)
{
    pane_go(p, pane_line(p, at));
    p->here = at;
    p->has_here = true;
}

/* Scrolls code to the side until the byte at, which is on the line, is seen. */
static void
show_column(struct pane *p, const struct line *line, uint32_t at)
{
    int fixed = 0; /* columns that stay where they are */
    for (uint32_t i = 0; line->kind == LINE_CODE && i < line->n_runs; i++) {
        const struct run *run = &p->layout->runs[line->first_run + i];
        if (run->is_fixed)
            fixed = (int)(run->col + run->cols);
        if (run->is_fixed || run->is_own || at < run->at ||
            at >= run->at + run->len)
            continue;
        struct str text = layout_run_text(p->layout, p->article, run);
        int col =
            (int)(run->col + utf8_cols(str_slice(text, 0, at - run->at))) -
            p->shift;
        int room = pane_code_cols(p);
        bool is_cut = (int)line->cols - p->shift > room;
        if (col < fixed || (is_cut && col > room - SHOW_COLS))
            pane_shift(p, col - room / 3);
        return;
    }
}

void
pane_show(struct pane *p, uint32_t at)
{
    uint32_t line = pane_line(p, at), rows = (uint32_t)p->rows;
    if (line < p->layout->n_lines)
        show_column(p, &p->layout->lines[line], at);
    if (pane_is_seen(p, line))
        return;
    uint32_t above = rows / 3;
    pane_go(p, line > above ? line - above : 0);
}

/* Returns the last line that belongs to a section, if one is seen: notes and
 * the foot of the article belong to none. */
static uint32_t
last_in_section(const struct pane *p)
{
    const struct line *lines = p->layout->lines;
    for (uint32_t i = p->layout->n_lines; i > p->top; i--) {
        if (outline_at(p->outline, lines[i - 1].block) != SECTION_NONE)
            return i - 1;
    }
    return p->layout->n_lines - 1;
}

/* Returns the line that is being read: the one jumped to if it is seen, else
 * the first with something on it; at the end the last of a section. */
static uint32_t
line_being_read(const struct pane *p)
{
    const struct layout *l = p->layout;
    uint32_t line = p->has_here ? pane_line(p, p->here) : p->top;

    if (p->has_here && pane_is_seen(p, line))
        return line;
    if (p->top > 0 && pane_is_at_end(p))
        return last_in_section(p);
    line = p->top;
    while (line + 1 < l->n_lines && l->lines[line].kind == LINE_BLANK)
        line++;
    return line;
}

section_ix
pane_section(const struct pane *p, bool is_heading)
{
    if (p->layout->n_lines == 0)
        return SECTION_NONE;
    const struct section *sections = p->outline->sections;
    block_ix b = p->layout->lines[line_being_read(p)].block;
    section_ix s = outline_at(p->outline, b);
    while (is_heading && s != SECTION_NONE && sections[s].depth == 0)
        s = sections[s].parent;
    return s;
}

uint32_t
pane_section_at(const struct pane *p, section_ix s)
{
    return article_block_offset(p->article, p->outline->sections[s].head);
}

/* Tells whether a fold around section s hides its head. */
static bool
is_hidden(const struct pane *p, section_ix s)
{
    const struct section *sections = p->outline->sections;
    block_ix head = sections[s].head;
    for (s = sections[s].parent; s != SECTION_NONE; s = sections[s].parent) {
        if (p->folded[s] && head >= sections[s].first && head < sections[s].end)
            return true;
    }
    return false;
}

/* Returns the first section whose head is on the line or below it. */
static section_ix
first_from(const struct pane *p, uint32_t line)
{
    section_ix low = 0, high = p->outline->n_sections;
    while (low < high) {
        section_ix middle = low + (high - low) / 2;
        if (pane_line(p, pane_section_at(p, middle)) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

section_ix
pane_next_heading(const struct pane *p, int step)
{
    section_ix n = p->outline->n_sections;
    uint32_t reading = p->layout->n_lines ? line_being_read(p) : 0;
    section_ix first =
        step > 0 ? first_from(p, reading + 1) : first_from(p, reading) - 1;

    for (section_ix s = first; s < n; s += (uint32_t)step) {
        if (p->outline->sections[s].depth > 0 && !is_hidden(p, s))
            return s;
    }
    return SECTION_NONE;
}

bool
pane_can_fold(const struct pane *p, section_ix s)
{
    const struct section *section = &p->outline->sections[s];
    return section->first < section->end;
}

void
pane_fold(struct pane *p, section_ix s, bool is_folded)
{
    assert(pane_can_fold(p, s));
    p->folded[s] = is_folded;
    lay_out(p);
}

void
pane_fold_all(struct pane *p, bool is_folded)
{
    for (uint32_t s = 0; s < p->outline->n_sections; s++)
        p->folded[s] = is_folded && pane_can_fold(p, s);
    lay_out(p);
}

void
pane_reveal(struct pane *p, uint32_t at)
{
    const struct section *sections = p->outline->sections;
    block_ix b = article_block_at(p->article, at);
    bool is_changed = false;

    for (section_ix s = outline_at(p->outline, b); s != SECTION_NONE;
         s = sections[s].parent) {
        if (p->folded[s] && b >= sections[s].first && b < sections[s].end) {
            p->folded[s] = 0;
            is_changed = true;
        }
    }
    if (is_changed)
        lay_out(p);
}

void
pane_put_folds(struct pane *p, const uint8_t *folded, uint32_t n)
{
    if (n != p->outline->n_sections || n == 0 ||
        memcmp(p->folded, folded, n) == 0)
        return;
    memcpy(p->folded, folded, n);
    lay_out(p);
}

bool
pane_shift(struct pane *p, int n)
{
    int old = p->shift;
    int limit = (int)p->layout->max_cols - pane_code_cols(p);
    int shift = old + n;
    if (shift > limit)
        shift = limit;
    p->shift = shift > 0 ? shift : 0;
    return p->shift != old;
}

unsigned
pane_percent(const struct pane *p)
{
    uint32_t limit = last_top(p);
    return limit == 0 ? 100 : (unsigned)((uint64_t)p->top * 100 / limit);
}

uint32_t
pane_minutes_left(const struct pane *p)
{
    if (pane_is_at_end(p) || p->layout->n_lines == 0)
        return 0;
    uint32_t before = p->words[p->layout->lines[p->top].block];
    return article_minutes(p->words[p->article->n_blocks] - before);
}
