// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/lastwords.h"
#include "server/model/execution.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

Explanation explained(const QByteArray &output, const QByteArray &error)
{
    LastWords words;
    words.take(OutputChannel::Output, output);
    words.take(OutputChannel::Error, error);
    return words.explain();
}

// Runs a program of this machine and explains what it printed.
QString explanationOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000))
        return u"it did not end: "_s + process.errorString();
    return explained(process.readAllStandardOutput(), process.readAllStandardError()).text;
}

bool isThere(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

// Which of all lines says why a program failed (docs/failures.md, "The line that explains it").
class LastWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void realPrograms_data();
    void realPrograms();
    void compiledPrograms();
    void namesWhatItIs();
    void isBounded();
    void keepsTheReasonShort();
};

void LastWordsTest::lines_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &output, const QByteArray &error, const QString &text) {
        QTest::newRow(name) << output << error << text;
    };
    row("nothing", "", "", u""_s);
    row("the last line of standard error", "done\n", "first\nlast\n\n", u"last"_s);
    row("of standard output where there is no other", "one\ntwo\n", "", u"two"_s);
    row("without an end", "", "cannot go on", u"cannot go on"_s);
    row("lines without a word", "", "it broke\n------\n\n", u"it broke"_s);
    row("a secret", "", "*** ***\n", u"*** ***"_s);
    row("what a shell shows of its commands", "", "no such disk\n+ exit 3\n", u"no such disk"_s);
    row("an error before others", "", "error: no space\nhint: look there\nbye\n", u"error: no space"_s);
    row("a level before others", "", "2024-01-15 10:30:00 [error] no route\nclosing\n",
        u"2024-01-15 10:30:00 [error] no route"_s);
    row("an error on standard output", "ERROR broken pipe\nbye\n", "a note\n", u"ERROR broken pipe"_s);
    row("a compiler's", "", "a.c:1:2: error: expected ';'\n    1 | x\n      | ^\n", u"a.c:1:2: error: expected ';'"_s);
    row("no error", "", "0 errors\nno error found\n", u"no error found"_s);
    const QByteArray python = "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    f()\n"
                              "    ^^^\nValueError: the real reason\n";
    row("Python", "", python, u"ValueError: the real reason"_s);
    row("Python on standard output", python, "a warning\n", u"ValueError: the real reason"_s);
    row("an exception before errors behind it", "", python + "ERROR the worker has failed\n",
        u"ValueError: the real reason"_s);
    row("but not one of long ago", "", python + QByteArray("going on\n").repeated(30) + "fatal: no disk\n",
        u"fatal: no disk"_s);
    row("the later of two exceptions", "",
        python
            + "\nDuring handling of the above exception, another exception occurred:\n\n"
              "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\npkg.Stop: no more\n",
        u"pkg.Stop: no more"_s);
    row("Python without a stack", "", "  File \"a.py\", line 1\n    (\n    ^\nSyntaxError: '(' was never closed\n",
        u"SyntaxError: '(' was never closed"_s);
    row("Java", "starting\n",
        "Exception in thread \"main\" java.lang.IllegalStateException: no disk\n\tat a.B.c(B.java:12)\n"
        "\tat a.Main.main(Main.java:3)\n",
        u"Exception in thread \"main\" java.lang.IllegalStateException: no disk"_s);
    row("the cause of Java's", "",
        "java.lang.RuntimeException: wrapped\n\tat a.B.c(B.java:12)\nCaused by: java.io.IOException: disk full\n"
        "\tat a.D.e(D.java:1)\n\t... 5 more\n",
        u"Caused by: java.io.IOException: disk full"_s);
    row("Node", "",
        "/a.js:1\nthrow new Error('x')\n^\n\nError: x\n    at Object.<anonymous> (/a.js:1:7)\n    at "
        "node:internal/x\n\n"
        "Node.js v18.19.0\n",
        u"Error: x"_s);
    row("Node, of several lines", "",
        "node:internal/modules/cjs/loader:1080\n  throw err;\n  ^\n\nError: Cannot find module './b'\nRequire stack:\n"
        "- /a.js\n    at Module._resolve (node:internal:1)\n {\n  code: 'MODULE_NOT_FOUND'\n}\n",
        u"Error: Cannot find module './b'"_s);
    row("C#", "", "Unhandled exception. System.InvalidOperationException: no\n   at P.Main() in /p.cs:line 3\n",
        u"Unhandled exception. System.InvalidOperationException: no"_s);
    row("Go", "",
        "panic: runtime error: index out of range [5]\n\ngoroutine 1 [running]:\nmain.main()\n\t/a.go:4 +0x1d\n"
        "exit status 2\n",
        u"panic: runtime error: index out of range [5]"_s);
    row("Rust", "",
        "thread 'main' panicked at src/main.rs:2:5:\nno disk\nnote: run with `RUST_BACKTRACE=1` environment variable\n",
        u"thread 'main' panicked at src/main.rs:2:5: no disk"_s);
    row("Rust before", "", "thread 'main' panicked at 'no disk', src/main.rs:2:5\nnote: run with `RUST_BACKTRACE=1`\n",
        u"thread 'main' panicked at 'no disk', src/main.rs:2:5"_s);
    row("C++", "", "terminate called after throwing an instance of 'std::runtime_error'\n  what():  no disk\n",
        u"terminate called after throwing an instance of 'std::runtime_error' what():  no disk"_s);
    row("assert", "", "a: a.c:3: main: Assertion `x' failed.\nAborted\n", u"a: a.c:3: main: Assertion `x' failed."_s);
    row("Ruby", "", "a.rb:1:in `f': no disk (RuntimeError)\n\tfrom a.rb:3:in `<main>'\n",
        u"a.rb:1:in `f': no disk (RuntimeError)"_s);
    row("PHP", "",
        "PHP Fatal error:  Uncaught Exception: no in /a.php:3\nStack trace:\n#0 {main}\n  thrown in /a.php\n",
        u"PHP Fatal error:  Uncaught Exception: no in /a.php:3"_s);
    row("colours", "", "\x1b[1;31merror:\x1b[0m no \x1b[4mdisk\x1b[0m\n", u"error: no disk"_s);
    row("a carriage return before each line end", "", "one\r\nValueError: two\r\nthree\r\n", u"ValueError: two"_s);
    row("a progress bar", "", "10 %\r50 %\rno disk\n", u"no disk"_s);
    row("no UTF-8", "", "caf\xe9 \xff is closed\n", u"caf\ufffd \ufffd is closed"_s);
    row("noise", QByteArray::fromHex("00010203fffe8081").repeated(5000), "it broke\n", u"it broke"_s);
}

void LastWordsTest::lines()
{
    QFETCH(const QByteArray, output);
    QFETCH(const QByteArray, error);
    QTEST(explained(output, error).text, "text");
}

void LastWordsTest::realPrograms_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("text");
    QTest::newRow("a traceback behind sixty lines")
        << u"python3"_s
        << QStringList{u"-c"_s, u"import sys\nfor i in range(60): print('line', i, file=sys.stderr)\n"
                                "def f(): raise ValueError('the real reason')\nf()"_s}
        << u"ValueError: the real reason"_s;
    QTest::newRow("chained") << u"python3"_s
                             << QStringList{u"-c"_s,
                                            u"try:\n  1/0\nexcept Exception as e:\n  raise OSError('disk') from e"_s}
                             << u"OSError: disk"_s;
    QTest::newRow("a logger's") << u"python3"_s
                                << QStringList{u"-c"_s, u"import logging\ntry:\n  {}['x']\nexcept Exception:\n"
                                                        "  logging.exception('could not')\nraise SystemExit(2)"_s}
                                << u"KeyError: 'x'"_s;
    QTest::newRow("standard error alone")
        << u"sh"_s << QStringList{u"-c"_s, u"echo no disk >&2; exit 3"_s} << u"no disk"_s;
    QTest::newRow("a command that is not there")
        << u"sh"_s << QStringList{u"-c"_s, u"nosuchcommand"_s}
        << QString(QStandardPaths::findExecutable(u"sh"_s) % u": 1: nosuchcommand: not found"_s);
    QTest::newRow("standard output alone")
        << u"sh"_s << QStringList{u"-c"_s, u"echo one; echo two; exit 1"_s} << u"two"_s;
    QTest::newRow("Perl") << u"perl"_s << QStringList{u"-e"_s, u"print \"a\\n\"; die 'no disk'"_s}
                          << u"no disk at -e line 1."_s;
    QTest::newRow("Node") << u"node"_s << QStringList{u"-e"_s, u"console.log('a'); throw new TypeError('no disk')"_s}
                          << u"TypeError: no disk"_s;
    QTest::newRow("Node, standard output alone")
        << u"node"_s << QStringList{u"-e"_s, u"console.log('one'); console.log('Error: no disk'); process.exit(3)"_s}
        << u"Error: no disk"_s;
}

void LastWordsTest::realPrograms()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    if (!isThere(program))
        QSKIP("this program is not installed");
    QTEST(explanationOf(program, arguments), "text");
}

void LastWordsTest::compiledPrograms()
{
    if (!isThere(u"c++"_s))
        QSKIP("there is no compiler");
    const QTemporaryDir folder;
    const QString program = folder.filePath(u"thrower"_s);
    QFile source(folder.filePath(u"a.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("#include <stdexcept>\nint main(){throw std::runtime_error(\"no disk\");}\n");
    source.close();
    QCOMPARE(QProcess::execute(u"c++"_s, {u"-o"_s, program, source.fileName()}), 0);
    QVERIFY(explanationOf(program, {}).endsWith("what():  no disk"_L1));
}

void LastWordsTest::namesWhatItIs()
{
    QVERIFY(explained({}, "ValueError: x\n").isNamed);
    QVERIFY(explained("error: x\n", {}).isNamed);
    QVERIFY(!explained({}, "listening on port 80\n").isNamed);
    QCOMPARE(explained({}, "  error: x\n").line, u"  error: x"_s); // as the log has it, to be found there
}

void LastWordsTest::isBounded()
{
    LastWords words;
    words.take(OutputChannel::Error, "a first line that is forgotten\n");
    for (int i = 0; i < 16; ++i)
        words.take(OutputChannel::Error, QByteArray(LastWords::kept, 'x'));
    const QString text = words.explain().text; // one line of 1 MiB
    QCOMPARE(text.size(), Explanation::mostCharacters);
    QVERIFY(text.startsWith(u"…xxx"_s));
    QVERIFY(text.endsWith(u"x…"_s));
    words.take(OutputChannel::Error, "\nerror: no disk\n");
    QCOMPARE(words.explain().text, u"error: no disk"_s);
    for (int i = 0; i < 100'000; ++i)
        words.take(OutputChannel::Error, "y\n");
    QCOMPARE(words.explain().text, u"y"_s); // the error is too far behind
}

void LastWordsTest::keepsTheReasonShort()
{
    QCOMPARE(withExplanation(u"exit status 1"_s, {}), u"exit status 1"_s);
    QCOMPARE(withExplanation(u"exit status 1"_s, {u"no disk"_s, {}, false}), u"exit status 1: no disk"_s);
    const QString most = withExplanation(QString(300, u'o'), {QString(300, u'x'), {}, false});
    QCOMPARE(most.size(), longestReason);
    QVERIFY(most.endsWith(u"x…"_s));
}

QTEST_GUILESS_MAIN(LastWordsTest)
#include "tst_lastwords.moc"
