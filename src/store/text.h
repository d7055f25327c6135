/* SPDX-License-Identifier: ISC */
/*
 * text - what is stored of an article, packed
 *
 * Three things: the prose (model/wording.h), the encoded article, and the page
 * that it was made of. The article is packed with the prose as a hint, so that
 * the text is stored once, and what stands in it is known even when the form of
 * encoded articles has changed.
 */
#ifndef STORE_TEXT_H
#define STORE_TEXT_H

#include "base/buf.h"
#include "base/err.h"
#include "model/article.h"
#include "store/db.h"

/*
 * Append what stands for the prose, for an article with that prose, for a page.
 */
void text_pack(struct db *db, struct str prose, struct buf *out);
void text_pack_article(
    struct db *db, const struct article *a, struct str prose, struct buf *out);
void text_pack_body(struct db *db, struct str body, struct buf *out);

/*
 * Append the prose, or a page, that packed stands for.
 */
bool text_unpack(struct db *db, struct str packed, struct buf *out,
    struct err *err) __attribute__((warn_unused_result));
bool text_unpack_body(struct db *db, struct str packed, struct buf *out,
    struct err *err) __attribute__((warn_unused_result));

/*
 * Returns the article that packed stands for, owned; NULL and ERR_BAD_DATA when
 * it is damaged, or encoded by another version of the program.
 */
struct article *text_unpack_article(
    struct db *db, struct str packed, struct str packed_prose, struct err *err)
    __attribute__((warn_unused_result));

/*
 * Returns a number that tells texts apart; never 0.
 */
int64_t text_digest(struct str prose);

#endif
