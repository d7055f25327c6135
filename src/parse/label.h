/* SPDX-License-Identifier: ISC */
/*
 * label - the names of charsets
 */
#ifndef PARSE_LABEL_H
#define PARSE_LABEL_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Returns the name by which legacy.h knows what a page means by that label, or
 * "UTF-8"; NULL for one that no page may use. The table is that of the WHATWG Encoding
 * standard: "latin1" is windows-1252.
 */
const char *label_find(struct str label);

/*
 * Tells whether label means UTF-16, and in which order its bytes stand. In a
 * page it cannot mean that: who can read it in ASCII letters reads no UTF-16.
 */
bool label_is_wide(struct str label, bool *out_is_big);

/*
 * Returns the label in a value of Content-Type, "text/html; charset=label";
 * empty when there is none.
 */
struct str label_of_type(struct str content_type);

/*
 * Returns the label that a page tells of itself near its beginning, in a meta
 * element or an XML declaration; empty when there is none.
 */
struct str label_of_page(struct str bytes);

#endif
