/* SPDX-License-Identifier: ISC */
/*
 * tabular - what a table of a page is for
 *
 * What names columns or rows, or is called a table by its author, is data. What
 * is called a frame, has one cell a row, or holds in its cells what is larger
 * than a cell (headings, tables, articles of their own) is a frame. The rest is
 * data, as a column too many is less bad than a table torn.
 */
#include "tabular.h"

#include "node.h"
#include "ornament.h"

struct tally {
    unsigned n_rows, n_wide; /* rows with more than one cell */
    unsigned n_gutters;      /* rows that begin with a line number */
    unsigned n_names;        /* cells that name others, captions */
    unsigned n_large;        /* what a cell of data does not hold */
    unsigned n_tables;
};

static bool
is_cell(const GumboNode *node)
{
    return node_is(node, GUMBO_TAG_TD) || node_is(node, GUMBO_TAG_TH);
}

static bool
holds_code(const GumboNode *cell)
{
    static const struct str words[] = {STR_INIT("code"), STR_INIT("blob-code"),
        STR_INIT("hljs-ln-code"), STR_INIT("rouge-code")};

    if (node_has_class(cell, words, sizeof words / sizeof *words))
        return true;
    for (const GumboNode *n = cell; n; n = node_next(n, cell, true)) {
        if (node_is(n, GUMBO_TAG_PRE) || node_is(n, GUMBO_TAG_CODE))
            return true;
        if (str_trim(node_text(n)).len > 0)
            return false;
    }
    return false;
}

bool
tabular_is_gutter(const GumboNode *cell)
{
    const GumboNode *code = is_cell(cell) ? node_after(cell) : NULL;

    return code && is_cell(code) && holds_code(code) &&
           ornament_is_gutter(cell);
}

static void
count_row(const GumboNode *row, struct tally *t)
{
    unsigned n_cells = 0;

    for (unsigned i = 0; i < row->v.element.children.length; i++) {
        const GumboNode *cell = node_child(row, i);
        if (!is_cell(cell))
            continue;
        if (n_cells++ == 0 && tabular_is_gutter(cell))
            t->n_gutters++;
    }
    t->n_rows++;
    t->n_wide += n_cells > 1;
}

static void
count(const GumboNode *node, struct tally *t)
{
    switch (node->v.element.tag) {
    case GUMBO_TAG_TR:
        count_row(node, t);
        break;
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
        t->n_names++;
        break;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_FORM:
        t->n_large++;
        break;
    default:
        break;
    }
}

enum tabular
tabular_judge(const GumboNode *table)
{
    struct str role = node_attr(table, "role");
    struct tally t = {0};

    for (const GumboNode *n = table; n;) {
        bool is_inner = n != table && node_is(n, GUMBO_TAG_TABLE);
        t.n_tables += is_inner;
        if (n->type == GUMBO_NODE_ELEMENT && !is_inner)
            count(n, &t);
        n = node_next(n, table, !is_inner);
    }
    if (t.n_rows > 0 && t.n_gutters == t.n_rows)
        return t.n_rows > 1 ? TABULAR_CODE : TABULAR_FRAME;
    if (str_eq_nocase(role, STR("presentation")) ||
        str_eq_nocase(role, STR("none")))
        return TABULAR_FRAME;
    if (t.n_tables > 0 && t.n_tables * 2 >= t.n_rows)
        return TABULAR_FRAME;
    if (t.n_names > 0 || str_eq_nocase(role, STR("table")) ||
        str_eq_nocase(role, STR("grid")))
        return TABULAR_DATA;
    return t.n_wide == 0 || t.n_large > 0 ? TABULAR_FRAME : TABULAR_DATA;
}
