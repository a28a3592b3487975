#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a machine can check. Each prints "file:line: what is wrong; what to do".

lint.py [--root DIR] layering [--qt-headers DIR] | text | tests | rooms | documents | plain | format [--clang-format FILE] | shell
Exit: 0 clean, 1 findings, 77 the tool for it is not installed (ctest shows the test as skipped).
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

SKIPPED = 77

# Who may include whom (CONTRIBUTING.md, "The house"). A rule names folders ("server/model/") or single
# headers; "*.h" means the headers directly in that folder. The longest matching folder on the left decides.
ANYTHING = [""]
VALUES = ["server/json/", "server/model/"]
RUNTIME = "server/core/runtime/"
WORK = "server/core/work/"  # threads that may block, and who has their turn on them
FILES = [RUNTIME + "process/descriptor.h", RUNTIME + "process/regularfile.h"]  # of the operating system, open files alone
WINDOW = ["server/model/", "server/link/controllink.h"]  # of the server, what the window sees
MAY_INCLUDE = {
    "cmake/": ["cmake/", "server/model/"],
    "server/model/": ["server/model/"],
    "server/json/": ["server/json/", "server/model/"],
    # Of core, the files directly in it serve all rooms below it, and know none of them.
    "server/core/": ["server/core/*.h", *VALUES],
    WORK: [WORK, "server/core/*.h", *VALUES],
    "server/core/auth/": ["server/core/auth/", *FILES, "server/core/*.h", *VALUES],
    "server/core/config/": ["server/core/config/", "server/core/auth/", *FILES, "server/core/*.h",
                            RUNTIME + "schedules/cronline.h", *VALUES],
    "server/core/storage/": ["server/core/storage/", "server/core/auth/sessions.h", RUNTIME + "agents/agentjournal.h",
                             RUNTIME + "executions/executionjournal.h", *FILES, "server/core/*.h", WORK, *VALUES],
    RUNTIME: [RUNTIME, "server/core/*.h", WORK, *VALUES],
    RUNTIME + "guard/": [RUNTIME + "guard/", RUNTIME + "process/procstat.h"],
    RUNTIME + "process/": [RUNTIME + "process/", RUNTIME + "guard/", *VALUES],
    RUNTIME + "secrets/": [RUNTIME + "secrets/", RUNTIME + "process/", RUNTIME + "guard/secretmask.h",
                           "server/core/config/config.h", "server/core/auth/privatefile.h", "server/core/*.h", *VALUES],
    RUNTIME + "logs/": [RUNTIME + "logs/", RUNTIME + "process/", "server/core/*.h", WORK, *VALUES],
    RUNTIME + "http/": [RUNTIME + "http/", "server/core/*.h", *VALUES],
    RUNTIME + "supervision/": [RUNTIME + "supervision/", RUNTIME + "http/", RUNTIME + "logs/", RUNTIME + "process/",
                               "server/core/config/config.h", "server/core/*.h", *VALUES],
    RUNTIME + "metrics/": [RUNTIME + "metrics/", RUNTIME + "supervision/", RUNTIME + "http/", RUNTIME + "process/",
                           "server/core/config/config.h", "server/core/*.h", WORK, *VALUES],
    RUNTIME + "blackbox/": [RUNTIME + "blackbox/", RUNTIME + "metrics/", RUNTIME + "supervision/", RUNTIME + "logs/",
                            RUNTIME + "process/", "server/core/config/config.h", "server/core/*.h", WORK, *VALUES],
    RUNTIME + "search/": [RUNTIME + "search/", RUNTIME + "logs/", RUNTIME + "process/descriptor.h", "server/core/*.h", WORK,
                          *VALUES],
    RUNTIME + "executions/": [RUNTIME + "executions/", RUNTIME + "logs/", RUNTIME + "process/",
                              "server/core/config/", "server/core/*.h", *VALUES],
    RUNTIME + "schedules/": [RUNTIME + "schedules/", "server/core/config/config.h", "server/core/*.h", *VALUES],
    RUNTIME + "agents/": [RUNTIME + "agents/", RUNTIME + "executions/executionjournal.h", "server/core/*.h", *VALUES],
    # Dialects see the Hub, who asks, the configuration and LiveStreams; of the runtime nothing.
    "server/dialects/": ["server/dialects/*.h", "server/core/*.h", "server/core/auth/", "server/core/config/config.h",
                         *VALUES],
    # The wire knows bytes, frames and sockets; of its gateway nothing.
    "server/gateway/wire/": ["server/gateway/wire/", RUNTIME + "process/poller.h", "server/core/auth/place.h",
                             "server/dialects/frame.h"],
    # Who may come in, by address, names, owner and number.
    "server/gateway/admission/": ["server/gateway/admission/", "server/gateway/wire/", "server/dialects/*.h", "server/core/",
                                  "server/model/"],
    "server/gateway/": ["server/gateway/", "server/dialects/*.h", "server/core/", "server/json/", "server/model/"],
    "server/link/": ["server/link/", "server/core/*.h", "server/model/"],
    "server/": ["server/"],  # files directly in server/ wire the folders below it together
    "widgets/": ["widgets/*.h", *WINDOW],
    # The rooms of the window, from the ground up: each names those below it that it may use.
    "widgets/look/": ["widgets/look/", *WINDOW],
    "widgets/text/": ["widgets/text/", *WINDOW],
    "widgets/state/": ["widgets/state/", *WINDOW],
    "widgets/actions/": ["widgets/actions/", "widgets/state/", "widgets/look/", "widgets/text/", *WINDOW],
    "widgets/models/": ["widgets/models/", "widgets/state/", "widgets/text/", *WINDOW],
    "widgets/controls/": ["widgets/controls/", "widgets/actions/", "widgets/state/", "widgets/look/", "widgets/text/",
                          *WINDOW],
    "widgets/charts/": ["widgets/charts/", "widgets/controls/", "widgets/state/", "widgets/look/", "widgets/text/",
                        *WINDOW],
    "widgets/graph/": ["widgets/graph/", "widgets/controls/", "widgets/look/", "widgets/text/", *WINDOW],
    "widgets/dialogs/": ["widgets/dialogs/", "widgets/graph/", "widgets/controls/", "widgets/state/", "widgets/text/",
                         *WINDOW],
    "widgets/live/": ["widgets/live/", "widgets/actions/", "widgets/controls/", "widgets/state/", "widgets/look/",
                      "widgets/text/", *WINDOW],
    "widgets/cards/": ["widgets/cards/", "widgets/actions/", "widgets/charts/", "widgets/controls/", "widgets/models/",
                       "widgets/state/", "widgets/look/", "widgets/text/", *WINDOW],
    "widgets/pages/": ["widgets/pages/", "widgets/actions/", "widgets/cards/", "widgets/charts/", "widgets/controls/",
                       "widgets/dialogs/", "widgets/graph/", "widgets/live/", "widgets/models/", "widgets/state/",
                       "widgets/look/", "widgets/text/", *WINDOW],
    "widgets/shell/": ["widgets/shell/", "widgets/actions/", "widgets/pages/", "widgets/dialogs/", "widgets/controls/",
                       "widgets/state/", "widgets/look/", "widgets/text/", *WINDOW],
    "app/": ANYTHING,
    "tests/": ANYTHING,
}

# Below these every folder is a room that the table names: a new one may not pass as part of what is round it.
NAMED_ROOMS = ("widgets/",)

# Which Qt modules a folder may use; app/, most of widgets/ and tests/ may use all that the build finds.
CORE = {"QtCore"}
QT_MODULES = {
    "cmake/": CORE | {"QtTest", "QtWidgets"},  # precompiled headers
    "server/model/": CORE,
    "server/json/": CORE,
    "server/core/": CORE | {"QtNetwork", "QtSql"},
    "server/dialects/": CORE,
    "server/gateway/": CORE | {"QtNetwork", "QtWebSockets"},
    "server/link/": CORE | {"QtNetwork", "QtWebSockets"},
    "server/": CORE | {"QtNetwork", "QtSql", "QtWebSockets"},
    "widgets/models/": CORE,
    "widgets/state/": CORE,
    "widgets/text/": CORE,
}

# Of the window, state/ alone opens Changes and Answers and hears live streams; everything else hears Replica's typed
# signals and has a Following.
OPENS_CHANGES = re.compile(r"ControlLink::(changed|answered|logLines|clientFrames|outputReceived)\b|\bchange\.body\b|<\w+>\(&?(change|replaced|answer)\b")

# Reads a head without end, and goes on after abort(). It comes with its own headers, and through <QtNetwork>.
UNBOUNDED_HTTP = re.compile(r"\bQNetwork(AccessManager|Reply)\b")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
GENERATED = re.compile(r"^(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h|qrc_\w+\.cpp)$")


def files(root, *suffixes):
    """Every file of the tree with one of these suffixes, build output and fetched packages left out."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders
            if name not in ("node_modules", "__pycache__", ".git")
            and not (Path(folder) == root and (name.startswith("build") or name.startswith(".") and name != ".ci"))
        )
        found += [Path(folder, name) for name in sorted(names) if not suffixes or name.endswith(suffixes)]
    return [(path, path.relative_to(root).as_posix()) for path in found]


def sources(root):
    return files(root, ".h", ".cpp")


def lines(path):
    return path.read_bytes().decode(errors="replace").split("\n")


def shebang(path):
    with path.open("rb") as file:
        line = file.readline(80)
    return line.decode(errors="replace").strip() if line.startswith(b"#!") else ""


def rule_for(name, table):
    """The value of the longest folder in the table that holds this file, and that folder."""
    folder = max((key for key in table if name.startswith(key)), key=len, default=None)
    return (None, None) if folder is None else (folder, table[folder])


def allowed(header, own_folder, rules):
    for rule in rules + [own_folder]:
        if rule.endswith("*.h"):
            if header.startswith(rule[:-3]) and "/" not in header[len(rule) - 3:]:
                return True
        elif header == rule or (rule.endswith("/") or rule == "") and header.startswith(rule):
            return True
    return False


def own_folder(name):
    """A dialect is one folder and knows no other dialect; everywhere else the table speaks for itself."""
    parts = name.split("/")
    return "/".join(parts[:3]) + "/" if parts[:2] == ["server", "dialects"] and len(parts) > 3 else "\0"


def qt_modules(qt_headers):
    """Header name -> modules that have it, as installed: QTimer -> {QtCore}."""
    modules = {}
    for module in os.listdir(qt_headers) if qt_headers else []:
        if module.startswith("Qt") and Path(qt_headers, module).is_dir():
            for header in os.listdir(Path(qt_headers, module)):
                modules.setdefault(header, set()).add(module)
    return modules


def check_layering(root, qt_headers=None):
    modules = qt_modules(qt_headers)
    for path, name in sources(root):
        folder, rules = rule_for(name, MAY_INCLUDE)
        if folder is None or folder in NAMED_ROOMS and "/" in name[len(folder):]:
            yield f"{name}:1: no room in the house for this file; see CONTRIBUTING.md and MAY_INCLUDE in this script"
            continue
        qt_allowed = rule_for(name, QT_MODULES)[1]
        for number, line in enumerate(lines(path), 1):
            if OPENS_CHANGES.search(line) and name.startswith("widgets/") and folder != "widgets/state/":
                yield f"{name}:{number}: opens a Change or an Answer; take Replica's typed signal, or its ask()"
            if UNBOUNDED_HTTP.search(line) and not name.startswith("tests/"):
                yield f"{name}:{number}: {UNBOUNDED_HTTP.search(line)[0]} takes whatever a peer sends; use core::HttpGet"
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, header = match[1] == '"', match[2]
            if quoted and GENERATED.match(header):
                continue
            if quoted:
                if rule_for(header, MAY_INCLUDE)[0] is None or ".." in header:
                    yield f'{name}:{number}: "{header}": spell our headers from the repository root'
                elif not allowed(header, own_folder(name), rules):
                    yield f'{name}:{number}: {folder} may not include "{header}"; dependencies point one way'
            elif re.match(r"Qt[A-Z]\w*/", header):
                yield f"{name}:{number}: <{header}>: write <{header.split('/')[1]}>, so that the linked modules decide"
            elif header in modules and qt_allowed is not None and not modules[header] & qt_allowed:
                yield f"{name}:{number}: {folder} may not use <{header}> of {', '.join(sorted(modules[header]))}"


FULLEST_ROOM = 40  # .h and .cpp directly in a folder below server/ or widgets/
MOST_LOOSE = {"widgets": 6}  # pairs directly in a folder that is there to hold rooms


def check_rooms(root):
    """No hall: a folder that holds more files than one can overlook is several rooms."""
    counts = {}
    loose = {folder: set() for folder in MOST_LOOSE}
    for path, name in sources(root):
        folder = str(Path(name).parent)
        if name.startswith(("server/", "widgets/")):
            counts[folder] = counts.get(folder, 0) + 1
        if folder in loose:
            loose[folder].add(path.stem)
    for folder, count in sorted(counts.items()):
        if count > FULLEST_ROOM:
            yield f"{folder}/:1: {count} files; at most {FULLEST_ROOM} fit, divide it by its includes"
    for folder, units in loose.items():
        if len(units) > MOST_LOOSE[folder]:
            yield f"{folder}/:1: {len(units)} units lie loose; at most {MOST_LOOSE[folder]}, move them into its rooms"


NAMED_DOCUMENT = re.compile(r"(?<![\w/@.%-])((?:[\w.-]+/)*[\w.-]*\w\.md)\b")


def check_documents(root):
    """Every .md that code, tests or documents name is in the tree: from the root, beside the file, or in docs/."""
    here = {name for _, name in files(root, ".md")}
    for path, name in files(root, ".h", ".cpp", ".py", ".sh", ".txt", ".cmake", ".toml", ".md", ".json"):
        if "/fixtures/" in name and not name.endswith(".md") or name.startswith("tests/lint/") or "package" in name:
            continue
        folder = str(Path(name).parent)
        for number, line in enumerate(lines(path), 1):
            for document in NAMED_DOCUMENT.findall(re.sub(r"https?://\S+", "", line)):
                places = (document, os.path.normpath(f"{folder}/{document}"), f"docs/{document}")
                if not any(place in here for place in places):
                    yield f"{name}:{number}: '{document}' is not in the repository; say what it says"


LEFT_OPEN = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
SPDX = "SPDX-" "License-Identifier: GPL-3.0-or-later"
TEXT = (".h", ".cpp", ".py", ".sh", ".txt", ".cmake", ".json", ".toml", ".md", ".in", ".ts", ".qrc", ".svg", ".html",
        ".css", ".js", ".yaml", ".yml", ".service", ".xml", ".desktop", ".clang-format", ".clang-tidy", ".editorconfig")


def check_text(root):
    # Where this very tree lies, and where others like it have been.
    machine_path = re.compile(rf"(?<![\w.~}})/-])(/work|/tmp/wt|{re.escape(str(root))})/")
    for path, name in files(root):
        # Fixtures are bytes as a peer sends them; a lockfile and translations are written by their tools.
        if "/fixtures/" in name or name.endswith("package-lock.json") or name.startswith("LICENSE"):
            continue
        script = "." not in path.name and shebang(path) != ""
        if not script and not path.name.endswith(TEXT):
            continue
        text = lines(path)
        if name.endswith((".h", ".cpp")) and SPDX not in text[0]:
            yield f"{name}:1: the first line must be: // {SPDX}"
        if (script or name.endswith((".py", ".sh"))) and not any(SPDX in line for line in text[:2]):
            yield f"{name}:1: the first or second line must be: # {SPDX}"
        if text[-1] != "":
            yield f"{name}:{len(text)}: no newline at the end"
        elif len(text) > 1 and text[-2].strip() == "":
            yield f"{name}:{len(text) - 1}: empty lines at the end"
        for number, line in enumerate(text, 1):
            if line.endswith(("\r", "\t", " ")) and not name.endswith((".md", ".ts")):
                yield f"{name}:{number}: blanks at the end of the line"
            if "\t" in line and not name.endswith((".md", ".ts")):
                yield f"{name}:{number}: a tab; indent with spaces, write \\t in strings"
            if machine_path.search(line):
                yield f"{name}:{number}: a path of one machine"
            if LEFT_OPEN.search(line):
                yield f"{name}:{number}: left open; finish it or open an issue"


SLEEPS = re.compile(r"\b(QThread::sleep|[mu]sleep|nanosleep|sleep_(for|until)|qSleep|QTest::qWait|time\.sleep)\s*\(")
ASSERTS = re.compile(r"\b(QVERIFY|QCOMPARE|QTRY_|QFAIL|RC_ASSERT|rc::check|assert\b|raise\b|fail\(|self\.assert\w+\()")


def check_tests(root):
    for path, name in files(root / "tests", ".h", ".cpp", ".py"):
        name = "tests/" + name
        if name.startswith("tests/lint/"):
            continue
        text = lines(path)
        # Programs that tests run, and what drives the whole program from outside, may wait as a person would.
        program = any(line.startswith("int main(") for line in text) or name.startswith(
            ("tests/app/program.py", "tests/bench/", "tests/packaging/inside.py"))
        for number, line in enumerate(text, 1):
            if not program and SLEEPS.search(line):
                yield f"{name}:{number}: waits by the clock; wait for the fact (QTRY_*, a signal, the fake clock)"
        if path.name.startswith(("tst_", "test_")) and not any(ASSERTS.search(line) for line in text):
            yield f"{name}:1: a test that asserts nothing cannot fail"


# What takes its text for markup when it looks like some, in the window; what peers say may look like anything.
GUESSES = re.compile(r"\b(setToolTip|QToolTip::showText|setInformativeText|setDetailedText)\(|(\.|->)showMessage\(")
OWN_WORDS = re.compile(r'\((tr\("([^"\\]|\\.)*"\)|QString\(\)|\{\})\);$')
MAKES_BOX = re.compile(r"(new |make_unique<)QMessageBox\b|\bQMessageBox \w+[({;]"
                       r"|\bQMessageBox::(about|critical|information|question|warning)\(")
MAKES_LABEL = re.compile(r"(new |make_unique<)QLabel\b|\bQLabel \w+[({;]")


STRERROR = re.compile(r"\bstrerror(_r)?\(\w")


def check_plain(root):
    """Words of peers are shown as they are: plain() for what guesses, one maker of message boxes, TextLabel. Those of the
    system are English: systemWords()."""
    for path, name in sources(root):
        text = lines(path)
        for number, line in enumerate(text, 1):
            if STRERROR.search(line):
                yield f"{name}:{number}: speaks the language of the environment; use systemWords()"
        if not name.startswith(("widgets/", "app/")):
            continue
        for number, line in enumerate(text, 1):
            if GUESSES.search(line):
                end = next((i for i in range(number, len(text)) if text[i - 1].rstrip().endswith(";")), number)
                statement = "".join(part.strip() for part in text[number - 1:end])
                if "plain(" not in statement and not OWN_WORDS.search(statement):
                    yield f"{name}:{number}: may show a peer's words as markup; pass them through plain()"
            if MAKES_BOX.search(line) and name != "widgets/controls/confirmations.cpp":
                yield f"{name}:{number}: a message box of its own; take one of widgets/controls/confirmations.h"
            if MAKES_LABEL.search(line):
                yield f"{name}:{number}: a QLabel shows what looks like markup as such; take TextLabel"


def run_tool(command, paths, share=50):
    """Runs the tool over the paths, `share` a process (the WebAssembly formatter fails after some hundred), one process
    per processor at once; yields what it says if it is not content."""
    def run(some):
        return subprocess.run(command + some, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in pool.map(run, [paths[start:start + share] for start in range(0, len(paths), share)]):
            if done.returncode:
                yield done.stdout.rstrip()


def check_format(root, clang_format=None):
    node = shutil.which("node")
    if not node or not clang_format or not Path(clang_format).exists():
        print("Node or the clang-format of package-lock.json is not installed")
        sys.exit(SKIPPED)
    paths = [str(path) for path, _ in sources(root)]
    yield from run_tool([node, str(clang_format), f"--style=file:{root}/.clang-format", "--dry-run", "-Werror"], paths)


def check_shell(root):
    tool = shutil.which("shellcheck")
    if not tool:
        print("shellcheck is not installed")
        sys.exit(SKIPPED)
    scripts = [str(path) for path, name in files(root)
               if name.endswith(".sh") or "." not in path.name and re.search(r"\b(ba)?sh$", shebang(path))]
    yield from run_tool([tool, "--external-sources"], scripts)


# Words that are meant: names of C, a time zone, levels as programs misspell them, kinds of values in a row.
MEANT = "parm,eror,erro,ist,fro,nd,onw"


def check_spelling(root):
    """English words that are misspelled as codespell knows them, where people read. Tests misspell on purpose."""
    tool = shutil.which("codespell")
    if not tool:
        print("codespell is not installed")
        sys.exit(SKIPPED)
    paths = [str(path) for path, name in files(root, ".h", ".cpp", ".md", ".txt", ".cmake", ".in", ".toml", ".html", ".js",
                                               ".json", ".service", ".desktop")
             if not name.startswith(("tests/", "LICENSES/", "translations/")) and not name.endswith("package-lock.json")]
    yield from run_tool([tool, f"--ignore-words-list={MEANT}", "--ignore-regex=[a-z]+[A-Z][A-Za-z]*"], paths, 500)


def check_reuse(root):
    """Every file says its licence and whose it is, in itself or in .reuse/dep5, which the Debian packages carry."""
    tool = shutil.which("reuse")
    if not tool:
        print("reuse is not installed")
        sys.exit(SKIPPED)
    yield from run_tool([tool], ["--root", str(root), "lint"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("check", choices=["layering", "text", "tests", "rooms", "documents", "plain", "format",
                                          "shell", "spelling", "reuse"])
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--qt-headers", help="folder that holds QtCore/, QtWidgets/, …")
    parser.add_argument("--clang-format", help="clang-format-cli.cjs of the npm package in package-lock.json")
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    checks = {
        "layering": lambda: check_layering(root, arguments.qt_headers),
        "text": lambda: check_text(root),
        "tests": lambda: check_tests(root),
        "rooms": lambda: check_rooms(root),
        "documents": lambda: check_documents(root),
        "plain": lambda: check_plain(root),
        "format": lambda: check_format(root, arguments.clang_format),
        "shell": lambda: check_shell(root),
        "spelling": lambda: check_spelling(root),
        "reuse": lambda: check_reuse(root),
    }
    findings = list(checks[arguments.check]())
    print("\n".join(findings) or "clean")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
