# SPDX-License-Identifier: GPL-3.0-or-later
"""booted.py SUITE: the packages in a Debian of that name which boots: installed, started, upgraded while components run,
removed and purged, each looked at from inside by inside.py.

The packages are those in $SIGNALBOX_PACKAGES that were made for the release, else those in the build folder. What else apt
takes comes from $SIGNALBOX_MIRROR, else from where this machine's apt takes it, before the machine boots: it has no
network."""
import glob
import os
import re
import shutil
import subprocess
import sys

SKIPPED = 77
RELEASES = {"bookworm": "deb12", "trixie": "deb13"}
HERE = os.path.dirname(os.path.abspath(__file__))
OLD = "0.0.1"
OLDER_STORE = os.path.join(HERE, "../fixtures/store/v6.db")


def mirror():
    if given := os.environ.get("SIGNALBOX_MIRROR"):
        return given
    listed = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)"], capture_output=True, text=True,
                            check=True).stdout.split()
    return next(address for address in listed if address.rstrip("/").endswith("/debian"))


def run(*command, **options):
    return subprocess.run(command, check=True, **options)


def older(package, folder):
    """The package as if an earlier version had been made: an upgrade needs one. Its programs are the same."""
    tree = os.path.join(folder, "tree")
    shutil.rmtree(tree, ignore_errors=True)
    run("dpkg-deb", "--raw-extract", package, tree)
    control = os.path.join(tree, "DEBIAN", "control")
    with open(control, encoding="utf-8") as file:
        text = file.read()
    version = re.search(r"^Version: (.*)$", text, re.M)[1]
    with open(control, "w", encoding="utf-8") as file:
        file.write(text.replace(version, OLD))
    run("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, folder, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)


class Machine:
    """A Debian below a folder. It is kept: a second run needs no network."""

    def __init__(self, suite, folder):
        self.suite, self.root = suite, os.path.join(folder, suite)
        if not os.path.exists(os.path.join(self.root, "etc/debian_version")):
            shutil.rmtree(self.root, ignore_errors=True)
            run("debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv,dbus,python3", suite, self.root, mirror(),
                stdout=subprocess.DEVNULL)

    def put(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def fetch(self, packages):
        """What the packages need is downloaded, not installed: that is what the machine does when it has booted."""
        for kind in ("old", "new"):
            shutil.rmtree(os.path.join(self.root, "packages", kind), ignore_errors=True)
            os.makedirs(os.path.join(self.root, "packages", kind))
        for package in packages:
            shutil.copy(package, os.path.join(self.root, "packages/new"))
            older(package, os.path.join(self.root, "packages/old"))
        shutil.copy("/etc/resolv.conf", os.path.join(self.root, "etc/resolv.conf"))
        names = [os.path.join("/packages/new", os.path.basename(package)) for package in packages]
        def apt(*command):
            return subprocess.run(["chroot", self.root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *command],
                                  stdout=subprocess.DEVNULL, check=command[0] == "update").returncode == 0

        download = ("install", "--yes", "--download-only", "--no-install-recommends", *names)
        if not apt(*download):
            apt("update")
            if not apt(*download):
                raise SystemExit("what the packages need cannot be downloaded; apt says why above")

    def boots_and_runs(self, script, out):
        """Boots, runs the script as a unit of its own and stops. Nothing of it stays in the folder."""
        self.put("etc/dpkg/dpkg.cfg.d/test", "force-unsafe-io\n") # nothing of it outlives the machine
        os.makedirs(os.path.join(self.root, "test"), exist_ok=True)
        shutil.copy(script, os.path.join(self.root, "test/inside.py"))
        shutil.copy(OLDER_STORE, os.path.join(self.root, "test/older.db"))
        self.put("etc/systemd/system/signalbox-test.service", f"""[Unit]
After=multi-user.target
[Service]
Type=oneshot
ExecStart=sh -c 'python3 -B -u /test/inside.py > /out/report 2>&1; echo $? > /out/code'
ExecStopPost=systemctl --no-block poweroff
Environment=DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 RELEASE={RELEASES[self.suite]} OLD={OLD}
[Install]
WantedBy=default.target
""")
        wanted = os.path.join(self.root, "etc/systemd/system/default.target.wants/signalbox-test.service")
        os.makedirs(os.path.dirname(wanted), exist_ok=True)
        if not os.path.lexists(wanted):
            os.symlink("/etc/systemd/system/signalbox-test.service", wanted)
        with open(os.path.join(out, "console"), "wb") as console:
            run("systemd-nspawn", "--quiet", "-D", self.root, "--volatile=overlay", "--register=no", "--keep-unit",
                "--private-network", f"--bind={out}:/out", "--boot", stdin=subprocess.DEVNULL, stdout=console,
                stderr=subprocess.STDOUT, timeout=1800, env={**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"})


def main(suite):
    for tool in ("debootstrap", "systemd-nspawn", "dpkg-deb"):
        if os.geteuid() != 0 or not shutil.which(tool):
            print(f"needs root and {tool}")
            return SKIPPED
    build = os.environ["SIGNALBOX_BUILD"]
    folder = os.environ.get("SIGNALBOX_PACKAGES", build)
    packages = sorted(glob.glob(os.path.join(folder, f"signalbox*+{RELEASES[suite]}_*.deb")))
    if len(packages) != 2:
        print(f"no packages for {suite} in {folder}: run cpack -G DEB in a build with the window, on that release, and name the "
              "folder in SIGNALBOX_PACKAGES")
        return SKIPPED
    work = os.path.join(build, "machines")
    out = os.path.join(work, f"{suite}.out")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    machine = Machine(suite, work)
    machine.fetch(packages)
    machine.boots_and_runs(os.path.join(HERE, "inside.py"), out)

    with open(os.path.join(out, "report"), encoding="utf-8", errors="replace") as file:
        print(file.read())
    with open(os.path.join(out, "code"), encoding="utf-8") as file:
        return int(file.read())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
