/* SPDX-License-Identifier: ISC */
/*
 * xhtml - pages of XML as HTML
 */
#ifndef PARSE_XHTML_H
#define PARSE_XHTML_H

#include "base/buf.h"

/*
 * Returns text, a page written in XML, so that a parser of HTML makes the same
 * of it: itself, or a copy in out.
 */
struct str xhtml_open(struct str text, struct buf *out);

#endif
