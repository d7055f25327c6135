# SPDX-License-Identifier: ISC
"""The cases of run.py in which everything that can be written by a stranger
wants to act on the terminal, to hide something or to turn text around.

What a stranger writes is in poisons.py, where it can be written is here. Whatever
comes out, in every format and on the screen, is looked at byte by byte.
"""
import base64
import codecs
import json
import os
import re
import sqlite3
import xml.etree.ElementTree

from cases import holds, lacks, parser, same
from poisons import (ALL, ENTITIES, ESCAPED, ONE_LINE, POISONS, filled, some,
                     with_ways)
from terminal import Terminal

FORMATS = [["--format=" + name] for name in ("text", "ansi", "markdown", "html",
                                             "json")] + [
    ["--format=ansi", "--hyperlinks=always", "--links=end", "--color=always"],
    ["--links=inline", "--width=30"], ["--full-page"], ["--type=text"],
    ["--toc"], ["--toc", "--format=json"], ["--faq"]]

# JSON says everything that there is about an article, these two show it all.
JSON = FORMATS[4:5]
EVERYTHING = [*JSON, FORMATS[5]]

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u17b4\u17b5\u202a-\u202e\u2028\u2029"
    "\u2061-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\U0001fffe\U0001ffff\U0010fffe\U0010ffff]"
    "|\u200b{2}|\u200d{2}|\u0300{9}|[\U000e0100-\U000e01ef]{2}")

# What gutread itself writes: looks and links to the web and to mail.
OWN = re.compile(
    r"\x1b\[[0-9;:]*m|\x1b\]8;[^\x1b\x07;]*;(?:(?:https?|mailto):[ -~]*?)?\x1b\\",
    re.A)

# What ncurses writes for xterm, and what asks for the mouse and for pastes.
SCREEN = re.compile(
    r"\x1b\[[?>]?[0-9;]*[ABCDGHJKLMPSTXZabcdfhlmrt@]|\x1b\([B0]|\x1b[78=>M]"
    r"|\x1b\[!p|[\r\n\t\b]|\x0f|\x0e")


def check(text, what):
    """Fails when there is anything in the text that is not meant to be seen."""
    found = FORBIDDEN.search(text)
    if found:
        raise AssertionError(
            f"{what}: {text[max(0, found.start() - 60):found.end() + 20]!r}")


def texts_of(value):
    """Returns all texts in a value of JSON, one after the other."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        return "\n".join(map(texts_of, value))
    return str(value)


def check_json(text, what):
    """Looks at what the texts in JSON say, too."""
    check(text, what)
    for row in text.splitlines():
        check(texts_of(json.loads(row)), what)


def check_all(shell, *args, formats=None, statuses=(0, 1)):
    """Runs gutread with every format and looks at what comes out. What all
    formats make of memory the sanitizers see in fuzz/, so here they have two."""
    for options in formats or (EVERYTHING if shell.is_brief else FORMATS):
        status, out, err = shell.run(*options, *args)
        if status not in statuses:
            raise AssertionError(f"{options} {args}: status {status}: {err}")
        is_json = "json" in options or "--format=json" in options
        (check_json if is_json else check)(
            OWN.sub("", out), f"{options} {args}")
        check(err, f"messages of {options} {args}")
        if status == 0 and options in FORMATS[:9]:
            same(len(out) > 0, True)


def write_all(shell, end, documents):
    """Writes each of the documents to a file; returns their names."""
    names = [f"{number}{end}" for number in range(len(documents))]
    for name, document in zip(names, documents):
        shell.write(name, document)
    return names


MARKDOWN = [
    "Text @ here.", "    code @", "```@\nx\n```", "```\n@ }\n```", "`code @`",
    "[text @](http://h/)", "[x](http://h/ '@')", "[x](<http://h/@>)",
    "[x](@)", "<http://h/@>", "http://h/@", "![alt @](x.png '@')", "![x](@)",
    "# Heading @", "Heading @\n===", "| @ | b |\n|---|---|\n| c | @ |",
    "> @\n> > @", "* @\n* [ ] @", "1. @\n   @", "x[^@]\n\n[^@]: @",
    "[@]: http://h/@ '@'\n\n[@]", "*@* **@** ~~@~~", "<b title='@'>@</b>",
    "<div id='@'>@</div>", "<!-- @ -->", "<@>", "\\@", "&@;",
    "## Questions\n\n### What is @?\n\nIt is @.",
]

HTML = [
    "<p>Text @ here.</p>", "<h2 id='@'>Heading @</h2>", "<pre>@\n@</pre>",
    "<p><a href='http://h/@' title='@'>@</a></p>", "<p><a href='@'>x</a></p>",
    "<p><a href=\"@\">y</a> <a href='mailto:@'>z</a></p>",
    "<p><img src='@' alt='@' title='@'></p>", "<table><tr><td>@<td>@</table>",
    "<figure><img src=x><figcaption>@</figcaption></figure>",
    "<p lang='@'>@</p>", "<p dir='@'>@<b>@</b>@</p>", "<blockquote cite='@'>@</blockquote>",
    "<details><summary>@?</summary>@</details>", "<ul><li>@</ul>",
    "<math><mi>@</mi></math>", "<time datetime='@'>@</time>", "<code>@</code>",
    "<svg><title>@</title><text>@</text></svg>", "<abbr title='@'>@</abbr>",
]

HEADS = [
    "<title>@</title>", "<meta name=author content='@'>",
    "<meta property='og:title' content='@'>",
    "<meta property='og:site_name' content='@'>",
    "<meta property='article:published_time' content='@'>",
    "<meta name=description content='@'>", "<base href='@'>",
    "<link rel=next href='@' title='@'>", "<link rel=canonical href='@'>",
    "<html lang='@'>", "<meta http-equiv=content-language content='@'>",
]

LD = ('{"@context":"https://schema.org","@type":"NewsArticle",'
      '"headline":"%","author":{"name":"%"},"datePublished":"%",'
      '"publisher":{"name":"%"},"articleBody":"%","url":"%"}')

FACTS = ("title", "author", "date", "lang", "summary", "site", "url", "next",
         "prev", "tags", "published", "modified", "description", "order")

ARGUMENTS = [way.split() for way in (
    b"--section=@", b"--format=@", b"--@", b"--width=@", b"--set=@",
    b"--set=theme=@", b"--set=@=@", b"--theme=@", b"--config=@", b"--type=@",
    b"--base-url=http://@", b"--timeout=@ --max-size=@", b"--search=@",
    b"--list x@", b"--import=@", b"--export=@", b"--subscribe=@",
    b"--unsubscribe=@", b"--save x@", b"--remove x@")]

SURROUNDINGS = [[b"HOME", b"XDG_DATA_HOME", b"XDG_CONFIG_HOME"],
                [b"GUTREAD_LIBEXEC"], [b"LC_ALL", b"COLUMNS"], [b"TERM"]]

CHARSETS = [b"windows-1252", b"iso-8859-1", b"koi8-r", b"iso-2022-jp", b"utf-7",
            b"shift_jis", b"gb18030", b"utf-16le", b"us-ascii"]

ATOM = ("<entry><title type='html'>@</title><id>@</id><author><name>@</name>"
        "</author><link href='http://h/@'/><link href='@'/><updated>@</updated>"
        "<summary>@</summary><content type='html'>@</content>"
        "<category term='@'/></entry>")
RSS = ("<item><title>@</title><guid>@</guid><link>@</link><author>@</author>"
       "<dc:creator>@</dc:creator><pubDate>@</pubDate><description>@"
       "</description><content:encoded>@</content:encoded></item>")


# What is read

def test_no_markdown_writes_to_the_terminal(shell):
    documents = [filled(template, poisons) for template in MARKDOWN
                 for poisons in (ALL, ENTITIES)]
    check_all(shell, *write_all(shell, ".md", documents), formats=JSON)
    shell.write("all.md", b"\n\n".join(documents))
    check_all(shell, "all.md")


def test_no_html_writes_to_the_terminal(shell):
    heads = [b"<!doctype html>" + filled(head, poisons) +
             b"<body><article><h1>One</h1>" + filled(HTML[0], poisons)
             for head in HEADS for poisons in (ALL, ENTITIES)]
    check_all(shell, *write_all(shell, ".html", heads), formats=JSON)
    names = write_all(shell, "all.html", [
        b"<!doctype html><article>" + b"".join(
            filled(template, poisons) for template in HTML)
        for poisons in (ALL, ENTITIES)])
    check_all(shell, "--base-url=http://h/", *names)


def test_nothing_in_json_writes_to_the_terminal(shell):
    pages = [b"<script type='application/ld+json'>" +
             LD.encode().replace(b"%", poison) +
             b"</script><article><h1>@</h1><p>Text.</p></article>"
             for poison in ESCAPED + ONE_LINE]
    check_all(shell, *write_all(shell, ".html", pages), formats=JSON)


def test_no_front_matter_writes_to_the_terminal(shell):
    facts = "\n".join(f'{fact}: "@"' for fact in FACTS).encode()
    documents = [b"---\n" + facts.replace(b"@", poison) + b"\n---\n\nText.\n"
                 for poison in ESCAPED + ONE_LINE]
    check_all(shell, *write_all(shell, ".md", documents), formats=JSON)
    documents = [b"---\n%s: x\ntitle: %s\n---\n" % (poison, poison)
                 for poison in some(ONE_LINE)]
    check_all(shell, *write_all(shell, ".md", documents), formats=EVERYTHING)


def test_no_feed_writes_to_the_terminal(shell):
    names = write_all(shell, ".xml", [feed for poisons in (ALL, ENTITIES)
                                      for feed in (
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" +
        filled("<title>@</title><subtitle>@</subtitle>", poisons) +
        filled(ATOM, poisons) + b"</feed>",
        b"<rss version='2.0'><channel>" +
        filled("<title>@</title><link>@</link>", poisons) +
        filled(RSS, poisons) + b"</channel></rss>")])
    items = ",".join('{"id":"%","url":"http://h/%","title":"%","content_html":'
                     '"%","authors":[{"name":"%"}],"date_published":"%"}'
                     for _ in ESCAPED)
    for poison in ESCAPED:
        items = items.replace("%", poison.decode(), 6)
    shell.write("c.json", '{"version":"https://jsonfeed.org/version/1.1",'
                '"title":"\\u001b[31m","items":[' + items + "]}")
    check_all(shell, "--type=feed", "c.json", *names)


def test_no_charset_writes_to_the_terminal(shell):
    every = bytes(range(1, 256))
    pages = [b"<meta charset=" + charset + b"><title>" + every +
             b"</title><p>" + every + b"\x1b$B\x1b(B" for charset in CHARSETS]
    check_all(shell, *write_all(shell, ".html", pages), formats=EVERYTHING)
    text = "\n\n".join(POISONS)
    check_all(shell, *write_all(shell, ".md", [
        bom + text.encode(charset, "surrogatepass") + b"\x00\xd8" * 3
        for bom, charset in ((codecs.BOM_UTF16_LE, "utf-16-le"),
                             (codecs.BOM_UTF16_BE, "utf-16-be"))]))


# What is said

def test_no_name_of_a_file_writes_to_the_terminal(shell):
    names = [poison.replace(b"/", b"|")[:100] for poison in ALL]
    folder = os.fsencode(shell.folder) + b"/d"
    os.makedirs(folder)
    for number, name in enumerate(names):
        with open(folder + b"/" + name + b".md", "wb") as file:
            file.write(b"Text.\n" if number % 2 else b"")
    check_all(shell, folder, formats=EVERYTHING)
    check_all(shell, *(folder + b"/" + name for name in names),
              *(name + b"/" + name for name in names), formats=[[]],
              statuses=(1,))
    check_all(shell, "--next", folder + b"/" + names[0] + b".md", formats=[[]])


def test_no_argument_writes_to_the_terminal(shell):
    shell.write("a.md", "# One\n\nText.\n")
    for _, args in with_ways(shell, some(ALL, 100), ARGUMENTS):
        check_all(shell, b"--offline", *args, b"a.md", formats=[[]],
                  statuses=(0, 1, 2))
    check_all(shell, "--offline", *(
        address + poison for poison in ALL
        for address in (b"http://h/", b"http://", b"file:///", b"gopher:")),
        formats=[[]], statuses=(1,))


def test_no_config_writes_to_the_terminal(shell):
    shell.write("a.md", "Text.\n")
    # A heap of accents is nobody's business but the person's.
    for poison in some(poison for poison in ONE_LINE if len(poison) < 40):
        shell.write(".config/gutread/config",
                    b"%s = %s\ntheme = %s\nbrowser = %s\n[keys]\ntop = %s\n"
                    b"%s = x\n[%s]\n" % ((poison,) * 7))
        check_all(shell, "a.md", formats=[[], ["--print-config"],
                                          ["--print-keys"]])


def test_nothing_around_the_program_writes_to_the_terminal(shell):
    shell.write("a.md", "Text.\n")
    for poison, names in with_ways(shell, some(ONE_LINE), SURROUNDINGS):
        if names == [b"TERM"]:
            with Terminal(shell, "a.md", env={"TERM": b"x" + poison}) as screen:
                screen.end()
                check(screen.written.decode("utf-8").replace("\r\n", "\n"),
                      "what is said with TERM")
            continue
        env = {name.decode(): b"/none/" + poison for name in names}
        _, out, err = shell.run("a.md", "--save", env=env)
        check(out + err, f"what is said with {names}")


def test_no_word_of_a_program_writes_to_the_terminal(shell):
    shell.write("a.md", "Text.\n")
    scripts = [[b'cat "$HOME/poison"'], [b'cat "$HOME/poison" >&2; exit 1']]
    for poison, (script,) in with_ways(shell, some(ONE_LINE), scripts):
        shell.write("poison", poison)
        env = parser(shell, script.decode().replace("$HOME", str(shell.folder)))
        _, out, err = shell.run("a.md", env=env)
        same(out, "")
        same(err.count("\n"), 1)
        check(err, "messages")
        _, out, err = shell.run("--version", env=env)
        check(out + err, "what the programs say of themselves")


# What is kept

def check_library(shell):
    """Looks at everything that tells of the library."""
    check_all(shell, formats=[
        [*command, *options] for options in ([], ["--format=json"])
        for command in (["--list"], ["--list", "feeds"], ["--list", "unread"],
                        ["--search=text"], ["--search=red"])])
    check_all(shell, formats=[["--export=all.opml"], ["--export=all.json"],
                              ["--export=all/"]], statuses=(0, 1))
    for path in shell.folder.glob("all*/*.md"):
        check(path.name, "the name of a file")
        check(path.read_text("utf-8"), path.name)
    check((shell.folder / "all.opml").read_text("utf-8"), "OPML")
    check_json((shell.folder / "all.json").read_text("utf-8"), "JSON")
    xml.etree.ElementTree.parse(shell.folder / "all.opml")
    return check_screen(shell, ["--offline"], [b"\t"] * 6 + [b"/red", b"\r", b"j", b"\r", b"Q"])


def test_nothing_in_a_list_of_others_writes_to_the_terminal(shell):
    numbers = range(len(ONE_LINE))
    shell.write("a.csv", b"title,url,time_added,tags,status\n" + b"".join(
        b'"%s red","https://h.example/%d/%s",1700000000,"%s|%s",unread\n' % (
            (poison.replace(b'"', b""), number) + (poison,) * 3)
        for number, poison in zip(numbers, ONE_LINE)))
    shell.write("a.html", b"<!DOCTYPE NETSCAPE-Bookmark-file-1>" + b"".join(
        b"<DT><H3>%s</H3><DL><DT><A HREF='https://h.example/h%d/%s' "
        b"TAGS='%s'>%s</A><DD>%s</DL>" % (
            poison, number, poison, poison, poison, poison)
        for number, poison in zip(numbers, ENTITIES + ALL)))
    shell.write("a.opml", b"<opml><body>" + b"".join(
        b"<outline text='%s'><outline type='rss' text='%s' "
        b"xmlUrl='https://h.example/%d/%s'/></outline>" % (
            poison, poison, number, poison)
        for number, poison in zip(numbers, ENTITIES + ALL)) +
        b"</body></opml>")
    for name in ("a.csv", "a.html", "a.opml"):
        status, out, err = shell.run("--offline", "--import=" + name)
        same(status in (0, 1), True)
        check(out + err, f"what is said of {name}")
    check_library(shell)


def test_no_file_that_is_kept_writes_to_the_terminal(shell):
    names = [poison.replace(b"/", b"|")[:100] + b".md" for poison in ONE_LINE]
    for number, name in enumerate(names):
        with open(os.fsencode(shell.folder) + b"/" + name, "wb") as file:
            file.write(b"---\ntitle: red %d\n---\nText.\n" % number)
    check_all(shell, "--save", *names, formats=[[]])
    check_library(shell)


def test_no_row_of_a_library_writes_to_the_terminal(shell):
    shell.write("a.md", "# One\n\nText.\n")
    shell.run("--save", "a.md")
    path = shell.folder / ".local/share/gutread/library.db"
    with sqlite3.connect(path) as library:
        for number, poison in enumerate(POISONS):
            for kind in (0, 1):
                place = ("https://ann:secret@h.example/", "/tmp/")[kind]
                library.execute(
                    "INSERT INTO item(kind, place, title, byline, site, published,"
                    " excerpt, saved_turn, read_turn, progress, saved_at)"
                    " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 5, 5)",
                    (kind + 1, f"{place}{number}{poison}", *[poison] * 5,
                     number + 9, number + 9))
            library.execute(
                "INSERT INTO feed(url, title, site, folder, failure) "
                "VALUES(?, ?, ?, ?, ?)", (f"https://f/{number}{poison}",
                                          *[poison] * 4))
            library.execute("INSERT INTO tag(name) VALUES(?)",
                            (f"{number}{poison}",))
            library.execute("INSERT INTO tagging(tag, item) VALUES(?, ?)",
                            (number + 1, number + 2))
    lacks(check_library(shell) + shell.run("--list")[1], "ann:secret")


# What is shown

def play(shell, args, keys):
    """Returns what gutread writes to a terminal while the keys are typed."""
    with Terminal(shell, *args) as screen:
        for key in keys:
            screen.rest()
            screen.write(key)
        same(screen.end() in (0, 1), True)
        return screen.written


def take_copied(text):
    """Returns the text without what goes to the clipboard, which is looked at."""
    def look(match):
        copied = base64.b64decode(match[1]).decode("utf-8")
        check(copied, "the clipboard")
        if not re.match(r"https?://|mailto:|[^:\n]*$", copied):
            raise AssertionError(f"{copied!r} was copied")
        return ""
    return re.sub(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", look, text)


def check_screen(shell, args, keys):
    """Returns what was written to the screen, without what it means."""
    text = take_copied(play(shell, args, keys).decode("utf-8"))
    check(SCREEN.sub("", text), f"the screen of {args}")
    for sign in ("evil", "\x1b]0", "\x1b]2", "\x1bP", "\x1b[21t"):
        if "\x1b" in sign and sign in text:
            raise AssertionError(f"{sign!r} is on the screen of {args}")
    return SCREEN.sub("", text)


def test_no_article_writes_to_the_screen(shell):
    shell.write("a.md", b"---\ntitle: \"\\e[31m\\u202e\"\n---\n" + b"\n\n".join(
        filled(template, ALL + ENTITIES) for template in MARKDOWN[:6]))
    shell.write("b.html", b"<title>x\x1b]0;evil\x07\xe2\x80\xae</title>" +
                b"".join(filled(template, ALL) for template in HTML))
    keys = [b"t", b" ", b"\t", b"\t", b"y", b"L", b"q", b"F", b"\x1b", b"G",
            b"Q"]
    check_screen(shell, ["a.md"], keys)
    check_screen(shell, ["b.html"], keys)


def test_nothing_around_an_article_writes_to_the_screen(shell):
    name = "".join(poison.replace("/", "|") for poison in POISONS[:3])
    shell.write(f"{name}/a{name}.md", "[x](http://a@h\u0430/\u202e) text\n")
    shell.write(f"{name}/b.md", "text\n")
    paste = "".join(POISONS).encode().replace(b"\x1b", b"\x9b")
    check_screen(shell, [name], [b"\r", b"J", b"/", b"\x1b[200~" + paste +
                                 b"\x1b[201~", b"\r", b"\x1b", b"q", b"Q"])
    check_screen(shell, [f"{name}/a{name}.md", f"{name}/none"],
                 [b"\t", b"y", b"J", b"\x1b[200~" + paste + b"\x1b[201~", b"Q"])


def test_the_title_of_the_window_is_never_set(shell):
    shell.write("a.md", "# Title\n\nText.\n")
    for keys in ([b"t", b"Q"], [b"L", b"Q"], [b"h", b"Q"]):
        written = play(shell, ["a.md"], keys)
        same([sign for sign in (b"\x1b]0", b"\x1b]1", b"\x1b]2", b"\x1bk")
              if sign in written], [])
    holds(written.decode(), "Title")
