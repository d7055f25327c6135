/* SPDX-License-Identifier: ISC */
/*
 * notices - lines that announce what is no part of the article
 */
#ifndef PARSE_NOTICES_H
#define PARSE_NOTICES_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether text, a heading, announces something beside the article:
 * related posts, comments, a newsletter, the author. Case and marks make no
 * difference.
 */
bool notices_announce(struct str text);

/*
 * Tells whether text is a call that stands alone: "Share this", "Read more".
 */
bool notices_call(struct str text);

/*
 * Tells whether text begins as a line that leads to another article does.
 */
bool notices_point(struct str text);

#endif
