#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Tell how much of each floor the tests have run, after they did.

    tests/coverage.py DIR           by floor
    tests/coverage.py DIR FLOOR     by file, and the lines that never ran

DIR is a build folder that was made with -Db_coverage=true. Lines are those of
the sources of the floors. A line of an error path is one that sets or wraps an
error; wherever it ran, the failure that it tells of happened.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FAILING = re.compile(r"\b(?:err_(?:set|wrap)\w*|connection_fail)\s*\(")


def read(build):
    """Returns file -> line -> how often it ran."""
    notes = sorted(build.resolve().glob("lib*.a.p/*.gcda"))
    lines = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["gcov", "--json-format", *notes], cwd=folder,
                       check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        for path in pathlib.Path(folder).glob("*.json.gz"):
            text = subprocess.run(["gzip", "-dc", path], check=True,
                                  capture_output=True).stdout
            for file in json.loads(text)["files"]:
                name = (build / file["file"]).resolve()
                if not name.is_relative_to(ROOT / "src"):
                    continue
                for line in file["lines"]:
                    lines[name.relative_to(ROOT / "src")][
                        line["line_number"]] += line["count"]
    return lines


def share(counts):
    ran = sum(count > 0 for count in counts)
    return f"{100 * ran / max(1, len(counts)):5.1f} % of {len(counts):6}"


def error_counts(path, counts):
    """Returns how often each line ran that tells of a failure."""
    text = (ROOT / "src" / path).read_text(encoding="utf-8").split("\n")
    return [count for line, count in counts.items()
            if FAILING.search(text[line - 1])]


def tell_floors(lines):
    floors = collections.defaultdict(list)
    for path in lines:
        floors[path.parts[0]].append(path)
    print("floor    lines              error paths")
    for floor, paths in sorted(floors.items()):
        counts = [n for path in paths for n in lines[path].values()]
        errors = [n for path in paths
                  for n in error_counts(path, lines[path])]
        print(f"{floor:8} {share(counts)}   {share(errors)}")


def tell_files(lines, floor):
    for path, counts in sorted(lines.items()):
        if path.parts[0] == floor:
            missed = [str(line) for line, n in sorted(counts.items()) if n == 0]
            print(f"{share(counts.values())}  {path}  {' '.join(missed)}")


def main():
    lines = read(pathlib.Path(sys.argv[1]))
    if len(sys.argv) > 2:
        tell_files(lines, sys.argv[2])
    else:
        tell_floors(lines)


if __name__ == "__main__":
    main()
