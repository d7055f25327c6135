/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/syndication.h.
 */
#include "parse/syndication.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "model/wording.h"

#include <limits.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int
start(void **state)
{
    (void)state;
    return utf8_start() ? 0 : -1;
}

#define assert_str(s, text)                                                    \
    do {                                                                       \
        struct str got_ = (s);                                                 \
        assert_int_equal(got_.len, strlen(text));                              \
        assert_memory_equal(got_.ptr, text, got_.len);                         \
    } while (0)

static struct feed *
parse_at(const char *text, const char *base_url)
{
    const struct syndication_opts opts = {.base_url = str_of(base_url)};
    struct err err = {0};
    struct feed *f = syndication_parse(str_of(text), &opts, &err);

    if (!f)
        fail_msg("%s", err.text);
    assert_true(feed_check(f, &err));
    return f;
}

/* Makes the feed of a channel of RSS. */
static struct feed *
parse_channel(const char *inside)
{
    struct buf text = {0};

    buf_add_format(&text,
        "<rss version='2.0'><channel><title>T</title>"
        "<link>https://a.example/</link>%s</channel></rss>",
        inside);
    struct feed *f = parse_at(text.ptr, NULL);
    buf_done(&text);
    return f;
}

static struct str
fact(const struct feed *f, enum feed_entry_fact which)
{
    assert_int_not_equal(f->n_entries, 0);
    return feed_entry_fact(f, 0, which);
}

static void
test_syndication_refuses_what_is_no_feed(void **state)
{
    static const char *const texts[] = {"", "words", "<a>b</a>", "<rss/>", "{}",
        "{\"items\": 3}", "{\"items\": [", "<html><p>x</p></html>", "&", "<"};
    static const struct syndication_opts opts = {0};
    (void)state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct err err = {0};
        assert_null(syndication_parse(str_of(texts[i]), &opts, &err));
        assert_int_equal(err.code, ERR_BAD_DATA);
    }
    struct str huge = {mem_alloc_zero(INT_MAX / 8 + 1, 1), INT_MAX / 8 + 1};
    struct err err = {0};
    assert_null(syndication_parse(huge, &opts, &err));
    assert_int_equal(err.code, ERR_TOO_LARGE);
    free((char *)huge.ptr);
}

static void
test_syndication_reads_an_empty_feed(void **state)
{
    struct feed *f = parse_channel("");
    (void)state;

    assert_int_equal(f->n_entries, 0);
    assert_int_equal(f->n_notes, 0);
    assert_str(feed_fact(f, FEED_SITE), "https://a.example/");
    feed_free(f);
}

static void
test_syndication_sees_addresses_from_the_nearest_base(void **state)
{
    (void)state;
    struct feed *f =
        parse_at("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/x/'>"
                 "<title>T</title><entry xml:base='y/'><title>E</title>"
                 "<link href='e'/><content type='html' xml:base='z/'>"
                 "&lt;a href='q'&gt;q&lt;/a&gt;</content></entry></feed>",
            "https://a.example/feed");
    struct err err;

    assert_str(feed_fact(f, FEED_URL), "https://a.example/feed");
    assert_str(fact(f, FEED_ENTRY_URL), "https://a.example/x/y/e");
    struct article *a = feed_article(f, 0, &err);
    assert_str(article_link(a, 0), "https://a.example/x/y/z/q");
    article_free(a);
    feed_free(f);
}

static void
test_syndication_sees_addresses_from_the_site_without_a_base(void **state)
{
    struct feed *f = parse_channel("<item><title>E</title><link>/e</link>"
                                   "<description>&lt;img src='p.png'&gt; words"
                                   "</description></item>");
    struct err err;
    (void)state;

    assert_str(fact(f, FEED_ENTRY_URL), "https://a.example/e");
    struct article *a = feed_article(f, 0, &err);
    assert_str(article_link(a, 0), "https://a.example/p.png");
    article_free(a);
    feed_free(f);
}

static void
test_syndication_knows_words_by_what_their_prefix_stands_for(void **state)
{
    (void)state;
    struct feed *f = parse_at(
        "<rss xmlns:x='http://purl.org/dc/elements/1.1/' "
        "xmlns:dc='urn:none'><channel><title>T</title><item>"
        "<dc:creator>Nobody</dc:creator><x:creator>Ada Rowan</x:creator>"
        "</item></channel></rss>",
        NULL);

    /* An entry that says nothing but who wrote it is none. */
    assert_int_equal(f->n_entries, 0);
    feed_free(f);
    f = parse_at("<rss xmlns:x='http://purl.org/dc/elements/1.1/' "
                 "xmlns:dc='urn:none'><channel><title>T</title><item>"
                 "<title>E</title><dc:creator>Nobody</dc:creator>"
                 "<x:creator>Ada Rowan</x:creator></item></channel></rss>",
        NULL);
    assert_str(fact(f, FEED_ENTRY_BYLINE), "Ada Rowan");
    feed_free(f);
}

static void
test_syndication_takes_no_part_of_a_picture_for_that_of_the_feed(void **state)
{
    (void)state;
    struct feed *f = parse_at(
        "<rss><channel><image><title>Logo</title><link>https://l/</link>"
        "</image><title>T</title><link>https://a.example/</link>"
        "</channel></rss>",
        NULL);

    assert_str(feed_fact(f, FEED_TITLE), "T");
    assert_str(feed_fact(f, FEED_SITE), "https://a.example/");
    feed_free(f);
}

static void
test_syndication_tells_whole_contents_from_beginnings(void **state)
{
    static const struct {
        const char *entry;
        bool is_whole;
    } cases[] = {
        {"<content:encoded>All of it.</content:encoded>", true},
        {"<content:encoded>It goes on\xE2\x80\xA6</content:encoded>", false},
        {"<content:encoded>It goes on [...]</content:encoded>", false},
        {"<content:encoded>&lt;p&gt;A.&lt;/p&gt;&lt;a "
         "href='https://a.example/e#more'&gt;Weiter&lt;/a&gt;"
         "</content:encoded>",
            false},
        {"<content:encoded>&lt;a href='https://a.example/e'&gt;This&lt;/a&gt; "
         "appeared first here.</content:encoded>",
            true},
        {"<description>Only a summary.</description>", false},
        {"<description>Only a summary.</description>"
         "<enclosure url='https://a.example/e.mp3'/>",
            true},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf item = {0};
        buf_add_format(&item,
            "<item><title>E</title><link>https://a.example/e</link>%s</item>",
            cases[i].entry);
        struct feed *f = parse_channel(item.ptr);
        if (feed_is_whole(f, 0) != cases[i].is_whole)
            fail_msg("%s", cases[i].entry);
        feed_free(f);
        buf_done(&item);
    }
}

static void
test_syndication_takes_a_long_summary_for_the_whole(void **state)
{
    struct buf item = {0};
    (void)state;

    buf_add_text(&item, "<item><title>E</title><link>/e</link><description>");
    for (int i = 0; i < 200; i++)
        buf_add_text(&item, "word ");
    buf_add_text(&item, "end.</description></item>");
    struct feed *f = parse_channel(item.ptr);
    assert_true(feed_is_whole(f, 0));
    feed_free(f);
    buf_done(&item);
}

static void
test_syndication_finds_names_in_what_rss_calls_an_author(void **state)
{
    static const struct {
        const char *author, *want;
    } cases[] = {
        {"ann@a.example (Ann Lee)", "Ann Lee"},
        {"Ann Lee &lt;ann@a.example&gt;", "Ann Lee"},
        {"ann@a.example", ""},
        {"By Ann Lee", "Ann Lee"},
        {"Ann &amp;amp; Ben", "Ann & Ben"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf item = {0};
        buf_add_format(&item,
            "<item><title>E</title><author>%s</author></item>",
            cases[i].author);
        struct feed *f = parse_channel(item.ptr);
        assert_str(fact(f, FEED_ENTRY_BYLINE), cases[i].want);
        feed_free(f);
        buf_done(&item);
    }
}

static void
test_syndication_reads_broken_feeds_and_says_so(void **state)
{
    struct feed *f =
        parse_channel("<item><title>Salt & pepper</title><description>"
                      "a&nbsp;b <br> c</description><item><title>Two</item>");
    (void)state;

    assert_int_equal(f->n_entries, 2);
    assert_int_equal(f->n_notes, 1);
    assert_str(feed_label(f, 0), "Salt & pepper");
    assert_str(feed_label(f, 1), "Two");
    assert_str(fact(f, FEED_ENTRY_EXCERPT), "a\xC2\xA0"
                                            "b c");
    feed_free(f);
}

static void
test_syndication_defines_no_entities(void **state)
{
    (void)state;
    struct feed *f =
        parse_at("<!DOCTYPE rss [<!ENTITY a 'bomb'><!ENTITY b '&a;&a;&a;'>]>"
                 "<rss><channel><title>T&b;</title></channel></rss>",
            NULL);

    assert_str(feed_fact(f, FEED_TITLE), "T&b;");
    assert_int_equal(f->n_notes, 0);
    feed_free(f);
}

/*
 * Returns the entries of a feed in JSON: labels and texts, each on a line.
 */
static char *
entries_of(const char *json)
{
    struct buf out = {0};
    struct feed *f = parse_at(json, NULL);

    for (feed_ix e = 0; e < f->n_entries; e++) {
        struct err err;
        struct article *a = feed_article(f, e, &err);
        buf_add_str(&out, feed_label(f, e));
        buf_add_char(&out, '\n');
        if (a)
            wording_add(a, &out);
        article_free(a);
    }
    assert_int_equal(f->n_notes, 1);
    buf_end(&out);
    feed_free(f);
    return buf_take(&out);
}

static void
test_syndication_reads_json_that_is_broken_as_far_as_it_goes(void **state)
{
#define START                                                                  \
    "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"T\", "
    static const struct {
        const char *name, *json, *want;
    } cases[] = {
        {"cut before the entries", START, ""},
        {"cut in a key",
            START "\"items\": [{\"id\": \"1\", \"title\": \"a } b\"}, {\"ti",
            "a } b\n"},
        {"cut in a text",
            START "\"items\": [{\"title\": \"A\", \"content_text\": \"b \\\"c",
            "A\nb \"c\n"},
        {"cut in an escape",
            START "\"items\": [{\"title\": \"A\", \"content_text\": \"b c\\u00",
            "A\nb c\n"},
        {"cut between the halves of a character",
            START "\"items\": [{\"title\": \"A\", \"content_text\": \"b "
                  "c\\ud83d",
            "A\nb c\n"},
        {"cut in an address",
            START "\"items\": [{\"title\": \"A\", \"url\": \"http", "A\n"},
        {"cut in a number", START "\"items\": [{\"title\": \"A\", \"id\": 12",
            "A\n"},
        {"cut behind a comma",
            START "\"items\": [{\"title\": \"A\"}, {\"title\": \"B\"},",
            "A\nB\n"},
        {"line end in a text",
            START "\"items\": [{\"title\": \"A\nb\"}, {\"title\": \"B\"}]}",
            "A b\nB\n"},
        {"no comma",
            START "\"items\": [{\"title\": \"A\"} {\"title\": \"B\"}]}", "A\n"},
        {"quote in a text",
            START
            "\"items\": [{\"title\": \"A\"}, {\"title\": \"B \"c\" d\"}]}",
            "A\nB\n"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *got = entries_of(cases[i].json);
        if (strcmp(got, cases[i].want) != 0)
            fail_msg("%s: got '%s'", cases[i].name, got);
        free(got);
    }
#undef START
}

static void
test_syndication_reads_json_of_both_versions(void **state)
{
    (void)state;
    struct feed *f = parse_at(
        "{\"title\": \"T\", \"author\": {\"name\": \"Ann\"}, \"items\": ["
        "{\"id\": 5, \"external_url\": \"https://b.example/\", "
        "\"summary\": \"S\", \"attachments\": [{\"url\": "
        "\"https://b.example/a.mp3\", \"mime_type\": \"audio/mpeg\"}]},"
        "3, {\"id\": 6, \"title\": \"U\", \"authors\": [{\"name\": "
        "\"Ben\"}]}]}",
        NULL);

    assert_int_equal(f->n_entries, 2);
    assert_str(feed_key(f, 0), "5");
    assert_str(fact(f, FEED_ENTRY_URL), "https://b.example/");
    assert_str(fact(f, FEED_ENTRY_BYLINE), "Ann");
    assert_true(feed_is_whole(f, 0));
    assert_str(feed_entry_fact(f, 1, FEED_ENTRY_BYLINE), "Ben");
    feed_free(f);
}

static void
test_syndication_reads_ten_thousand_entries(void **state)
{
    struct buf items = {0};
    (void)state;

    for (int i = 0; i < 10000; i++)
        buf_add_format(&items,
            "<item><title>E%d</title><link>/%d</link>"
            "<description>&lt;p&gt;Words of %d.&lt;/p&gt;</description></item>",
            i, i, i);
    struct feed *f = parse_channel(items.ptr);
    assert_int_equal(f->n_entries, 10000);
    assert_str(feed_label(f, 9999), "E9999");
    feed_free(f);
    buf_done(&items);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syndication_refuses_what_is_no_feed),
        cmocka_unit_test(test_syndication_reads_an_empty_feed),
        cmocka_unit_test(test_syndication_sees_addresses_from_the_nearest_base),
        cmocka_unit_test(
            test_syndication_sees_addresses_from_the_site_without_a_base),
        cmocka_unit_test(
            test_syndication_knows_words_by_what_their_prefix_stands_for),
        cmocka_unit_test(
            test_syndication_takes_no_part_of_a_picture_for_that_of_the_feed),
        cmocka_unit_test(test_syndication_tells_whole_contents_from_beginnings),
        cmocka_unit_test(test_syndication_takes_a_long_summary_for_the_whole),
        cmocka_unit_test(
            test_syndication_finds_names_in_what_rss_calls_an_author),
        cmocka_unit_test(test_syndication_reads_broken_feeds_and_says_so),
        cmocka_unit_test(test_syndication_defines_no_entities),
        cmocka_unit_test(
            test_syndication_reads_json_that_is_broken_as_far_as_it_goes),
        cmocka_unit_test(test_syndication_reads_json_of_both_versions),
        cmocka_unit_test(test_syndication_reads_ten_thousand_entries),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
