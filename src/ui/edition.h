/* SPDX-License-Identifier: ISC */
/*
 * edition - another edition of the page that is read
 *
 * A page that is in the library is shown at once, as it was kept; meanwhile the
 * web is asked whether there is a newer one. The text never changes under the
 * reader: a newer one waits until it is wanted.
 */
#ifndef UI_EDITION_H
#define UI_EDITION_H

#include "reading.h"

/*
 * Asks for the page of the article that is shown, which is a copy that came with
 * receipt, unless the copy is still fresh. receipt is left empty.
 */
void edition_start(struct reading *r, struct receipt *receipt);

/*
 * Returns the newer edition, now the caller's; NULL when there is none.
 */
struct article *edition_take(struct reading *r);

/*
 * Notes whether the article, which came with receipt and is to be shown, has less
 * than the copy that is kept, and says so: then no place in it is remembered.
 */
void edition_note_loss(struct reading *r, const struct article *article,
    const struct receipt *receipt);

/*
 * Shows or hides which parts of the article are not as they were in the edition
 * before.
 */
void edition_toggle_marks(struct reading *r);

/*
 * Forgets the page and whatever was on its way.
 */
void edition_cancel(struct reading *r);

#endif
