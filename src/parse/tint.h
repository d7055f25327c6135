/* SPDX-License-Identifier: ISC */
/*
 * tint - what does nothing but color a piece of code
 *
 * Pages of code have an element around each word, which can be two thirds of
 * their elements.
 */
#ifndef PARSE_TINT_H
#define PARSE_TINT_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether a <span> in code, tag with its brackets, is there for the color
 * of its text alone: one without attributes, or with a class as highlighters
 * give. What may be the number of a line is none.
 */
bool tint_is(struct str tag, struct str text);

#endif
