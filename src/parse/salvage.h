/* SPDX-License-Identifier: ISC */
/*
 * salvage - what can be read of JSON that is cut off or broken
 */
#ifndef PARSE_SALVAGE_H
#define PARSE_SALVAGE_H

#include "base/buf.h"

/*
 * Appends json, which is good up to its end but has none: up to the last value
 * in it, in the middle of a text if that is where it stops, and the ends of what
 * is open around it. Of a text without a blank, an address or a date, a part
 * means something else and is left out. Linear time.
 */
void salvage_add(struct buf *out, struct str json);

#endif
