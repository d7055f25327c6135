#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Plant faults in a small tree and see that each check finds them.

    selftest.py COMPILER...

Prints TAP. Every case changes one file of a tree in which all is well.
"""
import importlib
import pathlib
import subprocess
import sys
import tempfile

import floors
import hardening
import headers
import examples
import promises
import prose
import sizes

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

globals_check = importlib.import_module("globals")
COMPILER = sys.argv[1:] or ["cc"]

HEADER = """/* SPDX-License-Identifier: ISC */
/*
 * {stem} - a part
 *
 * Example:
 *
 *      {stem}_go(1);
 */
#ifndef {guard}_H
#define {guard}_H

/*
 * Goes n steps.
 */
void {stem}_go(int n);
void {stem}_stop(void);

#endif
"""
SOURCE = """/* SPDX-License-Identifier: ISC */
/*
 * {stem} - a part
 */
#include "{floor}/{stem}.h"

#include <stdio.h>

static const char *const words[] = {{"one", "two"}};

void
{stem}_go(int n)
{{
    puts(words[n]);
}}
"""
# Has an array that is filled by a function which is told a size.
PROGRAM = """#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
    char copy[64];

    if (argc > 0)
        strcpy(copy, argv[0]);
    return puts(copy);
}
"""
FLAGS = ("-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong "
         "-fPIE -pie -Wl,-z,relro,-z,now")
MESON = """floors = {
    'base': [],
    'model': ['base'],
    'ui': ['base', 'model'],
    'parse': ['base', 'model'],
}
"""


def sound_tree():
    tree = {"meson.build": MESON, "src/main/meson.build":
            "files('gutread.c') files('gutread-parse.c')\n",
            "tests/net/cases.py": "# SPDX-License-Identifier: ISC\n"
            "def test_a_page_is_shown(net):\n"}
    for floor, stem in (("base", "mem"), ("base", "str"), ("model", "url"),
                        ("ui", "bar")):
        guard = f"{floor}_{stem}".upper()
        tree[f"include/{floor}/{stem}.h"] = HEADER.format(
            stem=stem, guard=guard)
        tree[f"src/{floor}/{stem}.c"] = SOURCE.format(stem=stem, floor=floor)
    for floor, stems in (("base", "'mem.c', 'str.c'"), ("model", "'url.c'"),
                         ("ui", "'bar.c'")):
        tree[f"src/{floor}/meson.build"] = f"files({stems})\n"
    tree["program.c"], tree["flags"] = PROGRAM, FLAGS
    return tree


def compile_tree(root):
    """Returns what globals.py finds in the objects of the tree."""
    objects = []
    for path in sorted(root.glob("src/*/*.c")):
        objects.append(root / (path.name + ".o"))
        subprocess.run([*COMPILER, "-fPIE", "-Iinclude", "-c", path, "-o",
                        objects[-1]], cwd=root, check=True)
    subprocess.run(["ar", "rc", root / "all.a", *objects], check=True)
    return list(globals_check.faults_of(root / "all.a", {})), ""


def link_program(root):
    """Returns what hardening.py finds in a program that is made with flags."""
    flags = (root / "flags").read_text(encoding="utf-8").split()
    subprocess.run([*COMPILER, *flags, root / "program.c", "-o",
                    root / "program"], check=True)
    return list(hardening.faults_of(root / "program")), ""


CHECKS = {
    "floors": floors.check,
    "sizes": sizes.check,
    "headers": lambda root: headers.check(root, COMPILER),
    "examples": lambda root: examples.check(root, COMPILER),
    "promises": promises.check,
    "prose": prose.check,
    "globals": compile_tree,
    "hardening": link_program,
}

BODY = "    n++;\n" * 60
URL_H, URL_C = "include/model/url.h", "src/model/url.c"

# check, name, file, what is replaced ("" adds at the end), by what, the report
CASES = (
    ("floors", "an include upward", "src/base/str.c", "<stdio.h>",
     '"ui/bar.h"', "src/base/str.c: base may not look up at ui/bar.h"),
    ("floors", "an include of a floor not named", "meson.build",
     "['base', 'model']", "['base']", ""),
    ("floors", "a circle within a floor", "include/base/mem.h", "/*\n * Goes",
     '#include "base/str.h"\n/*\n * Goes', ""),
    ("floors", "a floor that stands on a higher one", "meson.build", "[],",
     "['ui'],", "base stands on ui"),
    ("floors", "a parser in the reader", "src/main/gutread.c", "",
     '#include "parse/html.h"\n', "main may not look up at parse/html.h"),
    ("floors", "a parser in the parser", "src/main/gutread-parse.c", "",
     '#include "parse/html.h"\n', None),
    ("floors", "a foreign header in the wrong place", URL_C, "<stdio.h>",
     "<curses.h>", "curses.h may not be included here"),
    ("floors", "a foreign header that nobody knows", URL_C, "<stdio.h>",
     "<zlib.h>", "zlib.h is not known"),
    ("floors", "a source that is not built", "src/ui/meson.build", "'bar.c'",
     "", "bar.c: not in its meson.build"),
    ("floors", "a folder that is no floor", "src/extra/x.c", "", "int x;\n",
     "src/extra: not a floor"),
    ("sizes", "a long file", URL_C, "", "\n" * 490, "lines, not 500"),
    ("sizes", "a long function", URL_C, "    puts(words[n]);\n",
     BODY, "url_go has 61 lines"),
    ("sizes", "a function of sixty lines", URL_C, "    puts(words[n]);\n",
     BODY[9:], None),
    ("sizes", "a seventh parameter", URL_C, "(int n)",
     "(int n, int (*f)(int, int),\n    int a, int b, int c, int d, int e)",
     "url_go has 7 parameters"),
    ("sizes", "six parameters", URL_C, "(int n)",
     "(int n, int (*f)(int, int), int a, int b, int c, int d)", None),
    ("headers", "no licence", URL_C, "SPDX", "SPD", "not the licence's"),
    ("headers", "no head", URL_C, "/*\n * url - a part\n */", "",
     "no comment at its head"),
    ("headers", "a head with another name", URL_H, "url - a", "uri - a",
     "does not begin with 'url - '"),
    ("headers", "a guard with another name", URL_H, "#define MODEL",
     "#define MODE", "no guard MODEL_URL_H"),
    ("headers", "a function without a comment", URL_H, "#endif",
     "int url_more(int n);\n\n#endif", "no comment before 'int url_more"),
    ("headers", "a function type without a comment", URL_H, "#endif",
     "typedef void url_fn(int n);\n\n#endif", "no comment before 'typedef"),
    ("headers", "a comment and then an empty line", URL_H, "steps.\n */\n",
     "steps.\n */\n\n", "no comment before 'void url_go"),
    ("headers", "a struct with a function pointer", URL_H, "#endif",
     "struct url {\n    int (*f)(int);\n};\n\n#endif", None),
    ("headers", "a header that needs another", URL_H, "(int n)", "(size_t n)",
     ""),
    ("examples", "an example that does not compile", URL_H, "url_go(1);",
     "url_went(1);", "url.h:6: the example does not compile"),
    ("examples", "an example with a name from nowhere", URL_H, "url_go(1);",
     "url_go(b);", "does not compile"),
    ("examples", "an example with a known name", URL_H, "url_go(1);",
     "url_go((int)cols);", None),
    ("examples", "an example that is too long", URL_H, "url_go(1);\n",
     "url_go(1);\n" + " *      url_go(1);\n" * 10, "an example of 11 lines"),
    ("examples", "an example without code", URL_H, " *      url_go(1);\n", "",
     "without code"),
    ("prose", "an open end", URL_C, "", "/* TO" "DO: more */\n", "open end"),
    ("prose", "a blank at the end", URL_C, "", "int x; \n", "blanks"),
    ("prose", "a tab", URL_C, "", "\tint x;\n", "a tab"),
    ("prose", "no end of line", URL_C, "", "int x;", "no end of line"),
    ("prose", "a name that says nothing", "src/ui/util.c", "", "int x;\n",
     "the name says nothing"),
    ("prose", "a path of a machine", "README.md", "", "/ro" "ot/gutread\n",
     "a path of one machine"),
    ("prose", "a man page with a fault", "man/x.1", "", ".Dd today\n.Qx\n",
     "x.1"),
    ("promises", "a promise without a test", "SECURITY.md", "",
     "| promise | test |\n| --- | --- |\n| It is safe. | |\n",
     "no test: It is safe."),
    ("promises", "a test that is not there", "SECURITY.md", "",
     "| It is safe. | `unit/no.c` (`test_no`) |\n", "there is no tests/unit/no.c"),
    ("promises", "a test by another name", "SECURITY.md", "",
     "| It is safe. | `net/cases.py` (`test_no`) |\n",
     "there is no test_no"),
    ("promises", "a file of tests", "SECURITY.md", "",
     "| It is safe. | `net/cases.py` |\n", "say which"),
    ("globals", "a global", URL_C, "", "int count = 1;\n",
     "url.c: count is a mutable global"),
    ("globals", "a global without a value", URL_C, "", "int count;\n",
     "count is a mutable global"),
    ("globals", "a static", URL_C, "    puts", "    static int n_calls;\n"
     "    n_calls++;\n    puts", "is a mutable static"),
    ("globals", "a name of no module", URL_C, "",
     "void frob(void);\nvoid\nfrob(void)\n{\n}\n",
     "url.c: frob() does not begin with url_"),
    ("globals", "a static where it is allowed", "src/base/mem.c", "    puts",
     "    static int n_calls;\n    n_calls++;\n    puts", None),
    ("hardening", "a fixed address", "flags", "-fPIE -pie", "-no-pie",
     "lies at a fixed address"),
    ("hardening", "lazy binding", "flags", "-z,now", "-z,lazy",
     "is not all bound at its start"),
    ("hardening", "tables left writable", "flags", "-z,relro", "-z,norelro",
     "leaves the loader's tables writable"),
    ("hardening", "an executable stack", "flags", "-z,now",
     "-z,now,-z,execstack", "may have an executable stack"),
    ("hardening", "no look at the stack", "flags", "-strong", " -fno-stack"
     "-protector", "does not look after its stack"),
    ("hardening", "functions that trust", "flags", "-D_FORTIFY_SOURCE=2", "",
     "calls no function that holds to a size"),
    ("hardening", "libraries from elsewhere", "flags", "-z,now",
     "-z,now,-rpath,/opt", "looks for libraries in places of its own"),
)

# What goes with a change to make it a fault.
MORE = {
    "an include of a floor not named":
        ("src/ui/bar.c", "<stdio.h>", '"model/url.h"',
         "ui may not look up at model/url.h"),
    "a header that needs another":
        (URL_C, '#include "model/url.h"\n', '#include <stdio.h>\n'
         '#include "model/url.h"\n', "url.h: does not compile alone"),
    "a circle within a floor":
        ("src/base/str.c", "<stdio.h>", '"base/mem.h"',
         "circle: base/mem -> base/str -> base/mem"),
}


def change(tree, path, old, new):
    text = tree.get(path, "")
    if old and old not in text:
        raise ValueError(f"{path} does not hold {old!r}")
    tree[path] = text.replace(old, new, 1) if old else text + new


def findings(check, tree):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in tree.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return CHECKS[check](root)[0]


def verdict(check, name, path, old, new, report):
    tree = sound_tree()
    change(tree, path, old, new)
    if name in MORE:
        path, old, new, report = MORE[name]
        change(tree, path, old, new)
    found = findings(check, tree)
    if report is None:
        return "\n".join(found)
    if any(report in fault for fault in found):
        return ""
    return f"wanted a report with '{report}', got {found}"


def main():
    cases = [(f"{check}: a sound tree", (lambda c=check: "\n".join(
        findings(c, sound_tree())))) for check in CHECKS]
    cases += [(f"{case[0]}: {case[1]}", lambda c=case: verdict(*c))
              for case in CASES]
    print(f"1..{len(cases)}")
    return tap.report_all((name, run()) for name, run in cases)


if __name__ == "__main__":
    sys.exit(main())
