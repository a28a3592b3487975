# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of a pipeline that waits for room ([server] capacity) when it is cancelled, when executions are halted, and when
the program is killed; seen while it happens and in the history of the next start. Only the window may ask for a place to wait:
here the program has tests/support/asking.cpp in its stead."""
import json
import os
import signal
import sqlite3
import subprocess
import unittest

from listeners import token_of
from program import LISTENERS, Program

PASSWORD = "three blue herons"
CONFIG = LISTENERS + f"""
[[listener]]
port = 0
dialects = ["airavata"]

[[user]]
name = "ann"
password = "{PASSWORD}"
roles = ["admin"]
""" + """
[server]
capacity = 1

[[pipeline]]
id = "long"
nodes = [{ id = "n", command = ["sh", "-c", "echo begun; exec sleep 1000"] }]

[[pipeline]]
id = "short"
nodes = [
  { id = "first", command = ["echo", "one"] },
  { id = "second", command = ["cat"], after = ["first"] },
]
"""


class Asking(Program):
    """Starts pipelines as the window does, and after stop() or a kill as signalbox --no-gui on the same data."""

    def __init__(self):
        guard = os.path.join(os.path.dirname(os.environ["SIGNALBOX_PROGRAM"]), "signalbox-guard")
        super().__init__(CONFIG, environment={"SIGNALBOX_GUARD": guard}, expect_ready=False, window=True)
        self.command[0] = os.environ["SIGNALBOX_ASKING"]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stderr=log, env=self.environment, text=True,
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.wait_until_ready()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def start_alone(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.command[:1] = [os.environ["SIGNALBOX_PROGRAM"], "--no-gui"]
        return self.start()

    def execution(self, identifier):
        status, answer = self.json("GET", f"/api/executions/{identifier}")
        assert status == 200, answer
        return answer

    def state(self, identifier):
        return self.execution(identifier)["state"]

    def wait_for_state(self, identifier, state):
        self.wait_for(lambda: self.state(identifier) == state, f"{identifier} is {state}")


class Waiting(unittest.TestCase):
    def setUp(self):
        self.program = self.enterContext(Asking())
        self.running = self.program.ask("start long")
        self.waiting = [self.program.ask("start short") for _ in range(2)]
        self.program.wait_for(lambda: self.output(self.running)[1] == "begun\n", "the first one runs")
        for identifier in self.waiting:
            self.assertEqual(self.program.state(identifier), "queued")
        self.assertEqual(self.message(self.waiting[0]), "waits for room: [server] capacity is 1")

    def switch(self, mode):
        token = token_of(self.program, "ann", PASSWORD)
        status, _, text = self.program.request("PUT", "/api/mode", json.dumps({"mode": mode}),
                                               headers={"Authorization": f"Bearer {token}"})
        self.assertEqual(status, 200, text)

    def output(self, identifier):
        status, _, text = self.program.request("GET", f"/api/executions/{identifier}/output?node=n&stream=out")
        return status, text

    def message(self, identifier):
        with sqlite3.connect(f"file:{self.program.data}/signalbox.db?mode=ro", uri=True) as database:
            return database.execute("SELECT message FROM executions WHERE id = ?", (identifier,)).fetchone()[0]

    def assert_never_began(self, identifier, state):
        """It and its nodes; nothing of it was kept but that it was wanted."""
        execution = self.program.execution(identifier)
        self.assertEqual((execution["state"], execution["started_at"]), (state, None))
        self.assertIsNotNone(execution["ended_at"])
        for node in execution["nodes"]:
            self.assertEqual((node["state"], node["started_at"], node["exit_code"]), ("cancelled", None, None), node)
        self.assertEqual([node["id"] for node in execution["nodes"]], ["first", "second"])
        self.assertEqual(self.program.request("GET", f"/api/executions/{identifier}/output?node=first")[0], 404)
        return execution

    def test_a_cancel(self):
        self.assertEqual(self.program.ask(f"cancel {self.waiting[0]}"), self.waiting[0])
        self.assert_never_began(self.waiting[0], "cancelled")
        self.assertEqual(self.program.state(self.waiting[1]), "queued", "the other one keeps its place")
        self.assertEqual(self.program.state(self.running), "running")
        self.assertEqual(self.program.ask(f"cancel {self.running}"), self.running)
        self.program.wait_for_state(self.waiting[1], "succeeded")
        self.assertEqual(self.program.stop(), 0)
        self.program.start_alone()
        self.assert_never_began(self.waiting[0], "cancelled")
        self.assertTrue(self.message(self.waiting[0]).startswith("cancelled by "), self.message(self.waiting[0]))
        self.assertEqual(self.program.state(self.running), "cancelled")
        self.assertEqual(self.program.state(self.waiting[1]), "succeeded")

    def test_a_halt(self):
        effect = self.program.json("GET", "/api/mode?effect_of=halted")[1]
        self.assertEqual({each["id"] for each in effect["ends"]}, {self.running, *self.waiting}, "all are named before")
        self.switch("halted")
        self.program.wait_for_state(self.running, "cancelled")
        for identifier in self.waiting:
            self.assert_never_began(identifier, "cancelled")
        refused = self.program.ask("start short")
        self.assertEqual(refused, "refused: Pipeline executions are halted.", "not even to wait")
        self.switch("normal")
        after = self.program.ask("start short")
        self.program.wait_for_state(after, "succeeded")
        for identifier in self.waiting:
            self.assert_never_began(identifier, "cancelled")
        self.assertEqual(self.program.stop(), 0)
        self.program.start_alone()
        for identifier in self.waiting:
            self.assert_never_began(identifier, "cancelled")
            self.assertEqual(self.message(identifier), "halted by an operator")

    def test_a_crash(self):
        self.assertEqual(self.program.stop(signal.SIGKILL), -signal.SIGKILL)
        self.program.start_alone()
        for identifier in self.waiting:
            execution = self.assert_never_began(identifier, "interrupted")
            self.assertEqual(execution["error"], "interrupted by a restart of the server")
        self.assertEqual(self.program.state(self.running), "interrupted")
        self.assertEqual(self.output(self.running), (200, "begun\n"))
        metrics = self.program.request("GET", "/metrics")[2]
        for state in ("created", "queued", "running"):
            self.assertRegex(metrics, rf'signalbox_executions\{{kind="pipeline",state="{state}"\}} 0\n', "nothing goes on")
        self.assertEqual(self.program.stop(), 0)
        self.program.start()
        for identifier in self.waiting:
            self.assert_never_began(identifier, "interrupted")


if __name__ == "__main__":
    unittest.main(verbosity=2)
