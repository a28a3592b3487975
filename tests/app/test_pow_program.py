# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program over pow-1 and its REST, with foreign clients, good ones and bad ones."""
import asyncio
import contextlib
import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import termios
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

[[process]]
name = "stubborn"
command = ["sh", "-c", "trap '' TERM; echo on; while :; do sleep 0.1; done"]
"""
INTERRUPTED = {"status": "rejected", "reason": "process returned error: interrupted"}


def binary(**message):
    return json.dumps(message).encode()


def connect(program, **more):
    return websockets.connect(program.url("/any/path", "pow", "ws"), subprotocols=["pow-1"], **more)


async def rest_of(client):
    """(output, result, close code, close reason)"""
    output, result = "", None
    try:
        while True:
            message = await asyncio.wait_for(client.recv(), 20)
            if isinstance(message, str):
                assert result is None, "output after the result"
                output += message
            else:
                result = json.loads(message)
    except websockets.ConnectionClosed:
        return output, result, client.close_code, client.close_reason


class RawClient:
    """A WebSocket client on a bare socket, which reads nothing until it is asked for the frames."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 20)
        self.socket.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            b"Sec-WebSocket-Protocol: pow-1\r\n\r\n")
        self.file = self.socket.makefile("rb")
        while self.file.readline() != b"\r\n":
            pass
        self.unread = self.looks = 0

    def send(self, opcode, payload):
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
        self.socket.sendall(bytes([0x80 | opcode]) + length + bytes(4) + payload)

    def waiting(self):
        """Bytes that have come and were not read."""
        return int.from_bytes(fcntl.ioctl(self.socket, termios.FIONREAD, bytes(4)), sys.byteorder)

    def is_heard(self):
        return self.waiting() > 0

    def is_full(self):
        """Whether no more has come for many looks, because the buffers on the way are full."""
        before, self.unread = self.unread, self.waiting()
        self.looks = self.looks + 1 if self.unread == before and self.unread > 100_000 else 0
        return self.looks > 30

    def frames(self):
        """[(opcode, payload)] until the server's end."""
        found = []
        while head := self.file.read(2):
            length = head[1]
            if length > 125:
                length = int.from_bytes(self.file.read(2 if length == 126 else 8), "big")
            found.append((head[0] & 15, self.file.read(length)))
        return found

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()


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
            async with websockets.connect(url, subprotocols=["pow-1"]) as client:
                await client.send(binary(call="echo", params=["hello"]))
                await client.send(binary(signal="close"))
                self.assertEqual(json.loads(await asyncio.wait_for(client.recv(), 20)),
                                 {"status": "fulfilled", "value": ["hello"]})
            async with websockets.connect(url) as client:
                self.assertIn("components", json.loads(await asyncio.wait_for(client.recv(), 20)))
            async with AlgerClient(url) as client:
                self.assertEqual((await client.request(103, pipelineId="none"))[0], 303)


class PowProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    async def call(self, *frames, **more):
        async with connect(self.program, **more) as client:
            for frame in frames:
                await client.send(frame)
            return await rest_of(client)

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
        self.assertEqual(curl("--data-binary", "hello\nworld", f"{url}/input/{session}"), "input sent")
        self.program.wait_for(lambda: "hello" in curl(f"{url}/status/{session}"), "the output")
        self.assertEqual(json.loads(curl(f"{url}/status/{session}")), {"buffer": "hello", "result": {"status": "pending"}})
        self.assertEqual(curl("-X", "POST", f"{url}/closeInput/{session}"), "input closed")
        self.program.wait_for(lambda: "fulfilled" in curl(f"{url}/status/{session}"), "the end")
        self.assertEqual(json.loads(curl(f"{url}/status/{session}")),
                         {"buffer": "hello\nworld", "result": {"status": "fulfilled", "value": ["x"]}})
        session = json.loads(curl("-X", "POST", "-d", '{"call":"family"}', f"{url}/new"))
        self.program.wait_for(lambda: len(self.processes()) == 3, "the family")
        self.assertEqual(curl("-X", "POST", f"{url}/cancel/{session}"), "process cancelled")
        self.assertEqual(self.processes(), [])
        self.assertEqual(json.loads(curl(f"{url}/status/{session}"))["result"],
                         {"status": "rejected", "reason": "client requested cancellation"})

    async def test_cancel_ends_the_whole_process_group(self):
        async with connect(self.program) as client:
            await client.send(binary(call="family"))
            leader = int(await asyncio.wait_for(client.recv(), 20))
            self.program.wait_for(lambda: len(self.processes()) == 3, "the family")
            self.assertTrue(is_alive(leader))
            await client.send(binary(signal="cancel"))
            _, result, code, _ = await rest_of(client)
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
                clients = [await connect(self.program) for _ in range(5)]
                for client in clients:
                    await client.send(binary(call=name))
                await asyncio.sleep(wait)
                for client in clients:
                    client.transport.abort()
                await asyncio.sleep(0)  # abort() takes effect in the next turn of the loop
        self.assert_nothing_left()
        self.assertEqual(self.program.request("GET", "/healthz")[0], 200)


class Spare(unittest.IsolatedAsyncioTestCase):
    """A guard waits beside the server for the next command, and ends with it (docs/model.md, "Processes")."""

    async def test_one_waits_and_ends_with_the_server(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number=number), Program(CONFIG) as program:
                def guards():
                    return list(map(int, subprocess.run(["pgrep", "-P", str(program.process.pid), "-f", "^signalbox-guard$"],
                                                        capture_output=True, text=True).stdout.split()))

                first, = program.wait_for(guards, "the first spare")
                async with connect(program) as client:
                    await client.send(binary(call="family"))
                    command = int(await asyncio.wait_for(client.recv(), 20))
                    with open(f"/proc/{command}/stat", encoding="utf-8") as file:
                        self.assertEqual(int(file.read().rsplit(")", 1)[1].split()[1]), first)
                    second, = program.wait_for(lambda: set(guards()) - {first}, "the next spare")
                program.wait_for(lambda: guards() == [second], "the end of the call")
                program.stop(number)
                program.wait_for(lambda: not is_alive(second), "the end of the spare")


class Stop(unittest.IsolatedAsyncioTestCase):
    """"When the process finishes, the server sends a json-encoded binary frame […] Afterwards the server sends a close
    frame with the normal closure code and an empty reason field": at a stop of the server, too."""

    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    async def test_every_call_gets_its_result(self):
        async with contextlib.AsyncExitStack() as stack:
            clients = {}
            for name in ("family", "flood", "stubborn", "echo"):
                clients[name] = await stack.enter_async_context(connect(self.program))
                await clients[name].send(binary(call=name))
            await clients["echo"].send("x")
            for client in clients.values():
                await asyncio.wait_for(client.recv(), 20)  # it runs
            begun = time.monotonic()
            self.program.process.send_signal(signal.SIGTERM)
            for name, ended in zip(clients, await asyncio.gather(*map(rest_of, clients.values()))):
                self.assertEqual(ended[1:], (INTERRUPTED, 1000, ""), name)
            # The one that ignores TERM is killed after two seconds.
            self.assertLess(time.monotonic() - begun, 10)
        self.assertEqual(self.program.process.wait(20), 0)

    def test_a_client_that_does_not_read_finds_its_result_later(self):
        for when, name in (("before the end", "flood"), ("after the end", "flood"), ("after the end", "stubborn")):
            with self.subTest(when=when, name=name), Program(CONFIG) as program, RawClient(program.port("pow")) as client:
                client.send(2, binary(call=name))
                for _ in range(40):  # more than the server takes for a process that does not read
                    client.send(1, bytes(60_000))
                program.wait_for(lambda: client.is_full() if name == "flood" else client.is_heard(), "the output")
                program.process.send_signal(signal.SIGTERM)
                if when == "after the end":
                    self.assertEqual(program.process.wait(20), 0)
                frames = client.frames()
                self.assertEqual([(opcode, payload) for opcode, payload in frames if opcode != 1],
                                 [(2, json.dumps(INTERRUPTED, separators=(",", ":")).encode()), (8, b"\x03\xe8")])
                self.assertEqual(frames[-1], (8, b"\x03\xe8"))
                self.assertEqual(program.process.wait(20), 0)


if __name__ == "__main__":
    unittest.main()
