#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check that a screen script that is not true fails, and says why.

    selftest.py DRIVE

That true scripts pass is shown by driver/*.t.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SHOW = "run /bin/sh -c 'printf \"one\\ntwo\\n\"; read x; exit 3'\nwait two\n"
END = SHOW + "keys <Enter>\n"

# name, script, exit status, what the driver says
CASES = (
    ("a text that does not come", SHOW + "wait three\n", 1,
     ":3: wait three: it is not on the screen"),
    ("a text that does not go", SHOW + "absent one\n", 1,
     "it is on the screen"),
    ("a row that differs", SHOW + "row 1 one\n", 1, "something else"),
    ("a row that is too high", SHOW + "row 24 one\n", 1, "no row 24"),
    ("a screen that differs", SHOW + "screen <<\none\nthree\n>>\n", 1,
     "row 1 should be\nthree"),
    ("a screen with more rows", SHOW + "screen <<\none\n>>\n", 1,
     "row 1 should be"),
    ("a screen with fewer rows", SHOW + "screen <<\none\ntwo\nx\n>>\n", 1,
     "row 2 should be\nx"),
    ("a gap that does not help", SHOW + "screen <<\n...\none\n>>\n", 1,
     "should be"),
    ("a style that is not on", SHOW + "style 0,0 bold\n", 1, "not bold"),
    ("a style that nobody knows", SHOW + "style 0,0 loud\n", 1, "no style"),
    ("a color that is another", SHOW + "style 0,0 fg=3\n", 1, "not fg=3"),
    ("a cursor elsewhere", SHOW + "cursor 1,1\n", 1, "cursor is at 0,2"),
    ("a cursor that is shown", SHOW + "cursor hidden\n", 1, "is shown"),
    ("a title that is another", SHOW + "title x\n", 1, "title is ''"),
    ("a status that is another", END + "exit 0\n", 1, "its status is 3"),
    ("an end that does not come", SHOW + "exit 0\n", 1, "has not ended"),
    ("a kill that did not happen", END + "killed TERM\n", 1,
     "ended with status 3"),
    ("a kill by another signal", SHOW + "signal KILL\nkilled TERM\n", 1,
     "it was killed by Killed"),
    ("a status where there was a kill", SHOW + "signal KILL\nexit 0\n", 1,
     "it was killed by"),
    ("a program that is not suspended", SHOW + "suspended\n", 1,
     "not suspended"),
    ("a program that never rests", "run sh -c 'while :; do :; done'\nsettle\n",
     1, "always busy"),
    ("a program that goes on", SHOW, 1, "the program does not"),
    ("a program beside it that fails", SHOW + "beside false\n", 1, "it has failed"),
    ("a second program too early", SHOW + "run true\n", 1, "still runs"),
    ("a program that is not there", "run ./none\nexit 0\n", 1, "status is 127"),
    ("a terminal with modes changed", "run stty raw\nexit 0\nrestored\n", 1,
     "modes differ"),
    ("the alternate screen", "run printf '\\033[?1049h'\nexit 0\nrestored\n", 1,
     "alternate screen"),
    ("a hidden cursor", "run printf '\\033[?25l'\nexit 0\nrestored\n", 1,
     "hidden"),
    ("the mouse", "run printf '\\033[?1000h'\nexit 0\nrestored\n", 1, "mouse"),
    ("the paste mode", "run printf '\\033[?2004h'\nexit 0\nrestored\n", 1,
     "bracketed paste"),
    ("the cursor keys", "run printf '\\033[?1h'\nexit 0\nrestored\n", 1,
     "application mode"),
    ("a color", "run printf '\\033[31m'\nexit 0\nrestored\n", 1, "color"),
    ("a key that nobody knows", SHOW + "keys <Any>\n", 1, "no key <Any>"),
    ("a signal that nobody knows", SHOW + "signal ANY\n", 1, "no signal ANY"),
    ("a command that nobody knows", "go\n", 1, ":1: go: there is no command"),
    ("a command before there is a program", "wait x\n", 1, "nothing runs"),
    ("a word too few", "size\n", 1, "number of words"),
    ("a size that is none", "size 80\n", 1, "not a pair"),
    ("a block that is missing", "file x\n", 1, "followed by a block"),
    ("a block that is too much", "size 80x24 <<\n>>\n", 1, "takes no block"),
    ("a block without an end", "\nfile x <<\nabc\n", 2, ":2: a block without"),
    ("a quote without an end", "env 'A=b\n", 2, ":1: a quote"),
)


def fault(drive, script, status, reason):
    """Returns what the driver does wrong with the script, or ""."""
    env = dict(os.environ, DRIVE_PATIENCE="1")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.t")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        result = subprocess.run([drive, "-C", folder, path], env=env, text=True,
                                capture_output=True, check=False)
    if result.returncode != status:
        return f"status {result.returncode}, not {status}: {result.stdout}"
    if reason not in result.stdout:
        return f"did not say '{reason}': {result.stdout}{result.stderr}"
    return ""


def main(drive):
    print(f"1..{len(CASES)}")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return tap.report_all(zip((case[0] for case in CASES), pool.map(
            lambda case: fault(drive, *case[1:]), CASES)))


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1])))
