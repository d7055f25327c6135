#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Play the screen scripts, two at a time, and print TAP.

    tests/tui/run.py                    all of them, with build/
    tests/tui/run.py lists quit/twice   those whose topic/case holds a word
    tests/tui/run.py --build=DIR ...    with another build folder
    tests/tui/run.py --late=0.7 ...     whatever is fetched or parsed takes so
                                        long: a script must not count on speed

A script is tests/tui/<topic>/<case>.t; a new one needs no entry anywhere.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "net"))
sys.path.append(str(HERE.parent))
import server  # noqa: E402
import tap  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=HERE.parent.parent / "build",
                        type=pathlib.Path, help="build folder")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--patience", type=int, default=5,
                        help="seconds a check may take")
    parser.add_argument("--late", type=float,
                        help="seconds that programs behind the screen sleep")
    parser.add_argument("words", nargs="*", help="which scripts")
    return parser.parse_args()


def play(args, script, tmp):
    """Returns what is wrong with the script, "" if it is true."""
    env = dict(os.environ, TMPDIR=tmp, DRIVE_PATIENCE=str(args.patience))
    env.setdefault("ASAN_OPTIONS", "exitcode=99")
    env.setdefault("GUTREAD_DATADIR", str(HERE.parent.parent / "data"))
    if args.late:
        env["GUTREAD_LIBEXEC"] = tmp
    command = [args.build / "tests/tui/drive", "-C", HERE.parent,
               "-g", args.build / "gutread", "-w", args.web, script]
    try:
        result = subprocess.run(command, env=env, timeout=args.patience * 20,
                                stdin=subprocess.DEVNULL, text=True,
                                stdout=subprocess.PIPE, errors="replace",
                                stderr=subprocess.STDOUT, check=False)
    except subprocess.TimeoutExpired:
        return "the script takes too long"
    if result.returncode:
        return result.stdout or f"the driver died: {result.returncode}"
    return ""


def make_late(args, folder):
    """Writes programs into the folder that sleep before they are the real ones."""
    for name in ("gutread-fetch", "gutread-parse"):
        path = pathlib.Path(folder, name)
        path.write_text(f"#!/bin/sh\nsleep {args.late}\n"
                        f"exec {args.build / name} \"$@\"\n")
        path.chmod(0o755)


def main():
    args = arguments()
    args.build = args.build.resolve()
    scripts = [path for path in sorted(HERE.glob("*/*.t"))
               if not args.words or any(word in path.as_posix()
                                        for word in args.words)]
    args.web = server.Server().url("").rstrip("/")
    print(f"1..{len(scripts)}")
    with tempfile.TemporaryDirectory(prefix="tui", dir=args.build) as tmp, \
            concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        if args.late:
            make_late(args, tmp)
        names = [path.relative_to(HERE).with_suffix("").as_posix()
                 for path in scripts]
        return tap.report_all(zip(names, pool.map(
            lambda path: play(args, path, tmp), scripts)))


if __name__ == "__main__":
    sys.exit(main())
