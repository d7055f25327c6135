/* SPDX-License-Identifier: ISC */
/*
 * charset - makes UTF-8 of what text is written in
 *
 * A byte order mark decides; UTF-16 without one is known by its zeros. What is
 * valid UTF-8 is that, whatever it is said to be: hardly any other text is. Else
 * the label of the server counts, that of the page, what uchardet makes of the
 * bytes, and in the end windows-1252. Text that is UTF-8 with a few bad bytes
 * in it stays UTF-8, unless both labels say something else.
 */
#ifndef PARSE_CHARSET_H
#define PARSE_CHARSET_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Loads the library that charset_decode() asks about these bytes, if it will, so
 * that it opens no file as long as the result, owned, is not given to
 * charset_unload(). Nearly all documents are UTF-8 and need nothing: then it is
 * NULL. Does no more with the bytes than to find that out.
 */
void *charset_load(struct str bytes);

/*
 * Frees what was loaded. NULL is allowed.
 */
void charset_unload(void *library);

/*
 * Tells whether bytes are UTF-16 or UTF-32, which are full of zeros. What HTTP
 * says of them, may be empty, counts where Latin letters do not tell.
 */
bool charset_is_wide(struct str bytes, struct str content_type);

/*
 * Returns bytes as valid UTF-8 without a byte order mark: a part of bytes where
 * that is enough, else what was written to storage. Malformed bytes become
 * U+FFFD. content_type is what HTTP says of them, which may be empty.
 */
struct str charset_decode(
    struct str bytes, struct str content_type, struct buf *storage);

#endif
