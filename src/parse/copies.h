/* SPDX-License-Identifier: ISC */
/*
 * copies - what an article has twice, for two kinds of screens
 */
#ifndef PARSE_COPIES_H
#define PARSE_COPIES_H

#include "census.h"

/*
 * Drops the later of two parts of the article in row article that say the same,
 * word for word. Code and what is quoted may be the same. Takes linear time.
 */
void copies_drop(struct census *c, uint32_t article);

#endif
