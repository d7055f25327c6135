/* SPDX-License-Identifier: ISC */
/*
 * Tests of the search for the posts before and behind a post.
 */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct parse_opts page = {
    .type = SNIFF_HTML,
    .base_url = STR_INIT("https://marsh.example/b"),
};

/* The previous post is to be /a, the next one /c; NULL: none. */
static const struct series {
    const char *name, *html, *prev, *next;
} cases[] = {
    {"rel", "<a rel=prev href=/a>Ant</a><a rel=next href=/c>Cat</a>", "Ant",
        "Cat"},
    {"class of a box",
        "<div class=nav-previous><a href=/a>Ant</a></div><div "
        "class=nav-next><a href=/c>Cat</a></div>",
        "Ant", "Cat"},
    {"words in front",
        "<a href=/a>← Previous post: Ant</a><a href=/c>Next "
        "post: Cat →</a>",
        "Ant", "Cat"},
    {"words in a block of their own",
        "<a href=/a><div>Previous</div><div>Ant</div></a>", "Ant", NULL},
    {"words glued to a title", "<a rel=next href=/c><span>Next</span>Cat</a>",
        NULL, "Cat"},
    {"German", "<a href=/a>Vorheriger Artikel: Ant</a>", "Ant", NULL},
    {"Japanese", "<a href=/a>前の記事 Ant</a>", "Ant", NULL},
    {"only a word", "<a href=/a>« Older</a>", "", NULL},
    {"title in an attribute", "<a href=/c rel=next title=Cat>→</a>", NULL,
        "Cat"},
    {"link in the head", "<link rel=next href=/c>", NULL, ""},
    {"link in the text before one in the head",
        "<link rel=next href=/page/2><a rel=next href=/c>Cat</a>", NULL, "Cat"},
    {"number of a pager", "<a rel=next href=/c>2</a>", NULL, NULL},
    {"page of comments", "<a rel=next href=/b/comment-page-2>Newer</a>", NULL,
        NULL},
    {"page of a list", "<a class=next href=/page/2>Next</a>", NULL, NULL},
    {"sentence that begins so", "<a href=/c>Next generation ponds</a>", NULL,
        NULL},
    {"place in the page", "<a rel=next href=#c>Next</a>", NULL, NULL},
    {"name that begins so", "<a href=/c>Next.js</a><a href=/d>Next-door</a>",
        NULL, NULL},
    {"word behind the title",
        "<a rel=next href=/c>Catfish<span>Next</span></a>", NULL, "Catfish"},
    {"date behind the title", "<a rel=prev href=/a>Ants May 5, 2025</a>",
        "Ants", NULL},
    {"date behind a block with the title",
        "<a rel=prev href=/a><h3>Ants</h3><span>May 5, 2025</span></a>", "Ants",
        NULL},
    {"link in a sentence",
        "<p>I wrote of this, and more, in the <a href=/a>previous post</a>, "
        "where frogs and toads are shown as well.",
        NULL, NULL},
    {"one link for both ways",
        "<a rel=prev href=/a>All</a><a rel=next href=/a>All</a>", NULL, NULL},
    {"link to itself", "<a rel=next href=/b>Bee</a>", NULL, NULL},
    {"link to a place in itself", "<a rel=next href='/b#c'>Cat</a>", NULL,
        NULL},
    {"another view of itself", "<a rel=next href='/b?photo=2'>Next</a>", NULL,
        NULL},
    {"address that the page is seen from",
        "<base href=/blog/><a rel=next href=../c>Cat</a>", NULL, "Cat"},
    {"files, from the web",
        "<base href=file:///><a rel=prev href=file:///a>Ant</a><a rel=next "
        "href=c>Cat</a>",
        NULL, "Cat"},
    {"words and a title as elements",
        "<div><a href=/a><b>Previous</b><b>Ants</b></a><a href=/c><b>Next</b>"
        "<b>Cats</b></a></div>",
        "Ants", "Cats"},
    {"words beside the links",
        "<ul><li>Previous post <a href=/a>Ants</a></li><li>Next post <a "
        "href=/c>Cats</a></li></ul>",
        "Ants", "Cats"},
    {"words beside one link", "<div>Next: <a href=/c>Cats</a></div>", NULL,
        NULL},
    {"names of things side by side",
        "<div><a href=/a>Previous ponds</a> <a href=/c>Next to me</a></div>",
        NULL, NULL},
    {"Dutch", "<a href=/a>Vorige bericht Ant</a>", "Ant", NULL},
    {"Russian", "<a href=/c>Следующая запись: Cat</a>", NULL, "Cat"},
    {"Turkish", "<a href=/a>Önceki yazı: Ant</a>", "Ant", NULL},
    {"Arabic", "<a href=/c>المقال التالي: Cat</a>", NULL, "Cat"},
    {"Czech", "<a href=/c>Následující: Cat</a>", NULL, "Cat"},
};

static void
check(const struct series *t, const struct article *a, enum fact title,
    enum fact url, const char *want)
{
    struct str address = article_fact(a, url);
    struct str place = url == FACT_PREV_URL ? STR("https://marsh.example/a")
                                            : STR("https://marsh.example/c");

    if (!want && address.len > 0)
        fail_msg("%s: finds '%.*s'", t->name, STR_ARG(address));
    if (want && !str_eq(address, place))
        fail_msg("%s: finds '%.*s'", t->name, STR_ARG(address));
    if (want && !str_eq(article_fact(a, title), str_of(want)))
        fail_msg("%s: '%.*s' instead of '%s'", t->name,
            STR_ARG(article_fact(a, title)), want);
}

static void
test_series_finds_the_posts_beside_this_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = reading_of(cases[i].html, &page);
        check(&cases[i], a, FACT_PREV_TITLE, FACT_PREV_URL, cases[i].prev);
        check(&cases[i], a, FACT_NEXT_TITLE, FACT_NEXT_URL, cases[i].next);
        article_free(a);
    }
}

/* Enough text to have pages. */
#define TEXT                                                                   \
    "<h1>Walk</h1><p>We set out in the morning, when the fog still lay on "    \
    "the "                                                                     \
    "fields, and walked along the dike until the church of the next village "  \
    "could be seen, which took us the better part of an hour, because we "     \
    "stopped so often to look at birds.<p>There were herons, as always, and "  \
    "a stork that we had not seen before, and a great number of lapwings, "    \
    "which rose and fell over the wet meadow as if somebody shook a cloth, "   \
    "and behind them, far away, stood the three mills, of which only one was " \
    "turning.<p>At noon we sat down below the first of them, ate our bread, "  \
    "and looked at the map, which showed, as maps do, a way where there was "  \
    "none, and so we went on along the water, slowly, and came home late.</p>"

/* Links to other articles. */
#define CARD                                                                   \
    "<p><a href=/x>Frogs of the eastern marsh and how they sing</a></p>"
#define FOUR  CARD CARD CARD CARD
#define CARDS FOUR FOUR FOUR FOUR FOUR

#define BAR(links) TEXT "<div>" links "</div>"

/* What is told of an article with several pages; NULL: nothing. */
static const struct pages {
    const char *name, *html, *url;
    const char *page, *prev, *next;
} paged[] = {
    {"query", BAR("1 <a href=?page=2>2</a> <a href=?page=3>3</a>"),
        "https://marsh.example/b", "1/3", NULL,
        "https://marsh.example/b?page=2"},
    {"query among others", BAR("<a href='?page=3&x=1'>Next</a>"),
        "https://marsh.example/b?x=1&page=2", "2", NULL,
        "https://marsh.example/b?page=3&x=1"},
    {"last page", BAR("<a href=/b>1</a> <a href=?page=2>2</a> 3"),
        "https://marsh.example/b?page=3", "3/3",
        "https://marsh.example/b?page=2", NULL},
    {"word in the path", BAR("<a href=/b/page/2>Next page</a>"),
        "https://marsh.example/b/", "1", NULL,
        "https://marsh.example/b/page/2"},
    {"word of another language", BAR("<a href=/b-seite-2.html>weiter</a>"),
        "https://marsh.example/b.html", "1", NULL,
        "https://marsh.example/b-seite-2.html"},
    {"number at the end", BAR("<a href=/b/2/>2</a>"),
        "https://marsh.example/b/", "1/2", NULL, "https://marsh.example/b/2/"},
    {"number before the ending", BAR("<a href=b-2.html>2</a>"),
        "https://marsh.example/b.html", "1/2", NULL,
        "https://marsh.example/b-2.html"},
    {"second of numbers at the end",
        BAR("<a href=/b>1</a> 2 <a href=/b/3>3</a>"),
        "https://marsh.example/b/2", "2/3", "https://marsh.example/b",
        "https://marsh.example/b/3"},
    {"chapters, of which the first has a number too",
        BAR("<a rel=next href=/b/3>Three</a>"), "https://marsh.example/b/2",
        NULL, NULL, "https://marsh.example/b/3"},
    {"pages of comments", BAR("<a href=/b/comment-page-2>2</a>"),
        "https://marsh.example/b", NULL, NULL, NULL},
    {"bar among comments",
        TEXT "<div class=comments><a href=?page=2>2</a></div>",
        "https://marsh.example/b", NULL, NULL, NULL},
    {"bar of cards", TEXT "<div>" CARDS "<a href=?page=2>2</a></div>",
        "https://marsh.example/b", NULL, NULL, NULL},
    {"year at the end", BAR("<a href=/b/2025>2025</a>"),
        "https://marsh.example/b", NULL, NULL, NULL},
    {"page of another article", BAR("<a href=/c?page=2>2</a>"),
        "https://marsh.example/b", NULL, NULL, NULL},
};

static void
test_series_tells_the_pages_of_an_article_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof paged / sizeof *paged; i++) {
        const struct parse_opts opts = {
            .type = SNIFF_HTML, .base_url = str_of(paged[i].url)};
        struct article *a = reading_of(paged[i].html, &opts);
        struct str which = article_fact(a, FACT_PAGE);
        struct str prev = article_fact(a, FACT_PREV_URL);
        struct str next = article_fact(a, FACT_NEXT_URL);
        if (!str_eq(which, str_of(paged[i].page)) ||
            !str_eq(prev, str_of(paged[i].prev)) ||
            !str_eq(next, str_of(paged[i].next)))
            fail_msg("%s: page '%.*s', before '%.*s', behind '%.*s'",
                paged[i].name, STR_ARG(which), STR_ARG(prev), STR_ARG(next));
        article_free(a);
    }
}

static void
test_series_calls_pages_by_their_numbers(void **state)
{
    const struct parse_opts opts = {
        .type = SNIFF_HTML, .base_url = STR("https://marsh.example/b?page=2")};
    struct article *a =
        reading_of(BAR("<a href=/b>1</a> <a href=?page=3>3</a>"), &opts);

    (void)state;
    assert_true(str_eq(article_fact(a, FACT_PREV_TITLE), STR("Page 1 of 3")));
    assert_true(str_eq(article_fact(a, FACT_NEXT_TITLE), STR("Page 3 of 3")));
    assert_true(article_goes_on(a, -1));
    assert_true(article_goes_on(a, 1));
    article_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_finds_the_posts_beside_this_one),
        cmocka_unit_test(test_series_tells_the_pages_of_an_article_apart),
        cmocka_unit_test(test_series_calls_pages_by_their_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
