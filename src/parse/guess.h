/* SPDX-License-Identifier: ISC */
/*
 * guess - what charset bytes look like to uchardet
 *
 * The library is loaded when a document needs it, which hardly one does: it
 * brings the library of C++ along, and with that a program that parses a short
 * article takes half as long again.
 */
#ifndef PARSE_GUESS_H
#define PARSE_GUESS_H

#include "base/str.h"

/*
 * Loads the library, so that guess_name() opens no file as long as the result is
 * not given to guess_unload(). NULL when it is not there.
 */
void *guess_load(void);

/*
 * Frees what guess_load() returned. NULL is allowed.
 */
void guess_unload(void *library);

/*
 * Returns what uchardet makes of bytes as a name for legacy.h; NULL when it does
 * not know, or is not there.
 */
const char *guess_name(struct str bytes);

#endif
