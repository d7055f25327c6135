/* SPDX-License-Identifier: ISC */
/*
 * href - addresses as cmark writes them in HTML
 */
#ifndef PARSE_HREF_H
#define PARSE_HREF_H

#include "base/buf.h"

/*
 * Appends s with the percent escapes that cmark's HTML would have, so that an
 * address is the same whichever way it comes.
 */
void href_add(struct buf *out, struct str s);

#endif
