# SPDX-License-Identifier: ISC
"""What gutread does with pages of the web, one function a promise."""
import json
import os
import pty
import subprocess

import server


def failing(net, path, *options):
    """Returns why gutread shows no such page."""
    status, output, messages = net.read(*options, net.url(path))
    assert (status, output) == (1, ""), (path, status, output)
    begin = f"gutread: 'http://W/{path}': "
    assert messages.startswith(begin) and messages.count("\n") == 1, messages
    return messages[len(begin):-1]


def test_gutread_shows_a_page(net):
    for path in ("page", "hop/5", "cookie", "chunked", "gzip", "typed", "slow"):
        status, output, messages = net.read(net.url(path))
        assert (status, messages) == (0, ""), (path, messages)
        assert "long enough to be read" in output, (path, output)


def test_gutread_knows_where_the_page_was_in_the_end(net):
    _, output, _ = net.read("--format=json", net.url("base"))
    page = json.loads(output)
    assert page["url"] == net.url("deep/er/link"), page["url"]
    assert page["links"][0]["url"] == net.url("deep/er/page"), page["links"]


def test_gutread_reads_on_where_an_article_has_several_pages(net):
    _, output, _ = net.read(net.url("walk"))
    assert output.endswith("\nPage 1 of 3; --next reads on\n"), output
    _, output, _ = net.read("--next", net.url("walk"))
    assert "mile 2" in output and "Page 2 of 3" in output, output
    _, output, _ = net.read("--next", net.url("walk/page/2"))
    assert "mile 3" in output and "Page" not in output, output


def test_a_password_is_told_to_nobody_who_looks_on(net):
    address = net.url("status/500").replace("//", "//ann:secret@")
    status, _, messages = net.read(address)
    assert status == 1 and "secret" not in messages, messages
    assert "/status/500': HTTP 500" in messages, messages
    for args in (["--export=a.json", address], ["ftp://ann:secret@h/"],
                 ["--base-url=ftp://ann:secret@h/", "none"],
                 ["--unsubscribe=gopher://ann:secret@h/"],
                 ["--list", address]):
        status, _, messages = net.read(*args)
        assert status in (1, 2) and "secret" not in messages, messages
        assert "h/'" in messages or "status/500'" in messages, messages
    play(net, f"""# A password
size   100x24
run    gutread {address}
wait   "HTTP 500"
absent "secret"
keys   q
exit   0
""")


def test_gutread_says_why_there_is_no_page(net):
    for path, words in (
            ("loop", "more than 10 times"), ("file", "no page of the web"),
            ("lies", "before the page was complete"), ("early", "an answer"),
            ("reset", "before the page was complete"),
            ("garbled", "compressed in a way"), ("noise", "speak HTTP"),
            ("escape", "HTTP 404: there is no such page"),
            ("status/500", "HTTP 500"), ("busy", "try again in 90 seconds"),
            ("headers", "no end of headers")):
        reason = failing(net, path)
        assert words in reason, (path, reason)
        assert "\x1b" not in reason
    assert "--timeout=2 waits longer" in failing(net, "mute", "--timeout=1")
    assert "nothing came" in failing(net, "stall", "--timeout=1")


def test_gutread_stops_at_the_largest_size(net):
    for path in ("bomb", "flood", "huge"):
        reason = failing(net, path, "--max-size=3M")
        assert "more than 3 MiB" in reason, (path, reason)


def test_gutread_reads_the_other_sources_of_a_failing_one(net):
    status, output, messages = net.read(
        net.url("status/404"), net.url("page"))
    assert status == 1 and "long enough" in output
    assert messages.count("\n") == 1, messages


def test_gutread_says_that_the_way_was_not_safe(net):
    web, certificate = net.tls()
    if web is None:
        return
    web.away = net.url("page")
    trust = {"SSL_CERT_FILE": str(certificate)}
    for path in ("away", "refresh?" + net.url("page")):
        status, output, messages = net.read(web.url(path), env=trust)
        assert status == 0
        assert "led from https to http" in " ".join(output.split()), output
        assert "led from https to http" in messages, messages
        assert messages.count("\n") == 1, messages
    status, output, messages = net.read(
        "--format=json", web.url("away"), env=trust)
    assert "led from https to http" in messages, messages
    web.away = net.url("status/404")
    status, output, messages = net.read(web.url("away"), env=trust)
    assert status == 1 and "led from https to http" in messages, messages
    status, _, messages = net.read(web.url("page"))
    assert status == 1 and "is not to be trusted" in messages, messages


def test_gutread_says_what_keeps_it_from_a_page(net):
    reason = failing(net, "challenge")
    assert reason.startswith("HTTP 403: the site wants proof that a person"), \
        reason
    net.web.texts["app"] = ("text/html", b"<title>App</title><meta name=descrip"
                            b"tion content='All of herons.'><div id=root></div>"
                            b"<script src=/x.js></script>")
    status, output, messages = net.read("--width=0", net.url("text/app"))
    assert (status, messages) == (0, "")
    assert "Note: this page gets its text by JavaScript" in output, output
    assert "All of herons." in output, output


def test_gutread_shows_an_article_that_came_with_a_failure(net):
    status, output, _ = net.read("--width=0", net.url("lost"))
    assert status == 0 and "worth reading" in output, output
    assert "Note: the server gave this page and said: HTTP 404" in output


def test_gutread_shows_what_came_of_a_page(net):
    for path, words in (("half", "before the page was complete"),
                        ("pause", "nothing came from '127.0.0.1'")):
        status, output, messages = net.read(
            "--timeout=2", "--width=0", net.url(path))
        assert (status, messages) == (0, ""), messages
        assert "worth reading" in output, output
        assert "Note: the end of this page is missing: " in output, output
        assert words in output, output


def test_gutread_goes_where_a_page_without_a_text_leads(net):
    for url in ("/page", net.url("page"), "page"):
        status, output, messages = net.read(net.url("refresh?" + url))
        assert (status, messages) == (0, ""), messages
        assert "long enough to be read" in output, output
    _, output, _ = net.read("--format=json", net.url("refresh?page"))
    assert json.loads(output)["url"] == net.url("page")


def test_gutread_goes_there_once_and_to_the_web_only(net):
    net.web.asked.clear()
    _, output, _ = net.read("--width=0", net.url("refresh?/refresh?page"))
    assert len(net.web.asked) == 2
    assert "Note: this page only sends its readers to" in output, output
    for url in ("file:///etc/passwd", "javascript:x()"):
        net.read(net.url("refresh?" + url))
    assert len(net.web.asked) == 4
    net.read("--full-page", net.url("refresh?page"))
    assert len(net.web.asked) == 5


def on_terminal(net, *args):
    """Returns what gutread writes to a terminal that is its standard error."""
    master, slave = pty.openpty()
    with subprocess.Popen([net.gutread, *args], env=net.env,
                          stdin=subprocess.DEVNULL, stderr=slave,
                          stdout=subprocess.DEVNULL) as program:
        os.close(slave)
        text = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            text += piece
        os.close(master)
        assert program.wait() == 0
    return text


def test_a_page_that_takes_long_is_told_on_a_terminal(net):
    text = on_terminal(net, net.url("slow"))
    assert b"\r\x1b[K127.0.0.1:" in text, text
    assert b"% of 1 kB" in text and text.endswith(b"\r\x1b[K"), text


def test_pages_in_any_charset_are_read(net):
    text = "Привет, мир! Это страница о погоде в разных городах."
    page = "<!doctype html>{}<title>x</title><p>" + text
    meta = "<meta charset={}>"
    for name, type, body in (
            ("server", "text/html; charset=windows-1251",
             page.format("").encode("cp1251")),
            ("page", "text/html", page.format(
                meta.format("koi8-r")).encode("koi8-r")),
            ("both", "text/html; charset=koi8-r", page.format(
                meta.format("windows-1251")).encode("koi8-r")),
            ("wrong", "text/html; charset=iso-8859-1", page.format(
                meta.format("koi8-r")).encode()),
            ("none", "text/html", page.format("").encode("cp1251")),
            ("mark", "text/html; charset=koi8-r",
             page.format("").encode("utf-16"))):
        net.web.texts[name] = (type, body)
        status, output, messages = net.read(net.url("text/" + name))
        assert (status, messages) == (0, ""), (name, messages)
        assert text in output, (name, output)


def test_the_type_is_what_the_server_says_unless_it_looks_otherwise(net):
    for name, type, body, wanted in (
            ("a.html", "text/html", b"plain", "html"),
            ("b", "text/markdown", b"# x", "markdown"),
            ("c.md", "text/plain", b"# x", "markdown"),
            ("d", "text/plain", b"# x", "text"),
            ("g.css", "text/css", b"* { color: red }", "text"),
            ("h", "application/json", b'{"a": "_b_"}', "text"),
            ("i.md", "text/x-web-markdown", b"# x", "markdown"),
            ("e", "text/plain", b"<!doctype html><p>x", "html"),
            ("f", "application/octet-stream", b"<html><p>x", "html")):
        net.web.texts[name] = (type, body)
        _, output, messages = net.read("--format=json", net.url("text/" + name))
        assert json.loads(output)["type"] == wanted, (name, output, messages)


def test_what_is_no_text_is_named(net):
    net.web.texts["x.pdf"] = ("application/pdf", b"%PDF-1.7" + b"x" * 2000)
    net.web.texts["x.png"] = ("image/png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90)
    net.web.texts["x.doc"] = ("application/vnd.ms-excel", b"PK\3\4" + b"\0" * 90)
    net.web.texts["x.svg"] = ("image/svg+xml", b"<svg><text>a</text></svg>")
    net.web.texts["x.zip"] = ("application/octet-stream", b"PK\3\4\0\0" * 9000)
    advice = "; gutread reads text; open it in a browser or save it"
    for name, what in (("pdf", "PDF document of 2008 bytes"),
                       ("png", "PNG image of 98 bytes"),
                       ("doc", "spreadsheet of 94 bytes"),
                       ("zip", "zip archive of 54 kB")):
        reason = failing(net, "text/x." + name)
        assert reason == f"this is a {what}{advice}", reason
    assert failing(net, "text/x.svg").startswith("this is an image of")


def test_what_is_no_text_is_not_waited_for(net):
    assert failing(net, "film") == (
        "this is a film of 3000.0 MB; gutread reads text; open it in a browser "
        "or save it")
    assert failing(net, "radio") == (
        "this is a sound; gutread reads text; open it in a browser or save it")


SCREEN = """
size   80x12
run    gutread {web}link
wait   "Go to the page"
keys   <Tab> <Enter>
wait   "enough to be read"
keys   <Backspace>
wait   "Go to the page"
keys   B
wait   "enough to be read"
keys   <Backspace>
wait   "Go to the page"
# A server that does not answer is given up; what was there stays.
keys   <Tab> <Tab> <Enter>
wait   "waiting for 127.0.0.1"
wait   "Go to the page"
keys   <Esc>
wait   "not loaded"
wait   "Go to the page"
# And so is one that stops in the middle.
keys   <Tab> <Enter>
wait   "loading from 127.0.0.1"
wait   "27% of 1 kB (Esc to stop)"
keys   <Esc>
wait   "not loaded"
wait   "Go to the page"
# Failures are told, and the next thing can be done.
keys   q
exit   0
restored
run    gutread {web}status/404 {web}page
wait   "there is no such page"
keys   J
wait   "enough to be read"
keys   q
exit   0
restored
run    gutread {web}mute
wait   "waiting for 127.0.0.1"
keys   <Esc>
wait   "was not loaded"
keys   q
exit   0
restored
run    gutread {web}stall
wait   "loading from 127.0.0.1"
keys   q
exit   0
restored
"""


# Silence of each kind is given up, and what was there stays.
SILENT = """
size   80x12
run    gutread {web}text/silent
wait   "Kinds of silence"
keys   <Tab> <Enter>
wait   "waiting for 127.0.0.1"
keys   <Esc>
wait   "not loaded"
wait   "Kinds of silence"
keys   <Tab> <Enter>
wait   "waiting for 127.0.0.1"
keys   <Esc>
wait   "not loaded"
wait   "Kinds of silence"
keys   <Tab> <Enter>
wait   "waiting for 127.0.0.1"
keys   <Esc>
wait   "not loaded"
wait   "Kinds of silence"
keys   <Tab> <Enter>
wait   "loading from 127.0.0.1"
keys   <Esc>
wait   "not loaded"
wait   "Kinds of silence"
keys   q
exit   0
restored
"""


def play(net, script):
    """Plays a screen script."""
    path = net.folder / "web.t"
    path.write_text(script.strip().replace("{web}", net.url("")) + "\n")
    result = subprocess.run(
        [net.build / "tests/tui/drive", "-g", net.gutread, path],
        env={**net.env, "TMPDIR": str(net.folder)}, check=False, timeout=60,
        stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


COPIES = """
size   80x12
run    gutread {web}same
wait   "enough to be read"
keys   q
exit   0
run    gutread {web}cached
wait   "enough to be read"
keys   q
exit   0
run    gutread {web}cached
wait   "enough to be read"
settle
keys   q
exit   0
run    gutread {web}same
wait   "enough to be read"
settle
absent "this is the copy"
keys   q
exit   0
"""


def test_the_screen_asks_for_a_copy_again_only_as_its_server_wants(net):
    play(net, COPIES)
    assert [asked.path for asked in net.web.asked] \
        == ["/same", "/cached", "/same"]
    headers = net.web.asked[-1].headers
    assert headers["if-none-match"] == '"v1"', headers
    assert headers["if-modified-since"] == "Sat, 01 Jan 2022 00:00:00 GMT"


def test_the_screen_opens_links_to_the_web_and_gives_them_up(net):
    play(net, SCREEN)


def test_the_screen_gives_up_any_silence(net):
    with server.full() as full, server.deaf() as deaf:
        links = (f"http://127.0.0.1:{full}/", f"https://127.0.0.1:{deaf}/",
                 "/mute", "/stall")
        net.web.texts["silent"] = ("text/html", "".join([
            "<title>Kinds of silence</title><h1>Kinds of silence</h1>",
            *(f"<p><a href={link}>{link}</a>" for link in links)]).encode())
        play(net, SILENT)
