#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check in the linked programs what makes a mistake in them hard to use.

    hardening.py PROGRAM...
    hardening.py --unfortified PROGRAM...     of a build that does not optimize

The program lies at no fixed address (PIE); what the loader writes it writes
before anything runs, and then protects (RELRO, BIND_NOW); nothing is both
writable and executable, the stack neither; functions with arrays look after
their stack, and those of the C library that are told a size hold to it
(FORTIFY). Sanitizers bring other means: this is for plain builds.
"""
import re
import subprocess
import sys

import source

# A function of the C library that holds to a size.
CHECKED = re.compile(r"\bUND __(?!stack)\w+_chk\b")


def readelf(path):
    return subprocess.run(
        ["readelf", "--wide", "--file-header", "--program-headers", "--dynamic",
         "--dyn-syms", path], check=True, capture_output=True, text=True).stdout


def segments(elf):
    """Yields the program headers: their type and flags."""
    for line in elf.splitlines():
        match = re.match(r" +([A-Z_]+) +0x.* ([R ][W ][E ]) +0x", line)
        if match:
            yield match[1], match[2]


def faults_of(path, is_fortified=True):
    """Yields what the program lacks."""
    elf = readelf(path)
    parts = list(segments(elf))
    types = [kind for kind, _ in parts]
    flags = " ".join(re.findall(r"\(FLAGS(?:_1)?\) +(.*)", elf))
    wanted = {
        "lies at a fixed address":
            re.search(r"Type: +DYN", elf) and re.search(r"\bPIE\b", flags),
        "is not all bound at its start": re.search(r"\bNOW\b", flags),
        "leaves the loader's tables writable": "GNU_RELRO" in types,
        "may have an executable stack": ("GNU_STACK", "RW ") in parts,
        "has what is both writable and executable":
            not any("W" in how and "E" in how for _, how in parts),
        "has code that the loader changes": "TEXTREL" not in elf,
        "looks for libraries in places of its own":
            not re.search(r"\((RPATH|RUNPATH)\)", elf),
        "does not look after its stack": "__stack_chk_fail" in elf,
        "calls no function that holds to a size":
            CHECKED.search(elf) or not is_fortified,
    }
    yield from (f"{path}: {fault}" for fault, ok in wanted.items() if not ok)


def main(args):
    is_fortified = "--unfortified" not in args
    programs = [arg for arg in args if not arg.startswith("--")]
    faults = [fault for path in programs
              for fault in faults_of(path, is_fortified)]
    return source.report(faults, f"{len(programs)} programs, hardened")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
