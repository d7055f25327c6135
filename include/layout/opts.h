/* SPDX-License-Identifier: ISC */
/*
 * opts - what a layout is asked for
 */
#ifndef LAYOUT_OPTS_H
#define LAYOUT_OPTS_H

#include "layout/outline.h"
#include "model/article.h"

enum layout_links {
    LAYOUT_LINKS_NONE,   /* addresses are not shown */
    LAYOUT_LINKS_END,    /* [1] in the text, listed at the end */
    LAYOUT_LINKS_INLINE, /* <address> behind the text */
};

struct layout_opts {
    uint32_t cols;  /* width of the text in cells; 0: lines are not broken */
    bool is_greedy; /* take what fits instead of balancing lines */
    bool has_head;  /* begin with title, byline, date, notices */
    bool is_text;   /* without pictures and players that stand alone */
    enum layout_links links;
    block_ix first, end;           /* only these blocks; 0, 0: all */
    const struct outline *outline; /* with folded */
    const uint8_t *folded;         /* one byte a section, or NULL: all open */
    struct str prev_title; /* foot; where both are empty there is none */
    struct str next_title;
};

#endif
