#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check the form of source files and of headers.

    headers.py [TREE [COMPILER...]]

Every source file begins with the licence's line and a comment, whose first
line is its name and what it is. A header has a guard FLOOR_NAME_H, and a comment
stands directly before every prototype, or before the first of a few that stand
together without an empty line. With a compiler, every header must compile
alone: what a source includes before all else has done so when that was built,
the others are tried here.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

import source

LICENSE = "SPDX-License-Identifier: ISC"

FIRST_INCLUDE = re.compile(r'(?:/\*.*?\*/|\s)*#include "([^"]+)"', re.S)

ITEM = re.compile(
    r"(?P<comment>/\*.*?\*/)"
    r"|(?P<directive>^[ \t]*#(?:[^\n\\]|\\.|\\\n)*)"
    r"|(?P<empty>\n[ \t]*\n)"
    r"|(?P<code>[^\s/#](?:[^/;{}\n]|/(?!\*)|\n(?![ \t]*[\n#]))*[;{}]?)",
    re.S | re.M)


def declarations(text):
    """Yields every declaration of the header's top level, and whether a
    comment belongs to it. Bodies of structs and functions are left out."""
    depth, is_told, head = 0, False, ""
    for match in ITEM.finditer(text):
        if match.lastgroup == "comment" and depth == 0:
            is_told = True
        elif match.lastgroup == "empty" and depth == 0:
            is_told = False
        elif match.lastgroup == "code":
            piece = match["code"]
            if depth == 0:
                head += piece
            depth += piece.endswith("{") - piece.endswith("}")
            if depth == 0 and piece[-1] in ";}":
                yield head, is_told
                head = ""


def is_function(code):
    """Tells functions and function types from structs, enums and data."""
    before_brace = code.split("{")[0].split("=")[0]
    return "(" in re.sub(r"__attribute__\s*\(\(.*?\)\)+|_Static_assert.*", "",
                         before_brace, flags=re.S)


def head_faults(here, text):
    lines = text.split("\n")
    if lines[0] != f"/* {LICENSE} */":
        yield f"{here}: the first line is not the licence's"
        return
    if len(lines) < 3 or lines[1] != "/*":
        yield f"{here}: there is no comment at its head"
        return
    stem = re.escape(here.stem)
    if here.parts[0] != "tests" and not re.match(rf" \* (\w+/)?{stem} - \w", lines[2]):
        yield f"{here}: the head does not begin with '{here.stem} - '"


def header_faults(here, text):
    guard = "_".join(here.with_suffix("").parts[-2:]).upper()
    guard = re.sub(r"\W", "_", guard) + "_H"
    if f"\n#ifndef {guard}\n#define {guard}\n" not in text or \
            not text.endswith("\n#endif\n"):
        yield f"{here}: there is no guard {guard}"
        return
    body = text.split(f"#define {guard}\n", 1)[1]
    for code, is_told in declarations(body):
        if is_function(code) and not is_told:
            line = " ".join(code.split())[:60]
            yield f"{here}: no comment before '{line}'"


def compile_alone(tree, here, compiler):
    command = [*compiler, "-std=c17", "-D_GNU_SOURCE", "-Iinclude",
               f"-I{here.parent}", "-Wall", "-Wextra", "-Werror",
               "-Wno-unused", "-Wno-pragma-once-outside-header",
               "-fsyntax-only", "-xc", here]
    result = subprocess.run(command, cwd=tree, text=True, capture_output=True,
                            check=False)
    return f"{here}: does not compile alone\n{result.stderr}" \
        if result.returncode else None


def first_header(tree, path, text):
    """Returns the header that the source includes before all else, or None."""
    match = FIRST_INCLUDE.match(text) if path.suffix == ".c" else None
    for folder in (path.parent, tree / "include") if match else ():
        header = pathlib.Path(os.path.normpath(folder / match[1]))
        if header.is_file():
            return header.relative_to(tree)
    return None


def check(tree, compiler):
    faults, headers, built = [], [], set()
    for path in source.files(tree, ["include", "src", "tests"], ".c", ".h"):
        here, text = path.relative_to(tree), path.read_text(encoding="utf-8")
        faults += head_faults(here, text)
        built.add(first_header(tree, path, text))
        if path.suffix == ".h":
            faults += header_faults(here, text)
            headers.append(here)
    for path in source.files(tree, ["tests"], ".py"):
        if LICENSE not in path.read_text(encoding="utf-8")[:100]:
            faults.append(f"{path.relative_to(tree)}: no licence's line")
    if compiler:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = pool.map(
                lambda here: compile_alone(tree, here, compiler),
                [here for here in headers if here not in built])
            faults += filter(None, results)
    return faults, f"{len(headers)} headers"


if __name__ == "__main__":
    sys.exit(source.report(*check(source.root(sys.argv[1:]), sys.argv[2:])))
