# SPDX-License-Identifier: GPL-3.0-or-later
"""Many components beside supervisord with as many, in one run (docs/performance.md, "Many components").

usage: many_components.py PROGRAM [COMPONENTS [ROUNDS]]     (default 2000, 3)

Each component is a program that sleeps. Start: from the start of the supervisor until it says that all of them run. Idle:
its processor time in 20 s of rest, with a status client that looks at the cadence. Memory: resident of the supervisor
alone; Signalbox's guards are processes of their own and said beside it. Medians of the rounds, the two in turn.
"""
import asyncio
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import websockets

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "app"))
os.environ["SIGNALBOX_PROGRAM"] = sys.argv[1]
from program import Program  # noqa: E402

COMPONENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
REST = 20
SUPERVISORD = f"""[supervisord]
nodaemon=true
minfds={4 * COMPONENTS + 100}
logfile=/dev/null
logfile_maxbytes=0
[unix_http_server]
file=%(here)s/socket
[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
[supervisorctl]
serverurl=unix://%(here)s/socket
[program:many]
command=sleep 100000
numprocs={COMPONENTS}
process_name=%(process_num)d
startsecs=0
stdout_logfile=%(here)s/%(process_num)d.log
redirect_stderr=true
"""


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def children(pid):
    return int(subprocess.run(["pgrep", "-c", "-P", str(pid)], capture_output=True, text=True, check=False).stdout or 0)


def guards_mb(pid):
    guards = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    total = 0
    for guard in guards:
        with open(f"/proc/{guard}/smaps_rollup", encoding="ascii") as file:
            total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    return total / 1024


async def gaps(url):
    arrivals = []
    async with websockets.connect(url, max_size=None, max_queue=4) as connection:
        end = time.monotonic() + REST
        while time.monotonic() < end:
            await connection.recv()
            arrivals.append(time.monotonic())
    return [b - a for a, b in zip(arrivals[1:], arrivals[2:])]


def signalbox():
    configuration = "\n".join(f'[[component]]\nid = "c{n}"\ncommand = ["sleep", "100000"]' for n in range(COMPONENTS))
    began = time.monotonic()
    with Program('[[listener]]\nport = 0\ndialects = ["sutra"]\n' + configuration) as program:
        while True:
            with urllib.request.urlopen(program.url("/api/components")) as answer:
                states = [one["state"] for one in json.load(answer)["components"]]
            if states.count("running") == COMPONENTS:
                break
            time.sleep(0.02)
        started = time.monotonic() - began
        pid = program.process.pid
        time.sleep(5)
        used = processor_seconds(pid)
        between = asyncio.run(gaps(program.url("/ws", scheme="ws")))
        share = 100 * (processor_seconds(pid) - used) / REST
        memory = resident_mb(pid)
        print(f"  guards: {guards_mb(pid):.1f} MiB together (PSS)", file=sys.stderr)
        stopping = time.monotonic()
    return started, share, memory, time.monotonic() - stopping, max(abs(gap - 2) for gap in between)


def supervisord():
    folder = tempfile.mkdtemp()
    with open(f"{folder}/s.conf", "w", encoding="ascii") as file:
        file.write(SUPERVISORD)
    began = time.monotonic()
    process = subprocess.Popen(["supervisord", "-c", f"{folder}/s.conf"], stdout=subprocess.DEVNULL)
    while children(process.pid) < COMPONENTS:
        time.sleep(0.02)
    started = time.monotonic() - began
    time.sleep(5)
    used = processor_seconds(process.pid)
    time.sleep(REST)
    share = 100 * (processor_seconds(process.pid) - used) / REST
    memory = resident_mb(process.pid)
    stopping = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait()
    shutil.rmtree(folder)
    return started, share, memory, time.monotonic() - stopping, 0.0


def main():
    rows = {"Signalbox": [], "supervisord": []}
    for number in range(ROUNDS):
        for name, measure in [("Signalbox", signalbox), ("supervisord", supervisord)][::1 if number % 2 == 0 else -1]:
            rows[name].append(measure())
    ours, theirs = ([statistics.median(column) for column in zip(*rows[name])] for name in rows)
    for name, row in (("Signalbox", ours), ("supervisord", theirs)):
        print(f"{name:12} {COMPONENTS} started in {row[0]:.2f} s, idle {row[1]:.2f} % of a core, {row[2]:.1f} MiB, "
              f"stopped in {row[3]:.2f} s")
    print(f"start {theirs[0] / ours[0]:.2f} x as fast (goal: >= 3), idle {ours[1]:.2f} % (goal: <= 3), "
          f"memory {ours[2] / theirs[2]:.2f} x (goal: <= 1.2); the cadence off by at most {1000 * ours[4]:.1f} ms")


main()
