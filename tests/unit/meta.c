/* SPDX-License-Identifier: ISC */
/*
 * Tests of what pages say about themselves.
 */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LD(json) "<script type=application/ld+json>" json "</script>"

static const struct parse_opts page = {
    .type = SNIFF_HTML,
    .base_url = STR_INIT("https://www.marsh-news.example/a/heron"),
};

static const struct says {
    const char *name;
    enum fact fact;
    const char *html, *want;
} cases[] = {
    {"title without the site", FACT_TITLE,
        "<title>Grey bird | Marsh News</title>", "Grey bird"},
    {"title behind the site", FACT_TITLE,
        "<meta property=og:site_name content='The Reeds'><title>The Reeds: A "
        "tale - The Reeds</title>",
        "The Reeds: A tale"},
    {"part of the title that is a heading", FACT_TITLE,
        "<title>Grey bird - Birds - All about reeds and ponds</title><h1>Grey "
        "bird</h1>",
        "Grey bird"},
    {"dash in a title", FACT_TITLE,
        "<title>Cats - dogs - and how they came to live in our "
        "house</title>",
        "Cats - dogs - and how they came to live in our house"},
    {"headline in JSON-LD", FACT_TITLE,
        "<title>x</title>" LD("{\"@type\":\"NewsArticle\",\"headline\":\"Grey "
                              "&amp; bird\"}"),
        "Grey & bird"},
    {"byline from meta", FACT_BYLINE, "<meta name=author content='By Ann Lee'>",
        "Ann Lee"},
    {"several authors in JSON-LD", FACT_BYLINE,
        LD("{\"@graph\":[{\"@type\":[\"Article\"],\"author\":[{\"@id\":\"#a\"},"
           "{\"name\":\"Bo Ek\"}]},{\"@type\":\"Person\",\"@id\":\"#a\","
           "\"name\":\"Ann Lee\"}]}"),
        "Ann Lee, Bo Ek"},
    {"JSON-LD in CDATA with a line end in a string", FACT_BYLINE,
        LD("<![CDATA[{\"@type\":\"BlogPosting\",\"author\":\"Ann\nLee\"}]]>"),
        "Ann Lee"},
    {"byline by its class", FACT_BYLINE,
        "<h1>Grey</h1><p class=byline>By Ann Lee on 5 May 2025</p>", "Ann Lee"},
    {"byline by rel", FACT_BYLINE, "<a rel=author href=/ann>Ann Lee</a>",
        "Ann Lee"},
    {"month that is a name", FACT_BYLINE,
        "<meta name=author content='April June Lee'>", "April June Lee"},
    {"address is no person", FACT_BYLINE,
        "<meta property=article:author content='https://x.example/ann'>", ""},
    {"line with By below the title", FACT_BYLINE,
        "<h1>Grey</h1><div>By Ann Lee</div>", "Ann Lee"},
    {"day from meta", FACT_PUBLISHED,
        "<meta property=article:published_time content=2025-05-05T10:00:00Z>",
        "2025-05-05T10:00:00Z"},
    {"day from a time element", FACT_PUBLISHED,
        "<h1>Grey</h1><time datetime=2025-05-05>yesterday</time>",
        "2025-05-05"},
    {"day in words", FACT_PUBLISHED, "<h1>Grey</h1><p>May 5, 2025</p><p>text",
        "2025-05-05"},
    {"day of a comment is not it", FACT_PUBLISHED,
        "<h1>Grey</h1><p>text<div class=comments><time "
        "datetime=2025-05-05></time></div>",
        ""},
    {"modified", FACT_MODIFIED,
        LD("{\"@type\":\"Article\",\"dateModified\":\"2025-06-01\"}"),
        "2025-06-01"},
    {"site", FACT_SITE, "<meta property=og:site_name content='Marsh News'>",
        "Marsh News"},
    {"language of the locale", FACT_LANG,
        "<meta property=og:locale content=de_DE>", "de_DE"},
    {"excerpt", FACT_EXCERPT, "<meta name=description content='Of a bird.'>",
        "Of a bird."},
    {"excerpt from the text", FACT_EXCERPT, "<p>Once a grey bird came.</p>",
        "Once a grey bird came."},
    {"canonical address", FACT_URL, "<link rel=canonical href=/heron>",
        "https://www.marsh-news.example/heron"},
    {"picture", FACT_IMAGE, "<meta property=og:image content=/heron.png>",
        "https://www.marsh-news.example/heron.png"},
    {"broken JSON-LD", FACT_BYLINE, LD("{\"@type\": \"Article\", "), ""},
};

static void
test_meta_tells_what_the_page_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = reading_of(cases[i].html, &page);
        struct str got = article_fact(a, cases[i].fact);
        if (!str_eq(got, str_of(cases[i].want)))
            fail_msg("%s: got '%.*s', want '%s'", cases[i].name, STR_ARG(got),
                cases[i].want);
        article_free(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meta_tells_what_the_page_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
