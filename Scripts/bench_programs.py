"""How paperq and newsboat are driven, and what is measured."""

import json
import os
import re
import shutil
import statistics
import subprocess
import time

import bench_papers
from bench_terminal import COLUMNS, ROWS, Failure, Terminal, first, lines

WORD = "attention"  # what is searched for, letter by letter
IDLE_SECONDS = 3
LARGE = 20_000  # from that many papers on, they are taken in only once
REST_SECONDS = 6  # before a program counts as idle: threads without work end after 5 seconds


def environment(folder):
    """An environment whose folders are all below `folder`."""
    result = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH") if key in os.environ}
    result.update(
        HOME=folder, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8",
        XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
        XDG_STATE_HOME=f"{folder}/state", XDG_CACHE_HOME=f"{folder}/cache")
    return result


def is_full(picture):
    """Whether every row of the list shows a paper."""
    texts = [line[:COLUMNS // 2].strip() for line in lines(picture)[1:ROWS - 3]]
    return all(len(text) > 20 for text in texts)


def run(arguments, environment):
    """Seconds that a command takes."""
    start = time.monotonic()
    done = subprocess.run(
        arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, errors="replace")
    if done.returncode:
        raise Failure(f"'{' '.join(arguments[:3])}' exited with {done.returncode}: "
                      + done.stderr.strip()[-200:])
    return time.monotonic() - start


def intakes(papers):
    return 1 if len(papers) >= LARGE else 3


class Figures(dict):
    """Measured values by name: the median, and the worst as `NAME worst`."""

    def __init__(self):
        self.failures = []

    def take(self, name, values, worst=False):
        if values:
            self[name] = statistics.median(values)
            if worst:
                self[name + " worst"] = max(values)

    def moves(self, terminal):
        """Moves down, and takes how long each repaint lasts and how many bytes it writes."""
        seconds, sizes = [], []
        for _ in range(60):
            before = terminal.received
            seconds.append(terminal.press("j"))
            sizes.append(terminal.received - before)
        self.take("move", seconds, worst=True)
        self.take("bytes", sizes, worst=True)

    def idle(self, terminal):
        terminal.watch(lambda _: True, quiet=REST_SECONDS)
        self["idle"], self["wake-ups"] = terminal.idle(IDLE_SECONDS)

    def attempt(self, what, measure):
        """A part of the measurements; when it fails, the others go on."""
        try:
            measure()
        except Failure as failure:
            self.failures.append(f"{what}: {failure}")


class Paperq:
    def __init__(self, program, folder, papers):
        self.program, self.folder, self.papers = os.path.abspath(program), folder, papers
        self.environment = environment(folder)
        self.library = f"{folder}/data/paperq"
        self.figures = Figures()
        self.end = f"1/{len(papers)}"

    def measure(self, repetitions):
        os.makedirs(f"{self.folder}/config/paperq")
        self.configure({"views": [{"name": "All", "query": ""}], "refreshOnStart": False})
        bench_papers.write_library(self.library, self.papers)
        self.figures.attempt("the screen", lambda: self.screen(repetitions))
        self.figures.attempt("paperq list", lambda: self.commands(repetitions))
        self.figures.attempt("paperq fetch", lambda: self.fetch(intakes(self.papers)))
        return self.figures

    def configure(self, configuration):
        with open(f"{self.folder}/config/paperq/config.json", "w") as file:
            json.dump(configuration, file)

    def is_loaded(self, picture):
        return self.end in lines(picture)[ROWS - 2] and is_full(picture)

    def screen(self, repetitions):
        figures, starts, loads = self.figures, [], []
        for left in reversed(range(repetitions)):
            with Terminal([self.program], self.environment) as terminal:
                frames = terminal.watch(self.is_loaded, quiet=0.3)
                starts.append(first(frames, is_full) - terminal.started)
                loads.append(first(frames, lambda picture: picture == frames[-1][1])
                             - terminal.started)
                if left:
                    terminal.end("Q")
                    continue
                figures.take("start", starts)
                figures.take("loaded", loads)
                try:
                    self.keys(terminal)
                finally:
                    figures["memory"] = terminal.peak_memory
                terminal.end("Q")

    def keys(self, terminal):
        figures = self.figures
        figures.moves(terminal)
        marks = []
        for _ in range(30):
            marks.append(terminal.press("r"))
            terminal.press("j")
        figures.take("mark", marks, worst=True)
        terminal.press("g", until=lambda picture: self.end in lines(picture)[ROWS - 2])
        figures.take("elsewhere", [
            terminal.repaint_after([self.program, verb, self.papers[0].id], self.environment)
            for verb in ["star", "unstar"] * 5], worst=True)
        figures.take("similar", [self.similar(terminal) for _ in range(10)], worst=True)
        figures.idle(terminal)
        for name, key in [("search", "/"), ("filter", "f")]:
            terminal.press(key)
            figures.take(
                name, [terminal.press(letter, quiet=0.3) for letter in WORD], worst=True)
            terminal.press("\x1b", quiet=0.3)

    def similar(self, terminal):
        """Seconds until the papers that are like the one at the cursor are listed."""
        def is_listed(picture):
            return is_full(picture) and re.search(r"\d papers like '", lines(picture)[ROWS - 2])
        seconds = terminal.press("~", until=is_listed)
        terminal.press("q")
        terminal.press("j")
        return seconds

    def commands(self, repetitions):
        command = [self.program, "list", "--limit", "20"]
        self.figures.take(
            "command", [run(command, self.environment) for _ in range(repetitions)])

    def fetch(self, repetitions):
        with bench_papers.ArXiv(self.papers) as server:
            self.configure({
                "sources": server.sources, "refreshOnStart": False,
                "arxiv": {"api": server.address, "feeds": server.address, "site": server.address,
                          "secondsBetweenRequests": 0}})
            times = []
            for _ in range(repetitions):
                shutil.rmtree(self.library)
                names = [source["name"] for source in server.sources]
                times.append(run([self.program, "fetch", *names], self.environment))
            self.figures.take("intake", times)


class Newsboat:
    def __init__(self, program, folder, papers):
        self.folder, self.papers = folder, papers
        self.environment = environment(folder)
        self.cache = f"{folder}/cache.db"
        self.command = [program, "-q", "-u", f"{folder}/urls", "-C", f"{folder}/config",
                        "-c", self.cache]
        self.figures = Figures()

    def measure(self, repetitions):
        os.makedirs(self.folder)
        bench_papers.write_feed(f"{self.folder}/feed.xml", self.papers)
        with open(f"{self.folder}/urls", "w") as file:
            file.write(f"file://{self.folder}/feed.xml\n")
        with open(f"{self.folder}/config", "w") as file:
            file.write("auto-reload no\nrefresh-on-startup no\nconfirm-exit no\n"
                       "unbind-key j\nbind-key j down\n")
        self.figures.attempt("newsboat -x reload", lambda: self.reload(intakes(self.papers)))
        self.figures.attempt("newsboat's screen", lambda: self.screen(repetitions))
        self.figures.attempt("newsboat -x print-unread", lambda: self.commands(repetitions))
        return self.figures

    def reload(self, repetitions):
        times = []
        for _ in range(repetitions):
            if os.path.exists(self.cache):
                os.remove(self.cache)
            times.append(run([*self.command, "-x", "reload"], self.environment))
        self.figures.take("intake", times)

    def commands(self, repetitions):
        command = [*self.command, "-x", "print-unread"]
        self.figures.take(
            "command", [run(command, self.environment) for _ in range(repetitions)])

    def screen(self, repetitions):
        """newsboat begins with its feeds; Enter shows the papers of the only one."""
        figures, starts = self.figures, []
        for left in reversed(range(repetitions)):
            with Terminal(self.command, self.environment) as terminal:
                def shows_feed(picture):
                    return lines(picture)[1].rstrip().endswith(" bench")
                frames = terminal.watch(shows_feed, quiet=0.3)
                opened = first(frames, shows_feed) - terminal.started
                starts.append(opened + terminal.press("\r", until=is_full, quiet=0.3))
                if left:
                    terminal.end("Q")
                    continue
                figures.take("start", starts)
                figures.take("loaded", starts)
                try:
                    self.keys(terminal)
                finally:
                    figures["memory"] = terminal.peak_memory
                terminal.end("Q")

    def keys(self, terminal):
        figures = self.figures
        figures.moves(terminal)
        figures.take("mark", [terminal.press("N") for _ in range(30)], worst=True)
        figures.idle(terminal)
        searches = []
        for _ in range(3):
            terminal.press("/")
            terminal.press(WORD)
            searches.append(terminal.press(
                "\r", until=lambda picture: "earch result" in lines(picture)[0]))
            terminal.press("q")
        figures.take("search", searches, worst=True)
        figures.take("filter", searches, worst=True)
