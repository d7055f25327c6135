/* SPDX-License-Identifier: ISC */
/*
 * numeral - numbers of items, also as letters or as the Romans wrote them
 */
#ifndef LAYOUT_NUMERAL_H
#define LAYOUT_NUMERAL_H

#include "base/buf.h"

#include <stdint.h>

#define NUMERAL_DECIMAL '1'

/*
 * Returns how the numbers of a list with that info look: NUMERAL_DECIMAL, or
 * its letter.
 */
char numeral_of(struct str info);

/*
 * Appends number in that look, in ASCII; in decimal where there is no other way
 * to write it.
 */
void numeral_add(struct buf *out, int64_t number, char look);

#endif
