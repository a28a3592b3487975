// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/models/eventsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using test::client;

class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreSentences_data();
    void eventsAreSentences();
    void eventsAreBoundedAndCanBePaused();
    void eventsTellWhatWasMissed();
};

namespace {

Component component(const QString &id, ComponentState state = ComponentState::Stopped)
{
    Component made = test::component(id, state);
    made.name = id.toUpper();
    return made;
}

} // namespace

void EventsModelTest::eventsAreSentences_data()
{
    QTest::addColumn<ChangeBody>("body");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("bad");
    Component failed = component(u"a"_s, ComponentState::Error);
    failed.error = u"exit status 1"_s;
    QTest::newRow("failed") << ChangeBody(ComponentChanged{failed}) << u"A failed: exit status 1"_s << true;
    QTest::newRow("removed") << ChangeBody(ComponentRemoved{u"a"_s}) << u"A was removed from the configuration"_s
                             << false;
    Execution execution = test::execution(u"e"_s, ExecutionState::Created);
    execution.name = u"Demo"_s;
    QTest::newRow("created") << ChangeBody(ExecutionChanged{execution}) << u"mira created Demo over alger"_s << false;
    QTest::newRow("connected") << ChangeBody(ClientConnected{client(u"c"_s)})
                               << u"mira at 127.0.0.1:5000 connected over sutra"_s << false;
    QTest::newRow("mode") << ChangeBody(ModeChanged{Mode::Maintenance}) << u"server switched the server: Maintenance"_s
                          << false;
    QTest::newRow("refused") << ChangeBody(CommandCompleted{{}, {}, Error{ErrorCode::Internal, u"no"_s}})
                             << u"A request of server failed: no"_s << true;
    QTest::newRow("problem") << ChangeBody(ProblemOccurred{u"disk full"_s, u"store"_s}) << u"disk full (store)"_s
                             << true;
    QTest::newRow("same state again") << ChangeBody(ComponentChanged{component(u"a"_s)}) << QString() << false;
    Agent agent = test::agent(u"far"_s, AgentState::Online);
    QTest::newRow("sign of life") << ChangeBody(AgentChanged{agent}) << QString() << false;
    agent.state = AgentState::Degraded;
    QTest::newRow("degraded") << ChangeBody(AgentChanged{agent}) << u"Agent far is degraded"_s << false;
    agent.state = AgentState::Offline;
    QTest::newRow("offline") << ChangeBody(AgentChanged{agent}) << u"Agent far went offline"_s << true;
    agent.state = AgentState::Online;
    agent.registeredAt = Timestamp(Milliseconds(1));
    QTest::newRow("registered") << ChangeBody(AgentChanged{agent}) << u"Agent far registered"_s << false;
    Task task = test::task(u"known"_s, u"n"_s, ExecutionState::Running);
    task.percent = 50;
    QTest::newRow("task ran before") << ChangeBody(TaskChanged{task}) << QString() << false;
    task.state = ExecutionState::Failed;
    QTest::newRow("task failed") << ChangeBody(TaskChanged{task}) << u"Known, node n: Failed"_s << true;
    QTest::newRow("disconnected") << ChangeBody(ClientDisconnected{u"c"_s, u"slow consumer"_s})
                                  << u"mira at 127.0.0.1:5000 disconnected: slow consumer"_s << false;
    QTest::newRow("figures") << ChangeBody(ClientsCounted{}) << QString() << false;
    QTest::newRow("settled well") << ChangeBody(CommandCompleted{}) << QString() << false;
}

void EventsModelTest::eventsAreSentences()
{
    QFETCH(ChangeBody, body);
    QFETCH(QString, sentence);
    QFETCH(bool, bad);
    test::FakeLink link;
    Replica replica(link);
    Snapshot snapshot;
    snapshot.components.insert(u"a"_s, component(u"a"_s));
    snapshot.agents[u"far"_s].id = u"far"_s;
    snapshot.agents[u"far"_s].state = AgentState::Online;
    snapshot.clients.insert(u"c"_s, client(u"c"_s));
    snapshot.executions[u"known"_s].id = u"known"_s;
    snapshot.executions[u"known"_s].name = u"Known"_s;
    snapshot.tasks[u"known"_s][u"n"_s].state = ExecutionState::Running;
    EventsModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    link.connectTo(snapshot);
    link.change(body);
    if (sentence.isEmpty()) {
        QCOMPARE(model.waiting(), 0);
        return;
    }
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, EventsModel::Text).data().toString(), sentence);
    QCOMPARE(model.event(0).bad, bad);
}

void EventsModelTest::eventsAreBoundedAndCanBePaused()
{
    test::FakeLink link;
    Replica replica(link);
    EventsModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    link.connectTo({});
    for (int i = 0; i < EventsModel::bound - 5; ++i)
        link.change(ProblemOccurred{QString::number(i), {}});
    QTRY_COMPARE(model.rowCount(), EventsModel::bound - 5);
    model.setPaused(true);
    for (int i = 0; i < 20; ++i)
        link.change(ProblemOccurred{u"late"_s, {}});
    QCOMPARE(model.rowCount(), EventsModel::bound - 5);
    QCOMPARE(model.waiting(), 20);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), EventsModel::bound);
    QCOMPARE(model.event(0).text, u"15"_s);
    QCOMPARE(model.event(EventsModel::bound - 1).text, u"late"_s);
    model.setPaused(true);
    for (int i = 0; i < EventsModel::bound + 7; ++i)
        link.change(ProblemOccurred{QString::number(i), {}});
    QCOMPARE(model.dropped(), 7);
    model.setPaused(false);
    QCOMPARE(model.dropped(), 0);
}

void EventsModelTest::eventsTellWhatWasMissed()
{
    test::FakeLink link;
    Replica replica(link);
    EventsModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        snapshot.components.insert(id, component(id));
    snapshot.clients.insert(u"gone"_s, client(u"gone"_s));
    link.connectTo(snapshot);
    QCOMPARE(model.waiting(), 0); // the first Snapshot is not an event
    snapshot.components[u"a"_s].state = ComponentState::Error;
    snapshot.components[u"a"_s].stateSince = Timestamp(Milliseconds(2'000));
    snapshot.components.remove(u"b"_s);
    snapshot.clients.clear();
    snapshot.metrics.time = Timestamp(Milliseconds(3'000));
    Execution execution = test::execution(u"e"_s, ExecutionState::Succeeded);
    execution.name = u"Demo"_s;
    execution.endedAt = Timestamp(Milliseconds(1'000));
    test::add(snapshot, execution);
    link.replace(snapshot);
    QTRY_COMPARE(model.rowCount(), 5);
    QVERIFY(model.event(0).text.startsWith(u"Events are missing here"_s));
    QStringList told;
    for (int row = 1; row < model.rowCount(); ++row)
        told << model.event(row).text;
    QCOMPARE(told, (QStringList{u"Demo succeeded"_s, u"A failed"_s, u"B was removed from the configuration"_s,
                                u"mira at 127.0.0.1:5000 disconnected"_s}));
}

QTEST_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"
