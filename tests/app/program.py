# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real program for tests: a data directory of its own, loopback, ports chosen by the system."""
import collections
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from importlib import metadata

LISTENERS = '[[listener]]\nport = 0\ndialects = ["sutra"]\n'


class Program:
    """A running Signalbox. Use as a context manager; stop() returns the exit code."""

    def __init__(self, config, arguments=(), environment=None, expect_ready=True, window=False):
        self.folder = tempfile.TemporaryDirectory(prefix="signalbox-test-")
        self.data = os.path.join(self.folder.name, "data")
        self.config = os.path.join(self.folder.name, "signalbox.toml")
        self.ready_file = os.path.join(self.folder.name, "ready.json")
        self.log = os.path.join(self.folder.name, "stderr.log")
        self.write_config(config)
        self.command = [os.environ["SIGNALBOX_PROGRAM"], *([] if window else ["--no-gui"]), "--config", self.config,
                        "--data-dir", self.data, "--ready-file", self.ready_file, *arguments]
        self.environment = {**os.environ, **(environment or {})}
        self.listeners = []
        self.process = None
        if expect_ready:
            self.start()

    @property
    def work(self):
        """Where components run that have no working_directory; there before the program is."""
        folder = os.path.join(self.data, "work")
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return folder

    def write_config(self, text):
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(text)

    def start(self, wait=True):
        if os.path.exists(self.ready_file):
            os.unlink(self.ready_file)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stderr=log, env=self.environment)
        return self.wait_until_ready() if wait else self

    def wait_until_ready(self, seconds=60):
        deadline = time.monotonic() + seconds
        while not os.path.exists(self.ready_file):
            if self.process.poll() is not None:
                raise AssertionError(f"ended with {self.process.returncode} before it was ready:\n{self.messages()}")
            if time.monotonic() > deadline:
                self.process.kill()
                raise AssertionError(f"not ready after {seconds} s:\n{self.messages()}")
            time.sleep(0.005)
        with open(self.ready_file, encoding="utf-8") as file:
            self.listeners = json.load(file)["listeners"]
        return self

    def run(self, timeout=20):
        """For starts that must fail: (exit code, standard error)."""
        done = subprocess.run(self.command, stderr=subprocess.PIPE, env=self.environment, timeout=timeout, text=True)
        return done.returncode, done.stderr

    def messages(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def port(self, dialect="sutra"):
        return next(each["port"] for each in self.listeners if dialect in each["dialects"])

    def url(self, path, dialect="sutra", scheme="http"):
        return f"{scheme}://127.0.0.1:{self.port(dialect)}{path}"

    def request(self, method, path, body=None, dialect="sutra", headers=None):
        """(status, headers, text) of the answer, errors included."""
        request = urllib.request.Request(self.url(path, dialect), method=method, headers=headers or {},
                                         data=None if body is None else body.encode())
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def json(self, method, path, body=None, dialect="sutra", headers=None):
        status, _, text = self.request(method, path, body, dialect, headers)
        return status, json.loads(text)

    def status(self):
        return self.json("GET", "/api/status")[1]

    def wait_for(self, fact, what, seconds=60):
        """Polls a fact about the running program until it holds."""
        deadline = time.monotonic() + seconds
        while True:
            value = fact()
            if value:
                return value
            if time.monotonic() > deadline:
                raise AssertionError(f"{what}: not seen within {seconds} s\n{self.messages()}")
            time.sleep(0.01)

    def samples_and_frames(self, frames):
        """To be called after stop(). Two lists that must be equal: how many samples were taken, and how many of the
        status frames came, in each whole second that the frames span. Every tick makes one of both, however slow the
        machine is."""
        stamps = [frame["metrics"]["timestamp"] for frame in frames[1:]]  # the first repeats the tick before it
        assert stamps == sorted(stamps), stamps
        with sqlite3.connect(f"file:{self.data}/signalbox.db?mode=ro", uri=True) as database:
            taken = [stamp for stamp, in database.execute(
                "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', time / 1000, 'unixepoch') FROM samples")]
        sampled, heard = (collections.Counter(stamp for stamp in found if stamps[0] < stamp < stamps[-1])
                          for found in (taken, stamps))
        assert sampled, f"no whole second between {stamps[0]} and {stamps[-1]}"
        return sampled, heard

    def stop(self, number=signal.SIGTERM, seconds=20):
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(seconds)
        if code < 0 and -code != number:  # the folder with its messages is gone when somebody asks why
            print(f"ended by signal {-code}:\n{self.messages()[-8000:]}", file=sys.stderr)
        wrong = re.search(r".*(from another thread|different thread|invalid nullptr).*", self.messages())
        assert not wrong, f"objects are on the wrong thread: {wrong[0]}"
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        deadline = time.monotonic() + 10
        while True:  # after a kill, guards may still be ending processes that write there
            try:
                return self.folder.cleanup()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def is_alive(pid):
    """Whether the process exists and is more than a zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def refused_status(error):
    """The HTTP status in a websockets.InvalidHandshake: a member until version 13, of the response since."""
    return error.status_code if hasattr(error, "status_code") else error.response.status_code


def with_headers(headers):
    """The arguments that have websockets.connect() send these in its handshake: their name is another one since version 14."""
    is_old = int(metadata.version("websockets").split(".", maxsplit=1)[0]) < 14
    return {"extra_headers" if is_old else "additional_headers": headers}
