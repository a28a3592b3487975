# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program through Airavata: real sweeps counted by an independent client, other users, other dialects, limits."""
import asyncio
import collections
import json
import unittest

import websockets

from algerclient import AlgerClient
from program import Program

CONFIG = """
[server]
tick = "200ms"
workers = 4

[[listener]]
port = 0
dialects = ["airavata"]

[[listener]]
port = 0
dialects = ["alger"]

[limits.airavata]
connections_per_user = 5

[experiments]
programs = ["echo", "false"]

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[user]]
name = "ann"
password = "ann"
roles = ["operator"]

[[user]]
name = "bob"
password = "bob"
roles = ["operator"]

[[pipeline]]
id = "demo"
nodes = [ { id = "one", command = ["echo", "1"] } ]
"""


class AiravataProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))
        self.tokens = {}

    def rest(self, method, path, body=None, user="ann"):
        headers = {"Authorization": f"Bearer {self.token(user)}"} if user else {}
        return self.program.json(method, f"/api/v2/{path}", None if body is None else json.dumps(body), "airavata", headers)

    def token(self, user):
        if user not in self.tokens:
            status, body = self.rest("POST", "auth/login", {"username": user, "password": user}, None)
            self.assertEqual(status, 200)
            self.tokens[user] = body["token"]
        return self.tokens[user]

    def connect(self, path, user="ann"):
        token = f"?token={self.token(user)}" if user else ""
        return websockets.connect(self.program.url(path + token, "airavata", "ws"))

    async def until(self, socket, wanted):
        """Frames up to and with the first of this type."""
        frames = []
        while not frames or frames[-1]["type"] != wanted:
            frames.append(json.loads(await asyncio.wait_for(socket.recv(), 60)))
        return frames

    async def test_a_sweep_of_a_hundred_is_counted_exactly(self):
        project = self.rest("POST", "projects", {"name": "Reefs"})[1]["project"]["id"]
        status, created = self.rest("POST", "experiments", {
            "name": "Sweep", "projectId": project, "commandTemplate": "echo {x}",
            "parameters": [{"values": {"x": f"{number} ; not a shell"}} for number in range(100)]})
        self.assertEqual((status, created["experiment"]["status"]), (201, "CREATED"))
        experiment = created["experiment"]["id"]
        async with self.connect(f"/ws/experiments/{experiment}") as one, \
                self.connect(f"/ws/projects/{project}") as two, self.connect("/ws/user", "bob") as other:
            self.assertEqual(self.rest("GET", f"experiments/{experiment}", user="bob")[0], 404)
            status, submitted = self.rest("POST", f"experiments/{experiment}/submit", {})
            self.assertEqual((status, len(submitted["tasks"])), (200, 100))
            frames = await self.until(one, "experiment_completed")
            counted = collections.Counter(frame["type"] for frame in frames)
            self.assertEqual(counted, {"experiment_updated": 2, "experiment_progress": 100,
                                       "experiment_completed": 1, "task_updated": 200, "task_progress": 200,
                                       "task_completed": 100})
            percents = [frame["data"]["progressPercent"] for frame in frames if frame["type"] == "experiment_progress"]
            self.assertEqual(percents, sorted(percents))
            self.assertEqual(percents[-1], 100.0)
            self.assertEqual(len({frame["id"] for frame in frames}), len(frames))
            self.assertEqual(await self.until(two, "experiment_completed"), frames)
            await other.send('{"type":"ping"}')
            self.assertEqual(json.loads(await other.recv())["type"], "pong")
        progress = self.rest("GET", f"experiments/{experiment}/progress")[1]
        self.assertEqual((progress["completedTasks"], progress["progressPercent"]), (100, 100.0))
        outputs = self.rest("GET", f"experiments/{experiment}/outputs")[1]["outputs"]
        first = next(each for each in outputs if each["task"] == "t1")
        _, _, text = self.program.request("GET", f"/api/v2/{first['path']}", None, "airavata",
                                          {"Authorization": f"Bearer {self.token('ann')}"})
        self.assertEqual(text, "0 ; not a shell\n")
        self.assertEqual(self.rest("GET", "experiments")[1]["total"], 1)
        self.assertEqual(self.rest("DELETE", f"experiments/{experiment}")[0], 200)
        self.program.wait_for(lambda: self.rest("GET", f"experiments/{experiment}")[0] == 404, "the experiment is gone")

    async def test_a_failing_sweep_and_a_refused_program(self):
        wish = {"name": "F", "projectId": "default", "commandTemplate": "false", "parameters": [{"values": {}}],
                "maxRetries": 1, "submit": True}
        async with self.connect("/ws/user") as socket:
            self.assertEqual(self.rest("POST", "experiments", wish)[0], 201)
            last = (await self.until(socket, "experiment_failed"))[-1]
            self.assertEqual(last["data"]["experiment"]["status"], "FAILED")
            self.assertIn("error", last["data"]["experiment"])
        status, body = self.rest("POST", "experiments", {**wish, "commandTemplate": "rm -rf x"})
        self.assertEqual(status, 400)
        self.assertIn("'rm' is not allowed", body["error"])

    async def test_a_pipeline_of_alger_is_followed_here(self):
        async with self.connect("/ws/user") as socket, \
                AlgerClient(self.program.url("", "alger", "ws"), "ann", "ann") as alger:
            _, answer = await alger.request(103, pipelineId="demo")
            frames = await self.until(socket, "experiment_completed")
            self.assertEqual(frames[0]["type"], "experiment_created")
            self.assertEqual(frames[-1]["resourceId"], answer["executionId"])
            self.assertEqual(frames[-1]["data"]["experiment"]["ownerId"], "ann")

    async def refusal(self, path, user=None):
        async with self.connect(path, user) as socket:
            frame = json.loads(await asyncio.wait_for(socket.recv(), 20))
            with self.assertRaises(websockets.ConnectionClosed) as closed:
                await asyncio.wait_for(socket.recv(), 20)
            return frame["error"], closed.exception.code

    async def test_the_door(self):
        self.assertEqual(await self.refusal("/ws"), ("Authentication required", 1008))
        self.assertEqual(await self.refusal("/ws?token=a.b.c"), ("Invalid or expired token", 1008))
        self.assertEqual(self.rest("GET", "experiments", user=None)[0], 401)  # anonymous is operator on loopback

    async def test_limits_answer_with_their_frame(self):
        async with self.connect("/ws"), self.connect("/ws"), self.connect("/ws"), self.connect("/ws"), \
                self.connect("/ws") as fifth:
            self.assertEqual(await self.refusal("/ws", "ann"), ("Rate limit exceeded", 1008))
            async with self.connect("/ws", "bob") as other:
                await other.send('{"type":"ping"}')
                self.assertEqual(json.loads(await other.recv())["type"], "pong")
            for _ in range(400):
                await fifth.send('{"type":"pong"}')
            frame = json.loads(await asyncio.wait_for(fifth.recv(), 20))
            self.assertEqual(frame["error"], "Rate limit exceeded")

    async def test_workers_are_real(self):
        workers = self.rest("GET", "workers")[1]
        self.assertEqual((workers["total"], {each["status"] for each in workers["workers"]}), (4, {"IDLE"}))


if __name__ == "__main__":
    unittest.main()
