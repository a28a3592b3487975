# SPDX-License-Identifier: GPL-3.0-or-later
"""Databases of earlier programs, as they are in tests/fixtures/store, are opened and shown as they were. While recording, a
schema that has none gets its own (storefixture.py); those that are there stay, for they are history."""
import asyncio
import glob
import os
import re
import shutil
import sqlite3
import unittest

import websockets

import storefixture
from listeners import token_of
from program import Program
from recordings import FIXTURES, IS_RECORDING, Recorded, clean_environment
from transcripts import Transcript
from wires import Alger

SAMPLES = ("samples", "sample_minutes", "component_samples", "component_minutes")


def contents(path, tables):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return {table: set(database.execute(f"SELECT * FROM {table}").fetchall()) for table in tables}


class Upgrade(Recorded, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.config = cls.read("store/program.toml")

    def open(self, version):
        """A program that finds this database; not started."""
        program = self.enterContext(Program(self.config, environment=clean_environment(), expect_ready=False))
        os.mkdir(program.data, 0o700)
        shutil.copyfile(os.path.join(FIXTURES, "store", f"{version}.db"), f"{program.data}/signalbox.db")
        if os.path.isdir(os.path.join(FIXTURES, "store", version)):
            shutil.copytree(os.path.join(FIXTURES, "store", version), f"{program.data}/executions")
        return program

    def test_every_database_is_shown_as_it_was(self):
        self.assertTrue(self.versions())
        for version in self.versions():
            with self.subTest(version):
                program = self.open(version)
                before = contents(f"{program.data}/signalbox.db", SAMPLES)
                ids = [each for each, in storefixture.rows(f"{program.data}/signalbox.db",
                                                           "SELECT id FROM executions ORDER BY number")]
                for _ in range(2):  # as it was written long ago, and as this program has written it since
                    program.start()
                    program.wait_for(lambda: program.status()["components"]["steady"]["state"] == "running", "steady runs")
                    self.assertRecorded(f"store/{version}.txt", self.shown(program, ids))
                    self.assertEqual(program.stop(), 0)
                self.assertEqual(glob.glob(f"{program.data}/signalbox.db.corrupt-*"), [])
                after = contents(f"{program.data}/signalbox.db", SAMPLES)
                for table in SAMPLES:
                    self.assertTrue(before[table], f"{version}.db has no {table}")
                    self.assertLessEqual(before[table], after[table], table)
                self.assertEqual(storefixture.rows(f"{program.data}/signalbox.db", "PRAGMA integrity_check"), [("ok",)])

    def versions(self):
        files = glob.glob(os.path.join(FIXTURES, "store", "v*.db"))
        return sorted(os.path.basename(file).removesuffix(".db") for file in files)

    def test_a_database_of_today_is_among_them(self):
        with Program(self.config, environment=clean_environment()) as program:
            schema = storefixture.schema_of(f"{program.data}/signalbox.db")
        if IS_RECORDING and f"v{schema}" not in self.versions():
            storefixture.make(self.config)
        self.assertIn(f"v{schema}", self.versions(), "record one with SIGNALBOX_RECORD=1")

    def shown(self, program, ids):
        """What the REST of Airavata, Sutra and ARK and the wire of Alger tell about everything there was."""
        script, admin = Transcript(), {"Authorization": f"Bearer {token_of(program, 'admin')}"}

        def get(dialect, path, **headers):
            return script.exchange(program.port(dialect), "GET", path, brief=True, **headers)[2]

        script.remark("Airavata")
        for path in ("projects", "experiments"):
            get("airavata", f"/api/v2/{path}", **admin)
        for each in ids:
            script.remark(f"execution {each}")
            get("airavata", f"/api/v2/experiments/{each}?includeTasks=true", **admin)
            get("airavata", f"/api/v2/experiments/{each}/summary", **admin)
            outputs = get("airavata", f"/api/v2/experiments/{each}/outputs", **admin)
            for path in re.findall(r'"path":"([^"]+)"', outputs):
                get("airavata", f"/api/v2/{path}", **admin)
            get("ark", f"/jobs/{each}")
        script.remark("Sutra")
        get("sutra", "/api/schedules")
        script.remark("ARK")
        for path in ("/jobs", "/instances", "/jobs/poll?agentId=far", "/jobs/poll?agentId=near"):
            get("ark", path)
        asyncio.run(self.outputs(script, program, ids))
        return script.text()

    async def outputs(self, script, program, ids):
        script.remark("Alger")
        url = program.url("/?username=admin&password=admin", "alger", "ws")
        async with websockets.connect(url, subprotocols=["alger"]) as peer:
            client = Alger(script, peer)
            for each in ids:
                await client.ask(107, executionId=each)


if __name__ == "__main__":
    unittest.main()
