# SPDX-License-Identifier: ISC
"""The cases of the golden tests, and how the program is run on them.

An input is <topic>/<case>.md, .html or .txt, or a feed, .xml or .jsonfeed; what
the program must make of it stands beside it, one file per output, and the end
of its name says how it was made. Two more files may be there: <case>.args, options that are given always,
and <case>.lossy, the properties that do not hold, one a line: "name: reason".
"""
import os
import re
import shlex
import subprocess

FIXED = {
    ".ansi": ["--format=ansi", "--width=80", "--color=always",
              "--hyperlinks=always"],
    ".out.md": ["--format=markdown"],
    ".out.html": ["--format=html"],
    ".json": ["--format=json"],
    ".toc": ["--toc"],
    ".faq": ["--faq"],
}
WIDTH = re.compile(r"\.w(\d+)\.txt")

EXPECTED = re.compile(r"(\.w\d+\.txt|\.ansi|\.out\.md|\.out\.html|\.json|\.toc"
                      r"|\.faq)$")
INPUT = re.compile(r"\.(md|html|txt|xml|jsonfeed)$")
NOTES = re.compile(r"\.(args|lossy)$")


class Failure(Exception):
    """The program did not do what it must on any input: end with 0."""


def options_of(suffix):
    """Returns the options that make the output with that suffix."""
    width = WIDTH.fullmatch(suffix)
    if width:
        return ["--format=text", f"--width={width[1]}"]
    return FIXED[suffix]


def options_together(suffix):
    """Returns the options for several sources. A part of an article would have
    its title before it, to tell which article it is a part of."""
    is_part = suffix in (".toc", ".faq")
    return options_of(suffix) + (["--body"] if is_part else [])


def joined(suffix, outputs):
    """Returns what is written of several sources: their outputs, with what
    parts them, and nothing of those that have none."""
    width = WIDTH.fullmatch(suffix)
    line = "─" * (int(width[1]) if width else 80)
    dividers = {".json": "", ".out.html": "", ".out.md": "\n---\n\n"}
    divider = dividers.get(suffix, f"\n{line}\n\n").encode()
    return divider.join(filter(None, outputs))


def uncommented(path):
    """Returns the lines of a file of notes, [] if there is none."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and line[0] != "#"]


class Program:
    """The program under test, with an environment that is always the same."""

    def __init__(self, path, home):
        self.path = path
        self.env = {name: value for name, value in os.environ.items()
                    if name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
                                "LSAN_OPTIONS", "GUTREAD_LIBEXEC")}
        self.env.update(HOME=str(home), XDG_CONFIG_HOME=str(home),
                        XDG_DATA_HOME=str(home), XDG_STATE_HOME=str(home),
                        XDG_CACHE_HOME=str(home), LANG="C.UTF-8", TZ="UTC",
                        TERM="xterm-256color")
        self.env.setdefault("ASAN_OPTIONS", "exitcode=99")

    def run(self, options, folder, *names):
        """Returns what is written; the sources are names, seen from folder."""
        try:
            result = subprocess.run([self.path, *options, *names], cwd=folder,
                                    env=self.env, stdin=subprocess.DEVNULL,
                                    capture_output=True, timeout=60,
                                    check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Failure(str(error)) from error
        if result.returncode:
            raise Failure(f"{shlex.join([*options, *names[:3]])}: status "
                          f"{result.returncode}\n"
                          + result.stderr.decode(errors="replace"))
        return result.stdout


class Case:
    """One input with all that stands beside it. What was written once is
    remembered, because the properties look at the same outputs."""

    def __init__(self, program, golden, path):
        self.program, self.path = program, path
        self.stem = path.with_suffix("")
        self.name = self.stem.relative_to(golden).as_posix()
        self.args = [word for line in uncommented(self.beside(".args"))
                     for word in shlex.split(line)]
        self.lossy = dict(line.split(":", 1)
                          for line in uncommented(self.beside(".lossy")))
        self.outputs = {}

    def is_feed(self):
        """Tells whether the input is a list of articles, not an article."""
        return self.path.suffix in (".xml", ".jsonfeed")

    def beside(self, suffix):
        return self.stem.with_name(self.stem.name + suffix)

    def expected(self):
        """Returns the suffixes of the outputs that are there."""
        here = [path.name[len(self.stem.name):]
                for path in self.path.parent.glob(f"{self.stem.name}.*")]
        return sorted(suffix for suffix in here if EXPECTED.fullmatch(suffix))

    def wanted(self, suffix):
        """Returns the bytes of that output that should be written."""
        path = self.beside(suffix)
        return path.read_bytes() if path.exists() else b""

    def output(self, *options):
        """Returns the bytes that the program writes."""
        if options not in self.outputs:
            self.outputs[options] = self.program.run(
                [*self.args, *options], self.path.parent, self.path.name)
        return self.outputs[options]

    def remember(self, suffix):
        """Takes what should be written for what was."""
        self.outputs[tuple(options_of(suffix))] = self.wanted(suffix)

    def text(self, *options):
        """Returns what the program writes, which must be UTF-8."""
        try:
            return self.output(*options).decode()
        except UnicodeDecodeError as error:
            raise Failure(f"{shlex.join(options)}: {error}") from error


def find(program, golden):
    """Returns the cases, and the faults of files that belong to none."""
    files = sorted(path for path in golden.glob("*/*") if path.is_file())
    inputs = [path for path in files if INPUT.search(path.name)
              and not EXPECTED.search(path.name)]
    cases = [Case(program, golden, path) for path in inputs]
    stems, faults = {}, []
    for case in cases:
        if case.stem in stems:
            faults.append(f"{case.name}: two inputs have this name")
        stems[case.stem] = case
        if not case.expected():
            faults.append(f"{case.name}: no expected output")
    for path in files:
        stem = NOTES.sub("", EXPECTED.sub("", path.name))
        if path not in inputs and path.with_name(stem) not in stems:
            faults.append(f"{path.relative_to(golden)}: belongs to no input")
    return cases, faults
