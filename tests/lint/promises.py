#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check that each promise of SECURITY.md names the tests that hold it to it.

The last cell of a row names files below tests/, each followed by the names of
tests in it, in parentheses; a screen script and a fuzzer are one test and need no name.
"""
import re

import source

ROW = re.compile(r"^\|(?!\s*(?:---|promise\b))(.*)\|\s*$", re.M)
TEST = re.compile(r"`([\w./-]+)`(?: \(((?:`\w+`(?:, )?)+)\))?")


def row_faults(tree, promise, cell):
    """Yields what is wrong with the tests that a promise names."""
    named = TEST.findall(cell)
    if not named:
        yield f"SECURITY.md: no test: {promise}"
    for place, words in named:
        path = tree / "tests" / place
        if not path.is_file():
            yield f"SECURITY.md: there is no tests/{place}"
            continue
        text = path.read_text(encoding="utf-8")
        names = re.findall(r"\w+", words)
        if not names and path.suffix != ".t" and "fuzz/" not in place:
            yield f"SECURITY.md: tests/{place} has many tests; say which"
        for name in names:
            if not re.search(rf"\b{name}\b", text):
                yield f"SECURITY.md: there is no {name} in tests/{place}"


def check(tree):
    path = tree / "SECURITY.md"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    faults, n_promises = [], 0
    for row in ROW.findall(text):
        cells = [cell.strip() for cell in row.split(" | ")]
        faults += row_faults(tree, cells[0], cells[-1])
        n_promises += 1
    return faults, f"{n_promises} promises, each with its test"


if __name__ == "__main__":
    source.main(check)
