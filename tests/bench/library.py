# SPDX-License-Identifier: ISC
"""Measure the library against newsboat with the same items, in one run.

Called by run for the word "library":

    ./dev bench library             100,000 items; filling takes minutes, once
    ./dev bench library 10000       another number

What was filled is kept in the build folder. newsboat is started on a terminal
of its own; opening is measured to its list of feeds, a search from the Enter
key to the list of what was found. What gutread does in one process is measured
by bench/library.c. Lines without a peer are told with what is allowed.
"""
import os
import pty
import select
import shutil
import sqlite3
import statistics
import subprocess
import time

RUNS = 7
N_FEEDS = 100
QUERIES = ["an be", "stor an", "fibe gobe", "kaunlobe hegobe"]


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, command, env):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)

    def wait(self, *texts, limit=120):
        """Waits until one of the texts is written; returns which, and the
        seconds from the last start."""
        seen, end = b"", time.perf_counter() + limit
        while True:
            for text in texts:
                if text in seen:
                    return text, time.perf_counter() - self.start
            if time.perf_counter() > end:
                raise TimeoutError(f"{texts!r} do not come: {seen[-500:]!r}")
            if select.select([self.fd], [], [], 1)[0]:
                seen += os.read(self.fd, 65536)

    def send(self, text):
        self.start = time.perf_counter()
        os.write(self.fd, text)

    def close(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def fill_newsboat(program, folder, count):
    """Makes newsboat's files, with the same items; returns its command."""
    urls, cache = folder / "urls", folder / "cache.db"
    command = ["newsboat", "-q", "-u", str(urls), "-c", str(cache)]
    if cache.exists():
        return command
    urls.write_text("".join(
        f"https://site{i}.example/feed\n" for i in range(N_FEEDS)))
    subprocess.run([*command, "-x", "print-unread"], check=True,
                   stdout=subprocess.DEVNULL)
    with sqlite3.connect(cache) as db:
        db.execute("PRAGMA synchronous = OFF")
        for i in range(N_FEEDS):
            url = f"https://site{i}.example/feed"
            db.execute("INSERT OR REPLACE INTO rss_feed(rssurl, url, title) "
                       "VALUES (?, ?, ?)", (url, url, url))
        lines = subprocess.Popen([program, "dump", "-", str(count)],
                                 stdout=subprocess.PIPE, text=True)
        for number, line in enumerate(lines.stdout):
            url, title, text = line.rstrip("\n").split("\t")
            db.execute(
                "INSERT INTO rss_item(guid, title, author, url, feedurl, "
                "pubDate, content, unread, enclosure_url, enclosure_type, "
                "enqueued, flags, deleted, base) VALUES "
                "(?, ?, '', ?, ?, ?, ?, ?, '', '', 0, '', 0, '')",
                (url, title, url,
                 f"https://site{number % N_FEEDS}.example/feed",
                 1700000000 + number, f"<p>{text}</p>", number % 5 != 0))
        lines.wait()
    return command


def newsboat_times(command, folder):
    """Returns the seconds of opening, and of each query."""
    env = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": str(folder),
           "PATH": os.environ["PATH"], "LINES": "30", "COLUMNS": "100"}
    opening, queries = [], {query: [] for query in QUERIES}
    for _ in range(3):
        terminal = Terminal(command, env)
        opening.append(terminal.wait(b"site0.example")[1])
        for query, times in queries.items():
            terminal.send(b"/" + query.encode() + b"\r")
            found, seconds = terminal.wait(b"Search result", b"No results")
            times.append(seconds)
            if found == b"Search result":
                terminal.send(b"q")
                terminal.wait(b"site0.example")
        terminal.close()
    return statistics.median(opening), {
        query: statistics.median(times) for query, times in queries.items()}


def measure(program, *args):
    """Returns the milliseconds that the program says."""
    return float(subprocess.run([program, *args], capture_output=True,
                                text=True, check=True).stdout)


def opening(program, library):
    """Returns the milliseconds of a process that shows the first screen."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([program, "home", library], check=True,
                       stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main(build, count):
    subprocess.run(["ninja", "--quiet", "-C", build,
                    "tests/bench/bench-library"], check=True)
    program = str(build / "tests" / "bench" / "bench-library")
    folder = build / f"bench-library-{count}"
    folder.mkdir(exist_ok=True)
    library = str(folder / "library.db")
    if not os.path.exists(library):
        print(f"filling a library with {count} items", flush=True)
        subprocess.run([program, "fill", library + ".part", str(count)],
                       check=True)
        os.rename(library + ".part", library)
    theirs = None
    if shutil.which("newsboat"):
        theirs = newsboat_times(fill_newsboat(program, folder, count), folder)
    rows = [("home, the whole process", opening(program, library),
             theirs and theirs[0] * 1000, 50)]
    rows += [(f"search '{query}'", measure(program, "search", library, query),
              theirs and theirs[1][query] * 1000, 50) for query in QUERIES]
    rows += [(name, measure(program, word, library), None, allowed)
             for name, word, allowed in (("filter, a keystroke", "filter", 16),
                                         ("save", "save", 10),
                                         ("open a stored article", "read", 10))]
    print(f"{count} items{'':30} {'gutread':>11} {'allowed':>11} "
          f"{'newsboat':>11}   ratio")
    for name, mine, peer, allowed in rows:
        other = f"{peer:8.1f} ms {mine / peer:7.3f}" if peer else ""
        print(f"{name:38} {mine:8.2f} ms {allowed:8} ms {other}")
