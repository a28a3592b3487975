# SPDX-License-Identifier: GPL-3.0-or-later
"""cmake --install as a package does it: what is where, and what the tools say of it that read it."""
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import unittest.mock
import xml.etree.ElementTree

from program import LISTENERS, Program

BUILD = os.environ["SIGNALBOX_BUILD"]
WINDOW = "SIGNALBOX_WITH_GUI" in os.environ

SERVER_FILES = {
    "bin/signalbox", "lib/signalbox/signalbox-guard",
    "lib/systemd/system/signalbox.service", "lib/systemd/user/signalbox.service", "lib/sysusers.d/signalbox.conf",
    "share/man/man1/signalbox.1.gz", "share/man/man5/signalbox.toml.5.gz",
    "share/bash-completion/completions/signalbox", "share/zsh/vendor-completions/_signalbox",
    "share/fish/vendor_completions.d/signalbox.fish",
    "share/doc/signalbox-server/copyright", "share/doc/signalbox-server/changelog.gz",
    "share/lintian/overrides/signalbox-server",
}
WINDOW_FILES = {
    "lib/signalbox/signalbox-window", "share/applications/signalbox.desktop",
    "share/metainfo/local.signalbox.Signalbox.metainfo.xml",
    "share/icons/hicolor/scalable/apps/signalbox.svg", "share/icons/hicolor/symbolic/apps/signalbox-symbolic.svg",
    "share/doc/signalbox/copyright", "share/doc/signalbox/changelog.gz",
    "share/lintian/overrides/signalbox",
}


def needs(tool):
    return unittest.skipUnless(shutil.which(tool), f"{tool} is not installed")


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, **options)


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="signalbox-install-")
        cls.addClassCleanup(folder.cleanup)
        cls.root = folder.name
        done = run("cmake", "--install", BUILD, "--prefix", "/usr", env={**os.environ, "DESTDIR": cls.root})
        if done.returncode:
            raise AssertionError(done.stdout)

    def path(self, name):
        return os.path.join(self.root, "usr", name)

    def text(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def agrees(self, *command, **options):
        done = run(*command, **options)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, ""), command)

    def test_what_is_where(self):
        found = {os.path.relpath(os.path.join(folder, name), self.path(""))
                 for folder, _, names in os.walk(self.root) for name in names}
        self.assertEqual(found, SERVER_FILES | WINDOW_FILES if WINDOW else SERVER_FILES)

    def test_another_prefix(self):
        """What names paths names those of the prefix."""
        with tempfile.TemporaryDirectory(prefix="signalbox-install-") as other:
            done = run("cmake", "--install", BUILD, "--prefix", "/opt/box", env={**os.environ, "DESTDIR": other})
            self.assertEqual(done.returncode, 0, done.stdout)
            with open(os.path.join(other, "opt/box/lib/systemd/system/signalbox.service"), encoding="utf-8") as file:
                self.assertIn("ExecStart=/opt/box/bin/signalbox ", file.read())
            self.assertTrue(os.path.exists(os.path.join(other, "opt/box/share/zsh/site-functions/_signalbox")))

    @unittest.skipUnless(WINDOW, "built without the window")
    @needs("desktop-file-validate")
    def test_desktop_file(self):
        self.agrees("desktop-file-validate", self.path("share/applications/signalbox.desktop"))

    @unittest.skipUnless(WINDOW, "built without the window")
    @needs("appstreamcli")
    def test_metainfo(self):
        done = run("appstreamcli", "validate", "--no-net", self.path("share/metainfo/local.signalbox.Signalbox.metainfo.xml"))
        self.assertIn("Validation ", done.stdout)
        # The project has no page of its own, of which AppStream 1.0 warns.
        wrong = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:")) and "url-homepage-missing" not in line]
        self.assertEqual(wrong, [], done.stdout)

    @unittest.skipUnless(WINDOW, "built without the window")
    def test_icons(self):
        for name, size in [("scalable/apps/signalbox.svg", "128"), ("symbolic/apps/signalbox-symbolic.svg", "16")]:
            icon = xml.etree.ElementTree.parse(self.path(f"share/icons/hicolor/{name}")).getroot()
            self.assertEqual((icon.get("width"), icon.get("height"), icon.get("viewBox")), (size, size, f"0 0 {size} {size}"))

    def manual(self, section, name):
        with gzip.open(self.path(f"share/man/man{section}/{name}.{section}.gz"), "rt", encoding="utf-8") as file:
            return file.read()

    @needs("mandoc")
    def test_manuals_are_correct(self):
        for section, name in [(1, "signalbox"), (5, "signalbox.toml")]:
            done = run("mandoc", "-T", "lint", "-W", "warning", input=self.manual(section, name))
            self.assertEqual((done.returncode, done.stdout), (0, ""), name)

    @needs("man")
    def test_manuals_without_warning(self):
        """As lintian asks: man --warnings, with the width of a narrow terminal."""
        for section, name in [(1, "signalbox"), (5, "signalbox.toml")]:
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z",
                                   self.path(f"share/man/man{section}/{name}.{section}.gz")],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60,
                                  env={**os.environ, "MANROFFSEQ": "", "MANWIDTH": "80"})
            self.assertEqual(done.stderr, "")

    def test_manuals_have_every_option_and_key(self):
        helped = run(self.path("bin/signalbox"), "--help").stdout
        options = {word for line in helped.splitlines() if line.startswith(("  -", "      --")) for word in line.split()[:2]
                   if word.startswith("--")}
        self.assertGreater(len(options), 15)
        manual = self.manual(1, "signalbox").replace("\\-", "-")
        for option in options:
            self.assertIn(f"\\fB{option}\\fR", manual)
        with open(os.path.join(os.path.dirname(__file__), "../../docs/configuration.md"), encoding="utf-8") as file:
            keys = [line.split("`")[1] for line in file if line.startswith("| `")]
        self.assertGreater(len(keys), 100)
        manual = self.manual(5, "signalbox.toml").replace("\\-", "-")
        for key in keys:
            self.assertIn(f"\\fB{key}\\fR", manual)

    def bash(self, *words):
        """What bash offers for the last word; it splits --name=value at the sign."""
        script = f"""source {self.path("share/bash-completion/completions/signalbox")}
compopt() {{ :; }}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_signalbox
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
        return run("bash", "-c", script, "bash", *words, cwd=self.path("lib")).stdout.split()

    def test_bash_completes(self):
        self.assertEqual(self.bash("signalbox", "--log-l"), ["--log-level"])
        self.assertEqual(self.bash("signalbox", "--log-format", ""), ["text", "json"])
        self.assertEqual(self.bash("signalbox", "--log-level", "=", "w"), ["warning"])
        self.assertEqual(self.bash("signalbox", "--log-format", "="), ["text", "json"])
        self.assertEqual(self.bash("signalbox", "--data-dir", "sys"), ["systemd", "sysusers.d"])
        self.assertEqual(self.bash("signalbox", "--print-protocol", "a"), ["airavata", "alger", "ark"])

    @needs("fish")
    def test_fish_completes(self):
        script = self.path("share/fish/vendor_completions.d/signalbox.fish")
        with tempfile.TemporaryDirectory() as home:
            def offered(line):
                done = run("fish", "--no-config", "-c", f"source {script}; complete -C '{line}'",
                           env={**os.environ, "HOME": home}, cwd=home)
                return [row.split("\t")[0] for row in done.stdout.splitlines()]
            self.assertEqual(offered("signalbox --log-l"), ["--log-level"])
            self.assertEqual(sorted(offered("signalbox --log-format ")), ["json", "text"])

    @needs("zsh")
    def test_zsh_reads_it(self):
        """Syntax, and the words of _arguments, which zsh takes apart when it completes."""
        script = self.path("share/zsh/vendor-completions/_signalbox")
        self.agrees("zsh", "-n", script)
        done = run("zsh", "-f", "-c", f"_arguments() {{ print -rl -- $@ }}; source {script}")
        self.assertIn("--data-dir=[history", done.stdout)
        self.assertIn(":format:(text json)", done.stdout)

    @needs("systemd-analyze")
    def test_units(self):
        """systemd itself reads them; the programs that they name are those of this installation."""
        for manager in ("system", "user"):
            unit = os.path.join(self.root, f"{manager}-signalbox.service")
            text = self.text(f"lib/systemd/{manager}/signalbox.service")
            with open(unit, "w", encoding="utf-8") as file:
                file.write(text.replace("/usr/bin/signalbox", self.path("bin/signalbox")))
            self.addCleanup(os.unlink, unit)
            done = run("systemd-analyze", f"--{manager}", "--man=no", "--generators=no", "verify", unit,
                       env={**os.environ, "XDG_RUNTIME_DIR": self.root})
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertFalse([line for line in done.stdout.splitlines() if "signalbox" in line])

    def test_a_stop_is_the_servers_affair(self):
        """docs/interface.md, "Installation": at a stop the server alone is told, and stops its components itself."""
        for manager in ("system", "user"):
            lines = self.text(f"lib/systemd/{manager}/signalbox.service").splitlines()
            for line in ("Type=notify", "KillMode=mixed", "OOMPolicy=continue", "WatchdogSec=1min"):
                self.assertIn(line, lines)

    def test_documents(self):
        copyright = self.text("share/doc/signalbox-server/copyright")
        for word in ("swagger-ui-dist", "Apache-2.0", "GPL-3.0-or-later", "React"):
            self.assertIn(word, copyright)
        self.assertFalse([line for line in copyright.splitlines() if line.strip() == "" and line], "blank lines are empty")

    @unittest.skipUnless(WINDOW, "built without the window")
    def test_becomes_the_window(self):
        """Same process; the guard is found from there, too, since a component runs."""
        config = LISTENERS + '[[component]]\nid = "a"\ncommand = ["sleep", "1000"]\n'
        with tempfile.TemporaryDirectory() as folder, \
                unittest.mock.patch.dict(os.environ, SIGNALBOX_PROGRAM=self.path("bin/signalbox")), \
                Program(config, environment={"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder, "HOME": folder},
                        window=True) as program:
            self.assertEqual(os.readlink(f"/proc/{program.process.pid}/exe"), self.path("lib/signalbox/signalbox-window"))
            program.wait_for(lambda: program.status()["components"]["a"]["state"] == "running", "the component runs")
            program.process.terminate()
            self.assertEqual(program.process.wait(60), 0)

    def test_without_the_window(self):
        """docs/interface.md, "Command line": without its package it says so in a line, and ends with 69."""
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(self.path("bin"), os.path.join(folder, "bin"))
            done = run(os.path.join(folder, "bin/signalbox"), env={**os.environ, "HOME": folder})
            self.assertEqual(done.returncode, 69)
            self.assertEqual(done.stdout, f"signalbox: the window is not installed: there is no '{folder}/lib/signalbox/"
                             "signalbox-window' (install the package signalbox, or start the server alone with --no-gui)\n")


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=sys.argv[:1])
