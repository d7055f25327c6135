/* SPDX-License-Identifier: ISC */
/*
 * plain - text without any markup
 *
 * Paragraphs, lines and columns are known by how they are set; web addresses
 * become links.
 */
#ifndef PARSE_PLAIN_H
#define PARSE_PLAIN_H

#include "base/str.h"
#include "parse/flow.h"

/*
 * Makes blocks of text, valid UTF-8, in f.
 */
void plain_parse(struct flow *f, struct str text);

#endif
