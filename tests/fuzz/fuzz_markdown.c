/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/markdown.h: any bytes make a good article, and the way through
 * HTML makes the same article as the direct one.
 */
#include "base/utf8.h"
#include "parse/markdown.h"
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/*
 * Returns the article that text, valid UTF-8, makes on that way.
 */
static struct article *
parse_on(enum markdown_way way, struct str text)
{
    struct build *b = build_new();
    struct flow *f = flow_new(b, (struct str){0});

    if (way == MARKDOWN_DIRECT)
        markdown_parse(f, b, text, 0);
    else if (markdown_parse_by_html(f, b, text, 0) != way) {
        /* It is known which of the two is the way of this text. */
    }
    flow_free(f);
    return build_finish(b);
}

static void
compare_ways(struct str text)
{
    struct article *direct = parse_on(MARKDOWN_DIRECT, text);
    struct article *by_html = parse_on(MARKDOWN_BY_HTML, text);

    trial_require(trial_is_same(direct, by_html), "the two ways part");
    article_free(direct);
    article_free(by_html);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = {(const char *)bytes, len};
    uint32_t choice = trial_begin(text);
    struct parse_opts opts = {
        .type = SNIFF_MARKDOWN,
        .name = choice & 1 ? STR("name.md") : (struct str){0},
        .base_url =
            choice & 2 ? STR("https://example.org/a/b") : (struct str){0},
        .is_full_page = choice & 4,
    };
    struct err err = {0};
    struct article *a = parse_article(text, &opts, &err);

    if (a)
        trial_run(a, choice);
    article_free(a);
    if (utf8_is_valid(text))
        compare_ways(text);
    return 0;
}
