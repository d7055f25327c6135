/* SPDX-License-Identifier: ISC */
/*
 * hidden - what no reader sees
 *
 * Panels of tabs and accordions are hidden until somebody asks for them, and
 * belong to the text. They are known by role, by class names, or by a switch
 * in front of them.
 */
#include "hidden.h"

#include "formula.h"
#include "style.h"

enum {
    MAX_QUESTION = 200, /* letters */
    LITTLE_PROSE = 50,  /* letters of sentences; less is no page */
    MANY_TIMES = 10,    /* as much is hidden where all is */
};

/*
 * Tells whether what stands before an element opens it.
 */
static bool
follows_switch(const struct census *c, uint32_t i)
{
    uint32_t parent = c->rows[i].parent, before = i - 1;

    if (before <= parent)
        return false;
    while (c->rows[before].parent != parent)
        before = c->rows[before].parent;
    if (c->rows[before].end - before > 12)
        return false;
    for (uint32_t j = before; j < c->rows[before].end; j++)
        if (census_has(c, j, "aria-expanded") ||
            census_has(c, j, "aria-controls"))
            return true;
    return false;
}

/*
 * Tells whether an element waits to be opened: a panel of tabs or an accordion.
 */
static bool
is_folded(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    uint32_t around = c->rows[row->parent].cues;

    return str_eq_nocase(census_attr(c, i, "role"), STR("tabpanel")) ||
           ((row->cues | around) & CUE_FOLD) ||
           (c->rows[c->rows[row->parent].parent].cues & CUE_FOLD) ||
           census_has(c, i, "aria-labelledby") || follows_switch(c, i);
}

/*
 * Tells whether the names of an element say only that it is hidden; where one
 * says more, as in "hidden md:block", it is so on some screens.
 */
static bool
is_called_hidden(const struct census *c, uint32_t i)
{
    struct str classes = census_attr(c, i, "class");

    return str_find(classes, STR("hidden"), 0) < classes.len &&
           str_has_word(classes, STR("hidden")) &&
           str_find(classes, STR(":"), 0) == classes.len;
}

/*
 * Tells whether a short question stands before an element, which answers it.
 */
static bool
follows_question(const struct census *c, uint32_t i)
{
    uint32_t before = i - 1;
    struct buf text = {0};

    if (before <= c->rows[i].parent)
        return false;
    while (c->rows[before].parent != c->rows[i].parent)
        before = c->rows[before].parent;
    if (c->rows[before].sum.text > MAX_QUESTION)
        return false;
    census_text(c, before, 2 * MAX_QUESTION, &text);
    bool is_question = str_ends(str_trim(buf_str(&text)), STR("?"));
    buf_done(&text);
    return is_question;
}

/*
 * Tells whether an element says of itself that it is not to be seen.
 */
static bool
is_marked(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];
    struct str style = census_attr(c, i, "style");
    struct attrs looks = {0};

    if (census_has(c, i, "hidden") ||
        str_eq_nocase(census_attr(c, i, "aria-hidden"), STR("true")))
        return true;
    if (style.len > 0)
        element_add_attr(&looks, ATTR_STYLE, style);
    if (style.len > 0 && style_is_hidden(ELEMENT_DIV, &looks))
        return true;
    return row->sum.prose < 200 &&
           ((row->cues & CUE_HIDDEN) || is_called_hidden(c, i));
}

static bool
hides(const struct census *c, uint32_t i)
{
    const struct row *row = &c->rows[i];

    return row->node->v.element.attributes.length > 0 && is_marked(c, i) &&
           !formula_is_only(row->node) &&
           row->sum.prose * 5ull <= c->rows[1].sum.prose * 4ull &&
           !is_folded(c, i);
}

static bool
is_hidden(const struct census *c, uint32_t i)
{
    return hides(c, i) &&
           (c->rows[i].sum.prose == 0 || !follows_question(c, i));
}

/*
 * Shows again what was dropped where next to nothing else is on the page: what a
 * script would show when it is there.
 */
static void
restore(struct census *c, uint32_t n_prose)
{
    if (c->rows[1].sum.prose >= LITTLE_PROSE ||
        n_prose < MANY_TIMES * LITTLE_PROSE)
        return;
    for (uint32_t i = 2; i < c->n; i++)
        c->rows[i].is_dropped = c->rows[i].is_hidden = census_is_mute(c, i);
    census_sum(c);
}

void
hidden_drop(struct census *c)
{
    const uint32_t n_prose = c->rows[1].sum.prose;

    for (uint32_t i = 2; i < c->n; i++) {
        struct row *row = &c->rows[i];
        if (row->is_dropped || c->rows[row->parent].is_dropped)
            row->is_dropped = true;
        else if (row->element != ELEMENT_BODY && is_hidden(c, i))
            row->is_dropped = true;
        row->is_hidden = row->is_dropped;
    }
    census_sum(c);
    restore(c, n_prose);
}

void
hidden_show(struct attrs *attrs)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < attrs->n; i++) {
        const struct attr *attr = &attrs->list[i];
        bool hides = attr->name == ATTR_HIDDEN ||
                     attr->name == ATTR_ARIA_HIDDEN ||
                     (attr->name == ATTR_STYLE &&
                         style_is_hidden(ELEMENT_DIV,
                             &(struct attrs){.n = 1, .list = {*attr}}));
        if (!hides)
            attrs->list[n++] = *attr;
    }
    attrs->n = n;
}
