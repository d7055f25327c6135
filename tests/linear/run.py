#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Prove that a document twice as long takes at most twice as much; print TAP.

    tests/linear/run.py                     all attacks, with build/
    tests/linear/run.py links footnotes     those whose name holds a word
    tests/linear/run.py --build=DIR ...     with another build folder
    tests/linear/run.py --show=6 ...        the times of 6 sizes, each twice the
                                            one before, instead of a verdict

An attack is a function of attacks.py, feeds.py, pages.py or walls.py. What
counts is the time that the program and its helpers have the processor for,
without that of the kernel, and the best of several runs: a busy machine makes a
run longer, never shorter. A size that is too small to be measured is doubled first.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import attacks
import feeds
import knots
import pages
import walls

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
sys.path.append(str(TESTS))
import tap  # noqa: E402

LEAST = 0.03    # seconds; shorter times say nothing
MOST = 2.6      # times as long for twice as much
SPARE = 0.01    # seconds that are forgiven
MAX_RUNS = 8    # of each size, before it is believed that it takes so long
MAX_BYTES = 24 << 20

# By name; the type of the document comes first in it.
ATTACKS = {name: attack for module in (attacks, feeds, knots, pages, walls)
           for name, attack in vars(module).items()
           if name.split("_")[0] in ("md", "html", "txt", "feed")}


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--build", default=ROOT / "build", type=pathlib.Path,
                        help="build folder")
    parser.add_argument("--show", type=int, default=0, metavar="SIZES")
    parser.add_argument("words", nargs="*", help="which attacks")
    return parser.parse_args()


class Attack:
    """One document in one format, at some size."""

    def __init__(self, name, output, gutread, folder):
        self.make = ATTACKS[name]
        self.type = {"md": "markdown", "html": "html", "txt": "text",
                     "feed": "feed"}[
            name.split("_")[0]]
        self.name = f"{name} as {output}"
        self.command = [str(gutread), "--type=" + self.type,
                        "--format=" + output, "--width=80"]
        self.size, self.folder = self.make.size, folder
        self.best = {}

    def run(self, size):
        """Runs the program once; returns the best time of that size yet."""
        path = pathlib.Path(self.folder, f"{self.make.__name__}-{size}")
        if not path.exists():
            text = self.make(size)
            path.write_bytes(text if isinstance(text, bytes)
                             else text.encode())
        child = subprocess.Popen(
            [*self.command, path], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise RuntimeError(f"{size}: status {child.returncode}: {message}")
        self.best[size] = min(
            self.best.get(size, usage.ru_utime), usage.ru_utime)
        return self.best[size]

    def grow(self):
        """Doubles the size until it can be measured."""
        while (self.run(self.size) < LEAST and
               len(self.make(2 * self.size)) < MAX_BYTES):
            self.size *= 2

    def fault(self):
        """Returns what is wrong, or ""."""
        self.grow()
        for _ in range(MAX_RUNS):
            once, twice = self.best[self.size], self.run(2 * self.size)
            if twice <= MOST * once + SPARE:
                return ""
            self.run(self.size)
        return (f"{self.size}: {once * 1000:.0f} ms, "
                f"{2 * self.size}: {twice * 1000:.0f} ms")

    def show(self, n_sizes):
        times = [self.run(self.size << i) * 1000 for i in range(n_sizes)]
        ratio = times[-1] / max(1, times[-2])
        print(f"{self.name:50}", *[f"{time:7.0f}" for time in times],
              f"{ratio:6.2f}", flush=True)


def chosen(args, folder):
    for name in sorted(ATTACKS):
        for output in ATTACKS[name].formats:
            attack = Attack(name, output, args.build / "gutread", folder)
            if not args.words or any(word in attack.name
                                     for word in args.words):
                yield attack


def main():
    args = arguments()
    n_bad = number = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(LC_ALL="C.UTF-8", HOME=folder, XDG_CONFIG_HOME="")
        for number, attack in enumerate(chosen(args, folder), 1):
            try:
                if args.show:
                    attack.show(args.show)
                    continue
                fault = attack.fault()
            except RuntimeError as error:
                fault = str(error)
            n_bad += tap.report(number, attack.name, fault)
    if not args.show:
        print(f"1..{number}")
    sys.exit(n_bad > 0)


main()
