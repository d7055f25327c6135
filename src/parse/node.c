/* SPDX-License-Identifier: ISC */
/*
 * node - what gumbo says of an element
 */
#include "node.h"

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
