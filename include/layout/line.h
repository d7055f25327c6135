/* SPDX-License-Identifier: ISC */
/*
 * line - lines and the runs on them, what a layout is made of
 *
 * Plain records; layout.h says how they hang together.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "layout/outline.h"
#include "layout/theme.h"
#include "model/article.h"

/* Where runs of the foot lead: the neighbors in the reading list. */
#define LAYOUT_LINK_PREV (LINK_NONE - 1)
#define LAYOUT_LINK_NEXT (LINK_NONE - 2)

enum line_kind {
    LINE_TEXT,
    LINE_BLANK,
    LINE_CODE, /* is not wrapped: may be wider than cols */
};

struct line {
    uint32_t first_run;
    uint32_t n_runs;
    uint32_t at;        /* place: offset into article.text */
    block_ix block;     /* the block that it shows, or comes before */
    uint32_t cols;      /* where its last run ends */
    section_ix section; /* the section that it is the head of, if that can be
                           folded (first line of the head only) */
    uint32_t n_hidden;  /* lines that a fold hides, on the head's first line:
                           as many as there were with nothing folded inside,
                           without the blank ones in front */
    uint8_t kind;       /* enum line_kind */
};

struct run {
    uint32_t at;  /* offset of its text: into article.text, or layout.text */
    uint32_t len; /* bytes */
    uint32_t col;
    uint32_t cols;
    link_ix link;   /* or LINK_NONE, LAYOUT_LINK_PREV, LAYOUT_LINK_NEXT */
    uint32_t roles; /* set of ROLE_ bits */
    uint8_t key;    /* enum theme_key: what part of an article it is */
    bool is_own;    /* its text is in layout.text */
    bool is_fixed;  /* stays when code scrolls sideways: bars and marks */
};

#endif
