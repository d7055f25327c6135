/* SPDX-License-Identifier: ISC */
/*
 * Tests of what pages ask and answer: accordions, JSON-LD and microdata.
 */
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ASK(question, answer)                                                  \
    "{\"@type\":\"Question\",\"name\":\"" question "\",\"acceptedAnswer\":{"   \
    "\"@type\":\"Answer\",\"text\":\"" answer "\"}}"
#define FAQ(questions)                                                         \
    "<script "                                                                 \
    "type=application/"                                                        \
    "ld+json>{\"@type\":\"FAQPage\",\"mainEntity\":[" questions "]}</script>"

static const struct parse_opts page = {.type = SNIFF_HTML};

static void
test_accordions_become_details(void **state)
{
    static const struct reading cases[] = {
        {"button that controls",
            "<button aria-controls=p>abc</button><div id=p>def",
            "details(summary(abc) para(def))"},
        {"hidden panel",
            "<button aria-controls=p>abc</button><div id=p hidden>def</div>",
            "details(summary(abc) para(def))"},
        {"name of another panel",
            "<button aria-controls=q aria-expanded=true>abc</button><p id=p>d "
            "e.</p>",
            "para(d e.)"},
        {"target of Bootstrap",
            "<div><a data-bs-toggle=collapse href=#p>abc</a></div><div "
            "id=p>def</div>",
            "details(summary(abc) para(def))"},
        {"tab of an accordion",
            "<div role=tab>abc</div><div role=tabpanel>def</div>",
            "details(summary(abc) para(def))"},
        {"question and answer by their classes",
            "<div class=faq-question>abc</div><div class=faq-answer>def</div>",
            "details(summary(abc) para(def))"},
        {"several in one container",
            "<div><p role=button aria-expanded=false aria-controls=p>abc</p><p "
            "id=p>def</p><p role=button aria-controls=q>efg</p><p "
            "id=q>h i j</p></div>",
            "details(summary(abc) para(def)) details(summary(efg) para(h i "
            "j))"},
        {"heading that opens",
            "<h2><button aria-controls=p>abc</button></h2><div id=p "
            "hidden>def</div>",
            "heading2#abc(abc) para(def)"},
        {"menu",
            "<div><span aria-controls=p>abc</span><div id=p><a href=/a>def</a> "
            "<a href=/b>ghi</a></div></div>",
            "para(abc) para(link=/a{def} link=/b{ghi})"},
    };
    (void)state;
    assert_int_equal(
        reading_failures(cases, sizeof cases / sizeof *cases, &page), 0);
}

/*
 * Returns the texts of all questions of a page, parted by '|', owned.
 */
static char *
questions_of(const char *html)
{
    struct article *a = reading_of(html, &page);
    struct buf out = {0};

    for (block_ix b = 1; b < a->n_blocks; b++) {
        if (!(a->blocks[b].marks & BLOCK_IS_QUESTION))
            continue;
        if (out.len > 0)
            buf_add_char(&out, '|');
        buf_add_str(&out, article_text(a, b));
    }
    buf_end(&out);
    article_free(a);
    return buf_take(&out);
}

static void
test_questions_that_a_page_names_are_marked(void **state)
{
    static const struct {
        const char *name, *html, *want;
    } cases[] = {
        {"shown as heading",
            FAQ(ASK("May I?", "No.") "," ASK(
                "Who?", "You.")) "<h2>May "
                                 "I?</h2><p>No.</p>",
            "May I?"},
        {"shown as paragraph", FAQ(ASK("May I", "No.")) "<p>May I</p><p>No.",
            "May I"},
        {"shown with a number",
            FAQ(ASK("May I?", "No.")) "<h2>1. May I?</h2><p>No.</p>",
            "1. May I?"},
        {"shown nowhere", FAQ(ASK("May I?", "<p>No.</p>")) "<p>text", "May I?"},
        {"without an answer",
            FAQ("{\"@type\":\"Question\",\"name\":\"May I?\"}") "<p>text", ""},
        {"one of a graph",
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":["
            "\"WebPage\",\"FAQPage\"],\"mainEntity\":" ASK(
                "May I?", "No.") "}]}</script><p>text",
            "May I?"},
        {"microdata",
            "<div itemscope itemtype=https://schema.org/Question><h3 "
            "itemprop=name>May I?</h3><div itemprop=acceptedAnswer>No.</div>"
            "</div>",
            "May I?"},
        {"broken", "<script type=application/ld+json>{\"FAQPage\"</script><p>a",
            ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *got = questions_of(cases[i].html);
        if (!got || strcmp(got, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got);
        free(got);
    }
}

static void
test_questions_that_no_page_shows_are_a_section(void **state)
{
    static const struct reading cases[] = {
        {"answers in HTML",
            FAQ(ASK("May I?", "<p>No, <b>never</b>.</p>")) "<p>text",
            "para(text) heading2#faq(FAQ) heading3#may-i+question(May I?) "
            "para(No, strong{never}.)"},
        {"answer with a link that is seen from the base",
            "<base href=https://b.example/c/>" FAQ(
                ASK("May I?", "<p>No, <a href=d>never</a>.</p>")) "<p>text",
            "para(text) heading2#faq(FAQ) heading3#may-i+question(May I?) "
            "para(No, link=https://b.example/c/d{never}.)"},
        {"beside questions that are shown",
            FAQ(ASK("May I?", "No.")) "<h2>FAQ</h2><h3>Can I?</h3><p>Yes.",
            "heading2#faq(FAQ) heading3#can-i+question(Can I?) para(Yes.)"},
        {"elsewhere on the page", FAQ(ASK("May I?", "No.")) "<p>May I? Never.",
            "para(May I? Never.)"},
    };
    (void)state;
    assert_int_equal(
        reading_failures(cases, sizeof cases / sizeof *cases, &page), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accordions_become_details),
        cmocka_unit_test(test_questions_that_a_page_names_are_marked),
        cmocka_unit_test(test_questions_that_no_page_shows_are_a_section),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
