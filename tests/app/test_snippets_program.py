# SPDX-License-Identifier: GPL-3.0-or-later
"""What the five protocol documents show a reader to type, against the built-in example: each test does what the snippets of
one section do, with the client they are for, and is named after it. Only the ports are other ones."""
import asyncio
import base64
import hashlib
import json
import os
import re
import socket
import subprocess
import unittest

import websockets

from algerclient import AlgerClient
from browser import Browser
from listeners import token_of
from program import Program, with_headers

EXAMPLE = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "example.toml")


def example():
    with open(EXAMPLE, encoding="utf-8") as file:
        return re.sub(r"(?m)^port = \d+$", "port = 0", file.read())


async def heard(client, wanted, seconds=20):
    """The first message that is wanted, as it is read from JSON."""
    while True:
        message = json.loads(await asyncio.wait_for(client.recv(), seconds))
        if wanted(message):
            return message


class Snippets(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(example()))

    def curl(self, *arguments):
        return subprocess.run(["curl", "-sS", "--max-time", "20", *arguments], check=True, capture_output=True,
                              text=True).stdout

    def local(self, dialect, scheme="http"):
        """As the documents spell it."""
        return f"{scheme}://localhost:{self.program.port(dialect)}"


class Sutra(Snippets):
    def test_rest_reference_curl(self):
        """Sutra's REST reference, "cURL": get status, start API, stop API, restart API; also the examples of each endpoint."""
        base = self.local("sutra")
        status = json.loads(self.curl(f"{base}/api/status"))
        self.assertEqual(status["components"]["storage"]["name"], "Storage Engine")
        self.assertEqual((status["components"]["api"]["name"], status["components"]["api"]["state"]), ("Sutra API", "stopped"))
        for action, state in (("start", "running"), ("stop", "stopped"), ("restart", "running"), ("start", None)):
            answer = json.loads(self.curl("-X", "POST", f"{base}/api/components/api/{action}"))
            if state:
                self.assertEqual((answer["success"], answer["component"]["state"]), (True, state), action)
            else:
                self.assertEqual(answer, {"success": False, "error": "Component already running"})

    def test_rest_reference_python(self):
        """Sutra's REST reference, "Python": the storage's state, then the start of the API and its PID."""
        self.program.wait_for(lambda: self.program.status()["components"]["storage"]["state"] == "running", "the storage")
        result = self.program.json("POST", "/api/components/api/start")[1]
        self.assertTrue(result["success"])
        self.assertGreater(result["component"]["pid"], 0)

    async def test_rest_reference_javascript(self):
        """Sutra's REST reference, "JavaScript": the same with fetch()."""
        async with Browser() as browser:
            await browser.open(self.local("sutra"))
            state = await browser.evaluate("""fetch(`${location.origin}/api/status`)
                .then(answer => answer.json()).then(status => status.components.storage.state)""")
            self.assertIn(state, ("starting", "running"))
            pid = await browser.evaluate("""fetch(`${location.origin}/api/components/api/start`, {method: 'POST'})
                .then(answer => answer.json()).then(result => result.success && result.component.pid)""")
            self.assertGreater(pid, 0)

    async def test_rest_reference_openapi_documentation(self):
        """Sutra's REST reference, "OpenAPI Documentation": Swagger UI at /docs, ReDoc at /redoc, the document."""
        self.assertIn("/api/components/{id}/start", json.loads(self.curl(f"{self.local('sutra')}/openapi.json"))["paths"])
        async with Browser() as browser:
            for path in ("/docs", "/redoc"):
                await browser.open(self.local("sutra") + path)
                await browser.until("document.body.innerText.includes('/api/components/{id}/start')")
            self.assertEqual(browser.problems, [])
        status, headers, _ = self.program.request("GET", "/redoc")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"))

    def test_handshake(self):
        """Sutra's protocol document, "Handshake": its request, and the key's answer."""
        with socket.create_connection(("localhost", self.program.port("sutra")), 20) as client:
            client.sendall(b"GET /ws HTTP/1.1\r\nHost: localhost:9000\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                           b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
            head = b""
            while b"\r\n\r\n" not in head:
                head += client.recv(4096)
        lines = head.split(b"\r\n\r\n")[0].decode().split("\r\n")
        self.assertRegex(lines[0], r"^HTTP/1\.1 101 ")
        for line in ("upgrade: websocket", "connection: upgrade", "sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo="):
            self.assertIn(line, map(str.lower, lines))
        accept = hashlib.sha1(b"dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()
        self.assertEqual(base64.b64encode(accept), b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")

    async def test_client_side_connection(self):
        """Sutra's protocol document, "Client-Side Connection" and "Message Format": a page of the server's own host."""
        async with Browser() as browser:
            await browser.open(self.local("sutra"))
            frame = await browser.evaluate("""new Promise((done, failed) => {
                const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`);
                socket.onmessage = event => done(JSON.parse(event.data));
                socket.onclose = event => failed(event.code);
            })""")
        self.assertTrue({"storage", "api"} <= set(frame["components"]))
        component = frame["components"]["api"]
        self.assertEqual([component[each] for each in ("pid", "uptime", "cpu_percent", "memory_mb", "error")], [None] * 5)
        storage = frame["components"]["storage"]
        if storage["state"] == "running":
            self.assertTrue(all(isinstance(storage[each], float | int) for each in ("pid", "uptime", "cpu_percent", "memory_mb")))
        self.assertEqual(list(frame["metrics"]), ["timestamp", "total_concepts", "total_associations", "storage_size_mb",
                                                  "queries_per_second", "avg_latency_ms", "cpu_percent", "memory_percent"])

    async def test_future_subscription(self):
        """Sutra's protocol document, "Client → Server": the preferences of its example."""
        async with websockets.connect(self.local("sutra", "ws") + "/ws") as client:
            await client.send(json.dumps({"type": "subscribe", "components": ["storage", "api"], "metrics": ["cpu", "memory"]}))
            frame = await heard(client, lambda frame: len(frame["components"]) == 2)
        self.assertEqual(set(frame["metrics"]), {"timestamp", "cpu_percent", "memory_percent"})

    async def test_reconnection(self):
        """Sutra's protocol document, "Reconnection Strategy" and the client with visual feedback: after a restart of the server
        the same address works again, and no data is lost."""
        port = self.program.port("sutra")
        self.assertTrue(self.program.json("POST", "/api/components/api/start")[1]["success"])
        async with websockets.connect(self.local("sutra", "ws") + "/ws") as client:
            await client.recv()
            self.assertEqual(await asyncio.to_thread(self.program.stop), 0)
            await client.wait_closed()
            self.assertEqual(client.close_code, 1001)
        self.program.write_config(re.sub(r"(?m)^port = 0$", f"port = {port}", example(), count=1))
        await asyncio.to_thread(self.program.start)
        async with websockets.connect(f"ws://localhost:{port}/ws") as client:
            await heard(client, lambda frame: frame["components"]["api"]["state"] == "running")

    async def test_load(self):
        """Sutra's protocol document, "Load Testing": a hundred clients that read every message."""
        async with asyncio.timeout(60):
            clients = await asyncio.gather(*(websockets.connect(self.local("sutra", "ws") + "/ws") for _ in range(100)))
            await asyncio.gather(*(client.recv() for client in clients))  # of the moment in which each came
            frames = [[await client.recv() for _ in range(2)] for client in clients]
            ticks = {}
            for text in (text for each in frames for text in each):
                self.assertEqual(ticks.setdefault(json.loads(text)["metrics"]["timestamp"], text), text)
            await asyncio.gather(*(client.close() for client in clients))


class Alger(Snippets):
    def connect(self):
        return AlgerClient(self.local("alger", "ws"))

    async def test_integration_tests(self):
        """"exercises login, catalog, execution, and error flows", as the server's own test script does."""
        async with self.connect() as client:
            self.assertEqual((await client.request(100, username="admin", password="admin"))[0], 200)
            number, content = await client.request(101, userId="admin")
            self.assertEqual((number, "user" in content), (201, True))
            self.assertEqual((await client.request(102))[0], 202)
        async with self.connect() as client:
            self.assertEqual((await client.request(100, username="admin", password="admin"))[0], 200)
            self.assertEqual((await client.request(150))[0], 396)
        async with self.connect() as client:
            await client.socket.send(json.dumps({"id": 4, "requestId": 0, "type": 101, "content": "{}"}))
            answer = json.loads(await client.socket.recv())
            self.assertEqual((answer["type"], json.loads(answer["content"])["expectedId"]), (395, 1))
        async with self.connect() as client:
            number, content = await client.request(103, pipelineId="demo")
            self.assertEqual(number, 203)
            number, output = await client.output_of(content["executionId"])
            self.assertEqual((number, output["executionId"]), (207, content["executionId"]))

    async def test_what_boards_send(self):
        """104 "Launches a pipeline described in the message `graph`": nodes with a board's own parameters and without those
        of the kinds."""
        nodes = [{"id": "n-1001", "kind": "dataset", "params": {"sourceType": "file", "datasetFormat": "csv", "maxSamples": 100}},
                 {"id": "n-1002", "kind": "text", "params": {"phase": "train"}},
                 {"id": "n-1003", "kind": "filter"}, {"id": "n-1004", "kind": "identity"}]
        edges = [{"source": one["id"], "target": next_one["id"]} for one, next_one in zip(nodes, nodes[1:])]
        async with self.connect() as client:
            number, content = await client.request(104, graph={"nodes": nodes, "edges": edges})
            self.assertEqual(number, 204, content)
            number, output = await client.output_of(content["executionId"])
            self.assertEqual(number, 207, output)
            self.assertIn("GNU GENERAL PUBLIC LICENSE", json.dumps(output))


class Airavata(Snippets):
    def setUp(self):
        super().setUp()
        self.token = token_of(self.program, "admin")

    def connect(self, path, **more):
        return websockets.connect(self.local("airavata", "ws") + path, **more)

    async def test_example_connections(self):
        """"Example Connections" and "Token Validation": by query and by header; a bad and a missing token are told."""
        for path in ("/ws/experiments/exp-123", "/ws/tasks/task-456", "/ws/projects/proj-456", "/ws/user"):
            for client in (self.connect(f"{path}?token={self.token}"),
                           self.connect(path, **with_headers({"Authorization": f"Bearer {self.token}"}))):
                async with client as opened:
                    await opened.send('{"type":"ping","id":"ping-123","timestamp":"2024-01-15T10:30:00Z"}')
                    await heard(opened, lambda message: message["type"] == "pong")
            for query, error in (("?token=your_jwt_token", "Invalid or expired token"), ("", "Authentication required")):
                async with self.connect(path + query) as refused:
                    self.assertEqual((await heard(refused, lambda message: True))["error"], error)
                    await refused.wait_closed()
                    self.assertEqual(refused.close_code, 1008)

    async def test_complete_client(self):
        """"Complete Client Implementation" and "Subscription Request": an experiment is followed from its subscription on."""
        made = self.program.json("POST", "/api/v2/experiments", json.dumps({
            "name": "Parameter Sweep", "projectId": "default", "commandTemplate": "echo {param1}",
            "parameters": [{"values": {"param1": "value1"}}, {"values": {"param1": "value2"}}]}), "airavata",
            {"Authorization": f"Bearer {self.token}"})[1]["experiment"]["id"]
        async with self.connect(f"/ws/experiments/{made}?token={self.token}") as client:
            await client.send(json.dumps({"type": "system_status", "data": {
                "action": "subscribe", "resourceType": "experiment", "resourceId": made}}))
            answer = await heard(client, lambda message: message["type"] == "system_status")
            self.assertEqual(answer["data"], {"action": "subscribed", "resourceType": "experiment", "resourceId": made,
                                              "status": "success"})
            self.program.json("POST", f"/api/v2/experiments/{made}/submit", "{}", "airavata",
                              {"Authorization": f"Bearer {self.token}"})
            for kind in ("experiment_updated", "task_updated", "experiment_progress", "experiment_completed"):
                await heard(client, lambda message: message["type"] == kind)


class Ark(Snippets):
    async def test_manual_testing(self):
        """"Manual Testing with `wscat`": "You should see events as they occur"."""
        async with websockets.connect(self.local("ark", "ws") + "/ws") as client:
            async with AlgerClient(self.local("alger", "ws")) as alger:
                execution = (await alger.request(103, pipelineId="demo"))[1]["executionId"]
            for event in ("job:created", "job:progress", "job:completed"):
                message = await heard(client, lambda message: message["event"] == event)
                self.assertEqual(message["data"]["jobId"], execution)


class Pow(Snippets):
    async def test_client_example_over_websocket(self):
        """"An example client can be found in the client directory": echo with two parameters, two texts, the end of input."""
        async with websockets.connect(self.local("pow", "ws") + "/", subprotocols=["pow-1"]) as client:
            await client.send(json.dumps({"call": "echo", "params": ["random", "params"]}).encode())
            await client.send("hello")
            await client.send("world")
            await client.send(b'{"signal":"close"}')
            frames = [frame async for frame in client]
        self.assertEqual(frames[:-1], ["hello", "world"])
        self.assertEqual(json.loads(frames[-1]), {"status": "fulfilled", "value": ["random", "params"]})
        self.assertEqual((client.close_code, client.close_reason), (1000, ""))

    def test_client_example_over_rest(self):
        """The same over REST."""
        base = self.local("pow")
        call = json.dumps({"call": "echo", "params": ["random", "params"]})
        session = json.loads(self.curl("-X", "POST", "-H", "Content-Type: application/json", "-d", call, f"{base}/new"))
        for text in ("hello", "world"):
            self.assertEqual(self.curl("--data-binary", text, f"{base}/input/{session}"), "input sent")
        self.assertEqual(self.curl("-X", "POST", f"{base}/closeInput/{session}"), "input closed")
        status = self.program.wait_for(
            lambda: "fulfilled" in (text := self.curl(f"{base}/status/{session}")) and text, "the result")
        self.assertEqual(json.loads(status), {"buffer": "helloworld", "result": {"status": "fulfilled",
                                                                                 "value": ["random", "params"]}})

    def test_documents(self):
        """"See openapi.json for details", "SwaggerUI at /docs/"."""
        self.assertIn("/new", json.loads(self.curl(f"{self.local('pow')}/openapi.json"))["paths"])
        self.assertIn("swagger", self.curl(f"{self.local('pow')}/docs/"))


if __name__ == "__main__":
    unittest.main()
