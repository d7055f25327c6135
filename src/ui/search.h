/* SPDX-License-Identifier: ISC */
/*
 * search - searching in the article that is read
 *
 * While a pattern is typed the pane shows the first hit from where the search
 * began; leaving the prompt goes back there, with the folds as they were.
 */
#ifndef UI_SEARCH_H
#define UI_SEARCH_H

#include "reading.h"

/*
 * Opens the prompt; step is 1 to search forward, -1 backward.
 */
void search_open(struct reading *r, int step);

/*
 * Marks the words, which were looked for elsewhere, in the article that is
 * shown; the next one is behind the place at, or there.
 */
void search_mark_words(struct reading *r, struct str words, uint32_t at);

/*
 * Goes to the next hit in the direction of the search (step 1), or against it
 * (-1), around the end with a notice; a count other than 0 is how many hits
 * further. Searches for the last pattern when there are no hits yet.
 */
void search_next(struct reading *r, int step, unsigned count);

/*
 * Takes the marks of the hits away; false when there are none.
 */
bool search_clear(struct reading *r);

/*
 * Forgets the text of the article, which is about to die, or finds the same
 * pattern again in its new version.
 */
void search_close_article(struct reading *r);
void search_reopen_article(struct reading *r);

/*
 * Appends "3 of 12" while there are hits; returns false otherwise.
 */
bool search_add_count(const struct reading *r, struct buf *out);

/*
 * Frees everything.
 */
void search_done(struct reading *r);

#endif
