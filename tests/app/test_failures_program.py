# SPDX-License-Identifier: GPL-3.0-or-later
"""What the whole program keeps of a failure (docs/failures.md): the line that explains it, outputs of nodes, marks, black
boxes."""
import json
import os
import re
import signal
import stat
import unittest

from listeners import USERS, token_of
from program import Program

TRACEBACK = r"""
import sys
print("begun", flush=True)
for number in range(60):
    print("line", number, file=sys.stderr)
raise ValueError("the real reason")
"""

CONFIG = USERS + f"""
[server]
tick = "200ms"
black_boxes = 2

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["ark", "airavata"]

[[pipeline]]
id = "five"
nodes = [
  {{ id = "first", command = ["sh", "-c", "echo one; sleep 0.3; echo two >&2; sleep 0.3; echo three"] }},
  {{ id = "boom", command = ["python3", "-c", '''{TRACEBACK}'''], after = ["first"] }},
  {{ id = "third", command = ["cat"], after = ["boom"] }},
  {{ id = "fourth", command = ["cat"], after = ["third"] }},
  {{ id = "fifth", command = ["cat"], after = ["fourth"] }},
]

[[pipeline]]
id = "endless"
nodes = [{{ id = "node", command = ["sh", "-c", "echo printed; echo badly >&2; sleep 1000"] }}]

[[process]]
name = "endless"
command = ["sh", "-c", "echo said; sleep 1000"]

[[process]]
name = "throws"
command = ["python3", "-c", '''{TRACEBACK}''']

[[component]]
id = "web"
command = ["python3", "-c", '''
import sys, time
print("listening", flush=True)
sys.stdin.readline()
{TRACEBACK.strip()}
''']
stdin = "open"
restart = "never"
""" + "".join(f'\n[[schedule]]\nid = "{name}"\ncron = "0 0 1 1 *"\ntimezone = "UTC"\n{target}\n' for name, target in (
    ("five", 'pipeline = "five"'), ("endless", 'pipeline = "endless"'), ("call", 'process = "endless"'),
    ("throws", 'process = "throws"')))

REASON = "exit status 1: ValueError: the real reason"


class Failures(unittest.TestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    def begin(self, schedule):
        status, answer = self.program.json("POST", f"/api/schedules/{schedule}/run", "")
        self.assertEqual(status, 200, answer)
        return answer["schedule"]["last_run"]["execution"]

    def execution(self, identifier):
        status, answer = self.program.json("GET", f"/api/executions/{identifier}")
        self.assertEqual(status, 200, answer)
        return answer

    def ended(self, identifier):
        return self.program.wait_for(
            lambda: (found := self.execution(identifier))["state"] not in ("created", "queued", "running") and found,
            "the end")

    def output(self, identifier, query=""):
        status, headers, text = self.program.request("GET", f"/api/executions/{identifier}/output{query}")
        return status, headers, text

    def test_a_node_says_why(self):
        identifier = self.begin("five")
        ended = self.ended(identifier)
        self.assertEqual(ended["error"], f"Node 'boom' failed: {REASON}")
        nodes = {node["id"]: node for node in ended["nodes"]}
        self.assertEqual((nodes["boom"]["error"], nodes["boom"]["exit_code"]), (REASON, 1))
        self.assertEqual(ended["tasks"]["text"], "1 of 5 done, 1 failed, 3 cancelled")
        self.assertEqual([ended["tasks"][each] for each in ("total", "pending", "running", "succeeded", "failed",
                                                            "cancelled")], [5, 0, 0, 1, 1, 3])
        job = self.program.json("GET", f"/api/jobs/{identifier}", dialect="ark")[1]
        self.assertEqual(job["error"], f"Node 'boom' failed: {REASON}")
        self.program.stop()
        self.program.start()
        self.assertEqual(self.execution(identifier)["error"], f"Node 'boom' failed: {REASON}")

    def test_what_a_node_printed(self):
        identifier = self.begin("five")
        self.ended(identifier)
        self.assertEqual(self.output(identifier, "?node=first&stream=out")[2], "one\nthree\n")
        self.assertEqual(self.output(identifier, "?node=first&stream=err")[2], "two\n")
        self.assertEqual(self.output(identifier, "?node=first&stream=both")[2], "one\ntwo\nthree\n")
        errors = self.output(identifier, "?node=boom&stream=err")[2]
        self.assertTrue(errors.startswith("line 0\n") and errors.endswith("ValueError: the real reason\n"), errors)
        self.assertEqual(self.output(identifier, "?node=boom&stream=both&offset=6")[2], errors)
        status, headers, everything = self.output(identifier)
        self.assertEqual((status, headers["X-Total-Bytes"]), (200, str(len(everything.encode()))))
        self.assertTrue(everything.startswith("==> first, succeeded <==\none\ntwo\nthree\n\n"
                                              f"==> boom, failed: {REASON} <==\nbegun\nline 0\n"), everything)
        self.assertIn("==> fifth, cancelled <==\n", everything)
        self.assertEqual(self.output(identifier, "?offset=30")[2], everything[30:])
        self.assertEqual(self.output(identifier, "?node=fifth")[0], 404)
        self.assertEqual(self.output(identifier, "?stream=all")[0], 400)
        self.assertEqual(self.output("../../x")[0], 404)

    def test_what_was_printed_before_a_crash(self):
        program = self.program
        pipeline, call = self.begin("endless"), self.begin("call")
        folder = f"{program.data}/executions"
        program.wait_for(lambda: os.path.exists(f"{folder}/{call}/output")
                         and self.output(pipeline, "?node=node")[2] == "printed\nbadly\n", "output")
        program.stop(signal.SIGKILL)
        program.start()
        interrupted = self.execution(pipeline)
        node = interrupted["nodes"][0]
        self.assertEqual((interrupted["state"], node["state"]), ("interrupted", "interrupted"))
        self.assertLessEqual(interrupted["created_at"], node["started_at"])
        self.assertEqual(interrupted["started_at"], node["started_at"])
        self.assertLess(node["started_at"], interrupted["ended_at"])
        self.assertEqual(self.output(pipeline, "?node=node")[2], "printed\nbadly\n")
        self.assertEqual(self.output(call)[2], "said\n")
        self.assertEqual(self.output(call, "?stream=out")[2], "said\n")
        self.assertTrue(self.execution(call)["unseen"])

    def test_a_call_keeps_the_words_of_its_wire(self):
        identifier = self.begin("throws")
        self.assertEqual(self.ended(identifier)["error"], REASON)
        job = self.program.json("GET", f"/api/jobs/{identifier}", dialect="ark")[1]
        self.assertEqual(job["error"], "exit status 1")

    def test_a_retry_takes_over_what_is_done(self):
        first = self.begin("five")
        self.ended(first)
        headers = {"Authorization": f"Bearer {token_of(self.program, 'admin')}", "Content-Type": "application/json"}
        status, answer = self.program.json("POST", f"/api/v2/experiments/{first}/retry", '{"failedOnly": true}',
                                           "airavata", headers)
        self.assertEqual(status, 201, answer)
        second = self.ended(answer["experiment"]["id"])
        self.assertEqual(second["retry_of"], first)
        nodes = {node["id"]: node for node in second["nodes"]}
        self.assertTrue(nodes["first"]["taken_over"])
        self.assertIsNone(nodes["first"]["started_at"])
        self.assertFalse(nodes["boom"]["taken_over"])
        self.assertEqual(second["tasks"]["text"], "1 of 5 done, 1 failed, 3 cancelled")
        self.assertEqual(self.output(second["id"], "?node=first&stream=out")[2], "one\nthree\n")

    def test_what_was_seen_stays_seen(self):
        first, second = (self.ended(self.begin("throws"))["id"] for _ in range(2))
        for identifier in (first, second):
            self.assertTrue(self.execution(identifier)["unseen"])
        self.assertEqual(self.program.json("POST", f"/api/executions/{first}/seen", ""), (200, {"success": True}))
        self.assertEqual([self.execution(each)["unseen"] for each in (first, second)], [False, True])
        self.program.stop()
        self.program.start()
        self.assertEqual([self.execution(each)["unseen"] for each in (first, second)], [False, True])
        self.assertEqual(self.program.json("POST", "/api/seen", "")[0], 200)
        self.assertFalse(self.execution(second)["unseen"])
        self.program.stop(signal.SIGKILL)
        self.program.start()
        self.assertFalse(self.execution(second)["unseen"])

    def component(self):
        return self.program.status()["components"]["web"]

    def boxes(self):
        return self.program.json("GET", "/api/components/web/blackbox")[1]["boxes"]

    def box(self, name):
        status, _, text = self.program.request("GET", f"/api/components/web/blackbox/{name}")
        self.assertEqual(status, 200, text)
        return text

    def let_it_fail(self):
        self.program.wait_for(lambda: self.component()["state"] == "running", "a run")
        self.program.json("POST", "/api/components/web/input", "go on\n")
        self.program.wait_for(lambda: self.component()["state"] == "error", "the failure")

    def test_a_component_says_why_with_the_failure(self):
        self.let_it_fail()
        self.assertEqual(self.component()["error"], REASON)
        with open(f"{self.program.data}/logs/web.log", encoding="utf-8") as log:
            self.assertIn(f"[signalbox] {REASON}\n", log.read())

    def test_a_failure_leaves_a_black_box(self):
        program = self.program
        pid = program.wait_for(lambda: self.component()["pid"], "a process")
        # The look at its processes comes after the second tick.
        program.wait_for(lambda: program.json("GET", "/api/components")[1]["components"][0]["descriptors"], "a look")
        status, taken = program.json("POST", "/api/components/web/blackbox", "")
        self.assertEqual((status, taken["success"]), (200, True), taken)
        live = self.box(taken["name"])
        self.assertTrue(live.startswith("web, taken by anonymous\n"), live)
        self.let_it_fail()
        name = program.wait_for(lambda: next((box["name"] for box in self.boxes() if "failed" in box["why"]), None),
                                "the black box")
        text = self.box(name)
        self.assertTrue(text.startswith(f"web failed: {REASON}\n"), text)
        for heading in ("State", "Processes, as they were", "Figures", "Kernel", "Last ", "Largest processes",
                        "Last ten minutes"):
            self.assertIn(f"\n== {heading}", text)
        self.assertRegex(text, rf"(?m)^{pid} .*python3 -c import sys, time print")
        self.assertIn(" err - line 59\n", text)
        self.assertIn(" out - begun\n", text)
        self.assertRegex(text, r"(?m)^processes killed for want of memory, on this machine: (\d+|not readable)")
        self.assertRegex(text, r"(?m)^kernel log: ")
        self.assertRegex(text.split("== Last ten minutes ==")[1], r"(?m)^\d{4}-\d\d-\d\dT\S+ +\d")
        path = f"{program.data}/blackbox/web/{name}"
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), 0o700)

    def test_black_boxes_are_counted(self):
        names = []
        for _ in range(3):
            status, answer = self.program.json("POST", "/api/components/web/blackbox", "")
            self.assertEqual(status, 200, answer)
            names.append(answer["name"])
        self.assertEqual([box["name"] for box in self.boxes()], names[:0:-1])
        self.assertTrue(all(re.fullmatch(r"[0-9TZ.-]+\.txt", name) for name in names), names)

    def test_names_of_black_boxes_are_no_paths(self):
        for name in ("..%2F..%2Fsignalbox.db", "..%2F..%2Fjwt.key", "%2Fetc%2Fpasswd", "x.txt", "2024"):
            status, _, text = self.program.request("GET", f"/api/components/web/blackbox/{name}")
            self.assertEqual(status, 404, text)
            json.loads(text)
        for name in ("none", "..%2Fweb"):
            self.assertEqual(self.program.request("GET", f"/api/components/{name}/blackbox")[0], 404)


if __name__ == "__main__":
    unittest.main()
