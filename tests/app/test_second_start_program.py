# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start in the data directory of a running server, and what --check-config asks of that server."""
import os
import socket
import stat
import subprocess
import tempfile
import unittest

from program import LISTENERS, Program

COMPONENTS = """
[[component]]
id = "a"
command = ["sleep", "1000"]

[[component]]
id = "b"
command = ["sleep", "1000"]
"""


class SecondStart(unittest.TestCase):
    def second(self, program, *arguments):
        """(exit code, standard output, standard error) of another start with the same configuration and data."""
        done = subprocess.run([*program.command[:1], "--no-gui", "--config", program.config, "--data-dir", program.data, *arguments],
                              capture_output=True, text=True, env=program.environment, timeout=60)
        return done.returncode, done.stdout, done.stderr

    def test_it_says_in_one_line_whose_it_is_and_how_to_look_at_it(self):
        with Program(LISTENERS) as program:
            code, out, err = self.second(program)
            self.assertEqual((code, out, err.count("\n")), (73, "", 1))
            self.assertRegex(err, rf"^signalbox: process {program.process.pid} of \S+ serves in '{program.data}' since "
                                  rf"\d{{4}}-\d\d-\d\dT[\d:]+Z, without a window \(look at it at {program.url('/')}; ")
            self.assertNotIn("stop", err, "nobody is told to stop what runs")
            self.assertEqual(program.request("GET", "/healthz")[0], 200)

    def test_a_long_path(self):
        """A data directory may have a path that is longer than the address of a socket."""
        with Program(LISTENERS, expect_ready=False) as program:
            program.data = os.path.join(program.folder.name, *["x" * 60] * 4)
            program.command[program.command.index("--data-dir") + 1] = program.data
            program.start()
            self.assertEqual(self.second(program)[0], 73)
            self.assertIn("serves in", self.second(program)[2])

    def test_a_server_that_was_killed_answers_no_more(self):
        with Program(LISTENERS) as program:
            program.process.kill()
            program.process.wait()
            self.assertTrue(os.path.exists(f"{program.data}/control"), "what it left behind")
            program.start()
            self.assertEqual(self.second(program)[0], 73)
            self.assertEqual(program.stop(), 0)
            self.assertFalse(os.path.exists(f"{program.data}/control"))

    def test_the_socket_is_for_the_same_user(self):
        with Program(LISTENERS) as program:
            status = os.stat(f"{program.data}/control")
            self.assertEqual((stat.S_ISSOCK(status.st_mode), stat.S_IMODE(status.st_mode)), (True, 0o600))

    @unittest.skipUnless(os.geteuid() == 0, "only root can be another user")
    def test_nobody_else_is_heard(self):
        ask = ("import os, socket, sys; os.setgroups([]); fd = os.open(sys.argv[1], os.O_PATH); "
               "s = socket.socket(socket.AF_UNIX); os.setuid(65534); s.connect(f'/proc/self/fd/{fd}'); "
               "s.sendall(b'{\"ask\":\"who\"}\\n'); sys.exit(0 if s.recv(100) == b'' else 3)")
        with Program(LISTENERS) as program:
            os.chmod(f"{program.data}/control", 0o666)  # as if the mode were no hindrance
            os.chmod(program.folder.name, 0o755)
            os.chmod(program.data, 0o755)
            done = subprocess.run(["python3", "-c", ask, f"{program.data}/control"], timeout=30, capture_output=True, text=True)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            self.assertTrue(done.returncode == 0 or "ConnectionResetError" in done.stderr or "BrokenPipe" in done.stderr, done.stderr)

    def test_questions_that_are_none(self):
        with Program(LISTENERS) as program:
            for question, answer in ((b'{"ask":"nonsense"}\n', b"cannot be asked here"), (b"no json\n", b"cannot be asked here"),
                                     (b"[" * 100_000 + b"\n", None), (b"x" * 100_000, None)):
                with socket.socket(socket.AF_UNIX) as connection:
                    folder = os.open(program.data, os.O_RDONLY)
                    connection.connect(f"/proc/self/fd/{folder}/control")
                    os.close(folder)
                    connection.settimeout(20)
                    try:
                        connection.sendall(question)
                        said = connection.recv(4096)
                    except (BrokenPipeError, ConnectionResetError):
                        said = b""
                    self.assertIn(answer or b"", said)
            self.assertEqual(self.second(program)[0], 73, "it still answers")

    # --check-config --against-running

    def plan(self, program, text=None, *arguments):
        """(exit code, lines of standard output behind the first two, standard error)."""
        if text is not None:
            program.write_config(text)
        code, out, err = self.second(program, "--check-config", "--against-running", *arguments)
        return code, [line.strip() for line in out.splitlines()[2:]], err

    def test_what_a_reload_would_do(self):
        with Program(LISTENERS + COMPONENTS) as program:
            program.wait_for(lambda: all(each["state"] == "running" for each in program.status()["components"].values()),
                             "both run")
            self.assertEqual(self.plan(program), (0, ["change nothing"], ""))
            changed = (LISTENERS.replace("port = 0", "port = 0\nanonymous = \"viewer\"") + COMPONENTS.replace("1000", "2000", 1)
                       + '[[component]]\nid = "c"\ncommand = ["sleep", "1"]\n[[component]]\nid = "d"\ncommand = ["sleep", "1"]\n'
                         "autostart = false\n[server]\nworkers = 7\n").replace('id = "b"', 'id = "e"')
            self.assertEqual(self.plan(program, changed), (0, [
                "apply: [server] workers, [[component]]", "restart: a", "start: e, c", "stop: b",
                "leave for the next start: [[listener]]"], ""))
            self.assertEqual(sorted(program.status()["components"]), ["a", "b"], "nothing of it was done")

    def test_what_a_reload_would_refuse(self):
        exposed = '[server]\nbind = "0.0.0.0"\n' + LISTENERS + '[[user]]\nname = "admin"\npassword = "admin"\n'
        with Program(LISTENERS) as program:
            code, _, err = self.plan(program, exposed, "--insecure")
            self.assertEqual(code, 69)
            self.assertIn("signalbox: it would be refused: the server would listen on 0.0.0.0 with the well-known password", err)
            code, _, err = self.plan(program, "nonsense = 1\n")
            self.assertEqual(code, 78)

    def test_another_file(self):
        with Program(LISTENERS) as program, tempfile.TemporaryDirectory() as folder:
            other = os.path.join(folder, "other.toml")
            with open(other, "w", encoding="utf-8") as file:
                file.write(LISTENERS + COMPONENTS)
            code, out, err = self.second(program, "--check-config", "--against-running", "--config", other)
            self.assertEqual(code, 0)
            self.assertIn("start: a, b", out)
            self.assertIn(f"warning: process {program.process.pid} reads {program.config};", err)

    def test_none_runs(self):
        with Program(LISTENERS, expect_ready=False) as program:
            code, _, err = self.plan(program)
            self.assertEqual(code, 69)
            self.assertIn(f"no Signalbox answers in the data directory '{program.data}'", err)


if __name__ == "__main__":
    unittest.main(verbosity=2)
