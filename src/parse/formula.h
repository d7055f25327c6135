/* SPDX-License-Identifier: ISC */
/*
 * formula - mathematics as text
 *
 * What a formula's author says of it in words or in TeX is taken as it is; one
 * that is only drawn becomes text by parse/mathml.h.
 */
#ifndef PARSE_FORMULA_H
#define PARSE_FORMULA_H

#include "base/buf.h"

#include <gumbo.h>
#include <stdbool.h>

/*
 * Appends what stands for a formula in text, nothing if it is empty: a <math>
 * element, or a <script> that holds one for a library to draw ("math/tex").
 */
void formula_add(struct buf *out, const GumboNode *math);

/*
 * Tells whether an element is a script that holds a formula.
 */
bool formula_is_script(const GumboNode *node);

/*
 * Tells whether an element holds nothing but a formula: libraries hide it from
 * view where they show a picture of it.
 */
bool formula_is_only(const GumboNode *node);

#endif
