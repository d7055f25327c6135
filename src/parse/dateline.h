/* SPDX-License-Identifier: ISC */
/*
 * dateline - lines that only tell who wrote an article, and when
 */
#ifndef PARSE_DATELINE_H
#define PARSE_DATELINE_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether text is such a line: "By Ann Doe | 5 July 2025 | 7 min read". It
 * is meant for lines between a title and its text, where a short line with a
 * date in it is nothing else.
 */
bool dateline_is(struct str text);

#endif
