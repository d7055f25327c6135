/* SPDX-License-Identifier: ISC */
/*
 * Tests of parse/bookmarks.h.
 */
#include "parse/bookmarks.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Returns an entry a line: id, title, tags, date and excerpt, owned. */
static char *
read_all(struct str text)
{
    struct buf out = {0};
    struct err err = {0};
    struct feed *f = bookmarks_parse(text, &err);

    buf_end(&out);
    if (!f)
        buf_add_text(&out, err.text);
    for (feed_ix e = 0; f && e < f->n_entries; e++) {
        static const enum feed_entry_fact facts[] = {FEED_ENTRY_ID,
            FEED_ENTRY_TITLE, FEED_ENTRY_BYLINE, FEED_ENTRY_PUBLISHED,
            FEED_ENTRY_EXCERPT};
        for (size_t i = 0; i < 5; i++)
            buf_add_format(&out, "%s%.*s", i > 0 ? "|" : "",
                STR_ARG(feed_entry_fact(f, e, facts[i])));
        buf_add_char(&out, '\n');
    }
    for (uint32_t i = 0; f && i < f->n_notes; i++)
        buf_add_format(&out, "(%.*s)\n", STR_ARG(feed_note(f, i)));
    if (f)
        assert_true(feed_check(f, &err));
    feed_free(f);
    return buf_take(&out);
}

static void
expect(const char *text, const char *want)
{
    char *got = read_all(str_of(text));

    assert_string_equal(got, want);
    free(got);
}

static void
test_bookmarks_of_browsers_are_read(void **state)
{
    (void)state;
    expect(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n"
        "<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>\n"
        "<DL><p>\n"
        "    <DT><A HREF=\"https://a.org/?x=1&amp;y\" ADD_DATE=\"1720000000\""
        " TAGS=\"one,two words\">First &amp; &#8220;best&#8221;</A>\n"
        "    <DD>What it is about\n"
        "    <DT><H3 ADD_DATE=\"1\">Folder</H3>\n"
        "    <DL><p>\n"
        "        <DT><A HREF=\"http://b.org/\">Second</A>\n"
        "        <DT><A HREF=\"javascript:alert(1)\">A script</A>\n"
        "        <DT><A HREF=\"place:x\" "
        "FEEDURL=\"http://c.org/rss\">News</A>\n"
        "    </DL><p>\n"
        "    <DT><A HREF=\"http://d.org/\">Last</A>\n"
        "</DL><p>\n",
        "page https://a.org/?x=1&y|First & \xE2\x80\x9C"
        "best\xE2\x80\x9D|one, two words|2024-07-03T09:46:40Z|"
        "What it is about\n"
        "page http://b.org/|Second|Folder||\n"
        "feed http://c.org/rss|News|Folder||\n"
        "page http://d.org/|Last|||\n"
        "(left out, as it is no address of the web: 'javascript:alert(1)')\n");
}

static void
test_bookmarks_of_pocket_are_read(void **state)
{
    (void)state;
    expect("<!DOCTYPE html><html><head><title>Pocket Export</title></head>"
           "<body><h1>Unread</h1><ul><li><a href=\"http://a.org/\""
           " time_added=\"1720000000\" tags=\"x,y\">One</a></li></ul>"
           "<h1>Read Archive</h1><ul><li><a href=\"http://b.org/\">Two</a>"
           "</li></ul></body></html>",
        "page http://a.org/|One|x, y|2024-07-03T09:46:40Z|\n"
        "done http://b.org/|Two|||\n");
    expect("title,url,time_added,tags,status\r\n"
           "\"One, and \"\"more\"\"\",http://a.org/,1720000000,x|y z,unread\r\n"
           "http://b.org/,http://b.org/,1720000001,,archive\r\n",
        "page http://a.org/|One, and \"more\"|x, y z|2024-07-03T09:46:40Z|\n"
        "done http://b.org/|http://b.org/||2024-07-03T09:46:41Z|\n");
}

static void
test_bookmarks_of_instapaper_are_read(void **state)
{
    (void)state;
    expect("URL,Title,Selection,Folder,Timestamp,Tags\n"
           "http://a.org/,One,\"a line\nand another\",Unread,1720000000,"
           "\"[\"\"x\"\",\"\"y\"\"]\"\n"
           "http://b.org/,Two,,Archive,1720000000,[]\n"
           "http://c.org/,Three,,Recipes,1720000000,[]\n"
           "http://d.org/,Four,,Starred,1720000000,[]\n",
        "page http://a.org/|One|x, y|2024-07-03T09:46:40Z|"
        "a line and another\n"
        "done http://b.org/|Two||2024-07-03T09:46:40Z|\n"
        "page http://c.org/|Three|Recipes|2024-07-03T09:46:40Z|\n"
        "star http://d.org/|Four||2024-07-03T09:46:40Z|\n");
    expect("<!DOCTYPE html>\n<html><head><title>Instapaper: Export</title>"
           "</head><body><h1>Unread</h1><ol><li><a href=\"http://a.org/\">"
           "One</a></li></ol>\n<h1>Archive</h1><ol><li>"
           "<a href=\"http://b.org/\">Two</a></li></ol><h1>Starred</h1><ol><li>"
           "<a href=\"http://c.org/\">Three</a></li></ol><h1>My own</h1>"
           "<ol><li><a href=\"http://d.org/\">Four</a></ol></body></html>",
        "page http://a.org/|One|||\n"
        "done http://b.org/|Two|||\n"
        "star http://c.org/|Three|||\n"
        "page http://d.org/|Four|My own||\n");
}

static void
test_bookmarks_of_opml_are_subscriptions(void **state)
{
    (void)state;
    expect("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head><title>T"
           "</title></head><body>\n"
           "<outline text=\"News\"><outline type=\"rss\" text=\"A\""
           " xmlUrl=\"http://a.org/feed\" htmlUrl=\"http://a.org/\"/>\n"
           "<outline text=\"Sub\"><outline title=\"B\" xmlurl=\"b.org/feed\"/>"
           "<outline title=\"C\" xmlUrl=\"http://c.org/feed\"/></outline>"
           "</outline>\n"
           "<outline type=\"link\" text=\"D\" url=\"http://d.org/\"/>\n"
           "</body></opml>",
        "feed http://a.org/feed|A|News||\n"
        "feed http://c.org/feed|C|News, Sub||\n"
        "page http://d.org/|D|||\n"
        "(left out, as it is no address of the web: 'b.org/feed')\n");
}

static void
test_bookmarks_are_lines_of_addresses(void **state)
{
    (void)state;
    expect("# my list\n\n  http://a.org/ with a title \nno address\n"
           "https://b.org/\n",
        "page http://a.org/|with a title|||\n"
        "page https://b.org/||||\n"
        "(left out, as it is no address of the web: 'no address')\n");
    expect("<https://a.org/>\n- [One](http://b.org/1), (http://c.org/x_(y)).\n",
        "page https://a.org/||||\n"
        "page http://b.org/1||||\n"
        "page http://c.org/x_(y)||||\n");
}

static void
test_bookmarks_name_what_they_leave_out_and_count_the_rest(void **state)
{
    struct buf text = {0}, want = {0};
    (void)state;

    buf_add_text(&text, "http://a.org/\nftp://me:secret@b.org/x\n");
    buf_add_text(&want, "page http://a.org/||||\n"
                        "(left out, as it is no address of the web: "
                        "'ftp://b.org/x')\n");
    for (int i = 0; i < 12; i++)
        buf_add_format(&text, "n%d\n", i);
    for (int i = 0; i < 9; i++)
        buf_add_format(
            &want, "(left out, as it is no address of the web: 'n%d')\n", i);
    buf_add_text(&want, "(left out 3 more that are no addresses of the web)\n");
    expect(text.ptr, want.ptr);
    buf_done(&text);
    buf_done(&want);
}

static void
test_bookmarks_that_are_none_are_refused(void **state)
{
    (void)state;
    expect("", "there is no address in it");
    expect("hello", "there is no address in it");
    expect("<html><p>hello</html>", "there is no address in it");
    expect("title,url\nx,y\n", "there is no address in it");
}

static void
test_bookmarks_of_hostile_files_take_linear_time(void **state)
{
    static const char *const pieces[] = {"<DT><A HREF=\"http://a.org/\">x",
        "<outline text=\"x\">", "<dl><h3>x", "<", "<a href=\"", "\"\"", ",",
        "&amp", "<a href=http://a/ tags=\",,,,\">", "url,url,", "<![CDATA[",
        "<!--", "&#0;"};
    (void)state;

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct buf text = {0};
        buf_add_text(&text, i % 2 ? "<x>" : "url,");
        while (text.len < 400000)
            buf_add_text(&text, pieces[i]);
        free(read_all(buf_str(&text)));
        buf_done(&text);
    }
    expect("url,title\nhttp://a.org/,\"never closed\n",
        "page http://a.org/|never closed|||\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bookmarks_of_browsers_are_read),
        cmocka_unit_test(test_bookmarks_of_pocket_are_read),
        cmocka_unit_test(test_bookmarks_of_instapaper_are_read),
        cmocka_unit_test(test_bookmarks_of_opml_are_subscriptions),
        cmocka_unit_test(test_bookmarks_are_lines_of_addresses),
        cmocka_unit_test(
            test_bookmarks_name_what_they_leave_out_and_count_the_rest),
        cmocka_unit_test(test_bookmarks_that_are_none_are_refused),
        cmocka_unit_test(test_bookmarks_of_hostile_files_take_linear_time),
    };

    utf8_start();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
