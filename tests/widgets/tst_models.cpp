// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "tests/support/fakelink.h"
#include "widgets/controls/badge.h"
#include "widgets/models/agentsmodel.h"
#include "widgets/models/callsmodel.h"
#include "widgets/models/clientframesmodel.h"
#include "widgets/models/clientsmodel.h"
#include "widgets/models/componentsmodel.h"
#include "widgets/models/eventsmodel.h"
#include "widgets/models/executionsmodel.h"
#include "widgets/models/processesmodel.h"
#include "widgets/models/tasksmodel.h"
#include "widgets/models/textfilter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using test::client;
using test::component;

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentsChangeRowByRow();
    void clientsComeAndGo();
    void clientRatesAreOverTheTick();
    void agentsShowTheirLoad();
    void callsComeAndGo();
    void processesStartAnewOnlyWhenOthers();
    void framesAreBounded();
    void filterFollows();
    void columnsSayWhatTheyAre_data();
    void columnsSayWhatTheyAre();
};

void ModelsTest::componentsChangeRowByRow()
{
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    ComponentsModel model(replica, liveness);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Snapshot snapshot;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        snapshot.components.insert(id, component(id));
    link.connectTo(snapshot);
    QCOMPARE(model.rowCount(), 3);

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy updates(&model, &QAbstractItemModel::dataChanged);
    link.change(ComponentChanged{component(u"b"_s, ComponentState::Error)});
    QCOMPARE(updates.size(), 1);
    QCOMPARE(updates[0][0].toModelIndex().row(), 1);
    QCOMPARE(updates[0][1].toModelIndex().row(), 1);
    QCOMPARE(model.index(1, 0).data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
    link.change(ComponentChanged{component(u"d"_s)});
    QCOMPARE(model.rowCount(), 4);
    link.change(ComponentRemoved{u"a"_s});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(u"d"_s), 2);

    Component running = component(u"c"_s, ComponentState::Starting);
    running.pid = 42;
    link.change(ComponentChanged{running});
    MetricsSample sample;
    sample.components = {{u"c"_s, {42, 12.5, 64.0}}};
    link.tick(sample);
    const int row = model.rowOf(u"c"_s);
    QCOMPARE(model.index(row, ComponentsModel::Cpu).data(SortRole).toDouble(), 12.5);
    QCOMPARE(resets.size(), 0);
}

void ModelsTest::clientsComeAndGo()
{
    test::FakeLink link;
    Replica replica(link);
    ClientsModel model(replica);
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
    Client wrong = client(u"3"_s);
    wrong.lastError = u"message over 64 KiB"_s;
    link.change(ClientChanged{wrong});
    const QModelIndex error = model.index(model.rowOf(u"3"_s), ClientsModel::LastError);
    QCOMPARE(error.data().toString(), wrong.lastError);
    QCOMPARE(error.data(ToneRole).toInt(), static_cast<int>(Tone::Bad));
}

void ModelsTest::clientRatesAreOverTheTick()
{
    test::FakeLink link;
    Replica replica(link);
    ClientsModel model(replica);
    link.connectTo({});
    link.change(ClientConnected{client(u"a"_s)});
    ClientFigures figures;
    figures.bytesOut = 4000;
    link.change(ClientsCounted{{{u"a"_s, figures}}});
    QCOMPARE(model.row(0).bytesPerSecond, 2000.0); // the first rate: over one tick of 2 s
    link.tick();
    link.change(ClientsCounted{{}});
    QCOMPARE(model.row(0).bytesPerSecond, 0.0); // a client that is not named has not moved
    QCOMPARE(model.row(0).client.figures.bytesOut, 4000);
    for (int i = 0; i < 1000; ++i)
        link.tick(); // without ClientsCounted: all clients are silent
    figures.bytesOut = 8000;
    link.change(ClientsCounted{{{u"a"_s, figures}}});
    QCOMPARE(model.row(0).bytesPerSecond, 2000.0); // over the last tick alone
}

void ModelsTest::agentsShowTheirLoad()
{
    test::FakeLink link;
    Replica replica(link);
    AgentsModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Agent here = test::agent(u"here"_s, AgentState::Online);
    here.local = true;
    Agent far = test::agent(u"far"_s, AgentState::Online);
    far.capabilities = {{u"maxConcurrentJobs"_s, 2}};
    Execution job = test::execution(u"job"_s, ExecutionState::Queued, ExecutionKind::Job);
    job.details = JobDetails{.agentId = far.id};
    Snapshot snapshot = test::snapshotOf(here, far, job);
    snapshot.workers.insert(u"here-1"_s, {u"here-1"_s, here.id, WorkerState::Idle, {}, {}});
    snapshot.workers.insert(u"here-2"_s, {u"here-2"_s, here.id, WorkerState::Offline, {}, {}});
    snapshot.workers.insert(u"far-1"_s, {u"far-1"_s, far.id, WorkerState::Running, {}, {}});
    link.connectTo(snapshot);
    model.setAwake(true);
    const auto text = [&model](const QString &id, int column) {
        return model.index(model.rowOf(id), column).data().toString();
    };
    QCOMPARE(text(far.id, AgentsModel::Running), u"0 of 2"_s);
    QCOMPARE(text(far.id, AgentsModel::Waiting), u"1"_s);
    QCOMPARE(text(far.id, AgentsModel::Cpu), u"–"_s);
    job.state = ExecutionState::Running;
    link.change(ExecutionChanged{job});
    far.resourceUsage = {{u"cpuPercent"_s, 12.5}, {u"memoryMB"_s, 2048}, {u"diskFreeGB"_s, 100}};
    far.state = AgentState::Degraded;
    link.change(AgentChanged{far});
    QCOMPARE(text(far.id, AgentsModel::State), u"Degraded"_s);
    QCOMPARE(text(far.id, AgentsModel::Running), u"1 of 2"_s);
    QCOMPARE(text(far.id, AgentsModel::Waiting), u"0"_s);
    QCOMPARE(text(far.id, AgentsModel::Cpu), u"12.5 %"_s);
    QCOMPARE(text(far.id, AgentsModel::Memory), u"2.0 GiB"_s);
    QCOMPARE(text(far.id, AgentsModel::DiskFree), u"100.0 GiB"_s);
    MetricsSample sample;
    sample.cpuPercent = 50;
    sample.memoryPercent = 25;
    link.change(WorkerChanged{{u"here-1"_s, here.id, WorkerState::Running, {}, {}}});
    link.tick(sample);
    QCOMPARE(text(here.id, AgentsModel::Running), u"1 of 1"_s);
    QCOMPARE(text(here.id, AgentsModel::Cpu), u"50.0 %"_s);
    QCOMPARE(text(here.id, AgentsModel::Memory), u"25.0 %"_s);
    const auto memory = [&model](const QString &id) {
        return model.index(model.rowOf(id), AgentsModel::Memory).data(SortRole).toDouble();
    };
    far.resourceUsage[u"memoryMB"_s] = 10; // fewer MB than this host's 25, which are percent
    link.change(AgentChanged{far});
    QVERIFY(memory(here.id) < memory(far.id));
    model.setAwake(false);
    job.state = ExecutionState::Succeeded;
    link.change(ExecutionChanged{job});
    far.state = AgentState::Offline;
    link.change(AgentChanged{far});
    QCOMPARE(text(far.id, AgentsModel::Running), u"1 of 2"_s); // asleep: not updated
    model.setAwake(true);
    QCOMPARE(text(far.id, AgentsModel::Running), u"0 of 2"_s);
    QCOMPARE(text(far.id, AgentsModel::State), u"Offline"_s);
    for (const int figure : {AgentsModel::Cpu, AgentsModel::Memory, AgentsModel::DiskFree})
        QCOMPARE(text(far.id, figure), u"–"_s); // figures of an offline agent are old
    link.change(AgentRemoved{far.id});
    QCOMPARE(model.rowCount(), 1);
}

void ModelsTest::callsComeAndGo()
{
    test::FakeLink link;
    Replica replica(link);
    CallsModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Execution call = test::execution(u"1"_s, ExecutionState::Running, ExecutionKind::Process);
    call.name = u"count"_s;
    call.createdAt = Timestamp(Milliseconds(1'000));
    link.connectTo(test::snapshotOf(call));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, CallsModel::Since).data(SortRole).toLongLong(), 1'000);
    QCOMPARE(model.index(0, CallsModel::Name).data(SortRole).toString(), u"count"_s);
    call.id = u"2"_s;
    link.change(ExecutionChanged{call});
    QCOMPARE(model.rowCount(), 2);
    call.state = ExecutionState::Succeeded;
    link.change(ExecutionChanged{call});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(IdRole).toString(), u"1"_s);
}

void ModelsTest::processesStartAnewOnlyWhenOthers()
{
    test::FakeLink link;
    Replica replica(link);
    ProcessesModel model(replica);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    ProcessDefinition process = test::process(u"count"_s);
    process.command = {u"sh"_s, u"-c"_s, u"one\ntwo"_s};
    const Snapshot snapshot = test::snapshotOf(process);
    link.connectTo(snapshot);
    QCOMPARE(resets.size(), 1);
    link.replace(snapshot);
    QCOMPARE(resets.size(), 1);
    const QModelIndex command = model.index(0, ProcessesModel::Command);
    QVERIFY(!command.data().toString().contains(u'\n'));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(command.siblingAtColumn(column).data(Qt::ToolTipRole).toString().contains(u"one\ntwo"_s));
}

void ModelsTest::framesAreBounded()
{
    ClientFramesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ClientFrame frame;
    frame.text = u"two\nlines"_s;
    frame.cut = true;
    frame.bytes = 2048;
    model.append({frame});
    QCOMPARE(model.index(0, ClientFramesModel::Content).data().toString(), u"two lines…"_s);
    QCOMPARE(model.index(0, ClientFramesModel::Size).data(SortRole).toInt(), 2048);
    model.append(QList<ClientFrame>(ClientFramesModel::bound));
    QCOMPARE(model.rowCount(), ClientFramesModel::bound);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::filterFollows()
{
    test::FakeLink link;
    Replica replica(link);
    ClientsModel model(replica);
    TextFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.sort(ClientsModel::Address);
    filter.setText(u"MIRA"_s);
    link.connectTo({});
    Client other = client(u"b"_s);
    other.user = u"somebody"_s;
    link.change(ClientConnected{client(u"a"_s)});
    link.change(ClientConnected{other});
    QCOMPARE(filter.rowCount(), 1);
    other.user = u"mira"_s;
    other.address = u"1.1.1.1:1"_s;
    link.change(ClientChanged{other});
    QCOMPARE(filter.rowCount(), 2);
    QCOMPARE(filter.index(0, 0).data(IdRole).toString(), u"b"_s);
    filter.setText({});
    link.change(ClientDisconnected{u"a"_s, {}});
    QCOMPARE(filter.rowCount(), 1);
}

void ModelsTest::columnsSayWhatTheyAre_data()
{
    QTest::addColumn<std::function<std::unique_ptr<Table>(Replica &, const Liveness &)>>("make");
    const auto add = [](const char *name, std::function<std::unique_ptr<Table>(Replica &, const Liveness &)> make) {
        QTest::newRow(name) << std::move(make);
    };
    add("agents", [](Replica &replica, const Liveness &) { return std::make_unique<AgentsModel>(replica); });
    add("calls", [](Replica &replica, const Liveness &) { return std::make_unique<CallsModel>(replica); });
    add("clients", [](Replica &replica, const Liveness &) { return std::make_unique<ClientsModel>(replica); });
    add("components", [](Replica &replica, const Liveness &liveness) {
        return std::make_unique<ComponentsModel>(replica, liveness);
    });
    add("events", [](Replica &replica, const Liveness &) { return std::make_unique<EventsModel>(replica); });
    add("executions", [](Replica &replica, const Liveness &liveness) {
        return std::make_unique<ExecutionsModel>(replica, liveness);
    });
    add("frames", [](Replica &, const Liveness &) { return std::make_unique<ClientFramesModel>(); });
    add("processes", [](Replica &replica, const Liveness &) { return std::make_unique<ProcessesModel>(replica); });
    add("tasks", [](Replica &, const Liveness &) { return std::make_unique<TasksModel>(); });
}

void ModelsTest::columnsSayWhatTheyAre()
{
    using Make = std::function<std::unique_ptr<Table>(Replica &, const Liveness &)>;
    QFETCH(Make, make);
    test::FakeLink link;
    Replica replica(link);
    Liveness liveness(replica);
    const std::unique_ptr<Table> model = make(replica, liveness);
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    TextFilter filter(*model);
    QStringList titles;
    for (int column = 0; column < model->columnCount(); ++column) {
        const auto of = [&filter, column](int role) { return filter.headerData(column, Qt::Horizontal, role); };
        titles << of(Qt::DisplayRole).toString();
        QVERIFY(of(WidthRole).toInt() > 0);
        const bool isFigure = of(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
        QVERIFY(!isFigure || of(FirmRole).toBool());
        QVERIFY(!of(BadgeRole).toBool() || of(FirmRole).toBool());
        QVERIFY(!of(NamingRole).toBool() || !of(SpareRole).toBool());
        const bool isProcessId = titles.constLast() == u"PID"_s;
        QCOMPARE(model->isSearched(column), !isFigure || isProcessId);
    }
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.removeDuplicates(), 0);
    QVERIFY(!model->headerData(model->columnCount(), Qt::Horizontal, Qt::DisplayRole).isValid());
}

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
