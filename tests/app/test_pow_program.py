# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program over pow-1 and its REST, with foreign clients, good ones and bad ones."""
import asyncio
import json
import os
import subprocess
import time
import unittest

import websockets

from algerclient import AlgerClient
from program import Program, is_alive

CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["pow"]

[[listener]]
port = 0
dialects = ["sutra"]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"

[[process]]
name = "family"
command = ["sh", "-c", "sleep 1000 & sleep 1000 & echo $$; wait"]

[[process]]
name = "args"
command = ["printf", "[%s]"]
params = "append"

[[process]]
name = "flood"
command = ["yes"]
"""


def binary(**message):
    return json.dumps(message).encode()


class OneListener(unittest.IsolatedAsyncioTestCase):
    """Several dialects behind one port: a client that offers a subprotocol gets its dialect, on every path."""

    async def test_everybody_is_understood(self):
        shared = CONFIG.split("[[listener]]", 1)[0] + """
[[listener]]
port = 0
dialects = ["alger", "pow", "sutra"]

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"
"""
        with Program(shared) as program:
            url = program.url("/ws", "sutra", "ws")
            async with websockets.connect(url, subprotocols=["pow-1"]) as socket:
                await socket.send(binary(call="echo", params=["hello"]))
                await socket.send(binary(signal="close"))
                self.assertEqual(json.loads(await asyncio.wait_for(socket.recv(), 20)),
                                 {"status": "fulfilled", "value": ["hello"]})
            async with websockets.connect(url) as socket:
                self.assertIn("components", json.loads(await asyncio.wait_for(socket.recv(), 20)))
            async with AlgerClient(url) as client:
                self.assertEqual((await client.request(103, pipelineId="none"))[0], 303)


class PowProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    def connect(self, **more):
        return websockets.connect(self.program.url("/any/path", "pow", "ws"), subprotocols=["pow-1"], **more)

    async def rest_of(self, socket):
        """(output, result, close code, close reason)"""
        output, result = "", None
        try:
            while True:
                message = await asyncio.wait_for(socket.recv(), 20)
                if isinstance(message, str):
                    self.assertIsNone(result, "output after the result")
                    output += message
                else:
                    result = json.loads(message)
        except websockets.ConnectionClosed:
            return output, result, socket.close_code, socket.close_reason

    async def call(self, *frames, **more):
        async with self.connect(**more) as socket:
            for frame in frames:
                await socket.send(frame)
            return await self.rest_of(socket)

    def processes(self):
        """Command lines of the processes that work in the data directory: calls, not guards."""
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    line = file.read().replace(b"\0", b" ").decode(errors="replace").strip()
                if os.readlink(f"/proc/{pid}/cwd").startswith(self.program.data):
                    found.append(line)
            except OSError:
                continue  # the process has ended
        return found

    def running(self):
        _, _, text = self.program.request("GET", "/metrics")
        return sum(float(line.split()[-1]) for line in text.splitlines()
                   if line.startswith('signalbox_executions{kind="process"'))

    def assert_nothing_left(self):
        self.program.wait_for(lambda: self.running() == 0, "the end of every call")
        self.program.wait_for(lambda: not self.processes(), "the end of every process")

    async def test_echo(self):
        self.assertEqual(
            await self.call(binary(call="echo", params=["a", "b c"]), "hello ", "world", binary(signal="close")),
            ("hello world", {"status": "fulfilled", "value": ["a", "b c"]}, 1000, ""))
        # Parameters are arguments, never a shell's words.
        self.assertEqual((await self.call(binary(call="args", params=["$(id)", "; ls", "../..", "ü"])))[0],
                         "[$(id)][; ls][../..][ü]")
        self.assert_nothing_left()

    async def test_curl_over_rest(self):
        def curl(*arguments):
            return subprocess.run(["curl", "-sS", "--max-time", "20", *arguments], check=True, capture_output=True,
                                  text=True).stdout
        url = self.program.url("", "pow")
        session = json.loads(curl("-X", "POST", "-d", '{"call":"echo","params":["x"]}', f"{url}/new"))
        self.assertEqual(curl("--data-binary", "hello\nworld", f"{url}/input/{session}"), "input sent\n")
        self.program.wait_for(lambda: "hello" in curl(f"{url}/status/{session}"), "the output")
        self.assertEqual(json.loads(curl(f"{url}/status/{session}")), {"buffer": "hello", "result": {"status": "pending"}})
        self.assertEqual(curl("-X", "POST", f"{url}/closeInput/{session}"), "input closed\n")
        self.program.wait_for(lambda: "fulfilled" in curl(f"{url}/status/{session}"), "the end")
        self.assertEqual(json.loads(curl(f"{url}/status/{session}")),
                         {"buffer": "hello\nworld", "result": {"status": "fulfilled", "value": ["x"]}})
        session = json.loads(curl("-X", "POST", "-d", '{"call":"family"}', f"{url}/new"))
        self.program.wait_for(lambda: len(self.processes()) == 3, "the family")
        self.assertEqual(curl("-X", "POST", f"{url}/cancel/{session}"), "process cancelled\n")
        self.assertEqual(self.processes(), [])
        self.assertEqual(json.loads(curl(f"{url}/status/{session}"))["result"],
                         {"status": "rejected", "reason": "client requested cancellation"})

    async def test_cancel_ends_the_whole_process_group(self):
        async with self.connect() as socket:
            await socket.send(binary(call="family"))
            leader = int(await asyncio.wait_for(socket.recv(), 20))
            self.program.wait_for(lambda: len(self.processes()) == 3, "the family")
            self.assertTrue(is_alive(leader))
            await socket.send(binary(signal="cancel"))
            _, result, code, _ = await self.rest_of(socket)
        self.assertEqual(result, {"status": "rejected", "reason": "process returned error: client requested cancellation"})
        self.assertEqual(code, 1000)
        self.assertFalse(is_alive(leader))
        self.assert_nothing_left()

    async def test_a_hundred_calls_at_once(self):
        outcomes = await asyncio.gather(*(
            self.call(binary(call="echo", params=[str(number)]), f"text {number}\n" * 100, binary(signal="close"))
            for number in range(100)))
        for number, outcome in enumerate(outcomes):
            self.assertEqual(outcome, (f"text {number}\n" * 100, {"status": "fulfilled", "value": [str(number)]}, 1000, ""))
        self.assert_nothing_left()

    async def test_bad_clients_leave_nothing(self):
        rejected = {
            "garbage": b"\x00\xff{", "list": b"[]", "number": b"7", "types": binary(call=7),
            "signal first": binary(signal="cancel"), "unknown": binary(call="nope"), "nothing": b"{}",
            "deep": b'{"call":' + b"[" * 100000,
        }
        for name, frame in rejected.items():
            output, result, code, _ = await self.call(frame[:60000])
            self.assertEqual((output, result["status"], code), ("", "rejected", 1000), name)
        # Too large, whole and in fragments; broken text.
        for frame in (bytes(70000), "x" * 70000, ["x" * 40000, "x" * 40000]):
            self.assertEqual((await self.call(binary(call="echo"), frame))[2], 1009)
        # A call in fragments is a call; a second call is no signal and changes nothing.
        self.assertEqual(await self.call([b'{"call":"ec', b'ho","par', b'ams":[]}'], binary(call="family"), "x",
                                         binary(signal="close")),
                         ("x", {"status": "fulfilled", "value": []}, 1000, ""))
        # A client that makes no call.
        begun = time.monotonic()
        self.assertEqual((await self.call())[1], {"status": "rejected", "reason": "timeout expired"})
        self.assertGreater(time.monotonic() - begun, 0.9)
        self.assert_nothing_left()

    async def test_vanishing_clients_leave_nothing(self):
        for wait in (0, 0.001, 0.01, 0.1):
            for name in ("family", "flood", "echo"):
                sockets = [await self.connect() for _ in range(5)]
                for socket in sockets:
                    await socket.send(binary(call=name))
                await asyncio.sleep(wait)
                for socket in sockets:
                    socket.transport.abort()
                await asyncio.sleep(0)  # abort() takes effect in the next turn of the loop
        self.assert_nothing_left()
        self.assertEqual(self.program.request("GET", "/healthz")[0], 200)


if __name__ == "__main__":
    unittest.main()
