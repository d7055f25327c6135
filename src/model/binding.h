/* SPDX-License-Identifier: ISC */
/*
 * binding - the one piece of memory that a feed is
 *
 * The struct and all its arrays stand in a single allocation, in the order
 * struct, entries, notes, text, bodies. What makes feeds fills the arrays through
 * a struct binding; everybody else sees them as constant.
 */
#ifndef MODEL_BINDING_H
#define MODEL_BINDING_H

#include "model/feed.h"

struct binding {
    struct feed *feed; /* free with feed_free() */
    struct feed_entry *entries;
    struct text_ref *notes;
    char *text;
    char *bodies;
};

/*
 * Returns a new feed with room for as many of each as counts says (its n_
 * fields, which must be within the limits) and zeroes in the arrays.
 */
struct binding binding_new(const struct feed *counts);

/*
 * Returns the bytes that the arrays of such a feed take.
 */
size_t binding_size(const struct feed *counts);

#endif
