/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes what finds out what bytes are, in which charset, and reads text
 * without markup: any bytes make a good article, or it is said why not.
 */
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct parse_opts opts = {
        .type = choice & 1 ? SNIFF_TEXT : SNIFF_UNKNOWN,
    };
    struct err err = {0};
    struct article *a = parse_article(text, &opts, &err);

    if (a)
        trial_run(a, choice);
    else
        trial_require(err.code == ERR_BAD_DATA, "no reason why it is no text");
    article_free(a);
    return 0;
}
