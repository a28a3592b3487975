# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by booted.py as root in a machine that has booted, with nothing of Signalbox on it: the life of the packages from
installation to purge, in the order of the names, each step on what the one before has left."""
import glob
import grp
import json
import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
import unittest
import urllib.request

CONFIG = "/etc/signalbox/signalbox.toml"
DATA = "/var/lib/signalbox"
OWN = """
[server]
bind = ["127.0.0.1"]

[[listener]]
port = 9000
dialects = ["sutra"]

[[user]]
name = "admin"
roles = ["admin"]

[[component]]
id = "own"
memory_limit = "64MiB"
stop_mode = "main"
command = ["sh", "-c", "trap 'echo CLEAN EXIT; exit 0' TERM; echo up; while :; do sleep 0.1; done"]
ready = { log = "up" }
restart = "always"
"""


def run(*command, check=True):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL,
                          timeout=900)
    if check and done.returncode:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}\n{journal()}")
    return done


def journal():
    return subprocess.run(["journalctl", "--no-pager", "-u", "signalbox", "-n", "60"], stdout=subprocess.PIPE, text=True).stdout


def show(what):
    return run("systemctl", "show", "--value", "-p", what, "signalbox").stdout.strip()


def wait_for(fact, what):
    deadline = time.monotonic() + 60
    while not (value := fact()):
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not seen\n{journal()}")
        time.sleep(0.1)
    return value


def components():
    try:
        with urllib.request.urlopen("http://127.0.0.1:9000/api/components", timeout=5) as answer:
            found = json.load(answer)
    except OSError:
        return {}
    return {each["id"]: each for each in (found["components"] if isinstance(found, dict) else found)}


def answers():
    try:
        with urllib.request.urlopen("http://127.0.0.1:9000/readyz", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def runs(name):
    return components().get(name, {}).get("state") == "running"


def pid_of(name):
    return wait_for(lambda: runs(name) and components()[name].get("pid"), f"{name} runs")


def packages(kind, name):
    return sorted(glob.glob(f"/packages/{kind}/{name}_*.deb"))


def install(kind, *names):
    return run("apt-get", "install", "--yes", "--no-install-recommends", "--allow-downgrades",
               *[file for name in names for file in packages(kind, name)])


def version(name):
    return run("dpkg-query", "-W", "-f", "${Version}", name).stdout


def log_of_own():
    with open(f"{DATA}/logs/own.log", encoding="utf-8") as file:
        return file.read()


def schema(database, wanted=None):
    """The version of the database's schema, changed where another one is wanted. As the server's user, whose files they are."""
    do = "" if wanted is None else f"c.execute('PRAGMA user_version = {wanted}');"
    return int(run("runuser", "-u", "signalbox", "--", "python3", "-c", f"import sqlite3; c = sqlite3.connect('{database}'); {do}"
                   "print(c.execute('PRAGMA user_version').fetchone()[0])").stdout)


def write_config(text):
    """As an editor does it that keeps owner and mode."""
    with open(CONFIG, "w", encoding="utf-8") as file:
        file.write(text)


def traces():
    """All that is called after Signalbox, but for what is not the packages' own."""
    found = set()
    for top in ("/etc", "/usr", "/var", "/run", "/home", "/root"):
        for folder, folders, names in os.walk(top):
            found.update(os.path.join(folder, name) for name in folders + names if "signalbox" in name)
    return {path for path in found if "signalbox-test" not in path and not path.startswith(("/var/log/", "/run/systemd/"))}


class Life(unittest.TestCase):
    def test_01_server_alone(self):
        self.assertEqual(traces(), set())
        print(install("old", "signalbox-server").stdout)
        self.assertEqual(version("signalbox-server"), os.environ["OLD"])
        installed = run("dpkg-query", "-W", "-f", "${Package}\n").stdout.split()
        self.assertFalse([name for name in installed if "qt6gui" in name or "qt6widgets" in name or "qt6charts" in name],
                         "the server needs no Qt Gui")

    def test_02_first_configuration(self):
        state = os.stat(CONFIG)
        self.assertEqual((state.st_uid, grp.getgrgid(state.st_gid).gr_name, stat.S_IMODE(state.st_mode)), (0, "signalbox", 0o640))
        with open(CONFIG, encoding="utf-8") as file:
            lines = [line for line in file if "password" in line and not line.lstrip().startswith("#")]
        self.assertEqual(lines, [], "nobody can log in by a password")
        user = pwd.getpwnam("signalbox")
        self.assertEqual((user.pw_dir, user.pw_shell), (DATA, "/usr/sbin/nologin"))
        run("runuser", "-u", "signalbox", "--", "signalbox", "--check-config", "--config", CONFIG)

    def test_03_nothing_runs_before_somebody_wants_it(self):
        self.assertEqual(show("ActiveState"), "inactive")
        self.assertEqual(run("systemctl", "is-enabled", "signalbox", check=False).stdout.strip(), "disabled")
        self.assertFalse(os.path.exists(DATA))

    def test_04_without_the_window(self):
        done = run("signalbox", check=False)
        self.assertEqual((done.returncode, "install the package signalbox" in done.stdout), (69, True), done.stdout)

    def test_05_starts_as_it_was_installed(self):
        """The example as --init wrote it."""
        run("systemctl", "start", "signalbox")
        self.assertEqual(show("ActiveState"), "active")
        wait_for(answers, "it is ready")
        run("systemctl", "stop", "signalbox")
        self.assertEqual(show("Result"), "success")

    def test_06_a_component_of_ones_own(self):
        write_config(OWN)
        run("systemctl", "enable", "--now", "signalbox")
        pid = pid_of("own")
        self.assertEqual(os.stat(f"/proc/{pid}").st_uid, pwd.getpwnam("signalbox").pw_uid)
        with open(f"/proc/{pid}/cgroup", encoding="utf-8") as file:
            group = file.read().strip().split("::", 1)[1]
        self.assertIn("/signalbox.service/component-own", group)
        with open("/sys/fs/cgroup/cgroup.controllers", encoding="utf-8") as file:
            has_memory = "memory" in file.read().split()
        if has_memory: # a container may be given none
            with open(f"/sys/fs/cgroup{group}/memory.max", encoding="utf-8") as file:
                self.assertEqual(int(file.read()), 64 << 20, "the unit's control group is delegated")

    def test_07_reload(self):
        write_config(OWN + '\n[[component]]\nid = "second"\ncommand = ["sleep", "1000"]\n')
        before = pid_of("own")
        run("systemctl", "reload", "signalbox")
        pid_of("second")
        self.assertEqual(pid_of("own"), before)

    def test_08_token(self):
        token = run("runuser", "-u", "signalbox", "--", "signalbox", "--config", CONFIG, "--data-dir", DATA,
                    "--issue-token", "admin").stdout.strip()
        request = urllib.request.Request("http://127.0.0.1:9000/api/components/second/stop", method="POST",
                                         headers={"Authorization": f"Bearer {token}", "X-Forwarded-For": "10.0.0.1"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            self.assertEqual(answer.status, 200)

    def test_09_a_server_that_hangs(self):
        """WatchdogSec: it is killed and started anew, and what it had started has gone with it."""
        drop_in = "/run/systemd/system/signalbox.service.d/watch.conf"
        os.makedirs(os.path.dirname(drop_in))
        with open(drop_in, "w", encoding="utf-8") as file:
            file.write("[Service]\nWatchdogSec=3s\n")
        run("systemctl", "daemon-reload")
        run("systemctl", "restart", "signalbox")
        old = pid_of("own")
        os.kill(int(show("MainPID")), signal.SIGSTOP)
        wait_for(lambda: show("NRestarts") == "1" and show("ActiveState") == "active", "it is started anew")
        self.assertNotEqual(pid_of("own"), old)
        self.assertFalse(os.path.exists(f"/proc/{old}"))
        shutil.rmtree(os.path.dirname(drop_in))
        run("systemctl", "daemon-reload")

    def test_10_a_stop_that_takes_longer_than_systemd_knows(self):
        drop_in = "/run/systemd/system/signalbox.service.d/stop.conf"
        os.makedirs(os.path.dirname(drop_in))
        with open(drop_in, "w", encoding="utf-8") as file:
            file.write("[Service]\nTimeoutStopSec=7s\n")
        slow = "trap 'sleep 12; echo DONE SLOWLY; exit 0' TERM; echo up; while :; do sleep 0.1; done"
        write_config(OWN + f'\n[[component]]\nid = "slow"\nstop_timeout = "60s"\nstop_mode = "main"\n'
                           f'command = ["sh", "-c", "{slow}"]\nready = {{ log = "up" }}\n')
        run("systemctl", "daemon-reload")
        run("systemctl", "restart", "signalbox")
        pid_of("slow")
        run("systemctl", "stop", "signalbox")
        self.assertEqual(show("Result"), "success")
        with open(f"{DATA}/logs/slow.log", encoding="utf-8") as file:
            self.assertIn("DONE SLOWLY", file.read())
        write_config(OWN)
        shutil.rmtree(os.path.dirname(drop_in))
        run("systemctl", "daemon-reload")
        run("systemctl", "start", "signalbox")

    def test_11_upgrade_with_running_components(self):
        """Case of the world: at a stop the components are told by the server, in order, and none is started once more."""
        # A second after the first TERM it ends; it says each.
        counts = ("import signal, time; signal.signal(signal.SIGTERM, lambda *_: print('TOLD', flush=True)); "
                  "print('up', flush=True); signal.pause(); time.sleep(1)")
        write_config(OWN + f'\n[[component]]\nid = "counts"\ncommand = ["python3", "-c", "{counts}"]\nready = {{ log = "up" }}\n')
        run("systemctl", "reload", "signalbox")
        pid_of("counts")
        server, own = show("MainPID"), pid_of("own")
        before = log_of_own()
        print(install("new", "signalbox-server").stdout)
        self.assertIn(os.environ["RELEASE"], version("signalbox-server"))
        self.assertEqual(show("ActiveState"), "active")
        self.assertNotEqual(show("MainPID"), server)
        self.assertNotEqual(pid_of("own"), own)
        said = log_of_own()[len(before):]
        self.assertEqual((said.count("CLEAN EXIT"), said.count(" up\n")), (1, 1), said)
        with open(f"{DATA}/logs/counts.log", encoding="utf-8") as file:
            self.assertEqual(file.read().count("TOLD"), 1, "systemd told the component beside the server (KillMode)")
        with open(CONFIG, encoding="utf-8") as file:
            self.assertIn('id = "own"', file.read(), "an upgrade leaves the configuration alone")

    def test_12_window(self):
        install("new", "signalbox")
        with open("/tmp/window.toml", "w", encoding="utf-8") as file:
            file.write('[[listener]]\nport = 0\ndialects = ["sutra"]\n')
        program = subprocess.Popen(["signalbox", "--data-dir", "/tmp/window", "--ready-file", "/tmp/ready",
                                    "--config", "/tmp/window.toml"],
                                   env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": "/tmp"}, stderr=subprocess.DEVNULL)
        try:
            wait_for(lambda: os.path.exists("/tmp/ready"), "the window's server is ready")
            self.assertEqual(os.readlink(f"/proc/{program.pid}/exe"), "/usr/lib/signalbox/signalbox-window")
        finally:
            program.terminate()
            self.assertEqual(program.wait(60), 0)

    def test_13_a_database_of_an_older_and_of_a_newer_version(self):
        run("systemctl", "stop", "signalbox")
        self.assertEqual(show("Result"), "success")
        database = f"{DATA}/signalbox.db"
        known = schema(database)
        schema(database, known + 90)
        run("systemctl", "start", "signalbox")
        pid_of("own")
        self.assertIn(f"it has schema version {known + 90}", journal())
        run("systemctl", "stop", "signalbox")
        self.assertEqual(schema(database), known + 90, "it is left to the newer version")
        for left in glob.glob(database + "*"):
            os.unlink(left)
        shutil.copy("/test/older.db", database)
        shutil.chown(database, "signalbox", "signalbox")
        self.assertLess(schema(database), known)
        run("systemctl", "start", "signalbox")
        pid_of("own")
        self.assertEqual(schema(database), known)

    def test_14_remove(self):
        own = pid_of("own")
        run("apt-get", "remove", "--yes", "signalbox-server")
        self.assertFalse(os.path.exists(f"/proc/{own}"))
        self.assertEqual(run("systemctl", "is-active", "signalbox", check=False).stdout.strip(), "inactive")
        self.assertTrue(os.path.exists(CONFIG) and os.path.exists(f"{DATA}/signalbox.db"), "what people made stays")
        self.assertTrue(log_of_own().rstrip().endswith("CLEAN EXIT"))

    def test_15_again(self):
        """What was enabled is so again, with the configuration that it had."""
        install("new", "signalbox-server")
        run("systemctl", "start", "signalbox")
        pid_of("own")
        self.assertEqual(run("systemctl", "is-enabled", "signalbox", check=False).stdout.strip(), "enabled")

    def test_16_purge(self):
        run("apt-get", "purge", "--yes", "signalbox-server", "signalbox")
        self.assertEqual(traces(), set())
        number = pwd.getpwnam("signalbox").pw_uid
        self.assertEqual([pid for pid in filter(str.isdigit, os.listdir("/proc")) if os.stat(f"/proc/{pid}").st_uid == number], [])
        self.assertEqual(run("systemctl", "--failed", "--plain", "--no-legend").stdout.count("signalbox"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2, failfast=True)
