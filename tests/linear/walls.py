# SPDX-License-Identifier: ISC
"""Attacks on what finds out that a page keeps its article to itself, and what
it is called; see attacks.py."""
from attacks import at_size, times


@at_size(10000)
def html_parts_that_must_be_paid_for(n):
    return ('<script type="application/ld+json">{"@type": "Article", "hasPart":'
            '{"isAccessibleForFree": false, "cssSelector": ".paid"}}</script>'
            "<p>A text that is short.</p>" + times("<div class=paid>", n))


@at_size(20000)
def html_lines_that_ask_for_money(n):
    return ("<article><p>A text that is short, and has an end, and is one of "
            "few.</p>" + times("<div><b>To go on</b> costs a bit</div>", n) +
            "</article>")


@at_size(5000)
def html_articles_in_json(n):
    return ("<p>x</p>" + "".join(
        '<script type="application/ld+json">{"@type": "Article", "articleBody":'
        f' "{"word " * 40}{i}"}}</script>' for i in range(n)))


@at_size(20000)
def html_marks_in_titles(n):
    return "<title>" + "a | b - " * n + "</title><h1>a</h1><p>b"
