// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/experiment.h"
#include "tests/support/enginefixture.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::EngineFixture;

namespace {

constexpr int patience = 60'000;

StartExperiment sweep(const QString &commandTemplate, int count)
{
    StartExperiment request;
    request.name = u"Sweep"_s;
    request.details.commandTemplate = commandTemplate;
    for (int i = 0; i < count; ++i)
        request.details.parameters.append({{}, {{u"n"_s, i}}});
    return request;
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
        allow(f, {u"sh"_s});
        StartExperiment request = sweep(u"sh -c 'test -e $0 || { touch $0; exit 9; }; echo $0' mark{n}"_s, 100);
        request.details.maxRetries = 1;
        request.details.parameters[7].id = u"seven"_s;
        const QString id = f.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(toString(f.execution(id).state), u"succeeded"_s);
        QCOMPARE(f.execution(id).counts.succeeded, 100);
        QCOMPARE(f.execution(id).percent, 100.0);
        QCOMPARE(f.task(id, u"seven"_s).attempt, 2);
        QCOMPARE(f.file(id, u"seven.out"_s), QByteArray("mark7\n"));
        QCOMPARE(f.file(id, u"t100.out"_s), QByteArray("mark99\n"));
        QVERIFY(f.output(id).startsWith("mark0\nmark1\n"));
        QTRY_COMPARE_WITH_TIMEOUT(f.engine->running(), 0, patience);
        QCOMPARE(f.journal.tasksOf.value(id).size(), 100);
        for (const Task &task : f.journal.tasksOf.value(id))
            QCOMPARE(toString(task.state), u"succeeded"_s);
    }

    void failsWhenRetriesAreUsedUp()
    {
        EngineFixture f(4);
        allow(f, {u"test"_s});
        StartExperiment request = sweep(u"test {n} -gt 1"_s, 4);
        request.details.maxRetries = 2;
        const QString id = f.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(toString(f.execution(id).state), u"failed"_s);
        QCOMPARE(f.execution(id).error, u"2 of 4 tasks failed"_s);
        QCOMPARE(f.task(id, u"t1"_s).attempt, 3);
        QCOMPARE(f.task(id, u"t1"_s).error, u"exit status 1"_s);
        QCOMPARE(toString(f.task(id, u"t3"_s).state), u"succeeded"_s);
    }

    void submittedLater()
    {
        EngineFixture f;
        allow(f, {u"echo"_s});
        StartExperiment request = sweep(u"echo {n}"_s, 3);
        request.submit = false;
        const QString id = f.start(request);
        QCOMPARE(toString(f.execution(id).state), u"created"_s);
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
        allow(f, {u"echo"_s});
        StartExperiment request = sweep(u"echo {n}"_s, 2);
        request.submit = false;
        const QString id = f.start(request);
        QVERIFY(f.submit(CancelExecution{id}));
        QCOMPARE(toString(f.execution(id).state), u"cancelled"_s);
        QCOMPARE(f.execution(id).counts.cancelled, 2);
    }

    // A new name is durable in any state of the experiment, and the row written at its end has it, too.
    void renamedWhenever_data()
    {
        QTest::addColumn<QString>("state");
        for (const char *state : {"created", "queued", "running"})
            QTest::newRow(state) << QString::fromLatin1(state);
    }
    void renamedWhenever()
    {
        QFETCH(QString, state);
        EngineFixture f(state == u"queued"_s ? 0 : 1);
        allow(f, {u"sh"_s});
        StartExperiment request = sweep(u"sh -c 'until test -e go; do sleep 0.01; done'"_s, 1);
        request.submit = state != u"created"_s;
        const QString id = f.start(request);
        QTRY_COMPARE(toString(f.state(id)), state);
        f.journal.hold = true;
        bool completed = false;
        QVERIFY(f.submit(UpdateExperiment{id, u"New"_s, u"why"_s},
                         [&completed](const CommandCompleted &outcome) { completed = !outcome.error; }));
        QVERIFY(!completed); // not before the new name is durable
        f.journal.release();
        QVERIFY(completed);
        QCOMPARE(f.journal.executions.value(id).name, u"New"_s);
        QCOMPARE(toString(f.journal.executions.value(id).state), state);
        if (state != u"running"_s) {
            QVERIFY(f.submit(CancelExecution{id}));
        } else {
            QFile go(f.path(id, u"work/go"_s));
            QVERIFY(go.open(QIODevice::WriteOnly));
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.engine->running(), 0, patience);
        QCOMPARE(f.journal.executions.value(id).name, u"New"_s);
        QCOMPARE(detailsOf<ExperimentDetails>(f.execution(id)).description, u"why"_s);
        QVERIFY(isFinal(f.journal.executions.value(id).state));
    }

    void namesItsTasksInOrder()
    {
        EngineFixture f;
        allow(f, {u"echo"_s});
        StartExperiment request = sweep(u"echo {n}"_s, 11);
        request.details.parameters[0].id = u"zero"_s;
        const QString id = f.start(request);
        const QStringList ids = taskIdsOf(f.execution(id));
        QCOMPARE(ids.size(), 11);
        QCOMPARE(ids.mid(0, 2) + ids.mid(9), (QStringList{u"zero"_s, u"t2"_s, u"t10"_s, u"t11"_s}));
    }

    void repeatsFromItsRecord()
    {
        EngineFixture f;
        allow(f, {u"echo"_s});
        const QString first = f.start(sweep(u"echo {n}"_s, 2));
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
        QTest::newRow("program") << u"rm -rf {n}"_s << 1 << u"'rm' is not allowed"_s;
        QTest::newRow("path") << u"/bin/echo {n}"_s << 1 << u"'/bin/echo' is not allowed"_s;
        QTest::newRow("place") << u"{n} x"_s << 1 << u"'{n}' is not allowed"_s;
        QTest::newRow("missing") << u"echo {m}"_s << 1 << u"parameters[0]: parameter 'm' is missing"_s;
        QTest::newRow("no sets") << u"echo {n}"_s << 0 << u"at least one set"_s;
        QTest::newRow("empty") << QString() << 1 << u"commandTemplate is empty"_s;
    }
    void refuses()
    {
        QFETCH(QString, commandTemplate);
        QFETCH(int, sets);
        QFETCH(QString, error);
        EngineFixture f;
        allow(f, {u"echo"_s});
        const auto refused = f.submit(sweep(commandTemplate, sets));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(error), qPrintable(refused.error().message));
        QVERIFY(f.hub.snapshot().executions.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
