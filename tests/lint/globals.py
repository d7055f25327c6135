#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check in the compiled floors that there is no mutable global.

    globals.py LIBRARY...

What is in a writable section and visible outside of its object is a fault;
what is static is one, too, except in the objects named below. Constant tables
of pointers, which the loader must write once, are not mutable and stand in
.data.rel.ro. Sanitizers add data of their own: this is for plain builds.
"""
import re
import subprocess
import sys

import source

MAY_HAVE_STATICS = {"mem", "log", "screen"}

MEMBER = re.compile(r"^Symbols from .*\[(?:.*[/_])?(\w+)\.c\.o\]:$")
WRITABLE = re.compile(r"(\*COM\*|\.t?(data|bss)(?!\.rel\.ro)\b.*)$")


def faults_of(library):
    output = subprocess.run(["nm", "--format=sysv", "--defined-only", library],
                            check=True, capture_output=True, text=True).stdout
    member = None
    for line in output.splitlines():
        match = MEMBER.match(line)
        if match:
            member = match[1]
        fields = [field.strip() for field in line.split("|")]
        if len(fields) != 7 or not WRITABLE.fullmatch(fields[6]) or \
                fields[3] in ("SECTION", "FILE"):
            continue
        name, kind, section = fields[0], fields[2], fields[6]
        if kind.isupper() or section == "*COM*":
            yield f"{member}.c: {name} is a mutable global"
        elif member not in MAY_HAVE_STATICS:
            yield f"{member}.c: {name} is a mutable static"


def main(libraries):
    faults = [fault for path in libraries for fault in faults_of(path)]
    return source.report(faults, f"{len(libraries)} floors, no mutable global")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
