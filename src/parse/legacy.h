/* SPDX-License-Identifier: ISC */
/*
 * legacy - text in the charsets that were there before Unicode
 */
#ifndef PARSE_LEGACY_H
#define PARSE_LEGACY_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends the bytes to out as UTF-8. name is one that label_find() returns,
 * other than "UTF-8". What means nothing becomes U+FFFD, byte by byte. Opens no
 * file and keeps no state.
 */
void legacy_decode(struct str bytes, const char *name, struct buf *out);

#endif
