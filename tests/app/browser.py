# SPDX-License-Identifier: GPL-3.0-or-later
"""A real browser for tests: Debian's Chromium, headless, steered over its debugging protocol."""
import base64
import asyncio
import json
import re
import subprocess
import tempfile
import urllib.request

import websockets


class Browser:
    """One page. Use as an asynchronous context manager."""

    async def __aenter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="signalbox-browser-", ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-port=0", f"--user-data-dir={self.folder.name}", "--window-size=1200,1600", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            port = await asyncio.wait_for(asyncio.to_thread(self.debugging_port), 60)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=20) as answer:
                page = next(tab for tab in json.load(answer) if tab["type"] == "page")
            self.socket = await websockets.connect(page["webSocketDebuggerUrl"], max_size=None)
        except BaseException:
            self.end()
            raise
        self.number = 0
        self.problems = []  # reported by the browser: exceptions, blocked requests
        await self.command("Log.enable")
        await self.command("Runtime.enable")
        return self

    async def __aexit__(self, *_):
        await self.socket.close()
        self.end()

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        self.folder.cleanup()

    def debugging_port(self):
        for line in self.process.stderr:
            if found := re.search(r"ws://127\.0\.0\.1:(\d+)/", line):
                return found[1]
        raise AssertionError("chromium ended before it could be steered")

    async def command(self, method, **parameters):
        self.number += 1
        number = self.number
        await self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(await asyncio.wait_for(self.socket.recv(), 60))
            if answer.get("method") == "Runtime.exceptionThrown":
                self.problems.append(answer["params"]["exceptionDetails"]["text"])
            elif answer.get("method") == "Log.entryAdded" and answer["params"]["entry"]["level"] == "error":
                self.problems.append(answer["params"]["entry"]["text"] + " " + answer["params"]["entry"].get("url", ""))
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]

    async def open(self, url):
        await self.command("Page.navigate", url=url)
        await self.until("document.readyState === 'complete'")

    async def evaluate(self, expression):
        result = await self.command("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise AssertionError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    async def until(self, expression, seconds=20):
        """Polls until the expression is true in the page; returns its value."""
        for _ in range(int(seconds * 20)):
            if value := await self.evaluate(expression):
                return value
            await asyncio.sleep(0.05)
        raise AssertionError(f"not within {seconds} s: {expression}; {self.problems}\n"
                             + str(await self.evaluate("document.body.innerText"))[:2000])

    async def click(self, selector):
        found = json.dumps(selector)
        await self.until(f"!!document.querySelector({found})")
        await self.evaluate(f"document.querySelector({found}).click()")

    async def picture(self, path):
        shot = await self.command("Page.captureScreenshot", format="png")
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))
