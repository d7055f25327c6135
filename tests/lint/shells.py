#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Complete some command lines in bash, as pressing Tab does.

    shells.py [TREE]

Prints TAP. Bash parts words at the equals sign before it asks a completion,
and so do the cases.
"""
import shutil
import subprocess
import sys

import source

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


def main(tree):
    if not shutil.which("bash"):
        print("1..0 # skip there is no bash")
        return 0
    print(f"1..{len(CASES)}")
    n_bad = 0
    for number, (name, words, want) in enumerate(CASES, 1):
        got = subprocess.run(["bash", "-c", SCRIPT, "bash", "gutread", *words],
                             cwd=tree, text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, check=False).stdout
        is_bad = got.strip() != want
        n_bad += is_bad
        print(f"{'not ' * is_bad}ok {number} - {name}")
        if is_bad:
            print("\n".join(f"# {line}" for line in got.splitlines()))
    return n_bad > 0


if __name__ == "__main__":
    sys.exit(main(source.root(sys.argv[1:])))
