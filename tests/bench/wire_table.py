#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The wire path beside its peers, as a table (docs/performance.md, "The wire path by itself").

usage: wire_table.py BUILD [--rounds N] [--seconds S] [--anyway] [--only WORD]

BUILD is a build directory with wireserver, signalbox and bench_wire. All servers in turn in each round, and in reverse in
the next, the server on the first processor and the load on the second. A measurement while anything else used more than
5 % of a processor is made again, up to 20 times, and then marked; --anyway takes it at once. Peers: bare send() loops and
Boost.Beast of bench_wire; npm ws where node finds it (NODE_PATH) and websockets of Python where it is installed. Figures
are medians; a ratio is the median of the rounds' ratios. Memory grows with clients, the rest as its row says.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TICKS = os.sysconf("SC_CLK_TCK")
OURS, SEND, JOINED, BEAST, NPM_WS, PYTHON = "Signalbox", "send() loop", "joined loop", "Boost.Beast", "npm ws", "python3-websockets"

NODE = """
const { WebSocketServer } = require('ws');
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false }, () =>
  console.log('listening on 127.0.0.1:' + server.address().port));
server.on('connection', (client, request) => {
  if (request.url === '/idle') return;
  client.listens = true;
  client.on('message', (data, isBinary) => {
    for (const other of server.clients) if (other.listens) other.send(data, { binary: isBinary });
  });
});
"""
WEBSOCKETS = """
import asyncio, websockets
clients = set()
async def serve(client, path):
    clients.add(client)
    async for message in client:
        websockets.broadcast(clients, message)
async def main():
    async with websockets.serve(serve, "127.0.0.1", 0, compression=None, ping_interval=None) as server:
        print("listening on 127.0.0.1:%d" % server.sockets[0].getsockname()[1], flush=True)
        await asyncio.Future()
asyncio.run(main())
"""


def pinned(core):
    return lambda: os.sched_setaffinity(0, {core})


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def busy_seconds():
    """User, nice and system time of all processors; what interrupts take is the load's own."""
    with open("/proc/stat", encoding="ascii") as file:
        fields = file.readline().split()
    return sum(int(field) for field in fields[1:4]) / TICKS


def kilobytes(pid, name):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name + ":"))


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                        preexec_fn=pinned(0))
        self.pid = self.process.pid
        self.port = self.process.stdout.readline().strip().rsplit(":", 1)[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Table:
    def __init__(self, options):
        self.options = options
        self.bench = os.path.join(options.build, "tests/bench/bench_wire")
        self.marked = False
        self.commands = {
            OURS: [os.path.join(options.build, "tests/support/wireserver"), "0", "broadcast"],
            SEND: [self.bench, "send"],
            JOINED: [self.bench, "joined"],
            BEAST: [self.bench, "beast"],
        }
        if self.finds(["node", "-e", "require('ws')"]):
            self.commands[NPM_WS] = ["node", "-e", NODE]
        if self.finds(["/usr/bin/python3", "-c", "import websockets"]):
            self.commands[PYTHON] = ["/usr/bin/python3", "-c", WEBSOCKETS]

    @staticmethod
    def finds(command):
        try:
            return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        except OSError:
            return False

    def measure(self, name, *arguments):
        """Figures that bench_wire printed, and resident KiB at its start and at most."""
        for _ in range(1 if self.options.anyway else 20):
            figures, foreign = self.once(name, *arguments)
            if foreign <= 0.05:
                return figures
        self.marked = True
        return figures

    def once(self, name, *arguments):
        with Server(self.commands[name]) as server:
            at_start = kilobytes(server.pid, "VmRSS")
            load = subprocess.Popen([self.bench, arguments[0], server.port, *map(str, arguments[1:])], text=True,
                                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=pinned(1))
            load.stdout.readline()
            pids = (server.pid, load.pid)
            busy, own, began = busy_seconds(), list(map(processor_seconds, pids)), time.monotonic()
            words = load.stdout.readline().split()
            took = time.monotonic() - began
            used = [now - before for now, before in zip(map(processor_seconds, pids), own)]
            foreign = (busy_seconds() - busy - sum(used)) / took
            figures = {word: float(number) for word, number in zip(words[::2], words[1::2])}
            figures["cost"] = 1e6 * used[0] / took / figures.get("rate", 1)
            figures["resident"] = kilobytes(server.pid, "VmHWM") - at_start
            load.communicate()
            if load.returncode != 0 or "rate" not in figures:
                raise SystemExit(f"{name}: the load failed")
            return figures, foreign

    def rounds(self, names, *arguments):
        """By name, the figures of each round."""
        found = {name: [] for name in names}
        for number in range(self.options.rounds):
            for name in names if number % 2 == 0 else reversed(names):
                found[name].append(self.measure(name, *arguments))
        return found

    def broadcast(self, title, reference, goal, clients, window):
        print(f"\n{title}\n")
        names = [name for name in self.commands if self.options.peer in name]
        names += [] if OURS in names else [OURS]
        found = self.rounds(names, "load", clients, window, self.options.seconds)
        for name in names:
            rates = [each["rate"] for each in found[name]]
            ratios = [ours["rate"] / other["rate"] for ours, other in zip(found[OURS], found[name])]
            note = "" if name == OURS else f"   Signalbox is {statistics.median(ratios):.2f} x"
            cost = statistics.median(each["cost"] for each in found[name])
            print(f"  {name:20} {statistics.median(rates):12,.0f} deliveries/s, {cost:5.2f} us of the server each{note}"
                  f"{goal if name == reference else ''}")

    def connects(self, count):
        print(f"\n{count} connects, one after the other; then 1 KiB to all\n")
        names = [OURS, SEND, BEAST]
        found = self.rounds(names, "connect", count)
        for name in names:
            middle = {key: statistics.median(each[key] for each in found[name]) for key in found[name][0]}
            print(f"  {name:20} {middle['rate']:8,.0f}/s, first tenth {middle['first']:,.0f}/s, last {middle['last']:,.0f}/s "
                  f"({middle['last'] / middle['first']:.2f} x), peak {middle['resident'] / count:.2f} KiB resident a client")
        print("  goals: >= 5,000/s, last >= 0.7 x first, <= 6 KiB")
        found = self.rounds(names, "connect", count, 64)
        for name in names:
            print(f"  {name:20} {statistics.median(each['rate'] for each in found[name]):8,.0f}/s with 64 in flight")

    def idle(self):
        print("\nOne event to 100 clients, without others and beside 9900 idle ones\n")
        alone = self.rounds([OURS], "load", 100, 1, self.options.seconds)[OURS]
        beside = self.rounds([OURS], "load", 100, 1, self.options.seconds, 9900)[OURS]
        rates = [statistics.median(each["rate"] for each in found) for found in (alone, beside)]
        print(f"  {rates[0]:,.0f} and {rates[1]:,.0f} deliveries/s: {rates[1] / rates[0]:.2f} x   goal: 1")

    def status(self):
        print("\nA 2 s status to 1000 clients\n")
        sys.path.insert(0, os.path.join(HERE, "..", "app"))
        os.environ["SIGNALBOX_PROGRAM"] = os.path.join(self.options.build, "app/signalbox")
        from program import Program
        print("  last client behind the first   goal: p99 <= 5 ms")
        with Program('[[listener]]\nport = 0\ndialects = ["sutra"]\n') as program:
            for entry in os.listdir(f"/proc/{program.process.pid}/task"):
                os.sched_setaffinity(int(entry), {0})
            self.spread(OURS, str(program.port()), "1000", "120")
            program.stop()
        with Server(self.commands[SEND]) as server:
            self.spread(SEND, server.port, "1000", "120", "ask")

    def spread(self, name, *arguments):
        words = subprocess.run([self.bench, "status", *arguments], stdout=subprocess.PIPE, text=True, preexec_fn=pinned(1),
                               check=True).stdout.split()
        print(f"  {name:20} median {words[3]} ms, p99 {words[5]} ms, worst {words[7]} ms of {words[1]} ticks")

    def pow(self):
        print("\nFirst byte of a pow call\n")
        program = os.path.join(self.options.build, "tests/bench/bench_pow")
        output = subprocess.run([program, os.path.join(self.options.build, "app/signalbox")], stdout=subprocess.PIPE, text=True,
                                check=False).stdout
        for line in output.splitlines():
            if re.search("first byte", line):
                print(" ", line.strip())


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--anyway", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--peer", default="")
    options = parser.parse_args()
    table = Table(options)
    print(f"{options.rounds} rounds, medians; peers: {', '.join(list(table.commands)[1:])}")
    parts = {
        "window1": lambda: table.broadcast("1 KiB to 500 clients, one message in flight", SEND, "   goal: >= 0.98", 500, 1),
        "window8": lambda: table.broadcast("1 KiB to 1000 clients, eight in flight", JOINED, "   goal: >= 1.0", 1000, 8),
        "connects": lambda: table.connects(10000),
        "idle": table.idle,
        "status": table.status,
        "pow": table.pow,
    }
    for name, part in parts.items():
        if options.only in name:
            part()
            sys.stdout.flush()
    if table.marked:
        print("\nSomething else was running all the time: figures of this run mean little.")


if __name__ == "__main__":
    main()
