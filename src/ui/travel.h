/* SPDX-License-Identifier: ISC */
/*
 * travel - going from place to place and from article to article
 *
 * Links, the shelf, the trail of where one has been, and marks.
 */
#ifndef UI_TRAVEL_H
#define UI_TRAVEL_H

#include "reading.h"

/*
 * Goes to the article after (step 1) or before (-1), or further away, as far as
 * there are any.
 */
void travel_neighbor(struct reading *r, int step);

/*
 * Goes back along the trail (step -1) or forward (1).
 */
void travel_trail(struct reading *r, int step);

/*
 * Follows an address as it stands in the article: to a place in it, to another
 * article on this machine, or to the browser.
 */
void travel_follow(struct reading *r, struct str address);

/*
 * Follows a link that is seen, or folds and unfolds.
 */
void travel_spot(struct reading *r, const struct spot *spot);

/*
 * Opens the address in the browser, after a question when it is not of the web.
 */
void travel_browse(struct reading *r, struct str address);

/*
 * Copies an address of the web or of mail, cleaned, or the path of the article
 * itself where it is a file, and says so. Other paths are what a stranger wrote.
 */
void travel_copy(struct reading *r, struct str address);

/*
 * Returns the address of the spot, or with SPOT_NONE of the article: that of
 * the document, else the path of the file; owned by the caller. It is for use
 * elsewhere: the address of the article is in front of the name of a place in
 * it.
 */
char *travel_whole_address(const struct reading *r, const struct spot *spot);

/*
 * Puts the mark that key stands for here, or goes to it; ' goes to where the
 * last jump began.
 */
void travel_mark(struct reading *r, keymap_key key);
void travel_to_mark(struct reading *r, keymap_key key);

/*
 * Folds or unfolds section s and tells when there is nothing to fold.
 */
void travel_fold(struct reading *r, section_ix s);

#endif
