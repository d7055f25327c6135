/* SPDX-License-Identifier: ISC */
/*
 * node - reads gumbo's tree
 *
 * Steps go by the links that each node has to its parent and its place in it,
 * so that none needs memory.
 */
#include "node.h"

#include "parse/element.h"

struct str
node_name(const GumboNode *node)
{
    const GumboElement *e = &node->v.element;

    if (e->tag != GUMBO_TAG_UNKNOWN)
        return str_of(gumbo_normalized_tagname(e->tag));
    GumboStringPiece name = e->original_tag;
    gumbo_tag_from_original_text(&name);
    return (struct str){name.data, name.length};
}

GumboAttribute *
node_find_attr(const GumboNode *node, const char *name)
{
    const GumboVector *attrs = &node->v.element.attributes;

    for (unsigned i = 0; i < attrs->length; i++) {
        GumboAttribute *attr = attrs->data[i];
        /* Most names differ in their first letter. */
        if (attr->name[0] == name[0] && strcmp(attr->name, name) == 0)
            return attr;
    }
    return NULL;
}

struct str
node_attr(const GumboNode *node, const char *name)
{
    const GumboAttribute *attr = node_find_attr(node, name);

    return str_of(attr ? attr->value : NULL);
}

bool
node_has_class(const GumboNode *node, const struct str *words, size_t n)
{
    struct str classes = node_attr(node, "class");

    for (;;) {
        struct str word = str_next_word(&classes);
        if (word.len == 0)
            return false;
        for (size_t i = 0; i < n; i++)
            if (str_eq(word, words[i]))
                return true;
    }
}

struct str
node_text(const GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        return str_of(node->v.text.text);
    default:
        return (struct str){0};
    }
}

struct str
node_first_text(const GumboNode *node)
{
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        struct str text = str_trim(node_text(node_child(node, i)));
        if (text.len > 0)
            return text;
    }
    return (struct str){0};
}

const GumboNode *
node_element(const GumboNode *node, unsigned ix)
{
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = node_child(node, i);
        if (child->type == GUMBO_NODE_ELEMENT && ix-- == 0)
            return child;
    }
    return NULL;
}

const GumboNode *
node_after(const GumboNode *node)
{
    const GumboVector *beside = &node->parent->v.element.children;

    for (size_t i = node->index_within_parent + 1; i < beside->length; i++) {
        const GumboNode *next = beside->data[i];
        if (next->type == GUMBO_NODE_ELEMENT)
            return next;
    }
    return NULL;
}

GumboNode *
node_next(const GumboNode *node, const GumboNode *root, bool may_enter)
{
    if (may_enter && node->type == GUMBO_NODE_ELEMENT &&
        node->v.element.children.length > 0)
        return node_child(node, 0);
    while (node != root) {
        const GumboNode *parent = node->parent;
        size_t next = node->index_within_parent + 1;
        if (next < parent->v.element.children.length)
            return node_child(parent, next);
        node = parent;
    }
    return NULL;
}

static bool
is_block(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT ||
        node->v.element.tag == GUMBO_TAG_UNKNOWN)
        return false;
    struct str name = str_of(gumbo_normalized_tagname(node->v.element.tag));
    return element_info(element_find(name))->layout == ELEMENT_BLOCK;
}

void
node_add_text(const GumboNode *node, size_t max, struct buf *out)
{
    const size_t start = out->len;

    for (const GumboNode *n = node; n && out->len <= max;
         n = node_next(n, node, true)) {
        size_t ix = n->index_within_parent;
        if (out->len > start &&
            (is_block(n) ||
                (ix > 0 && is_block(node_child(n->parent, ix - 1)))))
            buf_add_char(out, '\n');
        buf_add_str(out, node_text(n));
    }
}
