# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to ready, resident memory, idle processor use and tick jitter with status clients (docs/performance.md, "Start
and idling" and "One tick for any number of clients").

usage: status_clients.py PROGRAM [CLIENTS [SECONDS]]     (SECONDS of watching; the example configuration, ports 0)
Ends with SIGTERM and says how the clients were closed.
"""
import asyncio
import os
import signal
import statistics
import sys
import time

import websockets

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "app"))
os.environ["SIGNALBOX_PROGRAM"] = sys.argv[1]
from program import Program  # noqa: E402

CLIENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 100
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 60
COMPONENTS = "".join(f'[[component]]\nid = "c{n}"\ncommand = ["sleep", "100000"]\n' for n in range(20))
CONFIG = '[[listener]]\nport = 0\ndialects = ["sutra"]\n' + COMPONENTS


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


async def client(url, arrivals):
    async with websockets.connect(url, max_queue=4) as connection:
        try:
            while True:
                await connection.recv()
                arrivals.append(time.monotonic())
        except websockets.ConnectionClosed:
            return connection.close_code


async def watch(program):
    arrivals = [[] for _ in range(CLIENTS)]
    clients = [asyncio.create_task(client(program.url("/ws", scheme="ws"), each)) for each in arrivals]
    await asyncio.sleep(3)
    pid = program.process.pid
    began, used = time.monotonic(), processor_seconds(pid)
    await asyncio.sleep(SECONDS)
    share = 100 * (processor_seconds(pid) - used) / (time.monotonic() - began)
    print(f"{CLIENTS} clients, 20 components, {SECONDS:.0f} s: {resident_mb(pid):.1f} MiB resident, {share:.2f} % of a core")
    gaps = [b - a for each in arrivals for a, b in zip(each[1:], each[2:])]
    print(f"frames {sum(map(len, arrivals))}, gap median {statistics.median(gaps):.4f} s, "
          f"shortest {min(gaps):.4f}, longest {max(gaps):.4f}")
    # Frames of one tick arrive together: by how much does the last client trail the first?
    ticks = min(len(each) for each in arrivals) - 2
    spreads = [max(each[-n] for each in arrivals) - min(each[-n] for each in arrivals) for n in range(1, ticks)]
    print(f"last client after the first: median {1000 * statistics.median(spreads):.2f} ms, "
          f"worst {1000 * max(spreads):.2f} ms (this script's own speed included)")
    program.process.send_signal(signal.SIGTERM)
    codes = await asyncio.gather(*clients)
    print("close codes:", {code: codes.count(code) for code in set(codes)}, "exit code:", program.process.wait(20))


starts = []
for _ in range(5):
    began = time.monotonic()
    with Program(CONFIG) as once:
        starts.append(1000 * (time.monotonic() - began))
        once.stop()
print(f"start to ready: {', '.join(f'{ms:.0f}' for ms in starts)} ms")
with Program(CONFIG) as running:
    asyncio.run(watch(running))
