#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check that files have at most 500 lines, functions 60, and 6 parameters.

Functions are found by the form that clang-format gives them: the name begins
a line, the braces of the body stand alone in the first column.
"""
import re

import source

MAX_FILE, MAX_FUNCTION, MAX_PARAMETERS = 500, 60, 6

FUNCTION = re.compile(r"^([a-zA-Z_]\w*)\(([^;{}]*)\)[^;{}()]*\n\{\n(.*?)^\}",
                      re.S | re.M)


def parameters(text):
    """Counts what stands between the parentheses, at their depth."""
    depth, count = 0, 1
    for char in text:
        depth += (char == "(") - (char == ")")
        count += char == "," and depth == 0
    return 0 if text.strip() in ("", "void") else count


def check(tree):
    faults, longest, n_functions = [], 0, 0
    for path in source.files(tree, ["src", "include", "tests"],
                             ".c", ".h", ".py"):
        here = path.relative_to(tree)
        text = path.read_text(encoding="utf-8")
        n_lines = text.count("\n")
        if n_lines > MAX_FILE:
            faults.append(f"{here}: {n_lines} lines, not {MAX_FILE}: split it")
        if path.suffix == ".py":
            continue
        for name, args, body in FUNCTION.findall(source.without_comments(text)):
            n_functions += 1
            lines = body.count("\n") + 1
            longest = max(longest, lines)
            if lines > MAX_FUNCTION:
                faults.append(f"{here}: {name} has {lines} lines")
            if parameters(args) > MAX_PARAMETERS:
                faults.append(
                    f"{here}: {name} has {parameters(args)} parameters")
    return faults, f"{n_functions} functions, the longest has {longest} lines"


if __name__ == "__main__":
    source.main(check)
