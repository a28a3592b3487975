# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program through ARK: what agents, desktops and projects left is there after a kill, and jobs go on."""
import asyncio
import json
import signal
import unittest

import websockets

from program import Program

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

[[user]]
name = "ann"
password = "ann"
roles = ["operator"]
"""
AGENT = {"agentId": "far", "hostname": "far", "version": "1",
         "capabilities": {"supportsHardlinks": True, "maxConcurrentJobs": 2, "supportedGameTypes": ["ASA"]}}


class ArkProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    def rest(self, method, path, body=None, dialect="ark", token=None):
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        status, _, text = self.program.request(method, path, None if body is None else json.dumps(body), dialect, headers)
        return status, json.loads(text) if text else None

    def airavata(self, method, path, body=None):
        login = self.rest("POST", "/api/v2/auth/login", {"username": "ann", "password": "ann"}, "airavata")[1]
        return self.rest(method, f"/api/v2/{path}", body, "airavata", login["token"])

    def report(self, job, end, **more):
        return self.rest("POST", f"/jobs/{end}", {"jobId": job["jobId"], "jobRunId": job["jobRunId"]} | more)[0]

    def test_a_restart_loses_no_job(self):
        self.assertEqual(self.rest("POST", "/agents/register", AGENT)[0], 200)
        status, instance = self.rest("POST", "/instances", {
            "name": "Island", "gameType": "ASA", "agentId": "far", "config": {"map": "x"}})
        self.assertEqual(status, 201)
        jobs = [self.rest("POST", "/jobs", {"jobType": kind, "parameters": {}})[1] for kind in ("A", "B", "C")]
        self.assertEqual(self.report(jobs[0], "progress", status="RUNNING", percent=40, message="",
                                     timestamp="2026-01-15T10:30:00.000Z"), 204)
        project = self.airavata("POST", "projects", {"name": "Reefs"})[1]["project"]
        # Projects are not waited for; what is saved after them is behind them.
        self.assertEqual(self.rest("POST", f"/jobs/{jobs[2]['jobId']}/cancel")[1]["status"], "CANCELLED")
        self.assertEqual(self.rest("POST", "/jobs", {"jobType": "D", "parameters": {}})[0], 201)
        self.program.stop(signal.SIGKILL)
        self.program.start()
        states = {job["jobType"]: job["status"] for job in self.rest("GET", "/jobs")[1]}
        self.assertEqual(states, {"A": "RUNNING", "B": "QUEUED", "C": "CANCELLED", "D": "QUEUED"})
        self.assertIn(instance, self.rest("GET", "/instances")[1])
        self.assertIn(project, self.airavata("GET", "projects")[1]["projects"])
        # The agent never stopped working, and its report counts.
        self.assertEqual(self.report(jobs[0], "complete", status="COMPLETED", result={}), 204)
        self.assertEqual(self.rest("GET", f"/jobs/{jobs[0]['jobId']}")[1]["status"], "COMPLETED")
        self.assertEqual(self.program.stop(), 0)

    async def test_ws_is_shared_with_pow(self):
        url = self.program.url("/ws", "ark", "ws")
        async with websockets.connect(url) as events:
            async with websockets.connect(url, subprotocols=["pow-1"]) as calls:
                self.assertEqual(calls.subprotocol, "pow-1")
            self.assertIsNone(events.subprotocol)
            self.assertEqual(await asyncio.to_thread(lambda: self.rest("POST", "/agents/register", AGENT)[0]), 200)
            event = json.loads(await asyncio.wait_for(events.recv(), 20))
            while "far" not in json.dumps(event):
                event = json.loads(await asyncio.wait_for(events.recv(), 20))


if __name__ == "__main__":
    unittest.main()
