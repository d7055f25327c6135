/* SPDX-License-Identifier: ISC */
/*
 * title - which heading is the title of the article
 */
#ifndef PARSE_TITLE_H
#define PARSE_TITLE_H

#include "model/build.h"

#include <stdbool.h>

/*
 * Makes the first heading of level 1 in b the title. It is dropped from the body
 * if nothing but pictures and links stands before it. With is_sure a title that
 * b has already stays, and only a heading that repeats it is dropped. name is
 * the title if all else fails; it may be empty.
 */
void title_find(struct build *b, bool is_sure, struct str name);

#endif
