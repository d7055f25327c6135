# SPDX-License-Identifier: ISC
"""The cases of run.py."""
import json
import os
import resource
import signal
import subprocess


def same(got, wanted):
    if got != wanted:
        raise AssertionError(f"got\n{got!r}\nwanted\n{wanted!r}")


def holds(text, part):
    if part not in text:
        raise AssertionError(f"{part!r} is not in\n{text!r}")


def lacks(text, part):
    if part in text:
        raise AssertionError(f"{part!r} is in\n{text!r}")


def titled(title, **facts):
    """Returns Markdown with front matter and one paragraph."""
    lines = "".join(f"{name}: {value}\n" for name, value in facts.items())
    return f"---\ntitle: {title}\n{lines}---\n\nThe text of {title}.\n"


def titles(text):
    """Returns the titles in JSON output, in order."""
    return [json.loads(line)["title"] for line in text.splitlines()]


def parser(shell, script):
    """Puts a shell script in place of gutread-parse; returns the environment
    for it."""
    path = shell.write("bin/gutread-parse", "#!/bin/sh\n" + script + "\n")
    path.chmod(0o755)
    return {"GUTREAD_LIBEXEC": str(path.parent)}


# What is written

def test_a_pipe_gets_text_without_any_option(shell):
    shell.write("a.md", "# One\n\nTwo *three*.\n")
    status, out, err = shell.run("a.md")
    same((status, err), (0, ""))
    holds(out, "One\n")
    holds(out, "Two three.\n")
    lacks(out, "\033")


def test_text_is_80_columns_wide_in_a_pipe(shell):
    shell.write("a.md", "word " * 100)
    rows = shell.run("--body", "a.md", env={"COLUMNS": "40"})[1].splitlines()
    same(max(map(len, rows)) in range(70, 81), True)
    rows = shell.run("--body", "-w", "30", "a.md")[1].splitlines()
    same(max(map(len, rows)) <= 30, True)
    rows = shell.run("--body", "--width=0", "a.md")[1].splitlines()
    same(len(rows), 1)


def test_the_name_is_the_title_of_last_resort(shell):
    shell.write("some name.md", "text\n")
    status, out, _ = shell.run("-f", "json", "some name.md")
    same((status, titles(out)), (0, ["some name.md"]))


def test_every_format_can_be_written(shell):
    shell.write("a.md", "# One\n\n[Two](http://h/) **three**\n")
    for name, part in (("text", "Two three\n"), ("ansi", "\033["),
                       ("markdown", "[Two](http://h/)"),
                       ("html", '<a href="http://h/"'), ("json", '"words"')):
        status, out, err = shell.run("--format=" + name, "a.md")
        same((status, err), (0, ""))
        holds(out, part)


def test_color_is_for_terminals_unless_asked_for(shell):
    shell.write("a.md", "# One\n\n**two**\n")
    for options, env, colored in (
            ([], {}, False),
            (["--color=always"], {}, True),
            (["--color=always"], {"NO_COLOR": "1"}, True),
            ([], {"CLICOLOR_FORCE": "1"}, True),
            ([], {"CLICOLOR_FORCE": "0"}, False),
            ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
            (["--format=ansi"], {}, True),
            (["--format=ansi"], {"NO_COLOR": "1"}, False),
            (["--format=ansi", "--color=never"], {}, False),
            (["--format=text", "--color=always"], {}, False)):
        out = shell.run(*options, "a.md", env=env)[1]
        same((options, env, "\033[" in out), (options, env, colored))


def test_parts_of_an_article_are_printed(shell):
    shell.write("a.md", "## One\n\nfirst\n\n## Two\n\nsecond\n\n"
                        "## FAQ\n\n### Why?\n\nBecause.\n")
    out = shell.run("--toc", "a.md")[1]
    holds(out, "One")
    lacks(out, "first")
    out = shell.run("--section=two", "a.md")[1]
    holds(out, "second")
    lacks(out, "first")
    out = shell.run("--faq", "a.md")[1]
    holds(out, "Because.")
    lacks(out, "second")


def test_a_section_that_is_not_there_is_said(shell):
    shell.write("a.md", "# One\n\n## Two\n")
    same(shell.run("-s", "three", "a.md"),
         (1, "", "gutread: 'a.md': no section 'three' (--toc lists them)\n"))


# Sources

def test_standard_input_is_read(shell):
    status, out, err = shell.run("-", stdin=b"# From a pipe\n\ntext\n")
    same((status, err), (0, ""))
    holds(out, "From a pipe\n")


def test_standard_input_may_be_empty(shell):
    status, _, err = shell.run("-", stdin=subprocess.DEVNULL)
    same((status, err), (0, ""))


def test_standard_input_that_is_closed_is_said(shell):
    status, out, err = shell.run("-", preexec_fn=lambda: os.close(0),
                                 stdin=None)
    same((status, out), (1, ""))
    holds(err, "gutread: '-': ")


def test_file_addresses_are_files(shell):
    path = shell.write("a b.md", "text\n")
    status, out, err = shell.run(path.as_uri())
    same((status, err), (0, ""))
    holds(out, "text\n")


def test_offline_loads_nothing_from_the_web(shell):
    same(shell.run("--offline", "https://example.org/a"),
         (1, "", "gutread: 'https://example.org/a': nothing is loaded from "
                 "the web with --offline\n"))


def test_a_source_that_is_not_there_is_said(shell):
    same(shell.run("none.md"),
         (1, "", "gutread: 'none.md': No such file or directory\n"))


def test_a_source_that_may_not_be_read_is_said(shell):
    path = shell.write("a.md", "x")
    path.chmod(0)
    if not os.access(path, os.R_OK):
        same(shell.run("a.md"),
             (1, "", "gutread: 'a.md': Permission denied\n"))


def test_a_name_cannot_write_to_the_terminal(shell):
    status, _, err = shell.run("a\033[2J\nb\u202e.md")
    same(status, 1)
    same(err.count("\n"), 1)
    lacks(err, "\033")
    lacks(err, "\u202e")


def test_a_long_name_does_not_hide_the_reason(shell):
    holds(shell.run("/" + "x" * 200 + "/y" * 200)[2], "No such file")


def test_a_name_may_begin_with_a_dash(shell):
    shell.write("-a.md", "text\n")
    status, out, _ = shell.run("--", "-a.md")
    same(status, 0)
    holds(out, "text\n")


def test_names_need_not_be_utf8(shell):
    path = os.fsencode(shell.folder) + b"/\xff.md"
    with open(path, "w", encoding="utf-8") as file:
        file.write("text\n")
    status, out, err = shell.run(b"\xff.md")
    same((status, err), (0, ""))
    holds(out, "text\n")


def test_a_file_that_is_too_large_is_said(shell):
    shell.write("a.md", "x" * 5000)
    status, out, err = shell.run("--max-size=2K", "a.md")
    same((status, out, err.count("\n")), (1, "", 1))
    holds(err, "gutread: 'a.md': ")


def test_options_of_a_source_reach_the_parser(shell):
    out = shell.run("--type=html", "--base-url=http://h/d/", "-f", "json", "-",
                    stdin=b"<p><a href=x>link</a></p>")[1]
    same(json.loads(out)["links"], [{"text": "link", "url": "http://h/d/x"}])
    out = shell.run("--type=text", "-f", "json", "-", stdin=b"*plain*\n")[1]
    holds(json.loads(out)["text"], "*plain*")


# Several of them

def test_a_failing_source_does_not_stop_the_others(shell):
    shell.write("a.md", titled("A"))
    shell.write("b.md", titled("B"))
    status, out, err = shell.run("-f", "json", "a.md", "none.md", "b.md")
    same((status, titles(out)), (1, ["A", "B"]))
    same(err, "gutread: 'none.md': No such file or directory\n")


def test_texts_are_parted_by_a_rule(shell):
    shell.write("a.md", "one\n")
    shell.write("b.md", "two\n")
    out = shell.run("--body", "-w", "10", "a.md", "b.md")[1]
    same(out, "one\n\n──────────\n\ntwo\n")
    out = shell.run("--body", "-f", "markdown", "a.md", "b.md")[1]
    same(out, "one\n\n---\n\ntwo\n")


def test_parts_of_several_articles_have_their_titles(shell):
    shell.write("a.md", "# A\n\n## One\n\ntext\n")
    shell.write("b.md", "no headings\n")
    shell.write("c.md", "# C\n\n## Two\n\ntext\n")
    same(shell.run("--toc", "-w", "4", "a.md", "b.md", "c.md")[1],
         "A\n\n1 One\n\n────\n\nC\n\n1 Two\n")
    same(shell.run("--toc", "a.md")[1], "1 One\n")
    same(shell.run("--toc", "-f", "json", "a.md", "c.md")[1].count("\n"), 2)


def test_arguments_keep_their_order(shell):
    names = [f"{number}.md" for number in range(20, 0, -1)]
    for number, name in enumerate(names):
        shell.write(name, titled(name, order=20 - number))
    out = shell.run("-f", "json", *names)[1]
    same(titles(out), names)


def test_a_folder_is_read_in_its_order(shell):
    for number in range(1, 12):
        shell.write(f"d/{number}.md", titled(f"N{number}"))
    shell.write("d/x.md", titled("X", order=2))
    shell.write("d/y.md", titled("Y", order=1))
    shell.write("d/not.c", "int x;")
    shell.write("d/below/z.md", titled("Z"))
    shell.write("a.md", titled("A"))
    status, out, err = shell.run("-f", "json", "d", "a.md")
    same((status, err), (0, ""))
    same(titles(out),
         ["Y", "X", *(f"N{number}" for number in range(1, 12)), "A"])


def test_a_folder_without_articles_is_said(shell):
    shell.write("d/a.c", "")
    same(shell.run("d"),
         (1, "", "gutread: 'd': no articles in this folder (.md, .html or "
                 ".txt)\n"))


def test_without_a_source_the_articles_are_listed(shell):
    status, out, err = shell.run()
    same((status, err), (0, ""))
    rows = out.splitlines()
    same(rows[0], "Welcome to gutread — "
                  f"{shell.data}/articles/welcome.md")
    same(len(rows) >= 4, True)
    out = shell.run("--format=json")[1]
    entries = [json.loads(row) for row in out.splitlines()]
    same([f"{entry['title']} — {entry['path']}" for entry in entries], rows)


# Neighbors

def test_the_next_article_is_the_one_that_is_named(shell):
    shell.write("d/a.md", titled("A", next="../e/z.md"))
    shell.write("d/b.md", titled("B"))
    shell.write("e/z.md", titled("Z", prev="../d/a.md"))
    same(titles(shell.run("--next", "-f", "json", "d/a.md")[1]), ["Z"])
    same(titles(shell.run("--prev", "-f", "json", "e/z.md")[1]), ["A"])


def test_the_next_article_is_else_the_one_beside(shell):
    shell.write("a.md", titled("A", order=2))
    shell.write("b.md", titled("B", order=1))
    shell.write("c.md", titled("C"))
    same(titles(shell.run("--next", "-f", "json", "b.md")[1]), ["A"])
    same(titles(shell.run("--next", "-f", "json", "./a.md")[1]), ["C"])
    same(titles(shell.run("--prev", "-f", "json", "a.md")[1]), ["B"])


def test_the_last_article_has_no_next(shell):
    shell.write("a.md", titled("A"))
    same(shell.run("--next", "a.md"),
         (1, "", "gutread: 'a.md': there is no next article\n"))
    same(shell.run("--prev", "a.md"),
         (1, "", "gutread: 'a.md': there is no previous article\n"))
    same(shell.run("--next", ".")[0], 1)


def test_a_neighbor_that_is_not_there_is_said(shell):
    shell.write("a.md", titled("A", next="gone.md", prev="mailto:x@h"))
    status, out, err = shell.run("--next", "a.md")
    same((status, out), (1, ""))
    holds(err, "gone.md': No such file or directory\n")
    status, out, err = shell.run("--prev", "a.md")
    same((status, out), (1, ""))
    holds(err, "mailto:x@h")


# Where it is written to

def start(shell, *args, **more):
    return subprocess.Popen([shell.gutread, *args], cwd=shell.folder,
                            env=shell.env, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, **more)


def leave(child):
    """Reads a little of what the child writes, and no more of it."""
    child.stdout.read(10)
    child.stdout.close()
    messages = child.stderr.read()
    child.stderr.close()
    return child.wait(), messages


def test_a_reader_who_leaves_is_no_failure(shell):
    shell.write("a.md", "word " * 100000)
    same(leave(start(shell, "a.md", restore_signals=True)),
         (-signal.SIGPIPE, b""))
    same(leave(start(shell, "a.md", "a.md", "./a.md", restore_signals=False)),
         (0, b""))


def test_a_full_disk_is_said(shell):
    shell.write("a.md", "text\n")
    with open("/dev/full", "wb") as full:
        same(shell.run("a.md", stdout=full),
             (1, "", "gutread: standard output: No space left on device\n"))
        same(shell.run("--help", stdout=full)[0], 1)


def test_a_closed_standard_output_is_said(shell):
    shell.write("a.md", "text\n")
    status, _, err = shell.run("a.md", stdout=None,
                               preexec_fn=lambda: os.close(1))
    same(status, 1)
    holds(err, "gutread: standard output: ")


def test_no_descriptor_of_the_caller_reaches_the_parser(shell):
    env = parser(shell, "ls -l /proc/$$/fd | grep -c secret >&2; exit 1")
    shell.write("a.md", "text\n")
    with open(shell.write("secret", "x"), "rb") as file:
        same(shell.run("a.md", env=env, pass_fds=[file.fileno()]),
             (1, "", "gutread: 'a.md': 0\n"))


def test_a_parser_that_breaks_down_is_one_line_and_a_way_out(shell):
    shell.write("a.md", "text\n")
    for script, reason in (
            ("kill -SEGV $$", "the parser crashed: Segmentation fault"),
            ("kill -SYS $$",
             "the parser was stopped: it did something forbidden"),
            ("kill -XCPU $$", "the parser took too much time and was stopped"),
            ("exit 70", "the parser took too much memory"),
            ("echo lies", "the parser made no sense: not an encoded article")):
        same(shell.run("a.md", env=parser(shell, script)),
             (1, "", f"gutread: 'a.md': {reason}; --full-page or --type=text "
                     "may show it\n"))


def test_nothing_that_is_started_for_files_has_a_network(shell):
    if shell.run("--require-sandbox", "-", stdin=b"text")[0] != 0:
        print("# there is no whole sandbox here")
        return
    env = parser(shell, "grep Seccomp: /proc/self/status >&2; exit 1")
    holds(shell.run("-", stdin=b"text", env=env)[2], "Seccomp: 2")


def test_a_sandbox_that_is_not_whole_is_refused_when_asked(shell):
    env = parser(shell, 'case " $* " in *" --require-sandbox "*) '
                        'echo "the sandbox is not whole" >&2; exit 1;; esac')
    shell.write("a.md", "text\n")
    status, out, err = shell.run("--require-sandbox", "a.md", env=env)
    same((status, out), (1, ""))
    holds(err, "the sandbox is not whole")
    shell.write(".config/gutread/config", "require-sandbox = yes\n")
    holds(shell.run("a.md", env=env)[2], "the sandbox is not whole")


def test_too_few_descriptors_are_one_line(shell):
    shell.write("a.md", "text\n")
    line = ("gutread: too few file descriptors are allowed; "
            "try 'ulimit -n 256'\n")
    for limit in (4, 5, 6, 8, 16, 32, 33):
        def lower(limit=limit):
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        status, _, err = shell.run(*["a.md"] * 6, preexec_fn=lower)
        same((limit, status, err),
             (limit, 1, line) if limit < 33 else (33, 0, ""))


# The command line

def test_a_wrong_command_line_is_one_line_and_status_2(shell):
    for args in (["--nonsense"], ["--format=pdf", "a.md"], ["--toc"],
                 ["--section=x"], ["--next"], ["--width"]):
        status, out, err = shell.run(*args)
        same((args, status, out, err.count("\n")), (args, 2, "", 1))
        same(err.endswith("; see 'gutread --help'\n"), True)


def test_help_and_version_are_printed(shell):
    status, out, err = shell.run("--help")
    same((status, err), (0, ""))
    holds(out, "--format")
    status, out, err = shell.run("-V")
    same((status, err), (0, ""))
    holds(out, "gutread ")
    holds(out, "libuv 1.")


def test_the_version_tells_of_the_sandboxes(shell):
    lines = shell.run("--version")[1].splitlines()
    for name in ("parse", "fetch"):
        start = f"sandbox of gutread-{name}: no new privileges"
        same([name for line in lines if line.startswith(start)], [name])
    nowhere = parser(shell, "exit 1")
    holds(shell.run("-V", env=nowhere)[1],
          "gutread-parse: the program does not answer\n")


def test_the_version_tells_the_libraries_of_all_programs(shell):
    lines = shell.run("--version")[1].splitlines()
    for name, library in (("gutread", "ncursesw 6"), ("gutread-parse", "gumbo"),
                          ("gutread-fetch", "libcurl/")):
        at = [line.split(" ")[0] for line in lines].index(name)
        assert lines[at + 1].startswith("with "), lines
        assert library in lines[at + 1], lines


def test_an_address_to_be_seen_from_is_of_the_web_or_a_file(shell):
    for url in ("page.html", "/x", "javascript:x", "http://", "ftp://h/"):
        status, out, err = shell.run(f"--base-url={url}", "-", stdin=b"x")
        same((status, out, err.count("\n")), (2, "", 1))
        holds(err, "'--base-url' needs an http, https or file address")
    same(shell.run("--base-url=file:///x", "-", stdin=b"x")[0], 0)


def test_settings_and_keys_in_force_are_printed(shell):
    shell.write(".config/gutread/config", "measure = 60\n[keys]\ntop = T\n")
    holds(shell.run("--print-config")[1], "measure = 60")
    holds(shell.run("--print-keys")[1], "top = T")


def test_a_mistake_in_the_config_is_told_and_no_failure(shell):
    shell.write(".config/gutread/config", "nonsense = 1\nwidth = 20\n")
    shell.write("a.md", "word " * 20)
    status, out, err = shell.run("--body", "a.md")
    same((status, err.count("\n")), (0, 1))
    holds(err, "config:1: ")
    same(max(map(len, out.splitlines())) <= 20, True)


def test_a_config_that_is_asked_for_must_be_there(shell):
    shell.write("a.md", "text\n")
    status, out, err = shell.run("--config=none", "a.md")
    same((status, out, err.count("\n")), (2, "", 1))
    holds(err, "none")


# The parser

def test_a_parser_that_crashes_is_one_line(shell):
    shell.write("a.md", "text\n")
    shell.write("b.md", "text\n")
    env = parser(shell, "kill -SEGV $$")
    line = ("gutread: '{}': the parser crashed: Segmentation fault; "
            "--full-page or --type=text may show it\n")
    same(shell.run("a.md", "b.md", env=env),
         (1, "", line.format("a.md") + line.format("b.md")))


def test_a_parser_that_lies_is_one_line(shell):
    shell.write("a.md", "text\n")
    status, out, err = shell.run("a.md", env=parser(shell, "echo hello"))
    same((status, out, err.count("\n")), (1, "", 1))
    holds(err, "gutread: 'a.md': the parser made no sense")


def test_a_parser_is_not_told_the_environment(shell):
    shell.write("a.md", "text\n")
    env = parser(shell, "echo \"${HOME-}${PATH_TO-}.\" >&2; exit 1")
    same(shell.run("a.md", env=env), (1, "", "gutread: 'a.md': .\n"))
