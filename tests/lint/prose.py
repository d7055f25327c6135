#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check what is written: blanks, words that are not used, paths, man pages.

Golden files, screen scripts and the corpus of the fuzzers are left alone:
there every byte is meant.
"""
import os
import re
import shutil
import subprocess

import source

OPEN_ENDS = re.compile(r"\b(TODO|FIXME|XXX)\b")
FORBIDDEN_NAME = re.compile(r"(utils?|misc|common|helpers?|manager|\w+\d)")
MEANT_NAMES = {"utf8", "base64", "sha256", "gutread.1"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:root|work)/\w")
COMPARED = ("tests/golden/", "tests/fuzz/corpus/", "tests/extract/")

SUFFIXES = (".c", ".h", ".py", ".md", ".sh", ".build", ".1", ".5", ".txt")


def texts(tree):
    """Yields the files that people write, by their place in the tree."""
    folders = ["src", "include", "tests", "man", "data"]
    for path in [*sorted(tree.glob("*")), *source.files(
            tree, folders, *SUFFIXES)]:
        here = path.relative_to(tree)
        is_text = path.suffix in SUFFIXES or path.name in ("dev", "LICENSE")
        if path.is_file() and is_text and \
                not here.as_posix().startswith(COMPARED):
            yield here


def line_faults(here, number, line):
    place = f"{here}:{number}"
    if line.endswith((" ", "\t")) and here.parts[0] != "data":
        yield f"{place}: blanks at the end"
    if "\t" in line:
        yield f"{place}: a tab"
    if here.parts[0] in ("src", "include") and OPEN_ENDS.search(line):
        yield f"{place}: an open end; the tracker is the place for it"
    if MACHINE_PATH.search(line):
        yield f"{place}: a path of one machine"


def file_faults(tree, here):
    if here.parts[0] in ("src", "include") and \
            FORBIDDEN_NAME.fullmatch(here.stem) and \
            here.stem not in MEANT_NAMES:
        yield f"{here}: the name says nothing"
    text = (tree / here).read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        yield from line_faults(here, number, line)
    if text and not text.endswith("\n"):
        yield f"{here}: no end of line at its end"
    for place in {str(tree), os.path.expanduser("~")}:
        if len(place) > 5 and place in text:
            yield f"{here}: a path of this machine"


def man_faults(tree):
    pages = [str(path.relative_to(tree))
             for path in source.files(tree, ["man"], ".1", ".5")]
    if pages and shutil.which("mandoc"):
        result = subprocess.run(["mandoc", "-T", "lint", "-W", "warning",
                                 *pages], cwd=tree, text=True, check=False,
                                capture_output=True)
        yield from (result.stdout + result.stderr).splitlines()


def check(tree):
    heres = list(texts(tree))
    faults = [fault for here in heres for fault in file_faults(tree, here)]
    faults += man_faults(tree)
    return faults, f"{len(heres)} files"


if __name__ == "__main__":
    source.main(check)
