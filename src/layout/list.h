/* SPDX-License-Identifier: ISC */
/*
 * list - frames for what hangs: items, terms and footnotes
 *
 * Bullets change with depth. Numbers stand at the right of the room for the
 * widest of their list, so that the texts begin in one column.
 */
#ifndef LAYOUT_LIST_H
#define LAYOUT_LIST_H

#include "press.h"

/*
 * Opens the frame of list b.
 */
void list_open(const struct press *p, struct galley *g, block_ix b);

/*
 * Opens the frame of item b, inside that of its list, with its mark.
 */
void list_open_item(const struct press *p, struct galley *g, block_ix b);

/*
 * Opens the frame of definition b.
 */
void list_open_definition(const struct press *p, struct galley *g, block_ix b);

/*
 * Opens the frame of footnote b with its label. Footnotes that stand together
 * have labels of one width.
 */
void list_open_note(const struct press *p, struct galley *g, block_ix b);

#endif
