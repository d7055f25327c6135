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

#include "layout/line.h"
#include "layout/opts.h"
#include "model/article.h"

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
