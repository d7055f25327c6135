/* SPDX-License-Identifier: ISC */
/*
 * opening - loads an article and puts it before the reader
 *
 * The article that is there stays until the other one has arrived; when that
 * cannot be loaded, or the person does not want to wait, nothing has happened.
 */
#ifndef UI_OPENING_H
#define UI_OPENING_H

#include "reading.h"

/*
 * Begins to load the article of source, which is copied; arrival, which is
 * taken, says what happens then. What was being loaded is given up.
 */
void opening_start(
    struct reading *r, const struct source *source, struct arrival arrival);

/*
 * Returns the article at source, owned, if it need not be loaded because a feed
 * has it whole; else NULL.
 */
struct article *opening_find(
    const struct reading *r, const struct source *source);

/*
 * Begins to load the article that is shown once more.
 */
void opening_repeat(struct reading *r);

/*
 * Begins to load the article in another way: what the parser broke down on just
 * now, else the one that is shown.
 */
void opening_retry(struct reading *r);

/*
 * Ends what is being loaded without a word.
 */
void opening_cancel(struct reading *r);

/*
 * Gives up what is being loaded and tells so; false when nothing is.
 */
bool opening_give_up(struct reading *r);

/*
 * Goes to the anchor called name in the article that is shown, opening what
 * hides it; the empty one and "top" are its beginning. False when there is no
 * such anchor.
 */
bool opening_find_anchor(struct reading *r, struct str name);

/*
 * Goes to a place of the wording of the article that is shown or, if none is,
 * of the one that is being loaded, and marks the words in it.
 */
void opening_find_wording(struct reading *r, size_t at, struct str words);

#endif
