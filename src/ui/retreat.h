/* SPDX-License-Identifier: ISC */
/*
 * retreat - the way out of the terminal
 *
 * Everything that gives the terminal back is prepared before it is taken, so that
 * leaving needs no memory, no ncurses, and nothing that is whole but this: it is
 * the same when the program ends as it should and when it dies of a fault.
 */
#ifndef UI_RETREAT_H
#define UI_RETREAT_H

#include "base/str.h"

#include <stdbool.h>

struct termios;

/*
 * Prepares for giving back the terminal at standard output, with those bytes, and
 * that of input, with these modes; all are borrowed for good but the modes, which
 * are copied. From now on signals that tell of a fault do that before they end
 * the program.
 */
void retreat_prepare(struct str bytes, int input, const struct termios *before);

/*
 * Says that the terminal is taken, or was given back by others.
 */
void retreat_note(bool is_taken);

/*
 * Gives the terminal back, if it is taken. Allowed at any time, on any thread, and
 * in the handler of a signal.
 */
void retreat_now(void);

#endif
