/* SPDX-License-Identifier: ISC */
/*
 * ends - what stands before the first paragraph of an article and behind the
 * last
 */
#ifndef PARSE_ENDS_H
#define PARSE_ENDS_H

#include "census.h"

/*
 * Drops the lines at the ends of the article in row article that are none of
 * its text. Takes linear time.
 */
void ends_drop(struct census *c, uint32_t article);

#endif
