# SPDX-License-Identifier: GPL-3.0-or-later
"""The program with its window, where nobody sees a terminal: why it could not start is shown, until somebody read it."""
import os
import signal
import socket
import subprocess
import tempfile
import unittest


class Desktop(unittest.TestCase):
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
