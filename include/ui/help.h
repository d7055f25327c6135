/* SPDX-License-Identifier: ISC */
/*
 * help - every action and its keys as a view
 *
 * Made from the table of actions and the keymap in force, so that it never
 * tells a key that was bound to something else.
 */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "app/keymap.h"
#include "layout/theme.h"
#include "ui/view.h"

/*
 * Returns the view, owned by the stack that it is put on. theme is borrowed; of
 * the keymap only until this returns.
 */
struct view *help_new(const struct theme *theme, const struct keymap *keymap);

#endif
