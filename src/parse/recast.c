/* SPDX-License-Identifier: ISC */
/*
 * recast - elements of a page that mean something else than they say
 *
 * An item asks about its list again, so that only the beginning of the list's
 * first item is looked at.
 */
#include "recast.h"

#include "node.h"
#include "tabular.h"

enum {
    MAX_CARD = 64 /* nodes of an item to be looked at for a heading */
};

/*
 * Returns what element a table is taken for.
 */
static enum element
judge_table(const GumboNode *table)
{
    switch (tabular_judge(table)) {
    case TABULAR_CODE:
        return ELEMENT_PRE;
    case TABULAR_FRAME:
        return ELEMENT_DIV;
    default:
        return ELEMENT_TABLE;
    }
}

/*
 * Tells whether the items of a list are cards rather than lines: they have
 * headings.
 */
static bool
is_cards(const GumboNode *list)
{
    const GumboNode *item = node_element(list, 0), *n = item;

    for (unsigned i = 0; n && i < MAX_CARD; i++) {
        if (n->type == GUMBO_NODE_ELEMENT && n->v.element.tag >= GUMBO_TAG_H1 &&
            n->v.element.tag <= GUMBO_TAG_H6)
            return true;
        n = node_next(n, item, true);
    }
    return false;
}

/*
 * Returns what element a list without numbers, or an item of it, is taken for.
 */
static enum element
judge_list(const GumboNode *node, enum element element)
{
    const GumboNode *list = element == ELEMENT_UL ? node : node->parent;

    return node_is(list, GUMBO_TAG_UL) && is_cards(list) ? ELEMENT_DIV
                                                         : element;
}

enum element
recast_element(const GumboNode *node, enum element element)
{
    switch (element) {
    case ELEMENT_TABLE:
        return judge_table(node);
    case ELEMENT_UL:
    case ELEMENT_LI:
        return judge_list(node, element);
    default:
        return element;
    }
}
