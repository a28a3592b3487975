# SPDX-License-Identifier: GPL-3.0-or-later
"""The program with its window but without a terminal: why it cannot start is shown in a message box until the user
closes that."""
import os
import signal
import socket
import subprocess
import tempfile
import unittest

from program import LISTENERS, Program


class Screen:
    """A real X server: unlike the offscreen platform it makes Qt start threads of its own."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.display = ":" + told.readline().strip()
        return self

    def goes_away(self):
        self.server.kill()
        self.server.wait()

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def on(screen, folder):
    return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display, "XDG_CONFIG_HOME": folder, "HOME": folder, "XDG_RUNTIME_DIR": folder}


class Desktop(unittest.TestCase):
    def test_a_stop_from_outside(self):
        config = LISTENERS + '[[component]]\nid = "a"\ncommand = ["sleep", "1000"]\n'
        with tempfile.TemporaryDirectory() as folder, Screen() as screen, \
                Program(config, environment=on(screen, folder), window=True) as program:
            program.process.send_signal(signal.SIGTERM)
            self.assertEqual(program.process.wait(60), 0, "it stops in order, whichever thread the signal reaches")
            with open(os.path.join(folder, "signalbox", "signalbox.conf"), encoding="utf-8") as file:
                self.assertIn("page=overview", file.read(), "the window remembers where it was")

    def test_the_display_goes_away(self):
        """The server goes on without a window, says so, reloads and stops in order."""
        config = LISTENERS + """
[[component]]
id = "a"
command = ["sh", "-c", "trap 'echo CLEAN EXIT; exit 0' TERM; while :; do sleep 0.1; done"]
"""
        with tempfile.TemporaryDirectory() as folder, Screen() as screen, \
                Program(config, environment=on(screen, folder), window=True) as program:
            def is_running(component):
                return program.status()["components"].get(component, {}).get("state") == "running"
            program.wait_for(lambda: is_running("a"), "the component runs")
            screen.goes_away()
            program.wait_for(lambda: "the server goes on without a window" in program.messages(), "the server says so")
            self.assertTrue(is_running("a"))
            program.write_config(config + '[[component]]\nid = "b"\ncommand = ["sleep", "1000"]\n')
            program.process.send_signal(signal.SIGHUP)
            program.wait_for(lambda: is_running("b"), "a reload starts what is new")
            program.process.send_signal(signal.SIGTERM)
            self.assertEqual(program.process.wait(60), 0)
            with open(os.path.join(program.data, "logs", "a.log"), encoding="utf-8") as file:
                self.assertIn("CLEAN EXIT", file.read())

    def test_a_second_start_raises_the_window(self):
        with tempfile.TemporaryDirectory() as folder, Screen() as screen, \
                Program(LISTENERS, environment=on(screen, folder), window=True) as program:
            second = [*program.command[:1], "--config", program.config, "--data-dir", program.data]

            def start(*arguments):
                return subprocess.run([*second, *arguments], env=program.environment, capture_output=True, text=True, timeout=60)
            # The window comes after the ready file.
            program.wait_for(lambda: os.path.exists(os.path.join(program.data, "control")), "the first one can be asked")
            raised = start()
            self.assertEqual((raised.returncode, raised.stdout, raised.stderr), (0, "", ""))
            alone = start("--no-gui")
            self.assertEqual(alone.returncode, 73)
            self.assertIn(f"process {program.process.pid} of ", alone.stderr)
            self.assertIn(", with a window (look at it at http://127.0.0.1:", alone.stderr)
            screen.goes_away()
            program.wait_for(lambda: "the server goes on without a window" in program.messages(), "the display is gone")
            program.wait_for(lambda: ", without a window (" in start("--no-gui").stderr, "a start hears that it has none")
            program.process.send_signal(signal.SIGTERM)
            self.assertEqual(program.process.wait(60), 0)

    def shows(self, configuration, reason, code):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "signalbox.toml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(configuration)
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}
            with subprocess.Popen([os.environ["SIGNALBOX_PROGRAM"], "--config", path, "--data-dir", os.path.join(folder, "data")],
                                  env=environment, stderr=subprocess.PIPE, text=True) as program:
                self.addCleanup(program.kill)
                lines = iter(program.stderr.readline, "")
                self.assertTrue(any(reason in line for line in lines), "it is told on standard error as well")
                with self.assertRaises(subprocess.TimeoutExpired, msg="it ended before anybody could read why"):
                    program.wait(1)
                program.send_signal(signal.SIGTERM)
                self.assertEqual(program.wait(20), code)

    def test_a_bad_configuration(self):
        self.shows('[[component]]\nid = "a"\ncomand = ["sleep", "1"]\n', "comand", 78)

    def test_a_port_in_use(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            self.shows(f'[[listener]]\nport = {port}\ndialects = ["sutra"]\n', str(port), 69)


if __name__ == "__main__":
    unittest.main(verbosity=2)
