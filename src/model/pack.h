/* SPDX-License-Identifier: ISC */
/*
 * pack - the one piece of memory that an article is
 *
 * The struct and all its arrays stand in a single allocation, in the order
 * struct, blocks, spans, links, anchors, notes, text. What makes articles fills
 * the arrays through a struct pack; everybody else sees them as constant.
 */
#ifndef MODEL_PACK_H
#define MODEL_PACK_H

#include "model/article.h"

struct pack {
    struct article *article; /* free with article_free() */
    struct block *blocks;
    struct span *spans;
    struct text_ref *links;
    struct anchor *anchors;
    struct text_ref *notes;
    char *text;
};

/*
 * Returns a new article with room for as many of each as counts says (its n_
 * fields, which must be within the limits) and zeroes in the arrays.
 */
struct pack pack_new(const struct article *counts);

/*
 * Returns the bytes that the arrays of such an article take, text included.
 */
size_t pack_size(const struct article *counts);

#endif
