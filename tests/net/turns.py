# SPDX-License-Identifier: ISC
"""Paths of the server that are not the same the next time."""


def path_edition(r):
    """/edition/NAME?N: a page that changes once, after it was given N times;
    who has it as it is now is told so."""
    times = r.server.times[r.path] = r.server.times.get(r.path, 0) + 1
    is_new = times > int(r.path.partition("?")[2] or 1)
    tag = '"new"' if is_new else '"old"'
    if r.headers.get("if-none-match") == tag:
        r.head("304 Not Modified", ETag=tag)
        return
    news = "<h2>News</h2><p>" + "This was not here before. " * 30 + "</p>"
    parts = "".join(f"<h2>Part {i}</h2>" + f"<p>This is part {i}. " +
                    "It is long enough to be read. " * 30 for i in range(1, 9))
    r.page(f"<!doctype html><title>Herons</title><article><h1>Herons</h1>"
           f"{news if is_new else ''}{parts}</article>".encode(), ETag=tag)


def path_walled(r):
    """/walled/NAME: a page that wants a log-in the second time."""
    times = r.server.times[r.path] = r.server.times.get(r.path, 0) + 1
    if times == 1:
        text = "<p>This is a part of it, long enough to be read.</p>" * 30
    else:
        text = "<p>Please log in to continue reading this article.</p>"
    r.page(("<!doctype html><title>Herons</title><article><h1>Herons</h1>"
            f"{text}</article>").encode())


def path_once(r):
    """/once?NAME: a page that nobody gets a second time."""
    times = r.server.times[r.path] = r.server.times.get(r.path, 0) + 1
    if times == 1:
        r.page(b"<!doctype html><title>A page</title><article><h1>A page</h1><p>"
               b"This is the text of a page of the web, which is long enough to "
               b"be read as one.</p></article>")


def path_mortal(r):
    """/mortal/NAME: a feed that is there, gone, and there again."""
    if r.server.times.get(r.path, 0) == 1:
        r.server.times[r.path] = 2
        page = b"<!doctype html><p>" + b"There was a feed here. " * 99
        r.head("410 Gone", Content_Type="text/html", Content_Length=len(page))
        r.write(page)
    else:
        path_feed(r)


def path_feed(r):
    """/feed/NAME: a feed that has one entry more each time, after the first two."""
    times = r.server.times[r.path] = r.server.times.get(r.path, 0) + 1
    items = "".join(
        f"<item><title>Entry {i}</title><guid isPermaLink='false'>{i}</guid>"
        f"<content:encoded>The text of entry {i}.</content:encoded></item>"
        for i in range(times + 1, 0, -1))
    r.page(("<rss version='2.0' xmlns:content="
            "'http://purl.org/rss/1.0/modules/content/'><channel><title>"
            f"News</title><link>/</link>{items}</channel></rss>").encode(),
           "application/rss+xml")
