/* SPDX-License-Identifier: ISC */
/*
 * home - a shelf as a view
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
 * What is done with an article: it is opened, or the feed that it is an entry of
 * is loaded again.
 */
typedef view_reaction (*home_open_fn)(void *user, shelf_id id);

struct home_host {
    home_open_fn open, reload;
    home_open_fn subscribe;    /* to the feed that id is an entry of */
    void (*close)(void *user); /* is told that the view is gone */
    void *user;
};

/*
 * Returns the view, owned by the stack that it is put on. theme, shelf and the
 * host's user are borrowed.
 */
struct view *home_new(const struct theme *theme, const struct shelf *shelf,
    const struct home_host *host);

/*
 * Shows the shelf as it is now. What was selected stays selected when its place
 * has changed; the selection stays at the top if it was there.
 */
void home_refresh(struct view *home);

/*
 * Selects the article id, if it is there.
 */
void home_select(struct view *home, shelf_id id);

#endif
