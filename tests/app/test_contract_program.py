# SPDX-License-Identifier: GPL-3.0-or-later
"""What users, scripts and monitors rely on, compared with what was recorded: the command line, configurations and their
mistakes, pages, documents, metrics, the ready file. Refusals and conversations have tests of their own; what varies, and
how to record anew, is in recordings.py."""
import hashlib
import json
import os
import re
import subprocess
import tempfile
import unittest

import websockets
from prometheus_client.parser import text_string_to_metric_families

from listeners import EveryListener
from program import Program
from recordings import Recorded, clean_environment, hide_version, main, without_what_varies
from transcripts import Transcript

DIALECTS = ("airavata", "alger", "ark", "pow", "sutra")
GOOD = '[server]\nworkers = 3\n\n[[listener]]\nport = 0\ndialects = ["sutra"]\n'
OPEN = ('[server]\nbind = "0.0.0.0"\n\n[[listener]]\nport = 0\ndialects = ["sutra"]\nanonymous = "operator"\n\n'
        '[[user]]\nname = "admin"\npassword = "admin"\nroles = ["admin"]\n')


class CommandLine(Recorded, unittest.TestCase):
    def setUp(self):
        self.folder = os.path.realpath(self.enterContext(tempfile.TemporaryDirectory(prefix="signalbox-test-")))
        self.environment = clean_environment(HOME=self.folder, XDG_CONFIG_HOME=f"{self.folder}/config",
                                             XDG_STATE_HOME=f"{self.folder}/state", LC_ALL="C.UTF-8")
        self.write("full.env", "# no variables\n")

    def run_program(self, *arguments, **variables):
        """(exit code, standard output, standard error), in a folder that holds what write() wrote."""
        done = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], *arguments], input="", capture_output=True, text=True,
                              cwd=self.folder, env=self.environment | variables, timeout=60)
        return [done.returncode, *(text.replace(self.folder, "<folder>") for text in (done.stdout, done.stderr))]

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def printed(self, *arguments):
        code, text, complaints = self.run_program(*arguments)
        self.assertEqual((code, complaints), (0, ""))
        return text

    @staticmethod
    def hide_processors(text):
        """Their number is that of the workers where nobody chose one."""
        return re.sub(rf"(?m)^workers = {len(os.sched_getaffinity(0))}$", "workers = <processors>", text)

    def test_help(self):
        self.assertRecorded("contract/commands/help.txt", self.printed("--help"))
        self.assertEqual(self.printed("-h"), self.printed("--help"))

    def test_protocols(self):
        for dialect in DIALECTS:
            with self.subTest(dialect):
                self.assertRecorded(f"contract/commands/protocol-{dialect}.txt", self.printed("--print-protocol", dialect))

    def test_the_built_in_example(self):
        if os.path.exists("/etc/signalbox/signalbox.toml"):
            self.skipTest("this machine's configuration is taken before the example")
        self.assertRecorded("contract/commands/printed-example.txt",
                            self.hide_processors(self.printed("--print-config")))

    def test_configurations(self):
        for name in ("full", "emptied"):
            with self.subTest(name):
                given = self.read(f"contract/commands/{name}.toml")
                self.write("signalbox.toml", given)
                code, checked, _ = self.run_program("--check-config", "-c", "signalbox.toml")  # this machine has not all of it
                self.assertRegex(checked, r"^signalbox\.toml: no problems found(; warnings: \d+)?\n$")
                self.assertEqual(code, 0)
                printed = self.printed("--print-config", "-c", "signalbox.toml")
                self.assertRecorded(f"contract/commands/printed-{name}.txt",
                                    printed if "workers" in given else self.hide_processors(printed))

    def test_what_is_printed_is_a_configuration(self):
        for name in ("full", "emptied"):
            self.write("signalbox.toml", self.read(f"contract/commands/{name}.toml"))
            once = self.printed("--print-config", "-c", "signalbox.toml")
            self.write("signalbox.toml", once.replace("<folder>", self.folder))
            hidden = [line for line in once.splitlines() if line.endswith("not shown")]
            self.assertEqual([line for line in once.splitlines() if line not in hidden],
                             self.printed("--print-config", "-c", "signalbox.toml").splitlines())

    def test_problems(self):
        """problems.txt holds broken configurations and, behind "<", what is said of each."""
        told = ""
        for case in re.split(r"(?m)^==== ", self.read("contract/commands/problems.txt"))[1:]:
            title, text = case.split("\n", 1)
            given = re.sub(r"(?m)^< .*\n", "", text)
            # "@x*9@" stands for nine x: what is too large would not be readable here.
            self.write("problems.toml", re.sub(r"@x\*(\d+)@", lambda match: "x" * int(match[1]), given))
            code, output, said = self.run_program("--check-config", "--config", "problems.toml")
            self.assertEqual((code, output), (78, ""), title)
            told += f"==== {title}\n{given}" + "".join(f"< {line}\n" for line in said.splitlines())
        self.assertRecorded("contract/commands/problems.txt", told)

    def test_usage(self):
        """usage.txt holds command lines and, indented, what each prints."""
        for name, text in (("good.toml", GOOD), ("bad.toml", "nonsense = 1\n"), ("open.toml", OPEN)):
            self.write(name, text)
        told = ""
        for command in re.findall(r"(?m)^\$ .*$", self.read("contract/commands/usage.txt")):
            words = ["" if word == "''" else word for word in command.split()[1:]]
            at = words.index("signalbox")
            code, output, said = self.run_program(*words[at + 1:], **dict(word.split("=", 1) for word in words[:at]))
            told += f"{command}\n" + "".join(f"  {line}\n" for line in [*(output + said).splitlines(), f"exit {code}"])
        told = re.sub(r"(?m)^  signalbox \d.*$", "  signalbox <version>", told)
        self.assertRecorded("contract/commands/usage.txt", re.sub(r"(?m)^  \S+Z (?=[A-Z]+ )", "  <time> ", told))


class Pages(EveryListener):
    folder = "contract/pages"

    def test_ready_file(self):
        with open(self.program.ready_file, encoding="utf-8") as file:
            text = file.read()
        self.assertRecorded("contract/pages/ready.txt", re.sub(r'"port":\d+', '"port":<port>', without_what_varies(text)))

    def test_documents(self):
        for listener, path in (("airavata", "/api/v2/openapi.json"), ("ark", "/api/openapi.json"), ("pow", "/openapi.json"),
                               ("sutra", "/openapi.json")):
            with self.subTest(listener):
                script = Transcript()
                script.exchange(self.ports[listener], "GET", path)
                self.record(f"openapi-{listener}.txt", script)
        second, first = (self.program.request("GET", f"/api/{version}/openapi.json", None, "airavata")[2]
                         for version in ("v2", "v1"))
        self.assertEqual(first, second)

    def test_documents_of_wires(self):
        def tidy(text):
            document = json.loads(text)
            document["info"]["version"] = "<version>"
            return json.dumps(document, indent=1, ensure_ascii=False)

        for listener, path in (("airavata", "/api/v2/asyncapi.json"), ("alger", "/asyncapi.json"),
                               ("ark", "/api/asyncapi.json"), ("pow", "/asyncapi.json"), ("sutra", "/asyncapi.json")):
            with self.subTest(listener):
                script = Transcript()
                script.exchange(self.ports[listener], "GET", path, tidy=tidy)
                self.record(f"asyncapi-{listener}.txt", script)
        second, first = (self.program.request("GET", f"/api/{version}/asyncapi.json", None, "airavata")[2]
                         for version in ("v2", "v1"))
        self.assertEqual(first, second)

    def test_pages(self):
        script = Transcript()
        for listener, port in self.ports.items():
            script.remark(f"the first page of the listener '{listener}'")
            script.exchange(port, "GET", "/")
        for listener, prefix in (("sutra", ""), ("pow", ""), ("ark", "/api"), ("airavata", "/api/v2"),
                                 ("airavata", "/api/v1")):
            script.remark(f"Swagger UI of the listener '{listener}'")
            for file in ("", "/", "/start.js", "/nothing.js", "/../start.js"):
                script.exchange(self.ports[listener], "GET", f"{prefix}/docs{file}")
        script.remark("the same page where ReDoc is looked for")
        script.exchange(self.ports["sutra"], "GET", "/redoc")
        self.record("pages.txt", script)

    def test_files(self):
        """Parts of pages: name, type and, where the file is ours, what is in it."""
        told = ""
        for path in ("/dashboard.js", "/dashboard.css", "/icon.svg"):
            status, headers, text = self.program.request("GET", path)
            told += f"{path}: {status} {headers['Content-Type']} SHA-256 {hashlib.sha256(text.encode()).hexdigest()}\n"
        for file in ("swagger-ui.css", "swagger-ui-bundle.js", "LICENSE", "NOTICE"):  # of its npm package
            status, headers, text = self.program.request("GET", f"/docs/{file}")
            told += f"/docs/{file}: {status} {headers['Content-Type']}, {'something' if text else 'nothing'} in it\n"
        self.assertRecorded("contract/pages/files.txt", told)

    def test_health(self):
        script = Transcript()
        for listener in ("sutra", "ark and pow", "alger"):
            for path in ("/healthz", "/readyz"):
                script.exchange(self.ports[listener], "GET", path)
        script.remark("of dialects")
        for listener, path in (("ark", "/health"), ("ark", "/api/health"), ("airavata", "/api/v2/health")):
            script.exchange(self.ports[listener], "GET", path)
        script.remark("the same without a body")
        script.exchange(self.ports["sutra"], "HEAD", "/healthz")
        self.assertRecorded("contract/pages/health.txt", hide_version(script.text()))


class Figures(Recorded, unittest.IsolatedAsyncioTestCase):
    CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra", "alger", "airavata"]

[[listener]]
port = 0
dialects = ["ark", "pow"]

[[component]]
id = "steady"
command = ["sleep", "1000"]

[[component]]
id = "idle"
command = ["sleep", "1000"]
autostart = false

[[component]]
id = "failed"
command = ["/no/such/program"]
restart = "never"

[[process]]
name = "echo"
command = ["cat"]
"""
    # Measured, or of now. All others are what the test below makes them.
    VARY = ("start_time_seconds|last_sample_timestamp_seconds|host_cpu_ratio|host_memory_ratio|storage_bytes"
            "|queries_per_second|query_latency_seconds|component_cpu_cores|component_memory_bytes|component_threads"
            "|component_open_descriptors|component_read_bytes_total|component_written_bytes_total")

    async def test_metrics(self):
        program = self.enterContext(Program(self.CONFIG, environment=clean_environment()))

        def value(name, labels):
            families = text_string_to_metric_families(program.request("GET", "/metrics")[2])
            return next((sample.value for family in families for sample in family.samples
                         if (sample.name, sample.labels) == (f"signalbox_{name}", labels)), None)

        async with websockets.connect(program.url("/ws", "ark", "ws")), \
                websockets.connect(program.url("/", "pow", "ws"), subprotocols=["pow-1"]) as call:
            await call.send(b'{"call":"echo"}')
            for name, labels in (("component_state", {"component": "steady", "state": "running"}),
                                 ("component_state", {"component": "failed", "state": "error"}),
                                 ("executions", {"kind": "process", "state": "running"}),
                                 ("clients", {"dialect": "ark"}), ("clients", {"dialect": "pow"})):
                program.wait_for(lambda: value(name, labels) == 1, f"{name} {labels}")
            for name in ("component_cpu_cores", "component_memory_bytes", "component_threads", "component_open_descriptors"):
                program.wait_for(lambda: value(name, {"component": "steady"}) is not None, name)
            script = Transcript()
            script.exchange(program.port(), "GET", "/metrics")
        self.assertRecorded("contract/pages/metrics.txt", hide_version(script.text(more=[
            (rf"(?m)^(< signalbox_(?:{self.VARY})(?:{{.*}})?) \S+$", r"\1 <figure>"),
            (r"(?m)^< Content-Length: .*$", "< Content-Length: <length>")])))


if __name__ == "__main__":
    main("contract/commands", "contract/pages")
