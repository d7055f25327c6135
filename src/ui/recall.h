/* SPDX-License-Identifier: ISC */
/*
 * recall - what the library knows of the article that is shown
 *
 * Where it was left, what was folded, whether it is saved for later. The place
 * is written down a moment after the reader has come to rest, and when the
 * article is left.
 */
#ifndef UI_RECALL_H
#define UI_RECALL_H

#include "reading.h"

/*
 * Begins with an article that has just been shown: nothing of it is noted yet.
 */
void recall_open(struct reading *r);

/*
 * Puts the folds as they were when the article was left, in this session or an
 * earlier one, and finds the place; false when it was not read yet.
 */
bool recall_find(struct reading *r, struct place *out_place);

/*
 * Sees to it that the place is noted soon, if it is another one.
 */
void recall_watch(struct reading *r);

/*
 * Notes the place at once: the article is left.
 */
void recall_leave(struct reading *r);

/*
 * Saves the address of what could not be loaded for later.
 */
view_reaction recall_save(struct reading *r);

/*
 * Does what puts the article away: on a shelf of the library, under tags, or on
 * reading lists.
 */
view_reaction recall_act(struct reading *r, enum action action);

#endif
