# SPDX-License-Identifier: ISC
"""What the program that fetches promises, one function a promise."""
import os
import socket
import time

import server
from server import PAGE


def failing(net, path, *options):
    """Returns why the path cannot be fetched."""
    status, _, messages = net.fetch(*options, net.url(path))
    assert status == 1, (path, status)
    begin = f"gutread-fetch: 'http://W/{path}': "
    assert messages.startswith(begin) and messages.count("\n") == 1, messages
    return messages[len(begin):-1]


def test_a_page_goes_to_standard_output(net):
    assert net.fetch(net.url("page")) == (0, PAGE, "")


def test_a_page_goes_through_a_pipe_of_a_shell(net):
    status, article, messages = net.run(
        "sh", "-c", '"$0" "$2" | "$1" --base-url="$2"',
        net.build / "gutread-fetch", net.build / "gutread-parse",
        net.url("page"))
    assert (status, messages) == (0, ""), messages
    assert b"long enough to be read" in article


def test_the_head_is_told_on_descriptor_3(net):
    head, _, rest = net.head(net.url("same")).partition("\n\n")
    assert head.splitlines() == [
        "status 200", "url http://W/same", "type text/html; charset=utf-8",
        'etag "v1"', "modified Sat, 01 Jan 2022 00:00:00 GMT",
        f"length {len(PAGE)}"], head
    assert rest == f"progress {len(PAGE)}\n", rest


def test_redirects_are_followed_and_told(net):
    assert net.fetch(net.url("hop/10")) == (0, PAGE, "")
    lines = net.head(net.url("hop/3")).splitlines()
    assert lines[:5] == [
        "redirect http://W/hop/2", "redirect http://W/hop/1",
        "redirect http://W/hop/0", "status 200", "url http://W/hop/0"], lines


def test_it_is_told_how_far_a_page_has_moved_for_good(net):
    def moved(path, *rest):
        for status in reversed(rest):
            path = net.url(f"go/{status}?{path}")
        return [line for line in net.head(path).splitlines()
                if line.startswith("moved")]
    page = net.url("page")
    assert moved(page) == moved(page, 302) == moved(page, 303) == []
    assert moved(page, 301) == moved(page, 308, 301) == ["moved http://W/page"]
    assert moved(page, 307, 301) == []
    assert moved(page, 301, 302, 301) == ["moved http://W/go/302?" + net.url(
        "go/301?" + page).replace(net.url("")[:-1], "http://W")]


def test_a_redirect_with_a_body_without_an_end_is_followed(net):
    assert net.fetch(net.url("fat")) == (0, PAGE, "")


def test_redirects_without_an_end_are_refused(net):
    reason = failing(net, "loop")
    assert "more than 10 times" in reason, reason
    assert failing(net, "hop/11") == reason
    assert len(net.web.asked) == 2 * 11


def test_redirects_lead_only_to_the_web(net):
    reason = failing(net, "file")
    assert reason == ("the server points to 'file:///etc/passwd', which is no "
                      "page of the web"), reason
    assert "not where" in failing(net, "nowhere")
    for url in ("ftp://x/", "javascript:alert(1)", "data:text/html,x",
                "dict://127.0.0.1:1/", "HTTP:", "http://"):
        assert "the server points to" in failing(net, "to?" + url), url


def test_only_the_web_is_fetched(net):
    (net.folder / "secret").write_text("secret")
    for url in (f"file://{net.folder}/secret", "ftp://127.0.0.1/", "secret",
                "dict://127.0.0.1:1/", "gopher://127.0.0.1:1/"):
        status, output, messages = net.fetch(url)
        assert (status, output) == (1, b""), url
        assert "only http and https addresses" in messages, messages


def test_a_password_goes_to_its_own_host_only(net):
    def sent(path):
        _, page, _ = net.fetch(net.url(path).replace("//", "//ann:a%20b@"))
        return b"authorization=Basic YW5uOmEgYg==\n" in page
    assert sent("echo") and sent("home")
    assert not sent("abroad")
    assert "ann" not in net.head(net.url("home").replace("//", "//ann:x@"))


def test_a_password_goes_to_its_own_port_only(net):
    other = server.Server()
    _, page, _ = net.fetch(
        net.url("to?" + other.url("echo")).replace("//", "//ann:pw@", 1))
    assert page.startswith(b"/echo\n") and b"authorization" not in page, page


def test_a_password_that_a_redirect_brings_is_not_sent(net):
    url = net.url("echo").replace("//", "//ann:pw@")
    _, page, _ = net.fetch(net.url("to?" + url))
    assert page.startswith(b"/echo\n") and b"authorization" not in page, page


def test_a_cookie_goes_to_its_own_host_only(net):
    _, page, _ = net.fetch(net.url("sweet"))
    assert page.startswith(b"/echo\n") and b"cookie" not in page, page


def test_no_address_is_told_where_one_came_from(net):
    net.fetch(net.url("home"))
    assert len(net.web.asked) == 2
    for request in net.web.asked:
        assert "referer" not in request.headers


def test_the_request_says_who_asks(net):
    net.fetch(net.url("page"))
    net.fetch("--user-agent=Somebody/1", net.url("page"))
    first, second = (r.headers["user-agent"] for r in net.web.asked)
    assert first.startswith("gutread/"), first
    assert second == "Somebody/1", second


def test_cookies_live_as_long_as_one_load(net):
    for _ in range(2):
        assert net.fetch(net.url("cookie")) == (0, PAGE, "")
    assert len(net.web.asked) == 4


def test_compressed_pages_come_plain(net):
    assert net.fetch(net.url("gzip")) == (0, PAGE, "")
    accepted = net.web.asked[0].headers["accept-encoding"]
    assert "gzip" in accepted and "deflate" in accepted
    assert "compressed in a way" in failing(net, "garbled")


def test_every_way_to_compress_is_understood(net):
    for name in ("deflate", "brotli", "zstd"):
        assert net.fetch(net.url(name)) == (0, PAGE, ""), name
    accepted = net.web.asked[0].headers["accept-encoding"]
    assert "br" in accepted and "zstd" in accepted, accepted


def test_chunked_pages_come_whole(net):
    assert net.fetch(net.url("chunked")) == (0, PAGE, "")


def test_pages_that_are_too_large_are_cut(net):
    for path in ("bomb", "flood", "huge"):
        status, page, messages = net.fetch("--max-size=3000000", net.url(path))
        assert status == 1 and len(page) <= 3000000, path
        assert "more than 3000000 bytes; --max-size" in messages, messages
    assert "no end of headers" in failing(net, "headers")


def test_silence_is_waited_for_as_long_as_asked(net):
    for path in ("mute", "stall"):
        reason = failing(net, path, "--timeout=1")
        assert reason == ("nothing came from '127.0.0.1' for 1 second; "
                          "--timeout=2 waits longer"), reason


def test_slow_pages_are_not_given_up(net):
    assert net.fetch("--timeout=2", net.url("slow")) == (0, PAGE, "")


def test_pages_that_end_early_are_failures(net):
    for path in ("lies", "reset", "unchunked"):
        assert "before the page was complete" in failing(net, path), path
    assert "without an answer" in failing(net, "early")


def test_what_is_no_server_of_the_web_is_said_to_be_none(net):
    assert "does not speak HTTP" in failing(net, "noise")


def test_a_status_is_told_in_words(net):
    for status, words in ((401, "https://NAME:PASSWORD@HOST/"),
                          (402, "must be paid for"),
                          (403, "save it in a browser"),
                          (407, "http_proxy"), (408, "try again"),
                          (451, "for legal reasons"), (502, "try again later"),
                          (504, "did not answer in time"),
                          (520, "the server failed; try again later"),
                          (404, "there is no such page"), (410, "gone"),
                          (418, "try a browser"), (500, "the server failed")):
        reason = failing(net, f"status/{status}")
        assert reason.startswith(f"HTTP {status}: "), reason
        assert words in reason, reason


def test_a_busy_server_is_asked_once_and_its_time_told(net):
    reason = failing(net, "busy")
    assert "(HTTP 429); try again in 90 seconds, at " in reason, reason
    reason = failing(net, "later")
    assert "(HTTP 503); try again in 3 hours, at " in reason, reason
    assert len(net.web.asked) == 2
    assert "in 1 second, at " in failing(net, "wait/1")
    assert "in 3 days, at " in failing(net, f"wait/{3 * 86400 - 60}")
    assert "(HTTP 429); try again later" in failing(net, f"wait/{10 ** 14}")
    assert "(HTTP 503); try again later" in failing(net, "status/503")


def test_the_page_of_a_failure_is_given_too(net):
    status, page, messages = net.fetch(net.url("challenge"))
    assert status == 1 and b"Just a moment" in page, page
    assert "HTTP 403" in messages
    head = net.head(net.url("status/404")).splitlines()
    assert head[:2] == ["status 404", "failure HTTP 404: there is no such page; "
                        "the address may be old or mistyped"], head
    assert "cut" not in head
    assert "HTTP 500" in failing(net, "angry")


def test_a_page_that_is_cut_off_is_said_to_be(net):
    assert net.head("--timeout=1", net.url("stall")).endswith("cut\n")
    for path in ("half", "lies", "reset", "unchunked"):
        assert net.head(net.url(path)).endswith("cut\n"), path
    for path in ("page", "early", "garbled", "film"):
        assert "cut" not in net.head(net.url(path)), path


def test_how_long_a_page_stays_fresh_is_told(net):
    lines = net.head(net.url("cached")).splitlines()
    until = int(next(x for x in lines if x.startswith("fresh "))[6:])
    assert 400 < until - time.time() <= 501 and "must-ask" in lines, lines
    lines = net.head(net.url("kept")).splitlines()
    assert "no-store" in lines and "must-ask" not in lines, lines


def test_a_page_that_is_the_same_has_no_body(net):
    for option in ('--etag="v1"', "--since=Sat, 01 Jan 2022 00:00:00 GMT"):
        assert net.fetch(option, net.url("same")) == (0, b"", "")
        assert net.head(option, net.url("same")).startswith("status 304\n")
    assert net.fetch('--etag="v0"', net.url("same")) == (0, PAGE, "")


def test_control_characters_reach_no_terminal(net):
    assert "there is no such page" in failing(net, "escape")
    for path in ("escape", "typed"):
        assert "\x1b" not in net.head(net.url(path))
    _, _, messages = net.fetch("http://127.0.0.1:1/\x1b[31m\x07")
    assert "\x1b" not in messages and "\x07" not in messages


def test_options_put_nothing_into_the_request(net):
    for option in ("--etag=x\r\nX-Evil: 1", "--user-agent=a\nb", "--since=\x01"):
        status, _, messages = net.fetch(option, net.url("page"))
        assert status == 2 and messages.count("\n") == 1, messages
    assert not net.web.asked


def test_a_wrong_command_line_is_status_2(net):
    for args in ([], ["--zork"], ["--timeout=0", "http://x/"],
                 ["--max-size=x", "http://x/"], ["http://x/", "http://y/"]):
        assert net.fetch(*args)[0] == 2, args


def test_a_refused_connection_is_told(net):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        status, _, messages = net.fetch(f"http://127.0.0.1:{port}/")
    assert status == 1
    assert f"no connection to '127.0.0.1', port {port}: Connection refused" \
        in messages, messages


def test_an_unknown_host_is_told(net):
    status, _, messages = net.fetch("http://no.such.host.invalid/")
    assert status == 1
    assert "the host 'no.such.host.invalid' is not known" in messages, messages


def test_a_reader_that_leaves_is_told_nothing(net):
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as gone:
        status, _, messages = net.fetch(net.url("page"), stdout=gone)
    assert (status, messages) == (1, "")
