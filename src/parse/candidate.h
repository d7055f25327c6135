/* SPDX-License-Identifier: ISC */
/*
 * candidate - the element that holds the article
 */
#ifndef PARSE_CANDIDATE_H
#define PARSE_CANDIDATE_H

#include "census.h"

/*
 * Returns the row of the smallest element that holds the article, 0 if nothing
 * on the page reads like one.
 */
uint32_t candidate_find(const struct census *c);

#endif
