# SPDX-License-Identifier: ISC
"""Cases of run.py: files that are none, and a system that lacks something."""
import itertools
import os
import resource
import signal
import subprocess
import threading

from cases import holds, parser, same
from screens import can_mount
from terminal import Terminal


# What is read

def test_what_never_ends_is_too_large(shell):
    for source in ("/dev/zero", "/dev/urandom"):
        same(shell.run("--max-size=1M", source),
             (1, "", f"gutread: '{source}': larger than 1 MiB\n"))
    endless = subprocess.Popen(["yes"], stdout=subprocess.PIPE)
    try:
        same(shell.run("--max-size=1M", "-", stdin=endless.stdout),
             (1, "", "gutread: '-': larger than 1 MiB\n"))
    finally:
        endless.kill()
        endless.stdout.close()
        endless.wait()


def test_a_pipe_with_a_name_is_read_to_its_end(shell):
    os.mkfifo(shell.folder / "pipe")
    writer = threading.Thread(
        target=lambda: (shell.folder / "pipe").write_text("# Of a pipe\n" * 9))
    writer.start()
    out = shell.run("pipe")[1]
    writer.join()
    holds(out, "Of a pipe")


def test_a_folder_passes_by_what_is_no_file(shell):
    shell.write("d/a.md", "text\n")
    os.mkfifo(shell.folder / "d/b.md")
    (shell.folder / "d/c.md").mkdir()
    (shell.folder / "d/d.md").symlink_to("d.md")
    (shell.folder / "d/e.md").symlink_to("/dev/zero")
    status, out, err = shell.run("--body", "d")
    same((status, out, err), (0, "text\n", ""))


def test_a_file_that_does_not_say_its_size_is_read(shell):
    same(os.stat("/proc/self/status").st_size, 0)
    status, out, err = shell.run("--type=text", "/proc/self/status")
    same((status, err), (0, ""))
    holds(out, "Name:")


def test_a_file_with_holes_is_told(shell):
    path = shell.write("a.md", "# A title\n\nA text.\n")
    os.truncate(path, 1 << 20)
    status, out, err = shell.run("a.md")
    same((status, out), (1, ""))
    holds(err, "this is binary data")
    os.truncate(path, 1 << 40)
    same(shell.run("a.md"), (1, "", "gutread: 'a.md': larger than 64 MiB\n"))


def test_a_file_may_change_while_it_is_read(shell):
    for change, words in ((": >a.md", ""), ("truncate -s 6 a.md", "word\n"),
                          ("seq 200000 >>a.md", "200000\n")):
        shell.write("a.md", "word\n\n" * 1000)
        env = parser(shell, f'cd {shell.folder}; {change}; '
                            f'exec {shell.gutread.parent}/gutread-parse "$@"')
        status, out, err = shell.run("--body", "a.md", env={
            **env, "PATH": shell.env["PATH"]})
        same((change, status, err), (change, 0, ""))
        same((change, out.endswith(words)), (change, True))


# Where it is written to

def test_any_of_the_standard_descriptors_may_be_closed(shell):
    shell.write("a.md", "text\n")
    shell.run("--save", "a.md")
    library = shell.folder / ".local/share/gutread/library.db"
    for fds in itertools.chain.from_iterable(
            itertools.combinations(range(3), n) for n in (1, 2, 3)):
        for args in (["a.md"], ["-"], ["none.md"], ["--list"],
                     ["--save", "a.md"]):
            child = subprocess.Popen(
                [shell.gutread, *args], cwd=shell.folder, env=shell.env,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                preexec_fn=lambda fds=fds: [os.close(fd) for fd in fds])
            fails = (args == ["none.md"] or
                     (0 if args == ["-"] else 1) in fds)
            same((fds, args, child.wait(60)), (fds, args, int(fails)))
    same(library.read_bytes()[:15], b"SQLite format 3")
    same(shell.run("--list")[1].count("\n"), 1)


def test_all_that_is_printed_can_meet_a_full_disk(shell):
    shell.write("a.md", "# One\n\n## Two\n\ntext\n")
    shell.run("--save", "a.md")
    line = "gutread: standard output: No space left on device\n"
    with open("/dev/full", "wb") as full:
        for args in (["--list"], ["--version"], ["--print-config"],
                     ["--print-keys"], ["--export=-"], ["--toc", "a.md"],
                     *(["-f", name, "a.md"] for name in
                       ("text", "ansi", "markdown", "html", "json"))):
            same((args, *shell.run(*args, stdout=full)), (args, 1, "", line))


def test_what_was_exported_before_is_kept_where_the_disk_is_full(shell):
    if not can_mount():
        return
    shell.write("a.md", "# One\n\ntext\n")
    shell.run("--save", "a.md")
    (shell.folder / "d").mkdir()
    script = ('mount -t tmpfs -o size=64k none d && '
              '"$0" --export=d/x.json && cp d/x.json before && '
              'dd if=/dev/zero of=d/full 2>/dev/null; '
              '"$0" --export=d/x.json; echo $?; ls d; cmp before d/x.json')
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, shell.gutread],
        cwd=shell.folder, env=shell.env, capture_output=True, check=False)
    same((done.stdout, done.stderr),
         (b"1\nfull\nx.json\n",
          b"gutread: 'd/x.json': No space left on device\n"))


# Where it runs

def test_a_home_that_is_none_takes_nothing_but_the_memory(shell):
    shell.write("a.md", "text\n")
    shell.write("file", "x")
    homes = [{"HOME": home} for home in
             ("", "relative", "/proc", "/dev/null", str(shell.folder / "file"))]
    homes += [{"XDG_DATA_HOME": str(shell.folder / "file"),
               "XDG_CONFIG_HOME": str(shell.folder / "file")}]
    for env in homes:
        same((env, *shell.run("--body", "a.md", env=env)),
             (env, 0, "text\n", ""))
        same((env, shell.run("--print-config", env=env)[0]), (env, 0))
        for args in (["--list"], ["--save", "a.md"], ["--refresh"]):
            status, out, err = shell.run(*args, env=env)
            same((env, args, status, out, err.count("\n")),
                 (env, args, 1, "", 1))


def test_a_library_and_a_config_that_are_no_files_are_told(shell):
    shell.write("a.md", "text\n")
    library = shell.folder / ".local/share/gutread/library.db"
    config = shell.folder / ".config/gutread/config"
    for path in (library, config):
        path.parent.mkdir(parents=True)
        for make in (path.mkdir, lambda: path.symlink_to("/dev/zero"),
                     lambda: path.symlink_to(path), lambda: os.mkfifo(path)):
            make()
            status, out, err = shell.run("--body", "a.md")
            same((status, out, err.count("\n") < 2), (0, "text\n", True))
            status, out, err = shell.run("--list")
            same((path, status, err.count("\n") < 2),
                 (path, int(path is library), True))
            (path.rmdir if path.is_dir() else path.unlink)()


def test_a_terminal_that_goes_away_ends_what_is_done_on_it(shell):
    shell.write("a.md", "# A title\n\n## One\n\ntext\n")
    deaf = shell.write("deaf", '#!/bin/sh\ntrap "" HUP\n'
                               f'exec {shell.gutread} "$@"\n')
    deaf.chmod(0o755)
    for program in (shell.gutread, deaf):
        shell.gutread = program
        for keys in (b"", b"/ti", b"?", b"t", b":", b"F", b"/\x1b[200~paste"):
            with Terminal(shell, "a.md") as terminal:
                terminal.wait(b"A title")
                terminal.write(keys)
                terminal.hang_up()
                same((keys, terminal.child.wait(20)), (keys, -signal.SIGHUP))


def test_any_locale_and_terminal_writes_the_same(shell):
    shell.write("a.md", "Ä „q“ — 漢字 👩\n")
    for name in ("LC_ALL", "LANG"):
        for value in ("", "xx", "C", "POSIX", "en_US.ISO-8859-1", "de_DE",
                      "x" * 5000):
            same((value, *shell.run("--body", "a.md", env={
                "LC_ALL": "", name: value})), (value, 0, "Ä „q“ — 漢字 👩\n", ""))
    for name in ("TERM", "COLUMNS", "LINES"):
        for value in ("", "0", "-1", "xx", "99999999999"):
            same((name, value, *shell.run("--body", "a.md", env={name: value})),
                 (name, value, 0, "Ä „q“ — 漢字 👩\n", ""))


def test_a_width_is_one_or_is_refused(shell):
    shell.write("a.md", "# Long\n\n> - quoted [words](/x)\n\n|a|b|\n|-|-|\n"
                        "|漢字|d|\n\n```\ncode\n```\n")
    for width in ("0", "1", "2", "3", "10000"):
        same((width, shell.run("-w", width, "a.md")[::2]), (width, (0, "")))
    for width in ("-1", "10001", "1000000000", "9" * 30, "1e9", "0x10", "5x",
                  "", " 5", "+5"):
        status, out, err = shell.run("-w", width, "a.md")
        same((width, status, out), (width, 2, ""))
        holds(err, "is not a number from 0 to 10000")


def test_descriptors_that_the_caller_leaves_open_are_counted(shell):
    shell.write("a.md", "text\n")

    def leave(n_free):
        for fd in range(8, 32):
            os.dup2(0, fd)
        os.closerange(32, 256)
        resource.setrlimit(resource.RLIMIT_NOFILE, (27 + n_free,) * 2)
    for n_free in (1, 6, 20, 29):
        same((n_free, *shell.run(*["a.md"] * 6, close_fds=False, preexec_fn=(
            lambda n_free=n_free: leave(n_free)))),
             (n_free, 1, "", "gutread: too few file descriptors are allowed; "
              "try 'ulimit -n 256'\n"))
    status, _, err = shell.run(*["a.md"] * 6, close_fds=False,
                               preexec_fn=lambda: leave(30))
    same((status, err), (0, ""))

def test_a_window_of_any_size_is_drawn_in(shell):
    shell.write("a.md", "# A title\n\ntext\n")
    absurd = ("0", "-1", "xx", "32767", "99999999999")
    for cols, rows, env in (
            *((80, 24, {"COLUMNS": side, "LINES": side}) for side in absurd),
            *((0, 0, {"COLUMNS": side, "LINES": side}) for side in absurd),
            (9999, 9, {}), (20, 9999, {})):
        with Terminal(shell, "a.md", cols=cols, rows=rows, env=env) as terminal:
            terminal.wait(b"A title")
            terminal.resize(65535, 65535)
            terminal.resize(80, 24)
            terminal.redraw(b"A title")
            terminal.write(b"q")
            same((cols, rows, env, terminal.end()), (cols, rows, env, 0))
            same(terminal.is_restored(), True)
    for cols, rows in ((65535, 65535), (65535, 5), (9999, 9999)):
        with Terminal(shell, "a.md", cols=cols, rows=rows) as terminal:
            same((cols, rows, terminal.end()), (cols, rows, 1))
            holds(terminal.written, b"try 'stty cols 80 rows 24'")


def count_writes(child):
    with open(f"/proc/{child.pid}/io", encoding="ascii") as lines:
        return int(dict(line.split(": ") for line in lines)["syscw"])


def test_a_page_of_a_wide_screen_goes_out_at_once(shell):
    guide = shell.data / "articles" / "gut-health-guide.md"
    with Terminal(shell, guide, cols=200, rows=60) as terminal:
        terminal.wait(b"What people mean")
        terminal.rest()
        before = count_writes(terminal.child)
        terminal.write(b" ")
        terminal.rest()
        # What is no part of it: a place that is noted, threads that are woken.
        assert count_writes(terminal.child) - before < 20
        terminal.write(b"q")
        assert terminal.end() == 0
