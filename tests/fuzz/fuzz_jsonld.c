/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes what pages say of themselves in JSON-LD: whatever stands in the
 * script makes a good article, and is no text of it.
 */
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str json = {(const char *)bytes, len};
    uint32_t choice = trial_begin(json);
    struct parse_opts opts = {
        .type = SNIFF_HTML,
        .base_url = STR("https://reeds.example/2025/07/05/heron?page=2"),
    };
    struct err err = {0};
    struct buf page = {0};

    buf_add_text(&page, "<title>Heron | Reeds</title><script "
                        "type=application/ld+json>");
    buf_add_str(&page, json);
    buf_add_text(&page, "</script><h1>Heron</h1><p>A grey bird came.</p>");
    struct article *a = parse_article(buf_str(&page), &opts, &err);
    if (a)
        trial_run(a, choice);
    article_free(a);
    buf_done(&page);
    return 0;
}
