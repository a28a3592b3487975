# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may what, over every wire: dialect x credential x action. The actions are not written here: routes are those of the
OpenAPI documents that the program serves, messages those of the tables that it prints. What a role may is one rule
(docs/model.md, "Who may do what"), with its exceptions by name: a route or message that is added is tried without a line
here, and must obey the rule."""
import asyncio
import json
import os
import re
import subprocess
import unittest

import websockets

from algerclient import AlgerClient
from listeners import USERS, token_of
from program import Program, refused_status, with_headers

DIALECTS = ("sutra", "airavata", "ark", "pow", "alger")
RANK = {"none": 0, "viewer": 1, "operator": 2, "admin": 3}
USER_ROLES = {"nobody": "none", "vic": "viewer", "ann": "operator", "admin": "admin"}
ANONYMOUS = {"sutra": ("none", "viewer", "operator"), "ark": ("none", "viewer", "operator"),
             "pow": ("none", "viewer", "operator"), "airavata": ("none",), "alger": ("none",)}
DOCUMENTS = {"sutra": "/openapi.json", "airavata": "/api/v2/openapi.json", "ark": "/api/openapi.json", "pow": "/openapi.json"}
CONFIG = '[server]\nbind = "127.0.0.1"\ntick = "1h"\n\n' + USERS + """
[experiments]
programs = ["echo"]

[[component]]
id = "idle"
command = ["sleep", "1000"]
autostart = false

[[pipeline]]
id = "demo"
nodes = [ { id = "a", command = ["true"] } ]

[[process]]
name = "echo"
command = ["true"]

[[process]]
name = "shown"
command = ["true"]
roles = ["viewer"]

[[process]]
name = "hidden"
command = ["true"]
roles = ["admin"]
""" + "".join(f'[[listener]]\nport = 0\ndialects = ["{dialect}"]\nanonymous = "{role}"\n'
              for dialect, roles in ANONYMOUS.items() for role in roles)
# Reading needs viewer, everything else operator, but for these.
LEAST = {
    ("sutra", "GET /healthz"): "none", ("sutra", "GET /readyz"): "none", ("sutra", "PUT /api/mode"): "admin",
    ("sutra", "POST /api/reload"): "admin", ("sutra", "GET /api/events"): "operator",
    # What programs print may hold anything.
    ("sutra", "GET /api/components/{id}/blackbox"): "operator",
    ("sutra", "GET /api/components/{id}/blackbox/{name}"): "operator",
    ("sutra", "GET /api/executions/{id}/output"): "operator",
    ("airavata", "POST /auth/login"): "none", ("airavata", "POST /auth/refresh"): "none", ("airavata", "GET /health"): "none",
    ("airavata", "POST /auth/logout"): "viewer", ("airavata", "POST /experiments/search"): "viewer",
    ("ark", "GET /health"): "none", ("ark", "GET /api/health"): "none", ("ark", "GET /api/asyncapi.json"): "none",
    ("ark", "GET /api/openapi.json"): "none",
    # A call is its caller's: who has none is told that there is none.
    ("pow", "POST /new"): "viewer", ("pow", "POST /input/{id}"): "viewer", ("pow", "POST /closeInput/{id}"): "viewer",
    ("pow", "POST /cancel/{id}"): "viewer",
}
# What clients send over WebSockets besides: none of it asks the server to act.
HARMLESS = {"airavata": {"ping", "pong", "system_status", "subscribe", "unsubscribe"}, "sutra": {"text: subscribe", "anything else"},
            "ark": set(), "pow": {"call", "input", "close-input", "cancel"}}


def printed(dialect):
    """The rows of a message table, as lists of cells."""
    text = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], "--print-protocol", dialect], capture_output=True, text=True,
                          check=True).stdout
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in text.splitlines() if line.startswith("| ")]


class Permissions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.program = cls.enterClassContext(Program(CONFIG))
        order = [(dialect, role) for dialect, roles in ANONYMOUS.items() for role in roles]
        cls.ports = dict(zip(order, (each["port"] for each in cls.program.listeners)))
        cls.all_listeners = cls.program.listeners
        cls.tokens = {user: token_of(cls.program, user) for user in USER_ROLES}

    def credentials(self, dialect):
        """(what it is called, role or None if it is no credential, port, headers)"""
        for role in ANONYMOUS[dialect]:
            yield f"anonymous {role}", role, self.ports[dialect, role], {}
        port = self.ports[dialect, "none"]
        for user, role in USER_ROLES.items():
            yield user, role, port, {"Authorization": f"Bearer {self.tokens[user]}"}
        head, claims, signature = self.tokens["admin"].split(".")
        for name, token in (("garbage", "no.such.token"), ("unsigned", f"{head}.{claims}."), ("cut", f"{head}.{claims}"),
                            ("another's signature", f"{head}.{claims}.{signature[::-1]}")):
            yield name, None, port, {"Authorization": f"Bearer {token}"}

    def ask(self, method, port, path, headers, body):
        self.program.listeners = [{"port": port, "dialects": ["asked"]}]
        return self.program.request(method, path, body, "asked", headers)[0]

    def state(self):
        """All that a forbidden request could have changed, as an admin sees it."""
        admin = {"Authorization": f"Bearer {self.tokens['admin']}"}
        told = []
        for dialect, path in (("sutra", "/api/status"), ("sutra", "/api/mode"), ("airavata", "/api/v2/projects"),
                              ("airavata", "/api/v2/experiments?limit=1000"), ("ark", "/jobs"), ("ark", "/instances")):
            self.program.listeners = [{"port": self.ports[dialect, "none"], "dialects": ["asked"]}]
            status, answer = self.program.json("GET", path, None, "asked", admin)
            self.assertEqual(status, 200, path)
            for component in answer.get("components", {}).values() if isinstance(answer, dict) else ():
                component.pop("uptime", None)
            # Lists are in the order of what happened last, and an execution of another test may end meanwhile.
            for rows in answer.values() if isinstance(answer, dict) else (answer,):
                if isinstance(rows, list):
                    rows.sort(key=json.dumps)
            told.append(answer)
        return told

    def is_at_rest(self):
        """Nothing runs whose end would make another state."""
        self.program.listeners = [{"port": self.ports["airavata", "none"], "dialects": ["asked"]}]
        admin = {"Authorization": f"Bearer {self.tokens['admin']}"}
        answer = self.program.json("GET", "/api/v2/experiments?limit=1000", None, "asked", admin)[1]
        return all(each["status"] in ("COMPLETED", "FAILED", "CANCELED") for each in answer["experiments"])

    def setUp(self):
        listeners = self.program.listeners
        self.addCleanup(setattr, self.program, "listeners", listeners)

    def routes(self, dialect):
        self.program.listeners = [{"port": self.ports[dialect, "none"], "dialects": ["asked"]}]
        document = self.program.json("GET", DOCUMENTS[dialect], None, "asked")[1]
        base = "/api/v2" if dialect == "airavata" else ""
        for path, operations in document["paths"].items():
            for method in operations:
                if method in ("get", "put", "post", "delete", "patch"):
                    yield f"{method.upper()} {path}", method.upper(), base + re.sub(r"\{[^}]*\}", "nope", path)

    def test_every_route_for_every_credential(self):
        tried = 0
        for dialect in DOCUMENTS:
            self.program.wait_for(self.is_at_rest, "the end of executions that other tests began")
            before = self.state()
            found = list(self.routes(dialect))
            self.assertGreater(len(found), 4, dialect)
            unknown = {name for known, name in LEAST if known == dialect} - {name for name, _, _ in found}
            self.assertEqual(unknown, set(), "exceptions for routes that are none")
            for name, method, path in found:
                least = LEAST.get((dialect, name), "viewer" if method == "GET" else "operator")
                for who, role, port, headers in self.credentials(dialect):
                    if least == "none" and role is None:
                        continue  # open to everybody: a bad token there is answered by the route itself
                    headers = {**headers, "Content-Type": "application/json"}
                    status = self.ask(method, port, path, headers, None if method == "GET" else "{}")
                    may = role is not None and RANK[role] >= RANK[least]
                    tried += 1
                    with self.subTest(dialect=dialect, route=name, who=who):
                        if name == "POST /auth/login":
                            self.assertEqual(status, 400)
                        elif name == "POST /auth/refresh":
                            self.assertIn(status, (200, 401))
                        else:
                            self.assertEqual(status not in (401, 403), may, f"answered {status}")
                        self.assertLess(status, 500 if may else 404)
                if name == "POST /auth/logout":
                    self.program.listeners = self.all_listeners
                    self.tokens.update([(user, token_of(self.program, user)) for user in USER_ROLES])
            if dialect != "pow":  # whose calls leave executions
                self.program.wait_for(lambda at=before: self.state() == at, "the state from before")
        print(f"{tried} requests")

    def upgrade(self, dialect, port, headers, query=""):
        """None: connected; else the status or close code of the refusal."""
        async def connect():
            url = f"ws://127.0.0.1:{port}/{'' if dialect in ('pow', 'alger') else 'ws'}{query}"
            protocol = {"pow": ["pow-1"], "alger": ["alger"]}.get(dialect)
            try:
                async with websockets.connect(url, subprotocols=protocol, **with_headers(headers)) as client:
                    # These two say no after the handshake.
                    if dialect == "alger":
                        await client.send('{"id":1,"requestId":0,"type":102,"content":""}')
                        await asyncio.wait_for(client.recv(), 20)
                    if dialect == "airavata":
                        await client.send('{"type":"ping","id":"system_1","timestamp":"2024-01-01T00:00:00Z"}')
                        if json.loads(await asyncio.wait_for(client.recv(), 20))["type"] == "error":
                            await asyncio.wait_for(client.recv(), 20)
            except websockets.ConnectionClosed as closed:
                return closed.code
            except websockets.InvalidHandshake as refusal:
                return refused_status(refusal)
            return None
        return asyncio.run(connect())

    def test_every_upgrade_for_every_credential(self):
        for dialect in ("sutra", "airavata", "ark", "pow"):
            for who, role, port, headers in self.credentials(dialect):
                with self.subTest(dialect=dialect, who=who):
                    refusal = self.upgrade(dialect, port, headers)
                    may = role is not None and RANK[role] >= RANK["viewer"]
                    if may:
                        self.assertIsNone(refusal)
                    else:
                        self.assertIn(refusal, (401, 403, 1008))
        port = self.ports["alger", "none"]
        for user, password, may in (("admin", "admin", True), ("vic", "vic", True), ("admin", "vic", False), ("", "", False),
                                    ("vic", "", False), ("nosuch", "nosuch", False)):
            with self.subTest(dialect="alger", who=user, password=password):
                refusal = self.upgrade("alger", port, {}, f"?username={user}&password={password}")
                self.assertEqual(refusal, None if may else 4401)

    def test_every_alger_message_for_every_role(self):
        """The least role of each row of the table; 'forbidden' is the answer below it."""
        rows = [(int(cells[0].split()[0]), cells[3]) for cells in printed("alger") if re.match(r"\d+ ", cells[0]) and len(cells) == 5]
        self.assertGreaterEqual(len(rows), 7)
        content = {103: {"pipelineId": "nope"}, 104: {"graph": {"nodes": []}}}

        async def talk(user):
            async with AlgerClient(f"ws://127.0.0.1:{self.ports['alger', 'none']}", user, user) as client:
                return {number: await client.request(number, **content.get(number, {"executionId": "nope"})) for number, _ in rows}

        for user, role in USER_ROLES.items():
            if role == "none":
                continue
            answers = asyncio.run(talk(user))
            for number, least in rows:
                with self.subTest(user=user, number=number):
                    may = RANK[role] >= RANK["none" if least == "–" else least]
                    text = json.dumps(answers[number][1])
                    self.assertEqual("forbidden" not in text, may, text)

    def test_every_process_for_every_role(self):
        least = {"echo": "operator", "shown": "viewer", "hidden": "admin"}

        async def call(port, headers, name):
            async with websockets.connect(f"ws://127.0.0.1:{port}/", subprotocols=["pow-1"], **with_headers(headers)) as client:
                await client.send(json.dumps({"call": name}).encode())
                while True:
                    frame = await asyncio.wait_for(client.recv(), 20)
                    if isinstance(frame, bytes):
                        return json.loads(frame)

        for who, role, port, headers in self.credentials("pow"):
            if role is None or role == "none":
                continue
            for name, needed in least.items():
                with self.subTest(who=who, process=name):
                    result = asyncio.run(call(port, headers, name))
                    self.assertEqual(result["status"] == "fulfilled", RANK[role] >= RANK[needed], result)

    def test_no_other_message_asks_for_anything(self):
        """What a client may send over the other wires: a message that is added has to be looked at here."""
        for dialect, known in HARMLESS.items():
            sent = set()
            for cells in printed(dialect):
                if dialect == "sutra" and cells[0].startswith("client"):
                    sent.add(cells[1])
                elif dialect in ("airavata", "pow") and "client" in cells[1]:
                    sent.add(cells[0].strip("`"))
            self.assertLessEqual(sent, known, dialect)


if __name__ == "__main__":
    unittest.main(verbosity=1)
