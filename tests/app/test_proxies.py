# SPDX-License-Identifier: GPL-3.0-or-later
"""test_proxies.py nginx|haproxy|caddy: the proxy in front of all five wires, each below a path of its own and with
credentials, under a name that is not the machine's. For two minutes one connection of each wire is idle, with a call and
an execution that say nothing, and another one busy; then the idle ones still work. Prints what it saw."""
import asyncio
import contextlib
import http.client
import json
import sys
import time
import unittest
import urllib.parse
import urllib.request

import websockets

from listeners import token_of
from program import Program, with_headers
from reverseproxies import NAME, PROXIES

SECONDS = 120
PASSWORD = "four goats on a hill"
WIRES = ("sutra", "airavata", "ark", "pow", "alger")
CONFIG = """
[server]
tick = "%s"
%s

[[user]]
name = "ann"
password = "four goats on a hill"
roles = ["operator"]

[[component]]
id = "steady"
command = ["sleep", "1000"]

[[process]]
name = "echo"
command = ["cat"]

[[pipeline]]
id = "quiet"
nodes = [{ id = "one", command = ["sleep", "1000"] }]
""" + "".join(f'[[listener]]\nport = 0\ndialects = ["{wire}"]\nanonymous = "none"\nhosts = ["{NAME}"]\n\n'
              for wire in WIRES)


class Side:
    """One server behind the proxy, and a connection of each wire to it. name: "idle" or "busy"."""

    def __init__(self, name, program):
        self.name, self.program, self.token = name, program, token_of(program, "ann", PASSWORD)
        self.prefixes = {f"/{name}/{wire}/": program.port(wire) for wire in WIRES}

    def connect(self, wire, path="", protocol=None, bearer=False, query=""):
        # No pings of the client's: a browser sends none either.
        return websockets.connect(
            f"ws://{NAME}/{self.name}/{wire}/{path}{query}", host="127.0.0.1", port=self.proxy.port, ping_interval=None,
            subprotocols=[protocol] if protocol else None, max_size=None,
            **with_headers({"Authorization": f"Bearer {self.token}"} if bearer else None))

    async def open(self, proxy, stack):
        self.proxy = proxy
        token = f"?token={self.token}"
        connections = {"sutra": self.connect("sutra", "ws", query=token),
                       "airavata": self.connect("airavata", "ws/user", bearer=True),
                       "ark": self.connect("ark", "ws", bearer=True),
                       "pow": self.connect("pow", "any/path", "pow-1", query=token),
                       "alger": self.connect("alger", "", "alger", query="?username=ann&password=" + urllib.parse.quote(PASSWORD))}
        self.peers = {wire: await stack.enter_async_context(peer) for wire, peer in connections.items()}
        await self.peers["sutra"].recv()
        await self.peers["pow"].send(b'{"call":"echo"}')
        self.last = 0

    def request(self, method, path, body=None):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.proxy.port}/{self.name}/{path}", method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Host": NAME, "Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read().decode(errors="replace")

    # Each is one exchange, and returns what came back.

    async def alger(self, number, **content):
        frame = {"id": self.last + 1, "requestId": 0, "type": number, "content": json.dumps(content)}
        await self.peers["alger"].send(json.dumps(frame))
        answer = json.loads(await self.peers["alger"].recv())
        self.last = answer["id"]
        return answer

    async def pow(self):
        await self.peers["pow"].send("hello")
        return await self.peers["pow"].recv()

    async def airavata(self):
        await self.peers["airavata"].send('{"type":"ping"}')
        while (message := json.loads(await self.peers["airavata"].recv()))["type"] != "pong":
            pass  # the server's own ping
        return message

    async def ark(self):
        agent = {"agentId": "far", "hostname": "far", "version": "1", "capabilities": {
            "supportsHardlinks": True, "maxConcurrentJobs": 1, "supportedGameTypes": ["ASA"]}}
        await asyncio.to_thread(self.request, "POST", "ark/agents/register", agent)
        while (event := json.loads(await self.peers["ark"].recv()))["event"] != "agent:registered":
            pass
        return event

    async def sutra(self):
        return json.loads(await self.peers["sutra"].recv())

    def exchange(self, wire):
        return self.alger(102) if wire == "alger" else getattr(self, wire)()


class ThroughAProxy(unittest.IsolatedAsyncioTestCase):
    proxy_class = None

    async def asyncSetUp(self):
        self.sides = [Side(name, self.enterContext(Program(CONFIG % keys)))
                      for name, keys in (("idle", ("1h", 'trusted_proxies = ["127.0.0.1"]')), ("busy", ("200ms", "")))]
        self.proxy = self.enterContext(self.proxy_class({**self.sides[0].prefixes, **self.sides[1].prefixes}))

    async def keep_busy(self, side, wire, counts, until):
        while time.monotonic() < until:
            begun = time.monotonic()
            await asyncio.wait_for(side.exchange(wire), 20)
            number, longest = counts.get(wire, (0, 0))
            counts[wire] = number + 1, max(longest, time.monotonic() - begun)
            await asyncio.sleep(0.05)

    async def test_two_minutes_idle_and_busy(self):
        idle, busy = self.sides
        counts = {}
        async with contextlib.AsyncExitStack() as stack:
            for side in self.sides:
                await side.open(self.proxy, stack)
            run = json.loads((await idle.alger(103, pipelineId="quiet"))["content"])["executionId"]
            begun = time.monotonic()
            await asyncio.gather(*(self.keep_busy(busy, wire, counts, begun + SECONDS) for wire in WIRES))
            for wire, peer in idle.peers.items():
                self.assertIsNone(peer.close_code, f"{wire}: closed after {time.monotonic() - begun} s")
                # A proxy may have closed its server's side alone.
                await asyncio.wait_for(await peer.ping(), 10)
            self.assertEqual(await asyncio.wait_for(idle.pow(), 10), "hello")
            self.assertEqual((await asyncio.wait_for(idle.airavata(), 10))["type"], "pong")
            self.assertEqual((await asyncio.wait_for(idle.ark(), 10))["data"]["agentId"], "far")
            self.assertEqual((await asyncio.wait_for(idle.alger(106, executionId=run), 10))["type"], 206)
            for side in self.sides:
                clients = await asyncio.to_thread(side.request, "GET", "sutra/metrics")
                for wire in WIRES:
                    self.assertIn(f'signalbox_clients{{dialect="{wire}"}} 1\n', clients)
        for wire, (number, longest) in counts.items():
            print(f"{self.proxy.name}: {wire}: {number} exchanges in {SECONDS} s, the longest took {longest * 1000:.0f} ms")
            self.assertGreater(number, 100, wire)

    def login(self, side, address, password):
        """The status of a login by a client of the proxy that has the address."""
        client = http.client.HTTPConnection("127.0.0.1", self.proxy.port, timeout=20, source_address=(address, 0))
        client.request("POST", f"/{side}/airavata/api/v2/auth/login", json.dumps({"username": "ann", "password": password}),
                       {"Host": NAME})
        return client.getresponse().status

    async def test_clients_are_told_apart(self):
        """The address of a client is known only where the proxy is trusted. All of 127.0.0.0/8 is one place: that an address beyond
        it is one of its own is in gateway/tst_peers.cpp."""
        for side, is_known in zip(self.sides, (True, False)):
            failed = [await asyncio.to_thread(self.login, side.name, "127.0.0.2", "wrong") for _ in range(9)]
            self.assertEqual(failed[-1], 429, failed)
            self.assertEqual("127.0.0.2" in side.program.messages(), is_known, side.program.messages())

    async def test_pages(self):
        side = self.sides[0]
        side.proxy = self.proxy
        seen = 0
        for start in ("sutra/", "ark/", "pow/", "alger/", "airavata/", "sutra/docs/", "pow/docs/", "ark/api/docs/",
                      "airavata/api/v2/docs/"):
            page = side.request("GET", start)
            for link in [part.split('"')[0] for part in page.replace("src=", "href=").split('href="')[1:]]:
                target = urllib.parse.urljoin(start, link)
                self.assertFalse(target.startswith("/"), f"{start}: {link}")
                side.request("GET", target)
                seen += 1
        for document, method, path, body in (
                ("sutra/openapi.json", "GET", "/api/status", None), ("pow/openapi.json", "POST", "/new", {"call": "echo"}),
                ("ark/api/openapi.json", "GET", "/jobs", None), ("airavata/api/v2/openapi.json", "GET", "/projects", None)):
            described = json.loads(side.request("GET", document))
            self.assertIn(method.lower(), described["paths"][path])
            server = urllib.parse.urljoin(document, described["servers"][0]["url"])
            side.request(method, server.removesuffix("/") + path, body)
        print(f"{self.proxy.name}: {seen} links of 9 pages lead somewhere")


if __name__ == "__main__":
    ThroughAProxy.proxy_class = PROXIES[sys.argv.pop(1)]
    if not ThroughAProxy.proxy_class.program():
        print("not installed; tools/setup --proxies installs it")
        sys.exit(77)
    unittest.main(verbosity=2)
