# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server without a window tells its log (docs/interface.md, "The log"): as text, as JSON, and to the journal."""
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import unittest

from program import Program

CONFIG = """
[[listener]]
port = 0
dialects = ["sutra", "airavata"]

[[listener]]
port = 0
dialects = ["pow"]

[[user]]
name = "ann"
password = "three blue herons"
roles = ["admin"]

[[component]]
id = "steady"
command = ["sleep", "1000"]

[[component]]
id = "unwell"
command = ["sleep", "1000"]
health = { command = ["test", "!", "-e", "broken"], interval = "100ms", failures = 1 }

[[component]]
id = "broken"
command = ["sh", "-c", "exit 3"]
restart = "never"
autostart = false

[[component]]
id = "trying"
command = ["sh", "-c", "exit 4"]
restart_delay = "20s"
autostart = false

[[component]]
id = "typed"
command = ["cat"]
stdin = "open"

[[schedule]]
id = "bad"
every = "365d"
process = "fail"

[[process]]
name = "fail"
command = ["sh", "-c", "exit 7"]

[[process]]
name = "say"
command = ["echo"]
roles = ["viewer"]
"""
ME = r"anonymous \(sutra\)"


class Voice(unittest.TestCase):
    def lines(self, program):
        """The lines of the log, without their times."""
        return [re.sub(r"^\S+ ", "", line) for line in program.messages().splitlines()]

    def says(self, program, pattern):
        program.wait_for(lambda: any(re.fullmatch(pattern, line) for line in self.lines(program)), pattern, 20)

    def silent(self, program, pattern):
        self.assertEqual([line for line in self.lines(program) if re.search(pattern, line)], [])

    def act(self, program, path, body=None, expected=(200,), method="POST", **headers):
        status, _, text = program.request(method, path, body, headers=headers)
        self.assertIn(status, expected, text)

    def test_components(self):
        with Program(CONFIG) as program:
            self.says(program, "INFO components: component 'steady' is running: started with the server")
            self.act(program, "/api/components/steady/stop")
            self.says(program, rf"INFO acts: {ME} stops component 'steady'")
            self.says(program, "INFO components: component 'steady' is stopped: stopped by anonymous")
            self.act(program, "/api/components/broken/start", expected=(200, 500))
            self.says(program, "ERROR components: component 'broken' is error: .*exit status 3.*")
            self.act(program, "/api/components/trying/start", expected=(200, 500))
            self.says(program, r"WARN components: component 'trying' is error: .*exit status 4.* \(it is tried again\)")
            with open(os.path.join(program.work, "broken"), "w", encoding="utf-8"):
                pass
            self.says(program, "WARN components: component 'unwell' is degraded: .*")
            os.unlink(os.path.join(program.work, "broken"))
            self.says(program, "INFO components: component 'unwell' is healthy")

    def test_executions(self):
        with Program(CONFIG, ["--log-level", "info,executions=debug"]) as program:
            status, session = program.json("POST", "/new", '{"call":"say","params":["my secret word"]}', "pow")
            self.assertEqual(status, 200)
            self.says(program, r"DEBUG executions: process 'say' of anonymous \(pow, [0-9a-f-]+\) is created")
            self.says(program, r"INFO executions: process 'say' of anonymous \(pow, [0-9a-f-]+\) succeeded after \d+\.\d s")
            self.silent(program, "secret word")
            self.silent(program, "DEBUG acts")
            self.act(program, "/api/schedules/bad/run", expected=(200, 202))
            self.says(program, rf"INFO acts: {ME} runs schedule 'bad' now")
            self.says(program, r"WARN executions: process 'fail' of anonymous \(sutra, [0-9a-f-]+\) failed after \d+\.\d s: .*7.*")

    def test_acts(self):
        with Program(CONFIG) as program:
            self.act(program, "/api/components/typed/input", "my secret word\n", (200, 204))
            self.says(program, rf"INFO acts: {ME} types to component 'typed'")
            self.silent(program, "secret word")
            status, answer = program.json("POST", "/api/v2/auth/login", '{"username":"ann","password":"three blue herons"}', "airavata",
                                          {"Content-Type": "application/json"})
            self.assertEqual(status, 200)
            token = answer.get("token") or answer.get("access_token") or answer["data"]["token"]
            as_ann = {"Authorization": f"Bearer {token}"}
            self.act(program, "/api/components/steady/restart", **as_ann)
            self.says(program, r"INFO acts: ann \(sutra\) restarts component 'steady'")
            self.act(program, "/api/mode", '{"mode":"halted"}', method="PUT", **as_ann)
            self.says(program, r"INFO acts: ann \(sutra\) sets the mode to halted")
            self.act(program, "/api/schedules/bad/run", expected=(409, 423, 500, 503))
            self.silent(program, "runs schedule")

    def test_refused_logins_are_told_and_counted(self):
        with Program(CONFIG) as program:
            for _ in range(12):
                status, _, _ = program.request("POST", "/api/v2/auth/login", '{"username":"my-secret-word","password":"wrong"}',
                                               "airavata", {"Content-Type": "application/json"})
                self.assertIn(status, (401, 429))
            refused = [line for line in self.lines(program) if "refused a login" in line]
            self.assertEqual(len(refused), 5, refused)
            self.assertEqual(refused[0], f"WARN auth: refused a login from uid {os.getuid()} at 127.0.0.1")
            self.assertTrue(refused[4].endswith("at 127.0.0.1; more from there are not told for a minute"), refused)
            self.silent(program, "my-secret-word")

    def test_who_does_not_read_the_log_stops_nothing(self):
        """A pipe that nobody reads takes 64 KiB; the server goes on, and says what was lost once it is read."""
        reading, writing = os.pipe()
        with Program(CONFIG, ["--log-level", "debug"], expect_ready=False) as program:
            program.process = subprocess.Popen(program.command, stderr=writing, env=program.environment)
            os.close(writing)
            program.wait_until_ready()
            for _ in range(1500):
                self.assertIn(program.request("GET", "/api/status")[0], (200, 429))  # it answers; perhaps that it is too fast
            told = b""
            while b"lines of the log are lost here" not in told:
                told += os.read(reading, 65536)
                self.assertIn(program.request("GET", "/api/status")[0], (200, 429))  # it answers; perhaps that it is too fast
            self.assertRegex(told, rb"\nsignalbox: \d+ lines of the log are lost here: nobody read standard error\n2")
            program.process.terminate()
            while os.read(reading, 65536):
                pass
            os.close(reading)
            self.assertEqual(program.process.wait(20), 0)

    def test_a_line_has_a_ceiling(self):
        """A pipe that has room takes a page at once, and no more is written: names may be long, and longer when spelled."""
        experiment = json.dumps({"name": 1200 * "\u202e" + "\0 end", "projectId": "default", "commandTemplate": "echo {n}",
                                 "parameters": [{"values": {"n": 1}}]})
        for form in ("text", "json"):
            with self.subTest(form), Program(CONFIG, ["--log-format", form]) as program:
                login = json.dumps({"username": "ann", "password": "three blue herons"})
                token = program.json("POST", "/api/v2/auth/login", login, "airavata")[1]["token"]
                program.request("POST", "/api/v2/experiments", experiment, "airavata",
                                {"Authorization": f"Bearer {token}"})
                program.stop()
                lines = [line for line in program.messages().splitlines() if "ann (airavata" in line]
                self.assertTrue(lines)
                for line in lines:
                    self.assertIn("characters more", line)
                    self.assertLess(len(line.encode()), 4096)
                    if form == "json":
                        json.loads(line)

    def test_levels_of_single_categories(self):
        with Program(CONFIG, ["--log-level", "error,acts=info,gateway=debug"]) as program:
            self.act(program, "/api/components/steady/stop")
            self.says(program, rf"INFO acts: {ME} stops component 'steady'")
            self.says(program, "DEBUG gateway: POST /api/components/steady/stop 200")
            self.silent(program, "INFO components|INFO server")

    def test_json_has_what_a_line_is_about(self):
        with Program(CONFIG, ["--log-format", "json"]) as program:
            self.act(program, "/api/components/steady/stop")
            program.wait_for(lambda: "is stopped" in program.messages(), "the stop")
            lines = [json.loads(line) for line in program.messages().splitlines()]
            act, = [line for line in lines if line["category"] == "acts"]
            self.assertEqual({name: value for name, value in act.items() if name != "time"},
                             {"level": "INFO", "category": "acts", "message": "anonymous (sutra) stops component 'steady'",
                              "component": "steady", "user": "anonymous", "dialect": "sutra"})
            started = [line for line in lines if line.get("component") == "steady"][0]
            self.assertNotIn("user", started)

    @unittest.skipUnless(shutil.which("unshare") and subprocess.run(
        ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/run"], capture_output=True).returncode == 0,
        "no namespace of mounts can be made here")
    def test_the_journal_gets_priorities_and_fields(self):
        with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as journal, \
                Program(CONFIG, expect_ready=False) as program:
            journal.bind(os.path.join(folder, "socket"))
            journal.settimeout(20)
            program.command = ["unshare", "--map-root-user", "--mount", "sh", "-c",
                               'mount -t tmpfs none /run && mkdir -p /run/systemd/journal && mount --bind "$0" /run/systemd/journal '
                               '&& exec "$@"', folder, *program.command]
            with open(program.log, "ab") as log:  # the file that standard error will be
                status = os.fstat(log.fileno())
            program.environment["JOURNAL_STREAM"] = f"{status.st_dev}:{status.st_ino}"
            program.start()
            entries = []

            def wait_for(**fields):
                wanted = {name.replace("SB_", "SIGNALBOX_"): value for name, value in fields.items()}
                while not (entries and wanted.items() <= entries[-1].items()):
                    entries.append(dict(line.split("=", 1) for line in journal.recv(65536).decode().splitlines()))
                return entries[-1]
            running = wait_for(SB_COMPONENT="steady", PRIORITY="6", SYSLOG_IDENTIFIER="signalbox", SB_CATEGORY="components",
                               MESSAGE="components: component 'steady' is running: started with the server")
            self.assertNotIn("SIGNALBOX_USER", running)
            self.act(program, "/api/components/steady/stop")
            wait_for(SB_COMPONENT="steady", SB_USER="anonymous", SB_DIALECT="sutra", PRIORITY="6",
                     MESSAGE="acts: anonymous (sutra) stops component 'steady'")
            self.act(program, "/api/components/broken/start", expected=(200, 500))
            wait_for(SB_COMPONENT="broken", PRIORITY="3")
            self.assertEqual(program.json("POST", "/new", '{"call":"say"}', "pow")[0], 200)
            ended = wait_for(SB_CATEGORY="executions", PRIORITY="6", SB_DIALECT="pow", SB_USER="anonymous")
            self.assertRegex(ended["SIGNALBOX_EXECUTION"], r"^[0-9a-f-]{36}$")
            self.assertEqual(program.messages(), "", "nothing is told twice")


if __name__ == "__main__":
    unittest.main(verbosity=2)
