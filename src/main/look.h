/* SPDX-License-Identifier: ISC */
/*
 * look - what an article written to standard output looks like
 *
 * Brings together the options, the environment and what standard output is.
 * Nothing else in the program asks for NO_COLOR, CLICOLOR_FORCE or the like
 * when it writes without a screen.
 */
#ifndef MAIN_LOOK_H
#define MAIN_LOOK_H

#include "app/options.h"
#include "out/out.h"

#include <stdbool.h>

/*
 * Tells whether the options and standard output ask for the screen rather than
 * for something written.
 */
bool look_is_screen(const struct options *o);

/*
 * Returns how to write articles; borrows the texts of o.
 */
struct out_opts look_at(const struct options *o);

#endif
