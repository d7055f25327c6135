/* SPDX-License-Identifier: ISC */
/*
 * footnotes - which links of a page lead to footnotes and back
 *
 * Every program that makes pages has its own names for footnotes, but all of
 * them make the same: a short link that leads to an item of a list, and in it a
 * link that leads back to where the first one is.
 *
 * A zeroed struct footnotes has none.
 */
#ifndef PARSE_FOOTNOTES_H
#define PARSE_FOOTNOTES_H

#include "base/buf.h"
#include "parse/element.h"

#include <gumbo.h>
#include <stdint.h>

struct footnotes {
    struct footnotes_part {
        const GumboNode *node;
        uint8_t attr;          /* enum attr_name that says what it is */
        struct text_ref label; /* item: what it is called where it is
                                  referred to, in labels, unless a number */
    } * parts;                 /* sorted by node */
    uint32_t n, cap;
    struct buf labels;
};

/*
 * Finds the footnotes of the tree at root, which must not move. Takes n log n.
 */
void footnotes_find(struct footnotes *f, const GumboNode *root);
void footnotes_done(struct footnotes *f);

/*
 * Tells whether node is part of them: a list of them, a link to one or back.
 */
bool footnotes_has(const struct footnotes *f, const GumboNode *node);

/*
 * Adds to the attributes of node those by which parse/flow.h knows footnotes.
 */
void footnotes_put(
    const struct footnotes *f, const GumboNode *node, struct attrs *attrs);

#endif
