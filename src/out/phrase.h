/* SPDX-License-Identifier: ISC */
/*
 * phrase - the spans of a leaf as Markdown
 *
 * What reads back as the same spans: with the signs of Markdown where they work
 * and HTML where they would not, or where there are none.
 */
#ifndef OUT_PHRASE_H
#define OUT_PHRASE_H

#include "anchors.h"
#include "base/buf.h"
#include "labels.h"
#include "model/article.h"

struct phrase {
    const struct article *a;
    const struct labels *labels;
    struct anchors *anchors; /* anchors to be written */
    bool is_one_line;        /* a heading or a cell: breaks are <br> */
    bool is_in_table;        /* pipes will get a backslash afterwards */
};

/*
 * Appends the spans of leaf b to out, which must be empty: its edges are taken
 * for the edges of the paragraph. Line ends in it are those of the paragraph.
 * Anchors behind the text of a heading are left: in it they would name it.
 */
void phrase_add(const struct phrase *p, block_ix b, struct buf *out);

#endif
