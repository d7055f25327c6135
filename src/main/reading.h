/* SPDX-License-Identifier: ISC */
/*
 * reading - what the command line asks to be read
 *
 * Puts the sources on a shelf and reads it, on the screen or by writing it.
 */
#ifndef MAIN_READING_H
#define MAIN_READING_H

#include "app/keymap.h"
#include "app/options.h"

#include <stdbool.h>

/*
 * Reads what the operands of o name, or the bundled articles when there are
 * none, the way that o asks for. notice, if not NULL, is shown on the screen.
 * Returns false when not all of it could be done; why is said on standard
 * error.
 */
bool reading_run(
    const struct options *o, const struct keymap *m, const char *notice);

#endif
