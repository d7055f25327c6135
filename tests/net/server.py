#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""A server of the web that behaves as badly as it is told, on 127.0.0.1.

Each path is a behavior: a function of this file that gets the connection and
what was asked for, and writes what it likes. All of it runs in threads that
end with the program; no connection lives longer than LIFE seconds.

    server.py          serve until standard input ends; prints the port first
"""
import contextlib
import gzip
import select
import socket
import socketserver
import ssl
import sys
import threading
import time
import zlib

from request import PAGE, Request
from turns import (path_edition, path_feed, path_mortal,  # noqa: F401
                   path_once, path_walled)

LIFE = 20
TEXT = b"<p>This is a text that is long enough to be worth reading. " * 40


def path_page(r):
    r.page()


def path_echo(r):
    """A page of what was sent."""
    lines = "".join(f"{name}={value}\n" for name, value in
                    sorted(r.headers.items()))
    r.page(f"{r.path}\n{lines}".encode(), "text/plain")


def path_walk(r):
    """/walk is an article of three pages, /walk/page/N are the others."""
    n = int(r.path.rsplit("/", 1)[1]) if "page" in r.path else 1
    text = (f"We have come to mile {n}, where the mill stands by the water, "
            "and the heron, grey and patient, waits for frogs. ") * 6
    links = " ".join(f'<a href="/walk/page/{i}">{i}</a>' for i in (2, 3))
    r.page(f"<!DOCTYPE html><h1>A walk</h1><p>{text}</p><div>{links}</div>"
           .encode())


def path_signs(r):
    """A page in which signs are words."""
    r.page("<!DOCTYPE html><title>Pond</title><article><h1>Pond</h1><p>A pond "
           "has water and a frog, and so has this one here.</p><p>On it swims a "
           "\U0001F986\uFE0F that knows C++ and node.js well.</p></article>"
           .encode())


def path_loop(r):
    r.to("/loop")


def path_hop(r):
    """/hop/N leads to the page in N steps, each of another form."""
    n = int(r.path.rsplit("/", 1)[1])
    if n == 0:
        r.page()
    elif n % 2:
        r.to(f"../hop/{n - 1}", "301 Moved Permanently")
    else:
        r.to(f"//127.0.0.1:{r.port}/hop/{n - 1}", "307 Temporary Redirect")


def path_abroad(r):
    """To the same page, on a host with another name."""
    r.to(f"http://localhost:{r.port}/echo")


def path_home(r):
    r.to("/echo")


def path_nowhere(r):
    r.head("302 Found", Content_Length=0)


def path_file(r):
    r.to("file:///etc/passwd")


def path_fat(r):
    """A redirect with a body without an end."""
    r.head("302 Found", Location="/page")
    while True:
        r.write(b"x" * 65536)


def path_cookie(r):
    """Sets a cookie, and gives the page only to who has it."""
    if "taste=sweet" in r.headers.get("cookie", ""):
        r.page()
    else:
        r.to("/cookie", Set_Cookie="taste=sweet; Path=/")


def path_drip(r):
    """A byte now and then, for ever."""
    r.head(Content_Type="text/html")
    r.write(PAGE)
    while True:
        r.write(b" ")
        time.sleep(0.2)


def path_slow(r):
    """A page in pieces, which takes three seconds."""
    r.head(Content_Type="text/html", Content_Length=len(PAGE))
    for at in range(0, len(PAGE), len(PAGE) // 10):
        r.write(PAGE[at:at + len(PAGE) // 10])
        time.sleep(0.3)


def path_mute(r):
    """No answer at all."""
    time.sleep(LIFE)


def path_stall(r):
    """Half a page, and then nothing."""
    r.head(Content_Type="text/html", Content_Length=len(PAGE))
    r.write(PAGE[:50])
    time.sleep(LIFE)


def path_film(r):
    """A large film that comes slowly."""
    r.head(Content_Type="application/octet-stream", Content_Length=3 * 10**9)
    r.write(b"\0\0\0\x18ftypmp42" + b"\0" * 600)
    time.sleep(LIFE)


def path_radio(r):
    """Sound without an end."""
    r.head(Content_Type="audio/mpeg")
    while True:
        r.write(b"\xFF\xFB\x90\0" * 4096)


def path_lies(r):
    """Promises more than it gives."""
    r.head(Content_Type="text/html", Content_Length=len(PAGE) + 100)
    r.write(PAGE)


def path_early(r):
    """Closed without a word."""


def path_reset(r):
    r.head(Content_Type="text/html", Content_Length=len(PAGE))
    r.write(PAGE[:50])
    r.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                            b"\1\0\0\0\0\0\0\0")


def path_chunked(r):
    r.head(Content_Type="text/html", Transfer_Encoding="chunked")
    for at in range(0, len(PAGE), 7):
        piece = PAGE[at:at + 7]
        r.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
    r.write("0\r\n\r\n")


def path_unchunked(r):
    """Chunks that end in the middle."""
    r.head(Content_Type="text/html", Transfer_Encoding="chunked")
    r.write(f"{len(PAGE):x}\r\n".encode() + PAGE[:20])


def path_gzip(r):
    body = gzip.compress(PAGE)
    r.page(body, Content_Encoding="gzip")


def path_bomb(r):
    """A gigabyte in a megabyte."""
    body = gzip.compress(b"\0" * (1 << 24), 9) * 64
    r.page(body, Content_Encoding="gzip")


def path_brotli(r):
    """The page in brotli's own form, not made smaller: the window of 16 bits, a
    block that is not the last, of so many bytes, as they are; and the last."""
    bits = 0 | 0 << 1 | 0 << 2 | (len(PAGE) - 1) << 4 | 1 << 20
    r.page(bits.to_bytes(3, "little") + PAGE + b"\3", Content_Encoding="br")


def path_zstd(r):
    """The same for zstd: a frame of known size with one raw block."""
    size = len(PAGE)
    r.page(b"\x28\xB5\x2F\xFD\x20" + bytes([size]) +
           (1 | size << 3).to_bytes(3, "little") + PAGE,
           Content_Encoding="zstd")


def path_deflate(r):
    r.page(zlib.compress(PAGE), Content_Encoding="deflate")


def path_garbled(r):
    r.page(b"this was never compressed", Content_Encoding="gzip")


def path_flood(r):
    """A page without an end."""
    r.head(Content_Type="text/html")
    while True:
        r.write(b"<p>more " * 8192)


def path_huge(r):
    """A page that says that it is too large."""
    r.head(Content_Type="text/html", Content_Length=1 << 30)
    while True:
        r.write(b" " * 65536)


def path_headers(r):
    """Headers without an end."""
    r.write("HTTP/1.1 200 OK\r\n")
    while True:
        r.write("X-More: " + "x" * 1000 + "\r\n")


def path_escape(r):
    """Control characters wherever there is room for them."""
    r.write(b"HTTP/1.1 404 \x1b[31mNot\x07\r\nX: \x1b]0;gotcha\x07\r\n"
            b"Content-Length: 0\r\n\r\n")


def path_typed(r):
    r.write(b"HTTP/1.1 200 \x1b[31mOK\r\nConnection: close\r\n"
            b"Content-Type: text/html\x1b[31m; charset=utf-8\r\n"
            b"ETag: \"a\x1b[1mb\"\r\nContent-Length: " +
            str(len(PAGE)).encode() + b"\r\n\r\n" + PAGE)


def path_noise(r):
    r.write("220 mail.example ESMTP\r\n")


def path_status(r):
    """/status/N"""
    r.head(r.path.rsplit("/", 1)[1] + " No", Content_Type="text/html",
           Content_Length=len(PAGE))
    r.write(PAGE)


def path_busy(r):
    r.head("429 Too Many Requests", Retry_After="90", Content_Length=0)


def path_wait(r):
    """/wait/SECONDS"""
    r.head("429 Too Many Requests", Content_Length=0,
           Retry_After=r.path.rsplit("/", 1)[1])


def path_later(r):
    when = time.gmtime(time.time() + 3 * 3600 - 60)
    r.head("503 Service Unavailable", Content_Length=0,
           Retry_After=time.strftime("%a, %d %b %Y %H:%M:%S GMT", when))


def path_challenge(r):
    body = (b"<title>Just a moment...</title><noscript>Enable JavaScript and "
            b"cookies to continue</noscript><script src=/x.js></script>")
    r.head("403 Forbidden", Content_Type="text/html", Content_Length=len(body))
    r.write(body)


def path_lost(r):
    """An article with the status of none."""
    body = b"<meta property=og:type content=article><title>A</title>" + TEXT
    r.head("404 Not Found", Content_Type="text/html", Content_Length=len(body))
    r.write(body)


def path_angry(r):
    """A failure with a page without an end."""
    r.head("500 Oops", Content_Type="text/html")
    while True:
        r.write(TEXT)


def path_half(r):
    """Half an article, and then the connection is lost."""
    r.head(Content_Type="text/html", Content_Length=2 * len(TEXT))
    r.write(TEXT)


def path_pause(r):
    """Half an article, and then nothing."""
    path_half(r)
    time.sleep(LIFE)


def path_refresh(r):
    """/refresh?URL: a page without a text that leads elsewhere."""
    where = r.path.partition("?")[2]
    r.page(f"<meta http-equiv=refresh content='0; url={where}'>".encode())


def path_cached(r):
    r.page(Cache_Control="max-age=600, must-revalidate", Age="100")


def path_kept(r):
    """A page that must not be."""
    r.page(Cache_Control="no-store")


def path_sweet(r):
    """A cookie, and then to another host."""
    r.to(f"http://localhost:{r.port}/echo", Set_Cookie="taste=sweet; Path=/")


def path_go(r):
    """/go/STATUS?URL: goes there, in that way."""
    status = r.path.split("/")[2].partition("?")[0]
    r.to(r.path.partition("?")[2], status + " Elsewhere")


def path_to(r):
    """/to?URL: goes there."""
    r.to(r.path.partition("?")[2])


def tunnel(r):
    """What CONNECT asks for, as far as it is this machine."""
    host, port = r.path.rsplit(":", 1)
    if host != "localhost":
        r.head("403 Forbidden", Content_Length=0)
        return
    with socket.create_connection(("127.0.0.1", int(port))) as far:
        r.write("HTTP/1.1 200 OK\r\n\r\n")
        ends = {r.connection: far, far: r.connection}
        while True:
            for end in select.select(list(ends), [], [], LIFE)[0]:
                piece = end.recv(65536)
                if not piece:
                    return
                ends[end].sendall(piece)


def path_same(r):
    """304 for who has it already."""
    known = r.headers.get("if-none-match") == '"v1"' or \
        "if-modified-since" in r.headers
    if known:
        r.head("304 Not Modified", ETag='"v1"')
    else:
        r.page(ETag='"v1"', Last_Modified="Sat, 01 Jan 2022 00:00:00 GMT")


def path_link(r):
    """A page with links to others."""
    r.page(b"<!doctype html><title>Links</title><h1>Links</h1><p>Go to "
           b"<a href=page>the page</a>, <a href=mute>silence</a> or "
           b"<a href=stall>half of it</a>.</p>")


def path_base(r):
    r.to("/deep/er/link")


def path_deep(r):
    path_link(r)


def path_away(r):
    """To where the server was told."""
    r.to(r.server.away)


def path_locked(r):
    """/locked/NAME: the same, for who has the name and the password."""
    if r.headers.get("authorization") == "Basic YW5uOnMgZWNyZXQ=":
        path_text(r)
    else:
        r.head("401 Unauthorized", Content_Length=0,
               WWW_Authenticate='Basic realm="here"')


def path_text(r):
    """/text/NAME: a type and a body that a case has put there."""
    known = r.server.texts.get(r.path.rsplit("/", 1)[1])
    if known:
        type, body = known
        r.page(body, type)
    else:
        r.head("404 Not Found", Content_Length=0)


class Connection(socketserver.BaseRequestHandler):
    def handle(self):
        connection = self.request
        connection.settimeout(LIFE)
        try:
            if self.server.tls:
                connection = self.server.tls.wrap_socket(
                    connection, server_side=True)
            request = Request(self.server, connection,
                              self.server.server_address[1])
            if not request.read():
                return
            self.server.asked.append(request)
            name = (request.path.split("?")[0].split("/") + [""])[1]
            known = globals().get(f"path_{name}")
            if request.method == "CONNECT":
                tunnel(request)
            elif known:
                known(request)
            else:
                request.head("404 Not Found", Content_Length=0)
        except (OSError, ssl.SSLError):
            pass  # who asked is gone
        finally:
            try:
                connection.close()
            except OSError:
                pass


class Server(socketserver.ThreadingTCPServer):
    """Serves in the background as long as the program runs."""
    daemon_threads = True
    block_on_close = False

    def __init__(self, tls=None, host="127.0.0.1"):
        self.address_family = \
            socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), Connection)
        self.tls, self.texts, self.times, self.asked = tls, {}, {}, []
        self.away = "/"
        threading.Thread(target=self.serve_forever, daemon=True,
                         kwargs={"poll_interval": 0.05}).start()

    def url(self, path, host="127.0.0.1"):
        scheme = "https" if self.tls else "http"
        return f"{scheme}://{host}:{self.server_address[1]}/{path}"


@contextlib.contextmanager
def deaf():
    """A port on which connections are taken, and nothing is answered."""
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        port.listen(8)
        yield port.getsockname()[1]


@contextlib.contextmanager
def full():
    """A port on which no connection is taken any more."""
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        port.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for line in waiting:  # more than the kernel holds
            line.setblocking(False)
            line.connect_ex(port.getsockname())
        yield port.getsockname()[1]
        for line in waiting:
            line.close()


if __name__ == "__main__":
    print(Server().server_address[1], flush=True)
    sys.stdin.read()
