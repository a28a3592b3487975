# SPDX-License-Identifier: GPL-3.0-or-later
"""A small Alger client for tests, written from the protocol document and not from our code."""
import asyncio
import json

import websockets


class AlgerClient:
    """Use as an async context manager. Answers and pushes are told apart by requestId and type."""

    def __init__(self, url, user="admin", password="admin"):
        self.url = f"{url}/?username={user}&password={password}"
        self.pushes = []
        self.heard = 0  # the id of the server's last frame
        self.sent = 0

    async def __aenter__(self):
        self.socket = await websockets.connect(self.url, subprotocols=["alger"], max_size=None)
        return self

    async def __aexit__(self, *_):
        await self.socket.close()

    async def receive(self, seconds=20):
        frame = json.loads(await asyncio.wait_for(self.socket.recv(), seconds))
        # Both sides share one counter; a push that crosses our request comes before the server has counted that.
        assert frame["id"] in (self.heard + 1, max(self.heard, self.sent) + 1), \
            f"ids must go on by one: heard {self.heard} and sent {self.sent}, then {frame['id']}"
        self.heard = frame["id"]
        frame["content"] = json.loads(frame["content"])
        return frame

    async def request(self, number, **content):
        """(type, content) of the answer; pushes that come before it are kept for push()."""
        sent = self.sent = max(self.heard, self.sent) + 1
        await self.socket.send(json.dumps({"id": sent, "requestId": 0, "type": number,
                                           "content": json.dumps(content) if content else ""}))
        while True:
            frame = await self.receive()
            if frame["requestId"] == sent or frame["type"] in (395, 396):
                assert frame["id"] > sent, f"the answer to {sent} is {frame['id']}"
                return frame["type"], frame["content"]
            self.pushes.append(frame)

    async def output_of(self, execution, seconds=60):
        """The answer to 107 once the execution is over: 203 and 204 may come while an execution still runs."""
        async def ask():
            while True:
                number, content = await self.request(107, executionId=execution)
                if "still running" not in content.get("error", ""):
                    return number, content
                await asyncio.sleep(0.02)
        return await asyncio.wait_for(ask(), seconds)

    async def push(self, *numbers, seconds=20):
        """The first push of one of these types, earlier ones included."""
        for frame in self.pushes:
            if frame["type"] in numbers:
                self.pushes.remove(frame)
                return frame
        while True:
            frame = await self.receive(seconds)
            if frame["type"] in numbers:
                return frame
            self.pushes.append(frame)
