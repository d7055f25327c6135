/* SPDX-License-Identifier: ISC */
/*
 * recast - elements of a page that mean something else than they say
 *
 * Tables that place what is in them, tables around code and its line numbers,
 * lists of cards.
 */
#ifndef PARSE_RECAST_H
#define PARSE_RECAST_H

#include "parse/element.h"

#include <gumbo.h>
#include <stdbool.h>

/*
 * Returns what element a node, which says that it is element, is taken for.
 */
enum element recast_element(const GumboNode *node, enum element element);

/*
 * Tells whether an inline element is parted from the one right before it by a
 * style: both are links, or look the same, and hold whole words.
 */
bool recast_is_apart(const GumboNode *node);

#endif
