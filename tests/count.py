#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Add up what "meson test" found in the build folders that are named.

Meson counts programs; a person wants to know cases. A program that speaks TAP
counts as its "ok" and "not ok" lines, any other as one. What is skipped does
not count. A program that failed counts as one failure at least, however
content its cases were. What programs in C say of a case that failed is printed,
too, because meson shows only their standard error. The last line is "N passed,
N failed", and the exit status 1 when anything failed or when there was nothing
to count.
"""
import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok \d+(?!.*# *skip)", re.M | re.I)


def count(test):
    """Returns passed and failed cases of one entry of the log."""
    cases = [bool(m[1]) for m in CASE.finditer(test.get("stdout") or "")]
    bad = sum(cases)
    if test["result"] in ("OK", "EXPECTEDFAIL"):
        return len(cases) or 1, 0
    if test["result"] == "SKIP":
        return 0, 0
    return len(cases) - bad, bad or 1


def unsaid(test):
    """Yields what is written of cases that failed, but not to standard error."""
    said, is_bad = (test.get("stderr") or "").splitlines(), False
    for line in (test.get("stdout") or "").splitlines():
        case = CASE.match(line)
        is_bad = bool(case[1]) if case else is_bad
        if is_bad and line not in said:
            yield line


def main(folders):
    passed = failed = 0
    for folder in folders:
        log = pathlib.Path(folder, "meson-logs", "testlog.json")
        if not log.exists():
            print(f"{folder}: no test ran")
            failed += 1
            continue
        for line in log.read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            good, bad = count(test)
            if bad:
                print(f"{folder}: {test['name']}: {test['result'].lower()},"
                      f" {bad} failed", *unsaid(test), sep="\n")
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return failed > 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
