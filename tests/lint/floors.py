#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Check that every include goes down the floors and that nothing goes round.

The floors are read from meson.build. A file may include its own floor and the
floors that meson.build names for it. A module is a header with the source of
the same name; modules that include one another in a circle are a fault, also
within a floor. Every foreign header belongs to the files named below; a header
that is neither here nor in ISO C or POSIX is a fault, so that nobody takes in
a library without saying so.
"""
import re

import source

# What the program that parses may see; the rest of src/main sees all but parse,
# because hostile bytes are taken apart in that program only.
PROGRAMS = {
    "gutread-fetch": {"base", "fetch"},
    "gutread-parse": {"base", "model", "parse"},
}

FOREIGN = {
    "cmark-gfm.h": r"src/parse/\w+\.[ch]",
    "cmark-gfm-core-extensions.h": r"src/parse/\w+\.[ch]",
    "cmark-gfm-extension_api.h": r"src/parse/\w+\.[ch]",
    "curl/curl.h": r"src/fetch/\w+\.[ch]",
    "curses.h": r"src/ui/screen\w*\.c",
    "expat.h": r"src/parse/(channel|ledger)\.c",
    "gumbo.h": r"src/parse/\w+\.[ch]",
    "ini.h": r"src/app/\w+\.c",
    "jansson.h": r"src/(out/json|parse/(schema|faq|jsonld|jsonfeed))\.[ch]",
    "seccomp.h": r"src/base/syscalls\.c",
    "sqlite3.h": r"src/store/\w+\.[ch]",
    "term.h": r"src/ui/screen\w*\.c",
    "uchardet.h": r"src/parse/guess\.c",
    "unicase.h": r"src/(base|model)/\w+\.c",
    "unictype.h": r"src/(base|model|layout|parse|store)/\w+\.c",
    "unigbrk.h": r"src/base/utf8\.c",
    "unilbrk.h": r"src/(base|layout)/\w+\.c",
    "uninorm.h": r"src/(base|model|app)/\w+\.c",
    "unistr.h": r"src/base/\w+\.c",
    "uniwbrk.h": r"src/(base|layout)/\w+\.c",
    "uniwidth.h": r"src/base/utf8\.c",
    "uriparser/Uri.h": r"src/model/url\w*\.c",
    "uv.h": r"(src/(app|ui)/\w+\.[ch]|include/(app|ui)/\w+\.h|src/main/\w+\.c)",
    "zstd.h": r"src/store/squeeze\.c",
    "yaml.h": r"src/parse/frontmatter\.c",
}

SYSTEM = re.compile(
    r"(assert|ctype|dirent|dlfcn|err|errno|fcntl|fnmatch|getopt|glob|inttypes|"
    r"iconv|langinfo|limits|locale|math|poll|pwd|regex|sched|setjmp|signal|spawn|"
    r"stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|"
    r"stdnoreturn|string|strings|termios|time|unistd|wchar|wctype|"
    r"sys/(file|ioctl|mman|prctl|resource|select|socket|stat|syscall|sysmacros|time|types|"
    r"uio|un|wait))\.h")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.M)


def module(here):
    """Returns floor/name of a path below src or include."""
    return "/".join(here.with_suffix("").parts[1:])


def check_include(here, kind, name, table):
    """Returns what is wrong with one include, or None."""
    floor = here.parts[1]
    if kind == "<":
        if name in FOREIGN:
            if not re.fullmatch(FOREIGN[name], here.as_posix()):
                return f"{here}: {name} may not be included here"
        elif not SYSTEM.fullmatch(name):
            return f"{here}: {name} is not known to tests/lint/floors.py"
        return None
    below = name.split("/")[0] if "/" in name else floor
    if floor == "main":
        allowed = PROGRAMS.get(here.stem, set(table) - {"parse", "fetch"})
    else:
        allowed = table.get(floor, [])
    if below != floor and below not in allowed:
        return f"{here}: {floor} may not look up at {name}"
    return None


def circles(graph):
    """Returns the circles of the graph, each once, without recursion."""
    faults, done = [], set()
    for start in sorted(graph):
        path, rest = [start], [iter(sorted(graph[start]))]
        while path:
            following = next(rest[-1], None)
            if following is None:
                done.add(path.pop())
                rest.pop()
            elif following in path:
                turn = path[path.index(following):] + [following]
                faults.append("circle: " + " -> ".join(turn))
            elif following not in done:
                path.append(following)
                rest.append(iter(sorted(graph.get(following, ()))))
    return faults


def check_table(tree, table):
    """Yields faults of the table itself and of the folders it names."""
    if not table:
        yield "meson.build: there is no table of floors"
    seen = set()
    for floor, below in table.items():
        for name in below:
            if name not in seen:
                yield f"meson.build: {floor} stands on {name}, which is above"
        seen.add(floor)
    for folder in sorted([*tree.glob("src/*/"), *tree.glob("include/*/")]):
        if folder.name not in seen | {"main"} and any(folder.iterdir()):
            yield f"{folder.relative_to(tree)}: not a floor of meson.build"
    for path in source.files(tree, ["src"], ".c"):
        build = path.parent / "meson.build"
        if not build.exists() or \
                f"'{path.name}'" not in build.read_text(encoding="utf-8"):
            yield f"{path.relative_to(tree)}: not in its meson.build"
    guide = tree / "HACKING.md"
    if guide.exists():
        words = set(re.findall(r"\w+", guide.read_text(encoding="utf-8")))
        for floor in table:
            if floor not in words:
                yield f"HACKING.md: does not name the floor {floor}"


def check(tree):
    table = source.floors(tree)
    faults, graph = list(check_table(tree, table)), {}
    for path in source.files(tree, ["src", "include"], ".c", ".h"):
        here = path.relative_to(tree)
        if len(here.parts) != 3:
            faults.append(f"{here}: not in the folder of a floor")
            continue
        edges = graph.setdefault(module(here), set())
        for kind, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            fault = check_include(here, kind, name, table)
            if fault:
                faults.append(fault)
            if kind == "<":
                continue
            other = name if "/" in name else f"{here.parts[1]}/{name}"
            if other[:-2] != module(here):
                edges.add(other[:-2])
    faults += circles(graph)
    return faults, f"{len(graph)} modules, no upward include, no circle"


if __name__ == "__main__":
    source.main(check)
