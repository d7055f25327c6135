#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Let allocations fail in the real programs, and print TAP.

    tests/faults/memory.py --build=DIR --scarce=FILE        some of them
    tests/faults/memory.py --build=DIR --scarce=FILE --all  one after the other

FILE is what scarce.c is built to. A program that gets no memory ends with
status 70 and one line, or it could do without and wrote what it always writes;
it never crashes, hangs, or writes something else. Both are tried: one allocation
that fails, and all from one on.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GOLDEN = HERE.parent / "golden"
NO_MEMORY = b"gutread: out of memory\n"
FOREVER = 10 ** 9
AT_ONCE = 30  # allocations of a program and a document that fail, if not all

# What cmark knows of its extensions it gets in its own way, which ends the
# program in its own way: to a reader that is a parser that crashed.
OF_CMARK = b"[cmark] calloc returned null pointer, aborting\n"

PARSED = ("mixed/article.md", "matter/authors.md", "extract/talk.html",
          "walls/paywall.html", "feeds/rss.xml", "feeds/walks.jsonfeed")
WRITTEN = ("text", "ansi", "markdown", "html", "json")


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
        with open(stdin, "rb") as file:
            result = subprocess.run(
                [self.build / args[0], *args[1:]], stdin=file, env=env,
                capture_output=True, check=False, timeout=20)
        return result.returncode, result.stdout, result.stderr

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
    return f"ends with {status} and says {err[:200]}"


def spread(count, is_all):
    """Yields the numbers of allocations that are to fail."""
    step = 1 if is_all else max(1, count / AT_ONCE)
    number = 1.0
    while number <= count:
        yield int(number)
        number += step


def faults_of(programs, what, is_all):
    sound = programs.run(*what)
    faults = [] if sound[0] == 0 else [f"ends with {sound[0]} at any rate"]
    for number in spread(programs.count(*what), is_all):
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
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(args.build.resolve(), args.scarce.resolve(), folder)
        programs.make_library()
        cases = list(runs(folder))
        print(f"1..{len(cases)}")
        for number, (name, *what) in enumerate(cases, 1):
            faults = faults_of(programs, what, args.all)
            failed += bool(faults)
            print("not ok" if faults else "ok", number, "-",
                  f"without memory: {name}", flush=True)
            for fault in faults[:20]:
                print("#", fault)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
