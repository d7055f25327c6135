/* SPDX-License-Identifier: ISC */
/*
 * links - all links of an article as a view
 *
 * A row for each link, in reading order, with its text and address. Following
 * one, opening it in the browser and copying its address are done by a function
 * of the reader. The view keeps copies: the article may change or go while it
 * is open.
 */
#ifndef UI_LINKS_H
#define UI_LINKS_H

#include "layout/theme.h"
#include "model/article.h"
#include "ui/view.h"

/*
 * Does ACTION_ENTER (follow), ACTION_BROWSER or ACTION_COPY with the address,
 * as it stands in the article, which lives until the callback returns. With
 * VIEW_CLOSE in its result the list is closed.
 */
typedef view_reaction (*links_do_fn)(
    void *user, enum action action, struct str address);

/*
 * Returns the view, owned by the stack that it is put on. theme and user are
 * borrowed, of the article only until this returns.
 */
struct view *links_new(const struct theme *theme, const struct article *article,
    links_do_fn fn, void *user);

#endif
