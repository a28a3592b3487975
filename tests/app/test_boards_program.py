# SPDX-License-Identifier: GPL-3.0-or-later
"""A small board for each wire (boards/), in a real browser and from an origin of its own, against the whole program."""
import functools
import http.server
import os
import threading
import unittest

from arkclients import Agent
from browser import Browser
from program import Program

CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["sutra"]
anonymous = "operator"

[[listener]]
port = 0
dialects = ["airavata"]

[[listener]]
port = 0
dialects = ["ark", "pow"]
anonymous = "operator"

[[listener]]
port = 0
dialects = ["alger"]

[experiments]
programs = ["echo"]

[[user]]
name = "admin"
password = "admin"
roles = ["admin"]

[[component]]
id = "steady"
name = "Steady"
command = ["sleep", "1000"]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"

[[pipeline]]
id = "demo"
nodes = [ { id = "first", command = ["echo", "from the first"] }, { id = "second", command = ["cat"], after = ["first"] } ]
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Boards(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))
        folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "boards")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=folder))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()

        def stop():
            server.shutdown()
            thread.join()
            server.server_close()
        self.addCleanup(stop)
        self.pages = f"http://localhost:{server.server_address[1]}"

    async def show(self, browser, dialect):
        await browser.open(f"{self.pages}/{dialect}.html?port={self.program.port(dialect)}")

    async def text(self, browser, element):
        return await browser.evaluate(f"document.getElementById('{element}').innerText")

    async def until_text(self, browser, element, part):
        await browser.until(f"document.getElementById('{element}').textContent.includes({part!r})")

    async def test_alger(self):
        async with Browser() as browser:
            await self.show(browser, "alger")
            await self.until_text(browser, "output", "from the first")
            self.assertEqual(await self.text(browser, "run"), "Finished")
            self.assertEqual(sorted((await self.text(browser, "nodes")).split("\n")),
                             ["first success", "second success"])
            places = await browser.evaluate(
                "[...graph.children].map((node) => [node.textContent, Number(node.getAttribute('x'))])")
            self.assertEqual([name for name, _ in places], ["first", "second"])
            self.assertLess(places[0][1], places[1][1])
            self.assertEqual(browser.problems, [])

    async def test_airavata(self):
        async with Browser() as browser:
            await self.show(browser, "airavata")
            await self.until_text(browser, "experiment", "COMPLETED")
            self.assertEqual((await self.text(browser, "tasks")).split("\n"), ["done", "done"])
            self.assertEqual(await browser.evaluate("progress.value"), 100)
            await browser.until("workers.children.length > 0")
            self.assertEqual(browser.problems, [])

    async def test_ark(self):
        agent = Agent(self.program)
        self.addCleanup(agent.close)
        agent.register()
        async with Browser() as browser:
            await self.show(browser, "ark")
            await browser.until("socket.readyState === 1")
            await browser.evaluate("ask('SYNC_MODS')")
            await self.until_text(browser, "events", "job:created SYNC_MODS")
            self.assertEqual(browser.problems, [])

    async def test_pow(self):
        async with Browser() as browser:
            await self.show(browser, "pow")
            await browser.until("socket.readyState === 1")
            await browser.evaluate("type('hello\\n')")
            await self.until_text(browser, "output", "hello")
            await browser.evaluate("end()")
            await self.until_text(browser, "ending", "1000")
            self.assertEqual(await self.text(browser, "result"), '{"status":"fulfilled","value":null}')
            self.assertEqual(await self.text(browser, "ending"), "1000")
            self.assertEqual(browser.problems, [])

    async def test_sutra(self):
        async with Browser() as browser:
            await self.show(browser, "sutra")
            await self.until_text(browser, "rows", "running")
            self.assertEqual(await browser.evaluate("act('steady', 'stop')"), 200)
            await self.until_text(browser, "rows", "stopped")
            self.assertEqual(browser.problems, [])


if __name__ == "__main__":
    unittest.main()
