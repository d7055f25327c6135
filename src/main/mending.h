/* SPDX-License-Identifier: ISC */
/*
 * mending - a damaged library, before anything else is done with it
 *
 * To mend a large one takes minutes, in which a terminal should not be empty.
 */
#ifndef MAIN_MENDING_H
#define MAIN_MENDING_H

#include <stdbool.h>

/*
 * Tells whether the library at path is damaged; if it is, a line on standard
 * error says so, and that it is mended now.
 */
bool mending_tell(const char *path);

/*
 * Mends the library before the screen is opened, and returns what a person
 * should know of that, owned; NULL when it is not damaged.
 */
char *mending_run(void);

#endif
