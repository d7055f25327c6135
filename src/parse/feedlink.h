/* SPDX-License-Identifier: ISC */
/*
 * feedlink - the feed that a page names
 */
#ifndef PARSE_FEEDLINK_H
#define PARSE_FEEDLINK_H

#include "census.h"
#include "model/build.h"
#include "where.h"

/*
 * Tells b the address of the feed of the page as a fact, if the page names one:
 * that of the articles where there is one of the comments, too. base_url may be
 * empty.
 */
void feedlink_read(
    struct build *b, const struct census *c, const struct where *where);

#endif
