# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program through ARK: an independent /ws client sees exactly what agents, components and pipelines do."""
import asyncio
import json
import re
import signal
import unittest

import websockets

from algerclient import AlgerClient
from arkclients import Agent, Events, iso, run_id
from program import Program, refused_status

CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["pow", "ark"]
anonymous = "operator"

[[listener]]
port = 0
dialects = ["airavata"]

[[listener]]
port = 0
dialects = ["alger"]

[[listener]]
port = 0
dialects = ["sutra"]
anonymous = "operator"

[[user]]
name = "ann"
password = "ann"
roles = ["operator"]

[[component]]
id = "printer"
name = "%s"
command = ["sh", "-c", "echo one; echo two >&2; echo 'gr\\u00fc\\u00dfe \\"three\\"'; exec sleep 600"]
autostart = false

[[pipeline]]
id = "demo"
nodes = [ { id = "first", command = ["echo", "1"] }, { id = "second", command = ["cat"], after = ["first"] } ]

[[pipeline]]
id = "broken"
nodes = [ { id = "only", command = ["false"] } ]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"
"""
FAST = '\n[ark]\nheartbeat_interval = "1s"\n'


class ArkProgram(unittest.IsolatedAsyncioTestCase):
    def start(self, config=CONFIG % "Printer"):
        self.program = self.enterContext(Program(config))
        self.agent = Agent(self.program)
        self.addCleanup(self.agent.close)
        return self.program

    def token(self):
        body = json.dumps({"username": "ann", "password": "ann"})
        return self.program.json("POST", "/api/v2/auth/login", body, "airavata")[1]["token"]

    def reload(self, config):
        self.program.write_config(config)
        self.program.process.send_signal(signal.SIGHUP)

    def assertEvents(self, events, expected):
        """Compares names, in order, and the given members of each event; check_event() has checked the others."""
        self.assertEqual([name for name, _ in events], [name for name, _ in expected])
        for (name, data), (_, members) in zip(events, expected):
            self.assertEqual({key: data.get(key) for key in members}, members, f"{name}: {data}")

    async def test_an_agent_works_off_jobs(self):
        self.start()
        before, agent = iso(), self.agent
        async with Events(self.program) as events:
            self.assertEqual(agent.register()[1]["config"],
                             {"pollIntervalSeconds": 5, "heartbeatIntervalSeconds": 30, "maxRetries": 3})
            self.assertEqual(agent.beat(cpuPercent=12.5), 204)
            status, instance = agent.call("POST", "/instances", {"name": "Island", "gameType": "ASA", "agentId": "far"})
            self.assertEqual(status, 201)
            island = instance["instanceId"]
            status, job = agent.create_job("START_INSTANCE", instanceId=island, priority=5)
            self.assertEqual((status, job["status"], job["retryCount"], job["progressMessage"]),
                             (201, "QUEUED", 0, "Job queued"))
            self.assertEqual(agent.poll(), [job])
            self.assertEqual([agent.progress(job, 25, "Downloading files..."), agent.progress(job, 50, "Extracting")],
                             [204, 204])
            self.assertEqual(agent.poll(), [])
            self.assertEqual(agent.complete(job, result={"buildId": "12345678"}), 204)
            self.assertEqual(agent.complete(job, result={"buildId": "12345678"}), 204)  # repeated: nothing happens
            failing, cancelled = agent.create_job()[1], agent.create_job("BACKUP_INSTANCE")[1]
            self.assertEqual(agent.complete(failing, "FAILED", error="no space left", errorDetails={"free": 0}), 204)
            self.assertEqual(agent.call("POST", f"/jobs/{cancelled['jobId']}/cancel")[0], 201)
            self.assertEqual(agent.progress(cancelled, 1), 400)  # tells the agent of the cancellation
            self.assertEqual(agent.call("PUT", f"/instances/{island}", {"name": "Centre"})[0], 200)
            self.assertEqual(agent.call("DELETE", f"/instances/{island}")[0], 204)
            self.assertEqual(agent.beat("DEGRADED"), 204)
            self.assertEqual(agent.beat("OFFLINE"), 204)
            self.assertEqual(agent.create_job()[1]["message"], "No available agents to assign job")
            run = {"jobId": job["jobId"], "jobRunId": job["jobRunId"]}
            seen = await events.take(17)
            self.assertEvents(seen, [
                ("agent:registered", {"agentId": "far", "hostname": "far.example"}),
                ("agent:heartbeat", {"agentId": "far", "status": "ONLINE"}),
                ("instance:created", {"instanceId": island, "name": "Island", "gameType": "ASA",
                                      "createdAt": instance["createdAt"]}),
                ("job:created", {"jobId": job["jobId"], "jobType": "START_INSTANCE", "instanceId": island,
                                 "createdAt": job["createdAt"]}),
                ("job:progress", run | {"status": "RUNNING", "percent": 25, "message": "Downloading files..."}),
                ("instance:status_changed", {"instanceId": island, "status": "STARTING"}),
                ("job:progress", run | {"status": "RUNNING", "percent": 50, "message": "Extracting"}),
                ("job:completed", run | {"result": {"buildId": "12345678"}}),
                ("instance:status_changed", {"instanceId": island, "status": "RUNNING"}),
                ("job:created", {"jobId": failing["jobId"], "jobType": "INSTALL_SERVER", "instanceId": None}),
                ("job:created", {"jobId": cancelled["jobId"], "jobType": "BACKUP_INSTANCE"}),
                ("job:failed", {"jobId": failing["jobId"], "error": "no space left"}),
                ("job:cancelled", {"jobId": cancelled["jobId"], "jobRunId": cancelled["jobRunId"]}),
                ("instance:updated", {"instanceId": island}),
                ("instance:deleted", {"instanceId": island}),
                ("agent:heartbeat", {"agentId": "far", "status": "DEGRADED"}),
                ("agent:offline", {"agentId": "far"}),
            ])
            await events.nothing()
            for _, data in seen:
                for member, value in data.items():
                    if member.endswith("At") or member == "timestamp":
                        self.assertTrue(before <= value <= iso(), f"{member} {value}")

    async def test_a_cancelled_job_gives_the_instance_its_status_back(self):
        """By the agent, by a person, when the agent goes, and over a restart of the server."""
        program = self.start()
        agent = self.agent
        agent.register()
        island = agent.call("POST", "/instances", {"name": "Island", "gameType": "ASA", "agentId": "far"})[1]["instanceId"]

        def shown():
            return agent.call("GET", f"/instances/{island}")[1]["status"]

        async def told(events, *statuses):
            for status in statuses:
                self.assertEqual((await events.until("instance:status_changed"))[-1][1]["status"], status)
        before = "STOPPED"
        async with Events(program) as events:
            for kind, during in (("START", "STARTING"), ("STOP", "STOPPING"), ("RESTART", "STARTING")):
                for cancel in (lambda job: agent.complete(job, "CANCELLED"),
                               lambda job: agent.call("POST", f"/jobs/{job['jobId']}/cancel"),
                               lambda job: agent.beat("OFFLINE")):
                    agent.register()
                    for waiting in agent.poll():  # that the agent left behind
                        agent.complete(waiting, "CANCELLED")
                    job = agent.create_job(f"{kind}_INSTANCE", instanceId=island)[1]
                    self.assertEqual((agent.progress(job, 10), shown()), (204, during))
                    cancel(job)
                    self.assertEqual(shown(), before)
                    await told(events, during, before)
                agent.register()
                for waiting in agent.poll():
                    agent.complete(waiting, "CANCELLED")
                if kind == "START":
                    job = agent.create_job("START_INSTANCE", instanceId=island)[1]
                    agent.progress(job, 10)
                    agent.complete(job)
                    before = "RUNNING"
                    await told(events, "STARTING", "RUNNING")
        job = agent.create_job("STOP_INSTANCE", instanceId=island)[1]
        agent.progress(job, 10)
        for number in (signal.SIGKILL, signal.SIGTERM):
            program.stop(number)
            program.start()
            self.assertEqual(shown(), "STOPPING")
        async with Events(program) as events:
            self.assertEqual(agent.complete(job, "CANCELLED"), 204)
            await told(events, "RUNNING")
        program.stop(signal.SIGKILL)
        program.start()
        self.assertEqual(shown(), "RUNNING")

    async def test_a_vanished_agents_job_goes_back_until_it_fails(self):
        self.start(CONFIG % "Printer" + FAST)
        async with Events(self.program) as events:
            self.assertEqual(self.agent.register()[1]["config"]["heartbeatIntervalSeconds"], 1)
            job = self.agent.create_job()[1]
            await events.until("job:created")
            for attempt in range(1, 5):
                self.assertEqual(self.agent.register()[0], 200)
                self.assertEqual([each["jobRunId"] for each in self.agent.poll()], [run_id(job["jobId"], attempt)])
                self.assertEqual(self.agent.progress(job | {"jobRunId": run_id(job["jobId"], attempt)}, 10), 204)
                # From here on the agent is silent.
                told = await events.until("agent:offline")
                self.assertEqual(told[-2][1] | {"timestamp": 0},
                                 {"jobId": job["jobId"], "jobRunId": run_id(job["jobId"], attempt), "status": "RUNNING",
                                  "percent": 10, "message": "working", "timestamp": 0})
                name, data = await events.next()
                if attempt < 4:
                    self.assertEqual((name, data["status"], data["jobRunId"], data["percent"], data["message"]),
                                     ("job:progress", "QUEUED", run_id(job["jobId"], attempt + 1), 0,
                                      f"agent far went offline; queued again (retry {attempt} of 3)"))
            self.assertEqual((name, data["jobRunId"], data["error"]),
                             ("job:failed", run_id(job["jobId"], 4), "agent far went offline; given up after 3 retries"))
            await events.nothing()
        self.assertEqual(self.agent.complete(job), 404)  # the job has ended, and its run is outdated
        self.assertEqual(self.agent.call("GET", f"/jobs/{job['jobId']}")[1]["retryCount"], 3)

    async def test_components_are_instances(self):
        program = self.start()
        async with Events(program) as events:
            self.assertEqual(program.request("POST", "/api/components/printer/start", "")[0], 200)
            told = await events.until("instance:log", message='grüße "three"')
            program.request("POST", "/api/components/printer/stop", "")
            told += await events.until("instance:status_changed", status="STOPPED")
            statuses = [data["status"] for name, data in told if name == "instance:status_changed"]
            self.assertEqual(statuses, ["STARTING", "RUNNING", "STOPPING", "STOPPED"])
            lines = [(data["level"], data["message"]) for name, data in told if name == "instance:log"]
            self.assertEqual([line for line in lines if line[0] == "INFO"], [("INFO", "one"), ("INFO", 'grüße "three"')])
            self.assertEqual([line for line in lines if line[0] == "WARN"], [("WARN", "two")])
            self.assertEqual({data["instanceId"] for _, data in told}, {"printer"})
            logs = self.agent.call("GET", "/instances/printer/logs?level=WARN")[1]
            self.assertEqual([(each["level"], each["message"]) for each in logs], [("WARN", "two")])
            # One reload changes the component, the next replaces it by another, the last is refused.
            self.reload(CONFIG % "Better Printer")
            self.assertEvents([await events.next()], [("instance:updated", {"instanceId": "printer"})])
            self.reload((CONFIG % "x").replace('id = "printer"', 'id = "other"'))
            self.assertEvents(sorted(await events.take(2)), [
                ("instance:created", {"instanceId": "other", "name": "x", "gameType": "component"}),
                ("instance:deleted", {"instanceId": "printer"})])
            self.reload("nonsense")
            name, data = await events.next()
            self.assertEqual((name, data["context"]), ("system:error", {"source": "reload"}))
            self.assertIn("signalbox.toml:1", data["error"])
            await events.nothing()

    async def test_executions_of_other_dialects_are_jobs(self):
        program = self.start()
        async with Events(program) as events, AlgerClient(program.url("", "alger", "ws"), "ann", "ann") as alger:
            _, answer = await alger.request(103, pipelineId="demo")
            run = {"jobId": answer["executionId"], "jobRunId": run_id(answer["executionId"])}
            self.assertEvents(await events.until("job:completed"), [
                ("job:created", {"jobId": run["jobId"], "jobType": "RUN_PIPELINE"}),
                ("job:progress", run | {"status": "RUNNING", "percent": 50, "message": "1 of 2: first finished"}),
                ("job:progress", run | {"status": "RUNNING", "percent": 100, "message": "2 of 2: second finished"}),
                ("job:completed", run)])
            _, answer = await alger.request(103, pipelineId="broken")
            told = await events.until("job:failed")
            self.assertEqual([name for name, _ in told], ["job:created", "job:progress", "job:failed"])
            self.assertIn("exit status 1", told[-1][1]["error"])
            async with websockets.connect(program.url("/", "pow", "ws"), subprotocols=["pow-1"]) as call:
                await call.send(b'{"call":"echo","params":["1"]}')
                await call.send(b'{"signal":"close"}')
                self.assertEqual(json.loads(await call.recv()), {"status": "fulfilled", "value": ["1"]})
            self.assertEvents(await events.until("job:completed"),
                              [("job:created", {"jobType": "RUN_PROCESS"}), ("job:completed", {"result": ["1"]})])
            await events.nothing()

    async def test_jobs_are_seen_by_airavata_and_in_the_history(self):
        program = self.start()
        token = self.token()
        agent = Agent(program, token=token)
        self.addCleanup(agent.close)
        async with websockets.connect(program.url(f"/ws/user?token={token}", "airavata", "ws")) as experiments:
            agent.register()
            job, other = agent.create_job()[1], self.agent.create_job()[1]
            agent.progress(job, 40, "unpacking")
            agent.complete(job, result={"ok": True})
            frames = [json.loads(await asyncio.wait_for(experiments.recv(), 20))]
            while frames[-1]["type"] != "experiment_completed":
                frames.append(json.loads(await asyncio.wait_for(experiments.recv(), 20)))
        kinds = [frame["type"] for frame in frames if frame["resourceId"] == job["jobId"]]
        self.assertEqual((kinds[0], kinds[-1]), ("experiment_created", "experiment_completed"))
        self.assertIn("experiment_updated", kinds)
        self.assertNotIn(other["jobId"], [frame["resourceId"] for frame in frames])  # the other job is anonymous's
        status, shown = program.json("GET", f"/api/v2/experiments/{job['jobId']}", None, "airavata",
                                     {"Authorization": f"Bearer {token}"})
        self.assertEqual((status, shown["experiment"]["status"]), (200, "COMPLETED"))

    async def test_ws_is_shared_with_pow(self):
        url = self.start().url("/ws", "ark", "ws")
        async with Events(self.program) as events:
            async with websockets.connect(url, subprotocols=["pow-1"]) as calls:
                self.assertEqual(calls.subprotocol, "pow-1")
            self.assertIsNone(events.socket.subprotocol)
            self.assertEqual(self.agent.register()[0], 200)
            self.assertEqual((await events.next())[0], "agent:registered")
            for path in ("/", "/elsewhere", "/ws/", "/api/ws"):  # these go to pow, which requires its subprotocol
                with self.assertRaises(websockets.InvalidHandshake) as refused:
                    await websockets.connect(self.program.url(path, "ark", "ws"))
                self.assertEqual(refused_status(refused.exception), 403)

    def test_what_a_browser_meets(self):
        program = self.start()

        def get(path):
            status, headers, text = program.request("GET", path, None, "ark")
            return status, headers["Content-Type"].split(";")[0], text
        status, kind, page = get("/")
        self.assertEqual((status, kind), (200, "text/html"))
        links = re.findall('href="([^"]+)"', page)
        self.assertLessEqual({"./health", "./api/health", "./docs", "./api/docs", "./openapi.json", "./api/openapi.json"},
                             set(links))
        for link in links:
            self.assertEqual(get(link.removeprefix("."))[0], 200, link)
        self.assertEqual(json.loads(get("/health")[2])["database"], "connected")
        for path, title, route in (("/openapi.json", "Process", "/new"), ("/api/openapi.json", "ARK", "/jobs/poll")):
            document = json.loads(get(path)[2])
            self.assertIn(title, document["info"]["title"])
            self.assertIn(route, document["paths"])
            self.assertEqual(document["servers"], [{"url": "./"}])
        for path in ("/docs/", "/api/docs/"):
            self.assertIn("swagger-ui", get(path)[2])
            self.assertEqual(get(path + "swagger-ui.css")[:2], (200, "text/css"))
        # Unknown paths are answered by the listener's first dialect with routes, here pow; known ones by their own.
        self.assertEqual(get("/nope"), (404, "text/plain", "nothing is served at /nope\n"))
        self.assertEqual(get("/status/x"), (404, "text/plain", "process not found\n"))
        self.assertEqual(json.loads(get("/jobs/x")[2])["message"], "Job not found: x")

    def test_unknown_routes_are_arks_where_it_is_first(self):
        program = self.start((CONFIG % "Printer").replace('["pow", "ark"]', '["ark", "pow"]'))
        status, body = program.json("GET", "/nope", None, "ark")
        self.assertEqual((status, body["message"], list(body)),
                         (404, "Cannot GET /nope", ["statusCode", "timestamp", "path", "method", "message"]))
        self.assertEqual(program.json("DELETE", "/health", None, "ark")[1]["message"], "Cannot DELETE /health")


if __name__ == "__main__":
    unittest.main()
