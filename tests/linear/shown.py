#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Have attacks shown on the screen, and print TAP: twice costs about twice.

    tests/linear/shown.py --build=DIR [WORDS]

A document of an attack (attacks.py and others) is opened on a terminal, and all
is done with it that goes through the whole: its ends, searches, folds, contents,
links, other sizes. What is compared is the time of the processor that gutread
took itself; the parser has its own test (run.py).
"""
import argparse
import os
import pathlib
import sys
import tempfile

import attacks
import knots
import pages

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "faults"))
import screen  # noqa: E402
sys.path.append(str(HERE.parent))
import tap  # noqa: E402

SIZE = 500000   # bytes of the smaller document
MOST = 2.6      # times as long for twice as much
SPARE = 0.15    # seconds that are forgiven
WORST = 4.0     # seconds for all of it
TRIES = 3

SHOWN = (
    "md_one_line_of_words", "md_one_word", "md_one_line_without_blanks",
    "md_links", "md_headings_of_one_name", "md_headings_numbered", "md_items",
    "md_table_with_many_rows", "md_footnotes", "md_questions", "md_paragraphs",
    "md_quotes_in_quotes", "md_lists_in_lists", "md_right_to_left",
    "md_combining_marks", "md_one_line_of_code", "md_emphasis_of_three",
    "html_details_in_details", "html_tables_in_tables", "html_terms",
    "html_line_breaks", "html_anchors", "html_cards")
KEYS = (b"GgG50%", b"/a\rnnN", b"/zzzz\r\x1b", b"zMzR", b"tjjGt", b"\t\t\tF\x1b",
        b"L\x1b", b"]]][[[", b"+++---")
SIZES = ((40, 24), (200, 60), (80, 24))


def document(name, size):
    """Returns the bytes of an attack that is about so long."""
    make = next(getattr(module, name) for module in (attacks, knots, pages)
                if hasattr(module, name))
    count = max(1, make.size * size // len(make(make.size)))
    text = make(count)
    return text if isinstance(text, bytes) else text.encode()


def cost(build, path):
    """Returns the seconds that gutread takes for all of it."""
    with tempfile.TemporaryDirectory() as home:
        shown = screen.Screen(build, home, "--offline", str(path))
        for keys in KEYS:
            shown.send(keys)
            shown.settle(0.1)
        for size in SIZES:
            shown.resize(*size)
            shown.settle(0.1)
        ticks = shown.work()[0][0]
        shown.end()
    return int(ticks) / os.sysconf("SC_CLK_TCK")


def fault_of(build, name, folder):
    path = pathlib.Path(folder, name + "." + name.split("_")[0])
    for _ in range(TRIES):
        times = []
        for size in (SIZE, 2 * SIZE):
            path.write_bytes(document(name, size))
            times.append(cost(build, path))
        if times[1] <= MOST * times[0] + SPARE and times[1] <= WORST:
            return ""
    return f"{SIZE} bytes: {times[0]:.2f} s, twice: {times[1]:.2f} s"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=HERE.parent.parent / "build",
                        type=pathlib.Path)
    parser.add_argument("words", nargs="*")
    args = parser.parse_args()
    chosen = [name for name in SHOWN if not args.words or
              any(word in name for word in args.words)]
    failed = 0
    print(f"1..{len(chosen)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(chosen, 1):
            try:
                fault = fault_of(args.build.resolve(), name, folder)
            except AssertionError as error:
                fault = str(error)
            failed += tap.report(number, f"{name} on the screen", fault)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
