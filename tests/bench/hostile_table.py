#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hostile clients cost the server and others, as a table (docs/reliability.md, "What hostile clients cost").

usage: hostile_table.py PROGRAM [--only WORDS] [--seconds S] [--clients N]

Each cell has a server of its own, on loopback and with a ceiling on its address space, in clear or over TLS. Hostile
clients do one thing: provoke answers and read none or little, ping, send chunks or fragments without end, or leave heads
and TLS handshakes half done. Meanwhile somebody else asks for /healthz some 250 times a second. A cell says how much the
server's resident memory had grown at its peak, and the others' 99th percentile beside the one before the hostile clients
came. The server has one processor, all clients have the other.
"""
import argparse
import base64
import json
import os
import re
import resource
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

DIALECTS = ("alger", "airavata", "ark", "pow", "sutra")
COLUMNS = (*DIALECTS, "REST")
ROWS = ("does not read", "reads slowly", "pings", "chunks for ever", "half-open", "fragments without end")
GOAL = 64  # MiB
HALF_OPEN = 10_000
PER_ADDRESS = 1000  # below sockets_per_address, so that none gives way
ADDRESS_SPACE = 4 << 30
PRINTER = "import time\nwhile True: print('x' * 4000, flush=True); time.sleep(0.01)"
CONFIG = """
[server]
tick = "200ms"

{listeners}
[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[component]]
id = "printer"
command = ["python3", "-c", {printer}]

[[process]]
name = "flood"
command = ["yes", "a line of a process that prints for ever"]
"""
PATHS = {"alger": "/?username=admin&password=admin", "airavata": "/ws?token={token}", "ark": "/ws", "pow": "/",
         "sutra": "/ws"}
PROTOCOLS = {"alger": "alger", "pow": "pow-1"}
POSTS = {"airavata": "/api/v2/auth/login", "REST": "/api/v2/auth/login", "ark": "/jobs/complete",
         "sutra": "/api/components/printer/start"}


def head(method, path, more=""):
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode()


def frame(opcode, payload, final=True):
    """A client's, with a mask of zeros."""
    size = len(payload)
    start = bytes([(0x80 if final else 0) | opcode, 0x80 | size if size < 126 else 0xfe])
    return start + (size.to_bytes(2, "big") if size > 125 else b"") + bytes(4) + payload


class Server:
    def __init__(self, program, folder, secure):
        self.secure = secure
        tls = f'tls = {{ certificate = "{folder}/server.pem", key = "{folder}/server.key" }}\n' if secure else ""
        listeners = "".join(f'[[listener]]\nport = 0\ndialects = ["{each}"]\nanonymous = "operator"\n{tls}\n'
                            for each in DIALECTS if each != "alger")
        listeners += f'[[listener]]\nport = 0\ndialects = ["alger"]\n{tls}\n'
        config, ready = os.path.join(folder, "signalbox.toml"), os.path.join(folder, "ready.json")
        with open(config, "w", encoding="utf-8") as file:
            file.write(CONFIG.format(listeners=listeners, printer=json.dumps(PRINTER)))
        if os.path.exists(ready):
            os.unlink(ready)

        def confine():
            os.sched_setaffinity(0, {0})
            resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        with open(os.path.join(folder, "log"), "wb") as log:
            self.process = subprocess.Popen(
                [program, "--no-gui", "--config", config, "--data-dir", tempfile.mkdtemp(dir=folder), "--ready-file", ready],
                stderr=log, preexec_fn=confine)
        while not os.path.exists(ready):
            if self.process.poll() is not None:
                with open(log.name, encoding="utf-8") as file:
                    sys.exit(f"the server ended with {self.process.returncode}: {file.read()}")
            time.sleep(0.01)
        with open(ready, encoding="utf-8") as file:
            self.ports = {each["dialects"][0]: each["port"] for each in json.load(file)["listeners"]}

    def connect(self, column, address="127.0.0.1", secure=True, buffer=0):
        peer = socket.socket()
        if buffer:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        peer.settimeout(10)
        peer.bind((address, 0))
        peer.connect(("127.0.0.1", self.ports["airavata" if column == "REST" else column]))
        if self.secure and secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            peer = context.wrap_socket(peer)
        return peer

    def ask(self, peer, request):
        peer.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            part = peer.recv(65536)
            if not part:
                raise ConnectionError("ended without an answer")
            answer += part
        top, _, body = answer.partition(b"\r\n\r\n")
        size = int((re.search(rb"(?i)content-length: (\d+)", top) or [0, 0])[1])
        while len(body) < size:
            body += peer.recv(65536)
        return int(top.split()[1]), body

    def token(self):
        body = b'{"username":"admin","password":"admin"}'
        more = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        with self.connect("airavata") as peer:
            return json.loads(self.ask(peer, head("POST", POSTS["airavata"], more) + body)[1])["token"]

    def websocket(self, column, token, buffer=0):
        peer = self.connect(column, buffer=buffer)
        more = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " \
            + base64.b64encode(os.urandom(16)).decode() + "\r\n"
        if column in PROTOCOLS:
            more += f"Sec-WebSocket-Protocol: {PROTOCOLS[column]}\r\n"
        peer.sendall(head("GET", PATHS[column].format(token=token), more))
        answer = b""
        while b"\r\n\r\n" not in answer:
            part = peer.recv(1)
            if not part:
                raise ConnectionError("no upgrade")
            answer += part
        if b" 101 " not in answer:
            raise ConnectionError(answer.decode())
        return peer

    def memory(self, key):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(rf"{key}:\s+(\d+)", file.read())[1]) / 1024

    def forget_peak(self):
        with open(f"/proc/{self.process.pid}/clear_refs", "w", encoding="ascii") as file:
            file.write("5")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Others:
    """Somebody else, at an address of their own, on one connection."""

    def __init__(self, server):
        self.server, self.times, self.failures, self.ends = server, [], 0, False

    def run(self):
        peer = None
        while not self.ends:
            begun = time.perf_counter()
            try:
                peer = peer or self.server.connect("sutra", "127.0.0.99")
                if self.server.ask(peer, head("GET", "/healthz"))[0] != 200:
                    raise ConnectionError("refused")
                self.times.append((time.perf_counter() - begun) * 1e6)
            except OSError:
                self.failures += 1
                peer = None
            time.sleep(0.003)

    def measure(self, seconds):
        thread = threading.Thread(target=self.run)
        thread.start()
        time.sleep(seconds)
        self.ends = True
        thread.join()
        return sorted(self.times)[int(len(self.times) * 0.99)] if self.times else float("nan")


class Hostile:
    """So many clients that do one thing; each that is closed comes again."""

    def __init__(self, server, column, row):
        self.server, self.column, self.row = server, column, row
        self.token = server.token() if column == "airavata" else ""
        self.is_http = column == "REST" or row == "chunks for ever"
        self.begin, self.endless, self.again, self.rate = b"", b"", None, 0  # rate: of again(), a second
        {"does not read": self.provoke, "reads slowly": self.provoke, "pings": self.ping, "chunks for ever": self.chunks,
         "fragments without end": self.fragments}.get(row, lambda: None)()

    def provoke(self):
        if self.column == "alger":
            self.rate, self.again = 400, lambda number: frame(1, json.dumps(
                {"id": number, "requestId": 0, "type": 102, "content": ""}).encode())
        elif self.column == "airavata":
            self.begin = frame(1, b'{"type":"subscribe","data":{"resourceType":"system"}}')
            self.rate, self.again = 50, lambda _: frame(1, b'{"type":"ping"}')
        elif self.column == "pow":
            self.begin = frame(2, b'{"call":"flood"}')
        elif self.column == "REST":
            self.rate, self.again = 20, lambda _: head("GET", "/docs/") * 20
        # ark is told what the component prints, sutra is sent a status at each tick

    def ping(self):
        self.endless = (head("GET", "/healthz") if self.is_http else frame(9, b"p" * 125)) * 100

    def post(self):
        return head("POST", POSTS.get(self.column, "/"), "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")

    def chunks(self):
        self.begin, self.endless = self.post() + b"1;", b"a" * 65536

    def fragments(self):
        self.begin = self.post() if self.is_http else frame(2, b"f", final=False)
        self.endless = b"1\r\nb\r\n" * 1000 if self.is_http else frame(0, b"f", final=False) * 1000

    def make(self):
        peer = self.server.connect(self.column, buffer=65536) if self.is_http else \
            self.server.websocket(self.column, self.token, buffer=65536)
        peer.sendall(self.begin)
        peer.setblocking(False)
        return peer

    def half_open(self, seconds, ready):
        peers = []
        for number in range(HALF_OPEN):
            peers.append(self.server.connect(self.column, f"127.0.1.{1 + number // PER_ADDRESS}", secure=False))
            if number % 2:
                peers[-1].send(b"\x16\x03\x01\x02\x00\x01" if self.server.secure else b"GET / HTTP/1.1\r\nHost: local")
        ready()
        time.sleep(seconds)
        return len(peers)

    def run(self, clients, seconds, ready):
        if self.row == "half-open":
            return self.half_open(seconds, ready)
        waiting = {self.make(): b"" for _ in range(clients)}
        made, number, due = clients, 0, time.monotonic()
        ready()
        end = due + seconds
        while time.monotonic() < end:
            number += 1
            is_due = self.again and time.monotonic() >= due
            due += 1 / self.rate if is_due else 0
            is_busy = False
            for peer in list(waiting):
                try:
                    waiting[peer] = waiting[peer] or self.endless or (self.again(number) if is_due else b"")
                    if self.row == "reads slowly" and number % 40 == 0 and not peer.recv(1024):
                        raise ConnectionError("closed")
                    sent = peer.send(waiting[peer]) if waiting[peer] else 0
                    waiting[peer] = waiting[peer][sent:]
                    is_busy = is_busy or sent > 0
                except (BlockingIOError, ssl.SSLWantWriteError, ssl.SSLWantReadError):
                    pass
                except OSError:
                    del waiting[peer]
                    peer.close()
                    try:
                        waiting[self.make()] = b""
                        made += 1
                    except OSError:
                        pass
            if not is_busy:
                time.sleep(0.0025)
        return made


def cell(program, folder, secure, column, row, options):
    server = Server(program, folder, secure)
    try:
        server.token()  # what a first client costs is nobody's growth
        quiet = Others(server).measure(options.seconds)
        server.forget_peak()
        before = server.memory("VmRSS")
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.nice(19)  # the others are the ones whose time is taken, on the same processor
            resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
            try:
                made = Hostile(server, column, row).run(options.clients, options.seconds + 0.3, lambda: os.write(writing, b"+"))
                os.write(writing, str(made).encode())
            except Exception as error:  # the cell shows it
                os.write(writing, f"+{error!r}".encode())
            os._exit(0)
        os.close(writing)
        os.read(reading, 1)
        others = Others(server)
        slowed = others.measure(options.seconds)
        grown = max(0.0, server.memory("VmHWM") - before) if server.process.poll() is None else float("inf")
        os.waitpid(child, 0)
        made = os.read(reading, 1000).decode()
        os.close(reading)
        text = f"{grown:.0f} MiB, {slowed:.0f}/{quiet:.0f}"
        if others.failures:
            text += f" !{others.failures}"
        return grown, slowed / quiet, text if made.isdigit() else f"{text} {made}"
    finally:
        server.stop()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="cells with all these words, as: TLS alger pings")
    parser.add_argument("--seconds", type=float, default=1.2)
    parser.add_argument("--clients", type=int, default=20)
    options = parser.parse_args()
    os.sched_setaffinity(0, {1 % os.cpu_count()})
    grown, ratios = [0.0], []
    with tempfile.TemporaryDirectory(prefix="signalbox-hostile-") as folder:
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                        f"{folder}/server.key", "-out", f"{folder}/server.pem", "-days", "2", "-subj", "/CN=localhost"],
                       check=True, capture_output=True)
        print("growth, p99 of others with and without hostile clients (us)\n\n| | " + " | ".join(COLUMNS) + " |\n" + "|---" * 7 + "|")
        for secure in (False, True):
            for row in ROWS:
                name = f"{'TLS' if secure else 'plain'}, {row}"
                texts = []
                for column in COLUMNS:
                    if all(word in f"{name} {column}".split() or word in f"{name} {column}" for word in options.only.split()):
                        growth, ratio, text = cell(options.program, folder, secure, column, row, options)
                        grown.append(growth)
                        ratios.append(ratio)
                        texts.append(text)
                if texts:
                    print(f"| {name} | " + " | ".join(texts) + " |", flush=True)
    print(f"\nlargest growth {max(grown):.0f} MiB (goal: at most {GOAL}); others' p99 at most {max(ratios):.2f} x, in the median "
          f"{sorted(ratios)[len(ratios) // 2]:.2f} x")
    return max(grown) > GOAL


if __name__ == "__main__":
    sys.exit(main())
