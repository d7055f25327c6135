#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Tell how much of each floor the tests have run, after they did.

    tests/coverage.py DIR           by floor
    tests/coverage.py DIR FLOOR     by file, and the lines that never ran

DIR is a build folder as "./dev coverage" makes it: its programs count in a file
of DIR/profile that they share, which works in a sandbox and when a program is
killed. Lines are those of the sources of the floors.

A line of an error path is one that sets or wraps an error, ends the program for
want of memory, or gives up (returns false, NULL or -1, goes to the exit) in a
function that has an error to set. Wherever it ran, that failure happened.
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LLVM = ("", "-14", "-15", "-16", "-19")  # what Debian calls the versions
SETS_ERROR = re.compile(
    r"\b(?:err_(?:set|wrap)\w*|connection_fail|mem_exhausted)\s*\(")
GIVES_UP = re.compile(r"\breturn (?:false|NULL|-1);|\bgoto out;")


def run_llvm(name, *args):
    """Runs a program of LLVM, whatever its version; returns what it writes."""
    for version in LLVM:
        try:
            result = subprocess.run([name + version, *args], check=False,
                                    capture_output=True)
        except FileNotFoundError:
            continue
        if result.returncode != 0:
            raise SystemExit(result.stderr.decode())
        return result.stdout.decode()
    raise SystemExit(f"{name} is not installed")


def read(build):
    """Returns file -> line -> how often it ran."""
    build = build.resolve()
    merged = build / "profile/all.profdata"
    run_llvm("llvm-profdata", "merge", "-o", merged,
             *build.glob("profile/*.profraw"))
    programs = [path for pattern in ("gutread*", "tests/unit/unit-*")
                for path in sorted(build.glob(pattern)) if path.is_file()]
    lines = collections.defaultdict(collections.Counter)
    counts = {}
    for row in run_llvm(
            "llvm-cov", "export", "--format=lcov", f"-instr-profile={merged}",
            programs[0], *(f"--object={path}" for path in programs[1:]),
            ROOT / "src").splitlines():
        kind, _, value = row.partition(":")
        if kind == "SF":
            path = pathlib.Path(value).resolve()
            is_source = path.is_relative_to(ROOT / "src")
            counts = (lines[path.relative_to(ROOT / "src")] if is_source
                      else {})
        elif kind == "DA":
            line, count = map(int, value.split(",")[:2])
            counts[line] = counts.get(line, 0) + count
    return {path: {line: count for line, count in counts.items()
                   if is_code(path, line)} for path, counts in lines.items()}


def source(path, _known={}):
    if path not in _known:
        _known[path] = (ROOT / "src" / path).read_text("utf-8").split("\n")
    return _known[path]


def is_code(path, line):
    """Tells whether there is more on the line than braces and blanks."""
    return re.search(r"\w", source(path)[line - 1]) is not None


def share(counts):
    ran = sum(count > 0 for count in counts)
    return f"{100 * ran / max(1, len(counts)):5.1f} % of {len(counts):6}"


def error_lines(path):
    """Yields the numbers of the lines that belong to an error path."""
    head, can_fail = "", False
    for number, text in enumerate(source(path), 1):
        if text == "{":
            can_fail = "struct err *" in head
        elif text == "}" or not text:
            head = ""
        elif not text.startswith(" ") or head:
            head += text
        if SETS_ERROR.search(text) or can_fail and GIVES_UP.search(text):
            yield number
        if text == "}":
            can_fail = False


def error_counts(path, counts):
    """Returns line -> how often it ran, for those that tell of a failure."""
    return {line: counts[line] for line in error_lines(path) if line in counts}


def tell_floors(lines):
    floors = collections.defaultdict(list)
    for path in lines:
        floors[path.parts[0]].append(path)
    print("floor    lines              error paths")
    for floor, paths in sorted(floors.items()):
        counts = [n for path in paths for n in lines[path].values()]
        errors = [n for path in paths
                  for n in error_counts(path, lines[path]).values()]
        print(f"{floor:8} {share(counts)}   {share(errors)}")


def tell_files(lines, floor):
    for path, counts in sorted(lines.items()):
        if path.parts[0] == floor:
            failing = error_counts(path, counts)
            missed = [f"{line}{'!' if line in failing else ''}"
                      for line, n in sorted(counts.items()) if n == 0]
            print(f"{share(counts.values())}  {path}  {' '.join(missed)}")


def main():
    lines = read(pathlib.Path(sys.argv[1]))
    if len(sys.argv) > 2:
        tell_files(lines, sys.argv[2])
    else:
        tell_floors(lines)


if __name__ == "__main__":
    main()
