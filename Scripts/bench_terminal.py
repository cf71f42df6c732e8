"""A program in a terminal of its own, its screen, and when it changed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import threading
import time
import unicodedata

ROWS, COLUMNS = 40, 120
TOKEN = re.compile(
    r"\x1b\[([?>=!]?)([0-9;:]*)[ -/]*([@-~])"  # control sequences
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # titles and the like
    r"|\x1b[ -/]+[0-~]|\x1b[0-Z\\^-~]|[\x00-\x1f\x7f]"  # other escapes and control characters
    r"|[^\x00-\x1f\x7f]+")
# A control sequence, a title or a character whose end has not come yet.
UNFINISHED = re.compile(
    rb"(?:\x1b(?:\[[0-9;:?>=!]*[ -/]*|\][^\x07\x1b]*|[ -/]*)"
    rb"|[\xc0-\xff]|[\xe0-\xff][\x80-\xbf]|[\xf0-\xff][\x80-\xbf]{2})\Z")


class Screen:
    """What a terminal of the xterm kind shows, as far as ncurses makes use of it."""

    def __init__(self):
        self.cells = [self.blank_row() for _ in range(ROWS)]
        self.row = self.column = 0
        self.saved = (0, 0)
        self.region = (0, ROWS - 1)
        self.style = {}
        self.rest = b""
        self.last = " "

    @staticmethod
    def blank_row():
        return [(" ", ())] * COLUMNS

    @property
    def picture(self):
        """All cells with their styles, for comparisons."""
        return tuple(tuple(row) for row in self.cells)

    def feed(self, data):
        data = self.rest + data
        unfinished = UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self.rest = data[cut:]
        for token in TOKEN.finditer(data[:cut].decode("utf-8", "replace")):
            text = token[0]
            if token[3]:
                self.control(token[1], token[2], token[3])
            elif text[0] >= " " and text[0] != "\x7f":
                self.write(text)
            elif text == "\n":
                self.line_feed()
            elif text == "\r":
                self.column = 0
            elif text == "\b":
                self.column = max(0, self.column - 1)
            elif text == "\t":
                self.column = min(COLUMNS - 1, self.column // 8 * 8 + 8)
            elif text == "\x1b7":
                self.saved = (self.row, self.column)
            elif text == "\x1b8":
                self.row, self.column = self.saved
            elif text == "\x1bM":
                if self.row == self.region[0]:
                    self.scroll(self.row, -1)
                else:
                    self.row = max(0, self.row - 1)

    def write(self, text):
        style = tuple(sorted(self.style.items()))
        for character in text:
            width = 1
            if character > "\u02ff":
                if unicodedata.combining(character):
                    continue
                width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if self.column >= COLUMNS:
                self.column = 0
                self.line_feed()
            self.cells[self.row][self.column] = (character, style)
            if width == 2 and self.column + 1 < COLUMNS:
                self.cells[self.row][self.column + 1] = ("", style)
            self.column += width
            self.last = character

    def line_feed(self):
        if self.row == self.region[1]:
            self.scroll(self.region[0], 1)
        else:
            self.row = min(ROWS - 1, self.row + 1)

    def scroll(self, top, rows):
        """Moves the rows from `top` to the end of the region up, or down for a negative number."""
        bottom = self.region[1] + 1
        rows = max(top - bottom, min(bottom - top, rows))
        part = self.cells[top:bottom]
        if rows >= 0:
            part = part[rows:] + [self.blank_row() for _ in range(rows)]
        else:
            part = [self.blank_row() for _ in range(-rows)] + part[:rows]
        self.cells[top:bottom] = part

    def erase(self, row, start, end):
        self.cells[row][start:end] = self.blank_row()[start:end]

    def control(self, mark, parameters, final):
        numbers = [int(word) if word.isdigit() else 0 for word in re.split("[;:]", parameters)]
        first = numbers[0]
        count = max(1, first)
        if mark == "?" and final in "hl" and 1049 in numbers:
            self.cells = [self.blank_row() for _ in range(ROWS)]
        if mark:
            return
        self.column = min(self.column, COLUMNS - 1) if final not in "mb" else self.column
        if final in "Hf":
            self.row = min(ROWS, count) - 1
            self.column = min(COLUMNS, max(1, numbers[1]) if len(numbers) > 1 else 1) - 1
        elif final == "m":
            self.restyle(numbers)
        elif final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(ROWS - 1, self.row + count)
        elif final == "C":
            self.column = min(COLUMNS - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final in "G`":
            self.column = min(COLUMNS, count) - 1
        elif final == "d":
            self.row = min(ROWS, count) - 1
        elif final == "K":
            self.erase(self.row, self.column if first == 0 else 0,
                       self.column + 1 if first == 1 else COLUMNS)
        elif final == "J":
            if first == 0:
                self.erase(self.row, self.column, COLUMNS)
            for row in range(self.row + 1, ROWS) if first == 0 else range(ROWS):
                self.erase(row, 0, COLUMNS)
        elif final == "X":
            self.erase(self.row, self.column, min(COLUMNS, self.column + count))
        elif final == "P":
            row = self.cells[self.row]
            del row[self.column:self.column + count]
            row += self.blank_row()[:COLUMNS - len(row)]
        elif final == "@":
            row = self.cells[self.row]
            row[self.column:self.column] = self.blank_row()[:count]
            del row[COLUMNS:]
        elif final == "L":
            self.scroll(self.row, -count)
        elif final == "M":
            self.scroll(self.row, count)
        elif final == "S":
            self.scroll(self.region[0], count)
        elif final == "T":
            self.scroll(self.region[0], -count)
        elif final == "b":
            self.write(self.last * count)
        elif final == "r":
            bottom = numbers[1] if len(numbers) > 1 and numbers[1] else ROWS
            self.region = (count - 1, min(ROWS, bottom) - 1)
            self.row = self.column = 0

    def restyle(self, numbers):
        numbers = iter(numbers)
        for number in numbers:
            if number == 0:
                self.style = {}
            elif number in (38, 48):
                self.style[number] = (number, *numbers)
            elif 30 <= number <= 39 or 90 <= number <= 97:
                self.style[38] = number
            elif 40 <= number <= 49 or 100 <= number <= 107:
                self.style[48] = number
            elif 21 <= number <= 29:
                for on in (1, 2) if number == 22 else (number - 20,):
                    self.style.pop(on, None)
            else:
                self.style[number] = True


def lines(picture):
    """The texts of a picture's rows."""
    return ["".join(cell[0] for cell in row) for row in picture]


class Failure(Exception):
    """A program did not do what it was to be measured at."""


class Terminal:
    """A program that runs in a terminal. All times are seconds of the monotonic clock."""

    def __init__(self, arguments, environment):
        started, told = os.pipe()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            try:
                size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.write(told, struct.pack("d", time.monotonic()))
                os.execve(arguments[0], arguments, environment)
            finally:
                os._exit(127)
        os.close(told)
        self.started = struct.unpack("d", os.read(started, 8))[0]
        os.close(started)
        self.screen = Screen()
        # Bytes that the program has written so far.
        self.received = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Makes sure that the program is gone."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0
        os.close(self.descriptor)

    def watch(self, until, quiet=0.12, timeout=60):
        """Waits until the screen is as wanted and has not changed for `quiet` seconds.

        Returns the pictures of the screen and the times when they stood. The screen is worked out
        only when the program is quiet, so that this does not delay what is measured.
        """
        frames, waiting = [], []
        deadline = time.monotonic() + timeout
        while True:
            if select.select([self.descriptor], [], [], quiet)[0]:
                try:
                    data = os.read(self.descriptor, 65536)
                except OSError:
                    data = b""
                if not data:
                    raise Failure("the program ended: " + self.text.strip()[-200:])
                waiting.append((time.monotonic(), data))
                self.received += len(data)
                continue
            for moment, data in waiting:
                self.screen.feed(data)
                frames.append((moment, self.screen.picture))
            waiting = []
            if until(self.screen.picture):
                return frames
            if time.monotonic() > deadline:
                raise Failure("the screen did not become what it should:\n" + self.text)

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in lines(self.screen.picture))

    def send(self, keys):
        os.write(self.descriptor, keys.encode())

    def press(self, keys, until=None, quiet=0.12, timeout=60):
        """Presses keys; returns the seconds until the screen was as it is in the end."""
        before = self.screen.picture
        pressed = time.monotonic()
        self.send(keys)
        frames = self.watch(until or (lambda picture: picture != before), quiet, timeout)
        return first(frames, lambda picture: picture == frames[-1][1]) - pressed

    def repaint_after(self, arguments, environment, timeout=60):
        """Runs another program that changes what is shown; returns the seconds from its end until
        the screen was as it is in the end, 0 when that was before."""
        before = self.screen.picture
        ended = []

        def run():
            done = subprocess.run(arguments, env=environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ended.append((time.monotonic(), done.returncode))

        other = threading.Thread(target=run)
        other.start()
        try:
            frames = self.watch(
                lambda picture: picture != before and not other.is_alive(), timeout=timeout)
        finally:
            other.join()
        moment, code = ended[0]
        if code:
            raise Failure(f"'{' '.join(arguments[:3])}' exited with {code}")
        return max(0, first(frames, lambda picture: picture == frames[-1][1]) - moment)

    def end(self, keys, timeout=30):
        """Presses the keys that end the program, and waits for that."""
        self.send(keys)
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            ready = select.select([self.descriptor], [], [], 0.02)[0]
            try:
                if ready and os.read(self.descriptor, 65536):
                    continue
            except OSError:
                pass
            if os.waitpid(self.process, os.WNOHANG)[0]:
                self.process = 0
                return
        raise Failure("the program did not end")

    def idle(self, seconds):
        """Processor seconds and wake-ups of the program while nothing happens."""
        before = self.usage()
        self.watch(lambda _: True, quiet=seconds)
        after = self.usage()
        return after[0] - before[0], after[1] - before[1]

    def usage(self):
        with open(f"/proc/{self.process}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        ticks = int(fields[11]) + int(fields[12])
        switches = 0
        for task in os.listdir(f"/proc/{self.process}/task"):
            with open(f"/proc/{self.process}/task/{task}/status") as file:
                switches += int(re.search(r"\nvoluntary_ctxt_switches:\s*(\d+)", file.read())[1])
        return ticks / os.sysconf("SC_CLK_TCK"), switches

    @property
    def peak_memory(self):
        """Bytes, at most so far."""
        with open(f"/proc/{self.process}/status") as file:
            return int(re.search(r"VmHWM:\s*(\d+)", file.read())[1]) * 1024


def first(frames, holds):
    """When a picture first was as wanted."""
    return next(moment for moment, picture in frames if holds(picture))
