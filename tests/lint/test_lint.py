#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule that cannot go red guards nothing: each gets a small tree that breaks it and one that keeps it."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import lint  # noqa: E402

SPDX = "// SPDX-" "License-Identifier: GPL-3.0-or-later\n"


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def findings(self, check, *arguments):
        found = list(check(self.root, *arguments))
        return [finding.split(": ", 1)[0] for finding in found if ":" in finding.split(" ", 1)[0]] or found


class Layering(Tree):
    def verdict(self, name, include):
        self.write(name, SPDX + f"#include {include}\n")
        return self.findings(lint.check_layering, self.root / "qt")

    def setUp(self):
        super().setUp()
        self.write("qt/QtCore/QTimer", "")
        self.write("qt/QtWidgets/QWidget", "")
        self.write("qt/QtNetwork/QTcpSocket", "")

    def test_only_the_state_of_the_window_opens_changes(self):
        for text in ["connect(&link, &link::ControlLink::changed, this, &A::hear);",
                     "std::get_if<ModeChanged>(&change.body)", "std::get_if<LogPage>(&answer.value())"]:
            for room, expected in [("models", 1), ("pages", 1), ("state", 0)]:
                self.write("widgets/models/a.cpp", SPDX)
                self.write("widgets/pages/a.cpp", SPDX)
                self.write("widgets/state/a.cpp", SPDX)
                self.write(f"widgets/{room}/a.cpp", SPDX + text + "\n")
                self.assertEqual(len(self.findings(lint.check_layering)), expected, (room, text))

    def test_refuses_what_points_the_wrong_way(self):
        for name, include in [
            ("server/model/a.h", '"server/core/hub.h"'),
            ("server/core/auth/a.h", '"server/dialects/dialect.h"'),
            ("server/core/auth/a.h", '"server/core/config/config.h"'),
            ("server/core/hub.cpp", '"server/core/config/config.h"'),
            ("server/core/runtime/process/a.cpp", '"server/core/runtime/logs/logbook.h"'),
            ("server/core/runtime/logs/a.cpp", '"server/core/runtime/supervision/supervisor.h"'),
            ("server/core/runtime/http/a.cpp", '"server/core/runtime/supervision/probe.h"'),
            ("server/core/runtime/executions/a.cpp", '"server/core/runtime/agents/agentregistry.h"'),
            ("server/core/runtime/guard/guard.cpp", '"server/core/hub.h"'),
            ("server/core/storage/a.cpp", '"server/core/runtime/executions/engine.h"'),
            ("server/model/a.h", '"server/json/jsonwriter.h"'),
            ("server/dialects/ark/a.cpp", '"server/core/runtime/agents/agentregistry.h"'),
            ("server/core/a.h", '"server/link/controllink.h"'),
            ("server/core/a.h", '"app/options.h"'),
            ("server/dialects/dialect.h", '"server/dialects/sutra/codec.h"'),
            ("server/dialects/sutra/a.cpp", '"server/dialects/alger/codes.h"'),
            ("server/dialects/sutra/a.cpp", '"server/gateway/connection.h"'),
            ("server/gateway/a.cpp", '"server/dialects/sutra/codec.h"'),
            ("server/gateway/a.cpp", '"server/link/locallink.h"'),
            ("server/link/a.cpp", '"server/gateway/gateway.h"'),
            ("server/link/a.cpp", '"widgets/shell/mainwindow.h"'),
            ("widgets/a.cpp", '"server/core/hub.h"'),
            ("widgets/a.cpp", '"server/link/locallink.h"'),
            ("widgets/pages/a.cpp", '"app/options.h"'),
            ("widgets/state/a.h", '"widgets/pages/page.h"'),
            ("widgets/dialogs/a.cpp", '"widgets/pages/page.h"'),
            ("widgets/controls/a.cpp", '"widgets/live/logview.h"'),
            ("widgets/models/a.cpp", '"widgets/controls/badge.h"'),
            ("widgets/controls/a.cpp", '"widgets/models/table.h"'),
            ("widgets/state/a.cpp", '"widgets/text/format.h"'),
            ("widgets/look/a.cpp", '"widgets/text/format.h"'),
            ("widgets/pages/a.cpp", '"widgets/shell/sidebar.h"'),
            ("widgets/pages/a.cpp", '"widgets/shell/mainwindow.h"'),
            ("widgets/state/a.h", "<QWidget>"),
            ("server/model/a.h", '"result.h"'),
            ("server/model/a.h", '"../model/result.h"'),
            ("server/gateway/a.h", "<QWidget>"),
            ("server/dialects/sutra/a.h", "<QTcpSocket>"),
            ("server/model/a.h", "<QtCore/QTimer>"),
        ]:
            with self.subTest(name=name, include=include):
                self.assertEqual(self.verdict(name, include), [f"{name}:2"])
                (self.root / name).unlink()

    def test_lets_pass_what_points_down(self):
        for name, include in [
            ("server/model/a.h", '"server/model/result.h"'),
            ("server/model/a.h", "<QTimer>"),
            ("server/model/a.h", "<vector>"),
            ("server/core/auth/a.h", '"server/core/clock.h"'),
            ("server/core/runtime/logs/a.cpp", '"server/core/runtime/process/pipes.h"'),
            ("server/core/runtime/metrics/a.cpp", '"server/core/runtime/http/httpget.h"'),
            ("server/core/runtime/agents/a.cpp", '"server/core/runtime/executions/executionjournal.h"'),
            ("server/dialects/sutra/a.cpp", '"server/core/livestreams.h"'),
            ("server/dialects/sutra/a.cpp", '"server/dialects/dialect.h"'),
            ("server/dialects/sutra/a.cpp", '"server/dialects/sutra/codec.h"'),
            ("server/gateway/a.cpp", '"server/dialects/dialect.h"'),
            ("server/gateway/a.cpp", "<QTcpSocket>"),
            ("server/link/a.cpp", '"server/core/hub.h"'),
            ("widgets/pages/a.cpp", '"widgets/models/b.h"'),
            ("widgets/pages/a.cpp", '"server/link/controllink.h"'),
            ("widgets/shell/a.cpp", '"widgets/pages/b.h"'),
            ("widgets/a.cpp", "<QWidget>"),
            ("widgets/look/a.cpp", "<QWidget>"),
            ("widgets/a.cpp", '"a.moc"'),
            ("app/main.cpp", '"server/gateway/gateway.h"'),
            ("tests/link/tst_a.cpp", '"tests/support/fakeclock.h"'),
        ]:
            with self.subTest(name=name, include=include):
                self.assertEqual(self.verdict(name, include), [])

    def test_refuses_what_reads_answers_without_a_ceiling(self):
        for text, expected in [("#include <QNetworkAccessManager>", 1), ("class QNetworkReply;", 1),
                               ("std::unique_ptr<QNetworkAccessManager> network;", 1), ("QNetworkRequest request;", 0)]:
            for name in ("server/core/runtime/metrics/a.h", "app/a.h", "widgets/text/a.h", "tests/core/tst_a.cpp"):
                with self.subTest(text=text, name=name):
                    self.write(name, SPDX + text + "\n")
                    found = self.findings(lint.check_layering)
                    self.assertEqual(found, [f"{name}:2"] if expected and not name.startswith("tests/") else [])
                    (self.root / name).unlink()

    def test_refuses_a_file_without_a_room(self):
        for name in ("attic/a.h", "widgets/attic/a.h"):
            with self.subTest(name=name):
                self.write(name, SPDX)
                self.assertEqual(self.findings(lint.check_layering), [f"{name}:1"])
                (self.root / name).unlink()

    def test_rooms_of_the_window_form_no_circle(self):
        below = {room: {rule for rule in rules if rule != room and rule.startswith("widgets/")}
                 for room, rules in lint.MAY_INCLUDE.items() if room.startswith("widgets/") and room != "widgets/"}
        while ground := [room for room, rules in below.items() if not rules & below.keys()]:
            for room in ground:
                del below[room]
        self.assertEqual(below, {})


class Text(Tree):
    def test_each_rule_goes_red(self):
        for text, line in [
            ("#pragma once\n", 1),
            (SPDX + "\tint a;\n", 2),
            (SPDX + "int a; \n", 2),
            (SPDX + "int a;\r\n", 2),
            (SPDX + "int a;", 2),
            (SPDX + "int a;\n\n", 3),
            (SPDX + "// TO" + "DO: later\n", 2),
            (SPDX + 'open("/wor' + 'k/here");\n', 2),
        ]:
            with self.subTest(text=text):
                self.write("app/a.h", text)
                found = self.findings(lint.check_text)
                self.assertEqual(set(found), {f"app/a.h:{line}"})

    def test_refuses_the_path_of_its_own_checkout(self):
        self.write("README.md", f"see {self.root}/app\n")
        self.assertEqual(self.findings(lint.check_text), ["README.md:1"])

    def test_scripts_name_their_licence(self):
        self.write("tools/x", "#!/bin/sh\ntrue\n")
        self.assertEqual(self.findings(lint.check_text), ["tools/x:1"])

    def test_leaves_clean_files_fixtures_and_build_output_alone(self):
        self.write("app/a.h", SPDX + "int networking(); // /srv/work/ and /home/ann/ are no machines of ours\n")
        self.write("tests/fixtures/sutra/a.json", "{}\t")
        self.write("build/dev/a.h", "\t")
        self.assertEqual(self.findings(lint.check_text), [])


class Rooms(Tree):
    def test_refuses_a_hall(self):
        for number in range(40):
            self.write(f"server/core/a{number}.h", SPDX)
        self.assertEqual(self.findings(lint.check_rooms), [])
        self.write("server/core/b.cpp", SPDX)
        self.assertEqual(self.findings(lint.check_rooms), ["server/core/:1"])

    def test_refuses_what_lies_loose(self):
        for number in range(6):
            self.write(f"widgets/a{number}.h", SPDX)
            self.write(f"widgets/a{number}.cpp", SPDX)
        self.assertEqual(self.findings(lint.check_rooms), [])
        self.write("widgets/b.h", SPDX)
        self.assertEqual(self.findings(lint.check_rooms), ["widgets/:1"])


class Documents(Tree):
    def test_refuses_what_is_not_there(self):
        for name, text in [
            ("server/a.h", SPDX + "// as wire.md says\n"),
            ("server/a.h", SPDX + "// docs/wire.md\n"),
            ("docs/a.md", "See\n[b](wire.md#there)\n"),
            ("tests/a.py", "# SPDX\n# wire.md, 3\n"),
        ]:
            with self.subTest(name=name, text=text):
                self.write(name, text)
                self.assertEqual(self.findings(lint.check_documents), [f"{name}:2"])
                (self.root / name).unlink()

    def test_lets_pass_what_is_there(self):
        self.write("docs/model.md", "# Model\n")
        self.write("server/x/README.md", "See [it](../../docs/model.md) and https://example.org/other.md\n")
        self.write("server/x/a.h", SPDX + "// docs/model.md; model.md; README.md\n")
        self.assertEqual(self.findings(lint.check_documents), [])


class Tests(Tree):
    def test_refuses_sleeping(self):
        for call in ["QTest::qWait(10);", "QTest::qSleep(1);", "QThread::msleep(5);", "this_thread::sleep_for(1ms);"]:
            with self.subTest(call=call):
                self.write("tests/model/tst_a.cpp", f"{SPDX}QVERIFY(true);\n{call}\n")
                self.assertEqual(self.findings(lint.check_tests), ["tests/model/tst_a.cpp:3"])

    def test_refuses_asserting_nothing(self):
        self.write("tests/model/tst_a.cpp", SPDX + "QTEST_MAIN(A)\n")
        self.assertEqual(self.findings(lint.check_tests), ["tests/model/tst_a.cpp:1"])

    def test_lets_waiting_for_facts_pass(self):
        self.write("tests/model/tst_a.cpp", SPDX + "QTRY_COMPARE(a, 1);\nQTest::qWaitFor(x);\n")
        self.write("tests/support/lazy.cpp", SPDX + "int main()\n{\n    usleep(1);\n}\n")
        self.assertEqual(self.findings(lint.check_tests), [])


class Plain(Tree):
    def test_refuses_what_guesses_at_words_of_peers(self):
        for text in ["button->setToolTip(name);", 'button->setToolTip(tr("Show %1").arg(name));',
                     "QToolTip::showText(pos, name, view);", "m_icon.showMessage(title, text);",
                     "box->setInformativeText(\n    error);", "auto *box = new QMessageBox(&parent);",
                     "QMessageBox box;", 'QMessageBox::warning(this, title, error);', "auto *label = new QLabel;"]:
            with self.subTest(text=text):
                self.write("widgets/pages/a.cpp", SPDX + text + "\n")
                self.assertEqual(self.findings(lint.check_plain), ["widgets/pages/a.cpp:2"])

    def test_finds_words_in_the_language_of_the_environment(self):
        for line in ("said = QString::fromLocal8Bit(std::strerror(errno));", "qWarning(\"%s\", strerror(number));"):
            with self.subTest(line):
                self.write("server/core/a.cpp", SPDX + line + "\n")
                self.assertEqual(self.findings(lint.check_plain), ["server/core/a.cpp:2"])

    def test_lets_pass_what_is_plain_or_ours(self):
        self.write("widgets/pages/a.cpp", SPDX + "\n".join([
            "button->setToolTip(plain(name));", 'button->setToolTip(tr("Show it; \\"it\\" is what it is"));', "button->setToolTip(QString());",
            "QToolTip::showText(pos,\n                   plain(name), view);", "showMessage(*component);",
            "QMessageBox *box = askFirst(*this, question);", "const QLabel *label = found;", ""]))
        self.write("widgets/controls/confirmations.cpp", SPDX + "auto *box = new QMessageBox(plain(text));\n")
        self.write("tests/widgets/tst_a.cpp", SPDX + "button->setToolTip(name);\n")
        self.assertEqual(self.findings(lint.check_plain), [])


CLANG_FORMAT = os.environ.get("CLANG_FORMAT", "")


@unittest.skipUnless(os.path.exists(CLANG_FORMAT), "CLANG_FORMAT names no formatter")
class Format(Tree):
    def test_goes_red_and_green(self):
        self.write(".clang-format", (Path(lint.__file__).parents[2] / ".clang-format").read_text(encoding="utf-8"))
        self.write("app/a.h", SPDX + "int  a;\n")
        self.assertEqual(len(list(lint.check_format(self.root, CLANG_FORMAT))), 1)
        slots = "Q_SIGNALS:\n    void changed();\n\nprivate Q_SLOTS:\n    void tick();\n"
        self.write("app/a.h", SPDX + "class A\n{\n" + slots + "};\n")
        self.assertEqual(list(lint.check_format(self.root, CLANG_FORMAT)), [])


@unittest.skipUnless(lint.shutil.which("shellcheck"), "shellcheck is not installed")
class Shell(Tree):
    def test_goes_red_and_green(self):
        self.write("tools/x", "#!/bin/bash\ncd $1 || exit\n")
        self.assertEqual(len(list(lint.check_shell(self.root))), 1)
        self.write("tools/x", '#!/bin/bash\ncd "$1" || exit\n')
        self.assertEqual(list(lint.check_shell(self.root)), [])


@unittest.skipUnless(lint.shutil.which("codespell"), "codespell is not installed")
class Spelling(Tree):
    def test_goes_red_and_green(self):
        self.write("docs/a.md", "It listens on teh loopback.\n")
        self.assertEqual(len(list(lint.check_spelling(self.root))), 1)
        self.write("docs/a.md", "It listens on the loopback.\n")
        self.assertEqual(list(lint.check_spelling(self.root)), [])


@unittest.skipUnless(lint.shutil.which("reuse"), "reuse is not installed")
class Reuse(Tree):
    def test_goes_red_and_green(self):
        self.write("LICENSES/GPL-3.0-or-later.txt", "text\n")
        self.write("app/a.h", SPDX + "int a;\n")
        self.assertEqual(len(list(lint.check_reuse(self.root))), 1)
        self.write("app/a.h", SPDX + "// SPDX-FileCopyrightText: 2026 Somebody\nint a;\n")
        self.assertEqual(list(lint.check_reuse(self.root)), [])


if __name__ == "__main__":
    unittest.main()
