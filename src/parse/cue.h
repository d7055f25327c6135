/* SPDX-License-Identifier: ISC */
/*
 * cue - what the names that authors give to elements say
 *
 * Classes, ids and the like are written for machines, yet in words: parts of a
 * page that are not the article are mostly called by what they are.
 */
#ifndef PARSE_CUE_H
#define PARSE_CUE_H

#include "base/str.h"
#include "cuewords.h"

#include <gumbo.h>
#include <stdint.h>

/*
 * Returns what the attributes of an element say that it is.
 */
uint32_t cue_read(const GumboVector *attributes);

/*
 * Returns what the words of one name say.
 */
uint32_t cue_of(struct str name);

#endif
