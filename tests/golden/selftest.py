#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Show that tests/run finds what a program does wrong.

A stand-in for gutread, which knows paragraphs only, is given inputs whose names
say what it shall do wrong; tests/run must report that and nothing else.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
RUN = TESTS / "run"
sys.path.append(str(TESTS))
import tap  # noqa: E402

STAND_IN = r'''#!@PYTHON@ -IS
import os, sys
options = dict((word.split("=") + [""])[:2] for word in sys.argv[1:]
               if word.startswith("--"))
names = [word for word in sys.argv[1:] if not word.startswith("--")]
width = int(options.get("--width", 80)) or 9999
form = options.get("--format", "text")

def fill(words, width):
    lines = words[:1]
    for word in words[1:]:
        if len(lines[-1] + word) < width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return "\n".join(lines) + "\n"

def output(name):
    fault = os.path.basename(name).split(".")[0]
    if fault == "status":
        sys.exit("no")
    words = open(name).read().split()
    if fault == "lossy":
        words = [word for word in words if word != "two"]
    if fault == "swapped" and form == "text":
        words.reverse()
    if fault == "narrow" and form == "text" and width == 20:
        words.pop()
    if fault == "grown" and form == "markdown":
        words.append("more")
    if fault == "second" and name != names[0]:
        words.append("more")
    text = fill(words, width + 5 * (fault == "wide"))
    if fault == "escape":
        text = "\033[1m" + text
    if fault == "bell" and form == "ansi":
        text = "\a" + text
    if form == "ansi":
        text = ("\033[1m" + text +
                "\033[0m\033]8;;http://a/\033\\x\033]8;;\033\\")
    if form == "html":
        text = "<pre>" * (fault == "code") + "<p>" + " ".join(words) + "</p>\n"
        text += "</pre>" * (fault == "code") + "\u202e" * (fault == "override")
    if form == "json":
        import json  # takes longer than all the rest
        value = dict.fromkeys(("title byline published modified site lang "
                               "excerpt url words minutes type prev next"
                               ).split())
        value.update(toc=[], faq=[], links=[], images=[], text=" ".join(words))
        if fault == "keyless":
            del value["lang"]
        if fault == "other":
            value["text"] += "!"
        text = json.dumps(value) + "\n"
    return text

divider = "\n" + "─" * width + "\n\n"
sys.stdout.buffer.write(divider.join(map(output, names)).encode())
'''

# name of the input, its text, expected files, what must fail
TEXT = "one two three four five six\n"
LINE = "one two three four\nfive six\n"
CASES = (
    ("good", TEXT, {".w20.txt": LINE}, set()),
    ("bad", TEXT, {".w20.txt": LINE + "\n"}, {"bad.w20.txt"}),
    ("status", TEXT, {".w20.txt": LINE}, {
        "status.w20.txt", "status roundtrip", "status width",
        "status complete", "status order", "status clean",
        "status contract"}),
    ("lossy", TEXT, {".w80.txt": "one three four five six\n"},
     {"lossy complete", "lossy order"}),
    ("lossy-excused", TEXT,
     {".w80.txt": TEXT, ".lossy": "order: it is not so\n"},
     {"lossy-excused order"}),
    ("swapped", TEXT, {".w80.txt": "six five four three two one\n",
                       ".lossy": "contract: not here\nroundtrip: not here\n"},
     {"swapped order", "swapped roundtrip"}),
    ("narrow", TEXT, {".w80.txt": TEXT}, {"narrow complete"}),
    ("grown", TEXT, {".w80.txt": TEXT}, {"grown roundtrip"}),
    ("wide", TEXT * 9, {".args": "# none\n", ".faq": None}, {"wide width"}),
    ("code", TEXT.replace(" ", ""), {".w80.txt": None}, set()),
    ("escape", TEXT, {".w80.txt": None}, {
        "escape clean", "escape contract", "escape roundtrip",
        "escape width"}),
    ("override", TEXT, {".w80.txt": None}, {"override clean"}),
    ("bell", TEXT, {".ansi": None}, {"bell clean"}),
    ("keyless", TEXT, {".json": None}, {"keyless contract"}),
    ("other", TEXT, {".json": None}, {"other contract"}),
)


def run(folder, *args):
    return subprocess.run([sys.executable, "-B", RUN, "--build", folder,
                           "--golden", folder / "golden", *args], text=True,
                          capture_output=True, check=False)


def make_folder(folder, some):
    """Makes a stand-in and a topic of some cases; blesses what is wanted so."""
    topic = folder / "golden" / "topic"
    topic.mkdir(parents=True)
    stand_in = folder / "gutread"
    stand_in.write_text(STAND_IN.replace("@PYTHON@", sys.executable),
                        encoding="utf-8")
    stand_in.chmod(0o755)
    for name, text, files, _ in some:
        (topic / f"{name}.md").write_text(text, encoding="utf-8")
        for suffix, content in files.items():
            if content is not None:
                (topic / (name + suffix)).write_text(content, encoding="utf-8")
        added = [suffix[1:] for suffix in files if files[suffix] is None]
        if added:
            run(folder, "--bless", "--add=" + ",".join(added),
                "topic/" + name)


def faults_of(some):
    """Returns for each case what tests/run should have said and did not."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        make_folder(folder, some)
        result = run(folder)
    bad = [line.split(" - ")[1].replace("topic/", "")
           for line in result.stdout.splitlines() if line.startswith("not ok")]
    faults = []
    for name, _, _, wanted in some:
        found = {what for what in bad if re.match(name + r"[ .]", what)}
        faults.append("" if found == wanted else
                      f"{name}: {found}\n{result.stdout}{result.stderr}")
    if not result.returncode:
        faults[0] += "the exit status is 0"
    return faults


def missing_fault():
    """Returns what is wrong when an input has nothing beside it."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        make_folder(folder, [("nothing", TEXT, {}, set())])
        result = run(folder)
    said = "topic/nothing: no expected output" in result.stdout
    return "" if said and result.returncode else result.stdout


def together_fault(name, wanted, report):
    """Returns what is wrong when that case, of which so much is wanted, is made
    together with a good one."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        make_folder(folder, [("good", TEXT, {".w80.txt": TEXT}, set()),
                             (name, TEXT, {".w80.txt": wanted}, set())])
        result = run(folder, "--brief")
    found = re.findall("not ok .*", result.stdout)
    if len(found) == 1 and found[0].endswith(report) and result.returncode:
        return ""
    return result.stdout


def bless_fault():
    """Returns what is wrong when a wrong output is blessed."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        make_folder(folder, [CASES[1]])
        shown = run(folder, "--bless", "topic/").stdout
        if "topic/bad.w20.txt" not in shown or "-" not in shown:
            return f"the difference is not shown: {shown}"
        if run(folder).returncode:
            return "what was blessed is not good"
        (folder / "golden/topic/old.json").write_text("", encoding="utf-8")
        if "belongs to no input" not in run(folder).stdout:
            return "a file without an input is not found"
    return ""


def main():
    results = list(zip((case[0] for case in CASES), faults_of(CASES)))
    results.append(("nothing", missing_fault()))
    results.append(("together", together_fault(
        "more", TEXT + "more\n", "topic/more.w80.txt")))
    results.append(("only together", together_fault(
        "second", TEXT, ".w80.txt, one after the other")))
    results.append(("bless", bless_fault()))
    print(f"1..{len(results)}")
    return tap.report_all(results)


if __name__ == "__main__":
    sys.exit(main())
