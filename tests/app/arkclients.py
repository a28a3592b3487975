# SPDX-License-Identifier: GPL-3.0-or-later
"""An ARK agent and an ARK event client for tests, written from the protocol document and not from our code."""
import asyncio
import datetime
import http.client
import json
import re
import socket
import uuid

import websockets

ISO_MILLISECONDS = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
MEMBERS = {  # of each event (the README of server/dialects/ark, "Events and routes"); ? may be absent
    "job:created": "jobId jobType instanceId? createdAt",
    "job:progress": "jobId jobRunId status percent? message timestamp",
    "job:completed": "jobId jobRunId result? completedAt",
    "job:failed": "jobId jobRunId error failedAt",
    "job:cancelled": "jobId jobRunId cancelledAt",
    "instance:created": "instanceId name gameType createdAt",
    "instance:updated": "instanceId updatedAt",
    "instance:status_changed": "instanceId status changedAt error?",
    "instance:deleted": "instanceId deletedAt",
    "instance:log": "instanceId timestamp level message",
    "agent:registered": "agentId hostname registeredAt",
    "agent:heartbeat": "agentId status timestamp",
    "agent:offline": "agentId lastSeenAt",
    "system:error": "error timestamp context?",
}


def run_id(job_id, attempt=1):
    """What the server calls this attempt of a job; made here by another implementation of version 5."""
    return str(uuid.uuid5(uuid.UUID("4e176370-7e6d-4c6e-a235-b78fe05c32d3"), f"{job_id}.{attempt}"))


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def iso(time=None):
    return (time or now()).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def check_event(text):
    """(name, data) of a frame that is exactly what the document demands, or an AssertionError."""
    assert isinstance(text, str), "events are text frames"
    assert len(text.encode()) < 4096, f"{len(text)} characters"
    event = json.loads(text)
    assert json.dumps(event, separators=(",", ":"), ensure_ascii=False) == text, f"not compact: {text}"
    assert list(event) == ["event", "data"], text
    name, data = event["event"], event["data"]
    present = [member for member in MEMBERS[name].split() if member.rstrip("?") in data or not member.endswith("?")]
    assert list(data) == [member.rstrip("?") for member in present], f"members or their order: {text}"
    for member, value in data.items():
        assert value is not None, f"null instead of absent: {text}"
        if member == "timestamp" or member.endswith("At"):
            assert ISO_MILLISECONDS.match(value), f"{member}: {text}"
    return name, data


class Events:
    """Everything one /ws client receives. Use as an async context manager."""

    def __init__(self, program, path="/ws", skip_host=True):
        self.url = program.url(path, "ark", "ws")
        self.skip = socket.gethostname().split(".")[0] if skip_host else None  # this host sends heartbeats, too
        self.all = []

    async def __aenter__(self):
        # Like a browser it takes in what nobody has asked for yet: a client that stops reading hears no answer to its pings.
        self.socket = await websockets.connect(self.url, max_size=None, max_queue=None)
        return self

    async def __aexit__(self, *_):
        await self.socket.close()

    async def next(self, seconds=20):
        while True:
            name, data = check_event(await asyncio.wait_for(self.socket.recv(), seconds))
            if not name.startswith("agent:") or data["agentId"].split(".")[0] != self.skip:
                self.all.append((name, data))
                return name, data

    async def take(self, count, seconds=20):
        return [await self.next(seconds) for _ in range(count)]

    async def until(self, wanted, seconds=20, **members):
        """Everything up to and with the first event of this name that has these members."""
        taken = []
        while True:
            name, data = await self.next(seconds)
            taken.append((name, data))
            if name == wanted and members.items() <= data.items():
                return taken

    async def nothing(self, seconds=0.3):
        """Fails if an event comes within this time."""
        try:
            raise AssertionError(f"unexpected: {await self.next(seconds)}")
        except asyncio.TimeoutError:
            pass


class Agent:
    """A scripted agent, or any other client of ARK's REST. One connection, kept alive and made again after it broke."""

    def __init__(self, program, agent_id="far", jobs=2, token=None):
        self.program, self.id, self.jobs = program, agent_id, jobs
        self.headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        self.connection = None

    def call(self, method, path, body=None):
        """(status, parsed body). Raises OSError or HTTPException when the server goes meanwhile."""
        waited = self.connection is not None
        try:
            return self.exchange(method, path, body)
        except (OSError, http.client.HTTPException):
            self.close()
            if method != "GET" or not waited:
                raise
        return self.exchange(method, path, body)  # the idle connection was of a server that has been restarted

    def exchange(self, method, path, body):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.program.port("ark"), timeout=20)
        self.connection.request(method, path, None if body is None else json.dumps(body), self.headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        return answer.status, json.loads(text) if text else None

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def register(self):
        return self.call("POST", "/agents/register", {
            "agentId": self.id, "hostname": f"{self.id}.example", "version": "1.2.3",
            "capabilities": {"supportsHardlinks": True, "maxConcurrentJobs": self.jobs,
                             "supportedGameTypes": ["ASA"]}})

    def beat(self, status="ONLINE", active=(), **usage):
        return self.call("POST", "/agents/heartbeat", {"agentId": self.id, "status": status, "activeJobIds": list(active),
                                                       "resourceUsage": usage})[0]

    def poll(self):
        return self.call("GET", f"/jobs/poll?agentId={self.id}")[1]["jobs"]

    def create_job(self, job_type="INSTALL_SERVER", **more):
        return self.call("POST", "/jobs", {"jobType": job_type, "parameters": {}} | more)

    def progress(self, job, percent, message="working"):
        return self.call("POST", "/jobs/progress", {
            "jobId": job["jobId"], "jobRunId": job["jobRunId"], "status": "RUNNING", "percent": percent,
            "message": message, "timestamp": iso()})[0]

    def complete(self, job, status="COMPLETED", **more):
        return self.call("POST", "/jobs/complete",
                         {"jobId": job["jobId"], "jobRunId": job["jobRunId"], "status": status} | more)[0]
