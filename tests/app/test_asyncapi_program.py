# SPDX-License-Identifier: GPL-3.0-or-later
"""The AsyncAPI document of each wire: AsyncAPI's own parser finds nothing wrong with it, and it says neither less nor more than
what goes over the wire. That is tests/fixtures/<dialect>, which other tests compare byte for byte with what the codecs write, and
the recorded conversations with the program (tests/fixtures/contract)."""
import glob
import json
import os
import re
import subprocess
import unittest

from listeners import EveryListener
from recordings import FIXTURES
from transcripts import Transcript

DOCUMENTS = {"airavata": "/api/v2/asyncapi.json", "alger": "/asyncapi.json", "ark": "/api/asyncapi.json",
             "pow": "/asyncapi.json", "sutra": "/asyncapi.json"}
RECORDINGS = {"events/airavata": ["airavata"], "events/ark": ["ark"], "wires/alger": ["alger"], "wires/pow": ["pow"],
              "wires/sutra": ["sutra"], "wires/modes": list(DOCUMENTS)}
# What stands in recordings for what varies, and a value that has the shape which it had to have to be replaced.
VARIED = [(re.compile(pattern), value) for pattern, value in (
    (r"<id (\d+)>", lambda match: f"018d0cab-c695-7001-8107-{int(match[1]):012}"),
    (r"<run (\d+)>", lambda match: f"018d0cab-c695-5001-8107-{int(match[1]):012}"),
    (r"<time>", "2024-01-15T10:30:00Z"),
    (r"<time with milliseconds>", "2024-01-15T10:30:00.000Z"),
    (r"<number>", "7"),
)]
# Binary frames in tests/fixtures/pow that are no message.
NO_MESSAGES_OF_POW = {'{}', '["echo"]', '{"call":"echo","params":"hello"}', '{"signal":"pause"}', r'\x00\xff{{', r'\xff\xff\xff',
                      # taken as other servers take them, and not what a client should send
                      'null', '{"Call":"echo","PARAMS":["a"]}', '{"signal":"Close"}', '{"Signal":"close"}'}


def lines_of(pattern):
    """(file, file:line, text) of every line of these fixtures."""
    for path in sorted(glob.glob(os.path.join(FIXTURES, pattern))):
        name = os.path.relpath(path, FIXTURES)
        with open(path, encoding="utf-8", newline="") as file:
            for number, line in enumerate(file.read().split("\n"), 1):
                yield name, f"{name}:{number}", line


def frame(where, documents, sender, text, kind="text"):
    return {"where": where, "documents": documents, "from": sender, "frame": kind, "text": text}


def examples():
    """The frames of airavata, ark and sutra: a file each."""
    frames = []
    for dialect in ("airavata", "ark", "sutra"):
        for path in sorted(glob.glob(os.path.join(FIXTURES, dialect, "*.json"))):
            name = os.path.basename(path)
            with open(path, encoding="utf-8") as file:
                frames.append(frame(f"{dialect}/{name}", [dialect],
                                    "client" if "subscribe." in name else "server", file.read()))
    return frames


def unescaped(text):
    r"""In the conversations of pow \n, \t, \\ and \xHH are bytes."""
    return re.sub(r"\\(x[0-9a-f]{2}|.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1]) or (
        chr(int(match[1][1:], 16)) if len(match[1]) > 1 else match[1]), text)


def conversations_of_pow():
    """Frames, and those of them that are no message."""
    frames, wrong = [], set()
    for _, where, line in lines_of("pow/*.txt"):
        said = re.match(r"([<>]) (text|binary) ?(.*)", line)
        if said:
            sender = "server" if said[1] == "<" else "client"
            frames.append(frame(where, ["pow"], sender, unescaped(said[3]), said[2]))
            if said[3] in NO_MESSAGES_OF_POW:
                wrong.add(where)
    return frames, wrong


def conversations_of_alger():
    """Frames, and for those of clients by where they stand: the number of the answer, 0 for none."""
    frames, answers, waiting, user = [], {}, {}, ""

    def add(where, sender, number, request, kind, content):
        frames.append(frame(where, ["alger"], sender, json.dumps(
            {"id": int(number), "requestId": int(request), "type": int(kind), "content": content})))

    def ask(where, *key):
        answers[where] = 0
        waiting.setdefault(key, []).append(where)

    for file, where, line in lines_of("alger/*.txt"):
        user = "admin" if where.endswith(":1") else line[2:] if line.startswith("@ ") else user
        if line.startswith("< "):
            number, request, kind, content = line[2:].split(" ", 3)
            add(where, "server", number, request, kind, content)
            asked = waiting.get((file, user, int(request)))
            if asked:  # else it is a push
                answers[asked.pop(0)] = int(kind)
        elif line.startswith(">> "):
            frames.append(frame(where, ["alger"], "client", line[3:]))
            read = re.match(r'\{"id":"?(\d+)"?,"requestId"', line[3:])
            ask(where, file, user, int(read[1]) if read else 0)
        elif line.startswith("> "):
            number, kind, content = [*line[2:].split(" ", 2), ""][:3]
            add(where, "client", number, 0, kind, content)
            ask(where, file, user, int(number))
    return frames, answers


def recordings():
    """What the program sent; in the recording of several dialects it may be any one's."""
    frames = []
    for name, dialects in RECORDINGS.items():
        for _, where, line in lines_of(f"contract/{name}.txt"):
            sent = re.match(r"< (text|binary) ?(.*)", line)
            if sent:
                text = sent[2]
                for pattern, value in VARIED:
                    text = pattern.sub(value, text)
                frames.append(frame(where, dialects, "server", text, sent[1]))
    return frames


# Members that only the tests of codecs and sessions make.
SENT_ELSEWHERE = {
    "airavata: /components/messages/workerRegistered/payload/properties/resourceType",  # tst_codec::eventsSayWhatTheyAreAbout
    "airavata: /components/messages/workerRegistered/payload/properties/resourceId",
    "airavata: /components/messages/workerOffline/payload/properties/resourceType",
    "airavata: /components/messages/workerOffline/payload/properties/resourceId",
    "ark: /components/messages/instanceStatusChanged/payload/properties/data/properties/error",  # componentsAreInstances
    "alger: /components/messages/outputPayload207/payload/properties/content/contentSchema/properties/truncated",  # bigOutputIsCut
}
OFFLINE = '{"event":"agent:offline","data":{"agentId":"a","lastSeenAt":"2024-01-15T10:30:00.000Z"}}'
STARTED = {"id": 2, "requestId": 1, "type": 203, "content": '{"executionId":"e","status":"pipeline-execution-started"}'}
WRONG = {  # frames that the documents do not allow, and what is said of each
    "one more member": ("ark", OFFLINE.replace('"agentId"', '"more":1,"agentId"'), "must NOT have additional properties"),
    "one less": ("ark", OFFLINE.replace('"agentId":"a",', ""), "must have required property 'agentId'"),
    "no time": ("ark", OFFLINE.replace("T10:30", "T10-30"), 'lastSeenAt must match format "date-time"'),
    "no such event": ("ark", OFFLINE.replace("offline", "asleep"), "event must be equal to constant"),
    "one more member in the text": ("alger", json.dumps(STARTED).replace(r'{\"exec', r'{\"more\":1,\"exec'),
                                    "contentSchema must NOT have additional properties"),
}


class AsyncApi(EveryListener):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        documents = {dialect: cls.program.request("GET", path, None, dialect)[2] for dialect, path in DOCUMENTS.items()}
        documents["broken"] = documents["sutra"].replace('"#/channels/status"', '"#/channels/nothing"')
        cls.examples, (cls.pow, cls.wrong_in_pow), (cls.alger, cls.answers_of_alger), cls.recordings = (
            examples(), conversations_of_pow(), conversations_of_alger(), recordings())
        wrong = [frame(title, [dialect], "server", text) for title, (dialect, text, _) in WRONG.items()]
        frames = [*cls.examples, *cls.pow, *cls.alger, *cls.recordings, *wrong]
        done = subprocess.run(["node", os.path.join(os.path.dirname(__file__), "asyncapi.mjs")], text=True, timeout=250,
                              input=json.dumps({"documents": documents, "frames": frames}), capture_output=True, check=False)
        assert not done.returncode, done.stderr
        cls.said = json.loads(done.stdout)

    def problems(self, frames):
        return {each["where"]: self.said["problems"][each["where"]] for each in frames
                if each["where"] in self.said["problems"]}

    def test_the_parser_complains_of_what_is_broken_alone(self):
        self.assertTrue(self.said["complaints"])
        for complaint in self.said["complaints"]:
            self.assertTrue(complaint.startswith("broken: "), complaint)

    def test_examples(self):
        self.assertGreater(len(self.examples), 40)
        self.assertEqual(self.problems(self.examples), {})

    def test_conversations_of_pow(self):
        self.assertEqual(set(self.problems(self.pow)), self.wrong_in_pow)
        self.assertEqual(len(self.wrong_in_pow), len(NO_MESSAGES_OF_POW))

    def test_conversations_of_alger(self):
        problems = self.problems(self.alger)
        self.assertEqual({where: said for where, said in problems.items() if where not in self.answers_of_alger}, {})
        for where, number in self.answers_of_alger.items():
            if 200 <= number < 300:
                self.assertNotIn(where, problems)
            if number == 396:
                self.assertIn(where, problems, "refused as malformed")

    def test_recordings(self):
        self.assertGreater(len(self.recordings), 150)
        self.assertEqual(self.problems(self.recordings), {})

    def test_what_is_not_told_is_noticed(self):
        for title, (_, _, said) in WRONG.items():
            self.assertIn(said, self.said["problems"].get(title, ""), title)

    def test_every_member_is_sent(self):
        unsent = {member for member in self.said["unsent"] if not member.startswith("broken: ")}
        self.assertEqual(unsent, SENT_ELSEWHERE)

    def test_anybody_may_read_them(self):
        for listener, path, is_open in (("sutra", "/asyncapi.json", True), ("sutra for nobody", "/asyncapi.json", False),
                                        ("ark and pow for nobody", "/api/asyncapi.json", False),
                                        ("ark and pow for nobody", "/asyncapi.json", False),
                                        ("airavata", "/api/v2/asyncapi.json", False)):
            with self.subTest(listener):
                status, _, text = Transcript().exchange(self.ports[listener], "GET", path)
                self.assertEqual(status, 200)
                server = json.loads(text)["servers"]["here"]
                self.assertEqual((server["host"], server["protocol"]), (f"127.0.0.1:{self.ports[listener]}", "ws"))
                self.assertEqual("security" not in server, is_open)


if __name__ == "__main__":
    unittest.main()
