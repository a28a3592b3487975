# SPDX-License-Identifier: GPL-3.0-or-later
"""What components may use and what they have, seen from outside: limits, ports, descriptors and figures of real programs."""
import signal
import socket
import unittest

from program import Program

SERVER = r"""
import http.server, signal, sys
class Handler(http.server.BaseHTTPRequestHandler):
    served = 0
    def do_GET(self):
        Handler.served += 100
        body = f'# TYPE served counter\nserved{{code="200"}} {Handler.served}\nqueue{{name="a"}} 7\n'.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_):
        pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
"""

CONFIG = """
[server]
tick = "1s"

[[listener]]
port = 0
dialects = ["sutra"]

[[component]]
id = "web"
command = ["/usr/bin/python3", "-c", '''{server}''', "{port}"]
ready = {{ tcp = {port} }}
restart = "never"
nice = {nice}
open_files = 128
metrics = {{ url = "http://127.0.0.1:{port}/", format = "prometheus" }}
figures = ["served:rate", "queue{{name=\\"a\\"}}", "missing"]

[[component]]
id = "late"
command = ["/usr/bin/python3", "-m", "http.server", "--bind", "127.0.0.1", "{port}"]
depends_on = ["web"]
restart = "never"

[[component]]
id = "hog"
command = ["/usr/bin/python3", "-c", "import signal; many = bytearray(200 << 20); signal.pause()"]
restart = "never"
memory_limit = "64MiB"
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Resources(unittest.TestCase):
    def setUp(self):
        self.port = free_port()
        self.program = self.enterContext(Program(self.config(nice=3)))

    def config(self, nice):
        return CONFIG.format(server=SERVER, port=self.port, nice=nice)

    def component(self, name):
        status, answer = self.program.json("GET", "/api/components")[:2]
        self.assertEqual(status, 200)
        return next(each for each in answer["components"] if each["id"] == name)

    def log(self, name):
        with open(f"{self.program.data}/logs/{name}.log", encoding="utf-8") as file:
            return file.read()

    def test_what_a_component_has_and_tells(self):
        program = self.program
        program.wait_for(lambda: "served:rate" in self.component("web")["figures"], "a rate")
        program.wait_for(lambda: self.component("web")["listens_on"], "a port")
        web = self.component("web")
        self.assertEqual(web["limits"], "nice 3, 128 open files by rlimit")
        self.assertEqual(web["listens_on"], [{"address": "127.0.0.1", "port": self.port}])
        self.assertEqual((web["processes"], web["threads"]), (1, 1))
        self.assertGreater(web["descriptors"], 3)
        self.assertEqual(web["figures"]["queue{name=\"a\"}"], 7)
        program.wait_for(lambda: 50 < self.component("web")["figures"]["served:rate"] < 200, "100 in each second")
        self.assertNotIn("missing", self.component("web")["figures"])
        metrics = program.request("GET", "/metrics")[2]
        self.assertIn(r'signalbox_component_figure{component="web",figure="queue{name=\"a\"}"} 7', metrics)
        self.assertIn(f'signalbox_component_listens{{component="web",address="127.0.0.1",port="{self.port}"}} 1', metrics)
        self.assertEqual(self.log("web").count("no number 'missing'"), 1)

    def test_who_is_in_the_way_is_said(self):
        self.program.wait_for(lambda: "is held by" in (self.component("late")["error"] or ""), "the holder")
        pid = self.component("web")["pid"]
        held = f"port {self.port} is held by process {pid} (python3) of component 'web'"
        self.assertIn(held, self.component("late")["error"])
        self.assertIn(held, self.log("late"))

    def test_too_much_memory_is_said(self):
        self.program.wait_for(lambda: self.component("hog")["state"] == "error", "the end of the hog")
        self.assertIn("killed: memory limit of 64 MiB", self.component("hog")["error"])

    def test_a_reload_reaches_what_runs(self):
        self.program.wait_for(lambda: self.component("web")["state"] == "running", "web runs")
        pid = self.component("web")["pid"]
        self.program.write_config(self.config(nice=6))
        self.program.process.send_signal(signal.SIGHUP)
        self.program.wait_for(lambda: self.component("web")["limits"].startswith("nice 6"), "the reload")
        self.assertEqual(self.component("web")["pid"], pid)
        with open(f"/proc/{pid}/stat", encoding="utf-8") as own, open("/proc/self/stat", encoding="utf-8") as ours:
            nice = [int(file.read().rsplit(")", 1)[1].split()[16]) for file in (own, ours)]
        self.assertEqual(nice[0], min(nice[1] + 6, 19))


if __name__ == "__main__":
    unittest.main()
