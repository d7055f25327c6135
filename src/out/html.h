/* SPDX-License-Identifier: ISC */
/*
 * html - an article as a page of HTML
 *
 * A small complete document without scripts and styles, that says what the
 * article says of itself where programs look for it; only its inside when the
 * body alone is asked for.
 */
#ifndef OUT_HTML_H
#define OUT_HTML_H

#include "base/buf.h"
#include "piece.h"

/*
 * Appends the piece.
 */
void html_add_whole(const struct piece *p, struct buf *out);

/*
 * Appends the contents as nested lists of links.
 */
void html_add_contents(const struct piece *p, struct buf *out);

/*
 * Appends the questions, each as details with its answer.
 */
void html_add_questions(const struct piece *p, struct buf *out);

#endif
