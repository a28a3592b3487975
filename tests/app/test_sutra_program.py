# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program with foreign clients: the Sutra wire, its REST, the life of components, starts, stops, reloads."""
import asyncio
import json
import os
import signal
import socket
import sqlite3
import time
import unittest

import websockets
from prometheus_client.parser import text_string_to_metric_families

from program import LISTENERS, Program, is_alive, refused_status

TICK = '[server]\ntick = "200ms"\n'
COMPONENTS = """
[[component]]
id = "steady"
name = "Steady"
command = ["sleep", "1000"]

[[component]]
id = "idle"
command = ["sleep", "1000"]
autostart = false

[[component]]
id = "missing"
command = ["/no/such/program"]
restart = "never"
"""


def state(program, component):
    return program.status()["components"][component]["state"]


class SutraProgram(unittest.TestCase):
    def setUp(self):
        self.program = self.enterContext(Program(TICK + LISTENERS + COMPONENTS))
        self.program.wait_for(lambda: state(self.program, "steady") == "running", "steady runs")
        self.program.wait_for(lambda: state(self.program, "missing") == "error", "missing in error")

    async def frames(self, program, count):
        async with websockets.connect(program.url("/ws", scheme="ws")) as client:
            return [json.loads(await asyncio.wait_for(client.recv(), 20)) for _ in range(count)]

    def test_the_first_frame_comes_at_once(self):
        with Program('[server]\ntick = "1h"\n' + LISTENERS + COMPONENTS) as program:
            asyncio.run(self.frames(program, 1))  # long before the next tick

    def test_one_frame_per_tick(self):
        frames = asyncio.run(self.frames(self.program, 20))
        for frame in frames:
            self.assertEqual(list(frame), ["components", "metrics"])
            self.assertEqual(list(frame["components"]), ["steady", "idle", "missing"])
        self.assertEqual(self.program.stop(), 0)
        self.assertEqual(*self.program.samples_and_frames(frames))

    def test_start_stop_restart(self):
        status, answer = self.program.json("POST", "/api/components/idle/start")
        self.assertEqual((status, answer["success"], answer["component"]["state"]), (200, True, "running"))
        first = answer["component"]["pid"]
        self.assertTrue(is_alive(first))
        status, answer = self.program.json("POST", "/api/components/idle/start")
        self.assertEqual((status, answer), (400, {"success": False, "error": "Component already running"}))
        status, answer = self.program.json("POST", "/api/components/idle/restart")
        self.assertEqual((status, answer["component"]["state"]), (200, "running"))
        self.assertNotEqual(answer["component"]["pid"], first)
        self.assertFalse(is_alive(first))
        status, answer = self.program.json("POST", "/api/components/idle/stop")
        self.assertEqual((status, answer["component"]["state"], answer["component"]["pid"]), (200, "stopped", None))

    def test_cpu_and_memory_are_numbers_from_the_first_frame(self):
        # "cpu_percent: CPU usage % (null if stopped)", "memory_mb: Memory usage MB (null if stopped)"
        with Program('[server]\ntick = "1h"\n' + LISTENERS + COMPONENTS) as program:
            program.wait_for(lambda: state(program, "steady") == "running", "steady runs")
            _, started = program.json("POST", "/api/components/idle/start")
            _, restarted = program.json("POST", "/api/components/steady/restart")
            shown = [started["component"], restarted["component"]]
            for components in (program.status()["components"], asyncio.run(self.frames(program, 1))[0]["components"]):
                shown += [components["idle"], components["steady"]]
                self.assertEqual((components["missing"]["cpu_percent"], components["missing"]["memory_mb"]), (None, None))
            for component in shown:
                self.assertEqual((component["state"], component["cpu_percent"]), ("running", 0.0), component)
                with open(f"/proc/{component['pid']}/statm", encoding="utf-8") as file:
                    now = int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
                self.assertGreaterEqual(component["memory_mb"], 0.1, component)
                self.assertLessEqual(component["memory_mb"], now + 0.1, component)
            self.assertIsNone(program.json("POST", "/api/components/idle/stop")[1]["component"]["memory_mb"])

    def test_a_killed_component_is_shown_within_one_tick(self):
        pid = self.program.status()["components"]["steady"]["pid"]

        async def watch():
            async with websockets.connect(self.program.url("/ws", scheme="ws")) as client:
                await client.recv()
                os.kill(pid, signal.SIGKILL)
                component = {"state": "running", "pid": pid}
                while (component["state"], component["pid"]) == ("running", pid):
                    component = json.loads(await client.recv())["components"]["steady"]
                return component

        component = asyncio.run(asyncio.wait_for(watch(), 20))
        self.assertIn("KILL", component["error"] or "")  # in the first frame that shows the end

    def test_a_missing_program_is_an_error_and_the_rest_runs(self):
        component = self.program.wait_for(
            lambda: (c := self.program.status()["components"]["missing"])["state"] == "error" and c, "missing in error")
        self.assertIn("/no/such/program", component["error"])
        self.assertEqual(state(self.program, "steady"), "running")
        status, answer = self.program.json("POST", "/api/components/missing/start")
        self.assertEqual(status, 500)
        self.assertIn("No such file", answer["error"])
        self.assertEqual(answer["component"]["state"], "error")

    def test_sigterm_says_1001_exits_0_and_leaves_nothing(self):
        pid = self.program.status()["components"]["steady"]["pid"]

        async def watch():
            async with websockets.connect(self.program.url("/ws", scheme="ws")) as client:
                await client.recv()
                self.program.process.send_signal(signal.SIGTERM)
                try:
                    while True:
                        await asyncio.wait_for(client.recv(), 5)
                except websockets.ConnectionClosed:
                    return client.close_code

        self.assertEqual(asyncio.run(watch()), 1001)
        self.assertEqual(self.program.process.wait(20), 0)  # a second signal would end it at once
        self.assertFalse(is_alive(pid))

    def test_kill_9_leaves_nothing(self):
        pid = self.program.status()["components"]["steady"]["pid"]
        self.program.stop(signal.SIGKILL)
        self.program.wait_for(lambda: not is_alive(pid), "the component's end")

    def test_nothing_runs_twice_after_a_crash(self):
        # The component ignores TERM and ends when its file is removed, at the latest with the whole folder. The server
        # is started again at once.
        stubborn = ["sh", "-c", "trap '' TERM; touch started.$$; while [ -e started.$$ ]; do sleep 0.02; done"]
        config = TICK + LISTENERS + (f'[[component]]\nid = "stubborn"\ncommand = {json.dumps(stubborn)}\n'
                                     'stop_timeout = "60s"\n')
        with Program(config) as program:
            first = program.wait_for(lambda: program.status()["components"]["stubborn"]["pid"], "its pid")
            program.wait_for(lambda: os.path.exists(f"{program.work}/started.{first}"), "its start")
            program.stop(signal.SIGKILL)
            program.start(wait=False)
            program.wait_for(lambda: "waiting until what the last run started has ended" in program.messages(), "waiting")
            self.assertTrue(is_alive(first), "it should still be ending")
            self.assertFalse(os.path.exists(program.ready_file), "ready beside what is still ending")
            os.unlink(f"{program.work}/started.{first}")
            program.wait_until_ready()
            self.assertFalse(is_alive(first), "the second was started beside the first")
            second = program.wait_for(lambda: program.status()["components"]["stubborn"]["pid"], "the second's pid")
            self.assertNotEqual(second, first)

    def test_paths_and_methods(self):
        self.assertEqual(self.program.json("GET", "/nope"), (404, {"detail": "Not Found"}))
        status, headers, text = self.program.request("DELETE", "/api/status")
        self.assertEqual((status, json.loads(text)), (405, {"detail": "Method Not Allowed"}))
        self.assertIn("GET", headers["Allow"])
        self.assertEqual(self.program.request("GET", "/healthz")[0], 200)
        self.assertEqual(self.program.request("GET", "/readyz")[0], 200)
        self.assertEqual(self.program.request("GET", "/api/status", headers={"Origin": "https://evil.example"})[0], 403)

    def test_metrics_for_prometheus(self):
        status, headers, text = self.program.request("GET", "/metrics")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
        samples = {}
        for family in text_string_to_metric_families(text):
            for sample in family.samples:
                self.assertNotIn((sample.name, tuple(sample.labels.items())), samples)
                samples[(sample.name, tuple(sample.labels.items()))] = sample.value
        for name, component in self.program.status()["components"].items():
            self.assertEqual(samples[("signalbox_component_state", (("component", name), ("state", component["state"])))], 1)
        self.assertGreater(samples[("signalbox_last_sample_timestamp_seconds", ())], time.time() - 60)
        self.assertEqual(samples[("signalbox_clients", (("dialect", "sutra"),))], 0)

    def test_the_page_and_its_parts(self):
        status, headers, text = self.program.request("GET", "/")
        self.assertEqual(status, 200)
        self.assertIn("text/html", headers["Content-Type"])
        self.assertIn("Signalbox", text)
        self.assertEqual(self.program.json("GET", "/openapi.json")[1]["servers"], [{"url": "./"}])
        self.assertEqual(self.program.request("GET", "/docs/")[0], 200)
        for path in ("/dashboard.js", "/dashboard.css"):
            status, headers, _ = self.program.request("GET", path)
            self.assertEqual(status, 200, path)
            self.assertEqual(self.program.request("GET", path, headers={"If-None-Match": headers["ETag"]})[0], 304)

    def test_mode(self):
        self.assertEqual(self.program.json("GET", "/api/mode"), (200, {"mode": "normal"}))
        # Anonymous on loopback is an operator; the mode is for admins (docs/model.md, "Who may do what").
        self.assertEqual(self.program.request("PUT", "/api/mode", '{"mode":"halted"}')[0], 403)

    def test_oversized_head(self):
        with socket.create_connection(("127.0.0.1", self.program.port())) as peer:
            peer.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + b"x" * 20000 + b"\r\n\r\n")
            self.assertIn(b" 431 ", peer.recv(4096).split(b"\r\n")[0] + b" ")

    def test_other_upgrade_paths_are_refused(self):
        async def connect():
            async with websockets.connect(self.program.url("/other", scheme="ws")):
                pass

        with self.assertRaises(websockets.InvalidHandshake) as refusal:
            asyncio.run(connect())
        self.assertEqual(refused_status(refusal.exception), 403)

    def test_reload(self):
        before = self.program.status()["components"]["steady"]["pid"]
        self.program.write_config(TICK + LISTENERS + COMPONENTS + '[[component]]\nid = "new"\ncommand = ["sleep", "9"]\n')
        self.program.process.send_signal(signal.SIGHUP)
        self.program.wait_for(lambda: "new" in self.program.status()["components"], "the new component")
        self.assertEqual(self.program.status()["components"]["steady"]["pid"], before)
        self.program.write_config("nonsense = ")
        self.program.process.send_signal(signal.SIGHUP)
        self.program.wait_for(lambda: "not reloaded" in self.program.messages(), "the reason in the log")
        self.assertIn("new", self.program.status()["components"])


class Starts(unittest.TestCase):
    """Exit codes (docs/interface.md, "Command line")."""

    def ends(self, config, code, text, *arguments):
        with Program(config, arguments, expect_ready=False) as program:
            returned, message = program.run()
            self.assertEqual(returned, code, message)
            self.assertIn(text, message)

    def test_taken_port(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            self.ends(f'[[listener]]\nport = {port}\ndialects = ["sutra"]\n', 69, str(port))

    def test_bad_configuration_names_every_problem(self):
        self.ends('[server]\nworkerz = 2\ncapacity = "x"\n', 78, "workerz")

    def test_data_dir_that_cannot_be(self):
        self.ends(LISTENERS, 73, "/dev/null/x", "--data-dir", "/dev/null/x")

    def test_exposure_is_refused(self):
        self.ends('[server]\nbind = "0.0.0.0"\n' + LISTENERS + '[[user]]\nname = "admin"\npassword = "admin"\n'
                  'roles = ["admin"]\n', 78, "--insecure")

    def test_usage(self):
        self.ends(LISTENERS, 64, "--no-gui", "--no-gu")

    def test_one_server_per_data_dir(self):
        with Program(LISTENERS) as first:
            with Program(LISTENERS, ["--data-dir", first.data], expect_ready=False) as second:
                code, message = second.run()
                self.assertEqual(code, 73, message)
                self.assertIn(f"process {first.process.pid} of ", message)


class Remembering(unittest.TestCase):
    """"No data loss (server rebuilds state on startup)": what a person last wanted of a component outlives the server."""
    CONFIG = TICK + LISTENERS + """
[[component]]
id = "store"
command = ["sleep", "1000"]

[[component]]
id = "api"
command = ["sleep", "1000"]
depends_on = ["store"]

[[component]]
id = "spare"
command = ["sleep", "1000"]
autostart = false

[[component]]
id = "helper"
command = ["sleep", "1000"]
autostart = false

[[component]]
id = "client"
command = ["sleep", "1000"]
autostart = false
depends_on = ["helper"]

[[component]]
id = "flaky"
command = ["false"]
autostart = false
restart = "on-failure"
restart_delay = "1h"

[[component]]
id = "sturdy"
command = ["sleep", "1000"]
autostart = false
restart = "on-failure"
restart_delay = "50ms"

[[component]]
id = "once"
command = ["true"]
autostart = false
restart = "never"
"""

    def setUp(self):
        self.program = self.enterContext(Program(self.CONFIG))
        self.settle("store", "api")

    def settle(self, *running):
        """Waits until these run, and no others."""
        self.program.wait_for(lambda: self.running() == set(running), f"{running} alone")

    def running(self):
        return {name for name, each in self.program.status()["components"].items() if each["state"] == "running"}

    def ask(self, action, component):
        return self.program.json("POST", f"/api/components/{component}/{action}")

    def restart(self, number=signal.SIGTERM):
        self.program.stop(number)
        self.program.start()

    def rows(self):
        with sqlite3.connect(f"file:{self.program.data}/signalbox.db?mode=ro", uri=True) as database:
            return database.execute("SELECT component, run, user FROM wishes ORDER BY component").fetchall()

    def test_what_was_started_and_stopped_is_so_again(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            with self.subTest(number):
                self.assertEqual(self.ask("start", "spare")[0], 200)
                self.assertEqual(self.ask("stop", "store")[0], 200)
                self.settle("api", "spare")
                for _ in range(2):  # for more than one start
                    self.restart(number)  # right after the answer
                    self.settle("api", "spare")
                self.assertEqual(self.ask("stop", "spare")[0], 200)
                self.assertEqual(self.ask("start", "store")[0], 200)
                self.restart(number)
                self.settle("store", "api")

    def test_what_nobody_touched_goes_by_autostart(self):
        self.restart()
        self.settle("store", "api")
        self.assertEqual(self.rows(), [])  # the stop with the server was no wish
        # One that was started because another needed it is started because that needs it.
        self.ask("start", "client")
        self.settle("store", "api", "client", "helper")
        self.assertEqual(self.rows(), [("client", 1, "anonymous")])
        self.restart()
        self.settle("store", "api", "client", "helper")
        self.ask("stop", "client")
        self.settle("store", "api", "helper")
        self.restart()
        self.settle("store", "api")

    def test_none_in_error_is_started(self):
        self.ask("start", "flaky")
        self.program.wait_for(lambda: state(self.program, "flaky") == "error", "the failure")  # it is tried again
        self.ask("start", "once")
        self.program.wait_for(lambda: state(self.program, "once") == "stopped", "the end of once")
        for number in (signal.SIGTERM, signal.SIGKILL):
            self.restart(number)
            self.settle("store", "api")
            self.assertEqual([state(self.program, each) for each in ("flaky", "once")], ["stopped", "stopped"])
        # One that failed and runs again is not in error.
        pid = self.ask("start", "sturdy")[1]["component"]["pid"]
        os.kill(pid, signal.SIGKILL)
        self.program.wait_for(lambda: self.program.status()["components"]["sturdy"]["pid"] not in (pid, None), "another run")
        self.settle("store", "api", "sturdy")
        self.restart()
        self.settle("store", "api", "sturdy")

    def test_removed_and_added_again_it_is_new(self):
        for remove in (lambda: self.program.process.send_signal(signal.SIGHUP), self.restart):
            self.ask("stop", "store")
            self.ask("start", "spare")
            self.settle("api", "spare")
            without = self.CONFIG.replace('id = "store"', 'id = "other"').replace('depends_on = ["store"]', "")
            self.program.write_config(without.replace('id = "spare"', 'id = "another"'))
            remove()
            self.program.wait_for(lambda: self.running() == {"other", "api"}, "the removal")
            self.program.write_config(self.CONFIG)
            remove()
            self.settle("store", "api")
            self.restart()
            self.settle("store", "api")

    def test_it_can_be_turned_off(self):
        self.ask("start", "spare")
        self.ask("stop", "store")
        self.program.write_config(self.CONFIG.replace("[server]", "[server]\nremember = false"))
        self.restart()
        self.settle("store", "api")
        # What was wanted is still known, if it is wanted again.
        self.program.write_config(self.CONFIG)
        self.restart()
        self.settle("api", "spare")


if __name__ == "__main__":
    unittest.main(verbosity=1)
