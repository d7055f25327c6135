# SPDX-License-Identifier: ISC
"""What the checks of this folder know about a tree: its files and floors."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

COMMENT = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'",
                     re.S)


def root(arguments):
    """Returns the tree to look at: the first argument, else this one."""
    return pathlib.Path(arguments[0]).resolve() if arguments else ROOT


def files(tree, folders, *suffixes):
    """Yields the files below some folders of the tree, in order."""
    for folder in folders:
        for path in sorted((tree / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file():
                yield path


def floors(tree):
    """Returns the table of floors of meson.build: name -> floors below it."""
    text = (tree / "meson.build").read_text(encoding="utf-8")
    table = re.search(r"^floors = \{\n(.*?)^\}", text, re.S | re.M)
    if not table:
        return {}
    rows = re.findall(r"^ *'(\w+)': \[([^]]*)\],", table[1], re.M)
    return {name: re.findall(r"'(\w+)'", below) for name, below in rows}


def without_comments(text):
    """Blanks out comments and what is in quotes; lines stay where they are."""
    def blank(match):
        lines = "\n" * match[0].count("\n")
        return lines if match[0].startswith("/*") else match[0][0] * 2 + lines
    return COMMENT.sub(blank, text)


def report(faults, content):
    """Prints the faults, or what is right; returns the exit status."""
    for fault in faults:
        print(fault)
    if not faults:
        print(content)
    return bool(faults)


def main(check):
    """Runs check(tree), which returns faults and what to say without."""
    sys.exit(report(*check(root(sys.argv[1:]))))
