/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/html.h: any bytes make a good article.
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
        .type = SNIFF_HTML,
        .name = choice & 1 ? STR("name.html") : (struct str){0},
        .base_url =
            choice & 2 ? STR("file:///home/ann/b.html") : (struct str){0},
        .is_full_page = choice & 4,
    };
    struct err err = {0};
    struct article *a = parse_article(text, &opts, &err);

    if (a)
        trial_run(a, choice);
    article_free(a);
    return 0;
}
