# SPDX-License-Identifier: ISC
"""Feeds that would make a careless program slow, as in attacks.py. Names begin
with feed_.
"""
from attacks import at_size, times


def channel(inside):
    return f"<rss><channel><title>a</title>{inside}</channel></rss>"


@at_size(4000)
def feed_entries(n):
    return channel(times("<item><title>a #</title><link>https://a/#</link>"
                         "<description>&lt;p&gt;b</description></item>", n))


@at_size(4000)
def feed_entries_with_one_id(n):
    return channel("<item><title>a</title><guid>b</guid></item>" * (n // 2) +
                   times("<item><title>#</title><guid>b</guid></item>", n // 2))


@at_size(20000)
def feed_bare_ampersands(n):
    return channel("<item><title>a</title><description>" + "& " * n)


@at_size(40000)
def feed_unclosed_comments(n):
    return channel("<item><title>a</title>" + "<!-- <![CDATA[ <? <!a [" * n)


@at_size(20000)
def feed_tags_that_are_never_closed(n):
    return channel("<item><title>a</title><description>&" + "<b><i>c" * n)


@at_size(40000)
def feed_ends_of_nothing(n):
    return channel("&" + "<a>" * 1000 + "</b>" * n)


@at_size(20000)
def feed_quotes_without_an_end(n):
    return channel("&" + "<a b='c>" * n)


@at_size(20000)
def feed_attributes(n):
    return channel("&<a" + times(" b#='c'", n) + ">")


@at_size(20000)
def feed_prefixes(n):
    return ("<rss" + times(" xmlns:a#='b'", n) + "><title>a</title>" +
            "<c:d/>" * n + "</rss>")


@at_size(2000)
def feed_bases_in_bases(n):
    return ("<feed><title>a</title>" + "<link xml:base='a/'>" * n +
            "</link>" * n + "</feed>")


@at_size(4000)
def feed_titles_full_of_tags(n):
    return channel(("<item><title>" + "&lt;b&gt;" * 200 +
                    "</title></item>") * (n // 100))


@at_size(20000)
def feed_names(n):
    return channel("<item><title>a</title>" +
                   times("<author>Ann # Lee</author>", n) + "</item>")


@at_size(20000)
def feed_sounds(n):
    return channel("<item><title>a</title>" +
                   times("<enclosure url='https://a/#.mp3'/>", n) + "</item>")


@at_size(20000)
def feed_json_items(n):
    return ('{"version": "https://jsonfeed.org/version/1", "items": [' +
            times('{"id": "#", "content_text": "a"},', n // 10) + "{}]}")


@at_size(40000)
def feed_json_cut_off(n):
    return ('{"version": "https://jsonfeed.org/version/1", "items": [' +
            '{"id": "1", "title": "a"}, {"a": ' + "[" * 60 + '"b", ' * n)
