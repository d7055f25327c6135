/* SPDX-License-Identifier: ISC */
/*
 * landlock - no files but those beneath some paths (Linux 5.13)
 *
 * The kernel tells how much of Landlock it has. All rights that it knows and we
 * do are taken away; then reading comes back for the paths.
 */
#ifndef BASE_LANDLOCK_H
#define BASE_LANDLOCK_H

#include <stdbool.h>

/*
 * Takes away all that Landlock can, for good. Files at and beneath paths (ends
 * with NULL) may still be read; a path that is not there is left out. Connecting
 * by TCP is taken away as well unless has_network. Returns false when the kernel
 * has no Landlock, or new privileges are not given up yet; nothing is taken away
 * then.
 */
bool landlock_enter(const char *const *paths, bool has_network);

#endif
