# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand starts and stops of programs that no supervisor likes: nothing of them is left, and nothing of the server
grows (docs/reliability.md, "Nothing outlives the server"). SIGNALBOX_ROUNDS: how many instead of a thousand."""
import glob
import json
import os
import random
import shutil
import subprocess
import threading
import time
import unittest

from program import LISTENERS, Program, is_alive

ROUNDS = int(os.environ.get("SIGNALBOX_ROUNDS", "1000"))
HANDS = 2  # that start and stop at once
MODES = ["double-fork", "setsid", "ignores-term", "closes-descriptors", "forks-twenty", "forks-twenty-sessions", "forks-fifty",
         "exits-at-once", "prints-gibibyte", "prints-forever", "changes-name", "runner", "stops-itself", "kills-guard"]
# Of figures that may breathe: how much more at the end than after a tenth of the rounds.
LOGS_OF_ONE = 5 * 10 << 20
MORE_MEMORY_KB, MORE_FILES, MORE_THREADS = 24 * 1024, 6, 2


def config(program):
    return '[server]\ntick = "500ms"\n' + LISTENERS + "".join(
        f'[[component]]\nid = "{mode}"\ncommand = [{json.dumps(program)}, "{mode}"]\nautostart = false\nrestart = "never"\n'
        'stop_timeout = "50ms"\n'
        for mode in MODES)


class Rounds(unittest.TestCase):
    def setUp(self):
        self.program = Program("", expect_ready=False)
        self.addCleanup(self.program.__exit__)
        # A copy of its own: every process of these rounds has this file, whatever it did to its name and environment.
        self.misbehave = os.path.join(self.program.folder.name, "misbehave")
        shutil.copy(os.environ["SIGNALBOX_MISBEHAVE"], self.misbehave)
        self.scratch = os.path.join(self.program.folder.name, "tmp")
        os.mkdir(self.scratch)
        self.program.environment["TMPDIR"] = self.scratch
        self.program.write_config(config(self.misbehave))
        self.program.start()

    def left(self):
        found = []
        for link in glob.glob("/proc/[0-9]*/exe"):
            try:
                if os.readlink(link) == self.misbehave:
                    found.append(int(link.split("/")[2]))
            except OSError:
                pass
        return [pid for pid in found if is_alive(pid)]

    def children(self):
        """(state, name) of the server's children."""
        listing = subprocess.run(["ps", "-o", "stat=,comm=", "--ppid", str(self.program.process.pid)],
                                 stdout=subprocess.PIPE, text=True, check=False).stdout
        return [tuple(line.split(None, 1)) for line in listing.splitlines()]

    def figures(self):
        own = f"/proc/{self.program.process.pid}"
        with open(f"{own}/status", encoding="utf-8") as file:
            status = dict(line.split(":", 1) for line in file)
        return {"memory": int(status["VmRSS"].split()[0]), "threads": int(status["Threads"]),
                "descriptors": len(os.listdir(f"{own}/fd"))}

    def idle(self):
        self.program.wait_for(lambda: not self.left(), "the end of all their processes", 30)
        self.program.wait_for(lambda: [each[1] for each in self.children()] == ["sbguard"], "one spare guard alone", 30)
        return self.figures()

    def play(self, rounds):
        """Each hand has modes of its own: a component runs once at a time."""
        errors = []

        def hand(which):
            dice = random.Random(which)
            try:
                for number in range(which, rounds, HANDS):
                    mode = MODES[number // HANDS % (len(MODES) // HANDS) * HANDS + which]
                    status, _, text = self.program.request("POST", f"/api/components/{mode}/start")
                    # One that ends at once, or with its guard, may have ended before the answer.
                    if status != 200 and mode not in ("exits-at-once", "kills-guard"):
                        errors.append(f"start of {mode}: {status} {text}")
                    for _ in range(dice.randrange(8)):  # so that it is stopped at any moment of its life
                        self.program.request("GET", "/healthz")
                    status, _, text = self.program.request("POST", f"/api/components/{mode}/stop")
                    if status != 200 and "already stopped" not in text:
                        errors.append(f"stop of {mode}: {status} {text}")
            except Exception as error:  # pylint: disable=broad-except
                errors.append(repr(error))

        threads = [threading.Thread(target=hand, args=(which,)) for which in range(HANDS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(errors[:5], [])

    def test_nothing_is_left_and_nothing_grows(self):
        self.play(ROUNDS // 10)
        before = self.idle()
        began = time.monotonic()
        self.play(ROUNDS - ROUNDS // 10)
        after = self.idle()
        print(f"{ROUNDS} rounds of {len(MODES)} programs, the last {ROUNDS - ROUNDS // 10} in {time.monotonic() - began:.0f} s: "
              f"{before} -> {after}")
        self.assertLessEqual(after["memory"], before["memory"] + MORE_MEMORY_KB)
        self.assertLessEqual(after["descriptors"], before["descriptors"] + MORE_FILES)
        self.assertLessEqual(after["threads"], before["threads"] + MORE_THREADS)
        self.assertEqual(os.listdir(self.scratch), [])
        components = self.program.status()["components"]
        self.assertEqual({each["pid"] for each in components.values()}, {None})
        size = sum(os.path.getsize(path) for path in glob.glob(f"{self.program.data}/logs/*"))
        self.assertLessEqual(size, len(MODES) * LOGS_OF_ONE)
        self.assertEqual(self.program.stop(), 0)
        self.assertEqual(self.left(), [])


if __name__ == "__main__":
    unittest.main(verbosity=1)
