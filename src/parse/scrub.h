/* SPDX-License-Identifier: ISC */
/*
 * scrub - control characters in a page
 */
#ifndef PARSE_SCRUB_H
#define PARSE_SCRUB_H

#include "base/buf.h"

/*
 * Returns html without control characters: itself, or a copy in out. The one
 * for a new line becomes one.
 */
struct str scrub_html(struct str html, struct buf *out);

#endif
