#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Treat the screen badly, and print TAP: keys at random, sizes, pastes, signals.

    tests/faults/screen.py --build=DIR              a little of everything
    tests/faults/screen.py --build=DIR --seconds=N  other keys for so long
    tests/faults/screen.py --build=DIR --seed=N     the keys of one failure
    tests/faults/screen.py --build=DIR --leap=FILE  a clock that jumps, too

The program runs on a terminal whose other end is here. Whatever comes, it is
still there afterwards, sleeps when all is said, and ends when it is asked to.
FILE is what leap.c is built to.
"""
import argparse
import concurrent.futures
import fcntl
import os
import pathlib
import pty
import random
import select
import signal
import struct
import sys
import tempfile
import termios
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(HERE.parent))
import tap  # noqa: E402

PATIENCE = 60  # seconds in which something must happen
N_KEYS, N_SIZES, N_PASTED = 4000, 500, 1 << 20

# What terminals send for keys, clicks and pastes, whole and broken. What would
# leave the program is not among them: q, Q, ^C, ^Z, ^\, and : with a name.
KEYS = [b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1bOP",
        b"\x1b", b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"\x1b[<0;10;5M",
        b"\x1b[<64;10;5M", b"\x1b[<0;9999;0m", "é字👩".encode(), b"\xff"]
KEYS += [bytes([byte]) for byte in range(1, 128)
         if byte not in b"qQ:\x03\x1a\x1c"]
SIZES = (1, 2, 3, 10, 24, 40, 80, 200, 999)


class Screen:
    """The program on a terminal of its own."""

    def __init__(self, build, folder, *args, **more):
        env = {name: value for name, value in os.environ.items()
               if name.endswith("SAN_OPTIONS") or name == "PATH"}
        env.update(HOME=folder, LC_ALL="C.UTF-8", TERM="xterm-256color",
                   BROWSER="true", GUTREAD_DATADIR=str(ROOT / "data"), **more)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(build / "gutread", ["gutread", *args], env)
        os.set_blocking(self.fd, False)
        self.resize(80, 24)
        self.settle()

    def resize(self, columns, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, patience=0.0):
        """Returns whether there was something to read."""
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            return len(os.read(self.fd, 1 << 16)) > 0
        except OSError as error:
            raise AssertionError("it is gone") from error

    def send(self, data):
        deadline = time.monotonic() + PATIENCE
        while data:
            while self.read():
                pass
            try:
                data = data[os.write(self.fd, data[:4096]):]
            except BlockingIOError:
                select.select([self.fd], [self.fd], [], 0.1)
            if time.monotonic() > deadline:
                raise AssertionError("it takes no keys any more")

    def ticks(self):
        """Returns how long all threads have run, in the system's ticks."""
        stat = pathlib.Path(f"/proc/{self.pid}/stat").read_text()
        return sum(map(int, stat.rsplit(")", 1)[1].split()[11:13]))

    def work(self):
        """Returns what all threads have done: ticks, wake-ups."""
        switches = []
        for task in pathlib.Path(f"/proc/{self.pid}/task").iterdir():
            try:
                status = task.joinpath("status").read_text()
            except (FileNotFoundError, ProcessLookupError):
                continue  # it has just ended
            switches += [line for line in status.split("\n")
                         if "ctxt_switches" in line]
        return self.ticks(), switches

    def settle(self, quiet=0.5):
        """Waits until it is drawn and sleeps for some seconds."""
        deadline = time.monotonic() + PATIENCE
        before = None
        while (now := self.work()) != before:
            if time.monotonic() > deadline:
                raise AssertionError(f"never rests: {before} {now}")
            before = now
            while self.read(quiet):
                pass

    def end(self):
        """Pulls the plug; returns how the program ends, None if it does not
        within a second of the processor's or many of the clock's."""
        os.close(self.fd)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if self.ticks() > 30 * os.sysconf("SC_CLK_TCK"):
                break
            time.sleep(0.01)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None


def press_at_random(screen, seed):
    """Presses keys in bursts and changes the size between some of them."""
    chance = random.Random(seed)
    for _ in range(N_KEYS // 50):
        if chance.random() < 0.1:
            screen.resize(chance.choice(SIZES), chance.choice(SIZES))
        screen.send(b"".join(chance.choices(KEYS, k=50)))


def resize_often(screen, seed):
    chance = random.Random(seed)
    for _ in range(N_SIZES):
        screen.resize(chance.choice(SIZES), chance.choice(SIZES))
        screen.read()


def paste_much(screen, _):
    for key in (b"", b"/"):
        screen.send(key + b"\x1b[200~" + b"q :q! \x1b[31m\n" * (N_PASTED // 14) +
                    b"\x1b[201~")


def stop_and_go_on(screen, seed):
    for _ in range(20):
        os.kill(screen.pid, signal.SIGSTOP)
        resize_often(screen, seed)
        os.kill(screen.pid, signal.SIGCONT)


CASES = (("keys at random", press_at_random),
         ("five hundred sizes", resize_often),
         ("a megabyte that is pasted", paste_much),
         ("being stopped and going on", stop_and_go_on))


def fault_of(build, act, seed, **more):
    """Returns what is wrong with the program after it was treated so."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(build, folder, "--offline",
                        HERE.parent / "golden" / "mixed", **more)
        try:
            act(screen, seed)
            screen.resize(80, 24)
            screen.settle()
        except AssertionError as error:
            return f"{error}: it ends with {screen.end()}"
        status = screen.end()
    return "" if status in (0, -signal.SIGHUP) else f"it ends with {status}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--leap", type=pathlib.Path)
    args = parser.parse_args()
    build = args.build.resolve()
    if args.seconds is None:
        cases = [(*case, {}) for case in CASES]
        if args.leap:
            cases.append(("a clock that jumps", press_at_random,
                          {"LD_PRELOAD": str(args.leap.resolve())}))
        print(f"1..{len(cases)}")
        # They wait most of the time, so they do that at once.
        with concurrent.futures.ThreadPoolExecutor(len(cases)) as pool:
            faults = pool.map(lambda case: fault_of(
                build, case[1], args.seed, **case[2]), cases)
            return tap.report_all(zip((f"the screen survives {case[0]}"
                                       for case in cases), faults))
    failed = number = 0
    deadline = time.monotonic() + args.seconds
    while time.monotonic() < deadline:
        number, seed = number + 1, random.randrange(1 << 32)
        failed += tap.report(number, f"keys of --seed={seed}",
                             fault_of(build, press_at_random, seed))
    print(f"1..{number}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
