/* SPDX-License-Identifier: ISC */
/*
 * pen - writes lines of text for a terminal or a file
 *
 * The last wall before a terminal: nothing but printable characters goes
 * through, and escapes are only those that the pen makes itself, where they are
 * wanted. Looks change only where something visible changes, and end with the
 * line, so that a pager can show any part. Blanks at the end of a line are not
 * written unless they show.
 */
#ifndef OUT_PEN_H
#define OUT_PEN_H

#include "base/buf.h"
#include "layout/theme.h"
#include "model/article.h"
#include "out/opts.h"

struct pen {
    struct buf *out;
    const struct article *a; /* has the addresses of links */
    int n_colors;            /* -1: no looks at all */
    bool has_links;

    struct attrs attrs; /* in force */
    link_ix link;       /* in force, or LINK_NONE */
    size_t n_blanks;    /* that were not written yet */
};

/*
 * Returns a pen that writes to out; with escapes only if has_escapes, and then
 * those that opts ask for.
 */
struct pen pen_begin(struct buf *out, const struct article *a,
    const struct out_opts *opts, bool has_escapes);

/*
 * Writes text, on this line, with that look and link.
 */
void pen_add(
    struct pen *pen, struct str text, struct attrs attrs, link_ix link);

/*
 * Writes blanks without any look.
 */
void pen_skip(struct pen *pen, size_t n_blanks);

/*
 * Ends the line.
 */
void pen_end_line(struct pen *pen);

/*
 * Appends text as it is shown on one line: without soft hyphens, line ends as
 * blanks, and nothing that is not clean.
 */
void pen_add_plain(struct buf *out, struct str text);

#endif
