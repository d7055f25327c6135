/* SPDX-License-Identifier: ISC */
/*
 * dom - what gumbo makes of a page
 *
 * The tree and all in it is memory that is thrown away whole. A page and its
 * tree take most of the memory that there ever is: of the page no more than one
 * copy is kept.
 */
#ifndef PARSE_DOM_H
#define PARSE_DOM_H

#include "base/buf.h"
#include "base/pool.h"

#include <gumbo.h>
#include <stdbool.h>

struct dom {
    GumboNode *root;
    struct pool pool; /* what is put into the tree may live there, too */
    struct buf text;  /* that the names in the tree point into, when it is not
                         that which was given */
    bool is_flat;     /* tags were taken out: see parse/nesting.h */
};

/*
 * Parses html, a document or, is_piece, what may stand in one. html is in source
 * and lives there as long as the tree, or until source is emptied since it is
 * not needed any more; where source is NULL, it has to outlive the tree.
 */
void dom_make(
    struct dom *dom, struct str html, struct buf *source, bool is_piece);
void dom_done(struct dom *dom);

#endif
