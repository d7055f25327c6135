/* SPDX-License-Identifier: ISC */
/*
 * flow - blocks into a galley
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "press.h"

/*
 * Fills g with the blocks from first up to end, which must be whole ones. The
 * frames that are open stay open. This is what press.flow points to.
 */
void flow_put(struct press *p, struct galley *g, block_ix first, block_ix end);

#endif
