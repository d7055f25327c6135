/* SPDX-License-Identifier: ISC */
/*
 * margin - what stands before and between blocks of Markdown
 *
 * Lines begin with a prefix that grows and shrinks as quotes, items and notes
 * open and close. Between two blocks stands an empty line, or in a tight list
 * only a line end. There, what would run into the block before is kept apart by
 * a comment, which ends all that is open and is nothing itself.
 *
 * Which blocks are HTML is known here, because it matters for what may stand
 * next to each other.
 */
#ifndef OUT_MARGIN_H
#define OUT_MARGIN_H

#include "anchors.h"
#include "base/buf.h"
#include "model/article.h"

#define MARGIN_COMMENT "<!-- -->"

/* A block that is open. */
struct margin_frame {
    block_ix block;
    block_ix last;     /* what was written last in it, or 0 */
    size_t prefix_len; /* of the lines around it */
    int32_t number;    /* list: of the next item */
    bool is_tight;     /* no empty lines in it */
};

struct margin {
    const struct article *a;
    const struct anchors *anchors;
    bool has_html_notes; /* notes are written as HTML */
    struct buf *out;
    struct buf prefix;
    struct margin_frame frames[ARTICLE_MAX_DEPTH + 1];
    uint32_t n_frames;
};

/*
 * Returns the innermost frame; it may be changed until the next push.
 */
struct margin_frame *margin_top(struct margin *m);

/*
 * Opens a frame for block b whose lines begin with prefix, behind what lines
 * around it begin with; margin_pop() closes it.
 */
void margin_push(
    struct margin *m, block_ix b, const char *prefix, bool is_tight);
void margin_pop(struct margin *m);

/*
 * Ends the line and begins the next one; margin_skip_line() leaves an empty one
 * in between.
 */
void margin_end_line(struct margin *m);
void margin_skip_line(struct margin *m);

/*
 * Appends text, whose line ends become lines here; the last is left open.
 */
void margin_add_lines(struct margin *m, struct str text);

/*
 * Parts block b, which is written next, from what was written before it in the
 * innermost frame.
 */
void margin_begin_block(struct margin *m, block_ix b);

/*
 * Tells whether block b is written as HTML altogether.
 */
bool margin_is_html(const struct margin *m, block_ix b);

#endif
