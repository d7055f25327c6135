/* SPDX-License-Identifier: ISC */
/*
 * raw - HTML as it stands in Markdown
 */
#ifndef PARSE_RAW_H
#define PARSE_RAW_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether html is comments and white space alone, so that it shows
 * nothing. A comment that a browser would end elsewhere than cmark, or nowhere,
 * is none.
 */
bool raw_is_comment(struct str html);

#endif
