/* SPDX-License-Identifier: ISC */
/*
 * title - which heading is the title of the article
 */
#ifndef PARSE_TITLE_H
#define PARSE_TITLE_H

#include "model/build.h"
#include "parse/phrases.h"

#include <stdbool.h>

/*
 * Makes the first heading of level 1 in b the title, one that phrases know as
 * an announcement of contents only if there is no other. It is dropped from the
 * body if nothing but pictures and links stands before it. With is_sure a title
 * that b has already stays, and only a heading that repeats it is dropped. name
 * is the title if all else fails; it may be empty. Returns the block that was
 * dropped, 0 if none was.
 */
block_ix title_find(struct build *b, const struct phrases *phrases,
    bool is_sure, struct str name);

#endif
