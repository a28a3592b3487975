# SPDX-License-Identifier: GPL-3.0-or-later
"""One program with a listener of every sort, for tests that look at it from outside and change nothing."""
import json
import unittest

from program import Program
from recordings import Recorded, clean_environment

LISTENERS = {  # what a listener is called in recordings, and what stands in its table
    "sutra": 'dialects = ["sutra"]',
    "airavata": 'dialects = ["airavata"]',
    "ark and pow": 'dialects = ["ark", "pow"]',
    "pow": 'dialects = ["pow"]',
    "ark": 'dialects = ["ark"]',
    "alger": 'dialects = ["alger"]',
    "all": 'dialects = ["sutra", "airavata", "ark", "pow", "alger"]',
    "sutra for nobody": 'dialects = ["sutra"]\nanonymous = "none"',
    "ark and pow for nobody": 'dialects = ["ark", "pow"]\nanonymous = "none"',
    "ark and pow for viewers": 'dialects = ["ark", "pow"]\nanonymous = "viewer"',
    "sutra for dashboards": 'dialects = ["sutra"]\norigins = ["https://dash.example.org"]',
}
USERS = "".join(f'[[user]]\nname = "{name}"\npassword = "{name}"\nroles = [{roles}]\n\n' for name, roles in (
    ("admin", '"admin"'), ("ann", '"operator"'), ("vic", '"viewer"'), ("nobody", "")))
CONFIG = '[server]\nbind = "127.0.0.1"\ntick = "1h"\n\n[limits]\nbody_bytes = 2000\n\n' + "".join(
    f"[[listener]]\nport = 0\n{keys}\n\n" for keys in LISTENERS.values()) + USERS + """
[experiments]
templates = ["seq {count}"]
programs = ["echo"]

[[component]]
id = "idle"
command = ["sleep", "1000"]
autostart = false

[[process]]
name = "echo"
command = ["cat"]
"""


def token_of(program, user, password=None):
    """The password is the name of the user where none is given."""
    body = json.dumps({"username": user, "password": password or user})
    return program.json("POST", "/api/v2/auth/login", body, "airavata")[1]["token"]


class EveryListener(Recorded, unittest.TestCase):
    folder = "contract"

    @classmethod
    def setUpClass(cls):
        cls.program = cls.enterClassContext(Program(CONFIG, environment=clean_environment()))
        cls.ports = dict(zip(LISTENERS, (each["port"] for each in cls.program.listeners)))

    def record(self, name, script):
        self.assertRecorded(f"{self.folder}/{name}", script.text())

    def bearer(self, user):
        return f"Bearer {token_of(self.program, user)}"
