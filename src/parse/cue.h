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

enum {
    CUE_SLOTS = 128
};

/*
 * What classes said that were read lately: most stand on many elements. Zero is
 * empty; names are borrowed.
 */
struct cue_memory {
    struct {
        struct str names;
        uint32_t cues;
    } slots[CUE_SLOTS];
};

/*
 * Returns what the attributes of an element say that it is. Their values must
 * live as long as m.
 */
uint32_t cue_read(struct cue_memory *m, const GumboVector *attributes);

/*
 * Returns what the words of one name say.
 */
uint32_t cue_of(struct str name);

#endif
