/* SPDX-License-Identifier: ISC */
/*
 * code - text whose lines stay as they are, and rules
 */
#ifndef LAYOUT_CODE_H
#define LAYOUT_CODE_H

#include "press.h"

/*
 * Puts code block b: line by line, with its blanks, as wide as it is. In the
 * cell of a table lines that are too wide are broken.
 */
void code_put(struct press *p, struct galley *g, block_ix b);

/*
 * Puts rule b: three stars in the middle, as in books.
 */
void code_put_rule(struct press *p, struct galley *g, block_ix b);

#endif
