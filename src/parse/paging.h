/* SPDX-License-Identifier: ISC */
/*
 * paging - the pages that one article is spread over
 */
#ifndef PARSE_PAGING_H
#define PARSE_PAGING_H

#include "census.h"
#include "model/build.h"
#include "where.h"

/*
 * If the page is one of several of the same article, tells b which one as a
 * fact, and puts the pages beside it in the place of the posts beside the
 * article. base_url is the address of the page. Nothing but what is hidden may
 * have been dropped from c yet.
 */
void paging_read(
    struct build *b, const struct census *c, const struct where *where);

#endif
