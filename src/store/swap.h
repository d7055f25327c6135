/* SPDX-License-Identifier: ISC */
/*
 * swap - the new library takes the place of the damaged one
 *
 * A file and its log have to go and another file has to come, which no system
 * does in one step. So there is one step that decides, and others that can be
 * done again, from whichever of them a kill or a loss of power came before:
 *
 *      library.db-new       is being made, and worth nothing
 *      library.db-mended    is whole and on the disk: what is damaged is done
 *                           with, and the rest only has to be finished
 *      library.db-damaged   the note; has the path that the damaged file goes
 *                           to from when that is known, until all is done
 *
 * Whoever calls this has locked the note, and has no connection that writes to
 * either library; nobody may open the library while the new one is staged.
 */
#ifndef STORE_SWAP_H
#define STORE_SWAP_H

#include "base/err.h"

#include <stdbool.h>

/*
 * Decides: the file beside path whose name ends in "-new" is the library.
 */
bool swap_stage(const char *path, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Tells whether that was decided and is not finished.
 */
bool swap_is_staged(const char *path);

/*
 * Puts the staged file in the place of the one at path, which goes aside with
 * its log, to *out_aside, owned. note is open.
 */
bool swap_finish(const char *path, int note, char **out_aside, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Tells whether all of that was done, so that only the note has to go.
 */
bool swap_is_finished(const char *path, int note);

#endif
