# SPDX-License-Identifier: GPL-3.0-or-later
"""A supervisor's worst nights, each a start of the whole program: programs that do not end, secrets, full disks,
vanished folders, crash loops (docs/reliability.md)."""
import asyncio
import glob
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
import unittest

import websockets

from algerclient import AlgerClient
from program import LISTENERS, Program, is_alive

TICK = '[server]\ntick = "200ms"\n'
STEADY = '[[component]]\nid = "steady"\ncommand = ["sleep", "1000"]\n'


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def serves(program):
    return program.status()["components"]["steady"]["state"] == "running"


class Nights(unittest.TestCase):
    def start(self, config, **options):
        return self.enterContext(Program(config, **options))

    def test_a_corrupt_database_is_set_aside_and_named(self):
        program = self.start(TICK + LISTENERS + STEADY)
        self.assertEqual(program.stop(), 0)
        with open(f"{program.data}/signalbox.db", "r+b") as file:
            file.write(b"this is no database at all" * 100)
        program.start()
        program.wait_for(lambda: serves(program), "the rest runs")
        aside = glob.glob(f"{program.data}/signalbox.db.corrupt-*")
        self.assertEqual(len(aside), 1)
        self.assertIn(os.path.basename(aside[0]), program.messages())

    def test_a_newer_database_is_left_alone(self):
        program = self.start(TICK + LISTENERS + STEADY)
        program.stop()
        subprocess.run(["sqlite3", f"{program.data}/signalbox.db", "PRAGMA user_version = 99"], check=True)
        program.start()
        program.wait_for(lambda: serves(program), "the rest runs")
        self.assertIn("99", program.messages())
        self.assertEqual(glob.glob(f"{program.data}/signalbox.db.corrupt-*"), [])

    def test_a_full_disk_stops_nothing_else(self):
        if os.geteuid() != 0:
            self.skipTest("mounting a small file system needs root")
        program = self.start(TICK + "[limits]\nfree_disk_bytes = 0\n" + LISTENERS + STEADY, expect_ready=False)
        os.mkdir(program.data, 0o700)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "none", program.data],
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest("mounting is not permitted here")
        try:
            program.start()
            program.wait_for(lambda: serves(program), "the component")
            with open(f"{program.data}/filler", "wb", buffering=0) as filler:
                try:
                    while True:
                        filler.write(b"x" * 4096)
                except OSError:
                    pass
            program.wait_for(lambda: "disk" in program.messages() or "full" in program.messages()
                             or "No space" in program.messages(), "a message about the disk", 30)
            before = program.status()["metrics"]["timestamp"]
            program.wait_for(lambda: program.status()["metrics"]["timestamp"] != before, "further ticks")
            self.assertTrue(serves(program))
            self.assertEqual(program.json("POST", "/api/components/steady/restart")[0], 200)
            self.assertEqual(program.stop(), 0)
        finally:
            subprocess.run(["umount", "-l", program.data], check=False)

    def test_a_short_disk_starts_nothing(self):
        """Below free_disk_bytes every dialect refuses a start in its own way; components and what runs go on."""
        if os.geteuid() != 0:
            self.skipTest("mounting a small file system needs root")
        config = TICK + '[limits]\nfree_disk_bytes = 16777216\n' + "".join(
            f'[[listener]]\nport = 0\ndialects = ["{name}"]\n' for name in ("sutra", "airavata", "ark", "pow", "alger")) + (
            STEADY + '[experiments]\nprograms = ["echo"]\n[[user]]\nname = "ann"\npassword = "ann"\nroles = ["operator"]\n'
            '[[pipeline]]\nid = "demo"\nnodes = [ { id = "a", command = ["true"] } ]\n'
            '[[process]]\nname = "echo"\ncommand = ["cat"]\n')
        program = self.start(config, expect_ready=False)
        os.mkdir(program.data, 0o700)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "none", program.data],
                          stderr=subprocess.DEVNULL).returncode:
            self.skipTest("mounting is not permitted here")
        try:
            program.start()
            token = program.json("POST", "/api/v2/auth/login", '{"username":"ann","password":"ann"}', "airavata")[1]["token"]
            agent = {"agentId": "a", "hostname": "a", "version": "1", "capabilities": {
                "supportsHardlinks": True, "maxConcurrentJobs": 1, "supportedGameTypes": ["ASA"]}}
            as_json = {"Content-Type": "application/json"}
            self.assertEqual(program.json("POST", "/agents/register", json.dumps(agent), "ark", as_json)[0], 200)
            starts = {
                "airavata": lambda: program.json("POST", "/api/v2/experiments", json.dumps({
                    "name": "x", "projectId": "default", "commandTemplate": "echo {n}", "parameters": [{"values": {"n": 1}}]}),
                    "airavata", {"Authorization": f"Bearer {token}"}),
                "ark": lambda: program.json("POST", "/jobs", '{"jobType":"INSTALL_SERVER","parameters":{}}', "ark", as_json),
                "alger": lambda: asyncio.run(self.over_alger(program)),
                "pow": lambda: asyncio.run(self.over_pow(program)),
            }
            good = {name: start() for name, start in starts.items()}
            self.assertEqual([good["airavata"][0], good["ark"][0], good["alger"][0], good["pow"]["status"]],
                             [201, 201, 203, "fulfilled"], good)
            with open(f"{program.data}/filler", "wb") as filler:
                filler.write(b"x" * (56 << 20))
            program.wait_for(lambda: program.request("GET", "/readyz")[0] == 503, "the shortage")
            self.assertIn("free_disk_bytes", program.request("GET", "/readyz")[2])
            refused = {name: start() for name, start in starts.items()}
            self.assertEqual([refused["airavata"][0], refused["ark"][0], refused["alger"][0], refused["pow"]["status"]],
                             [503, 503, 397, "rejected"], refused)
            self.assertEqual(program.json("POST", "/api/components/steady/restart")[0], 200)
            os.unlink(f"{program.data}/filler")
            program.wait_for(lambda: program.request("GET", "/readyz")[0] == 200, "room")
            self.assertEqual(starts["ark"]()[0], 201)
            self.assertEqual(program.stop(), 0)
        finally:
            subprocess.run(["umount", "-l", program.data], check=False)

    @staticmethod
    async def over_alger(program):
        """(number, content) of the answer to a start."""
        async with AlgerClient(program.url("", "alger", "ws"), "ann", "ann") as client:
            return await client.request(103, pipelineId="demo")

    @staticmethod
    async def over_pow(program):
        """The result of a call."""
        async with websockets.connect(program.url("/", "pow", "ws"), subprotocols=["pow-1"]) as client:
            await client.send(b'{"call":"echo"}')
            await client.send(b'{"signal":"close"}')
            while True:
                frame = await asyncio.wait_for(client.recv(), 20)
                if isinstance(frame, bytes):
                    return json.loads(frame)

    def test_a_read_only_data_dir_is_named(self):
        if os.geteuid() != 0:
            self.skipTest("becoming an ordinary user needs root")
        program = self.start(LISTENERS, expect_ready=False)
        os.mkdir(program.data, 0o555)
        os.chmod(program.folder.name, 0o755)
        os.chmod(program.config, 0o644)
        program.command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *program.command]
        code, message = program.run()
        if code == 127 or "Permission denied" in message and "data" not in message:
            self.skipTest("an ordinary user cannot reach the program here")
        self.assertEqual(code, 73, message)
        self.assertIn(program.data, message)
        self.assertIn("--data-dir", message)

    def test_a_vanished_working_directory_is_a_reason(self):
        config = TICK + LISTENERS + STEADY + ('[[component]]\nid = "lost"\ncommand = ["sleep", "9"]\n'
                                              'working_directory = "/no/such/place"\nrestart = "never"\n')
        program = self.start(config)
        component = program.wait_for(lambda: (c := program.status()["components"]["lost"])["state"] == "error" and c, "it")
        self.assertIn("/no/such/place", component["error"])
        program.wait_for(lambda: serves(program), "the rest")

    def test_no_display_is_a_reason(self):
        """As over ssh. A program built without the window serves; one built with it says what to do."""
        environment = {name: value for name, value in os.environ.items()
                       if not name.startswith(("DISPLAY", "WAYLAND", "QT_QPA"))}
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(["timeout", "-s", "TERM", "5", os.environ["SIGNALBOX_PROGRAM"], "--data-dir", folder,
                                   "--config", "/dev/null"], env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 69:
            return self.assertIn(done.returncode, (0, 124), done.stderr)
        self.assertIn("no display", done.stderr)
        return self.assertIn("--no-gui", done.stderr)

    def test_a_crash_loop_costs_nothing(self):
        config = LISTENERS + STEADY + ('[[component]]\nid = "crash"\ncommand = ["false"]\nrestart = "always"\n'
                                       'restart_delay = "200ms"\n')
        program = self.start(config)
        pid = program.process.pid
        began, used = time.monotonic(), processor_seconds(pid)
        component = program.wait_for(lambda: (c := program.status()["components"]["crash"])["state"] == "error"
                                     and "exit status 1" in (c["error"] or "") and c, "state error", 30)
        self.assertIn("exit status 1", component["error"])
        share = 100 * (processor_seconds(pid) - used) / (time.monotonic() - began)
        print(f"crash loop: {share:.1f} % of a core, polling of this test included")

    def test_a_flood_changes_neither_memory_nor_cadence(self):
        config = LISTENERS.replace("[[listener]]", TICK + "[[listener]]") + (
            '[[component]]\nid = "flood"\ncommand = ["yes", "a line of some length, to have something to write"]\n'
            '[[component]]\nid = "endless"\ncommand = ["cat", "/dev/zero"]\n')
        # AddressSanitizer keeps what was freed; without it this says nothing.
        program = self.start(config, environment={"ASAN_OPTIONS": "quarantine_size_mb=1"})

        async def listen(count):
            async with websockets.connect(program.url("/ws", scheme="ws")) as client:
                times, frames = [], []
                for _ in range(count):
                    frames.append(json.loads(await asyncio.wait_for(client.recv(), 20)))
                    times.append(time.monotonic())
                return frames, [b - a for a, b in zip(times[1:], times[2:])]

        asyncio.run(listen(10))
        before = resident_mb(program.process.pid)
        frames, gaps = asyncio.run(listen(30))
        grown = resident_mb(program.process.pid) - before
        print(f"flood: {grown:+.1f} MiB, gaps {min(gaps):.3f} to {max(gaps):.3f} s around 0.2 s")
        self.assertLess(grown, 24)
        self.assertEqual(program.stop(), 0)
        self.assertEqual(*program.samples_and_frames(frames))

    def test_secrets_stay_secret(self):
        config = TICK + '[[listener]]\nport = 0\ndialects = ["sutra", "alger"]\n' + STEADY + (
            '[[user]]\nname = "ann"\npassword = "correct-horse-battery"\nroles = ["admin"]\n')
        program = self.start(config, arguments=["--log-level", "debug"])
        token = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--issue-token", "ann", "--config", program.config,
                                "--data-dir", program.data], capture_output=True, text=True, check=True).stdout.strip()
        self.assertEqual(program.request("GET", f"/api/status?token={token}")[0], 200)
        self.assertEqual(program.request("GET", "/api/mode", headers={"Authorization": f"Bearer {token}"})[0], 200)

        async def connect():
            url = program.url("/?username=ann&password=correct-horse-battery", scheme="ws")
            async with websockets.connect(url, subprotocols=["alger"]) as client:
                await client.send('{"id":1,"requestId":0,"type":100,"content":'
                                  '"{\\"username\\":\\"ann\\",\\"password\\":\\"correct-horse-battery\\"}"}')
                self.assertIn("login-ok", await client.recv())

        asyncio.run(connect())
        printed = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--print-config", "--config", program.config],
                                 capture_output=True, text=True, check=True).stdout
        self.assertEqual(program.stop(), 0)
        wrote = printed + program.messages()
        for folder, _, names in os.walk(program.data):
            self.assertEqual(os.stat(folder).st_mode & 0o077, 0, folder)
            for name in names:
                path = os.path.join(folder, name)
                self.assertEqual(os.stat(path).st_mode & 0o077, 0, path)
                with open(path, "rb") as file:
                    wrote += file.read().decode(errors="replace")
        self.assertNotIn("correct-horse-battery", wrote)
        self.assertNotIn(token.rsplit(".", 1)[1], wrote)

    def test_systemd_hears_of_it(self):
        path = os.path.join(self.enterContext(Program(LISTENERS, expect_ready=False)).folder.name, "notify")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.bind(path)
            notify.settimeout(10)
            program = self.start(TICK + LISTENERS + STEADY, environment={"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "400000"})
            heard = ""

            def until(word):
                nonlocal heard
                while word not in heard:
                    heard += notify.recv(4096).decode() + "\n"

            until("READY=1")
            until("WATCHDOG=1")
            program.process.send_signal(signal.SIGHUP)
            until("RELOADING=1")
            heard = heard.split("RELOADING=1")[1]
            until("READY=1")
            program.process.send_signal(signal.SIGTERM)
            until("STOPPING=1")
            until("EXTEND_TIMEOUT_USEC=30000000")
            self.assertEqual(program.process.wait(20), 0)

    def test_json_logs(self):
        program = self.start(TICK + LISTENERS + STEADY, arguments=["--log-format", "json"])
        self.assertEqual(program.stop(), 0)
        lines = [json.loads(line) for line in program.messages().splitlines()]
        self.assertTrue(lines)
        always = {"time", "level", "category", "message"}
        fields = {"component", "execution", "user", "dialect"}
        self.assertTrue(all(always <= set(line) <= always | fields for line in lines), lines)

    def test_samples_survive_a_restart(self):
        program = self.start(TICK + LISTENERS + STEADY)
        first = program.status()["metrics"]["timestamp"]
        program.wait_for(lambda: program.status()["metrics"]["timestamp"] > first, "a few ticks")
        program.stop()
        count = 'SELECT count(*) FROM samples'
        before = int(subprocess.run(["sqlite3", f"{program.data}/signalbox.db", count], capture_output=True,
                                    text=True, check=True).stdout)
        self.assertGreaterEqual(before, 2)
        program.start()
        program.stop()
        after = int(subprocess.run(["sqlite3", f"{program.data}/signalbox.db", count], capture_output=True,
                                   text=True, check=True).stdout)
        self.assertGreater(after, before)

    def test_misbehaving_components_leave_nothing(self):
        misbehave = os.environ["SIGNALBOX_MISBEHAVE"]
        modes = ["double-fork", "setsid", "ignores-term", "closes-descriptors", "forks-twenty", "forks-twenty-sessions",
                 "exits-at-once", "prints-gibibyte", "prints-forever", "changes-name"]
        config = TICK + LISTENERS + "".join(
            f'[[component]]\nid = "m{n}"\ncommand = ["{misbehave}", "{mode}"]\nstop_timeout = "300ms"\nrestart = "never"\n'
            for n, mode in enumerate(modes))
        program = self.start(config)
        marker = os.path.basename(program.folder.name)

        def left():
            found = []
            for entry in glob.glob("/proc/[0-9]*/environ"):
                pid = int(entry.split("/")[2])
                try:
                    with open(entry, "rb") as file:
                        if marker.encode() in file.read() and pid != program.process.pid and is_alive(pid):
                            found.append(pid)
                except OSError:
                    pass
            return found

        program.wait_for(left, "misbehaving processes")
        for _ in range(int(os.environ.get("SIGNALBOX_ROUNDS", "3"))):
            for n in range(len(modes)):
                program.request("POST", f"/api/components/m{n}/restart")
        program.stop(signal.SIGKILL)
        program.wait_for(lambda: not left(), f"nothing left of {len(modes)} modes", 30)


if __name__ == "__main__":
    unittest.main(verbosity=1)
