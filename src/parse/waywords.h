/* SPDX-License-Identifier: ISC */
/*
 * waywords - how pages call the posts before and behind a post
 */
#ifndef PARSE_WAYWORDS_H
#define PARSE_WAYWORDS_H

#include "base/str.h"

#include <stddef.h>

enum way {
    WAY_NONE,
    WAY_PREV,
    WAY_NEXT
};

struct wayword {
    struct str text; /* in small letters */
    enum way way;
};

/*
 * Returns all words and phrases, longer ones first where one begins like
 * another.
 */
const struct wayword *waywords_all(size_t *out_n);

/*
 * Returns the next word behind last, NULL for the first, that s begins with,
 * whatever the case of ASCII and of the first letter; NULL if there is none.
 */
const struct wayword *waywords_next(struct str s, const struct wayword *last);

#endif
