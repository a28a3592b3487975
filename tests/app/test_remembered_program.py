# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server remembers of a night: events, who did what from where, over restarts, kills and reloads; and that it says
beforehand and afterwards what a switch, a reload or a stop does (docs/model.md, "Events"; docs/interface.md, "Reload")."""
import csv
import datetime
import io
import json
import re
import signal
import sqlite3
import unittest
import urllib.parse

from listeners import USERS, token_of
from program import Program
from recordings import clean_environment

CONFIG = """[server]
bind = "127.0.0.1"
capacity = 1
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["airavata"]

""" + USERS + """
[[component]]
id = "db"
command = ["sleep", "1000"]

[[component]]
id = "web"
name = "=1+1, the web"
command = ["sleep", "1000"]
depends_on = ["db"]

[[component]]
id = "flaps"
command = ["sh", "-c", "echo why; exit 3"]
restart_delay = "10ms"
autostart = false

[[pipeline]]
id = "long"
name = "Long one"
nodes = [{ id = "a", command = ["sleep", "1000"] }]

[[schedule]]
id = "nightly"
cron = "0 0 1 1 *"
timezone = "UTC"
overlap = "parallel"
pipeline = "long"
"""


class Remembered(unittest.TestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG, environment=clean_environment()))
        self.tokens = {}
        self.program.wait_for(lambda: self.program.status()["components"]["web"]["state"] == "running", "web runs")

    def as_(self, user):
        if user not in self.tokens:
            self.tokens[user] = token_of(self.program, user)
        return {"Authorization": f"Bearer {self.tokens[user]}"}

    def ask(self, method, path, user="ann", body=None):
        return self.program.json(method, path, body, headers=self.as_(user))

    def events(self, user="ann", **filters):
        status, answer = self.ask("GET", "/api/events?" + urllib.parse.urlencode(filters), user)
        self.assertEqual(status, 200, answer)
        return answer["events"]

    def whats(self, **filters):
        return [event["what"] for event in self.events(**filters)]

    def wait_for_event(self, what, **filters):
        return self.program.wait_for(lambda: [each for each in self.events(**filters) if each["what"] == what], what)[0]

    def test_who_did_what_from_where_outlives_a_kill(self):
        status, answer = self.ask("POST", "/api/components/db/stop")
        self.assertEqual((status, answer["needed_by"]), (200, ["web"]))
        stopped = self.wait_for_event("stopped", subject="db")
        self.assertEqual((stopped["user"], stopped["dialect"], stopped["address"]), ("ann", "sutra", "127.0.0.1"))
        self.assertEqual(stopped["text"], "db stopped: stopped by ann; needed by web")
        self.assertRegex(stopped["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ$")
        before = self.events()
        self.assertEqual(self.program.stop(signal.SIGKILL), -signal.SIGKILL)
        self.program.start()
        after = self.events()
        self.assertEqual(after[-len(before):], before)
        self.assertEqual([event["what"] for event in self.events(kind="server")], ["started", "unclean", "started"])
        self.assertRegex(self.events(kind="server")[1]["detail"], r"^its last sign of life is of \d{4}-.*Z$")
        self.assertEqual(self.program.stop(), 0)
        self.program.start()
        self.assertEqual(self.whats(kind="server")[:3], ["started", "stopped", "started"])
        ids = [event["id"] for event in self.events(limit=1000)]
        self.assertEqual(ids, sorted(set(ids), reverse=True))

    def test_only_operators_and_admins_may_read(self):
        for user, expected in (("vic", 403), ("ann", 200), ("admin", 200)):
            self.assertEqual(self.program.request("GET", "/api/events", headers=self.as_(user))[0], expected, user)
        self.assertEqual(self.program.request("GET", "/api/events", headers={"Authorization": "Bearer no"})[0], 401)
        refused = self.events(user="admin", kind="client")[0]
        self.assertEqual((refused["what"], refused["user"], refused["detail"]), ("forbidden", "vic", "GET /api/events"))

    def test_filters_and_pages(self):
        for _ in range(2):
            self.ask("POST", "/api/components/web/restart")
        self.wait_for_event("ready", user="ann")
        everything = self.events(limit=1000)
        self.assertEqual(self.events(user="admin", text="STOPPING", kind="component")[0]["what"], "stopping")
        self.assertTrue(all(event["subject"] == "db" for event in self.events(subject="db")))
        self.assertEqual(self.whats(kind="server,agent"), ["started"])
        self.assertEqual(self.whats(bad="true"), [])
        path, seen = "/api/events?limit=2&token=" + token_of(self.program, "ann"), []
        while path:
            status, headers, text = self.program.request("GET", path)
            self.assertEqual(status, 200)
            seen += json.loads(text)["events"]
            link = re.fullmatch(r'<(\?[^>]*)>; rel="next"', headers["Link"] or "")
            self.assertNotIn("token", headers["Link"] or "")
            path = link and "/api/events" + link[1] + "&token=" + self.tokens["ann"]
        self.assertEqual(seen[-len(everything):], everything)
        for wrong in ("from=yesterday", "kind=weather", "limit=-1", "before=x"):
            status, answer = self.ask("GET", f"/api/events?{wrong}")
            self.assertEqual((status, answer["success"]), (400, False), wrong)

    def test_times_have_offsets(self):
        at = datetime.datetime.fromisoformat(self.events(kind="server")[0]["time"].replace("Z", "+00:00"))
        for hours in (-9, 0, 2):
            local = at.astimezone(datetime.timezone(datetime.timedelta(hours=hours)))
            earlier, later = local - datetime.timedelta(seconds=1), local + datetime.timedelta(seconds=1)
            kind = {"kind": "server"}
            self.assertEqual(len(self.events(**{"from": earlier.isoformat(), "to": later.isoformat(), **kind})), 1)
            self.assertEqual(self.events(to=earlier.isoformat(), **kind), [])
            status, answer = self.ask("GET", f"/api/events?kind=server&from={later.isoformat()}")  # + is not escaped
            self.assertEqual((status, answer["events"]), (200, []))

    def test_a_table_for_a_spreadsheet(self):
        status, headers, text = self.program.request("GET", "/api/events?format=csv&subject=web", headers=self.as_("ann"))
        self.assertEqual((status, headers["Content-Type"]), (200, "text/csv; charset=utf-8"))
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(list(rows[0]), list(self.events()[0]))
        self.assertEqual([row["what"] for row in rows], self.whats(subject="web"))
        self.assertTrue(all(row["name"] == "'=1+1, the web" for row in rows))

    def test_a_component_that_flaps(self):
        self.ask("POST", "/api/components/flaps/start")
        given_up = self.wait_for_event("given_up", subject="flaps")
        self.assertTrue(given_up["bad"])
        self.assertEqual(given_up["user"], "server")
        failed = [event for event in self.events(subject="flaps") if event["what"] == "failed"]
        self.assertEqual(sum(event["times"] for event in failed), 4)
        self.assertIn("exit status 3", failed[0]["detail"])

    def test_logins_that_are_refused(self):
        for _ in range(12):
            body = json.dumps({"username": "hunter2", "password": "wrong"})
            self.assertIn(self.program.request("POST", "/api/v2/auth/login", body, "airavata")[0], (401, 429))
        events = self.program.wait_for(lambda: (lambda found: sum(each["times"] for each in found) == 12 and found)(
            self.events(kind="client")), "twelve logins")
        self.assertEqual({(event["what"], event["address"]) for event in events}, {("login_refused", "127.0.0.1")})
        self.assertLessEqual(len(events), 5)
        self.assertNotIn("hunter2", json.dumps(events))

    def test_a_reload_says_what_it_did(self):
        self.program.write_config(CONFIG.replace('tick = "200ms"', 'tick = "1s"').replace("capacity = 1", "capacity = 2")
                                  + '\n[[component]]\nid = "new"\ncommand = ["sleep", "9"]\nautostart = false\n'
                                  + '\n[[listener]]\nport = 9\ndialects = ["ark"]\n')
        self.assertEqual(self.ask("POST", "/api/reload", "ann")[0], 403)
        status, answer = self.ask("POST", "/api/reload", "admin")
        self.assertEqual((status, answer["success"], answer["problems"]), (200, True, []))
        self.assertEqual([item["text"] for item in answer["applied"]],
                         ["[server] capacity: 1 → 2", "[[component]] new: added"])
        self.assertEqual([item["text"] for item in answer["waiting"]],
                         ['[server] tick: "200ms" → "1s"', "[[listener]] port 9: added"])
        self.assertEqual(answer["waiting"][0], {"section": "[server]", "which": None, "key": "tick", "change": "changed",
                                                "before": '"200ms"', "now": '"1s"', "text": answer["waiting"][0]["text"]})
        event = self.wait_for_event("reloaded", user="admin")
        self.assertEqual(event["detail"], 'applied [server] capacity: 1 → 2, [[component]] new: added; waits for the next '
                                          'start: [server] tick: "200ms" → "1s", [[listener]] port 9: added')
        self.program.write_config(CONFIG.replace("capacity = 1", 'capacity = "many"'))
        status, answer = self.ask("POST", "/api/reload", "admin")
        self.assertEqual((status, answer["success"]), (400, False))
        self.assertIn("capacity", answer["error"])
        self.assertTrue(self.wait_for_event("reload_refused", user="admin")["bad"])
        self.assertEqual(len(self.events(text="capacity")), 2)

    def test_a_switch_says_before_what_it_ends(self):
        status, answer = self.ask("POST", "/api/schedules/nightly/run")
        self.assertEqual(status, 200, answer)
        status, answer = self.ask("POST", "/api/schedules/nightly/run")
        self.assertEqual(status, 503)
        self.assertEqual(answer["error"], "Too many pipeline execution requests in progress. 1 have not ended, and [server] "
                                          "capacity allows 1.")
        run = self.wait_for_event("started", kind="execution")
        self.assertEqual((run["name"], run["user"]), ("Long one", "ann"))
        status, answer = self.ask("GET", "/api/mode?effect_of=maintenance")
        self.assertEqual((status, answer["ends"], answer["schedules_refused"]), (200, [], ["nightly"]))
        self.assertEqual([each["id"] for each in answer["go_on"]], [run["subject"]])
        status, answer = self.ask("GET", "/api/mode?effect_of=halted")
        self.assertEqual((answer["mode"], [each["name"] for each in answer["ends"]], answer["go_on"]),
                         ("normal", ["Long one"], []))
        self.assertEqual(self.ask("GET", "/api/mode?effect_of=gone")[0], 400)
        self.assertEqual(self.ask("PUT", "/api/mode", "admin", '{"mode":"halted"}')[0], 200)
        self.assertEqual(self.wait_for_event("cancelled", kind="execution")["subject"], run["subject"])
        mode = self.wait_for_event("mode", user="admin")
        self.assertEqual((mode["subject"], mode["text"]), ("halted", "the mode was set to halted"))

    def test_a_database_of_a_newer_program_is_refused(self):
        self.assertEqual(self.program.stop(), 0)
        with sqlite3.connect(f"{self.program.data}/signalbox.db") as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            database.execute(f"PRAGMA user_version = {version + 1}")
        self.program.start()
        self.assertIn(f"it has schema version {version + 1}", self.program.messages())


if __name__ == "__main__":
    unittest.main()
