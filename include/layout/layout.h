/* SPDX-License-Identifier: ISC */
/*
 * layout - an article as lines of a given width
 *
 * A layout is an immutable value made from an article and some options; another
 * width or another fold is another layout. It holds lines, and lines hold runs:
 * pieces of text of one look at a column. The plain and ANSI outputs and the
 * reader all draw from it.
 *
 *      lines  [ 0 ][ 1 ][ 2 ] ...
 *               |    '-------------------.
 *      runs   [ "• " col 0 ][ "Fiber" col 2 strong ][ " helps" col 7 ] ...
 *
 * Columns are cells, from 0 at the left edge of the text. The text of a run
 * stands in the article or, for marks and borders, in the layout itself.
 *
 * Places. Every line knows the offset in article.text where it begins (at), and
 * these never fall from line to line, so that a place in the text finds its
 * line in any layout by bisection.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/outline.h"
#include "layout/theme.h"
#include "model/article.h"

/* Where runs of the foot lead: the neighbors in the reading list. */
#define LAYOUT_LINK_PREV (LINK_NONE - 1)
#define LAYOUT_LINK_NEXT (LINK_NONE - 2)

enum layout_links {
    LAYOUT_LINKS_NONE,   /* addresses are not shown */
    LAYOUT_LINKS_END,    /* [1] in the text, listed at the end */
    LAYOUT_LINKS_INLINE, /* <address> behind the text */
};

struct layout_opts {
    uint32_t cols;  /* width of the text in cells; 0: lines are not broken */
    bool is_greedy; /* take what fits instead of balancing lines */
    bool has_head;  /* begin with title, byline, date, notices */
    enum layout_links links;
    block_ix first, end;           /* only these blocks; 0, 0: all */
    const struct outline *outline; /* with folded */
    const uint8_t *folded;         /* one byte a section, or NULL: all open */
    struct str prev_title; /* foot; where both are empty there is none */
    struct str next_title;
};

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
    uint32_t n_hidden;  /* lines that a fold hides, on the head's first line */
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
    bool is_fixed;  /* stays when code scrolls sideways: bars and indents */
};

struct layout {
    const struct line *lines;
    const struct run *runs;
    const char *text;
    uint32_t n_lines, n_runs, n_text;
    uint32_t cols;     /* as asked for */
    uint32_t max_cols; /* the widest line */
};

/*
 * Returns the layout of the article, owned (layout_free()); the article must
 * outlive it, the outline and the folds not. Linear in the size of the article.
 */
struct layout *layout_new(
    const struct article *a, const struct layout_opts *opts);

/*
 * Frees the layout. NULL is allowed.
 */
void layout_free(struct layout *l);

/*
 * Returns the text of a run, borrowed from the article or the layout.
 */
struct str layout_run_text(
    const struct layout *l, const struct article *a, const struct run *run);

/*
 * Finds the last line that begins at or before the place at: where a reader
 * who was at that place goes on. 0 when there are no lines. Logarithmic time.
 */
uint32_t layout_line_at(const struct layout *l, uint32_t at);

#endif
