# SPDX-License-Identifier: ISC
"""What must be true of every input, whatever it is.

Each property is a function of a case that returns what is wrong, or "". Its
name is what a .lossy file calls it; the first line of its text says what it is.
"""
import collections
import ctypes
import html
import html.parser
import json
import locale
import pathlib
import re
import shutil
import subprocess
import tempfile
import unicodedata

from cases import Failure

CMARK = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink",
         "-e", "tasklist", "-e", "footnotes", "--unsafe"]

# Options that choose what of the source is read; a copy has no more to choose.
CHOOSING = re.compile(r"--(type|feed|section|base-url|full-page)\b|-s")

LIBC = ctypes.CDLL(None)
locale.setlocale(locale.LC_CTYPE, "C.UTF-8")

TERMINAL_ACTIVE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ESCAPES = re.compile(r"\x1b\[[0-9;:]*m|\x1b\]8;[^\x1b\x07;]*;[ -~]*?\x1b\\")


def width_of(line):
    """Returns the cells of a line, as the C library counts them."""
    return sum(max(0, LIBC.wcwidth(ctypes.c_wchar(char))) for char in line)


def squeezed(text):
    return "".join(text.split())


def excerpt(text, at):
    return repr(text[max(0, at - 20):at + 20])


def first_difference(name, one, other):
    """Returns where two texts part, "" when they are the same."""
    if one == other:
        return ""
    for row, pair in enumerate(zip(one.split("\n"), other.split("\n")), 1):
        if pair[0] != pair[1]:
            return f"{name}, row {row}:\n  {pair[0]}\n  {pair[1]}"
    return f"{name}: {one.count(chr(10))} rows, {other.count(chr(10))} rows"


def roundtrip(case):
    """The Markdown output, read again, is the same article."""
    ways = (("--format=json",), ("--format=html",),
            ("--format=text", "--width=80"))
    if case.is_feed():
        ways = ways[1:2]
    options = [word for word in case.args if not CHOOSING.match(word)]
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder, case.stem.name + ".md")
        copy.write_bytes(case.output("--format=markdown"))
        for way in ways:
            again = case.program.run([*options, *way], folder, copy.name)
            one, other = case.text(*way), again.decode()
            other = other.replace(folder, str(case.path.parent.resolve()))
            if way[0] == "--format=json":
                one, other = comparable(one), comparable(other)
            fault = first_difference(way[0], one, other)
            if fault:
                return fault
    return ""


def comparable(text):
    value = json.loads(text)
    value.pop("type", None)
    value.pop("url", None)
    return json.dumps(value, indent=1, ensure_ascii=False)


def code_lines(case):
    """Returns the lines of the code blocks, without any blanks."""
    blocks = re.findall(r"<pre\b.*?</pre>", case.text("--format=html"), re.S)
    lines = [squeezed(html.unescape(re.sub(r"<[^>]*>", "", line)))
             for block in blocks for line in block.split("\n")]
    return tuple({line for line in lines if line})


def width(case):
    """No line is wider than asked for, but lines of code."""
    code = None
    for limit in (20, 40, 80):
        text = case.text("--format=text", f"--width={limit}")
        for row, line in enumerate(text.split("\n"), 1):
            if len(line) <= limit // 2 or width_of(line) <= limit:
                continue
            code = code_lines(case) if code is None else code
            if not squeezed(line).endswith(code):
                return f"--width={limit}, row {row}: {line}"
    return ""


class Reader(html.parser.HTMLParser):
    """Collects the text that a browser would show, and what images say."""

    HIDDEN = {"script", "style", "template", "iframe", "noembed", "noframes",
              "title"}

    def __init__(self):
        super().__init__()
        self.parts, self.hidden, self.in_backref = [], None, False

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if self.hidden is None and tag in self.HIDDEN:
            self.hidden = tag
        if tag == "a" and "footnote-backref" in (attributes.get("class") or ""):
            self.in_backref = True
        if tag == "img" and self.hidden is None:
            self.parts.append(attributes.get("alt") or "")

    def handle_endtag(self, tag):
        if tag == self.hidden:
            self.hidden = None
        if tag == "a":
            self.in_backref = False

    def handle_data(self, data):
        if self.hidden is None and not self.in_backref:
            self.parts.append(data)


def visible(text):
    """Returns the characters that leave something on a page."""
    return "".join(char for char in text
                   if unicodedata.category(char)[0] not in "ZC")


def without_front_matter(source):
    match = re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?^(?:---|\.\.\.)"
                     rb"[ \t]*\r?$\n?", source, re.S | re.M)
    return source[match.end():] if match else source


def wanted_text(case):
    source = without_front_matter(case.path.read_bytes())
    page = subprocess.run(CMARK, input=source, capture_output=True,
                          check=True).stdout.decode(errors="replace")
    reader = Reader()
    reader.feed(page)
    reader.close()
    return visible("".join(reader.parts))


def missing_in(wanted, text):
    """Returns the characters that text has fewer of."""
    less = collections.Counter(wanted) - collections.Counter(visible(text))
    return "".join(f"{char}×{count} " for char, count in less.items())


def complete(case):
    """Every character that cmark-gfm shows is in the text, at any width."""
    if case.path.suffix != ".md" or not shutil.which(CMARK[0]):
        return ""
    wanted = wanted_text(case)
    for limit in (0, 20, 80):
        text = case.text("--format=text", f"--width={limit}")
        missing = missing_in(wanted, text)
        if missing:
            return f"--width={limit} lacks {missing}"
    return ""


def order(case):
    """They stand in the text in the same order, when lines are not broken."""
    if case.path.suffix != ".md" or not shutil.which(CMARK[0]):
        return ""
    wanted = wanted_text(case)
    text, at = visible(case.text("--format=text", "--width=0")), 0
    for number, char in enumerate(wanted):
        at = text.find(char, at) + 1
        if at == 0:
            return f"at {excerpt(wanted, number)}"
    return ""


def clean(case):
    """Nothing a terminal acts on, but what the ansi format is for."""
    outputs = [("--format=text", "--width=0"), ("--format=text", "--width=80"),
               ("--format=markdown",), ("--format=html",), ("--format=json",)]
    for options in outputs:
        text = case.text(*options)
        found = TERMINAL_ACTIVE.search(text)
        if found:
            return f"{options[0]}: {excerpt(text, found.start())}"
    text = ESCAPES.sub("", case.text("--format=ansi", "--width=80",
                                     "--color=always", "--hyperlinks=always"))
    found = TERMINAL_ACTIVE.search(text)
    return f"--format=ansi: {excerpt(text, found.start())}" if found else ""


def feed_contract(case):
    keys = {"title", "url", "published", "byline", "excerpt"}
    try:
        value = json.loads(case.text("--format=json"))
    except json.JSONDecodeError as error:
        return str(error)
    if set(value) != {"title", "url", "entries"}:
        return f"keys of a feed: {set(value)}"
    for entry in value["entries"]:
        if set(entry) != keys:
            return f"keys of an entry that differ: {set(entry) ^ keys}"
    titles = case.text("--toc").splitlines()
    if len(titles) != len(value["entries"]):
        return f"{len(titles)} titles, {len(value['entries'])} entries"
    return ""


def contract(case):
    """The JSON is what is promised: its keys, and its text."""
    keys = {"title", "byline", "published", "modified", "site", "lang",
            "excerpt", "url", "words", "minutes", "type", "prev", "next",
            "toc", "faq", "links", "images", "text"}
    if case.is_feed():
        return feed_contract(case)
    try:
        value = json.loads(case.text("--format=json"))
    except json.JSONDecodeError as error:
        return str(error)
    if set(value) != keys:
        return f"keys that differ: {set(value) ^ keys}"
    for key in ("toc", "faq", "links", "images"):
        if not isinstance(value[key], list):
            return f"{key} is no list"
    body = case.text("--format=text", "--body", "--width=0")
    return first_difference("text", value["text"].strip("\n"),
                            body.strip("\n"))


PROPERTIES = (roundtrip, width, complete, order, clean, contract)


def fault_of(case, check):
    """Returns what is wrong with a property that a case may excuse."""
    reason = case.lossy.get(check.__name__)
    try:
        fault = check(case)
    except Failure as error:
        return str(error)
    if reason is not None:
        return "" if fault else "it holds; the .lossy file says otherwise"
    return fault
