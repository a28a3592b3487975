# SPDX-License-Identifier: GPL-3.0-or-later
"""How each dialect says no, compared with what was recorded: errors of its REST, refused upgrades, limits, requests that
are none. What varies, and how to record anew, is in recordings.py."""
import unittest

import websockets

from listeners import USERS, EveryListener, token_of
from program import Program
from recordings import Recorded, clean_environment, main
from transcripts import Transcript

DIALECTS = ("airavata", "alger", "ark", "pow", "sutra")
EVIL = "https://evil.example"


class Errors(EveryListener):
    folder = "contract/refusals"

    def add_common(self, script, listener, nobody, read, write, limited):
        """What every REST has: 401, 403, 404, 405, 413."""
        port, nobody = self.ports[listener], self.ports[nobody]
        script.remark("401: nobody, or a token that is none")
        script.exchange(nobody, "GET", read)
        script.exchange(nobody, "POST", write)
        script.exchange(port, "GET", read, Authorization="Bearer no.such.token")
        script.exchange(port, "GET", f"{read}?token=no.such.token")
        script.remark("403: a page of somebody else's")
        script.exchange(port, "GET", read, Origin=EVIL)
        script.remark("404: no such route")
        script.exchange(port, "GET", "/nope")
        script.remark("405")
        script.exchange(port, "PATCH", read)
        script.exchange(port, "DELETE", "/healthz")
        script.remark("413: so much is announced")
        script.exchange(port, *limited, Authorization=self.bearer("admin"), Content_Length="2001")

    def test_sutra(self):
        script, port = Transcript(), self.ports["sutra"]
        script.remark("400")
        script.exchange(port, "PUT", "/api/mode", {"mode": "quiet"}, Authorization=self.bearer("admin"))
        script.exchange(port, "POST", "/api/components/nope/start")
        script.exchange(port, "POST", "/api/components/idle/stop")
        self.add_common(script, "sutra", "sutra for nobody", "/api/status", "/api/components/idle/start",
                        ("PUT", "/api/mode"))
        script.remark("403: who may do other things")
        script.exchange(port, "PUT", "/api/mode", {"mode": "halted"})
        script.exchange(port, "PUT", "/api/mode", {"mode": "halted"}, Authorization=self.bearer("ann"))
        script.exchange(port, "POST", "/api/components/idle/start", Authorization=self.bearer("vic"))
        script.exchange(port, "GET", "/api/status", Authorization=self.bearer("nobody"))
        script.remark("426, also to those who may do nothing")
        script.exchange(self.ports["sutra for nobody"], "GET", "/ws")
        self.record("sutra.txt", script)

    def test_pow(self):
        script, port = Transcript(), self.ports["pow"]
        script.remark("400")
        for body in ("", "{", "[]", '{"call":7}', '{"call":"echo","params":"x"}'):
            script.exchange(port, "POST", "/new", body)
        self.add_common(script, "pow", "ark and pow for nobody", "/status/nope", "/new", ("POST", "/new"))
        script.remark("403: somebody without a role")
        script.exchange(port, "POST", "/new", {"call": "echo"}, Authorization=self.bearer("nobody"))
        script.remark("404: no such call")
        for path in ("/input/nope", "/closeInput/nope", "/cancel/nope"):
            script.exchange(port, "POST", path)
        self.record("pow.txt", script)

    def test_ark(self):
        script, port = Transcript(), self.ports["ark"]
        script.remark("400")
        script.exchange(port, "POST", "/jobs", "[1]")
        script.exchange(port, "POST", "/jobs", "{")
        for path in ("/agents/register", "/agents/heartbeat", "/instances", "/jobs", "/jobs/progress", "/jobs/complete"):
            script.exchange(port, "POST", path, {})
        script.exchange(port, "POST", "/agents/register", {"agentId": 1, "hostname": "", "version": None, "capabilities": {
            "supportsHardlinks": "yes", "maxConcurrentJobs": -1, "supportedGameTypes": ["PONG"]}})
        script.exchange(port, "POST", "/agents/heartbeat", {"agentId": "a", "status": "ASLEEP", "activeJobIds": [1],
                                                            "resourceUsage": {"cpuPercent": "much"}})
        script.exchange(port, "POST", "/instances", {"name": "x" * 256, "gameType": "PONG", "agentId": "a\0", "config": 1})
        script.exchange(port, "POST", "/jobs", {"jobType": "X", "parameters": [], "priority": 1.5})
        script.exchange(port, "POST", "/jobs/progress", {"jobId": "a", "jobRunId": "a.1", "status": "LOST", "percent": 101,
                                                         "message": 1, "timestamp": "yesterday"})
        script.exchange(port, "GET", "/jobs?limit=0&offset=-1&status=LOST")
        script.exchange(port, "GET", "/instances?limit=many&status=LOST")
        script.exchange(port, "GET", "/instances/idle/logs?limit=0&since=yesterday&level=LOUD")
        script.exchange(port, "GET", "/jobs/poll")
        script.exchange(port, "GET", "/jobs?foo=1&jobType=NOPE")
        script.exchange(port, "GET", "/health?Limit=1")
        script.exchange(port, "POST", "/jobs", {"jobType": "SYNC_MODS", "parameters": {}})
        self.add_common(script, "ark", "ark and pow for nobody", "/jobs", "/jobs", ("POST", "/jobs"))
        script.remark("403: who may look only")
        script.exchange(self.ports["ark and pow for viewers"], "POST", "/jobs", {"jobType": "SYNC_MODS", "parameters": {}})
        script.remark("404: no such thing")
        for path in ("/jobs/nope", "/instances/nope", "/instances/nope/logs", "/jobs/poll?agentId=nope"):
            script.exchange(port, "GET", path)
        script.exchange(port, "POST", "/jobs/nope/cancel")
        script.exchange(port, "PUT", "/instances/nope", {"name": "x"})
        script.exchange(port, "DELETE", "/instances/nope")
        script.exchange(port, "POST", "/agents/heartbeat", {"agentId": "nope", "status": "ONLINE", "activeJobIds": []})
        script.exchange(port, "POST", "/jobs/progress", {"jobId": "nope", "jobRunId": "nope.1", "status": "RUNNING",
                                                         "message": "", "timestamp": "2024-01-15T10:30:00Z"})
        script.exchange(port, "POST", "/jobs/complete", {"jobId": "nope", "jobRunId": "nope.1", "status": "FAILED"})
        script.remark("426, also to those who may do nothing")
        script.exchange(self.ports["ark and pow for nobody"], "GET", "/ws")
        # What is wrong with text that is no JSON is said by Qt.
        self.assertRecorded("contract/refusals/ark.txt", script.text(more=[
            (r'(Body is not valid JSON: )[^"]*', r"\1<words of Qt>")]))

    def test_airavata(self):
        script, port, ann = Transcript(), self.ports["airavata"], self.bearer("ann")
        base = "/api/v2/experiments"
        good = {"name": "n", "projectId": "default", "commandTemplate": "echo {x}", "parameters": [{"values": {"x": "1"}}]}
        script.remark("400")
        script.exchange(port, "POST", "/api/v2/auth/login", {"username": "ann"})
        for body in ("{", "[]", "{}", {**good, "name": " "}, {**good, "parameters": []},
                     {**good, "parameters": [{"values": 1}]}, {**good, "parameters": [{"values": {}, "id": 1}]},
                     {**good, "maxRetries": 101},
                     {**good, "commandTemplate": "sh -c x"}, {**good, "commandTemplate": "echo {y}"},
                     {**good, "commandTemplate": "echo 'x"}, {**good, "commandTemplate": "/bin/echo {x}"},
                     {**good, "commandTemplate": "seq 1 {x}"}, {**good, "commandTemplate": "seq -{x}"}):
            script.exchange(port, "POST", base, body, Authorization=ann)
        for query in ("status=LOST", "limit=many", "offset=-1", "createdAfter=yesterday"):
            script.exchange(port, "GET", f"{base}?{query}", Authorization=ann)
        for body in ("[]", {}, {"name": 1}, {"name": "x", "description": 1}):
            script.exchange(port, "POST", "/api/v2/projects", body, Authorization=ann)
        self.add_common(script, "airavata", "airavata", base, base, ("POST", base))
        script.remark("401: passwords, tokens")
        script.exchange(port, "POST", "/api/v2/auth/login", {"username": "ann", "password": "no"})
        script.exchange(port, "POST", "/api/v2/auth/refresh")
        script.exchange(port, "POST", "/api/v2/auth/refresh", {"token": "no"})
        script.remark("403: who may look only, or nothing, or not that")
        script.exchange(port, "POST", base, good, Authorization=self.bearer("vic"))
        script.exchange(port, "GET", base, Authorization=self.bearer("nobody"))
        script.exchange(port, "DELETE", "/api/v2/projects/default", Authorization=ann)
        script.remark("404: no such thing")
        for path in ("experiments/nope", "experiments/nope/summary", "experiments/nope/outputs/t1/out", "tasks/nope.t1",
                     "tasks/nope", "projects/nope"):
            script.exchange(port, "GET", f"/api/v2/{path}", Authorization=ann)
        for path in ("submit", "cancel", "retry"):
            script.exchange(port, "POST", f"{base}/nope/{path}", Authorization=ann)
        script.exchange(port, "POST", base, {**good, "projectId": "nope"}, Authorization=ann)
        script.remark("426, also without a token")
        for path in ("/ws", "/ws/user", "/ws/experiments/x"):
            script.exchange(port, "GET", path)
        self.record("airavata.txt", script)

    def test_alger(self):
        script, port = Transcript(), self.ports["alger"]
        for method, path in (("GET", "/anything"), ("POST", "/"), ("DELETE", "/healthz")):
            script.exchange(port, method, path)
        script.exchange(port, "GET", "/", Origin=EVIL)
        self.record("alger.txt", script)

    def test_requests_that_are_none(self):
        script = Transcript()
        for listener in DIALECTS:
            for title, request in (
                    ("no HTTP", b"HELLO\r\n\r\n"), ("no host", b"GET / HTTP/1.1\r\n\r\n"),
                    ("a method nobody knows", b"BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"),
                    ("another version", b"GET / HTTP/2.5\r\nHost: 127.0.0.1\r\n\r\n"),
                    ("another host", b"GET / HTTP/1.1\r\nHost: signalbox.example.org\r\n\r\n"),
                    ("an encoding nobody knows", b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: gzip\r\n\r\n"),
                    ("a long head", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 16384 + b"\r\n\r\n")):
                script.remark(f"{listener}: {title}")
                script.raw(self.ports[listener], request)
        self.record("malformed.txt", script)

    def test_origins(self):
        script, port = Transcript(), self.ports["sutra for dashboards"]
        for origin in ("https://dash.example.org", "https://dash.example.org:444", "http://localhost:3000", "null"):
            script.exchange(port, "GET", "/api/mode", Origin=origin)
        script.remark("before a request, and just so")
        for path in ("/api/mode", "/nope"):
            script.exchange(port, "OPTIONS", path, Origin="https://dash.example.org", Access_Control_Request_Method="PUT")
        script.exchange(port, "OPTIONS", "/api/mode")
        self.record("origins.txt", script)

    def test_upgrades(self):
        script, token = Transcript(), f"?token={token_of(self.program, 'ann')}"

        def add(listener, title, path, protocol=None, **more):
            script.remark(f"{listener}: {title}")
            script.upgrade(self.ports[listener], path, protocol, **more)

        login = "/?username=ann&password=ann"
        for listener, path, protocol in (
                ("sutra", "/ws", None), ("airavata", "/ws/user" + token, None), ("ark", "/ws", None), ("pow", "/", "pow-1"),
                ("ark and pow", "/ws", None), ("ark and pow", "/ws", "pow-1"), ("alger", login, "alger"),
                ("alger", login, "other, alger"), ("all", "/ws", None), ("all", "/ws", "alger"),
                ("all", "/ws" + token, "pow-1"), ("all", "/ws/user", None)):
            add(listener, "welcome", path, protocol)
        for listener, path in (("sutra", "/other"), ("airavata", "/other"), ("airavata", "/ws/tasks/"), ("ark", "/other"),
                               ("pow", "/other"), ("pow", "/ws"), ("ark and pow", "/other"), ("all", "/other")):
            add(listener, "nobody answers to that", path)
        for listener, path, protocol in (("sutra", "/ws", None), ("ark", "/ws", None), ("pow", "/", "pow-1")):
            add(listener, "a token that is none", f"{path}?token=no.such.token", protocol)
        for listener, path, protocol in (("sutra for nobody", "/ws", None), ("ark and pow for nobody", "/ws", None),
                                         ("ark and pow for nobody", "/", "pow-1")):
            add(listener, "nobody", path, protocol)
        for listener, path in (("sutra", "/ws"), ("airavata", "/ws"), ("ark and pow", "/ws"), ("alger", "/")):
            add(listener, "a page of somebody else's", path, Origin=EVIL)
            add(listener, "another version", path, Sec_WebSocket_Version="8")
            add(listener, "a key that is none", path, Sec_WebSocket_Key="short")
        self.record("upgrades.txt", script)


class Limits(Recorded, unittest.IsolatedAsyncioTestCase):
    def start(self, limits):
        listeners = "".join(f'[[listener]]\nport = 0\ndialects = ["{dialect}"]\n\n' for dialect in DIALECTS)
        return self.enterContext(Program(f'[server]\ntick = "1h"\n\n{limits}\n\n{listeners}{USERS}',
                                         environment=clean_environment()))

    async def test_one_connection_too_many(self):
        program = self.start("".join(f"[limits.{dialect}]\nconnections = 1\n\n" for dialect in DIALECTS))
        script = Transcript()
        for dialect, path, protocol in (("sutra", "/ws", None), ("ark", "/ws", None), ("pow", "/", "pow-1"),
                                        ("alger", "/?username=ann&password=ann", "alger"),
                                        ("airavata", f"/ws?token={token_of(program, 'ann')}", None)):
            script.remark(dialect)
            url, protocols = program.url(path, dialect, "ws"), [protocol] if protocol else None
            async with websockets.connect(url, subprotocols=protocols):
                script.upgrade(program.port(dialect), path, protocol)
                if dialect == "airavata":  # it lets in, and says why not
                    async with websockets.connect(url) as refused:
                        await script.receive(refused, 2)
        self.assertRecorded("contract/refusals/crowded.txt", script.text())

    async def test_a_head_that_does_not_come(self):
        program, script = self.start('[limits]\nhandshake_timeout = "100ms"'), Transcript()
        for dialect in DIALECTS:
            script.remark(dialect)
            script.raw(program.port(dialect), b"GET / HTTP/1.1\r\n")
        self.assertRecorded("contract/refusals/slow.txt", script.text())


if __name__ == "__main__":
    main("contract/refusals")
