/* SPDX-License-Identifier: ISC */
/*
 * mark - how an element of Markdown is written
 *
 * With the signs of Markdown where they mean what they should, else as HTML.
 * That takes a look at what stands at both ends of the element.
 */
#ifndef OUT_MARK_H
#define OUT_MARK_H

#include "anchors.h"
#include "base/buf.h"
#include "labels.h"
#include "model/article.h"
#include "weave.h"

enum mark {
    MARK_TAG,
    MARK_STAR,
    MARK_LINE, /* _ */
    MARK_WAVE, /* ~~ */
    MARK_TICKS,
    MARK_BRACKETS,
    MARK_ANGLES,
};

/* A leaf that is being written. */
struct writing {
    const struct article *a;
    const struct labels *labels;
    struct anchors *anchors;
    bool is_one_line;
    bool is_in_table;

    block_ix b;
    struct str text;  /* of the leaf */
    uint32_t text_at; /* where it begins in article.text */
    struct buf *out;
    struct weave weave;
    uint8_t marks[WEAVE_ELEMENT_COUNT]; /* enum mark, of open elements */
    link_ix link;                       /* that is open */
    uint32_t n_eaten; /* first bytes of the next span that were written */
};

/*
 * Returns how to write the element that w's weave has just opened; everything
 * before it is in w's out.
 */
enum mark mark_choose(const struct writing *w);

/*
 * Tells whether a span is written as something else than its text.
 */
bool mark_is_object(const struct writing *w, uint32_t span);

#endif
