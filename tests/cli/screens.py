# SPDX-License-Identifier: ISC
"""Cases of run.py: what is left of a library when the screen's world ends.

Each plays gutread on a terminal of its own and looks at the library's file past
it: whatever happened, it must be whole.
"""
import fcntl
import hashlib
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time

ARTICLE = "articles/gut-health-guide.md"
PATIENCE = 20       # seconds until what is waited for is missed
REDRAW = 0.3        # seconds until a screen is asked for again
ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[a-zA-Z]|[()][A-Z0-9]|[=>])")


class Screen:
    """A program on a terminal of 80 columns and 24 rows."""

    def __init__(self, shell, *args, before=()):
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ,
                        struct.pack("HHHH", 24, 80, 0, 0))
            command = [*before, str(shell.gutread), *map(str, args)]
            os.execvpe(command[0], command, shell.env)

    def send(self, keys):
        os.write(self.fd, keys)

    def wait(self, text):
        """Waits until the text is on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in ESCAPES.sub(b"", self.seen):
            assert time.monotonic() < end, (text, ESCAPES.sub(b"", self.seen))
            if not select.select([self.fd], [], [], REDRAW)[0]:
                self.send(b"\x0c")      # what was drawn in pieces, once more
                continue
            try:
                self.seen += os.read(self.fd, 65536)
            except OSError:
                raise AssertionError(("it has ended", self.seen)) from None

    def drain(self):
        """Reads what is there; who does not blocks the program in the end."""
        while select.select([self.fd], [], [], 0)[0]:
            self.seen += os.read(self.fd, 65536)

    def end(self):
        """Waits for its end; returns the status, negative for a signal."""
        while True:
            try:
                if not os.read(self.fd, 65536):
                    break
            except OSError:
                break
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def hang_up(self):
        os.close(self.fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def path_of(shell):
    return shell.folder / ".local" / "share" / "gutread" / "library.db"


def ask(shell, sql):
    """Returns the rows that the library's file has."""
    with sqlite3.connect(path_of(shell), timeout=PATIENCE) as connection:
        rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def places(shell):
    return ask(shell, "SELECT place, progress FROM item JOIN position "
                      "USING (id) WHERE progress > 0")


def check(shell):
    assert ask(shell, "PRAGMA integrity_check") == [("ok",)]
    assert ask(shell, "PRAGMA foreign_key_check") == []


def read_on(shell, *args, keys=b"  ", **more):
    """Opens the guide and turns pages."""
    screen = Screen(shell, *(args or (shell.data / ARTICLE,)), **more)
    screen.wait(b"min left")
    screen.send(keys)
    return screen


def read_once(shell):
    """Leaves a library with a place behind."""
    screen = read_on(shell)
    screen.send(b"q")
    assert screen.end() == 0
    assert len(places(shell)) == 1


def can_mount():
    return shutil.which("unshare") and subprocess.run(
        ["unshare", "-rm", "true"], stderr=subprocess.DEVNULL,
        check=False).returncode == 0


def test_a_kill_loses_no_place_that_was_rested_at(shell):
    screen = read_on(shell)
    end = time.monotonic() + PATIENCE
    while not path_of(shell).exists() or not places(shell):
        assert time.monotonic() < end, "the place is not written"
        screen.drain()
        time.sleep(0.05)
    os.kill(screen.pid, signal.SIGKILL)
    assert screen.end() == -signal.SIGKILL
    assert len(places(shell)) == 1
    check(shell)


def test_a_hangup_saves_the_place(shell):
    screen = read_on(shell, keys=b"G")
    screen.wait(b"100%")
    screen.hang_up()
    assert len(places(shell)) == 1
    check(shell)


def test_two_programs_at_once_keep_both_of_their_places(shell):
    first = read_on(shell)
    second = read_on(shell, shell.data / "articles" / "welcome.md", keys=b" ")
    for screen in (first, second):
        screen.send(b"q")
        assert screen.end() == 0
    assert len(places(shell)) == 2, places(shell)
    check(shell)


def test_a_place_is_saved_when_another_program_lets_go_of_the_library(shell):
    read_once(shell)
    with sqlite3.connect(path_of(shell), isolation_level=None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        screen = read_on(shell, keys=b"G")
        screen.wait(b"100%")
        screen.send(b"q")
        connection.execute("ROLLBACK")
    connection.close()
    assert screen.end() == 0
    assert places(shell)[0][1] == 1000, places(shell)
    check(shell)


def test_a_library_of_a_newer_version_is_read_and_never_changed(shell):
    read_once(shell)
    with sqlite3.connect(path_of(shell)) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = hashlib.sha256(path_of(shell).read_bytes()).digest()
    screen = read_on(shell, keys=b"G")
    screen.wait(b"newer version of gutread")
    screen.send(b"q")
    assert screen.end() == 0
    assert hashlib.sha256(path_of(shell).read_bytes()).digest() == before
    check(shell)


def test_a_damaged_library_is_moved_aside_and_mended(shell):
    read_once(shell)
    bytes_of = bytearray(path_of(shell).read_bytes())
    bytes_of[100:4096] = b"x" * 3996
    path_of(shell).write_bytes(bytes_of)
    screen = read_on(shell, keys=b"")
    screen.wait(b"the library was damaged")
    screen.send(b"q")
    assert screen.end() == 0
    aside, = path_of(shell).parent.glob("library-damaged-*.db")
    assert aside.read_bytes() == bytes(bytes_of)
    assert len(places(shell)) == 1
    check(shell)


def test_where_nothing_may_be_written_reading_goes_on_at_the_place(shell):
    if not can_mount():
        return
    read_once(shell)
    home = path_of(shell).parent
    before = places(shell)
    screen = read_on(shell, keys=b"G", before=[
        "unshare", "-rm", "sh", "-c",
        'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"',
        str(home)])
    screen.wait(b"nothing is remembered")
    screen.send(b"q")
    assert screen.end() == 0
    assert places(shell) == before
    check(shell)


def test_a_full_disk_is_told_and_reading_goes_on(shell):
    if not can_mount():
        return
    read_once(shell)
    look = ("import sqlite3, sys; print('whole' if sqlite3.connect("
            "'file:' + sys.argv[1] + '?immutable=1', uri=True).execute("
            "'PRAGMA integrity_check').fetchall() == [('ok',)] else 'broken')")
    screen = read_on(shell, keys=b"G", before=[
        "unshare", "-rm", "sh", "-c",
        'cp "$0/library.db" "$0/../copy" && '
        'mount -t tmpfs -o size=400k none "$0" && '
        'mv "$0/../copy" "$0/library.db" && '
        'dd if=/dev/zero of="$0/full" 2>/dev/null; '
        f'"$@"; {sys.executable} -c "{look}" "$0/library.db"',
        str(path_of(shell).parent)])
    screen.wait(b"no room left on the disk")
    screen.send(b"g")
    screen.wait(b"0% ")
    screen.send(b"q")
    screen.wait(b"whole")
    assert screen.end() == 0
