/* SPDX-License-Identifier: ISC */
/*
 * Tests of what is said of pages that keep their article to themselves, and
 * that nothing is said of others.
 */
#include "base/buf.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define PARA                                                                   \
    "<p>The heron stood in the shallow water for most of the morning, and "    \
    "nobody on the bridge dared to move, because it had never come so close "  \
    "before, and when it flew at last, it rose without a sound.</p>"
#define PARAS      PARA PARA PARA PARA PARA PARA
#define LONG       "~" /* PARAS many times, see fill() */
#define SCRIPT     "<script src=app.js></script>"
#define DATA(json) "<script type=application/ld+json>" json "</script>"
#define LOCKED                                                                 \
    DATA("{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": \"False\", "   \
         "\"hasPart\": {\"isAccessibleForFree\": false, \"cssSelector\": "     \
         "\".paid\"}}")

static const char challenge[] = "proof that a person";
static const char consent[] = "consent to cookies";
static const char login[] = "after a log-in";
static const char script[] = "by JavaScript";
static const char pay[] = "for subscribers";

static const struct parse_opts page = {
    .type = SNIFF_HTML, .base_url = STR_INIT("https://a.example/b/c")};

/*
 * Returns html with a long text in the place of '~', owned.
 */
static char *
fill(const char *html)
{
    struct buf out = {0};

    for (; *html; html++)
        if (*html != '~')
            buf_add_char(&out, *html);
        else
            for (int i = 0; i < 5; i++)
                buf_add_text(&out, PARAS);
    buf_end(&out);
    return buf_take(&out);
}

static struct article *
read_page(const char *html)
{
    char *filled = fill(html);
    struct article *a = reading_of(filled, &page);

    free(filled);
    return a;
}

/*
 * Returns the notes of the article of html, a line each.
 */
static struct buf
notes_of(const char *html)
{
    struct article *a = read_page(html);
    struct buf notes = {0};

    for (uint32_t i = 0; i < a->n_notes; i++)
        buf_add_format(&notes, "%.*s\n", STR_ARG(article_str(a, a->notes[i])));
    buf_end(&notes);
    article_free(a);
    return notes;
}

static void
test_wall_is_told_by_what_walls_have_in_common(void **state)
{
    static const struct {
        const char *html, *want;
    } cases[] = {
        {"<title>Just a moment...</title><h1>a.example</h1><p>Verifying you "
         "are human. This may take a few seconds.</p>" SCRIPT,
            challenge},
        {"<title>Just a moment...</title><noscript>Enable JavaScript and "
         "cookies to continue</noscript>" SCRIPT,
            challenge},
        {"<title>a.example</title><p>Please confirm you’re not a robot"
         "<div class=h-captcha></div>" SCRIPT,
            challenge},
        {"<title>Access Denied</title><h1>Access Denied</h1>You don't have "
         "permission to access \"http://a.example/\" on this server.",
            challenge},
        {"<title>a</title><iframe src=/captcha/x></iframe>" SCRIPT, challenge},
        {"<title>a</title><p>ロボットではないことを確認してください",
            challenge},
        {"<title>Before you continue</title><h1>Before you continue</h1>"
         "<p>We and our partners use cookies and data to deliver services."
         "<button>Accept all</button>",
            consent},
        {"<title>A</title><h1>A belongs to B</h1><p>When you use our pages, we "
         "use cookies. Cookies let us measure, and with more cookies we and "
         "our 243 partners show what you like, wherever you are, and learn "
         "from it what you may like next, if you let us.<form><button>Accept "
         "all</button><button>Reject all</button></form>",
            consent},
        {"<title>a</title><p id=cmsg>Please enable JS and disable any ad "
         "blocker</p>" SCRIPT,
            challenge},
        {"<title>Sign in</title><form><label>Name <input name=n></label>"
         "<label>Password <input type=password></label></form>",
            login},
        {"<title>A</title><p>You must be logged in to see this page.", login},
        {"<title>A</title><p>Bitte melde dich an, um fortzufahren.", login},
        {"<title>App</title><noscript>You need to enable JavaScript to run "
         "this app.</noscript><div id=root></div>" SCRIPT,
            script},
        {"<title>App</title><div id=root></div>" SCRIPT, script},
        {"<title>App</title><meta name=description content=Herons>", script},
        {"<title>A</title><p>Für diese Seite muss JavaScript aktiviert sein.",
            script},
        {"<title>A</title><article>" PARAS "<p>Subscribe to continue "
         "reading.</p></article>",
            pay},
        {"<title>A</title><article>" PARAS "<div class=offer>Il vous reste "
         "80 % de cet article à lire.</div></article>",
            pay},
        {LOCKED "<title>A</title><article>" LONG "</article>", pay},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf notes = notes_of(cases[i].html);
        if (!notes.ptr || !strstr(notes.ptr, cases[i].want))
            fail_msg("%.60s: %s", cases[i].html, notes.ptr);
        buf_done(&notes);
    }
}

static void
test_wall_may_be_far_from_an_article_that_is_not_free(void **state)
{
    struct buf notes =
        notes_of(DATA("{\"@type\": \"Article\", \"isAccessibleForFree\": "
                      "false}") "<title>A</title><article>" PARAS
                                "</article><div><p>Subscribe to read "
                                "on.</div>");
    (void)state;

    assert_non_null(notes.ptr);
    assert_non_null(strstr(notes.ptr, pay));
    buf_done(&notes);
}

static void
test_wall_is_no_page_that_speaks_of_walls(void **state)
{
    static const char *const cases[] = {
        "<title>A</title><p>Hello, world!",
        "<title>On JavaScript</title><article>" PARAS "<p>You need to enable "
        "JavaScript to run this app, it said.</article>" SCRIPT,
        "<title>Captcha</title><h1>Captcha</h1>" PARAS PARAS "<p>Verify you "
        "are human, it said.",
        "<title>A</title><form><input type=password>Log in to continue</form>"
        "<article>" LONG "</article>",
        "<title>A</title><article>" LONG "</article><p>Subscribe to continue "
        "reading our other articles.",
        "<title>A</title>" LOCKED "<article><div class='x paid y'>" LONG
        "</div></article>",
        "<title>A</title>" DATA(
            "{\"@type\": \"Article\", "
            "\"isAccessibleForFree\": true}") "<article>" PARAS "</article>",
        "<title>A</title><article>" PARAS
        "</article><div class=subscribe-modal>"
        "<p>Subscribe now to keep reading.</div>",
        "<title>A</title><main><article>" PARAS "</article></main><aside>"
        "<p>Subscribe to read our magazine.</aside>",
        "<title>A</title><h1>A</h1>" PARA "<p>You must be logged in to post a "
        "comment.",
        "<title>Contact</title><h1>Contact</h1><p>Write to us.<form><input>"
        "<div class=g-recaptcha></div><p>This site is protected by reCAPTCHA, "
        "and the policy of others applies to what you tell us here.</form>",
        "<title>Un momento</title><h1>Un momento</h1>" PARA PARA,
        "<title>Wine</title><p>Please confirm that you are of legal age, and "
        "we show you which wine goes with which cheese, and why it does so.",
        "<title>Baking</title><h1>Baking</h1>" PARAS "<div><p>We use cookies. "
        "Our cookies are good cookies.<button>Accept all</button></div>",
        "<title>Cookies</title><h1>Cookie settings of browsers</h1>" PARAS
            PARAS,
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf notes = notes_of(cases[i]);
        if (notes.len > 0)
            fail_msg("%.60s: %s", cases[i], notes.ptr);
        buf_done(&notes);
    }
}

#define BODY                                                                   \
    "The heron stood in the shallow water for most of the morning. Nobody on " \
    "the bridge dared to move. "
#define BODY4  BODY BODY BODY BODY
#define BODY16 BODY4 BODY4 BODY4 BODY4

static void
test_wall_shows_what_the_page_gives(void **state)
{
    static const struct {
        const char *html, *first, *second;
    } cases[] = {
        {"<title>App</title><meta name=description content='All of herons.'>"
         "<p>Please enable JavaScript.",
            "All of herons.", "Please enable JavaScript."},
        {"<title>App</title><meta property=og:description content='Herons.'>"
         "<div id=root></div>" SCRIPT,
            "Herons.", ""},
        {"<title>App</title><meta name=description content='Herons fly.'>"
         "<p>Herons fly. Please enable JavaScript.",
            "Herons fly. Please enable JavaScript.", ""},
        {"<title>A</title>" DATA("{\"@type\": \"NewsArticle\", \"articleBody\":"
                                 "\"First.\\n\\n" BODY16 "\"}") "Wait." SCRIPT,
            "First.", BODY16},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = read_page(cases[i].html);
        struct str texts[2] = {{0}, {0}};
        unsigned n = 0;
        for (block_ix b = 1; b < a->n_blocks; b++)
            if (a->blocks[b].kind == BLOCK_PARA && n < 2)
                texts[n++] = article_text(a, b);
        if (!str_eq(texts[0], str_of(cases[i].first)) ||
            !str_eq(texts[1], str_trim(str_of(cases[i].second))))
            fail_msg("%.60s: '%.*s', '%.*s'", cases[i].html, STR_ARG(texts[0]),
                STR_ARG(texts[1]));
        article_free(a);
    }
}

static void
test_wall_knows_where_a_page_without_text_leads(void **state)
{
    static const struct {
        const char *html, *want;
    } cases[] = {
        {"<meta http-equiv=refresh content='0; url=/x'>",
            "https://a.example/x"},
        {"<meta http-equiv=Refresh content=\"3;URL='http://e.example/ä'\">",
            "http://e.example/%C3%A4"},
        {"<meta http-equiv=refresh content='0,url = x'><p>This page has moved.",
            "https://a.example/b/x"},
        {"<meta http-equiv=refresh content='300; url=/x'>", ""},
        {"<meta http-equiv=refresh content='0'>", ""},
        {"<meta http-equiv=refresh content='0; url=c#d'>", ""},
        {"<meta http-equiv=refresh content='0; url=javascript:x()'>", ""},
        {"<meta http-equiv=refresh content='0; url=file:///etc/passwd'>", ""},
        {"<meta http-equiv=refresh content='0; url=/x'>" LONG, ""},
        {"<meta name=refresh content='0; url=/x'>", ""},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article *a = read_page(cases[i].html);
        if (!str_eq(article_fact(a, FACT_ELSEWHERE), str_of(cases[i].want)))
            fail_msg("%.70s: '%.*s'", cases[i].html,
                STR_ARG(article_fact(a, FACT_ELSEWHERE)));
        article_free(a);
    }
}

/*
 * Returns why html, that came with that failure, is not shown; "" if it is.
 */
static void
expect_failure(const char *html, const char *failure, const char *want)
{
    const struct parse_opts opts = {
        .type = SNIFF_HTML, .failure = str_of(failure)};
    struct err err = {0};
    char *filled = fill(html);
    struct article *a = parse_article(str_of(filled), &opts, &err);

    assert_string_equal(err.text, want);
    assert_int_equal(a == NULL, *want != '\0');
    article_free(a);
    free(filled);
}

static void
test_wall_explains_a_failure(void **state)
{
    (void)state;

    expect_failure("<title>Just a moment...</title><p>Verify you are human",
        "HTTP 403: no",
        "HTTP 403: the site wants proof that a person asks for this page; open "
        "it in a browser, or save it there and read the file");
    expect_failure("<title>Sign in</title>Password: <input type=password>",
        "HTTP 401: no",
        "HTTP 401: the site shows this page only after a log-in; open it in a "
        "browser, or save it there and read the file");
    expect_failure("<title>404</title><p>Not here", "HTTP 404: no such page",
        "HTTP 404: no such page");
    expect_failure("<title>404</title>" LONG, "HTTP 404: no such page",
        "HTTP 404: no such page");
    expect_failure(
        "<title>A</title><meta property=og:type content=article>" LONG,
        "HTTP 404: no such page", "");
    expect_failure("", "HTTP 500: no", "HTTP 500: no");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wall_is_told_by_what_walls_have_in_common),
        cmocka_unit_test(test_wall_may_be_far_from_an_article_that_is_not_free),
        cmocka_unit_test(test_wall_is_no_page_that_speaks_of_walls),
        cmocka_unit_test(test_wall_shows_what_the_page_gives),
        cmocka_unit_test(test_wall_knows_where_a_page_without_text_leads),
        cmocka_unit_test(test_wall_explains_a_failure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
