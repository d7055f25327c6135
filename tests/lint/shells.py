#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Complete some command lines in bash, as pressing Tab does.

    shells.py [TREE]

Prints TAP. Bash parts words at the equals sign before it asks a completion,
and so do the cases.
"""
import pathlib
import shutil
import subprocess
import sys

import source

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SCRIPT = """
compopt() { echo "compopt $*"; }
complete() { :; }
. data/completions/gutread.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_gutread
for word in "${COMPREPLY[@]}"; do echo "$word"; done
"""

# name, words of the command line, what is offered
CASES = (
    ("the beginning of an option", ["--fa"], "--faq"),
    ("an option with a value goes on without a blank", ["--fo"],
     "compopt -o nospace\n--format="),
    ("values of a letter", ["-f", ""], "text\nansi\nmarkdown\nhtml\njson"),
    ("values of a name", ["--links", ""], "none\nend\ninline"),
    ("values right behind the equals sign", ["--links", "="],
     "none\nend\ninline"),
    ("the beginning of a value", ["--links", "=", "e"], "end"),
    ("names of settings", ["--set", "=", "me"], "compopt -o nospace\nmeasure="),
    ("values of a setting", ["--set", "=", "wrap", "=", "g"], "greedy"),
    ("values of a setting in a word of its own", ["--set", "wrap", "=", ""],
     "pretty\ngreedy"),
    ("a number is not offered", ["--width", "=", ""], "compopt +o default"),
    ("files are left to bash", ["--config", "=", "a"], ""),
    ("operands are left to bash", ["wrap", ""], ""),
    ("files behind a flag are left to bash", ["--toc", "REA"], ""),
)


def fault_of(tree, words, want):
    """Returns what else bash offers after the words, "" if it is as wanted."""
    got = subprocess.run(["bash", "-c", SCRIPT, "bash", "gutread", *words],
                         cwd=tree, text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, check=False).stdout
    return "" if got.strip() == want else f"'{want}' is wanted, not\n{got}"


def main(tree):
    if not shutil.which("bash"):
        print("1..0 # skip there is no bash")
        return 0
    print(f"1..{len(CASES)}")
    return tap.report_all((name, fault_of(tree, words, want))
                          for name, words, want in CASES)


if __name__ == "__main__":
    sys.exit(main(source.root(sys.argv[1:])))
