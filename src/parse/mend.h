/* SPDX-License-Identifier: ISC */
/*
 * mend - makes well-formed XML of any text
 *
 * Feeds are written by hand and by programs that know no XML: ampersands stand
 * bare, entities of HTML are used that nobody declared, tags are not closed, and
 * the end was cut off. An XML parser takes none of that. What was mended it
 * takes, whatever it was before.
 */
#ifndef PARSE_MEND_H
#define PARSE_MEND_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends to out a well-formed XML document, in UTF-8 and without a declaration,
 * a DOCTYPE, comments, instructions or CDATA, that has the elements, attributes
 * and text of text, which is valid UTF-8. An entity that only HTML knows stays
 * as it is, as text: "&nbsp;". Elements that were not closed end with the one
 * around them, and the root at the end; what stands behind it becomes a part of
 * it. Text without any element makes an empty document. Linear time.
 */
void mend_add(struct buf *out, struct str text);

#endif
