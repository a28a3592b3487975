# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what by where they come from: the server's own user, other users of the machine, and what proxies bring, on
every wire; with the passwords that everybody knows. Only root can be another user."""
import json
import os
import subprocess
import sys
import unittest

from program import Program

OTHER = 12345  # a user without a name
CONFIG = """
[server]
tick = "1h"
%s

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[user]]
name = "mira"
password = "four goats on a hill"
roles = ["operator"]

[[component]]
id = "steady"
command = ["sleep", "1000"]

[[process]]
name = "done"
command = ["true"]
result = "exit-code"

""" + "".join(f'[[listener]]\nport = 0\ndialects = ["{wire}"]\n%s\n\n'
              for wire in ("sutra", "airavata", "ark", "pow", "alger"))
FORWARDED = {"X-Forwarded-For": "203.0.113.9"}
AGENT = {"agentId": "far", "hostname": "far", "version": "1",
         "capabilities": {"supportsHardlinks": True, "maxConcurrentJobs": 1, "supportedGameTypes": ["ASA"]}}
REFUSAL = "well-known passwords count only for the server's own user on this machine (set another password)"

# Reads tasks as JSON, each a request ["http", method, port, path, headers, body] or a WebSocket ["ws", port, path,
# subprotocol, headers, message], and prints what came of each.
PROBE = r"""
import asyncio, http.client, json, sys
import websockets

def request(method, port, path, headers, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()

async def socket(port, path, protocol, headers, message):
    more = {"extra_headers" if int(websockets.__version__.split(".", maxsplit=1)[0]) < 14 else "additional_headers": headers}
    try:
        async with websockets.connect(f"ws://127.0.0.1:{port}{path}", subprotocols=[protocol] if protocol else None,
                                      **more) as client:
            if message is not None:
                await client.send(message.encode() if protocol == "pow-1" else message)
            first = await asyncio.wait_for(client.recv(), 20)
            return "open", first if isinstance(first, str) else first.decode()
    except websockets.ConnectionClosed as closed:
        return closed.code, closed.reason
    except websockets.InvalidHandshake as refused:
        return (refused.status_code if hasattr(refused, "status_code") else refused.response.status_code), ""

print(json.dumps([request(*task[1:]) if task[0] == "http" else asyncio.run(socket(*task[1:]))
                  for task in json.load(sys.stdin)]))
"""


class Access(unittest.TestCase):
    def start(self, server="", listener="", **arguments):
        return self.enterContext(Program(CONFIG % (server, *(listener,) * 5), **arguments))

    def probe(self, tasks, user=None):
        """What came of the tasks, done by a process of that user."""
        other = {} if user is None else {"user": user, "group": user, "extra_groups": []}
        done = subprocess.run(["/usr/bin/python3", "-I", "-c", PROBE], input=json.dumps(tasks), text=True, cwd="/",
                              capture_output=True, timeout=120, check=False, **other)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [tuple(each) for each in json.loads(done.stdout)]

    def actions(self, program, headers):
        """What a viewer may do on each wire, and what takes an operator."""
        port = program.port
        sees = [["http", "GET", port("sutra"), "/api/status", headers, None],
                ["http", "GET", port("ark"), "/jobs", headers, None],
                ["ws", port("sutra"), "/ws", None, headers, None]]
        acts = [["http", "POST", port("sutra"), "/api/components/steady/restart", headers, None],
                ["http", "POST", port("ark"), "/agents/register", headers, json.dumps(AGENT)],
                ["ws", port("pow"), "/", "pow-1", headers, '{"call":"done"}']]
        return sees, acts

    def assertRole(self, program, role, user=None, headers=None):
        headers = headers or {}
        sees, acts = self.actions(program, headers)
        outcomes = self.probe(sees + acts, user)
        seen = [outcome[0] not in (401, 403) for outcome in outcomes[:len(sees)]]
        acted = [self.isGood(outcome) for outcome in outcomes[len(sees):]]
        self.assertEqual(seen, [role != "none"] * len(sees), outcomes)
        self.assertEqual(acted, [role == "operator"] * len(acts), outcomes)
        # Documents and signs of life are everybody's.
        open_to_all = [["http", "GET", program.port(wire), path, headers, None] for wire, path in (
            ("sutra", "/healthz"), ("sutra", "/readyz"), ("sutra", "/openapi.json"), ("sutra", "/asyncapi.json"),
            ("sutra", "/docs/"), ("pow", "/openapi.json"), ("ark", "/api/openapi.json"), ("alger", "/asyncapi.json"),
            ("airavata", "/api/v2/openapi.json"))]
        self.assertEqual([status for status, _ in self.probe(open_to_all, user)], [200] * len(open_to_all))

    @staticmethod
    def isGood(outcome):
        status, text = outcome
        return status in (200, 201) or (status == "open" and "rejected" not in text)

    # docs/model.md, "Who may do what": without credentials.

    def test_own_user_operates(self):
        self.assertRole(self.start(), "operator")

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_other_users_look(self):
        program = self.start()
        self.assertRole(program, "viewer", OTHER)
        self.assertRole(program, "viewer", 65534)  # whom the kernel shows for everybody outside of a container

    def test_what_a_proxy_brings_needs_credentials(self):
        program = self.start()
        for headers in (FORWARDED, {"Forwarded": "for=127.0.0.1"}, {"X-Real-IP": "127.0.0.1"}, {"Via": "1.1 box"},
                        {"X-Forwarded-Proto": "https"}):
            self.assertRole(program, "none", headers=headers)

    def test_a_trusted_proxy_says_whose_request_it_is(self):
        program = self.start('trusted_proxies = ["127.0.0.0/8", "::1"]')
        self.assertRole(program, "operator")
        self.assertRole(program, "none", headers=FORWARDED)
        self.assertRole(program, "none", headers={"X-Forwarded-For": "127.0.0.1, 203.0.113.9"})
        self.assertRole(program, "viewer", headers={"X-Forwarded-For": "127.0.0.1"})

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_what_is_written_down_holds_for_everybody(self):
        for role in ("none", "viewer", "operator"):
            program = self.start(listener=f'anonymous = "{role}"')
            self.assertRole(program, role)
            self.assertRole(program, role, OTHER)
            self.assertRole(program, role, headers=FORWARDED)

    # Well-known passwords.

    def logins(self, program, user, password, headers=None):
        headers = headers or {}
        body = json.dumps({"username": user, "password": password})
        query = "/?" + "&".join(f"{key}={value.replace(' ', '%20')}"
                                for key, value in (("username", user), ("password", password)))
        late = "/?username=mira&password=four%20goats%20on%20a%20hill"
        frame = json.dumps({"id": 1, "requestId": 0, "type": 100, "content": body})
        ask = json.dumps({"id": 1, "requestId": 0, "type": 102, "content": "{}"})
        port = program.port("alger")
        return [["http", "POST", program.port("airavata"), "/api/v2/auth/login", headers, body],
                ["ws", port, query, "alger", headers, ask], ["ws", port, late, "alger", headers, frame]]

    def assertIn_(self, outcomes):
        rest, query, late = outcomes
        self.assertEqual(rest[0], 200, rest)
        self.assertEqual((query[0], json.loads(query[1])["type"]), ("open", 302), query)  # no pipelines
        self.assertEqual((late[0], json.loads(late[1])["type"]), ("open", 200), late)

    def assertRefused(self, outcomes):
        rest, query, late = outcomes
        self.assertEqual((rest[0], json.loads(rest[1])["error"]), (403, REFUSAL.replace("well", "Well", 1)))
        self.assertEqual(query, (4401, REFUSAL.replace("well", "Well", 1)))
        answer = json.loads(late[1])
        self.assertEqual((answer["type"], json.loads(answer["content"])["error"]), (300, REFUSAL))

    def test_a_well_known_password_counts_for_the_own_user(self):
        program = self.start()
        self.assertIn_(self.probe(self.logins(program, "admin", "admin")))
        self.assertRefused(self.probe(self.logins(program, "admin", "admin", FORWARDED)))
        self.assertIn_(self.probe(self.logins(program, "mira", "four goats on a hill", FORWARDED)))
        self.assertIn(f"refused a well-known password from uid {os.geteuid()} at 127.0.0.1, forwarded", program.messages())

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_a_well_known_password_does_not_count_for_others(self):
        program = self.start()
        for user, password in (("admin", "admin"), ("admin", "changeme"), ("bob", "bob")):  # right, wrong, of nobody
            self.assertRefused(self.probe(self.logins(program, user, password), OTHER))
        self.assertIn_(self.probe(self.logins(program, "mira", "four goats on a hill"), OTHER))
        self.assertIn_(self.probe(self.logins(program, "admin", "admin")))

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_insecure_insists(self):
        program = self.start(arguments=["--insecure"])
        self.assertIn_(self.probe(self.logins(program, "admin", "admin"), OTHER))
        self.assertIn_(self.probe(self.logins(program, "admin", "admin", FORWARDED)))
        self.assertRole(program, "viewer", OTHER)

    # Failed logins of one client of a proxy keep nobody else out.

    def test_failures_are_those_of_the_proxys_client(self):
        for proxies, others in (('trusted_proxies = ["127.0.0.1"]', 200), ("", 429)):  # then all are the proxy's
            program = self.start(proxies)

            def status(password, client):
                body = json.dumps({"username": "mira", "password": password})
                return program.request("POST", "/api/v2/auth/login", body, "airavata",
                                       {"X-Forwarded-For": client} if client else {})[0]
            for _ in range(9):
                failed = status("wrong", "203.0.113.9")
            self.assertEqual(failed, 429)
            self.assertEqual(status("four goats on a hill", "203.0.113.10"), others)
            self.assertEqual(status("four goats on a hill", "203.0.113.9"), 429)
            self.assertEqual(status("four goats on a hill", None), 200)
            there = "203.0.113.9" if proxies else f"uid {os.geteuid()} at 127.0.0.1, forwarded"
            self.assertIn(f"refused a login from {there}", program.messages())

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_a_local_user_keeps_nobody_else_out(self):
        program = self.start()
        wrong, right = (self.logins(program, "mira", password)[0] for password in ("wrong", "four goats on a hill"))
        outcomes = self.probe([wrong] * 9, OTHER)
        self.assertEqual([status for status, _ in outcomes], [401] * 5 + [429] * 4)
        self.assertEqual(self.probe([right], OTHER)[0][0], 429)
        self.assertEqual(self.probe([right], OTHER + 1)[0][0], 200)
        self.assertEqual(self.probe([right])[0][0], 200)

    # Beyond loopback.

    def test_check_config_says_what_a_start_would(self):
        hashed = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--hash-password"], input="changeme\n",
                                capture_output=True, text=True, check=True).stdout.strip()
        listening = "the server would listen on 0.0.0.0 with the well-known password of user "
        for user, listener, refusal in (
                ('name = "admin"\npassword = "admin"', "", listening + "'admin'"),
                ('name = "ops"\npassword = "OPS"', "", listening + "'ops'"),
                (f'name = "ops"\npassword_hash = "{hashed}"', "", listening + "'ops'"),
                ('name = "ops"\npassword = "four goats"', 'anonymous = "operator"',
                 "port 0 would let anybody who reaches 0.0.0.0 act as operator"),
                ('name = "ops"\npassword = "four goats"', "", None)):
            config = f'[[user]]\n{user}\n[[listener]]\nport = 0\ndialects = ["sutra"]\n{listener}\n'
            with Program(config, ["--bind", "0.0.0.0"], expect_ready=False) as program:
                checked = subprocess.run([*program.command, "--check-config"], capture_output=True, text=True, timeout=60,
                                         check=False)
                insisted = subprocess.run([*program.command, "--check-config", "--insecure"], capture_output=True,
                                          text=True, timeout=60, check=False)
                self.assertEqual(insisted.returncode, 0, insisted.stderr)
                self.assertEqual(checked.returncode, 78 if refusal else 0, checked.stderr)
                if refusal:
                    self.assertIn(f"{program.config}: {refusal}", checked.stderr)
                    self.assertIn(f"warning: {refusal}", insisted.stderr)
                    code, said = program.run(60)
                    self.assertEqual(code, 78)
                    self.assertIn(f"signalbox: {refusal}", said)
            config = f'[server]\nbind = "localhost"\n{config}'
            with Program(config, expect_ready=False) as program:  # on loopback all of that may be
                checked = subprocess.run([*program.command, "--check-config"], capture_output=True, text=True, timeout=60,
                                         check=False)
                self.assertEqual((checked.returncode, checked.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[1:]])
