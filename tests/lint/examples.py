#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Compile the examples in the heads of headers.

    examples.py [TREE [COMPILER...]]

An example is a line of a comment that begins with "Example", and the code
below it, indented by four or more; it has at most ten lines. It becomes the
body of a function in a file that includes the header. Names that the example
uses but does not declare are taken from CONTEXT.
"""
import concurrent.futures
import re
import subprocess
import sys

import source

MAX_LINES = 10

# What an example may use without saying where it comes from.
CONTEXT = {
    "a": "const struct article *a",
    "area": "struct rect area",
    "article": "const struct article *article",
    "canvas": "struct canvas *canvas",
    "cols": "unsigned cols",
    "err": "struct err *err",
    "feed": "const struct feed *feed",
    "file": "FILE *file",
    "layout": "const struct layout *layout",
    "name": "const char *name",
    "ops": "const struct list_ops ops",
    "outline": "const struct outline *outline",
    "path": "const char *path",
    "s": "struct str s",
    "text": "const char *text",
    "user": "void *user",
    "view": "void *view",
}
# The same for one header, where that means something else.
CONTEXT_OF = {
    "include/parse/flow.h": {"b": "struct build *b"},
}

EXAMPLE = re.compile(
    r"^ \* Example[^\n]*\n((?: \*(?: {4,}\S[^\n]*)?\n)*)", re.M)

START = """#include "{name}"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
{structs}
void example({context});
void example({context})
{{
#line {row} "{path}"
{code}
}}
"""


def examples(text):
    """Yields the row and the code of each example."""
    for match in EXAMPLE.finditer(text):
        code = "\n".join(line[3:] for line in match[1].split("\n"))
        yield text.count("\n", 0, match.start(1)) + 1, code.rstrip()


def is_used(name, code):
    """Tells whether code uses a variable that it does not declare."""
    plain = source.without_comments(code)
    uses = [match.start() for match in
            re.finditer(rf"(?<![\w.])(?<!->)(?<!struct ){name}\b(?!\s*\()",
                        plain)]
    if not uses:
        return False
    first = plain[:uses[0]]
    return not re.search(r"(?:^|[;{(])\s*(?:struct |enum |const )*"
                         r"(?!return|else|case)\w+[ *]+$", first)


def program(here, row, code):
    known = {**CONTEXT, **CONTEXT_OF.get(here.as_posix(), {})}
    context = ", ".join(declaration for name, declaration in known.items()
                        if is_used(name, code))
    structs = " ".join(tag + ";" for tag in
                       re.findall(r"struct \w+(?= \*)", context))
    name = "/".join(here.parts[1:])
    return START.format(name=name, context=context or "void", row=row,
                        path=here, code=code, structs=structs)


def fault_of(tree, compiler, here, row, code):
    n_lines = sum(1 for line in code.split("\n") if line.strip())
    if not n_lines:
        return f"{here}:{row}: an example without code"
    if n_lines > MAX_LINES:
        return f"{here}:{row}: an example of {n_lines} lines, not {MAX_LINES}"
    command = [*compiler, "-std=c17", "-D_GNU_SOURCE", "-Iinclude", "-Wall",
               "-Wextra", "-Wno-unused", "-Werror", "-fsyntax-only", "-xc", "-"]
    result = subprocess.run(command, input=program(here, row, code), cwd=tree,
                            text=True, capture_output=True, check=False)
    if result.returncode:
        return f"{here}:{row}: the example does not compile\n{result.stderr}"
    return None


def check(tree, compiler):
    found = []
    for path in source.files(tree, ["include"], ".h"):
        for row, code in examples(path.read_text(encoding="utf-8")):
            found.append((path.relative_to(tree), row, code))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        faults = list(filter(None, pool.map(
            lambda each: fault_of(tree, compiler, *each), found)))
    return faults, f"{len(found)} examples"


if __name__ == "__main__":
    sys.exit(source.report(*check(source.root(sys.argv[1:]),
                                  sys.argv[2:] or ["cc"])))
