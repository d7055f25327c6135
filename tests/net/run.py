#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Run what talks to the web against servers of our own, and print TAP.

    tests/net/run.py                    all cases, with build/
    tests/net/run.py redirect tls       those whose name holds a word
    tests/net/run.py --build=DIR ...    with another build folder

A case is a function of one of MODULES whose name is a sentence that begins with
test_. It gets a Net, in a folder of its own, with a server that no
other case asks at that time: most of them wait, so some run at once.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import traceback

import cases
import feeds
import library
import lines
import lists
import pages
import passwords
import server
import transfers

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
sys.path.append(str(TESTS))
import tap  # noqa: E402

MODULES = [cases, feeds, library, lines, lists, pages, passwords, transfers]


class Net:
    """What a case stands in: a server, a folder, and the programs."""

    def __init__(self, build, folder, web):
        self.build, self.folder, self.web = build, pathlib.Path(folder), web
        self.gutread = build / "gutread"
        kept = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name == "PATH"}
        self.env = {**kept, "HOME": folder, "LC_ALL": "C.UTF-8",
                    "TERM": "xterm-256color", "TZ": "UTC"}

    def url(self, path, **more):
        return self.web.url(path, **more)

    def run(self, *command, env=None, **more):
        """Runs a program; returns status, output and messages, in which the
        server is called http://W."""
        more.setdefault("stdout", subprocess.PIPE)
        result = subprocess.run(
            command, check=False, timeout=20, cwd=self.folder,
            env={**self.env, **(env or {})}, stderr=subprocess.PIPE, **more)
        web = self.web.url("")[:-1]
        return (result.returncode, result.stdout or b"",
                result.stderr.decode().replace(web, "http://W"))

    def fetch(self, *args, **more):
        """Runs gutread-fetch with nobody on descriptor 3."""
        return self.run(self.build / "gutread-fetch", *args, **more)

    def head(self, *args):
        """Returns what gutread-fetch tells on descriptor 3."""
        path = self.folder / "head"
        self.run("sh", "-c", 'exec "$0" "$@" 3>head',
                 self.build / "gutread-fetch", *args)
        return path.read_bytes().decode().replace(
            self.web.url("")[:-1], "http://W")

    def read(self, *args, **more):
        """Runs gutread; the output is text."""
        status, output, messages = self.run(self.gutread, *args, **more)
        return status, output.decode(), messages

    def certificate(self, names="DNS:localhost,IP:127.0.0.1", days=1):
        """Makes a key and a certificate signed by itself; returns a context for
        a server and the file of the certificate."""
        key, request, certificate = (
            self.folder / name for name in ("key.pem", "request", "cert.pem"))
        for command in (
                ["req", "-newkey", "ec", "-pkeyopt",
                 "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                 "-out", request, "-subj", "/CN=test", "-addext",
                 f"subjectAltName={names}"],
                ["x509", "-req", "-in", request, "-signkey", key, "-out",
                 certificate, "-days", str(days), "-copy_extensions", "copy"]):
            subprocess.run(["openssl", *command], check=True,
                           capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return context, certificate

    def tls(self, *names, **more):
        """Returns a server with such a certificate, and the file of that; None
        without the openssl command."""
        if not shutil.which("openssl"):
            return None, None
        context, certificate = self.certificate(*names, **more)
        return server.Server(context), certificate


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=ROOT / "build", type=pathlib.Path,
                        help="build folder")
    parser.add_argument("--jobs", type=int, default=6)
    parser.add_argument("words", nargs="*", help="which cases")
    return parser.parse_args()


def play(case, build, own):
    """Returns what is wrong with the case, "" if nothing."""
    if not hasattr(own, "web"):
        own.web = server.Server()
    with tempfile.TemporaryDirectory(prefix="gutread-net-") as folder:
        try:
            own.web.asked.clear()
            case(Net(build, folder, own.web))
        except Exception:
            return traceback.format_exc()
    return ""


def main():
    args = arguments()
    build = args.build.resolve()
    chosen = [(name, case) for module in MODULES
              for name, case in vars(module).items()
              if name.startswith("test_")
              and (not args.words or any(word in name for word in args.words))]
    own = threading.local()
    print(f"1..{len(chosen)}")
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        faults = pool.map(lambda row: play(row[1], build, own), chosen)
        return tap.report_all(zip((name[5:].replace("_", " ")
                                   for name, _ in chosen), faults))


if __name__ == "__main__":
    sys.exit(main())
