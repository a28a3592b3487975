# SPDX-License-Identifier: GPL-3.0-or-later
"""The first hour: --init with and without a terminal, that what it writes is served at once, and what --check-config says
of a configuration without mistakes."""
import os
import pty
import re
import stat
import subprocess
import tempfile
import tomllib
import unittest

from program import LISTENERS, Program
from recordings import clean_environment

WRITTEN = "config/signalbox/signalbox.toml"


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = os.path.realpath(self.enterContext(tempfile.TemporaryDirectory(prefix="signalbox-test-")))
        self.environment = clean_environment(HOME=self.folder, XDG_CONFIG_HOME=f"{self.folder}/config",
                                             XDG_STATE_HOME=f"{self.folder}/state", LC_ALL="C.UTF-8")
        self.path = os.path.join(self.folder, WRITTEN)

    def run_program(self, *arguments, **options):
        """(exit code, standard output, standard error)."""
        done = subprocess.run([os.environ["SIGNALBOX_PROGRAM"], *arguments], capture_output=True, text=True, cwd=self.folder,
                              env=self.environment, timeout=60, **({"input": ""} | options))
        return done.returncode, done.stdout, done.stderr

    def write(self, name, text, mode=0o600):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(os.path.join(self.folder, name), mode)


class Init(CommandLine):
    def on_a_terminal(self, answers, *arguments):
        """(exit code, everything that the terminal shows); each answer is typed when its prompt is there."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execve(os.environ["SIGNALBOX_PROGRAM"], ["signalbox", *arguments], self.environment)
        shown = b""
        for prompt, answer in answers:
            while not shown.split(b"<typed>")[-1].count(prompt):
                shown += os.read(terminal, 4096)
            shown += b"<typed>"
            os.write(terminal, answer + b"\n")
        try:
            while part := os.read(terminal, 4096):
                shown += part
        except OSError:  # Linux says so when the other end is closed
            pass
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()

    def config(self, path=None):
        with open(path or self.path, "rb") as file:
            return tomllib.load(file)

    def logs_in(self, config, password):
        """Whether the server that this configuration makes lets the user in with the password, beyond what is free."""
        text = re.sub(r"port = \d+", "port = 0", config).replace("autostart = true", "autostart = false")
        with Program(text + "\n") as program:
            status, _, _ = program.request("POST", "/api/v2/auth/login", f'{{"username":"admin","password":"{password}"}}',
                                           "airavata", {"Content-Type": "application/json"})
            return status == 200

    def test_without_a_terminal_a_password_is_made_and_shown_once(self):
        code, out, err = self.run_program("--init")
        self.assertEqual((code, err), (0, ""))
        password = re.search(r"has the password ([a-z0-9-]{19})$", out, re.M)[1]
        self.assertEqual(out.splitlines()[-2:], ["  signalbox --check-config", "  signalbox"], "the next two commands")
        self.assertEqual(stat.S_IMODE(os.stat(self.path).st_mode), 0o600)
        for folder in ("config", "config/signalbox"):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(self.folder, folder)).st_mode), 0o700, folder)
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        self.assertNotIn(password, text)
        self.assertNotIn('password = ', text)
        user, = self.config()["user"]
        self.assertTrue(user["password_hash"].startswith("$argon2id$"), user)
        self.assertEqual(os.listdir(os.path.dirname(self.path)), ["signalbox.toml"], "nothing else is left")
        self.assertEqual(self.run_program("--check-config"), (0, f"{self.path}: no problems found\n", ""),
                         "the file is taken from where it was written")
        self.assertTrue(self.logs_in(text, password))
        self.assertFalse(self.logs_in(text, "admin"))

    def test_it_is_the_example_with_its_comments(self):
        self.run_program("--init")
        with open(self.path, encoding="utf-8") as file:
            written = file.read().splitlines()
        with open(os.path.join(os.path.dirname(__file__), "../../resources/example.toml"), encoding="utf-8") as file:
            example = file.read().splitlines()
        self.assertEqual([line for line in example if line not in written], example[:3] + [
            line for line in example if line.startswith(("# Known to everybody", "# beyond it with it"))] + ['password = "admin"'])

    def test_what_is_there_stays(self):
        os.makedirs(os.path.dirname(self.path))
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("# mine\n")
        code, out, err = self.run_program("--init")
        self.assertEqual((code, out), (73, ""))
        self.assertEqual(err, f"signalbox: '{self.path}' is there already and stays as it is (change that, or write another with "
                              "--init --config FILE)\n")
        with open(self.path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "# mine\n")
        os.symlink("nowhere", f"{self.folder}/link.toml")
        self.assertEqual(self.run_program("--init", "--config", "link.toml")[0], 73, "a link that leads nowhere is there, too")
        self.assertFalse(os.path.exists(f"{self.folder}/nowhere"))

    def test_another_place(self):
        code, out, _ = self.run_program("--init", "--config", "a folder/mine.toml")
        self.assertEqual(code, 0)
        self.assertEqual(out.splitlines()[-2:], ["  signalbox --check-config --config 'a folder/mine.toml'",
                                                 "  signalbox --config 'a folder/mine.toml'"])
        self.assertEqual(self.run_program("--check-config", "--config", "a folder/mine.toml")[0], 0)
        self.assertFalse(os.path.exists(self.path))

    def test_a_place_that_cannot_be_written(self):
        with open(f"{self.folder}/file", "w", encoding="utf-8"):
            pass
        code, out, err = self.run_program("--init", "--config", "file/mine.toml")
        self.assertEqual((code, out), (73, ""))
        self.assertIn("cannot write 'file/mine.toml'", err)

    def test_without_a_password(self):
        """For packages: no unit ever serves a password that somebody could know."""
        code, out, _ = self.run_program("--init", "--without-password")
        self.assertEqual(code, 0)
        self.assertIn("has no password", out)
        user, = self.config()["user"]
        self.assertFalse({"password", "password_hash"} & set(user), user)
        code, out, _ = self.run_program("--check-config")
        self.assertEqual(code, 0)
        code, out, _ = self.run_program("--issue-token", "admin")
        self.assertEqual((code, out.count(".")), (0, 2))

    def test_a_terminal_is_asked_and_shows_nothing_that_is_typed(self):
        code, shown = self.on_a_terminal([(b"Password for the user 'admin'", b"admin"), (b"Password for", b"right horse"),
                                          (b"The same again", b"wrong horse"), (b"Password for", b"right horse"),
                                          (b"The same again", b"right horse")], "--init")
        self.assertEqual(code, 0, shown)
        self.assertNotIn("horse", shown)
        self.assertNotIn("has the password", shown)
        self.assertIn("Everybody tries that one first", shown)
        self.assertIn("The two are not the same", shown)
        with open(self.path, encoding="utf-8") as file:
            self.assertTrue(self.logs_in(file.read(), "right horse"))

    def test_a_terminal_may_leave_it_to_the_program(self):
        code, shown = self.on_a_terminal([(b"Password for", b"")], "--init")
        self.assertEqual(code, 0, shown)
        self.assertIn("has the password", shown)

    def test_nothing_is_written_for_who_cannot_decide(self):
        code, shown = self.on_a_terminal([(b"Password for", b"admin")] * 3, "--init")
        self.assertEqual(code, 64, shown)
        self.assertFalse(os.path.exists(self.path))

    def test_switches_that_belong_to_it(self):
        self.assertEqual(self.run_program("--without-password")[::2],
                         (64, "signalbox: --without-password belongs to --init (write --init --without-password)\n"))


class CheckConfig(CommandLine):
    def warnings(self, text, *arguments, code=0):
        """What is warned of, a line each, without the words that all have."""
        self.write("signalbox.toml", LISTENERS + text)
        done, out, err = self.run_program("--check-config", "--config", "signalbox.toml", *arguments)
        warnings = err.splitlines()
        counted = f"; warnings: {len(warnings)}" if warnings else ""
        self.assertEqual((done, out), (code, f"signalbox.toml: no problems found{counted}\n"))
        self.assertTrue(all(line.startswith("warning: signalbox.toml:") for line in warnings), err)
        return [line.removeprefix("warning: signalbox.toml:") for line in warnings]

    def test_nothing_is_missing(self):
        self.write("serve", "#!/bin/sh\n", 0o700)
        os.makedirs(f"{self.folder}/state/signalbox/work")
        os.rename(f"{self.folder}/serve", f"{self.folder}/state/signalbox/work/serve")
        self.assertEqual(self.warnings("""
[[component]]
id = "a"
command = ["./serve"]
working_directory = "work"
before_start = { command = ["true"] }

[[component]]
id = "b"
command = ["/bin/sh"]
like = "a"

[[process]]
name = "p"
command = ["./what-a-call-may-have"]

[[user]]
name = "ann"
password = "a good one"
"""), [])

    def test_every_program_and_folder_that_is_missing(self):
        self.write("text", "no program", 0o600)
        text = f"""
[secrets]
KEY = {{ command = ["gone-1"] }}

[[component]]
id = "a"
command = ["/gone-2"]
working_directory = "gone-3"

[[component]]
id = "b"
instances = 3
command = ["gone-4", "{{instance}}"]
environment = {{ PATH = "/nowhere" }}

[[component]]
id = "c"
command = ["{self.folder}/text"]
ready = {{ command = ["gone-5"] }}
health = {{ command = ["gone-6"] }}
before_start = {{ command = ["gone-7"] }}
after_start = {{ command = ["gone-8"] }}
before_stop = {{ command = ["gone-9"] }}
after_stop = {{ command = ["gone-10"] }}
on_failure = {{ command = ["gone-11"] }}

[[kind]]
name = "k"
inputs = {{ min = 0 }}
command = ["gone{{{{12", "{{param:x=}}"]

[[pipeline]]
id = "l"
nodes = [ {{ id = "n", kind = "k" }}, {{ id = "o", command = ["gone-13"] }} ]

[[process]]
name = "p"
command = ["{self.folder}"]
working_directory = "gone-14"

[[user]]
name = "ann"
"""

        def at(needle):
            before, found, _ = (LISTENERS + text).partition(needle)
            self.assertTrue(found, needle)
            return before.count("\n") + 1

        def missing(of, program, needle=None):
            return (f"{at(needle or program)}: {of} cannot start '{program}': no such program in PATH "
                    f"({self.environment['PATH']})")
        self.maxDiff = None
        self.assertEqual(self.warnings(text), [
            str(at('name = "ann"')) + ": user 'ann' has no password and comes in by token alone (--issue-token ann makes one, "
            "--hash-password what belongs into password_hash)",
            missing("secret 'KEY'", "gone-1"),
            f"{at('gone-3')}: component 'a' cannot run in '{self.folder}/state/signalbox/gone-3': there is no such folder",
            f"{at('gone-2')}: component 'a' cannot start '/gone-2': there is no such file",
            *(f"{at('gone-4')}: component 'b@{number}' cannot start 'gone-4': no such program in PATH (/nowhere)"
              for number in (1, 2, 3)),
            f"{at('/text')}: component 'c' cannot start '{self.folder}/text': it is no program",
            *(missing(f"component 'c', for {key},", f"gone-{number}") for number, key in enumerate(
                ("ready", "health", "before_start", "after_start", "before_stop", "after_stop", "on_failure"), 5)),
            missing("kind 'k'", "gone{12", "gone{{12"),
            missing("node 'o' of pipeline 'l'", "gone-13"),
            f"{at('gone-14')}: process 'p' cannot run in '{self.folder}/state/signalbox/gone-14': there is no such folder",
            f"{at('gone-14') - 1}: process 'p' cannot start '{self.folder}': it is no program",
        ])


if __name__ == "__main__":
    unittest.main(verbosity=2)
