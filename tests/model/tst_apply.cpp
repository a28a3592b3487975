// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/snapshot.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using S = ExecutionState;

namespace {

template<typename Value>
Value valueOf(const QString &id)
{
    Value value;
    value.id = id;
    return value;
}

Execution execution(S state)
{
    auto value = valueOf<Execution>(u"e"_s);
    value.state = state;
    return value;
}

Task task(const QString &node, S state, double percent = 0)
{
    Task value;
    value.executionId = u"e"_s;
    value.nodeId = node;
    value.state = state;
    value.percent = percent;
    return value;
}

Replaced tell(Snapshot &snapshot, ChangeBody body)
{
    return apply(snapshot, {snapshot.number + 1, {}, {}, {}, std::move(body)});
}

// That a first Change replaces nothing, a second one the first value, a removal the second.
template<typename Changed, typename Removed, typename Value>
void checkReplaced(const Value &first, const Value &second)
{
    Snapshot snapshot;
    QVERIFY(std::holds_alternative<std::monostate>(tell(snapshot, Changed{first})));
    QCOMPARE(std::get<Value>(tell(snapshot, Changed{second})), first);
    QCOMPARE(std::get<Value>(tell(snapshot, Removed{first.id})), second);
    QVERIFY(std::holds_alternative<std::monostate>(tell(snapshot, Removed{first.id})));
}

} // namespace

// What apply() makes of a Snapshot, and what it hands back.
class ApplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsBackTheValueBefore();
    void handsBackTheTaskAndItsExecution();
    void nothingIsReplacedByWhatDoesNotApply();
    void agentsTakeTheirWorkersWithThem();
    void countsTasks();
    void anExecutionIsTheMeanOfItsTasks();
    void theEndStands();
    void percentagesNeverRunBackwards();
    void keepsTheNewestFinishedExecutions();
    void keepsFewerOfLargeExecutions();
};

void ApplyTest::handsBackTheValueBefore()
{
    auto running = valueOf<Component>(u"a"_s);
    running.state = ComponentState::Running;
    checkReplaced<ComponentChanged, ComponentRemoved>(valueOf<Component>(u"a"_s), running);
    checkReplaced<ExecutionChanged, ExecutionForgotten>(execution(S::Queued), execution(S::Running));
    auto named = valueOf<Project>(u"p"_s);
    named.name = u"named"_s;
    checkReplaced<ProjectChanged, ProjectRemoved>(valueOf<Project>(u"p"_s), named);
    auto online = valueOf<Agent>(u"a"_s);
    online.state = AgentState::Online;
    checkReplaced<AgentChanged, AgentRemoved>(valueOf<Agent>(u"a"_s), online);
    auto island = valueOf<Instance>(u"i"_s);
    island.name = u"island"_s;
    checkReplaced<InstanceChanged, InstanceRemoved>(valueOf<Instance>(u"i"_s), island);
    auto paused = valueOf<Schedule>(u"s"_s);
    paused.isEnabled = false;
    checkReplaced<ScheduleChanged, ScheduleRemoved>(valueOf<Schedule>(u"s"_s), paused);

    Snapshot snapshot;
    auto idle = valueOf<Worker>(u"w"_s);
    QVERIFY(std::holds_alternative<std::monostate>(tell(snapshot, WorkerChanged{idle})));
    QCOMPARE(std::get<Worker>(tell(snapshot, WorkerChanged{valueOf<Worker>(u"w"_s)})), idle);
    const auto client = valueOf<Client>(u"c"_s);
    auto wrong = client;
    wrong.lastError = u"no such id"_s;
    QVERIFY(std::holds_alternative<std::monostate>(tell(snapshot, ClientConnected{client})));
    QCOMPARE(std::get<Client>(tell(snapshot, ClientChanged{wrong})), client);
    QCOMPARE(std::get<Client>(tell(snapshot, ClientDisconnected{u"c"_s, {}})), wrong);
    QVERIFY(std::get<Mode>(tell(snapshot, ModeChanged{Mode::Halted})) == Mode::Normal);
    QVERIFY(std::get<Mode>(tell(snapshot, ModeChanged{Mode::Normal})) == Mode::Halted);
}

void ApplyTest::handsBackTheTaskAndItsExecution()
{
    Snapshot snapshot;
    (void)tell(snapshot, ExecutionChanged{execution(S::Running)});
    const auto first = std::get<ReplacedTask>(tell(snapshot, TaskChanged{task(u"a"_s, S::Running)}));
    QVERIFY(!first.task);
    QCOMPARE(first.execution, *snapshot.execution(u"e"_s));
    QCOMPARE(first.execution.counts.running, 1);
    const auto second = std::get<ReplacedTask>(tell(snapshot, TaskChanged{task(u"a"_s, S::Failed)}));
    QCOMPARE(*second.task, task(u"a"_s, S::Running));
    QCOMPARE(second.execution, *snapshot.execution(u"e"_s));
    QCOMPARE(second.execution.counts.failed, 1);
}

void ApplyTest::nothingIsReplacedByWhatDoesNotApply()
{
    Snapshot snapshot;
    const Snapshot before = snapshot;
    for (const ChangeBody &body : {ChangeBody(TaskChanged{task(u"a"_s, S::Running)}),
                                   ChangeBody(ClientChanged{valueOf<Client>(u"c"_s)}), ChangeBody(ProblemOccurred{})}) {
        QVERIFY(std::holds_alternative<std::monostate>(tell(snapshot, body)));
        snapshot.number = before.number;
        QVERIFY(snapshot == before);
    }
}

void ApplyTest::agentsTakeTheirWorkersWithThem()
{
    Snapshot snapshot;
    (void)tell(snapshot, AgentChanged{valueOf<Agent>(u"a"_s)});
    for (const QString &host : {u"a"_s, u"b"_s}) {
        auto worker = valueOf<Worker>(host + u"-1"_s);
        worker.host = host;
        (void)tell(snapshot, WorkerChanged{worker});
    }
    (void)tell(snapshot, AgentRemoved{u"a"_s});
    QCOMPARE(snapshot.workers.keys(), QStringList{u"b-1"_s});
}

void ApplyTest::countsTasks()
{
    Snapshot snapshot;
    (void)tell(snapshot, ExecutionChanged{execution(S::Running)});
    for (const QString &node : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        (void)tell(snapshot, TaskChanged{task(node, S::Created)});
    (void)tell(snapshot, TaskChanged{task(u"a"_s, S::Running)});
    (void)tell(snapshot, TaskChanged{task(u"a"_s, S::Succeeded)});
    (void)tell(snapshot, TaskChanged{task(u"b"_s, S::Interrupted)});
    (void)tell(snapshot, TaskChanged{task(u"c"_s, S::Running)});
    const Execution &counted = *snapshot.execution(u"e"_s);
    QCOMPARE(counted.counts, (TaskCounts{4, 1, 1, 1, 0, 100.0}));
    QCOMPARE(counted.percent, 25.0);
}

void ApplyTest::anExecutionIsTheMeanOfItsTasks()
{
    Snapshot snapshot;
    (void)tell(snapshot, ExecutionChanged{execution(S::Running)});
    for (const QString &node : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        (void)tell(snapshot, TaskChanged{task(node, S::Created)});
    const Execution &known = *snapshot.execution(u"e"_s);
    Task further = task(u"a"_s, S::Running, 50);
    further.message = u"half"_s;
    QCOMPARE(std::get<ReplacedTask>(tell(snapshot, TaskChanged{further})).execution, known);
    QCOMPARE(known.percent, 12.5);
    QCOMPARE(known.message, u"half"_s);
    (void)tell(snapshot, TaskChanged{task(u"b"_s, S::Succeeded)}); // without a percentage of its own
    QCOMPARE(known.percent, 37.5);
    (void)tell(snapshot, TaskChanged{task(u"c"_s, S::Failed, 50)}); // it stays where it was
    QCOMPARE(known.percent, 50.0);
    (void)tell(snapshot, TaskChanged{task(u"a"_s, S::Running, 20)});
    QCOMPARE(known.percent, 50.0);
    (void)tell(snapshot, TaskChanged{task(u"d"_s, S::Cancelled)});
    (void)tell(snapshot, TaskChanged{task(u"a"_s, S::Succeeded)});
    QCOMPARE(known.percent, 62.5);
}

// What is restored of a finished execution, task by task, is what it ended with.
void ApplyTest::theEndStands()
{
    Snapshot snapshot;
    Execution done = execution(S::Failed);
    done.percent = 25;
    done.message = u"cancelled by ann"_s;
    (void)tell(snapshot, ExecutionChanged{done});
    Task told = task(u"a"_s, S::Succeeded);
    (void)tell(snapshot, TaskChanged{told});
    told.message = u"text"_s;
    (void)tell(snapshot, TaskChanged{told});
    QCOMPARE(snapshot.execution(u"e"_s)->percent, 25.0);
    QCOMPARE(snapshot.execution(u"e"_s)->message, u"cancelled by ann"_s);
}

void ApplyTest::percentagesNeverRunBackwards()
{
    Snapshot snapshot;
    (void)tell(snapshot, ExecutionChanged{execution(S::Running)});
    const auto percentAfter = [&](double percent) {
        (void)tell(snapshot, TaskChanged{task(u"a"_s, S::Running, percent)});
        return snapshot.tasks[u"e"_s][u"a"_s].percent;
    };
    QCOMPARE(percentAfter(50), 50.0);
    QCOMPARE(percentAfter(40), 50.0);
    QCOMPARE(percentAfter(60), 60.0);
}

void ApplyTest::keepsTheNewestFinishedExecutions()
{
    Snapshot snapshot;
    for (int i = 0; i < Snapshot::finishedKept + 5; ++i) {
        Execution ended = execution(S::Succeeded);
        ended.id = QString::number(i);
        (void)tell(snapshot, ExecutionChanged{ended});
        (void)tell(snapshot, ExecutionChanged{ended}); // a name that changes afterwards
    }
    QCOMPARE(snapshot.executions.size(), Snapshot::finishedKept);
    QCOMPARE(snapshot.finished.size(), Snapshot::finishedKept);
    QCOMPARE(snapshot.finished.constFirst(), u"5"_s);
}

void ApplyTest::keepsFewerOfLargeExecutions()
{
    Snapshot snapshot;
    const auto finish = [&](const QString &id, int tasks) {
        Execution ended = execution(S::Succeeded);
        ended.id = id;
        ended.counts.total = tasks;
        (void)tell(snapshot, ExecutionChanged{ended});
    };
    finish(u"a"_s, Snapshot::finishedTasksKept / 2);
    finish(u"b"_s, Snapshot::finishedTasksKept / 2);
    QCOMPARE(snapshot.finished, QStringList({u"a"_s, u"b"_s}));
    finish(u"c"_s, 1);
    QCOMPARE(snapshot.finished, QStringList({u"b"_s, u"c"_s}));
    finish(u"d"_s, 2 * Snapshot::finishedTasksKept);
    QCOMPARE(snapshot.finished, QStringList({u"d"_s}));
    QCOMPARE(snapshot.executions.size(), 1);
}

QTEST_GUILESS_MAIN(ApplyTest)
#include "tst_apply.moc"
