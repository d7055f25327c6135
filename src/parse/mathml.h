/* SPDX-License-Identifier: ISC */
/*
 * mathml - a formula that is drawn, as text
 *
 * Makes a line of MathML that reads as it would be typed: "x^2 + (1 − y)/2 = √z".
 */
#ifndef PARSE_MATHML_H
#define PARSE_MATHML_H

#include "base/buf.h"

#include <gumbo.h>

/*
 * Appends what the elements in a <math> draw.
 */
void mathml_add(struct buf *out, const GumboNode *math);

#endif
