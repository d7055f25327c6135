/* SPDX-License-Identifier: ISC */
/*
 * press - what all parts of one layout work with
 *
 * The article, what is asked for, and memory that goes from paragraph to
 * paragraph, so that laying out a paragraph allocates nothing.
 */
#ifndef LAYOUT_PRESS_H
#define LAYOUT_PRESS_H

#include "galley.h"
#include "layout/opts.h"
#include "layout/wrap.h"
#include "prose.h"
#include "refs.h"

struct press {
    const struct article *a;
    const struct layout_opts *opts;
    const uint32_t *offsets; /* one a block and one more: its place, as
                                article_block_offset() in constant time */
    struct prose prose;
    struct wrap wrap;
    struct refs refs;

    /* Fills a galley with the blocks from first up to end. A table has it done
     * for its cells; a pointer, because this is what puts tables, too. */
    void (*fill)(
        struct press *p, struct galley *g, block_ix first, block_ix end);
};

#endif
