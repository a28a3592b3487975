// SPDX-License-Identifier: GPL-3.0-or-later
// No process outlives a stop, a crash or a `kill -9` of the server (docs/reliability.md, "Nothing outlives the
// server"). SIGNALBOX_LONG=1: a thousand starts and stops.
#include "tests/core/processes.h"

#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

const QStringList misbehaviours{
    u"double-fork"_s,   u"setsid"_s,          u"ignores-term"_s, u"closes-descriptors"_s,    u"forks-twenty"_s,
    u"exits-at-once"_s, u"prints-gibibyte"_s, u"changes-name"_s, u"forks-twenty-sessions"_s, u"runner"_s,
};

bool isLong()
{
    return qEnvironmentVariableIntValue("SIGNALBOX_LONG") != 0;
}

} // namespace

class SurvivorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stopped_data();
    void stopped();
    void together();
    void serverKilled();
    void printsAGibibyte();
    void runsAwayThroughSessions();
};

void SurvivorsTest::initTestCase()
{
    QCOMPARE(processesOf(testMisbehave()), QList<int>());
}

void SurvivorsTest::stopped_data()
{
    QTest::addColumn<QString>("mode");
    for (const QString &mode : misbehaviours)
        QTest::newRow(qPrintable(mode)) << mode;
}

// Stops a program at any moment of its life, mostly while it is still forking.
void SurvivorsTest::stopped()
{
    QFETCH(QString, mode);
    const int rounds = isLong() ? 100 : 5;
    for (int round = 0; round < rounds; ++round) {
        ProcessSpec spec = specFor(testMisbehave(), {mode});
        spec.stopTimeout = Milliseconds(20);
        Run run(spec);
        QTRY_VERIFY(run.hasStarted);
        if (round % 2 == 0 && mode != u"closes-descriptors"_s && mode != u"exits-at-once"_s)
            QTRY_VERIFY(run.total > 0);
        round % 3 == 2 ? run.process.kill() : run.process.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.exit, 20'000);
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
        QVERIFY(run.exit->error.isEmpty());
    }
    QCOMPARE(processesOf(testGuard(), ::getpid()), QList<int>());
}

void SurvivorsTest::together()
{
    const int rounds = isLong() ? 20 : 1;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::unique_ptr<Run>> runs;
        for (const QString &mode : misbehaviours)
            runs.push_back(std::make_unique<Run>(specFor(testMisbehave(), {mode})));
        for (const auto &run : runs)
            QTRY_VERIFY(run->hasStarted);
        for (const auto &run : runs)
            run->process.stop();
        for (const auto &run : runs)
            QTRY_VERIFY_WITH_TIMEOUT(run->exit, 20'000);
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
    }
}

void SurvivorsTest::serverKilled()
{
    const int rounds = isLong() ? 50 : 3;
    for (int round = 0; round < rounds; ++round) {
        QProcess server;
        server.start(QString::fromUtf8(TEST_HOLDER), QStringList{testGuard(), testMisbehave()} + misbehaviours);
        if (round % 2 == 0)
            QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
        else // while the server still starts commands
            QTRY_VERIFY(!processesOf(testMisbehave()).isEmpty());
        server.kill();
        QVERIFY(server.waitForFinished());
        QTRY_COMPARE_WITH_TIMEOUT(processesOf(testGuard()), QList<int>(), 20'000);
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
    }
}

void SurvivorsTest::printsAGibibyte()
{
    const qint64 before = residentKib();
    Run run(specFor(testMisbehave(), {u"prints-gibibyte"_s}));
    QVERIFY(run.readAtLeast(1024LL * 1024 * 1024));
    QVERIFY2(residentKib() - before < floodKib, "memory grew with the output");
    run.process.stop();
    QTRY_VERIFY(run.exit);
    QVERIFY(run.total == 1024LL * 1024 * 1024 || run.total == 1024LL * 1024 * 1024 + 6); // with "ready"
}

// The worst case: every generation has a group of its own and lives for 0.2 ms.
void SurvivorsTest::runsAwayThroughSessions()
{
    const int rounds = isLong() ? 50 : 3;
    for (int round = 0; round < rounds; ++round) {
        Run run(specFor(testMisbehave(), {u"runner-sessions"_s}));
        QTRY_VERIFY(run.total > 0);
        run.process.stop();
        QTRY_VERIFY_WITH_TIMEOUT(run.exit, 20'000);
        QCOMPARE(processesOf(testMisbehave()), QList<int>());
    }
}

QTEST_GUILESS_MAIN(SurvivorsTest)
#include "tst_survivors.moc"
