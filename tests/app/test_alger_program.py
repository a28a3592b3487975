# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program through Alger: real processes, two clients at once, modes, restarts and kills."""
import asyncio
import glob
import json
import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import unittest

import websockets

from algerclient import AlgerClient
from program import Program, is_alive

LONG = os.environ.get("SIGNALBOX_LONG") == "1"
CONFIG = """
[server]
tick = "200ms"
workers = 4
capacity = 3

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["alger"]

[[listener]]
port = 0
dialects = ["pow"]

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[user]]
name = "ann"
password = "ann"
roles = ["operator"]

[[user]]
name = "vic"
password = "vic"
roles = ["viewer"]

[[kind]]
name = "dataset"
inputs = { max = 0 }
command = ["printf", "%s", "{param:text}"]

[[kind]]
name = "identity"
inputs = { min = 1, max = 1 }
command = ["cat"]

[[pipeline]]
id = "demo"
nodes = [
  { id = "extract", command = ["printf", "b\\\\na\\\\n"] },
  { id = "load", command = ["sort"], after = ["extract"] },
]

[[pipeline]]
id = "long"
nodes = [ { id = "wait", command = ["sleep", "1000"] } ]

[[pipeline]]
id = "slow"
nodes = [
  { id = "a", command = ["sh", "-c", "until [ -e $GATE_OF_SLOW ]; do sleep 0.02; done"] },
  { id = "b", command = ["true"], after = ["a"] },
]

[[pipeline]]
id = "daemon"
nodes = [ { id = "d", command = ["sh", "-c", "setsid sleep 1000 & echo $! ; exit 0"] } ]

[[pipeline]]
id = "flood"
nodes = [ { id = "f", command = ["head", "-c", "1G", "/dev/zero"] } ]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"
"""


def sleepers(program):
    """Processes `sleep 1000` below this program's guards."""
    found = subprocess.run(["pgrep", "-f", "^sleep 1000$"], capture_output=True, text=True).stdout.split()
    return [int(pid) for pid in found if program.data in environment_of(pid)]


def environment_of(pid):
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            environment = file.read().decode(errors="replace")
        return environment + os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return ""


class AlgerProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.gate = os.path.join(self.enterContext(tempfile.TemporaryDirectory()), "open")  # awaited by "slow"
        self.program = self.enterContext(Program(CONFIG, environment={"GATE_OF_SLOW": self.gate}))

    def client(self, user="admin"):
        return AlgerClient(self.program.url("", "alger", "ws"), user, user)

    def admin(self):
        token = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--issue-token", "admin", "--config", self.program.config,
                                "--data-dir", self.program.data], capture_output=True, text=True, check=True).stdout.strip()
        return {"Authorization": f"Bearer {token}"}

    async def test_demo_and_its_output(self):
        async with self.client() as client:
            number, answer = await client.request(103, pipelineId="demo")
            self.assertEqual((number, answer["status"]), (203, "pipeline-execution-started"))
            self.assertIn(answer["state"], ("running", "succeeded"))
            number, output = await client.output_of(answer["executionId"])
            self.assertEqual((number, output["content"]), (207, "a\nb\n"))

    async def test_a_graph_and_its_hostile_parameters(self):
        text = "; touch /tmp/$(id) `id` ' \" ../../etc \u202e"
        graph = {"nodes": [{"id": "one", "kind": "dataset", "params": {"text": text}}, {"id": "two", "kind": "identity"}],
                 "edges": [{"source": "one", "target": "two"}]}
        async with self.client() as client:
            number, answer = await client.request(104, graph=graph)
            self.assertEqual((number, answer["status"]), (204, "ad-hoc-execution-started"))
            number, output = await client.output_of(answer["executionId"])
            self.assertEqual((number, output["content"]), (207, text))

    async def quick_test(self, start, **content):
        """server/test_server.py asks 107 right after 203 and takes the next frame as the answer. False: a busy machine has not
        ended the run within its 200 ms."""
        async with self.client() as client:
            async def exchange(frame_id, number, **arguments):
                await client.socket.send(json.dumps({"id": frame_id, "requestId": 0, "type": number,
                                                     "content": json.dumps(arguments)}))
                frame = json.loads(await asyncio.wait_for(client.socket.recv(), 20))
                self.assertEqual((frame["id"], frame["requestId"]), (frame_id + 1, frame_id), frame)
                return frame["type"], json.loads(frame["content"])

            self.assertEqual((await exchange(1, 100, username="admin", password="admin"))[0], 200)
            self.assertEqual((await exchange(3, 102))[0], 202)
            answer, started = await exchange(5, start, **content)
            self.assertEqual(answer, start + 100)
            answer, output = await exchange(7, 107, executionId=started["executionId"])
            if started["state"] != "succeeded":
                return False
            self.assertEqual((answer, output["content"]), (207, "a\nb\n"), output)
            with self.assertRaises(asyncio.TimeoutError):  # the answer has told the end
                await asyncio.wait_for(client.socket.recv(), 0.6)
            self.assertEqual((await exchange(9, 101, userId="admin"))[0], 201)
            return True

    async def test_the_quick_test_of_the_document(self):
        graph = {"nodes": [{"id": "a", "kind": "dataset", "params": {"text": "a\nb\n"}}], "edges": []}
        for start, content in ((103, {"pipelineId": "demo"}), (104, {"graph": graph})):
            self.assertTrue(any([await self.quick_test(start, **content) for _ in range(3)]))

    async def test_a_board_that_waits_for_the_end_of_a_short_run(self):
        async with self.client() as client:
            asked = client.sent + 1
            number, answer = await client.request(103, pipelineId="demo")
            self.assertEqual(number, 203)
            frames = [await client.receive() for _ in range(3)]
            self.assertEqual([(frame["type"], frame["requestId"]) for frame in frames],
                             [(205, asked), (205, asked), (207, asked)])
            self.assertEqual([frame["content"].get("nodeId") for frame in frames], ["extract", "load", None])
            number, output = await client.request(107, executionId=answer["executionId"])
            self.assertEqual((number, output["content"]), (207, "a\nb\n"))

    async def test_refusals(self):
        async with self.client() as client:
            for content, error in (({"pipelineId": "nope"}, "pipeline not found"), ({}, "pipelineId is required"),
                                   ({"pipelineId": "../../etc/passwd"}, "pipeline not found")):
                self.assertEqual(await client.request(103, **content), (303, {"error": error}))
            number, answer = await client.request(104, graph={"nodes": [{"id": "a", "kind": "nope"}], "edges": []})
            self.assertEqual((number, answer["error"]), (304, "Node 'a' has unknown kind 'nope'."))
        async with self.client("vic") as viewer:
            self.assertEqual(await viewer.request(103, pipelineId="demo"), (303, {"error": "forbidden"}))

    async def test_two_clients_one_stops_a_long_run(self):
        async with self.client() as one, self.client("ann") as other:
            number, answer = await one.request(103, pipelineId="long")
            self.assertEqual(number, 203)
            self.program.wait_for(lambda: sleepers(self.program), "the process")
            execution = answer["executionId"]
            self.assertEqual((await one.request(107, executionId=execution))[1]["error"],
                             f"execution '{execution}' is still running")
            self.assertEqual(await other.request(106, executionId=execution), (306, {"error": "execution not found"}))
            self.assertEqual(await one.request(106, executionId=execution),
                             (206, {"executionId": execution, "status": "stopped", "state": "cancelled"}))
            self.assertEqual(sleepers(self.program), [])
            self.assertEqual(other.pushes, [])
            with self.assertRaises(asyncio.TimeoutError):
                await other.push(205, 207, 305, 307, seconds=0.5)

    async def test_pushes_of_a_run_that_outlives_its_answer(self):
        async with self.client() as client, self.client("ann") as other:
            number, answer = await client.request(103, pipelineId="slow")
            self.assertEqual(number, 203)
            with open(self.gate, "wb"):
                pass
            await client.request(102)  # a request and pushes cross
            nodes = [(await client.push(205))["content"] for _ in range(2)]
            self.assertEqual([(node["nodeId"], node["status"], node["order"]) for node in nodes],
                             [("a", "success", 1), ("b", "success", 2)])
            end = await client.push(207)
            self.assertEqual((end["content"]["status"], end["content"]["summary"]["order"]), ("success", ["a", "b"]))
            with self.assertRaises(asyncio.TimeoutError):
                await other.push(205, 207, seconds=0.3)

    async def test_capacity_and_modes(self):
        async with self.client() as client:
            running = [(await client.request(103, pipelineId="long"))[1]["executionId"] for _ in range(3)]
            self.assertEqual(await client.request(103, pipelineId="long"),
                             (397, {"error": "Too many pipeline execution requests in progress. 3 have not ended, and [server] capacity allows 3."}))
            headers = self.admin()
            self.assertEqual(self.program.json("PUT", "/api/mode", '{"mode":"halted"}', headers=headers)[0], 200)
            for _ in running:
                await client.push(398)
            self.program.wait_for(lambda: not sleepers(self.program), "the end of the processes")
            self.assertEqual((await client.request(103, pipelineId="demo"))[0], 398)
            self.assertEqual(self.program.json("PUT", "/api/mode", '{"mode":"maintenance"}', headers=headers)[0], 200)
            self.assertEqual((await client.request(103, pipelineId="demo"))[0], 399)
            self.assertEqual(self.program.json("PUT", "/api/mode", '{"mode":"normal"}', headers=headers)[0], 200)
            self.assertEqual((await client.request(103, pipelineId="demo"))[0], 203)

    async def test_credentials(self):
        for query, code in (("username=admin&password=no", 4401), ("", 4401)):
            socket = await websockets.connect(self.program.url("/?" + query, "alger", "ws"), subprotocols=["alger"])
            with self.assertRaises(websockets.ConnectionClosed):
                await socket.recv()
            self.assertEqual(socket.close_code, code)
        socket = await websockets.connect(self.program.url("/?username=admin&password=admin", "alger", "ws"))
        with self.assertRaises(websockets.ConnectionClosed):
            await socket.recv()
        self.assertEqual(socket.close_code, 4406)

    async def test_a_daemon_ends_with_its_node(self):
        async with self.client() as client:
            number, answer = await client.request(103, pipelineId="daemon")
            self.assertEqual(number, 203)
            number, output = await client.output_of(answer["executionId"])
            self.assertEqual(number, 207, output)
            self.assertFalse(is_alive(int(output["content"])))

    async def test_a_gigabyte_costs_no_memory(self):
        async with self.client() as client:
            def resident():
                with open(f"/proc/{self.program.process.pid}/status", encoding="ascii") as file:
                    return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024

            before = resident()
            number, answer = await client.request(103, pipelineId="flood")
            self.assertEqual(number, 203)
            await client.push(207, 307, seconds=120)
            number, output = await client.request(107, executionId=answer["executionId"])
            self.assertEqual((number, output.get("truncated")), (207, True))
            self.assertLess(resident() - before, 40)

    async def test_a_call_of_another_wire_is_an_execution_here(self):
        async with websockets.connect(self.program.url("/any", "pow", "ws"), subprotocols=["pow-1"]) as call:
            await call.send(b'{"call":"echo","params":["x"]}')
            await call.send("hello")
            self.assertEqual(await asyncio.wait_for(call.recv(), 60), "hello")
            await call.send(b'{"signal":"close"}')
            self.assertEqual(await asyncio.wait_for(call.recv(), 60), b'{"status":"fulfilled","value":["x"]}')
        self.program.stop()
        with sqlite3.connect(f"file:{self.program.data}/signalbox.db?mode=ro", uri=True) as database:
            rows = database.execute("SELECT kind, dialect, state FROM executions").fetchall()
        self.assertEqual(rows, [("process", "pow", "succeeded")])


class Kills(unittest.IsolatedAsyncioTestCase):
    """After a kill, every execution that was answered 203 is in the history, as finished or as interrupted."""

    async def load(self, program, answered):
        async with AlgerClient(program.url("", "alger", "ws")) as client:
            while True:
                number, content = await client.request(103, pipelineId="demo")
                if number == 203:
                    answered.append(content["executionId"])

    async def growth(self, clients, answered, size):
        while len(answered) < size and not any(client.done() for client in clients):
            await asyncio.sleep(0.005)
        self.assertGreaterEqual(len(answered), size, clients)

    async def test_kill_9_at_random_moments(self):
        answered = []
        rng = random.Random(1)
        with Program(CONFIG) as program:
            for _ in range(500 if LONG else 8):
                before = len(answered)
                clients = [asyncio.create_task(self.load(program, answered)) for _ in range(2)]
                await asyncio.wait_for(self.growth(clients, answered, before + 2), 60)
                await asyncio.sleep(rng.uniform(0.02, 0.6))
                program.process.send_signal(signal.SIGKILL)
                for end in await asyncio.gather(*clients, return_exceptions=True):
                    self.assertNotIsInstance(end, AssertionError, repr(end))
                program.process.wait()
                await asyncio.to_thread(program.start)
            self.assertEqual(program.stop(), 0)
            with sqlite3.connect(f"file:{program.data}/signalbox.db?mode=ro", uri=True) as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
                states = dict(database.execute("SELECT id, state FROM executions").fetchall())
                complete = database.execute("SELECT execution, output FROM tasks WHERE state = 'succeeded'").fetchall()
            missing = [execution for execution in answered if execution not in states]
            self.assertEqual(missing, [], f"{len(missing)} of {len(answered)} answered executions are lost")
            self.assertLessEqual(set(states.values()), {"succeeded", "interrupted", "failed", "cancelled"})
            for execution, name in complete:
                self.assertTrue(os.path.exists(f"{program.data}/executions/{execution}/{name}"), "an output called complete")
            self.assertEqual(glob.glob(f"{program.data}/signalbox.db.corrupt-*"), [])
            print(f"{len(answered)} answered, {len(states)} in the history: "
                  f"{ {state: list(states.values()).count(state) for state in set(states.values())} }")


if __name__ == "__main__":
    unittest.main(verbosity=1)
