/* SPDX-License-Identifier: ISC */
/*
 * leaf - text into the open leaf of a builder
 */
#ifndef MODEL_LEAF_H
#define MODEL_LEAF_H

#include "builder.h"

/*
 * Adds text, cleaned, with white space collapsed or, in code, tabs expanded.
 */
void leaf_add_text(struct build *b, struct str text, struct span_style style);

/*
 * Adds a line break, unless the leaf has no text yet.
 */
void leaf_add_break(struct build *b, struct span_style style);

/*
 * Takes the line breaks at the end of the leaf away; code loses only the last.
 */
void leaf_trim(struct build *b);

/*
 * Returns the last span if it belongs to the open leaf, else NULL.
 */
struct span *leaf_last_span(const struct build *b);

#endif
