# SPDX-License-Identifier: GPL-3.0-or-later
"""Reverse proxies as real programs, each in front of several servers below a path of its own, with the time-outs it has
where nobody sets any, or where Debian's configuration sets them (haproxy has none by itself)."""
import os
import shutil
import socket
import subprocess
import tempfile
import time

NAME = "ops.example.org"  # of the server for its clients; all three pass it on as Host


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy:
    """prefixes: path → port, "/ops/sutra/" → 9000. Use as a context manager."""

    def __init__(self, prefixes):
        self.folder = tempfile.TemporaryDirectory(prefix="signalbox-proxy-")
        self.port = free_port()
        self.log = self.path("log")
        with open(self.path("conf"), "w", encoding="utf-8") as file:
            file.write(self.configuration(prefixes))

    @classmethod
    def program(cls):
        return shutil.which(cls.name, path=f"{os.environ['PATH']}:/usr/sbin")

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def __enter__(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.program(), *self.arguments()], stdout=log, stderr=log,
                                            env={**os.environ, "HOME": self.folder.name})
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return self
            except ConnectionRefusedError:
                try:
                    self.process.wait(0.01)
                except subprocess.TimeoutExpired:
                    if time.monotonic() < deadline:
                        continue
                    self.process.kill()
                raise AssertionError(f"{self.name} does not start:\n{self.messages()}") from None

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def messages(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()


class Nginx(Proxy):
    name = "nginx"  # proxy_read_timeout 60s

    def configuration(self, prefixes):
        temporary = "".join(f"{kind}_temp_path {self.path(kind)};\n" for kind in (
            "client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        locations = "".join(f"""location {prefix} {{
            proxy_pass http://127.0.0.1:{port}/;
            proxy_http_version 1.1;
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
        }}
        """ for prefix, port in prefixes.items())
        user = "user root;\n" if os.geteuid() == 0 else ""
        return f"""{user}daemon off;
pid {self.path("pid")};
error_log stderr;
events {{}}
http {{
    access_log off;
    {temporary}
    map $http_upgrade $connection_upgrade {{ default upgrade; '' close; }}
    server {{
        listen 127.0.0.1:{self.port};
        {locations}
    }}
}}
"""

    def arguments(self):
        return ["-p", self.folder.name, "-c", self.path("conf"), "-e", "stderr"]


class Haproxy(Proxy):
    name = "haproxy"

    def configuration(self, prefixes):
        names = {prefix: prefix.strip("/").replace("/", "-") for prefix in prefixes}
        rules = "".join(f"    use_backend {name} if {{ path_beg {prefix} }}\n" for prefix, name in names.items())
        backends = "".join(f"""backend {names[prefix]}
    http-request replace-path ^{prefix}(.*) /\\1
    server only 127.0.0.1:{port}
""" for prefix, port in prefixes.items())
        return f"""defaults
    mode http
    timeout connect 5000
    timeout client 50000
    timeout server 50000
    option forwardfor
frontend all
    bind 127.0.0.1:{self.port}
{rules}
{backends}"""

    def arguments(self):
        return ["-db", "-f", self.path("conf")]


class Caddy(Proxy):
    name = "caddy"

    def configuration(self, prefixes):
        handlers = "".join(f"    handle_path {prefix}* {{\n        reverse_proxy 127.0.0.1:{port}\n    }}\n"
                           for prefix, port in prefixes.items())
        return f"""{{
    admin off
    auto_https off
}}
http://:{self.port} {{
    bind 127.0.0.1
{handlers}}}
"""

    def arguments(self):
        return ["run", "--config", self.path("conf"), "--adapter", "caddyfile"]


PROXIES = {proxy.name: proxy for proxy in (Nginx, Haproxy, Caddy)}
