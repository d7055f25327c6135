/* SPDX-License-Identifier: ISC */
/*
 * unmark - the plain text that marked-up text means
 *
 * For what ought to be a line without markup and has some all the same: titles
 * and names in feeds, once or twice escaped.
 */
#ifndef PARSE_UNMARK_H
#define PARSE_UNMARK_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether text has what can only be markup: an element of HTML with its
 * end, or an entity.
 */
bool unmark_has_markup(struct str text);

/*
 * Appends the text of a title, valid UTF-8: without the tags of HTML that may
 * stand in one and with entities decoded, once, or twice where something is left
 * that can only be markup. What looks like a tag but is none, as in "List<T>" or
 * an element that never ends, stays. With is_html the first decoding is due in
 * any case.
 */
void unmark_add_title(struct buf *out, struct str text, bool is_html);

/*
 * Appends the text of a piece of HTML, valid UTF-8, without markup; a blank
 * parts its paragraphs.
 */
void unmark_add_html(struct buf *out, struct str html);

#endif
