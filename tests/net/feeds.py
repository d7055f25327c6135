# SPDX-License-Identifier: ISC
"""What gutread does with feeds of the web, one function a promise."""
import json

from pages import play

RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Herons</title><link>/</link>
<item><title>Whole</title><link>whole</link>
<content:encoded>&lt;p&gt;All that there is to read.&lt;/p&gt;</content:encoded>
</item>
<item><title>Short</title><link>../page</link>
<description>Only a beginning of it.</description></item>
<item><title>Gone</title><link>../status/404</link>
<description>What is left of it.</description></item>
</channel></rss>"""
ATOM = (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Storks</title>"
        b"<entry><title>One</title><id>1</id></entry></feed>")
PAGE = (b"<!doctype html><title>Birds</title>%s<body><article><h1>Birds</h1>"
        b"<p>This page is about birds, and long enough to be read as one.</p>"
        b"</article>")


def put(net, name, body, type="application/rss+xml"):
    """Puts a page on the server; returns its address."""
    net.web.texts[name] = (type, body)
    return net.url("text/" + name)


def put_page(net, *links):
    """Puts a page that names feeds; each link is a type, an address and a
    title."""
    head = "".join(f"<link rel=alternate type='{type}' href='{href}' "
                   f"title='{title}'>" for type, href, title in links)
    return put(net, "page", PAGE % head.encode(), "text/html")


def title_of(net, *args):
    """Returns the title of the feed that gutread finds."""
    status, output, messages = net.read("--format=json", *args)
    assert (status, messages) == (0, ""), (args, messages)
    feed = json.loads(output)
    assert "entries" in feed, feed
    return feed["title"]


def test_a_feed_opens_by_its_address(net):
    status, output, messages = net.read(
        "--format=json", put(net, "feed", RSS))
    feed = json.loads(output)
    assert (status, messages) == (0, ""), messages
    assert feed["url"] == net.url("text/feed"), feed
    urls = [entry["url"] for entry in feed["entries"]]
    assert urls == [net.url("text/whole"), net.url("page"),
                    net.url("status/404")], urls


def test_a_feed_is_one_whatever_the_server_calls_it(net):
    for type in ("text/html", "text/plain", "application/xml", "text/xml",
                 "application/atom+xml", "application/octet-stream", ""):
        assert title_of(net, put(net, "feed", RSS, type)) == "Herons", type
    assert title_of(net, put(net, "feed", b"\n junk " + RSS)) == "Herons"


def test_a_page_that_is_called_a_feed_is_a_page(net):
    status, output, messages = net.read(
        put(net, "feed", PAGE % b"", "application/rss+xml"))
    assert (status, messages) == (0, ""), messages
    assert "about birds" in output, output


def test_a_page_names_its_feed(net):
    put(net, "storks", ATOM)
    page = put_page(net, ("application/atom+xml", "/text/storks", "Posts"))
    assert title_of(net, "--feed", page) == "Storks"
    status, output, _ = net.read(page)
    assert status == 0 and "about birds" in output, output


def test_the_feed_of_the_posts_goes_before_that_of_the_comments(net):
    put(net, "storks", ATOM)
    put(net, "comments", RSS)
    page = put_page(net, ("application/rss+xml", "comments", "All talk"),
                    ("text/css", "style", "Style"),
                    ("application/rss+xml", "storks", "Posts"))
    assert title_of(net, "--feed", page) == "Storks"
    page = put_page(net, ("application/rss+xml", "comments", "All talk"))
    assert title_of(net, "--feed", page) == "Herons"


def test_a_feed_that_is_no_address_of_the_web_is_passed_over(net):
    put(net, "storks", ATOM)
    page = put_page(net, ("application/rss+xml", "javascript:x", "Posts"),
                    ("application/rss+xml", "file:///etc/feed", "Posts"),
                    ("application/rss+xml", "storks", "Posts"))
    assert title_of(net, "--feed", page) == "Storks"


def test_with_feed_a_feed_is_itself(net):
    assert title_of(net, "--feed", put(net, "feed", RSS)) == "Herons"


def test_a_file_names_a_feed_of_the_web(net):
    put_page(net, ("application/rss+xml", put(net, "feed", RSS), "Posts"))
    page = net.folder / "page.html"
    page.write_bytes(net.web.texts["page"][1])
    assert title_of(net, "--feed", str(page)) == "Herons"
    assert title_of(net, "--feed", "--type=html", str(page)) == "Herons"


def test_it_is_said_why_there_is_no_feed(net):
    status, output, messages = net.read("--feed", put_page(net))
    assert (status, output) == (1, "")
    assert "this page names no feed" in messages, messages
    put(net, "other", PAGE % b"", "text/html")
    page = put_page(net, ("application/rss+xml", "other", ""))
    status, output, messages = net.read("--feed", page)
    assert (status, output) == (1, "")
    assert "the feed that it names, 'http://W/text/other': this is no feed" \
        in messages, messages
    page = put_page(net, ("application/rss+xml", "/status/500", ""))
    status, _, messages = net.read("--feed", page)
    assert status == 1, messages
    assert "it names, 'http://W/status/500': HTTP 500" in messages, messages


def test_an_entry_is_read_from_the_feed_or_from_its_page(net):
    feed = put(net, "feed", RSS)
    status, output, messages = net.read("--section=Whole", feed)
    assert (status, messages) == (0, ""), messages
    assert "All that there is to read." in output, output
    status, output, messages = net.read("--section=2", feed)
    assert (status, messages) == (0, ""), messages
    assert "long enough to be read" in output, output


def test_what_is_said_of_a_feed_is_not_said_of_the_pages_of_its_entries(net):
    put(net, "feed", RSS)
    page = put_page(net, ("application/rss+xml", "feed", "Herons"))
    other = put(net, "other", b"<rss version='2.0'><channel><item><title>Entry"
                b"</title><link>%s</link></item></channel></rss>"
                % page.encode())
    for option in "--type=feed", "--feed":
        status, output, messages = net.read(option, "--section=1", other)
        assert (status, messages) == (0, ""), (option, messages)
        assert "long enough to be read" in output, (option, output)


def test_what_the_feed_has_is_shown_where_the_page_cannot_be_had(net):
    feed = put(net, "feed", RSS)
    status, output, messages = net.read("--section=Gone", feed)
    assert status == 0 and "What is left of it." in output, output
    assert "only what the feed has of this is shown: HTTP 404" in messages, \
        messages


SCREEN = """
# A feed of the web is read through.
size 80x24
run gutread --feed {web}text/page
wait "Herons"
wait "Only a beginning of it."
keys <Enter>
wait "All that there is to read."
keys J
wait "long enough to be read"
wait "Next: Gone"
keys J
wait "What is left of it."
wait "only what the feed has of it: HTTP 404"
keys q
wait "3 of 3"
keys q
exit 0
restored
"""


def test_the_screen_reads_on_through_a_feed(net):
    put(net, "feed", RSS)
    put_page(net, ("application/rss+xml", "feed", "Posts"))
    play(net, SCREEN)
