# SPDX-License-Identifier: GPL-3.0-or-later
"""What ark and airavata tell while something happens, and what their REST answers about it, compared byte for byte with what
was recorded. What varies, and how to record anew, is in recordings.py."""
import json
import re

from arkclients import run_id
from listeners import token_of
from recordings import main
from transcripts import Transcript
from wires import AGENT, Alger, Wires, recorded

AT = "2024-01-15T10:30:00.000Z"


def in_no_order(timeline):
    """Moments within one millisecond come in an order of chance."""
    moments = re.findall(r'{"timestamp":[^{}]*}', timeline)
    moments.sort(key=lambda moment: moment.split(",", 1)[1])
    return re.sub(r'(?<="events":\[).*(?=\])', lambda _: ",".join(moments), timeline)


class Events(Wires):
    @recorded("events/airavata")
    async def test_airavata(self, script):
        script.remark("users")
        for user, password in (("ann", "ann"), ("nobody", "nobody")):
            self.rest("airavata", "POST", "/api/v2/auth/login", {"username": user, "password": password})
        ann = {"Authorization": f"Bearer {token_of(self.program, 'ann')}"}
        self.rest("airavata", "POST", "/api/v2/auth/refresh", **ann)
        self.rest("airavata", "POST", "/api/v2/auth/logout", **ann)
        ann = {"Authorization": f"Bearer {token_of(self.program, 'ann')}"}
        async with self.connect("airavata", f"/ws?token={token_of(self.program, 'ann')}") as peer:
            await self.airavata_frames(peer)
            project = await self.airavata_projects(ann)
            await self.airavata_sweep(peer, ann, project)
        script.remark("who is not let in")
        for path in ("/ws", "/ws?token=no.such.token", f"/ws?token={token_of(self.program, 'nobody')}"):
            async with self.connect("airavata", path) as peer:
                await script.receive(peer, 2)

    async def airavata_frames(self, peer):
        script = self.script
        script.remark("frames")
        for frame in ({"type": "ping"}, {"type": "system_status"}, {"type": "pong"}, {"type": "nope"}, {}, [], "{",
                      {"type": "subscribe"}, {"type": "subscribe", "resourceType": "moon", "resourceId": "1"},
                      {"type": "subscribe", "resourceType": "task"},
                      {"type": "system_status",
                       "data": {"action": "subscribe", "resourceType": "experiment", "resourceId": "x"}},
                      {"type": "unsubscribe", "resource_type": "experiment", "resource_id": "x"},
                      {"action": "subscribe", "resourceType": "user"}, {"action": "subscribe", "resourceType": "system"}):
            await script.send(peer, frame if isinstance(frame, str) else json.dumps(frame))
            if frame != {"type": "pong"}:  # only noted
                await script.receive(peer)

    async def airavata_projects(self, ann):
        self.script.remark("projects")
        reefs = {"name": "Reefs", "description": "Corals"}
        project = self.rest("airavata", "POST", "/api/v2/projects", reefs, **ann)["project"]
        other = self.rest("airavata", "POST", "/api/v2/projects", {"name": "Other"}, **ann)["project"]["id"]
        self.rest("airavata", "PUT", f"/api/v2/projects/{other}", {"name": "Another", "description": "x"}, **ann)
        self.rest("airavata", "GET", f"/api/v2/projects/{other}", **ann)
        self.rest("airavata", "DELETE", f"/api/v2/projects/{other}", **ann)
        self.rest("airavata", "GET", "/api/v2/projects", **ann)
        return project["id"]

    async def airavata_sweep(self, peer, ann, project):
        script, base = self.script, "/api/v2/experiments"
        wait = "sh -c 'until [ -e $GATES/{x} ]; do sleep 0.02; done; %s'"
        sweep = {"name": "Sweep", "projectId": project, "description": "Two tasks", "commandTemplate": wait % "echo $0 {x}",
                 "parameters": [{"values": {"x": "1"}}, {"id": "second", "values": {"x": 2}}], "metadata": {"a": [1]}}

        def last(kind):
            return lambda message: json.loads(message)["type"] == kind

        script.remark("an experiment that succeeds")
        one = self.rest("airavata", "POST", base, sweep, **ann)["experiment"]["id"]
        self.rest("airavata", "PUT", f"{base}/{one}", {"name": "Renamed"}, **ann)
        await script.receive(peer, last=last("experiment_updated"))
        self.rest("airavata", "PUT", f"{base}/{one}", {"commandTemplate": "false"}, **ann)
        self.rest("airavata", "GET", f"{base}/{one}/progress", **ann)
        self.rest("airavata", "POST", f"{base}/{one}/submit", **ann)
        await script.receive(peer, last=last("task_progress"))
        self.rest("airavata", "GET", "/api/v2/workers", **ann)
        self.open_gate("1")
        self.open_gate("2")
        await script.receive(peer, last=last("experiment_completed"))
        for path in ("?includeTasks=true", "/summary", "/progress", "/tasks", "/failed-tasks", "/outputs"):
            self.rest("airavata", "GET", f"{base}/{one}{path}", **ann)
        timeline = self.rest("airavata", "GET", f"{base}/{one}/timeline", tidy=in_no_order, **ann)
        times = [each["timestamp"] for each in timeline["events"]]
        self.assertEqual(times, sorted(times))
        task = self.rest("airavata", "GET", f"/api/v2/tasks/{one}.second", **ann)["task"]
        self.rest("airavata", "GET", f"/api/v2/tasks/{one}.second/progress", **ann)
        script.exchange(self.program.port("airavata"), "GET", f"{base}/{one}/outputs/second/{task['outputFile']}", **ann)
        for path in ("submit", "cancel"):
            self.rest("airavata", "POST", f"{base}/{one}/{path}", **ann)
        script.remark("one that fails, and again")
        sweep |= {"commandTemplate": wait % "exit 3", "submit": True, "maxRetries": 1,
                  "parameters": [{"values": {"x": "3"}}]}
        del sweep["metadata"]
        two = self.rest("airavata", "POST", base, sweep, **ann)["experiment"]["id"]
        self.open_gate("3")
        await script.receive(peer, last=last("experiment_failed"))
        self.rest("airavata", "GET", f"{base}/{two}?includeTasks=1", **ann)
        self.rest("airavata", "GET", f"{base}/{two}/failed-tasks", **ann)
        self.close_gate("3")
        self.rest("airavata", "POST", f"{base}/{two}/retry", {"failedOnly": True}, **ann)
        self.open_gate("3")
        await script.receive(peer, last=last("experiment_failed"))
        script.remark("one that is canceled")
        sweep |= {"parameters": [{"values": {"x": "never"}}]}
        three = self.rest("airavata", "POST", base, sweep, **ann)["experiment"]["id"]
        await script.receive(peer, last=last("task_progress"))
        self.rest("airavata", "POST", f"{base}/{three}/cancel", **ann)
        await script.receive(peer, last=last("experiment_updated"))
        script.remark("lists")
        for path in ("?limit=2", "?status=COMPLETED", f"/search?query=renam&projectId={project}", "?ownerId=admin"):
            self.rest("airavata", "GET", f"{base}{path}", **ann)
        self.rest("airavata", "POST", f"{base}/search", {"status": "failed", "limit": 1, "offset": 1}, **ann)
        script.remark("and gone")
        self.rest("airavata", "DELETE", f"{base}/{three}", **ann)
        self.program.wait_for(  # it takes a moment
            lambda: self.program.request("GET", f"{base}/{three}", None, "airavata", ann)[0] == 404, "the deletion")
        self.rest("airavata", "GET", f"{base}/{three}", **ann)
        await script.send(peer, '{"type":"ping"}')
        await script.receive(peer)

    @recorded("events/ark")
    async def test_ark(self, script):
        host = self.rest_of_host()
        async with self.connect("ark", "/ws") as peer:
            async def hear(count=1, **how):  # this host beats, too, and when it does is chance
                await script.receive(peer, count, keep=lambda message: f'"agentId":"{host}"' not in message, **how)

            await self.ark_agent(hear)
            await self.ark_components(hear)
            await self.ark_executions(hear)
            script.remark("what clients say is ignored")
            await script.send(peer, '{"event":"ping"}')
            await script.send(peer, b"\xff")
            self.rest("ark", "POST", "/instances", {"name": "Last", "gameType": "ASE", "agentId": "far"})
            await hear()
        script.remark("everything")
        for path in ("/jobs", "/jobs?status=FAILED&jobType=RUN_PIPELINE", "/jobs?agentId=far&limit=1&offset=1", "/instances",
                     "/instances?gameType=ASE", "/instances?status=ERROR"):
            self.rest("ark", "GET", path)

    def rest_of_host(self):
        """Which agent this host is."""
        return next(each["agentId"] for each in self.program.json("GET", "/instances", None, "ark")[1]
                    if each["instanceId"] == "steady")

    async def ark_agent(self, hear):
        script = self.script

        def report(job, percent, message):
            self.rest("ark", "POST", "/jobs/progress", {
                "jobId": job["jobId"], "jobRunId": job["jobRunId"], "status": "RUNNING", "percent": percent,
                "message": message, "timestamp": AT})

        def complete(job, status, **more):
            self.rest("ark", "POST", "/jobs/complete",
                      {"jobId": job["jobId"], "jobRunId": job["jobRunId"], "status": status, **more})

        script.remark("nobody there")
        self.rest("ark", "POST", "/jobs", {"jobType": "BACKUP_INSTANCE", "parameters": {}})
        script.remark("an agent")
        self.rest("ark", "POST", "/agents/register", AGENT)
        beat = {"agentId": "far", "status": "ONLINE", "activeJobIds": [], "resourceUsage": {"cpuPercent": 12.5}}
        self.rest("ark", "POST", "/agents/heartbeat", beat)
        await hear(2)
        script.remark("an instance and its job")
        island = self.rest("ark", "POST", "/api/instances", {"name": "Island", "gameType": "ASA", "agentId": "far",
                                                             "config": {"slots": 10}})["instanceId"]
        job = self.rest("ark", "POST", "/jobs", {"jobType": "START_INSTANCE", "parameters": {"a": [1, None]},
                                                 "instanceId": island, "priority": 5})
        self.rest("ark", "GET", "/jobs/poll?agentId=far")
        report(job, 25, "Downloading files...")
        report(job, 12.345, "backwards")
        self.rest("ark", "GET", "/jobs/poll?agentId=far")
        self.rest("ark", "GET", f"/jobs/{job['jobId']}")
        self.rest("ark", "DELETE", f"/instances/{island}")
        complete(job, "COMPLETED", result={"buildId": "12345678"})
        complete(job, "COMPLETED", result={"buildId": "12345678"})
        self.rest("ark", "GET", f"/api/jobs/{job['jobId']}")
        self.rest("ark", "GET", f"/instances/{island}")
        self.rest("ark", "GET", f"/instances/{island}/logs")
        await hear(7)
        script.remark("jobs that fail and are cancelled")
        failing = self.rest("ark", "POST", "/jobs", {"jobType": "INSTALL_SERVER", "parameters": {}})
        stopped = self.rest("ark", "POST", "/jobs", {"jobType": "BACKUP_INSTANCE", "parameters": {}, "instanceId": island})
        complete(failing, "FAILED", error="no space left", errorDetails={"free": 0})
        self.rest("ark", "POST", f"/jobs/{stopped['jobId']}/cancel")
        self.rest("ark", "POST", f"/jobs/{stopped['jobId']}/cancel")
        report(stopped, 1, "too late")
        complete(stopped, "COMPLETED")
        complete({**failing, "jobRunId": run_id(failing["jobId"], 9)}, "FAILED")
        await hear(4)
        script.remark("changes of the instance, and the agent goes")
        self.rest("ark", "PUT", f"/instances/{island}", {"name": "Centre", "config": {"slots": 11}})
        self.rest("ark", "DELETE", f"/instances/{island}")
        waiting = self.rest("ark", "POST", "/jobs", {"jobType": "BACKUP_INSTANCE", "parameters": {}})
        report(waiting, 10, "begun")
        self.rest("ark", "POST", "/agents/register", AGENT)
        self.rest("ark", "POST", "/agents/heartbeat", {**beat, "status": "DEGRADED"})
        self.rest("ark", "POST", "/agents/heartbeat", {**beat, "status": "OFFLINE"})
        await hear(8)

    async def ark_components(self, hear):
        self.script.remark("a component, in an order of chance: its output and its states come by different ways")
        self.program.request("POST", "/api/components/idle/start", "")
        await hear(3, in_order=False)
        self.program.request("POST", "/api/components/idle/stop", "")
        await hear(2)
        self.rest("ark", "GET", "/instances/idle")
        self.rest("ark", "GET", "/instances/idle/logs?level=INFO&limit=1")

    async def ark_executions(self, hear):
        self.script.remark("executions of other dialects")
        async with self.alger("ann") as peer:
            ann = Alger(Transcript(), peer)
            await ann.ask(103, pipelineId="gated")
            self.open_gate("first")
            await hear(4)
            await ann.hear(3)
            await ann.ask(103, pipelineId="broken")
            self.open_gate("broken")
            await hear(5)
        async with self.connect("pow", "/", "pow-1") as call:
            await call.send(b'{"call":"echo","params":["1"]}')
            await call.send(b'{"signal":"close"}')
            await hear(2)


if __name__ == "__main__":
    main("contract/events")
