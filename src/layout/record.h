/* SPDX-License-Identifier: ISC */
/*
 * record - a table row by row, where columns would be too narrow
 *
 *      Statement: Gut microbes differ in some
 *        people
 *      Evidence: many observations
 *      How firm: fairly
 */
#ifndef LAYOUT_RECORD_H
#define LAYOUT_RECORD_H

#include "press.h"
#include "table.h"

/*
 * Puts table b, whose columns are those of t.
 */
void record_put(
    struct press *p, struct galley *g, block_ix b, const struct table *t);

#endif
