# SPDX-License-Identifier: ISC
"""TAP, as all tests in Python write it.

Of a program that speaks TAP meson shows only what it writes to standard error,
so what is wrong with a case is said there as well.
"""
import os
import sys


def is_one_place():
    """Tells whether standard output and standard error go to the same place."""
    return os.path.sameopenfile(1, 2)


def report(number, name, fault):
    """Prints what came of a case, whose fault is "" if all is well; returns
    whether it is bad."""
    lines = [f"{'not ' if fault else ''}ok {number} - {name}",
             *(f"# {line}" for line in fault.splitlines())]
    print(*lines, sep="\n", flush=True)
    if fault and not is_one_place():
        print(*lines, sep="\n", file=sys.stderr, flush=True)
    return bool(fault)


def report_all(results):
    """Prints what came of cases, a name and a fault each, one after the other
    as they come; returns whether one is bad."""
    n_bad = sum(report(number, name, fault)
                for number, (name, fault) in enumerate(results, 1))
    return n_bad > 0
