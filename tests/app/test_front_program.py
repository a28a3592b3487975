# SPDX-License-Identifier: GPL-3.0-or-later
"""The front door as other machines, browsers and proxies meet it: its addresses, its names, its pages below a path."""
import asyncio
import http.client
import json
import socket
import sys
import unittest

import websockets

from browser import Browser
from program import Program

COMPONENT = '[[component]]\nid = "steady"\ncommand = ["sleep", "1000"]\n'
LISTENERS = "".join(f'[[listener]]\nport = 0\ndialects = [{names}]\n%s\n'
                    for names in ('"sutra"', '"airavata"', '"ark", "pow"', '"alger"'))
NAME = "ops.example.org"

# Makes a network of its own for the command behind it: a loopback without IPv6.
WITHOUT_IPV6 = """
import ctypes, fcntl, os, socket, struct, sys
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
user = os.getuid()
if ctypes.CDLL(None, use_errno=True).unshare((0 if user == 0 else CLONE_NEWUSER) | CLONE_NEWNET):
    sys.exit(77)
for name in os.listdir("/proc/sys/net/ipv6/conf") if os.path.isdir("/proc/sys/net/ipv6/conf") else []:
    try:
        with open(f"/proc/sys/net/ipv6/conf/{name}/disable_ipv6", "w") as file:
            file.write("1")
    except OSError:
        sys.exit(77)
with socket.socket() as up:
    fcntl.ioctl(up, 0x8914, struct.pack("16sh", b"lo", 0x49))
try:
    socket.socket(socket.AF_INET6).bind(("::1", 0))
    sys.exit(77)
except OSError:
    pass
os.execvp(sys.argv[1], sys.argv[1:])
"""


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
        return True
    except OSError:
        return False


def get(address, port, path, **headers):
    """(status, headers, body); headers may name another Host."""
    connection = http.client.HTTPConnection(address, port, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers, body


class PrefixProxy:
    """Serves one port below a path: /ops/x becomes /x, and everything else is 404."""

    def __init__(self, port, prefix="/ops"):
        self.target, self.prefix, self.lost = port, prefix, []

    async def __aenter__(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self.server.close()

    async def serve(self, reader, writer):
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            method, path, rest = head.split(" ", 2)
            if not path.startswith(self.prefix + "/"):
                self.lost.append(path)
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                await writer.drain()
                return
            if "Upgrade: websocket" not in rest:
                rest = rest.replace("Connection: keep-alive", "Connection: close")
            there = await asyncio.open_connection("127.0.0.1", self.target)
            there[1].write(f"{method} {path[len(self.prefix):]} {rest}".encode())
            await asyncio.gather(self.pump(reader, there[1]), self.pump(there[0], writer))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    @staticmethod
    async def pump(source, sink):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
        sink.close()


class FrontProgram(unittest.IsolatedAsyncioTestCase):
    def start(self, more="", **arguments):
        return self.enterContext(Program(LISTENERS.replace("%s", more) + COMPONENT, **arguments))

    @unittest.skipUnless(has_ipv6(), "no IPv6 here")
    async def test_localhost_is_both_families(self):
        program = self.start()
        for listener in program.listeners:
            self.assertEqual((listener["address"], listener["addresses"]), ("127.0.0.1", ["127.0.0.1", "::1"]))
            for address in listener["addresses"]:
                self.assertEqual(get(address, listener["port"], "/healthz")[0], 200)
            self.assertIn(f"listening on 127.0.0.1:{listener['port']} (", program.messages())
            self.assertIn(f"listening on [::1]:{listener['port']} (", program.messages())
        async with websockets.connect(f"ws://[::1]:{program.port()}/ws") as client:
            self.assertIn("components", json.loads(await client.recv()))
        taken = program.listeners[0]["port"]
        with Program(f'[[listener]]\nport = {taken}\ndialects = ["sutra"]\n', expect_ready=False) as second:
            code, said = second.run()
        self.assertEqual(code, 69)
        self.assertIn(f"127.0.0.1:{taken} is taken by another program", said)

    async def test_a_missing_ipv6_is_no_error(self):
        """In a network of its own, where only the program itself can see what it listens on."""
        program = self.enterContext(Program(LISTENERS.replace("%s", ""), expect_ready=False))
        program.command = [sys.executable, "-c", WITHOUT_IPV6, *program.command]
        try:
            program.start()
        except AssertionError:
            if program.process.returncode != 77:
                raise
            self.skipTest("no network namespaces here")
        self.assertEqual([each["addresses"] for each in program.listeners], [["127.0.0.1"]] * 4)
        self.assertEqual(program.stop(), 0)
        program.write_config('[server]\nbind = "::1"\n' + LISTENERS.replace("%s", ""))
        code, said = program.run()
        self.assertEqual(code, 69)
        self.assertIn("cannot listen on [::1]:0: ", said)

    async def test_names_behind_a_proxy(self):
        program = self.start(f'hosts = ["{NAME}"]\norigins = ["https://dash.example.org", "null", "file://"]\n')
        port = program.port()
        for headers in ({"Host": NAME}, {"Host": f"{NAME}:8443", "Origin": f"https://{NAME}:8443"},
                        {"Host": "dash.example.org"}, {"Origin": f"https://{NAME}"}, {"Origin": "null"},
                        {"Origin": "file://"}):
            status, answered, _ = get("127.0.0.1", port, "/api/status", **headers)
            self.assertEqual(status, 200, headers)
            self.assertEqual(answered["Access-Control-Allow-Origin"], headers.get("Origin"))
        # Which name a proxy was asked for is not asked; that there was one takes the rights of this machine.
        forwarded = {"Host": "localhost", "X_Forwarded_Host": "evil.example"}
        self.assertEqual([get("127.0.0.1", program.port(), path, **forwarded)[0] for path in ("/healthz", "/api/status")],
                         [200, 401])
        for key, headers in (("hosts", {"Host": "evil.example", "X_Forwarded_Host": NAME}),
                             ("origins", {"Origin": "https://evil.example"})):
            for dialect, path in (("sutra", "/ws"), ("airavata", "/ws/user"), ("ark", "/ws"), ("pow", "/x"), ("alger", "/x")):
                status, _, body = get("127.0.0.1", program.port(dialect), path, **headers)
                self.assertEqual(status, 403, (dialect, headers))
                self.assertIn(f"(to allow it, add it to [[listener]] {key})", body)
        async with websockets.connect(f"ws://{NAME}/ws", host="127.0.0.1", port=port, origin=f"https://{NAME}") as client:
            self.assertIn("components", json.loads(await client.recv()))
            # Another name since version 14 of websockets.
            answered = client.response_headers if hasattr(client, "response_headers") else client.response.headers
            self.assertFalse([name for name in answered if name.lower().startswith("access-control")])

    async def test_a_plain_request_of_a_websocket(self):
        program = self.start('anonymous = "none"\n')
        for dialect, paths in (("sutra", ["/ws"]), ("ark", ["/ws"]), ("alger", ["/ws", "/any/path"]), ("airavata", [
                "/ws", "/ws/user", "/ws/experiments/x", "/ws/tasks/x", "/ws/projects/x"])):
            for path in paths:
                status, headers, body = get("127.0.0.1", program.port(dialect), path)
                self.assertEqual((status, headers["Upgrade"], headers["Connection"]),
                                 (426, "websocket", "keep-alive, Upgrade"), (dialect, path))
                self.assertIn(f"{path} is a WebSocket, and this request lacks the header 'Upgrade: websocket'", body)
        self.assertEqual(get("127.0.0.1", program.port("pow"), "/any/path")[0], 404)
        for path, expected in (("/", 200), ("/healthz", 200), ("/readyz", 200), ("/metrics", 401)):
            self.assertEqual(get("127.0.0.1", program.port("alger"), path)[0], expected, path)

    async def test_pages_below_a_path(self):
        program = self.start()
        async with PrefixProxy(program.port()) as proxy, Browser() as browser:
            await browser.open(f"http://127.0.0.1:{proxy.port}/ops/")
            text = "document.querySelector('#components').innerText"
            await browser.until(f"{text}.includes('running')")
            stop = "[...document.querySelectorAll('#components button')].find((button) => button.textContent === 'Stop')"
            await browser.evaluate(f"{stop}.click()")
            await browser.until(f"{text}.includes('stopped')")
            links = await browser.evaluate("[...document.querySelectorAll('a')].map((link) => link.href)")
            self.assertEqual(len(links), 4)
            for link in links:
                self.assertIn("/ops/", link)
            await browser.open(f"http://127.0.0.1:{proxy.port}/ops/docs")
            await browser.click(".opblock-get button.opblock-summary-control")
            await browser.click(".opblock-get .try-out__btn")
            await browser.click(".opblock-get .execute")
            status = "(document.querySelector('.live-responses-table .response .response-col_status') || {}).textContent"
            self.assertEqual((await browser.until(status)).strip(), "200")
            self.assertEqual((browser.problems, proxy.lost), ([], []))


if __name__ == "__main__":
    unittest.main()
