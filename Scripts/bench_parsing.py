"""Reading one large answer of arXiv's API, by paperq's parser and by Python's feedparser."""

import statistics
import subprocess
import sys
import tempfile
import venv

import bench_papers

ENTRIES = 2_000
REPETITIONS = 7

FEEDPARSER = """
import sys, time, feedparser
data = open(sys.argv[1], "rb").read()
for repetition in range(int(sys.argv[2])):
    start = time.perf_counter()
    entries = feedparser.parse(data).entries
    seconds = time.perf_counter() - start
    if repetition == 0: print(len(entries))
    print(seconds)
"""


def measure(timer):
    """The seconds of both, by name; what could not be measured is missing, and said."""
    figures = {}
    with tempfile.TemporaryDirectory(prefix="paperq-bench-") as folder:
        feed = f"{folder}/feed.xml"
        with open(feed, "wb") as file:
            file.write(bench_papers.answer(bench_papers.papers(ENTRIES)))
        # Turn by turn, so that a busy moment of the machine meets both.
        python = feedparser(f"{folder}/venv")
        commands = {"paperq": [timer]}
        if python:
            commands["feedparser"] = [python, "-c", FEEDPARSER]
        seconds = {name: [] for name in commands}
        for _ in range(3):
            for name, command in commands.items():
                seconds[name] += times(command + [feed, str(REPETITIONS)])
        for name, values in seconds.items():
            figures[name] = statistics.median(values)
            figures[name + " worst"] = max(values)
    return figures


def times(command):
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    if int(lines[0]) != ENTRIES:
        sys.exit(f"bench: {command[0]} reads {lines[0]} entries instead of {ENTRIES}")
    return [float(line) for line in lines[1:]]


def feedparser(folder):
    """A Python that has feedparser; None where it cannot be had."""
    try:
        venv.create(folder, with_pip=True)
        subprocess.run([f"{folder}/bin/pip", "install", "--quiet", "feedparser"],
                       capture_output=True, check=True)
    except (subprocess.CalledProcessError, OSError):
        print("feedparser cannot be installed, so its figure is missing")
        return None
    return f"{folder}/bin/python"
