# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration in pieces with secrets and files of variables: started, reloaded, printed, and what clients and files then
see of it (docs/interface.md, "Configuration" and "Reload"; docs/reliability.md, "Secrets stay secret")."""
import asyncio
import json
import os
import subprocess
import unittest

import websockets

from algerclient import AlgerClient
from listeners import token_of
from program import Program

TOKEN = "correct-horse-battery"
KEY = "staple line one\nstaple line two"
LISTENERS = "".join(f'[[listener]]\nport = 0\ndialects = ["{name}"]\nanonymous = "operator"\n'
                    for name in ("sutra", "alger", "airavata", "ark", "pow"))
# No command line has the secret or a part of it.
HALVES = r"printf 'half %s' \"${TOKEN%%-*}\"; sleep 0.2; echo \"${TOKEN#*t}\";"
SECRETS = f"""
include = ["conf.d/*.toml"]
[server]
tick = "100ms"
{LISTENERS}
[[user]]
name = "admin"
password = "admin"
roles = ["admin"]
[secrets]
TOKEN = {{ command = ["sh", "-c", "echo pbeerpg-ubefr-onggrel | tr a-z n-za-m"] }}
KEY = {{ file = "private/key" }}
[[component]]
id = "printer"
command = ["sh", "-c", "echo \\"got $TOKEN\\"; {HALVES} echo \\"$KEY\\" >&2; echo done; exec sleep 1000"]
secrets = ["TOKEN", "KEY"]
ready = {{ log = "done" }}
[[component]]
id = "failing"
command = ["sh", "-c", "echo $KEY; exit 3"]
secrets = ["KEY"]
restart = "never"
[[kind]]
name = "teller"
command = ["sh", "-c", "echo \\"::progress 50 at $TOKEN\\"; {HALVES} echo \\"$KEY\\""]
secrets = ["TOKEN"]
[[pipeline]]
id = "good"
nodes = [ {{ id = "tell", kind = "teller", secrets = ["KEY"] }}, {{ id = "pass", command = ["cat"], after = ["tell"] }} ]
[[pipeline]]
id = "bad"
nodes = [ {{ id = "fail", command = ["sh", "-c", "echo \\"no $TOKEN\\" >&2; exit 3"], secrets = ["TOKEN"] }} ]
[[process]]
name = "teller"
command = ["sh", "-c", "{HALVES} cat; echo $TOKEN >&2; echo '[\\"'$TOKEN'\\"]'"]
secrets = ["TOKEN", "KEY"]
result = "last-line"
params = "ignore"
"""


class Pieces(unittest.IsolatedAsyncioTestCase):
    def start(self, config, **files):
        self.program = Program(config, expect_ready=False)
        self.enterContext(self.program)
        for name, text in files.items():
            self.write(name.replace("__", "/").replace("_", "."), text)
        return self.program.start()

    def write(self, name, text):
        path = os.path.join(self.program.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(text)

    def printed(self, *arguments):
        return subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--print-config", *arguments, "--config", self.program.config],
                              capture_output=True, text=True, check=True).stdout

    def reload(self, said):
        before = self.program.messages().count(said)
        self.program.process.send_signal(1)
        self.program.wait_for(lambda: self.program.messages().count(said) > before, said)

    def component(self, name):
        return self.program.status()["components"][name]

    async def test_secrets_are_on_no_wire(self):
        program = self.start(SECRETS, private__key=KEY + "\n")
        heard = []

        async def listen(dialect, path, *protocols):
            async with websockets.connect(program.url(path, dialect, "ws"), subprotocols=protocols or None) as client:
                while True:
                    heard.append(str(await client.recv()))

        listeners = [asyncio.create_task(listen("sutra", "/ws")), asyncio.create_task(listen("ark", "/ws"))]
        await asyncio.sleep(0)
        program.wait_for(lambda: self.component("printer")["state"] == "running", "the printer")
        program.wait_for(lambda: self.component("failing")["state"] == "error", "the failing one")
        async with AlgerClient(program.url("/", "alger", "ws")) as client:
            for pipeline in ("good", "bad"):
                number, content = await client.request(103, pipelineId=pipeline)
                heard.append(json.dumps(content))
                number, output = await client.output_of(content["executionId"])
                heard.append(json.dumps(output))
                if pipeline == "good":
                    self.assertIn("half ***", json.dumps(output))
            heard += [json.dumps(each) for each in client.pushes]
        async with websockets.connect(program.url("/any", "pow", "ws"), subprotocols=["pow-1"]) as client:
            await client.send(json.dumps({"call": "teller", "params": []}).encode())
            await client.send(f"echoed {TOKEN} ")
            await client.send(json.dumps({"signal": "close"}).encode())
            call = [each if isinstance(each, str) else each.decode() async for each in client]
        self.assertEqual("".join(call[:-1]), "half ***\nechoed *** ***\n[\"***\"]\n")
        self.assertEqual(json.loads(call[-1]), {"status": "fulfilled", "value": ["***"]})
        heard += call
        token = token_of(program, "admin")
        for dialect, path in (("sutra", "/api/status"), ("sutra", "/api/components"), ("sutra", "/metrics"),
                              ("ark", "/api/instances"), ("ark", "/api/instances/printer/logs"), ("ark", "/api/jobs"),
                              ("airavata", "/api/v2/experiments"), ("pow", "/"), ("alger", "/")):
            heard.append(program.request("GET", path, None, dialect, {"Authorization": f"Bearer {token}"})[2])
        logs = json.loads(program.request("GET", "/api/instances/printer/logs", None, "ark")[2])
        lines = [each["message"] for each in logs]
        self.assertEqual([line for line in lines if "***" in line or "got" in line],
                         ["***", "half ***", "got ***"], logs)  # the newest first
        heard += [self.printed(), self.printed("--origins")]
        for task in listeners:
            task.cancel()
        self.assertEqual(program.stop(), 0)
        heard.append(program.messages())
        for folder, _, names in os.walk(program.data):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    heard.append(file.read().decode(errors="replace"))
        self.assertGreater(sum("***" in each for each in heard), 5)
        for secret in ("correct", "-horse", "staple"):
            leaks = [each[max(each.index(secret) - 200, 0):][:400] for each in heard if secret in each]
            self.assertEqual(leaks, [])

    def test_a_secret_that_is_not_there(self):
        program = self.start('[[listener]]\nport = 0\ndialects = ["sutra"]\n[secrets]\nKEY = { file = "key" }\n[[component]]\n'
                             'id = "a"\ncommand = ["sleep", "1000"]\nsecrets = ["KEY"]\nrestart = "never"\n')
        program.wait_for(lambda: self.component("a")["state"] == "error", "the error")
        self.assertIn("cannot read the secret 'KEY': ", self.component("a")["error"])
        self.assertIn("/key: No such file or directory (create it with mode 0600", self.component("a")["error"])
        self.write("key", "staple")
        self.assertEqual(program.json("POST", "/api/components/a/start")[0], 200)
        self.assertEqual(self.component("a")["state"], "running")

    def test_a_broken_piece_at_a_reload(self):
        main = 'include = ["conf.d/*.toml"]\n[[listener]]\nport = 0\ndialects = ["sutra"]\n'
        program = self.start(main, **{
            "conf_d__a_toml": '[[component]]\nid = "a"\ncommand = ["sleep", "1000"]\nenvironment_file = "a.env"\n',
            "conf_d__a_env": "A=1\n",
            "conf_d__b_toml": '[[component]]\nid = "b"\nlike = "a"\n'})
        program.wait_for(lambda: self.component("b")["state"] == "running", "b")
        origins = self.printed("--origins")
        self.assertIn(f'command = ["sleep", "1000"]  # {program.folder.name}/conf.d/a.toml:3\n', origins)
        self.assertIn('id = "b"  # ' + program.folder.name + "/conf.d/b.toml:2\n", origins)
        self.assertIn("restart_delay = \"1s\"  # default\n", origins)

        def pids():
            return [self.component(name)["pid"] for name in ("a", "b")]

        first = pids()
        self.write("conf.d/a.toml", '[[component]]\nid = "a"\ncommand = 7\n')
        self.write("conf.d/c.toml", '[[component]]\nid = "c"\ncommand = ["sleep", "1000"]\n')
        self.reload("'" + program.folder.name + "/conf.d/a.toml' was not reloaded and counts as it was: "
                    + program.folder.name + "/conf.d/a.toml:3:11: command must be a list of texts")
        program.wait_for(lambda: "c" in program.status()["components"], "c")
        self.assertEqual(pids(), first)
        self.write("conf.d/a.toml", '[[component]]\nid = "a"\ncommand = ["sleep", "1000"]\nenvironment_file = "a.env"\n')
        self.reload("configuration reloaded: nothing to apply")
        self.assertEqual(pids(), first)
        self.write("conf.d/a.env", "A=2\n")  # both have it
        self.reload("configuration reloaded; applied: [[component]]")
        program.wait_for(lambda: not set(pids()) & {*first, None}, "both restarted")
        self.assertEqual(program.stop(), 0)

        self.write("conf.d/b.toml", "nonsense\n")
        done = subprocess.run(program.command, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (78, ""))
        self.assertIn("/conf.d/b.toml:1:", done.stderr)


if __name__ == "__main__":
    unittest.main()
