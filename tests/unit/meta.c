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

/* Text enough that what follows is far from the title. */
#define LONG                                                                   \
    "A grey bird stood in the reeds, and looked at the pond, and did not "     \
    "move "                                                                    \
    "for as long as I watched it, which was most of the afternoon, for I had " \
    "brought bread and tea, and the sun was warm on the stones by the water, " \
    "where frogs sat, one beside the other, waiting for the flies of "         \
    "evening, "                                                                \
    "and when the wind came up at last, it opened its wings, rose, and was "   \
    "gone over the hill, and the frogs, all at once, began to sing of it, "    \
    "and "                                                                     \
    "I went home through the meadow, late, with wet shoes and a light heart."

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
    {"site that nothing else names", FACT_TITLE,
        "<title>New links | Reed Watchers</title>", "New links"},
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
    {"day that a sentence tells of", FACT_PUBLISHED,
        "<h1>Grey</h1><p>The flood of <time datetime=1953-02-01>1 February "
        "1953</time> drowned the frogs.</p><p>" LONG "</p>",
        ""},
    {"day in words that a sentence tells of", FACT_PUBLISHED,
        "<h1>Grey</h1><p>The flood of <b>1 February 1953</b> drowned the "
        "frogs.",
        ""},
    {"day that a long paragraph tells of", FACT_PUBLISHED,
        "<h1>Grey</h1><p>" LONG " <time datetime=1953-02-01>Then</time>", ""},
    {"day in a sentence far down", FACT_PUBLISHED,
        "<h1>Grey</h1><p>" LONG LONG "<p>Then <time datetime=1953-02-03>two "
        "days later</time> the king came to see.",
        ""},
    {"day in a line that announces it", FACT_PUBLISHED,
        "<h1>Grey</h1><p>Published by Ann Lee on <time datetime=2025-05-05>5 "
        "May</time> in Birds of the Pond.",
        "2025-05-05"},
    {"day in a line that ends in p.m.", FACT_PUBLISHED,
        "<h1>Grey</h1><p>Ann Lee, who watches birds, 5 May 2025, 3:20 p.m.",
        "2025-05-05"},
    {"day in a sentence that is marked", FACT_PUBLISHED,
        "<h1>Grey</h1><p>On <time itemprop=datePublished "
        "datetime=2025-05-05>5 May</time> I saw a bird in the reeds.",
        "2025-05-05"},
    {"day in a sentence that its class tells of", FACT_PUBLISHED,
        "<h1>Grey</h1><p>This talk was begun by Ann Lee here, <a href=/t><span "
        "class=DateTime>May 5, 2025</span></a>.",
        "2025-05-05"},
    {"day that cannot be in meta", FACT_PUBLISHED,
        "<meta name=date content=2024-02-30T10:00:00Z>", ""},
    {"day that cannot be in a time element", FACT_PUBLISHED,
        "<h1>Grey</h1><time datetime=2023-02-29>29 February 2023</time>", ""},
    {"day that cannot be in JSON-LD", FACT_PUBLISHED,
        LD("{\"@type\":\"Article\",\"datePublished\":\"2025-06-31\"}"), ""},
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
    {"excerpt without the numbers of notes", FACT_EXCERPT,
        "<p>Once<sup><a href=#n id=r>1</a></sup> a grey bird came.</p><ol><li "
        "id=n>Or twice. <a href=#r>back</a></ol>",
        "Once a grey bird came."},
    {"address seen from the base", FACT_URL,
        "<base href=/b/><link rel=canonical href=heron>",
        "https://www.marsh-news.example/b/heron"},
    {"picture seen from the base", FACT_IMAGE,
        "<base href=//pics.example/b/><meta property=og:image content=a.png>",
        "https://pics.example/b/a.png"},
    {"canonical address", FACT_URL, "<link rel=canonical href=/heron>",
        "https://www.marsh-news.example/heron"},
    {"picture", FACT_IMAGE, "<meta property=og:image content=/heron.png>",
        "https://www.marsh-news.example/heron.png"},
    {"title as the page's heading has it in other words", FACT_TITLE,
        "<meta property=og:title content='Top 5 Ways to Cross the Marsh'>"
        "<h1>5 Ways to Cross the Marsh Dry</h1>",
        "5 Ways to Cross the Marsh Dry"},
    {"heading that says something else", FACT_TITLE,
        "<title>How herons fish at night</title><h1>Stay in touch with us "
        "here</h1>",
        "How herons fish at night"},
    {"title at the end of a path", FACT_TITLE,
        "<title>Reeds » How frogs sing at night</title><h1>How frogs sing at "
        "night</h1>",
        "How frogs sing at night"},
    {"words of the title in another order", FACT_TITLE,
        "<title>Ponds: make them your own and dig</title><h1>Dig your own "
        "ponds</h1>",
        "Ponds: make them your own and dig"},
    {"heading that leads home names the site", FACT_TITLE,
        "<h1><a href=/>Reed Diary</a></h1><title>Reed Diary: Frogs</title>",
        "Frogs"},
    {"heading in a menu names the site", FACT_TITLE,
        "<div class=menu><h1>The Pond Book</h1></div><title>Frogs and toads - "
        "The Pond Book</title>",
        "Frogs and toads"},
    {"heading that ends the title names the site", FACT_TITLE,
        "<title>Frogs | Pond Tools 2.1</title><h1>Pond Tools 2.1</h1>",
        "Frogs"},
    {"heading with the picture of a link", FACT_TITLE,
        "<h1>Frogs <a href=#f>\uF0C1</a></h1>", "Frogs"},
    {"first part before a later one", FACT_TITLE,
        "<title>Quick start — Pond Tools</title><h1>Pond Tools</h1><h1>Quick "
        "start<a href=#q>¶</a></h1>",
        "Quick start"},
    {"title without the initials of the site", FACT_TITLE,
        "<meta property=og:site_name content='Friends Of Ponds'><title>Frogs "
        "and toads | FOP</title>",
        "Frogs and toads"},
    {"heading that has more than the title inside", FACT_TITLE,
        "<title>Frogs | Ponds of ours - Marsh News</title><h1><span>Frogs"
        "</span><span>(12 replies)</span></h1>",
        "Frogs"},
    {"heading in capitals", FACT_TITLE,
        "<title>Frogs and toads | Elsewhere</title><h1>FROGS AND TOADS</h1>",
        "Frogs and toads"},
    {"heading of two lines", FACT_TITLE, "<h1>Frogs<br>and toads</h1>",
        "Frogs and toads"},
    {"heading of lower rank", FACT_TITLE,
        "<title>Frogs and toads of ours - Little things seen here</title><h2>"
        "Frogs and toads of ours</h2>",
        "Frogs and toads of ours"},
    {"title that is only a separator and the site", FACT_TITLE,
        "<title>| Marsh News</title><h1>Frogs</h1>", "Frogs"},
    {"title escaped twice", FACT_TITLE,
        "<meta property=og:title content='Frogs &amp;amp; toads'>",
        "Frogs & toads"},
    {"role behind a name", FACT_BYLINE,
        "<h1>Grey</h1><p class=byline>Ann Lee, senior editor</p>", "Ann Lee"},
    {"role below a name", FACT_BYLINE,
        "<h1>Grey</h1><div class=author><p>Ann Lee</p><p>Keeper of "
        "ponds</p></div>",
        "Ann Lee"},
    {"minutes behind a name", FACT_BYLINE,
        "<h1>Grey</h1><p class=byline>Ann Lee · 5 min read</p>", "Ann Lee"},
    {"date glued to a name", FACT_BYLINE,
        "<h1>Grey</h1><p class=byline>by <a>Ann Lee</a><span>22 Dec "
        "2016</span></p>",
        "Ann Lee"},
    {"announcement in a line of its own", FACT_BYLINE,
        "<h1>Grey</h1><div class=author><div>Article</div><div>Written by:"
        "</div><div>Ann Lee</div></div>",
        "Ann Lee"},
    {"German line", FACT_BYLINE, "<h1>Grau</h1><p>Von Ann Lee und Bo Ek</p>",
        "Ann Lee und Bo Ek"},
    {"sentence that begins so", FACT_BYLINE,
        "<h1>Grey</h1><p>By the pond it is quiet</p>", ""},
    {"body that has 'for' in its name", FACT_BYLINE,
        "<meta name=author content='Center for Reeds'>", "Center for Reeds"},
    {"person before the site", FACT_BYLINE,
        "<meta property=og:site_name content='Marsh News'><meta name=author "
        "content='Marsh News'><h1>Grey</h1><p>By Ann Lee</p>",
        "Ann Lee"},
    {"site where nobody else is named", FACT_BYLINE,
        "<meta property=og:site_name content='Marsh News'><meta name=author "
        "content='Marsh News'><h1>Grey</h1>",
        "Marsh News"},
    {"person before an organization", FACT_BYLINE,
        LD("{\"@type\":\"Article\",\"author\":{\"@type\":\"Organization\","
           "\"name\":\"Reed Trust\"}}") "<h1>Grey</h1><p>By Ann Lee</p>",
        "Ann Lee"},
    {"nobody", FACT_BYLINE, "<meta name=author content=admin>", ""},
    {"leftover of a template", FACT_BYLINE,
        "<meta name=author content='{{ page.author }}'>", ""},
    {"several tags of one name", FACT_BYLINE,
        "<meta name=citation_author content='Lee, Ann'><meta "
        "name=citation_author content='Bo Ek'>",
        "Ann Lee, Bo Ek"},
    {"mail address with a name", FACT_BYLINE,
        "<meta name=author content='ann@reeds.example (Ann Lee)'>", "Ann Lee"},
    {"name in an attribute", FACT_BYLINE,
        "<span itemprop=author itemscope><meta itemprop=name content='Ann "
        "Lee'></span>",
        "Ann Lee"},
    {"writer at the end", FACT_BYLINE,
        "<h1>Grey</h1><p>Text, and more of it.</p><h3>Written by Ann Lee</h3>",
        "Ann Lee"},
    {"JSON-LD in an attribute", FACT_BYLINE,
        "<meta name='script:ld+json' content='{\"@type\":\"Article\","
        "\"author\":\"Ann Lee\"}'>",
        "Ann Lee"},
    {"JSON-LD with its quotes escaped", FACT_BYLINE,
        LD("{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:"
           "&quot;Ann Lee&quot;}"),
        "Ann Lee"},
    {"day in words of another language", FACT_PUBLISHED,
        "<h1>Gris</h1><p>Publié le 5 juillet 2025</p>", "2025-07-05"},
    {"day in numbers of an American page", FACT_PUBLISHED,
        "<html lang=en-US><h1>Grey</h1><p class=date>7/5/2025</p>",
        "2025-07-05"},
    {"day in numbers of nobody knows where", FACT_PUBLISHED,
        "<html lang=en><h1>Grey</h1><p class=date>7/5/2025</p>", ""},
    {"day of a meta tag in words", FACT_PUBLISHED,
        "<meta name=published content='July 5, 2025'>", "2025-07-05"},
    {"words that are no day", FACT_PUBLISHED,
        "<meta name=date content='last summer'>", ""},
    {"day before the title", FACT_PUBLISHED,
        "<p>Published July 5, 2025</p><h1>Grey</h1>", "2025-07-05"},
    {"day that it was changed", FACT_PUBLISHED,
        "<h1>Grey</h1><p>Last updated on July 5, 2025</p>", ""},
    {"change after publication", FACT_MODIFIED,
        "<h1>Grey</h1><p>Published July 5, 2025, updated July 6, 2025</p>",
        "2025-07-06"},
    {"day of another article", FACT_PUBLISHED,
        "<h1>Grey</h1><p>" LONG "</p><ul><li><a href=/b>Frog</a> <time "
        "datetime=2025-05-05>May 5</time></li></ul>",
        ""},
    {"label of a card", FACT_BYLINE,
        "<meta name=twitter:label1 content='Written by'><meta "
        "name=twitter:data1 content='Ann Lee'>",
        "Ann Lee"},
    {"label of a card that is no person's", FACT_BYLINE,
        "<meta name=twitter:label1 content='Reading time'><meta "
        "name=twitter:data1 content='Five minutes'>",
        ""},
    {"announcement in an element of its own", FACT_BYLINE,
        "<h1>Grey</h1><p>" LONG "</p><div><div>Written by</div><div>Ann "
        "Lee</div><p>She keeps a pond.</p></div>",
        "Ann Lee"},
    {"announcement before a sentence", FACT_BYLINE,
        "<h1>Grey</h1><div><div>Written by</div><p>the light of a lamp, it "
        "is hard to read.</p></div>",
        ""},
    {"line below a title of lower rank", FACT_BYLINE,
        "<title>Grey bird</title><h2>Grey bird</h2><p>By Ann Lee</p>",
        "Ann Lee"},
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

static void
test_meta_takes_the_day_from_the_address_last(void **state)
{
    struct parse_opts dated = page;

    (void)state;
    dated.base_url = STR("https://marsh.example/2025/07/05/heron");
    struct article *a = reading_of("<h1>Grey</h1>", &dated);
    assert_true(str_eq(article_fact(a, FACT_PUBLISHED), STR("2025-07-05")));
    article_free(a);
    a = reading_of("<h1>Grey</h1><time datetime=2025-07-06></time>", &dated);
    assert_true(str_eq(article_fact(a, FACT_PUBLISHED), STR("2025-07-06")));
    article_free(a);
    dated.base_url = STR("https://marsh.example/2025/07/heron");
    a = reading_of("<h1>Grey</h1>", &dated);
    assert_int_equal(article_fact(a, FACT_PUBLISHED).len, 0);
    article_free(a);
}

static void
test_meta_takes_the_start_of_a_title_without_an_end(void **state)
{
    struct buf html = {0};
    (void)state;

    buf_add_text(&html, "<title>");
    for (int i = 0; i < 20000; i++)
        buf_add_text(&html, "a | b - ");
    buf_add_text(&html, "</title><p>Grey");
    struct article *a = reading_of(html.ptr, &page);
    const struct str title = article_fact(a, FACT_TITLE);
    assert_true(title.len > 0 && title.len <= 500);
    article_free(a);
    buf_done(&html);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meta_tells_what_the_page_says),
        cmocka_unit_test(test_meta_takes_the_day_from_the_address_last),
        cmocka_unit_test(test_meta_takes_the_start_of_a_title_without_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
