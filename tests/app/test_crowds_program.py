# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program where descriptors are few and clients many."""
import contextlib
import re
import resource
import socket
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


class Crowds(unittest.TestCase):
    def start(self):
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (SOFT, before[1]))
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


if __name__ == "__main__":
    unittest.main()
