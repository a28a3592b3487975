# SPDX-License-Identifier: GPL-3.0-or-later
"""Rights are those of now: what a reload, a logout or the time takes away ends on the connections that are open, on all five
wires, and over REST."""
import asyncio
import json
import os
import secrets
import signal
import subprocess
import time
import unittest

import websockets

from algerclient import AlgerClient
from listeners import token_of
from program import Program

ENDS = ("sutra", "airavata", "ark", "pow", "alger")  # in the order in which everybody() gives the connections


def user(name, role, password=None):
    return f'[[user]]\nname = "{name}"\npassword = "{password or name}"\nroles = ["{role}"]\n'


def config(users, auth="", role="operator"):
    return f"""
[server]
tick = "1h"

{"".join(f'[[listener]]{chr(10)}port = 0{chr(10)}dialects = ["{name}"]{chr(10)}' for name in ENDS)}
[auth]
{auth}
{users}
[[process]]
name = "echo"
command = ["cat"]
roles = ["{role}"]

[[pipeline]]
id = "long"
nodes = [{{ id = "a", command = ["sleep", "60"] }}]

[[pipeline]]
id = "short"
nodes = [{{ id = "a", command = ["true"] }}]
"""


ANN, BOB = user("ann", "operator"), user("bob", "viewer")


class RightsProgram(unittest.IsolatedAsyncioTestCase):
    def start(self, text):
        self.program = self.enterContext(Program(text))
        return self.program

    def reload(self, text, refused=False):
        said = "the configuration was not reloaded" if refused else "configuration reloaded"
        before = self.program.messages().count(said)
        self.program.write_config(text)
        self.program.process.send_signal(signal.SIGHUP)
        self.program.wait_for(lambda: self.program.messages().count(said) > before, said)

    def issue(self, name, *arguments):
        return subprocess.run([self.program.command[0], "--issue-token", name, "--config", self.program.config,
                               "--data-dir", self.program.data, *arguments],
                              capture_output=True, text=True, check=True).stdout.strip()

    def refresh(self, token):
        return self.program.json("POST", "/api/v2/auth/refresh", json.dumps({"token": token}), "airavata")

    def status_of(self, token, path="/api/v2/projects"):
        return self.program.request("GET", path, None, "airavata", {"Authorization": f"Bearer {token}"})[0]

    def as_user(self, token, dialect, method, path, body=None):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        return self.program.request(method, path, None if body is None else json.dumps(body), dialect, headers)[0]

    async def everybody(self, token, password="ann"):
        """One connection of ann on each wire, by the token, on alger by the password. pow's has a call under way."""
        def at(dialect, path="/ws"):
            return self.program.url(f"{path}?token={token}", dialect, "ws")

        enter = self.enterAsyncContext
        connections = [await enter(websockets.connect(at(dialect))) for dialect in ("sutra", "airavata", "ark")]
        call = await enter(websockets.connect(at("pow"), subprotocols=["pow-1"]))
        await call.send(b'{"call":"echo"}')
        alger = await enter(AlgerClient(self.program.url("", "alger", "ws"), "ann", password))
        return connections + [call, alger.socket], alger

    async def code(self, connection, seconds=20):
        """Of the close frame; frames before it are read."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await connection.recv()
        except websockets.ConnectionClosed as closed:
            return closed.rcvd and closed.rcvd.code

    async def echo(self, call, text):
        await call.send(text)
        self.assertEqual(await asyncio.wait_for(call.recv(), 20), text)

    async def assertEnded(self, change, wires=ENDS):
        """change() takes away with what ann came in on these wires: there the connections end, and what ann started goes on
        but for pow's call. Gives those of others."""
        program = self.start(config(ANN + BOB))
        connections, alger = await self.everybody(token_of(program, "ann"))
        number, content = await alger.request(103, pipelineId="long")
        self.assertEqual(number, 203)
        others = [await self.enterAsyncContext(websockets.connect(program.url(path, dialect, "ws")))
                  for dialect, path in (("sutra", "/ws"), ("ark", "/ws"),
                                        ("airavata", f"/ws?token={token_of(program, 'bob')}"))]
        await self.echo(connections[3], "hello")
        change()
        ended = [each for name, each in zip(ENDS, connections) if name in wires]
        self.assertEqual(await asyncio.gather(*map(self.code, ended)), [1008] * len(wires))
        await self.assertStay(each for each in connections if each not in ended)
        self.assertIn('"status":"RUNNING"', program.request("GET", "/jobs", None, "ark")[2])
        program.wait_for(lambda: "CANCELLED" in program.request("GET", "/jobs", None, "ark")[2], "the end of the call")
        return others

    async def assertStay(self, others):
        for peer in others:
            await (await peer.ping())
            self.assertIsNone(peer.close_code)

    async def test_a_removed_user_is_out(self):
        await self.assertStay(await self.assertEnded(lambda: self.reload(config(BOB))))

    async def test_a_changed_password_ends_what_came_in_with_the_old_one(self):
        others = await self.assertEnded(lambda: self.reload(config(user("ann", "operator", "other") + BOB)))
        await self.assertStay(others)
        with self.assertRaises(websockets.ConnectionClosed):
            async with AlgerClient(self.program.url("", "alger", "ws"), "ann", "ann") as alger:
                await alger.receive()

    async def test_another_key_ends_all_tokens(self):
        def rotate():
            os.unlink(os.path.join(self.program.data, "jwt.key"))  # a new one is made
            self.reload(config(ANN + BOB))
            self.assertIn("applied: the key of the tokens", self.program.messages())
        others = await self.assertEnded(rotate, ENDS[:4])  # alger's came in by a password
        await self.assertStay(others[:2])
        self.assertEqual(await self.code(others[2]), 1008)

    async def test_a_changed_role_applies_at_once(self):
        program = self.start(config(ANN + BOB))
        token = token_of(program, "ann")
        connections, alger = await self.everybody(token)
        self.assertEqual((await alger.request(103, pipelineId="short"))[0], 203)
        self.reload(config(user("ann", "viewer") + BOB))
        self.assertEqual(await alger.request(103, pipelineId="short"), (303, {"error": "forbidden"}))
        await self.echo(connections[3], "what runs goes on")
        async with websockets.connect(program.url(f"/?token={token}", "pow", "ws"), subprotocols=["pow-1"]) as call:
            await call.send(b'{"call":"echo"}')
            self.assertIn(b"authorization denied", await call.recv())
        self.reload(config(ANN + BOB))
        self.assertEqual((await alger.request(103, pipelineId="short"))[0], 203)
        await self.assertStay(connections)

    async def test_a_token_that_expires_ends_its_connections(self):
        program = self.start(config(ANN + BOB))
        token = self.issue("ann", "--expires", "1s")
        begun = time.monotonic()
        connections, _ = await self.everybody(token)
        codes = await asyncio.gather(*(self.code(each, 60) for each in connections[:4]))
        self.assertEqual(codes, [1008] * 4)
        self.assertGreater(time.monotonic() - begun, 29)  # 1 s, and the 30 s of leeway, less the second it was issued in
        await self.assertStay(connections[4:])  # by a password
        self.assertEqual(self.status_of(token), 401)
        self.assertNotIn("Traceback", program.messages())

    async def test_logout_ends_its_session_for_good(self):
        program = self.start(config(ANN + BOB))
        token, other = token_of(program, "ann"), token_of(program, "ann")
        renewed = self.refresh(token)[1]["token"]
        connections, _ = await self.everybody(renewed)
        async with websockets.connect(program.url(f"/ws?token={other}", "sutra", "ws")) as stays:
            self.assertEqual(self.as_user(token, "airavata", "POST", "/api/v2/auth/logout"), 200)
            self.assertEqual([await self.code(each) for each in connections[:4]], [1008] * 4)
            await self.assertStay([stays, connections[4]])
        for _ in range(2):
            self.assertEqual([self.status_of(each) for each in (token, renewed, other)], [401, 401, 200])
            self.assertEqual(self.refresh(renewed)[0], 401)
            program.stop(signal.SIGKILL)
            program.start()

    async def test_refresh_has_an_end(self):
        program = self.start(config(ANN, 'refresh_age = "3s"'))
        token = token_of(program, "ann")
        self.assertEqual(self.refresh(token)[0], 200)
        program.wait_for(lambda: self.refresh(token)[0] == 401, "the end of the session", 20)
        issued = self.issue("ann", "--expires", "2s")
        self.assertLessEqual(self.refresh(issued)[1]["expiresIn"], 2)

    async def test_a_reload_applies_auth(self):
        program = self.start(config(ANN))
        key = os.path.join(program.folder.name, "shared.key")
        with open(key, "wb") as file:
            file.write(secrets.token_bytes(32))
        os.chmod(key, 0o600)
        before = token_of(program, "ann")
        self.reload(config(ANN, 'issuer = "signalbox"'))
        self.assertIn("applied: [auth]", program.messages())
        self.assertEqual(self.status_of(before), 401)
        named = token_of(program, "ann")
        self.assertEqual(self.status_of(named), 200)
        self.reload(config(ANN, 'issuer = "signalbox"\njwt_secret_file = "missing.key"'), refused=True)
        self.assertEqual(self.status_of(named), 200)
        self.reload(config(ANN, 'issuer = "signalbox"\njwt_secret_file = "shared.key"'))
        self.assertEqual(self.status_of(named), 401)
        self.assertEqual(self.status_of(self.issue("ann")), 200)

    async def test_agents_belong_to_who_registered_them(self):
        users = ANN + user("bob", "operator") + user("root", "admin")
        program = self.start(config(users))
        agent = {"agentId": "far", "hostname": "far.example", "version": "1", "capabilities": {
            "supportsHardlinks": True, "maxConcurrentJobs": 2, "supportedGameTypes": ["ASA"]}}
        beat = {"agentId": "far", "status": "ONLINE", "activeJobIds": []}
        ann, bob, root = (token_of(program, name) for name in ("ann", "bob", "root"))
        self.assertEqual(self.as_user(ann, "ark", "POST", "/agents/register", agent), 200)
        for _ in range(2):
            self.assertEqual([self.as_user(token, "ark", "POST", "/agents/register", agent) for token in (bob, ann)],
                             [403, 200])
            self.assertEqual([self.as_user(token, "ark", "POST", "/agents/heartbeat", beat) for token in (ann, bob)],
                             [204, 403])
            self.assertEqual([self.as_user(token, "ark", "GET", "/jobs/poll?agentId=far") for token in (ann, bob, root)],
                             [200, 403, 200])
            self.assertEqual(program.request("GET", "/jobs/poll?agentId=far", None, "ark")[0], 403)
            self.assertEqual(program.stop(), 0)
            program.start()

    async def test_a_retry_asks_for_the_role_of_now(self):
        program = self.start(config(ANN))
        token = token_of(program, "ann")
        async with websockets.connect(program.url(f"/?token={token}", "pow", "ws"), subprotocols=["pow-1"]) as call:
            await call.send(b'{"call":"echo"}')
            await call.send(b'{"signal":"close"}')
            await self.code(call)
        [job] = json.loads(program.request("GET", "/jobs", None, "ark")[2])
        self.reload(config(ANN, role="admin"))
        self.assertEqual(self.as_user(token, "airavata", "POST", f"/api/v2/experiments/{job['jobId']}/retry", {}), 403)
        self.reload(config(ANN))
        self.assertEqual(self.as_user(token, "airavata", "POST", f"/api/v2/experiments/{job['jobId']}/retry", {}), 201)


if __name__ == "__main__":
    unittest.main()
