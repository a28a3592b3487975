# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program in a real browser: the status page, Swagger UI, and a page of another origin that speaks pow-1."""
import asyncio
import functools
import http.server
import json
import os
import subprocess
import tempfile
import threading
import unittest

from browser import Browser
from program import Program

CONFIG = """
[server]
tick = "200ms"

[[listener]]
port = 0
dialects = ["ark", "pow"]

[[listener]]
port = 0
dialects = ["sutra"]

[[component]]
id = "steady"
name = "Steady <b>one</b>"
command = ["sleep", "1000"]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"

[[process]]
name = "lines"
command = ["seq", "3"]
"""

PAGE = """<!doctype html><meta charset="utf-8"><title>somebody else's</title><script>
const port = new URLSearchParams(location.search).get('port');
const socket = new WebSocket(`ws://127.0.0.1:${port}/`, 'pow-1');
socket.binaryType = 'arraybuffer';
const binary = (object) => new TextEncoder().encode(JSON.stringify(object));
const seen = {text: '', result: null, protocol: '', close: null};
socket.onopen = () => {
  seen.protocol = socket.protocol;
  socket.send(binary({call: 'echo', params: ['a', 'ü']}));
  socket.send('hello ');
  socket.send('world');
  socket.send(binary({signal: 'close'}));
};
socket.onmessage = (event) => {
  if (typeof event.data === 'string') seen.text += event.data;
  else seen.result = JSON.parse(new TextDecoder().decode(event.data));
};
socket.onclose = (event) => { seen.close = [event.code, event.reason, event.wasClean]; };
</script>"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class BrowserProgram(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.program = self.enterContext(Program(CONFIG))

    def serve_page(self):
        """Serves PAGE from a port of its own on the loopback: another origin than the program's."""
        folder = self.enterContext(tempfile.TemporaryDirectory())
        with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as file:
            file.write(PAGE)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=folder))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()

        def stop():
            server.shutdown()
            thread.join()
            server.server_close()
        self.addCleanup(stop)
        return server.server_address[1]

    async def keep_picture(self, browser, name):
        if folder := os.environ.get("SIGNALBOX_PICTURES"):
            await browser.picture(os.path.join(folder, f"{name}.png"))

    async def test_the_browsers_own_websocket(self):
        page = self.serve_page()
        async with Browser() as browser:
            await browser.open(f"http://127.0.0.1:{page}/?port={self.program.port('pow')}")
            await browser.until("seen.close")
            self.assertEqual(await browser.evaluate("seen"), {
                "text": "hello world", "result": {"status": "fulfilled", "value": ["a", "ü"]}, "protocol": "pow-1",
                "close": [1000, "", True]})

    async def test_swagger_ui_tries_it_out(self):
        async with Browser() as browser:
            await browser.open(self.program.url("/docs/", "pow"))

            async def try_out(operation, fill=""):
                box = f"#operations-default-{operation}"
                await browser.click(f"{box} button.opblock-summary-control")
                await browser.click(f"{box} .try-out__btn")
                if fill:
                    # React overrides the element's own setter: only the prototype's is noticed.
                    kind, text = fill
                    await browser.until(f"!!document.querySelector('{box} {kind}')")
                    await browser.evaluate(f"""(() => {{
                        const field = document.querySelector('{box} {kind}');
                        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, {json.dumps(text)});
                        field.dispatchEvent(new Event(field.tagName === 'INPUT' ? 'input' : 'change', {{bubbles: true}}));
                    }})()""")
                answer = f"{box} .live-responses-table .response"
                answered = f"(document.querySelector('{answer} .response-col_status') || {{}}).textContent"
                while not (status := await browser.evaluate(answered)):  # typed text counts a little later
                    await browser.click(f"{box} .execute")
                    await asyncio.sleep(0.5)
                body = await browser.until(f"(document.querySelector('{answer} .microlight') || {{}}).textContent")
                return status.strip(), body

            status, body = await try_out("new", ("textarea", '{"call": "lines"}'))
            self.assertEqual(status, "200")
            session = json.loads(body)
            status, body = await try_out("status", ("input", session))
            self.assertEqual(status, "200")
            self.assertIn(json.loads(body)["result"]["status"], ("pending", "fulfilled"))
            await self.keep_picture(browser, "swagger")
            self.assertEqual(browser.problems, [])

    async def test_the_status_page_acts_with_the_token_of_its_address(self):
        closed = Program(CONFIG.replace('dialects = ["sutra"]', 'dialects = ["sutra"]\nanonymous = "none"')
                         + '[[user]]\nname = "ann"\npassword = "a long one"\nroles = ["operator"]\n')
        program = self.enterContext(closed)
        token = subprocess.run([program.command[0], "--issue-token", "ann", "--config", program.config, "--data-dir",
                                program.data], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        async with Browser() as browser:
            await browser.open(program.url(f"/?token={token}"))
            text = "document.querySelector('#components').innerText"
            await browser.until(f"{text}.includes('running')")
            stop = "[...document.querySelectorAll('#components button')].find((button) => button.textContent === 'Stop')"
            await browser.evaluate(f"{stop}.click()")
            await browser.until(f"{text}.includes('stopped')")
            self.assertEqual(browser.problems, [])
            link = "document.querySelector('#link').textContent"
            await browser.open(program.url(f"/?token={token}x"))
            await browser.until(f"{link}.includes('The token is not valid or has expired')")
            await browser.open(program.url("/"))
            await browser.until(f"{link}.includes('Not allowed without a token')")

    async def test_the_status_page_acts_and_follows(self):
        async with Browser() as browser:
            await browser.open(self.program.url("/"))
            text = "document.querySelector('#components').innerText"
            await browser.until(f"{text}.includes('running')")
            self.assertIn("Steady <b>one</b>", await browser.evaluate(text))
            stop = "[...document.querySelectorAll('#components button')].find((button) => button.textContent === 'Stop')"
            await browser.evaluate(f"{stop}.click()")
            await browser.until(f"{text}.includes('stopped')")
            self.assertEqual(self.program.status()["components"]["steady"]["state"], "stopped")
            await self.keep_picture(browser, "status")
            self.assertEqual(browser.problems, [])
            self.program.stop()
            await browser.until("document.querySelector('#link').dataset.state !== 'live'")


if __name__ == "__main__":
    unittest.main()
