/* SPDX-License-Identifier: ISC */
/*
 * series - the posts before and behind a post
 */
#ifndef PARSE_SERIES_H
#define PARSE_SERIES_H

#include "census.h"
#include "model/build.h"
#include "where.h"

/*
 * Tells b the titles and addresses of the previous and the next post as facts,
 * where the page leads to them. base_url is what relative links are seen from.
 * Nothing but what is hidden may have been dropped from c yet.
 */
void series_read(
    struct build *b, const struct census *c, const struct where *where);

#endif
