/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/bookmarks.h: any text is a list of addresses of the web, or has
 * none.
 */
#include "base/utf8.h"
#include "model/parcel.h"
#include "model/url.h"
#include "parse/bookmarks.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
try_entry(const struct feed *f, feed_ix e)
{
    struct str id = feed_entry_fact(f, e, FEED_ENTRY_ID);
    struct str url = feed_entry_fact(f, e, FEED_ENTRY_URL);

    trial_require(url_is_web(url), "an address that is not of the web");
    trial_require(str_starts(id, STR("feed ")) ||
                      str_starts(id, STR("page ")) ||
                      str_starts(id, STR("done ")),
        "an entry that is nothing");
    trial_require(str_ends(id, url), "an entry with another address");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    struct buf valid = {0}, encoded = {0};
    struct err err = {0};

    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        at += utf8_decode(text.ptr + at, text.len - at, &cp);
        utf8_add_cp(&valid, cp);
    }
    struct feed *f = bookmarks_parse(buf_str(&valid), &err);
    trial_require(f != NULL || err.code == ERR_BAD_DATA, "no list, and no why");
    if (f) {
        trial_require(f->n_entries > 0, "a list of nothing");
        trial_require(feed_check(f, &err), err.text);
        for (feed_ix e = 0; e < f->n_entries; e++)
            try_entry(f, e);
        parcel_encode(f, &encoded);
    }
    feed_free(f);
    buf_done(&encoded);
    buf_done(&valid);
    return 0;
}
