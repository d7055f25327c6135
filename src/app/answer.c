/* SPDX-License-Identifier: ISC */
/*
 * answer - what gutread-parse answered
 */
#include "answer.h"

#include "model/codec.h"
#include "model/parcel.h"

enum {
    HEAD = 64 * 1024, /* bytes that any answer may take */
    MAX_GROWTH = 128, /* bytes of an answer for one of its source */
};

size_t
answer_max_size(size_t max_size)
{
    const size_t limit = (size_t)ARTICLE_MAX_BLOCKS * sizeof(struct block) +
                         (size_t)ARTICLE_MAX_SPANS * sizeof(struct span) +
                         (size_t)ARTICLE_MAX_ANCHORS * sizeof(struct anchor) +
                         (size_t)ARTICLE_MAX_LINKS * sizeof(struct text_ref) +
                         (size_t)ARTICLE_MAX_TEXT + HEAD;

    if (max_size >= (limit - HEAD) / MAX_GROWTH)
        return limit;
    return max_size * MAX_GROWTH + HEAD;
}

bool
answer_read(
    const struct child *parser, struct answer *out_answer, struct err *err)
{
    const struct buf *bytes = &parser->answer;
    struct answer a = {0};

    if (!child_is_ok(parser)) {
        if (!child_explain(parser, "the parser", err))
            err->code = ERR_UNPARSED;
        return false;
    }
    if (parcel_is_feed(bytes->ptr, bytes->len))
        a.feed = parcel_decode(bytes->ptr, bytes->len, err);
    else
        a.article = codec_decode(bytes->ptr, bytes->len, err);
    if (!a.feed && !a.article) {
        err_wrap(err, "the parser made no sense");
        err->code = ERR_UNPARSED;
        return false;
    }
    *out_answer = a;
    return true;
}

void
answer_done(struct answer *a)
{
    article_free(a->article);
    feed_free(a->feed);
    *a = (struct answer){0};
}
