/* SPDX-License-Identifier: ISC */
/*
 * neighbors - which article is before and after the one that is read
 *
 * On the shelf that is the one before or after; at its ends, and off it,
 * what the article itself calls previous and next or, where it is silent, the
 * one from which that way led to it. The foot of the article shows the titles of
 * both.
 */
#ifndef UI_NEIGHBORS_H
#define UI_NEIGHBORS_H

#include "reading.h"

/*
 * Finds the article before (step -1) or after (1), or further away, as far as
 * there are any; out_source is owned.
 */
bool neighbors_find(
    const struct reading *r, int step, struct source *out_source);

/*
 * Looks up the neighbors of a new article, and begins to load the titles that
 * are known to nobody.
 */
void neighbors_start(struct reading *r);

/*
 * Puts the titles, as far as they are known now, at the foot. Returns whether
 * they have changed.
 */
bool neighbors_show(struct reading *r);

/*
 * Forgets the neighbors.
 */
void neighbors_done(struct reading *r);

#endif
