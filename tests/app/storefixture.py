# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a database as the program of the day writes it, for test_upgrade_program.py to open ever after. Runs only while
recording, and only if there is none of that schema: what was once made is history and stays as it is.

The program believes it is early 2024 on a host named "fixture", so that no clock and no machine of a test is in it; that
needs Debian's faketime, and unshare."""
import asyncio
import glob
import json
import os
import shutil
import signal
import sqlite3
import time

import websockets

from algerclient import AlgerClient
from arkclients import Agent
from listeners import token_of
from program import Program
from recordings import FIXTURES, clean_environment

FOLDER = os.path.join(FIXTURES, "store")
HOST = ["unshare", *([] if os.geteuid() == 0 else ["--map-root-user"]), "--uts",
        "sh", "-c", 'hostname fixture && exec "$@"', "sh"]
BEGUN = 1705314600  # 2024-01-15T10:30:00Z
LATER = BEGUN + 3 * 3600  # ticks have become minutes by then


def rows(path, sql):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


def schema_of(path):
    return rows(path, "PRAGMA user_version")[0][0]


def make(config):
    """Takes a minute, which is how often the program thins its samples."""
    with Program(config, environment=clean_environment(), expect_ready=False) as program:
        program.command = HOST + program.command
        database = os.path.join(program.data, "signalbox.db")
        start(program, BEGUN)
        asyncio.run(fill(program))
        run_until_killed(program)
        program.write_config(config.replace('tick = "100ms"', 'tick = "10s"'))  # few samples are as good as many
        start(program, LATER)
        program.wait_for(lambda: rows(database, "SELECT count(*) FROM sample_minutes")[0][0] > 0, "minutes", 120)
        run_until_killed(program)
        keep(program, database)


def start(program, clock):
    library, = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    program.environment |= {"LD_PRELOAD": library, "FAKETIME": f"{clock - int(time.time()):+d}",
                            "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    program.start()


def run_until_killed(program):
    """Leaves an execution behind of which half is done."""
    async def run():
        async with AlgerClient(program.url("", "alger", "ws"), "ann", "ann") as ann:
            await ann.request(103, pipelineId="long")
            await ann.push(205)
    asyncio.run(run())
    program.stop(signal.SIGKILL)


async def fill(program):
    token = token_of(program, "ann")

    def airavata(method, path, body=None):
        return program.json(method, f"/api/v2/{path}", None if body is None else json.dumps(body), "airavata",
                            {"Authorization": f"Bearer {token}"})[1]

    async with AlgerClient(program.url("", "alger", "ws"), "ann", "ann") as ann:
        for pipeline in ("demo", "broken"):
            await ann.output_of((await ann.request(103, pipelineId=pipeline))[1]["executionId"])
        stopped = (await ann.request(103, pipelineId="long"))[1]["executionId"]
        await ann.request(106, executionId=stopped)
    async with websockets.connect(program.url("/", "pow", "ws"), subprotocols=["pow-1"]) as call:
        await call.send(b'{"call":"args","params":["a","b c"]}')
        async for _ in call:
            pass
    assert program.json("POST", "/api/schedules/yearly/run", "")[0] == 200
    program.wait_for(lambda: program.json("GET", "/api/schedules/yearly")[1]["last_run"]["ended"], "the end of the run")
    project = airavata("POST", "projects", {"name": "Reefs", "description": "Corals"})["project"]["id"]
    sweep = {"name": "Sweep", "projectId": project, "description": "Two tasks", "commandTemplate": "echo {x}",
             "parameters": [{"values": {"x": "1"}}, {"id": "second", "values": {"x": 2}}], "metadata": {"a": [1]}}
    for more in ({"submit": True}, {"commandTemplate": "false", "submit": True, "maxRetries": 1}, {"name": "Not submitted"}):
        made = airavata("POST", "experiments", sweep | more)["experiment"]["id"]
        if more.get("submit"):
            program.wait_for(lambda: airavata("GET", f"experiments/{made}")["experiment"]["completedAt"], "its end")
    agent = Agent(program)
    agent.register()
    agent.beat(cpuPercent=12.5, memoryMB=2048)
    island = agent.call("POST", "/instances", {"name": "Island", "gameType": "ASA", "agentId": "far",
                                               "config": {"slots": 10}})[1]
    finished = agent.create_job("START_INSTANCE", instanceId=island["instanceId"], priority=5)[1]
    agent.progress(finished, 25, "Downloading files...")
    agent.complete(finished, result={"buildId": "12345678"})
    agent.complete(agent.create_job()[1], "FAILED", error="no space left", errorDetails={"free": 0})
    agent.progress(agent.create_job("BACKUP_INSTANCE")[1], 40, "unpacking")
    agent.create_job("UPDATE_SERVER", priority=-1)
    agent.close()


def keep(program, database):
    # The main file alone: what the log holds goes into it.
    with sqlite3.connect(database) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        opened.execute("VACUUM")
    opened.close()
    name = os.path.join(FOLDER, f"v{schema_of(database)}")
    with open(database, "rb") as file:
        content = file.read()
    for secret in (os.uname().nodename, program.folder.name, "/home/", os.path.dirname(os.environ["SIGNALBOX_PROGRAM"])):
        assert secret.encode() not in content, f"{secret} is in the database"
    shutil.copyfile(database, f"{name}.db")
    for output in glob.glob(f"{program.data}/executions/*/*"):  # they stand beside it
        if os.path.isfile(output) and not output.endswith(".part"):
            kept = os.path.join(name, os.path.relpath(output, f"{program.data}/executions"))
            os.makedirs(os.path.dirname(kept), exist_ok=True)
            shutil.copyfile(output, kept)
