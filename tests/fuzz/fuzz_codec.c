/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes model/codec.h: what is no article is told as such, and what is taken
 * for one is as good as any.
 *
 * The input is how many changes there are, the changes, and a document in
 * Markdown. The document is parsed and encoded, the encoded bytes are changed
 * and decoded: so every input begins with a good article, and no file of the
 * corpus knows what the form of articles is today.
 */
#include "base/buf.h"
#include "change.h"
#include "model/codec.h"
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct change changes[CHANGE_MAX];
    uint32_t n_changes = change_read(&text, changes);
    struct parse_opts opts = {.type = SNIFF_MARKDOWN};
    struct buf encoded = {0};
    struct err err = {0};

    struct article *a = parse_article(text, &opts, &err);
    if (!a)
        return 0;
    codec_encode(a, &encoded);
    article_free(a);
    change_make(&encoded, changes, n_changes);

    a = codec_decode(encoded.ptr, encoded.len, &err);
    if (a)
        trial_run(a, choice);
    else
        trial_require(err.code == ERR_BAD_DATA, "it is not said what is wrong");
    article_free(a);
    buf_done(&encoded);
    return 0;
}
