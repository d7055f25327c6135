#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check in the compiled floors what their modules show to others.

    globals.py LIBRARY...

A function that is visible outside of its object begins with the name of its
module, and no two have the same name. There is no mutable global.

What is in a writable section and visible outside of its object is a fault;
what is static is one, too, except in the objects named below. Constant tables
of pointers, which the loader must write once, are not mutable and stand in
.data.rel.ro. Sanitizers add data of their own: this is for plain builds.
"""
import re
import subprocess
import sys

import source

MAY_HAVE_STATICS = {"mem", "retreat", "screen"}
# A module that is a part of another: the check of articles has a file of its
# own, but no header.
PARTS = {"check": "article"}

MEMBER = re.compile(r"^Symbols from .*\[(?:.*[/_])?(\w+)\.c\.o\]:$")
WRITABLE = re.compile(r"(\*COM\*|\.t?(data|bss)(?!\.rel\.ro)\b.*)$")


def faults_of_name(member, name, seen):
    """Yields what is wrong with the name of a function that others can call."""
    prefix = PARTS.get(member, member)
    if not name.startswith(prefix + "_"):
        yield f"{member}.c: {name}() does not begin with {prefix}_"
    if name in seen:
        yield f"{member}.c: {name}() is in {seen[name]}.c, too"
    seen[name] = member


def faults_of(library, seen):
    output = subprocess.run(["nm", "--format=sysv", "--defined-only", library],
                            check=True, capture_output=True, text=True).stdout
    member = None
    for line in output.splitlines():
        match = MEMBER.match(line)
        if match:
            member = match[1]
        fields = [field.strip() for field in line.split("|")]
        if len(fields) == 7 and fields[2] == "T":
            yield from faults_of_name(member, fields[0], seen)
        if len(fields) != 7 or not WRITABLE.fullmatch(fields[6]) or \
                fields[3] in ("SECTION", "FILE"):
            continue
        name, kind, section = fields[0], fields[2], fields[6]
        if kind.isupper() or section == "*COM*":
            yield f"{member}.c: {name} is a mutable global"
        elif member not in MAY_HAVE_STATICS:
            yield f"{member}.c: {name} is a mutable static"


def main(libraries):
    seen = {}
    faults = [fault for path in libraries for fault in faults_of(path, seen)]
    return source.report(faults, f"{len(libraries)} floors, {len(seen)} "
                         "functions, no mutable global")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
