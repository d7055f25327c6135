/* SPDX-License-Identifier: ISC */
/*
 * census - what each element of a page holds, as numbers
 *
 * One walk forward gives each element its row and counts the text that stands
 * directly in it; one walk backward over the rows adds every row to its parent.
 * Nobody reads where an element ends in the source, so its row is kept in that
 * field of gumbo's.
 *
 * What reads like sentences (prose) is counted by paragraph, that is by the
 * text that has the same nearest block element: letters outside of links, in
 * full if there are marks of sentences in it or it is long, a third if not.
 * Labels, menu entries and prices are shorter than that and count nothing.
 */
#include "census.h"

#include "base/mem.h"
#include "node.h"

#include <stdlib.h>

enum {
    MIN_PROSE = 25, /* letters of a paragraph that may be a sentence */
    MAX_LINK = 150, /* letters of a link that is only a link */
    LONG_LINE = 80, /* letters of one that surely is */
};

/*
 * Adds the letters of text to row.
 */
static void
count_text(struct row *row, const char *text)
{
    for (const unsigned char *s = (const unsigned char *)text; *s; s++) {
        if (*s <= ' ' || (*s >= 0x80 && *s < 0xC0))
            continue;
        row->text += *s >= 0xE3 && *s < 0xEF ? 3 : 1;
        if (*s == ',' || *s == '.' || *s == ';' || *s == '!' || *s == '?' ||
            *s == ':' || (*s == 0xE3 && s[1] == 0x80 && s[2] <= 0x82) ||
            (*s == 0xEF && s[1] == 0xBC) || (*s == 0xD8 && s[1] == 0x8C))
            row->commas++;
    }
}

/*
 * Returns the row that comes to be for element node.
 */
static struct row *
add_row(struct census *c, GumboNode *node, uint32_t parent,
    struct cue_memory *memory)
{
    GumboElement *e = &node->v.element;
    enum element element = ELEMENT_OTHER;

    if (e->tag != GUMBO_TAG_UNKNOWN)
        element = element_find(str_of(gumbo_normalized_tagname(e->tag)));
    e->end_pos.offset = c->n;

    const struct row *above = &c->rows[parent];
    struct row *row = &c->rows[c->n];
    *row = (struct row){
        .node = node, .parent = parent, .element = (uint8_t)element};
    row->is_block = element_info(element)->layout == ELEMENT_BLOCK;
    row->is_heading = element >= ELEMENT_H1 && element <= ELEMENT_H6;
    row->is_input = element == ELEMENT_INPUT || element == ELEMENT_SELECT ||
                    element == ELEMENT_TEXTAREA || e->tag == GUMBO_TAG_BUTTON;
    row->block = row->is_block ? c->n : above->block;
    row->is_link = above->is_link ||
                   (element == ELEMENT_A && node_attr(node, "href").len > 0);
    row->is_anchor = element == ELEMENT_A && row->is_link;
    row->is_code = above->is_code || above->element == ELEMENT_PRE ||
                   above->element == ELEMENT_CODE;
    if (!row->is_code)
        row->cues = cue_read(memory, &e->attributes);
    c->n++;
    return row;
}

bool
census_is_mute(const struct census *c, uint32_t row)
{
    const enum element e = (enum element)c->rows[row].element;

    return element_info(e)->layout == ELEMENT_HIDDEN && e != ELEMENT_SELECT &&
           e != ELEMENT_TEXTAREA;
}

/*
 * Takes a link around a whole part of the page, a card with its paragraphs, for
 * what it is.
 */
static void
check_link(struct census *c, uint32_t link)
{
    uint32_t n = 0;

    for (uint32_t i = link; i < c->n; i++)
        n += c->rows[i].text;
    if (n > MAX_LINK)
        for (uint32_t i = link; i < c->n; i++)
            c->rows[i].is_link = false;
}

static uint32_t
count_elements(const GumboNode *root)
{
    uint32_t n = 0;

    for (const GumboNode *node = root; node; node = node_next(node, root, true))
        n += node->type == GUMBO_NODE_ELEMENT;
    return n;
}

void
census_take(struct census *c, GumboNode *root)
{
    struct cue_memory memory = {0};
    GumboNode *node = root;
    uint32_t at = 0;

    /* Rows are large and many: as they grew, half of them would be empty. */
    c->rows = mem_alloc_zero(count_elements(root) + 1, sizeof *c->rows);
    c->n = 1;
    while (node) {
        const GumboVector *inside = NULL;
        if (node->type == GUMBO_NODE_ELEMENT) {
            struct row *row = add_row(c, node, at, &memory);
            at = c->n - 1;
            row->is_dropped = census_is_mute(c, at);
            inside = &node->v.element.children;
        } else if (node->type == GUMBO_NODE_TEXT ||
                   node->type == GUMBO_NODE_CDATA) {
            count_text(&c->rows[at], node->v.text.text);
        }
        bool may_enter =
            inside && inside->length > 0 &&
            (!c->rows[at].is_dropped || c->rows[at].element == ELEMENT_HEAD);
        if (may_enter) {
            node = inside->data[0];
            continue;
        }
        for (;;) {
            if (node->type == GUMBO_NODE_ELEMENT) {
                c->rows[at].end = c->n;
                if (c->rows[at].is_anchor)
                    check_link(c, at);
                at = c->rows[at].parent;
            }
            if (node == root) {
                node = NULL;
                break;
            }
            const GumboVector *beside = &node->parent->v.element.children;
            if (node->index_within_parent + 1 < beside->length) {
                node = beside->data[node->index_within_parent + 1];
                break;
            }
            node = node->parent;
        }
    }
    c->rows[0].end = c->n;
    census_sum(c);
}

void
census_done(struct census *c)
{
    free(c->rows);
    *c = (struct census){0};
}

uint32_t
census_row(const GumboNode *element)
{
    return element->v.element.end_pos.offset;
}

static void
add_tally(struct tally *to, const struct tally *t)
{
    to->text += t->text;
    to->linked += t->linked;
    to->prose += t->prose;
    to->links += t->links;
    to->headings += t->headings;
    to->inputs += t->inputs;
    to->items += t->items;
}

/*
 * Returns how many letters of the paragraph of row read like sentences.
 */
static uint32_t
prose_of(const struct row *row)
{
    uint32_t n = row->line_text - row->line_linked;

    if (row->is_heading)
        return 0;
    if (n < MIN_PROSE || row->line_linked > 2 * n)
        return 0;
    return row->line_commas > 0 || n >= LONG_LINE ? n : n / 3;
}

void
census_sum(struct census *c)
{
    for (uint32_t i = 1; i < c->n; i++) {
        struct row *row = &c->rows[i];
        if (i > 1 && c->rows[row->parent].is_dropped)
            row->is_dropped = true;
        row->n_paras = 0;
        row->line_text = row->line_linked = row->line_commas = 0;
        row->sum = (struct tally){
            .text = row->text,
            .linked = row->is_link ? row->text : 0,
            .links = row->is_anchor,
            .headings = row->is_heading,
            .inputs = row->is_input,
            .items = row->element == ELEMENT_LI,
        };
    }
    for (uint32_t i = 1; i < c->n; i++) {
        const struct row *row = &c->rows[i];
        if (row->is_dropped || row->block == 0)
            continue;
        struct row *block = &c->rows[row->block];
        block->line_text += row->text;
        block->line_linked += row->sum.linked;
        block->line_commas += row->commas;
    }
    for (uint32_t i = c->n - 1; i > 0; i--) {
        struct row *row = &c->rows[i];
        uint32_t n_prose =
            row->is_block && !row->is_dropped ? prose_of(row) : 0;
        row->sum.prose += n_prose;
        if ((row->element == ELEMENT_P && row->sum.prose > 0) ||
            (row->element == ELEMENT_DIV && n_prose > 0))
            c->rows[row->parent].n_paras++;
        if (!row->is_dropped && i > 1)
            add_tally(&c->rows[row->parent].sum, &row->sum);
    }
}

bool
census_is_in(const struct census *c, uint32_t inner, uint32_t outer)
{
    return inner >= outer && inner < c->rows[outer].end;
}

struct str
census_attr(const struct census *c, uint32_t row, const char *name)
{
    return node_attr(c->rows[row].node, name);
}

bool
census_has(const struct census *c, uint32_t row, const char *name)
{
    return node_find_attr(c->rows[row].node, name) != NULL;
}

static bool
is_block(const struct census *c, const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT &&
           c->rows[census_row(node)].is_block;
}

/*
 * Tells whether node, below root, begins a line: it is a block, or stands behind
 * one.
 */
static bool
is_in_new_line(
    const struct census *c, const GumboNode *node, const GumboNode *root)
{
    size_t ix = node->index_within_parent;

    return is_block(c, node) || node_is(node, GUMBO_TAG_BR) ||
           (node != root && ix > 0 &&
               is_block(c, node_child(node->parent, ix - 1)));
}

void
census_text(const struct census *c, uint32_t row, size_t max, struct buf *out)
{
    const GumboNode *root = c->rows[row].node, *node = root;

    while (node && out->len < max) {
        bool may_enter = false;
        if (is_in_new_line(c, node, root))
            buf_add_char(out, '\n');
        if (node->type == GUMBO_NODE_ELEMENT) {
            const struct row *r = &c->rows[census_row(node)];
            may_enter = !r->is_dropped && !census_is_mute(c, census_row(node));
        } else if (node->type == GUMBO_NODE_TEXT ||
                   node->type == GUMBO_NODE_CDATA ||
                   node->type == GUMBO_NODE_WHITESPACE) {
            buf_add_text(out, node->v.text.text);
        }
        node = node_next(node, root, may_enter);
    }
}
