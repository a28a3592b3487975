// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/processes.h"

#include "server/core/runtime/process/launch.h"
#include "server/core/runtime/process/sweep.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class GuardedProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsACommand();
    void tellsHowItEnded_data();
    void tellsHowItEnded();
    void explainsFailedStarts_data();
    void explainsFailedStarts();
    void refusesBeforeAnythingStarts_data();
    void refusesBeforeAnythingStarts();
    void findsProgramsInTheCommandsPath();
    void keepsTheServersSecrets();
    void inheritsNoDescriptor();
    void resetsSignals();
    void redirectsToFilesAndDescriptors();
    void takesProgressOutOfTheOutput();
    void progressCountsTenTimesASecond();
    void lastProgressIsNeverLost();
    void outputThatTellsProgressIsWhole();
    void outputThatCannotBeWrittenIsAFailure();
    void feedsInput();
    void keepsPiecesOfInputApart();
    void piecesWaitForACommandThatReadsLate();
    void piecesDoNotWaitForAnswersForEver();
    void limitsPendingInput();
    void survivesAClosedInput();
    void deliversAllOutputBeforeTheEnd();
    void slowReaderStopsTheCommand();
    void fastPrinterLeavesTheLoopAlive();
    void stopsWithTheConfiguredSignal();
    void stopReachesTheWholeGroupThenKills();
    void stopReachesTheMainProcessAloneThenKills();
    void wakesAStoppedCommand();
    void stopBeforeStarted();
    void killsAtOnce();
    void reportsALostGuard();
    void aLostGuardHidesNothing();
    void destroyedWhileRunning();
    void destroyedFromItsOwnSignals_data();
    void destroyedFromItsOwnSignals();
    void leavesForeignChildrenAlone();
};

void GuardedProcessTest::runsACommand()
{
    Run run(shell(u"echo out; echo err >&2; pwd; echo $EXTRA; exit 3"_s));
    QVERIFY(!run.hasStarted && !run.isOver());
    QTRY_VERIFY(run.exit);
    QVERIFY(run.hasStarted);
    QVERIFY(run.process.pid() > 0);
    QCOMPARE(run.process.guardPid(), 0);
    QVERIFY(!run.process.isRunning());
    QVERIFY(run.output.startsWith("out\n"));
    QCOMPARE(run.error, "err\n");
    QCOMPARE(run.exit->exitCode, 3);
}

void GuardedProcessTest::tellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<int>("signal");
    QTest::newRow("success") << u"exit 0"_s << 0 << 0;
    QTest::newRow("code") << u"exit 255"_s << 255 << 0;
    QTest::newRow("signal") << u"kill -9 $$"_s << 0 << SIGKILL;
    QTest::newRow("abort") << u"ulimit -c 0; kill -6 $$"_s << 0 << SIGABRT;
}

void GuardedProcessTest::tellsHowItEnded()
{
    QFETCH(QString, script);
    QFETCH(int, exitCode);
    QFETCH(int, signal);
    Run run(shell(script));
    QTRY_VERIFY(run.exit);
    QCOMPARE(*run.exit, (ExitStatus{exitCode, signal, {}}));
    QCOMPARE(run.exit->isSuccess(), exitCode == 0 && signal == 0);
}

void GuardedProcessTest::explainsFailedStarts_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const int missing = int(ErrorCode::NotFound);
    const int internal = int(ErrorCode::Internal);
    QTest::newRow("missing") << u"/no/such/program"_s << QString() << missing
                             << u"cannot start '/no/such/program': No such file or directory"_s;
    QTest::newRow("not in PATH") << u"no-such-program"_s << QString() << missing
                                 << u"cannot start 'no-such-program': no such program in PATH"_s;
    QTest::newRow("not executable") << u"/etc/passwd"_s << QString() << internal
                                    << u"cannot start '/etc/passwd': Permission denied"_s;
    QTest::newRow("a directory") << u"/usr"_s << QString() << internal << u"cannot start '/usr': Permission denied"_s;
    QTest::newRow("no directory") << u"/bin/true"_s << u"/no/such/place"_s << missing
                                  << u"working directory '/no/such/place' does not exist"_s;
    QTest::newRow("directory is a file") << u"/bin/true"_s << u"/etc/passwd"_s << missing
                                         << u"working directory '/etc/passwd' is not a directory"_s;
}

void GuardedProcessTest::explainsFailedStarts()
{
    QFETCH(QString, program);
    QFETCH(QString, directory);
    QFETCH(int, code);
    QFETCH(QString, message);
    ProcessSpec spec = specFor(program);
    spec.workingDirectory = directory;
    spec.environment = {{u"PATH"_s, u"/usr/bin:/bin"_s}};
    Run run(spec);
    QVERIFY(!run.isOver());
    QTRY_VERIFY(run.failure);
    QVERIFY(!run.hasStarted);
    QCOMPARE(run.failure->message, message);
    QCOMPARE(int(run.failure->code), code);
    QCOMPARE(run.process.guardPid(), 0);
}

void GuardedProcessTest::refusesBeforeAnythingStarts_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("message"); // empty: not refused
    QTest::newRow("64 KiB") << QStringList{QString(64 * 1024, u'x')} << QString() << QString();
    QTest::newRow("more") << QStringList{u"a"_s, QString(64 * 1024 + 1, u'x')} << QString()
                          << u"argument 2 of '/bin/true' is 65537 bytes long; at most 65536 are possible"_s;
    QTest::newRow("counted in bytes") << QStringList{QString(33'000, QChar(0xe9))} << QString()
                                      << u"argument 1 of '/bin/true' is 66000 bytes long; at most 65536 are possible"_s;
    QTest::newRow("NUL") << QStringList{u"a"_s + QChar(QChar::Null) + u"b"_s} << QString()
                         << u"argument 1 of '/bin/true' contains a NUL character"_s;
    QTest::newRow("variable") << QStringList() << u"A=B"_s
                              << u"'A=B' of '/bin/true' cannot be an environment variable"_s;
    QTest::newRow("too much together")
        << QStringList(200, QString(60'000, u'x')) << QString()
        << u"cannot start '/bin/true': its arguments and environment are too large together"_s;
}

void GuardedProcessTest::refusesBeforeAnythingStarts()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, variable);
    QFETCH(QString, message);
    ProcessSpec spec = specFor(u"/bin/true"_s, arguments);
    if (!variable.isEmpty())
        spec.environment = {{variable, u"x"_s}};
    Run run(spec);
    QTRY_VERIFY(run.isOver());
    QCOMPARE(run.failure.has_value(), !message.isEmpty());
    if (run.failure) {
        QCOMPARE(run.failure->message, message);
        QCOMPARE(run.failure->code, ErrorCode::InvalidArgument);
    }
}

void GuardedProcessTest::findsProgramsInTheCommandsPath()
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"found"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho \"$0 $1\"\n");
    script.close();
    ProcessSpec spec = specFor(u"found"_s, {u"one 'argument'; $(x)"_s});
    spec.environment = {{u"PATH"_s, u"relative:/usr/bin:"_s + folder.path()}};
    Run denied(spec);
    QTRY_VERIFY(denied.failure);
    QCOMPARE(denied.failure->message, u"cannot start 'found': Permission denied"_s);
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Run run(spec);
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.output, script.fileName().toUtf8() + " one 'argument'; $(x)\n");
}

void GuardedProcessTest::keepsTheServersSecrets()
{
    qputenv("SIGNALBOX_TEST_SECRET", "hush");
    const QList<QByteArray> systemds{
        "NOTIFY_SOCKET", "WATCHDOG_USEC",    "LISTEN_FDS",        "CREDENTIALS_DIRECTORY", "JOURNAL_STREAM",
        "INVOCATION_ID", "STATE_DIRECTORY",  "RUNTIME_DIRECTORY", "CACHE_DIRECTORY",       "LOGS_DIRECTORY",
        "MANAGERPID",    "SYSTEMD_EXEC_PID", "FDSTORE",           "MEMORY_PRESSURE_WATCH", "CONFIGURATION_DIRECTORY"};
    for (const QByteArray &name : systemds)
        qputenv(name, "/run/x");
    const auto forget = qScopeGuard([&systemds] {
        for (const QByteArray &name : systemds)
            qunsetenv(name);
    });
    qputenv("TEST_ORDINARY", "seen");
    qputenv("TEST_CHOICE", ownChoice);
    ProcessSpec spec = specFor(u"env"_s);
    spec.environment = {{u"SIGNALBOX_NODE"_s, u"extract"_s}};
    Run run(spec);
    QTRY_VERIFY(run.exit);
    QVERIFY(!run.output.contains("hush") && !run.output.contains("/run/x"));
    QVERIFY(run.output.contains("TEST_ORDINARY=seen\n"));
    QVERIFY(!run.output.contains("TEST_CHOICE"));
    QVERIFY(run.output.contains("SIGNALBOX_NODE=extract\n"));

    spec.program = u"/usr/bin/env"_s;
    spec.inheritsEnvironment = false;
    Run bare(spec);
    QTRY_VERIFY(bare.exit);
    QCOMPARE(bare.output.count('\n'), 2);
    QVERIFY(bare.output.startsWith("SIGNALBOX_NODE=extract\nSIGNALBOX_PROCESS="));
}

void GuardedProcessTest::inheritsNoDescriptor()
{
    const int careless = ::open("/dev/null", O_RDONLY); // without close-on-exec
    Run run(shell(u"ls /proc/self/fd"_s));
    QTRY_VERIFY(run.exit);
    ::close(careless);
    QCOMPARE(run.output, "0\n1\n2\n3\n"); // 3 is the directory that ls reads
}

void GuardedProcessTest::resetsSignals()
{
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    Run run(shell(u"grep -E '^Sig(Blk|Ign)' /proc/self/status"_s));
    QTRY_VERIFY(run.exit);
    ::pthread_sigmask(SIG_UNBLOCK, &mask, nullptr);
    QCOMPARE(run.output, "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
}

void GuardedProcessTest::redirectsToFilesAndDescriptors()
{
    QTemporaryDir folder;
    QFile input(folder.filePath(u"in"_s));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write("from a file\n");
    input.close();
    const QString errors = folder.filePath(u"errors"_s);

    ProcessSpec spec = shell(u"cat; echo bad >&2"_s);
    spec.input = StreamSpec::file(input.fileName());
    spec.output = StreamSpec::file(folder.filePath(u"out"_s));
    spec.error = StreamSpec::file(errors);
    Run run(spec);
    QTRY_VERIFY(run.exit);
    QFile output(spec.output.path);
    QVERIFY(output.open(QIODevice::ReadOnly));
    QCOMPARE(output.readAll(), "from a file\n");
    QCOMPARE(output.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(QFile(errors).size(), 4);

    spec.error = StreamSpec::sameAsOutput();
    Run again(spec);
    QTRY_VERIFY(again.exit);
    output.seek(0);
    QCOMPARE(output.readAll(), "from a file\nbad\n");

    spec.input = StreamSpec::file(u"/no/such/input"_s);
    Run missing(spec);
    QTRY_VERIFY(missing.failure);
    QCOMPARE(missing.failure->message, u"cannot open '/no/such/input': No such file or directory"_s);
}

namespace {

// What a run told of its progress, and what is left in its file.
class Telling
{
public:
    explicit Telling(ProcessSpec spec) : m_file(m_folder.filePath(u"output"_s)), run(prepared(std::move(spec)))
    {
        QObject::connect(&run.process, &GuardedProcess::progressed, &run,
                         [this](double percent, const QByteArray &text) {
                             told.append({percent, text});
                             order.append(run.exit ? u"after the end"_s : u"progress"_s);
                         });
    }

    QByteArray output() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    ProcessSpec prepared(ProcessSpec spec) const
    {
        spec.output = StreamSpec::file(m_file);
        spec.tellsProgress = true;
        return spec;
    }

    QTemporaryDir m_folder;
    QString m_file;

public:
    Run run;
    QList<std::pair<double, QByteArray>> told;
    QStringList order;
};

} // namespace

void GuardedProcessTest::takesProgressOutOfTheOutput()
{
    // A line is split over two writes, the last one has no newline, and one goes to standard error.
    Telling telling(shell(u"echo one; printf '::prog'; sleep 0.2; echo 'ress 75.0 text'; echo '::progress 80' >&2;"
                          "echo two; printf '::progress 99.5 last'"_s));
    QTRY_VERIFY(telling.run.exit);
    QVERIFY(telling.run.exit->isSuccess());
    QCOMPARE(telling.output(), "one\ntwo\n");
    QCOMPARE(telling.run.error, "::progress 80\n");
    QCOMPARE(telling.told, (QList<std::pair<double, QByteArray>>{{75.0, "text"}, {99.5, "last"}}));
    QVERIFY(!telling.order.contains(u"after the end"_s));

    ProcessSpec spec = shell(u"echo '::progress 75.0 text'"_s);
    QTemporaryDir folder;
    spec.output = StreamSpec::file(folder.filePath(u"output"_s));
    Run plain(spec);
    QTRY_VERIFY(plain.exit);
    QFile kept(spec.output.path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "::progress 75.0 text\n"); // nobody asked for progress
}

// At most ten a second count, and the last one of a burst is told while the command goes on.
void GuardedProcessTest::progressCountsTenTimesASecond()
{
    QElapsedTimer time;
    time.start();
    Telling telling(shell(u"i=0; while [ $i -le 10000 ]; do echo \"::progress $((i/200)) $i\"; i=$((i+1)); done;"
                          "echo '::progress 20 back'; exec sleep 1000"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!telling.told.isEmpty() && telling.told.constLast().second == "back", 60'000);
    QVERIFY(telling.told.size() <= 2 + time.elapsed() / 100);
    QCOMPARE(telling.told.constLast().first, 50.0);
    for (qsizetype i = 1; i < telling.told.size(); ++i)
        QVERIFY(telling.told.at(i).first >= telling.told.at(i - 1).first);
    QVERIFY(!telling.run.exit);
    telling.run.process.kill();
    QTRY_VERIFY(telling.run.exit);
    QCOMPARE(telling.output(), "");
}

// Also when the server is busy for longer than a report takes, and when the command ends at once.
void GuardedProcessTest::lastProgressIsNeverLost()
{
    const QTemporaryDir folder;
    const QString done = folder.filePath(u"done"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(done), 0600), 0);
    Telling telling(
        shell(u"i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo \"::progress $i\"; sleep 0.005; done; : > "_s + done));
    QTRY_VERIFY(!telling.told.isEmpty());
    // The server is busy until the command is at its end: reports wait, and only the newest of them is of interest.
    ::close(::open(QFile::encodeName(done), O_RDONLY));
    QTRY_VERIFY(telling.run.exit);
    QVERIFY(telling.run.exit->isSuccess());
    QCOMPARE(telling.told.constLast().first, 100.0);
    QVERIFY(telling.told.size() <= 10);
    Telling brief(shell(u"echo '::progress 1 a'; echo '::progress 2 b'; echo '::progress 3 c'"_s));
    QTRY_VERIFY(brief.run.exit);
    QCOMPARE(brief.told.constLast(), (std::pair<double, QByteArray>(3.0, "c")));
}

void GuardedProcessTest::outputThatTellsProgressIsWhole()
{
    // Lines of every length, progress between them, and then a flood without a newline.
    Telling telling(shell(u"awk 'BEGIN { for (i = 1; i <= 20000; ++i) { s = s \"x\"; if (i % 200 == 0) s = \"\";"
                          "print i \":\" s; if (i % 3 == 0) print \"::progress \" i / 200 } }';"
                          "head -c 3000000 /dev/zero"_s));
    QTRY_VERIFY_WITH_TIMEOUT(telling.run.exit, 60'000);
    QByteArray expected;
    QByteArray line;
    for (int i = 1; i <= 20'000; ++i) {
        line += 'x';
        if (i % 200 == 0)
            line.clear();
        expected += QByteArray::number(i) + ':' + line + '\n';
    }
    expected += QByteArray(3'000'000, '\0');
    QVERIFY(telling.output() == expected);
    QCOMPARE(telling.told.constLast().first, 99.99);
    // A command that prints as fast as it can is stopped as ever.
    Telling flood(specFor(u"yes"_s));
    QTRY_VERIFY(flood.output().size() > 1'000'000);
    flood.run.process.stop();
    QTRY_VERIFY(flood.run.exit);
    QCOMPARE(flood.run.exit->signal, SIGTERM);
    QVERIFY(flood.output().startsWith("y\ny\n"));
}

void GuardedProcessTest::outputThatCannotBeWrittenIsAFailure()
{
    ProcessSpec spec = shell(u"trap '' PIPE; echo one; sleep 0.2; echo two; exit 0"_s); // sees no reason to fail itself
    spec.output = StreamSpec::file(u"/dev/full"_s);
    spec.tellsProgress = true;
    Run run(spec);
    QTRY_VERIFY(run.exit);
    QVERIFY(!run.exit->isSuccess());
    QCOMPARE(run.exit->error, u"cannot write its output to '/dev/full': No space left on device"_s);
}

void GuardedProcessTest::feedsInput()
{
    // The command reads only when there is a file `go`, so that most of the input has to wait.
    const QTemporaryDir folder;
    ProcessSpec spec = shell(u"until [ -e go ]; do sleep 0.01; done; exec wc -c"_s);
    spec.workingDirectory = folder.path();
    Run run(spec);
    QSignalSpy written(&run.process, &GuardedProcess::inputWritten);
    QVERIFY(run.process.write(QByteArray(5'000'000, 'x')));
    QVERIFY(run.process.write("end"));
    QVERIFY(run.process.pendingInputBytes() > 3'000'000); // a pipe holds 1 MiB at most
    run.process.closeInput();
    QCOMPARE(run.process.write("more").error().code, ErrorCode::Conflict);
    QFile go(folder.filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.output, "5000003\n");
    QVERIFY(!written.isEmpty());
    QCOMPARE(written.last().first().toLongLong(), 0);
}

// Each output of cat is what it read at one go.
void GuardedProcessTest::keepsPiecesOfInputApart()
{
    ProcessSpec spec = specFor(u"cat"_s);
    spec.inputInPieces = true;
    Run run(spec);
    QList<QByteArray> printed;
    connect(&run.process, &GuardedProcess::output, this, [&](const QByteArray &bytes) { printed.append(bytes); });
    QSignalSpy written(&run.process, &GuardedProcess::inputWritten);
    QList<QByteArray> pieces{"hello", "world", QByteArray(60'000, 'x')};
    for (int number = 0; number < 100; ++number)
        pieces.append(QByteArray::number(number));
    for (const QByteArray &piece : pieces)
        QVERIFY(run.process.write(piece));
    run.process.closeInput();
    QCOMPARE(run.process.write("more").error().code, ErrorCode::Conflict);
    QTRY_VERIFY(run.exit);
    QCOMPARE(printed, pieces);
    QCOMPARE(written.last().first().toLongLong(), 0);
}

void GuardedProcessTest::piecesWaitForACommandThatReadsLate()
{
    const QTemporaryDir folder;
    ProcessSpec spec = shell(u"echo ready; until [ -e go ]; do sleep 0.01; done; exec cat"_s);
    spec.workingDirectory = folder.path();
    spec.inputInPieces = true;
    Run run(spec);
    QList<QByteArray> printed;
    connect(&run.process, &GuardedProcess::output, this, [&](const QByteArray &bytes) { printed.append(bytes); });
    for (const char *piece : {"one", "two", "three"})
        QVERIFY(run.process.write(piece));
    QTRY_COMPARE(printed, (QList<QByteArray>{"ready\n"})); // which answers no piece
    QFile go(folder.filePath(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_COMPARE(printed, (QList<QByteArray>{"ready\n", "one", "two", "three"}));
}

// Each of these would wait for two milliseconds.
void GuardedProcessTest::piecesDoNotWaitForAnswersForEver()
{
    ProcessSpec spec = shell(u"exec wc -c"_s);
    spec.inputInPieces = true;
    Run run(spec);
    QTRY_VERIFY(run.hasStarted);
    const auto begun = std::chrono::steady_clock::now();
    for (int number = 0; number < 10'000; ++number)
        QVERIFY(run.process.write("piece"));
    run.process.closeInput();
    QTRY_VERIFY_WITH_TIMEOUT(run.exit, 60'000);
    QCOMPARE(run.output, "50000\n");
    QVERIFY(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}

void GuardedProcessTest::limitsPendingInput()
{
    ProcessSpec spec = specFor(u"/bin/sleep"_s, {u"1000"_s});
    spec.inputLimit = 200'000;
    Run run(spec);
    QTRY_VERIFY(run.hasStarted);
    QVERIFY(run.process.write(QByteArray(200'000, 'x'))); // about 64 KiB of these fit into the pipe
    QCOMPARE(run.process.write(QByteArray(200'000, 'x')).error().code, ErrorCode::Capacity);
    QVERIFY(run.process.pendingInputBytes() <= 200'000);
    QVERIFY(run.process.pendingInputBytes() > 100'000); // sleep reads nothing
}

void GuardedProcessTest::survivesAClosedInput()
{
    Run run(shell(u"exec <&-; echo closed; sleep 1000"_s));
    QTRY_COMPARE(run.output, "closed\n");
    QVERIFY(run.process.write("to nobody"));
    QTRY_COMPARE(run.process.pendingInputBytes(), 0);
    QCOMPARE(run.process.write("again").error().code, ErrorCode::Conflict);
}

void GuardedProcessTest::deliversAllOutputBeforeTheEnd()
{
    Run run(shell(u"head -c 300000 /dev/zero; head -c 200000 /dev/zero >&2"_s));
    run.process.setReadingPaused(OutputChannel::Error, true);
    // The main process ends only when its standard error is read: exited() must not come before.
    QTRY_COMPARE(run.total, 300'000);
    QVERIFY(!run.exit);
    run.process.setReadingPaused(OutputChannel::Error, false);
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.total, 500'000);
    QVERIFY(run.largest <= 65'536);
}

void GuardedProcessTest::slowReaderStopsTheCommand()
{
    Run run(specFor(testMisbehave(), {u"prints-forever"_s}));
    run.process.setReadingPaused(OutputChannel::Output, true);
    QTRY_VERIFY(run.hasStarted);
    const auto isBlocked = [&run] {
        QFile file(u"/proc/%1/stat"_s.arg(run.process.pid()));
        return file.open(QIODevice::ReadOnly) && parseProcStat(file.readAll().toStdString())->state == 'S';
    };
    QTRY_VERIFY(isBlocked());
    const qint64 before = residentKib();
    QCoreApplication::processEvents(); // if reading were not paused, this would empty the full pipe
    QVERIFY(isBlocked());
    QCOMPARE(run.total, 0);
    QVERIFY2(residentKib() - before < 1024, "memory grew while nobody read");
    run.process.setReadingPaused(OutputChannel::Output, false);
    QVERIFY(run.readAtLeast(64 * 1024 * 1024));
    run.process.setReadingPaused(OutputChannel::Output, true);
    const qint64 read = run.total;
    QTRY_VERIFY(isBlocked());
    QCOMPARE(run.total, read);
    run.process.kill();
    run.process.setReadingPaused(OutputChannel::Output, false);
    QTRY_VERIFY(run.exit);
    QVERIFY2(residentKib() - before < floodKib, "memory grew with the output");
}

void GuardedProcessTest::fastPrinterLeavesTheLoopAlive()
{
    Run run(specFor(testMisbehave(), {u"prints-forever"_s}));
    QTRY_VERIFY(run.total > 0);
    double worst = 0;
    int ticks = 0;
    double since = threadMilliseconds();
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [&] {
        const double now = threadMilliseconds();
        worst = std::max(worst, now - std::exchange(since, now));
        ++ticks;
    });
    timer.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(ticks >= 20, 60'000);
    QVERIFY2(worst < 200, qPrintable(QString::number(worst)));
}

void GuardedProcessTest::stopsWithTheConfiguredSignal()
{
    ProcessSpec spec = shell(u"trap 'echo got; exit 5' USR1; echo ready; while :; do sleep 0.01; done"_s);
    spec.stopSignal = SIGUSR1;
    spec.stopTimeout = Milliseconds(60'000);
    Run run(spec);
    QTRY_COMPARE(run.output, "ready\n");
    run.process.stop();
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.output, "ready\ngot\n");
    QCOMPARE(run.exit->exitCode, 5);
}

void GuardedProcessTest::stopReachesTheWholeGroupThenKills()
{
    // The first child is of the command's group, the second has a session of its own, and the command ignores TERM.
    ProcessSpec spec = shell(u"(trap 'echo a; exit' TERM; echo A; while :; do sleep 0.01; done) & "
                             "setsid sh -c 'trap \"echo b; exit\" TERM; echo B; while :; do sleep 0.01; done' & "
                             "trap '' TERM; echo C; while :; do sleep 0.01; done"_s);
    spec.stopTimeout = Milliseconds(60'000);
    Run run(spec);
    QTRY_VERIFY(run.output.contains('A') && run.output.contains('B') && run.output.contains('C'));
    run.process.stop();
    QTRY_VERIFY2(run.output.contains("a\n") && run.output.contains("b\n"), run.output.constData());
    QVERIFY(!run.exit); // the command ignores TERM until it is killed
    run.process.stop(Milliseconds(50));
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.exit->signal, SIGKILL);
}

void GuardedProcessTest::stopReachesTheMainProcessAloneThenKills()
{
    // As above, and a process in a group of its own within the session: whichever hears TERM would say so.
    ProcessSpec spec = shell(u"(trap 'echo a; exit' TERM; echo A; while :; do sleep 0.01; done) & "
                             "setsid sh -c 'trap \"echo b; exit\" TERM; echo B; while :; do sleep 0.01; done' & "
                             "trap 'echo c' TERM; echo C; while :; do sleep 0.01; done"_s);
    spec.stopTimeout = Milliseconds(60'000);
    Run run(spec);
    QSignalSpy told(&run.process, &GuardedProcess::toldToStop);
    QTRY_VERIFY(run.output.contains('A') && run.output.contains('B') && run.output.contains('C'));
    run.process.setStop(SIGTERM, true, Milliseconds(60'000));
    run.process.stop();
    QTRY_VERIFY2(run.output.endsWith("c\n"), run.output.constData());
    QCOMPARE(told.size(), 1);
    run.process.stop(Milliseconds(50));
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.exit->signal, SIGKILL);
    QCOMPARE(told.size(), 1);
    QVERIFY2(!run.output.contains('a') && !run.output.contains('b'), run.output.constData());
}

void GuardedProcessTest::wakesAStoppedCommand()
{
    ProcessSpec spec = shell(u"trap 'exit 4' TERM; echo ready; while :; do sleep 0.01; done"_s);
    spec.stopTimeout = Milliseconds(60'000);
    Run run(spec);
    QTRY_COMPARE(run.output, "ready\n");
    ::kill(static_cast<pid_t>(run.process.pid()), SIGSTOP);
    run.process.stop();
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.exit->exitCode, 4);
}

void GuardedProcessTest::stopBeforeStarted()
{
    Run run(specFor(u"/bin/sleep"_s, {u"1000"_s}));
    run.process.stop();
    QTRY_VERIFY(run.exit);
    QVERIFY(run.hasStarted);
    QCOMPARE(run.exit->signal, SIGTERM);
}

void GuardedProcessTest::killsAtOnce()
{
    ProcessSpec spec = specFor(testMisbehave(), {u"ignores-term"_s});
    spec.stopTimeout = Milliseconds(60'000);
    Run run(spec);
    QTRY_COMPARE(run.output, "ready\n");
    run.process.stop();
    run.process.stop(Milliseconds(50)); // a shorter timeout replaces the first
    QTRY_VERIFY(run.exit);

    Run second(spec);
    QTRY_COMPARE(second.output, "ready\n");
    second.process.stop();
    second.process.kill();
    QTRY_VERIFY(second.exit);
    QCOMPARE(second.exit->signal, SIGKILL);
}

void GuardedProcessTest::reportsALostGuard()
{
    // With a daemonised, session-changing, TERM-ignoring grandchild that only the marker in its environment gives away.
    Run run(specFor(testMisbehave(), {u"double-fork"_s}));
    QTRY_COMPARE(run.output, "ready\n");
    QTRY_COMPARE(processesOf(testMisbehave()).size(), 2);
    const qint64 guard = run.process.guardPid();
    ::kill(static_cast<pid_t>(guard), SIGKILL);
    QTRY_VERIFY(run.exit);
    QCOMPARE(processesOf(testMisbehave()), QList<int>());
    QCOMPARE(
        run.exit->error,
        u"the guard process %1 of '%2' was killed; what it guarded was killed too"_s.arg(guard).arg(testMisbehave()));
    QVERIFY(!run.exit->isSuccess());
}

void GuardedProcessTest::aLostGuardHidesNothing()
{
    QVERIFY(adoptOrphans());
    const auto undo = qScopeGuard([] { ::prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0); });
    const Run other(specFor(u"/bin/sleep"_s, {u"1000"_s})); // of another guard
    QTRY_VERIFY(other.hasStarted);
    for (int round = 0; round < 5; ++round) {
        Run run(specFor(testMisbehave(), {u"kills-guard"_s}));
        QTRY_VERIFY(run.exit);
        QVERIFY(run.exit->error.contains("was killed"_L1));
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
    }
    Run ordinary(specFor(u"/bin/sleep"_s, {u"1000"_s}));
    QTRY_VERIFY(ordinary.hasStarted);
    ordinary.process.stop();
    QTRY_VERIFY(ordinary.exit);
    QVERIFY(!other.isOver());
    QVERIFY(!adoptOrphans()); // with children already
}

void GuardedProcessTest::destroyedWhileRunning()
{
    for (const char *mode : {"forks-twenty", "double-fork", "prints-forever"}) {
        auto run = std::make_unique<Run>(specFor(testMisbehave(), {QString::fromLatin1(mode)}));
        QTRY_VERIFY(run->total > 0);
        run.reset();
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
    }
    Run(specFor(u"/bin/sleep"_s, {u"1000"_s})); // destroyed before started()
    Run(specFor(u"/no/such"_s));
    QCOMPARE(processesOf(testGuard(), ::getpid()), QList<int>()); // of this test alone: others run beside it
}

void GuardedProcessTest::destroyedFromItsOwnSignals_data()
{
    QTest::addColumn<QByteArray>("signal");
    for (const char *signal : {"started", "output", "exited", "failed"})
        QTest::newRow(signal) << QByteArray(signal);
}

void GuardedProcessTest::destroyedFromItsOwnSignals()
{
    QFETCH(QByteArray, signal);
    QPointer<GuardedProcess> process = new GuardedProcess;
    const auto destroy = [&process] { delete process; };
    if (signal == "started")
        connect(process, &GuardedProcess::started, this, destroy);
    else if (signal == "output")
        connect(process, &GuardedProcess::output, this, destroy);
    else if (signal == "exited")
        connect(process, &GuardedProcess::exited, this, destroy);
    else
        connect(process, &GuardedProcess::failedToStart, this, destroy);
    process->start(signal == "failed" ? specFor(u"/no/such"_s) : shell(u"echo x"_s));
    QTRY_VERIFY(!process);
}

void GuardedProcessTest::leavesForeignChildrenAlone()
{
    const pid_t foreign = ::fork();
    if (foreign == 0)
        ::_exit(9);
    for (int i = 0; i < 5; ++i) {
        Run run(specFor(u"/bin/true"_s));
        QTRY_VERIFY(run.exit);
    }
    int status = 0;
    QCOMPARE(::waitpid(foreign, &status, 0), foreign);
    QCOMPARE(WEXITSTATUS(status), 9);
}

QTEST_GUILESS_MAIN(GuardedProcessTest)
#include "tst_guardedprocess.moc"
