/* SPDX-License-Identifier: ISC */
/*
 * session - the program as long as it has the screen
 *
 * Opens the terminal, puts home or an article on the stack, and runs until the
 * person leaves.
 */
#ifndef UI_SESSION_H
#define UI_SESSION_H

#include "app/keymap.h"
#include "app/shelf.h"
#include "base/err.h"

struct options;

/*
 * Reads the shelf on the screen, beginning with the article first, or with the
 * home screen when that is SHELF_NONE; then notice is shown, if not NULL.
 * Returns the exit status of the program, or -1 and why when there is no usable
 * terminal.
 */
int session_run(const struct options *options, const struct keymap *keymap,
    struct shelf *shelf, shelf_id first, const char *notice, struct err *err);

#endif
