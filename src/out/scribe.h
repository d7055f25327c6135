/* SPDX-License-Identifier: ISC */
/*
 * scribe - blocks as Markdown
 *
 * What is written reads back as the same blocks. Where Markdown has no sign for
 * a block it is HTML, in which nothing is Markdown, except in details: what
 * they hide stays Markdown, so that every reader of it folds them.
 */
#ifndef OUT_SCRIBE_H
#define OUT_SCRIBE_H

#include "anchors.h"
#include "base/buf.h"
#include "labels.h"
#include "margin.h"
#include "model/article.h"
#include "slugs.h"

struct scribe {
    const struct article *a;
    struct anchors anchors;
    struct labels labels;
    struct slugs slugs;

    block_ix first, end; /* what is written now */
    struct margin margin;
    struct buf text; /* to write a block to, before its place is known */
};

/*
 * Fills s for writing. Notes and names of headings are those among the
 * blocks from first to end; title, if it is not empty, will stand above them as
 * a heading.
 */
void scribe_init(struct scribe *s, const struct article *a, struct str title,
    block_ix first, block_ix end);

/*
 * Frees what s holds.
 */
void scribe_done(struct scribe *s);

/*
 * Appends the blocks from first to end to out, with an empty line before them
 * if anything stands there, and one line end behind them.
 */
void scribe_add(
    struct scribe *s, block_ix first, block_ix end, struct buf *out);

/*
 * Appends the text of leaf b as a heading of that level, from 1 to 6, without a
 * line end.
 */
void scribe_add_heading(
    struct scribe *s, block_ix b, unsigned level, struct buf *out);

#endif
