#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Run gutread-parse alone, as a shell does, and print TAP.

    tests/cli/parser.py               with build/
    tests/cli/parser.py DIR           with another build folder
    tests/cli/parser.py DIR sanitized when it was built with sanitizers
"""
import os
import pathlib
import resource
import subprocess
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
sys.path.append(str(TESTS))
import tap  # noqa: E402


class Parser:
    def __init__(self, build, is_sanitized):
        self.path = build / "gutread-parse"
        self.is_sanitized = is_sanitized
        self.env = {name: value for name, value in os.environ.items()
                    if name.endswith("SAN_OPTIONS")}

    def run(self, *args, stdin=b"", **more):
        """Returns status, output and messages. The environment is empty."""
        result = subprocess.run(
            [self.path, *args], input=stdin, env=self.env, timeout=60,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            **more)
        return result.returncode, result.stdout, result.stderr.decode()


def same(got, wanted):
    if got != wanted:
        raise AssertionError(f"got {got!r}, wanted {wanted!r}")


def test_an_article_goes_to_standard_output(parser):
    status, out, err = parser.run(stdin="# Títle\n\nsome *text*".encode())
    same((status, err), (0, ""))
    same("some text".encode() in out and "Títle".encode() in out, True)


def test_nothing_at_all_is_an_article(parser):
    status, out, err = parser.run()
    same((status, err, len(out) > 0), (0, "", True))


def test_the_same_bytes_make_the_same_article(parser):
    text = (ROOT / "data/articles/welcome.md").read_bytes()
    same(parser.run(stdin=text), parser.run(stdin=text))


def test_what_is_no_text_is_named(parser):
    status, out, err = parser.run(stdin=b"%PDF-1.4\n" + bytes(20000))
    same((status, out), (1, b""))
    same(err, "gutread-parse: this is a PDF document of 20 kB; gutread "
         "reads text\n")


def test_options_change_what_comes_out(parser):
    text = b"<p>a <a href=b>c</a>"
    outs = {parser.run(*args, stdin=text)[1] for args in (
        [], ["--type=html"], ["--type=text"], ["--name=x.txt"],
        ["--base-url=https://example.org/"])}
    same(len(outs), 5)
    toc = b"- [a](#a)\n- [b](#b)\n- [c](#c)\n\n## a\n## b\n## c\n"
    same(len(parser.run("--full-page", stdin=toc)[1]) >
         len(parser.run(stdin=toc)[1]), True)


def test_too_many_bytes_are_refused(parser):
    same(parser.run("--max-size=5", stdin=b"12345")[0], 0)
    status, out, err = parser.run("--max-size=5", stdin=b"123456")
    same((status, out, err.count("\n")), (1, b"", 1))


def test_a_wrong_command_line_is_status_2(parser):
    for args in (["--type=pdf"], ["--max-size=x"], ["--max-size=-1"],
                 ["--nonsense"], ["file.md"]):
        status, out, err = parser.run(*args)
        same((args, status, out), (args, 2, b""))
        same(err.count("\n"), 1)


def test_help_is_on_standard_output(parser):
    status, out, err = parser.run("--help")
    same((status, err, out.startswith(b"Usage: gutread-parse")), (0, "", True))


def test_output_that_cannot_be_written_is_told(parser):
    with open("/dev/full", "wb") as full:
        result = subprocess.run([parser.path], input=b"a", env=parser.env,
                                stdout=full, stderr=subprocess.PIPE,
                                check=False)
    same(result.returncode, 1)
    same(result.stderr.count(b"\n"), 1)


def test_lack_of_memory_is_status_70(parser):
    if parser.is_sanitized:
        return  # sanitizers map more than there is
    limit = 64 << 20

    def limit_memory():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    status = parser.run(stdin=b"- a\n" * 4000000, preexec_fn=limit_memory)[0]
    same(status, 70)


def wait_for_sleep(proc):
    """Waits until the program waits for somebody to read or write."""
    deadline = time.monotonic() + 20
    while (state := proc.joinpath("stat").read_text().split()[2]) != "S":
        if time.monotonic() > deadline:
            raise AssertionError(f"does not wait: {state}")
        time.sleep(0.01)


def check_given_up(proc, held):
    """Checks what the system shows of a program in its sandbox."""
    status = proc.joinpath("status").read_text()
    same("NoNewPrivs:\t1" in status, True)
    if "seccomp" in held.split(";")[0]:
        same("Seccomp:\t2" in status, True)
    else:
        print("# no seccomp:", held.strip())
    try:
        same(sorted(os.listdir(proc / "fd")), ["0", "1", "2"])
        same(b"told" in proc.joinpath("environ").read_bytes(), False)
    except PermissionError:
        print("# the system does not show the descriptors of others")


def test_all_is_given_up_when_the_first_byte_is_read(parser):
    """Later as well: more is written than a pipe holds, so that the program
    waits there, too."""
    held = parser.run("--sandbox")[1].decode()
    with open("/dev/null", "wb") as spare, subprocess.Popen(
            [parser.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            pass_fds=[spare.fileno()],
            env={**parser.env, "SECRET": "told"}) as child:
        proc = pathlib.Path(f"/proc/{child.pid}")
        try:
            wait_for_sleep(proc)
            check_given_up(proc, held)
            child.stdin.write(b"word " * 100000)
            child.stdin.close()
            wait_for_sleep(proc)
            check_given_up(proc, held)
        finally:
            child.stdout.read()
    same(child.returncode, 0)


def test_a_sandbox_that_is_not_whole_is_refused(parser):
    held = parser.run("--sandbox")[1].decode().strip()
    status, out, err = parser.run("--require-sandbox", stdin=b"text")
    if "not " in held.replace("no new", ""):
        same((status, out), (1, b""))
        same(err.startswith("gutread-parse: the sandbox is not whole: "), True)
    else:
        same((status, err), (0, ""))
        same(held, "no new privileges, limits, Landlock, seccomp")


def test_text_of_any_charset_is_read_in_the_sandbox(parser):
    for name in ("windows-1251", "gb18030", "big5", "euc-kr", "shift_jis",
                 "euc-jp", "iso-2022-jp"):
        word = {"windows-1251": "Привет", "euc-kr": "안녕"}.get(name, "中文")
        page = f"<meta charset={name}><p>{word} is here"
        status, out, _ = parser.run("--type=html", stdin=page.encode(name))
        same((name, status, word.encode() in out), (name, 0, True))


def test_a_charset_is_guessed_in_the_sandbox(parser):
    text = "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 3
    status, out, _ = parser.run(stdin=text.encode("koi8-r"))
    same((status, text.strip().encode() in out), (0, True))


def fault_of(case, parser):
    """Returns what is wrong with the case, "" if nothing."""
    try:
        case(parser)
    except AssertionError as error:
        return str(error) or "it failed"
    return ""


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build")
    parser = Parser(build.resolve(), "sanitized" in sys.argv[2:])
    cases = [case for name, case in globals().items()
             if name.startswith("test_")]
    print(f"1..{len(cases)}")
    return tap.report_all((case.__name__[5:].replace("_", " "),
                           fault_of(case, parser)) for case in cases)


if __name__ == "__main__":
    sys.exit(main())
