# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program with hostile ARK clients, which send what they should not, and components that print endlessly."""
import asyncio
import os
import unittest

import websockets

from arkclients import Agent, Events
from program import Program

LINES = 1_000_000  # in ten seconds
CONFIG = f"""
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["ark", "pow"]
anonymous = "operator"

[[listener]]
port = 0
dialects = ["sutra"]
anonymous = "operator"

[[component]]
id = "flood"
command = ["{os.environ["SIGNALBOX_MISBEHAVE"]}", "prints-million-lines"]
autostart = false

[[component]]
id = "long"
command = ["sh", "-c", "printf '%0100000d\\nshort\\n' 0; exec sleep 600"]
autostart = false
"""


class ArkHostile(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))
        self.agent = Agent(self.program)
        self.addCleanup(self.agent.close)

    def resident(self):
        """MiB of the server's memory that is resident."""
        with open(f"/proc/{self.program.process.pid}/statm", encoding="utf-8") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1048576

    def is_sanitized(self):
        with open(f"/proc/{self.program.process.pid}/maps", encoding="utf-8") as file:
            return "libasan" in file.read()

    def start(self, component):
        self.assertEqual(self.program.request("POST", f"/api/components/{component}/start", "")[0], 200)

    async def test_garbage_changes_nothing(self):
        url = self.program.url("/ws", "ark", "ws")
        async with Events(self.program) as bystander, websockets.connect(url) as hostile, websockets.connect(url) as other:
            for frame in ("", "garbage", "{", "[" * 5000, "\x00\x01", '{"event":"job:created","data":{}}', "x" * 65536,
                          "\u00fc" * 32768, b"", b"\x00\xff\xfe", os.urandom(65536), bytes(65536)):
                await hostile.send(frame)
                await other.send(frame)
            await hostile.send(["frag", "mented ", "garbage"])
            for _ in range(300):
                await hostile.send(bytes(65536))
                await hostile.send("}" * 65536)
            await asyncio.wait_for(await hostile.ping(), 20)  # read after all of that
            await asyncio.wait_for(await other.ping(), 20)
            await bystander.nothing()
            self.assertEqual(self.agent.register()[0], 200)
            for client in (hostile, other):
                while "far" not in await asyncio.wait_for(client.recv(), 20):
                    pass
        warnings = [line for line in self.program.messages().splitlines() if "no JSON" in line]
        self.assertEqual(len(warnings), 1, warnings)
        self.assertEqual(len(self.program.messages().splitlines()), self.program.messages().count("INFO")
                         + self.program.messages().count("info") + len(warnings), self.program.messages())

    async def test_messages_beyond_the_limit_are_1009(self):
        async with Events(self.program) as bystander:
            for frame in ("x" * 65537, bytes(65537), "\u00fc" * 32769, ["x" * 40000, "x" * 40000], bytes(5_000_000)):
                hostile = await websockets.connect(self.program.url("/ws", "ark", "ws"))
                with self.assertRaises(websockets.ConnectionClosed) as closed:
                    await hostile.send(frame)
                    while True:
                        await asyncio.wait_for(hostile.recv(), 20)
                self.assertEqual(closed.exception.rcvd.code, 1009)
            await bystander.nothing()

    async def test_a_flood_of_lines_floods_nobody(self):
        resident = [self.resident()]
        async with Events(self.program) as events, Events(self.program) as second:
            self.start("flood")
            begun = asyncio.get_running_loop().time()
            shown = left_out = notes = 0
            while shown + left_out < LINES:
                name, data = await events.next(30)
                if name != "instance:log":
                    continue
                if data["level"] == "INFO":
                    shown += 1
                else:
                    self.assertIn("lines left out here: more than 50 a second; see GET /instances/flood/logs",
                                  data["message"])
                    left_out += int(data["message"].split()[0])
                    notes += 1
                    resident.append(self.resident())
            seconds = asyncio.get_running_loop().time() - begun
            print(f"\n{LINES} lines in {seconds:.1f} s: {shown} shown, {left_out} left out in {notes} notes; resident MiB "
                  f"{resident[0]:.1f} before, {resident[1]:.1f} after a second, {max(resident):.1f} at most, {resident[-1]:.1f} at last")
            self.assertEqual(shown + left_out, LINES)
            self.assertLessEqual(shown, 50 * (seconds + 2))
            self.assertLessEqual(notes, seconds + 2)
            if not self.is_sanitized():  # address sanitizers keep what was freed for a while
                self.assertLess(max(resident) - resident[0], 24)
            while len(second.all) < len(events.all):
                await second.next()
            self.assertEqual(second.all, events.all)
            # REST has the lines that events left out.
            newest = self.agent.call("GET", "/instances/flood/logs?limit=1000")[1]
            self.assertEqual([line["message"].split(":")[0] for line in newest],
                             [f"line {number}" for number in range(LINES - 1, LINES - 1001, -1)])

    async def test_long_lines_are_cut_with_a_mark(self):
        async with Events(self.program) as events:
            self.start("long")
            told = await events.until("instance:log", message="short")
            message = next(data["message"] for name, data in told if name == "instance:log")
            self.assertTrue(message.startswith("0" * 2900) and message.endswith("… [cut]"), message)


if __name__ == "__main__":
    unittest.main()
