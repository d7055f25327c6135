/* SPDX-License-Identifier: ISC */
/*
 * node - reads gumbo's tree
 *
 * gumbo's own search for attributes takes letters of either case as equal,
 * though it has made all names lower case; this one is asked for several
 * attributes of each element, and does not.
 */
#ifndef PARSE_NODE_H
#define PARSE_NODE_H

#include "base/buf.h"

#include <gumbo.h>
#include <stdbool.h>

/*
 * Tells whether node is an element, and the one that tag names.
 */
static inline bool
node_is(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

/*
 * Returns child number ix of an element.
 */
static inline GumboNode *
node_child(const GumboNode *node, size_t ix)
{
    return node->v.element.children.data[ix];
}

/*
 * Returns the name of an element as it stands in the source, also of one that
 * HTML does not know.
 */
struct str node_name(const GumboNode *node);

/*
 * Returns the attribute of an element or template that is called name, in lower
 * case; NULL if there is none.
 */
GumboAttribute *node_find_attr(const GumboNode *node, const char *name);

/*
 * Returns the value of that attribute; empty if there is none.
 */
struct str node_attr(const GumboNode *node, const char *name);

/*
 * Tells whether one of the words of the class attribute is among n words.
 */
bool node_has_class(const GumboNode *node, const struct str *words, size_t n);

/*
 * Returns the text of a node that is text, empty for an element.
 */
struct str node_text(const GumboNode *node);

/*
 * Returns the first text that stands directly in node, trimmed.
 */
struct str node_first_text(const GumboNode *node);

/*
 * Returns the element among the children of node that has so many before it,
 * or NULL.
 */
const GumboNode *node_element(const GumboNode *node, unsigned ix);

/*
 * Returns the next sibling that is an element, or NULL.
 */
const GumboNode *node_after(const GumboNode *node);

/*
 * Returns the node that follows in document order, below root: the first child
 * if may_enter, else what follows the node and all in it. NULL at the end.
 */
GumboNode *node_next(
    const GumboNode *node, const GumboNode *root, bool may_enter);

/*
 * Appends the text of all in node, as it stands but with a line end between
 * blocks, until out has more than max bytes.
 */
void node_add_text(const GumboNode *node, size_t max, struct buf *out);

#endif
