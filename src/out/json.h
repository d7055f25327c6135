/* SPDX-License-Identifier: ISC */
/*
 * json - an article as JSON, for programs
 *
 * One value on one line. What is not known is null, lists are never null, texts
 * are on one line and without markup, except answers and the text of the
 * article, which are plain text with the lines of their blocks. For a section
 * everything that comes from blocks is only what is in it.
 *
 * Links are those that lead out of the article, each address once, with the
 * text that leads there first.
 */
#ifndef OUT_JSON_H
#define OUT_JSON_H

#include "base/buf.h"
#include "model/feed.h"
#include "piece.h"

/*
 * Appends the piece as one object.
 */
void json_add_whole(const struct piece *p, struct buf *out);

/*
 * Appends the contents as a list of objects.
 */
void json_add_contents(const struct piece *p, struct buf *out);

/*
 * Appends the questions as a list of objects.
 */
void json_add_questions(const struct piece *p, struct buf *out);

/*
 * Appends the feed as one object.
 */
void json_add_feed(const struct feed *f, struct buf *out);

#endif
