# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of conversations share: the program they talk to, its gates, and an Alger client."""
import functools
import json
import os
import tempfile
import unittest

import websockets

from listeners import token_of
from program import Program
from recordings import IS_RECORDING, Recorded, clean_environment
from transcripts import Transcript

AGENT = {"agentId": "far", "hostname": "far.example", "version": "1.2.3", "capabilities": {
    "supportsHardlinks": True, "maxConcurrentJobs": 2, "supportedGameTypes": ["ASA"]}}


class Alger:
    """One connection; both sides count together."""

    def __init__(self, script, peer):
        self.script, self.peer, self.last = script, peer, 0

    async def ask(self, number, answers=1, **content):
        frame = {"id": self.last + 1, "requestId": 0, "type": number, "content": json.dumps(content) if content else ""}
        return await self.say(json.dumps(frame), answers)

    async def say(self, text, answers=1):
        await self.script.send(self.peer, text)
        return await self.hear(answers)

    async def hear(self, count):
        """The content of the last of so many frames."""
        frames = [json.loads(each) for each in await self.script.receive(self.peer, count)]
        self.last = frames[-1]["id"]
        return json.loads(frames[-1]["content"])


def recorded(name, tick="1h"):
    """Makes a conversation a test: with a program of its own, and compared with the recording of this name."""
    def decorate(conversation):
        @functools.wraps(conversation)
        async def test(self):
            self.start(tick)
            try:
                await conversation(self, self.script)
            except Exception:
                if not IS_RECORDING:
                    self.record(name)  # tells where it went another way
                raise
            self.record(name)
        return test
    return decorate


class Wires(Recorded, unittest.IsolatedAsyncioTestCase):
    def start(self, tick):
        self.gates = self.enterContext(tempfile.TemporaryDirectory(prefix="signalbox-test-"))
        config = self.read("contract/wires/program.toml").replace('tick = "1h"', f'tick = "{tick}"')
        self.program = self.enterContext(Program(config, environment=clean_environment(GATES=self.gates)))
        self.script = Transcript()
        for component, state in (("steady", "running"), ("failed", "error")):
            self.program.wait_for(lambda: self.program.status()["components"][component]["state"] == state, state)

    def open_gate(self, name):
        with open(os.path.join(self.gates, name), "x", encoding="ascii"):
            pass

    def close_gate(self, name):
        os.unlink(os.path.join(self.gates, name))

    def rest(self, dialect, method, path, body=None, **more):
        """The JSON of an answer, or its text. What else may be said: see Transcript.exchange()."""
        _, headers, text = self.script.exchange(self.program.port(dialect), method, path, body, brief=True, **more)
        return json.loads(text) if text and headers["Content-Type"] == "application/json" else text

    def connect(self, dialect, path, *protocols):
        return websockets.connect(self.program.url(path, dialect, "ws"), subprotocols=protocols or None, max_size=None)

    def alger(self, user):
        return self.connect("alger", f"/?username={user}&password={user}", "alger")

    def set_mode(self, mode):
        self.script.remark(f"the mode becomes {mode}")
        self.rest("sutra", "PUT", "/api/mode", {"mode": mode}, Authorization=f"Bearer {token_of(self.program, 'admin')}")

    def record(self, name):
        self.assertRecorded(f"contract/{name}.txt", self.script.text())
