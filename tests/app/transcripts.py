# SPDX-License-Identifier: GPL-3.0-or-later
"""Talks HTTP and WebSocket with the program and writes down both sides as they were on the wire."""
import asyncio
import http.client
import json
import socket

import websockets

from recordings import without_what_varies

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455, 1.3
PATIENCE = 20  # seconds; what has not come by then does not come


def shown(text):
    return text if isinstance(text, str) else text.decode("utf-8", "backslashreplace")


def head_of(port, method, path, headers):
    fields = [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", *fields, "", ""]).encode()


class Transcript:
    """Lines of a recording: "#" says what happens, ">" is sent, "<" is received."""

    def __init__(self):
        self.lines = []

    def remark(self, text):
        self.lines += ([""] if self.lines else []) + [f"# {text}"]

    def add(self, sign, text):
        self.lines += [f"{sign} {line}" if line else sign for line in text.split("\n")]

    def text(self, more=()):
        return without_what_varies("\n".join(self.lines) + "\n", more)

    # ---- HTTP

    def exchange(self, port, method, path, body=None, brief=False, tidy=None, **headers):
        """One request on a connection of its own. `brief` leaves the answer's headers out, `tidy` changes the body that is
        written down. (status, headers, body)"""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        text = body if isinstance(body, str) or body is None else json.dumps(body)
        self.add(">", "\n".join([f"{method} {path}", *(f"{name}: {value}" for name, value in named.items()),
                                 *([text] if text else [])]))
        if text is not None:
            named.setdefault("Content-Length", str(len(text.encode())))
        return self.raw(port, head_of(port, method, path, named) + (text or "").encode(), brief, tidy)

    def raw(self, port, request, brief=False, tidy=None):
        """These very bytes instead of a request."""
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as peer:
            peer.sendall(request)
            answer = http.client.HTTPResponse(peer, method=shown(request.split(b" ", 1)[0]))
            answer.begin()
            body = shown(answer.read()) if answer.status != 101 else ""
        self.add("<", f"{'' if brief else 'HTTP/1.1 '}{answer.status} {answer.reason}")
        if not brief:
            self.show_headers(answer, body)
        if body:
            self.add("<", tidy(body) if tidy else body)
        return answer.status, answer.headers, body

    def show_headers(self, answer, body):
        if answer.status == 101:  # Qt writes this one: what else is in it, and in which order, is Qt's
            agreed = ("Upgrade", "Connection", "Sec-WebSocket-Accept", "Sec-WebSocket-Protocol")
            return self.add("<", "\n".join(f"{name}: {answer.headers[name]}" for name in agreed if answer.headers[name]))
        for name, value in answer.getheaders():
            # What varies in a body has no length of its own.
            varies = name == "Content-Length" and without_what_varies(body) != body
            self.add("<", f"{name}: {'<length>' if varies else value}")

    def upgrade(self, port, path, protocol=None, **more):
        """What a WebSocket client says first, and what it is answered."""
        headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": KEY}
        special = ({"Sec-WebSocket-Protocol": protocol} if protocol else {}) | {
            name.replace("_", "-"): value for name, value in more.items()}
        self.add(">", "\n".join([f"GET {path}, an upgrade", *(f"{name}: {value}" for name, value in special.items())]))
        return self.raw(port, head_of(port, "GET", path, headers | special))

    # ---- WebSocket

    async def send(self, peer, message):
        """A frame: text, or bytes as a binary one."""
        self.add("> text" if isinstance(message, str) else "> binary", shown(message))
        await peer.send(message)

    async def receive(self, peer, count=1, last=None, keep=lambda message: True, in_order=True):
        """So many frames, or all up to the one that is the last; not those that are not kept. The end is a frame, too."""
        heard = []
        said = []
        while not said and not (last(heard[-1]) if last and heard else not last and len(heard) == count):
            try:
                message = await asyncio.wait_for(peer.recv(), PATIENCE)
            except asyncio.TimeoutError:
                said.append(f"nothing more came for {PATIENCE} s")
            except websockets.ConnectionClosed:
                said.append(f'close {peer.close_code} "{peer.close_reason}"')
            else:
                heard += [message] if keep(message) else []
        for message in heard if in_order else sorted(heard):
            self.add("< text" if isinstance(message, str) else "< binary", shown(message))
        for text in said:
            self.add("<", text)
        return heard
