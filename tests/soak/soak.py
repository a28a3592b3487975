# SPDX-License-Identifier: GPL-3.0-or-later
"""soak.py [SECONDS]: the whole program under load for as long (else $SIGNALBOX_SOAK, else 300 s), with clients that come and
go on all five dialects, executions without end, a reload every ten seconds and a stuck client of each dialect.

Memory, descriptors, threads, processes, the database and files must stay flat: what the last third of the time had at most is
compared with what the third before had at most. Files pile up until the history is cut once a minute, more of them the less
else runs on the machine; so of them the fewest of each third are compared, which are what a cut has left."""
import asyncio
import collections
import itertools
import json
import os
import random
import signal
import socket
import sys
import time

import websockets

from algerclient import AlgerClient
from arkclients import Agent
from program import Program

KEPT = 200  # executions in the history: reached within the first third
CONFIG = """
[server]
tick = "500ms"
workers = 2
capacity = 4
history_count = %d

[limits]
backlog_bytes = 65536

[limits.airavata]
connections_per_user = 100

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["airavata"]

[[listener]]
port = 0
dialects = ["ark", "pow"]

[[listener]]
port = 0
dialects = ["alger"]

[experiments]
programs = ["echo"]

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[component]]
id = "steady"
command = ["sh", "-c", "while :; do echo tick; sleep 0.2; done"]

[[component]]
id = "restarted"
command = ["sleep", "1000"]

[[pipeline]]
id = "demo"
description = "%s"
nodes = [ { id = "a", command = ["echo", "b"] }, { id = "b", command = ["sort"], after = ["a"] } ]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"
"""
PILES_UP = {"files", "disk MiB"}
# What may be more in the last third than in the one before, for what is counted in whole pieces or grows by samples.
ROOM = {"memory MiB": 12, "descriptors": 24, "threads": 2, "processes": 8, "database MiB": 2, "files": 60, "disk MiB": 6}


class Soak:
    def __init__(self, program, seconds):
        self.program, self.seconds = program, seconds
        self.until = time.monotonic() + seconds
        self.done, self.failed, self.samples = collections.Counter(), collections.Counter(), []
        self.token = program.json("POST", "/api/v2/auth/login", '{"username":"admin","password":"admin"}', "airavata")[1]["token"]

    async def rest(self, method, path, dialect, body=None, token=False):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {self.token}"
        text = None if body is None else json.dumps(body)
        status, _, answer = await asyncio.to_thread(self.program.request, method, path, text, dialect, headers)
        if status >= 500:
            raise RuntimeError(f"{method} {path}: {status} {answer[:200]}")
        return json.loads(answer) if answer.startswith(("{", "[")) else answer

    # ---- clients that come and go: each does one visit

    async def sutra(self):
        async with websockets.connect(self.program.url("/ws", "sutra", "ws")) as client:
            await client.send('{"type":"subscribe","components":["steady"]}')
            for _ in range(random.randint(1, 3)):
                await asyncio.wait_for(client.recv(), 20)
        await self.rest("POST", "/api/components/restarted/restart", "sutra")

    async def airavata(self):
        async with websockets.connect(self.program.url(f"/ws/user?token={self.token}", "airavata", "ws")) as client:
            made = await self.rest("POST", "/api/v2/experiments", "airavata", {
                "name": f"sweep {random.random()}", "projectId": "default", "commandTemplate": "echo {n}", "submit": True,
                "parameters": [{"values": {"n": n}} for n in range(4)]}, True)
            assert "experiment" in made, made
            await asyncio.wait_for(client.recv(), 20)
        project = await self.rest("POST", "/api/v2/projects", "airavata", {"name": "p"}, True)
        await self.rest("DELETE", f"/api/v2/projects/{project['project']['id']}", "airavata", None, True)
        await self.rest("GET", "/api/v2/experiments?limit=50", "airavata", None, True)

    async def ark(self):
        def work():
            agent = Agent(self.program, f"agent-{random.randint(1, 20)}")
            try:
                assert agent.register()[0] == 200
                assert agent.create_job()[0] == 201
                for job in agent.poll():  # another visit may have the same name and be faster
                    if agent.progress(job, 50) == 204:
                        agent.complete(job, result={"ok": True})
            finally:
                agent.close()

        async with websockets.connect(self.program.url("/ws", "ark", "ws")):
            await asyncio.to_thread(work)
        await self.rest("GET", "/instances/steady/logs?limit=100", "ark")

    async def pow(self):
        async with websockets.connect(self.program.url("/x", "pow", "ws"), subprotocols=["pow-1"]) as client:
            await client.send(json.dumps({"call": "echo", "params": ["x"]}).encode())
            if random.random() < 0.5:
                await client.send("hello\n")
                await asyncio.wait_for(client.recv(), 20)
            # and gone, with the call still under way

    async def alger(self):
        async with AlgerClient(self.program.url("", "alger", "ws")) as client:
            number, _ = await client.request(103, pipelineId="demo")
            assert number in (203, 397), number
            await client.request(102, pipelineId="demo")

    async def visit_again_and_again(self, visit):
        while time.monotonic() < self.until:
            try:
                await asyncio.wait_for(visit(), 60)
                self.done[visit.__name__] += 1
            except Exception as error:  # pylint: disable=broad-except
                self.failed[f"{visit.__name__}: {type(error).__name__} {error}"[:300]] += 1
                await asyncio.sleep(0.5)
            await asyncio.sleep(random.random() * 0.2)

    # ---- clients that read nothing

    def stick(self):
        """One of each dialect: a handshake, something that makes it be sent frames, and no further read."""
        stuck = []
        for dialect, path, more in (("sutra", "/ws", ""), ("airavata", f"/ws/user?token={self.token}", ""), ("ark", "/ws", ""),
                                    ("pow", "/x", "Sec-WebSocket-Protocol: pow-1\r\n"),
                                    ("alger", "/?username=admin&password=admin", "Sec-WebSocket-Protocol: alger\r\n")):
            client = socket.socket()
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", self.program.port(dialect)))
            client.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n".encode())
            stuck.append(client)
        return stuck

    async def stick_again_and_again(self):
        """Those that are closed as slow, or for silence, are followed by others."""
        while time.monotonic() < self.until:
            stuck = self.stick()
            await asyncio.sleep(min(60, max(0, self.until - time.monotonic())))
            for client in stuck:
                client.close()

    # ---- the operator

    async def reload_again_and_again(self):
        for number in itertools.count():
            await asyncio.sleep(10)
            if time.monotonic() >= self.until:
                return
            self.program.write_config(CONFIG % (KEPT, f"version {number}"))
            self.program.process.send_signal(signal.SIGHUP)
            self.done["reload"] += 1

    def measure(self):
        pid = self.program.process.pid
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            status = dict(line.split(":", 1) for line in file)
        files = [os.path.join(folder, name) for folder, _, names in os.walk(self.program.data) for name in names]
        sizes = {}
        for path in files:
            try:
                sizes[path] = os.stat(path).st_size
            except FileNotFoundError:
                pass
        children = 0
        for task in os.listdir(f"/proc/{pid}/task"):
            try:
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                    children += len(file.read().split())
            except FileNotFoundError:
                pass
        return {"memory MiB": int(status["VmRSS"].split()[0]) / 1024, "threads": int(status["Threads"]),
                "descriptors": len(os.listdir(f"/proc/{pid}/fd")), "processes": children, "files": len(sizes),
                "database MiB": sum(size for path, size in sizes.items() if "signalbox.db" in path) / 2**20,
                "disk MiB": sum(sizes.values()) / 2**20}

    async def measure_again_and_again(self):
        while time.monotonic() < self.until:
            self.samples.append(await asyncio.to_thread(self.measure))
            await asyncio.sleep(1)

    async def run(self):
        await asyncio.gather(self.measure_again_and_again(), self.reload_again_and_again(), self.stick_again_and_again(),
                             *(self.visit_again_and_again(visit)
                               for visit in (self.sutra, self.airavata, self.ark, self.pow, self.alger) for _ in range(2)))

    def problems(self):
        """What grew, or did not work. Prints the table."""
        third = len(self.samples) // 3
        before, after = self.samples[third:2 * third], self.samples[2 * third:]
        found = []
        print(f"{'':14} {'first':>8} {'second third':>13} {'last third':>11} {'may grow by':>12}")
        for name, room in ROOM.items():
            of_a_third = min if name in PILES_UP else max
            seen = [of_a_third(sample[name] for sample in samples) for samples in (self.samples[:1], before, after)]
            print(f"{name:14} {seen[0]:8.1f} {seen[1]:13.1f} {seen[2]:11.1f} {room:12}")
            if seen[2] > seen[1] + room:
                found.append(f"{name} grew from {seen[1]:.1f} to {seen[2]:.1f}")
        print("done:", dict(self.done))
        print("failed:", dict(self.failed))
        found += [f"{name} never worked" for name in ("sutra", "airavata", "ark", "pow", "alger") if not self.done[name]]
        if sum(self.failed.values()) > sum(self.done.values()) / 50:
            found.append("too much failed")
        return found


def main():
    seconds = float(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SIGNALBOX_SOAK", "300"))
    with Program(CONFIG % (KEPT, "version")) as program:
        soak = Soak(program, seconds)
        asyncio.run(soak.run())
        problems = soak.problems()
        if program.process.poll() is not None:
            problems.append(f"the server ended with {program.process.returncode}")
        elif program.stop() != 0:
            problems.append("the server did not stop well")
        if problems:
            print(program.messages()[-3000:])
    for problem in problems:
        print("PROBLEM:", problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
