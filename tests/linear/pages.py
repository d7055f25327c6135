# SPDX-License-Identifier: ISC
"""Attacks on what reads a page before it is walked: footnotes, tables, cards,
copies; see attacks.py."""
from attacks import at_size


@at_size(8000)
def html_footnotes(n):
    return ("".join(f"<p>a<sup id=r{i}><a href=#n{i}>{i}</a></sup>"
                    for i in range(n)) + "<ol>" +
            "".join(f"<li id=n{i}>b <a href=#r{i}>^</a>"
                    for i in range(n)) + "</ol>")


@at_size(20000)
def html_footnotes_to_one_note(n):
    return ("<p>" + "<a id=r href=#n>1</a> " * n + "<ol><li id=n>" +
            "<a href=#r>b</a> " * n + "</ol>")


@at_size(4000)
def html_frames_in_frames(n):
    return ("<table><tr><td>a" * 40 + "</table>" * 40) * (n // 40)


@at_size(20000)
def html_cards(n):
    return "<ul><li><p>" + "<b></b>" * n + "<h2>a</h2>" + "<li>b" * n


@at_size(2000)
def html_copies(n):
    sentence = "A sentence, which is as long as any other, " * 4
    return (f"<div><p>{sentence}<p>{sentence}</div>" * 2 +
            "<div>" * 30 + f"<div><p>{sentence}<p>as long.</div>" * n)


@at_size(4000)
def html_lists_in_boxes(n):
    links = "<li><a href=/a>the other one</a>" * 3
    return ("<p>A sentence, and one more." * 3 +
            f"<div><div><ul>{links}</ul></div></div>" * n)


@at_size(20000)
def html_frames_that_never_end(n):
    return "<noscript><iframe></noscript>" * n + "<iframe>a"


@at_size(20000)
def html_frames_in_one_noscript(n):
    return "<noscript>" + "<iframe></iframe>" * n


@at_size(20000)
def html_empty_items(n):
    return "<ul>" + "<li><ul><li></ul>" * n + "</ul>"


@at_size(20000)
def html_formulas_in_formulas(n):
    return ("<math>" + "<mfrac><msup><mrow>" * 30 + "<mi>a</mi>" +
            "</mrow></msup></mfrac>" * 30 + "</math> ") * (n // 90)


@at_size(20000)
def html_gutters(n):
    return "<table>" + "<tr><td>1<td><code>a</code>" * n + "</table>"
