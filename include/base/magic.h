/* SPDX-License-Identifier: ISC */
/*
 * magic - what bytes are that are no text
 *
 * Knows the signatures of what people may have in the place of an article, and
 * how to say so.
 */
#ifndef BASE_MAGIC_H
#define BASE_MAGIC_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

enum {
    MAGIC_LOOK = 512 /* bytes that are enough to tell */
};

/*
 * Returns what the bytes are by their signature, as in "a PDF document"; NULL
 * when they have none, which text has not either.
 */
const char *magic_find(struct str bytes);

/*
 * Does the same by what HTTP says their type is, and by their signature if that
 * tells more. start is where they begin. NULL also for what is called an image
 * but begins as a page.
 */
const char *magic_find_media(struct str content_type, struct str start);

/*
 * Says in err that what, of size bytes (-1: unknown), is nothing to be read,
 * and then the advice, a clause. Returns false.
 */
bool magic_refuse(
    struct err *err, const char *what, int64_t size, const char *advice);

#endif
