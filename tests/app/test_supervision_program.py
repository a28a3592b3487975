# SPDX-License-Identifier: GPL-3.0-or-later
"""Probes and hooks of components, with the real program, real servers and real time."""
import json
import os
import socket
import sys
import unittest

from program import LISTENERS, Program, is_alive

TICK = '[server]\ntick = "200ms"\n' + LISTENERS

# Serves 200 'fine', 500 while there is a file "ill"; `python3 -m http.server` alone answers everything alike.
SERVER = """
import http.server, os, socketserver, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        text = b'fine'
        self.send_response(500 if os.path.exists('ill') else 200)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text)
    def log_message(self, *args):
        pass
socketserver.TCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(('127.0.0.1', int(sys.argv[1])), Handler).serve_forever()
"""

# Says READY=1, then WATCHDOG=1 until there is a file "mute", as sd_notify(3) has it.
NOTIFIER = """
import os, socket
from time import sleep
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.connect(os.environ['NOTIFY_SOCKET'])
assert os.environ['WATCHDOG_PID'] == str(os.getpid())
s.send(b'READY=1\\nSTATUS=at work')
while True:
    if not os.path.exists('mute'):
        s.send(b'WATCHDOG=1')
    sleep(int(os.environ['WATCHDOG_USEC']) / 4e6)
"""


def component(name, *command, **keys):
    lines = [f'[[component]]\nid = "{name}"\ncommand = {json.dumps(list(command))}']
    lines += [f"{key} = {value}" for key, value in keys.items()]
    return "\n".join(lines) + "\n"


def of(program, name):
    return next(one for one in program.json("GET", "/api/components")[1]["components"] if one["id"] == name)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def touch(program, name):
    with open(os.path.join(program.work, name), "w", encoding="utf-8"):
        pass


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Probes(unittest.TestCase):
    def test_a_service_over_http(self):
        port = free_port()
        http = f'http = "http://127.0.0.1:{port}/", body = "fine", interval = "100ms"'
        config = TICK + component("web", sys.executable, "-uc", SERVER, str(port), ready=f"{{ {http} }}",
                                  health=f"{{ {http}, failures = 2 }}")
        with Program(config) as program:
            program.wait_for(lambda: of(program, "web")["state"] == "running", "the service")
            web = of(program, "web")
            self.assertEqual((web["health"], web["error"]), ("healthy", None))
            touch(program, "ill")
            program.wait_for(lambda: of(program, "web")["health"] == "degraded", "that it is degraded")
            ill = of(program, "web")
            self.assertEqual((ill["state"], ill["pid"]), ("running", web["pid"]))
            self.assertRegex(ill["error"],
                             rf"^http://127.0.0.1:{port}/ answers 500 \(2 times in a row, since \d{{4}}-.*Z\)$")
            self.assertGreaterEqual(ill["health_since"], web["health_since"])
            os.remove(os.path.join(program.work, "ill"))
            program.wait_for(lambda: of(program, "web")["health"] == "healthy", "that it is healthy again")
            self.assertIsNone(of(program, "web")["error"])

    def test_a_reload_asks_anew_and_restarts_nothing(self):
        config = TICK + component("a", "sleep", "1000")
        with Program(config) as program:
            program.wait_for(lambda: of(program, "a")["state"] == "running", "the component")
            before = of(program, "a")
            self.assertIsNone(before["health"])
            program.write_config(config + 'health = { command = ["false"], interval = "100ms" }\n'
                                          'ready = { log = "never" }\n')
            program.process.send_signal(1)  # SIGHUP
            program.wait_for(lambda: of(program, "a")["health"] == "degraded", "that it is degraded")
            self.assertEqual(of(program, "a")["pid"], before["pid"])

    def test_one_that_speaks_as_to_systemd(self):
        config = TICK + component("a", sys.executable, "-uc", NOTIFIER, ready="{ notify = true }", restart_delay='"50ms"',
                                  health='{ watchdog = "1s", action = "restart" }')
        environment = dict(os.environ, NOTIFY_SOCKET="/nowhere/of/the/server", WATCHDOG_USEC="1")
        with Program(config, environment=environment) as program:
            program.wait_for(lambda: of(program, "a")["state"] == "running", "the component")
            before = of(program, "a")
            touch(program, "mute")
            program.wait_for(lambda: of(program, "a")["error"], "its silence")
            self.assertRegex(of(program, "a")["error"], r"^it has not said WATCHDOG=1 for 1s, since \d{4}-.*Z$")
            os.remove(os.path.join(program.work, "mute"))
            program.wait_for(lambda: of(program, "a")["state"] == "running" and of(program, "a")["pid"] != before["pid"],
                             "its restart")


class Hooks(unittest.TestCase):
    def test_they_run_and_nothing_is_left_of_them(self):
        hook = ["sh", "-c", "echo $SIGNALBOX_HOOK $SIGNALBOX_EXIT >> trace; echo it says $SIGNALBOX_HOOK"]
        hang = ["sh", "-c", "trap '' TERM; setsid sleep 1000 & echo $! > child.new; mv child.new child; wait"]
        keys = {name: json.dumps(hook) for name in ("before_start", "after_start", "after_stop", "on_failure")}
        config = TICK + component("a", "sleep", "1000", **keys, stop_timeout='"1s"',
                                  before_stop=f'{{ command = {json.dumps(hang)}, timeout = "1h" }}')
        with Program(config) as program:
            trace = os.path.join(program.work, "trace")
            program.wait_for(lambda: os.path.exists(trace) and "after_start" in text_of(trace), "the hooks")
            pid = of(program, "a")["pid"]
            self.assertEqual(program.stop(), 0)
            self.assertEqual(text_of(trace), "before_start\nafter_start\nafter_stop killed by signal 15 (TERM)\n")
            self.assertFalse(is_alive(int(text_of(os.path.join(program.work, "child")))))
            self.assertFalse(is_alive(pid))
            self.assertIn("server INFO [signalbox] before_start: it says before_start\n",
                          text_of(os.path.join(program.data, "logs/a.log")))

    def test_a_start_that_may_not_be(self):
        config = TICK + component("a", "sleep", "1000", before_start='["sh", "-c", "echo no licence; exit 4"]',
                                  restart='"never"')
        with Program(config) as program:
            program.wait_for(lambda: of(program, "a")["state"] == "error", "the refusal")
            self.assertEqual(of(program, "a")["error"], "before_start failed: exit status 4: no licence")


if __name__ == "__main__":
    unittest.main(verbosity=2)
