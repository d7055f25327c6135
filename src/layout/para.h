/* SPDX-License-Identifier: ISC */
/*
 * para - a paragraph in a galley
 *
 * Example: put leaf block b.
 *
 *      para_begin(p, g);
 *      prose_add_leaf(&p->prose, p->a, b, galley_top(g)->key, &p->refs);
 *      para_put(p, g, b, 0);
 */
#ifndef LAYOUT_PARA_H
#define LAYOUT_PARA_H

#include "press.h"

/*
 * Empties the prose and puts the marks into it that have no room elsewhere.
 */
void para_begin(struct press *p, struct galley *g);

/*
 * Breaks the prose into lines and puts them into g, for block b. All lines but
 * the first are indented by hang. Returns the width of the widest.
 */
uint32_t para_put(struct press *p, struct galley *g, block_ix b, uint32_t hang);

/*
 * Puts leaf block b as a paragraph in the look of key; returns as para_put().
 */
uint32_t para_put_leaf(
    struct press *p, struct galley *g, block_ix b, enum theme_key key);

/*
 * Puts the marks that have no room beside a line on lines of their own, before
 * block b, which is no paragraph.
 */
void para_put_marks(struct press *p, struct galley *g, block_ix b);

/*
 * Puts all marks that wait for a line, because what they stand for is empty.
 */
void para_put_lonely_marks(struct press *p, struct galley *g, block_ix b);

/*
 * Puts a blank line before block b, unless nothing stands before it or only a
 * blank line, which it takes the place of.
 */
void para_put_blank(struct press *p, struct galley *g, block_ix b);

#endif
