/* SPDX-License-Identifier: ISC */
/*
 * tree - walks cmark's tree straight to a flow
 *
 * Tells the flow of just those elements that cmark would write as HTML, so that
 * it makes no difference which way a document goes. It cannot show raw HTML,
 * nor the few things that cmark does not tell but only writes: tree_read() says
 * whether there are any.
 */
#ifndef PARSE_TREE_H
#define PARSE_TREE_H

#include "notes.h"

#include <cmark-gfm.h>
#include <stdbool.h>
#include <stdint.h>

struct tree {
    cmark_node *root;
    cmark_mem *mem; /* that made the nodes */
    struct notes notes;
    uint32_t row; /* added to lines of the source */
};

/*
 * Reads through the tree, of which root, mem and row are filled in. Returns
 * whether it can be walked; it has to be released with tree_done() in any case.
 */
bool tree_read(struct tree *t);

/*
 * Tells f of everything in the tree.
 */
void tree_walk(struct tree *t, struct flow *f);

/*
 * Releases all but the nodes.
 */
void tree_done(struct tree *t);

/*
 * Puts a name at the start of a heading, as <a id="name"></a>. It must be safe
 * in an attribute as it is.
 */
void tree_name_heading(cmark_node *heading, struct str name, cmark_mem *mem);

#endif
