/* SPDX-License-Identifier: ISC */
/*
 * cover - what stands before and behind the text
 *
 * Before it the title, who wrote it and when, how long it is, and what a reader
 * should know was lost. Behind it the addresses of the links, and the neighbors
 * in the reading list.
 */
#ifndef LAYOUT_COVER_H
#define LAYOUT_COVER_H

#include "press.h"

/*
 * Puts what is known of the article, and a blank line behind it if there was
 * anything.
 */
void cover_put_head(struct press *p, struct galley *g);

/*
 * Puts the numbered addresses of the links shown so far, if there are any,
 * behind all blocks before end.
 */
void cover_put_refs(struct press *p, struct galley *g, block_ix end);

/*
 * Puts the previous and the next title, if there are any.
 */
void cover_put_foot(struct press *p, struct galley *g, block_ix end);

#endif
