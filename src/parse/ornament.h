/* SPDX-License-Identifier: ISC */
/*
 * ornament - what stands in a text for the screen of a browser only
 *
 * Signs beside headings that lead to themselves, "[edit]", icons drawn by a
 * font, line numbers beside code, drawn copies of formulas.
 */
#ifndef PARSE_ORNAMENT_H
#define PARSE_ORNAMENT_H

#include "parse/element.h"

#include <gumbo.h>
#include <stdbool.h>

/*
 * Tells whether an element, with those attributes, is one.
 */
bool ornament_is(const GumboNode *node, const struct attrs *attrs);

/*
 * Tells whether the first cell of a row, or another element, holds nothing but
 * the numbers of lines of code, if anything.
 */
bool ornament_is_gutter(const GumboNode *node);

/*
 * Tells whether all that is seen of s are signs that only mean something in a
 * font of the page (the private use area of Unicode).
 */
bool ornament_is_icon(struct str s);

#endif
