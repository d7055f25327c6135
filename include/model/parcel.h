/* SPDX-License-Identifier: ISC */
/*
 * parcel - a feed as bytes
 *
 * The form in which a feed leaves gutread-parse: a head with a magic number, a
 * version and the lengths, then the arrays as they are in memory. As that of an
 * article (model/codec.h) it is for this machine and this version of the program.
 */
#ifndef MODEL_PARCEL_H
#define MODEL_PARCEL_H

#include "base/buf.h"
#include "model/feed.h"

/*
 * Appends the bytes of the feed to out.
 */
void parcel_encode(const struct feed *f, struct buf *out);

/*
 * Tells whether the len bytes at ptr begin as an encoded feed does.
 */
bool parcel_is_feed(const void *ptr, size_t len);

/*
 * Returns the feed that the len bytes at ptr stand for, owned, after
 * feed_check(); or NULL and ERR_BAD_DATA. Nothing of ptr is believed: sizes are
 * held against limits and len before anything is allocated.
 */
struct feed *parcel_decode(const void *ptr, size_t len, struct err *err)
    __attribute__((warn_unused_result));

#endif
