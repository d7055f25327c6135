#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Run gutread as a shell does, and print TAP: exit statuses, messages, pipes.

    tests/cli/run.py                    all cases, with build/
    tests/cli/run.py pipe stdin         those whose name holds a word
    tests/cli/run.py --build=DIR ...    with another build folder

A case is a function of cases.py, feeds.py, hostile.py, screens.py or straits.py
whose name is a sentence that begins with test_; a new one needs no entry
anywhere. It gets a Shell, in a folder of its own.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

import cases
import feeds
import hostile
import screens
import straits

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent))
import tap  # noqa: E402

# What is read and asked, and what the system around the program does.
OF_DOCUMENTS = (cases, feeds, hostile)
OF_SYSTEMS = (screens, straits)


class Shell:
    """What a case stands in: a folder, an environment, and gutread."""

    def __init__(self, build, folder, is_brief):
        self.folder, self.is_brief = pathlib.Path(folder), is_brief
        self.gutread = build / "gutread"
        self.data = ROOT / "data"
        kept = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name == "PATH"}
        self.env = {**kept, "HOME": folder, "LC_ALL": "C.UTF-8",
                    "TERM": "xterm-256color", "GUTREAD_DATADIR": str(self.data)}

    def write(self, name, text):
        """Writes a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *args, stdin=b"", env=None, **more):
        """Runs gutread to its end; returns status, output and messages."""
        if isinstance(stdin, bytes):
            more["input"] = stdin
        else:
            more["stdin"] = stdin
        more.setdefault("stdout", subprocess.PIPE)
        result = subprocess.run(
            [self.gutread, *args], cwd=self.folder, check=False, timeout=60,
            env={**self.env, **(env or {})}, stderr=subprocess.PIPE, **more)
        return (result.returncode, (result.stdout or b"").decode(),
                result.stderr.decode())


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=ROOT / "build", type=pathlib.Path,
                        help="build folder")
    parser.add_argument("--jobs", default=2, type=int,
                        help="cases at the same time")
    parser.add_argument("--brief", action="store_true",
                        help="leave out what tries the system around, and do"
                        " not try all with all")
    parser.add_argument("words", nargs="*", help="which cases")
    return parser.parse_args()


def play(case, build, is_brief):
    """Returns what is wrong with the case, "" if nothing."""
    with tempfile.TemporaryDirectory(prefix="gutread-cli-") as folder:
        try:
            case(Shell(build, folder, is_brief))
        except Exception:
            return traceback.format_exc()
    return ""


def main():
    args = arguments()
    build = args.build.resolve()
    modules = OF_DOCUMENTS + (() if args.brief else OF_SYSTEMS)
    chosen = [(name, case) for module in modules
              for name, case in vars(module).items()
              if name.startswith("test_")
              and (not args.words or any(word in name for word in args.words))]
    print(f"1..{len(chosen)}")
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        faults = pool.map(lambda row: play(row[1], build, args.brief), chosen)
        return tap.report_all(zip((name[5:].replace("_", " ")
                                   for name, _ in chosen), faults))


if __name__ == "__main__":
    sys.exit(main())
