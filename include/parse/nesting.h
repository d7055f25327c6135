/* SPDX-License-Identifier: ISC */
/*
 * nesting - cuts what makes HTML slow to parse
 *
 * The algorithm of the HTML standard looks through the open elements again and
 * again, so that deep nesting takes quadratic time, and compares each attribute
 * of a tag with those before it. One pass over the text, before it is parsed,
 * follows roughly which elements will be open and takes out the tags that would
 * go too deep; no document made by people has any. On the way it leaves out the
 * text of scripts and style sheets, which nobody here reads, the white space
 * between blocks, which is not shown, and what only colors code: of some pages
 * that is every other node.
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
 * Returns html without the tags, and their ends, that nest deeper than the
 * limit, without the attributes that are too many for one tag, without the text
 * of style sheets and of scripts, except JSON and formulas, without white space
 * between two tags of which one is of a block, and without the tags around words
 * of code that only color them: html itself, or a copy in out. Line ends move
 * into the tag before, so that lines keep their numbers. Sets *out_is_flat to
 * true if tags were taken out for their depth. Takes linear time.
 */
struct str nesting_cut(struct str html, struct buf *out, bool *out_is_flat)
    __attribute__((warn_unused_result));

#endif
