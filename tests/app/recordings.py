# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says, recorded once in tests/fixtures and compared byte for byte ever after.

SIGNALBOX_RECORD=1 writes the recordings anew; the diff of the commit then shows what changed for users and peers.
What differs from run to run is replaced by the rules below and by nothing else."""
import difflib
import os
import re
import socket
import subprocess
import sys
import unittest

FIXTURES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fixtures")
IS_RECORDING = os.environ.get("SIGNALBOX_RECORD") == "1"

# Numbers that are measured. Quotes are escaped where one text of JSON stands inside another (alger).
FIGURES = ("pid|uptime|cpu_percent|memory_mb|storage_size_mb|queries_per_second|avg_latency_ms|memory_percent|durationMs"
           "|messagesPerSecond")
TEXTS = "averageLatency|uptime|estimatedTimeRemaining|duration"  # figures with their unit, for people
# A time of now, which examples in error texts and what tests/fixtures/store remembers are not: that is older.
DATE = r"20(?:2[5-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d"
HOSTS = "|".join(sorted({re.escape(socket.gethostname()), re.escape(socket.gethostname().split(".")[0])},
                        key=len, reverse=True))
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
RUN = re.compile(UUID.pattern.replace("[47]", "5"))  # ark's jobRunId, which is made of an id of now
RULES = [(re.compile(pattern), replacement) for pattern, replacement in (
    (DATE + r"\.\d{3}Z", "<time with milliseconds>"),
    (DATE + r"Z", "<time>"),
    (r"(?m)^(< )?Date: .*$", r"\1Date: <date>"),
    (r"(?<=_)\d{19}(?=\")", "<nanoseconds>"),  # of airavata's message ids
    (rf'(\\?"(?:{FIGURES})\\?":)-?\d+(?:\.\d+)?(?:e[+-]\d+)?', r"\1<number>"),
    (rf'("(?:{TEXTS})":)"[^"]*"', r'\1"<text>"'),
    (r"eyJ[\w-]+\.[\w-]+\.[\w-]+", "<token>"),
    (r"(?<=127\.0\.0\.1:)\d+", "<port>"),
    (rf'("(?:agentId|computeResourceId)":)"(?:{HOSTS})"', r'\1"<host>"'),
    (rf'(?<=["_])(?:{HOSTS})(?=-\d+["_])', "<host>"),  # its workers
)]


class Names:
    """Gives every id of now a number in order of appearance, so that the same one is recognised where it stands again."""

    OLDEST = 1735689600000  # 2025, in milliseconds, which are the first 48 bits of an id of version 7

    def __init__(self):
        self.numbers = {}

    def __call__(self, match):
        has_a_time = match[0][14] == "7"  # others are random from their first digit
        if has_a_time and int(match[0].replace("-", "")[:12], 16) < self.OLDEST:
            return match[0]
        return f"<id {self.numbers.setdefault(match[0], len(self.numbers) + 1)}>"


def without_what_varies(text, more=()):
    """The text after the rules, and before them those that only this recording needs: (pattern, replacement)."""
    for pattern, replacement in [*((re.compile(each), put) for each, put in more), *RULES]:
        text = pattern.sub(replacement, text)
    runs = {}
    text = RUN.sub(lambda match: f"<run {runs.setdefault(match[0], len(runs) + 1)}>", text)
    return UUID.sub(Names(), text)


def clean_environment(**more):
    """As from a shell in which nothing of Signalbox was ever set, and not from systemd."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SIGNALBOX_")
            and name not in ("STATE_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_USEC")} | more


def hide_version(text):
    said = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--version"], capture_output=True, text=True, check=True).stdout
    return text.replace(f'"{said.split()[1]}"', '"<version>"')


class Recorded:
    """For a TestCase: compares with what was recorded."""

    used = set()  # of all fixtures, by name

    @classmethod
    def read(cls, name):
        """A fixture as it is in the file, or nothing if there is none."""
        cls.used.add(name)
        try:
            with open(os.path.join(FIXTURES, name), encoding="utf-8", newline="") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def assertRecorded(self, name, text):
        """That this text is what was recorded under this name, to the byte."""
        recorded = self.read(name)
        if text == recorded:
            return
        if IS_RECORDING:
            os.makedirs(os.path.dirname(os.path.join(FIXTURES, name)), exist_ok=True)
            with open(os.path.join(FIXTURES, name), "w", encoding="utf-8", newline="") as file:
                file.write(text)
            return
        difference = difflib.unified_diff(lines_of(recorded), lines_of(text), f"recorded/{name}", f"now/{name}", lineterm="")
        self.fail(f"{name} is no longer what was recorded (SIGNALBOX_RECORD=1 records anew):\n" + "\n".join(difference))


def lines_of(text):
    """Lines for people: a missing end of line and a carriage return are shown."""
    lines = [line.replace("\r", "\\r") for line in text.split("\n")]
    last = lines.pop()
    return lines + ([f"{last} (no end of line)"] if last else [])


def main(*folders):
    """Runs the tests of a program that owns these folders of fixtures: a file that nothing reads would protect nothing."""
    program = unittest.main(exit=False)
    found = {f"{folder}/{name}" for folder in folders for name in os.listdir(os.path.join(FIXTURES, folder))}
    unused = found - Recorded.used if len(sys.argv) == 1 and program.result.wasSuccessful() else ()
    if unused:
        sys.exit(f"no test reads {', '.join(sorted(unused))} (delete what is not needed)")
    sys.exit(not program.result.wasSuccessful())
