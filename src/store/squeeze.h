/* SPDX-License-Identifier: ISC */
/*
 * squeeze - bytes made small and back
 *
 * Zstandard at its usual level: a page takes a quarter of its size, three times
 * as fast as with deflate and a little smaller, and comes back five times as
 * fast. Bytes may be made small knowing others, their hint, without which they
 * do not come back: what both have in common is not stored twice.
 */
#ifndef STORE_SQUEEZE_H
#define STORE_SQUEEZE_H

#include "base/buf.h"
#include "base/err.h"

struct squeeze;

/*
 * Returns what both ways need, owned, for one thread.
 */
struct squeeze *squeeze_new(void);

/*
 * Frees it. NULL is allowed.
 */
void squeeze_free(struct squeeze *s);

/*
 * Appends bytes to out, made small knowing hint, which may be empty.
 */
void squeeze_pack(
    struct squeeze *s, struct str bytes, struct str hint, struct buf *out);

/*
 * Appends what the packed bytes were, with the same hint. What is damaged, or
 * larger than limit when it comes back, is ERR_BAD_DATA.
 */
bool squeeze_unpack(struct squeeze *s, struct str packed, struct str hint,
    size_t limit, struct buf *out, struct err *err)
    __attribute__((warn_unused_result));

#endif
