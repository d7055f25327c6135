/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/syndication.h: any text is a good feed, or it is said why not,
 * and what was mended is XML.
 */
#include "../../src/parse/mend.h"
#include "base/utf8.h"
#include "model/parcel.h"
#include "parse/parse.h"
#include "trial.h"

#include <expat.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    MAX_TRIED = 4 /* articles of one feed */
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
try_mending(struct str text)
{
    struct buf valid = {0}, mended = {0};
    XML_Parser parser = XML_ParserCreate("UTF-8");

    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        at += utf8_decode(text.ptr + at, text.len - at, &cp);
        utf8_add_cp(&valid, cp);
    }
    mend_add(&mended, buf_str(&valid));
    trial_require(XML_Parse(parser, mended.ptr, (int)mended.len, XML_TRUE) ==
                      XML_STATUS_OK,
        "what was mended is no XML");
    XML_ParserFree(parser);
    buf_done(&valid);
    buf_done(&mended);
}

static void
try_feed(const struct feed *f, uint32_t choice)
{
    struct buf first = {0}, second = {0};
    struct err err = {0};

    trial_require(feed_check(f, &err), err.text);
    parcel_encode(f, &first);
    struct feed *back = parcel_decode(first.ptr, first.len, &err);
    trial_require(back != NULL, err.text);
    parcel_encode(back, &second);
    trial_require(str_eq(buf_str(&first), buf_str(&second)),
        "a feed came back from its bytes as another");
    feed_free(back);
    for (feed_ix e = 0; e < f->n_entries && e < MAX_TRIED; e++) {
        struct article *a = feed_article(f, e, &err);
        trial_require(a || !feed_has_article(f, e), err.text);
        trial_require(feed_label(f, e).len > 0, "an entry without a label");
        if (a)
            trial_run(a, choice);
        article_free(a);
    }
    buf_done(&first);
    buf_done(&second);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct parse_opts opts = {.type = SNIFF_FEED};
    struct parse_result result = {0};
    struct err err = {0};
    struct buf copy = {0};

    if (choice & 1)
        opts.base_url = STR("https://example.org/feed");
    try_mending(text);
    buf_add_str(&copy, text);
    if (parse_document(&copy, &opts, &result, &err))
        try_feed(result.feed, choice);
    else
        trial_require(err.code == ERR_BAD_DATA, "no reason why it is no feed");
    feed_free(result.feed);
    return 0;
}
