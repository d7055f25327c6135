/* SPDX-License-Identifier: ISC */
/*
 * meta - what a page says about itself
 */
#ifndef PARSE_META_H
#define PARSE_META_H

#include "census.h"
#include "model/build.h"
#include "where.h"

/*
 * Tells b title, byline, dates, site, language, excerpt, address and picture of
 * the page as facts, as far as they are known. Nothing may have been dropped from
 * c yet.
 */
void meta_read(
    struct build *b, const struct census *c, const struct where *where);

#endif
