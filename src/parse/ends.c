/* SPDX-License-Identifier: ISC */
/*
 * ends - what stands before the first paragraph of an article and behind the
 * last
 *
 * In front, between the title and the first sentence, that is what the article
 * is filed under, who wrote it and what that person does: a few short lines that
 * do not end as sentences do. Behind the last sentence it is a link that leads
 * on, and headings of parts that are gone. What is no plain line (a heading, a
 * list, a picture, a table) ends the search.
 */
#include "ends.h"

#include "base/mem.h"
#include "dateline.h"

#include <stdlib.h>

enum {
    MIN_TEXT = 500,     /* letters of sentences in what has ends */
    MAX_LINE = 60,      /* letters of a line in front */
    MAX_HEAD = 3,       /* lines in front; more are a list, or verse */
    MAX_LINK = 90,      /* letters of a link behind */
    MAX_TITLE = 90,     /* letters of a heading */
    MAX_TAIL = 2,       /* links behind; more are a list */
    MAX_SIGNATURE = 80, /* letters of a line of who wrote it, or when */
};

/* Blocks that have text of their own, or something to see, in order. */
struct lines {
    uint32_t *rows;
    uint32_t n, cap;
};

/*
 * Tells whether row is a plain line: a block with text, and no block in it.
 */
static bool
is_line(const struct row *row)
{
    return (row->element == ELEMENT_P || row->element == ELEMENT_DIV ||
               row->element == ELEMENT_SECTION ||
               row->element == ELEMENT_HEADER) &&
           row->line_text > 0 && row->line_text == row->sum.text;
}

/*
 * Tells whether row shows something besides text.
 */
static bool
is_shown(const struct row *row)
{
    switch (row->node->v.element.tag) {
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
        return true;
    default:
        return false;
    }
}

static struct lines
find_lines(const struct census *c, uint32_t article)
{
    struct lines l = {0};

    for (uint32_t i = article + 1; i < c->rows[article].end; i++) {
        const struct row *row = &c->rows[i];
        if (row->is_dropped) {
            i = row->end - 1;
            continue;
        }
        if (!is_shown(row) && !(row->is_block && row->line_text > 0))
            continue;
        MEM_GROW(l.rows, l.cap, l.n + 1);
        l.rows[l.n++] = i;
        if (is_line(row) || row->is_heading)
            i = row->end - 1;
    }
    return l;
}

/*
 * Tells whether text goes on or ends as sentences and verses do.
 */
static bool
is_phrase(struct str text)
{
    static const struct str ends[] = {STR_INIT("."), STR_INIT("!"),
        STR_INIT("?"), STR_INIT(":"), STR_INIT(","), STR_INIT(";"),
        STR_INIT("\u2026"), STR_INIT("\u3002"), STR_INIT("\uFF01"),
        STR_INIT("\uFF1F"), STR_INIT("\uFF1A"), STR_INIT("\u201D"),
        STR_INIT("\""), STR_INIT("\u00BB"), STR_INIT("\u201C")};

    text = str_trim(text);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return true;
    return false;
}

static bool
is_label(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    struct buf text = {0};

    if (!is_line(row) || row->line_text > MAX_LINE)
        return false;
    if (row->line_linked == row->line_text)
        return true;
    census_text(c, i, 300, &text);
    bool is_label = !is_phrase(buf_str(&text));
    buf_done(&text);
    return is_label;
}

static void
drop_labels(struct census *c, const struct lines *l)
{
    uint32_t n = 0;

    while (n < l->n && is_label(c, l->rows[n]))
        n++;
    for (uint32_t i = 0; i < n && n <= MAX_HEAD; i++)
        c->rows[l->rows[i]].is_dropped = true;
}

static bool
is_way_on(const struct row *row)
{
    return is_line(row) && row->line_text <= MAX_LINK &&
           row->line_linked * 10ull >= row->line_text * 9ull;
}

/*
 * Tells whether the line in row announces what follows it.
 */
static bool
announces(const struct census *c, uint32_t i)
{
    struct buf text = {0};

    if (c->rows[i].is_heading || c->rows[i].line_text > 1000)
        return c->rows[i].is_heading;
    census_text(c, i, 4000, &text);
    bool is_open = str_ends(str_trim(buf_str(&text)), STR(":"));
    buf_done(&text);
    return is_open;
}

static void
drop_ways_on(struct census *c, struct lines *l)
{
    uint32_t n = 0;

    while (n < l->n && is_way_on(&c->rows[l->rows[l->n - 1 - n]]))
        n++;
    if (n == 0 || n == l->n || n > MAX_TAIL ||
        announces(c, l->rows[l->n - 1 - n]))
        return;
    for (; n > 0; n--)
        c->rows[l->rows[--l->n]].is_dropped = true;
}

/*
 * Tells whether row is the heading of a part: it is no sentence, but may be a
 * question.
 */
static bool
is_title(const struct census *c, uint32_t i)
{
    struct buf text = {0};

    if (!c->rows[i].is_heading || c->rows[i].sum.text > MAX_TITLE)
        return false;
    census_text(c, i, 1000, &text);
    struct str s = str_trim(buf_str(&text));
    bool is_title = str_ends(s, STR("?")) || !is_phrase(s);
    buf_done(&text);
    return is_title;
}

/*
 * Tells whether text stands beside row in no element of its own, which may be
 * what a heading is of.
 */
static bool
is_beside_text(const struct census *c, uint32_t i)
{
    return c->rows[c->rows[c->rows[i].parent].block].line_text > 0;
}

static void
drop_empty_parts(struct census *c, struct lines *l)
{
    while (l->n > 1 && is_title(c, l->rows[l->n - 1]) &&
           !is_beside_text(c, l->rows[l->n - 1]))
        c->rows[l->rows[--l->n]].is_dropped = true;
}

/*
 * Tells whether row is a line that says who wrote what is above it, or when.
 */
static bool
is_signature(const struct census *c, uint32_t i)
{
    struct buf text = {0};

    if (!is_line(&c->rows[i]) || c->rows[i].line_text > MAX_SIGNATURE)
        return false;
    census_text(c, i, 300, &text);
    bool is_signature = dateline_is(buf_str(&text));
    buf_done(&text);
    return is_signature;
}

static void
drop_signatures(struct census *c, struct lines *l)
{
    while (l->n > 1 && is_signature(c, l->rows[l->n - 1]))
        c->rows[l->rows[--l->n]].is_dropped = true;
}

void
ends_drop(struct census *c, uint32_t article)
{
    if (c->rows[article].sum.prose < MIN_TEXT)
        return;
    struct lines l = find_lines(c, article);
    drop_labels(c, &l);
    drop_signatures(c, &l);
    drop_empty_parts(c, &l);
    drop_ways_on(c, &l);
    free(l.rows);
    census_sum(c);
}
