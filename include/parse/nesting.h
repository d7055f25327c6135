/* SPDX-License-Identifier: ISC */
/*
 * nesting - cuts what makes HTML slow to parse
 *
 * The algorithm of the HTML standard looks through the open elements again and
 * again, so that deep nesting takes quadratic time, and compares each attribute
 * of a tag with those before it. One pass over the text, before it is parsed,
 * follows roughly which elements will be open and takes out the tags that would
 * go too deep. Text stays; no document made by people is touched.
 */
#ifndef PARSE_NESTING_H
#define PARSE_NESTING_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

enum {
    NESTING_MAX_DEPTH = 512, /* elements open at once */
    NESTING_MAX_ATTRS = 128  /* in one tag */
};

/*
 * Appends html to out without the tags, and their ends, that nest deeper than
 * the limit and without the attributes that are too many for one tag. Returns
 * false and adds nothing when all can stay. Takes linear time.
 */
bool nesting_cut(struct str html, struct buf *out)
    __attribute__((warn_unused_result));

#endif
