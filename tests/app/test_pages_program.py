# SPDX-License-Identifier: GPL-3.0-or-later
"""What pages of docs/ tell people to write is tried as it stands there; only ports, names of files and certificates are others."""
import asyncio
import json
import os
import re
import ssl
import subprocess
import unittest

import websockets

import reverseproxies
from algerclient import AlgerClient
from listeners import token_of
from program import Program

DOCS = os.path.join(os.path.dirname(__file__), "..", "..", "docs")
EXAMPLE = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "example.toml")
PASSWORD = "ten green bottles"


def blocks(page, language):
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        found = re.findall(rf"(?ms)^ *```{language}\n(.*?)^ *```$", file.read())
    assert found, f"{page} has no {language}"
    return found


def certificate(folder):
    """cert.pem and key.pem, and both in one file."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=ops.example.org",
                    "-addext", "subjectAltName=DNS:ops.example.org,DNS:box.example.org", "-keyout", f"{folder}/key.pem", "-out",
                    f"{folder}/cert.pem"], check=True, capture_output=True)
    os.chmod(f"{folder}/key.pem", 0o600)
    with open(f"{folder}/both.pem", "wb") as both:
        for name in ("cert.pem", "key.pem"):
            with open(f"{folder}/{name}", "rb") as file:
                both.write(file.read())
    return ssl.create_default_context(cafile=f"{folder}/cert.pem")


class Pages(unittest.IsolatedAsyncioTestCase):
    def checked(self, program):
        done = subprocess.run([program.command[0], "--check-config", "--config", program.config, "--data-dir", program.data],
                              capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout + done.stderr

    async def test_letting_others_in(self):
        users, addresses = blocks("letting-others-in.md", "toml")
        rest = '[[listener]]\nport = 0\ndialects = ["airavata", "alger"]\n'
        with Program(re.sub(r"(?m)^port = \d+", "port = 0", users + addresses + rest), expect_ready=False) as program:
            trusted = certificate(program.folder.name)
            code, said = self.checked(program)
            self.assertEqual(code, 0, said)
            self.assertIn("user 'collector' has no password and comes in by token alone", said)
            program.command += ["--bind", "127.0.0.1"]  # the address of the page is none of this machine's
            program.start()
            token = subprocess.run([program.command[0], "--issue-token", "collector", "--expires", "30d", "--config", program.config,
                                    "--data-dir", program.data], capture_output=True, text=True, check=True, timeout=60).stdout.strip()
            url = f"box.example.org:{program.port('sutra')}"
            curl = ["curl", "-sS", "--cacert", f"{program.folder.name}/cert.pem", "--resolve", f"{url}:127.0.0.1"]
            status = subprocess.run([*curl, "-H", f"Authorization: Bearer {token}", f"https://{url}/api/status"],
                                    capture_output=True, text=True, check=True, timeout=60).stdout
            self.assertIn("components", json.loads(status))
            self.assertTrue(token_of(program, "ann", PASSWORD))
            async with websockets.connect(f"wss://{url}/ws?token={token}", host="127.0.0.1", port=program.port("sutra"), ssl=trusted,
                                          server_hostname="box.example.org") as client:
                self.assertIn("components", json.loads(await asyncio.wait_for(client.recv(), 20)))

    async def test_graph_files(self):
        graph, = blocks("graph-files.md", "json")
        with open(EXAMPLE, encoding="utf-8") as file, Program(re.sub(r"(?m)^port = \d+$", "port = 0", file.read())) as program:
            async with AlgerClient(f"ws://127.0.0.1:{program.port('alger')}") as client:
                for shape in (json.loads(graph), {"pipeline": json.loads(graph)}):
                    number, answer = await client.request(104, graph=shape)
                    self.assertIn(number, (200, 203, 204), answer)
                    number, answer = await client.output_of(answer["executionId"])
                    self.assertIn("> root:/bin/", json.dumps(answer))
                    self.assertIn("GNU GENERAL PUBLIC LICENSE", json.dumps(answer))
                broken = json.loads(graph)
                broken["nodes"][2]["after"] = ["users"]
                broken["edges"] = broken["edges"][1:]
                self.assertIn("expects exactly 1 input(s); got 0", (await client.request(104, graph=broken))[1]["error"])

    def test_in_a_container(self):
        addresses, = blocks("in-a-container.md", "toml")
        rest = '[[listener]]\nport = 0\ndialects = ["sutra"]\n'
        with Program(re.sub(r"(?m)^ +", "", addresses) + rest, expect_ready=False) as program:
            code, said = self.checked(program)
            self.assertEqual((code, said.splitlines()[0]), (0, f"{program.config}: no problems found; warnings: 1"))
            self.assertIn("warning: passwords and tokens can be read on the way to 0.0.0.0, ::", said, "but within the host")


class Proxies(unittest.TestCase):
    def through(self, kind, text, folder, port_of_server, scheme):
        """The page's configuration with this machine's ports and files."""
        class Here(kind):
            def configuration(self, _):
                written = (text.replace("/etc/ssl/ops-with-key.pem", f"{folder}/both.pem").replace("/etc/ssl/ops.pem", f"{folder}/cert.pem")
                           .replace("/etc/ssl/ops.key", f"{folder}/key.pem").replace("127.0.0.1:9000", f"127.0.0.1:{port_of_server}")
                           .replace("listen 443", f"listen 127.0.0.1:{self.port}").replace("bind :443", f"bind 127.0.0.1:{self.port}"))
                if kind is reverseproxies.Nginx:
                    whole = super().configuration({})
                    return whole[:whole.index("map $http_upgrade")] + written + "}\n"
                if kind is reverseproxies.Haproxy:
                    return "defaults\n    timeout connect 5000\n    timeout client 50000\n    timeout server 50000\n" + written
                return "{\n    admin off\n    auto_https off\n}\n" + written.replace("ops.example.org {", f"http://ops.example.org:{self.port} {{")
        return Here({})

    def tried(self, name, language, scheme="https"):
        kind = reverseproxies.PROXIES[name]
        if not kind.program():
            self.skipTest(f"{name} is not installed")
        configuration, = blocks("behind-a-proxy.md", "toml")
        text, = blocks("behind-a-proxy.md", language)
        users = '[[user]]\nname = "ann"\npassword = "ten green bottles"\nroles = ["operator"]\n'
        # Logins are beside it: the page is about one port.
        rest = '[[listener]]\nport = 0\ndialects = ["airavata"]\n'
        with Program(configuration.replace("port = 9000", "port = 0") + rest + users) as program:
            folder = program.folder.name
            trusted = certificate(folder)
            token = token_of(program, "ann", PASSWORD)
            with self.through(kind, text, folder, program.port("sutra"), scheme) as proxy:
                url = f"ops.example.org:{proxy.port}"
                curl = ["curl", "-sS", "--cacert", f"{folder}/cert.pem", "--resolve", f"{url}:127.0.0.1"]

                def stop(*arguments):
                    return subprocess.run([*curl, "-X", "POST", "-o", os.devnull, "-w", "%{http_code}", *arguments,
                                           f"{scheme}://{url}/api/components/none/stop"], capture_output=True, text=True,
                                          check=True, timeout=60).stdout
                self.assertIn(stop(), ("401", "403"), "this machine may look through the proxy, and no more")
                self.assertEqual(stop("-H", f"Authorization: Bearer {token}"), "400", "the component is unknown")

                async def connect():
                    tls = {"ssl": trusted, "server_hostname": "ops.example.org"} if scheme == "https" else {}
                    async with websockets.connect(f"{scheme.replace('http', 'ws')}://{url}/ws?token={token}", host="127.0.0.1",
                                                  port=proxy.port, **tls) as client:
                        return await asyncio.wait_for(client.recv(), 20)
                self.assertIn("components", asyncio.run(connect()))

    def test_nginx(self):
        self.tried("nginx", "nginx")

    def test_caddy(self):
        self.tried("caddy", "caddyfile", "http")  # it would ask an authority for a certificate

    def test_haproxy(self):
        self.tried("haproxy", "haproxy")


if __name__ == "__main__":
    unittest.main(verbosity=2)
