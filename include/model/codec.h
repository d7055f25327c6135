/* SPDX-License-Identifier: ISC */
/*
 * codec - an article as bytes
 *
 * The form in which an article leaves gutread-parse and is stored: a head with
 * a magic number, a version and the lengths, then the arrays as they are in
 * memory. It is for this machine and this version of the program; both are
 * checked, and a stored article of another version is parsed again.
 */
#ifndef MODEL_CODEC_H
#define MODEL_CODEC_H

#include "base/buf.h"
#include "model/article.h"

/*
 * Appends the bytes of the article to out.
 */
void codec_encode(const struct article *a, struct buf *out);

/*
 * Returns the article that the len bytes at ptr stand for, owned, after
 * article_check(); or NULL and ERR_BAD_DATA. Nothing of ptr is believed: sizes
 * are held against limits and len before anything is allocated.
 */
struct article *codec_decode(const void *ptr, size_t len, struct err *err)
    __attribute__((warn_unused_result));

#endif
