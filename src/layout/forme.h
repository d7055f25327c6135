/* SPDX-License-Identifier: ISC */
/*
 * forme - blocks into a galley
 */
#ifndef LAYOUT_FORME_H
#define LAYOUT_FORME_H

#include "press.h"

/*
 * Fills g with the blocks from first up to end, which must be whole ones. The
 * frames that are open stay open. This is what press.fill points to.
 */
void forme_put(struct press *p, struct galley *g, block_ix first, block_ix end);

#endif
