#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Let allocations fail in the real programs, and print TAP.

    tests/faults/memory.py --build=DIR --scarce=FILE        some of them
    tests/faults/memory.py --build=DIR --scarce=FILE --all  one after the other

FILE is what scarce.c is built to. A program that gets no memory ends with
status 70 and one line, or it could do without and wrote what it always writes;
it never crashes, hangs, or writes something else. Both are tried: one allocation
that fails, and all from one on. One that has the screen gives it back.
"""
import argparse
import fcntl
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import termios
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent))
import tap  # noqa: E402

GOLDEN = HERE.parent / "golden"
NO_MEMORY = b"gutread: out of memory\n"
FOREVER = 10 ** 9
AT_ONCE = 30  # allocations of a program and a document that fail, if not all
ON_SCREEN = 10  # the same, of a program on the screen
DRAWN = b"a screen that was given back"
KEYS = b"/of\rn]tjjq?qzMzRFqgGq"

# What cmark knows of its extensions it gets in its own way, which ends the
# program in its own way: to a reader that is a parser that crashed.
OF_CMARK = b"[cmark] calloc returned null pointer, aborting\n"
# So does ncurses, with what it knows of terminals; or it cannot use that, or it
# crashes before it has changed anything. libuv aborts without threads.
OF_NCURSES = (b"Out of memory\n",
              b"; try 'gutread --format=text FILE | less'\n")
CRASH_OF_NCURSES = (-11, b"", b"")
ABORT_OF_LIBUV = (-6, DRAWN, b"")

PARSED = ("mixed/article.md", "matter/authors.md", "extract/talk.html",
          "walls/paywall.html", "feeds/rss.xml", "feeds/walks.jsonfeed")
WRITTEN = ("text", "ansi", "markdown", "html", "json")


# In the place of standard input: the program has a terminal.
SCREEN = None


def runs(folder):
    """Yields what is tried: a name, arguments, standard input, and whether
    there is a library before."""
    article = GOLDEN / "mixed/article.md"
    for name in PARSED:
        yield f"parse {name}", ["gutread-parse"], GOLDEN / name, False
    for form in WRITTEN:
        yield (f"write {form}", ["gutread", f"--format={form}", article],
               os.devnull, False)
    yield "the version", ["gutread", "--version"], os.devnull, False
    yield "keep an article", ["gutread", "--save", article], os.devnull, True
    yield "list the library", ["gutread", "--list"], os.devnull, True
    yield ("search the library", ["gutread", "--search=bread"], os.devnull,
           True)
    yield "read on the screen", ["gutread", article], SCREEN, True
    yield "the library on the screen", ["gutread"], SCREEN, True


class Programs:
    """The programs in a home of their own."""

    def __init__(self, build, scarce, folder):
        self.build, self.scarce = build, scarce
        self.home = pathlib.Path(folder) / "home"
        self.library = pathlib.Path(folder) / "library"
        self.env = {"HOME": str(self.home), "LC_ALL": "C.UTF-8",
                    "PATH": os.environ.get("PATH", ""),
                    "GUTREAD_DATADIR": str(ROOT / "data")}

    def run(self, args, stdin, has_library, **scarcity):
        """Runs a program to its end, in the home that it always finds."""
        shutil.rmtree(self.home, ignore_errors=True)
        if has_library:
            shutil.copytree(self.library, self.home)
        else:
            self.home.mkdir()
        env = {**self.env, "LD_PRELOAD": str(self.scarce),
               **{f"SCARCE_{name}": str(number)
                  for name, number in scarcity.items()}}
        if stdin is SCREEN:
            return self.run_on_screen(args, env)
        with open(stdin, "rb") as file:
            result = subprocess.run(
                [self.build / args[0], *args[1:]], stdin=file, env=env,
                capture_output=True, check=False, timeout=20)
        return result.returncode, result.stdout, result.stderr

    def run_on_screen(self, args, env):
        """The same on a terminal, on which keys are pressed of which the last
        leave the program."""
        master, slave = pty.openpty()
        before = termios.tcgetattr(slave)
        child = subprocess.Popen(
            [self.build / args[0], *args[1:]], stdin=slave, stdout=slave,
            stderr=subprocess.PIPE, env={**env, "TERM": "xterm-256color"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.set_blocking(child.stderr.fileno(), False)
        os.write(master, KEYS)
        deadline = time.monotonic() + 20
        drawn = b""
        while child.poll() is None:
            if select.select([master], [], [], 0.02)[0]:
                drawn += os.read(master, 1 << 16)
            if time.monotonic() > deadline:
                child.kill()
                raise subprocess.TimeoutExpired(args, 20)
        while select.select([master], [], [], 0)[0]:
            drawn += os.read(master, 1 << 16)
        err = child.stderr.read() or b""
        child.stderr.close()
        out = DRAWN if b"\x1b[?1049h" in drawn else b""
        if (drawn.rfind(b"\x1b[?1049h") > drawn.rfind(b"\x1b[?1049l") or
                termios.tcgetattr(slave) != before):
            out = b"a screen that was kept"
        os.close(master)
        os.close(slave)
        return child.returncode, out, err

    def make_library(self):
        """Makes the library that the others find."""
        self.run(["gutread", "--save", GOLDEN / "mixed/article.md"],
                 os.devnull, False)
        shutil.move(self.home, self.library)

    def count(self, *what):
        return int(self.run(*what, COUNT=2)[2].split()[-1])


def verdict(result, sound):
    """Returns what is wrong with a run in which memory was scarce."""
    status, out, err = result
    if result == sound:
        return ""
    if status == 70 and err.endswith(NO_MEMORY) and sound[1].startswith(out):
        return ""
    if status == -6 and err == OF_CMARK and not out:
        return ""
    if sound[1] == DRAWN and (
            result in (CRASH_OF_NCURSES, ABORT_OF_LIBUV) or
            status == 1 and err.endswith(OF_NCURSES) and
            DRAWN.startswith(out)):
        return ""
    return f"ends with {status}, says {err[:200]} and writes {out[:200]}"


def spread(count, at_once):
    """Yields the numbers of allocations that are to fail; 0 means all."""
    step = max(1, count / at_once) if at_once else 1
    number = 1.0
    while number <= count:
        yield int(number)
        number += step


def faults_of(programs, what, is_all):
    sound = programs.run(*what)
    faults = [] if sound[0] == 0 else [f"ends with {sound[0]} at any rate"]
    at_once = ON_SCREEN if what[1] is SCREEN else AT_ONCE
    for number in spread(programs.count(*what), 0 if is_all else at_once):
        for how_many in (1, FOREVER):
            try:
                fault = verdict(programs.run(*what, AT=number, FOR=how_many),
                                sound)
            except subprocess.TimeoutExpired:
                fault = "hangs"
            if fault:
                faults.append(f"allocation {number} of {how_many}: {fault}")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--scarce", type=pathlib.Path, required=True)
    parser.add_argument("--all", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(args.build.resolve(), args.scarce.resolve(), folder)
        programs.make_library()
        cases = list(runs(folder))
        print(f"1..{len(cases)}")
        return tap.report_all(
            (f"without memory: {name}",
             "\n".join(faults_of(programs, what, args.all)[:20]))
            for name, *what in cases)


if __name__ == "__main__":
    sys.exit(main())
