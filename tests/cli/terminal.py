# SPDX-License-Identifier: ISC
"""gutread on a terminal of which every byte can be looked at.

tests/tui looks at the screen that the bytes make; this is for what no screen
shows, and for what no person would type.
"""
import fcntl
import os
import pathlib
import pty
import select
import struct
import subprocess
import termios
import time


class Terminal:
    """A terminal and gutread on it; written is all that came out so far."""

    def __init__(self, shell, *args, cols=100, rows=30, **more):
        self.master, slave = pty.openpty()
        self.before = termios.tcgetattr(slave)
        self.resize(cols, rows)
        self.written = b""
        self.child = subprocess.Popen(
            [shell.gutread, *args], stdin=slave, stdout=slave, stderr=slave,
            cwd=shell.folder, env={**shell.env, **more.pop("env", {})},
            start_new_session=True, **more,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        self.slave = slave

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()
        self.hang_up()

    def resize(self, cols, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, cols, 0, 0))

    def read(self, seconds=0.0):
        """Reads what comes until nothing does for that long."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                self.written += os.read(self.master, 1 << 16)
            except OSError:
                return

    def wait(self, text, seconds=20):
        """Reads until the text came."""
        end = time.monotonic() + seconds
        while text not in self.written:
            if time.monotonic() > end or self.child.poll() is not None:
                raise AssertionError(f"{text!r} did not come: "
                                     f"{self.written[-300:]!r}")
            self.read(0.02)

    def is_busy(self):
        """Tells whether there are keys to be read, or something runs."""
        unread = fcntl.ioctl(self.slave, termios.FIONREAD, bytes(4))
        if any(unread):
            return True
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                words = stat.read_text("latin-1").rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            if words[3] == str(self.child.pid) and words[0] in "RD":
                return True
        return False

    def rest(self, seconds=20):
        """Reads until the program has read all keys, sleeps and says nothing."""
        end = time.monotonic() + seconds
        is_quiet = False
        while not is_quiet and self.child.poll() is None:
            if time.monotonic() > end:
                raise AssertionError("the program is always busy")
            before = len(self.written)
            self.read(0.03)
            is_quiet = len(self.written) == before and not self.is_busy()

    def write(self, keys, seconds=60):
        """Types the keys as fast as they are read, and reads what comes."""
        end = time.monotonic() + seconds
        os.set_blocking(self.master, False)
        while keys and self.child.poll() is None:
            if time.monotonic() > end:
                raise AssertionError("keys are not read")
            ready, free, _ = select.select([self.master], [self.master], [], 1)
            if ready:
                self.read()
            if free:
                try:
                    keys = keys[os.write(self.master, keys[:4096]):]
                except BlockingIOError:
                    pass

    def redraw(self, text):
        """Has the screen drawn anew, and waits for a text on it: all that was
        typed before has been read then."""
        self.read(0.1)
        self.written = b""
        self.write(b"\x0c")
        self.wait(text)

    def hang_up(self):
        for fd in (self.master, self.slave):
            if fd >= 0:
                os.close(fd)
        self.master = self.slave = -1

    def end(self, seconds=20):
        """Waits for the end; returns its status."""
        end = time.monotonic() + seconds
        while self.child.poll() is None and time.monotonic() < end:
            self.read(0.02)
        self.read()
        return self.child.wait(timeout=1)

    def is_restored(self):
        """Tells whether the terminal's modes are as they were."""
        return termios.tcgetattr(self.slave) == self.before
