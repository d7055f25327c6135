/* SPDX-License-Identifier: ISC */
/*
 * node - what gumbo says of an element
 *
 * gumbo's own search takes letters of either case as equal, though it has made
 * all names lower case; this one is asked for several attributes of each
 * element, and does not.
 */
#ifndef PARSE_NODE_H
#define PARSE_NODE_H

#include "base/str.h"

#include <gumbo.h>

/*
 * Returns the attribute of an element or template that is called name, in lower
 * case; NULL if there is none.
 */
GumboAttribute *node_find_attr(const GumboNode *node, const char *name);

/*
 * Returns the value of that attribute; empty if there is none.
 */
struct str node_attr(const GumboNode *node, const char *name);

#endif
