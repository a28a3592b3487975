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

void allow(EngineFixture &f, const QStringList &programs, const QStringList &templates = {})
{
    Catalogue catalogue;
    catalogue.experimentTemplates = templates;
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
        QCOMPARE(f.execution(id).error, u"2 of 4 tasks failed. Node 't1' failed: exit status 1"_s);
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

    void programs()
    {
        const AllowedCommands some({}, {u"sort"_s, u"echo"_s});
        QVERIFY(some.check({u"echo"_s, u"-n"_s, u"x"_s}) && some.checkProgram(u"echo"_s));
        for (const QString &program : {u"/tmp/echo"_s, u"ech"_s, u"*"_s, QString()})
            QVERIFY(!some.check({program}) && !some.checkProgram(program));
        QVERIFY(AllowedCommands({}, {u"*"_s}).check({u"/bin/anything"_s}));
        QVERIFY(!AllowedCommands({}, {}).check({u"echo"_s}));
    }

    void templates_data()
    {
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("refusal"); // a part of it; empty: allowed
        const auto row = [](const char *name, const QString &allowed, const QStringList &command,
                            const QString &refusal = {}) { QTest::newRow(name) << allowed << command << refusal; };
        const QString seq = u"seq {count}"_s;
        const QString sim = u"/opt/sim/run --steps {steps} -- {case}"_s;
        const QString option = u"begins with -"_s;
        const QString arguments = u"these arguments of"_s;
        row("a place", seq, {u"seq"_s, u"3"_s});
        row("an empty argument", seq, {u"seq"_s, QString()});
        row("a place is one argument", seq, {u"seq"_s, u"3 4; rm x"_s});
        row("none", seq, {u"seq"_s}, arguments);
        row("too many", seq, {u"seq"_s, u"1"_s, u"3"_s}, arguments);
        row("another program", seq, {u"sort"_s, u"3"_s}, u"the program 'sort' is not allowed"_s);
        row("a path to it", seq, {u"/usr/bin/seq"_s, u"3"_s}, u"the program '/usr/bin/seq' is not allowed"_s);
        row("an option", seq, {u"seq"_s, u"-w"_s}, option);
        row("a negative number", seq, {u"seq"_s, u"-1"_s}, option);
        row("a lone -", seq, {u"seq"_s, u"-"_s}, option);
        row("its own --", seq, {u"seq"_s, u"--"_s}, option);
        row("its own -- before it", seq, {u"seq"_s, u"--"_s, u"-1"_s}, arguments);
        row("fixed words", sim, {u"/opt/sim/run"_s, u"--steps"_s, u"9"_s, u"--"_s, u"-a"_s});
        row("an option before --", sim, {u"/opt/sim/run"_s, u"--steps"_s, u"-9"_s, u"--"_s, u"a"_s}, option);
        row("a fixed word is another", sim, {u"/opt/sim/run"_s, u"--shell"_s, u"9"_s, u"--"_s, u"a"_s}, arguments);
        row("a place named --", u"run {--} {x}"_s, {u"run"_s, u"--"_s, u"-x"_s}, option);
        row("any number", u"echo {*}"_s, {u"echo"_s, u"a"_s, u"b"_s, u"c"_s});
        row("any number is none, too", u"echo {*}"_s, {u"echo"_s});
        row("an option among any", u"echo {*}"_s, {u"echo"_s, u"a"_s, u"-e"_s}, option);
        row("any behind --", u"wc -l -- {*}"_s, {u"wc"_s, u"-l"_s, u"--"_s, u"--files0-from=x"_s});
        row("some and any", u"join {first} {*}"_s, {u"join"_s}, arguments);
        row("a quoted word", u"awk '1 + 1' {file}"_s, {u"awk"_s, u"1 + 1"_s, u"x"_s});
        row("what a place is called does not count", u"seq {count}"_s, {u"seq"_s, u"{count}"_s});
    }
    void templates()
    {
        QFETCH(QString, allowed);
        QFETCH(QStringList, command);
        QFETCH(QString, refusal);
        QCOMPARE(AllowedCommands::templateProblem(allowed), QString());
        const Result<void> checked = AllowedCommands({allowed}, {}).check(command);
        QCOMPARE(checked.has_value(), refusal.isEmpty());
        if (!checked) {
            QVERIFY2(checked.error().message.contains(refusal), qPrintable(checked.error().message));
            QVERIFY(checked.error().code == ErrorCode::Forbidden);
        }
    }

    void oneOfTheTemplatesIsEnough()
    {
        const AllowedCommands some({u"seq {last}"_s, u"seq {first} {last}"_s, u"seq -w {last}"_s}, {});
        QVERIFY(some.check({u"seq"_s, u"3"_s}) && some.check({u"seq"_s, u"1"_s, u"3"_s}));
        QVERIFY(some.check({u"seq"_s, u"-w"_s, u"3"_s})); // an option of the template's own
        QCOMPARE(some.check({u"seq"_s, u"1"_s, u"1"_s, u"3"_s}).error().message,
                 u"these arguments of 'seq' are not allowed here; [experiments] templates in the configuration allow "
                 "'seq {last}' and 'seq {first} {last}' and 'seq -w {last}'"_s);
        QCOMPARE(
            some.check({u"seq"_s, u"-f"_s}).error().message,
            u"an argument that begins with - is not allowed where 'seq {last}' has a place ([experiments] templates "
            "in the configuration; a word -- before the place would allow it)"_s);
    }

    // A client's placeholders are filled first; what the command then is counts, set by set.
    void templatesSeeFilledCommands()
    {
        EngineFixture f;
        allow(f, {}, {u"echo fixed {text}"_s});
        StartExperiment request = sweep(u"echo {kind} a{n}"_s, 2);
        request.details.parameters[0].values.insert(u"kind"_s, u"fixed"_s);
        request.details.parameters[1].values.insert(u"kind"_s, u"fixed"_s);
        const QString id = f.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(f.isOver(id), patience);
        QCOMPARE(f.output(id), QByteArray("fixed a0\nfixed a1\n"));
        request.details.parameters[1].values.insert(u"kind"_s, u"other"_s);
        const auto refused = f.submit(request);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith("parameters[1]: these arguments of 'echo'"_L1),
                 qPrintable(refused.error().message));
        allow(f, {}, {u"echo other {text}"_s}); // a reload
        QVERIFY(!f.submit(RetryExecution{id, false}));
    }
};

QTEST_GUILESS_MAIN(TestExperiments)
#include "tst_experiments.moc"
