// SPDX-License-Identifier: GPL-3.0-or-later
// The page of executions: the one that the user reads stays the chosen one however the rows move; starting, stopping,
// running again, and filters.
#include "tests/widgets/executionswindow.h"
#include "widgets/dialogs/startdialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ExecutionsPageTest : public ExecutionsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void keepsWhatIsReadWhenItsRowGoes();
    void theChoiceOfAPersonStands();
    void actsOnWhatItCanBeDoneWith();
    void actsOnExecutions();
    void startsAPipelineWithParameters();
    void parametersStayAsTyped_data();
    void parametersStayAsTyped();
    void runsAGraphFileAndShowsRefusals();
    void offersToQueueWhatThereIsNoRoomFor();
    void keepsFiltersAndRemembersThem();
    void filtersAreClearedAtOnce();
    void findsByExecutionId();
    void theLastHourIsTheServers();
};

void ExecutionsPageTest::keepsWhatIsReadWhenItsRowGoes()
{
    QComboBox &state = page().filters().state();
    state.setCurrentIndex(state.findData(static_cast<int>(ExecutionState::Running)));
    QVERIFY(page().table().selectId(u"early"_s));
    put(u"early"_s, ExecutionState::Failed, Milliseconds(1'000));
    QCOMPARE(page().table().model()->rowCount(), 1); // early has ended, so it is filtered out
    QCOMPARE(page().detail().executionId(), u"early"_s);
    QVERIFY(page().table().selectedIds().isEmpty());
    QVERIFY(!page().stopAction().isEnabled()); // actions act on the execution that is shown
    page().rerunAction().trigger();
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, u"early"_s);
    state.setCurrentIndex(0); // shows early again
    QCOMPARE(page().table().selectedIds(), QStringList{u"early"_s});
}

void ExecutionsPageTest::theChoiceOfAPersonStands()
{
    put(u"bad"_s, ExecutionState::Failed, Milliseconds(500));
    QVERIFY(page().table().selectId(u"early"_s));
    QComboBox &state = page().filters().state();
    state.setCurrentIndex(state.findData(static_cast<int>(ExecutionState::Failed)));
    QVERIFY(page().table().selectId(u"bad"_s));
    put(u"early"_s, ExecutionState::Failed, Milliseconds(1'000)); // now matches the filter
    QCOMPARE(page().table().model()->rowCount(), 2);
    QCOMPARE(page().table().selectedIds(), QStringList{u"bad"_s});
    QCOMPARE(page().detail().executionId(), u"bad"_s);
}

void ExecutionsPageTest::actsOnWhatItCanBeDoneWith()
{
    put(u"bad"_s, ExecutionState::Failed, Milliseconds(500));
    page().table().selectAll();
    QCOMPARE(page().table().selectedIds().size(), 3);
    page().rerunAction().trigger();
    QCOMPARE(link->submitted.size(), 1);
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, u"bad"_s);
    page().stopAction().trigger();
    QCOMPARE(link->submitted.size(), 3);
    for (const CommandBody &body : link->submitted.mid(1))
        QVERIFY(std::get<CancelExecution>(body).executionId != u"bad"_s);
}

void ExecutionsPageTest::actsOnExecutions()
{
    put(u"run-1"_s, ExecutionState::Running, Milliseconds(3'000));
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

void ExecutionsPageTest::startsAPipelineWithParameters()
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

void ExecutionsPageTest::parametersStayAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("sent");
    const auto row = [](const char *typed, const QJsonValue &sent) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << sent;
    };
    row("3", 3);
    row("-2.5", -2.5);
    row("true", true);
    row("[1, 2]", QJsonArray{1, 2});
    row("1.10", u"1.10"_s); // a version stays a text
    row("1.0", u"1.0"_s);
    row("12345678901234567890", u"12345678901234567890"_s); // an id, too
    row("007", u"007"_s);
    row("a, b", u"a, b"_s);
}

void ExecutionsPageTest::parametersStayAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QJsonValue, sent);
    window->open(PageId::Executions, u"pipeline:demo"_s);
    StartDialog *dialog = page().dialog();
    QVERIFY(dialog);
    dialog->setParam(u"value"_s, typed);
    dialog->startButton().click();
    QVERIFY(link->lastCommand<StartPipeline>());
    QCOMPARE(link->lastCommand<StartPipeline>()->params.value(u"value"_s), sent);
}

void ExecutionsPageTest::runsAGraphFileAndShowsRefusals()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    const QString path = folder->filePath(u"board.json"_s);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write("{");
    executions.runGraph();
    GraphDialog *dialog = executions.graphDialog();
    QVERIFY(dialog);
    dialog->chooseFile(path);
    QVERIFY(dialog->error().contains(u"Line 1"_s));
    dialog->runButton().click();
    QVERIFY(!link->lastCommand<StartGraph>());
    write(R"({"nodes":[{"id":"a","kind":"nope","parms":{}}],"edges":[]})"); // mended while the dialog is open
    dialog->runButton().click();
    QVERIFY(link->lastCommand<StartGraph>());
    QVERIFY(!link->lastCommand<StartGraph>()->queue);
    QCOMPARE(link->lastCommand<StartGraph>()->name, u"board"_s);
    QCOMPARE(dialog->about(), u"1 nodes · 0 edges\nNot read: \"parms\" of node a"_s);
    link->complete(Error{ErrorCode::InvalidArgument, u"Node 'a' has unknown kind 'nope'."_s});
    QCOMPARE(dialog->error(), u"Node 'a' has unknown kind 'nope'."_s); // alone: the one before is over
    QVERIFY(dialog->queueButton().isHidden());
    dialog->runButton().click();
    const Execution run = execution(u"graph-1"_s, ExecutionState::Running);
    link->change(ExecutionChanged{run});
    QPointer<GraphDialog> closed = dialog;
    link->complete({}, run.id);
    QTRY_VERIFY(!closed);
    QCOMPARE(executions.detail().executionId(), run.id);
    executions.runGraph(); // the same file again
    QCOMPARE(executions.graphDialog()->path(), path);
}

// As many run as may: the start waits for room, if that is wanted.
void ExecutionsPageTest::offersToQueueWhatThereIsNoRoomFor()
{
    const Error full{ErrorCode::Capacity, u"Too many"_s};
    ServerInfo server = link->snapshot().server;
    server.capacity = 5;
    link->change(ServerChanged{server});
    window->open(PageId::Executions, u"pipeline:demo"_s);
    StartDialog *dialog = page().dialog();
    dialog->startButton().click();
    link->complete(full);
    QVERIFY(dialog->queueButton().isHidden()); // there is room: another ceiling refused it
    server.capacity = link->snapshot().running(ExecutionKind::Pipeline);
    link->change(ServerChanged{server});
    dialog->startButton().click();
    link->complete(full);
    QCOMPARE(dialog->error(), full.message);
    QVERIFY(dialog->queueButton().isVisible());
    dialog->queueButton().click();
    QVERIFY(link->lastCommand<StartPipeline>()->queue);
    QVERIFY(dialog->queueButton().isHidden());
    link->change(ExecutionChanged{execution(u"waiting"_s, ExecutionState::Queued)});
    link->complete({}, u"waiting"_s);

    put(u"late"_s, ExecutionState::Failed, Milliseconds(9'000));
    QVERIFY(page().table().selectId(u"late"_s));
    QVERIFY(page().queueButton().isHidden());
    page().rerunAction().trigger();
    link->complete(full);
    QVERIFY(page().queueButton().isVisible());
    page().queueButton().click();
    QCOMPARE(link->lastCommand<RetryExecution>()->executionId, u"late"_s);
    QVERIFY(link->lastCommand<RetryExecution>()->queue && !link->lastCommand<RetryExecution>()->failedOnly);
    QVERIFY(page().queueButton().isHidden());
}

void ExecutionsPageTest::keepsFiltersAndRemembersThem()
{
    put(u"run-1"_s, ExecutionState::Running, Milliseconds(3'000));
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

void ExecutionsPageTest::filtersAreClearedAtOnce()
{
    ExecutionFilters &filters = page().filters();
    QVERIFY(!filters.clearButton().isEnabled());
    filters.state().setCurrentIndex(filters.state().findData(static_cast<int>(ExecutionState::Interrupted)));
    QVERIFY(filters.clearButton().isEnabled());
    QCOMPARE(page().table().accessibleDescription(), u"Nothing matches the filter."_s);
    filters.clearButton().click();
    QVERIFY(filters.isOpen() && !filters.clearButton().isEnabled());
    QVERIFY(page().table().model()->rowCount() > 0);
    window->open(PageId::Executions, u"no-such-one"_s); // shows what has this id, and nothing else
    QVERIFY(filters.clearButton().isEnabled());
}

void ExecutionsPageTest::findsByExecutionId()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    executions.filters().text().setText(u"old-one"_s);
    QTRY_VERIFY(link->lastQuery<HistoryQuery>());
    QTRY_COMPARE(link->lastQuery<HistoryQuery>()->filter.text, u"old-one"_s);
    HistoryPage found;
    found.executions = {execution(u"old-one"_s, ExecutionState::Succeeded)};
    found.total = 1;
    QVERIFY(link->answerLast<HistoryQuery>(found));
    QCOMPARE(executions.table().model()->rowCount(), 1);
}

void ExecutionsPageTest::theLastHourIsTheServers()
{
    window.reset();
    link = std::make_unique<test::FakeLink>(); // not connected: the server's time is not known
    settings->setValue(u"executions/time"_s, 1);
    show();
    link->connectTo({});
    link->tick();
    const Timestamp hourAgo = link->now - std::chrono::hours(1);
    QTRY_VERIFY(page().model().filter().createdFrom >= hourAgo - std::chrono::minutes(1));
}

QTEST_MAIN(ExecutionsPageTest)
#include "tst_executionspage.moc"
