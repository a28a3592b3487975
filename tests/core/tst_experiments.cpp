// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/enginefixture.h"

using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::EngineFixture;

namespace {

constexpr int patience = 60'000;

StartExperiment sweep(const QString &commandTemplate, int count)
{
    StartExperiment wish;
    wish.name = QStringLiteral("Sweep");
    wish.commandTemplate = commandTemplate;
    for (int i = 0; i < count; ++i)
        wish.parameters.append({{}, {{QStringLiteral("n"), i}}});
    return wish;
}

void allow(EngineFixture &f, const QStringList &programs)
{
    Catalogue catalogue;
    catalogue.experimentPrograms = programs;
    f.offer(catalogue);
}

} // namespace

// Airavata's parameter sweeps: one task per set.
class TestExperiments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every task fails the first time and leaves a mark that lets it succeed the second time.
    void hundredTasksWithRetries()
    {
        EngineFixture f(4);
        allow(f, {QStringLiteral("sh")});
        StartExperiment wish =
            sweep(QStringLiteral("sh -c 'test -e $0 || { touch $0; exit 9; }; echo $0' mark{n}"), 100);
        wish.maxRetries = 1;
        wish.parameters[7].id = QStringLiteral("seven");
        const QString id = f.start(wish);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(toString(f.execution(id).state), QStringLiteral("succeeded"));
        QCOMPARE(f.execution(id).counts.succeeded, 100);
        QCOMPARE(f.execution(id).percent, 100.0);
        QCOMPARE(f.task(id, QStringLiteral("seven")).attempt, 2);
        QCOMPARE(f.file(id, QStringLiteral("seven.out")), QByteArray("mark7\n"));
        QCOMPARE(f.file(id, QStringLiteral("t100.out")), QByteArray("mark99\n"));
        QVERIFY(f.output(id).startsWith("mark0\nmark1\n"));
        QTRY_COMPARE_WITH_TIMEOUT(f.engine->running(), 0, patience);
        QCOMPARE(f.journal.tasksOf.value(id).size(), 100);
        for (const Task &task : f.journal.tasksOf.value(id))
            QCOMPARE(toString(task.state), QStringLiteral("succeeded"));
    }

    void failsWhenRetriesAreUsedUp()
    {
        EngineFixture f(4);
        allow(f, {QStringLiteral("test")});
        StartExperiment wish = sweep(QStringLiteral("test {n} -gt 1"), 4);
        wish.maxRetries = 2;
        const QString id = f.start(wish);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(toString(f.execution(id).state), QStringLiteral("failed"));
        QCOMPARE(f.execution(id).error, QStringLiteral("2 of 4 tasks failed"));
        QCOMPARE(f.task(id, QStringLiteral("t1")).attempt, 3);
        QCOMPARE(f.task(id, QStringLiteral("t1")).error, QStringLiteral("exit status 1"));
        QCOMPARE(toString(f.task(id, QStringLiteral("t3")).state), QStringLiteral("succeeded"));
    }

    void submittedLater()
    {
        EngineFixture f;
        allow(f, {QStringLiteral("echo")});
        StartExperiment wish = sweep(QStringLiteral("echo {n}"), 3);
        wish.submit = false;
        const QString id = f.start(wish);
        QCOMPARE(toString(f.execution(id).state), QStringLiteral("created"));
        QCOMPARE(f.execution(id).counts.total, 3);
        QVERIFY(f.submit(SubmitExperiment{id}));
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(f.output(id), QByteArray("0\n1\n2\n"));
        const auto again = f.submit(SubmitExperiment{id});
        QVERIFY(!again && again.error().code == ErrorCode::Conflict);
    }

    void cancelledBeforeSubmitted()
    {
        EngineFixture f;
        allow(f, {QStringLiteral("echo")});
        StartExperiment wish = sweep(QStringLiteral("echo {n}"), 2);
        wish.submit = false;
        const QString id = f.start(wish);
        QVERIFY(f.submit(CancelExecution{id}));
        QCOMPARE(toString(f.execution(id).state), QStringLiteral("cancelled"));
        QCOMPARE(f.execution(id).counts.cancelled, 2);
    }

    // A restart knows the new name, whatever the experiment does meanwhile; its end keeps it.
    void renamedWhenever_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state : {"created", "queued", "running"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }
    void renamedWhenever()
    {
        QFETCH(QString, state);
        EngineFixture f(state == QStringLiteral("queued") ? 0 : 1);
        allow(f, {QStringLiteral("sh")});
        StartExperiment wish = sweep(QStringLiteral("sh -c 'until test -e go; do sleep 0.01; done'"), 1);
        wish.submit = state != QStringLiteral("created");
        const QString id = f.start(wish);
        QTRY_COMPARE(toString(f.state(id)), state);
        f.journal.hold = true;
        bool settled = false;
        QVERIFY(f.submit(UpdateExperiment{id, QStringLiteral("New"), QStringLiteral("why")},
                         [&settled](const CommandSettled &outcome) { settled = !outcome.error; }));
        QVERIFY(!settled); // not before it would survive
        f.journal.release();
        QVERIFY(settled);
        QCOMPARE(f.journal.executions.value(id).name, QStringLiteral("New"));
        QCOMPARE(toString(f.journal.executions.value(id).state), state);
        if (state != QStringLiteral("running")) {
            QVERIFY(f.submit(CancelExecution{id}));
        } else {
            QFile go(f.path(id, QStringLiteral("work/go")));
            QVERIFY(go.open(QIODevice::WriteOnly));
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.engine->running(), 0, patience);
        QCOMPARE(f.journal.executions.value(id).name, QStringLiteral("New"));
        QCOMPARE(f.execution(id).details.value(QStringLiteral("description")).toString(), QStringLiteral("why"));
        QVERIFY(isFinal(f.journal.executions.value(id).state));
    }

    void namesItsTasksInOrder()
    {
        EngineFixture f;
        allow(f, {QStringLiteral("echo")});
        StartExperiment wish = sweep(QStringLiteral("echo {n}"), 11);
        wish.parameters[0].id = QStringLiteral("zero");
        const QString id = f.start(wish);
        const QStringList ids = taskIdsOf(f.execution(id));
        QCOMPARE(ids.size(), 11);
        QCOMPARE(ids.mid(0, 2) + ids.mid(9), (QStringList{QStringLiteral("zero"), QStringLiteral("t2"),
                                                          QStringLiteral("t10"), QStringLiteral("t11")}));
    }

    void repeatsFromItsRecord()
    {
        EngineFixture f;
        allow(f, {QStringLiteral("echo")});
        const QString first = f.start(sweep(QStringLiteral("echo {n}"), 2));
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(first), patience);
        const QString second = f.start(RetryExecution{first, false});
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(second), patience);
        QCOMPARE(f.output(second), QByteArray("0\n1\n"));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("commandTemplate");
        QTest::addColumn<int>("sets");
        QTest::addColumn<QString>("error");
        QTest::newRow("program") << QStringLiteral("rm -rf {n}") << 1 << QStringLiteral("'rm' is not allowed");
        QTest::newRow("path") << QStringLiteral("/bin/echo {n}") << 1 << QStringLiteral("'/bin/echo' is not allowed");
        QTest::newRow("place") << QStringLiteral("{n} x") << 1 << QStringLiteral("'{n}' is not allowed");
        QTest::newRow("missing") << QStringLiteral("echo {m}") << 1
                                 << QStringLiteral("parameters[0]: parameter 'm' is missing");
        QTest::newRow("no sets") << QStringLiteral("echo {n}") << 0 << QStringLiteral("at least one set");
        QTest::newRow("empty") << QString() << 1 << QStringLiteral("commandTemplate is empty");
    }
    void refuses()
    {
        QFETCH(QString, commandTemplate);
        QFETCH(int, sets);
        QFETCH(QString, error);
        EngineFixture f;
        allow(f, {QStringLiteral("echo")});
        const auto refused = f.submit(sweep(commandTemplate, sets));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(error), qPrintable(refused.error().message));
        QVERIFY(f.hub.snapshot().executions.isEmpty());
    }

    void estimates()
    {
        TaskCounts counts;
        const Timestamp start{Milliseconds(1'000'000)};
        QVERIFY(!estimatedRemaining(counts, start, start));
        counts.total = 10;
        QVERIFY(!estimatedRemaining(counts, start, start + Milliseconds(500)));
        counts.succeeded = 4;
        counts.failed = 1;
        QCOMPARE(estimatedRemaining(counts, start, start + Milliseconds(500)), Milliseconds(500));
        counts.succeeded = 9;
        QCOMPARE(estimatedRemaining(counts, start, start + Milliseconds(500)), Milliseconds(0));
        QVERIFY(!estimatedRemaining(counts, start, start - Milliseconds(1))); // the clock was set back
    }
};

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
