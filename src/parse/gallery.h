/* SPDX-License-Identifier: ISC */
/*
 * gallery - pictures in a row that say the same
 *
 * A shop shows what it sells from all sides: twenty pictures without a word
 * between them, each described as "view 3 of 20" of the same. A terminal shows
 * descriptions only, so one of them tells as much as all.
 */
#ifndef PARSE_GALLERY_H
#define PARSE_GALLERY_H

#include "census.h"

/*
 * Drops of pictures in a row inside of an article those that are the one before
 * again, or are described as it is but for numbers.
 */
void gallery_drop(struct census *c, uint32_t article);

#endif
