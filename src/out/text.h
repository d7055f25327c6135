/* SPDX-License-Identifier: ISC */
/*
 * text - an article as lines of text, for a file or a terminal
 *
 * Both plain text and ANSI are one walk over a layout with a pen.
 */
#ifndef OUT_TEXT_H
#define OUT_TEXT_H

#include "base/buf.h"
#include "layout/layout.h"
#include "piece.h"

/*
 * Appends the piece, laid out.
 */
void text_add_whole(const struct piece *p, struct buf *out);

/*
 * Appends the contents, a line for each heading: its number and its title,
 * indented by how deep it stands.
 */
void text_add_contents(const struct piece *p, struct buf *out);

/*
 * Appends the questions with their answers, as they are laid out, with an empty
 * line between them. Addresses stand behind links rather than at the end.
 */
void text_add_questions(const struct piece *p, struct buf *out);

/*
 * Appends the body of the piece as plain text: what text_add_whole() writes for
 * is_body and cols of 0 with all folds open.
 */
void text_add_body(const struct piece *p, struct buf *out);

/*
 * Appends the lines of l that show blocks from first to end, as plain text
 * without the indent that they share. line is where to begin to look; it is
 * moved to the first of them, so that going through ranges in order takes
 * linear time.
 */
void text_add_range(const struct layout *l, const struct article *a,
    block_ix first, block_ix end, uint32_t *line, struct buf *out);

#endif
