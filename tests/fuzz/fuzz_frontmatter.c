/* SPDX-License-Identifier: ISC */
/*
 * Fuzzes parse/frontmatter.h: any YAML makes good facts or is shown as it is,
 * and what is written as front matter is read as the same facts.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "parse/frontmatter.h"
#include "parse/parse.h"
#include "trial.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct article *
parse_markdown(struct str text)
{
    struct parse_opts opts = {.type = SNIFF_MARKDOWN};
    struct err err = {0};

    return parse_article(text, &opts, &err);
}

/*
 * Proves that what was found lies inside of text.
 */
static void
try_bounds(struct str text)
{
    struct build *b = build_new();
    struct frontmatter found =
        frontmatter_parse(b, text, STR("https://example.org/"));

    trial_require(found.len <= text.len, "it is longer than the text");
    if (found.len == 0)
        trial_require(!found.is_broken, "there is none, and it is broken");
    else
        trial_require(
            found.yaml.ptr >= text.ptr &&
                found.yaml.ptr + found.yaml.len <= text.ptr + found.len,
            "the YAML is not between the lines around it");
    article_free(build_finish(b));
}

static void
compare_facts(const struct article *a, const struct article *again)
{
    for (int i = 0; i < FACT_COUNT; i++) {
        struct str one = article_fact(a, (enum fact)i);
        struct str other = article_fact(again, (enum fact)i);
        if (str_eq(one, other))
            continue;
        fprintf(stderr, "fact %d: '%.*s', then '%.*s'\n", i, STR_ARG(one),
            STR_ARG(other));
        trial_require(false, "a fact changes");
    }
}

/*
 * Writes the article as Markdown and reads that.
 */
static void
try_again(const struct article *a)
{
    struct buf text = {0};

    trial_add_markdown(a, &text);
    struct article *again = parse_markdown(buf_str(&text));
    trial_require(again, "what was written cannot be read");
    compare_facts(a, again);
    article_free(again);
    buf_done(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str yaml = {(const char *)bytes, len};
    uint32_t choice = trial_begin(yaml);
    struct buf text = {0};

    buf_add_text(&text, "---\n");
    buf_add_str(&text, yaml);
    if (choice & 1)
        buf_add_text(&text, "\n---\n\n# A title\n\nText.\n");
    if (utf8_is_valid(buf_str(&text)))
        try_bounds(buf_str(&text));

    struct article *a = parse_markdown(buf_str(&text));
    if (a) {
        trial_run(a, choice);
        try_again(a);
    }
    article_free(a);
    buf_done(&text);
    return 0;
}
