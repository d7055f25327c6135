/* SPDX-License-Identifier: ISC */
/*
 * grid - a table as columns side by side
 *
 *      Statement               Evidence            How firm
 *      ──────────────────────  ──────────────────  ────────
 *      Gut microbes differ in  many observations    fairly
 *      some people
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "press.h"
#include "table.h"

/*
 * Puts table b with the columns of t.
 */
void grid_put(
    struct press *p, struct galley *g, block_ix b, const struct table *t);

#endif
