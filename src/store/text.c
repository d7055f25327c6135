/* SPDX-License-Identifier: ISC */
/*
 * text - what is stored of an article, packed
 */
#include "text.h"

#include "connection.h"
#include "model/codec.h"
#include "squeeze.h"

enum {
    PROSE_MAX = ARTICLE_MAX_TEXT + ARTICLE_MAX_BLOCKS,
    STORED_MAX = 1 << 30 /* bytes of an article or a page */
};

/* Returns what packs and unpacks for this connection. */
static struct squeeze *
squeeze_of(struct db *db)
{
    if (!db->squeeze)
        db->squeeze = squeeze_new();
    return db->squeeze;
}

void
text_pack(struct db *db, struct str prose, struct buf *out)
{
    squeeze_pack(squeeze_of(db), prose, (struct str){0}, out);
}

void
text_pack_article(
    struct db *db, const struct article *a, struct str prose, struct buf *out)
{
    struct buf bytes = {0};

    codec_encode(a, &bytes);
    squeeze_pack(squeeze_of(db), buf_str(&bytes), prose, out);
    buf_done(&bytes);
}

void
text_pack_body(struct db *db, struct str body, struct buf *out)
{
    squeeze_pack(squeeze_of(db), body, (struct str){0}, out);
}

bool
text_unpack(struct db *db, struct str packed, struct buf *out, struct err *err)
{
    return squeeze_unpack(
        squeeze_of(db), packed, (struct str){0}, PROSE_MAX, out, err);
}

bool
text_unpack_body(
    struct db *db, struct str packed, struct buf *out, struct err *err)
{
    return squeeze_unpack(
        squeeze_of(db), packed, (struct str){0}, STORED_MAX, out, err);
}

struct article *
text_unpack_article(
    struct db *db, struct str packed, struct str packed_prose, struct err *err)
{
    struct buf prose = {0}, bytes = {0};
    struct article *a = NULL;

    if (text_unpack(db, packed_prose, &prose, err) &&
        squeeze_unpack(
            squeeze_of(db), packed, buf_str(&prose), STORED_MAX, &bytes, err))
        a = codec_decode(bytes.ptr, bytes.len, err);
    buf_done(&prose);
    buf_done(&bytes);
    return a;
}

int64_t
text_digest(struct str prose)
{
    return (int64_t)(str_digest(prose) | 1);
}
