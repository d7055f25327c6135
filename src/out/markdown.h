/* SPDX-License-Identifier: ISC */
/*
 * markdown - an article as Markdown
 *
 * What is written reads back as the same article: CommonMark with GitHub's
 * tables, strikethrough, task lists and footnotes, HTML for what has no sign
 * there, and front matter for what the article says of itself.
 */
#ifndef OUT_MARKDOWN_H
#define OUT_MARKDOWN_H

#include "base/buf.h"
#include "piece.h"

/*
 * Appends the piece; front matter only before a whole article.
 */
void markdown_add_whole(const struct piece *p, struct buf *out);

/*
 * Appends the contents as nested lists of links.
 */
void markdown_add_contents(const struct piece *p, struct buf *out);

/*
 * Appends the questions, each as a heading with its answer.
 */
void markdown_add_questions(const struct piece *p, struct buf *out);

#endif
