/* SPDX-License-Identifier: ISC */
/*
 * breaks - where a line may be broken
 *
 * The opportunities of UAX 14 from libunistring, with some habits of readers on
 * top: an option such as "--width" and an address stay whole where they can.
 */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define BREAKS_MAY '|' /* a line may end before this byte */

/*
 * Returns one character for each byte of text: BREAKS_MAY or another. The array
 * is *array, with room for *cap, made larger when needed.
 */
const char *breaks_find(struct str text, char **array, uint32_t *cap);

/*
 * Tells whether a word that must be broken somewhere is best broken before byte
 * i > 0: behind a "/" and other signs of addresses, file names and long names.
 */
bool breaks_after(struct str text, uint32_t i);

#endif
