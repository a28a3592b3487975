# SPDX-License-Identifier: GPL-3.0-or-later
"""All that ARK answered with success is there after a reload, a restart and a kill: fifty agents, every job counted."""
import asyncio
import collections
import http.client
import json
import random
import signal
import sqlite3
import threading
import unittest

import websockets

from arkclients import Agent, Events, check_event
from program import Program

CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["ark", "pow"]
anonymous = "operator"

[[listener]]
port = 0
dialects = ["airavata"]

[[user]]
name = "ann"
password = "ann"
roles = ["operator"]

[[component]]
id = "sleeper"
command = ["sleep", "600"]
"""
FAST = '\n[ark]\nheartbeat_interval = "2s"\n'
BROKEN = (OSError, http.client.HTTPException)  # the connection broke, because the server went
AGENTS = 50
JOBS = 500


class Ledger:
    """The answers that all threads were given, guarded by one lock."""

    def __init__(self):
        self.lock = threading.Lock()
        self.jobs = {}  # id: job of the answer 201
        self.doubtful = 0  # POST /jobs that got no answer
        self.begun = collections.defaultdict(set)  # run: agents whose first report of the run was accepted
        self.ended = collections.defaultdict(set)  # job: (run, status) accepted by complete
        self.refused = collections.Counter()
        self.problems = []
        self.vanished = 0
        self.isOver = threading.Event()

    def note(self, change):
        with self.lock:
            change(self)


class Worker(threading.Thread):
    """One agent: sends heartbeats, polls and works off its jobs; now and then it falls silent within a job."""

    def __init__(self, program, number, ledger):
        super().__init__(daemon=True)
        self.agent, self.ledger = Agent(program, f"agent-{number}"), ledger
        self.random = random.Random(number)

    def insist(self, call):
        """Repeats the call until there is an answer, as an agent does when the server is away."""
        while not self.ledger.isOver.is_set():
            try:
                return call()
            except BROKEN:
                self.ledger.isOver.wait(0.05)
        return None

    def run(self):
        try:
            self.insist(self.agent.register)
            while not self.ledger.isOver.wait(0.1 + 0.2 * self.random.random()):
                if self.insist(self.agent.beat) not in (204, None):
                    raise AssertionError("the server does not know a registered agent any more")
                for job in self.insist(self.agent.poll) or []:
                    self.work(job)
        except Exception as error:  # pylint: disable=broad-except
            self.ledger.note(lambda ledger: ledger.problems.append(f"{self.agent.id}: {error!r}"))
        finally:
            self.agent.close()

    def work(self, job):
        status = self.insist(lambda: self.agent.progress(job, 1))
        if status != 204:
            return self.ledger.note(lambda ledger: ledger.refused.update([("progress", status)]))
        self.ledger.note(lambda ledger: ledger.begun[job["jobRunId"]].add(self.agent.id))
        if self.random.random() < 0.02:
            self.ledger.note(lambda ledger: setattr(ledger, "vanished", ledger.vanished + 1))
            self.ledger.isOver.wait(9)  # longer than three heartbeats; then finishes late
        self.insist(lambda: self.agent.progress(job, 50))
        end = "FAILED" if self.random.random() < 0.1 else "COMPLETED"
        status = self.insist(lambda: self.agent.complete(job, end))
        if status == 204:
            self.ledger.note(lambda ledger: ledger.ended[job["jobId"]].add((job["jobRunId"], end)))
        else:
            self.ledger.note(lambda ledger: ledger.refused.update([("complete", status)]))


def create(program, count, instances, ledger, seed):
    """Creates jobs; one whose creation was not answered may exist or not, and another is created in its place."""
    desktop, rolls, made = Agent(program), random.Random(seed), 0
    while made < count and not ledger.isOver.is_set():
        more = {"priority": rolls.randrange(5)} | ({"instanceId": rolls.choice(instances)} if rolls.random() < 0.8 else {})
        try:
            status, job = desktop.create_job(**more)
        except BROKEN:
            ledger.note(lambda ledger: setattr(ledger, "doubtful", ledger.doubtful + 1))
            ledger.isOver.wait(0.05)
            continue
        if status == 201:
            ledger.note(lambda ledger, job=job: ledger.jobs.update({job["jobId"]: job}))
            made += 1
        else:  # no agent was online
            ledger.note(lambda ledger, status=status: ledger.refused.update([("create", status)]))
            ledger.isOver.wait(0.1)
    desktop.close()


async def listen(program, counted, is_over):
    """One /ws client that connects again whenever the server comes back: (run of the server, event) by job."""
    run = 0
    while not is_over.is_set():
        run += 1
        try:
            async with websockets.connect(program.url("/ws", "ark", "ws"), max_size=None) as socket:
                while not is_over.is_set():
                    try:
                        name, data = check_event(await asyncio.wait_for(socket.recv(), 0.2))
                    except asyncio.TimeoutError:
                        continue
                    if name in ("job:created", "job:completed", "job:failed", "job:cancelled"):
                        counted[data["jobId"]].append((run, name))
        except (OSError, websockets.WebSocketException):
            await asyncio.sleep(0.02)


class ArkEndurance(unittest.TestCase):
    def start(self, config):
        self.program = self.enterContext(Program(config))
        self.agent = Agent(self.program)
        self.addCleanup(self.agent.close)
        return self.program

    def airavata(self, method, path, body=None):
        login = self.program.json("POST", "/api/v2/auth/login", '{"username":"ann","password":"ann"}', "airavata")[1]
        return self.program.json(method, f"/api/v2/{path}", body and json.dumps(body), "airavata",
                                 {"Authorization": f"Bearer {login['token']}"})

    def test_what_was_answered_survives_a_kill(self):
        program, agent = self.start(CONFIG), self.agent
        self.assertEqual(agent.register()[0], 200)
        status, instance = agent.call("POST", "/instances", {"name": "Island", "gameType": "ASA", "agentId": "far",
                                                             "config": {"map": "x"}})
        self.assertEqual(status, 201)
        jobs = [agent.create_job(kind)[1] for kind in ("INSTALL_SERVER", "UPDATE_SERVER", "SYNC_MODS")]
        self.assertEqual(agent.call("POST", f"/jobs/{jobs[2]['jobId']}/cancel")[1]["status"], "CANCELLED")
        self.assertEqual(self.airavata("POST", "projects", {"name": "Reefs"})[0], 201)
        self.assertEqual(agent.progress(jobs[0], 40), 204)  # the last request: no later one makes this one durable
        program.stop(signal.SIGKILL)
        program.start()
        states = {job["jobType"]: job["status"] for job in agent.call("GET", "/jobs")[1]}
        self.assertEqual(states, {"INSTALL_SERVER": "RUNNING", "UPDATE_SERVER": "QUEUED", "SYNC_MODS": "CANCELLED"})
        self.assertIn(instance, agent.call("GET", "/instances")[1])
        self.assertIn("Reefs", [each["name"] for each in self.airavata("GET", "projects")[1]["projects"]])
        # The agent goes on without registering anew.
        self.assertEqual(agent.beat("DEGRADED"), 204)
        self.assertEqual([job["jobType"] for job in agent.poll()], ["UPDATE_SERVER"])
        self.assertEqual(agent.complete(jobs[0], result={}), 204)
        self.assertEqual(agent.create_job("ACTIVATE_BUILD")[0], 201)
        self.assertEqual(agent.call("PUT", f"/instances/{instance['instanceId']}", {"name": "Centre"})[0], 200)
        program.stop(signal.SIGKILL)
        program.start()
        self.assertEqual(agent.call("GET", f"/jobs/{jobs[0]['jobId']}")[1]["status"], "COMPLETED")
        self.assertEqual(agent.complete(jobs[0], result={}), 204)  # repeated, as after a lost answer
        self.assertEqual(agent.complete(jobs[0], "FAILED"), 400)
        self.assertEqual([each["name"] for each in agent.call("GET", "/instances")[1]], ["sleeper", "Centre"])
        self.assertEqual(agent.call("DELETE", f"/instances/{instance['instanceId']}")[0], 204)
        program.stop(signal.SIGKILL)
        program.start()
        self.assertEqual([each["name"] for each in agent.call("GET", "/instances")[1]], ["sleeper"])
        self.assertEqual(program.stop(), 0)

    def test_projects_are_answered_once_they_last(self):
        program = self.start(CONFIG)
        for number in range(5):
            self.assertEqual(self.airavata("POST", "projects", {"name": f"Reef {number}"})[0], 201)
            program.stop(signal.SIGKILL)
            program.start()
            self.assertEqual(self.airavata("GET", "projects")[1]["total"], number + 2)

    def trouble(self, ledger):
        """Reloads, stops and kills the server while the jobs are worked off. Returns after the last kill or stop."""
        def done():
            return len(ledger.ended)
        for share, number in ((0.1, signal.SIGHUP), (0.2, signal.SIGKILL), (0.35, signal.SIGTERM), (0.5, signal.SIGHUP),
                              (0.6, signal.SIGKILL), (0.7, signal.SIGKILL), (0.8, signal.SIGTERM)):
            self.program.wait_for(lambda share=share: done() >= share * JOBS or ledger.problems, f"{share} of the work", 120)
            if number == signal.SIGHUP:
                self.program.write_config(CONFIG.replace("600", f"6{done():03}") + FAST)
                self.program.process.send_signal(number)
            else:
                self.program.stop(number)
                self.program.start()

    def test_fifty_agents_lose_no_job_and_duplicate_none(self):
        program, ledger = self.start(CONFIG + FAST), Ledger()
        workers = [Worker(program, number, ledger) for number in range(AGENTS)]
        instances = [self.agent.call("POST", "/instances", {"name": f"I{number}", "gameType": "ASE",
                                                            "agentId": f"agent-{number}"})[1]["instanceId"]
                     for number in range(AGENTS)]
        counted = collections.defaultdict(list)
        listener = threading.Thread(target=lambda: asyncio.run(listen(program, counted, ledger.isOver)), daemon=True)
        creators = [threading.Thread(target=create, args=(program, JOBS // 2, instances, ledger, seed), daemon=True)
                    for seed in range(2)]
        try:
            for thread in [listener, *workers, *creators]:
                thread.start()
            self.trouble(ledger)
            for thread in creators:
                thread.join(120)
            program.wait_for(lambda: ledger.problems or not [job for job in self.agent.call("GET", "/jobs")[1]
                                                            if job["status"] in ("QUEUED", "RUNNING")],
                             "all jobs are done", 120)
        finally:
            ledger.isOver.set()
            for thread in [*workers, listener]:
                thread.join(30)
        self.assertEqual(ledger.problems, [])
        self.count(ledger, instances, counted)

    def count(self, ledger, instances, counted):
        self.assertEqual(len(ledger.jobs), JOBS)
        shown = {job: self.agent.call("GET", f"/jobs/{job}")[1] for job in ledger.jobs}
        with sqlite3.connect(f"{self.program.data}/signalbox.db") as database:
            kept = dict(database.execute("SELECT id, state FROM executions WHERE kind='job'"))
        states = collections.Counter(job["status"] for job in shown.values())
        retried = sum(job["retryCount"] > 0 for job in shown.values())
        print(f"\n{len(kept)} jobs kept, {JOBS} answered, {ledger.doubtful} got no answer; {dict(states)}; "
              f"{len(ledger.begun)} assignments begun, {ledger.vanished} agents vanished, {retried} jobs retried; "
              f"refused: {dict(ledger.refused)}; events of {len(counted)} jobs")
        # No job is lost: each is known and has ended, and each whose creation was not answered exists at most once.
        self.assertEqual(set(states) - {"COMPLETED", "FAILED"}, set())
        self.assertEqual(set(ledger.jobs) - set(kept), set())
        self.assertLessEqual(len(kept), JOBS + ledger.doubtful)
        # No job is done twice: a run belongs to one agent, and of each job one end of one run was accepted.
        self.assertEqual({run: agents for run, agents in ledger.begun.items() if len(agents) > 1}, {})
        self.assertEqual({job: ends for job, ends in ledger.ended.items() if len(ends) > 1}, {})
        for job, ends in ledger.ended.items():
            if job in shown:
                self.assertEqual({(shown[job]["jobRunId"], shown[job]["status"])}, ends)
        # A job that ended without an agent's report was given up after three retries.
        for job in set(shown) - set(ledger.ended):
            self.assertEqual((shown[job]["retryCount"], shown[job]["error"].split("; ")[-1]), (3, "given up after 3 retries"))
        # An event may come again after a crash if its Change was not durable; without a crash it comes once.
        for job, told in counted.items():
            self.assertEqual(len(told), len(set(told)), f"{job}: {told}")
            ends = {(run, name) for run, name in told if name != "job:created"}
            self.assertLessEqual(len(ends), len({run for run, _ in ends}), f"{job}: {told}")
        self.assertEqual(set(instances) - {each["instanceId"] for each in self.agent.call("GET", "/instances")[1]}, set())


class ArkReload(unittest.IsolatedAsyncioTestCase):
    async def test_a_reload_touches_no_job_and_no_client(self):
        program = self.enterContext(Program(CONFIG))
        agent = Agent(program)
        self.addCleanup(agent.close)
        async with Events(program) as events:
            agent.register()
            jobs = [agent.create_job()[1] for _ in range(3)]
            agent.progress(jobs[0], 10)
            program.write_config(CONFIG.replace("600", "601"))
            program.process.send_signal(signal.SIGHUP)
            await events.until("instance:status_changed", status="RUNNING")  # restarted with the new command
            self.assertEqual([each["jobId"] for each in agent.poll()], [each["jobId"] for each in jobs[1:]])
            self.assertEqual(agent.complete(jobs[0]), 204)
            await events.until("job:completed")
            self.assertEqual(collections.Counter(name for name, _ in events.all if name.startswith("job")),
                             {"job:created": 3, "job:progress": 1, "job:completed": 1})


if __name__ == "__main__":
    unittest.main()
