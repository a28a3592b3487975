// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/models/agentsmodel.h"
#include "widgets/models/clientsmodel.h"
#include "widgets/models/componentsmodel.h"
#include "widgets/models/eventsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::widgets;

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentsChangeRowByRow();
    void clientsComeAndGo();
    void clientRatesAreOverTheTick();
    void agentsShowTheirLoad();
    void eventsAreSentences_data();
    void eventsAreSentences();
    void eventsAreBoundedAndCanBePaused();
    void eventsTellWhatWasMissed();
};

namespace {

Component component(const QString &id, ComponentState state = ComponentState::Stopped)
{
    Component made;
    made.id = id;
    made.name = id.toUpper();
    made.state = state;
    return made;
}

Client client(const QString &id)
{
    Client made;
    made.id = id;
    made.dialect = QStringLiteral("sutra");
    made.user = QStringLiteral("mira");
    made.address = QStringLiteral("127.0.0.1:5000");
    return made;
}

} // namespace

void ModelsTest::componentsChangeRowByRow()
{
    test::FakeLink link;
    Liveness liveness(link);
    ComponentsModel model(link, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    for (const QString &id : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        snapshot.components.insert(id, component(id));
    link.connectTo(snapshot);
    QCOMPARE(model.rowCount(), 3);

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy updates(&model, &QAbstractItemModel::dataChanged);
    link.change(ComponentChanged{component(QStringLiteral("b"), ComponentState::Error)});
    QCOMPARE(updates.size(), 1);
    QCOMPARE(updates[0][0].toModelIndex().row(), 1);
    QCOMPARE(updates[0][1].toModelIndex().row(), 1);
    QVERIFY(model.index(1, 0).data(BadRole).toBool());
    link.change(ComponentChanged{component(QStringLiteral("d"))});
    QCOMPARE(model.rowCount(), 4);
    link.change(ComponentRemoved{QStringLiteral("a")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(QStringLiteral("d")), 2);

    Component running = component(QStringLiteral("c"), ComponentState::Starting);
    running.pid = 42;
    link.change(ComponentChanged{running});
    MetricsSample sample;
    sample.components = {{QStringLiteral("c"), 12.5, 64.0}};
    link.tick(sample);
    const int row = model.rowOf(QStringLiteral("c"));
    QCOMPARE(model.index(row, ComponentsModel::Cpu).data(SortRole).toDouble(), 12.5);
    QCOMPARE(resets.size(), 0);
}

void ModelsTest::clientsComeAndGo()
{
    test::FakeLink link;
    ClientsModel model(link);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    link.connectTo({});
    for (int i = 0; i < 20; ++i)
        link.change(ClientConnected{client(QString::number(i))});
    QCOMPARE(model.rowCount(), 20);
    for (int i = 0; i < 20; i += 2)
        link.change(ClientDisconnected{QString::number(i), {}});
    QCOMPARE(model.rowCount(), 10);
    for (int i = 1; i < 20; i += 2)
        QCOMPARE(model.index(model.rowOf(QString::number(i)), 0).data(IdRole).toString(), QString::number(i));
    Client wrong = client(QStringLiteral("3"));
    wrong.lastError = QStringLiteral("message over 64 KiB");
    link.change(ClientChanged{wrong});
    const QModelIndex error = model.index(model.rowOf(QStringLiteral("3")), ClientsModel::LastError);
    QCOMPARE(error.data().toString(), wrong.lastError);
    QVERIFY(error.data(BadRole).toBool());
}

void ModelsTest::clientRatesAreOverTheTick()
{
    test::FakeLink link;
    ClientsModel model(link);
    link.connectTo({});
    link.change(ClientConnected{client(QStringLiteral("a"))});
    ClientFigures figures;
    figures.bytesOut = 4000;
    link.change(ClientsCounted{{{QStringLiteral("a"), figures}}});
    QCOMPARE(model.row(0).bytesPerSecond, 2000.0); // the first over one tick of 2 s
    link.tick();
    link.change(ClientsCounted{{}});
    QCOMPARE(model.row(0).bytesPerSecond, 0.0); // not named: did not move
    QCOMPARE(model.row(0).client.figures.bytesOut, 4000);
    for (int i = 0; i < 1000; ++i)
        link.tick(); // all are silent, and nothing is counted
    figures.bytesOut = 8000;
    link.change(ClientsCounted{{{QStringLiteral("a"), figures}}});
    QCOMPARE(model.row(0).bytesPerSecond, 2000.0); // over the last tick, not over the silence
}

void ModelsTest::agentsShowTheirLoad()
{
    test::FakeLink link;
    AgentsModel model(link);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Agent here;
    here.id = QStringLiteral("here");
    here.local = true;
    here.state = AgentState::Online;
    Agent far;
    far.id = QStringLiteral("far");
    far.state = AgentState::Online;
    far.capabilities = {{QStringLiteral("maxConcurrentJobs"), 2}};
    Snapshot snapshot;
    snapshot.agents = {{here.id, here}, {far.id, far}};
    Execution job;
    job.id = QStringLiteral("job");
    job.kind = ExecutionKind::Job;
    job.state = ExecutionState::Queued;
    job.details = {{QStringLiteral("agentId"), far.id}};
    snapshot.executions.insert(job.id, job);
    snapshot.workers.insert(QStringLiteral("here-1"), {QStringLiteral("here-1"), here.id, WorkerState::Idle, {}, {}});
    link.connectTo(snapshot);
    model.setAwake(true);
    const auto text = [&model](const QString &id, int column) {
        return model.index(model.rowOf(id), column).data().toString();
    };
    QCOMPARE(text(far.id, AgentsModel::Running), QStringLiteral("0 of 2"));
    QCOMPARE(text(far.id, AgentsModel::Waiting), QStringLiteral("1"));
    QCOMPARE(text(far.id, AgentsModel::Cpu), QStringLiteral("–"));
    job.state = ExecutionState::Running;
    link.change(ExecutionChanged{job});
    far.resourceUsage = {
        {QStringLiteral("cpuPercent"), 12.5}, {QStringLiteral("memoryMB"), 2048}, {QStringLiteral("diskFreeGB"), 100}};
    far.state = AgentState::Degraded;
    link.change(AgentChanged{far});
    QCOMPARE(text(far.id, AgentsModel::State), QStringLiteral("Degraded"));
    QCOMPARE(text(far.id, AgentsModel::Running), QStringLiteral("1 of 2"));
    QCOMPARE(text(far.id, AgentsModel::Waiting), QStringLiteral("0"));
    QCOMPARE(text(far.id, AgentsModel::Cpu), QStringLiteral("12.5 %"));
    QCOMPARE(text(far.id, AgentsModel::Memory), QStringLiteral("2.0 GiB"));
    QCOMPARE(text(far.id, AgentsModel::DiskFree), QStringLiteral("100.0 GiB"));
    MetricsSample sample;
    sample.cpuPercent = 50;
    sample.memoryPercent = 25;
    link.change(WorkerChanged{{QStringLiteral("here-1"), here.id, WorkerState::Running, {}, {}}});
    link.tick(sample);
    QCOMPARE(text(here.id, AgentsModel::Running), QStringLiteral("1 of 1"));
    QCOMPARE(text(here.id, AgentsModel::Cpu), QStringLiteral("50.0 %"));
    QCOMPARE(text(here.id, AgentsModel::Memory), QStringLiteral("25.0 %"));
    const auto memory = [&model](const QString &id) {
        return model.index(model.rowOf(id), AgentsModel::Memory).data(SortRole).toDouble();
    };
    far.resourceUsage[QStringLiteral("memoryMB")] = 10; // less than this host's 25, which are percent
    link.change(AgentChanged{far});
    QVERIFY(memory(here.id) < memory(far.id));
    model.setAwake(false);
    job.state = ExecutionState::Succeeded;
    link.change(ExecutionChanged{job});
    far.state = AgentState::Offline;
    link.change(AgentChanged{far});
    QCOMPARE(text(far.id, AgentsModel::Running), QStringLiteral("1 of 2")); // nobody looks
    model.setAwake(true);
    QCOMPARE(text(far.id, AgentsModel::Running), QStringLiteral("0 of 2"));
    QCOMPARE(text(far.id, AgentsModel::State), QStringLiteral("Offline"));
    for (const int figure : {AgentsModel::Cpu, AgentsModel::Memory, AgentsModel::DiskFree})
        QCOMPARE(text(far.id, figure), QStringLiteral("–")); // of who knows when
    link.change(AgentRemoved{far.id});
    QCOMPARE(model.rowCount(), 1);
}

void ModelsTest::eventsAreSentences_data()
{
    QTest::addColumn<ChangeBody>("body");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("bad");
    Component failed = component(QStringLiteral("a"), ComponentState::Error);
    failed.error = QStringLiteral("exit status 1");
    QTest::newRow("failed") << ChangeBody(ComponentChanged{failed}) << QStringLiteral("A failed: exit status 1")
                            << true;
    QTest::newRow("removed") << ChangeBody(ComponentRemoved{QStringLiteral("a")})
                             << QStringLiteral("A was removed from the configuration") << false;
    Execution execution;
    execution.id = QStringLiteral("e");
    execution.name = QStringLiteral("Demo");
    execution.owner = QStringLiteral("mira");
    execution.dialect = QStringLiteral("alger");
    QTest::newRow("created") << ChangeBody(ExecutionChanged{execution})
                             << QStringLiteral("mira created Demo over alger") << false;
    QTest::newRow("connected") << ChangeBody(ClientConnected{client(QStringLiteral("c"))})
                               << QStringLiteral("mira at 127.0.0.1:5000 connected over sutra") << false;
    QTest::newRow("mode") << ChangeBody(ModeChanged{Mode::Maintenance})
                          << QStringLiteral("server switched the server: Maintenance") << false;
    QTest::newRow("refused") << ChangeBody(CommandSettled{{}, {}, Error{ErrorCode::Internal, QStringLiteral("no")}})
                             << QStringLiteral("A request of server failed: no") << true;
    QTest::newRow("problem") << ChangeBody(ProblemOccurred{QStringLiteral("disk full"), QStringLiteral("store")})
                             << QStringLiteral("disk full (store)") << true;
    QTest::newRow("same state again") << ChangeBody(ComponentChanged{component(QStringLiteral("a"))}) << QString()
                                      << false;
    Agent agent;
    agent.id = QStringLiteral("far");
    agent.state = AgentState::Online;
    QTest::newRow("sign of life") << ChangeBody(AgentChanged{agent}) << QString() << false;
    agent.state = AgentState::Degraded;
    QTest::newRow("degraded") << ChangeBody(AgentChanged{agent}) << QStringLiteral("Agent far is degraded") << false;
    agent.state = AgentState::Offline;
    QTest::newRow("offline") << ChangeBody(AgentChanged{agent}) << QStringLiteral("Agent far went offline") << true;
    agent.state = AgentState::Online;
    agent.registeredAt = Timestamp(Milliseconds(1));
    QTest::newRow("registered") << ChangeBody(AgentChanged{agent}) << QStringLiteral("Agent far registered") << false;
    QTest::newRow("figures") << ChangeBody(ClientsCounted{}) << QString() << false;
    QTest::newRow("settled well") << ChangeBody(CommandSettled{}) << QString() << false;
}

void ModelsTest::eventsAreSentences()
{
    QFETCH(ChangeBody, body);
    QFETCH(QString, sentence);
    QFETCH(bool, bad);
    test::FakeLink link;
    Snapshot snapshot;
    snapshot.components.insert(QStringLiteral("a"), component(QStringLiteral("a")));
    snapshot.agents[QStringLiteral("far")].id = QStringLiteral("far");
    snapshot.agents[QStringLiteral("far")].state = AgentState::Online;
    EventsModel model(link);
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

void ModelsTest::eventsAreBoundedAndCanBePaused()
{
    test::FakeLink link;
    EventsModel model(link);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    link.connectTo({});
    for (int i = 0; i < EventsModel::bound - 5; ++i)
        link.change(ProblemOccurred{QString::number(i), {}});
    QTRY_COMPARE(model.rowCount(), EventsModel::bound - 5);
    model.setPaused(true);
    for (int i = 0; i < 20; ++i)
        link.change(ProblemOccurred{QStringLiteral("late"), {}});
    QCOMPARE(model.rowCount(), EventsModel::bound - 5);
    QCOMPARE(model.waiting(), 20);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), EventsModel::bound);
    QCOMPARE(model.event(0).text, QStringLiteral("15"));
    QCOMPARE(model.event(EventsModel::bound - 1).text, QStringLiteral("late"));
    model.setPaused(true);
    for (int i = 0; i < EventsModel::bound + 7; ++i)
        link.change(ProblemOccurred{QString::number(i), {}});
    QCOMPARE(model.dropped(), 7);
    model.setPaused(false);
    QCOMPARE(model.dropped(), 0);
}

void ModelsTest::eventsTellWhatWasMissed()
{
    test::FakeLink link;
    EventsModel model(link);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    for (const QString &id : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        snapshot.components.insert(id, component(id));
    snapshot.clients.insert(QStringLiteral("gone"), client(QStringLiteral("gone")));
    link.connectTo(snapshot);
    QCOMPARE(model.waiting(), 0); // the state at the beginning is no news
    snapshot.components[QStringLiteral("a")].state = ComponentState::Error;
    snapshot.components[QStringLiteral("a")].stateSince = Timestamp(Milliseconds(2'000));
    snapshot.components.remove(QStringLiteral("b"));
    snapshot.clients.clear();
    snapshot.metrics.time = Timestamp(Milliseconds(3'000));
    Execution execution;
    execution.id = QStringLiteral("e");
    execution.name = QStringLiteral("Demo");
    execution.state = ExecutionState::Succeeded;
    execution.endedAt = Timestamp(Milliseconds(1'000));
    snapshot.executions.insert(execution.id, execution);
    link.replace(snapshot);
    QTRY_COMPARE(model.rowCount(), 5);
    QVERIFY(model.event(0).text.startsWith(QStringLiteral("Events are missing here")));
    QStringList told;
    for (int row = 1; row < model.rowCount(); ++row)
        told << model.event(row).text;
    QCOMPARE(told, (QStringList{QStringLiteral("Demo succeeded"), QStringLiteral("A failed"),
                                QStringLiteral("B was removed from the configuration"),
                                QStringLiteral("mira at 127.0.0.1:5000 disconnected")}));
}

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
