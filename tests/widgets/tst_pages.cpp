// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/dialogs/fuzzy.h"
#include "widgets/dialogs/shortcutsdialog.h"
#include "widgets/format.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/processespage.h"
#include "widgets/pages/serverpage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace signalbox;
using namespace signalbox::widgets;

class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsAPipelineWithParameters();
    void runsAGraphFileAndShowsRefusals();
    void actsOnExecutions();
    void followsAnExperimentOfAiravata();
    void asksTheStoreForWhatIsNoLongerLive();
    void keepsFiltersAndRemembersThem();
    void findsByExecutionId();
    void callsAProcessAndTalksToIt();
    void watchesCallsOfOthers();
    void switchesModesAndAsksBeforeEnding();
    void reloadsAndTellsWhyNot();
    void issuesATokenAndShowsItOnce();
    void actsOnAllComponents();
    void agentsAreBelowComponents();
    void hiddenTablesSleep_data();
    void hiddenTablesSleep();
    void watchesWhatAClientSays();
    void overviewLeadsToExecutions();
    void paletteIsKeyboardOnly();
    void matchesFuzzily_data();
    void matchesFuzzily();
    void helpOpensByKey();

private:
    template<typename P>
    P &page(PageId id)
    {
        window->open(id);
        return *qobject_cast<P *>(window->page(id));
    }
    template<typename T>
    void answerLast(const T &with)
    {
        for (qsizetype i = link->asked.size(); i-- > 0;) {
            const bool fits =
                (std::is_same_v<T, HistoryPage> && std::holds_alternative<HistoryQuery>(link->asked[i]))
                || (std::is_same_v<T, OutputChunk> && std::holds_alternative<OutputQuery>(link->asked[i]))
                || (std::is_same_v<T, ExecutionDetail> && std::holds_alternative<ExecutionQuery>(link->asked[i]));
            if (fits) {
                Q_EMIT link->answered(static_cast<QueryId>(i + 1), Result<Answer>(Answer(with)));
                return;
            }
        }
        QFAIL("nobody asked");
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<test::FakeLink> link;
    std::unique_ptr<MainWindow> window;
};

namespace {

Execution execution(const QString &id, ExecutionState state, ExecutionKind kind = ExecutionKind::Pipeline)
{
    Execution made;
    made.id = id;
    made.name = QStringLiteral("The ") + id;
    made.state = state;
    made.kind = kind;
    made.owner = QStringLiteral("mira");
    made.dialect = QStringLiteral("alger");
    made.createdAt = Timestamp(Milliseconds(1'000'000));
    return made;
}

Snapshot populated()
{
    Snapshot snapshot;
    Component component;
    component.id = QStringLiteral("store");
    component.name = QStringLiteral("Storage Engine");
    component.state = ComponentState::Running;
    snapshot.components.insert(component.id, component);
    Pipeline pipeline;
    pipeline.id = QStringLiteral("demo");
    pipeline.name = QStringLiteral("Demo Pipeline");
    pipeline.nodes = {{QStringLiteral("load"),
                       QStringLiteral("text"),
                       {},
                       QJsonObject{{QStringLiteral("prefix"), QStringLiteral("p-")}},
                       {}}};
    snapshot.catalogue.pipelines = {pipeline};
    ProcessDefinition process;
    process.name = QStringLiteral("count");
    process.command = {QStringLiteral("seq")};
    process.params = ProcessDefinition::Params::Append;
    snapshot.catalogue.processes = {process};
    const Execution running = execution(QStringLiteral("run-1"), ExecutionState::Running);
    snapshot.executions.insert(running.id, running);
    Task task;
    task.executionId = running.id;
    task.nodeId = QStringLiteral("load");
    task.state = ExecutionState::Running;
    snapshot.tasks[running.id].insert(task.nodeId, task);
    snapshot.server.users = {{QStringLiteral("admin"), {}, {}, {QStringLiteral("admin")}},
                             {QStringLiteral("mira"), {}, {}, {QStringLiteral("operator")}}};
    return snapshot;
}

} // namespace

void PagesTest::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    link = std::make_unique<test::FakeLink>();
    link->connectTo(populated());
    window = std::make_unique<MainWindow>(*link, *settings);
    window->resize(1280, 800);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    link->tick();
}

void PagesTest::cleanup()
{
    window.reset();
    link.reset();
}

void PagesTest::startsAPipelineWithParameters()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    window->open(PageId::Executions, QStringLiteral("pipeline:demo"));
    StartDialog *dialog = executions.dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->params().isEmpty()); // what the nodes say is a hint, not a value
    dialog->setParam(QStringLiteral("prefix"), QStringLiteral("x y"));
    dialog->setParam(QStringLiteral("count"), QStringLiteral("3"));
    dialog->setParam(QStringLiteral("flags"), QStringLiteral("[true]"));
    dialog->startButton().click();
    const auto *command = link->lastCommand<StartPipeline>();
    QVERIFY(command);
    QCOMPARE(command->pipelineId, QStringLiteral("demo"));
    QCOMPARE(command->params, (QJsonObject{{QStringLiteral("prefix"), QStringLiteral("x y")},
                                           {QStringLiteral("count"), 3},
                                           {QStringLiteral("flags"), QJsonArray{true}}}));
    link->settle(Error{ErrorCode::Capacity, QStringLiteral("Too many pipeline execution requests in progress.")});
    QCOMPARE(dialog->error(), QStringLiteral("Too many pipeline execution requests in progress."));
    QVERIFY(dialog->isVisible());
    dialog->startButton().click();
    QVERIFY(dialog->error().isEmpty());
    link->change(ExecutionChanged{execution(QStringLiteral("run-2"), ExecutionState::Running)});
    link->settle({}, QStringLiteral("run-2"));
    QVERIFY(!dialog->isVisible());
    QCOMPARE(executions.table().currentId(), QStringLiteral("run-2"));
}

void PagesTest::runsAGraphFileAndShowsRefusals()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    const QString path = folder->filePath(QStringLiteral("board.json"));
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("{");
    executions.runGraph(path);
    QVERIFY(executions.error().contains(QStringLiteral("board.json")));
    QVERIFY(!link->lastCommand<StartGraph>());
    write(R"({"nodes":[{"id":"a","kind":"nope"}],"edges":[]})");
    executions.runGraph(path);
    QVERIFY(link->lastCommand<StartGraph>());
    QCOMPARE(link->lastCommand<StartGraph>()->name, QStringLiteral("board"));
    link->settle(Error{ErrorCode::InvalidArgument, QStringLiteral("Node 'a' has unknown kind 'nope'.")});
    QCOMPARE(executions.error(), QStringLiteral("Node 'a' has unknown kind 'nope'."));
}

void PagesTest::actsOnExecutions()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    QVERIFY(!executions.stopAction().isEnabled());
    QVERIFY(executions.table().selectId(QStringLiteral("run-1")));
    QCOMPARE(executions.detail().executionId(), QStringLiteral("run-1"));
    QVERIFY(executions.stopAction().isEnabled());
    QVERIFY(!executions.rerunAction().isEnabled());
    executions.table().setFocus();
    QTest::keyClick(&executions.table(), Qt::Key_Delete);
    QCOMPARE(link->lastCommand<CancelExecution>()->executionId, QStringLiteral("run-1"));
    link->settle(Error{ErrorCode::Forbidden, QStringLiteral("this needs the role 'admin'")});
    QCOMPARE(executions.error(), QStringLiteral("this needs the role 'admin'"));
    Execution failed = execution(QStringLiteral("run-1"), ExecutionState::Failed);
    failed.error = QStringLiteral("node load: exit status 1");
    failed.counts.total = 2;
    link->change(ExecutionChanged{failed});
    QTRY_COMPARE(executions.detail().explanation(), QStringLiteral("node load: exit status 1"));
    QVERIFY(!executions.stopAction().isEnabled());
    QVERIFY(executions.retryAction().isEnabled());
    executions.retryAction().trigger();
    QVERIFY(link->lastCommand<RetryExecution>()->failedOnly);
    link->settle();
    executions.rerunAction().trigger();
    QVERIFY(!link->lastCommand<RetryExecution>()->failedOnly);
    QTest::keyClick(&executions.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("run-1"));
}

void PagesTest::followsAnExperimentOfAiravata()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    Execution sweep = execution(QStringLiteral("sweep"), ExecutionState::Running, ExecutionKind::Experiment);
    sweep.dialect = QStringLiteral("airavata");
    link->change(ExecutionChanged{sweep});
    Task task;
    task.executionId = sweep.id;
    for (int number = 1; number <= 11; ++number) {
        task.nodeId = QStringLiteral("t%1").arg(number);
        link->change(TaskChanged{task});
    }
    window->open(PageId::Executions, sweep.id);
    executions.detail().showTasks();
    QAbstractItemModel *tasks = executions.detail().tasks().model();
    QTRY_COMPARE(tasks->rowCount(), 11);
    executions.detail().tasks().sortByColumn(TasksModel::Node, Qt::AscendingOrder);
    const auto cell = [tasks](int row, int column) { return tasks->index(row, column).data().toString(); };
    QCOMPARE(cell(1, TasksModel::Node), QStringLiteral("t2"));
    QCOMPARE(cell(10, TasksModel::Node), QStringLiteral("t11"));
    task.state = ExecutionState::Running;
    task.workerId = QStringLiteral("host-1");
    link->change(TaskChanged{task});
    QTRY_COMPARE(cell(10, TasksModel::State), format::state(ExecutionState::Running));
    QCOMPARE(cell(10, TasksModel::Worker), QStringLiteral("host-1"));
    task.state = ExecutionState::Failed;
    task.error = QStringLiteral("exit status 1");
    link->change(TaskChanged{task});
    sweep = *link->snapshot().execution(sweep.id);
    sweep.state = ExecutionState::Failed;
    sweep.error = QStringLiteral("1 of 11 tasks failed");
    link->change(ExecutionChanged{sweep});
    QTRY_COMPARE(cell(10, TasksModel::Failure), QStringLiteral("exit status 1"));
    QTRY_COMPARE(executions.detail().explanation(), QStringLiteral("1 of 11 tasks failed"));
}

void PagesTest::asksTheStoreForWhatIsNoLongerLive()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    window->open(PageId::Executions, QStringLiteral("old-one"));
    ExecutionDetail detail;
    detail.execution = execution(QStringLiteral("old-one"), ExecutionState::Failed);
    detail.execution.error = QStringLiteral("interrupted");
    detail.execution.counts.total = 1;
    Task task;
    task.nodeId = QStringLiteral("only");
    detail.tasks = {task};
    answerLast(detail);
    QCOMPARE(executions.detail().explanation(), QStringLiteral("interrupted"));
    QVERIFY(executions.detail().graph().select(QStringLiteral("only")));
    executions.detail().showOutput(QStringLiteral("only"));
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, QStringLiteral("only"));
    answerLast(OutputChunk{{}, "it said this\n", 13});
    QVERIFY(executions.detail().output().view().toPlainText().contains(QStringLiteral("it said this")));
}

void PagesTest::keepsFiltersAndRemembersThem()
{
    auto *executions = &page<ExecutionsPage>(PageId::Executions);
    executions->filters().state().setCurrentIndex(
        executions->filters().state().findData(static_cast<int>(ExecutionState::Failed)));
    QVERIFY(link->lastQuery<HistoryQuery>()->filter.states == QList<ExecutionState>{ExecutionState::Failed});
    QCOMPARE(executions->table().model()->rowCount(), 0);
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QCOMPARE(executions->model().filter().states.size(), 1);
    window->close();
    window = std::make_unique<MainWindow>(*link, *settings);
    executions = &page<ExecutionsPage>(PageId::Executions);
    QVERIFY(executions->model().filter().states == QList<ExecutionState>{ExecutionState::Failed});
    window->open(PageId::Executions, QStringLiteral("run-1")); // filtered out: shown all the same
    QCOMPARE(executions->table().currentId(), QStringLiteral("run-1"));
}

void PagesTest::findsByExecutionId()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    executions.filters().text().setText(QStringLiteral("old-one"));
    QTRY_VERIFY(link->lastQuery<HistoryQuery>());
    QTRY_COMPARE(link->lastQuery<HistoryQuery>()->filter.text, QStringLiteral("old-one"));
    HistoryPage found;
    found.executions = {execution(QStringLiteral("old-one"), ExecutionState::Succeeded)};
    found.total = 1;
    answerLast(found);
    QCOMPARE(executions.table().model()->rowCount(), 1);
}

void PagesTest::callsAProcessAndTalksToIt()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    QVERIFY(!processes.runButton().isEnabled());
    QVERIFY(processes.table().selectId(QStringLiteral("count")));
    processes.params().setText(QStringLiteral("1 \"a b\""));
    QTest::keyClick(&processes.params(), Qt::Key_Return);
    QVERIFY(link->lastCommand<StartProcess>());
    QCOMPARE(link->lastCommand<StartProcess>()->params, (QStringList{QStringLiteral("1"), QStringLiteral("a b")}));
    link->settle(Error{ErrorCode::InvalidArgument, QStringLiteral("invalid args")});
    QCOMPARE(processes.error(), QStringLiteral("invalid args"));
    processes.runButton().click();
    Execution call = execution(QStringLiteral("call-1"), ExecutionState::Running, ExecutionKind::Process);
    link->change(ExecutionChanged{call});
    link->settle({}, call.id);
    CallPane *pane = processes.currentCall();
    QVERIFY(pane);
    QVERIFY(link->followedOutputs.contains(call.id));
    Q_EMIT link->outputReceived(call.id, "two\nthree\n");
    answerLast(OutputChunk{{}, "one\ntwo\n", 8});
    pane->view().flush();
    QCOMPARE(pane->view().toPlainText(), QStringLiteral("one\ntwo\nthree\n"));
    pane->input().setText(QStringLiteral("hello"));
    QTest::keyClick(&pane->input(), Qt::Key_Return);
    QCOMPARE(link->input, QByteArray("hello\n"));
    pane->closeInputButton().click();
    QVERIFY(link->inputClosed);
    QVERIFY(!pane->input().isEnabled());
    pane->cancelButton().click();
    QCOMPARE(link->lastCommand<CancelExecution>()->executionId, call.id);
    call.state = ExecutionState::Succeeded;
    call.result = QJsonArray{1, QStringLiteral("a b")};
    link->change(ExecutionChanged{call});
    QCOMPARE(pane->result(), QStringLiteral("Result: [1,\"a b\"]"));
    QVERIFY(!link->followedOutputs.contains(call.id));
    QVERIFY(!pane->cancelButton().isEnabled());
}

void PagesTest::watchesCallsOfOthers()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    Execution call = execution(QStringLiteral("remote"), ExecutionState::Running, ExecutionKind::Process);
    call.dialect = QStringLiteral("pow");
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 1);
    QVERIFY(processes.calls().selectId(call.id));
    processes.watchButton().click();
    QCOMPARE(processes.currentCall()->executionId(), call.id);
    call.state = ExecutionState::Cancelled;
    call.error = QStringLiteral("client requested cancellation");
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 0);
    QCOMPARE(processes.currentCall()->result(), QStringLiteral("Rejected: client requested cancellation"));
}

void PagesTest::switchesModesAndAsksBeforeEnding()
{
    ModeCard &mode = page<ServerPage>(PageId::Server).mode();
    QVERIFY(mode.button(Mode::Normal).isChecked());
    mode.button(Mode::Maintenance).click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Maintenance);
    QVERIFY(mode.button(Mode::Normal).isChecked()); // until it is so
    link->settle(Error{ErrorCode::Forbidden, QStringLiteral("this needs the role 'admin'")});
    QCOMPARE(mode.error(), QStringLiteral("this needs the role 'admin'"));
    const qsizetype before = link->submitted.size();
    mode.button(Mode::Halted).click(); // run-1 is running
    QCOMPARE(link->submitted.size(), before);
    QVERIFY(mode.confirmButton().isVisible());
    mode.confirmButton().click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Halted);
    link->change(ModeChanged{Mode::Halted});
    link->settle();
    QVERIFY(mode.button(Mode::Halted).isChecked());
    QVERIFY(!mode.confirmButton().isVisible());
}

void PagesTest::reloadsAndTellsWhyNot()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.reloadButton().click();
    QVERIFY(link->lastCommand<ReloadConfiguration>());
    QVERIFY(!server.reloadButton().isEnabled());
    link->settle(Error{ErrorCode::InvalidArgument, QStringLiteral("line 3: unknown key")});
    QVERIFY(server.reloadOutcome().contains(QStringLiteral("line 3: unknown key")));
    server.reloadButton().click();
    link->settle();
    QVERIFY(server.reloadOutcome().startsWith(QStringLiteral("Reloaded")));
}

void PagesTest::issuesATokenAndShowsItOnce()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.tokenButton().click();
    QPointer<TokenDialog> dialog = server.tokenDialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->token().isVisible());
    dialog->user().setCurrentIndex(dialog->user().findData(QStringLiteral("mira")));
    dialog->issueButton().click();
    const auto *wish = link->lastCommand<IssueToken>();
    QCOMPARE(wish->user, QStringLiteral("mira"));
    QCOMPARE(wish->lifetime.count(), qint64(3'600'000));
    QVERIFY(!dialog->issueButton().isEnabled());
    link->tell(QStringLiteral("a.b.c"));
    link->settle({}, QStringLiteral("mira"));
    QVERIFY(dialog->token().isVisible());
    QVERIFY(dialog->token().isReadOnly());
    QCOMPARE(dialog->token().text(), QStringLiteral("a.b.c"));
    QVERIFY(dialog->explanation().startsWith(QStringLiteral("For mira, good for 1 h")));
    dialog->copyButton().click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a.b.c"));
    const qsizetype wishes = link->submitted.size();
    QTest::keyClick(&dialog->copyButton(), Qt::Key_Return);
    QCOMPARE(link->submitted.size(), wishes); // no second one, that nobody can take back

    dialog->amount().setValue(30);
    dialog->unit().setCurrentIndex(dialog->unit().findText(QStringLiteral("days")));
    dialog->issueButton().click();
    QVERIFY(!dialog->token().isVisible()); // the first is not taken for the second
    QVERIFY(dialog->token().text().isEmpty());
    QCOMPARE(link->lastCommand<IssueToken>()->lifetime, Milliseconds(std::chrono::hours(24 * 30)));
    link->settle(Error{ErrorCode::NotFound, QStringLiteral("there is no user 'mira'")});
    QCOMPARE(dialog->error(), QStringLiteral("there is no user 'mira'"));
    QVERIFY(dialog->issueButton().isEnabled());
    dialog->reject();
    QTRY_VERIFY(!dialog);
    server.tokenButton().click();
    QVERIFY(server.tokenDialog()->token().text().isEmpty());
    QVERIFY(server.tokenDialog()->error().isEmpty());
    server.tokenDialog()->reject();
    link->loseConnection();
    QVERIFY(!server.tokenButton().isEnabled());
}

void PagesTest::actsOnAllComponents()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    const QList<QAction *> &actions = components.groupActions();
    QVERIFY(!actions[0]->isEnabled()); // all run
    QVERIFY(actions[1]->isEnabled());
    const auto question = [this] { return window->findChild<QMessageBox *>(); };
    actions[2]->trigger();
    QVERIFY(question() && !link->lastCommand<RestartComponents>()); // not by a slip of the finger
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(!link->lastCommand<RestartComponents>());
    actions[2]->trigger();
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(link->lastCommand<RestartComponents>());
    QVERIFY(!actions[2]->isEnabled());
    link->settle(Error{ErrorCode::Forbidden, QStringLiteral("this needs the role 'operator'")});
    QCOMPARE(components.error(), QStringLiteral("this needs the role 'operator'"));
}

void PagesTest::agentsAreBelowComponents()
{
    Agent far;
    far.id = QStringLiteral("far");
    far.state = AgentState::Online;
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(!components.agents().isVisible()); // nobody but this server itself: the log gets the room
    link->change(AgentChanged{far});
    QVERIFY(components.agents().isVisible());
    window->open(PageId::Components, QStringLiteral("far")); // as from an event
    QCOMPARE(components.agents().table().currentId(), QStringLiteral("far"));
    link->loseConnection();
    QVERIFY(components.agents().table().isStale());
}

void PagesTest::hiddenTablesSleep_data()
{
    QTest::addColumn<PageId>("id");
    QTest::newRow("components") << PageId::Components;
    QTest::newRow("clients") << PageId::Clients;
}

void PagesTest::hiddenTablesSleep()
{
    QFETCH(PageId, id);
    Client client;
    client.id = QStringLiteral("c");
    link->change(ClientConnected{client});
    window->open(id);
    QAbstractItemModel *model =
        id == PageId::Components ? page<ComponentsPage>(id).table().model() : page<ClientsPage>(id).table().model();
    QSignalSpy told(model, &QAbstractItemModel::dataChanged);
    const auto tick = [this] {
        MetricsSample sample;
        sample.components = {{QStringLiteral("store"), 12.0, 34.0}};
        link->tick(sample);
        link->change(ClientsCounted{{{QStringLiteral("c"), ClientFigures{1, 2, 3, 4, 5}}}});
    };
    tick();
    QVERIFY(told.count() > 0);
    window->open(PageId::Events);
    told.clear();
    tick();
    QCOMPARE(told.count(), 0);
    window->open(id);
    QVERIFY(told.count() > 0);
}

void PagesTest::watchesWhatAClientSays()
{
    for (const char *id : {"one", "two"}) {
        Client client;
        client.id = QLatin1String(id);
        client.user = QStringLiteral("mira");
        client.address = QStringLiteral("127.0.0.1:5000");
        link->change(ClientConnected{client});
    }
    auto &clients = page<ClientsPage>(PageId::Clients);
    QVERIFY(clients.table().selectId(QStringLiteral("one")));
    QCOMPARE(link->followedClients, QStringList());
    clients.watchAction().trigger();
    QCOMPARE(link->followedClients, QStringList{QStringLiteral("one")});
    FramePanel &panel = clients.panel();
    QVERIFY(panel.isVisible());
    ClientFrame frame;
    frame.text = QStringLiteral("{\"type\":\"ping\"}");
    frame.bytes = 15;
    const auto say = [&](const QString &client, int times, qint64 leftOut = 0) {
        Q_EMIT link->clientFrames(client, QList<ClientFrame>(times, frame), leftOut);
    };
    say(QStringLiteral("two"), 1); // another window's
    QCOMPARE(panel.frames().rowCount(), 0);
    say(QStringLiteral("one"), 2);
    QCOMPARE(panel.frames().rowCount(), 2);
    panel.table().setCurrentIndex(panel.table().model()->index(1, 0));
    QCOMPARE(panel.content(), QStringLiteral("{\n    \"type\": \"ping\"\n}"));
    panel.setPaused(true);
    say(QStringLiteral("one"), 3);
    QCOMPARE(panel.frames().rowCount(), 2);
    QVERIFY2(panel.notice().contains(QLatin1Char('3')), qPrintable(panel.notice()));
    panel.setPaused(false);
    QCOMPARE(panel.frames().rowCount(), 5);
    say(QStringLiteral("one"), FramesModel::bound, 77);
    QCOMPARE(panel.frames().rowCount(), FramesModel::bound);
    QVERIFY2(panel.notice().contains(QStringLiteral("77")), qPrintable(panel.notice()));
    QTemporaryDir dir;
    QVERIFY(panel.exportTo(dir.filePath(QStringLiteral("m.jsonl"))));
    QFile file(dir.filePath(QStringLiteral("m.jsonl")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), FramesModel::bound);
    // Gone: what it said stays, and nobody takes its place.
    link->change(ClientDisconnected{QStringLiteral("one"), {}});
    QCOMPARE(panel.frames().rowCount(), FramesModel::bound);
    QVERIFY2(panel.notice().contains(QStringLiteral("gone")), qPrintable(panel.notice()));
    QVERIFY(clients.table().selectId(QStringLiteral("two")));
    QCOMPARE(link->followedClients, QStringList{QStringLiteral("two")});
    QCOMPARE(panel.frames().rowCount(), 0);
    window->open(PageId::Events); // hidden: not followed
    QCOMPARE(link->followedClients, QStringList());
    window->open(PageId::Clients);
    QCOMPARE(link->followedClients, QStringList{QStringLiteral("two")});
}

void PagesTest::overviewLeadsToExecutions()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    auto *button = overview.findChild<QToolButton *>(QStringLiteral("run-1"));
    QVERIFY(button);
    button->click();
    QCOMPARE(window->currentPage(), PageId::Executions);
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    QCOMPARE(executions.detail().executionId(), QStringLiteral("run-1"));
}

void PagesTest::paletteIsKeyboardOnly()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QVERIFY(palette->count() >= pageList().size() + 4);
    QTest::keyClicks(&palette->input(), QStringLiteral("stopstor"));
    QCOMPARE(palette->currentText(), QStringLiteral("Stop Storage Engine"));
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(link->lastCommand<StopComponent>()->id, QStringLiteral("store"));
    QCOMPARE(window->currentPage(), PageId::Components);
    QTRY_VERIFY(!window->commandPalette());
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    palette = window->commandPalette();
    const QString first = palette->currentText();
    QTest::keyClick(&palette->input(), Qt::Key_Down);
    QVERIFY(palette->currentText() != first);
    QCOMPARE(palette->input().accessibleDescription(), palette->currentText()); // a reader says what Return would run
    QTest::keyClick(&palette->input(), Qt::Key_Up);
    QCOMPARE(palette->currentText(), first);
    palette->input().setText(QStringLiteral("run process count"));
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Processes);
    QCOMPARE(page<ProcessesPage>(PageId::Processes).table().currentId(), QStringLiteral("count"));
}

void PagesTest::matchesFuzzily_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: does not match at all
    QTest::newRow("beginnings of words") << QStringLiteral("sse") << QStringLiteral("Stop Storage Engine")
                                         << QStringLiteral("Suppressed");
    QTest::newRow("a run") << QStringLiteral("stor") << QStringLiteral("Storage") << QStringLiteral("Show the other");
    QTest::newRow("case") << QStringLiteral("EXEC") << QStringLiteral("Executions") << QStringLiteral("Expect nice");
    QTest::newRow("spaces do not matter") << QStringLiteral("st op") << QStringLiteral("Stop") << QStringLiteral("");
    QTest::newRow("order matters") << QStringLiteral("pots") << QStringLiteral("pots") << QStringLiteral("");
}

void PagesTest::matchesFuzzily()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto good = fuzzyMatch(pattern, better);
    QVERIFY(good);
    const auto bad = fuzzyMatch(pattern, worse);
    QVERIFY(!bad || good->score > bad->score);
    QVERIFY(!fuzzyMatch(pattern + QLatin1Char('#'), better));
    for (qsizetype i = 1; i < good->places.size(); ++i)
        QVERIFY(good->places[i - 1] < good->places[i]);
}

void PagesTest::helpOpensByKey()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_F1);
    QVERIFY(window->findChild<ShortcutsDialog *>());
}

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
