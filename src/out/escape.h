/* SPDX-License-Identifier: ISC */
/*
 * escape - text as Markdown that means nothing but itself
 *
 * Only signs that would mean something where they stand are escaped, so that
 * the source stays as a person would write it. What means something is what
 * CommonMark says, and GitHub's tables, strikethrough, footnotes and bare
 * links.
 */
#ifndef OUT_ESCAPE_H
#define OUT_ESCAPE_H

#include "base/buf.h"
#include "base/str.h"

/* Where the text stands: a set of these. */
enum {
    ESCAPE_LINE_START = 1 << 0,  /* it begins a line */
    ESCAPE_IN_BRACKETS = 1 << 1, /* of a link or an image: no bare links arise,
                                    and "^" must not begin it */
};

/*
 * Appends the bytes from offset from to to of text, which holds no line end in
 * between. What stands around them in text is looked at where it matters.
 */
void escape_add(
    struct buf *out, struct str text, size_t from, size_t to, unsigned where);

/*
 * Appends code in backticks, as many as it needs.
 */
void escape_add_code(struct buf *out, struct str code);

/*
 * Appends the destination of a link, in angle brackets if it needs them.
 */
void escape_add_address(struct buf *out, struct str url);

/*
 * Appends the language of a code block, which stands behind its fence.
 */
void escape_add_language(struct buf *out, struct str language);

/*
 * Returns the length of the longest run of c in s.
 */
size_t escape_longest_run(struct str s, char c);

#endif
