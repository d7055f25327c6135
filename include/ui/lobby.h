/* SPDX-License-Identifier: ISC */
/*
 * lobby - the library as a view
 *
 * What one comes to without naming anything: what was begun, what is saved, the
 * feeds, what came with gutread, and what was read, a few rows of each; each
 * part can be opened whole, as a view of the same kind. While words are typed
 * there are the titles and texts that have them.
 *
 * What a row shows is read from the library when it is seen.
 */
#ifndef UI_LOBBY_H
#define UI_LOBBY_H

#include "ui/desk.h"
#include "ui/view.h"

#include <stdint.h>

/*
 * Returns the view of everything, owned by the stack that it is put on. desk is
 * copied.
 */
struct view *lobby_new(const struct desk *desk);

/*
 * Selects the item with that number beside the one that is selected, if it is
 * there.
 */
void lobby_select(struct view *lobby, int64_t id);

#endif
