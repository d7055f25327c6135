/* SPDX-License-Identifier: ISC */
/*
 * chores - what a person does with the rows of a lobby
 */
#ifndef UI_CHORES_H
#define UI_CHORES_H

#include "lobbying.h"

/*
 * Does what is done with the row that is selected, or with the library.
 */
view_reaction chores_act(struct lobby *l, enum action action, unsigned count);

/*
 * Saves the addresses that text mentions for later, or those that its lines are,
 * which need no scheme. VIEW_NOTHING when there is nothing in it.
 */
view_reaction chores_save_addresses(struct lobby *l, struct str text);

#endif
