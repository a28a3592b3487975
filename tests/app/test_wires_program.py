# SPDX-License-Identifier: GPL-3.0-or-later
"""A conversation in each dialect that answers, over WebSocket and REST, compared byte for byte with what was recorded. Those
that tell events are in test_events_program.py; what varies, and how to record anew, is in recordings.py."""
import json
import signal

from listeners import token_of
from recordings import main
from wires import AGENT, Alger, Wires, recorded


class Conversations(Wires):
    @recorded("wires/alger")
    async def test_alger(self, script):
        async with self.alger("ann") as peer, self.alger("vic") as viewer_peer:
            ann, viewer = Alger(script, peer), Alger(script, viewer_peer)
            script.remark("ann, an operator")
            await ann.ask(100, username="ann", password="ann")
            await ann.ask(100, username="ann", password="no")
            await ann.ask(101, userId="ann")
            await ann.ask(101, userId="nope")
            await ann.ask(102)
            script.remark("frames that are wrong")
            for text in ("{", "[]", '{"id":"x","requestId":0,"type":102,"content":""}',
                         f'{{"id":{ann.last + 1000},"requestId":0,"type":102,"content":""}}'):
                await ann.say(text)
            await ann.say(json.dumps({"id": ann.last + 1, "requestId": 0, "type": 102, "content": "no JSON"}))
            await ann.ask(142)
            script.remark("a stored pipeline")
            for content in ({}, {"pipelineId": "nope"}, {"pipelineId": "gated", "params": 7}):
                await ann.ask(103, **content)
            run = (await ann.ask(103, pipelineId="gated", params={"x": 1}))["executionId"]
            await ann.ask(107, executionId=run)
            self.open_gate("first")
            await ann.hear(3)
            await ann.ask(107, executionId=run)
            script.remark("one that fails")
            run = (await ann.ask(103, pipelineId="broken"))["executionId"]
            self.open_gate("broken")
            await ann.hear(3)
            await ann.ask(107, executionId=run)
            await ann.ask(106, executionId=run)
            script.remark("graphs of its own")
            node = {"id": "one", "kind": "dataset", "params": {"text": "ü\n"}}
            for graph in (None, {"nodes": []}, {"nodes": [node, node]}, {"nodes": [{**node, "kind": "nope"}]},
                          {"nodes": [node], "edges": [{"source": "one", "target": "two"}]},
                          {"nodes": [{"id": "two", "kind": "join"}]}, {"nodes": [{"id": "two", "kind": "dataset"}]}):
                await ann.ask(104, graph=graph)
            run = (await ann.ask(104, graph={"name": "Mine", "nodes": [node, {"id": "two", "kind": "gate"}]}))["executionId"]
            self.open_gate("graph")
            await ann.hear(3)
            await ann.ask(107, executionId=run)
            script.remark("a run that is stopped")
            run = (await ann.ask(103, pipelineId="long"))["executionId"]
            script.remark("vic, a viewer, and somebody else's run")
            await viewer.ask(103, pipelineId="gated")
            await viewer.ask(104, graph={"nodes": [node], "edges": []})
            await viewer.ask(107, executionId=run)
            await viewer.ask(106, executionId=run)
            script.remark("ann")
            await ann.ask(106, executionId=run)
            await ann.ask(107, executionId=run)
            for number in (106, 107):
                await ann.ask(number)
                await ann.ask(number, executionId="nope")
        script.remark("who is not let in")
        for query, protocols in (("username=ann&password=no", ["alger"]), ("username=ann", ["alger"]), ("", []),
                                 ("username=ann&password=ann", []), ("username=ann&password=ann", ["other"])):
            script.remark(f"?{query}, offering {protocols}")
            async with self.connect("alger", f"/?{query}", *protocols) as peer:
                await script.receive(peer)

    @recorded("wires/pow")
    async def test_pow(self, script):
        for title, frames, answers in (
                ("a call", ('{"call":"args","params":["a","b c","$(id)"]}',), 2),
                ("a call that fails", ('{"call":"fails"}',), 2),
                ("cancelled", ('{"call":"echo"}', '{"signal":"cancel"}'), 1),
                ("unknown", ('{"call":"nope"}',), 1), ("denied", ('{"call":"long"}',), 1),
                ("no call", ('{"signal":"close"}',), 1), ("garbage", ("{",), 1),
                ("wrong parameters", ('{"call":"args","params":["\\u0000"]}',), 1), ("silence", (), 1)):
            script.remark(title)
            async with self.connect("pow", "/any/path", "pow-1") as peer:
                for frame in frames:
                    await script.send(peer, frame.encode())
                await script.receive(peer, answers + 1)
        script.remark("a dialogue")
        async with self.connect("pow", "/", "pow-1") as peer:
            await script.send(peer, "early ")
            await script.send(peer, b'{"call":"echo","params":["x"]}')
            await script.receive(peer)
            await script.send(peer, "\u00fcber")
            await script.receive(peer)
            await script.send(peer, b'{"call":"args"}')
            await script.send(peer, b'{"signal":"close"}')
            await script.receive(peer, 2)
        script.remark("over REST")
        session = self.rest("pow", "POST", "/new", {"call": "echo", "params": ["x"]})
        self.rest("pow", "GET", f"/status/{session}")
        self.rest("pow", "POST", f"/input/{session}", "hello\nworld")
        status = f"/status/{session}"
        self.program.wait_for(lambda: "hello" in self.program.request("GET", status, None, "pow")[2], "the output")
        self.rest("pow", "GET", status)
        self.rest("pow", "POST", f"/closeInput/{session}")
        self.program.wait_for(lambda: "fulfilled" in self.program.request("GET", status, None, "pow")[2], "the end")
        self.rest("pow", "GET", status)
        self.rest("pow", "POST", f"/input/{session}", "too late")
        ann = {"Authorization": f"Bearer {token_of(self.program, 'ann')}"}
        self.rest("pow", "GET", status, **ann)  # somebody else's
        session = self.rest("pow", "POST", "/new", {"call": "echo"}, **ann)
        self.rest("pow", "POST", f"/cancel/{session}", **ann)
        self.rest("pow", "GET", f"/status/{session}", **ann)
        session = self.rest("pow", "POST", "/new", {"call": "nope"})
        self.rest("pow", "GET", f"/status/{session}")

    @recorded("wires/sutra", tick="200ms")
    async def test_sutra(self, script):
        # Measured from the second tick on.
        self.program.wait_for(lambda: self.program.status()["components"]["steady"]["cpu_percent"] is not None, "figures")
        async with self.connect("sutra", "/ws") as peer:
            await script.receive(peer, 2)
            script.remark("narrowed")
            for subscription, components, metrics in (
                    ({"components": ["steady", "nope"], "metrics": ["cpu", "total_concepts"]}, ["steady"],
                     ["timestamp", "total_concepts", "cpu_percent"]),
                    ({"metrics": []}, ["steady", "idle", "failed"], ["timestamp"]),
                    ({"components": ["idle"], "metrics": ["memory", "queries_per_second"]}, ["idle"],
                     ["timestamp", "queries_per_second", "memory_percent"])):
                await script.send(peer, json.dumps({"type": "subscribe", **subscription}))
                # A tick may have come before the subscription was read.
                await script.receive(peer, keep=lambda message: [list(each) for each in json.loads(message).values()]
                                     == [components, metrics])
            for noise in ("{", '{"type":"hello"}', b"\xff"):
                await script.send(peer, noise)
            await script.receive(peer)
        script.remark("components")
        self.rest("sutra", "GET", "/api/status")
        for path in ("idle/start", "idle/start", "idle/restart", "idle/stop", "idle/stop", "failed/start", "nope/stop"):
            self.rest("sutra", "POST", f"/api/components/{path}")
        script.remark("modes")
        self.rest("sutra", "GET", "/api/mode")
        self.set_mode("maintenance")
        self.rest("sutra", "GET", "/api/mode")

    @recorded("wires/modes")
    async def test_modes(self, script):
        ann = {"Authorization": f"Bearer {token_of(self.program, 'ann')}"}
        sweep = {"name": "n", "projectId": "default", "commandTemplate": "echo {x}", "parameters": [{"values": {"x": "1"}}]}
        made = self.rest("airavata", "POST", "/api/v2/experiments", sweep, **ann)["experiment"]["id"]
        self.rest("ark", "POST", "/agents/register", AGENT)

        async with self.alger("ann") as alger_peer, self.alger("ann") as second_peer, self.connect(
                "airavata", f"/ws?token={token_of(self.program, 'ann')}") as airavata_peer:
            alger, second = Alger(script, alger_peer), Alger(script, second_peer)

            async def everybody():
                script.remark("alger")
                await alger.ask(103, pipelineId="long")
                script.remark("pow")
                async with self.connect("pow", "/", "pow-1") as peer:
                    await script.send(peer, b'{"call":"args"}')
                    await script.receive(peer, 2)
                script.remark("ark")
                self.rest("ark", "POST", "/jobs", {"jobType": "BACKUP_INSTANCE", "parameters": {}})
                script.remark("airavata")
                self.rest("airavata", "POST", "/api/v2/experiments", {**sweep, "submit": True}, **ann)
                self.rest("airavata", "POST", f"/api/v2/experiments/{made}/submit", **ann)
                script.remark("sutra")
                self.rest("sutra", "POST", "/api/components/idle/start")
                self.rest("sutra", "POST", "/api/components/idle/stop")

            script.remark("one more than there is room for, on two connections")
            await alger.ask(103, pipelineId="long")
            await second.ask(103, pipelineId="long")
            await alger.ask(103, pipelineId="long")
            for mode in ("maintenance", "halted"):
                self.set_mode(mode)
                if mode == "halted":
                    await alger.hear(1)
                    await second.hear(1)
                await script.receive(airavata_peer)
                await everybody()
            self.set_mode("normal")
            await script.receive(airavata_peer)
            script.remark("the server stops")
            async with self.connect("pow", "/", "pow-1") as pow_peer, self.connect("ark", "/ws") as ark_peer, \
                    self.connect("sutra", "/ws") as sutra_peer:
                await script.receive(sutra_peer)
                self.program.process.send_signal(signal.SIGTERM)
                for name, peer in (("alger", alger_peer), ("airavata", airavata_peer), ("pow", pow_peer), ("ark", ark_peer),
                                   ("sutra", sutra_peer)):
                    script.remark(name)
                    await script.receive(peer, 2)  # the last of it is the end
            self.assertEqual(self.program.process.wait(20), 0)


if __name__ == "__main__":
    main("contract/wires")
