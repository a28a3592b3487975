// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelink.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/toolbar.h"
#include "widgets/look/style.h"
#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/modecard.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/pagelist.h"
#include "widgets/pages/processespage.h"
#include "widgets/pages/serverpage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/shortcutsdialog.h"
#include "widgets/text/format.h"
#include "widgets/text/fuzzy.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
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
    void theListOfKeysIsTrue();
    void toolsThatDoNotFitAreInAMenu();
    void saveStartsNothing();

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
    made.name = u"The "_s + id;
    made.state = state;
    made.kind = kind;
    made.owner = u"mira"_s;
    made.dialect = u"alger"_s;
    made.createdAt = Timestamp(Milliseconds(1'000'000));
    return made;
}

Snapshot populated()
{
    Snapshot snapshot;
    Component component;
    component.id = u"store"_s;
    component.name = u"Storage Engine"_s;
    component.state = ComponentState::Running;
    snapshot.components.insert(component.id, component);
    Pipeline pipeline;
    pipeline.id = u"demo"_s;
    pipeline.name = u"Demo Pipeline"_s;
    pipeline.nodes = {{u"load"_s, u"text"_s, {}, QJsonObject{{u"prefix"_s, u"p-"_s}}, {}}};
    snapshot.catalogue.pipelines = {pipeline};
    ProcessDefinition process;
    process.name = u"count"_s;
    process.command = {u"seq"_s};
    process.params = ProcessDefinition::Params::Append;
    snapshot.catalogue.processes = {process};
    const Execution running = execution(u"run-1"_s, ExecutionState::Running);
    snapshot.executions.insert(running.id, running);
    Task task;
    task.executionId = running.id;
    task.nodeId = u"load"_s;
    task.state = ExecutionState::Running;
    snapshot.tasks[running.id].insert(task.nodeId, task);
    snapshot.server.users = {{u"admin"_s, {}, {}, {u"admin"_s}}, {u"mira"_s, {}, {}, {u"operator"_s}}};
    return snapshot;
}

} // namespace

void PagesTest::init()
{
    folder = std::make_unique<QTemporaryDir>();
    settings = std::make_unique<QSettings>(folder->filePath(u"window.ini"_s), QSettings::IniFormat);
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
    window->open(PageId::Executions, u"pipeline:demo"_s);
    StartDialog *dialog = executions.dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->params().isEmpty()); // the nodes' values are shown as hints
    dialog->setParam(u"prefix"_s, u"x y"_s);
    dialog->setParam(u"count"_s, u"3"_s);
    dialog->setParam(u"flags"_s, u"[true]"_s);
    dialog->startButton().click();
    const auto *command = link->lastCommand<StartPipeline>();
    QVERIFY(command);
    QCOMPARE(command->pipelineId, u"demo"_s);
    QCOMPARE(command->params, (QJsonObject{{u"prefix"_s, u"x y"_s}, {u"count"_s, 3}, {u"flags"_s, QJsonArray{true}}}));
    link->complete(Error{ErrorCode::Capacity, u"Too many pipeline execution requests in progress."_s});
    QCOMPARE(dialog->error(), u"Too many pipeline execution requests in progress."_s);
    QVERIFY(dialog->isVisible());
    dialog->startButton().click();
    QVERIFY(dialog->error().isEmpty());
    link->change(ExecutionChanged{execution(u"run-2"_s, ExecutionState::Running)});
    link->complete({}, u"run-2"_s);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(executions.table().currentId(), u"run-2"_s);
}

void PagesTest::runsAGraphFileAndShowsRefusals()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    const QString path = folder->filePath(u"board.json"_s);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("{");
    executions.runGraph(path);
    QVERIFY(executions.error().contains(u"board.json"_s));
    QVERIFY(!link->lastCommand<StartGraph>());
    write(R"({"nodes":[{"id":"a","kind":"nope"}],"edges":[]})");
    executions.runGraph(path);
    QVERIFY(link->lastCommand<StartGraph>());
    QCOMPARE(link->lastCommand<StartGraph>()->name, u"board"_s);
    link->complete(Error{ErrorCode::InvalidArgument, u"Node 'a' has unknown kind 'nope'."_s});
    QCOMPARE(executions.error(), u"Node 'a' has unknown kind 'nope'."_s);
}

void PagesTest::actsOnExecutions()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    QVERIFY(!executions.stopAction().isEnabled());
    QVERIFY(executions.table().selectId(u"run-1"_s));
    QCOMPARE(executions.detail().executionId(), u"run-1"_s);
    QVERIFY(executions.stopAction().isEnabled());
    QVERIFY(!executions.rerunAction().isEnabled());
    executions.table().setFocus();
    QTest::keyClick(&executions.table(), Qt::Key_Delete);
    QCOMPARE(link->lastCommand<CancelExecution>()->executionId, u"run-1"_s);
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'admin'"_s});
    QCOMPARE(executions.error(), u"this needs the role 'admin'"_s);
    Execution failed = execution(u"run-1"_s, ExecutionState::Failed);
    failed.error = u"node load: exit status 1"_s;
    failed.counts.total = 2;
    link->change(ExecutionChanged{failed});
    QTRY_COMPARE(executions.detail().explanation(), u"node load: exit status 1"_s);
    QVERIFY(!executions.stopAction().isEnabled());
    QVERIFY(executions.retryAction().isEnabled());
    executions.retryAction().trigger();
    QVERIFY(link->lastCommand<RetryExecution>()->failedOnly);
    link->complete();
    executions.rerunAction().trigger();
    QVERIFY(!link->lastCommand<RetryExecution>()->failedOnly);
    QTest::keyClick(&executions.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"run-1"_s);
}

void PagesTest::followsAnExperimentOfAiravata()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    Execution sweep = execution(u"sweep"_s, ExecutionState::Running, ExecutionKind::Experiment);
    sweep.dialect = u"airavata"_s;
    link->change(ExecutionChanged{sweep});
    Task task;
    task.executionId = sweep.id;
    for (int number = 1; number <= 11; ++number) {
        task.nodeId = u"t%1"_s.arg(number);
        link->change(TaskChanged{task});
    }
    window->open(PageId::Executions, sweep.id);
    executions.detail().showTasks();
    QAbstractItemModel *tasks = executions.detail().tasks().model();
    QTRY_COMPARE(tasks->rowCount(), 11);
    executions.detail().tasks().sortByColumn(TasksModel::Node, Qt::AscendingOrder);
    const auto cell = [tasks](int row, int column) { return tasks->index(row, column).data().toString(); };
    QCOMPARE(cell(1, TasksModel::Node), u"t2"_s);
    QCOMPARE(cell(10, TasksModel::Node), u"t11"_s);
    task.state = ExecutionState::Running;
    task.workerId = u"host-1"_s;
    link->change(TaskChanged{task});
    QTRY_COMPARE(cell(10, TasksModel::State), format::state(ExecutionState::Running));
    QCOMPARE(cell(10, TasksModel::Worker), u"host-1"_s);
    task.state = ExecutionState::Failed;
    task.error = u"exit status 1"_s;
    link->change(TaskChanged{task});
    sweep = *link->snapshot().execution(sweep.id);
    sweep.state = ExecutionState::Failed;
    sweep.error = u"1 of 11 tasks failed"_s;
    link->change(ExecutionChanged{sweep});
    QTRY_COMPARE(cell(10, TasksModel::Failure), u"exit status 1"_s);
    QTRY_COMPARE(executions.detail().explanation(), u"1 of 11 tasks failed"_s);
}

void PagesTest::asksTheStoreForWhatIsNoLongerLive()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    window->open(PageId::Executions, u"old-one"_s);
    ExecutionDetail detail;
    detail.execution = execution(u"old-one"_s, ExecutionState::Failed);
    detail.execution.error = u"interrupted"_s;
    detail.execution.counts.total = 1;
    Task task;
    task.nodeId = u"only"_s;
    detail.tasks = {task};
    answerLast(detail);
    QCOMPARE(executions.detail().explanation(), u"interrupted"_s);
    QVERIFY(executions.detail().graph().select(u"only"_s));
    executions.detail().showOutput(u"only"_s);
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"only"_s);
    answerLast(OutputChunk{{}, "it said this\n", 13});
    QVERIFY(executions.detail().output().view().toPlainText().contains(u"it said this"_s));
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
    window->open(PageId::Executions, u"run-1"_s); // shown although filtered out
    QCOMPARE(executions->table().currentId(), u"run-1"_s);
}

void PagesTest::findsByExecutionId()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    executions.filters().text().setText(u"old-one"_s);
    QTRY_VERIFY(link->lastQuery<HistoryQuery>());
    QTRY_COMPARE(link->lastQuery<HistoryQuery>()->filter.text, u"old-one"_s);
    HistoryPage found;
    found.executions = {execution(u"old-one"_s, ExecutionState::Succeeded)};
    found.total = 1;
    answerLast(found);
    QCOMPARE(executions.table().model()->rowCount(), 1);
}

void PagesTest::callsAProcessAndTalksToIt()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    QVERIFY(!processes.runButton().isEnabled());
    QVERIFY(processes.table().selectId(u"count"_s));
    processes.params().setText(u"1 \"a b\""_s);
    QTest::keyClick(&processes.params(), Qt::Key_Return);
    QVERIFY(link->lastCommand<StartProcess>());
    QCOMPARE(link->lastCommand<StartProcess>()->params, (QStringList{u"1"_s, u"a b"_s}));
    link->complete(Error{ErrorCode::InvalidArgument, u"invalid args"_s});
    QCOMPARE(processes.error(), u"invalid args"_s);
    processes.runButton().click();
    Execution call = execution(u"call-1"_s, ExecutionState::Running, ExecutionKind::Process);
    link->change(ExecutionChanged{call});
    link->complete({}, call.id);
    CallPane *pane = processes.currentCall();
    QVERIFY(pane);
    QVERIFY(link->followedOutputs.contains(call.id));
    Q_EMIT link->outputReceived(call.id, 4, "two\nthree\n");
    answerLast(OutputChunk{{}, "one\ntwo\n", 8});
    pane->view().flush();
    QCOMPARE(pane->view().toPlainText(), u"one\ntwo\nthree\n"_s);
    pane->input().setText(u"hello"_s);
    QTest::keyClick(&pane->input(), Qt::Key_Return);
    QCOMPARE(link->input, QByteArray("hello\n"));
    pane->closeInputAction().trigger();
    QVERIFY(link->inputClosed);
    QVERIFY(!pane->input().isEnabled());
    pane->cancelAction().trigger();
    QCOMPARE(link->lastCommand<CancelExecution>()->executionId, call.id);
    call.state = ExecutionState::Succeeded;
    call.result = QJsonArray{1, u"a b"_s};
    link->change(ExecutionChanged{call});
    QCOMPARE(pane->result(), u"Result: [1,\"a b\"]"_s);
    QVERIFY(!link->followedOutputs.contains(call.id));
    QVERIFY(!pane->cancelAction().isEnabled());
}

void PagesTest::watchesCallsOfOthers()
{
    auto &processes = page<ProcessesPage>(PageId::Processes);
    Execution call = execution(u"remote"_s, ExecutionState::Running, ExecutionKind::Process);
    call.dialect = u"pow"_s;
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 1);
    QVERIFY(processes.calls().selectId(call.id));
    processes.watchButton().click();
    QCOMPARE(processes.currentCall()->executionId(), call.id);
    call.state = ExecutionState::Cancelled;
    call.error = u"client requested cancellation"_s;
    link->change(ExecutionChanged{call});
    QCOMPARE(processes.calls().model()->rowCount(), 0);
    QCOMPARE(processes.currentCall()->result(), u"Rejected: client requested cancellation"_s);
}

void PagesTest::switchesModesAndAsksBeforeEnding()
{
    ModeCard &mode = page<ServerPage>(PageId::Server).mode();
    QVERIFY(mode.button(Mode::Normal).isChecked());
    mode.button(Mode::Maintenance).click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Maintenance);
    QVERIFY(mode.button(Mode::Normal).isChecked()); // until the server has changed the mode
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'admin'"_s});
    QCOMPARE(mode.error(), u"this needs the role 'admin'"_s);
    const qsizetype before = link->submitted.size();
    mode.button(Mode::Halted).click(); // needs a confirmation: run-1 is running
    QCOMPARE(link->submitted.size(), before);
    QVERIFY(mode.confirmButton().isVisible());
    mode.confirmButton().click();
    QVERIFY(link->lastCommand<SetMode>()->mode == Mode::Halted);
    link->change(ModeChanged{Mode::Halted});
    link->complete();
    QVERIFY(mode.button(Mode::Halted).isChecked());
    QVERIFY(!mode.confirmButton().isVisible());
}

void PagesTest::reloadsAndTellsWhyNot()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.reloadButton().click();
    QVERIFY(link->lastCommand<ReloadConfiguration>());
    QVERIFY(!server.reloadButton().isEnabled());
    link->complete(Error{ErrorCode::InvalidArgument, u"line 3: unknown key"_s});
    QVERIFY(server.reloadOutcome().contains(u"line 3: unknown key"_s));
    server.reloadButton().click();
    ServerInfo info = link->snapshot().server;
    info.reload = ReloadReport{Timestamp(Milliseconds(0)), {u"[[component]]"_s}, {u"[auth]"_s, u"[pow]"_s}, {}};
    link->change(ServerChanged{info});
    link->complete();
    QVERIFY(server.reloadOutcome().startsWith(u"Reloaded"_s));
    QVERIFY(server.reloadOutcome().contains(u"Applied: [[component]]"_s));
    QVERIFY(server.reloadOutcome().contains(u"At the next start: [auth], [pow]"_s));
}

void PagesTest::issuesATokenAndShowsItOnce()
{
    auto &server = page<ServerPage>(PageId::Server);
    server.tokenButton().click();
    QPointer<TokenDialog> dialog = server.tokenDialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->token().isVisible());
    dialog->user().setCurrentIndex(dialog->user().findData(u"mira"_s));
    dialog->issueButton().click();
    const auto *command = link->lastCommand<IssueToken>();
    QCOMPARE(command->user, u"mira"_s);
    QCOMPARE(command->lifetime.count(), qint64(3'600'000));
    QVERIFY(!dialog->issueButton().isEnabled());
    link->tell(u"a.b.c"_s);
    link->complete({}, u"mira"_s);
    QVERIFY(dialog->token().isVisible());
    QVERIFY(dialog->token().isReadOnly());
    QCOMPARE(dialog->token().text(), u"a.b.c"_s);
    QVERIFY(dialog->explanation().startsWith(u"For mira, good for 1 h"_s));
    dialog->copyButton().click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a.b.c"_s);
    const qsizetype commands = link->submitted.size();
    QTest::keyClick(&dialog->copyButton(), Qt::Key_Return);
    QCOMPARE(link->submitted.size(), commands); // no second token: it could not be taken back

    dialog->amount().setValue(30);
    dialog->unit().setCurrentIndex(dialog->unit().findText(u"days"_s));
    dialog->issueButton().click();
    QVERIFY(!dialog->token().isVisible()); // not mistaken for the next token
    QVERIFY(dialog->token().text().isEmpty());
    QCOMPARE(link->lastCommand<IssueToken>()->lifetime, Milliseconds(std::chrono::hours(24 * 30)));
    link->complete(Error{ErrorCode::NotFound, u"there is no user 'mira'"_s});
    QCOMPARE(dialog->error(), u"there is no user 'mira'"_s);
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
    QVERIFY(!actions[0]->isEnabled()); // all components run
    QVERIFY(actions[1]->isEnabled());
    const auto question = [this] { return window->findChild<QMessageBox *>(); };
    actions[2]->trigger();
    QVERIFY(question() && !link->lastCommand<RestartComponents>()); // not without a confirmation
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
    link->complete(Error{ErrorCode::Forbidden, u"this needs the role 'operator'"_s});
    QCOMPARE(components.error(), u"this needs the role 'operator'"_s);
}

void PagesTest::agentsAreBelowComponents()
{
    Agent far;
    far.id = u"far"_s;
    far.state = AgentState::Online;
    auto &components = page<ComponentsPage>(PageId::Components);
    QVERIFY(!components.agents().isVisible()); // this host is the only agent: the log gets the space
    link->change(AgentChanged{far});
    QVERIFY(components.agents().isVisible());
    window->open(PageId::Components, u"far"_s); // as a click on an event does
    QCOMPARE(components.agents().table().currentId(), u"far"_s);
    link->loseConnection();
    QVERIFY(isStale(components.agents().table()));
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
    client.id = u"c"_s;
    link->change(ClientConnected{client});
    window->open(id);
    QAbstractItemModel *model =
        id == PageId::Components ? page<ComponentsPage>(id).table().model() : page<ClientsPage>(id).table().model();
    QSignalSpy told(model, &QAbstractItemModel::dataChanged);
    const auto tick = [this] {
        MetricsSample sample;
        sample.components = {{u"store"_s, {1, 12.0, 34.0}}};
        link->tick(sample);
        link->change(ClientsCounted{{{u"c"_s, ClientFigures{1, 2, 3, 4, 5}}}});
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
        client.user = u"mira"_s;
        client.address = u"127.0.0.1:5000"_s;
        link->change(ClientConnected{client});
    }
    auto &clients = page<ClientsPage>(PageId::Clients);
    QVERIFY(clients.table().selectId(u"one"_s));
    QCOMPARE(link->followedClients, QStringList());
    clients.watchAction().trigger();
    QCOMPARE(link->followedClients, QStringList{u"one"_s});
    ClientInspector &inspector = clients.inspector();
    QVERIFY(inspector.isVisible());
    ClientFrame frame;
    frame.text = u"{\"type\":\"ping\"}"_s;
    frame.bytes = 15;
    const auto say = [&](const QString &client, int times, qint64 leftOut = 0) {
        Q_EMIT link->clientFrames(client, QList<ClientFrame>(times, frame), leftOut);
    };
    say(u"two"_s, 1); // followed by another window
    QCOMPARE(inspector.frames().rowCount(), 0);
    say(u"one"_s, 2);
    QCOMPARE(inspector.frames().rowCount(), 2);
    inspector.table().setCurrentIndex(inspector.table().model()->index(1, 0));
    QCOMPARE(inspector.content(), u"{\n    \"type\": \"ping\"\n}"_s);
    inspector.setPaused(true);
    say(u"one"_s, 3);
    QCOMPARE(inspector.frames().rowCount(), 2);
    QVERIFY2(inspector.notice().contains(u'3'), qPrintable(inspector.notice()));
    inspector.setPaused(false);
    QCOMPARE(inspector.frames().rowCount(), 5);
    say(u"one"_s, ClientFramesModel::bound, 77);
    QCOMPARE(inspector.frames().rowCount(), ClientFramesModel::bound);
    QVERIFY2(inspector.notice().contains(u"77"_s), qPrintable(inspector.notice()));
    QTemporaryDir dir;
    QVERIFY(inspector.exportTo(dir.filePath(u"m.jsonl"_s)));
    QFile file(dir.filePath(u"m.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), ClientFramesModel::bound);
    // The frames of a client that has left stay, and no other client is followed in its place.
    link->change(ClientDisconnected{u"one"_s, {}});
    QCOMPARE(inspector.frames().rowCount(), ClientFramesModel::bound);
    QVERIFY2(inspector.notice().contains(u"gone"_s), qPrintable(inspector.notice()));
    QVERIFY(clients.table().selectId(u"two"_s));
    QCOMPARE(link->followedClients, QStringList{u"two"_s});
    QCOMPARE(inspector.frames().rowCount(), 0);
    window->open(PageId::Events); // a hidden page follows no client
    QCOMPARE(link->followedClients, QStringList());
    window->open(PageId::Clients);
    QCOMPARE(link->followedClients, QStringList{u"two"_s});
}

void PagesTest::overviewLeadsToExecutions()
{
    auto &overview = page<OverviewPage>(PageId::Overview);
    auto *button = overview.findChild<QToolButton *>(u"run-1"_s);
    QVERIFY(button);
    button->click();
    QCOMPARE(window->currentPage(), PageId::Executions);
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    QCOMPARE(executions.detail().executionId(), u"run-1"_s);
}

void PagesTest::paletteIsKeyboardOnly()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette *palette = window->commandPalette();
    QVERIFY(palette);
    QVERIFY(palette->count() >= pageList().size() + 4);
    QTest::keyClicks(&palette->input(), u"stopstor"_s);
    QCOMPARE(palette->currentText(), u"Stop Storage Engine"_s);
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(link->lastCommand<StopComponent>()->id, u"store"_s);
    QCOMPARE(window->currentPage(), PageId::Components);
    QTRY_VERIFY(!window->commandPalette());
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    palette = window->commandPalette();
    const QString first = palette->currentText();
    QTest::keyClick(&palette->input(), Qt::Key_Down);
    QVERIFY(palette->currentText() != first);
    QCOMPARE(palette->input().accessibleDescription(), palette->currentText()); // for screen readers
    QTest::keyClick(&palette->input(), Qt::Key_Up);
    QCOMPARE(palette->currentText(), first);
    palette->input().setText(u"run process count"_s);
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QCOMPARE(window->currentPage(), PageId::Processes);
    QCOMPARE(page<ProcessesPage>(PageId::Processes).table().currentId(), u"count"_s);
}

void PagesTest::matchesFuzzily_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: no other text to compare
    QTest::newRow("beginnings of words") << u"sse"_s << u"Stop Storage Engine"_s << u"Suppressed"_s;
    QTest::newRow("a run") << u"stor"_s << u"Storage"_s << u"Show the other"_s;
    QTest::newRow("case") << u"EXEC"_s << u"Executions"_s << u"Expect nice"_s;
    QTest::newRow("spaces do not matter") << u"st op"_s << u"Stop"_s << u""_s;
    QTest::newRow("order matters") << u"pots"_s << u"Run pots"_s << u"Stop"_s;
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
    QVERIFY(!fuzzyMatch(pattern + u'#', better));
    for (qsizetype i = 1; i < good->places.size(); ++i)
        QVERIFY(good->places[i - 1] < good->places[i]);
}

void PagesTest::helpOpensByKey()
{
    window->activateWindow();
    QTest::keyClick(window.get(), Qt::Key_F1);
    QVERIFY(window->findChild<ShortcutsDialog *>());
}

// What F1 lists and what the actions of the window do by a key is the same, in both directions. Keys that a widget reads
// itself (KeyScope::Widget) are pressed in the tests of that widget.
void PagesTest::theListOfKeysIsTrue()
{
    for (const PageEntry &entry : pageList())
        window->open(entry.id);
    window->open(PageId::Processes, u"run-1"_s); // as a call, which has keys of its own
    QSet<ActId> acting;
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        const std::optional<ActId> id = actOf(*action);
        QVERIFY2(id, qPrintable(action->text()));
        QVERIFY2(actInfo(*id).keys.contains(action->shortcut()), qPrintable(action->shortcut().toString()));
        acting.insert(*id);
    }
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>())
        QCOMPARE(shortcut->key(), QKeySequence(Qt::Key_Escape)); // empties a search field
    QTest::keyClick(window.get(), Qt::Key_F1);
    const auto *help = window->findChild<ShortcutsDialog *>();
    QStringList said;
    for (const TextLabel *label : help->findChildren<TextLabel *>())
        said << label->text();
    for (const ActInfo &info : actInfos()) {
        if (info.keys.isEmpty())
            continue;
        QVERIFY2(info.scope == KeyScope::Widget || acting.contains(info.id), qPrintable(info.text));
        QVERIFY2(said.contains(keysText(info)), qPrintable(keysText(info)));
        QVERIFY2(said.contains(info.about.isEmpty() ? info.text : info.about), qPrintable(info.text));
    }
    QCOMPARE(actInfo(ActId::ShowPage).keys.size(), pageList().size());
}

// In a window too narrow for its tools, those that do not fit are in a menu.
void PagesTest::toolsThatDoNotFitAreInAMenu()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    auto *tools = executions.findChild<ToolBar *>();
    QVERIFY(tools);
    tools->setMaximumWidth(tools->sizeHint().width() / 2);
    auto *more = tools->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s);
    QTRY_VERIFY(more->isVisible());
    QVERIFY(more->menu());
    QStringList offered;
    Q_EMIT more->menu()->aboutToShow();
    for (const QAction *action : more->menu()->actions())
        offered << action->text();
    QVERIFY2(offered.contains(actInfo(ActId::CopyId).text), qPrintable(offered.join(u'\n')));
}

// Ctrl+S is the reflex for Save: it starts no component, and saves where the log is read.
void PagesTest::saveStartsNothing()
{
    auto &components = page<ComponentsPage>(PageId::Components);
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    const QString id = link->snapshot().components.firstKey();
    QVERIFY(components.table().selectId(id));
    components.table().setFocus();
    const qsizetype submitted = link->submitted.size();
    QTest::keyClick(&components.table(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(link->submitted.size(), submitted);
    QVERIFY(!window->findChild<QFileDialog *>());
    components.detail().showLog(true);
    components.detail().log().view().setFocus();
    QTest::keyClick(&components.detail().log().view(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(window->findChild<QFileDialog *>());
}

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
