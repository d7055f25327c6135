/* SPDX-License-Identifier: ISC */
/*
 * headings - the headings of a page that may be its title
 */
#ifndef PARSE_HEADINGS_H
#define PARSE_HEADINGS_H

#include "census.h"
#include "headline.h"

enum {
    HEADINGS_MAX = 24
};

struct headings {
    struct heading all[HEADINGS_MAX]; /* of texts in bufs */
    struct buf bufs[HEADINGS_MAX];
    size_t n;
};

/*
 * Reads those of the first and second rank, and what is in the elements inside
 * one of the first rank. host is that of the page.
 */
void headings_read(struct headings *h, const struct census *c, struct str host);
void headings_done(struct headings *h);

#endif
