/* SPDX-License-Identifier: ISC */
/*
 * furniture - what belongs to the site and not to the article
 */
#ifndef PARSE_FURNITURE_H
#define PARSE_FURNITURE_H

#include "census.h"

/*
 * Drops what is furniture on any page: navigation, advertisements, forms. In a
 * talk, comments and what says who speaks are kept.
 */
void furniture_drop(struct census *c, bool is_talk);

#endif
