# SPDX-License-Identifier: ISC
"""The list of modules for HACKING.md, made from the heads of their headers."""
import re

import source

HEAD = re.compile(r"^ \* ([a-z0-9]+) - (.+)$", re.M)


def rows(tree):
    """Returns a line for each header, by floor: its name and what it is."""
    lines = []
    for floor in source.floors(tree):
        headers = list(source.files(tree, [f"include/{floor}"], ".h"))
        if not headers:
            continue
        lines += ["", f"**{floor}**", ""]
        for path in headers:
            name, text = HEAD.search(path.read_text(encoding="utf-8")).groups()
            lines.append(f"- `{name}`: {text}")
    return lines + [""]
