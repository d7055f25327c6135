#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check that what is made from the tables of options and actions is in step.

    generated.py [--write] [TREE [COMPILER...]]

The tables are in include/app. Made from them are lists in the man pages, each
between a line '.\\" begin NAME' and a line '.\\" end NAME', the example of a
config file and the completions of three shells. The list of modules in
HACKING.md is made from the heads of the headers. With --write the files are
written instead of compared.
"""
import sys

import completions
import modules
import pages
import source
import tables

# The lists of the man pages, by page and by name.
LISTS = {
    "man/gutread.1": {"options": pages.options, "keys": pages.keys},
    "man/gutread.conf.5": {
        "settings": pages.settings,
        "actions": pages.actions,
        "named keys": pages.named_keys,
        "less": pages.less_keys,
    },
}
HACKING = "HACKING.md"
# How a list begins and ends.
MARKDOWN_MARKS = "<!-- {} {} -->\n"
ROFF_MARKS = '.\\" {} {}\n'
# Files that are made as a whole.
FILES = {
    "data/gutread.conf.example": pages.example,
    "data/completions/gutread.bash": completions.bash,
    "data/completions/_gutread": completions.zsh,
    "data/completions/gutread.fish": completions.fish,
}


def put_list(text, marks, name, lines):
    """Returns text with other lines between the marks of that name."""
    begin, end = marks.format("begin", name), marks.format("end", name)
    if text.count(begin) != 1 or text.count(end) != 1:
        raise SystemExit(f"there must be one list '{name}' in its file")
    head, rest = text.split(begin)
    return head + begin + "".join(f"{line}\n" for line in lines) + \
        end + rest.split(end)[1]


def made(tree, known):
    """Yields each file and what it should be."""
    for path, lists in LISTS.items():
        text = (tree / path).read_text(encoding="utf-8")
        for name, make in lists.items():
            text = put_list(text, ROFF_MARKS, name, make(known))
        yield path, text
    text = (tree / HACKING).read_text(encoding="utf-8")
    yield HACKING, put_list(text, MARKDOWN_MARKS, "modules", modules.rows(tree))
    for path, make in FILES.items():
        yield path, "".join(f"{line}\n" for line in make(known))


def main(arguments):
    is_writing = arguments[:1] == ["--write"]
    arguments = arguments[is_writing:]
    tree = source.root(arguments)
    known = tables.read(tree, arguments[1:] or ["cc"])
    faults, n_files = [], 0
    for path, text in made(tree, known):
        n_files += 1
        file = tree / path
        if is_writing:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            faults.append(f"{path}: is not what the tables make of it; run "
                          "tests/lint/generated.py --write")
    return source.report(faults, f"{n_files} files")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
