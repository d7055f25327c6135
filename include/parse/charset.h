/* SPDX-License-Identifier: ISC */
/*
 * charset - makes UTF-8 of what text is written in
 *
 * A byte order mark decides; UTF-16 without one is known by its zeros. All else
 * is taken for UTF-8.
 */
#ifndef PARSE_CHARSET_H
#define PARSE_CHARSET_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Tells whether bytes are UTF-16 or UTF-32, which are full of zeros.
 */
bool charset_is_wide(struct str bytes);

/*
 * Returns bytes as valid UTF-8 without a byte order mark: a part of bytes where
 * that is enough, else what was written to storage. Malformed bytes become
 * U+FFFD.
 */
struct str charset_decode(struct str bytes, struct buf *storage);

#endif
