# SPDX-License-Identifier: GPL-3.0-or-later
"""--backup of a data directory that a server writes to, and --restore."""
import io
import os
import shutil
import sqlite3
import stat
import subprocess
import tarfile
import threading
import unittest

from program import LISTENERS, Program

CONFIG = """
[[listener]]
port = 0
dialects = ["sutra", "alger", "airavata"]

[[listener]]
port = 0
dialects = ["pow"]

[[component]]
id = "chatty"
command = ["sh", "-c", "mkdir -p mine; echo kept > mine/file; echo begun; while :; do echo line; sleep 0.01; done"]
ready = { log = "begun" }

[[process]]
name = "say"
command = ["echo"]
params = "append"
roles = ["viewer"]
"""


class Backup(unittest.TestCase):
    def run_program(self, program, *arguments, data=None):
        """(exit code, standard output, standard error)."""
        done = subprocess.run([program.command[0], "--data-dir", data or program.data, *arguments], capture_output=True, text=True,
                              env=program.environment, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def archive(self, program, name="backup-10:30.tar.gz"):
        return os.path.join(program.folder.name, name)

    def call(self, program, word):
        """Runs a process to its end; the server keeps its output."""
        status, session = program.json("POST", "/new", f'{{"call":"say","params":["{word}"]}}', "pow")
        self.assertEqual(status, 200)
        program.wait_for(lambda: program.json("GET", f"/status/{session}", None, "pow")[1]["result"]["status"] == "fulfilled",
                         "the call has ended")

    def executions(self, data):
        with sqlite3.connect(f"file:{data}/signalbox.db?mode=ro", uri=True) as database:
            return dict(database.execute("SELECT id, state FROM executions"))

    def test_of_a_server_that_writes(self):
        with Program(CONFIG) as program:
            program.wait_for(lambda: program.status()["components"]["chatty"]["state"] == "running", "it runs")
            ending = threading.Event()
            calls = []

            def keep_calling():
                while not ending.is_set():
                    self.call(program, f"word{len(calls)}")
                    calls.append(1)
            caller = threading.Thread(target=keep_calling)
            caller.start()
            program.wait_for(lambda: len(calls) > 20, "some history")
            code, out, err = self.run_program(program, "--backup", self.archive(program))
            ending.set()
            caller.join()
            self.assertEqual((code, err), (0, ""))
            self.assertRegex(out, rf"^{self.archive(program)} holds {program.data}, \d+ bytes\n$")
            self.assertEqual(stat.S_IMODE(os.stat(self.archive(program)).st_mode), 0o600)
            self.assertEqual([name for name in os.listdir(program.folder.name) if name.startswith(".")], [], "nothing is left")
            self.assertEqual(program.stop(), 0)

            with tarfile.open(self.archive(program)) as tar:
                names = tar.getnames()
            self.assertTrue({"./signalbox.db", "./jwt.key", "./work/mine/file", "./logs/chatty.log"} <= set(names), names[:20])
            self.assertFalse({"./lock", "./lease", "./control", "./signalbox.db-wal", "./signalbox.db-shm"} & set(names))

            # Into an empty place: all that the database names is there, and a server goes on with it.
            fresh = os.path.join(program.folder.name, "fresh")
            code, out, err = self.run_program(program, "--restore", self.archive(program), data=fresh)
            self.assertEqual((code, out, err), (0, f"{fresh} is as {self.archive(program)} has it\n", ""))
            known = self.executions(fresh)
            self.assertGreater(len(known), 15)
            for execution, state in known.items():
                if state == "succeeded":
                    self.assertTrue(os.path.isdir(f"{fresh}/executions/{execution}"), execution)
            with sqlite3.connect(f"{fresh}/signalbox.db") as database:
                self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            program.command[program.command.index("--data-dir") + 1] = fresh
            program.start()
            self.assertEqual(program.stop(), 0)
            self.assertEqual(set(known) - set(self.executions(fresh)), set())

    def test_what_is_there_is_set_aside(self):
        with Program(CONFIG) as program:
            self.call(program, "old")
            self.assertEqual(self.run_program(program, "--backup", self.archive(program))[0], 0)
            before = set(self.executions(program.data))
            self.call(program, "new")
            program.stop()
            with open(f"{program.data}/jwt.key", "rb") as file:
                key = file.read()
            self.assertEqual(len(set(self.executions(program.data)) - before), 1)
            os.unlink(f"{program.data}/jwt.key")
            code, out, err = self.run_program(program, "--restore", self.archive(program))
            self.assertEqual((code, err), (0, ""))
            aside, = [name for name in os.listdir(program.data) if name.startswith("before-restore-")]
            self.assertIn(f"what was there is in {program.data}/{aside} (remove that when all is well)\n", out)
            self.assertEqual(set(self.executions(program.data)), before)
            self.assertEqual(len(set(self.executions(f"{program.data}/{aside}")) - before), 1)
            with open(f"{program.data}/jwt.key", "rb") as file:
                self.assertEqual(file.read(), key, "tokens hold as before")
            self.assertEqual([name for name in os.listdir(program.data) if name.startswith(".")], [])
            program.start()
            self.call(program, "again")
            self.assertEqual(self.run_program(program, "--backup", self.archive(program, "second.tar"))[0], 0)
            with tarfile.open(self.archive(program, "second.tar")) as tar:
                self.assertFalse([name for name in tar.getnames() if aside in name], "what was set aside is in no backup")

    def test_no_server_may_use_what_is_replaced(self):
        with Program(CONFIG) as program:
            self.assertEqual(self.run_program(program, "--backup", self.archive(program))[0], 0)
            code, out, err = self.run_program(program, "--restore", self.archive(program))
            self.assertEqual((code, out), (73, ""))
            self.assertIn(f"the data directory '{program.data}' is in use by process {program.process.pid}", err)
            self.assertEqual(program.request("GET", "/healthz")[0], 200)

    def refused(self, program, expected, text, *arguments):
        before = sorted(os.listdir(program.data)) if os.path.exists(program.data) else None
        code, out, err = self.run_program(program, *arguments)
        self.assertEqual((code, out), (expected, ""))
        self.assertEqual(err.count("\n"), 1, err)
        self.assertIn(text, err)
        if before:
            self.assertEqual(sorted(os.listdir(program.data)), before)

    def test_what_cannot_be_restored_changes_nothing(self):
        with Program(CONFIG) as program:
            self.call(program, "old")
            self.assertEqual(self.run_program(program, "--backup", self.archive(program, "good.tar"))[0], 0)
            program.stop()
            there = os.path.join(program.folder.name, "there")
            for name in ("none.tar", "text.tar", "empty.tar", "damaged.tar", "newer.tar"):
                path = self.archive(program, name)
                shutil.rmtree(there, ignore_errors=True)
                os.mkdir(there)
                if name == "text.tar":
                    with open(path, "w", encoding="utf-8") as file:
                        file.write("no archive " * 1000)
                if name in ("damaged.tar", "newer.tar"):
                    shutil.copy(f"{program.data}/signalbox.db", there)
                if name == "damaged.tar":
                    with open(f"{there}/signalbox.db", "r+b") as file:
                        file.seek(4096)
                        file.write(b"\xff" * 16384)
                if name == "newer.tar":
                    with sqlite3.connect(f"{there}/signalbox.db") as database:
                        database.execute("PRAGMA user_version = 9999")
                if name not in ("none.tar", "text.tar"):
                    with tarfile.open(path, "w") as tar:
                        tar.add(there, arcname=".")
                with self.subTest(name):
                    self.refused(program, 69, {"newer.tar": "it is of a newer Signalbox", "empty.tar": "it holds no signalbox.db",
                                               "damaged.tar": "damaged"}.get(name, "was not restored, and all is as it was"),
                                 "--restore", path)

    def packed(self, program, *entries):
        """An archive with the database of the data directory, and entries as (name, kind, what a link leads to, mode)."""
        path = self.archive(program, "packed.tar")
        with tarfile.open(path, "w") as tar:
            tar.add(f"{program.data}/signalbox.db", arcname="./signalbox.db")
            for name, kind, target, mode in entries:
                entry = tarfile.TarInfo(name)
                entry.type, entry.linkname, entry.mode = kind, target, mode
                entry.size = 64 if kind == tarfile.REGTYPE else 0
                tar.addfile(entry, io.BytesIO(b"k" * entry.size))
        return path

    def test_what_is_no_backup_is_refused(self):
        with Program(LISTENERS) as program:
            program.stop()
            there = os.path.join(program.folder.name, "there")
            links, pipe, device = (tarfile.SYMTYPE, tarfile.LNKTYPE), tarfile.FIFOTYPE, tarfile.CHRTYPE
            cases = [*[(name, kind, there, f"in it '{name}' is") for kind in (*links, pipe, device)
                       for name in ("./jwt.key", "seen", "./signalbox.db-journal")],
                     ("./mine/device", device, "", "in it './mine/device' is a device"),
                     ("./mine/disk", tarfile.BLKTYPE, "", "in it './mine/disk' is a device"),
                     (there, tarfile.REGTYPE, "", f"in it '{there}' leads out of the data directory"),
                     ("../there", tarfile.REGTYPE, "", "in it '../there' leads out"),
                     ("mine/../../there", tarfile.REGTYPE, "", "in it 'mine/../../there' leads out"),
                     ("../a \"b\"\n\x1b[2J", tarfile.REGTYPE, "", "in it '../a \\\"b\\\"\\n\\033[2J' leads out"),
                     ("./jwt.key", tarfile.DIRTYPE, "", "its jwt.key is a folder"),
                     ("./mine/name", tarfile.LNKTYPE, "/etc/passwd", "Cannot hard link"),
                     ("./mine/name", tarfile.LNKTYPE, "../there/file", "Cannot hard link")]
            for name, kind, target, text in cases:
                with self.subTest(name=name, kind=kind):
                    self.refused(program, 69, text, "--restore", self.packed(program, (name, kind, target, 0o644)))
                    self.assertFalse(os.path.lexists(there))

    def test_what_is_no_file_is_left_out(self):
        with Program(LISTENERS) as program:
            program.stop()
            outside = os.path.join(program.folder.name, "outside")
            os.mkdir(outside)
            archive = self.packed(program, ("./jwt.key", tarfile.REGTYPE, "", 0o666), ("./mine", tarfile.DIRTYPE, "", 0o3777),
                                  ("./mine/tool", tarfile.REGTYPE, "", 0o6755),
                                  ("./mine/closed", tarfile.DIRTYPE, "", 0), ("./mine/closed/empty", tarfile.REGTYPE, "", 0),
                                  ("./mine/closed/out", tarfile.SYMTYPE, outside, 0o777),
                                  ("./mine/same", tarfile.LNKTYPE, "./mine/tool", 0o644),
                                  ("./mine/link", tarfile.SYMTYPE, "tool", 0o777), ("./mine/pipe", tarfile.FIFOTYPE, "", 0o600),
                                  ("./logs", tarfile.SYMTYPE, outside, 0o777))
            code, out, err = self.run_program(program, "--restore", archive)
            self.assertEqual((code, err), (0, ""))
            line, = [line for line in out.splitlines() if line.startswith("left out")]
            for name in ("mine/link", "mine/pipe", "mine/closed/out", "logs"):
                self.assertIn(f"'{name}'", line)
                self.assertFalse(os.path.lexists(f"{program.data}/{name}"))
            self.assertEqual(sorted(os.listdir(f"{program.data}/mine")), ["closed", "same", "tool"])
            modes = {name: stat.S_IMODE(os.stat(f"{program.data}/{name}").st_mode) for name in ("jwt.key", "mine", "mine/tool", "mine/closed", "mine/closed/empty")}
            self.assertEqual(modes, {"jwt.key": 0o600, "mine": 0o700, "mine/tool": 0o700, "mine/closed": 0o700,
                                     "mine/closed/empty": 0o600}, "and no right of its owner to lend")
            program.start()
            self.assertEqual(program.stop(), 0)

    def test_pipes_hold_up_no_start(self):
        """In a data directory that was unpacked by hand."""
        for name in ("jwt.key", "lock", "lease", "seen", "signalbox.db", "signalbox.db-journal"):
            with self.subTest(name), Program(LISTENERS, expect_ready=False) as program:
                os.mkdir(program.data, 0o700)
                os.mkfifo(f"{program.data}/{name}", 0o600)
                if name in ("jwt.key", "lock", "lease"):
                    code, err = program.run()
                    self.assertEqual(code, 73)
                    self.assertIn(f"{program.data}/{name}", err)
                    self.assertIn("it is no file", err)
                    continue
                program.start()
                if "db" in name:
                    self.assertIn(f"'{program.data}/{name}' is no file", program.messages())
                self.assertEqual(program.stop(), 0)

    def test_what_cannot_be_backed_up(self):
        with Program(LISTENERS) as program:
            self.refused(program, 64, "must end in .tar, .tar.gz, .tar.zst or .tar.xz", "--backup", self.archive(program, "b.zip"))
            self.refused(program, 64, "is in the data directory itself", "--backup", f"{program.data}/b.tar")
            self.refused(program, 73, "cannot write beside", "--backup", f"{program.folder.name}/none/b.tar")
            with open(self.archive(program, "there.tar"), "w", encoding="utf-8") as file:
                file.write("mine")
            self.refused(program, 73, "is there already and stays as it is", "--backup", self.archive(program, "there.tar"))
            with open(self.archive(program, "there.tar"), encoding="utf-8") as file:
                self.assertEqual(file.read(), "mine")
            self.refused(program, 69, "there is no Signalbox's data in", "--data-dir", program.folder.name, "--backup",
                         self.archive(program, "b.tar"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
