/* SPDX-License-Identifier: ISC */
/*
 * fence - the lines around front matter
 */
#ifndef PARSE_FENCE_H
#define PARSE_FENCE_H

#include "base/str.h"

#include <stdbool.h>

struct fence {
    size_t len;         /* bytes, with both fences; 0 if there is no end */
    struct str content; /* what stands between them */
    bool is_likely;     /* it begins as front matter does, not as text */
};

/*
 * Finds what stands between a line of "---" at the very start of text and the
 * next one, or one of "...", in its first 64 kB.
 */
struct fence fence_find(struct str text);

#endif
