# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program where descriptors are few, clients many, or clients want more than their share."""
import contextlib
import ctypes
import os
import re
import resource
import socket
import subprocess
import tempfile
import unittest

from program import Program

SOFT, HARD = 200, 1000
CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra"]

[[listener]]
port = 0
dialects = ["pow"]

[[component]]
id = "sleeper"
command = ["sleep", "1000"]
"""

HANDSHAKE = (b"GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")


class Tls:
    """A client by OpenSSL itself: Python's ssl cannot demand new keys (RFC 8446, 4.6.3)."""

    def __init__(self, descriptor):
        self.ssl = ctypes.CDLL("libssl.so.3")
        for name in ("TLS_client_method", "SSL_CTX_new", "SSL_new"):
            getattr(self.ssl, name).restype = ctypes.c_void_p
        self.context = ctypes.c_void_p(self.ssl.SSL_CTX_new(ctypes.c_void_p(self.ssl.TLS_client_method())))
        self.session = ctypes.c_void_p(self.ssl.SSL_new(self.context))
        self.ssl.SSL_set_fd(self.session, descriptor)
        if self.ssl.SSL_connect(self.session) != 1:
            raise ConnectionError("no TLS")

    def send(self, text):
        return self.ssl.SSL_write(self.session, text, len(text)) == len(text)

    def receive(self, size):
        text = ctypes.create_string_buffer(size)
        got = self.ssl.SSL_read(self.session, text, size)
        return text.raw[:max(0, got)]

    def demands_new_keys(self):
        """Whether the demand could be sent: both sides' keys are to change."""
        return self.ssl.SSL_key_update(self.session, 1) == 1 and self.ssl.SSL_do_handshake(self.session) == 1

    def close(self):
        self.ssl.SSL_free(self.session)
        self.ssl.SSL_CTX_free(self.context)



class Crowds(unittest.TestCase):
    def start(self, soft=SOFT):
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, before[1]))
        try:
            program = self.enterContext(Program(CONFIG))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
        return program

    def limits_of(self, pid):
        with open(f"/proc/{pid}/limits", encoding="ascii") as file:
            return [int(each) for each in re.search(r"Max open files\s+(\d+)\s+(\d+)", file.read()).groups()]

    def test_the_server_takes_what_the_system_allows_and_children_get_the_old_limit(self):
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        program = self.start()
        self.assertEqual(self.limits_of(program.process.pid), [hard, hard])
        pid = program.wait_for(lambda: program.status()["components"]["sleeper"]["pid"], "the component runs")
        self.assertEqual(self.limits_of(pid), [SOFT, hard])

    def test_more_clients_than_the_soft_limit(self):
        program = self.start(soft=1024)
        self.enterContext(self.more_descriptors_here(4000))
        with contextlib.ExitStack() as stack:
            peers = [stack.enter_context(socket.socket()) for _ in range(1500)]
            for number, peer in enumerate(peers):
                peer.bind((f"127.0.2.{1 + number % 3}", 0))
                peer.connect(("127.0.0.1", program.port()))
                peer.sendall(HANDSHAKE)
                self.assertIn(b" 101 ", peer.recv(100), f"client {number}")
            self.assertEqual(program.wait_for(lambda: program.request("GET", "/healthz")[0], "an answer"), 200)
            self.assertIn('signalbox_clients{dialect="sutra"} 1500', program.request("GET", "/metrics")[2])

    @contextlib.contextmanager
    def more_descriptors_here(self, number):
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(number, before[0]), before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)

    def test_sockets_that_stay_lock_nobody_out(self):
        program = self.start()
        resource.prlimit(program.process.pid, resource.RLIMIT_NOFILE, (HARD, HARD))
        with contextlib.ExitStack() as stack:
            for number in range(2 * HARD):  # of three addresses, none of which reaches its own ceiling
                peer = stack.enter_context(socket.socket())
                peer.bind((f"127.0.2.{1 + number % 3}", 0))
                peer.connect(("127.0.0.1", program.port()))
                peer.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + (b"\r\n" if number % 2 else b""))
            self.assertEqual(program.request("GET", "/healthz")[0], 200)
            self.assertEqual(program.request("GET", "/healthz", dialect="pow")[0], 200)
            self.assertEqual(program.request("POST", "/api/components/sleeper/restart")[0], 200)  # pipes and files

    def test_questions_of_a_crowd_hold_nobody_up(self):
        """Each reads megabytes of log. Those that wait hold nothing, are refused beyond a few, and end with their clients."""
        program = Program(CONFIG.replace("[[listener]]", '[[listener]]\nport = 0\ndialects = ["ark"]\n\n[[listener]]', 1),
                          expect_ready=False)
        self.enterContext(program)
        os.makedirs(os.path.join(program.data, "logs"), mode=0o700)
        os.chmod(program.data, 0o700)
        with open(os.path.join(program.data, "logs", "sleeper.log"), "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as log:
            log.write((b"2025-10-17T05:00:00.000Z INFO " + 69 * b"x" + b"\n") * 80_000)
        program.start()
        self.enterContext(self.more_descriptors_here(4000))
        descriptors = f"/proc/{program.process.pid}/fd"
        question = b"GET /instances/sleeper/logs?level=ERROR HTTP/1.1\r\nHost: localhost\r\n\r\n"
        alone = len(os.listdir(descriptors))
        with contextlib.ExitStack() as stack:
            peers = [stack.enter_context(socket.socket()) for _ in range(300)]
            for peer in peers:
                peer.bind(("127.0.3.1", 0))
                peer.connect(("127.0.0.1", program.port("ark")))
            before = program.wait_for(lambda: (count := len(os.listdir(descriptors))) >= alone + 300 and count, "all are accepted")
            for peer in peers:
                peer.sendall(question)
            answers = [peer.recv(100) for peer in peers[:250]]
            self.assertGreater(sum(b" 503 " in each for each in answers), 100, "most are refused, and at once")
            self.assertLess(len(os.listdir(descriptors)) - before, 20)
            self.assertEqual(program.request("GET", "/instances/sleeper/logs?level=ERROR", dialect="ark")[::2], (200, "[]"))
        for number in range(300):
            with socket.socket() as peer:
                peer.bind(("127.0.3.1", 0))
                peer.connect(("127.0.0.1", program.port("ark")))
                peer.sendall(question)
        self.assertEqual(program.stop(seconds=5), 0)

    def test_demands_for_keys_end_with_their_client(self):
        """Each is answered by TLS itself, and the answers of a client that reads none would fill the memory."""
        folder = self.enterContext(tempfile.TemporaryDirectory())
        key, certificate = os.path.join(folder, "key.pem"), os.path.join(folder, "certificate.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost"], check=True, capture_output=True)
        program = self.enterContext(Program(
            f'[[listener]]\nport = 0\ndialects = ["sutra"]\ntls = {{ certificate = "{certificate}", key = "{key}" }}\n'))
        with socket.socket() as peer:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            peer.connect(("127.0.0.1", program.port()))
            with contextlib.closing(Tls(peer.fileno())) as tls:
                tls.send(HANDSHAKE)
                self.assertIn(b" 101 ", tls.receive(1000))
                sent = 0
                while sent < 400_000 and tls.demands_new_keys():
                    sent += 1
        self.assertLess(sent, 400_000, "the client is dropped, once the kernel takes no more for it")
        self.assertGreater(sent, 1000, "some are nobody's harm")


if __name__ == "__main__":
    unittest.main()
