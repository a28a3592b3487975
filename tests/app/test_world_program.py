# SPDX-License-Identifier: GPL-3.0-or-later
"""The world as it is: what broke other supervisors in public, tried on the real program."""
import json
import os
import signal
import socket
import subprocess
import sys
import time
import unittest

from program import LISTENERS, Program

TICK = '[server]\ntick = "200ms"\n' + LISTENERS


def component(name, *command, **keys):
    lines = [f'[[component]]\nid = "{name}"\ncommand = {json.dumps(list(command))}']
    lines += [f"{key} = {value}" for key, value in keys.items()]
    return "\n".join(lines) + "\n"


def python(name, code, **keys):
    return component(name, "python3", "-c", code, **keys)


def of(program, name):
    return program.status()["components"][name]


def log_of(program, name):
    try:
        with open(f"{program.data}/logs/{name}.log", encoding="utf-8", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def can_unshare():
    return subprocess.run(["unshare", "--pid", "--fork", "--mount-proc", "true"], stderr=subprocess.DEVNULL,
                          check=False).returncode == 0


class Restarts(unittest.TestCase):
    def test_what_a_killed_server_left_is_waited_for(self):
        """…and the server, which then starts out of a pause, is the server: one thread has all of it, and the window its link
        (Program.stop() finds words of Qt about wrong threads)."""
        stubborn = component("stubborn", "sh", "-c", "trap '' TERM; while :; do sleep 0.1; done", stop_timeout='"2s"')
        for window in (False, True):
            with self.subTest(window=window), Program(TICK + stubborn, environment={"QT_QPA_PLATFORM": "offscreen"},
                                                      window=window) as program:
                program.wait_for(lambda: of(program, "stubborn")["state"] == "running", "it runs")
                program.stop(signal.SIGKILL)
                program.start()
                self.assertIn("waiting until what the last run started has ended", program.messages())
                program.wait_for(lambda: of(program, "stubborn")["state"] == "running", "it runs again")
                self.assertEqual(program.stop(), 0)


class Figures(unittest.TestCase):
    def test_children_whose_time_the_kernel_forgets(self):
        code = ("import os, signal\nfrom time import process_time, sleep\n"
                "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
                "while True:\n"
                "    if os.fork() == 0:\n"
                "        end = process_time() + 0.4\n"
                "        while process_time() < end: pass\n"
                "        os._exit(0)\n"
                "    sleep(1)\n")
        with Program(TICK + python("forgetful", code)) as program:
            program.wait_for(lambda: of(program, "forgetful")["cpu_percent"], "any processor time")
            seen = []
            program.wait_for(lambda: seen.append(of(program, "forgetful")["cpu_percent"]) or len(seen) == 300, "figures")
            self.assertGreaterEqual(min(seen), 0)
            self.assertLessEqual(max(seen), 100 * os.cpu_count())
            self.assertGreater(max(seen), 0)
            self.assertNotIn('signalbox_component_cpu_percent{id="forgetful"} -', program.request("GET", "/metrics")[2])

    def test_memory_that_forks_share_counts_once(self):
        code = ("import os\nfrom time import sleep\n"
                "memory = bytearray(b'x') * (100 << 20)\n"
                "for _ in range(5):\n"
                "    if os.fork() == 0: sleep(1000)\n"
                "print('forked', flush=True)\n"
                "sleep(1000)\n")
        with Program(TICK + python("forks", code, ready='{ log = "forked" }')) as program:
            program.wait_for(lambda: of(program, "forks")["state"] == "running", "forks")
            seen = []
            program.wait_for(lambda: seen.append(of(program, "forks")["memory_mb"]) or seen[-1] > 100, "their memory")
            program.wait_for(lambda: seen.append(of(program, "forks")["memory_mb"]) or len(seen) > 100, "figures")
            self.assertLess(max(seen), 200)

    def test_odd_names(self):
        code = ("import ctypes, sys\n"
                "ctypes.CDLL(None).prctl(15, sys.argv[1].encode())\n"
                "memory = bytearray(b'x') * (30 << 20)\n"
                "while True: pass\n")
        names = ["a) R 1 1\n", "((", "  a b  ", ")" * 15]
        config = "".join(component(f"odd{n}", "python3", "-c", code, name) for n, name in enumerate(names))
        with Program(TICK + config) as program:
            for n, name in enumerate(names):
                figures = program.wait_for(lambda at=n: (lambda each: each["memory_mb"] and each["memory_mb"] > 30
                                                         and each["cpu_percent"] > 5 and each)(of(program, f"odd{at}")),
                                           f"figures of {name!r}")
                self.assertLess(figures["cpu_percent"], 110, name)
                self.assertLess(figures["memory_mb"], 100, name)


class Life(unittest.TestCase):
    def test_a_success_is_no_failure(self):
        config = component("quick", "sh", "-c", "sleep 0.05; exit 0", restart='"always"', restart_delay='"50ms"')
        with Program(TICK + config) as program:
            program.wait_for(lambda: log_of(program, "quick").count("exit status 0") >= 7, "seven runs")
            self.assertNotEqual(of(program, "quick")["state"], "error")
            self.assertIsNone(of(program, "quick")["error"])

    def test_term_to_all_at_once_starts_nothing(self):
        config = component("service", "sh", "-c", "echo start $$; exec sleep 301", restart='"on-failure"',
                           restart_delay='"300ms"')
        with Program(TICK + config) as program:
            program.wait_for(lambda: "start " in log_of(program, "service"), "the service")
            pid = of(program, "service")["pid"]
            with socket.create_connection(("127.0.0.1", program.port())) as deaf:  # never answers a close frame
                deaf.sendall(b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                self.assertIn(b"101", deaf.recv(100))
                program.process.send_signal(signal.SIGTERM)
                program.wait_for(lambda: "stopping" in program.messages(), "the server stops, and waits for its client")
                os.kill(pid, signal.SIGTERM)
                self.assertEqual(program.process.wait(20), 0)
            log = log_of(program, "service")
            self.assertEqual(log.count("start "), 1, log)
            self.assertNotIn("ERROR", log)

    def test_a_reload_while_it_stops_starts_nothing(self):
        slow = "import signal\nsignal.signal(15, lambda *_: (print('TERM', flush=True), signal.sigtimedwait([], 1.5), exit(0)))\n"
        slow += "print('up', flush=True)\nwhile True: signal.pause()"
        config = TICK + python("service", slow, ready='{ log = "up" }')
        with Program(config) as program:
            program.wait_for(lambda: of(program, "service")["state"] == "running", "the service")
            program.write_config(config.replace("'up'", "'up', 'again'") + component("new", "sleep", "1000"))
            program.process.send_signal(signal.SIGTERM)
            program.wait_for(lambda: "TERM" in log_of(program, "service"), "that it stops")
            program.process.send_signal(signal.SIGHUP)
            self.assertEqual(program.process.wait(20), 0)
            self.assertNotIn("again", log_of(program, "service"))
            self.assertIn("not reloaded", program.messages())

    def test_signals_that_mean_nothing(self):
        with Program(TICK + component("service", "sleep", "1000")) as program:
            pid = program.wait_for(lambda: of(program, "service")["pid"], "the service")
            for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE):
                program.process.send_signal(number)
            self.assertEqual(of(program, "service")["pid"], pid)
            with open(f"/proc/{pid}/status", encoding="utf-8") as file:  # and are what they were for components
                ignored = next(line.split()[1] for line in file if line.startswith("SigIgn"))
            self.assertEqual(int(ignored, 16), 0)
            self.assertEqual(program.stop(), 0)

    def test_dependents_of_what_never_gets_ready(self):
        config = (component("a", "sh", "-c", "exit 1", ready='{ log = "never" }', restart='"never"')
                  + component("b", "sleep", "1000", depends_on='["a"]') + component("c", "sleep", "1000", depends_on='["b"]'))
        with Program(TICK + config) as program:
            for name in "bc":
                program.wait_for(lambda at=name: of(program, at)["state"] == "error", name, 5)
                self.assertIn("'a'", of(program, name)["error"] if name == "b" else of(program, "b")["error"])
                self.assertIsNone(of(program, name)["pid"])

    def test_the_port_of_a_stranger(self):
        code = "import signal, socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True); signal.pause()"
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as stranger:
            port = stranger.stdout.readline().strip()
            try:
                config = (component("late", "sh", "-c", "sleep 2; exit 1", ready=f"{{ tcp = {port} }}", restart='"never"')
                          + component("needs", "sleep", "1000", depends_on='["late"]'))
                with Program(TICK + config) as program:
                    program.wait_for(lambda: f"port {port} is held by process {stranger.pid} (python3" in log_of(program, "late"),
                                     "the stranger's name")
                    self.assertEqual(of(program, "late")["state"], "starting")
                    program.wait_for(lambda: of(program, "needs")["state"] == "error", "the dependent's end")
                    self.assertIsNone(of(program, "needs")["pid"])
            finally:
                stranger.kill()


class Oneshots(unittest.TestCase):
    MIGRATE = "echo x >> runs; sleep 1; touch migrated; echo migrated; exit $(cat status 2>/dev/null)"
    NEEDS = "if [ -e migrated ]; then echo after; else echo before; fi; exec sleep 1000"

    def config(self, **migrate):
        return (TICK + component("migrate", "sh", "-c", self.MIGRATE, restart='"never"', **migrate)
                + component("slow", "sleep", "1000", ready='{ after = "2s" }')
                + component("needs", "sh", "-c", self.NEEDS, depends_on='["migrate", "slow"]'))

    def runs(self, program):
        with open(f"{program.work}/runs", encoding="utf-8") as file:
            return file.read().count("x")

    def test_what_needs_one_waits_until_it_is_done(self):
        with Program(self.config(type='"oneshot"')) as program:
            program.wait_for(lambda: of(program, "needs")["state"] == "running", "what needs it")
            program.wait_for(lambda: " after\n" in log_of(program, "needs"), "that it looks")
            done = of(program, "migrate")
            self.assertEqual((done["state"], done["error"], done["pid"]), ("stopped", None, None))
            status, answer = program.json("POST", "/api/components/needs/restart")
            self.assertEqual((status, answer["component"]["state"]), (200, "running"))
            self.assertEqual(self.runs(program), 1)
            self.assertEqual(program.json("POST", "/api/components/migrate/start")[0], 200)
            program.wait_for(lambda: self.runs(program) == 2 and of(program, "migrate")["state"] == "stopped", "a run by hand")
            self.assertEqual(program.stop(), 0)
            program.start()  # all are started
            program.wait_for(lambda: of(program, "needs")["state"] == "running", "what needs it")
            self.assertEqual(self.runs(program), 3)

    def test_what_needs_one_that_fails_does_not_start(self):
        with Program(self.config(type='"oneshot"'), expect_ready=False) as program:
            with open(f"{program.work}/status", "w", encoding="utf-8") as file:
                file.write("3")
            program.start()
            program.wait_for(lambda: of(program, "needs")["state"] == "error", "what needs it")
            self.assertEqual(of(program, "needs")["error"], "'migrate', which it depends on, failed: exit status 3: migrated")
            self.assertNotIn("before", log_of(program, "needs"))

    def test_a_service_that_ended_well_was_not_stopped(self):
        with Program(self.config()) as program:
            program.wait_for(lambda: of(program, "needs")["state"] != "starting", "what needs it")
            self.assertEqual((of(program, "needs")["state"], of(program, "needs")["error"]), ("running", None))


class Ends(unittest.TestCase):
    # Passes TERM on to a worker that finishes its work, and for which a second TERM means "at once".
    WORKER = ("import signal, sys\nfrom time import sleep\n"
              "heard = []\n"
              "signal.signal(signal.SIGTERM, lambda *_: (heard and (print('FORCED', flush=True), sys.exit(7)), heard.append(1)))\n"
              "print('worker ready', flush=True)\n"
              "while not heard: sleep(0.02)\n"
              "sleep(1)\n"
              "print('GRACEFUL', flush=True)\n")
    WRAPPER = ("import signal, subprocess, sys\nfrom time import sleep\n"
               f"worker = subprocess.Popen([sys.executable, '-c', {WORKER!r}])\n"
               "signal.signal(signal.SIGTERM, lambda *_: (sleep(0.2), worker.send_signal(signal.SIGTERM)))\n"
               "sys.exit(worker.wait())\n")
    # Says in a file which signal it heard, and ends by it.
    TELLS = ("import os, signal\nfrom time import sleep\n"
             "def tell(number, _):\n"
             "    with open('new', 'w') as file: file.write(signal.Signals(number).name)\n"
             "    os.rename('new', 'heard')\n"
             "    raise SystemExit(7)\n"
             "for number in (signal.SIGTERM, signal.SIGUSR1): signal.signal(number, tell)\n"
             "print('up', flush=True)\n"
             "sleep(1000)\n")

    def post(self, program, name, action):
        self.assertEqual(program.json("POST", f"/api/components/{name}/{action}")[0], 200)

    def reload(self, program, config):
        told = program.messages().count("configuration reloaded")
        program.write_config(config)
        program.process.send_signal(signal.SIGHUP)
        program.wait_for(lambda: program.messages().count("configuration reloaded") > told, "the reload")

    def test_a_wrapper_that_passes_the_signal_on(self):
        config = (python("both", self.WRAPPER, ready='{ log = "worker ready" }')
                  + python("alone", self.WRAPPER, ready='{ log = "worker ready" }', stop_mode='"main"'))
        with Program(TICK + config) as program:
            for name, last in (("both", "FORCED"), ("alone", "GRACEFUL")):
                program.wait_for(lambda at=name: of(program, at)["state"] == "running", name)
                self.post(program, name, "stop")
                self.assertEqual(of(program, name)["state"], "stopped")
                words = [word for word in ("FORCED", "GRACEFUL") if word in log_of(program, name)]
                self.assertEqual(words, [last], log_of(program, name))

    def test_a_slow_starter(self):
        slow = "from time import sleep; sleep(0.5); print('ready', flush=True); sleep(1000)"
        config = TICK + python("slow", slow, ready='{ log = "ready" }', restart='"never"')
        with Program(config + 'ready_timeout = "200ms"\n') as program:
            program.wait_for(lambda: of(program, "slow")["state"] == "error", "its end")
            self.assertEqual(of(program, "slow")["error"],
                             "not ready within 200ms (ready_timeout): no line with 'ready' was printed")
            self.reload(program, config + 'ready_timeout = "5m"\n')
            self.post(program, "slow", "start")
            self.assertEqual(of(program, "slow")["state"], "running")

    def test_a_watcher_that_ends_with_its_input(self):
        watcher = "import sys; print('up', flush=True); sys.stdin.read(); print('stdin closed', flush=True)"
        config = python("null", watcher) + python("open", watcher, stdin='"open"', ready='{ log = "up" }')
        with Program(TICK + config) as program:
            program.wait_for(lambda: "stdin closed" in log_of(program, "null"), "the end of its input")
            program.wait_for(lambda: of(program, "null")["state"] == "stopped", "its end")
            self.assertIsNone(of(program, "null")["error"])
            program.wait_for(lambda: of(program, "open")["state"] == "running", "the other")
            self.post(program, "open", "stop")
            self.assertEqual(of(program, "open")["state"], "stopped")

    def test_an_exit_code_that_is_no_failure(self):
        config = component("three", "sh", "-c", "exit 3", restart='"on-failure"', success_exit_codes="[0, 3]")
        with Program(TICK + config) as program:
            program.wait_for(lambda: "exit status 3" in log_of(program, "three"), "its end")
            program.wait_for(lambda: of(program, "three")["state"] == "stopped", "the state")
            self.assertIsNone(of(program, "three")["error"])
            self.assertEqual(log_of(program, "three").count("exit status 3"), 1)

    def test_a_reload_reaches_the_guard(self):
        config = TICK + python("tells", self.TELLS, ready='{ log = "up" }')
        with Program(config) as program:
            program.wait_for(lambda: of(program, "tells")["state"] == "running", "it")
            pid = of(program, "tells")["pid"]
            self.reload(program, config + 'stop_signal = "SIGUSR1"\n')
            self.assertEqual(of(program, "tells")["pid"], pid)
            program.process.kill()  # from here on its guard alone knows how it is to be stopped
            program.process.wait()
            program.wait_for(lambda: os.path.exists(f"{program.work}/heard"), "a signal")
            with open(f"{program.work}/heard", encoding="utf-8") as file:
                self.assertEqual(file.read(), "SIGUSR1")


class Levels(unittest.TestCase):
    CODE = ("import logging, os, sys\nfrom time import sleep\n"
            "logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,\n"
            "                    format='%(asctime)s - %(name)s - %(levelname)s - %(message)s')\n"
            "print('no error found', flush=True)\n"
            "print('Traceback (most recent call last):', file=sys.stderr, flush=True)\n"
            "logging.getLogger('shop').error('on out')\n"
            "print('\\033[32mINFO\\033[0m[0001] on err', file=sys.stderr, flush=True)\n"
            "print('{\"level\":\"debug\",\"msg\":\"on err\"}', file=sys.stderr, flush=True)\n"
            "while not os.path.exists('go'): sleep(0.02)\n"
            "logging.getLogger('shop').error('after the reload')\n"
            "sleep(1000)\n")

    def lines(self, program, least=None):
        status, lines = program.json("GET", "/api/instances/shop/logs" + (f"?level={least}" if least else ""), dialect="ark")
        self.assertEqual(status, 200)
        return {line["message"].split(" - ERROR - ")[-1]: line["level"] for line in lines}

    def test_words_decide_and_a_reload_changes_that_without_a_restart(self):
        config = TICK + '[[listener]]\nport = 0\ndialects = ["ark"]\n'
        with Program(config + python("shop", self.CODE)) as program:
            program.wait_for(lambda: len(self.lines(program)) == 5, "five lines")
            self.assertEqual(self.lines(program), {
                "no error found": "INFO", "Traceback (most recent call last):": "WARN", "on out": "ERROR",
                "INFO[0001] on err": "INFO", '{"level":"debug","msg":"on err"}': "DEBUG"})
            # The traceback may be an error: no filter says that there is none.
            self.assertEqual(self.lines(program, "ERROR"), {"Traceback (most recent call last):": "WARN", "on out": "ERROR"})
            pid = of(program, "shop")["pid"]
            program.write_config(config + python("shop", self.CODE, log_level='"stream"'))
            program.process.send_signal(signal.SIGHUP)
            program.wait_for(lambda: "configuration reloaded" in program.messages(), "the reload")
            with open(f"{program.work}/go", "w", encoding="utf-8"):
                pass
            program.wait_for(lambda: len(self.lines(program)) == 6, "the line after the reload")
            self.assertEqual(self.lines(program)["after the reload"], "INFO")
            self.assertEqual(self.lines(program)["on out"], "ERROR")
            self.assertEqual(of(program, "shop")["pid"], pid)
            log = log_of(program, "shop")
            self.assertRegex(log, r"(?m)^\S+Z err - Traceback")
            self.assertRegex(log, r"(?m)^\S+Z out ERROR .* - on out$")
            self.assertRegex(log, r"(?m)^\S+Z out - .* - after the reload$")


class Logs(unittest.TestCase):
    def test_moved_by_another_program(self):
        with Program(TICK + component("ticker", "sh", "-c", "while :; do echo tick; sleep 0.1; done")) as program:
            path = f"{program.data}/logs/ticker.log"
            program.wait_for(lambda: os.path.exists(path), "the log")
            os.rename(path, path + ".rotated")
            began = time.monotonic()
            program.wait_for(lambda: os.path.exists(path), "the new log", 5)
            self.assertLess(time.monotonic() - began, 2)

    def test_deleted_under_the_writer(self):
        config = component("flood", "sh", "-c", "echo one; until [ -e go ]; do sleep 0.05; done; "
                                                "yes the quick brown fox jumps | head -c 20000000; echo done > finished; sleep 1000")
        with Program(TICK + config) as program:
            path = f"{program.data}/logs/flood.log"
            program.wait_for(lambda: os.path.exists(path), "the log")
            os.unlink(path)
            with open(f"{program.work}/go", "w", encoding="utf-8"):
                pass
            program.wait_for(lambda: os.path.exists(f"{program.work}/finished"), "its end: it was blocked", 60)
            self.assertTrue(os.path.exists(path))

    def test_a_link_under_the_name_of_a_log(self):
        with Program(TICK + component("ticker", "sh", "-c", "while :; do echo tick; sleep 0.1; done")) as program:
            path = f"{program.data}/logs/ticker.log"
            precious = f"{program.folder.name}/precious"
            with open(precious, "w", encoding="utf-8") as file:
                file.write("precious")
            program.wait_for(lambda: os.path.exists(path), "the log")
            os.rename(path, path + ".1")
            os.symlink(precious, path + ".new")
            os.rename(path + ".new", path)
            program.wait_for(lambda: f"cannot open '{path}'" in program.messages(), "a message of the server")
            self.assertEqual(os.path.getsize(precious), len("precious"))
            os.unlink(path)
            program.wait_for(lambda: "could not be written to this file" in log_of(program, "ticker"), "the log")

    def test_messages_of_the_server_for_a_journal_of_somebody_else(self):
        with Program(TICK, environment={"JOURNAL_STREAM": "9:12345"}) as program:
            self.assertRegex(program.messages(), r"^\d{4}-\d\d-\d\dT[\d:.]+Z INFO server: listening")

    def test_messages_of_the_server_for_the_journal(self):
        with Program(TICK, expect_ready=False) as program:
            with open(program.log, "wb") as log:
                facts = os.fstat(log.fileno())
                program.environment["JOURNAL_STREAM"] = f"{facts.st_dev}:{facts.st_ino}"
            program.start()
            self.assertRegex(program.messages(), r"^<6>INFO server: listening")


@unittest.skipUnless(can_unshare(), "needs the right to make a process namespace")
class FirstProcess(unittest.TestCase):
    """As a container's first process."""

    def start(self, program):
        program.command = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", *program.command]
        program.start()
        with open(f"/proc/{program.process.pid}/task/{program.process.pid}/children", encoding="utf-8") as file:
            return int(file.read().split()[0])

    def test_it_starts_again_after_kill_9(self):
        with Program(TICK, expect_ready=False) as program:
            for _ in range(3):
                inner = self.start(program)
                program.command = program.command[5:]
                os.kill(inner, signal.SIGKILL)
                program.process.wait(20)

    def test_it_reaps_strangers(self):
        with Program(TICK, expect_ready=False) as program:
            inner = self.start(program)
            for _ in range(3):
                subprocess.run(["nsenter", "-t", str(inner), "-p", "-m", "sh", "-c", "(sleep 0.2 &); exit 0"], check=True)

            def orphans():
                listing = subprocess.run(["ps", "-eo", "ppid=,stat=,comm="], stdout=subprocess.PIPE, text=True, check=True).stdout
                # One guard waits for the next command.
                return [line for line in listing.splitlines() if line.split()[0] == str(inner) and line.split()[2] != "sbguard"]

            program.wait_for(lambda: not orphans(), "their end", 5)
            os.kill(inner, signal.SIGTERM)
            self.assertEqual(program.process.wait(20), 0)


if __name__ == "__main__":
    unittest.main(verbosity=1)
