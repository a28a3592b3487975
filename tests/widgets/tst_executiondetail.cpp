// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of one execution: output, tasks and particulars, also of what is no longer live.
#include "tests/widgets/executionswindow.h"
#include "widgets/text/format.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;
using namespace signalbox::test;

class ExecutionDetailTest : public ExecutionsWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aFailureShowsWhatTheFailedNodePrinted();
    void aClickOnANodeShowsItsOutputBeside();
    void bothStreamsOfANodeCanBeRead();
    void tasksStandBesideTheUsualTime();
    void aCallGoesOnWhereItWasRead();
    void readsTheBeginningAndTheEnd();
    void goesOnReadingAfterAVisitElsewhere();
    void particularsHoldStillWhileOneCopies();
    void readsOnWhatTheSnapshotForgot();
    void followsAnExperimentOfAiravata();
    void asksTheStoreForWhatIsNoLongerLive();
    void whatIsBelowStaysWhereItIs_data();
    void whatIsBelowStaysWhereItIs();

private:
    void putTask(const QString &id, const QString &node, ExecutionState state);
    void answerOutput(const OutputChunk &chunk) { link->answer(Answer(chunk)); }
    QString outputText()
    {
        page().detail().output().view().flush();
        return page().detail().output().view().toPlainText();
    }
};

void ExecutionDetailTest::putTask(const QString &id, const QString &node, ExecutionState state)
{
    Task put = task(id, node, state);
    put.startedAt = link->now;
    link->change(TaskChanged{put});
}

void ExecutionDetailTest::aFailureShowsWhatTheFailedNodePrinted()
{
    const QString id = u"early"_s;
    putTask(id, u"fine"_s, ExecutionState::Running);
    putTask(id, u"load"_s, ExecutionState::Running);
    QVERIFY(page().table().selectId(id));
    page().detail().showOutput({});
    QTRY_VERIFY(link->followedOutputs.contains(id));
    Q_EMIT link->outputReceived(id, 0, "live\n");
    QCOMPARE(outputText(), u"live\n"_s);
    putTask(id, u"fine"_s, ExecutionState::Succeeded);
    putTask(id, u"load"_s, ExecutionState::Failed);
    put(id, ExecutionState::Failed, Milliseconds(1'000));
    QTRY_COMPARE(page().detail().output().node(), u"load"_s);
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"load"_s);
    answerOutput({{}, "cannot read it\n", 15});
    QCOMPARE(outputText(), u"cannot read it\n"_s);
    QVERIFY(link->followedOutputs.isEmpty());
}

void ExecutionDetailTest::aClickOnANodeShowsItsOutputBeside()
{
    const QString id = u"early"_s;
    putTask(id, u"fine"_s, ExecutionState::Succeeded);
    putTask(id, u"load"_s, ExecutionState::Failed);
    put(id, ExecutionState::Failed, Milliseconds(1'000));
    QVERIFY(page().table().selectId(id));
    GraphView &graph = page().detail().graph();
    OutputPanel &beside = page().detail().beside();
    QTRY_VERIFY(beside.isVisible());
    QTRY_COMPARE(beside.node(), u"load"_s); // what explains the end, before anything is chosen
    QTRY_VERIFY(!graph.nodeRect(u"fine"_s).isEmpty());
    const QRect before = graph.nodeRect(u"fine"_s);
    QTest::mouseClick(graph.viewport(), Qt::LeftButton, {}, before.center());
    QCOMPARE(beside.node(), u"fine"_s);
    QCOMPARE(graph.nodeRect(u"fine"_s), before); // nothing moves below the pointer
    QVERIFY(link->lastQuery<OutputQuery>());
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"fine"_s);
    answerOutput({{}, "all is fine\n", 12});
    beside.view().flush();
    QCOMPARE(beside.view().toPlainText(), u"all is fine\n"_s);
}

void ExecutionDetailTest::bothStreamsOfANodeCanBeRead()
{
    const QString id = u"early"_s;
    putTask(id, u"load"_s, ExecutionState::Failed);
    put(id, ExecutionState::Failed, Milliseconds(1'000));
    QVERIFY(page().table().selectId(id));
    QTRY_VERIFY(page().detail().evidenceButton().isVisible());
    page().detail().evidenceButton().click();
    QTRY_COMPARE(page().detail().output().node(), u"load"_s);
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    QCOMPARE(link->lastQuery<OutputQuery>()->stream, OutputStream::Both);
    answerOutput({{}, "to both\n", 8});
    QComboBox &streams = page().detail().output().streamBox();
    QVERIFY(streams.isVisible());
    streams.setCurrentIndex(streams.findData(static_cast<int>(OutputStream::Err)));
    QCOMPARE(link->lastQuery<OutputQuery>()->stream, OutputStream::Err);
    answerOutput({{}, "error alone\n", 12});
    QCOMPARE(outputText(), u"error alone\n"_s);
    page().detail().output().showNode({});
    QVERIFY(!streams.isVisible()); // of the whole there is the result
    page().detail().output().saveTo(folder->filePath(u"all.txt"_s));
    QCOMPARE(link->lastQuery<OutputQuery>()->stream, OutputStream::Everything);
}

void ExecutionDetailTest::tasksStandBesideTheUsualTime()
{
    const QString id = u"early"_s;
    putTask(id, u"load"_s, ExecutionState::Running);
    Execution running = link->snapshot().executions.value(id);
    running.startedAt = link->now;
    link->change(ExecutionChanged{running});
    QVERIFY(page().table().selectId(id));
    page().detail().showTimeline();
    QTRY_VERIFY(link->lastQuery<UsualDurationQuery>());
    UsualDurations usual;
    usual.whole = {Milliseconds(600'000), Milliseconds(900'000), 30};
    usual.nodes.insert(u"load"_s, {Milliseconds(60'000), Milliseconds(90'000), 30});
    QVERIFY(link->answerLast<UsualDurationQuery>(Answer(usual)));
    QTRY_COMPARE(page().detail().timeline().bars().size(), 1);
    QTRY_VERIFY(page().detail().timeline().bars()[0].usual);
    const BarChart::Bar bar = page().detail().timeline().bars()[0];
    QCOMPARE(bar.id, u"load"_s);
    QCOMPARE(*bar.usual - *bar.begun, Milliseconds(60'000));
    QVERIFY(!bar.ended);
    const QString text = page().detail().timelineText();
    QVERIFY2(text.contains(u"usually"_s) && text.contains(u"left"_s), qPrintable(text));
}

void ExecutionDetailTest::aCallGoesOnWhereItWasRead()
{
    const QString id = u"early"_s; // has no tasks, as a call
    QVERIFY(page().table().selectId(id));
    page().detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    Q_EMIT link->outputReceived(id, 4, "two\nthree\n"); // before the file's answer
    answerOutput({{}, "one\ntwo\n", 8});
    QCOMPARE(outputText(), u"one\ntwo\nthree\n"_s);
    const qsizetype asked = link->asked.size();
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    QTRY_VERIFY(link->followedOutputs.isEmpty());
    QCOMPARE(outputText(), u"one\ntwo\nthree\n"_s); // complete: the file is not read anew
    QCOMPARE(link->asked.size(), asked);
    QCOMPARE(page().detail().output().notice(), u"14 B"_s);
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, 14); // reads on from the end
}

void ExecutionDetailTest::readsTheBeginningAndTheEnd()
{
    const QString id = u"early"_s;
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    const QByteArray whole = "first line\n" + QByteArray(5 << 20, 'x') + "\nlast line\n";
    QVERIFY(page().table().selectId(id));
    page().detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    int answers = 0;
    for (; answers < 5 && link->lastQuery<OutputQuery>(); ++answers) {
        const OutputQuery query = *link->lastQuery<OutputQuery>();
        const qsizetype before = link->asked.size();
        answerOutput({{}, whole.mid(query.offset, query.maxBytes), whole.size()});
        if (link->asked.size() == before)
            break;
    }
    QCOMPARE(answers, 1); // two with the first
    const QString shown = outputText();
    QVERIFY(shown.startsWith(u"first line\n"_s));
    QVERIFY(shown.endsWith(u"\nlast line\n"_s));
    QVERIFY(shown.contains(u"[3.0 MiB left out here]"_s));
    QVERIFY(page().detail().output().notice().contains(u"3.0 MiB"_s));
}

void ExecutionDetailTest::goesOnReadingAfterAVisitElsewhere()
{
    const QString id = u"early"_s;
    put(id, ExecutionState::Succeeded, Milliseconds(1'000));
    QVERIFY(page().table().selectId(id));
    page().detail().showOutput({});
    QTRY_VERIFY(link->lastQuery<OutputQuery>());
    const QByteArray text = QByteArray("line\n").repeated(1'000);
    answerOutput({{}, text, text.size()});
    QScrollBar *bar = page().detail().output().view().verticalScrollBar();
    bar->setValue(300);
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QVERIFY(link->lastQuery<OutputQuery>());
    QCOMPARE(link->lastQuery<OutputQuery>()->offset, text.size());
    answerOutput({{}, {}, text.size()});
    QCOMPARE(bar->value(), 300);
    QCOMPARE(outputText().size(), text.size());
}

void ExecutionDetailTest::particularsHoldStillWhileOneCopies()
{
    QVERIFY(page().table().selectId(u"early"_s));
    auto *particulars = window->findChild<QPlainTextEdit *>(u"particulars"_s);
    QVERIFY(particulars);
    particulars->selectAll();
    const QString before = particulars->toPlainText();
    const auto say = [this](const QString &message) {
        Execution execution = *link->snapshot().execution(u"early"_s);
        execution.message = execution.error = message;
        link->change(ExecutionChanged{execution});
    };
    say(u"step 1"_s);
    QTRY_COMPARE(page().detail().explanation(), u"step 1"_s); // the page has refreshed
    QCOMPARE(particulars->toPlainText(), before);
    QVERIFY(particulars->textCursor().hasSelection());
    particulars->setTextCursor({});
    particulars->moveCursor(QTextCursor::Start);
    say(u"step 2"_s);
    QTRY_VERIFY(particulars->toPlainText().contains(u"step 2"_s));
}

void ExecutionDetailTest::readsOnWhatTheSnapshotForgot()
{
    QVERIFY(page().table().selectId(u"early"_s));
    put(u"early"_s, ExecutionState::Succeeded, Milliseconds(1'000));
    for (int i = 0; i < Snapshot::finishedKept; ++i) {
        link->now += Milliseconds(1);
        put(u"call-%1"_s.arg(i), ExecutionState::Succeeded, Milliseconds(10'000 + i));
    }
    QVERIFY(!link->snapshot().execution(u"early"_s));
    window->open(PageId::Server);
    window->open(PageId::Executions);
    QVERIFY(link->lastQuery<ExecutionQuery>());
    QCOMPARE(link->lastQuery<ExecutionQuery>()->id, u"early"_s);
    ExecutionDetail detail;
    detail.execution.id = u"early"_s;
    detail.execution.state = ExecutionState::Failed;
    detail.execution.error = u"as the store has it"_s;
    link->answer(Answer(detail));
    QCOMPARE(page().detail().explanation(), u"as the store has it"_s);
    const qsizetype asked = link->asked.size();
    window->open(PageId::Server);
    window->open(PageId::Executions);
    for (qsizetype i = asked; i < link->asked.size(); ++i)
        QVERIFY(!std::holds_alternative<ExecutionQuery>(link->asked[i])); // not asked a second time
}

void ExecutionDetailTest::followsAnExperimentOfAiravata()
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

void ExecutionDetailTest::whatIsBelowStaysWhereItIs_data()
{
    QTest::addColumn<ExecutionState>("end");
    QTest::addColumn<QString>("error");
    QTest::newRow("well") << ExecutionState::Succeeded << QString();
    QTest::newRow("badly") << ExecutionState::Failed << u"exit status 1"_s;
    QTest::newRow("badly, and says why") << ExecutionState::Failed << u"why it is so, at length, "_s.repeated(30);
    QTest::newRow("early") << ExecutionState::Cancelled << QString();
}

void ExecutionDetailTest::whatIsBelowStaysWhereItIs()
{
    QFETCH(ExecutionState, end);
    QFETCH(QString, error);
    link->change(ExecutionChanged{execution(u"seen"_s, ExecutionState::Running)});
    QVERIFY(page().table().selectId(u"seen"_s));
    window->show();
    const auto place = [this] {
        QCoreApplication::processEvents(); // all is laid out
        return page().detail().graph().mapTo(window.get(), QPoint());
    };
    const QPoint before = place();
    Execution ended = execution(u"seen"_s, end);
    ended.error = error;
    ended.percent = 77;
    link->change(ExecutionChanged{ended});
    QTRY_COMPARE(page().detail().findChild<QProgressBar *>()->value(), 77); // it is shown
    QCOMPARE(page().detail().explanation(), error);
    QCOMPARE(place(), before);
}

void ExecutionDetailTest::asksTheStoreForWhatIsNoLongerLive()
{
    auto &executions = page<ExecutionsPage>(PageId::Executions);
    window->open(PageId::Executions, u"old-one"_s);
    ExecutionDetail detail;
    detail.execution = execution(u"old-one"_s, ExecutionState::Failed);
    detail.execution.error = u"interrupted"_s;
    detail.execution.counts.total = 1;
    detail.tasks = {task(u"old-one"_s, u"only"_s)};
    QVERIFY(link->answerLast<ExecutionQuery>(detail));
    QCOMPARE(executions.detail().explanation(), u"interrupted"_s);
    QVERIFY(executions.detail().graph().select(u"only"_s));
    executions.detail().showOutput(u"only"_s);
    QCOMPARE(link->lastQuery<OutputQuery>()->nodeId, u"only"_s);
    QVERIFY(link->answerLast<OutputQuery>(OutputChunk{{}, "it said this\n", 13}));
    QVERIFY(executions.detail().output().view().toPlainText().contains(u"it said this"_s));
}

QTEST_MAIN(ExecutionDetailTest)
#include "tst_executiondetail.moc"
