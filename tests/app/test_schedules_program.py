# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules of the whole program (docs/model.md, "Schedules"): what they start, what is kept of them, and what a person may
do with them over REST."""
import signal
import sqlite3
import unittest

from listeners import USERS, token_of
from program import Program

BASE = USERS + """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["ark", "airavata"]

[[pipeline]]
id = "quick"
nodes = [{ id = "say", command = ["printf", "{param:word}"] }]

[[pipeline]]
id = "long"
nodes = [{ id = "wait", command = ["sleep", "1000"] }]

[[process]]
name = "reads"
command = ["cat"]

[[component]]
id = "steady"
command = ["sleep", "1000"]
"""
YEARLY = 'cron = "0 0 1 1 *"\ntimezone = "UTC"\n'


def schedule(name, *lines):
    return f'[[schedule]]\nid = "{name}"\n' + "".join(line.rstrip("\n") + "\n" for line in lines)


class Schedules(unittest.TestCase):
    def start(self, *schedules):
        self.program = self.enterContext(Program(BASE + "".join(schedules)))
        return self.program

    def shown(self, name):
        status, answer = self.program.json("GET", f"/api/schedules/{name}")
        self.assertEqual(status, 200)
        return answer

    def post(self, name, verb):
        return self.program.json("POST", f"/api/schedules/{name}/{verb}", "")

    def wait_for_outcome(self, name, outcome):
        def reached():
            last = self.shown(name)["last_run"]
            return last if last and last["outcome"] == outcome else None
        return self.program.wait_for(reached, f"{name} {outcome}")

    def reload(self, text):
        before = self.program.messages().count("configuration reloaded")
        self.program.write_config(BASE + text)
        self.program.process.send_signal(signal.SIGHUP)
        self.program.wait_for(lambda: self.program.messages().count("configuration reloaded") > before, "the reload")

    def database(self):
        return sqlite3.connect(f"{self.program.data}/signalbox.db")

    def test_what_it_starts_is_an_execution_like_others(self):
        program = self.start(schedule("word", 'every = "1s"', 'pipeline = "quick"', 'params = { word = "hello" }'),
                             schedule("call", 'every = "1s"', 'process = "reads"'))
        for name in ("word", "call"):  # the input of a call ends at once
            last = self.wait_for_outcome(name, "succeeded")
            self.assertEqual(last["user"], "schedule")
            status, job = program.json("GET", f"/jobs/{last['execution']}", None, "ark")
            self.assertEqual((status, job["status"]), (200, "COMPLETED"))
        last = self.wait_for_outcome("word", "succeeded")
        with open(f"{program.data}/executions/{last['execution']}/say.out", encoding="utf-8") as file:
            self.assertEqual(file.read(), "hello")
        with self.database() as database:
            program.wait_for(lambda: database.execute(
                "SELECT count(*) FROM executions WHERE state = 'succeeded' AND owner = 'schedule' AND dialect = 'schedule'"
                " AND details LIKE '%\"schedule\":\"word\"%'").fetchone()[0] > 0, "the row")

    def test_it_restarts_components(self):
        program = self.start(schedule("fresh", 'every = "1s"', 'component = "steady"', 'action = "restart"'))
        first = program.wait_for(lambda: program.status()["components"]["steady"]["pid"], "steady")
        program.wait_for(lambda: program.status()["components"]["steady"]["pid"] not in (first, None), "another process")
        self.wait_for_outcome("fresh", "succeeded")

    def test_missed_ones_are_made_up_once(self):
        missed = schedule("once", YEARLY, 'pipeline = "quick"', 'params = { word = "late" }', 'missed = "once"',
                          'missed_window = "366d"') + schedule("skip", YEARLY, 'pipeline = "long"')
        program = self.start(missed)
        self.assertIsNone(self.shown("once")["last_run"])
        self.assertEqual(program.stop(), 0)
        with self.database() as database:  # as if the server had been down since two New Years ago
            self.assertEqual(database.execute("UPDATE schedules SET handled = handled - 63072000000").rowcount, 2)
        for _ in range(2):
            program.start()
            last = self.wait_for_outcome("once", "succeeded")
            self.assertEqual(last["text"], "made up: nothing could be started at its time")
            self.assertTrue(last["due"].endswith("-01-01T00:00:00.000Z"), last)
            left_out = self.shown("skip")["left_out"]
            self.assertEqual((left_out["outcome"], left_out["due"]), ("missed", last["due"]))
            self.assertIsNone(self.shown("skip")["last_run"])
            self.assertEqual(program.stop(), 0)
            with self.database() as database:
                self.assertEqual(database.execute("SELECT count(*) FROM executions").fetchone()[0], 1)

    def test_a_pause_is_kept(self):
        program = self.start(schedule("word", 'every = "1s"', 'pipeline = "quick"', 'params = { word = "x" }'),
                             schedule("beat", 'every = "1s"', 'process = "reads"'))
        self.wait_for_outcome("word", "succeeded")
        status, answer = self.post("word", "disable")
        self.assertEqual((status, answer["success"], answer["schedule"]["enabled"]), (200, True, False))
        self.assertEqual(answer["schedule"]["changed_by"], "anonymous")
        self.assertIsNone(answer["schedule"]["next_run"])
        self.assertEqual(program.stop(signal.SIGKILL), -signal.SIGKILL)  # the answer was durable
        program.start()
        before = self.shown("word")
        self.assertFalse(before["enabled"])
        for _ in range(2):  # meanwhile another one comes twice
            beat = self.shown("beat")["last_run"]
            program.wait_for(lambda seen=beat: self.shown("beat")["last_run"] != seen, "the other one")
            self.wait_for_outcome("beat", "succeeded")
        self.assertEqual(self.shown("word"), before)
        self.assertTrue(self.post("word", "enable")[1]["schedule"]["enabled"])
        program.wait_for(lambda: self.shown("word")["last_run"] != before["last_run"], "it comes again")

    def test_refusals_are_told(self):
        program = self.start(schedule("word", 'every = "1s"', 'pipeline = "quick"', 'params = { word = "x" }'))
        self.wait_for_outcome("word", "succeeded")
        status, _, _ = program.request("PUT", "/api/mode", '{"mode":"maintenance"}',
                                       headers={"Authorization": f"Bearer {token_of(program, 'admin')}"})
        self.assertEqual(status, 200)
        self.assertEqual(self.wait_for_outcome("word", "refused")["text"],
                         "Pipelines unavailable while maintenance mode is active.")
        self.assertIn("schedule 'word' was refused", program.messages())

    def test_what_goes_on_outlives_a_reload_but_not_the_server(self):
        program = self.start(schedule("long", 'every = "1s"', 'pipeline = "long"'),
                             schedule("gone", 'every = "1s"', 'pipeline = "long"'))
        execution = self.wait_for_outcome("long", "running")["execution"]
        other = self.wait_for_outcome("gone", "running")["execution"]
        program.wait_for(lambda: (self.shown("long")["left_out"] or {}).get("outcome") == "skipped", "the next one skipped")
        self.reload(schedule("long", YEARLY, 'pipeline = "quick"', 'params = { word = "x" }') +
                    schedule("new", YEARLY, 'process = "reads"'))
        self.assertEqual([each["id"] for each in program.json("GET", "/api/schedules")[1]["schedules"]], ["long", "new"])
        self.assertEqual(program.request("GET", "/api/schedules/gone")[0], 404)
        self.assertEqual(self.shown("long")["plan"], "0 0 1 1 * UTC")
        for each in (execution, other):
            self.assertEqual(program.json("GET", f"/jobs/{each}", None, "ark")[1]["status"], "RUNNING")
        self.assertEqual(self.shown("long")["running"], [execution])
        program.stop(signal.SIGKILL)
        program.start()
        last = self.shown("long")["last_run"]
        self.assertEqual((last["outcome"], last["execution"]), ("interrupted", execution))
        self.assertEqual(self.shown("long")["running"], [])

    def test_people_run_them(self):
        program = self.start(schedule("long", YEARLY, 'pipeline = "long"'), schedule("call", YEARLY, 'process = "reads"'),
                             schedule("start", YEARLY, 'component = "steady"', 'action = "start"'))
        status, answer = self.post("long", "run")
        self.assertEqual((status, answer["success"]), (200, True))
        last = answer["schedule"]["last_run"]
        self.assertEqual((last["outcome"], last["user"]), ("running", "anonymous"))
        self.assertEqual(answer["schedule"]["running"], [last["execution"]])
        self.assertEqual(self.post("long", "run"),
                         (409, {"success": False, "error": "a run of this schedule still goes on"}))
        self.assertEqual(self.post("nope", "run"), (404, {"success": False, "error": "unknown schedule"}))
        self.assertEqual(self.post("start", "run"), (409, {"success": False, "error": "Component already running"}))
        self.assertEqual(self.post("call", "run")[0], 200)
        self.wait_for_outcome("call", "succeeded")

    def test_roles(self):
        """An operator may run what operators may start, whatever the schedule itself may."""
        admins = '[[process]]\nname = "admins"\ncommand = ["true"]\nroles = ["admin"]\n'
        program = self.start(admins, schedule("call", YEARLY, 'process = "reads"'), schedule("hidden", YEARLY, 'process = "admins"'))
        for user, name, verb, wanted in (("vic", "call", "run", 403), ("vic", "call", "disable", 403), ("ann", "call", "run", 200),
                                         ("ann", "hidden", "run", 403), ("ann", "hidden", "disable", 200),
                                         ("admin", "hidden", "run", 200)):
            with self.subTest(user=user, name=name, verb=verb):
                headers = {"Authorization": f"Bearer {token_of(program, user)}"}
                self.assertEqual(program.request("POST", f"/api/schedules/{name}/{verb}", "", headers=headers)[0], wanted)
        self.assertEqual(self.shown("hidden")["last_run"]["user"], "admin")

    def test_the_list_goes_on(self):
        program = self.start(*(schedule(f"s{i}", YEARLY, 'process = "reads"') for i in range(5)))
        status, headers, _ = program.request("GET", "/api/schedules?limit=2")
        self.assertEqual((status, headers["Link"]), (200, '<?limit=2&offset=2>; rel="next"'))
        _, answer = program.json("GET", "/api/schedules?limit=2&offset=4")
        self.assertEqual([each["id"] for each in answer["schedules"]], ["s4"])
        self.assertEqual(program.request("GET", "/api/schedules?limit=x")[0], 400)


if __name__ == "__main__":
    unittest.main()
