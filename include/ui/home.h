/* SPDX-License-Identifier: ISC */
/*
 * home - the reading list as a view
 *
 * Shows the articles of a shelf with what is known of them, and lets one be
 * chosen. It loads nothing: whoever does says home_refresh() when the shelf
 * has learned more.
 */
#ifndef UI_HOME_H
#define UI_HOME_H

#include "app/shelf.h"
#include "layout/theme.h"
#include "ui/view.h"

/*
 * Is told that the article id was chosen.
 */
typedef view_reaction (*home_open_fn)(void *user, shelf_id id);

/*
 * Returns the view, owned by the stack that it is put on. theme, shelf and user
 * are borrowed.
 */
struct view *home_new(const struct theme *theme, const struct shelf *shelf,
    home_open_fn open, void *user);

/*
 * Shows the shelf as it is now. What was selected stays selected when its place
 * has changed; the selection stays at the top if it was there.
 */
void home_refresh(struct view *home);

#endif
