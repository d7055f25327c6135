/* SPDX-License-Identifier: ISC */
/*
 * panel - the contents beside the text, or over it
 *
 * Where the terminal is wide the panel stands at the left of the text and needs
 * no key to be there; where it is narrow it lies over the text as long as
 * something is picked from it.
 */
#ifndef UI_PANEL_H
#define UI_PANEL_H

#include "reading.h"

/*
 * Divides the area of the view between panel and text.
 */
void panel_resize(struct reading *r);

/*
 * Makes the panel of the article that is shown, or forgets it, which must be
 * done before the article dies.
 */
void panel_open_article(struct reading *r);
void panel_close_article(struct reading *r);

/*
 * Does what the key for contents does: shows the panel and gives it the keys;
 * with the keys, hides it.
 */
view_reaction panel_toggle(struct reading *r);

/*
 * Gives the keys to the panel, if it stands beside the text. False where there
 * is none.
 */
bool panel_enter(struct reading *r);

/*
 * Do what view.h says; ignored unless it is for the panel.
 */
view_reaction panel_act(struct reading *r, enum action action, unsigned count);
view_reaction panel_key(struct reading *r, keymap_key key);
view_reaction panel_mouse(struct reading *r, const struct view_mouse *mouse);
view_reaction panel_paste(struct reading *r, struct str text);

/*
 * Draws the panel if there is one.
 */
void panel_draw(struct reading *r, struct canvas *c);

#endif
