/* SPDX-License-Identifier: ISC */
/*
 * Tests of the extraction of articles: what is shown of a page and what is not.
 */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ONE                                                                    \
    "The heron stood in the shallow water for most of the morning, and "       \
    "nobody "                                                                  \
    "on the bridge dared to move, because it had never come so close before."
#define TWO                                                                    \
    "When it finally flew, it rose without a sound, turned twice above the "   \
    "reeds, and went down behind the old mill, where the river is deepest."
#define THREE                                                                  \
    "We waited until noon, but it did not return, so we packed our things "    \
    "and "                                                                     \
    "walked home along the dike, talking of nothing else but the grey bird."
#define TEXT        "<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p>"
#define OFFER(name) "<div>" name " <a class=button href=/a>Site</a></div>"
#define POST                                                                   \
    "<article class='entry author-ann'><p>A heron was seen, again, by the "    \
    "mill.</article>"
#define POSTS POST POST POST POST POST POST

static const struct parse_opts article = {.type = SNIFF_HTML};

/*
 * Returns whether the article of html has the text needle in a block.
 */
static bool
shows(const char *html, const char *needle)
{
    struct article *a = reading_of(html, &article);
    bool is_shown = false;

    for (block_ix b = 1; b < a->n_blocks; b++) {
        struct str text = article_text(a, b);
        is_shown |= str_find(text, str_of(needle), 0) < text.len;
    }
    article_free(a);
    return is_shown;
}

static const struct page {
    const char *name, *html;
} furniture[] = {
    {"nav", "<nav><ul><li>XYZ</ul></nav><main>" TEXT "</main>"},
    {"site header", "<header><a href=/>XYZ</a></header><div>" TEXT "</div>"},
    {"footer", "<div>" TEXT "</div><footer><p>XYZ</p></footer>"},
    {"aside", "<div>" TEXT "</div><aside><a href=/a>XYZ</a></aside>"},
    {"role", "<div>" TEXT "</div><div role=navigation>XYZ</div>"},
    {"button", "<div>" TEXT "<button>XYZ</button></div>"},
    {"share bar", "<div>" TEXT "<div class=share-bar>XYZ</div></div>"},
    {"camel case", "<div>" TEXT "<div class=relatedPosts>XYZ</div></div>"},
    {"newsletter",
        "<div>" TEXT "<div id=newsletter-box>XYZ is for you.</div></div>"},
    {"cookies",
        "<div id=cookie-banner><p>XYZ, we bake cookies for you and for all of "
        "our partners, who like them.</div><div>" TEXT "</div>"},
    {"comments", "<article>" TEXT "</article><div id=comments><p>XYZ, " ONE
                 "<p>" TWO "</div>"},
    {"hidden", "<div>" TEXT "<p hidden>XYZ</p></div>"},
    {"hidden by style", "<div>" TEXT "<p style='display: none'>XYZ</p></div>"},
    {"for screen readers", "<div>" TEXT "<span class=sr-only>XYZ</span></div>"},
    {"list of links",
        "<div>" TEXT "<div><ul><li><a href=/a>XYZ</a><li><a href=/b>Other "
        "news</a><li><a href=/c>More of it</a></ul></div></div>"},
    {"line that leads elsewhere",
        "<div>" TEXT "<p>Read more: <a href=/a>XYZ and what came of "
        "it</a></p></div>"},
    {"part under an announcement",
        "<div>" TEXT "<h3>You may also like</h3><p>XYZ</p></div>"},
    {"whose text it is", "<div>" TEXT "<p>\u00A9 2024 XYZ</p><p>" ONE "</div>"},
    {"call", "<div>" TEXT "<p>Share this: XYZ</p></div>"},
    {"beside the article",
        "<div><div>" TEXT "</div></div><div>XYZ</div><div>Buy it</div>"},
    {"noscript", "<div>" TEXT "<noscript>XYZ</noscript></div>"},
};

static const struct page text[] = {
    {"paragraph", "<div>" TEXT "<p>XYZ</p></div>"},
    {"section heading as h1", "<div>" TEXT "<h1>XYZ</h1><p>" ONE "</div>"},
    {"sibling containers",
        "<main><section class=part><p>XYZ, " ONE "<p>" TWO
        "</section><section class=part>" TEXT "</section></main>"},
    {"what follows a frame that never ends",
        "<body><noscript><iframe src=/a /></noscript><div>" TEXT
        "<p>XYZ</div>"},
    {"parts without a name",
        "<body><div><div><h3>One</h3><p>XYZ, " ONE
        "</div><div><h3>Two</h3>" TEXT TEXT "</div></div>"},
    {"dialog of tabs",
        "<div>" TEXT "<div role=tabpanel hidden>XYZ</div></div>"},
    {"what a switch opens",
        "<div>" TEXT "<button aria-expanded=false>More</button><div "
        "style='display:none'>XYZ</div></div>"},
    {"aside among paragraphs", "<div>" TEXT "<aside>XYZ, by the way</aside>"
                               "<p>" ONE "</div>"},
    {"list of links among paragraphs",
        "<div>" TEXT "<ul><li><a href=/a>XYZ</a><li><a href=/b>Two</a><li><a "
        "href=/c>Three</a></ul></div>"},
    {"class that denies", "<div>" TEXT "<p class=no-sidebar>XYZ</p></div>"},
    {"id made of a heading",
        "<div>" TEXT
        "<section id=what-to-do-about-comments><p>XYZ</section></div>"},
    {"letters in a number",
        "<div>" TEXT "<div class=box-0243ad1><p>XYZ</div></div>"},
    {"class about looks", "<div>" TEXT "<p class='print:hidden'>XYZ</p></div>"},
    {"comments of a talk",
        "<div itemtype=https://schema.org/DiscussionForumPosting><div "
        "class=comment><p>XYZ, " ONE "</div><div class=comment><p>" TWO
        "</div></div>"},
    {"standfirst",
        "<title>Grey bird</title><article><header><h1>Grey bird</h1><p>XYZ is "
        "what they call it, and it comes back, every year.</header><div "
        "class=entry-content>" TEXT "</div></article>"},
    {"answer that is hidden behind a question",
        "<div>" TEXT "<div><div>Who came?</div><div "
        "style='visibility:hidden'><p>XYZ, " ONE "</div></div></div>"},
    {"answer as machines are told",
        "<div>" TEXT "<h4>Who came?</h4><div itemprop='suggestedAnswer "
        "acceptedAnswer'><p>XYZ.</div></div>"},
    {"button that is a question",
        "<div>" TEXT "<button class=faq-question>XYZ?</button><div><p>" ONE
        "</div></div>"},
    {"heading that leads back",
        "<div>" TEXT "<h2><a class=toc-backref href=#c>XYZ</a></h2><p>" ONE
        "</div>"},
    {"line to click at",
        "<div>" TEXT "<details><summary class=nav>XYZ</summary><p>" ONE
        "</details></div>"},
    {"place that news begin with",
        "<div>" TEXT "<p><span class=dateline>XYZ</span> - " ONE "</div>"},
    {"names beside many buttons",
        "<div>" TEXT TEXT OFFER("A.") OFFER("B.") OFFER("C.") OFFER("D.")
            OFFER("XYZ") "</div>"},
    {"posts that name their author",
        "<main>" TEXT "<div>" POSTS POSTS POSTS POSTS
        "<article class='entry author-ann'><p>XYZ was seen, again, by the "
        "mill.</article></div></main>"},
    {"what is quoted in a talk",
        "<div itemtype=https://schema.org/DiscussionForumPosting><blockquote>"
        "<div><aside>XYZ</aside></div>" ONE "</blockquote><div><p>" TWO
        "</div></div>"},
    {"streamed part",
        "<body><main><p>" ONE "<template id=B:0></template></main><div hidden "
        "id=S:0><p>XYZ</p><p>" TWO "</div>"},
    {"all that there is", "<p>XYZ"},
};

static void
test_extract_leaves_furniture_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++) {
        if (shows(furniture[i].html, "XYZ"))
            fail_msg("'%s' is shown", furniture[i].name);
        if (!shows(furniture[i].html, "heron"))
            fail_msg("'%s' takes the text along", furniture[i].name);
    }
}

static void
test_extract_keeps_what_belongs_to_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof text / sizeof *text; i++)
        if (!shows(text[i].html, "XYZ"))
            fail_msg("'%s' is not shown", text[i].name);
}

static void
test_extract_leaves_nothing_out_of_a_full_page(void **state)
{
    static const struct parse_opts full = {
        .type = SNIFF_HTML, .is_full_page = true};
    struct article *a =
        reading_of("<nav>XYZ</nav><main>" TEXT "</main>", &full);

    (void)state;
    assert_true(str_eq(article_text(a, 1), STR("XYZ")));
    article_free(a);
}

static void
test_extract_says_the_title_once(void **state)
{
    (void)state;
    assert_false(shows("<title>Grey bird | Reeds</title><div><h1>Grey "
                       "bird</h1>" TEXT "</div>",
        "Grey bird"));
}

static void
test_extract_finds_pictures_that_come_later(void **state)
{
    static const char *const cases[] = {
        "<img data-src=/heron.png alt=Heron>",
        "<img src=data:image/gif;base64,AA data-original=/heron.png alt=Heron>",
        "<img src=/blank.gif srcset='/small.png 1x, /heron.png 2x' alt=Heron>",
        "<span></span><noscript><img src=/heron.png alt=Heron></noscript>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf html = {0};
        bool is_found = false;
        buf_add_format(&html, "<div>%s<p>%s</p></div>", TEXT, cases[i]);
        struct article *a = reading_of(html.ptr, &article);
        for (link_ix l = 0; l < a->n_links; l++)
            is_found |= str_ends(article_link(a, l), STR("heron.png"));
        if (!is_found)
            fail_msg("%s", cases[i]);
        article_free(a);
        buf_done(&html);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_extract_leaves_furniture_out),
        cmocka_unit_test(test_extract_keeps_what_belongs_to_the_text),
        cmocka_unit_test(test_extract_leaves_nothing_out_of_a_full_page),
        cmocka_unit_test(test_extract_says_the_title_once),
        cmocka_unit_test(test_extract_finds_pictures_that_come_later),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
