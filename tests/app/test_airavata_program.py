# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program through Airavata: real sweeps counted by a foreign client, other users, other dialects, limits."""
import asyncio
import collections
import contextlib
import json
import signal
import subprocess
import time
import unittest

import websockets

from algerclient import AlgerClient
from arkclients import Agent, Events
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

[[listener]]
port = 0
dialects = ["ark"]

[limits.airavata]
connections_per_user = 5

[experiments]
programs = ["echo", "false", "sleep"]

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

    def sweep(self, template, count, project="default", **more):
        """The id of a new experiment with the parameter x."""
        status, body = self.rest("POST", "experiments", {
            "name": "Sweep", "projectId": project, "commandTemplate": template,
            "parameters": [{"values": {"x": f"{number} ; not a shell"}} for number in range(count)], **more})
        self.assertEqual(status, 201)
        return body["experiment"]["id"]

    async def test_a_sweep_of_a_hundred_is_counted_exactly(self):
        project = self.rest("POST", "projects", {"name": "Reefs"})[1]["project"]["id"]
        async with self.connect("/ws/user") as mine, self.connect(f"/ws/projects/{project}") as shared, \
                self.connect("/ws/user", "bob") as other:
            experiment = self.sweep("echo {x}", 100, project)
            tasks = [f"{experiment}.t{number}" for number in range(1, 101)]
            self.assertEqual(self.rest("GET", f"experiments/{experiment}", user="bob")[0], 404)
            async with self.connect(f"/ws/experiments/{experiment}") as one, \
                    self.connect(f"/ws/tasks/{tasks[6]}") as seventh:
                status, submitted = self.rest("POST", f"experiments/{experiment}/submit", {})
                self.assertEqual((status, [task["id"] for task in submitted["tasks"]]), (200, tasks))
                frames, of_user, of_project, of_task = await asyncio.gather(
                    self.until(one, "experiment_completed"), self.until(mine, "experiment_completed"),
                    self.until(shared, "experiment_completed"), self.until(seventh, "task_completed"))
            await other.send('{"type":"ping"}')
            self.assertEqual(json.loads(await other.recv())["type"], "pong")  # no event came before the pong
        # Clients that were connected before the experiment was created saw that, too; from then on all see the same.
        self.assertEqual([(frame["type"], frame["resourceId"]) for frame in of_user[:101]],
                         [("experiment_created", experiment)] + [("task_created", task) for task in tasks])
        self.assertEqual(of_user[101:], frames)
        self.assertEqual(of_project, of_user)
        self.assertEqual(len({frame["id"] for frame in of_user}), len(of_user))
        self.assertEqual(collections.Counter(frame["type"] for frame in frames), {
            "experiment_updated": 2, "experiment_progress": 100, "experiment_completed": 1,
            "task_updated": 200, "task_progress": 200, "task_completed": 100})
        self.check_order(frames, experiment, tasks)
        self.assertEqual(of_task, [frame for frame in frames if frame["resourceId"] == tasks[6]])
        self.check_records(experiment)

    def check_order(self, frames, experiment, tasks):
        """The events of each resource come in order, and no percentage runs backwards."""
        stories = collections.defaultdict(list)
        for frame in frames:
            stories[frame["resourceId"]].append((frame["type"], frame["data"]))
        self.assertEqual(set(stories), {experiment, *tasks})
        story = stories[experiment]
        self.assertEqual([kind for kind, _ in story],
                         ["experiment_updated"] * 2 + ["experiment_progress"] * 100 + ["experiment_completed"])
        self.assertEqual([data["experiment"]["status"] for _, data in story if "experiment" in data],
                         ["QUEUED", "RUNNING", "COMPLETED"])
        steps = [data for kind, data in story if kind == "experiment_progress"]
        self.assertEqual([step["completedTasks"] for step in steps], list(range(1, 101)))
        self.assertEqual([step["progressPercent"] for step in steps], [float(number) for number in range(1, 101)])
        for task in tasks:
            self.assertEqual([kind for kind, _ in stories[task]],
                             ["task_updated", "task_updated", "task_progress", "task_progress", "task_completed"])
            self.assertEqual([data["progressPercent"] for kind, data in stories[task] if kind == "task_progress"],
                             [0.0, 100.0])

    def check_records(self, experiment):
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
        async with self.connect("/ws/user") as socket:
            self.sweep("false", 1, maxRetries=1, submit=True)
            last = (await self.until(socket, "experiment_failed"))[-1]
            self.assertEqual(last["data"]["experiment"]["status"], "FAILED")
            self.assertIn("error", last["data"]["experiment"])
        status, body = self.rest("POST", "experiments", {"name": "R", "projectId": "default",
                                                         "commandTemplate": "rm -rf x", "parameters": [{"values": {}}]})
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

    async def test_an_experiment_is_followed_elsewhere(self):
        async with websockets.connect(self.program.url("/ws", "ark", "ws")) as jobs, \
                AlgerClient(self.program.url("", "alger", "ws"), "ann", "ann") as alger, \
                AlgerClient(self.program.url("", "alger", "ws"), "bob", "bob") as stranger:
            experiment = self.sweep("echo {x}", 3, submit=True)
            events = []
            while not events or events[-1]["event"] != "job:completed":
                event = json.loads(await asyncio.wait_for(jobs.recv(), 20))
                if event["data"].get("jobId") == experiment:
                    events.append(event)
            self.assertEqual((events[0]["event"], events[0]["data"]["jobType"]), ("job:created", "RUN_EXPERIMENT"))
            percents = [event["data"].get("percent", 0) for event in events if event["event"] == "job:progress"]
            self.assertEqual(percents, sorted(percents))
            self.assertEqual(percents[-1], 100)
            job = self.program.json("GET", f"/jobs/{experiment}", None, "ark")[1]
            self.assertEqual((job["status"], job["jobType"]), ("COMPLETED", "RUN_EXPERIMENT"))
            number, answer = await alger.request(107, executionId=experiment)
            self.assertEqual((number, answer["content"]),
                             (207, "".join(f"{each} ; not a shell\n" for each in range(3))))
            self.assertEqual(await stranger.request(107, executionId=experiment),
                             (307, {"error": "execution not found"}))

            endless = self.sweep("sleep 600", 1, submit=True)
            async with self.connect(f"/ws/experiments/{endless}") as socket:
                self.assertEqual((await stranger.request(106, executionId=endless))[0], 306)
                self.assertEqual(await alger.request(106, executionId=endless),
                                 (206, {"executionId": endless, "status": "stopped", "state": "cancelled"}))
                frame = {"data": {}}
                while frame["data"].get("experiment", {}).get("status") != "CANCELED":
                    frame = json.loads(await asyncio.wait_for(socket.recv(), 20))
                self.assertEqual(frame["type"], "experiment_updated")

    async def test_a_new_name_survives_a_kill(self):
        experiment = self.sweep("sleep 600", 1, submit=True)
        self.program.wait_for(
            lambda: self.rest("GET", f"experiments/{experiment}")[1]["experiment"]["status"] == "RUNNING", "it runs")
        self.assertEqual(self.rest("PUT", f"experiments/{experiment}", {"name": "Renamed"})[0], 200)
        self.program.stop(signal.SIGKILL)
        self.program.start()
        found = self.rest("GET", f"experiments/{experiment}")[1]["experiment"]
        self.assertEqual((found["name"], found["status"]), ("Renamed", "FAILED"))

    async def test_one_of_long_ago_is_started_again(self):
        experiment = self.sweep("false", 1, submit=True)
        self.program.wait_for(
            lambda: self.rest("GET", f"experiments/{experiment}")[1]["experiment"]["status"] == "FAILED", "it failed")
        async with AlgerClient(self.program.url("/", "alger", "ws"), "ann", "ann") as alger:
            for _ in range(201):  # the Snapshot holds the newest 200, the store the others
                await alger.request(103, pipelineId="demo", parameters={})
        status, body = self.rest("POST", f"experiments/{experiment}/retry", {"failedOnly": True})
        self.assertEqual(status, 201, body)
        again = body["experiment"]["id"]
        self.assertNotEqual(again, experiment)
        self.program.wait_for(
            lambda: self.rest("GET", f"experiments/{again}")[1]["experiment"]["status"] == "FAILED", "it failed again")

    def test_issued_tokens(self):
        def issue(user):
            return subprocess.run([self.program.command[0], "--issue-token", user, "--config", self.program.config,
                                   "--data-dir", self.program.data], capture_output=True, text=True, check=False)
        good = issue("ann")
        self.assertEqual(good.returncode, 0)
        self.tokens["ann"] = good.stdout.strip()
        self.assertEqual(self.rest("GET", "projects")[0], 200)
        unknown = issue("eve")
        self.assertEqual((unknown.returncode, unknown.stdout), (64, ""))
        self.assertIn("there is no user 'eve'", unknown.stderr)
        self.assertNotIn(self.tokens["ann"].rsplit(".", 1)[1], self.program.messages())

    async def refusal(self, path, user=None):
        async with self.connect(path, user) as socket:
            frame = json.loads(await asyncio.wait_for(socket.recv(), 20))
            with self.assertRaises(websockets.ConnectionClosed) as closed:
                await asyncio.wait_for(socket.recv(), 20)
            return frame["error"], closed.exception.code

    async def test_the_door(self):
        self.assertEqual(await self.refusal("/ws"), ("Authentication required", 1008))
        self.assertEqual(await self.refusal("/ws?token=a.b.c"), ("Invalid or expired token", 1008))
        self.assertEqual(self.rest("GET", "experiments", user=None)[0], 401)  # anonymous has no access here

    async def test_limits_answer_with_their_frame(self):
        async with self.connect("/ws"), self.connect("/ws"), self.connect("/ws"), self.connect("/ws"), \
                self.connect("/ws") as fifth:
            self.assertEqual(await self.refusal("/ws", "ann"), ("Rate limit exceeded", 1008))
            async with self.connect("/ws", "bob") as other:
                await other.send('{"type":"ping"}')
                self.assertEqual(json.loads(await other.recv())["type"], "pong")
            # Sends until the rate is exceeded, however slow either side is; the error is then the only answer.
            answer = asyncio.create_task(fifth.recv())
            end = time.monotonic() + 60
            with contextlib.suppress(websockets.ConnectionClosed):  # the error comes before the close
                while not answer.done() and time.monotonic() < end:
                    await fifth.send('{"type":"pong"}')
                    await asyncio.sleep(0)  # lets the receiving task run
            self.assertEqual(json.loads(await asyncio.wait_for(answer, 20))["error"], "Rate limit exceeded")

    async def test_workers_are_real(self):
        workers = self.rest("GET", "workers")[1]
        self.assertEqual((workers["total"], {each["status"] for each in workers["workers"]}), (4, {"IDLE"}))

    async def test_a_task_tells_its_progress(self):
        """A line `::progress 75.0 text` on stdout is seen in Airavata, ARK, REST and the history, and in no output."""
        script = ("echo one; echo ::progress 75.0 epoch 3; while ! test -e %s/go; do sleep 0.01; done; echo ::progress 80; echo two"
                  % self.program.folder.name)
        self.program.write_config(CONFIG + f"""
[[pipeline]]
id = "told"
nodes = [ {{ id = "a", command = ["sh", "-c", "{script}"] }}, {{ id = "b", command = ["cat"], after = ["a"] }} ]

[[pipeline]]
id = "off"
progress = false
nodes = [ {{ id = "a", command = ["sh", "-c", "{script}"] }} ]
""")
        self.program.process.send_signal(signal.SIGHUP)
        await asyncio.to_thread(self.program.wait_for, lambda: "configuration reloaded" in self.program.messages(), "the reload")
        async with self.connect("/ws/user") as socket, Events(self.program) as events, \
                AlgerClient(self.program.url("", "alger", "ws"), "ann", "ann") as alger:
            _, started = await alger.request(103, pipelineId="told")
            run = started["executionId"]
            frames = await self.until(socket, "task_progress") + await self.until(socket, "task_progress")  # 0, then 75
            task, whole = frames[-1], json.loads(await asyncio.wait_for(socket.recv(), 20))
            self.assertEqual({key: task["data"][key] for key in ("taskId", "status", "progressPercent", "currentStage",
                                                                 "progress", "message")},
                             {"taskId": f"{run}.a", "status": "RUNNING", "progressPercent": 75.0, "currentStage": "RUNNING",
                              "progress": 0.75, "message": "epoch 3"})
            self.assertIsNotNone(task["data"]["estimatedCompletion"])
            self.assertEqual((whole["type"], whole["data"]["progressPercent"], whole["data"]["message"]),
                             ("experiment_progress", 37.5, "epoch 3"))
            told = (await events.until("job:progress"))[-1][1]
            self.assertEqual((told["jobId"], told["status"], told["percent"], told["message"]), (run, "RUNNING", 37.5, "epoch 3"))
            self.assertEqual(self.rest("GET", f"tasks/{run}.a/progress")[1]["progressPercent"], 75.0)
            self.assertEqual(self.program.json("GET", f"/jobs/{run}", None, "ark")[1]["progressPercent"], 37.5)
            with open(f"{self.program.folder.name}/go", "w", encoding="utf-8"):
                pass
            last = await self.until(socket, "experiment_completed")
            self.assertEqual([frame["data"]["progressPercent"] for frame in last if frame["type"] == "task_progress"
                              and frame["resourceId"] == f"{run}.a"], [80.0, 100.0])
            self.assertEqual((await alger.output_of(run))[1]["content"], "one\ntwo\n")
            _, started = await alger.request(103, pipelineId="off")
            self.assertEqual((await alger.output_of(started["executionId"]))[1]["content"],
                             "one\n::progress 75.0 epoch 3\n::progress 80\ntwo\n")
        self.program.stop()
        self.program.start()  # the history
        self.assertEqual({key: self.rest("GET", f"tasks/{run}.a/progress")[1][key] for key in ("progressPercent", "message")},
                         {"progressPercent": 100.0, "message": "epoch 3"})

    async def test_workers_come_and_go(self):
        """By reload, grown and shrunk; by an agent of ARK; at a clean stop, before the close."""
        host = self.rest("GET", "workers")[1]["workers"][0]["computeResourceId"]

        async def told(socket, count):
            """(type, id, status, task or experiment) of this many events of workers."""
            events, end = [], time.monotonic() + 60
            while len(events) < count:
                self.assertLess(time.monotonic(), end, events)
                frame = json.loads(await asyncio.wait_for(socket.recv(), 20))
                if frame["type"].startswith("worker_"):
                    self.assertTrue(frame["id"].startswith(f"worker_{frame['data']['worker']['id']}_"), frame)
                    worker = frame["data"]["worker"]
                    events.append((frame["type"], worker["id"], worker["status"], worker["currentTaskId"] or worker["experimentId"]))
            return events

        def reload(workers):
            self.program.write_config(CONFIG.replace("workers = 4", f"workers = {workers}"))
            self.program.process.send_signal(signal.SIGHUP)
        agent = Agent(self.program)
        self.addCleanup(agent.close)
        async with self.connect("/ws") as socket:
            await socket.send('{"type":"subscribe","data":{"resourceType":"system"}}')
            await self.until(socket, "system_status")  # confirmed, or a tick of the subscription
            reload(6)
            self.assertEqual(await told(socket, 2), [("worker_registered", f"{host}-{n}", "IDLE", None) for n in (5, 6)])
            sweep = self.sweep("sleep 60", 3, submit=True)
            tasks = [f"{sweep}.t{number}" for number in (1, 2, 3)]
            self.assertEqual(await told(socket, 3), [
                ("worker_updated", f"{host}-{number}", "RUNNING", task) for number, task in enumerate(tasks, 1)])
            reload(2)  # the third is busy: it goes when it is idle
            self.assertEqual(await told(socket, 3), [("worker_offline", f"{host}-{n}", "OFFLINE", None) for n in (4, 5, 6)])
            self.assertEqual(self.rest("POST", f"experiments/{sweep}/cancel")[0], 200)
            self.assertEqual(sorted(await told(socket, 3)), [
                ("worker_offline", f"{host}-3", "OFFLINE", None),
                ("worker_updated", f"{host}-1", "IDLE", None), ("worker_updated", f"{host}-2", "IDLE", None)])

            self.assertEqual(agent.register()[0], 200)
            self.assertEqual(await told(socket, 2), [("worker_registered", f"far-{n}", "IDLE", None) for n in (1, 2)])
            job = agent.create_job()[1]
            agent.progress(job, 30)
            self.assertEqual(await told(socket, 1), [("worker_updated", "far-1", "RUNNING", job["jobId"])])
            agent.complete(job)
            self.assertEqual(await told(socket, 1), [("worker_updated", "far-1", "IDLE", None)])
            shown = {each["id"]: each["computeResourceId"] for each in self.rest("GET", "workers")[1]["workers"]}
            self.assertEqual((shown["far-2"], shown[f"{host}-1"]), ("far", host))
            agent.beat("OFFLINE")
            self.assertEqual(await told(socket, 2), [("worker_offline", f"far-{n}", "OFFLINE", None) for n in (1, 2)])

            self.sweep("sleep 60", 1, submit=True)
            await told(socket, 1)
            self.program.process.send_signal(signal.SIGTERM)
            self.assertEqual(await told(socket, 2), [("worker_offline", f"{host}-{n}", "OFFLINE", None) for n in (1, 2)])
            with self.assertRaises(websockets.ConnectionClosed) as closed:
                while True:
                    frame = json.loads(await asyncio.wait_for(socket.recv(), 20))
                    self.assertFalse(frame["type"].startswith("worker_"), frame)
            self.assertEqual(closed.exception.code, 1001)
        self.assertEqual(self.program.stop(), 0)


if __name__ == "__main__":
    unittest.main()
