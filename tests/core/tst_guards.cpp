// SPDX-License-Identifier: GPL-3.0-or-later
// Starts by way of a spare guard and without one (docs/model.md, "Processes").
#include "tests/core/processes.h"

#include "server/core/runtime/process/lease.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class GuardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsByWayOfTheSpare();
    void burstNeedsNoSpare();
    void endsItsSpare();
    void spareGoesWithAKilledServer();
    void commandSeesNoDifference();
    void failuresAreTheSame_data();
    void failuresAreTheSame();
    void takesHugeOrders_data();
    void takesHugeOrders();
    void spareThatWasKilled();
    void spareThatDoesNotEndByItself();
    void spareDoesNotHoldTheLease();
    void goesOnWithTheGuardOfItsStart();
    void saysThatThereIsNoGuard();
};

namespace {

ProcessSpec under(Guards &guards, ProcessSpec spec)
{
    spec.guards = &guards;
    return spec;
}

bool waitForSpare(const Guards &guards)
{
    return QTest::qWaitFor([&guards] { return guards.spare() != 0; });
}

bool exists(pid_t pid) // also as a zombie
{
    return readProcStat(pid).has_value();
}

} // namespace

void GuardsTest::startsByWayOfTheSpare()
{
    Guards guards(testGuard());
    QVERIFY(processesOf(testGuard(), ::getpid()).isEmpty());
    guards.keepSpare();
    for (int round = 0; round < 3; ++round) {
        QVERIFY(waitForSpare(guards));
        const pid_t spare = guards.spare();
        QCOMPARE(processesOf(testGuard(), ::getpid()), QList<int>{spare});
        Run run(under(guards, shell(u"echo $PPID; cat; exit 3"_s)));
        QCOMPARE(run.process.guardPid(), spare);
        QCOMPARE(guards.spare(), 0);
        QVERIFY(run.process.write("input\n"));
        run.process.closeInput();
        QTRY_VERIFY(run.exit);
        QCOMPARE(run.output, QByteArray::number(spare) + "\ninput\n");
        QCOMPARE(run.exit->exitCode, 3);
        QVERIFY(!exists(spare));
    }
}

// Only the first of many starts finds a spare; afterwards there is one again, and never two.
void GuardsTest::burstNeedsNoSpare()
{
    Guards guards(testGuard());
    guards.keepSpare();
    QVERIFY(waitForSpare(guards));
    const pid_t spare = guards.spare();
    std::vector<std::unique_ptr<Run>> runs;
    QSet<qint64> pids;
    for (int number = 0; number < 20; ++number) {
        runs.push_back(std::make_unique<Run>(under(guards, shell(u"echo %1"_s.arg(number)))));
        pids.insert(runs.back()->process.guardPid());
    }
    QCOMPARE(runs.front()->process.guardPid(), spare);
    QCOMPARE(pids.size(), 20);
    for (int number = 0; number < 20; ++number) {
        const Run &run = *runs.at(std::size_t(number));
        QTRY_VERIFY(run.exit);
        QCOMPARE(run.output, QByteArray::number(number) + '\n');
    }
    QVERIFY(waitForSpare(guards));
    QCOMPARE(processesOf(testGuard(), ::getpid()), QList<int>{guards.spare()});
}

void GuardsTest::endsItsSpare()
{
    auto guards = std::make_unique<Guards>(testGuard());
    guards->keepSpare();
    QVERIFY(waitForSpare(*guards));
    const pid_t spare = guards->spare();
    guards.reset();
    QVERIFY(!exists(spare));
}

void GuardsTest::spareGoesWithAKilledServer()
{
    QProcess server;
    server.start(QString::fromUtf8(TEST_HOLDER), {testGuard(), testMisbehave(), u"ignores-term"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
    const int pid = int(server.processId());
    QTRY_COMPARE(processesOf(testGuard(), pid).size(), 2); // that of the command, and the spare
    const QList<int> guards = processesOf(testGuard(), pid);
    server.kill();
    QVERIFY(server.waitForFinished());
    for (const int guard : guards)
        QTRY_VERIFY(!exists(guard));
}

// Descriptors, signals, limits, environment, session and place: what a command finds is the same either way.
void GuardsTest::commandSeesNoDifference()
{
    const int careless = ::open("/dev/null", O_RDONLY); // without close-on-exec
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    Guards guards(testGuard());
    guards.keepSpare();
    QVERIFY(waitForSpare(guards));
    QByteArray first;
    for (const bool isSpare : {true, false}) {
        QCOMPARE(guards.spare() != 0, isSpare);
        ProcessSpec spec =
            shell(u"ls /proc/self/fd; grep -E '^(Sig(Pnd|Blk|Ign|Cgt)|Umask|Seccomp|NoNewPrivs)' /proc/self/status;"
                  "ulimit -a; umask; nice; cat /proc/self/oom_score_adj; pwd; env -u SIGNALBOX_PROCESS | sort;"
                  "env | grep -c ^SIGNALBOX_PROCESS=;"
                  "test \"$(ps -o pgid= -p $$ | tr -d ' ')\" = $$ && ps -o tty=,nice=,cls= -p $$;"
                  "test \"$(ps -o sid= -p $$ | tr -d ' ')\" = $$ && echo \"$0 $*\""_s);
        spec.arguments << u"name"_s << u"one 'argument'; $(x)"_s << QString();
        spec.environment = {{u"EXTRA"_s, u"a 'b"_s}};
        Run run(under(guards, spec));
        QTRY_VERIFY_WITH_TIMEOUT(run.exit, 60'000);
        QCOMPARE(run.error, "");
        QVERIFY(run.output.startsWith("0\n1\n2\n3\n")); // 3 is the directory that ls reads
        QVERIFY(run.output.contains("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
        QVERIFY(run.output.contains("EXTRA=a 'b\n"));
        QVERIFY(run.output.endsWith("name one 'argument'; $(x) \n"));
        if (isSpare)
            first = run.output;
        else
            QCOMPARE(run.output, first);
        while (isSpare && guards.spare() != 0) // the next start is one without it
            Run(under(guards, specFor(u"/bin/true"_s)));
    }
    ::pthread_sigmask(SIG_UNBLOCK, &mask, nullptr);
    ::close(careless);
}

void GuardsTest::failuresAreTheSame_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("message");
    QTest::newRow("no program") << u"/no/such/program"_s << QString()
                                << u"cannot start '/no/such/program': No such file or directory"_s;
    QTest::newRow("not executable") << u"/etc/passwd"_s << QString()
                                    << u"cannot start '/etc/passwd': Permission denied"_s;
    QTest::newRow("no directory") << u"/bin/true"_s << u"/no/such/place"_s
                                  << u"working directory '/no/such/place' does not exist"_s;
}

void GuardsTest::failuresAreTheSame()
{
    QFETCH(QString, program);
    QFETCH(QString, directory);
    QFETCH(QString, message);
    Guards guards(testGuard());
    guards.keepSpare();
    QVERIFY(waitForSpare(guards));
    const pid_t spare = guards.spare();
    ProcessSpec spec = under(guards, specFor(program));
    spec.workingDirectory = directory;
    Run run(spec);
    QCOMPARE(run.process.guardPid(), spare);
    QTRY_VERIFY(run.failure);
    QCOMPARE(run.failure->message, message);
    QVERIFY(!exists(spare));
}

void GuardsTest::takesHugeOrders_data()
{
    QTest::addColumn<bool>("spare");
    QTest::newRow("by way of a spare") << true;
    QTest::newRow("without one") << false;
}

// Twenty parameters of the documented 64 KiB and half a megabyte of environment: more than one packet of a socket holds.
void GuardsTest::takesHugeOrders()
{
    QFETCH(bool, spare);
    Guards guards(testGuard());
    if (spare) {
        guards.keepSpare();
        QVERIFY(waitForSpare(guards));
    }
    ProcessSpec spec = under(guards, shell(u"sha256sum < /proc/$$/cmdline; printf %s \"$HUGE7\" | sha256sum"_s));
    for (int number = 0; number < 20; ++number)
        spec.arguments.append(QString(maxArgumentBytes, QChar('a' + number)));
    for (int number = 0; number < 8; ++number)
        spec.environment.insert(u"HUGE%1"_s.arg(number), QString(maxArgumentBytes, QChar('0' + number)));
    QByteArray line = "/bin/sh";
    line += '\0';
    for (const QString &argument : std::as_const(spec.arguments))
        line += argument.toUtf8() + '\0';
    const auto sum = [](const QByteArray &bytes) -> QByteArray {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + "  -\n";
    };
    const pid_t waiting = guards.spare();
    Run run(spec);
    QCOMPARE(run.process.guardPid() == waiting, spare);
    QTRY_VERIFY(run.isOver());
    QVERIFY2(run.exit, run.failure ? qPrintable(run.failure->message) : "");
    QCOMPARE(run.output, sum(line) + sum(QByteArray(maxArgumentBytes, '7')));

    spec.arguments += QStringList(20, QString(maxArgumentBytes, u'x'));
    Run tooMuch(spec);
    QTRY_VERIFY(tooMuch.isOver());
    QVERIFY(tooMuch.failure);
    QCOMPARE(tooMuch.failure->code, ErrorCode::InvalidArgument);
    QCOMPARE(tooMuch.failure->message,
             u"cannot start '/bin/sh': its arguments and environment are too large together"_s);
}

void GuardsTest::spareThatWasKilled()
{
    Guards guards(testGuard());
    guards.keepSpare();
    QVERIFY(waitForSpare(guards));
    const pid_t spare = guards.spare();
    ::kill(spare, SIGKILL);
    QTRY_COMPARE(readProcStat(spare)->state, 'Z');
    Run run(under(guards, shell(u"echo fine"_s)));
    QVERIFY(run.process.guardPid() != spare);
    QVERIFY(!exists(spare));
    QTRY_VERIFY(run.exit);
    QCOMPARE(run.output, "fine\n");
    QVERIFY(waitForSpare(guards));
}

void GuardsTest::spareThatDoesNotEndByItself()
{
    auto guards = std::make_unique<Guards>(testGuard());
    guards->keepSpare();
    QVERIFY(waitForSpare(*guards));
    const pid_t spare = guards->spare();
    ::kill(spare, SIGSTOP);
    QTRY_COMPARE(readProcStat(spare)->state, 'T');
    guards.reset();
    QVERIFY(!exists(spare));
}

// The next server does not wait for a guard that has nothing to guard.
void GuardsTest::spareDoesNotHoldTheLease()
{
    const QTemporaryDir folder;
    auto mine = std::make_unique<Lease>();
    QVERIFY(mine->open(folder.path()) && mine->take());
    Lease next;
    QVERIFY(next.open(folder.path()));
    Guards guards(testGuard(), mine->descriptor());
    guards.keepSpare();
    QVERIFY(waitForSpare(guards));
    QVERIFY(!next.take());
    Run run(under(guards, specFor(u"/bin/sleep"_s, {u"1000"_s})));
    QTRY_VERIFY(run.hasStarted);
    QVERIFY(waitForSpare(guards));
    mine.reset();
    QVERIFY(!next.take());
    run.process.kill();
    QTRY_VERIFY(run.exit);
    QVERIFY(guards.spare() != 0);
    QVERIFY(next.take());
}

// docs/interface.md, "Installation": an upgrade lays another file at the path while the server runs.
void GuardsTest::goesOnWithTheGuardOfItsStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"signalbox-guard"_s);
    QVERIFY(QFile::copy(testGuard(), path));
    Guards guards(path);
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(u"/bin/true"_s, path));
    Run run(under(guards, specFor(u"/bin/true"_s)));
    QTRY_VERIFY(run.exit);
    QVERIFY(!run.failure);
}

void GuardsTest::saysThatThereIsNoGuard()
{
    Guards guards(u"/no/such/guard"_s);
    guards.keepSpare();
    Run run(under(guards, specFor(u"/bin/true"_s)));
    QTRY_VERIFY(run.failure);
    QCOMPARE(run.failure->message, u"cannot start the guard program '/no/such/guard': No such file or directory; "
                                   "reinstall, or set SIGNALBOX_GUARD to its path"_s);
}

QTEST_GUILESS_MAIN(GuardsTest)
#include "tst_guards.moc"
