# SPDX-License-Identifier: ISC
"""Cases of run.py: feeds."""
import json

from cases import holds, same, titled, titles

FEED = """<rss><channel><title>Beans</title><link>https://beans.example/</link>
<item><title>Soaking</title><link>soak</link><pubDate>Sat, 05 Jul 2025 10:00:00
GMT</pubDate><description>A night is enough.</description></item>
<item><title>Salting</title><description>Salt the water.</description></item>
</channel></rss>
"""


def test_a_feed_is_written_as_the_list_of_its_entries(shell):
    shell.write("feed.xml", FEED)
    status, out, err = shell.run("feed.xml")
    same((status, err), (0, ""))
    holds(out, "Soaking\n───────\n\n2025-07-05\n\nA night is enough.\n")
    _, out, _ = shell.run("--format=markdown", "feed.xml")
    holds(out, "## [Soaking](https://beans.example/soak)\n")
    _, out, _ = shell.run("--toc", "feed.xml")
    same(out, "1 Soaking\n2 Salting\n")


def test_a_feed_in_json_is_an_object_of_its_own(shell):
    shell.write("feed.xml", FEED)
    _, out, _ = shell.run("--format=json", "feed.xml")
    same(json.loads(out), {
        "title": "Beans", "url": "https://beans.example/", "entries": [
            {"title": "Soaking", "url": "https://beans.example/soak",
             "published": "2025-07-05", "byline": None,
             "excerpt": "A night is enough."},
            {"title": "Salting", "url": None, "published": None,
             "byline": None, "excerpt": "Salt the water."}]})


def test_a_section_of_a_feed_is_an_entry(shell):
    shell.write("feed.xml", FEED)
    for name in ("2", "salting", "Sal"):
        status, out, err = shell.run("--section=" + name, "feed.xml")
        same((status, err), (0, ""))
        holds(out, "Salting\n═══════\n")
        holds(out, "Salt the water.\n")
    status, out, err = shell.run("--section=7", "feed.xml")
    same((status, out), (1, ""))
    holds(err, "--toc lists them")


def test_without_the_web_an_entry_is_what_the_feed_has(shell):
    shell.write("feed.xml", FEED)
    status, out, err = shell.run("--offline", "--section=1", "feed.xml")
    same(status, 0)
    holds(out, "A night is enough.\n")
    holds(err, "'https://beans.example/soak': only what the feed has of this")


def test_a_feed_has_no_neighbors(shell):
    shell.write("feed.xml", FEED)
    status, out, err = shell.run("--next", "feed.xml")
    same((status, out), (1, ""))
    holds(err, "a feed has no next article")


def test_a_feed_comes_from_standard_input(shell):
    status, out, err = shell.run("-", stdin=FEED.encode())
    same((status, err), (0, ""))
    holds(out, "Soaking\n")


def test_a_feed_stands_among_other_sources(shell):
    shell.write("a.md", titled("One"))
    shell.write("feed.xml", FEED)
    status, out, err = shell.run("--format=json", "a.md", "feed.xml", "a.md")
    same((status, err), (0, ""))
    same(titles(out), ["One", "Beans"])
    _, out, _ = shell.run("a.md", "feed.xml")
    holds(out, "The text of One.\n")
    holds(out, "Salt the water.\n")


def test_what_is_said_to_be_a_feed_and_is_none_is_a_failure(shell):
    shell.write("a.md", "# No feed\n")
    status, out, err = shell.run("--type=feed", "a.md")
    same((status, out), (1, ""))
    holds(err, "this is no feed")
    shell.write("a.html", "<!doctype html><title>No feed</title><p>Text.")
    status, out, err = shell.run("--type=feed", "a.html")
    same((status, out), (1, ""))
    holds(err, "this is a page, no feed; --feed takes the one that it names")
    status, out, err = shell.run("--feed", "a.md")
    same((status, out), (1, ""))
    holds(err, "this page names no feed")
