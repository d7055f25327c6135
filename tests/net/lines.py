# SPDX-License-Identifier: ISC
"""What lies between the program that fetches and a server: certificates,
proxies, names and protocols. One function a promise."""
import shutil
import socket
import subprocess

import server
from server import PAGE

REFUSED = "the certificate of '127.0.0.1' is not to be trusted: "


def test_a_certificate_that_nobody_signed_is_refused(net):
    web, certificate = net.tls()
    if web is None:
        return
    status, page, messages = net.fetch(web.url("page"))
    assert (status, page) == (1, b"")
    assert REFUSED + "self-signed" in \
        messages.replace("self signed", "self-signed"), messages
    trust = {"SSL_CERT_FILE": str(certificate)}
    assert net.fetch(web.url("page"), env=trust) == (0, PAGE, "")
    assert net.fetch(web.url("page", host="localhost"), env=trust) == \
        (0, PAGE, "")


def test_a_certificate_of_another_host_is_refused(net):
    web, certificate = net.tls("DNS:elsewhere.example")
    if web is None:
        return
    status, _, messages = net.fetch(
        web.url("page"), env={"SSL_CERT_FILE": str(certificate)})
    assert status == 1 and "is not to be trusted" in messages, messages


def test_the_way_from_https_to_http_is_told(net):
    web, certificate = net.tls()
    if web is None:
        return
    web.away = net.url("page")
    path = net.folder / "head"
    status, page, _ = net.run(
        "sh", "-c", 'exec "$0" "$@" 3>head', net.build / "gutread-fetch",
        web.url("away"), env={"SSL_CERT_FILE": str(certificate)})
    assert (status, page) == (0, PAGE)
    first = path.read_text().splitlines()[0]
    assert first == f"downgrade {net.url('page')}", first


def test_a_certificate_whose_time_is_over_is_refused(net):
    web, certificate = net.tls(days=-1)
    if web is None:
        return
    status, page, messages = net.fetch(
        web.url("page"), env={"SSL_CERT_FILE": str(certificate)})
    assert (status, page) == (1, b"")
    assert REFUSED + "certificate has expired" in messages, messages


def test_a_certificate_of_an_unknown_authority_is_refused(net):
    web, _ = net.tls()
    if web is None:
        return
    _, other = net.certificate()
    status, _, messages = net.fetch(
        web.url("page"), env={"SSL_CERT_FILE": str(other)})
    assert status == 1 and REFUSED in messages, messages


def test_a_server_without_certificates_is_told(net):
    status, _, messages = net.fetch(
        net.url("page").replace("http:", "https:"))
    assert status == 1 and "does not speak TLS there" in messages, \
        messages


def test_http_2_is_spoken(net):
    if not shutil.which("nghttpd") or not shutil.which("openssl"):
        return
    _, certificate = net.certificate()
    (net.folder / "page").write_bytes(PAGE)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with subprocess.Popen(
            ["nghttpd", "--address=127.0.0.1", "-d", net.folder, "-v",
             str(port), net.folder / "key.pem", certificate],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True) as web:
        try:
            while "listen" not in web.stdout.readline():
                assert web.poll() is None
            status, page, messages = net.fetch(
                f"https://127.0.0.1:{port}/page",
                env={"SSL_CERT_FILE": str(certificate)})
        finally:
            web.terminate()
    assert (status, page) == (0, PAGE), messages


def test_a_proxy_is_taken_from_the_environment(net):
    proxy = {"http_proxy": net.url("")}
    status, _, messages = net.fetch("http://far.invalid/page", env=proxy)
    assert status == 1 and "HTTP 404" in messages, messages
    assert net.web.asked[0].path == "http://far.invalid/page"
    status, page, _ = net.fetch(
        net.url("page"), env={**proxy, "no_proxy": "x,127.0.0.1"})
    assert (status, page) == (0, PAGE)
    assert net.web.asked[1].path == "/page"


def test_a_proxy_is_not_asked_to_read_along(net):
    web, certificate = net.tls()
    if web is None:
        return
    env = {"SSL_CERT_FILE": str(certificate), "https_proxy": net.url("")}
    assert net.fetch(web.url("page", host="localhost"), env=env) == \
        (0, PAGE, "")
    assert net.web.asked[0].method == "CONNECT"
    status, _, messages = net.fetch(web.url("page"), env=env)
    assert status == 1
    assert "the proxy opens no way to '127.0.0.1' (HTTP 403)" in messages, \
        messages


def test_a_proxy_that_is_not_there_is_told(net):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        status, _, messages = net.fetch(
            "http://far.invalid/", env={"http_proxy": proxy})
    assert status == 1 and "no connection to" in messages, messages
    status, _, messages = net.fetch(
        "http://far.invalid/", env={"http_proxy": "http://no.such.invalid/"})
    assert "the proxy that the environment names is not known" in messages, \
        messages


def test_names_of_any_script_are_asked_for(net):
    net.fetch("http://bücher.invalid/größe?ä=ö", env={"http_proxy": net.url("")})
    assert net.web.asked[0].path == \
        "http://xn--bcher-kva.invalid/gr%c3%b6%c3%9fe?%c3%a4=%c3%b6", \
        net.web.asked[0].path


def test_addresses_of_version_6_are_asked(net):
    try:
        web = server.Server(host="::1")
    except OSError:
        return  # this machine has none
    assert net.fetch(web.url("page", host="[::1]")) == (0, PAGE, "")


def test_a_server_that_takes_no_connection_is_waited_for(net):
    with server.full() as port:
        status, _, messages = net.fetch(
            "--timeout=1", f"http://127.0.0.1:{port}/")
    assert status == 1
    assert "'127.0.0.1' did not answer within 1 second" in messages or \
        "nothing came from '127.0.0.1'" in messages, messages
