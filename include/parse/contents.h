/* SPDX-License-Identifier: ISC */
/*
 * contents - finds the table of contents that an article brings along
 *
 * The reader makes its own from the headings, so one in the text would be there
 * twice.
 */
#ifndef PARSE_CONTENTS_H
#define PARSE_CONTENTS_H

#include "model/build.h"
#include "parse/phrases.h"

/*
 * Drops the lists in b that are only a table of contents, and the heading,
 * paragraph or details that announce them. A list is one if it is announced as
 * that and its items are called like headings of the article or lead to them,
 * or if nothing is in it but links to headings, most of them, that come after
 * it. A list that leads to other documents is none. title is the heading that
 * title_find() dropped.
 */
void contents_drop(
    struct build *b, const struct phrases *phrases, block_ix title);

#endif
