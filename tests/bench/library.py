# SPDX-License-Identifier: ISC
"""Measure the library against newsboat with the same items, in one run.

Called by run for the word "library":

    ./dev bench library             100,000 items; filling takes minutes, once
    ./dev bench library 10000       another number

What was filled is kept in the build folder. Both programs run on terminals of
their own, and are measured from a key, or their start, to what it brings to the
screen: home, to the list of feeds there; the first key of a filter, as soon
after the start as a person could press it. An article is opened by starting the
program, from the library and from a file that has the same. Searching, which
the screen does not wait for, and saving are measured by bench/library.c, where
they are done. What has no peer is told with what is allowed.
"""
import fcntl
import os
import pty
import select
import shutil
import sqlite3
import struct
import subprocess
import termios
import time

RUNS = 7
REACTION = 0.25     # seconds before a person presses the first key
REST = 0.1         # seconds in which nothing is written: all is there
ROWS, COLS = 30, 100
N_FEEDS = 100
ARTICLE = "https://site0.example/posts/100"     # one that was begun
QUERIES = ["an be", "stor an", "fibe gobe", "kaunlobe hegobe"]


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, command, env):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ,
                        struct.pack("HHHH", ROWS, COLS, 0, 0))
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

    def rest(self):
        """Waits until nothing more is written; returns the seconds from the
        last start to the first and to the last of it."""
        first = last = None
        while select.select([self.fd], [], [], REST if first else 10)[0]:
            os.read(self.fd, 65536)
            last = time.perf_counter() - self.start
            first = first or last
        return first, last

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


def environment(folder, **more):
    return {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(folder),
            "PATH": os.environ["PATH"], **more}


def newsboat_times(command, folder):
    """Returns what newsboat takes in milliseconds, by name: one run, since
    each takes minutes."""
    terminal, times = Terminal(command, environment(folder)), {}
    times["home"] = terminal.wait(b"site0.example")[1] * 1000
    for query in QUERIES:
        terminal.send(b"/" + query.encode() + b"\r")
        found, seconds = terminal.wait(b"Search result", b"No results")
        times[f"search '{query}'"] = seconds * 1000
        if found == b"Search result":
            terminal.send(b"q")
            terminal.wait(b"site0.example")
    terminal.close()
    return times


class Gutread:
    """The program with the library; what is measured returns milliseconds."""

    def __init__(self, build, folder):
        self.program = [str(build / "gutread"), "--set=library.max-size=16G"]
        self.env = environment(folder, XDG_DATA_HOME=str(folder),
                               GUTREAD_DATADIR=str(build.parent / "data"))

    def start(self, *args):
        return Terminal([*self.program, *args], self.env)

    def home(self):
        terminal = self.start()
        seconds = terminal.wait(b"Library")[1]
        terminal.close()
        return {"home": seconds}

    def filter(self):
        """Presses keys of a filter, the first one as soon as a person could."""
        terminal, times = self.start(), {}
        terminal.wait(b"Library")
        time.sleep(REACTION)
        terminal.send(b"/")
        terminal.rest()
        terminal.send(b"c")
        times["filter, first key"] = terminal.wait(b"Titles")[1]
        terminal.rest()
        terminal.send(b"o")
        times["filter, second key"] = terminal.rest()[0]
        terminal.close()
        return times

    def sort(self):
        """Sorts all that was saved, by title."""
        terminal = self.start()
        terminal.wait(b"Library")
        time.sleep(REACTION)
        terminal.send(b"j" * 15 + b"\r")
        terminal.rest()
        terminal.send(b"s")
        terminal.rest()
        terminal.send(b"s")
        seconds = terminal.rest()[0]
        terminal.close()
        return {"sort a third of all by title": seconds}

    def read(self, name, source):
        terminal = self.start("--offline", source)
        seconds = terminal.rest()[1]
        terminal.close()
        return {name: seconds}

    def write(self, source, path):
        """Writes an article of the library to a file."""
        with open(path, "wb") as file:
            subprocess.run([*self.program, "--offline", "--format=html",
                            source], stdout=file, check=True, env=self.env)


def measure(program, *args):
    """Returns the milliseconds that the program says."""
    return float(subprocess.run([program, *args], capture_output=True,
                                text=True, check=True).stdout)


def least(*runs):
    """Calls the functions in turn; returns the least of each time, in ms: what
    else the machine does only adds to it."""
    times = {}
    for _ in range(RUNS):
        for run in runs:
            for name, seconds in run().items():
                times.setdefault(name, []).append(seconds * 1000)
    return {name: min(each) for name, each in times.items()}


def all_times(build, program, folder, library):
    """Returns what gutread takes, by name."""
    gutread = Gutread(build, folder)
    page = str(folder / "page.html")
    gutread.write(ARTICLE, page)
    times = least(
        gutread.home, gutread.filter, gutread.sort,
        lambda: gutread.read("open a stored article", ARTICLE),
        lambda: gutread.read("open the same as a file", page))
    for query in QUERIES:
        times[f"search '{query}'"] = measure(program, "search", library, query)
    times["save"] = measure(program, "save", library)
    return times


def main(build, count):
    subprocess.run(["ninja", "--quiet", "-C", build, "gutread",
                    "tests/bench/bench-library"], check=True)
    program = str(build / "tests" / "bench" / "bench-library")
    folder = build / f"bench-library-{count}"
    library = str(folder / "gutread" / "library.db")
    if not os.path.exists(library):
        print(f"filling a library with {count} items", flush=True)
        os.makedirs(os.path.dirname(library), exist_ok=True)
        subprocess.run([program, "fill", library + ".part", str(count)],
                       check=True)
        os.rename(library + ".part", library)
    theirs = {}
    if shutil.which("newsboat"):
        theirs = newsboat_times(fill_newsboat(program, folder, count), folder)
    ours = all_times(build, program, folder, library)
    allowed = {"home": 50, "filter": 16, "search": 50, "save": 10,
               "open a": 2 * ours["open the same as a file"]}
    print(f"{count} items{'':26} {'gutread':>11} {'allowed':>11} "
          f"{'newsboat':>11}   ratio")
    for name, mine in ours.items():
        most = [ms for word, ms in allowed.items() if name.startswith(word)]
        limit = f"{most[0]:8.1f} ms" if most else f"{'':11}"
        peer = theirs.get(name)
        other = f"{peer:8.1f} ms {mine / peer:7.3f}" if peer else ""
        print(f"{name:34} {mine:8.2f} ms {limit} {other}")
