/* SPDX-License-Identifier: ISC */
/*
 * supply - the rows of a lobby, made of the library
 */
#ifndef UI_SUPPLY_H
#define UI_SUPPLY_H

#include "lobbying.h"

/*
 * Makes the rows anew; row of the old ones, if any, stays selected.
 */
void supply_load(struct lobby *l, const struct row *row);

/*
 * Makes them anew if the library has changed since. The selection stays on what
 * it was on.
 */
void supply_renew(struct lobby *l);

/*
 * Has the seek work for this view, with the titles as they are now.
 */
void supply_seek(struct lobby *l);

#endif
