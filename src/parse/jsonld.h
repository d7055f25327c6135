/* SPDX-License-Identifier: ISC */
/*
 * jsonld - reads JSON as pages have it
 */
#ifndef PARSE_JSONLD_H
#define PARSE_JSONLD_H

#include "base/str.h"

#include <jansson.h>

/*
 * Returns the JSON in the text of a script, owned (json_decref()); NULL if it is
 * none. Forgiven are CDATA around it, control characters in strings, quotes
 * that are entities, and anything behind it.
 */
json_t *jsonld_load(struct str text);

/*
 * Returns the trimmed text of value, borrowed; empty if it is no string.
 */
struct str jsonld_text(const json_t *value);

/*
 * Returns node number ix of a document, which may be one object, an array of
 * them, or the "@graph" of the only or first one; NULL behind the last. Visits all
 * of them when ix counts up from 0.
 */
const json_t *jsonld_node(const json_t *root, size_t ix);

#endif
