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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_finds_the_posts_beside_this_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
