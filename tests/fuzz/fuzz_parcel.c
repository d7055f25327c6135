/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes model/parcel.h: what is no feed is told as such, and what is taken for
 * one is as good as any.
 *
 * The input is made as that of the articles' codec: changes, and then a feed.
 */
#include "base/buf.h"
#include "change.h"
#include "model/parcel.h"
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
try_feed(const struct feed *f, uint32_t choice)
{
    struct err err = {0};

    trial_require(feed_check(f, &err), err.text);
    for (feed_ix e = 0; e < f->n_entries; e++) {
        struct article *a = feed_article(f, e, &err);
        if (a)
            trial_run(a, choice);
        article_free(a);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct change changes[CHANGE_MAX];
    uint32_t n_changes = change_read(&text, changes);
    struct parse_opts opts = {.type = SNIFF_FEED};
    struct parse_result result = {0};
    struct buf copy = {0}, encoded = {0};
    struct err err = {0};

    buf_add_str(&copy, text);
    if (!parse_document(&copy, &opts, &result, &err))
        return 0;
    parcel_encode(result.feed, &encoded);
    feed_free(result.feed);
    change_make(&encoded, changes, n_changes);

    struct feed *f = parcel_decode(encoded.ptr, encoded.len, &err);
    if (f)
        try_feed(f, choice);
    else
        trial_require(err.code == ERR_BAD_DATA, "it is not said what is wrong");
    feed_free(f);
    buf_done(&encoded);
    return 0;
}
